#include "bandit_data.h"

#include "base/chance.h"
#include "base/portable_math.h"
#include "planning/fatigue.h"
#include "planning/replenishment.h"
#include "planning/send_time.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

using namespace wayreeve;
using namespace wayreeve::planning;

/// L4: send time, replenishment and fatigue; literals by hand, and what is recovered in a simulated population and in
/// real purchases.
class TimingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void posteriorFollowsBayes();
    void hoursAreCountedAndFade();
    void closedHoursYieldTheNearest_data();
    void closedHoursYieldTheNearest();
    void sharesAreExact();
    void preferredHoursAreRecovered_data();
    void preferredHoursAreRecovered();
    void sendTimesSurviveTheirCodec();
    void gapsShrinkToThePopulation();
    void gapsOfRealCustomersAreForeseen();
    void pressureDecays();
    void fatigueIsLearned();
    void frequencyEarnsMost_data();
    void frequencyEarnsMost();

private:
    static bool near(double a, double b, double by = 1e-9) { return std::fabs(a - b) <= by; }
};

namespace {

double ringDistance(double a, double b) {
    const double d = std::fabs(a - b);
    return std::min(d, 24.0 - d);
}

/// Who prefers 9:00 … 19:00, one of 500 in a population numbered by `cohort`.
struct Preference {
    double hour = 0.0;
    double far = 0.05;
    [[nodiscard]] double answer(double at) const {
        const double d = ringDistance(at, hour);
        return far + (0.6 - far) * portable::exp(-d * d / (2.0 * 1.5 * 1.5));
    }
};

/// Contacts 500 customers 20 times each; the share of them whose preferred hour is then known to ±1 h.
double recovered(SendTimeModel& model, double far, std::uint64_t seed, std::uint64_t cohort, double& answered) {
    constexpr std::uint64_t customers = 500, contacts = 20;
    const Chance chance(seed);
    std::vector<ContactHours> hours(customers);
    std::vector<Preference> preferences;
    for (std::uint64_t c = 0; c < customers; ++c)
        preferences.push_back({9.0 + 10.0 * chance.uniform(cohort * customers + c, 0, Purpose::PopulationTrait), far});
    answered = 0.0;
    for (std::uint64_t round = 0; round < contacts; ++round) {
        for (std::uint64_t c = 0; c < customers; ++c) {
            const std::uint64_t id = cohort * customers + c;
            const int hour = model.choose(hours[c], allHours, chance.uniform(id, round, Purpose::Choice)).hour;
            const bool yes = chance.uniform(id, round, Purpose::PopulationReaction) < preferences[c].answer(hour);
            answered += yes ? 1.0 / (customers * contacts) : 0.0;
            hours[c].add(hour, yes);
            model.observe(hours[c]);
        }
        model.endEpoch();
    }
    double known = 0.0;
    for (std::uint64_t c = 0; c < customers; ++c)
        known += ringDistance(model.estimate(hours[c]), preferences[c].hour) <= 1.0 ? 1.0 / customers : 0.0;
    return known;
}

SendTimeModel knowing(double far) {
    std::array<double, SendTimeModel::distances> curve{};
    for (std::size_t d = 0; d < curve.size(); ++d)
        curve[d] = Preference{0.0, far}.answer(static_cast<double>(d) / 2.0);
    SendTimeModel::Posterior prior{};
    for (std::size_t p = 18; p <= 38; ++p)
        prior[p] = p == 18 || p == 38 ? 0.025 : 0.05;
    return {curve, prior};
}

/// f = 0.6 at the preferred hour, 0.2 elsewhere; people prefer 10:00 or 15:00.
SendTimeModel twoKinds() {
    std::array<double, SendTimeModel::distances> curve{};
    curve.fill(0.2);
    curve[0] = 0.6;
    SendTimeModel::Posterior prior{};
    prior[20] = prior[30] = 0.5;
    return {curve, prior};
}

} // namespace

