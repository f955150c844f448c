#include "perception/identity.h"
#include "perception/perceiver.h"

#include <algorithm>
#include <iterator>

namespace wayreeve::perception {
namespace {

/// The statements of two customers as those of one person. A refusal that was in force on either side is dated no
/// earlier than anything said about its purpose, so that no grant of the other side outweighs it.
std::vector<Consent> mergedConsents(const std::vector<Consent>& a, const std::vector<Consent>& b) {
    std::vector<Consent> merged;
    const auto newestFor = [&](Sym purpose) {
        Instant newest{INT64_MIN};
        for (const auto* side : {&a, &b})
            for (const Consent& c : *side)
                if (c.purpose == purpose)
                    newest = std::max(newest, c.since);
        return newest;
    };
    for (const auto* side : {&a, &b})
        for (Consent statement : *side) {
            const bool inForce = !statement.granted && !consentHolds(*side, statement.purpose, statement.channel);
            if (inForce)
                statement.since = newestFor(statement.purpose);
            stateConsent(merged, statement);
        }
    return merged;
}

void mergeTraits(Customer& older, const Customer& younger) {
    const std::size_t count = std::max(older.traits.size(), younger.traits.size());
    older.traits.resize(count);
    older.traitTimes.resize(count);
    for (std::size_t i = 0; i < younger.traits.size(); ++i) {
        const Instant theirs = i < younger.traitTimes.size() ? younger.traitTimes[i] : Instant{};
        const bool later = theirs > older.traitTimes[i];
        if (!later && (theirs < older.traitTimes[i] || !older.traits[i].isNull()))
            continue;
        older.traits[i] = younger.traits[i];
        older.traitTimes[i] = theirs;
    }
}

void mergeZone(Customer& older, const Customer& younger) {
    if (younger.zoneName.empty())
        return;
    const bool better = younger.zoneFromProfile != older.zoneFromProfile ? younger.zoneFromProfile
                                                                         : younger.zoneSince > older.zoneSince;
    if (!older.zoneName.empty() && !better)
        return;
    older.zoneName = younger.zoneName;
    older.zoneSince = younger.zoneSince;
    older.zoneFromProfile = younger.zoneFromProfile;
}

} // namespace

void mergeInto(Customer& older, const Customer& younger, const HistoryNeeds& needs) {
    older.firstSeen = std::min(older.firstSeen, younger.firstSeen);
    older.lastSeen = std::max(older.lastSeen, younger.lastSeen);
    older.mixedArms = older.mixedArms || younger.mixedArms || older.arm != younger.arm;
    older.suppressed = older.suppressed || younger.suppressed;
    older.suppressionSince = std::max(older.suppressionSince, younger.suppressionSince);
    older.lowQuality = older.lowQuality || younger.lowQuality;
    if (older.machine == MachineSign::None || (younger.machine != MachineSign::None && younger.machine < older.machine))
        older.machine = younger.machine;
    mergeZone(older, younger);
    mergeTraits(older, younger);
    older.consents = mergedConsents(older.consents, younger.consents);

    std::vector<rules::HistoryItem> history;
    history.reserve(older.history.size() + younger.history.size());
    std::merge(older.history.begin(), older.history.end(), younger.history.begin(), younger.history.end(),
               std::back_inserter(history), historyBefore);
    older.history = std::move(history);
    for (const rules::HistoryCut& cut : younger.cut) {
        const auto at = std::find_if(older.cut.begin(), older.cut.end(),
                                     [&](const rules::HistoryCut& mine) { return mine.event >= cut.event; });
        if (at == older.cut.end() || at->event != cut.event)
            older.cut.insert(at, cut);
        else
            at->until = std::max(at->until, cut.until);
    }
    trimHistory(older, needs);

    std::vector<Contact> contacts;
    contacts.reserve(older.contacts.size() + younger.contacts.size());
    std::merge(older.contacts.begin(), older.contacts.end(), younger.contacts.begin(), younger.contacts.end(),
               std::back_inserter(contacts), [](const Contact& a, const Contact& b) { return a.at < b.at; });
    older.contacts = std::move(contacts);

    if (younger.groupSince > older.groupSince || older.group.empty()) {
        older.group = younger.group;
        older.groupSince = younger.groupSince;
    }
    for (const ObjectLink& link : younger.objects)
        linkObject(older, link);

    for (const std::string& id : younger.ids)
        if (std::find(older.ids.begin(), older.ids.end(), id) == older.ids.end())
            older.ids.push_back(id);
}

} // namespace wayreeve::perception
