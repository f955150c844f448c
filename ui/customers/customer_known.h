#pragma once

#include "ui/shell/record_words.h"

#include <QList>
#include <QString>

#include <string>

class QVBoxLayout;

namespace wayreeve::audit {
struct CustomerRow;
struct RunInfo;
} // namespace wayreeve::audit
namespace wayreeve::session {
struct CustomerMemory;
}

namespace wayreeve::ui {

/// What is known of a customer beyond its story: open cases, what was sent and answered, what it is worth, was
/// promised, is drawn to, how far it is, and how much its traffic is a person's. Words only.
struct KnownSection {
    QString title;
    struct Line {
        QString icon;
        Ink ink = Ink::Text2;
        QString text; ///< may hold customer text: show it as plain text
        QString note;
    };
    QList<Line> lines;
};

/// The presenter: pure. `now` is where the run's clock stands.
[[nodiscard]] QList<KnownSection> knownOf(const session::CustomerMemory& memory, Instant now, const RecordWords& words);
/// At an instant of the run's clock, by the run's own documents; empty of accounts, and where those cannot be read.
/// Blocks; any thread.
[[nodiscard]] QList<KnownSection> loadKnown(const std::string& folder, const audit::RunInfo& run,
                                            const audit::CustomerRow& customer, Instant now, const RecordWords& words);
/// At the end of a column.
void addKnown(QVBoxLayout& column, const QList<KnownSection>& sections);

} // namespace wayreeve::ui
