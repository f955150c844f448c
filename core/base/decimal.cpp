#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace wayreeve {

__extension__ typedef unsigned __int128 UInt128;

/// An unsigned number below 2^256. Products of two coefficients (68 digits) and aligned sums (at most 76) fit.
struct Wide {
    std::array<std::uint64_t, 4> limb{}; // least significant first

    Wide() = default;
    Wide(UInt128 n)
        : limb{static_cast<std::uint64_t>(n), static_cast<std::uint64_t>(n >> 64), 0, 0} {}

    [[nodiscard]] bool fits128() const { return limb[2] == 0 && limb[3] == 0; }
    [[nodiscard]] UInt128 low128() const { return (UInt128{limb[1]} << 64) | limb[0]; }
    [[nodiscard]] bool lessThan(const Wide& o) const {
        return std::lexicographical_compare(limb.rbegin(), limb.rend(), o.limb.rbegin(), o.limb.rend());
    }
    void add(const Wide& o) {
        UInt128 carry = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            carry += UInt128{limb[i]} + o.limb[i];
            limb[i] = static_cast<std::uint64_t>(carry);
            carry >>= 64;
        }
    }
    void subtract(const Wide& o) { // o ≤ *this
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const UInt128 taken = UInt128{o.limb[i]} + borrow;
            borrow = UInt128{limb[i]} < taken ? 1 : 0;
            limb[i] = static_cast<std::uint64_t>(UInt128{limb[i]} - taken);
        }
    }
    void multiply(std::uint64_t factor) {
        UInt128 carry = 0;
        for (std::uint64_t& l : limb) {
            carry += UInt128{l} * factor;
            l = static_cast<std::uint64_t>(carry);
            carry >>= 64;
        }
    }
    std::uint64_t divide(std::uint64_t divisor) { // the remainder
        UInt128 rest = 0;
        for (std::size_t i = 4; i-- > 0;) {
            rest = (rest << 64) | limb[i];
            limb[i] = static_cast<std::uint64_t>(rest / divisor);
            rest %= divisor;
        }
        return static_cast<std::uint64_t>(rest);
    }
};

