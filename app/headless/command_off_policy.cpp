#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "session/policy_log.h"

#include <charconv>
#include <cmath>

namespace wayreeve::headless {

namespace {

using measurement::OffPolicyEstimates;
using measurement::OverlapWarning;
using measurement::PolicyValue;

struct Estimator {
    const char* id;
    std::optional<PolicyValue> value;
};

std::vector<Estimator> estimatorsOf(const OffPolicyEstimates& of) {
    return {{"ips", of.ips}, {"snips", of.snips}, {"dm", of.dm}, {"dr", of.dr}, {"switch_dr", of.switchDr}};
}

Value jsonOf(const std::optional<PolicyValue>& value) {
    if (!value)
        return {};
    Context json;
    json.emplace_back("estimate", Value::fromDouble(value->estimate));
    json.emplace_back("low", Value::fromDouble(value->low));
    json.emplace_back("high", Value::fromDouble(value->high));
    return Value(std::move(json));
}

void answerJson(const OffPolicyEstimates& of) {
    Context json;
    json.emplace_back("rows", Value(static_cast<std::int64_t>(of.rows)));
    json.emplace_back("logged", jsonOf(of.logged));
    for (const Estimator& one : estimatorsOf(of))
        json.emplace_back(one.id, jsonOf(one.value));
    json.emplace_back("ess", Value::fromDouble(of.ess));
    json.emplace_back("mean_weight", Value::fromDouble(of.meanWeight));
    json.emplace_back("largest_weight", Value::fromDouble(of.largestWeight));
    json.emplace_back("above_tau", Value(static_cast<std::int64_t>(of.aboveTau)));
    List warnings;
    for (const OverlapWarning warning : of.warnings)
        warnings.push_back(Value(std::string(measurement::nameOf(warning))));
    json.emplace_back("warnings", Value(std::move(warnings)));
    printJson(Value(std::move(json)));
}

QString sentenceOf(OverlapWarning warning) {
    switch (warning) {
    case OverlapWarning::FewEffectiveRows:
        return say(QT_TRANSLATE_NOOP("Headless", "Careful: few rows carry nearly all of the weight. The two policies "
                                                 "overlap too little for these intervals to be trusted."));
    case OverlapWarning::HeavyWeights:
        return say(QT_TRANSLATE_NOOP("Headless", "Careful: some rows weigh more than tau. Switch-DR leaves their "
                                                 "correction out; compare it with DR."));
    case OverlapWarning::WeightsOff:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Headless", "Careful: weights should average 1 and do not. The probabilities are not "
                                             "those that this log was drawn with, or the policy to be judged takes "
                                             "actions that the log never shows."));
}

void printEstimates(const OffPolicyEstimates& of) {
    const auto figure = [](double value) { return Value(QString::number(value, 'f', 6).toStdString()); };
    List rows;
    const auto add = [&](const QString& name, const PolicyValue& value) {
        Context row;
        row.emplace_back("name", Value(name.toStdString()));
        row.emplace_back("estimate", figure(value.estimate));
        row.emplace_back("low", figure(value.low));
        row.emplace_back("high", figure(value.high));
        rows.push_back(Value(std::move(row)));
    };
    add(say(QT_TRANSLATE_NOOP("Headless", "as logged")), of.logged);
    for (const Estimator& one : estimatorsOf(of))
        if (one.value)
            add(QString::fromLatin1(one.id), *one.value);
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Estimator")), "name"},
                {say(QT_TRANSLATE_NOOP("Headless", "Reward a choice")), "estimate", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Low (95 %)")), "low", true},
                {say(QT_TRANSLATE_NOOP("Headless", "High (95 %)")), "high", true}},
               rows);
    print(say(QT_TRANSLATE_NOOP("Headless", "%L1 rows count as much as %L2 drawn by the judged policy; weights: mean "
                                            "%3, largest %4."))
              .arg(of.rows)
              .arg(of.ess, 0, 'f', 1)
              .arg(of.meanWeight, 0, 'f', 4)
              .arg(of.largestWeight, 0, 'f', 2));
    for (const OverlapWarning warning : of.warnings)
        print(sentenceOf(warning));
}

} // namespace

int runOffPolicy(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"log", "tau"}, {}, 0, 0});
    if (!arguments)
        return Misused;
    const std::string file = arguments->option("log");
    if (file.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Headless", "Name the log with --log FILE.csv.")));
        return Misused;
    }
    measurement::OffPolicySettings settings;
    if (const std::string tau = arguments->option("tau"); !tau.empty()) {
        const auto [end, failed] = std::from_chars(tau.data(), tau.data() + tau.size(), settings.tau);
        if (failed != std::errc() || end != tau.data() + tau.size() || !std::isfinite(settings.tau) ||
            settings.tau <= 0) {
            refuse(say(QT_TRANSLATE_NOOP("Headless", "--tau takes a number above 0.")));
            return Misused;
        }
    }
    const auto log = session::readPolicyLog(file);
    if (!log)
        return fail(log.error());
    settings.hasPredictions = log->hasPredictions;
    const OffPolicyEstimates estimates = measurement::offPolicy(log->rows, settings);
    if (arguments->has("json"))
        answerJson(estimates);
    else
        printEstimates(estimates);
    return Done;
}

} // namespace wayreeve::headless
