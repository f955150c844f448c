#include "app/headless/comparison.h"

#include "app/headless/output.h"

namespace wayreeve::headless {

namespace {

QString percent(double share) {
    return QString::number(share * 100, 'f', 2);
}

QString points(double difference) {
    return QString::asprintf("%+.2f", difference * 100);
}

QString verdictText(const measurement::Lift& lift) {
    using measurement::Verdict;
    switch (lift.verdict) {
    case Verdict::Ship:
        return say(QT_TRANSLATE_NOOP("Headless", "Verdict: ship. More customers reach the goal than in the baseline."));
    case Verdict::RollBack:
        return lift.reason == "guardrail"
                   ? say(QT_TRANSLATE_NOOP("Headless", "Verdict: roll back. A guardrail is harmed."))
                   : say(QT_TRANSLATE_NOOP("Headless",
                                           "Verdict: roll back. Fewer customers reach the goal than in the baseline."));
    case Verdict::Unhealthy:
        return say(QT_TRANSLATE_NOOP("Headless", "Verdict: unhealthy. Customers were not split as planned, so the arms "
                                                 "cannot be compared."));
    case Verdict::KeepGoing:
        break;
    }
    if (lift.reason == "too-early")
        return say(QT_TRANSLATE_NOOP("Headless", "Verdict: keep going. It is too early: seven days must pass."));
    if (lift.reason == "too-few")
        return say(QT_TRANSLATE_NOOP("Headless", "Verdict: keep going. There are too few customers."));
    return say(QT_TRANSLATE_NOOP("Headless", "Verdict: keep going. The difference is not certain yet."));
}

} // namespace

Value comparisonJson(const session::Insights& insights) {
    const measurement::Lift& lift = insights.lift;
    Context json;
    json.emplace_back("goal", Value(insights.goal));
    json.emplace_back("agentic", Value::fromDouble(lift.agentic));
    json.emplace_back("baseline", Value::fromDouble(lift.baseline));
    json.emplace_back("difference", Value::fromDouble(lift.difference));
    json.emplace_back("low", lift.always ? Value::fromDouble(lift.always->low) : Value());
    json.emplace_back("high", lift.always ? Value::fromDouble(lift.always->high) : Value());
    json.emplace_back("verdict", Value(std::string(measurement::nameOf(lift.verdict))));
    json.emplace_back("reason", Value(lift.reason));
    return Value(std::move(json));
}

void printComparison(const session::Insights& insights) {
    const measurement::Lift& lift = insights.lift;
    if (lift.verdict != measurement::Verdict::Unhealthy) {
        print(say(QT_TRANSLATE_NOOP(
                      "Headless",
                      "Goal reached (“%1”): agentic %2 %, baseline %3 % of customers, difference %4 percentage points"))
                  .arg(QString::fromStdString(insights.goal), percent(lift.agentic), percent(lift.baseline),
                       points(lift.difference)));
        print(lift.always ? say(QT_TRANSLATE_NOOP("Headless", "Always-valid 95 % interval of the difference: %1 … %2"))
                                .arg(points(lift.always->low), points(lift.always->high))
                          : say(QT_TRANSLATE_NOOP(
                                "Headless", "An always-valid interval needs 30 customers in each of the two arms.")));
    }
    print(verdictText(lift));
}

} // namespace wayreeve::headless
