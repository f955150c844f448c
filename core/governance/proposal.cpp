#include "governance/proposal.h"

namespace wayreeve::governance {

std::string_view nameOf(ProposalState state) {
    switch (state) {
    case ProposalState::Proposed:
        return "proposed";
    case ProposalState::Claimed:
        return "claimed";
    case ProposalState::Approved:
        return "approved";
    case ProposalState::SecondNeeded:
        return "second-needed";
    case ProposalState::UndoWindow:
        return "undo-window";
    case ProposalState::Held:
        return "held";
    case ProposalState::Dispatching:
        return "dispatching";
    case ProposalState::Dispatched:
        return "dispatched";
    case ProposalState::Failed:
        return "failed";
    case ProposalState::Unknown:
        return "unknown";
    case ProposalState::Rejected:
        return "rejected";
    case ProposalState::Expired:
        return "expired";
    case ProposalState::Voided:
        return "voided";
    case ProposalState::Superseded:
        return "superseded";
    case ProposalState::Discarded:
        return "discarded";
    case ProposalState::Suggested:
        return "suggested";
    case ProposalState::Dismissed:
        return "dismissed";
    }
    return {};
}

bool isOpen(ProposalState state) {
    return static_cast<int>(state) <= static_cast<int>(ProposalState::Dispatching) || state == ProposalState::Unknown;
}

bool waitsForPerson(ProposalState state) {
    return state == ProposalState::Proposed || state == ProposalState::Claimed || state == ProposalState::SecondNeeded;
}

} // namespace wayreeve::governance
