#include "execution/connector_bench.h"
#include "execution/connector_tests.h"
#include "execution/fact_source.h"
#include "execution/receiver_process.h"

#include "base/json.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::execution;

namespace {

constexpr std::array kinds{FactKind::Order,        FactKind::Stock,     FactKind::Margin,
                           FactKind::FlightStatus, FactKind::Knowledge, FactKind::Identity};

Result<LookedUpFact> ask(const ReceiverProcess& receiver, const QString& mode, FactKind kind,
                         const FactSource::Settings& more = {}) {
    ConnectorBench bench;
    bench.variables["SECRET"] = mode == "no-right" ? "another-token" : "facts-token";
    bench.now = {1'772'438'400'000}; // 2026-03-02T08:00:00Z
    bench.timeLimit = mode == "late" ? Duration::milliseconds(300) : Duration::seconds(10);
    FactSource::Settings settings = more;
    settings.url = mode == "nobody" ? "http://127.0.0.1:1" : receiver.url("/" + mode + "/");
    settings.secret = "SECRET";
    const auto source = FactSource::open(settings, bench.environment());
    if (!source)
        return source.error();
    return source->ask(kind, "A/17");
}

} // namespace

void FactSourceTest::initTestCase() {
    NEED_RECEIVERS();
    m_receiver = std::make_unique<ReceiverProcess>("facts.js");
    QVERIFY(m_receiver->port() > 0);
}

void FactSourceTest::cleanupTestCase() {
    m_receiver.reset();
}

void FactSourceTest::facts_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("asOf"); // as old as it may be
    QTest::newRow("order") << 0 << R"({"status":"shipped","total":59.9})"
                           << "2026-03-02T07:45:00Z";
    QTest::newRow("stock") << 1 << R"({"available":4})"
                           << "2026-03-02T07:55:00Z";
    QTest::newRow("margin") << 2 << R"({"share":0.31})"
                            << "2026-03-01T08:00:00Z";
    QTest::newRow("flight-status") << 3 << R"({"status":"delayed","delay_minutes":95,"gate":"B12"})"
                                   << "2026-03-02T07:55:00Z";
    QTest::newRow("knowledge") << 4 << R"({"title":"Returns","text":"Within 30 days."})"
                               << "2026-02-23T08:00:00Z";
    QTest::newRow("identity") << 5 << R"({"verified":true})"
                              << "2026-03-02T07:50:00Z";
}

void FactSourceTest::facts() {
    QFETCH(int, kind);
    const auto fact = ask(*m_receiver, "ok", kinds.at(static_cast<std::size_t>(kind)));
    QVERIFY2(fact.ok(), fact.ok() ? "" : debugText(fact.error()).c_str());
    QTEST(QString::fromStdString(writeJson(fact->value)), "value");
    QTEST(QString::fromStdString(formatInstant(fact->asOf)), "asOf");
    QCOMPARE(formatInstant(fact->asked), std::string("2026-03-02T08:00:00Z"));
    QCOMPARE(m_receiver->next()["path"].toString(), QString("/") + QTest::currentDataTag() + "/A%2F17");
}

void FactSourceTest::failures_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("error");
    const std::pair<const char*, const char*> modes[] = {
        {"stale", "fact.stale LIMIT"},
        {"future", "fact.from-future"},
        {"missing", "fact.missing"},
        {"null", "fact.missing"},
        {"no-value", "fact.malformed value"},
        {"no-time", "fact.malformed asOf"},
        {"bad-time", "fact.malformed asOf"},
        {"no-member", "fact.malformed FIRST"},
        {"wrong-type", "fact.malformed FIRST"},
        {"garbled", "fact.malformed "},
        {"limited", "fact.unreachable http-429"},
        {"down", "fact.unreachable http-503"},
        {"late", "fact.unreachable timeout"},
        {"cut", "fact.unreachable connection-lost"},
        {"nobody", "fact.unreachable unreachable"},
        {"no-right", "fact.unreachable http-401"},
    };
    const char* const names[] = {"order", "stock", "margin", "flight-status", "knowledge", "identity"};
    const char* const first[] = {"status", "available", "share", "status", "title", "verified"};
    const char* const limits[] = {"15 min", "5 min", "1 d", "5 min", "1 w", "10 min"};
    for (int kind = 0; kind < 6; ++kind)
        for (const auto& [mode, error] : modes)
            QTest::addRow("%s, %s", names[kind], mode)
                << kind << mode << QString(error).replace("FIRST", first[kind]).replace("LIMIT", limits[kind]);
}

void FactSourceTest::failures() {
    QFETCH(int, kind);
    QFETCH(QString, mode);
    const auto fact = ask(*m_receiver, mode, kinds.at(static_cast<std::size_t>(kind)));
    QVERIFY(!fact.ok());
    const Error& error = fact.error();
    QString told = QString::fromStdString(error.code);
    for (const char* const name : {"key", "limit", "reason"})
        for (const auto& [parameter, value] : error.parameters)
            if (parameter == name)
                told += " " + QString::fromStdString(value);
    QTEST(told, "error");
    QCOMPARE(error.parameter("id"), std::string("A/17"));
}

void FactSourceTest::limitsCanBeSet() {
    FactSource::Settings settings;
    settings.limits[FactKind::Stock] = Duration::minutes(4); // the answer is five minutes old
    const auto fact = ask(*m_receiver, "ok", FactKind::Stock, settings);
    QVERIFY(!fact.ok());
    QCOMPARE(fact.error().parameter("age"), std::string("5 min"));
    QCOMPARE(fact.error().parameter("limit"), std::string("4 min"));
}
