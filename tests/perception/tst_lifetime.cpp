#include "perception/lifetime_fit.h"
#include "perception/long_memory_tests.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace wayreeve;
using namespace wayreeve::perception;

namespace {

/// Fader, Hardie and Lee 2005, table 2: CDNOW's 1/10 sample, in weeks. Times here are then weeks, too.
const documents::PurchaseModel published{0.243, 4.414, 0.793, 2.426};
/// Their gamma-gamma figures of the same customers' repeat purchases (2013 note).
const documents::SpendModel spend{6.25, 3.74, 15.44};

PurchaseRecord record(double repeats, double last, double age, double paid = 0, double money = 0) {
    return {repeats, last, age, paid, money};
}

bool isNear(double found, double expected, double tolerance) {
    if (std::fabs(found - expected) <= tolerance)
        return true;
    qWarning("%.10g instead of %.10g", found, expected);
    return false;
}

struct History {
    std::vector<Purchase> purchases;
};

constexpr Duration day = Duration::days(1);

/// "  00004 0001 19970101  2   29.33" by customer.
std::vector<History> readCdnow() {
    QFile file(qEnvironmentVariable("WAYREEVE_TEST_DATA", QStringLiteral(WAYREEVE_SOURCE_DIR "/../shared/data")) +
               QStringLiteral("/CDNOW_sample.txt"));
    std::vector<History> customers;
    if (!file.open(QIODevice::ReadOnly))
        return customers;
    QByteArray current;
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().simplified().split(' ');
        if (words.size() != 5)
            continue;
        if (words[1] != current)
            customers.emplace_back();
        current = words[1];
        const auto at = parseInstant(
            (words[2].left(4) + '-' + words[2].mid(4, 2) + '-' + words[2].mid(6, 2) + "T00:00:00Z").toStdString());
        if (at)
            customers.back().purchases.push_back({*at, words[4].toDouble()});
    }
    return customers;
}

} // namespace

void LifetimeTests::publishedFigures_data() {
    QTest::addColumn<double>("repeats");
    QTest::addColumn<double>("last");
    QTest::addColumn<double>("age");
    QTest::addColumn<double>("ahead");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("alive");
    QTest::addColumn<double>("tolerance");
    // The paper's spreadsheet: customer 1, E[Y(39)] = 1.226; P(alive) by hand: 1 / (1 + 0.793/3.426 ·
    // (43.274/34.844)^2.243).
    QTest::newRow("customer 1") << 2.0 << 30.43 << 38.86 << 39.0 << 1.226 << 0.7265 << 0.0005;
    // The vignette of R's BTYD, customer 1516: 25.76 and 0.9688 with unrounded parameters.
    QTest::newRow("customer 1516") << 26.0 << 30.86 << 31.0 << 52.0 << 25.76 << 0.9688 << 0.01;
    QTest::newRow("never back") << 0.0 << 0.0 << 38.86 << 39.0 << 0.1951 << 1.0 << 0.0005;
}

void LifetimeTests::publishedFigures() {
    QFETCH(double, repeats);
    QFETCH(double, last);
    QFETCH(double, age);
    QFETCH(double, ahead);
    QFETCH(double, expected);
    QFETCH(double, alive);
    QFETCH(double, tolerance);
    const LifetimeModel model(published, spend);
    QVERIFY(isNear(model.expectedPurchases(record(repeats, last, age), ahead), expected, tolerance));
    QVERIFY(isNear(model.alive(record(repeats, last, age)), alive, 0.0005));
}

void LifetimeTests::chancesAddUpToTheExpectation_data() {
    QTest::addColumn<double>("repeats");
    QTest::addColumn<double>("last");
    QTest::addColumn<double>("age");
    QTest::addColumn<double>("ahead");
    for (const double repeats : {0.0, 1.0, 7.0, 60.0})
        for (const double ahead : {1.0, 39.0, 400.0})
            QTest::addRow("%g, %g", repeats, ahead) << repeats << (repeats > 0 ? 31.0 : 0.0) << 38.0 << ahead;
}

/// Two formulas of the paper that share nothing but the parameters.
void LifetimeTests::chancesAddUpToTheExpectation() {
    QFETCH(double, repeats);
    QFETCH(double, last);
    QFETCH(double, age);
    QFETCH(double, ahead);
    const LifetimeModel model(published, spend);
    const PurchaseRecord one = record(repeats, last, age);
    double whole = 0, mean = 0;
    const std::vector<double> chances = model.purchaseChances(one, ahead);
    for (std::size_t n = 0; n < chances.size(); ++n) {
        QVERIFY(chances[n] >= 0);
        whole += chances[n];
        mean += chances[n] * static_cast<double>(n);
    }
    QVERIFY(isNear(whole, 1, 1e-6));
    const double expected = model.expectedPurchases(one, ahead);
    QVERIFY(isNear(mean, expected, 1e-3 * expected));
}

