#include "base/portable_special.h"
#include "base/special_tests.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace portable = wayreeve::portable;

void SpecialTests::logGammaStaysWithinError() {
    long double small = 0, large = 0;
    for (double x = 1e-6; x <= 100; x *= 1.0007)
        small = std::max(small, fabsl(portable::logGamma(x) - lgammal(x)));
    for (double x = 100; x < 1e9; x *= 1.003)
        large = std::max(large, fabsl(portable::logGamma(x) / lgammal(x) - 1));
    QVERIFY2(small < 2e-13L, qPrintable(QString::number(double(small))));
    QVERIFY2(large < 4e-15L, qPrintable(QString::number(double(large))));
    // Γ(1/2) = √π, Γ(5) = 24, Γ(1/4) (Abramowitz and Stegun, table 6.1).
    QVERIFY(std::fabs(portable::logGamma(0.5) - 0.5723649429247001) < 1e-14);
    QVERIFY(std::fabs(portable::logGamma(5) - 3.1780538303479458) < 1e-14);
    QVERIFY(std::fabs(portable::logGamma(0.25) - 1.2880225246980774) < 1e-14);
}

void SpecialTests::betaHasItsClosedForms_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("expected");
    QTest::newRow("uniform") << 0.3 << 1.0 << 1.0 << 0.3;
    QTest::newRow("1 − 0.7^5") << 0.3 << 1.0 << 5.0 << 0.83193;
    QTest::newRow("x³(4 − 3x)") << 0.4 << 3.0 << 2.0 << 0.1792;
    QTest::newRow("arcsine") << 0.25 << 0.5 << 0.5 << 1.0 / 3;
    QTest::newRow("x^0.01") << 1e-10 << 0.01 << 1.0 << 0.7943282347242815;
    QTest::newRow("middle of a wide one") << 0.5 << 700.0 << 700.0 << 0.5;
    // 1 − Σ C(10, k) 0.2^k 0.8^(10 − k), k < 3: a binomial tail.
    QTest::newRow("binomial") << 0.2 << 3.0 << 8.0 << 0.3222004736;
    // Student's t with 10 degrees of freedom: 5 % lie beyond ±2.228138851964939.
    QTest::newRow("t") << 10 / (10 + 2.228138851964939 * 2.228138851964939) << 5.0 << 0.5 << 0.05;
}

void SpecialTests::betaHasItsClosedForms() {
    QFETCH(double, x);
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, expected);
    const double found = portable::betaCdf(x, a, b);
    QVERIFY2(std::fabs(found - expected) < 1e-11, qPrintable(QString::number(found, 'g', 17)));
    if (x > 1e-6) // 1 − x has lost its digits otherwise
        QVERIFY(std::fabs(portable::betaCdf(1 - x, b, a) - (1 - expected)) < 1e-11);
}

void SpecialTests::betaQuantileInvertsTheCdf() {
    for (const double a : {0.05, 0.4, 1.0, 2.5, 17.0, 300.0})
        for (const double b : {0.05, 0.7, 1.0, 4.0, 90.0, 800.0})
            for (const double p : {0.05, 0.3, 0.5, 0.95}) {
                const double x = portable::betaQuantile(p, a, b);
                // Where the density is unbounded the quantile lies closer to the end than its error.
                const bool inside = x > 1e-9 && x < 1 - 1e-9;
                QVERIFY2(!inside || std::fabs(portable::betaCdf(x, a, b) - p) < 1e-6,
                         qPrintable(QString("%1 %2 %3").arg(a).arg(b).arg(p)));
            }
    QVERIFY(std::fabs(portable::betaQuantile(0.83193, 1, 5) - 0.3) < 1e-10);
    QVERIFY(std::fabs(portable::betaQuantile(0.1792, 3, 2) - 0.4) < 1e-10);
    QVERIFY(std::fabs(portable::betaQuantile(1.0 / 3, 0.5, 0.5) - 0.25) < 1e-10);
}

void SpecialTests::hypergeometricHasItsClosedForms_data() {
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("c");
    QTest::addColumn<double>("z");
    QTest::addColumn<double>("expected");
    QTest::newRow("at 0") << 3.0 << 4.0 << 5.0 << 0.0 << 1.0;
    QTest::newRow("−ln(1 − z)/z") << 1.0 << 1.0 << 2.0 << 0.5 << 1.3862943611198906;
    QTest::newRow("near 1") << 1.0 << 1.0 << 2.0 << 0.99 << 4.6516870565536279;
    QTest::newRow("(1 − z)^−a") << 2.5 << 3.0 << 3.0 << 0.75 << 32.0;
    QTest::newRow("artanh") << 0.5 << 1.0 << 1.5 << 0.25 << 1.0986122886681098;
    QTest::newRow("(1 − z)^−4") << 4.0 << 7.0 << 7.0 << 0.9 << 1e4;
}

void SpecialTests::hypergeometricHasItsClosedForms() {
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, c);
    QFETCH(double, z);
    QFETCH(double, expected);
    const double found = portable::hypergeometric(a, b, c, z);
    QVERIFY2(std::fabs(found / expected - 1) < 1e-10, qPrintable(QString::number(found, 'g', 17)));
}

void SpecialTests::edges() {
    QVERIFY(portable::logGamma(0) == 0 && portable::logGamma(-1) == 0);
    QVERIFY(portable::betaCdf(0, 2, 3) == 0 && portable::betaCdf(1, 2, 3) == 1);
    QVERIFY(portable::betaCdf(-1, 2, 3) == 0 && portable::betaCdf(2, 2, 3) == 1);
    QVERIFY(portable::betaQuantile(0, 2, 3) == 0 && portable::betaQuantile(1, 2, 3) == 1);
}
