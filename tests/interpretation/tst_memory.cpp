#include "interpretation/fixture.h"
#include "interpretation/interpretation_tests.h"
#include "interpretation/signal_codec.h"

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::interpretation;
using namespace wayreeve::interpretation::test;

namespace {

/// "o3" = case opened at hour 3, "O" in anger, "c" closed, "f" frustrated message (−0.5), "m" another (−0.4), "x"
/// without sentiment.
perception::Event said(const QString& word) {
    const Instant at = hour(word.mid(1).toInt());
    switch (word[0].toLatin1()) {
    case 'o':
        return track("Case Opened", at);
    case 'O':
        return track("Case Opened", at, R"({"sentiment":-0.7})");
    case 'c':
        return track("Case Closed", at);
    case 'f':
        return track("Message Received", at, R"({"sentiment":-0.5})");
    case 'm':
        return track("Message Received", at, R"({"sentiment":-0.4})");
    default:
        return track("Message Received", at, R"({"sentiment":"angry"})");
    }
}

SignalMemory memoryAfter(const Listener& one) {
    SignalMemory memory = one.memory;
    memory.stage = one.symbols.find("cart");
    memory.previousStage = one.symbols.find("discovery");
    return memory;
}

std::vector<std::uint8_t> bytesOf(const SignalMemory& memory, const Symbols& symbols) {
    cbor::Writer writer;
    encode(writer, memory, symbols);
    return writer.take();
}

} // namespace

void MemoryTests::countsFrustratedMessages_data() {
    QTest::addColumn<QString>("events");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << "" << 0;
    QTest::newRow("no case") << "f1 f2" << 0;
    QTest::newRow("one") << "o1 f2 m3 x4" << 1;
    QTest::newRow("two") << "o1 f2 m3 f4" << 2;
    QTest::newRow("closed") << "o1 f2 f3 c4" << 0;
    QTest::newRow("a new case") << "o1 f2 f3 c4 o5 f6" << 1;
    QTest::newRow("opened again without closing") << "o1 f2 f3 o4" << 0;
    QTest::newRow("message before the case") << "f1 o2 f3" << 1;
    QTest::newRow("late message of the case") << "o1 f5 f2" << 2;
    QTest::newRow("late message from before") << "o3 f5 f2" << 1;
    QTest::newRow("case known late") << "f2 f3 o1" << 2;
    QTest::newRow("opened in anger") << "O1 f2" << 2;
    QTest::newRow("opened in anger, known late") << "f2 O1" << 2;
    QTest::newRow("opened in anger after a closed one") << "O1 f2 c3 O4" << 1;
    QTest::newRow("late end of an earlier case") << "o5 f6 f7 c4" << 2;
}

void MemoryTests::countsFrustratedMessages() {
    QFETCH(QString, events);
    QFETCH(int, expected);
    Listener one;
    for (const QString& word : events.split(' ', Qt::SkipEmptyParts))
        one.hear(said(word));
    QCOMPARE(one.memory.frustratedInCase, expected);
    (void)one.read(hour(20));
    QVERIFY(one.fact("frustrated_again") == Value(expected >= 2));
}

void MemoryTests::frustrationDoesNotDependOnTheOrder() {
    QStringList words = QString("o1 f2 f3 c4 o5 f6 m7 f8 f9 x9").split(' ');
    std::mt19937 random(17);
    for (int round = 0; round < 200; ++round) {
        std::shuffle(words.begin(), words.end(), random);
        Listener one;
        for (const QString& word : words)
            one.hear(said(word));
        QCOMPARE(one.memory.frustratedInCase, 3);
    }
}

void MemoryTests::mergesMemories() {
    std::mt19937 random(31);
    for (int round = 0; round < 100; ++round) {
        Listener all, first, second;
        for (int i = 0; i < 20; ++i) {
            const auto cart = track("Cart Updated", start + Duration::minutes(random() % 9'000), R"({"value":40})");
            all.hear(cart);
            (random() % 2 ? first : second).hear(cart);
        }
        for (const char* word : {"o1", "f2", "f3"}) {
            all.hear(said(word));
            (random() % 2 ? first : second).hear(said(word));
        }
        first.interpreter.merge(first.memory, second.memory);
        QVERIFY(near(first.memory.levels[0].value, all.memory.levels[0].value));
        QCOMPARE(first.memory.levels[0].at, all.memory.levels[0].at);
        QCOMPARE(first.memory.frustratedInCase, 2);
    }
    Listener older, younger;
    younger.hear(track("Order Completed", start));
    (void)younger.read(start);
    older.interpreter.merge(older.memory, younger.memory); // nothing was known yet
    QCOMPARE(older.memory.stage, younger.memory.stage);
    QVERIFY(older.memory.levels == younger.memory.levels);
}

void MemoryTests::memoriesComeBack() {
    Listener one;
    one.hear(track("Cart Updated", start, R"({"value":33})"));
    one.hear(track("Page Viewed", hour(5), R"({"pages":7})"));
    one.hear(said("o1"));
    one.hear(said("f2"));
    for (const SignalMemory& memory : {SignalMemory{}, memoryAfter(one)}) {
        const auto bytes = bytesOf(memory, one.symbols);
        cbor::Reader reader(bytes);
        const auto back = decodeSignalMemory(reader, one.symbols);
        QVERIFY(back.ok());
        QVERIFY(reader.atEnd());
        QVERIFY(*back == memory);
    }
}

void MemoryTests::refusesDamagedState() {
    Listener one;
    one.hear(track("Cart Updated", start, R"({"value":33})"));
    const auto bytes = bytesOf(memoryAfter(one), one.symbols);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        cbor::Reader reader({bytes.data(), size});
        QVERIFY(!decodeSignalMemory(reader, one.symbols).ok());
    }
    const Symbols empty;
    cbor::Reader foreign(bytes);
    const auto refused = decodeSignalMemory(foreign, empty);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, std::string("state.invalid"));
    std::mt19937 random(3);
    for (int round = 0; round < 20'000; ++round) {
        auto damaged = bytes;
        damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        cbor::Reader reader(damaged);
        (void)decodeSignalMemory(reader, one.symbols);
    }
}