void TimingTest::posteriorFollowsBayes() {
    const SendTimeModel model = twoKinds();
    ContactHours answered, missed;
    answered.add(10, true);
    missed.add(10, false);
    QVERIFY(near(model.posterior(answered)[20], 0.75)); // 0.6 : 0.2
    QVERIFY(near(model.posterior(answered)[30], 0.25));
    QVERIFY(near(model.posterior(missed)[20], 1.0 / 3.0)); // 0.4 : 0.8
    QVERIFY(near(model.expected(answered)[10], 0.75 * 0.6 + 0.25 * 0.2));
    QVERIFY(near(model.expected(missed)[12], 0.2));
    QCOMPARE(model.best(answered, allHours).hour, 10);
    QCOMPARE(model.best(missed, allHours).hour, 15);
    for (int i = 0; i < 60; ++i)
        answered.add(10, i % 2 == 0);
    QVERIFY(near(model.estimate(answered), 10.0, 0.051));
}

void TimingTest::hoursAreCountedAndFade() {
    ContactHours one;
    QVERIFY(one.empty());
    one.add(24, true);
    one.add(-1, true);
    QVERIFY(one.empty());
    for (int i = 0; i < 255; ++i)
        one.add(9, i < 101);
    one.add(8, true);
    one.add(9, true); // the 256th halves all: 127 and 50, then it is counted itself
    QCOMPARE(int{one.at(9).sent}, 128);
    QCOMPARE(int{one.at(9).answered}, 51);
    QCOMPARE(int{one.at(8).sent}, 0);
    ContactHours other;
    other.add(9, false);
    other.add(20, true);
    one.absorb(other);
    QCOMPARE(int{one.at(9).sent}, 129);
    QCOMPARE(int{one.at(9).answered}, 51);
    QCOMPARE(int{one.at(20).answered}, 1);
    QCOMPARE(one.sent(), 130);
}

void TimingTest::closedHoursYieldTheNearest_data() {
    QTest::addColumn<unsigned>("open");
    QTest::addColumn<int>("hour");
    const auto hours = [](int from, int to) {
        unsigned mask = 0;
        for (int h = from; h < to; ++h)
            mask |= 1U << h;
        return mask;
    };
    QTest::newRow("all open") << unsigned{allHours} << 10;
    QTest::newRow("opens at noon") << hours(12, 20) << 12;
    QTest::newRow("closes at eight") << hours(0, 8) << 7;
    QTest::newRow("around midnight") << (hours(22, 24) | hours(0, 2)) << 1;
    QTest::newRow("only one hour") << hours(3, 4) << 3;
    QTest::newRow("never") << 0U << -1;
}

void TimingTest::closedHoursYieldTheNearest() {
    QFETCH(unsigned, open);
    QFETCH(int, hour);
    SendTimeModel model = knowing(0.05);
    ContactHours customer;
    for (int i = 0; i < 200; ++i) {
        customer.add(10, i % 5 < 3);
        customer.add(9, i % 2 == 0 && i % 20 != 0);
        customer.add(11, i % 2 == 0 && i % 20 != 0);
    }
    // Flat far away: where all open hours are far, nearness decides through what the curve still falls.
    QCOMPARE(model.best(customer, open).hour, hour);
    const SendTimeModel::Hourly shares = model.probabilities(customer, open);
    double total = 0.0;
    for (int h = 0; h < 24; ++h) {
        QVERIFY(((open >> h) & 1U) != 0 || shares[static_cast<std::size_t>(h)] == 0.0);
        total += shares[static_cast<std::size_t>(h)];
    }
    QVERIFY(near(total, hour < 0 ? 0.0 : 1.0));
    QCOMPARE(model.choose(customer, open, 0.5).hour < 0, hour < 0);
}