namespace {

constexpr int maxDigits = 34;
constexpr std::int64_t largestAdjusted = 6144;   // decimal128: 9.99…E+6144
constexpr std::int64_t smallestExponent = -6176; // 1E-6176

constexpr std::array<UInt128, 39> powersOfTen = [] {
    std::array<UInt128, 39> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

UInt128 tenTo(int n) {
    return powersOfTen[static_cast<std::size_t>(n)];
}

UInt128 magnitudeOf(Int128 n) {
    return n < 0 ? UInt128{0} - static_cast<UInt128>(n) : static_cast<UInt128>(n);
}

int bitsOf(UInt128 n) {
    const auto upper = static_cast<std::uint64_t>(n >> 64);
    const auto lower = static_cast<std::uint64_t>(n);
    return upper != 0 ? 128 - __builtin_clzll(upper) : lower != 0 ? 64 - __builtin_clzll(lower) : 0;
}

/// Decimal digits of n; 0 has none.
int digitsOf(UInt128 n) {
    if (n == 0)
        return 0;
    const int estimate = bitsOf(n) * 1233 >> 12; // log10 2, at most one too small
    return estimate < 39 && n >= tenTo(estimate) ? estimate + 1 : estimate;
}

int digitsOf(const Wide& n) {
    if (n.fits128())
        return digitsOf(n.low128());
    Wide shorter = n;
    shorter.divide(1'000'000'000'000'000'000ULL);
    shorter.divide(1'000'000'000'000'000'000ULL);
    shorter.divide(100ULL);
    return 38 + digitsOf(shorter.low128()); // n ≥ 2^128 > 10^38, and n < 10^76 leaves less than 2^128
}

void multiplyByTenTo(Wide& n, int exponent) {
    for (; exponent > 18; exponent -= 18)
        n.multiply(1'000'000'000'000'000'000ULL);
    n.multiply(static_cast<std::uint64_t>(tenTo(exponent)));
}

/// n / 10^count rounded half to even, `inexact` telling that the true number is a little above n.
void dropDigits(Wide& n, int count, bool inexact) {
    bool below = inexact;
    for (; count > 18; count -= 18)
        below = n.divide(1'000'000'000'000'000'000ULL) != 0 || below;
    const auto divisor = static_cast<std::uint64_t>(tenTo(count));
    const std::uint64_t rest = n.divide(divisor);
    const std::uint64_t half = divisor / 2; // divisor ≥ 10
    if (rest > half || (rest == half && (below || (n.limb[0] & 1) != 0)))
        n.add(Wide(1));
}

void stripZeros(UInt128& n, std::int64_t& exponent) {
    while ((n >> 64) != 0 && n % 10 == 0) {
        n /= 10;
        ++exponent;
    }
    if ((n >> 64) != 0)
        return;
    auto small = static_cast<std::uint64_t>(n);
    while (small % 10 == 0) {
        small /= 10;
        ++exponent;
    }
    n = small;
}

std::string digitText(UInt128 n) {
    std::array<char, 40> buffer{};
    std::size_t at = buffer.size();
    do {
        buffer[--at] = static_cast<char>('0' + static_cast<int>(n % 10));
        n /= 10;
    } while (n != 0);
    return {buffer.data() + at, buffer.size() - at};
}

/// a / b and whether something was left; the quotient fits 128 bits.
std::pair<UInt128, bool> quotient(Wide a, UInt128 b) {
    if ((b >> 64) == 0) {
        const bool rest = a.divide(static_cast<std::uint64_t>(b)) != 0;
        return {a.low128(), rest};
    }
    // Long division bit by bit: b < 2^127, so the running remainder never leaves 128 bits.
    UInt128 result = 0;
    UInt128 rest = 0;
    for (std::size_t bit = 256; bit-- > 0;) {
        rest = (rest << 1) | ((a.limb[bit / 64] >> (bit % 64)) & 1);
        result <<= 1;
        if (rest >= b) {
            rest -= b;
            result |= 1;
        }
    }
    return {result, rest != 0};
}

} // namespace

/// ±magnitude × 10^exponent as a Decimal: rounded to 34 digits and to the range, zeros stripped.
std::optional<Decimal> Decimal::finished(bool negative, const Wide& magnitude, bool inexact, std::int64_t exponent) {
    Wide n = magnitude;
    const int digits = digitsOf(n);
    std::int64_t drop = std::max<std::int64_t>(0, digits - maxDigits);
    if (exponent + drop < smallestExponent)
        drop = smallestExponent - exponent;
    if (digits == 0 || drop > digits + 1)
        return Decimal();
    if (drop > 0) {
        dropDigits(n, static_cast<int>(drop), inexact);
        exponent += drop;
    }
    UInt128 coefficient = n.low128();
    if (coefficient == 0)
        return Decimal();
    stripZeros(coefficient, exponent);
    if (digitsOf(coefficient) - 1 + exponent > largestAdjusted)
        return std::nullopt;
    Decimal result;
    result.m_coefficient = negative ? -static_cast<Int128>(coefficient) : static_cast<Int128>(coefficient);
    result.m_exponent = static_cast<std::int32_t>(exponent);
    return result;
}

Decimal::Decimal(std::int64_t integer) {
    if (integer == 0)
        return;
    while (integer % 10 == 0) {
        integer /= 10;
        ++m_exponent;
    }
    m_coefficient = integer;
}

Decimal Decimal::fromParts(Int128 coefficient, int exponent) {
    if (const auto result = finished(coefficient < 0, Wide(magnitudeOf(coefficient)), false, exponent))
        return *result;
    Decimal result;
    result.m_coefficient = static_cast<Int128>(tenTo(maxDigits) - 1);
    result.m_exponent = static_cast<std::int32_t>(largestAdjusted - (maxDigits - 1));
    return coefficient < 0 ? result.negated() : result;
}

std::optional<Decimal> Decimal::fromDouble(double number) {
    if (!std::isfinite(number))
        return std::nullopt;
    if (std::fabs(number) < 9007199254740992.0 && std::floor(number) == number)
        return Decimal(static_cast<std::int64_t>(number));
    std::array<char, 32> buffer{};
    // Scientific: the other layout writes a large number's digits beyond the shortest that read back.
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific).ptr;
    std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    return parse(text);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    UInt128 coefficient = 0;
    std::int64_t exponent = 0;
    bool anyDigit = false, afterPoint = false, inexact = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' && !afterPoint) {
            afterPoint = true;
            anyDigit = false; // "5." is no number
            continue;
        }
        if (c < '0' || c > '9')
            break;
        anyDigit = true;
        if (coefficient < tenTo(37)) {
            coefficient = coefficient * 10 + static_cast<unsigned>(c - '0');
            exponent -= afterPoint ? 1 : 0;
        } else { // three digits more than are kept: the rest only breaks ties
            inexact = inexact || c != '0';
            exponent += afterPoint ? 0 : 1;
        }
    }
    if (!anyDigit)
        return std::nullopt;
    text.remove_prefix(i);
    if (!text.empty()) {
        if (text.front() != 'e' && text.front() != 'E')
            return std::nullopt;
        text.remove_prefix(1);
        if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
            text.remove_prefix(1);
        std::int64_t written = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), written);
        if (problem == std::errc::invalid_argument || end != text.data() + text.size())
            return std::nullopt;
        const bool huge = problem == std::errc::result_out_of_range;
        constexpr std::int64_t bound = 1'000'000'000'000;
        exponent += huge ? (text.front() == '-' ? -bound : bound) : std::clamp(written, -bound, bound);
    }
    return finished(negative, Wide(coefficient), inexact, exponent);
}

