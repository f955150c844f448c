#include "layout/layout_tests.h"

#include <QTest>

using namespace layout;

namespace {

const char* const threeRooms = "wayreeve_room(base LINK sodium)\n"
                               "wayreeve_room(rules DEPENDS base)\n"
                               "wayreeve_room(audit DEPENDS rules)\n"
                               "wayreeve_room(engine DEPENDS audit)\n"
                               "wayreeve_room(storage DEPENDS audit LINK Qt6::Core)\n"
                               "wayreeve_room(session DEPENDS engine storage)\n";

Rooms rooms() {
    QList<Finding> findings;
    return readRooms(QLatin1String(threeRooms), &findings);
}

QtHeaders someQt() {
    return {{"QString", "QCoreApplication", "qglobal.h"}, {"QSqlQuery", "QSqlDatabase"}};
}

/// A row of the planted violations: the file, its text, and the line of the one finding (0 = none expected).
void plantedColumns() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
}

void expectOne(const QList<Finding>& findings, const QString& path, int line) {
    QCOMPARE(findings.size(), line == 0 ? 0 : 1);
    if (line == 0)
        return;
    QCOMPARE(findings.first().path, path);
    QCOMPARE(findings.first().line, line);
}

} // namespace

void RuleTests::readsRooms() {
    const Rooms read = rooms();
    QCOMPARE(read.order, QStringList({"base", "rules", "audit", "engine", "storage", "session"}));
    QCOMPARE(read.reach.value("base"), QSet<QString>({"base"}));
    QCOMPARE(read.reach.value("storage"), QSet<QString>({"base", "rules", "audit", "storage"}));
    QCOMPARE(read.reach.value("session").size(), 6);
}

void RuleTests::readsDeclaredRoomsUpwardsOnly() {
    QList<Finding> findings;
    (void)readRooms("wayreeve_room(base DEPENDS rules)\nwayreeve_room(rules)\n", &findings);
    expectOne(findings, "core/CMakeLists.txt", 1);
    findings.clear();
    (void)readRooms(QLatin1String(threeRooms), &findings);
    QCOMPARE(findings.size(), 0);
}

void RuleTests::blanksComments_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("withStrings");
    QTest::addColumn<QString>("without");
    QTest::newRow("line") << "a // b\nc"
                          << "a     \nc"
                          << "a     \nc";
    QTest::newRow("block over lines") << "a/* b\n c */d"
                                      << "a    \n     d"
                                      << "a    \n     d";
    QTest::newRow("string") << R"(f("x//y");)"
                            << R"(f("x//y");)"
                            << R"(f(      );)";
    QTest::newRow("escaped quote") << R"(f("a\"//b") // c)"
                                   << R"(f("a\"//b")     )"
                                   << R"(f(        )     )";
    QTest::newRow("raw string") << "R\"(a \" // b)\" // c"
                                << "R\"(a \" // b)\"     "
                                << "                  ";
    QTest::newRow("digit separator") << "1'000 // a'b"
                                     << "1'000       "
                                     << "1'000       ";
    QTest::newRow("quote as a character") << R"('"' // "a")"
                                          << R"('"'       )"
                                          << R"('"'       )";
}

void RuleTests::blanksComments() {
    QFETCH(QString, text);
    QTEST(codeOnly(text, true), "withStrings");
    QTEST(codeOnly(text, false), "without");
}

