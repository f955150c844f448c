#pragma once

#include "base/hash.h"
#include "base/symbols.h"
#include "base/time.h"
#include "governance/ruling.h"
#include "planning/plan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::governance {

/// States of G2 (snoozed, delegated and re-planned come with the supervision issue; their numbers are kept free).
enum class ProposalState : std::uint8_t {
    Proposed = 0,
    Claimed = 1,
    Approved = 2,
    SecondNeeded = 3,
    UndoWindow = 4,
    Held = 5,
    Dispatching = 6,
    Dispatched = 10,
    Failed = 11,
    Unknown = 12,
    Rejected = 13,
    Expired = 14,
    Voided = 15,
    Superseded = 16,
    Discarded = 17,
    Suggested = 18,
    Dismissed = 19
};
[[nodiscard]] std::string_view nameOf(ProposalState state);
[[nodiscard]] bool isOpen(ProposalState state);         ///< may still go out
[[nodiscard]] bool waitsForPerson(ProposalState state); ///< proposed, claimed or second-needed

/// Something that a person must agree to, that waits for its hour, or that a person may take up (suggestion).
struct Proposal {
    std::uint64_t number = 0;   ///< key (audit/key.h), unique within the run
    std::uint64_t decision = 0; ///< key of its decision
    std::uint32_t customer = 0;
    Sym journey = 0;
    Sym node = 0;
    Sym goal = 0;
    planning::Candidate candidate;
    Ruling ruling;
    double confidence = 1;
    std::string subject; ///< exactly what the customer would see; personal
    std::string body;
    ProposalState state = ProposalState::Proposed;
    Instant created;
    Instant deadline;      ///< SLA end; expires to the safe default
    Instant notBefore;     ///< quiet hours: earliest dispatch
    std::string claimedBy; ///< person id; empty = unclaimed
    Instant lockUntil;
    std::string firstApprover;
    std::string secondApprover;
    std::string rejectedBy;
    std::string reason;
    bool edited = false;
    std::string editedBy; ///< who edited last; empty = nobody
    std::vector<Sym> voidReasons;
    Hash256 bound; ///< approval binding: action, customer, content bytes, approver, expiry
    bool operator==(const Proposal&) const = default;
};

} // namespace wayreeve::governance
