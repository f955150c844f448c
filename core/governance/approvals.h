#pragma once

#include "base/result.h"
#include "documents/people.h"
#include "documents/workspace.h"
#include "governance/proposal.h"

#include <string>

namespace wayreeve::governance {

enum class CommandKind : std::uint8_t { Claim, Release, Edit, Approve, Reject };
[[nodiscard]] std::string_view nameOf(CommandKind kind);

/// What a person asks for.
struct Command {
    CommandKind kind = CommandKind::Claim;
    std::uint64_t proposal = 0;
    std::string person;  ///< id in people.yaml
    std::string reason;  ///< required for Reject
    std::string subject; ///< Edit
    std::string body;    ///< Edit
    bool operator==(const Command&) const = default;
};

/// G2 as a pure function: old proposal + command → new proposal, or why not. Roles, grants (action, tag, risk, amount)
/// and separation of duties are enforced here, not in any window: only approvers and administrators; four-eyes needs two
/// different people and an editor never approves alone what needs four eyes; a claim is exclusive for 10 minutes; an
/// edit voids an earlier approval; nothing that is voided, expired or decided can be decided again.
/// Errors: "approval.unknown-person" person · "approval.not-an-approver" · "approval.beyond-grant" · "approval.claimed"
/// by, until · "approval.not-claimed" · "approval.same-person" · "approval.needs-reason" · "approval.already" state ·
/// "approval.expired" · "approval.voided" reason · "approval.edit-refused" policy.
class ApprovalDesk {
public:
    static constexpr Duration lockLength = Duration::minutes(10);

    ApprovalDesk(const documents::Workspace& workspace, const Symbols& symbols);

    [[nodiscard]] Result<Proposal> apply(const Proposal& proposal, const Command& command, Instant now) const;

    /// The SLA ended without a verdict: the state after the safe default (never "approved").
    [[nodiscard]] Proposal expire(const Proposal& proposal, Instant now) const;

    /// The hash that an approval is bound to.
    [[nodiscard]] static Hash256 binding(const Proposal& proposal, const std::string& approver, const Symbols& symbols);

private:
    const documents::Workspace& m_workspace;
    const Symbols& m_symbols;
};

} // namespace wayreeve::governance
