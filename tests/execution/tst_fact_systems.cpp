#include "execution/connector_bench.h"
#include "execution/connector_tests.h"
#include "execution/fact_source.h"
#include "execution/receiver_process.h"

#include "base/json.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::execution;
using documents::FactSystem;

namespace {

/// A vendor's system as docs/formats/connectors.md writes it down, and a record of the fixture's.
struct VendorSystem {
    FactSystem system;
    std::string id;
    std::string value; ///< as it comes out
};

std::vector<VendorSystem> vendorSystems() {
    const auto of = [](FactKind kind, std::string path, std::string header, std::vector<documents::FactPlace> values) {
        return FactSystem{kind, {}, std::move(path), std::move(header), "SECRET", std::move(values), {}};
    };
    return {
        {of(FactKind::Order, "/admin/api/2025-10/orders/{id}.json", "X-Shopify-Access-Token",
            {{"status", "/order/fulfillment_status", "unfulfilled"}, {"total", "/order/total_price"}}),
         "450789469", R"({"status":"partial","total":598.94})"},
        {of(FactKind::Stock, "/admin/api/2025-10/inventory_levels.json?inventory_item_ids={id}&location_ids=655441491",
            "X-Shopify-Access-Token", {{"available", "/inventory_levels/0/available"}}),
         "808950810", R"({"available":9})"},
        {of(FactKind::FlightStatus, "/aeroapi/flights/{id}", "x-apikey",
            {{"status", "/flights/0/status"},
             {"delay_minutes", "/flights/0/departure_delay", "", 60},
             {"cancelled", "/flights/0/cancelled"}}),
         "DLH438-1772179200-schedule-0123", R"({"status":"Scheduled / Delayed","delay_minutes":95,"cancelled":false})"},
        {of(FactKind::Knowledge, "/api/v2/help_center/articles/{id}", "",
            {{"title", "/article/title"}, {"text", "/article/body"}}),
         "360026053753", R"({"title":"Returns","text":"<p>Within 30 days.</p>"})"},
        {of(FactKind::Identity, "/api/v2/users/{id}", "", {{"verified", "/email_verified"}}),
         "auth0|507f1f77bcf86cd799439020", R"({"verified":true})"},
    };
}

Result<LookedUpFact> askVendor(const ReceiverProcess& receiver, const QString& mode, const VendorSystem& vendor) {
    ConnectorBench bench;
    bench.variables["SECRET"] = mode == "no-right" ? "another-token" : "records-token";
    bench.now = {1'772'438'400'000}; // 2026-03-02T08:00:00Z
    bench.timeLimit = mode == "late" ? Duration::milliseconds(300) : Duration::seconds(10);
    FactSource::Settings settings;
    settings.systems = {vendor.system};
    settings.systems.front().url = mode == "nobody" ? "http://127.0.0.1:1" : receiver.url("/" + mode + "/");
    const auto source = FactSource::open(settings, bench.environment());
    if (!source)
        return source.error();
    return source->ask(vendor.system.fact, vendor.id);
}

} // namespace

void FactSystemTest::initTestCase() {
    NEED_RECEIVERS();
    m_receiver = std::make_unique<ReceiverProcess>("records.js");
    QVERIFY(m_receiver->port() > 0);
}

void FactSystemTest::cleanupTestCase() {
    m_receiver.reset();
}

void FactSystemTest::facts() {
    for (const VendorSystem& vendor : vendorSystems()) {
        const auto fact = askVendor(*m_receiver, "ok", vendor);
        QVERIFY2(fact.ok(), fact.ok() ? "" : debugText(fact.error()).c_str());
        QCOMPARE(writeJson(fact->value), vendor.value);
        QCOMPARE(formatInstant(fact->asOf), std::string("2026-03-02T08:00:00Z")); // when the answer came
    }
}

