#include "learning/learning_tests.h"

#include "learning/outcome_codec.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::learning;
using planning::FieldValue;

namespace {

template <class T>
std::vector<std::uint8_t> bytesOf(const T& value) {
    cbor::Writer writer;
    encode(writer, value);
    return writer.take();
}

template <class T>
bool read(const std::vector<std::uint8_t>& bytes, T& value) {
    cbor::Reader reader(bytes);
    return decode(reader, value) && reader.atEnd();
}

OpenReward openReward() {
    OpenReward r;
    r.decision = UINT64_MAX;
    r.goal = 2;
    r.action = 70'000;
    r.from = {-4};
    r.until = Instant::never();
    r.harmed = true;
    r.learns = false;
    r.context.goal = 3;
    r.context.arm = UINT32_MAX;
    r.context.row = {FieldValue::ofNumber(-1.5), FieldValue::missing(), FieldValue::ofCategory(9),
                     FieldValue::ofNumber(0), FieldValue::ofCategory(300)};
    return r;
}

template <class T>
void withstands(const T& value) {
    const auto good = bytesOf(value);
    for (std::size_t at = 0; at < good.size(); ++at) {
        T back;
        QVERIFY(!read({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(at)}, back));
        for (int byte = 0; byte < 256; ++byte) {
            auto bad = good;
            bad[at] = static_cast<std::uint8_t>(byte);
            // A number beyond 1e15 is cut when it is read: the only bytes that are accepted and not written again.
            if (read(bad, back) && bytesOf(back) != bad)
                QVERIFY(bytesOf(back).size() == bad.size());
        }
    }
}

} // namespace

void OutcomeCodecTest::readsBackEqual() {
    const Outcome outcome{OutcomeKind::WindowClosed, 1ULL << 40, 5, 6, 7, {8}, -9.5, 1, 0, true};
    Outcome back;
    QVERIFY(read(bytesOf(outcome), back));
    QVERIFY(back == outcome);

    const OpenReward reward = openReward();
    OpenReward same;
    QVERIFY(read(bytesOf(reward), same));
    QCOMPARE(bytesOf(same), bytesOf(reward));
    QCOMPARE(same.decision, reward.decision);
    QCOMPARE(same.goal, 2U);
    QCOMPARE(same.action, 70'000U);
    QCOMPARE(same.from, reward.from);
    QVERIFY(same.until.isNever());
    QVERIFY(!same.credited && same.harmed && !same.learns);
    QCOMPARE(same.context.goal, std::uint16_t{3});
    QCOMPARE(same.context.arm, UINT32_MAX);
    QCOMPARE(same.context.row.size(), std::size_t{5});
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE(same.context.row[i].kind, reward.context.row[i].kind);
        QCOMPARE(same.context.row[i].number, reward.context.row[i].number);
        QCOMPARE(same.context.row[i].category, reward.context.row[i].category);
    }
    const ModelUpdate update{reward.context, 1, 0.5};
    ModelUpdate read2;
    QVERIFY(read(bytesOf(update), read2));
    QCOMPARE(bytesOf(read2), bytesOf(update));
    QCOMPARE(read2.harm, 0.5);
}

void OutcomeCodecTest::hostileBytesAreRefused() {
    withstands(Outcome{OutcomeKind::Harm, 3, 5, 6, 7, {8}, -9.5, 1, 0, true});
    withstands(openReward());
    withstands(ModelUpdate{openReward().context, 1, 0});
}
