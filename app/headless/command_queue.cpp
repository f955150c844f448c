#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "audit/queue_id.h"
#include "session/explain.h"
#include "session/queue_item.h"
#include "session/runs.h"

#include <QStringList>

#include <algorithm>

namespace wayreeve::headless {

namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

Context proposalJson(const audit::RunInfo& run, const Symbols& symbols, const governance::Proposal& p) {
    Context json;
    json.emplace_back("id", Value(audit::queueIdText(run.tag, p.number)));
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
    return json;
}

bool isVerdict(const session::QueueStep& step) {
    return step.what == "approve" || step.what == "reject";
}

/// The last verdict that still holds, or null: a second approval speaks for both, and an edit voids what was approved.
const session::QueueStep* verdictOf(const session::QueueItem& item) {
    const auto last = std::find_if(item.history.rbegin(), item.history.rend(),
                                   [](const auto& step) { return isVerdict(step) || step.what == "edit"; });
    return last == item.history.rend() || !isVerdict(*last) ? nullptr : &*last;
}

Value historyJson(const session::QueueItem& item) {
    List history;
    for (const session::QueueStep& step : item.history) {
        List because;
        for (const Sym reason : step.because)
            because.push_back(Value(item.symbols.name(reason)));
        Context json;
        json.emplace_back("time", Value(formatInstant(step.time)));
        json.emplace_back("what", Value(step.what));
        json.emplace_back("person", Value(step.person));
        json.emplace_back("reason", Value(step.reason));
        json.emplace_back("because", Value(std::move(because)));
        history.push_back(Value(std::move(json)));
    }
    return Value(std::move(history));
}

Context itemJson(const session::QueueItem& item) {
    const governance::Proposal& p = item.proposal;
    const session::QueueStep* verdict = verdictOf(item);
    Context json = proposalJson(item.run, item.symbols, p);
    json.emplace_back("subject", Value(p.subject));
    json.emplace_back("body", Value(p.body));
    json.emplace_back("confidence", Value::fromDouble(p.confidence));
    json.emplace_back("cell", Value(item.symbols.name(p.ruling.cell)));
    json.emplace_back("first_approver", Value(p.firstApprover));
    json.emplace_back("reason", Value(verdict ? verdict->reason : std::string()));
    json.emplace_back("decided_by", Value(verdict ? verdict->person : std::string()));
    json.emplace_back("decided_at", verdict ? Value(formatInstant(verdict->time)) : Value());
    json.emplace_back("next", Value(std::string(session::nameOf(item.next))));
    json.emplace_back("next_at", item.until ? Value(formatInstant(*item.until)) : Value());
    json.emplace_back("follows", Value(item.follows == 0 ? std::string() : item.symbols.name(item.follows)));
    json.emplace_back("stopped_by", Value(item.stoppedBy ? scopeWord(*item.stoppedBy) : std::string()));
    return json;
}

QString waitText(const session::QueueItem& item) {
    const governance::Proposal& p = item.proposal;
    const QString until = text(formatInstant(item.until.value_or(p.deadline)));
    if (!p.claimedBy.empty())
        return say(QT_TRANSLATE_NOOP("Headless", "Next: waits for the verdict of %1, until %2."))
            .arg(text(p.claimedBy), until);
    if (item.next == session::NextStep::SecondPerson)
        return say(QT_TRANSLATE_NOOP("Headless", "Next: waits for a second person, other than %1, until %2."))
            .arg(text(p.firstApprover), until);
    return say(QT_TRANSLATE_NOOP("Headless", "Next: waits for a person to claim it, until %1.")).arg(until);
}

QString holdText(const session::QueueItem& item) {
    const QString until = text(formatInstant(item.until.value_or(item.proposal.notBefore)));
    const QString line =
        item.follows == 0
            ? say(QT_TRANSLATE_NOOP("Headless", "Next: held until %1, the first hour at which it may go out."))
                  .arg(until)
            : say(QT_TRANSLATE_NOOP("Headless", "Next: held until %1 has gone out, at the longest until %2."))
                  .arg(text(item.symbols.name(item.follows)), until);
    if (item.run.status == audit::RunStatus::Running)
        return line;
    const QString stands =
        item.run.status == audit::RunStatus::Paused
            ? say(QT_TRANSLATE_NOOP("Headless", "Run %1 stands still at %2: it waits there until the run goes on."))
            : say(QT_TRANSLATE_NOOP("Headless", "Run %1 has ended and its clock stands at %2, so there it stays."));
    return line + QLatin1Char(' ') + stands.arg(text(item.run.tag), text(formatInstant(item.run.clock)));
}

QString outboxText(const session::QueueItem& item) {
    const QString line = say(
        QT_TRANSLATE_NOOP("Headless", "Next: it lies in the outbox; “wayreevectl dispatch” sends it to the receiver."));
    if (!item.stoppedBy)
        return line;
    return line + QLatin1Char(' ') +
           say(QT_TRANSLATE_NOOP("Headless", "Stopped now: %1. Until that is lifted it stays."))
               .arg(scopeText(*item.stoppedBy));
}

QString overText(const session::QueueItem& item) {
    QStringList because;
    for (const Sym reason : item.proposal.voidReasons)
        because << text(item.symbols.name(reason));
    const QString state = text(governance::nameOf(item.proposal.state));
    return because.isEmpty() ? say(QT_TRANSLATE_NOOP("Headless", "It ended as %1; nothing goes out.")).arg(state)
                             : say(QT_TRANSLATE_NOOP("Headless", "It ended as %1, because of %2; nothing goes out."))
                                   .arg(state, because.join(QStringLiteral(", ")));
}

QString nextText(const session::QueueItem& item) {
    using session::NextStep;
    switch (item.next) {
    case NextStep::Person:
    case NextStep::SecondPerson:
        return waitText(item);
    case NextStep::Suggestion:
        return say(QT_TRANSLATE_NOOP("Headless", "A suggestion: approving takes it up, rejecting dismisses it."));
    case NextStep::Epoch:
        return say(QT_TRANSLATE_NOOP("Headless", "Next: the run carries it out with its next epoch."));
    case NextStep::Held:
        return holdText(item);
    case NextStep::Outbox:
        return outboxText(item);
    case NextStep::Sent:
        return say(QT_TRANSLATE_NOOP("Headless", "It has gone out: the receiver took it."));
    case NextStep::Simulated:
        return (item.run.kind == audit::RunKind::Live
                    ? say(QT_TRANSLATE_NOOP("Headless",
                                            "It has gone out within run %1, which has no receiver: it was recorded, "
                                            "and nobody was reached."))
                    : say(QT_TRANSLATE_NOOP("Headless",
                                            "It has gone out within run %1, which only simulates: nobody was reached, "
                                            "and nothing is in the outbox.")))
            .arg(text(item.run.tag));
    case NextStep::Failed:
        return say(QT_TRANSLATE_NOOP("Headless", "It has not gone out: the receiver refused it (%1)."))
            .arg(text(item.answer));
    case NextStep::Unclear:
        return say(QT_TRANSLATE_NOOP("Headless", "Whether it has gone out is not known (%1).")).arg(text(item.answer));
    case NextStep::Over:
        return overText(item);
    }
    return {};
}

void printItem(const session::QueueItem& item, const Context& json) {
    for (const auto& [key, value] : json)
        if (!value.toText().empty() && !key.starts_with("next") && key != "follows" && key != "stopped_by")
            print(QStringLiteral("%1 %2").arg(text(key), -16).arg(text(value.toText())));
    if (!item.history.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "What was done, at the run's clock (UTC):")));
    for (const session::QueueStep& step : item.history) {
        QStringList words{text(step.what), text(step.person), text(step.reason)};
        for (const Sym reason : step.because)
            words << text(item.symbols.name(reason));
        words.removeAll(QString());
        print(QStringLiteral("  %1 %2").arg(text(formatInstant(step.time)), -24).arg(words.join(QLatin1Char(' '))));
    }
    print(nextText(item));
}

