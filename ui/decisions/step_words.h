#pragma once

#include "ui/shell/record_words.h"

#include <QString>

namespace wayreeve::ui {

/// A sub-step of a plan as people say it.
struct StepWords {
    QString name;  ///< "Check stock"
    QString found; ///< empty where nothing was
    QString limit; ///< what it was held against; empty where it was held against nothing, or that is what was found
};
[[nodiscard]] StepWords stepWords(const planning::SubStep& step, const Symbols& symbols, const RecordWords& words);

} // namespace wayreeve::ui
