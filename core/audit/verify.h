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
    bool erased = false; ///< the body is its header alone: who it was about has been erased, so `hash` stands for it
};

/// Which records of a run were about an erased customer, signed: only these may be unreadable.
struct ErasedRecords {
    std::string tag;
    std::uint32_t customer = 0;
    std::vector<std::uint64_t> numbers; ///< ascending
    std::vector<std::uint8_t> signature;
};

/// The signed end of a run's chain.
struct SignedHead {
    std::string tag;
    std::uint64_t entries = 0;
    Hash256 link;
    Hash256 recordsHash;
    std::vector<std::uint8_t> signature; ///< Ed25519 over the canonical CBOR of the four fields above
};

enum class DamageKind : std::uint8_t {
    Edited,
    Removed,
    Inserted,
    Reordered,
    Truncated,
    HeadForged,
    NoHead,
    NamesEdited,
    RunEdited,
    StoreMissing ///< all of it: signing key or published documents are there, the file with the records is not
};
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
    std::uint64_t erased = 0;   ///< of the records: unreadable for good, as signed erasures say
    Hash256 head;               ///< hash over the runs' heads in order
    bool keysUnwrapped = false; ///< the signing key lies unwrapped (demo, simulation): said, not hidden
    bool keysExposed = false;   ///< and other accounts of this machine may read it
    std::vector<Damage> damage;
};

/// What stands beside a run's chain in the file and says how it is to be read.
struct RunFrame {
    Hash256 documentSet;
    Hash256 names; ///< of the string table's bytes
    std::string seed;
    std::string salt;
    std::string population;
    std::uint64_t customers = 0;
    std::uint32_t days = 0;
    Duration epoch;
    bool reviewers = false;
    Instant start; ///< the first entry's own time
};
/// Compares it with what the run's first entry vouches for: NamesEdited, RunEdited. A first row of another kind says
/// nothing (the chain then shows the damage).
void verifyFrame(const StoredLink& first, const RunFrame& frame, const std::string& tag, VerifyReport& report);

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
    void sign(ErasedRecords& erased) const;
};
[[nodiscard]] bool isSignedBy(const SignedHead& head, std::span<const std::uint8_t> publicKey);
[[nodiscard]] bool isSignedBy(const ErasedRecords& erased, std::span<const std::uint8_t> publicKey);

} // namespace wayreeve::audit
