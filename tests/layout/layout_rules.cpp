#include "layout/layout_rules.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace layout {

namespace {

struct Include {
    QString name; ///< between the quotes or angle brackets
    int line = 0;
};

int lineAt(const QString& text, qsizetype position) {
    return static_cast<int>(QStringView(text).first(position).count(QLatin1Char('\n'))) + 1;
}

QList<Include> includes(const Source& source) {
    static const QRegularExpression pattern(QStringLiteral(R"(^[ \t]*#[ \t]*include[ \t]*["<]([^">\n]+)[">])"),
                                            QRegularExpression::MultilineOption);
    const QString code = codeOnly(source.text, true);
    QList<Include> found;
    for (auto matches = pattern.globalMatch(code); matches.hasNext();) {
        const auto match = matches.next();
        found.append({match.captured(1), lineAt(code, match.capturedStart(1))});
    }
    return found;
}

QList<Finding> findAll(const Source& source, const QString& code, const QRegularExpression& pattern,
                       const QString& what) {
    QList<Finding> findings;
    for (auto matches = pattern.globalMatch(code); matches.hasNext();) {
        const auto match = matches.next();
        findings.append({source.path, lineAt(code, match.capturedStart()), what.arg(match.captured().trimmed())});
    }
    return findings;
}

QString part(const QString& path, int index) {
    return path.section(QLatin1Char('/'), index, index);
}

/// Where an included name leads: {"core", room}, {"ui", place}, {"app", …}, or nothing for a library's header.
std::pair<QString, QString> target(const QString& include, const Rooms& rooms) {
    const QString name = QString(include).remove(QRegularExpression(QStringLiteral("^(\\.\\./)+")));
    const QString first = part(name, 0);
    if (first == u"core" || first == u"ui" || first == u"app" || first == u"tests")
        return {first, name.count(QLatin1Char('/')) > 1 ? part(name, 1) : QString()};
    if (name.contains(QLatin1Char('/')) && rooms.order.contains(first))
        return {QStringLiteral("core"), first};
    return {};
}

/// Floors of the window, lowest first: sentences, controls, the shell, the places, what joins them (files directly in
/// ui/).
int floorOf(const QString& place) {
    static const QStringList floors{QStringLiteral("text"), QStringLiteral("widgets"), QStringLiteral("shell")};
    const auto floor = floors.indexOf(place);
    return floor >= 0 ? static_cast<int>(floor) : place.isEmpty() ? 4 : 3;
}

/// Why a file of ui/`from` may not include ui/`to`; empty where it may.
QString wrongInWindow(const QString& from, const QString& to) {
    if (from == to || floorOf(from) > floorOf(to))
        return {};
    return QStringLiteral("ui/%1 may not use ui/%2: what two places share belongs in shell, widgets or text")
        .arg(from, to);
}

/// The Qt module of an included name: "QtSql" for <QtSql/QSqlQuery> and <QSqlQuery>; "Qt?" where it is neither Core
/// nor Sql; empty where it is no Qt header.
QString qtModule(const QString& include, const QtHeaders& qt) {
    static const QRegularExpression moduleName(QStringLiteral("^(Qt[A-Z][A-Za-z0-9]*)(/|$)"));
    static const QRegularExpression className(QStringLiteral("^(Q[A-Za-z0-9_]+|q[a-z0-9_]+\\.h)$"));
    if (const auto match = moduleName.match(include); match.hasMatch())
        return match.captured(1);
    if (!className.match(include).hasMatch())
        return {};
    if (qt.core.contains(include))
        return QStringLiteral("QtCore");
    return qt.sql.contains(include) ? QStringLiteral("QtSql") : QStringLiteral("Qt?");
}

} // namespace

Rooms readRooms(const QString& cmake, QList<Finding>* findings) {
    static const QRegularExpression call(QStringLiteral(R"(^wayreeve_room\(([^)]*)\))"),
                                         QRegularExpression::MultilineOption);
    Rooms rooms;
    for (auto matches = call.globalMatch(cmake); matches.hasNext();) {
        const auto match = matches.next();
        const QStringList words = match.captured(1).simplified().split(QLatin1Char(' '));
        const QString& name = words.first();
        QSet<QString> reach{name};
        bool dependencies = false;
        for (const QString& word : words.mid(1)) {
            if (word == u"DEPENDS" || word == u"LINK") {
                dependencies = word == u"DEPENDS";
            } else if (dependencies && rooms.order.contains(word)) {
                reach.unite(rooms.reach.value(word));
            } else if (dependencies) {
                findings->append({QStringLiteral("core/CMakeLists.txt"), lineAt(cmake, match.capturedStart()),
                                  QStringLiteral("%1 depends on %2, which is not above it").arg(name, word)});
            }
        }
        rooms.order.append(name);
        rooms.reach.insert(name, reach);
    }
    return rooms;
}

QString codeOnly(const QString& text, bool strings) {
    static const QRegularExpression token(
        QStringLiteral(R"RE((?<comment>//[^\n]*|/\*.*?(?:\*/|\z)))RE"
                       R"RE(|(?<raw>R"(?<tag>[^()\\ \n]{0,16})\(.*?\)\k<tag>"))RE"
                       R"RE(|(?<text>"(?:[^"\\\n]|\\.)*"))RE"
                       R"RE(|(?<skip>[0-9A-Fa-f]'[0-9A-Fa-f]|'(?:[^'\\\n]|\\.)+'))RE"),
        QRegularExpression::DotMatchesEverythingOption);
    QString code = text;
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const bool isComment = match.capturedLength(u"comment") > 0;
        if (!isComment && (strings || match.capturedLength(u"skip") > 0))
            continue;
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
            if (code[i] != QLatin1Char('\n'))
                code[i] = QLatin1Char(' ');
    }
    return code;
}

