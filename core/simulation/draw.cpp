#include "simulation/draw.h"

#include "base/portable_math.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wayreeve::simulation {
namespace {

double unit(std::uint32_t low, std::uint32_t high) {
    return static_cast<double>(((std::uint64_t{high} << 32) | low) >> 11) * 0x1p-53;
}

Value rounded(double number, int digits) {
    constexpr std::array<double, 10> powers{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    const int places = std::clamp(digits, 0, 9);
    const double scaled = std::floor(number * powers[static_cast<std::size_t>(places)] + 0.5);
    if (!(std::abs(scaled) < 0x1p62))
        return Value::fromDouble(number);
    return Value(Decimal::fromParts(static_cast<std::int64_t>(scaled), -places));
}

} // namespace

Value draw(const documents::Distribution& distribution, const Chance& chance, const Place& place) {
    if (!distribution.shares.empty()) {
        const double u = chance.uniform(place.subject, place.occasion, place.purpose, place.index);
        const auto chosen = pick(distribution.shares, u);
        if (!chosen)
            return {};
        const Value& value = distribution.shares[*chosen].first;
        return value.text() && value.text()->empty() ? Value() : value;
    }
    if (distribution.low && distribution.high) {
        const double u = chance.uniform(place.subject, place.occasion, place.purpose, place.index);
        return rounded(*distribution.low + u * (*distribution.high - *distribution.low), distribution.digits);
    }
    if (distribution.median) {
        const double z = chance.normal(place.subject, place.occasion, place.purpose, place.index);
        return rounded(*distribution.median * portable::exp(distribution.spread.value_or(0) * z), distribution.digits);
    }
    return {};
}

TwoUniforms drawTwo(const Chance& chance, const Place& place) {
    const auto words = chance.block(place.subject, place.occasion, place.purpose, place.index);
    return {unit(words[0], words[1]), unit(words[2], words[3])};
}

Duration exponentialLength(Duration mean, double u) {
    const double ms = -static_cast<double>(mean.ms) * portable::log(1.0 - u);
    // 1 − u is at least 2^−53, so the length is below 37 means; the cut keeps sums with instants far from overflow.
    return {static_cast<std::int64_t>(std::clamp(ms, 0.0, 0x1p52))};
}

} // namespace wayreeve::simulation
