#include "session/import_tests.h"
#include "session/live_server.h"

#include "session/import.h"
#include "session/logged.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace wayreeve;

namespace {

constexpr Instant now{1'793'606'400'000}; // 2026-11-02T08:00:00Z

std::string written(const Place& place, const char* name, const QByteArray& text) {
    QFile file(place.beside(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", name);
    return file.fileName().toStdString();
}

/// "2 json.invalid reason=unexpected-character"
QStringList said(const session::RefusedLines& refused) {
    QStringList lines;
    for (const auto& [line, error] : refused.first) {
        QString text = QStringLiteral("%1 %2").arg(line).arg(QString::fromStdString(error.code));
        for (const auto& [name, value] : error.parameters)
            text += QStringLiteral(" %1=%2").arg(QString::fromStdString(name), QString::fromStdString(value));
        lines << text;
    }
    return lines;
}

} // namespace

void ImportTests::refusedLinesAreNamed() {
    const Place place;
    const std::string file =
        written(place, "events.jsonl",
                R"({"type":"identify","messageId":"m1","userId":"u1","timestamp":"2026-11-01T08:00:00Z"}
{"type":"track","event":"Cart Abandoned","userId":"u1","properties":{"value":1e999}}
{"type":"track","event":"Cart Abandoned","userId":"u1","properties":{"value":Infinity}}
{"type":"track","event":"Cart Abandoned","userId":"u1","properties":{"value":NaN}}
{"type":"track","event":"Cart Abandoned","userId":"u1","properties":{"value":1e99999}}
{"type":"identify","userId":"u1","timestamp":"2026-11-08T08:00:00Z"}
)");
    session::RefusedLines refused;
    refused.count = 9; // of an earlier import
    const auto outcome = session::importEvents(place.open(), file, now, 1, &refused);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->lines.lines, std::uint64_t{6});
    QCOMPARE(outcome->lines.events, std::uint64_t{1});
    QCOMPARE(outcome->lines.refused, std::uint64_t{5});
    QCOMPARE(said(refused),
             (QStringList{"2 event.number-too-large property=value found=1E+999",
                          "3 json.invalid reason=unexpected-character", "4 json.invalid reason=unexpected-character",
                          "5 json.invalid reason=number-too-large", "6 event.future by=6 d"}));
    QCOMPARE(refused.count, std::uint64_t{5});
    QCOMPARE(refused.future, std::uint64_t{1});
    QVERIFY(session::importEvents(place.open(), file, now, 1).ok()); // nobody asks for them
}

void ImportTests::nothingUsable() {
    const Place place;
    const std::string file = written(place, "events.jsonl", "[1]\n\n{\n");
    session::RefusedLines refused;
    const auto outcome = session::importEvents(place.open(), file, now, 1, &refused);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, std::string("import.no-events"));
    QCOMPARE(said(refused), (QStringList{"1 event.not-an-object", "3 json.invalid reason=unexpected-end"}));
    QCOMPARE(refused.count, std::uint64_t{2});
}

/// An import is a run of kind "live" that no engine keeps going: it is repeated to its own end.
void ImportTests::replaysTheSame() {
    const Place place;
    QByteArray lines;
    int events = 0;
    for (int customer = 0; customer < 20; ++customer)
        for (const QJsonValue& value : cartOf(customer)) {
            QJsonObject event = value.toObject();
            event[QStringLiteral("timestamp")] = QStringLiteral("2026-10-20T09:00:%1Z").arg(10 + events % 50);
            lines += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
            ++events;
        }
    const auto outcome = session::importEvents(place.open(), written(place, "events.jsonl", lines), now, 1);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->lines.events, static_cast<std::uint64_t>(events));
    const audit::RunInfo run = place.run();
    QVERIFY(run.decisions > 0);
    const auto again = session::replayRun(place.folder(), run.tag, 2);
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().code.c_str());
    QVERIFY(again->identical);
    QCOMPARE(again->summary.info.clock, run.clock);
    QCOMPARE(again->summary.info.decisions, run.decisions);
}

void ImportTests::unusableNumbersOfATable_data() {
    QTest::addColumn<QByteArray>("history");
    QTest::addColumn<QByteArray>("spend");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* history, const char* spend, const char* error) {
        QTest::newRow(name) << QByteArray(history) << QByteArray(spend) << QString(error);
    };
    row("context beyond every double", "1e999", "0", "csv.bad-row number-too-large 1e999");
    row("context is infinite", "inf", "0", "csv.bad-row not-a-number inf");
    row("context is no number", "nan", "0", "csv.bad-row not-a-number nan");
    row("outcome beyond every double", "1", "-1e309", "csv.bad-row number-too-large -1e309");
    row("outcome is infinite", "1", "-inf", "csv.bad-row not-a-number -inf");
    row("outcome beyond decimals", "1", "1e99999", "csv.bad-row not-a-number 1e99999");
}

void ImportTests::unusableNumbersOfATable() {
    QFETCH(QByteArray, history);
    QFETCH(QByteArray, spend);
    QFETCH(QString, error);
    const Place place("hillstrom");
    const std::string file =
        written(place, "log.csv",
                "recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,conversion,spend\n"
                "1,a,2.5,1,0,Urban,0,Web,No E-Mail,0,0,0\n"
                "1,a," +
                    history + ",1,0,Urban,0,Web,No E-Mail,0,0," + spend + "\n");
    const auto workspace = place.open();
    const auto report = session::replayLogged(workspace, *workspace.workspace->mapping, file, 1, 1);
    QVERIFY(!report.ok());
    QCOMPARE(QString::fromStdString(report.error().code + " " + report.error().parameter("why") + " " +
                                    report.error().parameter("value")),
             error);
    QCOMPARE(report.error().file, file);
    QCOMPARE(report.error().line, 3);
}
