#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "base/clock.h"
#include "session/explain.h"
#include "session/runs.h"
#include "storage/export_records.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/stop_store.h"
#include "storage/verify_store.h"

#include <fstream>

namespace wayreeve::headless {

namespace {

Value rowJson(const audit::RunInfo& run, const Symbols& symbols, const audit::DecisionRow& row) {
    Context json;
    const auto name = [&](Sym symbol) { return Value(symbols.name(symbol)); };
    json.emplace_back("id", Value(audit::idText(run.tag, row.key)));
    json.emplace_back("time", Value(formatInstant(row.time)));
    json.emplace_back("customer", Value(static_cast<std::int64_t>(row.customer)));
    json.emplace_back("arm", Value(std::string(documents::nameOf(row.arm))));
    json.emplace_back("journey", name(row.journey));
    json.emplace_back("agent", name(row.agent));
    json.emplace_back("action", row.action == 0 ? Value("wait") : name(row.action));
    json.emplace_back("content", name(row.content));
    json.emplace_back("channel", Value(std::string(documents::nameOf(row.channel))));
    json.emplace_back("risk", Value(std::string(documents::nameOf(row.risk))));
    json.emplace_back("ruling", Value(std::string(governance::nameOf(row.ruling))));
    json.emplace_back("stage", name(row.stage));
    json.emplace_back("probability", Value::fromDouble(row.probability));
    json.emplace_back("confidence", Value::fromDouble(row.confidence));
    json.emplace_back("priority", Value::fromDouble(row.priority));
    return Value(std::move(json));
}

} // namespace

int runDecisions(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "limit", "customer", "action", "since"}, {}, 1, 1});
    if (!arguments)
        return Usage;
    const auto limit = number(*arguments, "limit", 100, 1, 10'000'000);
    const auto customer = number(*arguments, "customer", -1, 0, UINT32_MAX);
    if (!limit || !customer)
        return Usage;
    auto reader = storage::SqliteLedgerReader::open(arguments->words.front());
    if (!reader)
        return fail(reader.error());
    auto run = (*reader)->run(arguments->option("run"));
    if (!run)
        return fail(run.error());
    auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return fail(symbols.error());
    audit::DecisionFilter filter;
    filter.limit = *limit;
    if (*customer >= 0)
        filter.customer = static_cast<std::uint32_t>(*customer);
    if (const std::string since = arguments->option("since"); !since.empty()) {
        auto instant = parseInstant(since);
        if (!instant) {
            (void)fail(instant.error());
            return Usage;
        }
        filter.since = *instant;
    }
    const std::string action = arguments->option("action");
    List list;
    if (!action.empty())
        filter.action = symbols->find(action);
    if (action.empty() || filter.action != 0) {
        auto rows = (*reader)->decisions(run->id, filter);
        if (!rows)
            return fail(rows.error());
        for (const audit::DecisionRow& row : *rows)
            list.push_back(rowJson(*run, *symbols, row));
    }
    if (arguments->has("json")) {
        printJson(Value(std::move(list)));
        return Done;
    }
    for (const Value& row : list)
        print(QStringLiteral("%1 %2 %3 %4 %5")
                  .arg(QString::fromStdString(row.member("id").toText()), -16)
                  .arg(QString::fromStdString(row.member("time").toText()), -21)
                  .arg(QString::fromStdString(row.member("action").toText()), -20)
                  .arg(QString::fromStdString(row.member("ruling").toText()), -8)
                  .arg(QString::fromStdString(row.member("arm").toText())));
    return Done;
}

