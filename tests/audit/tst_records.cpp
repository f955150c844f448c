// Before Qt, whose keywords are member names in core.
#include "audit/key.h"
#include "base/json.h"
#include "samples.h"

#include "audit_tests.h"

#include <QTest>

using namespace wayreeve;
using namespace wayreeve::audit;

namespace {

QByteArray hexOf(const std::vector<std::uint8_t>& bytes) {
    return QByteArray(static_cast<const char*>(static_cast<const void*>(bytes.data())), qsizetype(bytes.size()))
        .toHex();
}

Symbols table() {
    Symbols symbols;
    for (int i = 1; i < 40; ++i)
        symbols.intern("name-" + std::to_string(i));
    return symbols;
}

/// The smallest decision with something in every part.
std::pair<Entry, DecisionRecord> small() {
    Entry header;
    header.kind = EntryKind::Decision;
    header.epoch = 7;
    header.time = {1000};
    header.customer = 5;
    header.sequence = 1;
    DecisionRecord r;
    r.triggerName = "Cart";
    r.messageId = "m1";
    r.due = {{1, 2, 3, 4}};
    r.evidence = {{9, Value(12)}, {10, Value()}};
    r.reading.at = {1000};
    r.reading.intents = {{11, 0.5, {{12, 0.5}}}};
    r.reading.stage = 13;
    planning::Candidate wait;
    wait.agent = 3;
    wait.sendAt = {1000};
    wait.gate = planning::Gate::Chosen;
    r.plan.candidates = {wait};
    r.plan.choices = {planning::SlotChoice{}};
    r.plan.waitUntil = {2000};
    r.key = keyOf(5, 1);
    r.proposals = {0};
    r.modelUpdates = 24;
    r.budgetLeft = {1.0};
    r.budgetsAhead = {{20101, {1.5}}};
    return {header, r};
}

} // namespace

// Worked out from docs/formats/audit-chain.md and RFC 8949/8746.
void RecordTests::goldenDecision() {
    const auto [header, record] = small();
    const QByteArray expected = QByteArray(
        // array of 21: kind 2, epoch 7, time 1000, customer 5, sequence 1; trigger 0, "Cart", "m1", arm 0
        "9502071903e80501"
        "00"
        "6443617274"
        "626d31"
        "00"
        // due: one of [1,2,3,4]; evidence names [9, 10] as uint32 array, values [12, null]
        "81"
        "8401020304"
        "d84648090000000a000000"
        "820cf6"
        // reading: at, counts, ids [11, 0], values [0.5, 0], ends [1, 1], part ids [12], amounts [0.5], 13, 0, false,
        // 0, 0
        "8c"
        "1903e8"
        "8401000000"
        "d846480b00000000000000"
        "d85650000000000000e03f0000000000000000"
        "d846480100000001000000"
        "d846440c000000"
        "d85648000000000000e03f"
        "0d"
        "00"
        "f4"
        "00"
        "fb0000000000000000"
        // plan: candidates as columns of one row
        "84"
        "8c"
        "01"
        "d8464403000000"
        "d8464400000000"
        "d8464400000000"
        "d8464400000000"
        "d8464400800000"
        "d8464400000000"
        "811903e8"
        "8100"
        "8100"
        "82d8464400000000d84640"
        "8d"
        "d85640d85640d85640d85640d85640d85640d85640d85640d85640d85640d85640"
        "83d84640d84640d85640"
        "83d84640d84640d85640"
        // choices, steps, wait until
        "81"
        "8900000000"
        "fb3ff0000000000000"
        "fb3ff0000000000000"
        "f4f4"
        "fb0000000000000000"
        "80"
        "1907d0"
        // rulings, key 5·2^24+1, proposals [0], model updates, budgets, not logged
        "80"
        "1a05000001"
        "8100"
        "1818"
        "d85648000000000000f03f"
        "8182194e85d85648000000000000f83f" // of day 20101, 1.5
        "f6");
    QCOMPARE(hexOf(encodeDecision(header, record)), expected);
    // Before budgets of later days were kept an array had one element less; it is still read.
    QByteArray before = expected;
    before.replace(0, 2, "94").replace("8182194e85d85648000000000000f83f", "");
    const QByteArray bytes = QByteArray::fromHex(before);
    const auto entry = decodeHeader(17, {bytes.begin(), bytes.end()});
    QVERIFY(entry.ok());
    DecisionRecord same = record;
    same.budgetsAhead.clear();
    QVERIFY(decodeDecision(*entry).value() == same);
}

