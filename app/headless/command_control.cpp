#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "base/text.h"
#include "base/time.h"
#include "governance/rights.h"
#include "session/runs.h"
#include "session/store_access.h"

namespace wayreeve::headless {

namespace {

Value proposalJson(const audit::RunInfo& run, const Symbols& symbols, const governance::Proposal& p, bool whole) {
    Context json;
    json.emplace_back("id", Value(audit::idText(run.tag, p.number)));
    json.emplace_back("decision", Value(audit::idText(run.tag, p.decision)));
    json.emplace_back("state", Value(std::string(governance::nameOf(p.state))));
    json.emplace_back("action", Value(symbols.name(p.candidate.action)));
    json.emplace_back("agent", Value(symbols.name(p.candidate.agent)));
    json.emplace_back("customer", Value(static_cast<std::int64_t>(p.customer)));
    json.emplace_back("risk", Value(std::string(documents::nameOf(p.candidate.risk))));
    json.emplace_back("approval",
                      Value(p.ruling.rule.approval == documents::Approval::FourEyes ? "four-eyes" : "one-person"));
    json.emplace_back("deadline", Value(formatInstant(p.deadline)));
    json.emplace_back("claimed_by", Value(p.claimedBy));
    if (whole) {
        json.emplace_back("subject", Value(p.subject));
        json.emplace_back("body", Value(p.body));
        json.emplace_back("confidence", Value::fromDouble(p.confidence));
        json.emplace_back("cell", Value(symbols.name(p.ruling.cell)));
        json.emplace_back("first_approver", Value(p.firstApprover));
        json.emplace_back("reason", Value(p.reason));
    }
    return Value(std::move(json));
}

void printProposal(const Value& json) {
    if (json.context())
        for (const auto& [key, value] : *json.context())
            print(QStringLiteral("%1 %2")
                      .arg(QString::fromStdString(key), -16)
                      .arg(QString::fromStdString(value.toText())));
}

std::optional<governance::CommandKind> commandKind(const std::string& word) {
    for (const auto kind :
         {governance::CommandKind::Claim, governance::CommandKind::Release, governance::CommandKind::Edit,
          governance::CommandKind::Approve, governance::CommandKind::Reject})
        if (governance::nameOf(kind) == word)
            return kind;
    return std::nullopt;
}

int listQueue(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols, bool asJson) {
    auto proposals = reader.proposals(run.id,
                                      {governance::ProposalState::Proposed, governance::ProposalState::Claimed,
                                       governance::ProposalState::SecondNeeded},
                                      1'000'000);
    if (!proposals)
        return fail(proposals.error());
    List list;
    for (const governance::Proposal& proposal : *proposals)
        list.push_back(proposalJson(run, symbols, proposal, false));
    if (asJson) {
        printJson(Value(std::move(list)));
        return Done;
    }
    if (list.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "Nothing waits for a person.")));
    for (const Value& item : list)
        print(QStringLiteral("%1 %2 %3 %4 %5")
                  .arg(QString::fromStdString(item.member("id").toText()), -16)
                  .arg(QString::fromStdString(item.member("risk").toText()), -7)
                  .arg(QString::fromStdString(item.member("action").toText()), -20)
                  .arg(QString::fromStdString(item.member("deadline").toText()), -21)
                  .arg(QString::fromStdString(item.member("claimed_by").toText())));
    return Done;
}

template <class List>
std::vector<std::string> idsOf(const List& items) {
    std::vector<std::string> ids;
    for (const auto& item : items)
        ids.push_back(item.id);
    return ids;
}

/// Everybody who is known may stop; lifting needs a role.
Result<void> mayStop(const documents::PeopleList* people, const std::string& person, bool lift) {
    if (lift)
        return governance::checkRight(people, person, governance::Right::LiftStop);
    if (people && !people->people.empty() && !people->find(person))
        return Error{"approval.unknown-person", {{"person", person}}};
    return {};
}

} // namespace