void TimingTest::sharesAreExact() {
    const SendTimeModel model = knowing(0.2);
    ContactHours customer;
    for (const int hour : {9, 11, 12, 14, 17})
        customer.add(hour, hour == 12);
    const SendTimeModel::Hourly shares = model.probabilities(customer, allHours);
    std::array<int, 24> drawn{};
    constexpr int draws = 20'000;
    for (int i = 0; i < draws; ++i) {
        const SendTimeModel::Choice choice = model.choose(customer, allHours, (i + 0.5) / draws);
        ++drawn[static_cast<std::size_t>(choice.hour)];
        QCOMPARE(choice.probability, shares[static_cast<std::size_t>(choice.hour)]);
    }
    for (std::size_t h = 0; h < 24; ++h)
        QVERIFY(near(drawn[h], shares[h] * draws, 1.01));
    QCOMPARE(model.choose(customer, allHours, 1.0 - 1e-16).hour >= 0, true);
}

void TimingTest::preferredHoursAreRecovered_data() {
    QTest::addColumn<double>("far");
    QTest::addColumn<double>("least");          ///< share known to ±1 h
    QTest::addColumn<double>("leastOfKnowing"); ///< of the share that one who knows the curve reaches
    QTest::newRow("0.05 far away") << 0.05 << 0.80 << 0.85;
    QTest::newRow("0.2 far away") << 0.2 << 0.0 << 0.85;
}

void TimingTest::preferredHoursAreRecovered() {
    QFETCH(double, far);
    QFETCH(double, least);
    QFETCH(double, leastOfKnowing);
    double share = 0.0, cold = 0.0, ofKnowing = 0.0, answered = 0.0, answeredKnowing = 0.0;
    constexpr std::array<std::uint64_t, 4> seeds = {11, 12, 13, 14};
    for (const std::uint64_t seed : seeds) {
        SendTimeModel learned, known = knowing(far);
        double rate = 0.0;
        cold += recovered(learned, far, seed, 0, rate) / 4.0; // the customers that the curve is learned from
        share += recovered(learned, far, seed, 1, rate) / 4.0;
        answered += rate / 4.0;
        ofKnowing += recovered(known, far, seed, 1, rate) / 4.0;
        answeredKnowing += rate / 4.0;
    }
    qInfo("far rate %.2f: preferred hour known to ±1 h after 20 contacts for %.3f (%.3f of the first 500 of all); one "
          "who knows the curve: %.3f; answers %.3f and %.3f",
          far, share, cold, ofKnowing, answered, answeredKnowing);
    QVERIFY(share >= least);
    QVERIFY(share >= leastOfKnowing * ofKnowing);
    QVERIFY(answered >= 0.85 * answeredKnowing);
}

void TimingTest::sendTimesSurviveTheirCodec() {
    SendTimeModel model;
    double rate = 0.0;
    (void)recovered(model, 0.1, 5, 0, rate);
    ContactHours customer;
    customer.add(14, true);
    customer.add(3, false);
    cbor::Writer writer;
    model.encode(writer);
    customer.encode(writer);
    cbor::Reader reader(writer.data());
    SendTimeModel again;
    ContactHours same;
    QVERIFY(again.decode(reader) && same.decode(reader) && reader.atEnd());
    QVERIFY(again == model);
    QVERIFY(same == customer);
    cbor::Writer broken;
    broken.array(1);
    broken.array(3);
    broken.uint(14);
    broken.uint(2);
    broken.uint(3); // more answers than contacts
    cbor::Reader damaged(broken.data());
    QVERIFY(!same.decode(damaged));
}

