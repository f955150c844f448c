#include "perception/stitching_fit.h"
#include "simulation/session_pairs.h"
#include "simulation/session_pairs_tests.h"

#include <QTest>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::simulation;

namespace {

std::size_t pairCount() {
    bool given = false;
    const int count = qEnvironmentVariableIntValue("WAYREEVE_PAIRS", &given);
    return given && count >= 1000 ? static_cast<std::size_t>(count) : 4'000;
}

struct Scored {
    std::vector<double> probabilities, rule;
    std::vector<bool> same;
};

Scored scored(const SessionPairs& made) {
    Scored all;
    for (const SessionPair& pair : made.pairs) {
        all.probabilities.push_back(made.observed.compare(pair.session, pair.known).probability);
        all.rule.push_back(sameDeviceOrAddress(pair.session, made.observed.of(pair.known)) ? 1 : 0);
        all.same.push_back(pair.kind == PairKind::Match);
    }
    return all;
}

} // namespace

void SessionPairTests::areTheSameWhateverElse() {
    const SessionPairs first = makeSessionPairs(300, 7), second = makeSessionPairs(300, 7);
    const SessionPairs other = makeSessionPairs(300, 8);
    QCOMPARE(first.pairs.size(), std::size_t{300});
    bool differs = false;
    for (std::size_t i = 0; i < first.pairs.size(); ++i) {
        QCOMPARE(first.pairs[i].known, second.pairs[i].known);
        QVERIFY(first.pairs[i].kind == second.pairs[i].kind);
        QVERIFY(first.pairs[i].session == second.pairs[i].session);
        QCOMPARE(first.observed.compare(first.pairs[i].session, first.pairs[i].known).probability,
                 second.observed.compare(second.pairs[i].session, second.pairs[i].known).probability);
        differs = differs || !(first.pairs[i].session == other.pairs[i].session);
    }
    QVERIFY(differs);
}

void SessionPairTests::keepTheirShares() {
    const SessionPairs made = makeSessionPairs(3'000, 21);
    std::array<double, pairKinds> count{};
    for (const SessionPair& pair : made.pairs) {
        ++count[static_cast<std::size_t>(pair.kind)];
        QVERIFY(made.observed.isKnown(pair.known));
        QVERIFY(pair.session.events() >= 4);
        QVERIFY(pair.session.first() >= Instant{1'767'225'600'000} + Duration::days(60)); // after all that was observed
    }
    QVERIFY(count[0] / 3'000 < 0.30);
    const double others = 3'000 - count[0];
    QVERIFY((others - count[4]) / others > 0.30);
    for (const double kind : count)
        QVERIFY(kind > 250);
}

/// Seeds that nothing was fitted to, calibrated on or tuned with (those are 9001–9006).
void SessionPairTests::areToldApart_data() {
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 3, 4})
        QTest::addRow("%d", seed) << seed;
}

void SessionPairTests::areToldApart() {
    QFETCH(int, seed);
    const Scored all = scored(makeSessionPairs(pairCount(), static_cast<std::uint64_t>(seed)));
    const StitchingQuality quality = judge(all.probabilities, all.same, Stitcher::threshold);
    const StitchingQuality rule = judge(all.rule, all.same, Stitcher::threshold);
    QVERIFY2(quality.precision >= 0.97, qPrintable(QString::number(quality.precision)));
    QVERIFY2(quality.recall >= 0.60, qPrintable(QString::number(quality.recall)));
    QVERIFY2(quality.ece <= 0.05, qPrintable(QString::number(quality.ece)));
    QVERIFY2(rule.precision < 0.85, qPrintable(QString::number(rule.precision)));
    QVERIFY(rule.taken > quality.taken); // it is not that the rule never speaks
}

/// What would show a scorer that knows more than it is shown: told of another pair's session, it knows nothing.
void SessionPairTests::shuffledLabelsAreNot() {
    const SessionPairs made = makeSessionPairs(1'000, 5);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < made.pairs.size(); ++i) {
        const SessionPair& stranger = made.pairs[(i + 500) % made.pairs.size()];
        taken +=
            made.observed.compare(stranger.session, made.pairs[i].known).probability >= Stitcher::threshold ? 1 : 0;
    }
    QVERIFY2(taken <= 15, qPrintable(QString::number(taken)));
}
