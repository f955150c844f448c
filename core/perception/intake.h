#pragma once

#include "perception/event.h"
#include "perception/identity.h"
#include "perception/merge_record.h"
#include "perception/perceiver.h"
#include "perception/seen_ids.h"
#include "perception/stitching.h"

#include <array>
#include <memory>

namespace wayreeve::perception {

/// What became of an event at receipt (P1). Every event gets exactly one; stored as these numbers.
enum class Fate : std::uint8_t {
    Accepted,
    Late,
    Unplanned,
    Duplicate,
    Quarantined, ///< breaks the tracking plan, or is about nobody; in older runs the last two as well
    LateUnplanned,
    Malformed,  ///< cannot be read as an event
    FutureDated ///< lies further in the future than clocks differ
};
inline constexpr int fateCount = 8;
[[nodiscard]] std::string_view nameOf(Fate fate);
/// Whether it lies in quarantine, from where it may be sent again once it is mended.
[[nodiscard]] constexpr bool isHeldBack(Fate fate) {
    return fate == Fate::Quarantined || fate == Fate::Malformed || fate == Fate::FutureDated;
}
/// Of what could not be made an event, by the reason (parseSegmentEvent's error; none: malformed).
[[nodiscard]] Fate fateOf(const Error& reason);
/// Whether it went into a customer's history: late and unplanned events are read like the rest.
[[nodiscard]] constexpr bool isRead(Fate fate) {
    return fate != Fate::Duplicate && !isHeldBack(fate);
}

struct Received {
    Fate fate = Fate::Accepted;
    Error reason;                      ///< for Quarantined
    Resolution resolution;             ///< for all but Duplicate and Quarantined
    std::optional<Resolution> account; ///< of a group event, where the workspace has accounts: the group's own subject
    std::vector<ObjectLink> about;     ///< of an event that names nobody: its objects, never none; no `resolution` then
    std::optional<Stitch> stitched;    ///< why `resolution.absorbed` joins, where it is probable and not by a shared id
};

struct IntakeSettings {
    /// Whether anonymous sessions join the known customer they belong to in all probability (see Stitcher). Part of a
    /// run's settings: with it on, the same events may give other customers.
    bool stitching = false;
};

/// The door through which events enter a run: duplicates by message id (those of the last
/// SeenIds::window at least), late ones (more than 10 min behind the newest
/// accepted event of any customer), tracking-plan violations; then identity: by ids, and with
/// `stitching` an anonymous session that at least Stitcher::threshold speaks for joins a known customer. One thread, in
/// receipt order.
class Intake {
public:
    explicit Intake(const Perceiver& perceiver, IntakeSettings settings = {});

    [[nodiscard]] Received receive(const Event& event);
    [[nodiscard]] std::uint64_t count(Fate fate) const { return m_counts[static_cast<std::size_t>(fate)]; }
    void countUnread(Fate fate) { ++m_counts[static_cast<std::size_t>(fate)]; } ///< it was no event to receive
    [[nodiscard]] const IdentityMap& identities() const { return m_identities; }
    /// What undo() told apart is apart here too, for good: by ids (IdentityMap::part) and in what is observed. False
    /// where the two are not one.
    bool part(const Unmerged& unmerged);
    /// No id leads to the customer any more; all that was observed for stitching is forgotten with it, of everybody.
    void forget(CustomerNo number);
    /// What is nobody's in particular: numbers, counts and hashes.
    void encode(cbor::Writer& writer) const;
    /// Fails the reader. Version 1 held everybody's ids too, and nothing of what stitching observed, which then begins
    /// anew: it was made where somebody was forgotten.
    void decode(cbor::Reader& reader);
    /// What is of one customer, personal data among it; `ids` as identities().idsOf() has them. Safe from several
    /// threads.
    void encodeOf(cbor::Writer& writer, CustomerNo number, std::span<const std::string* const> ids) const;
    void decodeOf(cbor::Reader& reader, CustomerNo number); ///< after decode(), of each; fails the reader

private:
    void stitch(const Event& event, Received& received);
    const Perceiver& m_perceiver;
    IdentityMap m_identities;
    std::unique_ptr<Stitcher> m_stitcher; ///< null: off
    SeenIds m_seen;
    Instant m_newest{INT64_MIN};
    std::array<std::uint64_t, fateCount> m_counts{};
};

} // namespace wayreeve::perception
