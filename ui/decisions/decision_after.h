#pragma once

#include "ui/decisions/decision_page.h"

namespace wayreeve::ui {

/// What carrying out the told choice took, each with what was found and what it was held against. The record must be a
/// decision's. Any thread, as the others here.
[[nodiscard]] QList<DecisionPage::Line> stepLines(const session::Explanation& explanation, const RecordWords& words);
/// What the person who takes over is given; none where nothing was handed over.
[[nodiscard]] QList<DecisionPage::Line> handoffLines(const session::Explanation& explanation, const RecordWords& words);
/// People, dispatches and outcomes, in the order of the records.
[[nodiscard]] QList<DecisionPage::Line> followUpLines(const session::Explanation& explanation,
                                                      const RecordWords& words);

} // namespace wayreeve::ui