std::optional<governance::CommandKind> commandKind(const std::string& word) {
    for (const auto kind :
         {governance::CommandKind::Claim, governance::CommandKind::Release, governance::CommandKind::Edit,
          governance::CommandKind::Approve, governance::CommandKind::Reject})
        if (governance::nameOf(kind) == word)
            return kind;
    return std::nullopt;
}

int listQueue(const std::filesystem::path& folder, const std::string& tag, bool asJson) {
    auto reader = readerOf(folder);
    if (!reader)
        return fail(reader.error());
    auto run = (*reader)->run(tag);
    if (!run)
        return fail(run.error());
    auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return fail(symbols.error());
    auto proposals = (*reader)->proposals(run->id,
                                          {governance::ProposalState::Proposed, governance::ProposalState::Claimed,
                                           governance::ProposalState::SecondNeeded},
                                          1'000'000);
    if (!proposals)
        return fail(proposals.error());
    List list;
    for (const governance::Proposal& proposal : *proposals)
        list.push_back(Value(proposalJson(*run, *symbols, proposal)));
    if (asJson) {
        printJson(Value(std::move(list)));
        return Done;
    }
    if (list.empty()) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Nothing waits for a person.")));
        return Done;
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Item")), "id"},
                {say(QT_TRANSLATE_NOOP("Headless", "Decision")), "decision"},
                {say(QT_TRANSLATE_NOOP("Headless", "Risk")), "risk"},
                {say(QT_TRANSLATE_NOOP("Headless", "Action")), "action"},
                {say(QT_TRANSLATE_NOOP("Headless", "Approval")), "approval"},
                {say(QT_TRANSLATE_NOOP("Headless", "Deadline (UTC)")), "deadline"},
                {say(QT_TRANSLATE_NOOP("Headless", "Claimed by")), "claimed_by"}},
               list);
    print(say(QT_TRANSLATE_NOOP("Headless", "Waiting for a person: %L1. The clock of run %2 stands at %3."))
              .arg(list.size())
              .arg(text(run->tag), text(formatInstant(run->clock))));
    return Done;
}

