#pragma once

#include "perception/stitching.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wayreeve::simulation {

/// Who really had the session that a pair holds against a known customer.
enum class PairKind : std::uint8_t {
    Match,        ///< that customer
    Household,    ///< another one of the household, on a device that is not the customer's
    SharedDevice, ///< somebody else on a device that the customer uses too: the family's tablet, a lent phone, a
                  ///< counter
    Office,       ///< a colleague behind the office's address
    Stranger,     ///< somebody of the same town and, mostly, the same network or make of device
    Count
};
inline constexpr std::size_t pairKinds = static_cast<std::size_t>(PairKind::Count);
[[nodiscard]] std::string_view nameOf(PairKind kind); ///< "shared-device"

struct SessionPair {
    perception::CustomerNo known = 0;
    perception::Sightings session;
    PairKind kind = PairKind::Match; ///< the truth; a scorer is never given it
};

/// A world of persons, households, devices and offices, as a sender's events show it.
struct SessionPairs {
    perception::Stitcher observed; ///< 60 days of sessions, known customers' and strangers'
    std::vector<SessionPair> pairs;
};

/// Draws a world of `count` / 5 persons (at least 60) and `count` labelled pairs: 28 % matches; of the others 20 % from
/// the household, 15 % on a shared device, 15 % from the office. What the world is made of (who lives with whom, who
/// uses which device, what they like) stays within: a scorer sees the events' fields through perception::Stitcher and
/// nothing else, and this room lies above that one, so that it cannot even include this. Deterministic in (count,
/// seed).
[[nodiscard]] SessionPairs makeSessionPairs(std::size_t count, std::uint64_t seed);

/// The rule that is not enough: same device or same address.
[[nodiscard]] bool sameDeviceOrAddress(const perception::Sightings& session, const perception::Sightings& customer);

} // namespace wayreeve::simulation
