#include "base/portable_special.h"

#include "base/portable_math.h"

#include <array>

namespace wayreeve::portable {

namespace {

constexpr double halfLogTwoPi = 0.91893853320467274178;
constexpr int manyTerms = 20'000;

double magnitude(double x) {
    return x < 0 ? -x : x;
}

/// x^a (1−x)^b / B(a, b) / a times the continued fraction 26.5.8; x below the mean.
double betaFraction(double x, double a, double b, double logBetaAb, double enough) {
    constexpr double tiny = 1e-300;
    const auto unless0 = [](double y) { return magnitude(y) < tiny ? tiny : y; };
    double c = 1, d = 1 / unless0(1 - (a + b) * x / (a + 1)), sum = d;
    for (int m = 1; m <= manyTerms; ++m) {
        const double k = m;
        const double even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k));
        d = 1 / unless0(1 + even * d);
        c = unless0(1 + even / c);
        sum *= d * c;
        const double odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1));
        d = 1 / unless0(1 + odd * d);
        c = unless0(1 + odd / c);
        const double step = d * c;
        sum *= step;
        if (magnitude(step - 1) < enough)
            break;
    }
    return exp(a * log(x) + b * log(1 - x) - logBetaAb) * sum / a;
}

double series(double a, double b, double c, double z) {
    double term = 1, sum = 1;
    for (int n = 0; n < manyTerms; ++n) {
        const double k = n;
        const double ratio = (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
        term *= ratio;
        sum += term;
        // Terms may grow before they fall.
        if (magnitude(term) <= 1e-16 * magnitude(sum) && magnitude(ratio) < 1)
            break;
    }
    return sum;
}

} // namespace

double logGamma(double x) {
    if (!(x > 0))
        return 0;
    double product = 1;
    for (; x < 15; x += 1)
        product *= x;
    constexpr std::array<double, 7> bernoulli{1.0 / 12,   -1.0 / 360,       1.0 / 1260, -1.0 / 1680,
                                              1.0 / 1188, -691.0 / 360'360, 1.0 / 156};
    const double inverse = 1 / x, square = inverse * inverse;
    double tail = bernoulli[6];
    for (std::size_t i = 6; i-- > 0;)
        tail = tail * square + bernoulli[i];
    return ((x - 0.5) * log(x) - x + halfLogTwoPi + tail * inverse) - log(product);
}

double logBeta(double a, double b) {
    return logGamma(a) + logGamma(b) - logGamma(a + b);
}

double betaCdf(double x, double a, double b) {
    return betaCdf(x, a, b, logBeta(a, b));
}

double betaCdf(double x, double a, double b, double logBetaAb, double error) {
    if (!(x > 0))
        return 0;
    if (x >= 1)
        return 1;
    return x <= (a + 1) / (a + b + 2) ? betaFraction(x, a, b, logBetaAb, error)
                                      : 1 - betaFraction(1 - x, b, a, logBetaAb, error);
}

double betaQuantile(double p, double a, double b) {
    if (!(p > 0))
        return 0;
    if (p >= 1)
        return 1;
    double low = 0, high = 1, x = a / (a + b);
    const double scale = logBeta(a, b);
    for (int i = 0; i < 200 && high - low > 1e-12; ++i) {
        const double miss = betaCdf(x, a, b, scale) - p;
        if (magnitude(miss) < 1e-12)
            break;
        (miss > 0 ? high : low) = x;
        // Newton's step where it stays inside the bracket, else its middle.
        const double density = exp((a - 1) * log(x) + (b - 1) * log(1 - x) - scale);
        const double next = density > 0 ? x - miss / density : low;
        const bool inside = next > low && next < high;
        const double moved = inside ? next : 0.5 * (low + high);
        if (inside && magnitude(moved - x) < 1e-11)
            return moved;
        x = moved;
    }
    return x;
}

double hypergeometric(double a, double b, double c, double z) {
    const double exponent = c - a - b;
    if (exponent >= 0)
        return series(a, b, c, z);
    return exp(exponent * log(1 - z)) * series(c - a, c - b, c, z);
}

} // namespace wayreeve::portable