void RecordTests::decisionsReadBackEqual() {
    Samples samples(1);
    for (int i = 0; i < 300; ++i) {
        const DecisionRecord record = samples.decision();
        const Entry header = samples.header(EntryKind::Decision);
        const auto entry = decodeHeader(17, encodeDecision(header, record));
        QVERIFY(entry.ok());
        QCOMPARE(entry->epoch, header.epoch);
        QCOMPARE(entry->time.ms, header.time.ms);
        QCOMPARE(entry->customer, header.customer);
        QCOMPARE(entry->sequence, header.sequence);
        const auto read = decodeDecision(*entry);
        QVERIFY(read.ok());
        QVERIFY(*read == record);
    }
}

void RecordTests::eventsReadBackEqual() {
    Samples samples(2);
    const Entry claim = samples.header(EntryKind::Verdict);
    const PersonRecord person{7,
                              8,
                              "ana",
                              "reject",
                              "too soon",
                              "a\nb",
                              "c\nd",
                              governance::ProposalState::Rejected,
                              hashOf(std::string_view("x"))};
    Entry entry = claim;
    entry.body = encode(claim, person);
    const auto read = decodePerson(entry);
    QVERIFY(read.ok());
    QCOMPARE(read->verdict, std::string("reject"));
    QCOMPARE(read->after, std::string("c\nd"));
    QVERIFY(read->state == governance::ProposalState::Rejected && read->bound == person.bound);
    // Whatever is read back encodes to the same bytes.
    for (const Entry& one : samples.entries()) {
        std::vector<std::uint8_t> again;
        switch (one.kind) {
        case EntryKind::DrawnAction:
            again = encode(one, decodeDrawn(one).value());
            break;
        case EntryKind::DidNotFit:
            again = encode(one, decodeDidNotFit(one).value());
            break;
        case EntryKind::Dispatch:
            again = encode(one, decodeDispatch(one).value());
            break;
        case EntryKind::Outcome:
            again = encode(one, decodeOutcome(one).value());
            break;
        case EntryKind::Void:
            again = encode(one, decodeProposal(one).value());
            break;
        case EntryKind::ModelUpdate:
            again = encode(one, decodeModel(one).value());
            break;
        case EntryKind::Review:
            again = encode(one, decodeReview(one).value());
            break;
        case EntryKind::Consent:
            again = encode(one, decodeConsent(one).value());
            break;
        case EntryKind::Stop:
            again = encode(one, decodeStop(one).value());
            break;
        case EntryKind::Merge:
            again = encode(one, decodeMerge(one).value());
            break;
        case EntryKind::Unmerge:
            again = encode(one, decodeUnmerge(one).value());
            break;
        case EntryKind::RunStarted:
            again = encode(one, decodeRunStarted(one).value());
            break;
        case EntryKind::RunEnded:
            again = encode(one, decodeRunEnded(one).value());
            break;
        default:
            continue;
        }
        QCOMPARE(hexOf(again), hexOf(one.body));
    }
}

