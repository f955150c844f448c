#include "perception/intake.h"

namespace wayreeve::perception {
namespace {

constexpr Duration lateAfter = Duration::minutes(10);

} // namespace

std::string_view nameOf(Fate fate) {
    switch (fate) {
    case Fate::Accepted:
        return "accepted";
    case Fate::Late:
        return "late";
    case Fate::Unplanned:
        return "unplanned";
    case Fate::Duplicate:
        return "duplicate";
    case Fate::Quarantined:
        return "quarantined";
    }
    return {};
}

Received Intake::receive(const Event& event) {
    const auto counted = [&](Received received) {
        ++m_counts[static_cast<std::size_t>(received.fate)];
        return received;
    };
    if (m_seen.contains(event.messageId))
        return counted({Fate::Duplicate, {}, {}});
    // A quarantined id is not remembered: once the sender or the plan is mended, the event may come again.
    if (auto violation = m_perceiver.violation(event))
        return counted({Fate::Quarantined, std::move(*violation), {}});
    m_seen.insert(event.messageId);

    Fate fate = m_perceiver.isPlanned(event) ? Fate::Accepted : Fate::Unplanned;
    if (event.time + lateAfter < m_newest)
        fate = Fate::Late;
    m_newest = std::max(m_newest, event.time);
    return counted({fate, {}, m_identities.resolve(event)});
}

} // namespace wayreeve::perception
