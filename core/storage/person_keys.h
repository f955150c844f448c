#pragma once

#include "audit/entry.h"
#include "audit/rows.h"
#include "base/result.h"
#include "storage/statement.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace wayreeve::storage {

/// What a run keeps of one person is sealed with that person's random key (XChaCha20-Poly1305, libsodium), so that
/// erasing the key makes it unreadable for good, wherever a copy of the bytes still lies (docs/adr/0013). A sealed
/// value is
///
///     1 · customer (4, little-endian) · n (2) · n bytes that stay readable · nonce (24) · ciphertext and tag
///
/// and without nonce and ciphertext where the rest was taken away. No CBOR array begins with the byte 1, so values of
/// stores from before are told apart: they are read as they are. Customers of a simulation are nobody: their runs, and
/// replays of those, are kept open. A replay's customers are those of the run that it replays. One connection's, one
/// thread.
class PersonKeys {
public:
    explicit PersonKeys(WorkspaceStore& store);

    /// Seals for the customer, whose key is made where there is none yet (inside the caller's transaction); answers
    /// `plain` itself for simulated customers, nobody in particular, and erased ones.
    [[nodiscard]] Result<std::vector<std::uint8_t>> seal(std::int64_t run, std::uint32_t customer,
                                                         std::span<const std::uint8_t> readable,
                                                         std::vector<std::uint8_t> plain);

    struct Opened {
        std::vector<std::uint8_t> bytes; ///< what was sealed; of an erased value, what stayed readable
        bool erased = false;
    };
    /// "store.damaged" (object sealed) for what was sealed with another key or changed since.
    [[nodiscard]] Result<Opened> open(std::int64_t run, std::vector<std::uint8_t> stored);

    /// What is left of a sealed value when nothing of it is to be kept: its head and what stays readable.
    [[nodiscard]] static std::vector<std::uint8_t> stub(std::uint32_t customer, std::span<const std::uint8_t> readable);
    [[nodiscard]] static bool isSealed(std::span<const std::uint8_t> stored) {
        return !stored.empty() && stored.front() == 1;
    }

    /// The run whose customers this run's are; nothing where they are simulated.
    [[nodiscard]] Result<std::optional<std::int64_t>> ownerOf(std::int64_t run);
    /// Forgets what was read of keys: they have changed.
    void forget() { m_known.clear(); }
    void forgetRuns() { m_owners.clear(); }

private:
    using Key = std::array<std::uint8_t, 32>;
    [[nodiscard]] Result<std::optional<Key>> find(std::int64_t owner, std::uint32_t customer);

    WorkspaceStore& m_store;
    Statement m_find, m_add, m_erased;
    std::map<std::int64_t, std::optional<std::int64_t>> m_owners;
    std::unordered_map<std::int64_t, std::optional<Key>> m_known; ///< by row id; looked up, never walked
};

} // namespace wayreeve::storage
