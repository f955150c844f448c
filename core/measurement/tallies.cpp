#include "measurement/tallies.h"

#include <algorithm>
#include <map>

// The formulas. [0] is the article on agentic AI in the journey ("metrics by block"), [1] the one on orchestration and
// governance ("measuring agents"), [3] the glossary entry on agentic CX ("how to calculate"); a product's own reading
// of a word that they only name is marked "ours".
namespace wayreeve::measurement {

using execution::Dispatch;
using execution::DispatchState;
using governance::Proposal;
using governance::ProposalState;
using governance::RulingKind;

namespace {

bool isHandoff(const MeasurementInput& input, Sym action) {
    return std::find(input.handoffActions.begin(), input.handoffActions.end(), action) != input.handoffActions.end();
}

/// A verdict was given: approved (whatever became of it), or rejected.
bool isDecided(const Proposal& proposal) {
    return !proposal.rejectedBy.empty() || !proposal.firstApprover.empty();
}

bool isFullyApproved(const Proposal& proposal) {
    const bool two = proposal.ruling.rule.approval == documents::Approval::FourEyes;
    return !proposal.firstApprover.empty() &&
           (!two || (!proposal.secondApprover.empty() && proposal.secondApprover != proposal.firstApprover));
}

} // namespace

void tallyCustomers(const MeasurementIndex& index, Tallies& tallies) {
    for (const MeasurementIndex::Customer& customer : index.customers) {
        if (customer.side < 0)
            continue;
        const auto side = static_cast<std::size_t>(customer.side);
        // Customers with at least one outcome of the first goal / customers [0].
        tallies["conversion-rate"][side].count(customer.converted);
        // Money of the first goal's outcomes / customers [0].
        tallies["revenue-per-customer"][side].numbers.add(customer.revenue);
        // Cost of what went to customers without any goal outcome / customers [1: "wasted spend on non-responders"].
        tallies["spend-on-non-responders"][side].numbers.add(customer.goals == 0 ? customer.cost : 0);
        // Cost of service contacts and operations / customers [0].
        tallies["cost-to-serve"][side].numbers.add(customer.serviceCost);
        if (customer.contacts == 0)
            continue;
        // Contacted customers with a complaint credited to something we did / contacted customers [0: "complaint
        // volume linked to automation"].
        tallies["complaints-of-automation"][side].count(customer.complainedOfUs);
        // Contacted customers who unsubscribed / contacted customers (ours).
        tallies["unsubscribe-rate"][side].count(customer.unsubscribed);
    }
}

void tallyOutcomes(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies) {
    std::map<std::pair<std::uint32_t, Sym>, bool> aims; // (customer, goal) → reached
    for (const learning::Outcome& outcome : input.outcomes) {
        const int arm = index.side(outcome.customer);
        if (arm < 0)
            continue;
        const auto side = static_cast<std::size_t>(arm);
        // Money of the first goal's outcomes with money / such outcomes [0].
        if (outcome.kind == learning::OutcomeKind::Goal && outcome.money > 0 &&
            (input.goal == 0 || outcome.goal == input.goal))
            tallies["average-order-value"][side].numbers.add(outcome.money);
        // Waiting aims at nothing; and who was written to five times is one customer.
        const audit::DecisionRow* row = index.decision(outcome.decision);
        if (outcome.kind == learning::OutcomeKind::WindowClosed && (row == nullptr || row->action != 0) &&
            (input.goal == 0 || outcome.goal == input.goal))
            aims[{outcome.customer, outcome.goal}] |= outcome.reward > 0.5;
    }
    // Customers for whom something went out for the first goal, and its window closed: those who reached it / all
    // [1: "did the customer take the desired action?"].
    for (const auto& [aim, reached] : aims)
        tallies["goal-completion"][static_cast<std::size_t>(index.side(aim.first))].count(reached);
}

void tallyDispatches(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies) {
    for (const Dispatch& dispatch : input.dispatches) {
        const int arm = index.side(dispatch.customer);
        if (arm < 0 || dispatch.state == DispatchState::Pending || dispatch.state == DispatchState::Taken)
            continue;
        const auto side = static_cast<std::size_t>(arm);
        const bool done = dispatch.state == DispatchState::Succeeded;
        // Completed tasks / initiated tasks [3]; a task is what was handed to a connector.
        tallies["task-completion"][side].count(done);
        if (!done)
            continue;
        // Cost of contacts / contacts [3].
        if (isContact(dispatch))
            tallies["cost-per-contact"][side].numbers.add(dispatch.cost);
        const audit::DecisionRow* row = index.decision(dispatch.decision);
        // Minutes from the event that led to the decision until it went out, without what waited for a person or its
        // hour [0, 4: "time to response on triggers under five minutes"].
        if (row != nullptr && row->ruling == RulingKind::Execute && dispatch.at >= row->triggerTime)
            tallies["trigger-to-response"][side].numbers.add((dispatch.at - row->triggerTime).inHours() * 60);
        // Dispatches that the ruling allowed, or all needed people approved / dispatches [1: "did the agent stay within
        // guardrails?"].
        const Proposal* proposal = index.proposal(dispatch.proposal);
        // A row shows one of its decision's choices; a proposal knows its own ruling.
        const bool allowed = row != nullptr && (row->action != dispatch.action || row->ruling == RulingKind::Execute ||
                                                row->ruling == RulingKind::Hold);
        tallies["policy-compliance"][side].count(
            proposal != nullptr ? proposal->ruling.kind == RulingKind::Hold || isFullyApproved(*proposal) : allowed);
    }
}

void tallyDecisions(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies) {
    for (const audit::DecisionRow& row : input.decisions) {
        const int arm = index.side(row.customer);
        if (arm < 0)
            continue;
        const auto side = static_cast<std::size_t>(arm);
        // Decisions with their record in the chain / decisions [0].
        tallies["full-audit-trail"][side].count(row.entry != 0);
        if (row.action == 0)
            continue; // waiting is no interaction
        const bool handed = isHandoff(input, row.action);
        const bool automated = row.ruling == RulingKind::Execute || row.ruling == RulingKind::Hold;
        // Interactions that went their way without a person / automated interactions [3].
        tallies["containment"][side].count(automated && !handed);
        // Interactions that a person had to take: queued, or handed over / interactions [3].
        tallies["escalation"][side].count(row.ruling == RulingKind::Queue || handed);
    }
}

void tallyPeople(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies) {
    std::vector<std::uint64_t> exceptional;
    for (const Proposal& proposal : input.proposals) {
        if (!proposal.ruling.exceptions.empty())
            exceptional.push_back(proposal.decision);
        const int arm = index.side(proposal.customer);
        // Rejected or edited proposals and overturned reviews / proposals decided and reviews closed [0].
        if (arm >= 0 && isDecided(proposal))
            tallies["override-rate"][static_cast<std::size_t>(arm)].count(!proposal.rejectedBy.empty() ||
                                                                          proposal.edited);
    }
    for (const audit::ReviewRow& review : input.reviews) {
        const audit::DecisionRow* row = index.decision(review.decision);
        const int arm = row != nullptr ? index.side(row->customer) : -1;
        if (arm >= 0 && review.state != 0)
            tallies["override-rate"][static_cast<std::size_t>(arm)].count(review.state == 2);
    }
    // Decisions that an exception condition sent to a person / decisions with an action [0].
    std::sort(exceptional.begin(), exceptional.end());
    for (const audit::DecisionRow& row : input.decisions)
        if (const int arm = index.side(row.customer); arm >= 0 && row.action != 0)
            tallies["exception-frequency"][static_cast<std::size_t>(arm)].count(
                std::binary_search(exceptional.begin(), exceptional.end(), row.key));
}

} // namespace wayreeve::measurement
