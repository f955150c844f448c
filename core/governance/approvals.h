#pragma once

#include "base/result.h"
#include "documents/people.h"
#include "documents/workspace.h"
#include "governance/proposal.h"

#include <functional>
#include <string>
#include <string_view>

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
/// and separation of duties are enforced here, not in any window: only approvers and administrators; four-eyes needs
/// two different people, so an editor never approves alone what needs four eyes; a claim is exclusive for 10 minutes;
/// an edit voids an earlier approval; nothing that is voided, expired or decided can be decided again.
///
/// Edit, approve and reject need one's own live claim; claiming again renews it. A first approver cannot claim for the
/// second approval. Suggestions need no claim: approving takes one up, rejecting (no reason needed) dismisses it.
/// Checked in this order; errors: "approval.unknown-person" person · "approval.not-an-approver" · "approval.voided"
/// reason · "approval.expired" · "approval.already" state · "approval.beyond-grant" · "approval.claimed" by, until ·
/// "approval.not-claimed" · "approval.same-person" · "approval.needs-reason" · "approval.edit-refused" policy
/// ("content/line-break", "content/too-long", "content/placeholders", "content/empty", "content/brand/forbidden-words",
/// "content/brand/max-subject-length", or what the EditCheck names).
class ApprovalDesk {
public:
    static constexpr Duration lockLength = Duration::minutes(10);

    /// Guardrails over an edited proposal, run after the desk's own on the customer's present facts: the element that
    /// refuses it, empty where none.
    using EditCheck = std::function<std::string(const Proposal& before, const Proposal& edited)>;

    ApprovalDesk(const documents::Workspace& workspace, const Symbols& symbols);

    [[nodiscard]] Result<Proposal> apply(const Proposal& proposal, const Command& command, Instant now,
                                         const EditCheck& editCheck = {}) const;

    /// The SLA ended without a verdict: the state after the safe default (never "approved"). Unchanged before the
    /// deadline and where no person is waited for.
    [[nodiscard]] Proposal expire(const Proposal& proposal, Instant now) const;

    /// The hash that an approval is bound to: action, customer, content bytes and dimensions, the approvers, expiry.
    [[nodiscard]] static Hash256 binding(const Proposal& proposal, const std::string& approver, const Symbols& symbols);

    /// True where an approved proposal is still exactly what was approved: asked just before dispatch.
    [[nodiscard]] static bool isIntact(const Proposal& proposal, const Symbols& symbols);

    /// Whether that person could ever decide this proposal (roles and grants): for lists and for "nobody can".
    [[nodiscard]] bool mayDecide(const documents::Person& person, const Proposal& proposal) const;

private:
    const documents::Workspace& m_workspace;
    [[nodiscard]] Result<Proposal> claim(const Proposal& proposal, const Command& command, Instant now) const;
    [[nodiscard]] Result<Proposal> release(const Proposal& proposal, const Command& command, Instant now) const;
    [[nodiscard]] Result<Proposal> edit(const Proposal& proposal, const Command& command, Instant now,
                                        const EditCheck& editCheck) const;
    [[nodiscard]] Result<Proposal> approve(const Proposal& proposal, const Command& command, Instant now) const;
    [[nodiscard]] Result<Proposal> reject(const Proposal& proposal, const Command& command, Instant now) const;
    [[nodiscard]] std::string editProblem(const Proposal& before, const Proposal& edited) const; ///< the desk's own

    const Symbols& m_symbols;
};

} // namespace wayreeve::governance
