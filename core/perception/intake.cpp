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
    case Fate::LateUnplanned:
        return "late-unplanned";
    case Fate::Malformed:
        return "malformed";
    case Fate::FutureDated:
        return "future-dated";
    }
    return {};
}

Fate fateOf(const Error& reason) {
    return reason.code == "event.future" ? Fate::FutureDated : Fate::Malformed;
}

Intake::Intake(const Perceiver& perceiver, IntakeSettings settings)
    : m_perceiver(perceiver)
    , m_stitcher(settings.stitching ? std::make_unique<Stitcher>() : nullptr) {}

void Intake::stitch(const Event& event, Received& received) {
    if (received.resolution.absorbed)
        m_stitcher->merged(received.resolution.customer, *received.resolution.absorbed);
    m_stitcher->observe(received.resolution.customer, namesSomebody(event), event);
    // One event absorbs one customer at most.
    if (received.resolution.absorbed || received.resolution.isNew || !m_stitcher->isDue(received.resolution.customer))
        return;
    const auto found = m_stitcher->match(received.resolution.customer, [&](CustomerNo known, CustomerNo anonymous) {
        return m_identities.areParted(known, anonymous);
    });
    if (!found)
        return;
    if (const auto joined = m_identities.join(found->known, found->anonymous)) {
        m_stitcher->merged(joined->customer, *joined->absorbed);
        received.resolution = *joined;
        received.stitched = *found;
    }
}

bool Intake::part(const Unmerged& unmerged) {
    const CustomerNo kept = unmerged.kept.number, gone = unmerged.gone.number;
    if (!m_identities.part(kept, gone, unmerged.goneSince, unmerged.kept.ids, unmerged.goneAbsorbed))
        return false;
    if (m_stitcher)
        m_stitcher->parted(kept, gone, unmerged.keptSince, unmerged.goneSince, unmerged.goneAbsorbed);
    return true;
}

Received Intake::receive(const Event& event) {
    const auto counted = [&](Received received) {
        ++m_counts[static_cast<std::size_t>(received.fate)];
        return received;
    };
    if (m_seen.contains(event.messageId, event.receivedAt))
        return counted({Fate::Duplicate, {}, {}, {}, {}, {}});
    // A quarantined id is not remembered: once the sender or the plan is mended, the event may come again.
    if (auto violation = m_perceiver.violation(event))
        return counted({Fate::Quarantined, std::move(*violation), {}, {}, {}, {}});
    const bool ofNobody = event.userId.empty() && event.anonymousId.empty();
    std::vector<ObjectLink> about = ofNobody ? m_perceiver.objectsOf(event) : std::vector<ObjectLink>();
    if (ofNobody && about.empty() && event.type == EventType::Track)
        return counted({Fate::Quarantined, Error{"event.no-id", {}, {}, 0, 0}, {}, {}, {}, {}});
    m_seen.add(event.messageId, event.receivedAt);

    Fate fate = m_perceiver.isPlanned(event) ? Fate::Accepted : Fate::Unplanned;
    if (event.time + lateAfter < m_newest)
        fate = fate == Fate::Accepted ? Fate::Late : Fate::LateUnplanned;
    m_newest = std::max(m_newest, event.time);
    if (!about.empty())
        return counted({fate, {}, {}, {}, std::move(about), {}});
    Received received{fate, {}, m_identities.resolve(event), std::nullopt, {}, std::nullopt};
    if (m_stitcher)
        stitch(event, received);
    if (const std::string group = m_perceiver.knowsAccounts() ? groupOf(event) : std::string(); !group.empty())
        received.account = m_identities.account(group);
    return counted(std::move(received));
}

} // namespace wayreeve::perception
