#include "perception/perceiver.h"

#include "perception/identity.h"
#include "perception/perceiver_impl.h"
#include "perception/property_value.h"
#include "perception/zone_cache.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

constexpr Duration burstWindow = Duration::seconds(60);

Error planError(const char* code, const Event& event, const documents::Property& property) {
    return Error{code, {{"event", event.name}, {"property", property.id}}, {}, 0, 0};
}

/// Whether the item at `position` belongs to a burst; items around it are in order already.
bool isInBurst(const std::vector<rules::HistoryItem>& history, std::size_t position) {
    constexpr std::size_t span = Perceiver::burstEvents - 1;
    const std::size_t last = std::min(position + span, history.size() - 1);
    for (std::size_t end = std::max(position, span); end <= last; ++end)
        if (history[end].time - history[end - span].time <= burstWindow)
            return true;
    return false;
}

void remember(Customer& customer, rules::HistoryItem item, const HistoryNeeds& needs) {
    auto& history = customer.history;
    const auto at = std::upper_bound(history.begin(), history.end(), item, historyBefore);
    const auto inserted = history.insert(at, std::move(item));
    if (!customer.lowQuality && history.size() >= Perceiver::burstEvents)
        customer.lowQuality = isInBurst(history, static_cast<std::size_t>(inserted - history.begin()));
    trimHistory(customer, needs);
}

void rememberZone(Customer& customer, const std::string& name, Instant at, bool fromProfile) {
    if (name.empty() || (customer.zoneFromProfile && !fromProfile))
        return;
    const bool first = customer.zoneName.empty() || fromProfile != customer.zoneFromProfile;
    if ((!first && at < customer.zoneSince) || !zoneNamed(name))
        return;
    if (customer.zoneName != name)
        customer.zoneName = name;
    customer.zoneSince = at;
    customer.zoneFromProfile = fromProfile;
}

void rememberIds(Customer& customer, const Event& event) {
    for (std::string& id : idsOf(event))
        if (std::find(customer.ids.begin(), customer.ids.end(), id) == customer.ids.end())
            customer.ids.push_back(std::move(id));
    if (customer.key.empty() && !customer.ids.empty())
        customer.key = customer.ids.front();
}

} // namespace

bool storeTrait(Customer& customer, const std::vector<documents::Property>& traits, std::size_t index,
                const Value& value, Instant at) {
    if (customer.traits.size() < traits.size()) {
        customer.traits.resize(traits.size());
        customer.traitTimes.resize(traits.size());
    }
    const auto& definition = traits[index];
    auto fitting = value.isNull() ? std::optional(value) : asPlanned(value, definition.type);
    const bool newerKnown = !customer.traits[index].isNull() && at < customer.traitTimes[index];
    if (!fitting || !isAllowed(*fitting, definition) || newerKnown)
        return false;
    customer.traits[index] = std::move(*fitting);
    customer.traitTimes[index] = at;
    return true;
}

Perceiver::Perceiver(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols)
    : m_impl(std::make_unique<const Impl>(workspace, schema, symbols)) {}

Perceiver::~Perceiver() = default;

std::optional<Error> Perceiver::violation(const Event& event) const {
    const auto* planned = m_impl->planned(event.name);
    if (!planned)
        return std::nullopt;
    for (const auto& property : planned->definition->properties) {
        const Value value = propertyOf(event.properties, property.id);
        if (value.isNull()) {
            if (property.required)
                return planError("plan.missing-property", event, property);
            continue;
        }
        if (!asPlanned(value, property.type)) {
            Error error = planError("plan.wrong-type", event, property);
            error.parameters.emplace_back("expected", nameOf(property.type));
            return error;
        }
        if (!isAllowed(value, property)) {
            Error error = planError("plan.value-not-allowed", event, property);
            error.parameters.emplace_back("found", *value.text());
            return error;
        }
    }
    return std::nullopt;
}

bool Perceiver::isPlanned(const Event& event) const {
    if (event.type == EventType::Identify || event.type == EventType::Group || event.type == EventType::Alias)
        return true; // the protocol's own, with traits instead of planned properties
    for (const char* own : {"Consent Changed", "Suppressed", "Unsuppressed", "Unsubscribed"})
        if (event.name == own)
            return true;
    return m_impl->planned(event.name) != nullptr;
}