void FactSystemTest::failures_data() {
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("error");
    QTest::newRow("missing") << "missing"
                             << "fact.missing";
    QTest::newRow("limited") << "limited"
                             << "fact.unreachable http-429";
    QTest::newRow("down") << "down"
                          << "fact.unreachable http-503";
    QTest::newRow("late") << "late"
                          << "fact.unreachable timeout";
    QTest::newRow("cut") << "cut"
                         << "fact.unreachable connection-lost";
    QTest::newRow("nobody") << "nobody"
                            << "fact.unreachable unreachable";
    QTest::newRow("no right") << "no-right"
                              << "fact.unreachable http-401";
    QTest::newRow("garbled") << "garbled"
                             << "fact.malformed ";
    QTest::newRow("empty") << "empty"
                           << "fact.malformed FIRST";
    QTest::newRow("nulls") << "nulls"
                           << "fact.malformed FIRST";
}

void FactSystemTest::failures() {
    QFETCH(QString, mode);
    QFETCH(QString, error);
    for (VendorSystem& vendor : vendorSystems()) {
        vendor.system.values.front().otherwise.clear();
        const auto fact = askVendor(*m_receiver, mode, vendor);
        QVERIFY(!fact.ok());
        QString told = QString::fromStdString(fact.error().code);
        for (const auto& [name, value] : fact.error().parameters)
            if (name == "key" || name == "reason")
                told += " " + QString::fromStdString(value);
        QCOMPARE(told, QString(error).replace("FIRST", vendor.system.values.front().member.c_str()));
    }
}

void FactSystemTest::whatStandsIn() {
    const VendorSystem order = vendorSystems().front();
    const auto at = [&](const char* json) {
        return FactSource::read(order.system, "1", json, {1'772'438'400'000}, Duration::minutes(15));
    };
    const auto open = at(R"({"order":{"fulfillment_status":null,"total_price":12}})"); // Shopify's word for "not yet"
    QVERIFY(open.ok());
    QCOMPARE(writeJson(open->value), std::string(R"({"status":"unfulfilled","total":12})"));
    QVERIFY(!at(R"({"order":{"fulfillment_status":"partial","total_price":"a lot"}})").ok());
    QVERIFY(!at(R"({"order":{"fulfillment_status":["partial"],"total_price":"1"}})").ok());
    QVERIFY(!at(R"(["order"])").ok());
}

void FactSystemTest::timesAndPointers() {
    const FactSystem system{FactKind::Stock, {}, "/{id}", {}, {}, {{"available", "/a~1b/1/c~0d"}}, "/seen"};
    const auto at = [&](const char* json) {
        return FactSource::read(system, "1", json, {1'772'438'400'000}, Duration::minutes(5));
    };
    const auto good = at(R"({"a/b":[{},{"c~d":7}],"seen":"2026-03-02T07:56:00Z"})");
    QVERIFY2(good.ok(), good.ok() ? "" : debugText(good.error()).c_str());
    QCOMPARE(writeJson(good->value), std::string(R"({"available":7})"));
    QCOMPARE(formatInstant(good->asOf), std::string("2026-03-02T07:56:00Z"));
    QCOMPARE(at(R"({"a/b":[{},{"c~d":7}],"seen":"2026-03-02T07:54:00Z"})").error().code, std::string("fact.stale"));
    QCOMPARE(at(R"({"a/b":[{},{"c~d":7}],"seen":7})").error().code, std::string("fact.malformed"));
    QCOMPARE(at(R"({"a/b":[{}],"seen":"2026-03-02T07:56:00Z"})").error().parameter("key"), std::string("available"));
}

void FactSystemTest::kindsWithoutASystem() {
    ConnectorBench bench;
    bench.variables["SECRET"] = "records-token";
    FactSource::Settings settings;
    settings.systems = {vendorSystems().front().system};
    settings.systems.front().url = m_receiver->url("/ok/");
    const auto source = FactSource::open(settings, bench.environment());
    QVERIFY(source.ok());
    const auto fact = source->ask(FactKind::Margin, "1");
    QVERIFY(!fact.ok());
    QCOMPARE(fact.error().code, std::string("fact.unreachable"));
    QCOMPARE(fact.error().parameter("reason"), std::string("no-source"));
    bench.variables.clear();
    const auto without = FactSource::open(settings, bench.environment());
    QVERIFY(!without.ok());
    QCOMPARE(without.error().code, std::string("connector.no-secret"));
    QCOMPARE(without.error().parameter("id"), std::string("order"));
}
