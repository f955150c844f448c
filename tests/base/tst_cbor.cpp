#include "base/base_tests.h"
#include "base/cbor.h"
#include "base/json.h"

#include <QTest>

#include <functional>
#include <limits>
#include <random>

using namespace wayreeve;
using Write = std::function<void(cbor::Writer&)>;

Q_DECLARE_METATYPE(Write)

namespace {

QString hexOf(const std::vector<std::uint8_t>& bytes) {
    return QByteArray(static_cast<const char*>(static_cast<const void*>(bytes.data())), qsizetype(bytes.size()))
        .toHex();
}

std::vector<std::uint8_t> fromHex(const char* hex) {
    const QByteArray bytes = QByteArray::fromHex(hex);
    return {bytes.begin(), bytes.end()};
}

Value sample() {
    return Context{{"zeta", List{Value(1), Value(-5), Value(*Decimal::parse("273.15")), Value("ü😀"), Value(true)}},
                   {"a", Value()},
                   {"when", Value(Instant{1793714820250})},
                   {"day", Value(Date{-10676})},
                   {"time", Value(TimeOfDay{50'820'250})},
                   {"length", Value(Duration{-5})},
                   {"months", Value(Months{14})},
                   {"big", Value(*Decimal::parse("-1234567890123456789012345678901234"))},
                   {"inner", Context{{"x", List{}}, {"y", Context{}}}}};
}

} // namespace

// RFC 8949, appendix A and §3.4.4; RFC 8943; RFC 8746.
void CborTests::writes_data() {
    QTest::addColumn<Write>("write");
    QTest::addColumn<QString>("hex");
    const auto row = [](const char* name, Write write, const char* hex) { QTest::newRow(name) << write << hex; };
    const std::pair<std::int64_t, const char*> integers[] = {
        {0, "00"},
        {1, "01"},
        {10, "0a"},
        {23, "17"},
        {24, "1818"},
        {25, "1819"},
        {100, "1864"},
        {255, "18ff"},
        {256, "190100"},
        {1000, "1903e8"},
        {65535, "19ffff"},
        {65536, "1a00010000"},
        {1000000, "1a000f4240"},
        {4294967296, "1b0000000100000000"},
        {1000000000000, "1b000000e8d4a51000"},
        {-1, "20"},
        {-10, "29"},
        {-24, "37"},
        {-25, "3818"},
        {-100, "3863"},
        {-1000, "3903e7"},
        {INT64_MAX, "1b7fffffffffffffff"},
        {INT64_MIN, "3b7fffffffffffffff"},
    };
    for (const auto& [n, hex] : integers)
        QTest::addRow("%lld", static_cast<long long>(n))
            << Write([number = n](cbor::Writer& w) { w.integer(number); }) << hex;
    row(
        "largest", [](cbor::Writer& w) { w.uint(18446744073709551615U); }, "1bffffffffffffffff");
    row(
        "1.1", [](cbor::Writer& w) { w.real(1.1); }, "fb3ff199999999999a");
    row(
        "-4.1", [](cbor::Writer& w) { w.real(-4.1); }, "fbc010666666666666");
    row(
        "1e300", [](cbor::Writer& w) { w.real(1e300); }, "fb7e37e43c8800759c");
    row(
        "-0.0", [](cbor::Writer& w) { w.real(-0.0); }, "fb0000000000000000");
    row(
        "1.0 stays long", [](cbor::Writer& w) { w.real(1.0); }, "fb3ff0000000000000");
    row(
        "false", [](cbor::Writer& w) { w.boolean(false); }, "f4");
    row(
        "true", [](cbor::Writer& w) { w.boolean(true); }, "f5");
    row(
        "null", [](cbor::Writer& w) { w.null(); }, "f6");
    row(
        "bytes", [](cbor::Writer& w) { w.bytes(fromHex("01020304")); }, "4401020304");
    row(
        "empty text", [](cbor::Writer& w) { w.text(""); }, "60");
    row(
        "IETF", [](cbor::Writer& w) { w.text("IETF"); }, "6449455446");
    row(
        "u umlaut", [](cbor::Writer& w) { w.text("\xC3\xBC"); }, "62c3bc");
    row(
        "list",
        [](cbor::Writer& w) {
            w.value(List{Value(1), List{Value(2), Value(3)}, List{Value(4), Value(5)}});
        },
        "8301820203820405");
    row(
        "map",
        [](cbor::Writer& w) {
            w.value(Context{{"b", List{Value(2), Value(3)}}, {"a", Value(1)}});
        },
        "a26161016162820203");
    row(
        "keys by length",
        [](cbor::Writer& w) {
            w.value(Context{{"aa", Value(1)}, {"b", Value(2)}, {"", Value(3)}});
        },
        "a36003616202626161"
        "01");
    row(
        "273.15", [](cbor::Writer& w) { w.value(Value(*Decimal::parse("273.15"))); }, "c48221196ab3");
    row(
        "2^64", [](cbor::Writer& w) { w.value(Value(*Decimal::parse("18446744073709551616"))); },
        "c48200c249010000000000000000");
    row(
        "-2^64-1", [](cbor::Writer& w) { w.value(Value(*Decimal::parse("-18446744073709551617"))); },
        "c48200c349010000000000000000");
    row(
        "1e30", [](cbor::Writer& w) { w.value(Value(*Decimal::parse("1e30"))); }, "c482181e01");
    row(
        "1000", [](cbor::Writer& w) { w.value(Value(*Decimal::parse("1e3"))); }, "1903e8");
    row(
        "1940-10-09", [](cbor::Writer& w) { w.value(Value(Date{-10676})); }, "d8643929b3");
    row(
        "time of day", [](cbor::Writer& w) { w.value(Value(TimeOfDay{1000})); }, "d9ea611903e8");
    row(
        "instant", [](cbor::Writer& w) { w.value(Value(Instant{1000})); }, "d9ea621903e8");
    row(
        "duration", [](cbor::Writer& w) { w.value(Value(Duration{-1000})); }, "d9ea633903e7");
    row(
        "months", [](cbor::Writer& w) { w.value(Value(Months{14})); }, "d9ea640e");
    row(
        "reals",
        [](cbor::Writer& w) {
            w.reals(std::vector<double>{1.0, -2.0, -0.0});
        },
        "d8565818000000000000f03f00000000000000c00000000000000000");
    row(
        "uints",
        [](cbor::Writer& w) {
            w.uints(std::vector<std::uint32_t>{1, 0xffffffff});
        },
        "d84648"
        "01000000ffffffff");
}
void CborTests::writes() {
    QFETCH(Write, write);
    cbor::Writer writer;
    writer.null();
    writer.clear();
    write(writer);
    QTEST(hexOf(writer.data()), "hex");
}

