#include "base/base_tests.h"
#include "base/json.h"

#include <QTest>

#include <bit>
#include <random>

using namespace wayreeve;

void JsonTests::reads() {
    const auto parsed =
        parseJson(" {\"b\": [1, -2.50, 1e3, true, false, null],\r\n\t\"a\": {\"x\": \"y\"}, \"\": []} ");
    QVERIFY(parsed.ok());
    QCOMPARE(writeJson(*parsed), std::string(R"({"b":[1,-2.5,1000,true,false,null],"a":{"x":"y"},"":[]})"));
    QCOMPARE(writeCanonicalJson(*parsed), std::string(R"({"":[],"a":{"x":"y"},"b":[1,-2.5,1000,true,false,null]})"));
    QCOMPARE(writePrettyJson(*parseJson(R"({"a":[1,{}],"b":[]})")),
             std::string("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}"));
    QCOMPARE(writeJson(*parseJson("12345678901234567890.12345")), std::string("12345678901234567890.12345"));
    QCOMPARE(writeJson(*parseJson("1e400")), std::string("1E+400"));
    QCOMPARE(writeJson(*parseJson("-0")), std::string("0"));
    QCOMPARE(*parseJson(R"("\u0041\u00e9\u20AC\ud83d\ude00\/\b\f\n\r\t\"\\")")->text(),
             std::string("Aé€😀/\b\f\n\r\t\"\\"));
    QCOMPARE(parseJson(R"("\u0000")")->text()->size(), std::size_t{1});
}

void JsonTests::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char* text, const char* reason, int line, int column) {
        QTest::addRow("%s", text) << QByteArray(text) << reason << line << column;
    };
    row("", "unexpected-end", 1, 1);
    row("  ", "unexpected-end", 1, 3);
    row("{", "unexpected-end", 1, 2);
    row("[1,", "unexpected-end", 1, 4);
    row("[1", "unexpected-end", 1, 3);
    row("[1,]", "unexpected-character", 1, 4);
    row("[1 2]", "comma-expected", 1, 4);
    row("{\"a\":1,}", "key-expected", 1, 8);
    row("{a:1}", "key-expected", 1, 2);
    row("{\"a\" 1}", "colon-expected", 1, 6);
    row("{\n \"a\": tru }", "unexpected-character", 2, 7);
    row("01", "text-after-value", 1, 2);
    row("+1", "unexpected-character", 1, 1);
    row(".5", "unexpected-character", 1, 1);
    row("1.", "digit-expected", 1, 3);
    row("1e", "digit-expected", 1, 3);
    row("-", "unexpected-end", 1, 2);
    row("NaN", "unexpected-character", 1, 1);
    row("Infinity", "unexpected-character", 1, 1);
    row("1 2", "text-after-value", 1, 3);
    row("1e9999", "number-too-large", 1, 1);
    row("'a'", "unexpected-character", 1, 1);
    row("\"a", "unexpected-end", 1, 3);
    row("\"a\nb\"", "control-character", 1, 3);
    row("\"\\x\"", "unknown-escape", 1, 3);
    row("\"\\u12g4\"", "unknown-escape", 1, 6);
    row("\"\\ud83d\"", "half-surrogate", 1, 8);
    row("\"\\ude00\"", "half-surrogate", 1, 8);
    row("\"\\ud83d\\u0041\"", "half-surrogate", 1, 14);
    row("// c\n1", "unexpected-character", 1, 1);
    row("\xEF\xBB\xBF"
        "1",
        "unexpected-character", 1, 1);
    row("\"\xFF\"", "not-utf8", 1, 1);
    row("\"\xC0\x80\"", "not-utf8", 1, 1);
    QTest::newRow("NUL") << QByteArray("1\0", 2) << "text-after-value" << 1 << 2;
}
void JsonTests::refuses() {
    QFETCH(QByteArray, text);
    const auto parsed = parseJson(text.toStdString());
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, std::string("json.invalid"));
    QTEST(QString::fromStdString(parsed.error().parameter("reason")), "reason");
    QTEST(parsed.error().line, "line");
    QTEST(parsed.error().column, "column");
}

