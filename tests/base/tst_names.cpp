#include "base/base_tests.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/result.h"
#include "base/symbols.h"
#include "base/text.h"

#include <QTest>

#include <thread>

using namespace wayreeve;

// BLAKE2b-256 as other implementations of RFC 7693 give it.
void NameTests::hashes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hex");
    QTest::newRow("empty") << QByteArray() << "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8";
    QTest::newRow("abc") << QByteArray("abc") << "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
    QTest::newRow("long") << QByteArray(1000, 'a')
                          << "e00b0ddbf1e2cdaf5c898e1a5e8826ea3a2c339bcf2a478da2e5fca9ff126672";
}
void NameTests::hashes() {
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    QTEST(QString::fromStdString(hashOf(bytes).hex()), "hex");
    Hasher hasher;
    const std::size_t cut = bytes.size() / 3;
    hasher.add(std::string_view(bytes).substr(0, cut));
    Hasher copy = hasher;
    (void)hasher.finish(); // finishing does not end it
    hasher.add(std::string_view(bytes).substr(cut));
    QTEST(QString::fromStdString(hasher.finish().hex()), "hex");
    QCOMPARE(copy.finish(), hashOf(std::string_view(bytes).substr(0, cut)));
    QVERIFY(Hash256::fromHex(hasher.finish().hex()) == hashOf(bytes));
}

void NameTests::hexIsStrict() {
    const std::string good(64, 'a');
    QVERIFY(Hash256::fromHex(good).has_value());
    QVERIFY(!Hash256::fromHex(good.substr(1)));
    QVERIFY(!Hash256::fromHex(good + "a"));
    QVERIFY(!Hash256::fromHex("A" + good.substr(1)));
    QVERIFY(!Hash256::fromHex("g" + good.substr(1)));
    QVERIFY(Hash256{}.isZero() && !hashOf(std::string_view("")).isZero());
}

void NameTests::stableHashes() {
    QCOMPARE(stableHash64("customer-1", 7), std::uint64_t{11173634569335395429U});
    QCOMPARE(stableHash64("abc"), std::uint64_t{11546535310514028012U});
}

void NameTests::internsNames() {
    Symbols symbols;
    QCOMPARE(symbols.size(), std::size_t{1});
    QCOMPARE(symbols.intern(""), Sym{0});
    QCOMPARE(symbols.intern("email"), Sym{1});
    QCOMPARE(symbols.intern("sms"), Sym{2});
    QCOMPARE(symbols.intern("email"), Sym{1});
    QCOMPARE(symbols.find("sms"), Sym{2});
    QCOMPARE(symbols.find("push"), Sym{0});
    QCOMPARE(symbols.name(2), std::string("sms"));
    const Symbols copy = symbols; // independent of the original's strings
    for (int i = 0; i < 1000; ++i)
        symbols.intern("name" + std::to_string(i));
    QCOMPARE(symbols.find("name999"), Sym{1002});
    QCOMPARE(symbols.name(symbols.find("email")), std::string("email"));
    QCOMPARE(copy.find("email"), Sym{1});
    QCOMPARE(copy.size(), std::size_t{3});
    QVERIFY(copy.names() == (std::vector<std::string>{"", "email", "sms"}));
}

void NameTests::nearestNames_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("letter missing") << "chanel"
                                    << "channel";
    QTest::newRow("letters exchanged") << "channle"
                                       << "channel";
    QTest::newRow("capital") << "Channel"
                             << "channel";
    QTest::newRow("letter more") << "agentt"
                                 << "agent";
    QTest::newRow("two slips") << "prioritty-rnak"
                               << "priority-rank";
    QTest::newRow("short") << "ic"
                           << "id";
    QTest::newRow("another word") << "colour"
                                  << "";
    QTest::newRow("short, another") << "xy"
                                    << "";
    QTest::newRow("one letter") << "x"
                                << "";
    QTest::newRow("empty") << ""
                           << "";
}
void NameTests::nearestNames() {
    QFETCH(QString, written);
    const std::vector<std::string> known{"agent", "channel", "priority-rank", "id", "", "agents"};
    QTEST(QString::fromStdString(nearestName(written.toStdString(), known)), "nearest");
}

void NameTests::utf8() {
    for (const char* text : {"", "abc", "ü", "€", "😀", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
        QVERIFY2(isValidUtf8(text), text);
    for (const char* text : {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE2\x82", "\xED\xA0\x80",
                             "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xC3("})
        QVERIFY2(!isValidUtf8(text), text);
    QVERIFY(isValidUtf8(std::string_view("a\0b", 3)));
}

void NameTests::texts() {
    QCOMPARE(asciiLower("ÄbC-Z"), std::string("Äbc-z"));
    QCOMPARE(std::string(trimmed(" \t a b\r\n ")), std::string("a b"));
    QCOMPARE(std::string(trimmed("  ")), std::string());
    QVERIFY(split("a,,b,", ',') == (std::vector<std::string>{"a", "", "b", ""}));
    QVERIFY(split("", ',') == (std::vector<std::string>{""}));
    QCOMPARE(plainText("a\x01\x7F\n\tb\r"), std::string("a\n\tb"));
    QCOMPARE(plainText("x\u202Ey\u2066z\u0085ü"), std::string("xyzü"));
    QCOMPARE(plainText("a\xFF"
                       "b"),
             std::string("a\uFFFDb"));
    QVERIFY(isDocumentId("cart-recovery_2") && isDocumentId("1") && isDocumentId(std::string(64, 'a')));
    for (const char* id : {"", "-a", "_a", "A", "a b", "a.b", "ü", "a/b"})
        QVERIFY2(!isDocumentId(id), id);
    QVERIFY(!isDocumentId(std::string(65, 'a')));
}

void NameTests::results() {
    const Result<int> good(5);
    QVERIFY(good.ok() && *good == 5);
    const Result<int> bad(Error{"some.code", {{"key", "value"}}, "file.yaml", 3, 7});
    QVERIFY(!bad);
    QCOMPARE(bad.error().parameter("key"), std::string("value"));
    QCOMPARE(bad.error().parameter("other"), std::string());
    QCOMPARE(debugText(bad.error()), std::string("file.yaml:3:7: some.code key=value"));
    QVERIFY(Result<void>().ok() && !Result<void>(Error{"x"}).ok());
}
