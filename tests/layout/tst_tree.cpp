#include "layout/layout_tests.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTest>

using namespace layout;

namespace {

const QString root = QStringLiteral(WAYREEVE_SOURCE_DIR);

QString readText(const QString& path) {
    QFile file(root + QLatin1Char('/') + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> headersOf(const QString& module) {
    const QDir folder(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QLatin1Char('/') + module);
    const QStringList names = folder.entryList(QDir::Files);
    return {names.begin(), names.end()};
}

/// What git tracks; outside a clone, everything that is not a build's or an editor's.
QStringList trackedFiles() {
    QProcess git;
    git.start(QStringLiteral("git"), {QStringLiteral("-c"), QStringLiteral("safe.directory=*"), QStringLiteral("-C"),
                                      root, QStringLiteral("ls-files"), QStringLiteral("-z")});
    if (QDir(root).exists(QStringLiteral(".git")) && git.waitForFinished() && git.exitCode() == 0)
        return QString::fromUtf8(git.readAllStandardOutput()).split(QChar(u'\0'), Qt::SkipEmptyParts);
    QStringList names = QDir(root).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.removeIf([](const QString& name) {
        return name.startsWith(u"build") || name == u".git" || name == u".cache" || name.endsWith(u".user");
    });
    return names;
}

QByteArray listed(const QList<Finding>& findings) {
    QStringList lines;
    for (const Finding& finding : findings)
        lines.append(QStringLiteral("%1:%2: %3").arg(finding.path).arg(finding.line).arg(finding.what));
    return '\n' + lines.join(QLatin1Char('\n')).toUtf8();
}

template <class Rule>
QList<Finding> over(const QList<Source>& sources, const Rule& rule) {
    QList<Finding> findings;
    for (const Source& source : sources)
        findings.append(rule(source));
    return findings;
}

void expectNone(const QList<Finding>& findings) {
    QVERIFY2(findings.isEmpty(), listed(findings).constData());
}

} // namespace

void TreeTests::initTestCase() {
    for (const char* house : {"core", "ui", "app", "tests"}) {
        QDirIterator files(root + QLatin1Char('/') + QLatin1String(house), {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = QDir(root).relativeFilePath(files.next());
            m_sources.append({path, readText(path)});
        }
    }
    QVERIFY(m_sources.size() > 100);
    QList<Finding> findings;
    m_rooms = readRooms(readText(QStringLiteral("core/CMakeLists.txt")), &findings);
    expectNone(findings);
    QCOMPARE(m_rooms.order.first(), QStringLiteral("base"));
    QCOMPARE(m_rooms.order.last(), QStringLiteral("session"));
    m_qt = {headersOf(QStringLiteral("QtCore")), headersOf(QStringLiteral("QtSql"))};
    QVERIFY(m_qt.core.contains(QStringLiteral("QString")));
    QVERIFY(m_qt.sql.contains(QStringLiteral("QSqlQuery")));
}

void TreeTests::includesPointDownwards() {
    expectNone(over(m_sources, [this](const Source& source) { return includeDirection(source, m_rooms); }));
}

void TreeTests::qtStaysInItsPlace() {
    expectNone(over(m_sources, [this](const Source& source) { return qtHeaders(source, m_qt); }));
}

void TreeTests::filesAreShort() {
    expectNone(over(m_sources, fileLength));
}

void TreeTests::mathsIsPortable() {
    expectNone(over(m_sources, portableMath));
}

void TreeTests::coloursAreTokens() {
    expectNone(over(m_sources, colourLiterals));
}

void TreeTests::topIsExpected() {
    expectNone(topLevel(trackedFiles()));
}

void TreeTests::planNamesEveryRoom() {
    const QString plan = readText(QStringLiteral("docs/architecture.md"));
    qsizetype last = -1;
    for (const QString& room : m_rooms.order) {
        const auto row = plan.indexOf(QStringLiteral("\n| `%1` |").arg(room));
        QVERIFY2(row > last, qPrintable(QStringLiteral("docs/architecture.md: no row for %1 in its place").arg(room)));
        last = row;
    }
}

void TreeTests::licenceIsWhole() {
    const QString licence = readText(QStringLiteral("LICENSE"));
    QVERIFY(licence.contains(u"Apache License") && licence.contains(u"Version 2.0, January 2004"));
    QVERIFY(licence.contains(u"END OF TERMS AND CONDITIONS"));
}
