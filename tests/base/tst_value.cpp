#include "base/base_tests.h"
#include "base/json.h"
#include "base/value.h"

#include <QTest>

#include <limits>

using namespace wayreeve;

void ValueTests::texts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const Value& value, const char* expected) {
        QTest::newRow(expected) << QString::fromStdString(value.toText()) << expected;
    };
    row(Value(), "");
    row(Value(true), "true");
    row(Value(*Decimal::parse("1.50")), "1.5");
    row(Value("as it is"), "as it is");
    row(Value(Date{20760}), "2026-11-03");
    row(Value(Date{-1}), "1969-12-31");
    row(Value(TimeOfDay{50'820'250}), "14:07:00.250");
    row(Value(TimeOfDay{50'820'000}), "14:07:00");
    row(Value(Instant{1793714820000}), "2026-11-03T14:07:00Z");
    row(Value(Duration{0}), "PT0S");
    row(Value(Duration{93'784'500}), "P1DT2H3M4.5S");
    row(Value(Duration{-86'400'000}), "-P1D");
    row(Value(Duration{250}), "PT0.25S");
    row(Value(Duration{INT64_MIN}), "-P106751991167DT7H12M55.808S");
    row(Value(Months{14}), "P1Y2M");
    row(Value(Months{-24}), "-P2Y");
    row(Value(Months{0}), "P0M");
    row(Value(List{Value(1), Value(Date{0})}), "[1,\"1970-01-01\"]");
    row(Value(Context{{"a", Value("b")}}), "{\"a\":\"b\"}");
}
void ValueTests::texts() {
    QFETCH(QString, text);
    QTEST(text, "expected");
}

void ValueTests::accessors() {
    const Value text("x");
    QCOMPARE(*text.text(), std::string("x"));
    QVERIFY(text.number() == nullptr && text.list() == nullptr && text.context() == nullptr);
    QVERIFY(Value(true).isTrue() && !Value(false).isTrue() && !Value(1).isTrue() && !Value().isTrue());
    QCOMPARE(Value(2).toDouble(), 2.0);
    QCOMPARE(text.toDouble(-1.0), -1.0);
    QVERIFY(Value::fromDouble(std::numeric_limits<double>::quiet_NaN()).isNull());
    QCOMPARE(std::string(typeName(Value(Instant{}).type())), std::string("date and time"));
    QCOMPARE(std::string(typeName(Value().type())), std::string("null"));
    QCOMPARE(std::string(typeName(Value(Context{}).type())), std::string("context"));
}

void ValueTests::paths() {
    const Value order = *parseJson(R"({"shipping":{"city":"Kiel","lines":[1]},"n":null})");
    QCOMPARE(order.path("shipping.city").toText(), std::string("Kiel"));
    QVERIFY(order.path("shipping.street").isNull());
    QVERIFY(order.path("shipping.city.name").isNull());
    QVERIFY(order.path("").isNull());
    QVERIFY(order.member("shipping").context() != nullptr);
    QVERIFY(Value(1).member("x").isNull());
}

void ValueTests::equality() {
    const auto json = [](const char* text) { return *parseJson(text); };
    QVERIFY(json(R"({"a":1,"b":[1.0]})") == json(R"({"b":[1],"a":1.00})"));
    QVERIFY(!(json(R"({"a":1})") == json(R"({"a":1,"b":1})")));
    QVERIFY(!(json(R"({"a":1})") == json(R"({"b":1})")));
    QVERIFY(!(json(R"({"a":1,"b":2})") == json(R"({"b":1,"a":2})")));
    QVERIFY(!(json("[1,2]") == json("[2,1]")));
    QVERIFY(!(Value("1") == Value(1)));
    QVERIFY(!(Value(Instant{1}) == Value(Duration{1})));
    QVERIFY(Value() == Value());
}
