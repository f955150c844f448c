#pragma once

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

/// The rules of the floor plan (docs/architecture.md) as pure functions over text: each takes what it judges and
/// answers what is wrong, empty where nothing is. Paths are relative to the project, with '/'.
namespace layout {

struct Source {
    QString path;
    QString text;
};

struct Finding {
    QString path;
    int line = 0; ///< from 1; 0 = the file as a whole
    QString what;
};

/// The rooms of core in the order of core/CMakeLists.txt, each with every room it may use (itself included).
struct Rooms {
    QStringList order;
    QMap<QString, QSet<QString>> reach;
};

/// What is declared by wayreeve_room(NAME DEPENDS … LINK …) lines. A dependency that is not declared above its user is
/// reported in `findings`.
[[nodiscard]] Rooms readRooms(const QString& cmake, QList<Finding>* findings);

/// The text with comments blanked (newlines stay) and, where `strings` is false, string literals blanked as well.
[[nodiscard]] QString codeOnly(const QString& text, bool strings);

/// Headers of Qt Core and Qt Sql by name ("QString", "QSqlQuery"), to tell them from other Qt modules' headers.
struct QtHeaders {
    QSet<QString> core;
    QSet<QString> sql;
};

/// Arrows: core rooms by `rooms`, nothing of core on ui or app, nothing of ui on app; in ui text ← widgets ← shell ←
/// places, places apart; `storage` by session, app and tests alone; the headless program with nothing of ui but text.
[[nodiscard]] QList<Finding> includeDirection(const Source& source, const Rooms& rooms);

/// core: no Qt, but Qt Core and Qt Sql in storage. app/headless and ui/text: Qt Core alone. The window: no Qt Sql.
[[nodiscard]] QList<Finding> qtHeaders(const Source& source, const QtHeaders& qt);

/// No source file over 800 lines.
[[nodiscard]] QList<Finding> fileLength(const Source& source);

/// core: no <cmath> function whose result differs between processors, outside base/portable_math.
[[nodiscard]] QList<Finding> portableMath(const Source& source);

/// ui: colours come from ui/widgets/tokens.
[[nodiscard]] QList<Finding> colourLiterals(const Source& source);

/// Nothing at the top that nobody expects.
[[nodiscard]] QList<Finding> topLevel(const QStringList& trackedFiles);

} // namespace layout