void RuleTests::direction_data() {
    plantedColumns();
    QTest::newRow("down in core") << "core/audit/a.cpp"
                                  << "#include \"rules/b.h\"\n"
                                  << 0;
    QTest::newRow("same room") << "core/audit/a.cpp"
                               << "#include \"audit/a.h\"\n"
                               << 0;
    QTest::newRow("up in core") << "core/rules/a.cpp"
                                << "#pragma once\n#include \"audit/b.h\"\n"
                                << 2;
    QTest::newRow("up by the long name") << "core/rules/a.h"
                                         << "#include \"core/audit/b.h\"\n"
                                         << 1;
    QTest::newRow("up by a relative name") << "core/rules/a.h"
                                           << "#include \"../audit/b.h\"\n"
                                           << 1;
    QTest::newRow("in angle brackets") << "core/rules/a.h"
                                       << "#  include <audit/b.h>\n"
                                       << 1;
    QTest::newRow("beside in core") << "core/engine/a.cpp"
                                    << "#include \"storage/store.h\"\n"
                                    << 1;
    QTest::newRow("storage up to engine") << "core/storage/a.cpp"
                                          << "#include \"engine/run.h\"\n"
                                          << 1;
    QTest::newRow("session joins both") << "core/session/a.cpp"
                                        << "#include \"storage/s.h\"\n#include \"engine/r.h\"\n"
                                        << 0;
    QTest::newRow("in a comment") << "core/rules/a.h"
                                  << "// #include \"audit/b.h\"\n"
                                  << 0;
    QTest::newRow("core to ui") << "core/session/a.h"
                                << "#include \"ui/shell/screen.h\"\n"
                                << 1;
    QTest::newRow("core to app") << "core/session/a.h"
                                 << "#include \"app/headless/a.h\"\n"
                                 << 1;
    QTest::newRow("library") << "core/base/a.cpp"
                             << "#include <sodium.h>\n#include <nlohmann/json.hpp>\n"
                             << 0;
    QTest::newRow("ui to core") << "ui/decisions/a.cpp"
                                << "#include \"session/explain.h\"\n"
                                << 0;
    QTest::newRow("ui to storage") << "ui/decisions/a.cpp"
                                   << "\n#include \"storage/store.h\"\n"
                                   << 2;
    QTest::newRow("ui to app") << "ui/decisions/a.cpp"
                               << "#include \"app/desktop/b.h\"\n"
                               << 1;
    QTest::newRow("place to shell") << "ui/decisions/a.cpp"
                                    << "#include \"ui/shell/screen.h\"\n"
                                    << 0;
    QTest::newRow("place to place") << "ui/decisions/a.cpp"
                                    << "#include \"ui/insights/b.h\"\n"
                                    << 1;
    QTest::newRow("shell to place") << "ui/shell/a.cpp"
                                    << "#include \"ui/insights/b.h\"\n"
                                    << 1;
    QTest::newRow("widgets to shell") << "ui/widgets/a.cpp"
                                      << "#include \"ui/shell/b.h\"\n"
                                      << 1;
    QTest::newRow("place to text") << "ui/insights/a.cpp"
                                   << "#include \"ui/text/error_text.h\"\n"
                                   << 0;
    QTest::newRow("text to widgets") << "ui/text/a.cpp"
                                     << "#include \"ui/widgets/b.h\"\n"
                                     << 1;
    QTest::newRow("headless to text") << "app/headless/a.cpp"
                                      << "#include \"ui/text/error_text.h\"\n"
                                      << 0;
    QTest::newRow("joins the places") << "ui/screens.cpp"
                                      << "#include \"ui/insights/b.h\"\n"
                                      << 0;
    QTest::newRow("place to the joint") << "ui/insights/b.cpp"
                                        << "#include \"ui/screens.h\"\n"
                                        << 1;
    QTest::newRow("headless to ui") << "app/headless/a.cpp"
                                    << "#include \"ui/screens.h\"\n"
                                    << 1;
    QTest::newRow("desktop to ui") << "app/desktop/a.cpp"
                                   << "#include \"ui/screens.h\"\n"
                                   << 0;
    QTest::newRow("app to storage") << "app/headless/a.cpp"
                                    << "#include \"storage/export_records.h\"\n"
                                    << 0;
    QTest::newRow("app to tests") << "app/headless/a.cpp"
                                  << "#include \"tests/golden/a.h\"\n"
                                  << 1;
}

void RuleTests::direction() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, line);
    expectOne(includeDirection({path, text}, rooms()), path, line);
}

void RuleTests::qt_data() {
    plantedColumns();
    QTest::newRow("class in core") << "core/base/a.h"
                                   << "\n#include <QString>\n"
                                   << 2;
    QTest::newRow("module in core") << "core/base/a.h"
                                    << "#include <QtCore>\n"
                                    << 1;
    QTest::newRow("small header in core") << "core/base/a.h"
                                          << "#include <qglobal.h>\n"
                                          << 1;
    QTest::newRow("standard in core") << "core/base/a.h"
                                      << "#include <string>\n#include <queue>\n"
                                      << 0;
    QTest::newRow("core in storage") << "core/storage/a.h"
                                     << "#include <QString>\n#include <QSqlQuery>\n"
                                     << 0;
    QTest::newRow("modules in storage") << "core/storage/a.h"
                                        << "#include <QtSql/QSqlQuery>\n#include <QtCore>\n"
                                        << 0;
    QTest::newRow("gui in storage") << "core/storage/a.h"
                                    << "#include <QColor>\n"
                                    << 1;
    QTest::newRow("widgets in storage") << "core/storage/a.h"
                                        << "#include <QtWidgets/QWidget>\n"
                                        << 1;
    QTest::newRow("sql in ui") << "ui/live/a.cpp"
                               << "#include <QWidget>\n#include <QSqlQuery>\n"
                               << 2;
    QTest::newRow("sql module in the desktop") << "app/desktop/a.cpp"
                                               << "#include <QtSql>\n"
                                               << 1;
    QTest::newRow("gui in ui") << "ui/live/a.cpp"
                               << "#include <QColor>\n#include <QtCharts/QChart>\n"
                               << 0;
    QTest::newRow("core in headless") << "app/headless/a.cpp"
                                      << "#include <QCoreApplication>\n"
                                      << 0;
    QTest::newRow("gui in headless") << "app/headless/a.cpp"
                                     << "#include <QColor>\n"
                                     << 1;
    QTest::newRow("sql in headless") << "app/headless/a.cpp"
                                     << "#include <QSqlQuery>\n"
                                     << 1;
    QTest::newRow("core in text") << "ui/text/a.cpp"
                                  << "#include <QCoreApplication>\n"
                                  << 0;
    QTest::newRow("gui in text") << "ui/text/a.cpp"
                                 << "#include <QLabel>\n"
                                 << 1;
    QTest::newRow("sql in tests") << "tests/storage/a.cpp"
                                  << "#include <QSqlQuery>\n"
                                  << 0;
}

