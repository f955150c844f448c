#pragma once

#include "perception/event.h"
#include "perception/identity.h"
#include "perception/perceiver.h"

#include <array>
#include <unordered_set>

namespace wayreeve::perception {

/// What became of an event at receipt (P1). Every event gets exactly one.
enum class Fate : std::uint8_t { Accepted, Late, Unplanned, Duplicate, Quarantined };
[[nodiscard]] std::string_view nameOf(Fate fate);

struct Received {
    Fate fate = Fate::Accepted;
    Error reason;          ///< for Quarantined
    Resolution resolution; ///< for all but Duplicate and Quarantined
};

/// The door through which events enter a run: duplicates by message id, late ones (more than 10 min behind the newest
/// accepted event of any customer), tracking-plan violations; then identity. One thread, in receipt order.
class Intake {
public:
    explicit Intake(const Perceiver& perceiver)
        : m_perceiver(perceiver) {}

    [[nodiscard]] Received receive(const Event& event);
    [[nodiscard]] std::uint64_t count(Fate fate) const { return m_counts[static_cast<std::size_t>(fate)]; }
    void countQuarantined() { ++m_counts[static_cast<std::size_t>(Fate::Quarantined)]; } ///< refused before parsing
    [[nodiscard]] const IdentityMap& identities() const { return m_identities; }

private:
    const Perceiver& m_perceiver;
    IdentityMap m_identities;
    std::unordered_set<std::string> m_seen;
    Instant m_newest{INT64_MIN};
    std::array<std::uint64_t, 5> m_counts{};
};

} // namespace wayreeve::perception
