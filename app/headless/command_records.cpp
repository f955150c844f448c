#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "audit/queue_id.h"
#include "base/clock.h"
#include "session/explain.h"
#include "session/export.h"
#include "session/runs.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/verify_store.h"
#include "ui/text/error_text.h"

#include <optional>
#include <utility>

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

/// Decisions to wait: the store cannot ask for "no action", so pages are read until there are enough.
Result<std::vector<audit::DecisionRow>> waits(audit::LedgerReader& reader, std::int64_t run,
                                              audit::DecisionFilter filter) {
    constexpr std::int64_t page = 10'000;
    const auto wanted = static_cast<std::size_t>(std::exchange(filter.limit, page));
    std::vector<audit::DecisionRow> found;
    for (;; filter.offset += page) {
        auto rows = reader.decisions(run, filter);
        if (!rows)
            return rows;
        for (audit::DecisionRow& row : *rows)
            if (row.action == 0 && found.size() < wanted)
                found.push_back(std::move(row));
        if (static_cast<std::int64_t>(rows->size()) < page || found.size() == wanted)
            return found;
    }
}

/// How many there are without the limit.
Result<std::uint64_t> countAll(audit::LedgerReader& reader, std::int64_t run, audit::DecisionFilter filter,
                               bool onlyWaits) {
    auto all = reader.countDecisions(run, filter);
    if (!all || !onlyWaits)
        return all;
    filter.includeWait = false;
    const auto others = reader.countDecisions(run, filter);
    return others ? Result<std::uint64_t>(*all - *others) : others;
}

/// A sentence where the name is neither an action of the run nor one of the workspace today.
std::optional<QString> unknownAction(const std::string& action, const Symbols& symbols,
                                     const std::filesystem::path& folder) {
    if (action.empty() || action == "wait" || symbols.find(action) != 0)
        return std::nullopt;
    std::vector<std::string> known{"wait"};
    if (const auto workspace = session::openWorkspace(folder))
        for (const documents::Action& one : workspace->workspace->actions->actions)
            known.push_back(one.id);
    return unknownName(say(QT_TRANSLATE_NOOP("Headless", "There is no action “%1” in this run.")), action, known);
}

} // namespace

int runDecisions(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "limit", "customer", "action", "since"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const auto limit = number(*arguments, "limit", 100, 1, 10'000'000);
    const auto customer = number(*arguments, "customer", -1, 0, UINT32_MAX);
    if (!limit || !customer)
        return Usage;
    auto reader = readerOf(arguments->words.front());
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
        if (!instant)
            return fail(instant.error());
        filter.since = *instant;
    }
    const std::string action = arguments->option("action");
    if (const auto wrong = unknownAction(action, *symbols, arguments->words.front()))
        return refuse(*wrong);
    filter.action = action.empty() || action == "wait" ? 0 : symbols->find(action);
    auto rows = action == "wait" ? waits(**reader, run->id, filter) : (*reader)->decisions(run->id, filter);
    if (!rows)
        return fail(rows.error());
    List list;
    for (const audit::DecisionRow& row : *rows)
        list.push_back(rowJson(*run, *symbols, row));
    if (arguments->has("json")) {
        printJson(Value(std::move(list)));
        return Done;
    }
    if (list.empty()) {
        print(say(QT_TRANSLATE_NOOP("Headless", "No decision is as you asked.")));
        return Done;
    }
    const auto all = countAll(**reader, run->id, filter, action == "wait");
    if (!all)
        return fail(all.error());
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Decision")), "id"},
                {say(QT_TRANSLATE_NOOP("Headless", "Time (UTC)")), "time"},
                {say(QT_TRANSLATE_NOOP("Headless", "Customer")), "customer", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Action")), "action"},
                {say(QT_TRANSLATE_NOOP("Headless", "Ruling")), "ruling"},
                {say(QT_TRANSLATE_NOOP("Headless", "Arm")), "arm"}},
               list);
    print(say(QT_TRANSLATE_NOOP("Headless", "%L1 of %L2 decisions of run %3, newest first."))
              .arg(list.size())
              .arg(*all)
              .arg(QString::fromStdString(run->tag)));
    return Done;
}

