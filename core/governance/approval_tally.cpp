#include "governance/approval_tally.h"

#include <algorithm>
#include <array>

namespace wayreeve::governance {

namespace {

/// All that approvalWord says; checkpoints hold the places in this list, so it only ever grows at its end.
constexpr std::array<std::string_view, 11> words{"waiting",   "approved",  "held",     "dispatched",
                                                 "rejected",  "expired",   "voided",   "superseded",
                                                 "discarded", "suggested", "dismissed"};

} // namespace

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
    count(proposal.number, approvalWord(proposal));
}

void ApprovalTally::count(std::uint64_t number, std::string_view word) {
    const auto [known, isNew] = m_words.try_emplace(number, word);
    if (!isNew) {
        const auto before = m_counts.find(std::string(known->second));
        if (--before->second == 0)
            m_counts.erase(before);
        known->second = word;
    }
    ++m_counts[std::string(word)];
}

void ApprovalTally::encode(cbor::Writer& writer, std::uint64_t first, std::uint64_t last) const {
    const auto from = m_words.lower_bound(first), to = m_words.upper_bound(last);
    writer.array(2 * static_cast<std::size_t>(std::distance(from, to)));
    for (auto one = from; one != to; ++one) {
        writer.uint(one->first);
        writer.uint(static_cast<std::uint64_t>(std::find(words.begin(), words.end(), one->second) - words.begin()));
    }
}

void ApprovalTally::decode(cbor::Reader& reader) {
    const std::size_t count2 = reader.array();
    if (count2 % 2 != 0)
        reader.fail();
    for (std::size_t i = 0; i < count2 / 2 && !reader.failed(); ++i) {
        const std::uint64_t number = reader.uint();
        const std::uint64_t word = reader.uint();
        if (word >= words.size())
            return reader.fail();
        count(number, words[word]);
    }
}

} // namespace wayreeve::governance
