#include "base/chance.h"

#include "base/portable_math.h"

#include <algorithm>

namespace wayreeve {

namespace {

/// The finaliser of SplitMix64: a bijection that spreads neighbouring subjects over all keys, and maps 0 to 0.
constexpr std::uint64_t spread(std::uint64_t n) {
    n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9ULL;
    n = (n ^ (n >> 27)) * 0x94D049BB133111EBULL;
    return n ^ (n >> 31);
}

constexpr std::uint32_t low(std::uint64_t n) {
    return static_cast<std::uint32_t>(n);
}
constexpr std::uint32_t high(std::uint64_t n) {
    return static_cast<std::uint32_t>(n >> 32);
}

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::uint64_t key) {
    std::uint32_t key0 = low(key);
    std::uint32_t key1 = high(key);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t product1 = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {high(product1) ^ counter[1] ^ key0, low(product1), high(product0) ^ counter[3] ^ key1,
                   low(product0)};
        key0 += 0x9E3779B9;
        key1 += 0xBB67AE85;
    }
    return counter;
}

} // namespace

// For one seed, distinct addresses give distinct (key, counter) pairs: the subject is folded into the key by a
// bijection, everything else is the counter.
std::array<std::uint32_t, 4> Chance::block(std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                                           std::uint32_t index) const {
    return philox({low(occasion), high(occasion), static_cast<std::uint32_t>(purpose), index},
                  m_seed ^ spread(subject));
}

std::uint64_t Chance::bits(std::uint64_t subject, std::uint64_t occasion, Purpose purpose, std::uint32_t index) const {
    const auto words = block(subject, occasion, purpose, index);
    return (std::uint64_t{words[1]} << 32) | words[0];
}

double Chance::uniform(std::uint64_t subject, std::uint64_t occasion, Purpose purpose, std::uint32_t index) const {
    return static_cast<double>(bits(subject, occasion, purpose, index) >> 11) * 0x1p-53;
}

double Chance::normal(std::uint64_t subject, std::uint64_t occasion, Purpose purpose, std::uint32_t index) const {
    // Midpoints of 2^52 cells: never 0 or 1, and symmetric about one half.
    const std::uint64_t cell = bits(subject, occasion, purpose, index) >> 12;
    return portable::normalQuantile((static_cast<double>(cell) + 0.5) * 0x1p-52);
}

double Chance::exponential(double mean, std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                           std::uint32_t index) const {
    return -mean * portable::log(1.0 - uniform(subject, occasion, purpose, index));
}

int Chance::poisson(double mean, std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                    std::uint32_t index) const {
    const double rate = std::clamp(mean, 0.0, 50.0);
    const double u = uniform(subject, occasion, purpose, index);
    double term = portable::exp(-rate);
    double sum = term;
    // Beyond 200 the tail of a mean of 50 is below 1e-50; the bound ends the walk where rounding keeps sum below u.
    int count = 0;
    while (u >= sum && count < 200) {
        ++count;
        term *= rate / count;
        sum += term;
    }
    return count;
}

std::uint32_t Chance::below(std::uint32_t n, std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                            std::uint32_t index) const {
    // 64 random bits times n, upper part: the bias is below n / 2^64.
    const std::uint64_t random = bits(subject, occasion, purpose, index);
    const std::uint64_t upper = std::uint64_t{high(random)} * n;
    const std::uint64_t lower = (std::uint64_t{low(random)} * n) >> 32;
    return high(upper + lower);
}

} // namespace wayreeve
