#include "measurement/metrics.h"

#include "measurement/tallies.h"

#include <algorithm>
#include <array>
#include <map>

namespace wayreeve::measurement {
namespace {

constexpr std::string_view fairnessGap = "fairness-gap";

constexpr std::array<MetricDefinition, 23> definitions{{
    {"conversion-rate", Block::Business, "formula.conversion-rate", Unit::Share, true},
    {"revenue-per-customer", Block::Business, "formula.revenue-per-customer", Unit::Money, true},
    {"average-order-value", Block::Business, "formula.average-order-value", Unit::Money, true},
    {"goal-completion", Block::Business, "formula.goal-completion", Unit::Share, true},
    {"spend-on-non-responders", Block::Business, "formula.spend-on-non-responders", Unit::Money, false},
    {"cost-to-serve", Block::Business, "formula.cost-to-serve", Unit::Money, false},
    {"time-to-resolution", Block::Experience, "formula.time-to-resolution", Unit::Hours, false},
    {"first-contact-resolution", Block::Experience, "formula.first-contact-resolution", Unit::Share, true},
    {"repeat-contact", Block::Experience, "formula.repeat-contact", Unit::Share, false},
    {"satisfaction", Block::Experience, "formula.satisfaction", Unit::Score, true},
    {"autonomous-resolution", Block::Operations, "formula.autonomous-resolution", Unit::Share, true},
    {"containment", Block::Operations, "formula.containment", Unit::Share, true},
    {"escalation", Block::Operations, "formula.escalation", Unit::Share, false},
    {"task-completion", Block::Operations, "formula.task-completion", Unit::Share, true},
    {"trigger-to-response", Block::Operations, "formula.trigger-to-response", Unit::Minutes, false},
    {"cost-per-contact", Block::Operations, "formula.cost-per-contact", Unit::Money, false},
    {"exception-frequency", Block::Operations, "formula.exception-frequency", Unit::Share, false},
    {"policy-compliance", Block::Risk, "formula.policy-compliance", Unit::Share, true},
    {"override-rate", Block::Risk, "formula.override-rate", Unit::Share, false},
    {"complaints-of-automation", Block::Risk, "formula.complaints-of-automation", Unit::Share, false},
    {"unsubscribe-rate", Block::Risk, "formula.unsubscribe-rate", Unit::Share, false},
    {"full-audit-trail", Block::Risk, "formula.full-audit-trail", Unit::Share, true},
    {fairnessGap, Block::Risk, "formula.fairness-gap", Unit::Share, false},
}};

std::size_t positionOf(std::string_view id) {
    const auto found = std::find_if(definitions.begin(), definitions.end(), [&](const auto& d) { return d.id == id; });
    return static_cast<std::size_t>(found - definitions.begin());
}

std::string_view whyEmpty(std::string_view id) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 18> reasons{{
        {"average-order-value", "no-orders"},
        {"goal-completion", "no-closed-windows"},
        {"time-to-resolution", "no-resolved-cases"},
        {"first-contact-resolution", "no-resolved-cases"},
        {"repeat-contact", "no-cases"},
        {"satisfaction", "no-ratings"},
        {"autonomous-resolution", "no-cases"},
        {"containment", "no-decisions"},
        {"escalation", "no-decisions"},
        {"task-completion", "no-dispatches"},
        {"trigger-to-response", "no-dispatches"},
        {"cost-per-contact", "no-contacts"},
        {"exception-frequency", "no-decisions"},
        {"policy-compliance", "no-dispatches"},
        {"override-rate", "no-verdicts"},
        {"complaints-of-automation", "no-contacts"},
        {"unsubscribe-rate", "no-contacts"},
        {"full-audit-trail", "no-decisions"},
    }};
    for (const auto& [metric, reason] : reasons)
        if (metric == id)
            return reason;
    return "no-customers";
}

MetricValue empty(const MetricDefinition& definition, const MeasurementInput& input) {
    MetricValue value;
    value.id = definition.id;
    value.unit = definition.unit;
    value.higherIsBetter = definition.higherIsBetter;
    value.from = input.from;
    value.to = input.to;
    return value;
}

void fillShares(MetricValue& value, const ArmTallies& tallies) {
    const Proportion& a = tallies[0].share;
    const Proportion& b = tallies[1].share;
    value.nAgentic = a.count;
    value.nBaseline = b.count;
    if (a.count > 0) {
        value.agentic = a.share();
        value.agenticInterval = wilson(a);
    }
    if (b.count > 0) {
        value.baseline = b.share();
        value.baselineInterval = wilson(b);
    }
    if (a.count == 0 || b.count == 0)
        return;
    const Interval interval = newcombe(a, b);
    value.difference = a.share() - b.share();
    value.low = interval.low;
    value.high = interval.high;
}

void fillMeans(MetricValue& value, const ArmTallies& tallies) {
    const Sample& a = tallies[0].numbers;
    const Sample& b = tallies[1].numbers;
    value.nAgentic = a.count();
    value.nBaseline = b.count();
    if (a.count() > 0)
        value.agentic = a.mean();
    if (b.count() > 0)
        value.baseline = b.mean();
    value.agenticInterval = meanInterval(a);
    value.baselineInterval = meanInterval(b);
    if (a.count() == 0 || b.count() == 0)
        return;
    value.difference = a.mean() - b.mean();
    if (const auto interval = welch(a, b)) {
        value.low = interval->low;
        value.high = interval->high;
    }
}

/// The gap of one arm: highest minus lowest conversion rate of any group of at least smallestGroup customers, with
/// Newcombe's interval for those two [0: "fairness checks"; the gap is ours]. Its interval takes the two groups as
/// given, so it is too narrow where there are many.
struct Gap {
    std::uint64_t customers = 0;
    std::optional<double> gap;
    std::optional<Interval> interval;
};

Gap gapOf(const MeasurementIndex& index, int side) {
    std::map<std::string_view, Proportion> groups;
    for (const MeasurementIndex::Customer& customer : index.customers) {
        if (customer.side != side || customer.group == nullptr)
            continue;
        Proportion& group = groups[*customer.group];
        ++group.count;
        group.hits += customer.goals > 0 ? 1U : 0U;
    }
    Gap result;
    const Proportion* lowest = nullptr;
    const Proportion* highest = nullptr;
    for (const auto& [name, group] : groups) {
        if (group.count < smallestGroup)
            continue;
        result.customers += group.count;
        if (lowest == nullptr || group.share() < lowest->share())
            lowest = &group;
        if (highest == nullptr || group.share() >= highest->share())
            highest = &group;
    }
    if (lowest == nullptr || lowest == highest)
        return result;
    result.gap = highest->share() - lowest->share();
    result.interval = newcombe(*highest, *lowest);
    return result;
}

void fillGap(MetricValue& value, const MeasurementIndex& index) {
    const Gap agentic = gapOf(index, 0);
    const Gap baseline = gapOf(index, 1);
    value.nAgentic = agentic.customers;
    value.nBaseline = baseline.customers;
    value.agentic = agentic.gap;
    value.baseline = baseline.gap;
    value.agenticInterval = agentic.interval;
    value.baselineInterval = baseline.interval;
    if (agentic.gap && baseline.gap)
        value.difference = *agentic.gap - *baseline.gap;
    if (!agentic.gap)
        value.why = "no-groups";
}

} // namespace