namespace {

/// As the window says it.
QString triggerText(const audit::DecisionRecord& record) {
    using audit::TriggerKind;
    switch (record.trigger) {
    case TriggerKind::Event:
    case TriggerKind::Logged:
        return QString::fromStdString(record.triggerName).simplified();
    case TriggerKind::Timer:
        return say(QT_TRANSLATE_NOOP("Headless", "timer"));
    case TriggerKind::Verdict:
        return say(QT_TRANSLATE_NOOP("Headless", "a person's verdict"));
    case TriggerKind::Result:
        return say(QT_TRANSLATE_NOOP("Headless", "a sent message's result"));
    case TriggerKind::DidNotFit:
        return say(QT_TRANSLATE_NOOP("Headless", "shared budget ran out"));
    case TriggerKind::Expiry:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Headless", "a proposal that ran out of time"));
}

void printPast(const std::vector<session::PastInteraction>& past) {
    if (past.empty())
        return;
    print(say(QT_TRANSLATE_NOOP("Headless", "What happened before (UTC):")));
    for (const session::PastInteraction& one : past) {
        QStringList terms;
        for (const auto& match : one.terms)
            if (terms.size() < 5) // the largest shares
                terms << QString::fromStdString(match.term);
        const QString what = QString::fromStdString(one.what).simplified();
        print(QStringLiteral("  %1 %2")
                  .arg(QString::fromStdString(formatInstant(one.time)), -22)
                  .arg(one.ours ? say(QT_TRANSLATE_NOOP("Headless", "we sent %1")).arg(what) : what) +
              QStringLiteral(" (") + terms.join(QStringLiteral(", ")) + QStringLiteral(")"));
    }
}

QString hoursText(double hours) {
    const int minutes = static_cast<int>(hours * 60 + 0.5) % (24 * 60);
    return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

/// When a chosen contact goes out, and why then; how often its agent writes.
void printTiming(const planning::Plan& plan, std::uint32_t chosen) {
    for (const planning::SendHour& hour : plan.sendHours)
        if (hour.candidate == chosen)
            print(
                say(QT_TRANSLATE_NOOP("Headless", "  goes out at %1 (local), drawn with probability %2: %3 expected to "
                                                  "answer; best time so far about %4, from %5 contacts"))
                    .arg(hoursText(hour.hour))
                    .arg(hour.probability, 0, 'f', 4)
                    .arg(hour.expected, 0, 'f', 3)
                    .arg(hoursText(hour.estimate))
                    .arg(hour.contacts));
    for (const planning::ContactGap& gap : plan.gaps)
        if (gap.agent == plan.candidates[chosen].agent)
            print(say(QT_TRANSLATE_NOOP("Headless", "  at least %1 between contacts; the last keeps until %2 (UTC)"))
                      .arg(QString::fromStdString(Value(gap.gap).toText()),
                           QString::fromStdString(formatInstant(gap.until))));
}

/// What the score answers, and which of its factors are switched off (1 or 0 in the line above).
void printFactors(const planning::ScoreParts& score, const Symbols& symbols) {
    for (const planning::Answer& answer : score.answers)
        print(say(QT_TRANSLATE_NOOP("Headless", "  context holds %1 for answering %2"))
                  .arg(answer.amount, 0, 'f', 4)
                  .arg(QString::fromStdString(symbols.name(answer.reading))));
    QStringList off;
    for (unsigned i = 0; i <= static_cast<unsigned>(documents::Factor::Harm); ++i)
        if (const auto factor = static_cast<documents::Factor>(i); score.isOff(factor))
            off << QString::fromStdString(std::string(documents::nameOf(factor)));
    if (!off.isEmpty())
        print(say(QT_TRANSLATE_NOOP("Headless", "  switched off: %1")).arg(off.join(QStringLiteral(", "))));
}

void printArbitrations(const planning::Plan& plan, const Symbols& symbols) {
    for (const planning::Arbitration& one : plan.arbitrations) {
        const QString first = QString::fromStdString(symbols.name(plan.candidates[one.first].action));
        const QString second = QString::fromStdString(symbols.name(plan.candidates[one.second].action));
        print(one.by == planning::Precedence::Preference
                  ? say(QT_TRANSLATE_NOOP("Headless",
                                          "%1 before %2, worth about the same: the customer prefers the channel"))
                        .arg(first, second)
                  : say(QT_TRANSLATE_NOOP("Headless",
                                          "%1 before %2, worth about the same: its agent was in touch less recently"))
                        .arg(first, second));
    }
}

void printTables(const std::vector<rules::TableFiring>& tables) {
    for (const rules::TableFiring& firing : tables) {
        QStringList rows;
        for (const int row : firing.rows)
            rows << QString::number(row + 1); // as people number them
        const QString table = QString::fromStdString(firing.table);
        print(
            !firing.error.empty()
                ? say(QT_TRANSLATE_NOOP("Headless", "Table %1 had no answer (%2), rows %3"))
                      .arg(table, QString::fromStdString(firing.error), rows.join(QStringLiteral(", ")))
            : rows.isEmpty()
                ? say(QT_TRANSLATE_NOOP("Headless", "Table %1: no row matched")).arg(table)
                : say(QT_TRANSLATE_NOOP("Headless", "Table %1: rows %2")).arg(table, rows.join(QStringLiteral(", "))));
    }
}

/// Every score with what it is the sum of; those that are nothing are left out.
void printReading(const interpretation::Reading& reading, const Symbols& symbols) {
    const auto name = [&](Sym symbol) { return QString::fromStdString(symbols.name(symbol)); };
    const auto score = [&](const QString& kind, const interpretation::Score& one) {
        if (one.value == 0 && one.parts.empty())
            return;
        print(QStringLiteral("  %1 %2 %3").arg(kind, -12).arg(name(one.id), -30).arg(one.value, 9, 'f', 4));
        for (const interpretation::Contribution& part : one.parts)
            print(QStringLiteral("      %1 %2")
                      .arg(part.signal == 0 ? say(QT_TRANSLATE_NOOP("Headless", "starting level")) : name(part.signal),
                           -38)
                      .arg(part.amount, 9, 'f', 4));
    };
    print(say(QT_TRANSLATE_NOOP("Headless", "Read, each the sum of what its signals add:")));
    for (const interpretation::Score& one : reading.stages)
        score(say(QT_TRANSLATE_NOOP("Headless", "stage")), one);
    for (const interpretation::Score& one : reading.intents)
        score(say(QT_TRANSLATE_NOOP("Headless", "intent")), one);
    for (const interpretation::Score& one : reading.needs)
        score(say(QT_TRANSLATE_NOOP("Headless", "need")), one);
    for (const interpretation::Score& one : reading.hesitations)
        score(say(QT_TRANSLATE_NOOP("Headless", "hesitation")), one);
    score(say(QT_TRANSLATE_NOOP("Headless", "sentiment")), reading.sentiment);
}

void explainInWords(const session::Explanation& e) {
    const auto name = [&](Sym symbol) { return QString::fromStdString(e.symbols.name(symbol)); };
    const auto action = [&](Sym symbol) {
        return symbol == 0 ? say(QT_TRANSLATE_NOOP("Headless", "wait")) : name(symbol);
    };
    const auto candidateLine = [&](const planning::Candidate& c) {
        const QString what = action(c.action) + (c.content != 0 ? QStringLiteral(" / ") + name(c.content) : QString());
        const std::string_view gate = planning::nameOf(c.gate);
        QString line = QStringLiteral("  %1 %2").arg(what, -44).arg(
            QString::fromUtf8(gate.data(), static_cast<qsizetype>(gate.size())), -16);
        if (c.removedBy != 0)
            line += say(QT_TRANSLATE_NOOP("Headless", "by %1")).arg(name(c.removedBy));
        for (const audit::CustomerRow& contact : e.contacts)
            if (contact.number + 1 == c.contact)
                line += QLatin1Char(' ') +
                        say(QT_TRANSLATE_NOOP("Headless", "to %1")).arg(QString::fromStdString(contact.name)) +
                        QLatin1Char(' ');
        if (c.scored)
            line += say(QT_TRANSLATE_NOOP("Headless", "priority %1, probability %2"))
                        .arg(c.score.priority, 0, 'f', 2)
                        .arg(c.score.probability, 0, 'f', 3);
        print(line);
    };
    const auto rulingLine = [&](const governance::Ruling& r) {
        const auto kind = governance::nameOf(r.kind), risk = documents::nameOf(r.risk);
        QString line = say(QT_TRANSLATE_NOOP("Headless", "Ruling: %1, by cell %2, risk %3"))
                           .arg(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())), name(r.cell),
                                QString::fromUtf8(risk.data(), static_cast<qsizetype>(risk.size())));
        for (const Sym raise : r.raisedBy)
            line += say(QT_TRANSLATE_NOOP("Headless", ", raised by %1")).arg(name(raise));
        for (const Sym exception : r.exceptions)
            line += say(QT_TRANSLATE_NOOP("Headless", ", exception %1")).arg(name(exception));
        print(line);
    };
    if (!e.askedItem.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "%1 is an item of the queue; it came from decision %2."))
                  .arg(QString::fromStdString(e.askedItem), QString::fromStdString(e.id)));
    print(say(QT_TRANSLATE_NOOP("Headless", "Decision %1, %2 (UTC), customer %3"))
              .arg(QString::fromStdString(e.id), QString::fromStdString(formatInstant(e.entry.time)))
              .arg(e.entry.customer));
    if (e.decision) {
        const audit::DecisionRecord& d = *e.decision;
        print(say(QT_TRANSLATE_NOOP("Headless", "Because of %1; stage %2")).arg(triggerText(d), name(d.reading.stage)));
        print(say(QT_TRANSLATE_NOOP("Headless", "Evidence:")));
        for (const audit::Evidence& fact : d.evidence)
            print(QStringLiteral("  %1 %2")
                      .arg(name(fact.name), -32)
                      .arg(fact.value.isNull() ? say(QT_TRANSLATE_NOOP("Headless", "missing"))
                                               : QString::fromStdString(fact.value.toText())));
        printReading(d.reading, e.symbols);
        printPast(e.past);
        printTables(d.tables);
        print(say(QT_TRANSLATE_NOOP("Headless", "Candidates:")));
        for (const planning::Candidate& candidate : d.plan.candidates)
            candidateLine(candidate);
        for (std::size_t i = 0; i < d.plan.choices.size(); ++i) {
            const planning::SlotChoice& choice = d.plan.choices[i];
            const planning::Candidate& c = d.plan.candidates[choice.chosen];
            const std::string_view slot = documents::nameOf(choice.slot);
            print(say(QT_TRANSLATE_NOOP("Headless", "Chosen: %1 for %2 with probability %3, confidence %4%5"))
                      .arg(QString::fromUtf8(slot.data(), static_cast<qsizetype>(slot.size())), action(c.action))
                      .arg(choice.probability, 0, 'f', 4)
                      .arg(choice.confidence, 0, 'f', 3)
                      .arg(choice.explored ? say(QT_TRANSLATE_NOOP("Headless", ", explored")) : QString()));
            if (c.scored)
                print(say(QT_TRANSLATE_NOOP("Headless",
                                            "  %1 × context %2 × value %3 × lever %4 − cost %5 − harm %6 = %7"))
                          .arg(c.score.counted(documents::Factor::Outcome), 0, 'f', 4)
                          .arg(c.score.counted(documents::Factor::Context), 0, 'f', 2)
                          .arg(c.score.counted(documents::Factor::Value), 0, 'f', 2)
                          .arg(c.score.counted(documents::Factor::Lever), 0, 'f', 2)
                          .arg(c.score.counted(documents::Factor::Cost), 0, 'f', 2)
                          .arg(c.score.counted(documents::Factor::Harm), 0, 'f', 2)
                          .arg(c.score.priority, 0, 'f', 2));
            printFactors(c.score, e.symbols);
            if (c.scored && c.score.counted(documents::Factor::Fatigue) != 1.0)
                print(say(QT_TRANSLATE_NOOP("Headless", "  of which earlier contacts leave × %1 of the outcome"))
                          .arg(c.score.fatigue, 0, 'f', 4));
            printTiming(d.plan, choice.chosen);
            rulingLine(d.rulings[i]);
        }
        printArbitrations(d.plan, e.symbols);
        for (const audit::ModelConfiguration& model : e.models)
            print(say(QT_TRANSLATE_NOOP("Headless", "Configuration of the model of goal %1: %2"))
                      .arg(QString::fromStdString(model.goal), QString::fromStdString(model.hash.hex())));
    } else if (e.drawn) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Drawn by node %1 of %2"))
                  .arg(name(e.drawn->node), name(e.drawn->journey)));
        candidateLine(e.drawn->candidate);
        rulingLine(e.drawn->ruling);
    }
    if (!e.after.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "What followed (UTC):")));
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
    for (const governance::Proposal& proposal : e.proposals) {
        const std::string_view state = governance::nameOf(proposal.state);
        print(say(QT_TRANSLATE_NOOP("Headless", "In the queue as %1: %2"))
                  .arg(QString::fromStdString(audit::queueIdText(e.run.tag, proposal.number)),
                       QString::fromUtf8(state.data(), static_cast<qsizetype>(state.size()))));
    }
    print(e.hashVerified ? say(QT_TRANSLATE_NOOP("Headless", "The record is as it was written (hash verified)."))
                         : say(QT_TRANSLATE_NOOP("Headless", "WARNING: the record's bytes do not match its hash.")));
}