QList<Finding> includeDirection(const Source& source, const Rooms& rooms) {
    const QString house = part(source.path, 0);
    const bool inFolder = source.path.count(QLatin1Char('/')) > 1;
    const QString place = inFolder ? part(source.path, 1) : QString();
    QList<Finding> findings;
    for (const Include& include : includes(source)) {
        const auto [toHouse, toPlace] = target(include.name, rooms);
        QString wrong;
        if (house == u"core") {
            if (toHouse == u"ui" || toHouse == u"app" || toHouse == u"tests")
                wrong = QStringLiteral("core may not use %1").arg(toHouse);
            else if (toHouse == u"core" && !rooms.reach.value(place).contains(toPlace))
                wrong = QStringLiteral("core/%1 may not use core/%2").arg(place, toPlace);
        } else if (house == u"ui") {
            if (toHouse == u"app" || toHouse == u"tests")
                wrong = QStringLiteral("ui may not use %1").arg(toHouse);
            else if (toHouse == u"core" && toPlace == u"storage")
                wrong = QStringLiteral("storage is used through session");
            else if (toHouse == u"ui")
                wrong = wrongInWindow(place, toPlace);
        } else if (house == u"app") {
            if (toHouse == u"tests" || (place == u"headless" && toHouse == u"ui" && toPlace != u"text"))
                wrong = QStringLiteral("app/%1 may not use %2").arg(place, toHouse);
        }
        if (!wrong.isEmpty())
            findings.append({source.path, include.line, wrong + QStringLiteral(" (%1)").arg(include.name)});
    }
    return findings;
}

QList<Finding> qtHeaders(const Source& source, const QtHeaders& qt) {
    const QString& path = source.path;
    const bool window = (path.startsWith(u"ui/") && !path.startsWith(u"ui/text/")) || path.startsWith(u"app/desktop/");
    QSet<QString> allowed;
    if (path.startsWith(u"core/storage/"))
        allowed = {QStringLiteral("QtCore"), QStringLiteral("QtSql")};
    else if (path.startsWith(u"app/headless/") || path.startsWith(u"ui/text/"))
        allowed = {QStringLiteral("QtCore")};
    else if (!window && !path.startsWith(u"core/"))
        return {};
    QList<Finding> findings;
    for (const Include& include : includes(source)) {
        const QString module = qtModule(include.name, qt);
        if (module.isEmpty() || allowed.contains(module) || (window && module != u"QtSql"))
            continue;
        findings.append(
            {source.path, include.line, QStringLiteral("<%1> has no place in this folder").arg(include.name)});
    }
    return findings;
}

QList<Finding> fileLength(const Source& source) {
    const auto lines = source.text.count(QLatin1Char('\n')) + (source.text.endsWith(QLatin1Char('\n')) ? 0 : 1);
    if (lines <= 800)
        return {};
    return {{source.path, 0, QStringLiteral("%1 lines: split by responsibility (800 at most)").arg(lines)}};
}

QList<Finding> portableMath(const Source& source) {
    static const QRegularExpression pattern(QStringLiteral(
        R"(\bstd::(exp2?|expm1|log(2|10|1p)?|pow|a?(sin|cos|tan)h?|atan2|erfc?|[tl]gamma|cbrt|hypot)\b)"));
    if (!source.path.startsWith(u"core/") || source.path.startsWith(u"core/base/portable_math."))
        return {};
    return findAll(source, codeOnly(source.text, false), pattern,
                   QStringLiteral("%1 differs between processors: base/portable_math.h has its own"));
}

QList<Finding> colourLiterals(const Source& source) {
    static const QRegularExpression pattern(QStringLiteral(
        R"("#[0-9A-Fa-f]{3,8}"|\bQColor(::fromRgba?|::fromHsla?|::fromHsv)?[({]\s*[0-9]|\bqRgba?\(\s*[0-9])"));
    if (!source.path.startsWith(u"ui/") || source.path.startsWith(u"ui/widgets/tokens"))
        return {};
    return findAll(source, codeOnly(source.text, true), pattern,
                   QStringLiteral("%1: colours come from ui/widgets/tokens.h"));
}

QList<Finding> topLevel(const QStringList& trackedFiles) {
    static const QSet<QString> expected{QStringLiteral("CMakeLists.txt"),
                                        QStringLiteral("CMakePresets.json"),
                                        QStringLiteral("README.md"),
                                        QStringLiteral("CONTRIBUTING.md"),
                                        QStringLiteral("CHANGELOG.md"),
                                        QStringLiteral("LICENSE"),
                                        QStringLiteral(".ci"),
                                        QStringLiteral(".clang-format"),
                                        QStringLiteral(".clang-tidy"),
                                        QStringLiteral(".gitignore"),
                                        QStringLiteral("app"),
                                        QStringLiteral("core"),
                                        QStringLiteral("ui"),
                                        QStringLiteral("resources"),
                                        QStringLiteral("translations"),
                                        QStringLiteral("tests"),
                                        QStringLiteral("packaging"),
                                        QStringLiteral("docs")};
    QSet<QString> unexpected;
    for (const QString& file : trackedFiles)
        if (const QString top = part(file, 0); !expected.contains(top))
            unexpected.insert(top);
    QStringList names(unexpected.begin(), unexpected.end());
    std::sort(names.begin(), names.end());
    QList<Finding> findings;
    for (const QString& name : names)
        findings.append({name, 0, QStringLiteral("not expected at the top of the project")});
    return findings;
}

} // namespace layout