void TimingTest::gapsShrinkToThePopulation() {
    Replenishment model;
    PurchaseRhythm rhythm;
    const Instant start{1'000'000'000'000};
    QVERIFY(model.nextPurchase(rhythm, start).isNever());
    QCOMPARE(model.dueWithin(rhythm, start, Duration::days(30)), 0.0);
    model.observe(rhythm, start);
    // ln gap ~ N(3.4, 0.3 + 0.7): e^3.4, e^(3.4 ± 1.644854).
    const Replenishment::Gap gap = model.nextGap(rhythm);
    QVERIFY(near(gap.median, 29.96410004739701));
    QVERIFY(near(gap.low, 5.784294, 1e-5));
    QVERIFY(near(gap.high, 155.221577, 1e-4));
    const Instant median = start + Duration{static_cast<std::int64_t>(29.96410004739701 * 86'400'000.0)};
    QVERIFY(std::llabs((model.nextPurchase(rhythm, start) - median).ms) <= 1000);
    QVERIFY(near(model.dueWithin(rhythm, start, median - start), 0.5, 1e-6));
    // From the median on half of the rest is over at the 75 % quantile: e^(3.4 + 0.674490).
    QVERIFY(near((model.nextPurchase(rhythm, median) - start).inDays(), 58.820434, 1e-3));

    model.observe(rhythm, start + Duration::hours(3)); // the same trip
    QCOMPARE(rhythm.gaps, 0.0);
    model.observe(rhythm, start + Duration::days(10));
    QCOMPARE(rhythm.gaps, 1.0);
    // e = ln 10 − 3.4 = −1.097415; m = 2.851293; σ² = (4 + 1.204320)/5 − 0.3 = 0.740864;
    // V = 1/(1/0.3 + 1/0.740864) = 0.213534; mean = m + V·(2.302585 − m)/σ² = 2.693142.
    QVERIFY(near(model.mean(), 2.851292546, 1e-8));
    QVERIFY(near(model.within(), 0.740863896, 1e-8));
    QVERIFY(near(portable::log(model.nextGap(rhythm).median), 2.693142, 2e-6));

    cbor::Writer writer;
    model.encode(writer);
    encode(writer, rhythm);
    cbor::Reader reader(writer.data());
    Replenishment again;
    PurchaseRhythm same;
    QVERIFY(again.decode(reader) && decode(reader, same) && reader.atEnd());
    QVERIFY(again == model && same == rhythm);
}

void TimingTest::gapsOfRealCustomersAreForeseen() {
    std::ifstream file(trial::dataDirectory() + "/CDNOW_sample.txt");
    if (!file)
        QSKIP("CDNOW_sample.txt not found: set WAYREEVE_TEST_DATA");
    std::map<std::string, std::vector<Instant>> purchases; // one a day and customer, ascending
    std::string line;
    std::size_t rows = 0;
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::string id, customer, date;
        if (!(cells >> id >> customer >> date) || date.size() != 8)
            continue;
        ++rows;
        const auto at =
            parseInstant(date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2) + "T00:00:00Z");
        QVERIFY(at);
        std::vector<Instant>& trips = purchases[customer];
        if (trips.empty() || trips.back() != *at)
            trips.push_back(*at);
    }
    QCOMPARE(rows, std::size_t{6919});
    QCOMPARE(purchases.size(), std::size_t{2357});

    Replenishment model;
    std::vector<PurchaseRhythm> rhythms;
    std::vector<double> gaps, last;
    for (const auto& [customer, trips] : purchases) {
        const std::size_t known = trips.size() < 3 ? trips.size() : trips.size() - 1;
        PurchaseRhythm rhythm;
        for (std::size_t i = 0; i < known; ++i) {
            model.observe(rhythm, trips[i]);
            if (i > 0)
                gaps.push_back((trips[i] - trips[i - 1]).inDays());
        }
        if (known == trips.size())
            continue;
        rhythms.push_back(rhythm);
        last.push_back((trips.back() - trips[known - 1]).inDays());
    }
    std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
    const double median = gaps[gaps.size() / 2];
    double own = 0.0, global = 0.0, ownLog = 0.0, globalLog = 0.0, inside = 0.0;
    const auto n = static_cast<double>(last.size());
    for (std::size_t i = 0; i < last.size(); ++i) {
        const Replenishment::Gap gap = model.nextGap(rhythms[i]);
        own += std::fabs(gap.median - last[i]) / n;
        global += std::fabs(median - last[i]) / n;
        ownLog += std::fabs(std::log(gap.median / last[i])) / n;
        globalLog += std::fabs(std::log(median / last[i])) / n;
        inside += gap.low <= last[i] && last[i] <= gap.high ? 1.0 / n : 0.0;
    }
    qInfo("%zu customers' last gap: mean absolute error %.1f d, of the median of all gaps (%.0f d) %.1f d; of the "
          "logarithm %.3f and %.3f; 90 %% interval holds %.3f",
          last.size(), own, median, global, ownLog, globalLog, inside);
    QVERIFY(last.size() > 500);
    QVERIFY(own < global);
    QVERIFY(ownLog < globalLog);
    QVERIFY(inside >= 0.80 && inside <= 0.98); // below 90 %: these customers' last gaps are longer than earlier ones
}

