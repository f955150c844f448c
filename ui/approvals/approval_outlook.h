#pragma once

#include "ui/approvals/approval_words.h"

/// What comes of a proposal, from its state and where the run's clock stands, as pure functions. Any thread.
namespace wayreeve::ui::approvals {

/// What approving (of a suggestion: taking up) does now; empty for what nobody is asked about.
[[nodiscard]] QString approveSentence(const WordContext& context, const governance::Proposal& proposal);

/// What sending a verdict on it with Ctrl+Enter does, in one short sentence.
[[nodiscard]] QString confirmSentence(const WordContext& context, const governance::Proposal& proposal, bool approving);

/// Where it stands: "It waits for its hour, 12 Mar at 09:00. This run has ended with its clock at …". Empty while it
/// waits for its first person. `reasons`: words of what voided it.
[[nodiscard]] QString standSentence(const WordContext& context, const governance::Proposal& proposal,
                                    const QString& reasons = {});

} // namespace wayreeve::ui::approvals
