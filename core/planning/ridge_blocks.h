#pragma once

#include <cstddef>
#include <cstring>

/// Fixed-width arithmetic for the value model: four floats or two doubles at a time, so that the order of every sum is
/// written in the source and does not depend on the compiler's vectoriser. GCC and Clang vector extensions; baseline
/// SSE2 on x86-64. Every operation is element-wise IEEE arithmetic, the same on every processor.
namespace wayreeve::planning::blocks {

using Floats = float __attribute__((vector_size(16)));
using Doubles = double __attribute__((vector_size(16)));

inline constexpr std::size_t width = 8;

[[gnu::always_inline]] inline Floats load(const float* p) {
    Floats v;
    std::memcpy(&v, p, sizeof v);
    return v;
}
[[gnu::always_inline]] inline void store(float* p, Floats v) {
    std::memcpy(p, &v, sizeof v);
}
[[gnu::always_inline]] inline Doubles load(const double* p) {
    Doubles v;
    std::memcpy(&v, p, sizeof v);
    return v;
}
[[gnu::always_inline]] inline void store(double* p, Doubles v) {
    std::memcpy(p, &v, sizeof v);
}
[[gnu::always_inline]] inline float sum(Floats v) {
    return (v[0] + v[2]) + (v[1] + v[3]);
}

/// Where block row k (rows 8k … 8k+7, each 8(k+1) long) begins in a packed lower triangle.
constexpr std::size_t rowBegin(std::size_t k) {
    return 32 * k * (k + 1);
}
/// Position of element (i, j), j ≤ i or in the same diagonal block.
constexpr std::size_t position(std::size_t i, std::size_t j) {
    const std::size_t k = i / width;
    return rowBegin(k) + (i % width) * width * (k + 1) + j;
}
constexpr std::size_t roundedUp(std::size_t n) {
    return (n + width - 1) / width * width;
}

} // namespace wayreeve::planning::blocks