void CborTests::readsBack() {
    cbor::Writer writer;
    writer.array(10);
    writer.uint(18446744073709551615U);
    writer.integer(INT64_MIN);
    writer.boolean(true);
    writer.null();
    writer.real(-4.1);
    writer.text("ü");
    writer.bytes(fromHex("ff00"));
    writer.instant({-7});
    writer.reals(std::vector<double>{0.1, 2.5});
    writer.uints(std::vector<std::uint32_t>{7, 8, 9});
    cbor::Reader reader(writer.data());
    QCOMPARE(reader.array(), std::size_t{10});
    QCOMPARE(reader.uint(), std::uint64_t{18446744073709551615U});
    QCOMPARE(reader.integer(), std::int64_t{INT64_MIN});
    QVERIFY(!reader.nextIsNull());
    QVERIFY(reader.boolean());
    QVERIFY(reader.nextIsNull());
    QVERIFY(reader.real() == -4.1);
    QCOMPARE(reader.text(), std::string("ü"));
    QVERIFY(reader.bytes() == fromHex("ff00"));
    QCOMPARE(reader.instant().ms, std::int64_t{-7});
    QVERIFY(reader.reals() == (std::vector<double>{0.1, 2.5}));
    QVERIFY(reader.uints() == (std::vector<std::uint32_t>{7, 8, 9}));
    QVERIFY(reader.atEnd() && !reader.failed());

    cbor::Writer values;
    values.value(sample());
    cbor::Reader valueReader(values.data());
    QVERIFY(valueReader.value() == sample());
    QVERIFY(valueReader.atEnd() && !valueReader.failed());
}

