#include "base/chance.h"
#include "measurement/effects.h"
#include "measurement/effects_tests.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace wayreeve;
using namespace wayreeve::measurement;

namespace {

constexpr EffectSettings two{0.02, 2};

EffectRow row(std::uint32_t customer, double propensity, bool chosen, std::optional<double> reward) {
    return {customer, 0, reward, {{0, propensity, chosen}}};
}

/// With: weights 2 and 4, rewards 1 and 0. Without: weights 2 and 1.25, rewards 1 and 0.
std::vector<EffectRow> four(bool onePerson) {
    return {row(1, 0.5, true, 1), row(onePerson ? 1 : 2, 0.25, true, 0), row(onePerson ? 1 : 3, 0.5, false, 1),
            row(onePerson ? 1 : 4, 0.2, false, 0)};
}

bool near(double a, double b) {
    return std::abs(a - b) < 5e-7;
}

} // namespace

void EffectTests::byHand() {
    const EffectTable table = effectsOf(four(false), 1, 1, two);
    const Effect& effect = table.overall.front();
    QVERIFY(effect.isTold());
    QCOMPARE(effect.with, std::uint64_t{2});
    QCOMPARE(effect.without, std::uint64_t{2});
    QVERIFY(near(effect.rateWith, 1.0 / 3));
    QVERIFY(near(effect.rateWithout, 0.6153846));
    QVERIFY(near(effect.raw, -0.2820513));
    QVERIFY(near(effect.error, 0.5301653));      // √(4/3 · (2 · 0.2222222² + 2 · 0.2366864²))
    QVERIFY(near(effect.effective, 1.8));        // 6² / (2² + 4²)
    QVERIFY(near(table.betweenTags, 0.4426940)); // √((0.2830325 − 1 + √2) · 0.2810752)
    QVERIFY(near(effect.estimate, -0.1158691));
    QVERIFY(near(effect.interval.high - effect.estimate, 0.8097788));
}

/// The influence terms of one person add up to nothing: what remains is the error of two shares of 1.8 and 1.9 moments.
void EffectTests::customersAreNotCountedTwice() {
    const EffectTable table = effectsOf(four(true), 1, 1, two);
    QVERIFY(near(table.overall.front().error, 0.3570159));
}

void EffectTests::unknownIsNoFailure() {
    std::vector<EffectRow> rows = four(false);
    rows.push_back(row(5, 0.5, true, std::nullopt));
    rows.push_back(row(6, 0.5, false, std::nullopt));
    const EffectTable table = effectsOf(rows, 1, 1, two);
    QCOMPARE(table.overall.front().unknown, std::uint64_t{1});
    QVERIFY(near(table.overall.front().raw, -0.2820513));
}

void EffectTests::leavesOutWhatCouldNotBeOtherwise() {
    std::vector<EffectRow> rows = four(false);
    rows.push_back(row(5, 0.99, true, 1));
    rows.push_back(row(6, 1.0, true, 1));
    rows.push_back({7, 1, 1.0, {{1, 1.0, true}}});
    const EffectTable table = effectsOf(rows, 3, 2, two);
    QCOMPARE(table.overall[0].trimmed, std::uint64_t{2});
    QVERIFY(near(table.overall[0].raw, -0.2820513));
    QCOMPARE(std::string(table.overall[1].why), std::string("no-overlap"));
    QCOMPARE(std::string(table.overall[2].why), std::string("too-few"));
    QVERIFY(table.cells[0].isTold() && !table.cells[1].isTold());
}

/// Three tags in two segments, 40 worlds. The policy sends tag 0 where customers buy anyway (x), so that the plain
/// difference tells of customers; the weighted one tells of the tag, and its intervals hold nine times in ten or more.
void EffectTests::findsWhatIsPlanted() {
    constexpr std::array<std::array<double, 2>, 3> extra{{{0.10, 0.00}, {0.00, 0.06}, {0.00, 0.00}}};
    constexpr std::array<std::array<double, 3>, 2> policy{{{0.2, 0.4, 0.4}, {0.8, 0.1, 0.1}}}; // by x
    const auto mean = [&](int tag, int segment, int x) { return 0.15 + 0.25 * x + extra[tag][segment]; };
    int held = 0, cells = 0;
    double weighted = 0, plain = 0;
    for (std::uint64_t world = 1; world <= 40; ++world) {
        const Chance chance(world);
        std::vector<EffectRow> rows;
        std::array<Proportion, 2> naive; // tag 0 and the others, segment 1
        for (std::uint32_t customer = 0; customer < 400; ++customer)
            for (std::uint64_t occasion = 0; occasion < 4; ++occasion) {
                const auto uniform = [&](std::uint32_t index) {
                    return chance.uniform(customer, occasion, Purpose::PopulationEvent, index);
                };
                const int segment = static_cast<int>(customer % 2), x = uniform(0) < 0.5 ? 1 : 0;
                const double draw = uniform(1);
                const int sent = draw < policy[x][0] ? 0 : draw < policy[x][0] + policy[x][1] ? 1 : 2;
                EffectRow row{
                    customer, static_cast<std::uint32_t>(segment), uniform(2) < mean(sent, segment, x) ? 1.0 : 0.0, {}};
                for (std::uint32_t tag = 0; tag < 3; ++tag)
                    row.options.push_back({tag, policy[x][tag], static_cast<int>(tag) == sent});
                if (segment == 1) {
                    Proportion& side = naive[sent == 0 ? 0 : 1];
                    ++side.count;
                    side.hits += *row.reward > 0.5 ? 1 : 0;
                }
                rows.push_back(std::move(row));
            }
        const EffectTable table = effectsOf(rows, 3, 2);
        for (int tag = 0; tag < 3; ++tag)
            for (int segment = 0; segment < 2; ++segment) {
                double truth = 0;
                for (int x = 0; x < 2; ++x)
                    for (int other = 0; other < 3; ++other)
                        if (other != tag)
                            truth += 0.5 * policy[x][other] / (1 - policy[x][tag]) *
                                     (mean(tag, segment, x) - mean(other, segment, x));
                const Effect& effect = table.cells[static_cast<std::size_t>(tag * 2 + segment)];
                QVERIFY(effect.isTold());
                held += effect.interval.low <= truth && truth <= effect.interval.high ? 1 : 0;
                ++cells;
            }
        weighted += table.cells[1].raw / 40; // tag 0, segment 1: truth −0.03
        plain += (naive[0].share() - naive[1].share()) / 40;
    }
    QVERIFY2(held >= cells * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(held).arg(cells)));
    QVERIFY2(std::abs(weighted + 0.03) < 0.01, qPrintable(QString::number(weighted)));
    QVERIFY2(plain > 0.08, qPrintable(QString::number(plain)));
}