/// p (gamma + money) / (p n + q − 1): nobody's mean is 6.25 · 15.44 / 2.74, many purchases' mean is their own.
void LifetimeTests::amountsShrink() {
    const LifetimeModel model(published, spend);
    QVERIFY(isNear(model.expectedAmount({}), 35.2190, 1e-4));
    QVERIFY(isNear(model.expectedAmount(record(1, 5, 9, 2, 200)), 88.3530, 1e-4)); // 6.25 · 215.44 / 15.24
    QVERIFY(isNear(model.expectedAmount(record(1, 5, 9, 1000, 20'000)), 20.0067, 1e-3));
}

/// Against draws from the model itself, one customer after the other.
void LifetimeTests::worthHasItsQuantiles() {
    std::mt19937_64 random(7);
    const auto gamma = [&](double shape, double rate) { return std::gamma_distribution(shape, 1 / rate)(random); };
    const LifetimeModel model(published, spend);
    for (const PurchaseRecord& one :
         {record(0, 0, 30, 1, 20), record(3, 25, 30, 4, 150), record(25, 38, 39, 26, 900)}) {
        const LifetimeModel::Worth worth = model.worth(one, 39);
        constexpr int draws = 20'000;
        int below = 0, above = 0, alive = 0;
        double sum = 0;
        for (int i = 0; i < draws; ++i) {
            double money = 0;
            if (std::uniform_real_distribution(0.0, 1.0)(random) < worth.alive) {
                ++alive;
                const double rate = gamma(published.r + one.repeats, published.alpha + one.age);
                const double x = gamma(published.a, 1), y = gamma(published.b + one.repeats, 1);
                const double amounts = gamma(spend.q + spend.p * one.paid, spend.gamma + one.money);
                for (double at = std::exponential_distribution(rate)(random); at < 39;
                     at += std::exponential_distribution(rate)(random)) {
                    money += gamma(spend.p, amounts);
                    if (std::uniform_real_distribution(0.0, 1.0)(random) < x / (x + y))
                        break;
                }
            }
            sum += money;
            below += money < worth.low ? 1 : 0;
            above += money > worth.high ? 1 : 0;
        }
        QVERIFY(isNear(sum / draws, worth.mean, 0.05 * worth.mean));
        QVERIFY(isNear(static_cast<double>(below) / draws, worth.low > 0 ? 0.05 : 0, 0.006));
        QVERIFY(isNear(static_cast<double>(above) / draws, worth.low > 0 ? 0.05 : 0.1, 0.008));
    }
}

void LifetimeTests::recordsPurchases() {
    const Instant first{1'000'000'000'000};
    const std::vector<Purchase> purchases{{first, 10},
                                          {first + Duration::hours(3), 5},  // of the same
                                          {first + Duration::hours(14), 7}, // another: 14 h after the one that counts
                                          {first + day + day, 20},
                                          {first + Duration::days(10), 0},   // nothing is known of its amount
                                          {first + Duration::days(30), 50}}; // to come
    QVERIFY(!recordOf(purchases, first - day));
    const auto found = recordOf(purchases, first + Duration::days(20));
    QVERIFY(found && *found == record(3, 10, 20, 3, 42));
    QVERIFY(recordOf(purchases, first) && *recordOf(purchases, first) == record(0, 0, 0, 1, 10));
}

void LifetimeTests::fitsWhatWasDrawn() {
    std::mt19937_64 random(11);
    const auto gamma = [&](double shape, double rate) { return std::gamma_distribution(shape, 1 / rate)(random); };
    std::vector<PurchaseRecord> records;
    for (int i = 0; i < 4000; ++i) {
        const double rate = gamma(0.8, 20), x = gamma(1.2, 1), y = gamma(4, 1), amounts = gamma(4, 30);
        PurchaseRecord one = record(0, 0, 200, 1, gamma(5, amounts));
        for (double at = std::exponential_distribution(rate)(random); at < 200;
             at += std::exponential_distribution(rate)(random)) {
            one.repeats += 1;
            one.last = at;
            one.paid += 1;
            one.money += gamma(5, amounts);
            if (std::uniform_real_distribution(0.0, 1.0)(random) < x / (x + y))
                break;
        }
        records.push_back(one);
    }
    const auto fit = fitLifetime(records);
    QVERIFY(fit);
    QVERIFY(isNear(fit->purchases.r, 0.8, 0.08));
    QVERIFY(isNear(fit->purchases.alpha, 20, 3));
    QVERIFY(isNear(fit->purchases.a / (fit->purchases.a + fit->purchases.b), 1.2 / 5.2, 0.03));
    QVERIFY(isNear(fit->spend.p, 5, 0.4));
    QVERIFY(isNear(fit->spend.q, 4, 0.4));
    QVERIFY(isNear(fit->spend.gamma, 30, 6));
    QVERIFY(fit->purchaseLikelihood >= purchaseLikelihood({0.8, 20, 1.2, 4}, records));
    QVERIFY(fit->spendLikelihood >= spendLikelihood({5, 4, 30}, records));
    QVERIFY(!fitLifetime(std::span(records).first(5)));
}

void LifetimeTests::cdnow() {
    const std::vector<History> customers = readCdnow();
    if (customers.empty())
        QSKIP("CDNOW_sample.txt not found: set WAYREEVE_TEST_DATA");
    const Instant split = *parseInstant("1997-09-30T00:00:00Z"), end = *parseInstant("1998-06-30T00:00:00Z");
    std::vector<PurchaseRecord> known, all;
    for (const History& customer : customers) {
        known.push_back(*recordOf(customer.purchases, split));
        all.push_back(*recordOf(customer.purchases, end));
    }
    QCOMPARE(known.size(), std::size_t{2357});
    const auto fit = fitLifetime(known);
    QVERIFY(fit);
    // The paper's table 2, whose time is weeks: r = .243, alpha = 4.414, a = .793, b = 2.426, LL = −9582.4 (in days the
    // density of each of the repeat purchases is a seventh).
    double repeats = 0;
    for (const PurchaseRecord& one : known)
        repeats += one.repeats;
    QVERIFY(isNear(fit->purchases.r, 0.243, 0.001));
    QVERIFY(isNear(fit->purchases.alpha / 7, 4.414, 0.01));
    QVERIFY(isNear(fit->purchases.a, 0.793, 0.005));
    QVERIFY(isNear(fit->purchases.b, 2.426, 0.02));
    QVERIFY(isNear(fit->purchaseLikelihood + repeats * std::log(7.0), -9582.4, 0.1));

    const LifetimeModel model(fit->purchases, fit->spend);
    const double days = 273;
    double error = 0, naive = 0, expected = 0, made = 0, worth = 0, spent = 0, moneyError = 0, moneyNaive = 0;
    double inCounts = 0, inMoney = 0, backIn = 0, back = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const double bought = all[i].repeats - known[i].repeats, paid = all[i].money - known[i].money;
        const double ahead = model.expectedPurchases(known[i], days);
        const double rate = known[i].age > 0 ? known[i].repeats / known[i].age * days : 0;
        const double mean = known[i].money / (known[i].repeats + 1);
        const LifetimeModel::Worth value = model.worth(known[i], days);
        const LifetimeModel::Range range = model.purchaseRange(known[i], days);
        error += std::fabs(ahead - bought);
        naive += std::fabs(rate - bought);
        moneyError += std::fabs(value.mean - paid);
        moneyNaive += std::fabs(rate * mean - paid);
        expected += ahead, made += bought, worth += value.mean, spent += paid;
        inCounts += bought >= range.low && bought <= range.high ? 1 : 0;
        const bool inside = paid >= value.low - 0.005 && paid <= value.high + 0.005;
        inMoney += inside ? 1 : 0;
        back += known[i].repeats > 0 ? 1 : 0;
        backIn += known[i].repeats > 0 && inside ? 1 : 0;
    }
    const auto n = static_cast<double>(known.size());
    qInfo("r %.4f alpha %.3f weeks a %.4f b %.4f; p %.3f q %.3f gamma %.2f", fit->purchases.r, fit->purchases.alpha / 7,
          fit->purchases.a, fit->purchases.b, fit->spend.p, fit->spend.q, fit->spend.gamma);
    qInfo(
        "purchases: %.0f expected, %.0f made; mean absolute error %.4f, naive rate %.4f; 90 %% interval holds %.1f %%",
        expected, made, error / n, naive / n, 100 * inCounts / n);
    qInfo(
        "money: %.0f expected, %.0f spent; mean absolute error %.2f, naive %.2f; 90 %% interval holds %.1f %%, of who "
        "came back %.1f %%",
        worth, spent, moneyError / n, moneyNaive / n, 100 * inMoney / n, 100 * backIn / back);
    QVERIFY(error < 0.9 * naive);
    QVERIFY(moneyError < 0.9 * moneyNaive);
    QVERIFY(inMoney / n >= 0.85 && inMoney / n <= 0.95);
    QVERIFY(inCounts / n >= 0.85 && inCounts / n <= 0.97); // whole numbers: no interval holds exactly 90 %
}
