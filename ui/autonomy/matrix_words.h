#pragma once

#include "ui/shell/documents.h"

#include "ui/widgets/marks.h"

#include <QString>

#include <array>
#include <optional>
#include <utility>
#include <vector>

/// The words of the autonomy screen, as pure functions. Numbers follow the default locale. Any thread.
namespace wayreeve::ui::autonomy {

/// "30 min", "4 h", "1 h 30 min", "2 d": whole minutes.
[[nodiscard]] QString lengthText(Duration length);
/// 0.01 → "1 %", 0.125 → "12.5 %".
[[nodiscard]] QString shareText(double share);
[[nodiscard]] QString undoText(documents::Reversibility reversibility);
[[nodiscard]] QString peopleText(documents::Approval approval);

/// What a cell shows: level, on the right who agrees, below what that means.
struct CellWords {
    LevelMark level = LevelMark::Assisted;
    QString title;
    QString people; ///< empty where nobody is asked first
    QString detail; ///< "1 % spot-checked", "4 h, then nothing"
    bool gap = false;
    int peopleCount = 0; ///< the number in `people`
};
[[nodiscard]] CellWords cellWords(const std::optional<documents::AutonomyCell>& cell);
/// The whole of it in one or two sentences, for the inspector and for assistive tools.
[[nodiscard]] QString cellSentence(const std::optional<documents::AutonomyCell>& cell);

/// "Never", "Soft", "Learned".
[[nodiscard]] QString strengthText(documents::PolicyStrength strength);
/// What stands right of a policy: its number ("1 a day", "weight 0.8", "at least 0.2"), empty where it has none.
[[nodiscard]] QString policyNote(const documents::Policy& policy);

/// Quiet minutes [from, to) of each weekday, Monday first, merged and ascending: the union of all quiet hours. A span
/// over midnight belongs to the day it starts; the rest of it lies on the next day.
using Spans = std::vector<std::pair<int, int>>;
[[nodiscard]] std::array<Spans, 7> quietWeek(const documents::PolicyStack& policies);
/// The caps on contacts in words, joined by commas ("1 a day, 3 in 7 days"); empty without any.
[[nodiscard]] QString capsText(const documents::PolicyStack& policies);

} // namespace wayreeve::ui::autonomy
