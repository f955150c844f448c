#include "base/portable_math.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace wayreeve::portable {

namespace {

constexpr double ln2High = 0x1.62e42fee00000p-1; // 32 bits: a multiple by an exponent is exact
constexpr double ln2Low = 0x1.a39ef35793c76p-33;
constexpr double ln2 = 0x1.62e42fefa39efp-1;
constexpr double inverseLn2 = 0x1.71547652b82fep+0;
constexpr double inverseSqrt2 = 0x1.6a09e667f3bcdp-1;
constexpr double sqrt2 = 0x1.6a09e667f3bcdp+0;
constexpr double sqrt2Pi = 2.50662827463100050241576528481;
constexpr double largest = std::numeric_limits<double>::max();

/// 2^k for −1022 ≤ k ≤ 1023.
double powerOfTwo(int k) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

/// y × 2^k, rounded once, also where the result is subnormal (y near 1).
double scaled(double y, int k) {
    if (k > 1023)
        return y * powerOfTwo(k - 1) * 2.0;
    if (k >= -1022)
        return y * powerOfTwo(k);
    return y * powerOfTwo(k + 200) * 0x1p-200;
}

template <std::size_t N>
double polynomial(const std::array<double, N>& c, double x) { // c[0] + c[1] x + …
    double sum = c[N - 1];
    for (std::size_t i = N - 1; i-- > 0;)
        sum = sum * x + c[i];
    return sum;
}

/// e^r − 1 for |r| ≤ 0.35 (Taylor, remainder below 5e-18). Even and odd powers apart: two short chains run at once.
double expMinusOneSmall(double r) {
    constexpr std::array<double, 6> odd{1.0 / 6,       1.0 / 120,        1.0 / 5040,
                                        1.0 / 362'880, 1.0 / 39'916'800, 1.0 / 6'227'020'800};
    constexpr std::array<double, 6> even{1.0 / 2,      1.0 / 24,        1.0 / 720,
                                         1.0 / 40'320, 1.0 / 3'628'800, 1.0 / 479'001'600};
    const double square = r * r;
    return r + (square * polynomial(even, square) + r * square * polynomial(odd, square));
}

struct Reduced {
    int k;
    double r;
};

/// x = k ln 2 + r, |r| ≤ 0.35 (Cody and Waite: ln 2 in two parts).
Reduced reduceExp(double x) {
    const double k = std::floor(x * inverseLn2 + 0.5);
    return {static_cast<int>(k), (x - k * ln2High) - k * ln2Low};
}

/// e^x − 1 for |x| ≤ 50, keeping the digits near zero.
double expMinusOne(double x) {
    const auto [k, r] = reduceExp(x);
    const double small = expMinusOneSmall(r);
    if (k == 0)
        return small;
    const double power = powerOfTwo(k);
    return power * small + (power - 1.0);
}

/// sin and cos of high + low, |high| ≤ 0.79 (Taylor, remainders below 1e-17 relative).
double sinSmall(double high, double low) {
    constexpr std::array<double, 8> c{
        -1.0 / 6,          1.0 / 120,           -1.0 / 5040,         1.0 / 362'880,
        -1.0 / 39'916'800, 1.0 / 6'227'020'800, -1.0 / 1307674368e3, 1.0 / 355687428096e3};
    const double square = high * high;
    return high + (high * square * polynomial(c, square) + low * (1.0 - 0.5 * square));
}

double cosSmall(double high, double low) {
    constexpr std::array<double, 7> c{1.0 / 24,           -1.0 / 720,        1.0 / 40'320,
                                      -1.0 / 3'628'800,   1.0 / 479'001'600, -1.0 / 87'178'291'200,
                                      1.0 / 20922789888e3};
    const double square = high * high;
    const double half = 0.5 * square;
    const double first = 1.0 - half;
    return first + (((1.0 - first) - half) + (square * square * polynomial(c, square) - high * low));
}

/// sin(x + quarter × π/2).
double circular(double x, int quarter) {
    if (!(std::fabs(x) <= 1e15)) // no digit of the angle is left (and NaN)
        return quarter == 1 ? 1.0 : 0.0;
    // π/2 in parts of 33, 33 and 53 bits: n × part is exact for |n| < 2^20.
    constexpr double part1 = 0x1.921fb54400000p+0;
    constexpr double part2 = 0x1.0b4611a600000p-34;
    constexpr double part3 = 0x1.3198a2e037073p-69;
    constexpr double inverse = 0x1.45f306dc9c883p-1;
    const double n = std::floor(x * inverse + 0.5);
    const double first = x - n * part1;
    const double w = n * part2;
    const double middle = first - w;
    const double rest = ((first - middle) - w) - n * part3;
    const double high = middle + rest;
    const double low = (middle - high) + rest;
    const double result =
        ((static_cast<std::int64_t>(n) + quarter) & 1) != 0 ? cosSmall(high, low) : sinSmall(high, low);
    return ((static_cast<std::int64_t>(n) + quarter) & 2) != 0 ? -result : result;
}

/// exp(−z²/2) with the square's rounding taken out (Cody): z is cut to sixteenths, the rest is a small exponent.
double gauss(double z) {
    const double cut = std::floor(std::fabs(z) * 16.0) / 16.0;
    const double rest = (std::fabs(z) - cut) * (std::fabs(z) + cut);
    return portable::exp(-0.5 * cut * cut) * portable::exp(-0.5 * rest);
}

// W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969): the coefficients of
// his program, three ranges.

/// erf(y) for |y| ≤ 0.46875.
double erfSmall(double y) {
    constexpr std::array<double, 5> a{3.20937758913846947e03, 3.77485237685302021e02, 1.13864154151050156e02,
                                      3.16112374387056560e00, 1.85777706184603153e-1};
    constexpr std::array<double, 5> b{2.84423683343917062e03, 1.28261652607737228e03, 2.44024637934444173e02,
                                      2.36012909523441209e01, 1.0};
    return y * polynomial(a, y * y) / polynomial(b, y * y);
}

/// exp(y²) erfc(y) for y ≥ 0.46875.
double erfcScaled(double y) {
    if (y <= 4.0) {
        constexpr std::array<double, 9> c{1.23033935479799725e03, 2.05107837782607147e03, 1.71204761263407058e03,
                                          8.81952221241769090e02, 2.98635138197400131e02, 6.61191906371416295e01,
                                          8.88314979438837594e00, 5.64188496988670089e-1, 2.15311535474403846e-8};
        constexpr std::array<double, 9> d{1.23033935480374942e03, 3.43936767414372164e03, 4.36261909014324716e03,
                                          3.29079923573345963e03, 1.62138957456669019e03, 5.37181101862009858e02,
                                          1.17693950891312499e02, 1.57449261107098347e01, 1.0};
        return polynomial(c, y) / polynomial(d, y);
    }
    constexpr std::array<double, 6> p{6.58749161529837803e-4, 1.60837851487422766e-2, 1.25781726111229246e-1,
                                      3.60344899949804439e-1, 3.05326634961232344e-1, 1.63153871373020978e-2};
    constexpr std::array<double, 6> q{2.33520497626869185e-3, 6.05183413124413191e-2, 5.27905102951428412e-1,
                                      1.87295284992346725e00, 2.56852019228982242e00, 1.0};
    constexpr double inverseSqrtPi = 5.6418958354775628695e-1;
    const double square = 1.0 / (y * y);
    return (inverseSqrtPi - square * polynomial(p, square) / polynomial(q, square)) / y;
}

/// Φ(−|z|), relatively accurate far into the tail.
double lowerTail(double z) {
    const double y = std::fabs(z) * inverseSqrt2;
    if (y <= 0.46875)
        return 0.5 - 0.5 * erfSmall(y);
    return 0.5 * gauss(z) * erfcScaled(y);
}

/// P. J. Acklam's approximation of the lower half of the normal quantile (relative error 1.15e-9), 0 < p ≤ 0.5.
double acklam(double p) {
    constexpr std::array<double, 6> a{2.506628277459239e+00,  -3.066479806614716e+01, 1.383577518672690e+02,
                                      -2.759285104469687e+02, 2.209460984245205e+02,  -3.969683028665376e+01};
    constexpr std::array<double, 6> b{1.0,
                                      -1.328068155288572e+01,
                                      6.680131188771972e+01,
                                      -1.556989798598866e+02,
                                      1.615858368580409e+02,
                                      -5.447609879822406e+01};
    constexpr std::array<double, 6> c{2.938163982698783e+00,  4.374664141464968e+00,  -2.549732539343734e+00,
                                      -2.400758277161838e+00, -3.223964580411365e-01, -7.784894002430293e-03};
    constexpr std::array<double, 5> d{1.0, 3.754408661907416e+00, 2.445134137142996e+00, 3.224671290700398e-01,
                                      7.784695709041462e-03};
    if (p < 0.02425) {
        const double q = portable::sqrt(-2.0 * portable::log(p));
        return polynomial(c, q) / polynomial(d, q);
    }
    const double q = p - 0.5;
    return q * polynomial(a, q * q) / polynomial(b, q * q);
}

} // namespace

double exp(double x) {
    if (!(x >= -745.0))
        return 0.0;
    if (x > 709.78)
        return largest;
    const auto [k, r] = reduceExp(x);
    return scaled(1.0 + expMinusOneSmall(r), k);
}

double exp2(double x) {
    if (!(x >= -1074.0))
        return 0.0;
    if (x >= 1024.0)
        return largest;
    const double k = std::floor(x + 0.5);
    return scaled(1.0 + expMinusOneSmall((x - k) * ln2), static_cast<int>(k));
}

double log(double x) {
    if (!(x > 0.0))
        return -745.2;
    if (x > largest)
        x = largest;
    int k = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        k = -54;
    }
    // x = 2^k m with m in [√½, √2); log m = 2 artanh(s), s = (m − 1)/(m + 1), |s| < 0.172.
    const auto bits = std::bit_cast<std::uint64_t>(x);
    k += static_cast<int>(bits >> 52) - 1023;
    double m = std::bit_cast<double>((bits & 0x000F'FFFF'FFFF'FFFFULL) | 0x3FF0'0000'0000'0000ULL);
    if (m > sqrt2) {
        m *= 0.5;
        ++k;
    }
    constexpr std::array<double, 11> c{2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11, 2.0 / 13,
                                       2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23};
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double square = s * s;
    // log m = f − f²/2 + s (f²/2 + series): the largest term is exact (as in fdlibm's log).
    const double half = 0.5 * f * f;
    const double tail = s * (half + square * polynomial(c, square));
    const double exponent = static_cast<double>(k);
    return exponent * ln2High - ((half - (tail + exponent * ln2Low)) - f);
}

double sin(double x) {
    return circular(x, 0);
}

double cos(double x) {
    return circular(x, 1);
}

double tanh(double x) {
    const double magnitude = std::fabs(x);
    if (!(magnitude < 20.0)) // 1 to the last digit; NaN too
        return x < 0.0 ? -1.0 : 1.0;
    const double e = expMinusOne(2.0 * magnitude);
    const double result = e / (e + 2.0);
    return x < 0.0 ? -result : result;
}

double logistic(double x) {
    if (x >= 0.0)
        return 1.0 / (1.0 + portable::exp(-x));
    const double e = portable::exp(x);
    return e / (1.0 + e);
}

double normalCdf(double z) {
    if (!(z > -40.0)) // below every positive double; NaN too
        return 0.0;
    return z <= 0.0 ? lowerTail(z) : 1.0 - lowerTail(z);
}

double normalQuantile(double p) {
    constexpr double lowest = 1e-300;
    constexpr double highest = 1.0 - 1e-16;
    if (!(p > lowest))
        p = lowest;
    if (p > highest)
        p = highest;
    if (p > 0.5)
        return -normalQuantile(1.0 - p); // 1 − p is exact here
    const double x = acklam(p);
    // One Halley step on Φ(x) − p; in the middle as (Φ(x) − ½) − (p − ½), which keeps the digits near zero.
    const double y = std::fabs(x) * inverseSqrt2;
    const double off = y <= 0.46875 ? (0.5 - p) - 0.5 * erfSmall(y) : lowerTail(x) - p;
    const double u = off * sqrt2Pi / gauss(x);
    return x - u / (1.0 + 0.5 * x * u);
}

double sqrt(double x) {
    return x > 0.0 ? std::sqrt(x) : 0.0;
}

} // namespace wayreeve::portable
