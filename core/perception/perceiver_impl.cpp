#include "perception/perceiver_impl.h"

#include "perception/property_value.h"
#include "perception/zone_cache.h"

#include <algorithm>

namespace wayreeve::perception {

using documents::Channel;
using documents::PropertyType;

Perceiver::Impl::Impl(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& table)
    : plan(workspace.trackingPlan ? workspace.trackingPlan : std::make_shared<const documents::TrackingPlan>())
    , symbols(&table)
    , memory(workspace, schema, table)
    , slots(schema.schema().size())
    , eventName(schema.eventName)
    , zoneSlot(schema.zone)
    , armSlot(schema.arm)
    , machineSlot(schema.machine)
    , quality(schema.quality)
    , openCases(schema.openCases)
    , openCaseSince(schema.openCaseSince) {
    for (const char* name : {"Identified", "Page Viewed", "Screen Viewed", "Grouped", "Aliased", "Consent Changed",
                             "Suppressed", "Unsuppressed", "Unsubscribed"})
        table.intern(name);
    pages = {table.intern("Page Viewed"), table.intern("Screen Viewed")};
    marketing = table.intern("marketing");
    if (workspace.actions)
        for (const auto& action : workspace.actions->actions)
            table.intern(action.purpose);
    for (const auto& population : workspace.populations)
        for (const auto& share : population->consent)
            table.intern(share.purpose);
    for (const auto arm : {documents::Arm::Agentic, documents::Arm::Control, documents::Arm::Baseline})
        armNames[static_cast<std::size_t>(arm)] = Value(std::string(nameOf(arm)));
    for (const auto channel : {Channel::None, Channel::Email, Channel::InApp, Channel::Web, Channel::Sms, Channel::Call,
                               Channel::Support, Channel::Ads})
        channels.emplace(nameOf(channel), channel);
    for (const std::string& name : workspace.settings.zones)
        if (const auto zone = zoneNamed(name)) {
            plausibleZones.push_back(*zone);
            zoneNames.emplace(name, Value(name));
        }
    if (plausibleZones.empty())
        plausibleZones.emplace_back();
    compileEvents(schema, table);
    contacts = ContactMemory(workspace, schema, table);
    cases = CaseMemory(table);
    compileTraits(schema);
    compileMeasures(workspace, schema, table);
    compileNeeds();
    compileAccounts(workspace, schema);
}

void Perceiver::Impl::compileEvents(const documents::FactSchema& schema, Symbols& table) {
    for (const auto& definition : plan->events) {
        Planned planned{&definition, table.intern(definition.name), Value(definition.name), {}, false, false};
        for (const auto& property : definition.properties) {
            const PlannedProperty compiled{property.id, schema.eventProperty(property.id), property.type,
                                           property.object};
            planned.namesObjects |= !property.object.empty();
            planned.hasDates |= property.type == PropertyType::Date || property.type == PropertyType::DateTime;
            planned.properties.push_back(compiled);
            if (compiled.slot < 0 || std::find(eventSlots.begin(), eventSlots.end(), compiled.slot) != eventSlots.end())
                continue;
            eventSlots.push_back(compiled.slot);
            shared.push_back(compiled);
        }
        events.emplace(definition.name, std::move(planned));
    }
}

void Perceiver::Impl::compileTraits(const documents::FactSchema& schema) {
    for (std::size_t i = 0; i < plan->traits.size(); ++i) {
        traitIndex.emplace(plan->traits[i].id, i);
        traitSlots.push_back(schema.trait(plan->traits[i].id));
    }
}

void Perceiver::Impl::compileMeasures(const documents::Workspace& workspace, const documents::FactSchema& schema,
                                      Symbols& table) {
    if (!workspace.measures)
        return;
    // Filters are written over the event alone; the rest of the facts has no meaning for an event of the past.
    rules::Schema eventNames;
    for (const auto& entry : schema.schema().entries())
        if (entry.name.starts_with("event."))
            eventNames.add(entry);
    eventNames.add("event.time", rules::Type::DateTime);
    std::vector<rules::MeasureDefinition> usable;
    for (const auto& definition : workspace.measures->measures) {
        const int slot = schema.measure(definition.id);
        const bool compiles = !workspace.isOff("measures", definition.id) &&
                              rules::Measures::compile({&definition, 1}, eventNames, table).ok();
        if (slot < 0)
            continue;
        if (!compiles) {
            offMeasureSlots.push_back(slot);
            continue;
        }
        usable.push_back(definition);
        measureSlots.push_back(slot);
    }
    if (auto all = rules::Measures::compile(usable, eventNames, table); all.ok())
        measures = std::move(*all);
}

void Perceiver::Impl::compileNeeds() {
    memory.require(needs);
    contacts.require(needs);
    cases.require(needs);
    if (measures)
        for (const auto& [event, reach] : measures->reach())
            needs.add(event, reach);
    if (plan->accounts.isUsed()) // a roll-up counts what members did in 30 days
        needs.add(0, Duration::days(31));
}

const Perceiver::Impl::Planned* Perceiver::Impl::planned(std::string_view name) const {
    const auto found = events.find(name);
    return found == events.end() ? nullptr : &found->second;
}

Sym Perceiver::Impl::symbolOf(const Event& event) const {
    const Planned* known = planned(event.name);
    return known ? known->symbol : symbols->find(event.name);
}

Value Perceiver::Impl::typedProperties(const Event& event) const {
    const Planned* known = planned(event.name);
    if (!known || !known->hasDates || !event.properties.context())
        return event.properties;
    Context typed = *event.properties.context();
    for (auto& [key, value] : typed)
        for (const auto& property : known->properties)
            if (property.id == key)
                if (auto fitting = asPlanned(value, property.type))
                    value = std::move(*fitting);
    return Value(std::move(typed));
}

void Perceiver::Impl::fillEvent(const Event* event, Facts& facts) const {
    for (const int slot : eventSlots)
        facts[static_cast<std::size_t>(slot)] = Value();
    const Planned* known = event ? planned(event->name) : nullptr;
    if (eventName >= 0)
        facts[static_cast<std::size_t>(eventName)] = known ? known->name : event ? Value(event->name) : Value();
    if (!event)
        return;
    for (const auto& property : known ? known->properties : shared) {
        if (property.slot < 0)
            continue;
        if (auto fitting = asPlanned(propertyOf(event->properties, property.id), property.type))
            facts[static_cast<std::size_t>(property.slot)] = std::move(*fitting);
    }
}

} // namespace wayreeve::perception
