#pragma once

#include "base/hash.h"
#include "base/time.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wayreeve::audit {

/// What a chain entry is about. Numbers are stored; an entry is never renumbered.
enum class EntryKind : std::uint8_t {
    RunStarted = 1,
    Decision = 2,
    DrawnAction = 3,
    DidNotFit = 4,
    Claim = 10,
    Release = 11,
    Edit = 12,
    Verdict = 13,
    Expiry = 14,
    Void = 15,
    Supersede = 16,
    Discard = 17,
    Dispatch = 20,
    DispatchResult = 21,
    Outcome = 30,
    RewardClosed = 31,
    ModelUpdate = 32,
    Review = 40,
    Stop = 50,
    Lift = 51,
    Merge = 52,
    Consent = 53,
    Unmerge = 54,
    Erasure = 57, ///< a customer's personal data was made unreadable; names none of it
    RunEnded = 60,
    Erased = 61 ///< never stored: what a reader answers in the place of an entry that was erased
};
[[nodiscard]] std::string_view nameOf(EntryKind kind);

/// Nobody in particular (run-wide entries).
inline constexpr std::uint32_t noCustomer = UINT32_MAX;

/// One record of a run, as stored and hashed. `body` is one deterministic CBOR array
/// [kind, epoch, time, customer, sequence, payload…]; it never changes once written. Within a run, entries stand in
/// (epoch, time, customer, sequence) order and `number` counts them from 1.
struct Entry {
    std::uint64_t number = 0;
    EntryKind kind = EntryKind::Decision;
    std::uint64_t epoch = 0;
    Instant time;
    std::uint32_t customer = noCustomer;
    std::uint32_t sequence = 0; ///< within the customer's epoch, from 0
    /// Not part of the record: whose data it is where that is somebody else, the contact whom an account addresses. It
    /// is sealed and found with them.
    std::uint32_t addressed = noCustomer;
    std::vector<std::uint8_t> body;
    Hash256 hash; ///< BLAKE2b-256 of body
};

/// Whose key seals an entry.
[[nodiscard]] inline std::uint32_t ownerOf(const Entry& entry) {
    return entry.addressed == noCustomer ? entry.customer : entry.addressed;
}

/// The chain over a run's entries: link(n) = BLAKE2b-256(link(n−1) ‖ hash(n)), link(0) = 0. records_hash is one hash
/// over the entries' hashes in order. Not thread-safe.
class Chain {
public:
    void append(Entry& entry); ///< sets number and hash
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] const Hash256& head() const { return m_head; }
    [[nodiscard]] Hash256 recordsHash() const { return m_records.finish(); }
    /// Goes on where a stored run ended: `hashes` are its entries' hashes in order.
    void resume(const std::vector<Hash256>& hashes);
    /// Where it stands, so that no hash of what was is needed; read back by builds with the same hash library.
    [[nodiscard]] std::vector<std::uint8_t> state() const;
    [[nodiscard]] bool restore(std::span<const std::uint8_t> state); ///< false, and as before, where it cannot be read

private:
    std::uint64_t m_count = 0;
    Hash256 m_head;
    Hasher m_records;
};

[[nodiscard]] Hash256 linkAfter(const Hash256& previous, const Hash256& entry);

} // namespace wayreeve::audit
