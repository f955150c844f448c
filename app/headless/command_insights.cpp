#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "measurement/comparison.h"
#include "session/insights.h"

namespace wayreeve::headless {

namespace {

void printMetrics(const session::Insights& insights) {
    const auto figure = [](const std::optional<double>& value) {
        return Value(value ? QString::number(*value, 'f', 4).toStdString() : std::string("–"));
    };
    List rows;
    for (const measurement::MetricValue& metric : insights.metrics) {
        Context row;
        row.emplace_back("id", Value(std::string(metric.id)));
        row.emplace_back("agentic", figure(metric.agentic));
        row.emplace_back("baseline", figure(metric.baseline));
        row.emplace_back("difference", figure(metric.difference));
        row.emplace_back(
            "interval",
            whyNotCompared(metric).empty()
                ? Value(
                      QStringLiteral("%1 … %2").arg(*metric.low, 0, 'f', 4).arg(*metric.high, 0, 'f', 4).toStdString())
                : Value(std::string(whyNotCompared(metric))));
        rows.push_back(Value(std::move(row)));
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Metric")), "id"},
                {say(QT_TRANSLATE_NOOP("Headless", "Agentic")), "agentic", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Baseline")), "baseline", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Difference")), "difference", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Fixed-time 95 % interval, or why there is none")), "interval"}},
               rows);
    print(say(QT_TRANSLATE_NOOP("Headless", "%L1 metrics of run %2."))
              .arg(rows.size())
              .arg(QString::fromStdString(insights.run.tag)));
}

} // namespace

int runInsights(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    if (const auto missing = missingWorkspace(arguments->words.front()))
        return fail(*missing);
    auto insights = session::insightsOf(arguments->words.front(), arguments->option("run"));
    if (!insights)
        return fail(insights.error());
    List metrics;
    const auto optional = [](const std::optional<double>& value) {
        return value ? Value::fromDouble(*value) : Value();
    };
    for (const measurement::MetricValue& metric : insights->metrics) {
        const std::string why(whyNotCompared(metric));
        Context json;
        json.emplace_back("id", Value(std::string(metric.id)));
        json.emplace_back("agentic", optional(metric.agentic));
        json.emplace_back("baseline", optional(metric.baseline));
        json.emplace_back("difference", optional(metric.difference));
        json.emplace_back("low", optional(why.empty() ? metric.low : std::nullopt));
        json.emplace_back("high", optional(why.empty() ? metric.high : std::nullopt));
        json.emplace_back("n_agentic", Value(static_cast<std::int64_t>(metric.nAgentic)));
        json.emplace_back("n_baseline", Value(static_cast<std::int64_t>(metric.nBaseline)));
        json.emplace_back("why", Value(why));
        metrics.push_back(Value(std::move(json)));
    }
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("run", Value(insights->run.tag));
        json.emplace_back("verdict", Value(std::string(measurement::nameOf(insights->lift.verdict))));
        json.emplace_back("mixed_arms", Value(static_cast<std::int64_t>(insights->mixedArms))); // left out
        json.emplace_back("accounts", Value(static_cast<std::int64_t>(insights->accounts)));
        json.emplace_back("metrics", Value(std::move(metrics)));
        printJson(Value(std::move(json)));
    } else {
        printMetrics(*insights);
    }
    return Done;
}

} // namespace wayreeve::headless
