#include "governance/governance_tests.h"

#include "governance/proposal_codec.h"
#include "governance/ruling_codec.h"
#include "planning/plan_codec.h"
#include "planning/positions_codec.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::planning;
using governance::Proposal;
using governance::Ruling;

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
    const bool ok = decode(reader, value);
    return ok && !reader.failed() && reader.atEnd();
}

Candidate candidate() {
    Candidate c;
    c.agent = 3;
    c.action = 70'000;
    c.content = 9;
    c.tone = 4;
    c.channel = documents::Channel::Ads;
    c.slot = documents::Slot::Operation;
    c.risk = documents::Risk::High;
    c.raisedBy = {11, 12};
    c.discount = *Decimal::parse("0.15");
    c.amount = *Decimal::parse("-129.90");
    c.sendAt = {1'772'438'400'000};
    c.gate = Gate::Chosen;
    c.removedBy = 21;
    c.scored = true;
    c.score = {0.25, 0.125, 0.5, 0.75, 1.5, 80, 1, 0.02, 0.3, 29.68, 1.25, 0.9, {{5, 0.125}, {0, -0.5}}, {{31, 0.75}}};
    return c;
}

Plan plan() {
    Plan p;
    p.candidates = {candidate(), Candidate(), candidate(), candidate()};
    p.candidates[1].gate = Gate::Cap;
    p.candidates[1].sendAt = Instant::never();
    p.candidates[2].score.terms.clear();
    p.candidates[2].raisedBy.clear();
    p.candidates[2].sendAt = {INT64_MIN};
    p.candidates[3].score.penalties = {{1, 2}, {3, 4}};
    p.choices = {{documents::Slot::Service, 0, 0, 3, 0.9, 0.8, true, false, 0.123},
                 {documents::Slot::Operation, 3, 2, 2, 1, 1, false, true, 0}};
    p.steps = {{7, StepResult::Skipped, "12.50", ">= 10", 4, 1}, {8, StepResult::Failed, "größe", {}, 0, 0}};
    p.waitUntil = Instant::never();
    return p;
}

Positions positions() {
    Positions p;
    Instance instance;
    instance.journey = 1;
    instance.node = 2;
    instance.entered = {-5};
    instance.nodeEntered = {1000};
    instance.leadingIntent = 4;
    instance.leadingIntentValue = 0.375;
    instance.again = true;
    p.instances = {instance, Instance()};
    p.instances[1].inBaseline = true;
    p.past = {{9, {77}}};
    return p;
}

Ruling ruling() {
    Ruling r;
    r.kind = governance::RulingKind::Hold;
    r.baseRisk = documents::Risk::Medium;
    r.risk = documents::Risk::High;
    r.reversibility = documents::Reversibility::Irreversible;
    r.raisedBy = {1, 300, 70'000};
    r.cell = 12;
    r.rule = {documents::AutonomyLevel::Supervised, documents::Approval::FourEyes, 0.1, Duration::minutes(30),
              documents::SafeDefault::Handoff};
    r.exceptions = {4};
    r.suggestOnly = true;
    r.holdUntil = {123'456'789};
    r.heldBy = 8;
    r.reviewSampled = true;
    return r;
}

Proposal proposal() {
    Proposal p;
    p.number = UINT64_MAX;
    p.decision = 1ULL << 40;
    p.customer = 41;
    p.journey = 1;
    p.node = 2;
    p.goal = 3;
    p.candidate = candidate();
    p.ruling = ruling();
    p.confidence = 0.625;
    p.subject = "Ihr Warenkorb";
    p.body = "Noch 2 Stück – bis morgen.";
    p.state = governance::ProposalState::SecondNeeded;
    p.created = {1};
    p.deadline = Instant::never();
    p.notBefore = {2};
    p.claimedBy = "ana";
    p.lockUntil = {3};
    p.firstApprover = "ben";
    p.secondApprover = "cem";
    p.rejectedBy = "dia";
    p.reason = "zu früh";
    p.edited = true;
    p.editedBy = "eva";
    p.voidReasons = {5, 6};
    p.bound = hashOf(std::string_view("x"));
    return p;
}

template <class T>
void readsBackEqual(const T& value) {
    T back;
    QVERIFY(read(bytesOf(value), back));
    QVERIFY(back == value);
    QCOMPARE(bytesOf(back), bytesOf(value));
}

/// Whatever the bytes: no crash, and what is accepted is exactly what would be written.
template <class T>
void withstands(const T& value) {
    const std::vector<std::uint8_t> good = bytesOf(value);
    for (std::size_t length = 0; length < good.size(); ++length) {
        T back;
        QVERIFY2(!read({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length)}, back), "cut short");
    }
    std::size_t refused = 0;
    for (std::size_t at = 0; at < good.size(); ++at)
        for (int byte = 0; byte < 256; ++byte) {
            std::vector<std::uint8_t> bad = good;
            bad[at] = static_cast<std::uint8_t>(byte);
            T back;
            if (!read(bad, back))
                ++refused;
            else if (bytesOf(back) != bad)
                QFAIL(qPrintable(QStringLiteral("byte %1 at %2 read as something else").arg(byte).arg(at)));
        }
    QVERIFY(refused > good.size());
    T back;
    QVERIFY(!read({}, back));
    QVERIFY(!read({0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, back)); // an array of 2⁶⁴−1
}

} // namespace

