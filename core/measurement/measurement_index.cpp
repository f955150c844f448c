#include "measurement/tallies.h"

#include <algorithm>

namespace wayreeve::measurement {
namespace {

template <class T>
const T* lookUp(const std::vector<std::pair<std::uint64_t, const T*>>& sorted, std::uint64_t key) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), key,
                                        [](const auto& entry, std::uint64_t k) { return entry.first < k; });
    return found != sorted.end() && found->first == key ? found->second : nullptr;
}

} // namespace

bool isContact(const execution::Dispatch& dispatch) {
    return dispatch.channel != documents::Channel::None && dispatch.slot != documents::Slot::Operation;
}

MeasurementIndex::MeasurementIndex(const MeasurementInput& input) {
    std::uint32_t count = 0;
    for (const audit::CustomerRow& row : input.customers)
        count = std::max(count, row.number + 1);
    customers.resize(count);
    for (std::size_t i = 0; i < input.customers.size(); ++i) {
        const audit::CustomerRow& row = input.customers[i];
        Customer& customer = customers[row.number];
        if (!row.mixedArms && row.arm != documents::Arm::Control)
            customer.side = row.arm == documents::Arm::Agentic ? 0 : 1;
        if (i < input.groups.size() && !input.groups[i].empty())
            customer.group = &input.groups[i];
    }
    for (const audit::DecisionRow& row : input.decisions)
        m_decisions.emplace_back(row.key, &row);
    for (const governance::Proposal& proposal : input.proposals)
        m_proposals.emplace_back(proposal.number, &proposal);
    const auto byKey = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::sort(m_decisions.begin(), m_decisions.end(), byKey);
    std::sort(m_proposals.begin(), m_proposals.end(), byKey);
    addDispatches(input);
    addOutcomes(input);
}

int MeasurementIndex::side(std::uint32_t customer) const {
    return customer < customers.size() ? customers[customer].side : -1;
}

const audit::DecisionRow* MeasurementIndex::decision(std::uint64_t key) const {
    return lookUp(m_decisions, key);
}

const governance::Proposal* MeasurementIndex::proposal(std::uint64_t number) const {
    return lookUp(m_proposals, number);
}

MeasurementIndex::Customer* MeasurementIndex::find(std::uint32_t customer) {
    return customer < customers.size() ? &customers[customer] : nullptr;
}

void MeasurementIndex::addDispatches(const MeasurementInput& input) {
    for (const execution::Dispatch& dispatch : input.dispatches) {
        Customer* customer = find(dispatch.customer);
        if (customer == nullptr || dispatch.state != execution::DispatchState::Succeeded)
            continue;
        customer->cost += dispatch.cost;
        customer->serviceCost += dispatch.slot != documents::Slot::Marketing ? dispatch.cost : 0;
        customer->contacts += isContact(dispatch) ? 1 : 0;
    }
}

void MeasurementIndex::addOutcomes(const MeasurementInput& input) {
    for (const learning::Outcome& outcome : input.outcomes) {
        Customer* customer = find(outcome.customer);
        if (customer == nullptr)
            continue;
        if (outcome.kind == learning::OutcomeKind::Goal) {
            ++customer->goals;
            if (input.goal != 0 && outcome.goal != input.goal)
                continue;
            customer->revenue += outcome.money;
            customer->converted = true;
        } else if (outcome.kind == learning::OutcomeKind::Harm) {
            const bool left = outcome.event == input.unsubscribed && input.unsubscribed != 0;
            customer->unsubscribed = customer->unsubscribed || left;
            customer->complainedOfUs = customer->complainedOfUs || (!left && outcome.decision != 0);
        }
    }
}

} // namespace wayreeve::measurement
