#pragma once

#include "measurement/metrics.h"

#include <array>
#include <string_view>

namespace wayreeve::measurement {

/// What a metric counts in one arm: a share of yes and no, or a mean of numbers.
struct Tally {
    Proportion share;
    Sample numbers;
    void count(bool hit) {
        ++share.count;
        share.hits += hit ? 1U : 0U;
    }
};

/// Index 0 agentic, 1 baseline.
using ArmTallies = std::array<Tally, 2>;

/// Every customer's arm and sums, and each decision's row: what several metrics look up.
struct MeasurementIndex {
    struct Customer {
        int side = -1; ///< 0 agentic, 1 baseline, −1 not compared
        const std::string* group = nullptr;
        double revenue = 0;
        double cost = 0;        ///< of everything dispatched
        double serviceCost = 0; ///< of service contacts and operations
        std::uint32_t contacts = 0;
        std::uint32_t goals = 0;     ///< outcomes of any goal
        bool converted = false;      ///< reached the input's goal
        bool complainedOfUs = false; ///< a complaint credited to something that went out
        bool unsubscribed = false;
    };
    explicit MeasurementIndex(const MeasurementInput& input);

    [[nodiscard]] int side(std::uint32_t customer) const;
    [[nodiscard]] const audit::DecisionRow* decision(std::uint64_t key) const;
    [[nodiscard]] const governance::Proposal* proposal(std::uint64_t number) const;

    std::vector<Customer> customers; ///< by customer number

private:
    Customer* find(std::uint32_t customer);
    void addDispatches(const MeasurementInput& input);
    void addOutcomes(const MeasurementInput& input);
    std::vector<std::pair<std::uint64_t, const audit::DecisionRow*>> m_decisions; ///< by key
    std::vector<std::pair<std::uint64_t, const governance::Proposal*>> m_proposals;
};

[[nodiscard]] bool isContact(const execution::Dispatch& dispatch);

// One function a source of figures; `tallies` is by metric id.
class Tallies {
public:
    Tallies();
    [[nodiscard]] ArmTallies& operator[](std::string_view id);
    [[nodiscard]] const ArmTallies& at(std::size_t definition) const { return m_tallies[definition]; }

private:
    std::vector<ArmTallies> m_tallies; ///< in the order of metricDefinitions()
};

void tallyCustomers(const MeasurementIndex& index, Tallies& tallies);
void tallyOutcomes(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies);
void tallyDispatches(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies);
void tallyDecisions(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies);
void tallyPeople(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies);
void tallyCases(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies);

} // namespace wayreeve::measurement
