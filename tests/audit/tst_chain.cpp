// Before Qt, whose keywords are member names in core.
#include "audit/queue_id.h"
#include "audit/verify.h"
#include "samples.h"

#include "audit_tests.h"

#include <QTest>

#include <numeric>

using namespace wayreeve;
using namespace wayreeve::audit;

void ChainTests::keyIds_data() {
    QTest::addColumn<QString>("tag");
    QTest::addColumn<quint64>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("item"); ///< a queue item of that key
    QTest::newRow("usual") << "s1" << quint64{482 * 16777216ULL + 13} << "s1-482-13"
                           << "s1-482-q13";
    QTest::newRow("first") << "r2" << quint64{1} << "r2-0-1"
                           << "r2-0-q1";
    QTest::newRow("largest") << "s1" << quint64{72057594037927935ULL - 16777216} << "s1-4294967294-16777215"
                             << "s1-4294967294-q16777215";
}

void ChainTests::keyIds() {
    QFETCH(QString, tag);
    QFETCH(quint64, key);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(idText(tag.toStdString(), key)), text);
    const auto parsed = parseId(text.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(quint64{parsed->key}, key);
    QCOMPARE(QString::fromStdString(parsed->tag), tag);
    QFETCH(QString, item);
    QCOMPARE(QString::fromStdString(queueIdText(tag.toStdString(), key)), item);
    const auto parsedItem = parseQueueId(item.toStdString());
    QVERIFY(parsedItem.has_value());
    QCOMPARE(quint64{parsedItem->key}, key);
    QCOMPARE(QString::fromStdString(parsedItem->tag), tag);
    QVERIFY(!parseId(item.toStdString()) && !parseQueueId(text.toStdString())); // neither passes for the other
}

void ChainTests::badIds_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "s1", "s1-2-0", "s1-a-1", "s1-1-16777216", "s1-4294967295-1", "s1-1-2-3", "s1--1",
                             "1-+2", "s1-1-qq2", "s1-q1-2", "s1-1-q", "s1-1-q0"})
        QTest::newRow(text) << text;
}

void ChainTests::badIds() {
    QFETCH(QString, text);
    QVERIFY(!parseId(text.toStdString()).has_value());
    QVERIFY(!parseQueueId(text.toStdString()).has_value());
}