/// A decision's id, which looks much the same, is answered with the items that came from that decision.
int refuseId(const std::filesystem::path& folder, const std::string& id, const std::string& run) {
    if (!audit::parseId(id))
        return refuse(
            say(QT_TRANSLATE_NOOP("Headless", "“%1” is no id of the queue. They look like s1-482-q3.")).arg(text(id)));
    QString sentence =
        say(QT_TRANSLATE_NOOP("Headless", "“%1” is a decision's id. Ids of the queue look like s1-482-q3."))
            .arg(text(id));
    QStringList items;
    if (const auto explanation = session::explain(folder, id, run))
        for (const governance::Proposal& proposal : explanation->proposals)
            items << text(audit::queueIdText(explanation->run.tag, proposal.number));
    if (!items.isEmpty())
        sentence +=
            QLatin1Char(' ') +
            say(QT_TRANSLATE_NOOP("Headless", "From this decision came: %1.")).arg(items.join(QStringLiteral(", ")));
    return refuse(sentence);
}

/// What a person asks of an item; `run` and the item are known to be there.
std::optional<Error> decide(const std::filesystem::path& folder, const session::QueueItem& item,
                            governance::CommandKind kind, const Arguments& arguments) {
    governance::Command command;
    command.kind = kind;
    command.proposal = item.proposal.number;
    command.person = arguments.option("as");
    command.reason = arguments.option("reason");
    command.subject = arguments.option("subject", item.proposal.subject);
    command.body = arguments.option("body", item.proposal.body);
    // Several people may decide at once; a run that computes takes longer than anybody should wait.
    auto answer = session::giveCommand(folder, item.run.tag, command, std::chrono::seconds(3));
    return answer ? std::nullopt : std::optional(answer.error());
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
                .arg(text(verb)));
    if (const auto missing = missingWorkspace(folder))
        return fail(*missing);
    if (verb == "list")
        return listQueue(folder, arguments->option("run"), arguments->has("json"));
    if (arguments->words.size() < 3)
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Name the item: wayreevectl queue WS list shows their ids.")));
    const auto id = audit::parseQueueId(arguments->words[2]);
    if (!id)
        return refuseId(folder, arguments->words[2], arguments->option("run"));
    auto item = session::queueItem(folder, id->tag.empty() ? arguments->option("run") : id->tag, id->key);
    if (!item)
        return fail(item.error());
    if (kind) {
        if (!arguments->options.contains("as"))
            return refuse(say(QT_TRANSLATE_NOOP("Headless", "Say who decides with --as PERSON.")));
        if (const auto problem = decide(folder, *item, *kind, *arguments))
            return fail(*problem);
        item = session::queueItem(folder, item->run.tag, id->key);
        if (!item)
            return fail(item.error());
    }
    Context json = itemJson(*item);
    if (!arguments->has("json"))
        printItem(*item, json);
    json.emplace_back("history", historyJson(*item));
    if (kind)
        json.emplace_back("records_hash", Value(item->run.recordsHash.hex()));
    if (arguments->has("json"))
        printJson(Value(std::move(json)));
    else if (kind)
        print(say(QT_TRANSLATE_NOOP("Headless",
                                    "Records hash of %1 is now %2: it covers every record, and this added to them."))
                  .arg(text(item->run.tag), text(item->run.recordsHash.hex())));
    return Done;
}

} // namespace wayreeve::headless
