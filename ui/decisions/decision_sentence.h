#pragma once

#include "ui/shell/record_words.h"

#include <QString>

namespace wayreeve::ui {

/// The choice that a decision is told by, as in the list: the first whose chosen candidate is not wait, else the first
/// choice. Null for a drawn action or a decision without choices.
[[nodiscard]] const planning::SlotChoice* toldChoice(const session::Explanation& explanation);
/// The candidate of that choice, or the drawn action's. Null where there is none.
[[nodiscard]] const planning::Candidate* toldCandidate(const session::Explanation& explanation);
/// True where the candidate stood for this choice: same slot, and for operations the same agent.
[[nodiscard]] bool standsFor(const planning::Candidate& candidate, const planning::SlotChoice& choice);
/// "Marketing", "Service"; of an operation the agent whose it is.
[[nodiscard]] QString slotWords(const session::Explanation& explanation, const planning::SlotChoice& choice,
                                const RecordWords& words);
/// The ruling on it. Null where there is none.
[[nodiscard]] const governance::Ruling* toldRuling(const session::Explanation& explanation);
/// The best other candidate that reached the same choice: another action before another text of the same
/// one. Null where nothing else was left.
[[nodiscard]] const planning::Candidate* runnerUp(const session::Explanation& explanation);
/// Who was decided for: a customer or an account, by name.
[[nodiscard]] QString customerName(const session::Explanation& explanation);
[[nodiscard]] bool isOfAccount(const session::Explanation& explanation);
/// Whom a candidate of an account addresses: "Filip N. (admin)"; empty where nobody in particular, and of a person.
[[nodiscard]] QString contactName(const session::Explanation& explanation, const planning::Candidate& candidate,
                                  const RecordWords& words);

/// Who was sent what by which channel, why, instead of what; who agreed after how long; what followed. Plain text made
/// of translated templates: customer text in it must be shown as plain text. Any thread.
[[nodiscard]] QString decisionSentence(const session::Explanation& explanation, const RecordWords& words);
/// Only the reason: "purchase intent was 0.61 (Left a cart, Began checkout)".
[[nodiscard]] QString reasonClause(const session::Explanation& explanation, const RecordWords& words);

} // namespace wayreeve::ui