// BLAKE2b-256 values by an independent implementation (Python hashlib.blake2b, digest_size 32).
void ChainTests::links() {
    Chain chain;
    Entry entry;
    entry.body = {0x61, 0x62, 0x63};
    chain.append(entry);
    QCOMPARE(entry.number, std::uint64_t{1});
    QCOMPARE(entry.hash.hex(), std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    QCOMPARE(chain.head().hex(), std::string("6535b6ec4b492dfe60ff645c10a9afbc39ce11cd4c1c928599434d9a94f1cf72"));
    QCOMPARE(chain.recordsHash().hex(),
             std::string("f6674caaed0b83eae0ae556b6c7d45a12463413a4822152989a0c78c9428f4f3"));
    entry.body = {0x64};
    chain.append(entry);
    QCOMPARE(chain.head().hex(), std::string("fdafbe8c3841fbdc0a5be954498300ad5791a691b8d312544114603985fe44cf"));
    QCOMPARE(chain.recordsHash().hex(),
             std::string("1c41a5c42ebe69bfeb392662a3ccc6348e8c1a705c9ee6a59f5659c003e548f2"));
}

void ChainTests::resumes() {
    Chain whole, part;
    std::vector<Hash256> hashes;
    for (std::uint8_t i = 0; i < 10; ++i) {
        Entry entry;
        entry.body = {i};
        whole.append(entry);
        if (i < 6)
            hashes.push_back(entry.hash);
    }
    part.resume(hashes);
    for (std::uint8_t i = 6; i < 10; ++i) {
        Entry entry;
        entry.body = {i};
        part.append(entry);
        QCOMPARE(entry.number, std::uint64_t{i} + 1);
    }
    QVERIFY(part.head() == whole.head());
    QVERIFY(part.recordsHash() == whole.recordsHash());
}

void ChainTests::namesOfKinds() {
    QCOMPARE(nameOf(EntryKind::DidNotFit), std::string_view("did-not-fit"));
    QCOMPARE(nameOf(TriggerKind::DidNotFit), std::string_view("did-not-fit"));
    QVERIFY(nameOf(static_cast<EntryKind>(9)).empty());
}

namespace {

struct Stored {
    std::vector<StoredLink> rows;
    SignedHead head;
    SigningKey key;
};

Stored chainOf(int count) {
    Stored stored;
    stored.key = SigningKey::generate();
    Chain chain;
    Samples samples(9);
    for (int i = 0; i < count; ++i) {
        Entry entry = samples.header(i % 3 == 0 ? EntryKind::Decision : EntryKind::Merge);
        entry.body = i % 3 == 0 ? encodeDecision(entry, samples.decision())
                                : encode(entry, MergeRecord{static_cast<std::uint32_t>(i), 9, false, 1, {}});
        chain.append(entry);
        stored.rows.push_back({entry.number, entry.body, entry.hash, chain.head()});
    }
    stored.head = {"s1", chain.count(), chain.head(), chain.recordsHash(), {}};
    stored.key.sign(stored.head);
    return stored;
}

VerifyReport verify(const Stored& stored, bool withHead = true) {
    VerifyReport report;
    std::size_t i = 0;
    verifyRun(
        withHead ? &stored.head : nullptr, stored.key.publicKey,
        [&]() -> std::optional<StoredLink> {
            return i < stored.rows.size() ? std::optional(stored.rows[i++]) : std::nullopt;
        },
        "s1", report);
    return report;
}

QString texts(const VerifyReport& report) {
    QStringList list;
    for (const Damage& damage : report.damage)
        list << QString::fromUtf8(nameOf(damage.kind).data(), qsizetype(nameOf(damage.kind).size())) + " " +
                    QString::number(damage.number);
    return list.join(", ");
}

/// Links again from row `from` on, as somebody who knows the rule would.
void relink(Stored& stored, std::size_t from) {
    Hash256 link = from == 0 ? Hash256() : stored.rows[from - 1].link;
    for (std::size_t i = from; i < stored.rows.size(); ++i) {
        stored.rows[i].hash = hashOf(stored.rows[i].body);
        stored.rows[i].link = link = linkAfter(link, stored.rows[i].hash);
    }
}

void renumber(Stored& stored) {
    for (std::size_t i = 0; i < stored.rows.size(); ++i)
        stored.rows[i].number = i + 1;
}

StoredLink foreignRow(std::uint64_t number) {
    StoredLink row;
    row.number = number;
    Entry entry;
    entry.kind = EntryKind::Merge;
    row.body = encode(entry, MergeRecord{77, 78, false, 1, {}});
    row.hash = hashOf(row.body);
    row.link = hashOf(std::string_view("anything"));
    return row;
}

using Harm = void (*)(Stored&);

} // namespace

Q_DECLARE_METATYPE(Harm)

void VerifyTests::wholeChain() {
    const Stored stored = chainOf(9);
    const VerifyReport report = verify(stored);
    QVERIFY(report.ok);
    QCOMPARE(report.records, std::uint64_t{9});
    QCOMPARE(report.decisions, std::uint64_t{3});
    QVERIFY(verify(chainOf(0)).ok);
}

// Ten rows; the number is where it shows first.
void VerifyTests::damage_data() {
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, Harm harm, const char* found) { QTest::newRow(name) << harm << found; };
    row(
        "body edited", [](Stored& s) { s.rows[4].body[3] ^= 1; }, "edited 5");
    row(
        "hash edited", [](Stored& s) { s.rows[4].hash.bytes[0] ^= 1; }, "edited 5");
    row(
        "link edited", [](Stored& s) { s.rows[4].link.bytes[0] ^= 1; }, "edited 5");
    row(
        "body and hash edited",
        [](Stored& s) {
            s.rows[4].body[3] ^= 1;
            s.rows[4].hash = hashOf(s.rows[4].body);
        },
        "edited 5");
    row(
        "edited and linked anew",
        [](Stored& s) {
            s.rows[4].body[3] ^= 1;
            relink(s, 4);
        },
        "edited 10");
    row(
        "last edited", [](Stored& s) { s.rows[9].body[3] ^= 1; }, "edited 10");
    row(
        "removed", [](Stored& s) { s.rows.erase(s.rows.begin() + 4); }, "removed 5");
    row(
        "two removed", [](Stored& s) { s.rows.erase(s.rows.begin() + 4, s.rows.begin() + 6); }, "removed 5");
    row(
        "first removed", [](Stored& s) { s.rows.erase(s.rows.begin()); }, "removed 1");
    row(
        "removed and numbered anew",
        [](Stored& s) {
            s.rows.erase(s.rows.begin() + 4);
            renumber(s);
        },
        "removed 5");
    row(
        "inserted with a number twice", [](Stored& s) { s.rows.insert(s.rows.begin() + 5, foreignRow(5)); },
        "inserted 5");
    row(
        "inserted and numbered anew",
        [](Stored& s) {
            s.rows.insert(s.rows.begin() + 4, foreignRow(5));
            renumber(s);
        },
        "inserted 5");
    row(
        "appended", [](Stored& s) { s.rows.push_back(foreignRow(11)); }, "inserted 11");
    row(
        "appended and linked",
        [](Stored& s) {
            s.rows.push_back(foreignRow(11));
            relink(s, 10);
        },
        "inserted 11");
    row(
        "order changed", [](Stored& s) { std::swap(s.rows[3], s.rows[7]); }, "reordered 5");
    row(
        "contents swapped",
        [](Stored& s) {
            std::swap(s.rows[3], s.rows[7]);
            renumber(s);
        },
        "reordered 4, reordered 8");
    row(
        "neighbours swapped",
        [](Stored& s) {
            std::swap(s.rows[3], s.rows[4]);
            renumber(s);
        },
        "reordered 4, reordered 5");
    row(
        "bodies swapped",
        [](Stored& s) {
            std::swap(s.rows[3].body, s.rows[7].body);
            std::swap(s.rows[3].hash, s.rows[7].hash);
        },
        "reordered 4, reordered 8");
    row(
        "tail cut", [](Stored& s) { s.rows.resize(7); }, "truncated 8");
    row(
        "all cut", [](Stored& s) { s.rows.clear(); }, "truncated 1");
    row(
        "edited and cut",
        [](Stored& s) {
            s.rows[1].body[3] ^= 1;
            s.rows.resize(8);
        },
        "edited 2, truncated 9");
}

