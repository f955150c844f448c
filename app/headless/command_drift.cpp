#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "session/model_drift.h"

namespace wayreeve::headless {

namespace {

using measurement::DriftAlarm;
using measurement::DriftSettings;

Value count(std::uint64_t n) {
    return Value(static_cast<std::int64_t>(n));
}

QString percent(double share) {
    return QStringLiteral("%1 %").arg(share * 100, 0, 'f', 1);
}

Value jsonOf(const DriftAlarm& alarm) {
    Context json;
    json.emplace_back("at", Value(formatInstant(alarm.at)));
    json.emplace_back("since", Value(formatInstant(alarm.since)));
    json.emplace_back("direction", Value(alarm.more ? "more" : "fewer"));
    json.emplace_back("within", count(alarm.within));
    json.emplace_back("predicted", Value::fromDouble(alarm.predicted));
    json.emplace_back("realised", Value::fromDouble(alarm.realised));
    return Value(std::move(json));
}

Value jsonOf(const session::GoalDrift& goal) {
    const measurement::Drift& drift = goal.drift;
    const auto mean = [&](double value) { return drift.tested > 0 ? Value::fromDouble(value) : Value(); };
    Context json;
    json.emplace_back("goal", Value(goal.goal));
    json.emplace_back("outcomes", count(drift.outcomes));
    json.emplace_back("tested", count(drift.tested));
    json.emplace_back("predicted", mean(drift.predicted));
    json.emplace_back("realised", mean(drift.realised));
    json.emplace_back("evidence", Value::fromDouble(drift.evidence));
    List alarms, periods;
    for (const DriftAlarm& alarm : drift.alarms)
        alarms.push_back(jsonOf(alarm));
    for (const measurement::CalibrationPeriod& period : drift.periods) {
        Context line;
        line.emplace_back("from", Value(formatInstant(period.from)));
        line.emplace_back("until", Value(formatInstant(period.until)));
        line.emplace_back("n", count(period.realised.count));
        line.emplace_back("predicted", Value::fromDouble(period.predicted));
        line.emplace_back("realised", Value::fromDouble(period.realised.share()));
        line.emplace_back("low", Value::fromDouble(period.interval.low));
        line.emplace_back("high", Value::fromDouble(period.interval.high));
        periods.push_back(Value(std::move(line)));
    }
    json.emplace_back("alarms", Value(std::move(alarms)));
    json.emplace_back("periods", Value(std::move(periods)));
    return Value(std::move(json));
}

void printGoal(const session::GoalDrift& goal) {
    const measurement::Drift& drift = goal.drift;
    const QString name = QString::fromStdString(goal.name);
    if (drift.tested == 0) {
        print(say(QT_TRANSLATE_NOOP("Headless", "%1: no outcome to test yet.")).arg(name));
        return;
    }
    print(say(QT_TRANSLATE_NOOP("Headless", "%1: predicted %2, came %3, over %L4 outcomes."))
              .arg(name, percent(drift.predicted), percent(drift.realised))
              .arg(drift.tested));
    for (const DriftAlarm& alarm : drift.alarms) {
        const QString words =
            alarm.more ? say(QT_TRANSLATE_NOOP("Headless", "Drift, noticed %1: since %2 more comes than predicted "
                                                           "(%3 instead of %4, %L5 outcomes)."))
                       : say(QT_TRANSLATE_NOOP("Headless", "Drift, noticed %1: since %2 less comes than predicted "
                                                           "(%3 instead of %4, %L5 outcomes)."));
        print(words
                  .arg(QString::fromStdString(formatInstant(alarm.at)),
                       QString::fromStdString(formatInstant(alarm.since)), percent(alarm.realised),
                       percent(alarm.predicted))
                  .arg(alarm.within));
    }
    if (drift.alarms.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "No drift found.")));
}

} // namespace

int runDrift(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    if (const auto missing = missingWorkspace(arguments->words.front()))
        return fail(*missing);
    const DriftSettings settings;
    const auto found = session::modelDriftOf(arguments->words.front(), arguments->option("run"), settings);
    if (!found)
        return fail(found.error());
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("run", Value(found->run.tag));
        json.emplace_back("false_alarms", Value::fromDouble(settings.falseAlarms));
        json.emplace_back("tolerance", Value::fromDouble(settings.tolerance));
        json.emplace_back("warm_up", count(session::driftWarmUp));
        List goals;
        for (const session::GoalDrift& goal : found->goals)
            goals.push_back(jsonOf(goal));
        json.emplace_back("goals", Value(std::move(goals)));
        printJson(Value(std::move(json)));
        return Done;
    }
    for (const session::GoalDrift& goal : found->goals)
        printGoal(goal);
    return Done;
}

} // namespace wayreeve::headless