void RuleTests::qt() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, line);
    expectOne(qtHeaders({path, text}, someQt()), path, line);
}

void RuleTests::length() {
    QCOMPARE(fileLength({"core/a.cpp", QString(800, QLatin1Char('\n'))}).size(), 0);
    QCOMPARE(fileLength({"core/a.cpp", QString(801, QLatin1Char('\n'))}).size(), 1);
    QCOMPARE(fileLength({"core/a.cpp", QString(800, QLatin1Char('\n')) + "last"}).size(), 1);
}

void RuleTests::maths_data() {
    plantedColumns();
    for (const char* name : {"exp", "log", "pow", "sin", "tanh", "erf", "log1p", "cos", "atan2", "lgamma"})
        QTest::newRow(name) << "core/learning/a.cpp" << QStringLiteral("\ndouble x = std::%1(y);\n").arg(name) << 2;
    QTest::newRow("as a pointer") << "core/learning/a.cpp"
                                  << "auto f = &std::exp;" << 1;
    QTest::newRow("square root") << "core/learning/a.cpp"
                                 << "double x = std::sqrt(y) + std::floor(y);" << 0;
    QTest::newRow("comment") << "core/learning/a.cpp"
                             << "// as std::exp(x) would\n/* std::log */" << 0;
    QTest::newRow("text") << "core/learning/a.cpp"
                          << "f(\"std::exp(x)\");" << 0;
    QTest::newRow("longer name") << "core/learning/a.cpp"
                                 << "std::expected<int> e; std::logic_error l;" << 0;
    QTest::newRow("in its place") << "core/base/portable_math.cpp"
                                  << "std::exp(x);" << 0;
    QTest::newRow("in a test") << "tests/base/tst_math.cpp"
                               << "std::exp(x);" << 0;
}

void RuleTests::maths() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, line);
    expectOne(portableMath({path, text}), path, line);
}

void RuleTests::colours_data() {
    plantedColumns();
    QTest::newRow("six digits") << "ui/live/a.cpp"
                                << "\nQColor c(\"#1A2b3c\");" << 2;
    QTest::newRow("three digits") << "ui/live/a.cpp"
                                  << "f(\"#abc\");" << 1;
    QTest::newRow("numbers") << "ui/live/a.cpp"
                             << "QColor(12, 13, 14)" << 1;
    QTest::newRow("hexadecimal") << "ui/shell/a.cpp"
                                 << "QColor{0xff0000}" << 1;
    QTest::newRow("qRgb") << "ui/shell/a.cpp"
                          << "qRgb(1, 2, 3)" << 1;
    QTest::newRow("a token") << "ui/live/a.cpp"
                             << "QColor c = color(Ink::Text2); QColor d(c);" << 0;
    QTest::newRow("transparent") << "ui/live/a.cpp"
                                 << "image.fill(Qt::transparent);" << 0;
    QTest::newRow("a number sign") << "ui/live/a.cpp"
                                   << "tr(\"#%1\"); f(\"#top\");" << 0;
    QTest::newRow("comment") << "ui/live/a.cpp"
                             << "// \"#1a2b3c\"" << 0;
    QTest::newRow("in tokens") << "ui/widgets/tokens_dark.cpp"
                               << "QColor(\"#1a2b3c\")" << 0;
}

void RuleTests::colours() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, line);
    expectOne(colourLiterals({path, text}), path, line);
}

void RuleTests::top() {
    QCOMPARE(topLevel({"README.md", "core/base/hash.h", ".ci/run", "docs/adr/0001.md"}).size(), 0);
    const QList<Finding> findings = topLevel({"README.md", "notes.txt", "scratch/a.cpp", "scratch/b.cpp"});
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].path, "notes.txt");
    QCOMPARE(findings[1].path, "scratch");
}
