#pragma once

#include "base/cbor.h"
#include "base/time.h"

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace wayreeve::perception {

/// The message ids that came lately, in bounded memory: 64-bit hashes (stableHash64) in two generations by time of
/// receipt. A generation begins with the first id after the one before is `window` old; the one before that is then
/// forgotten. An id is so remembered for at least `window` and for less than twice as long after its first receipt.
/// Two ids share a hash with a chance of n²/2^65: 3 in 100,000 for any pair among 30 million ids.
/// It depends on ids and times of receipt alone, so that a replay judges alike. One thread, in receipt order.
class SeenIds {
public:
    static constexpr Duration window = Duration::days(7);

    [[nodiscard]] bool contains(std::string_view id, Instant receivedAt);
    void add(std::string_view id, Instant receivedAt);
    [[nodiscard]] std::size_t size() const { return m_now.size() + m_before.size(); }
    void encode(cbor::Writer& writer) const;
    void decode(cbor::Reader& reader); ///< fails the reader

private:
    void age(Instant receivedAt);

    std::unordered_set<std::uint64_t> m_now, m_before; ///< looked up, never walked
    Instant m_since{INT64_MIN};                        ///< of m_now
};

} // namespace wayreeve::perception
