#pragma once

#include "ui/shell/record_words.h"

#include <QList>
#include <QString>

namespace wayreeve::ui {

/// A handoff's packet (engine/handoff_packet.h) as people say it: names instead of ids, times of the workspace. What a
/// packet does not hold is left out. Customers' texts in it must be shown as plain text. Any thread.
struct HandoffWords {
    struct Line {
        QString icon;
        QString text;
        QString note; ///< what came of it; of a next step its worth
        QString time; ///< empty where it is yet to come
    };
    QString summary;
    QList<Line> said;  ///< oldest first
    QList<Line> tried; ///< oldest first
    QList<Line> next;  ///< the most worth first
};
[[nodiscard]] HandoffWords handoffWords(const Value& packet, const RecordWords& words);

} // namespace wayreeve::ui