void Perceiver::Impl::absorbTraits(Customer& customer, const Event& event) const {
    if (!event.properties.context())
        return;
    for (const auto& [key, value] : *event.properties.context()) {
        if (const auto trait = traitIndex.find(key); trait != traitIndex.end())
            storeTrait(customer, plan->traits, trait->second, value, event.time);
        if ((key == "timezone" || key == "zone") && value.text())
            rememberZone(customer, *value.text(), event.time, true);
    }
}

void Perceiver::Impl::absorbConsent(Customer& customer, const Event& event) const {
    if (event.name == "Suppressed" || event.name == "Unsuppressed") {
        const bool suppress = event.name == "Suppressed";
        const bool known = customer.suppressed || customer.suppressionSince != Instant{};
        if (known && (event.time < customer.suppressionSince || (event.time == customer.suppressionSince && !suppress)))
            return;
        customer.suppressed = suppress;
        customer.suppressionSince = event.time;
        return;
    }
    Consent statement{marketing, documents::Channel::None, false, event.time};
    if (event.name == "Consent Changed") {
        const Value granted = event.properties.member("granted");
        const Value purpose = event.properties.member("purpose");
        if (!granted.boolean() || !purpose.text())
            return;
        statement.granted = *granted.boolean();
        statement.purpose = symbols->find(*purpose.text());
    } else if (event.name != "Unsubscribed") {
        return;
    }
    const Value channel = event.properties.member("channel");
    if (const auto* text = channel.text(); text && !text->empty()) {
        const auto known = channels.find(*text);
        if (known != channels.end())
            statement.channel = known->second;
        else if (statement.granted)
            return;
    }
    if (statement.purpose != 0)
        stateConsent(customer.consents, statement);
}

void Perceiver::Impl::lookForMachines(Customer& customer, const Event& event) const {
    const auto shows = [&](MachineSign sign) {
        return customer.machine == MachineSign::None || sign < customer.machine;
    };
    if (event.seenAt && !event.seenAt->software.empty() && shows(MachineSign::Declared))
        customer.machine = MachineSign::Declared;
    else if (event.seenAt && shows(MachineSign::UserAgent) && isSoftwareAgent(event.seenAt->agent))
        customer.machine = MachineSign::UserAgent;
    else if (customer.machine == MachineSign::None && isByTheClock(customer.history, pages))
        customer.machine = MachineSign::Regular;
}

void Perceiver::absorb(Customer& customer, const Event& event) const {
    const bool fresh = customer.firstSeen == Instant{} && customer.lastSeen == Instant{};
    customer.firstSeen = fresh ? event.time : std::min(customer.firstSeen, event.time);
    customer.lastSeen = fresh ? event.time : std::max(customer.lastSeen, event.time);
    if (customer.isAccount) {
        m_impl->absorbGroup(customer, event);
        if (isAboutAccount(event)) // members' events are in their own histories
            remember(customer, {event.time, m_impl->symbolOf(event), m_impl->typedProperties(event)}, m_impl->needs);
        return;
    }
    if (std::string group = groupOf(event);
        !group.empty() && (customer.group.empty() || event.time >= customer.groupSince)) {
        customer.group = std::move(group);
        customer.groupSince = event.time;
    }
    for (const ObjectLink& link : objectsOf(event))
        linkObject(customer, link);
    rememberIds(customer, event);
    if (event.type == EventType::Identify)
        m_impl->absorbTraits(customer, event);
    else if (event.type == EventType::Track)
        m_impl->absorbConsent(customer, event);
    rememberZone(customer, event.zone, event.time, false);
    remember(customer, {event.time, m_impl->symbolOf(event), m_impl->typedProperties(event)}, m_impl->needs);
    m_impl->lookForMachines(customer, event);
}

bool Perceiver::setTrait(Customer& customer, std::string_view trait, const Value& value, Instant at) const {
    const auto index = m_impl->traitIndex.find(trait);
    return index != m_impl->traitIndex.end() && storeTrait(customer, m_impl->plan->traits, index->second, value, at);
}

