#include "base/base_tests.h"
#include "base/portable_math.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

namespace portable = wayreeve::portable;
using Real = long double;
using Function = std::function<double(double)>;
using Reference = std::function<Real(Real)>;

namespace {

static_assert(sizeof(Real) > sizeof(double), "the references need more digits than a double has");

constexpr Real sqrtTwo = 1.41421356237309504880168872420969808L;

Real cdf(Real z) {
    return 0.5L * erfcl(-z / sqrtTwo);
}

} // namespace

Q_DECLARE_METATYPE(Function)
Q_DECLARE_METATYPE(Reference)

void MathTests::staysWithinError_data() {
    QTest::addColumn<Function>("function");
    QTest::addColumn<Reference>("reference");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const auto row = [](const char* name, double (*function)(double), Reference reference, double low, double high) {
        QTest::addRow("%s %g…%g", name, low, high) << Function(function) << reference << low << high;
    };
    row(
        "exp", portable::exp, [](Real x) { return expl(x); }, -708, 709.78);
    row(
        "exp", portable::exp, [](Real x) { return expl(x); }, -1, 1);
    row(
        "exp2", portable::exp2, [](Real x) { return exp2l(x); }, -1022, 1023.99);
    row(
        "log", portable::log, [](Real x) { return logl(x); }, 1e-300, 1e-290);
    row(
        "log", portable::log, [](Real x) { return logl(x); }, 0.5, 2);
    row(
        "log", portable::log, [](Real x) { return logl(x); }, 0.9999, 1.0001);
    row(
        "log", portable::log, [](Real x) { return logl(x); }, 1, 1e9);
    row(
        "log", portable::log, [](Real x) { return logl(x); }, 5e-324, 2e-308);
    row(
        "sin", portable::sin, [](Real x) { return sinl(x); }, -20, 20);
    row(
        "sin", portable::sin, [](Real x) { return sinl(x); }, -1e6, 1e6);
    row(
        "sin", portable::sin, [](Real x) { return sinl(x); }, -1e-5, 1e-5);
    row(
        "cos", portable::cos, [](Real x) { return cosl(x); }, -20, 20);
    row(
        "cos", portable::cos, [](Real x) { return cosl(x); }, -1e6, 1e6);
    row(
        "tanh", portable::tanh, [](Real x) { return tanhl(x); }, -25, 25);
    row(
        "tanh", portable::tanh, [](Real x) { return tanhl(x); }, -1e-4, 1e-4);
    row(
        "logistic", portable::logistic, [](Real x) { return 1 / (1 + expl(-x)); }, -700, 40);
    row(
        "logistic", portable::logistic, [](Real x) { return 1 / (1 + expl(-x)); }, -2, 2);
    row("normalCdf", portable::normalCdf, cdf, -37, 9);
    row("normalCdf", portable::normalCdf, cdf, -1, 1);
    row(
        "sqrt", portable::sqrt, [](Real x) { return sqrtl(x); }, 0, 1e12);
}
void MathTests::staysWithinError() {
    QFETCH(Function, function);
    QFETCH(Reference, reference);
    QFETCH(double, low);
    QFETCH(double, high);
    Real worst = 0;
    double at = low;
    constexpr int steps = 300'000;
    for (int i = 0; i <= steps; ++i) {
        const double x = low + (high - low) * (i / double(steps)) * (1 - 1e-9);
        const Real truth = reference(x);
        const Real error = truth == 0 ? fabsl(function(x)) : fabsl((function(x) - truth) / truth);
        if (!(error <= worst)) {
            worst = error;
            at = x;
        }
    }
    QVERIFY2(worst < 4e-15L, qPrintable(QString("%1 at %2").arg(double(worst)).arg(at, 0, 'g', 17)));
}

// The doubles nearest to multiples of π/2, where a careless reduction leaves no right digit.
void MathTests::reducesNearZeros() {
    Real worst = 0;
    for (int n = 1; n < 600'000; n += 7) {
        const double x = double(n * 1.57079632679489661923132169163975144L);
        const Real truth = n % 2 == 0 ? sinl(x) : cosl(x);
        const Real ours = n % 2 == 0 ? portable::sin(x) : portable::cos(x);
        // The reference itself has 64 bits of π/2 to reduce with; below 1e-12 it is no judge of relative error.
        worst = std::max(worst, fabsl(ours - truth) / std::max<Real>(fabsl(truth), 1e-12L));
    }
    QVERIFY2(worst < 4e-15L, qPrintable(QString::number(double(worst))));
    // sin(fl(π)) = π − fl(π), from the digits of π.
    QVERIFY(portable::sin(3.141592653589793) == 1.2246467991473532e-16);
    QVERIFY(portable::cos(1.5707963267948966) == 6.123233995736766e-17);
}