namespace {

void explainInWords(const session::Explanation& e) {
    const auto name = [&](Sym symbol) { return QString::fromStdString(e.symbols.name(symbol)); };
    const auto action = [&](Sym symbol) { return symbol == 0 ? say("wait") : name(symbol); };
    const auto candidateLine = [&](const planning::Candidate& c) {
        const QString what = action(c.action) + (c.content != 0 ? QStringLiteral(" / ") + name(c.content) : QString());
        const std::string_view gate = planning::nameOf(c.gate);
        QString line = QStringLiteral("  %1 %2").arg(what, -44).arg(
            QString::fromUtf8(gate.data(), static_cast<qsizetype>(gate.size())), -16);
        if (c.removedBy != 0)
            line += say("by %1").arg(name(c.removedBy));
        if (c.scored)
            line +=
                say("priority %1, probability %2").arg(c.score.priority, 0, 'f', 2).arg(c.score.probability, 0, 'f', 3);
        print(line);
    };
    const auto rulingLine = [&](const governance::Ruling& r) {
        const auto kind = governance::nameOf(r.kind), risk = documents::nameOf(r.risk);
        QString line = say("Ruling: %1, by cell %2, risk %3")
                           .arg(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())), name(r.cell),
                                QString::fromUtf8(risk.data(), static_cast<qsizetype>(risk.size())));
        for (const Sym raise : r.raisedBy)
            line += say(", raised by %1").arg(name(raise));
        for (const Sym exception : r.exceptions)
            line += say(", exception %1").arg(name(exception));
        print(line);
    };
    print(say("Decision %1, %2, customer %3")
              .arg(QString::fromStdString(e.id), QString::fromStdString(formatInstant(e.entry.time)))
              .arg(e.entry.customer));
    if (e.decision) {
        const audit::DecisionRecord& d = *e.decision;
        print(
            say("Because of %1; stage %2")
                .arg(QString::fromStdString(d.triggerName.empty() ? "a timer" : d.triggerName), name(d.reading.stage)));
        print(say("Evidence:"));
        for (const audit::Evidence& fact : d.evidence)
            print(QStringLiteral("  %1 %2")
                      .arg(name(fact.name), -32)
                      .arg(fact.value.isNull() ? say("missing") : QString::fromStdString(fact.value.toText())));
        print(say("Candidates:"));
        for (const planning::Candidate& candidate : d.plan.candidates)
            candidateLine(candidate);
        for (std::size_t i = 0; i < d.plan.choices.size(); ++i) {
            const planning::SlotChoice& choice = d.plan.choices[i];
            const planning::Candidate& c = d.plan.candidates[choice.chosen];
            print(say("Chosen: %1 with probability %2, confidence %3%4")
                      .arg(action(c.action))
                      .arg(choice.probability, 0, 'f', 4)
                      .arg(choice.confidence, 0, 'f', 3)
                      .arg(choice.explored ? say(", explored") : QString()));
            if (c.scored)
                print(say("  %1 × context %2 × value %3 × lever %4 − cost %5 − harm %6 = %7")
                          .arg(c.score.outcome, 0, 'f', 4)
                          .arg(c.score.context, 0, 'f', 2)
                          .arg(c.score.value, 0, 'f', 2)
                          .arg(c.score.lever, 0, 'f', 2)
                          .arg(c.score.cost, 0, 'f', 2)
                          .arg(c.score.harm, 0, 'f', 2)
                          .arg(c.score.priority, 0, 'f', 2));
            rulingLine(d.rulings[i]);
        }
    } else if (e.drawn) {
        print(say("Drawn by node %1 of %2").arg(name(e.drawn->node), name(e.drawn->journey)));
        candidateLine(e.drawn->candidate);
        rulingLine(e.drawn->ruling);
    }
    for (const session::FollowUp& follow : e.after) {
        const auto kind = audit::nameOf(follow.entry.kind);
        QString line = QStringLiteral("  %1 %2")
                           .arg(QString::fromStdString(formatInstant(follow.entry.time)), -22)
                           .arg(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())));
        if (follow.person)
            line += QStringLiteral(" ") + QString::fromStdString(follow.person->person + " " + follow.person->verdict +
                                                                 " " + follow.person->reason);
        if (follow.dispatch)
            line += QStringLiteral(" ") + name(follow.dispatch->dispatch.action);
        print(line);
    }
    print(e.hashVerified ? say("The record is as it was written (hash verified).")
                         : say("WARNING: the record's bytes do not match its hash."));
}

} // namespace

int runExplain(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 2, 2});
    if (!arguments)
        return Usage;
    auto explanation = session::explain(arguments->words[0], arguments->words[1], arguments->option("run"));
    if (!explanation)
        return fail(explanation.error());
    if (arguments->has("json"))
        printJson(session::explanationJson(*explanation));
    else
        explainInWords(*explanation);
    return Done;
}

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
    for (const Value& item : list)
        print(QStringLiteral("%1 %2 %3 %4 %5")
                  .arg(QString::fromStdString(item.member("id").toText()), -16)
                  .arg(QString::fromStdString(item.member("risk").toText()), -7)
                  .arg(QString::fromStdString(item.member("action").toText()), -20)
                  .arg(QString::fromStdString(item.member("deadline").toText()), -21)
                  .arg(QString::fromStdString(item.member("claimed_by").toText())));
    return Done;
}

} // namespace