/// What is left of a decision about somebody who was erased.
int explainErased(const Error& erased, bool asJson) {
    Context json{{"erased", Value(true)}};
    for (const auto& [name, value] : erased.parameters)
        json.emplace_back(name, Value(value));
    if (asJson)
        printJson(Value(std::move(json)));
    else
        print(text::errorText(erased));
    return Done;
}

} // namespace

int runExplain(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 2, 2});
    if (!arguments)
        return Misused;
    if (const auto missing = missingWorkspace(arguments->words[0]))
        return fail(*missing);
    auto explanation = session::explain(arguments->words[0], arguments->words[1], arguments->option("run"));
    if (!explanation && explanation.error().code == "decision.erased")
        return explainErased(explanation.error(), arguments->has("json"));
    if (!explanation)
        return fail(explanation.error());
    if (arguments->has("json"))
        printJson(session::explanationJson(*explanation));
    else
        explainInWords(*explanation);
    return Done;
}

int runVerify(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {});
    if (!arguments)
        return Misused;
    const std::filesystem::path folder = arguments->words.front();
    // The records stand for themselves, whatever has become of the documents.
    std::error_code unknown;
    if (!std::filesystem::exists(folder / ".wayreeve", unknown))
        if (const auto missing = missingWorkspace(folder))
            return fail(*missing);
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
            print(
                one.kind == audit::DamageKind::StoreMissing
                    ? say(QT_TRANSLATE_NOOP("Headless", "DAMAGED: store-missing: .wayreeve/store.db is not there or is "
                                                        "empty, though this workspace has had runs. Restore it from "
                                                        "a backup."))
                    : say(QT_TRANSLATE_NOOP("Headless", "DAMAGED: %1 at record %2 of %3"))
                          .arg(QString::fromStdString(std::string(audit::nameOf(one.kind))))
                          .arg(one.number)
                          .arg(QString::fromStdString(one.run)));
    }
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("ok", Value(report->ok));
        json.emplace_back("records", Value(static_cast<std::int64_t>(report->records)));
        json.emplace_back("decisions", Value(static_cast<std::int64_t>(report->decisions)));
        json.emplace_back("erased", Value(static_cast<std::int64_t>(report->erased)));
        json.emplace_back("head", Value(report->head.hex()));
        json.emplace_back("keys_unwrapped", Value(report->keysUnwrapped));
        json.emplace_back("keys_exposed", Value(report->keysExposed));
        json.emplace_back("damage", Value(std::move(damage)));
        printJson(Value(std::move(json)));
    } else {
        if (report->ok)
            print(
                say(QT_TRANSLATE_NOOP(
                        "Headless", "%1 records, %2 decisions: every record, link and signature is as it was written."))
                    .arg(report->records)
                    .arg(report->decisions));
        if (report->erased > 0)
            print(say(QT_TRANSLATE_NOOP("Headless", "%1 records were erased with their customers' data; their hashes "
                                                    "still stand in the chain."))
                      .arg(report->erased));
        if (report->keysUnwrapped)
            print(say(QT_TRANSLATE_NOOP(
                "Headless",
                "The signing key of this workspace lies unwrapped in .wayreeve/keys (demo and simulation only).")));
        if (report->keysExposed)
            print(say(QT_TRANSLATE_NOOP("Headless", "Other accounts of this machine may read that key: its file should "
                                                    "have mode 0600. The next run puts it right.")));
    }
    return report->ok ? Done : Findings;
}

int runExport(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"records", "run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const std::string file = arguments->option("records");
    if (file.empty())
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Name the file with --records.")));
    const std::filesystem::path folder = arguments->words.front();
    if (const auto missing = missingWorkspace(folder))
        return fail(*missing);
    const auto run = session::exportRun(folder, arguments->option("run"), file);
    if (!run)
        return fail(run.error());
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("run", Value(run->tag));
        json.emplace_back("records", Value(static_cast<std::int64_t>(run->entries)));
        json.emplace_back("file", Value(file));
        printJson(Value(std::move(json)));
    } else {
        print(say(QT_TRANSLATE_NOOP("Headless", "%1 records of %2 written to %3."))
                  .arg(run->entries)
                  .arg(QString::fromStdString(run->tag), QString::fromStdString(file)));
    }
    return Done;
}

} // namespace wayreeve::headless
