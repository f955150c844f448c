#pragma once

#include "ui/approvals/approval_item.h"

#include "base/zone.h"

#include <string_view>

/// The words of approvals, as pure functions. Numbers and dates follow the default locale. Any thread.
namespace wayreeve::ui::approvals {

/// What words need beside the records: the documents, the workspace's zone, the run's clock.
struct WordContext {
    std::shared_ptr<const documents::Workspace> workspace; ///< null: ids stand for names
    Zone zone;
    Instant clock;
    bool ended = false; ///< the run is over: its clock stands
    bool sends = false; ///< what goes out reaches real connectors
    Instant opens{};    ///< of the proposal spoken of: quiet hours as they are now let it out from here on
};

/// "38 min", "1 h 44", "3 d", "over".
[[nodiscard]] QString leftText(Duration left);
[[nodiscard]] QString actionName(const WordContext& context, const std::string& id);
[[nodiscard]] QString dayText(const WordContext& context, Instant at);
[[nodiscard]] QString timeText(const WordContext& context, Instant at); ///< "12 Mar at 09:00"

/// The action in one sentence: "Send Jonas K. “Discount on the cart” by e-mail, 10 % off, €24.00, on 3 Nov at 09:00".
/// Of an account (not empty): "…, for the account “Tatra Glas”".
[[nodiscard]] QString sentence(const WordContext& context, const governance::Proposal& proposal, const QString& action,
                               const QString& customer, const QString& account = {});
/// Why it waits for a person.
[[nodiscard]] QString because(const WordContext& context, const governance::Proposal& proposal, const Symbols& symbols);
[[nodiscard]] QString undoSentence(const WordContext& context, const governance::Proposal& proposal,
                                   const std::string& action);
[[nodiscard]] QString rejectSentence(const governance::Proposal& proposal);
[[nodiscard]] QString agreesText(const governance::Proposal& proposal);
[[nodiscard]] QString stateText(governance::ProposalState state);

/// The whole card from one decision as it was recorded.
[[nodiscard]] ApprovalCard card(const WordContext& context, const ApprovalItem& item,
                                const session::Explanation& explanation);

} // namespace wayreeve::ui::approvals
