#pragma once

#include "ui/decisions/decision_page.h"

namespace wayreeve::ui {

/// What was read, every score with the parts that it is the sum of: stages, intents, needs, hesitations and sentiment;
/// what was nought and has no parts is left out. What counted for the decision comes first: stage, leading intent,
/// sentiment. Any thread.
[[nodiscard]] QList<DecisionPage::ReadScore> readScores(const interpretation::Reading& reading, const Symbols& symbols,
                                                        const RecordWords& words);
/// "Cart left 0.42 + Size chart viewed 0.20 − End of the scale 0.02", the weightiest first; all of them.
[[nodiscard]] QString sumWords(const DecisionPage::ReadScore& score);

} // namespace wayreeve::ui