std::string_view nameOf(Block block) {
    constexpr std::array<std::string_view, 4> names{"business", "experience", "operations", "risk"};
    return names[static_cast<std::size_t>(block)];
}

std::string_view nameOf(Unit unit) {
    constexpr std::array<std::string_view, 5> names{"share", "money", "hours", "minutes", "score"};
    return names[static_cast<std::size_t>(unit)];
}

std::span<const MetricDefinition> metricDefinitions() {
    return definitions;
}

Tallies::Tallies()
    : m_tallies(definitions.size()) {}

ArmTallies& Tallies::operator[](std::string_view id) {
    return m_tallies.at(positionOf(id));
}

std::vector<MetricValue> measure(const MeasurementInput& input) {
    const MeasurementIndex index(input);
    Tallies tallies;
    tallyCustomers(index, tallies);
    tallyOutcomes(input, index, tallies);
    tallyDispatches(input, index, tallies);
    tallyDecisions(input, index, tallies);
    tallyPeople(input, index, tallies);
    tallyCases(input, index, tallies);
    std::vector<MetricValue> values;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        MetricValue value = empty(definitions[i], input);
        if (definitions[i].id == fairnessGap)
            fillGap(value, index);
        else if (definitions[i].unit == Unit::Share)
            fillShares(value, tallies.at(i));
        else
            fillMeans(value, tallies.at(i));
        if (value.why.empty() && value.nAgentic == 0)
            value.why = whyEmpty(value.id);
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace wayreeve::measurement
