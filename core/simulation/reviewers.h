#pragma once

#include "base/chance.h"
#include "base/zone.h"
#include "documents/population.h"
#include "governance/approvals.h"
#include "governance/proposal.h"

#include <span>
#include <vector>

namespace wayreeve::simulation {

/// S4: seeded reviewers. At an epoch's end they take open items older than their delay, by deadline less head start
/// (high 4 h, medium 1 h), within working hours and what is left of the day's capacity (spread evenly over the working
/// hours), and approve, edit (a harmless change of wording) or reject with a reason, drawn per proposal. On four-eyes
/// items two different people act, a delay apart.
class SeededReviewers {
public:
    SeededReviewers(const documents::ReviewerModel& model, Zone zone, const Chance& chance);

    /// Commands for this epoch end, in the order they are given (claim, then edit or verdict). `open` = proposals that
    /// wait for a person.
    [[nodiscard]] std::vector<governance::Command> act(std::span<const governance::Proposal* const> open, Instant now);

private:
    documents::ReviewerModel m_model;
    Zone m_zone;
    const Chance& m_chance;
    std::int64_t m_day = INT64_MIN;
    int m_used = 0;
};

} // namespace wayreeve::simulation
