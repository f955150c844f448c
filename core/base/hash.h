#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wayreeve {

/// A BLAKE2b-256 digest (RFC 7693), from libsodium.
struct Hash256 {
    std::array<std::uint8_t, 32> bytes{};

    [[nodiscard]] bool isZero() const;
    [[nodiscard]] std::string hex() const; ///< 64 lower-case digits
    [[nodiscard]] static std::optional<Hash256> fromHex(std::string_view text);

    auto operator<=>(const Hash256&) const = default;
};

[[nodiscard]] Hash256 hashOf(std::span<const std::uint8_t> bytes);
[[nodiscard]] Hash256 hashOf(std::string_view text);

/// One digest over several pieces, fed in order. Not thread-safe; copyable (a copy continues on its own).
class Hasher {
public:
    Hasher();
    void add(std::span<const std::uint8_t> bytes);
    void add(std::string_view text);
    void add(const Hash256& hash);
    [[nodiscard]] Hash256 finish() const; ///< may be called repeatedly; adding may go on afterwards

private:
    alignas(64) std::array<unsigned char, 384> m_state;
};

/// A stable 64-bit hash for arms and shards: the first eight bytes, little-endian, of the BLAKE2b-256 of the salt
/// (eight bytes, little-endian) followed by the text.
[[nodiscard]] std::uint64_t stableHash64(std::string_view text, std::uint64_t salt = 0);

} // namespace wayreeve