void TimingTest::pressureDecays() {
    const Instant now{2'000'000'000'000};
    const std::array<Instant, 4> contacts = {now - Duration::days(14), now - Duration::days(7), now,
                                             now + Duration::days(1)};
    QVERIFY(near(Fatigue::pressure(contacts, now), 1.75));
    QCOMPARE(Fatigue::pressure({}, now), 0.0);
    QVERIFY(near(Fatigue::steadyPressure(Duration::days(7)), 1.0)); // ½ + ¼ + …
    QVERIFY(near(Fatigue::steadyPressure(Duration::days(14)), 1.0 / 3.0));
}

void TimingTest::fatigueIsLearned() {
    Fatigue fatigue;
    QCOMPARE(fatigue.factor(4.0), 1.0);
    for (int i = 0; i < 100; ++i) {
        fatigue.observe(0.1, 0.2, i % 5 == 0 ? 1.0 : 0.0); // as predicted
        fatigue.observe(2.2, 0.2, 0.0);                    // never, where 20 of 100 were expected
    }
    // Band 2…3: 20/40; together with the two above it, of which nothing is known: 60/80.
    QVERIFY(near(fatigue.factor(0.0), 1.0));
    QVERIFY(near(fatigue.factor(1.5), 1.0));
    QVERIFY(near(fatigue.factor(2.0), 0.875));
    QVERIFY(near(fatigue.factor(2.5), 0.75));
    QVERIFY(near(fatigue.factor(40.0), 0.75));
    fatigue.observe(std::nan(""), 0.2, 1.0);
    cbor::Writer writer;
    fatigue.encode(writer);
    cbor::Reader reader(writer.data());
    Fatigue again;
    QVERIFY(again.decode(reader));
    QVERIFY(again == fatigue);
}

void TimingTest::frequencyEarnsMost_data() {
    QTest::addColumn<double>("cost");
    QTest::addColumn<int>("days");
    // Value 10, probability 0.2; factor 0.75 at one a day, 1 at one a week or a month.
    QTest::newRow("cheap") << 1.40 << 1;  // 0.10 a day, against 0.60/7 = 0.086
    QTest::newRow("dearer") << 1.45 << 7; // 0.05 a day, against 0.55/7 = 0.079
    QTest::newRow("never pays") << 3.0 << 30;
}

void TimingTest::frequencyEarnsMost() {
    QFETCH(double, cost);
    QFETCH(int, days);
    Fatigue fatigue;
    for (int i = 0; i < 100; ++i)
        fatigue.observe(2.2, 0.2, 0.0);
    const std::array<Duration, 3> gaps = {Duration::days(1), Duration::days(7), Duration::days(30)};
    QCOMPARE(fatigue.bestGap(gaps, 0.2, 10.0, cost).ms, Duration::days(days).ms);
}

int runTimingTest(int argc, char** argv);
int runTimingTest(int argc, char** argv) {
    TimingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_timing.moc"