double Decimal::toDouble() const {
    constexpr std::array<double, 23> exactPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const UInt128 magnitude = magnitudeOf(m_coefficient);
    if (magnitude <= (UInt128{1} << 53) && m_exponent >= -22 && m_exponent <= 22) { // both exact: rounded once
        const auto n = static_cast<double>(static_cast<std::int64_t>(m_coefficient));
        const double power = exactPowers[static_cast<std::size_t>(m_exponent < 0 ? -m_exponent : m_exponent)];
        return m_exponent < 0 ? n / power : n * power;
    }
    const std::string text = digitText(magnitude) + 'e' + std::to_string(m_exponent);
    double result = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (problem == std::errc::result_out_of_range)
        result = m_exponent > 0 ? std::numeric_limits<double>::max() : 0.0;
    return m_coefficient < 0 ? -result : result;
}

std::string Decimal::toString() const {
    std::string digits = digitText(magnitudeOf(m_coefficient));
    const int count = static_cast<int>(digits.size());
    std::string text = m_coefficient < 0 ? "-" : "";
    if (m_exponent >= 0 && count + m_exponent <= maxDigits)
        return text + digits + std::string(static_cast<std::size_t>(m_exponent), '0');
    if (m_exponent < 0 && -m_exponent <= maxDigits) {
        const int whole = count + m_exponent;
        if (whole <= 0)
            return text + "0." + std::string(static_cast<std::size_t>(-whole), '0') + digits;
        return text + digits.substr(0, static_cast<std::size_t>(whole)) + '.' +
               digits.substr(static_cast<std::size_t>(whole));
    }
    const int adjusted = m_exponent + count - 1;
    text += digits[0];
    if (count > 1)
        text += '.' + digits.substr(1);
    return text + (adjusted < 0 ? "E" : "E+") + std::to_string(adjusted);
}

bool Decimal::isInteger() const {
    return m_exponent >= 0;
}

