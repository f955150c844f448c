#pragma once

#include "base/chance.h"
#include "base/value.h"
#include "documents/population.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace wayreeve::simulation {

/// Where a random value stands: the same place always gives the same value.
struct Place {
    std::uint64_t subject = 0;
    std::uint64_t occasion = 0;
    Purpose purpose = Purpose::PopulationTrait;
    std::uint32_t index = 0;
};

/// One value of a distribution: a share's value as written; a number rounded to `digits` (half up) for ranges and
/// log-normals (median · e^(spread · z), z standard normal). Null for a share of "" ("none") and for a distribution
/// without any form.
[[nodiscard]] Value draw(const documents::Distribution& distribution, const Chance& chance, const Place& place);

/// The entry that u in [0, 1) falls on, weights in their order (they need not add up to 1, none is below 0); nothing
/// where they add up to 0.
template <class T>
[[nodiscard]] std::optional<std::size_t> pick(const std::vector<std::pair<T, double>>& weights, double u) {
    double total = 0;
    for (const auto& entry : weights)
        total += entry.second;
    if (!(total > 0))
        return std::nullopt;
    double left = u * total;
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!(weights[i].second > 0))
            continue;
        last = i;
        left -= weights[i].second;
        if (left < 0)
            return i;
    }
    return last; // rounding left a crumb
}

/// Two independent uniforms in [0, 1) of one place: one block of chance instead of two.
struct TwoUniforms {
    double first = 0;
    double second = 0;
};
[[nodiscard]] TwoUniforms drawTwo(const Chance& chance, const Place& place);

/// A length of time that is exponential with this mean, from u in [0, 1); whole milliseconds, at least 0 and below
/// forty means.
[[nodiscard]] Duration exponentialLength(Duration mean, double u);

} // namespace wayreeve::simulation