void VerifyTests::damage() {
    QFETCH(Harm, harm);
    QFETCH(QString, found);
    Stored stored = chainOf(10);
    harm(stored);
    const VerifyReport report = verify(stored);
    QVERIFY(!report.ok);
    QCOMPARE(texts(report), found);
}

void VerifyTests::heads_data() {
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, Harm harm, const char* found) { QTest::newRow(name) << harm << found; };
    row(
        "signature changed", [](Stored& s) { s.head.signature[10] ^= 1; }, "head-forged 0");
    row(
        "signature lost", [](Stored& s) { s.head.signature.clear(); }, "head-forged 0");
    row(
        "fields changed", [](Stored& s) { s.head.entries = 9; }, "head-forged 0");
    row(
        "of another run", [](Stored& s) { s.head.tag = "s2"; }, "head-forged 0");
    row(
        "signed by another key", [](Stored& s) { SigningKey::generate().sign(s.head); }, "head-forged 0");
    row(
        "an older one, signed",
        [](Stored& s) {
            s.head.entries = 6;
            s.head.link = s.rows[5].link;
            s.key.sign(s.head);
        },
        "inserted 7");
    row(
        "other records hash, signed",
        [](Stored& s) {
            s.head.recordsHash.bytes[0] ^= 1;
            s.key.sign(s.head);
        },
        "head-forged 0");
}

void VerifyTests::heads() {
    QFETCH(Harm, harm);
    QFETCH(QString, found);
    Stored stored = chainOf(10);
    QVERIFY(isSignedBy(stored.head, stored.key.publicKey));
    harm(stored);
    QCOMPARE(texts(verify(stored)), found);
    QCOMPARE(texts(verify(stored, false)), QString("no-head 0"));
}
