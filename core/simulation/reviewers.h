#pragma once

#include "base/chance.h"
#include "base/zone.h"
#include "documents/population.h"
#include "governance/approvals.h"
#include "governance/proposal.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace wayreeve::simulation {

/// S4: seeded reviewers. At an epoch's end they take open items older than their delay, by deadline less head start
/// (high 4 h, medium 1 h), within working hours and what is left of the day's capacity (it grows evenly over the
/// working hours; a verdict costs one; what was not used in the morning is left for the afternoon), and approve, edit
/// and approve (a harmless change of wording, where there is a body) or reject with a reason, drawn per proposal. On
/// four-eyes items two different people act, a delay apart; the second approves or rejects, an edit would start over.
/// Items that a person has claimed are left alone. Single thread.
class SeededReviewers {
public:
    /// Whether that person could decide this item (ApprovalDesk::mayDecide): nobody spends capacity on a refusal.
    using MayDecide = std::function<bool(const std::string& person, const governance::Proposal& proposal)>;

    SeededReviewers(const documents::ReviewerModel& model, Zone zone, const Chance& chance, MayDecide mayDecide = {});

    /// Commands for this epoch end, in the order they are given (claim, then edit, then verdict). `open` = proposals
    /// that wait for a person, in any order. Reasons are codes: "not-now", "wrong-offer", "wrong-tone".
    [[nodiscard]] std::vector<governance::Command> act(std::span<const governance::Proposal* const> open, Instant now);

private:
    [[nodiscard]] int allowance(Instant now);
    [[nodiscard]] bool isReady(const governance::Proposal& proposal, Instant now);
    [[nodiscard]] const std::string* personFor(const governance::Proposal& proposal);
    void decide(const governance::Proposal& proposal, const std::string& person, Instant now,
                std::vector<governance::Command>& commands);

    documents::ReviewerModel m_model;
    Zone m_zone;
    Chance m_chance;
    MayDecide m_mayDecide;
    std::int64_t m_day = INT64_MIN;
    int m_used = 0;
    std::size_t m_turn = 0;
    std::map<std::uint64_t, Instant> m_firstApproval; ///< of items that wait for a second person
};

} // namespace wayreeve::simulation
