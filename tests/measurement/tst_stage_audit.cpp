#include "base/json.h"
#include "measurement/measurement_tests.h"
#include "measurement/stage_audit.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace wayreeve;
using namespace wayreeve::measurement;

namespace {

StageAudit ten() {
    StageAudit audit{"s1", 7, {"looking", "buying"}, {}};
    for (int i = 0; i < 10; ++i)
        audit.moments.push_back({"s1-" + std::to_string(i) + "-1",
                                 static_cast<std::uint32_t>(i),
                                 Instant{1000 + i},
                                 i < 6   ? "looking"
                                 : i < 9 ? "buying"
                                         : "gone",
                                 {},
                                 {}});
    return audit;
}

} // namespace

void StageAuditTests::drawsWithoutRepeats() {
    const auto drawn = drawMoments(1000, 50, 3);
    QCOMPARE(std::set<std::uint64_t>(drawn.begin(), drawn.end()).size(), std::size_t{50});
    QVERIFY(std::is_sorted(drawn.begin(), drawn.end()) && drawn.back() < 1000);
    QVERIFY(drawMoments(1000, 50, 3) == drawn);
    QVERIFY(drawMoments(1000, 50, 4) != drawn);
    QVERIFY(drawMoments(3, 50, 3) == (std::vector<std::uint64_t>{0, 1, 2}));
    QVERIFY(drawMoments(0, 50, 3).empty());
}

/// 2 of 5, ten possible pairs: over 4,000 seeds each 400 ± 95 (five standard errors of 19).
void StageAuditTests::drawsEvenly() {
    std::map<std::vector<std::uint64_t>, int> pairs;
    for (std::uint64_t seed = 0; seed < 4000; ++seed)
        ++pairs[drawMoments(5, 2, seed)];
    QCOMPARE(pairs.size(), std::size_t{10});
    for (const auto& [pair, count] : pairs)
        QVERIFY2(std::abs(count - 400) <= 95, qPrintable(QString::number(count)));
}

void StageAuditTests::reportsByHand() {
    StageAudit audit = ten();
    QCOMPARE(reportOf(audit).open, std::size_t{10});
    QCOMPARE(reportOf(audit).interval.high, 1.0);
    for (int i = 0; i < 10; ++i) // the person sees buying from the fifth on
        if (i != 8)
            QVERIFY(label(audit, "s1-" + std::to_string(i) + "-1", i < 4 ? "looking" : "buying", "mei").ok());
    const StageAuditReport report = reportOf(audit);
    QCOMPARE(report.open, std::size_t{1});
    QCOMPARE(report.right.hits, std::uint64_t{6}); // four looking, two buying
    QCOMPARE(report.right.count, std::uint64_t{9});
    // Wilson for 6 of 9, z = 1.96: (0.354203, 0.879415)
    QVERIFY(std::abs(report.interval.low - 0.354203) < 1e-5);
    QVERIFY(std::abs(report.interval.high - 0.879415) < 1e-5);
    QCOMPARE(report.confusion.count(1, 0), std::uint64_t{2});
    QCOMPARE(report.confusion.count(1, 1), std::uint64_t{2});
    QCOMPARE(report.confusion.count(1, 2), std::uint64_t{1}); // "gone" is no stage of the documents
}

void StageAuditTests::keepsLabels() {
    StageAudit audit = ten();
    QVERIFY(label(audit, "s1-2-1", "buying", "mei").ok());
    QCOMPARE(audit.moments[2].person, std::string("mei"));
    QCOMPARE(label(audit, "s1-2-1", "looking", "mei").error().code, std::string("stage-audit.labelled"));
    QCOMPARE(audit.moments[2].label, std::string("buying"));
    QCOMPARE(label(audit, "s1-2-9", "looking", "mei").error().code, std::string("stage-audit.unknown-moment"));
    const auto unknown = label(audit, "s1-3-1", "bying", "mei");
    QCOMPARE(unknown.error().code, std::string("stage-audit.unknown-stage"));
    QCOMPARE(unknown.error().parameter("nearest"), std::string("buying"));
    const auto again = stageAuditOf(*parseJson(writePrettyJson(toJson(audit))));
    QVERIFY(again.ok() && *again == audit);
}

void StageAuditTests::takesLabelsBackUntilShown() {
    StageAudit audit = ten();
    QCOMPARE(unlabel(audit, "s1-2-1").error().code, std::string("stage-audit.not-labelled"));
    QCOMPARE(unlabel(audit, "s1-2-9").error().code, std::string("stage-audit.unknown-moment"));
    QVERIFY(label(audit, "s1-2-1", "buying", "mei").ok());
    QVERIFY(unlabel(audit, "s1-2-1").ok());
    QVERIFY(audit.moments[2].label.empty() && audit.moments[2].person.empty());
    QVERIFY(label(audit, "s1-2-1", "looking", "mei").ok());
    QCOMPARE(reportOf(audit).takenBack, std::size_t{1});
    audit.revealed = true;
    QCOMPARE(unlabel(audit, "s1-2-1").error().code, std::string("stage-audit.revealed"));
    const auto again = stageAuditOf(*parseJson(writePrettyJson(toJson(audit))));
    QVERIFY(again.ok() && *again == audit);
    // As the releases before wrote it.
    QString text = QString::fromStdString(writeJson(toJson(ten())));
    text.remove(QStringLiteral("\"revealed\":false,")).remove(QStringLiteral(",\"taken_back\":0"));
    const auto older = stageAuditOf(*parseJson(text.toStdString()));
    QVERIFY(!text.contains("taken_back") && older.ok() && *older == ten());
}

void StageAuditTests::refusesDamage_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("format") << "\"format\":1"
                            << "\"format\":2";
    QTest::newRow("run") << "\"run\":\"s1\""
                         << "\"run\":1";
    QTest::newRow("stages") << "[\"looking\",\"buying\"]"
                            << "3";
    QTest::newRow("stage") << "[\"looking\",\"buying\"]"
                           << "[\"looking\",4]";
    QTest::newRow("unknown label") << "\"label\":\"\""
                                   << "\"label\":\"else\"";
    QTest::newRow("customer") << "\"customer\":0"
                              << "\"customer\":-1";
    QTest::newRow("time") << "\"at\":1000"
                          << "\"at\":1.5";
}

void StageAuditTests::refusesDamage() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QString text = QString::fromStdString(writeJson(toJson(ten())));
    QVERIFY(stageAuditOf(*parseJson(text.toStdString())).ok());
    const auto place = text.indexOf(from);
    QVERIFY2(place >= 0, qPrintable(text));
    text.replace(place, from.size(), to);
    const auto read = stageAuditOf(*parseJson(text.toStdString()));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, std::string("stage-audit.damaged"));
}
