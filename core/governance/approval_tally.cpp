#include "governance/approval_tally.h"

namespace wayreeve::governance {

std::string_view approvalWord(const Proposal& proposal) {
    if (waitsForPerson(proposal.state))
        return "waiting";
    switch (proposal.state) {
    case ProposalState::Approved:
    case ProposalState::UndoWindow:
    case ProposalState::Held:
    case ProposalState::Dispatching:
    case ProposalState::Dispatched:
    case ProposalState::Failed:
    case ProposalState::Unknown:
        if (!proposal.firstApprover.empty())
            return "approved";
        return proposal.state == ProposalState::Held ? "held" : "dispatched";
    default:
        return nameOf(proposal.state);
    }
}

void ApprovalTally::note(const Proposal& proposal) {
    const std::string_view word = approvalWord(proposal);
    const auto [known, isNew] = m_words.try_emplace(proposal.number, word);
    if (!isNew) {
        const auto before = m_counts.find(std::string(known->second));
        if (--before->second == 0)
            m_counts.erase(before);
        known->second = word;
    }
    ++m_counts[std::string(word)];
}

} // namespace wayreeve::governance
