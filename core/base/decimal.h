#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wayreeve {

struct Wide;                           // 256 bits, inside decimal.cpp
__extension__ typedef __int128 Int128; // -Wpedantic knows no 128-bit integer

/// A decimal floating-point number with up to 34 significant digits, as FEEL requires (DMN 1.3 §10.3.2.3.1, IEEE 754
/// decimal128): 0.1 + 0.2 = 0.3. Results round half to even at 34 digits. No NaN, no infinity: an operation without a
/// result gives nullopt (also beyond 9.99…E+6144; below 1E-6176 a result is 0). Always normalised (no trailing zeros),
/// so equal numbers have equal bits.
class Decimal {
public:
    constexpr Decimal() = default;
    Decimal(std::int64_t integer);
    Decimal(int integer)
        : Decimal(static_cast<std::int64_t>(integer)) {}
    /// coefficient × 10^exponent, rounded to 34 digits; beyond the range the largest number of that sign.
    static Decimal fromParts(Int128 coefficient, int exponent);
    /// The shortest decimal that reads back as this double; nullopt for NaN and infinities.
    static std::optional<Decimal> fromDouble(double number);
    /// "-12.50", "1e3", ".5"; nullopt for anything else.
    static std::optional<Decimal> parse(std::string_view text);

    [[nodiscard]] Int128 coefficient() const { return m_coefficient; } ///< not divisible by ten, except 0
    [[nodiscard]] int exponent() const { return m_exponent; }
    [[nodiscard]] double toDouble() const;      ///< correctly rounded; the largest finite double where beyond the range
    [[nodiscard]] std::string toString() const; ///< plain notation up to 34 digits, otherwise "1E+40"
    [[nodiscard]] bool isZero() const { return m_coefficient == 0; }
    [[nodiscard]] bool isNegative() const { return m_coefficient < 0; }
    [[nodiscard]] bool isInteger() const;
    [[nodiscard]] std::optional<std::int64_t> toInteger() const; ///< nullopt with a fraction or out of range

    [[nodiscard]] std::optional<Decimal> plus(const Decimal& o) const;
    [[nodiscard]] std::optional<Decimal> minus(const Decimal& o) const;
    [[nodiscard]] std::optional<Decimal> times(const Decimal& o) const;
    [[nodiscard]] std::optional<Decimal> dividedBy(const Decimal& o) const; ///< nullopt for a zero divisor
    /// Integer exponents −999…999. Exact where every partial product has at most 34 digits; otherwise each product
    /// rounds, and the last digits may differ from the true power's.
    [[nodiscard]] std::optional<Decimal> power(const Decimal& exponent) const;
    [[nodiscard]] Decimal negated() const;
    [[nodiscard]] Decimal floor(int scale = 0) const;
    [[nodiscard]] Decimal ceiling(int scale = 0) const;
    [[nodiscard]] Decimal rounded(int scale) const; ///< half to even

    std::strong_ordering operator<=>(const Decimal& o) const;
    bool operator==(const Decimal& o) const = default;

private:
    static std::optional<Decimal> finished(bool negative, const Wide& magnitude, bool inexact, std::int64_t exponent);
    Int128 m_coefficient = 0;
    std::int32_t m_exponent = 0;
};

} // namespace wayreeve