void RecordTests::otherKindsAreRefused() {
    Samples samples(3);
    for (const Entry& entry : samples.entries()) {
        if (entry.kind != EntryKind::Decision)
            QCOMPARE(decodeDecision(entry).error().code, std::string("record.damaged"));
        if (entry.kind != EntryKind::Merge)
            QVERIFY(!decodeMerge(entry));
        if (entry.kind != EntryKind::Unmerge)
            QVERIFY(!decodeUnmerge(entry));
        Entry renamed = entry; // the row says another kind than the body
        renamed.kind = entry.kind == EntryKind::Stop ? EntryKind::Lift : EntryKind::Stop;
        QVERIFY(!decodeStop(renamed));
        Entry longer = entry;
        longer.body.push_back(0);
        QVERIFY(!openedJson(longer, table()));
    }
    Entry unknown = samples.header(EntryKind::Stop);
    unknown.body = encode(unknown, StopRecord{"", "ana"});
    unknown.body[1] = 9; // no kind has this number
    QVERIFY(!decodeHeader(1, unknown.body));
}

void RecordTests::hostileBytesNeverCrash() {
    Samples samples(4);
    const Symbols symbols = table();
    int refused = 0;
    for (int round = 0; round < 60; ++round)
        for (Entry& entry : samples.entries()) {
            std::vector<std::uint8_t> bytes = entry.body;
            for (std::uint64_t n = 1 + samples.below(3); n > 0; --n)
                bytes[samples.below(bytes.size())] = static_cast<std::uint8_t>(samples.below(256));
            if (samples.below(4) == 0)
                bytes.resize(samples.below(bytes.size()));
            const auto header = decodeHeader(1, bytes);
            if (!header || !openedJson(*header, symbols)) {
                ++refused;
                continue;
            }
            if (header->kind == EntryKind::Decision) // what is accepted is what encode would write
                QCOMPARE(hexOf(encodeDecision(*header, decodeDecision(*header).value())), hexOf(bytes));
            QVERIFY(!writeCanonicalJson(openedJson(*header, symbols).value()).empty());
        }
    QVERIFY(refused > 300);
}

void RecordTests::opensWithNames() {
    auto [header, record] = small();
    record.plan.candidates[0].removedBy = 14;
    Entry entry = header;
    entry.number = 3;
    entry.body = encodeDecision(header, record);
    const auto json = openedJson(entry, table());
    QVERIFY(json.ok());
    QCOMPARE(json->member("kind").toText(), std::string("decision"));
    QCOMPARE(json->member("id").toText(), std::string("5-1"));
    QCOMPARE(json->member("time").toText(), std::string("1970-01-01T00:00:01Z"));
    QCOMPARE(json->path("reading.stage").toText(), std::string("name-13"));
    QCOMPARE(writeCanonicalJson(json->member("due")),
             std::string(R"([{"agent":"name-3","goal":"name-4","journey":"name-1","node":"name-2"}])"));
    QCOMPARE(writeCanonicalJson(json->member("evidence")),
             std::string(R"([{"fact":"name-9","value":12},{"fact":"name-10","value":null}])"));
    const Value candidate = json->path("plan.candidates").list()->front();
    QCOMPARE(candidate.member("removedBy").toText(), std::string("name-14"));
    QVERIFY(candidate.member("action").isNull());                                      // wait
    QCOMPARE(writeCanonicalJson(json->member("modelUpdates")), std::string("\"24\"")); // 64 bits: text
}

void RecordTests::opensEveryKind() {
    Samples samples(5);
    for (const Entry& entry : samples.entries()) {
        const auto json = openedJson(entry, table());
        QVERIFY2(json.ok(), std::string(nameOf(entry.kind)).c_str());
        QCOMPARE(json->member("kind").toText(), std::string(nameOf(entry.kind)));
        QVERIFY(!writeCanonicalJson(*json).empty());
    }
}

void RecordTests::unknownSymbolIsDamage() {
    Samples samples(6);
    Entry entry = samples.header(EntryKind::DidNotFit);
    entry.number = 12;
    entry.body = encode(entry, DidNotFitRecord{1, 0, 40});
    const auto json = openedJson(entry, table());
    QVERIFY(!json.ok());
    QCOMPARE(json.error().parameter("number"), std::string("12"));
}
