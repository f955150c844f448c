#include "perception/identity.h"
#include "perception/perceiver.h"
#include "perception/perceiver_impl.h"
#include "perception/property_value.h"

#include <algorithm>
#include <tuple>

namespace wayreeve::perception {

namespace {

constexpr std::size_t fixedParts = 5; ///< of a roll-up, before health: members, active 7 and 30, events, open cases
constexpr int healthDigits = 4;       ///< parts are rounded to, so that their sum is exact

void put(Facts& facts, int slot, Value value) {
    if (slot >= 0)
        facts[static_cast<std::size_t>(slot)] = std::move(value);
}

Value countOf(std::size_t number) {
    return Value(static_cast<std::int64_t>(number));
}

std::size_t positionOf(const std::vector<documents::Property>& traits, std::string_view id) {
    const auto at = std::find_if(traits.begin(), traits.end(), [&](const auto& trait) { return trait.id == id; });
    return id.empty() || at == traits.end() ? SIZE_MAX : static_cast<std::size_t>(at - traits.begin());
}

} // namespace

std::string accountKey(const std::string& group) {
    return "account:" + group;
}

void linkObject(Customer& customer, const ObjectLink& link) {
    const auto known = std::find_if(customer.objects.begin(), customer.objects.end(), [&](const ObjectLink& other) {
        return other.kind == link.kind && other.id == link.id;
    });
    if (known != customer.objects.end()) {
        known->at = std::max(known->at, link.at);
        return;
    }
    const auto place = std::find_if(customer.objects.begin(), customer.objects.end(), [&](const ObjectLink& other) {
        return std::tie(other.kind, other.id) > std::tie(link.kind, link.id);
    });
    customer.objects.insert(place, link);
    if (customer.objects.size() <= Perceiver::objectLimit)
        return;
    const auto oldest = std::min_element(customer.objects.begin(), customer.objects.end(),
                                         [](const ObjectLink& a, const ObjectLink& b) { return a.at < b.at; });
    customer.objects.erase(oldest);
}

void Perceiver::Impl::compileAccounts(const documents::Workspace& workspace, const documents::FactSchema& schema) {
    const documents::AccountPlan& accounts = plan->accounts;
    account = schema.account;
    contractTrait = positionOf(accounts.traits, accounts.contractDate);
    roleTrait = positionOf(plan->traits, accounts.role);
    std::vector<int> readable = account.traits;
    for (const int slot : {account.members, account.active7, account.active30, account.events30, account.openCases,
                           account.contractDays})
        readable.push_back(slot);
    if (workspace.measures)
        for (const auto& measure : workspace.measures->measures)
            readable.push_back(schema.measure(measure.id));
    for (const documents::HealthPart& part : accounts.health) {
        Health made{std::nullopt, part.points};
        // Whatever else a frame holds is not this account's yet.
        if (auto share = rules::Expression::compile(part.value, schema.schema(), rules::Type::Number);
            share && std::all_of(share->slotsUsed().begin(), share->slotsUsed().end(), [&](int slot) {
                return std::find(readable.begin(), readable.end(), slot) != readable.end();
            }))
            made.share = std::move(share).value();
        health.push_back(std::move(made));
    }
}

/// A group's traits are the account's.
void Perceiver::Impl::absorbGroup(Customer& made, const Event& event) const {
    if (made.key != accountKey(groupOf(event)) || !event.properties.context())
        return;
    const auto& traits = plan->accounts.traits;
    for (const auto& [key, value] : *event.properties.context())
        if (const std::size_t at = positionOf(traits, key); at != SIZE_MAX)
            storeTrait(made, traits, at, value, event.time);
}

bool Perceiver::knowsAccounts() const {
    return m_impl->plan->accounts.isUsed();
}

void Perceiver::Impl::setAccount(const Customer* of, const std::vector<Value>& rollUp, Instant now,
                                 Facts& facts) const {
    const auto trait = [&](std::size_t at) { return of && at < of->traits.size() ? of->traits[at] : Value(); };
    for (std::size_t i = 0; i < account.traits.size(); ++i)
        put(facts, account.traits[i], trait(i));
    const Value until = trait(contractTrait);
    const std::int64_t today = plausibleZones.front().local(now).dayNumber;
    std::optional<std::int64_t> last;
    if (until.date())
        last = until.date()->dayNumber;
    else if (until.dateTime())
        last = plausibleZones.front().local(*until.dateTime()).dayNumber;
    put(facts, account.contractDays, last ? Value(*last - today) : Value());
    std::vector<int> places{account.members,  account.active7,   account.active30,
                            account.events30, account.openCases, account.health};
    places.insert(places.end(), account.parts.begin(), account.parts.end());
    for (std::size_t i = 0; i < places.size(); ++i)
        put(facts, places[i], of && i < rollUp.size() ? rollUp[i] : Value());
}

void Perceiver::fillAccountOf(const Customer* account, const std::vector<Value>& rollUp, Instant now,
                              Facts& facts) const {
    if (knowsAccounts())
        m_impl->setAccount(account, rollUp, now, facts);
}

std::vector<Value> Perceiver::Impl::measured(const Customer& customer, Instant now) const {
    std::vector<Value> results(measureSlots.size());
    const Zone local = zoneOf(customer);
    const rules::MeasureInput input{customer.history, now, &local, customer.firstSeen, customer.cut};
    measures->evaluateAll(input, results);
    return results;
}

Value Perceiver::Impl::sumOf(std::size_t measure, std::span<const std::vector<Value>> results) const {
    const auto function = measures->definition(measure).function;
    using Function = rules::MeasureFunction;
    if (function != Function::Count && function != Function::Sum && function != Function::Decayed &&
        !rules::isSequence(function))
        return {};
    std::optional<Decimal> sum;
    for (const std::vector<Value>& one : results)
        if (const Decimal* const number = one[measure].number())
            sum = sum ? sum->plus(*number).value_or(*sum) : *number;
    return sum ? Value(*sum) : Value();
}

std::vector<Value> Perceiver::fillAccount(const Customer& account, std::span<const Customer* const> members,
                                          int openCases, const Event* event, Instant now, Facts& facts) const {
    const Impl& d = *m_impl;
    if (facts.size() < d.slots)
        facts.resize(d.slots);
    d.fillEvent(event, facts);
    fillContact(nullptr, now, facts);
    std::vector<std::pair<const Customer*, Zone>> subjects{{&account, d.zoneOf(account)}};
    for (const Customer* member : members)
        subjects.emplace_back(member, d.zoneOf(*member));
    d.memory.fillAccount(subjects, now, facts);
    for (const int slot : d.offMeasureSlots)
        put(facts, slot, Value());
    if (d.measures && !d.measureSlots.empty()) {
        std::vector<std::vector<Value>> results;
        results.push_back(d.measured(account, now));
        for (const Customer* member : members)
            results.push_back(d.measured(*member, now));
        const auto isCut = [&](std::size_t measure) { // of one of them: nor is the sum known
            return std::any_of(subjects.begin(), subjects.end(), [&](const auto& subject) {
                const auto& [one, zone] = subject;
                return d.measures->isCut(measure, {one->history, now, &zone, one->firstSeen, one->cut});
            });
        };
        for (std::size_t i = 0; i < d.measureSlots.size(); ++i)
            put(facts, d.measureSlots[i], isCut(i) ? Value() : d.sumOf(i, results));
    }

    std::size_t active7 = 0, active30 = 0, events = 0;
    bool allEvents = true; // are remembered
    for (const Customer* member : members) {
        active7 += member->lastSeen > now - Duration::days(7) ? 1U : 0U;
        active30 += member->lastSeen > now - Duration::days(30) ? 1U : 0U;
        for (const rules::HistoryItem& item : member->history)
            events += item.time > now - Duration::days(30) && item.time <= now ? 1U : 0U;
        for (const rules::HistoryCut& cut : member->cut)
            allEvents = allEvents && cut.until <= now - Duration::days(30);
    }
    std::vector<Value> rollUp{countOf(members.size()), countOf(active7), countOf(active30),
                              allEvents ? countOf(events) : Value(), Value(openCases)};
    d.setAccount(&account, rollUp, now, facts);
    if (d.health.empty())
        return rollUp;
    const Zone zone = d.plausibleZones.front();
    const rules::Frame frame{facts, now, &zone};
    Decimal sum;
    rollUp.resize(fixedParts + 1 + d.health.size());
    for (std::size_t i = 0; i < d.health.size(); ++i) {
        const Value share = d.health[i].share ? d.health[i].share->evaluate(frame) : Value();
        const Decimal cut = share.number() ? std::clamp(*share.number(), Decimal(0), Decimal(1)) : Decimal(0);
        const Decimal part = d.health[i].points.times(cut).value_or(Decimal()).rounded(healthDigits);
        rollUp[fixedParts + 1 + i] = Value(part);
        sum = sum.plus(part).value_or(sum);
    }
    rollUp[fixedParts] = Value(sum);
    d.setAccount(&account, rollUp, now, facts);
    return rollUp;
}

Value Perceiver::accountTrait(const Customer& account, std::string_view trait) const {
    const std::size_t at = positionOf(m_impl->plan->accounts.traits, trait);
    return at < account.traits.size() ? account.traits[at] : Value();
}

std::string Perceiver::roleOf(const Customer& person) const {
    return m_impl->roleTrait < person.traits.size() ? person.traits[m_impl->roleTrait].toText() : std::string();
}

bool Perceiver::isAboutAccount(const Event& event) const {
    if (!event.userId.empty() || !event.anonymousId.empty() || !knowsAccounts())
        return false;
    const std::vector<ObjectLink> links = objectsOf(event);
    return std::any_of(links.begin(), links.end(), [](const ObjectLink& link) { return link.kind == "account"; });
}

std::vector<ObjectLink> Perceiver::objectsOf(const Event& event) const {
    std::vector<ObjectLink> links;
    const Impl::Planned* const planned = m_impl->planned(event.name);
    if (!planned || !planned->namesObjects)
        return links;
    for (const Impl::PlannedProperty& property : planned->properties)
        if (!property.object.empty())
            if (const Value id = propertyOf(event.properties, property.id); !id.isNull() && !id.toText().empty())
                links.push_back({property.object, id.toText(), event.time});
    return links;
}

} // namespace wayreeve::perception
