#pragma once

#include "base/cbor.h"
#include "governance/proposal.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace wayreeve::governance {

/// Where a proposal has come to, each in one word: "waiting" (for a person), "approved" (people agreed: on its way,
/// held for its hour or gone out), "held" and "dispatched" (nobody had to agree), "rejected", "expired", "voided",
/// "superseded", "discarded", "suggested", "dismissed". An approval that was voided afterwards counts as voided.
[[nodiscard]] std::string_view approvalWord(const Proposal& proposal);

/// Counts proposals, not their steps: each once, in the last state that was noted.
class ApprovalTally {
public:
    void note(const Proposal& proposal);
    [[nodiscard]] const std::map<std::string, std::uint64_t>& counts() const { return m_counts; } ///< none of them 0
    /// Proposals with numbers in [first, last], for a checkpoint.
    void encode(cbor::Writer& writer, std::uint64_t first, std::uint64_t last) const;
    void decode(cbor::Reader& reader); ///< adds what encode wrote; fails the reader

private:
    void count(std::uint64_t number, std::string_view word);
    std::map<std::uint64_t, std::string_view> m_words; ///< by proposal
    std::map<std::string, std::uint64_t> m_counts;
};

} // namespace wayreeve::governance
