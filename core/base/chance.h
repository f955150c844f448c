#pragma once

#include <array>
#include <cstdint>

namespace wayreeve {

/// What a random value is for. Part of its address, so two uses never share a value; numbers are stored in records of
/// runs, so an entry is never renumbered.
enum class Purpose : std::uint32_t {
    Arm = 1,
    Choice = 2,
    ReviewSample = 3,
    FourierFrequency = 4,
    FourierPhase = 5,
    ControlDraw = 6,
    Reviewer = 7,
    ReplayOrder = 8,
    PopulationTrait = 20,
    PopulationArrival = 21,
    PopulationEvent = 22,
    PopulationReaction = 23,
    PopulationDelay = 24,
    PopulationQuality = 25,
};

/// Counter-based chance: every value is a pure function of (seed, subject, occasion, purpose, index), so it does not
/// matter which thread asks first. Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as
/// 1, 2, 3", SC 2011). The distributions are our own because the standard library's differ between platforms.
class Chance {
public:
    explicit Chance(std::uint64_t seed)
        : m_seed(seed) {}

    /// Four independent 32-bit values.
    [[nodiscard]] std::array<std::uint32_t, 4> block(std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                                                     std::uint32_t index = 0) const;
    /// 64 uniform bits.
    [[nodiscard]] std::uint64_t bits(std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                                     std::uint32_t index = 0) const;
    /// Uniform in [0, 1), 53 bits.
    [[nodiscard]] double uniform(std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                                 std::uint32_t index = 0) const;
    /// Standard normal by inversion (Acklam's approximation, one Halley step), through our own log.
    [[nodiscard]] double normal(std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                                std::uint32_t index = 0) const;
    /// Exponential with the given mean (> 0).
    [[nodiscard]] double exponential(double mean, std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                                     std::uint32_t index = 0) const;
    /// Poisson with mean in [0, 50], by inversion; above 50 the mean is cut to 50.
    [[nodiscard]] int poisson(double mean, std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                              std::uint32_t index = 0) const;
    /// Uniform in 0 … n−1 (n ≥ 1).
    [[nodiscard]] std::uint32_t below(std::uint32_t n, std::uint64_t subject, std::uint64_t occasion, Purpose purpose,
                                      std::uint32_t index = 0) const;

    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

private:
    std::uint64_t m_seed;
};

} // namespace wayreeve
