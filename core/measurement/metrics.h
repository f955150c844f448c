#pragma once

#include "audit/rows.h"
#include "measurement/case_event.h"
#include "measurement/estimate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::measurement {

enum class Block : std::uint8_t { Business, Experience, Operations, Risk };
enum class Unit : std::uint8_t { Share, Money, Hours, Minutes, Score };
[[nodiscard]] std::string_view nameOf(Block block); ///< "business", …
[[nodiscard]] std::string_view nameOf(Unit unit);   ///< "share", …

/// What a metric means. Name and formula are sentences of the window, found under `id` and `formula`; metrics.cpp
/// states each formula and its source beside the computation.
struct MetricDefinition {
    std::string_view id; ///< "conversion-rate"
    Block block = Block::Business;
    std::string_view formula; ///< key of its text: "formula." + id
    Unit unit = Unit::Share;
    bool higherIsBetter = true;
};

/// All metrics, blocks together, in the order in which they are shown.
[[nodiscard]] std::span<const MetricDefinition> metricDefinitions();

/// The rows of one run, in any order, each of them at most once (a proposal in its last state). What has no customer in
/// `customers` is left out; so are customers of mixed arms and of the control arm (the comparator is the baseline).
struct MeasurementInput {
    std::span<const audit::CustomerRow> customers;
    std::span<const std::string> groups; ///< one for each customer row (a trait's value), or none; "" = in no group
    std::span<const audit::DecisionRow> decisions;
    std::span<const execution::Dispatch> dispatches;
    std::span<const learning::Outcome> outcomes;
    std::span<const governance::Proposal> proposals;
    std::span<const audit::ReviewRow> reviews;
    std::span<const CaseEvent> cases;
    std::vector<Sym> handoffActions; ///< actions that hand over to a person
    Sym unsubscribed = 0;            ///< event "Unsubscribed"; other harms are complaints
    Sym goal = 0;                    ///< what conversions and money are of: the workspace's first goal; 0 = any
    Instant from;                    ///< period, as shown
    Instant to;
};

/// One metric over the period, agentic against baseline. Nothing stands where there is nothing to count.
struct MetricValue {
    std::string_view id;
    Unit unit = Unit::Share;
    bool higherIsBetter = true;
    std::optional<double> agentic;
    std::optional<double> baseline;
    std::optional<Interval> agenticInterval; ///< 95 %: Wilson for shares, Wald for means
    std::optional<Interval> baselineInterval;
    std::optional<double> difference; ///< agentic − baseline
    std::optional<double> low;        ///< of the difference, 95 %: Newcombe for shares, Welch for means
    std::optional<double> high;
    std::uint64_t nAgentic = 0; ///< what was counted over: customers, decisions, contacts, cases …
    std::uint64_t nBaseline = 0;
    Instant from;
    Instant to;
    std::string_view why; ///< empty = available; "no-customers", "no-orders", "no-decisions", "no-cases", …

    [[nodiscard]] bool isAvailable() const { return why.empty(); }
};

/// Groups with fewer customers of an arm than this are left out of the fairness gap.
inline constexpr std::uint64_t smallestGroup = 30;

/// One value for each definition, in their order. Pure.
[[nodiscard]] std::vector<MetricValue> measure(const MeasurementInput& input);

} // namespace wayreeve::measurement