void JsonTests::refusesDuplicatesAndDepth() {
    const auto twice = parseJson("{\"a\":1,\n \"b\":{\"c\":1},\n \"\\u0061\":2}");
    QCOMPARE(twice.error().code, std::string("json.duplicate-key"));
    QCOMPARE(twice.error().parameter("key"), std::string("a"));
    QCOMPARE(twice.error().line, 3);
    QCOMPARE(twice.error().column, 2);
    QVERIFY(parseJson(std::string(64, '[') + std::string(64, ']')).ok());
    QCOMPARE(parseJson(std::string(65, '[') + std::string(65, ']')).error().code, std::string("json.too-deep"));
    QCOMPARE(parseJson(std::string(1'000'000, '[')).error().code, std::string("json.too-deep"));
}

// RFC 8785, appendix B.
void JsonTests::canonicalNumbers_data() {
    QTest::addColumn<qulonglong>("bits");
    QTest::addColumn<QString>("text");
    const std::pair<qulonglong, const char*> rows[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto& [bits, text] : rows)
        QTest::addRow("%s %llx", text, bits) << bits << text;
}
void JsonTests::canonicalNumbers() {
    QFETCH(qulonglong, bits);
    const std::string text = writeCanonicalJson(Value::fromDouble(std::bit_cast<double>(std::uint64_t{bits})));
    QTEST(QString::fromStdString(text), "text");
}

// RFC 8785, 3.2.2 (its first number, which a double cannot hold, keeps its digits here) and 3.2.3.
void JsonTests::canonicalForm() {
    const auto object = parseJson(R"({
        "numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false] })");
    QCOMPARE(writeCanonicalJson(*object),
             std::string(R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
                         R"("string":"€$\u000f\nA'B\"\\\\\"/"})"));
    const auto keys = parseJson(R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew",
        "1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"Latin"})");
    std::string order;
    const auto canonical = parseJson(writeCanonicalJson(*keys));
    for (const auto& [key, value] : *canonical->context())
        order += *value.text() + ',';
    QCOMPARE(order, std::string("Carriage Return,One,Control,Latin,Euro Sign,Emoji,Hebrew,"));
    QCOMPARE(writeCanonicalJson(*parseJson("[123456789012345678901234567890,0.1234567890123456789]")),
             std::string("[1.2345678901234567890123456789e+29,0.1234567890123456789]"));
    QCOMPARE(writeCanonicalJson(*parseJson(R"({"\ue000":1,"\ud83d\ude00":2,"\ud7ff":3})")),
             std::string("{\"\uD7FF\":3,\"\U0001F600\":2,\"\uE000\":1}"));
    QCOMPARE(writeCanonicalJson(*parseJson(R"({"aa":1,"a":2,"b":3,"":4})")),
             std::string(R"({"":4,"a":2,"aa":1,"b":3})"));
}

// Mutated documents parse or are refused, and what parses comes back from its own canonical form.
void JsonTests::survivesMutations() {
    const std::string seed = R"({"a":[1,-2.5e3,"x\u20ac\n",{"b":null,"c":[true,false]}],"d":"ü😀","e":{"f":0.001}})";
    std::mt19937 random(5);
    int accepted = 0;
    for (int i = 0; i < 100'000; ++i) {
        std::string text = seed;
        for (unsigned edits = random() % 4 + 1; edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
            case 0:
                text[at] = static_cast<char>(random());
                break;
            case 1:
                text.erase(at, random() % 4 + 1);
                break;
            default:
                text.insert(at, 1, "{}[]\",:0e-\\u"[random() % 12]);
            }
            if (text.empty())
                text = " ";
        }
        const auto parsed = parseJson(text);
        if (!parsed)
            continue;
        ++accepted;
        const std::string canonical = writeCanonicalJson(*parsed);
        const auto again = parseJson(canonical);
        QVERIFY2(again.ok() && *again == *parsed && writeCanonicalJson(*again) == canonical, text.c_str());
    }
    QVERIFY(accepted > 1000);
}