void CodecTest::planReadsBackEqual() {
    readsBackEqual(plan());
}
void CodecTest::emptyPlanReadsBackEqual() {
    readsBackEqual(Plan());
}
void CodecTest::positionsReadBackEqual() {
    readsBackEqual(positions());
}
void CodecTest::rulingReadsBackEqual() {
    readsBackEqual(ruling());
}
void CodecTest::proposalReadsBackEqual() {
    readsBackEqual(proposal());
}

void CodecTest::candidateKeepsItsColumns() {
    Candidate unscored;
    unscored.action = 1;
    // [1, agents, actions, contents, tones, packed, removedBy, [sendAt], [discount], [amount], raises, scores], each
    // word column tag 70 and 4 bytes, little-endian (RFC 8746); 13 empty score columns.
    std::vector<std::uint8_t> expected{0x8C, 0x01};
    for (const std::uint8_t word : {0, 1, 0, 0, 0, 0})
        expected.insert(expected.end(), {0xD8, 70, 0x44, word, 0, 0, 0});
    expected[2 + 4 * 7 + 4] = 0x70; // gate 7 (stayed) << 12, second byte

    expected.insert(expected.end(),
                    {0x81, 0, 0x81, 0, 0x81, 0, 0x82, 0xD8, 70, 0x44, 0, 0, 0, 0, 0xD8, 70, 0x40, 0x8D});
    for (int i = 0; i < 11; ++i)
        expected.insert(expected.end(), {0xD8, 86, 0x40});
    for (int i = 0; i < 2; ++i)
        expected.insert(expected.end(), {0x83, 0xD8, 70, 0x40, 0xD8, 70, 0x40, 0xD8, 86, 0x40});
    QCOMPARE(bytesOf(unscored), expected);
}

void CodecTest::lengthOfAWorstCaseRecord() {
    Plan worst; // 24 candidates, all scored, terms for two of them
    for (int i = 0; i < 24; ++i) {
        Candidate c = candidate();
        c.raisedBy.clear();
        c.score.terms.clear();
        c.score.penalties.clear();
        c.score.fatigue = 1; // a column of its own where a goal asks for it
        if (i < 2)
            c.score.terms.assign(20, {5, 0.125});
        worst.candidates.push_back(c);
    }
    worst.choices = plan().choices;
    const std::size_t length = bytesOf(worst).size();
    QVERIFY2(length < 3950, qPrintable(QString::number(length)));
    readsBackEqual(worst);
}

void CodecTest::hostileBytesAreRefused() {
    withstands(plan());
    withstands(positions());
    withstands(ruling());
    withstands(proposal());
}
