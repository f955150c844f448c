#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "app/headless/stage_tables.h"
#include "base/json.h"
#include "session/stage_audits.h"

namespace wayreeve::headless {

namespace {

using measurement::AuditMoment;
using measurement::StageAudit;
using measurement::StageAuditReport;

/// What the core read is told only of moments that a person has labelled.
Value shown(const AuditMoment& moment) {
    Context json{{"id", Value(moment.id)},
                 {"customer", Value(static_cast<std::int64_t>(moment.customer))},
                 {"time", Value(formatInstant(moment.at))}};
    const bool labelled = !moment.label.empty();
    json.emplace_back("label", labelled ? Value(moment.label) : Value());
    json.emplace_back("stage", labelled ? Value(moment.stage) : Value());
    json.emplace_back("person", labelled ? Value(moment.person) : Value());
    return Value(std::move(json));
}

List shownMoments(const StageAudit& audit) {
    List moments;
    for (const AuditMoment& moment : audit.moments)
        moments.push_back(shown(moment));
    return moments;
}

void answer(const StageAudit& audit, bool inJson) {
    const StageAuditReport report = measurement::reportOf(audit);
    if (inJson) {
        Context json{{"run", Value(audit.run)}, {"seed", Value(static_cast<std::int64_t>(audit.seed))}};
        json.emplace_back("open", Value(static_cast<std::int64_t>(report.open)));
        json.emplace_back("labelled", Value(static_cast<std::int64_t>(report.right.count)));
        json.emplace_back("right", Value(static_cast<std::int64_t>(report.right.hits)));
        const bool any = report.right.count > 0;
        json.emplace_back("accuracy", any ? Value::fromDouble(report.right.share()) : Value());
        json.emplace_back("low", any ? Value::fromDouble(report.interval.low) : Value());
        json.emplace_back("high", any ? Value::fromDouble(report.interval.high) : Value());
        json.emplace_back("confusion", confusionJson(report.confusion, audit.stages));
        json.emplace_back("moments", Value(shownMoments(audit)));
        printJson(Value(std::move(json)));
        return;
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Moment")), "id"},
                {say(QT_TRANSLATE_NOOP("Headless", "Time")), "time"},
                {say(QT_TRANSLATE_NOOP("Headless", "Labelled")), "label"},
                {say(QT_TRANSLATE_NOOP("Headless", "Read by the core")), "stage"}},
               shownMoments(audit));
    print({});
    if (report.right.count > 0) {
        printConfusion(report.confusion, audit.stages);
        print({});
        print(say(QT_TRANSLATE_NOOP("Headless", "%L1 of %L2 labelled moments were read right: %3 % (95 %: %4 … %5 %)."))
                  .arg(report.right.hits)
                  .arg(report.right.count)
                  .arg(QString::number(report.right.share() * 100, 'f', 1),
                       QString::number(report.interval.low * 100, 'f', 1),
                       QString::number(report.interval.high * 100, 'f', 1)));
    }
    print(say(QT_TRANSLATE_NOOP("Headless", "%L1 moments of run %2 wait for a label."))
              .arg(report.open)
              .arg(QString::fromStdString(audit.run)));
}

int showMoment(const std::string& folder, const StageAudit& audit, const std::string& id, bool inJson) {
    const auto events = session::eventsBefore(folder, audit, id);
    if (!events)
        return fail(events.error());
    List rows;
    for (const session::SeenEvent& event : *events)
        rows.push_back(Value(Context{{"time", Value(formatInstant(event.time))},
                                     {"name", Value(event.name)},
                                     {"properties", inJson ? event.properties : Value(writeJson(event.properties))}}));
    if (inJson) {
        List stages;
        for (const std::string& stage : audit.stages)
            stages.push_back(Value(stage));
        printJson(Value(
            Context{{"id", Value(id)}, {"stages", Value(std::move(stages))}, {"events", Value(std::move(rows))}}));
        return Done;
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Time")), "time"},
                {say(QT_TRANSLATE_NOOP("Headless", "Event")), "name"},
                {say(QT_TRANSLATE_NOOP("Headless", "Properties")), "properties"}},
               rows);
    QStringList stages;
    for (const std::string& stage : audit.stages)
        stages << QString::fromStdString(stage);
    print(say(QT_TRANSLATE_NOOP("Headless", "In which stage was this customer? One of: %1."))
              .arg(stages.join(QStringLiteral(", "))));
    return Done;
}

/// Month 0 where none was asked for; nothing, and said why, where it is none or goes with a seed.
std::optional<session::AuditMonth> monthOf(const Arguments& arguments) {
    const std::string text = arguments.option("month");
    if (text.empty())
        return session::AuditMonth{1970, 0};
    const QStringList parts = QString::fromStdString(text).split(QLatin1Char('-'));
    bool isYear = false, isMonth = false;
    const int year = parts.value(0).toInt(&isYear), month = parts.value(1).toInt(&isMonth);
    if (parts.size() != 2 || !isYear || !isMonth || year < 1970 || year > 9999 || month < 1 || month > 12 ||
        arguments.options.contains("seed")) {
        refuse(say(QT_TRANSLATE_NOOP("Headless", "--month is a month like 2026-03, without --seed.")));
        return std::nullopt;
    }
    return session::AuditMonth{year, month};
}

} // namespace

int runAuditStages(const std::vector<std::string>& words) {
    const auto arguments =
        parse(words, {{"run", "seed", "month", "moments", "show", "label", "stage", "as"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const auto seed = number(*arguments, "seed", 1, 0, INT64_MAX);
    const auto moments = number(*arguments, "moments", 50, 1, 10'000);
    if (!seed || !moments)
        return Misused;
    const auto month = monthOf(*arguments);
    if (!month)
        return Misused;
    const std::string& folder = arguments->words.front();
    const std::string id = arguments->option("label"), stage = arguments->option("stage");
    const std::string person = arguments->option("as"), wanted = arguments->option("show");
    if (id.empty() != stage.empty() || id.empty() != person.empty() || (!id.empty() && !wanted.empty())) {
        refuse(say(QT_TRANSLATE_NOOP("Headless", "A label needs --label ID, --stage STAGE and --as PERSON together.")));
        return Misused;
    }
    if (const auto missing = missingWorkspace(folder))
        return fail(*missing);
    const auto count = static_cast<std::uint32_t>(*moments);
    auto audit = month->month == 0 ? session::drawStageAudit(folder, arguments->option("run"),
                                                             static_cast<std::uint64_t>(*seed), count)
                                   : session::drawMonthlyAudit(folder, arguments->option("run"), *month, count);
    if (audit && !wanted.empty())
        return showMoment(folder, *audit, wanted, arguments->has("json"));
    if (audit && !id.empty())
        audit = session::labelStage(folder, audit->run, audit->seed, id, stage, person);
    if (!audit)
        return fail(audit.error());
    answer(*audit, arguments->has("json"));
    return Done;
}

} // namespace wayreeve::headless