void Perceiver::fill(const Customer& customer, const Event* event, Instant now, Facts& facts) const {
    const Impl& d = *m_impl;
    if (facts.size() < d.slots)
        facts.resize(d.slots);
    const auto set = [&](int slot, Value value) {
        if (slot >= 0)
            facts[static_cast<std::size_t>(slot)] = std::move(value);
    };
    d.fillEvent(event, facts);
    fillContact(&customer, now, facts);
    const Zone local = d.zoneOf(customer);
    d.memory.fill(customer, now, local, facts);
    for (const int slot : d.offMeasureSlots)
        set(slot, Value());
    if (!d.measures || d.measureSlots.empty())
        return;
    const rules::MeasureInput input{customer.history, now, &local, customer.firstSeen, customer.cut};
    thread_local std::vector<Value> results; // reused: a turn should not allocate
    results.assign(d.measureSlots.size(), Value());
    d.measures->evaluateAll(input, results);
    for (std::size_t i = 0; i < results.size(); ++i)
        set(d.measureSlots[i], std::move(results[i]));
}

void Perceiver::fillContact(const Customer* contact, Instant now, Facts& facts) const {
    const Impl& d = *m_impl;
    if (facts.size() < d.slots)
        facts.resize(d.slots);
    const auto set = [&](int slot, Value value) {
        if (slot >= 0)
            facts[static_cast<std::size_t>(slot)] = std::move(value);
    };
    for (std::size_t i = 0; i < d.traitSlots.size(); ++i)
        set(d.traitSlots[i], contact && i < contact->traits.size() ? contact->traits[i] : Value());
    set(d.armSlot, contact ? d.armNames[static_cast<std::size_t>(contact->arm)] : Value());
    set(d.machineSlot, contact ? Value(contact->machine != MachineSign::None) : Value());
    if (!contact || contact->zoneName.empty()) {
        set(d.zoneSlot, Value());
    } else {
        const auto known = d.zoneNames.find(contact->zoneName);
        set(d.zoneSlot, known != d.zoneNames.end() ? known->second : Value(contact->zoneName));
    }
    d.memory.fillWorth(contact, now, facts);
    set(d.quality, contact ? Value(quality(*contact).score) : Value());
    const std::vector<OpenCase> open = contact ? openCases(*contact, now) : std::vector<OpenCase>();
    set(d.openCases, contact ? Value(static_cast<std::int64_t>(open.size())) : Value());
    set(d.openCaseSince, open.empty() ? Value() : Value(open.front().since));
    d.contacts.fill(contact, now, facts);
}

const ContactMemory& Perceiver::contactMemory() const {
    return m_impl->contacts;
}

std::vector<OpenCase> Perceiver::openCases(const Customer& customer, Instant now) const {
    return m_impl->cases.open(customer, now);
}

Quality Perceiver::quality(const Customer& customer) const {
    return qualityOf(customer, m_impl->pages);
}

const LongMemory& Perceiver::longMemory() const {
    return m_impl->memory;
}

const HistoryNeeds& Perceiver::historyNeeds() const {
    return m_impl->needs;
}

Instant Perceiver::nextDue(const Customer& customer, Instant now) const {
    return m_impl->memory.nextDue(customer, now, m_impl->zoneOf(customer));
}

std::vector<Promise> Perceiver::promises(const Customer& customer) const {
    return m_impl->memory.promises(customer, m_impl->zoneOf(customer));
}

bool Perceiver::mayContact(const Customer& customer, Sym purpose, documents::Channel channel) const {
    return !customer.suppressed && (purpose == 0 || consentHolds(customer.consents, purpose, channel));
}

std::vector<Zone> Perceiver::zones(const Customer& customer) const {
    if (const auto known = zoneNamed(customer.zoneName); known && !customer.zoneName.empty())
        return {*known};
    return m_impl->plausibleZones;
}

Zone Perceiver::Impl::zoneOf(const Customer& customer) const {
    if (!customer.zoneName.empty())
        if (const auto known = zoneNamed(customer.zoneName))
            return *known;
    return plausibleZones.front();
}

Zone Perceiver::zone(const Customer& customer) const {
    return m_impl->zoneOf(customer);
}

} // namespace wayreeve::perception