int runQueue(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"as", "run", "reason", "subject", "body"}, {}, 2, 3});
    if (!arguments)
        return Usage;
    const std::filesystem::path folder = arguments->words[0];
    const std::string& verb = arguments->words[1];
    const auto kind = commandKind(verb);
    if (!kind && verb != "list" && verb != "show") {
        complain(say("The queue knows list, show, claim, release, approve, edit and reject, not “%1”.")
                     .arg(QString::fromStdString(verb)));
        return Usage;
    }
    auto reader = storage::SqliteLedgerReader::open(folder);
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
    if (!id) {
        complain(say("Name the item: wayreevectl queue WS list shows their ids."));
        return Usage;
    }
    auto proposal = (*reader)->proposal(run->id, id->key);
    if (!proposal)
        return fail(Error{"approval.unknown-proposal", {}, {}, 0, 0});
    Value json = proposalJson(*run, *symbols, *proposal, true);
    if (kind) {
        if (!arguments->options.contains("as")) {
            complain(say("Say who decides with --as PERSON."));
            return Usage;
        }
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
        return Usage;
    if (arguments->options.contains("agent") && arguments->options.contains("action")) {
        complain(say("Stop one agent or one action, not both at once."));
        return Usage;
    }
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    std::string scope;
    if (const std::string agent = arguments->option("agent"); !agent.empty()) {
        if (!workspace->workspace->agents->find(agent)) {
            complain(say("There is no agent “%1”.").arg(QString::fromStdString(agent)));
            return Usage;
        }
        scope = "agent/" + agent;
    }
    if (const std::string action = arguments->option("action"); !action.empty()) {
        if (!workspace->workspace->actions->find(action)) {
            complain(say("There is no action “%1”.").arg(QString::fromStdString(action)));
            return Usage;
        }
        scope = "action/" + action;
    }
    auto stops = storage::StopStore::open(arguments->words.front());
    if (!stops)
        return fail(stops.error());
    if (arguments->has("lift")) {
        if (auto lifted = (*stops)->lift(scope); !lifted)
            return fail(lifted.error());
    } else if (auto set = (*stops)->set(scope, arguments->option("as")); !set) {
        return fail(set.error());
    }
    auto scopes = (*stops)->scopes();
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
        print(say("Nothing is stopped."));
    } else {
        for (const Value& one : list)
            print(say("Stopped: %1").arg(QString::fromStdString(one.toText())));
    }
    return Done;
}

int runDispatch(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 1, 1});
    if (!arguments)
        return Usage;
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
        print(say("%1 items were settled.").arg(*sent));
    }
    return Done;
}

int runVerify(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {});
    if (!arguments)
        return Usage;
    const std::filesystem::path folder = arguments->words.front();
    std::error_code failed;
    if (!std::filesystem::exists(folder / "workspace.yaml", failed))
        return fail(Error{"workspace.missing", {{"folder", folder.string()}}, {}, 0, 0});
    auto report = storage::verifyStore(folder);
    if (!report)
        return fail(report.error());
    List damage;
    for (const audit::Damage& one : report->damage) {
        Context json;
        json.emplace_back("kind", Value(std::string(audit::nameOf(one.kind))));
        json.emplace_back("run", Value(one.run));
        json.emplace_back("record", Value(static_cast<std::int64_t>(one.number)));
        damage.push_back(Value(std::move(json)));
        if (!arguments->has("json"))
            print(say("DAMAGED: %1 at record %2 of %3")
                      .arg(QString::fromStdString(std::string(audit::nameOf(one.kind))))
                      .arg(one.number)
                      .arg(QString::fromStdString(one.run)));
    }
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("ok", Value(report->ok));
        json.emplace_back("records", Value(static_cast<std::int64_t>(report->records)));
        json.emplace_back("decisions", Value(static_cast<std::int64_t>(report->decisions)));
        json.emplace_back("head", Value(report->head.hex()));
        json.emplace_back("keys_unwrapped", Value(report->keysUnwrapped));
        json.emplace_back("damage", Value(std::move(damage)));
        printJson(Value(std::move(json)));
    } else {
        if (report->ok)
            print(say("%1 records, %2 decisions: every record, link and signature is as it was written.")
                      .arg(report->records)
                      .arg(report->decisions));
        if (report->keysUnwrapped)
            print(
                say("The signing key of this workspace lies unwrapped in .wayreeve/keys (demo and simulation only)."));
    }
    return report->ok ? Done : Findings;
}

int runExport(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"records", "run"}, {}, 1, 1});
    if (!arguments)
        return Usage;
    const std::string file = arguments->option("records");
    if (file.empty()) {
        complain(say("Name the file with --records."));
        return Usage;
    }
    auto reader = storage::SqliteLedgerReader::open(arguments->words.front());
    if (!reader)
        return fail(reader.error());
    auto run = (*reader)->run(arguments->option("run"));
    if (!run)
        return fail(run.error());
    auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return fail(symbols.error());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (!out)
        return fail(Error{"io.write-failed", {{"file", file}}, {}, 0, 0});
    if (auto done = storage::exportRecords(**reader, run->id, *symbols, out); !done)
        return fail(done.error());
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("run", Value(run->tag));
        json.emplace_back("records", Value(static_cast<std::int64_t>(run->entries)));
        json.emplace_back("file", Value(file));
        printJson(Value(std::move(json)));
    } else {
        print(say("%1 records of %2 written to %3.")
                  .arg(run->entries)
                  .arg(QString::fromStdString(run->tag), QString::fromStdString(file)));
    }
    return Done;
}

} // namespace wayreeve::headless