void CborTests::refuses_data() {
    QTest::addColumn<QString>("hex");
    const std::pair<const char*, const char*> rows[] = {
        {"nothing", ""},
        {"long form of 23", "1817"},
        {"long form of 255", "1900ff"},
        {"long form of 65535", "1a0000ffff"},
        {"long form of 2^32-1", "1b00000000ffffffff"},
        {"cut head", "19ff"},
        {"reserved head", "1c"},
        {"indefinite list", "9f01ff"},
        {"indefinite text", "7f6161ff"},
        {"break", "ff"},
        {"beyond 64 bits", "1bffffffffffffffff"},
        {"half float", "f93c00"},
        {"double as a value", "fb3ff0000000000000"},
        {"undefined", "f7"},
        {"bytes as a value", "4101"},
        {"cut text", "6261"},
        {"text not UTF-8", "61ff"},
        {"hostile text length", "7bffffffffffffffff"},
        {"hostile list length", "9bffffffffffffffff"},
        {"hostile map length", "bb7fffffffffffffff"},
        {"cut list", "8301"},
        {"keys out of order", "a2616201616101"},
        {"key twice", "a2616101616102"},
        {"number as a key", "a10101"},
        {"unknown tag", "d9ea6500"},
        {"tag without a value", "d9ea62"},
        {"time of day too late", "d9ea611a05265c00"},
        {"date beyond 32 bits", "d8641a80000000"},
        {"decimal that is an integer", "c4820001"},
        {"decimal with trailing zero", "c482210a"},
        {"decimal of three", "c483210101"},
        {"decimal exponent beyond", "c4821a0001000001"},
        {"bignum that fits 64 bits", "c48200c24101"},
        {"bignum with leading zero", "c48200c24a00010000000000000000"},
        {"bignum of 16 bytes", "c48200c25001000000000000000000000000000001"},
    };
    for (const auto& [name, hex] : rows)
        QTest::newRow(name) << hex;
}
void CborTests::refuses() {
    QFETCH(QString, hex);
    const auto bytes = fromHex(hex.toUtf8());
    cbor::Reader reader(bytes);
    QVERIFY(reader.value().isNull());
    QVERIFY(reader.failed());
    // Once failed, everything answers empty.
    QCOMPARE(reader.uint(), std::uint64_t{0});
    QCOMPARE(reader.array(), std::size_t{0});
    QVERIFY(reader.text().empty() && reader.bytes().empty() && reader.reals().empty() && reader.uints().empty());
    QVERIFY(!reader.boolean() && !reader.nextIsNull());
    QVERIFY(reader.real() == 0.0);
}

void CborTests::refusesUnrecordableReals() {
    for (const char* hex : {"fb8000000000000000", "fb7ff0000000000000", "fb7ff8000000000000", "fbfff0000000000000",
                            "fb3ff0", "fa3f800000"}) {
        const auto bytes = fromHex(hex);
        cbor::Reader reader(bytes);
        reader.real();
        QVERIFY2(reader.failed(), hex);
    }
    for (const char* hex : {"d856480000000000000080", "d85647000000000000f0", "d84648010000000200000", "d8564800"}) {
        const auto bytes = fromHex(hex);
        cbor::Reader reader(bytes);
        reader.reals();
        QVERIFY2(reader.failed(), hex);
    }
}

void CborTests::limitsDepth() {
    const auto nested = [](int levels) {
        Value value(1);
        for (int i = 0; i < levels; ++i)
            value = List{value};
        cbor::Writer writer;
        writer.value(value);
        cbor::Reader reader(writer.data());
        return reader.value() == value && !reader.failed();
    };
    QVERIFY(nested(64));
    QVERIFY(!nested(65));
    const std::vector<std::uint8_t> bomb(1'000'000, 0x81);
    cbor::Reader reader(bomb);
    reader.value();
    QVERIFY(reader.failed());
}

// Whatever is read whole is exactly what a Writer writes: there is one encoding of a value.
void CborTests::survivesMutations() {
    cbor::Writer seed;
    seed.value(sample());
    std::mt19937 random(9);
    int accepted = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::vector<std::uint8_t> bytes = seed.data();
        if (i % 4 == 0) {
            bytes.resize(random() % 40);
            for (std::uint8_t& b : bytes)
                b = static_cast<std::uint8_t>(random());
        } else {
            for (unsigned edits = random() % 3 + 1; edits > 0; --edits)
                bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
            if (random() % 4 == 0)
                bytes.resize(random() % bytes.size());
        }
        cbor::Reader reader(bytes);
        const Value value = reader.value();
        cbor::Reader columns(bytes);
        columns.reals();
        cbor::Reader other(bytes);
        other.uints();
        if (reader.failed() || !reader.atEnd())
            continue;
        ++accepted;
        cbor::Writer again;
        again.value(value);
        QVERIFY(again.data() == bytes);
    }
    QVERIFY(accepted > 1000);
}