void MathTests::quantileInvertsTheCdf() {
    const auto relativeError = [](double p, double z) {
        const Real tail = z < 0 ? cdf(z) - p : (1 - Real(p)) - cdf(-Real(z));
        const Real density = expl(-Real(z) * z / 2) / 2.50662827463100050241576528481104525L;
        return fabsl((z < 0 ? tail : -tail) / density / z);
    };
    Real worst = 0;
    for (double p = 1e-300; p < 0.5; p *= 1.003)
        worst = std::max(worst, relativeError(p, portable::normalQuantile(p)));
    for (int i = 1; i < 100'000; ++i)
        if (i != 50'000)
            worst = std::max(worst, relativeError(i / 1e5, portable::normalQuantile(i / 1e5)));
    for (double off = 1e-12; off < 0.1; off *= 1.7)
        worst = std::max(worst, relativeError(0.5 - off, portable::normalQuantile(0.5 - off)));
    QVERIFY2(worst < 4e-15L, qPrintable(QString::number(double(worst))));
    // Tables: z of 97.5 %, of 99.5 %, of 1e-10.
    QVERIFY(std::fabs(portable::normalQuantile(0.975) - 1.959963984540054) < 1e-14);
    QVERIFY(std::fabs(portable::normalQuantile(0.995) - 2.5758293035489004) < 1e-14);
    QVERIFY(std::fabs(portable::normalQuantile(1e-10) + 6.361340902404056) < 1e-13);
    QVERIFY(portable::normalQuantile(0.5) == 0.0);
}

void MathTests::edges() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double largest = std::numeric_limits<double>::max();
    QVERIFY(portable::exp(0.0) == 1.0);
    QVERIFY(portable::exp(-746.0) == 0.0);
    QVERIFY(portable::exp(-infinity) == 0.0);
    QVERIFY(portable::exp(710.0) == largest);
    QVERIFY(portable::exp(infinity) == largest);
    QVERIFY(portable::exp(-744.0) > 0.0 && portable::exp(-744.0) < 1e-322);
    QVERIFY(portable::exp2(-1074.0) == 5e-324);
    QVERIFY(portable::exp2(10.0) == 1024.0);
    QVERIFY(portable::exp2(1024.0) == largest);
    QVERIFY(portable::log(1.0) == 0.0);
    QVERIFY(portable::log(0.0) == -745.2);
    QVERIFY(portable::log(-1.0) == -745.2);
    QVERIFY(std::fabs(portable::log(infinity) - 709.782712893384) < 1e-12);
    QVERIFY(portable::tanh(0.0) == 0.0);
    QVERIFY(portable::tanh(infinity) == 1.0);
    QVERIFY(portable::tanh(-30.0) == -1.0);
    QVERIFY(portable::logistic(0.0) == 0.5);
    QVERIFY(portable::logistic(-infinity) == 0.0);
    QVERIFY(portable::logistic(infinity) == 1.0);
    QVERIFY(portable::normalCdf(0.0) == 0.5);
    QVERIFY(portable::normalCdf(-infinity) == 0.0);
    QVERIFY(portable::normalCdf(infinity) == 1.0);
    QVERIFY(portable::normalQuantile(0.0) == portable::normalQuantile(1e-300));
    QVERIFY(std::isfinite(portable::normalQuantile(1.0)) && portable::normalQuantile(1.0) > 8.0);
    QVERIFY(portable::sqrt(-1.0) == 0.0);
    QVERIFY(portable::sqrt(2.0) == 1.4142135623730951);
    for (const auto function : {portable::exp, portable::log, portable::exp2, portable::sin, portable::cos,
                                portable::tanh, portable::logistic, portable::normalCdf, portable::normalQuantile})
        for (const double x : {nan, infinity, -infinity, 1e300, -1e300, 5e-324})
            QVERIFY(std::isfinite(function(x)));
}

// Bits, not nearness: a compiler, flag or processor that computes otherwise shows here. The sum was pinned once;
// that the values are right is what the tests above show.
void MathTests::bitsStay() {
    double sum = 0.0;
    for (int i = -2000; i <= 2000; ++i)
        sum += portable::sin(i * 0.37) * portable::exp(i * 0.001) + portable::tanh(i * 0.01) +
               portable::log(3.0 + i * 0.001) + portable::normalCdf(i * 0.003);
    QCOMPARE(QString::number(sum, 'g', 17), QString("6041.8652678071703"));
}