std::optional<std::int64_t> Decimal::toInteger() const {
    if (m_exponent < 0 || m_exponent > 18)
        return std::nullopt;
    // 34 digits times 10^18 would not fit 128 bits; 64 do.
    if (m_coefficient < std::numeric_limits<std::int64_t>::min() ||
        m_coefficient > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    const Int128 n = m_coefficient * static_cast<Int128>(tenTo(m_exponent));
    if (n < std::numeric_limits<std::int64_t>::min() || n > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return static_cast<std::int64_t>(n);
}

std::optional<Decimal> Decimal::plus(const Decimal& o) const {
    if (isZero())
        return o;
    if (o.isZero())
        return *this;
    const Decimal& upper = m_exponent >= o.m_exponent ? *this : o;
    const Decimal& lower = m_exponent >= o.m_exponent ? o : *this;
    const int shift = upper.m_exponent - lower.m_exponent;
    const UInt128 upperMagnitude = magnitudeOf(upper.m_coefficient);
    const UInt128 lowerMagnitude = magnitudeOf(lower.m_coefficient);
    if (((upperMagnitude | lowerMagnitude) >> 63) == 0 && shift <= 18) {
        const Int128 sum = upper.m_coefficient * static_cast<Int128>(tenTo(shift)) + lower.m_coefficient;
        return finished(sum < 0, Wide(magnitudeOf(sum)), false, lower.m_exponent);
    }
    // Aligned beyond 75 digits, the lower number is far below half a unit of the upper one's last digit.
    if (digitsOf(upperMagnitude) + shift > 75)
        return upper;
    Wide sum(upperMagnitude);
    multiplyByTenTo(sum, shift);
    Wide other(lowerMagnitude);
    bool negative = upper.isNegative();
    if (upper.isNegative() == lower.isNegative()) {
        sum.add(other);
    } else if (sum.lessThan(other)) {
        other.subtract(sum);
        sum = other;
        negative = lower.isNegative();
    } else {
        sum.subtract(other);
    }
    return finished(negative, sum, false, lower.m_exponent);
}

std::optional<Decimal> Decimal::minus(const Decimal& o) const {
    return plus(o.negated());
}

std::optional<Decimal> Decimal::times(const Decimal& o) const {
    const bool negative = isNegative() != o.isNegative();
    const std::int64_t exponent = std::int64_t{m_exponent} + o.m_exponent;
    const UInt128 a = magnitudeOf(m_coefficient);
    const UInt128 b = magnitudeOf(o.m_coefficient);
    if (((a | b) >> 64) == 0)
        return finished(negative, Wide(a * b), false, exponent);
    Wide product(a);
    product.multiply(static_cast<std::uint64_t>(b));
    Wide upper(a);
    upper.multiply(static_cast<std::uint64_t>(b >> 64));
    upper.limb = {0, upper.limb[0], upper.limb[1], upper.limb[2]};
    product.add(upper);
    return finished(negative, product, false, exponent);
}

std::optional<Decimal> Decimal::dividedBy(const Decimal& o) const {
    if (o.isZero())
        return std::nullopt;
    const bool negative = isNegative() != o.isNegative();
    const std::int64_t exponent = std::int64_t{m_exponent} - o.m_exponent;
    const UInt128 a = magnitudeOf(m_coefficient);
    const UInt128 b = magnitudeOf(o.m_coefficient);
    if (a % b == 0)
        return finished(negative, Wide(a / b), false, exponent);
    // Enough zeros for a quotient of 35 or 36 digits; what is left after that only breaks ties.
    const int shift = std::max(0, digitsOf(b) + 35 - digitsOf(a));
    Wide numerator(a);
    multiplyByTenTo(numerator, shift);
    const auto [result, inexact] = quotient(numerator, b);
    return finished(negative, Wide(result), inexact, exponent - shift);
}

std::optional<Decimal> Decimal::power(const Decimal& exponent) const {
    const auto n = exponent.toInteger();
    if (!n || *n < -999 || *n > 999 || (*n < 0 && isZero()))
        return std::nullopt;
    std::optional<Decimal> result = Decimal(1);
    std::optional<Decimal> square = *this;
    for (std::int64_t rest = *n < 0 ? -*n : *n; rest != 0;) {
        if ((rest & 1) != 0)
            result = result->times(*square);
        rest >>= 1;
        if (rest != 0 && result)
            square = square->times(*square);
        if (!result || !square)
            return std::nullopt;
    }
    return *n < 0 ? Decimal(1).dividedBy(*result) : result;
}

Decimal Decimal::negated() const {
    Decimal result = *this;
    result.m_coefficient = -m_coefficient;
    return result;
}

Decimal Decimal::floor(int scale) const {
    const std::int64_t drop = -std::int64_t{scale} - m_exponent;
    if (drop <= 0 || isZero())
        return *this;
    const Int128 power = static_cast<Int128>(tenTo(static_cast<int>(std::min<std::int64_t>(drop, 37))));
    const Int128 whole = m_coefficient / power; // toward zero, and a remainder there is: no trailing zeros
    return fromParts(isNegative() ? whole - 1 : whole, -scale);
}

Decimal Decimal::ceiling(int scale) const {
    return negated().floor(scale).negated();
}

Decimal Decimal::rounded(int scale) const {
    const std::int64_t drop = -std::int64_t{scale} - m_exponent;
    if (drop <= 0 || isZero())
        return *this;
    if (drop > maxDigits)
        return {};
    Wide n(magnitudeOf(m_coefficient));
    dropDigits(n, static_cast<int>(drop), false);
    const auto whole = static_cast<Int128>(n.low128());
    return fromParts(isNegative() ? -whole : whole, -scale);
}

std::strong_ordering Decimal::operator<=>(const Decimal& o) const {
    const auto sign = [](const Decimal& d) { return d.isZero() ? 0 : d.isNegative() ? -1 : 1; };
    if (const auto bySign = sign(*this) <=> sign(o); bySign != 0 || isZero())
        return bySign;
    const auto flipped = [&](std::strong_ordering order) { return isNegative() ? 0 <=> order : order; };
    UInt128 a = magnitudeOf(m_coefficient);
    UInt128 b = magnitudeOf(o.m_coefficient);
    if (const auto bySize = digitsOf(a) + m_exponent <=> digitsOf(b) + o.m_exponent; bySize != 0)
        return flipped(bySize);
    // The same leading place, so the exponents differ by less than 34 and aligning keeps 34 digits.
    if (m_exponent > o.m_exponent)
        a *= tenTo(m_exponent - o.m_exponent);
    else
        b *= tenTo(o.m_exponent - m_exponent);
    return flipped(a < b   ? std::strong_ordering::less
                   : a > b ? std::strong_ordering::greater
                           : std::strong_ordering::equal);
}

} // namespace wayreeve