int runQueue(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"as", "run", "reason", "subject", "body"}, {}, 2, 3});
    if (!arguments)
        return Misused;
    const std::filesystem::path folder = arguments->words[0];
    const std::string& verb = arguments->words[1];
    const auto kind = commandKind(verb);
    if (!kind && verb != "list" && verb != "show")
        return refuse(
            say(QT_TRANSLATE_NOOP("Headless",
                                  "The queue knows list, show, claim, release, approve, edit and reject, not “%1”."))
                .arg(QString::fromStdString(verb)));
    auto reader = readerOf(folder);
    if (!reader)
        return fail(reader.error());
    std::optional<audit::ParsedId> id;
    if (arguments->words.size() == 3) {
        id = audit::parseId(arguments->words[2]);
        if (!id)
            return fail(Error{"decision.bad-id", {{"id", arguments->words[2]}}, {}, 0, 0});
    }
    auto run = (*reader)->run(id && !id->tag.empty() ? id->tag : arguments->option("run"));
    if (!run)
        return fail(run.error());
    auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return fail(symbols.error());
    if (verb == "list")
        return listQueue(**reader, *run, *symbols, arguments->has("json"));
    if (!id)
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Name the item: wayreevectl queue WS list shows their ids.")));
    auto proposal = (*reader)->proposal(run->id, id->key);
    if (!proposal)
        return fail(Error{"approval.unknown-proposal", {}, {}, 0, 0});
    Value json = proposalJson(*run, *symbols, *proposal, true);
    if (kind) {
        if (!arguments->options.contains("as"))
            return refuse(say(QT_TRANSLATE_NOOP("Headless", "Say who decides with --as PERSON.")));
        governance::Command command;
        command.kind = *kind;
        command.proposal = id->key;
        command.person = arguments->option("as");
        command.reason = arguments->option("reason");
        command.subject = arguments->option("subject", proposal->subject);
        command.body = arguments->option("body", proposal->body);
        auto answer = session::giveCommand(folder, run->tag, command);
        if (!answer)
            return fail(answer.error());
        json = proposalJson(*run, *symbols, *answer, true);
    }
    if (arguments->has("json"))
        printJson(json);
    else
        printProposal(json);
    return Done;
}

int runStop(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"agent", "action", "as"}, {"lift"}, 1, 1});
    if (!arguments)
        return Misused;
    if (arguments->options.contains("agent") && arguments->options.contains("action"))
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Stop one agent or one action, not both at once.")));
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    std::string scope;
    if (const std::string agent = arguments->option("agent"); !agent.empty()) {
        if (!workspace->workspace->agents->find(agent))
            return refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "There is no agent “%1”.")), agent,
                                      idsOf(workspace->workspace->agents->agents)));
        scope = "agent/" + agent;
    }
    if (const std::string action = arguments->option("action"); !action.empty()) {
        if (!workspace->workspace->actions->find(action))
            return refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "There is no action “%1”.")), action,
                                      idsOf(workspace->workspace->actions->actions)));
        scope = "action/" + action;
    }
    const std::filesystem::path folder(arguments->words.front());
    const std::string who = arguments->option("as");
    if (arguments->options.contains("as"))
        if (const auto may = mayStop(workspace->workspace->people.get(), who, arguments->has("lift")); !may)
            return fail(may.error());
    if (arguments->has("lift")) {
        if (auto lifted = session::liftStop(folder, scope); !lifted)
            return fail(lifted.error());
    } else if (auto set = session::setStop(folder, scope, who); !set) {
        return fail(set.error());
    }
    auto scopes = session::stopScopes(folder);
    if (!scopes)
        return fail(scopes.error());
    List list;
    for (const auto& [stopped, person] : *scopes)
        list.push_back(Value(stopped.empty() ? "everything" : stopped));
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("stopped", Value(std::move(list)));
        printJson(Value(std::move(json)));
    } else if (list.empty()) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Nothing is stopped.")));
    } else {
        for (const Value& one : list)
            print(say(QT_TRANSLATE_NOOP("Headless", "Stopped: %1")).arg(QString::fromStdString(one.toText())));
    }
    return Done;
}

int runDispatch(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    auto sent = session::drainOutbox(*workspace, arguments->option("run"));
    if (!sent)
        return fail(sent.error());
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("settled", Value(*sent));
        printJson(Value(std::move(json)));
    } else {
        print(say(QT_TRANSLATE_NOOP("Headless", "%1 items were settled.")).arg(*sent));
    }
    return Done;
}

} // namespace wayreeve::headless
