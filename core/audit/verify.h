#pragma once

#include "audit/entry.h"
#include "base/result.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::audit {

/// One stored row of the chain, as it stands in the file.
struct StoredLink {
    std::uint64_t number = 0;
    std::vector<std::uint8_t> body;
    Hash256 hash;
    Hash256 link;
};

/// The signed end of a run's chain.
struct SignedHead {
    std::string tag;
    std::uint64_t entries = 0;
    Hash256 link;
    Hash256 recordsHash;
    std::vector<std::uint8_t> signature; ///< Ed25519 over the canonical CBOR of the four fields above
};

enum class DamageKind : std::uint8_t { Edited, Removed, Inserted, Reordered, Truncated, HeadForged, NoHead };
[[nodiscard]] std::string_view nameOf(DamageKind kind);

struct Damage {
    DamageKind kind = DamageKind::Edited;
    std::string run;
    std::uint64_t number = 0; ///< first record it shows at
};

struct VerifyReport {
    bool ok = true;
    std::uint64_t records = 0; ///< all kinds, all runs
    std::uint64_t decisions = 0;
    Hash256 head;               ///< hash over the runs' heads in order
    bool keysUnwrapped = false; ///< the signing key lies unwrapped (demo, simulation): said, not hidden
    std::vector<Damage> damage;
};

/// Walks one run's stored chain against its signed head. `next` answers rows ascending by position in the file's order
/// and nullopt at the end. Reads the bytes, trusts none of the derived tables.
void verifyRun(const SignedHead* head, std::span<const std::uint8_t> publicKey,
               const std::function<std::optional<StoredLink>()>& next, const std::string& tag, VerifyReport& report);

/// Ed25519 keys of a workspace (libsodium).
struct SigningKey {
    std::array<std::uint8_t, 32> publicKey{};
    std::array<std::uint8_t, 64> secretKey{};
    [[nodiscard]] static SigningKey generate();
    void sign(SignedHead& head) const;
};
[[nodiscard]] bool isSignedBy(const SignedHead& head, std::span<const std::uint8_t> publicKey);

} // namespace wayreeve::audit
