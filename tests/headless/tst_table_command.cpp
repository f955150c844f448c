#include "headless/table_command_tests.h"

#include "headless/program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace headless;

void TableCommandTests::commands_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("out");
    const auto row = [](const char* name, const QStringList& words, int code, const char* out) {
        QTest::newRow(name) << words << code << QString::fromUtf8(out);
    };
    const QString table = QStringLiteral("discount-tier");
    row("row", {table, "--inputs", R"({"spent":120,"where":"buy"})"}, 0,
        R"({"table":"discount-tier","value":"large","rows":[1],"error":null})");
    row("none", {table, "--inputs", R"({"spent":20})"}, 0,
        R"({"table":"discount-tier","value":"none","rows":[],"error":null})");
    row("not allowed", {table, "--inputs", R"({"spent":-1,"where":"buy"})"}, 1,
        R"({"table":"discount-tier","value":null,"rows":[],"error":"table.not-allowed"})");
    row("analysis", {table, "--analyse"}, 0,
        R"({"table":"discount-tier","overlaps":[],"gaps":[{"spent":0,"where":"consider"},)"
        R"({"spent":100,"where":"consider"}],"unreachable":[],"undecided":[],"cut":false})");
    row("unknown table", {QStringLiteral("discount-tire"), "--analyse"}, 2, "");
    row("unknown input", {table, "--inputs", R"({"spend":1})"}, 2, "");
    row("nothing to do", {table}, 2, "");
    row("no object", {table, "--inputs", "3"}, 2, "");
}

/// On the golden documents: the table of docs/formats/tables.md.
void TableCommandTests::commands() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, out);
    const QTemporaryDir folder;
    const QDir golden(QStringLiteral(WAYREEVE_SOURCE_DIR "/tests/golden"));
    const QHash<QString, QString> places = {{"journeys.yaml", "journeys/cart.yaml"},
                                            {"populations.yaml", "populations/shoppers.yaml"},
                                            {"stories.yaml", "stories/main.yaml"},
                                            {"tables.yaml", "tables/discount-tier.yaml"}};
    for (const char* sub : {"journeys", "populations", "stories", "tables"})
        QVERIFY(QDir(folder.path()).mkpath(QString::fromLatin1(sub)));
    for (const QString& name : golden.entryList({"*.yaml"}, QDir::Files))
        QVERIFY(QFile::copy(golden.filePath(name), folder.filePath(places.value(name, name))));
    const Outcome outcome = run(QStringList{"table", folder.path()} + words + QStringList{"--json"});
    QCOMPARE(outcome.code, code);
    if (!out.isEmpty())
        QCOMPARE(json(outcome.out), QJsonDocument::fromJson(out.toUtf8()));
}
