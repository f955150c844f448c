#include "simulation/synthetic_customer.h"

#include "base/portable_math.h"
#include "simulation/draw.h"

namespace wayreeve::simulation {
namespace {

constexpr Duration meanSignIn = Duration::days(1);
constexpr Duration meanLink = Duration::hours(2);
constexpr Duration shortestVisit = Duration::seconds(1); // a dwell of 0 must not hold the clock
constexpr std::uint32_t anonymousOneIn = 20;

/// Occasions of PopulationTrait: which property of the customer is drawn.
enum Property : std::uint64_t { Trait, Hidden, ZoneName, Edge, ConsentGiven, StartState, Anonymity, PreferredHour };

/// Families of occasions of PopulationEvent, so that two uses never meet.
constexpr std::uint64_t visitFamily = std::uint64_t{1} << 32;
constexpr std::uint64_t emissionFamily = std::uint64_t{2} << 32;

double numeric(const Value& value) {
    return value.boolean() ? (*value.boolean() ? 1.0 : 0.0) : value.toDouble();
}

} // namespace

SyntheticCustomer::SyntheticCustomer(const PopulationPlan& plan, std::uint32_t origin)
    : m_origin(origin) {
    const double u = plan.chance.uniform(origin, 0, Purpose::PopulationArrival);
    const double share = (static_cast<double>(origin) + u) / static_cast<double>(std::max(plan.customers, 1U));
    m_arriveAt =
        plan.population.start + Duration{static_cast<std::int64_t>(share * static_cast<double>(plan.arrivalWindow.ms))};
    m_anonymous = plan.chance.below(anonymousOneIn, origin, Anonymity, Purpose::PopulationTrait) == 0;
    if (m_anonymous) {
        const auto [first, second] = drawTwo(plan.chance, {origin, 1, Purpose::PopulationArrival, 0});
        m_signInAt = m_arriveAt + exponentialLength(meanSignIn, first) + Duration::minutes(1);
        m_linkAt = m_signInAt + exponentialLength(meanLink, second) + Duration::minutes(1);
    }
    if (!plan.world)
        return;
    DrawStream draw = plan.drawOf(origin, UINT32_MAX);
    m_browsesFirst = !m_anonymous && draw.happens(plan.population.sessions.beforeSignIn);
    if (m_browsesFirst)
        m_signInAt = m_arriveAt + exponentialLength(meanSignIn, draw.uniform()) + Duration::minutes(30);
}

Instant SyntheticCustomer::next(const PopulationPlan& plan) const {
    Instant soonest = due().at;
    if (!m_outbox.empty())
        soonest = std::min(soonest, m_outbox.front().receivedAt);
    return soonest < plan.end ? soonest : Instant::never();
}

/// The first thing that is due; of things due at once, the first in the order of Step.
SyntheticCustomer::Due SyntheticCustomer::due() const {
    if (!m_arrived)
        return {Step::Arrive, m_arriveAt};
    Due first;
    const auto consider = [&](Step step, Instant at) {
        if (at < first.at)
            first = {step, at};
    };
    consider(Step::SignIn, m_signInAt);
    consider(Step::Link, m_linkAt);
    consider(Step::Leave, m_leaveAt);
    if (!m_pending.empty())
        consider(Step::React, m_pending.front().at);
    consider(Step::Emit, m_emitAt);
    consider(Step::Visit, m_visitAt);
    return first;
}

void SyntheticCustomer::advance(const PopulationPlan& plan, Instant until, std::vector<Arrival>& out) {
    const Instant stop = std::min(until, plan.end);
    for (Due first = due(); first.at < stop; first = due())
        perform(plan, first);
    m_horizon = std::max(m_horizon, stop);
    std::size_t count = 0;
    while (count < m_outbox.size() && m_outbox[count].receivedAt < stop) {
        Arrival& arrival = m_outbox[count++];
        arrival.index = m_emitted++;
        out.push_back(std::move(arrival));
    }
    m_outbox.erase(m_outbox.begin(), m_outbox.begin() + static_cast<std::ptrdiff_t>(count));
}

void SyntheticCustomer::perform(const PopulationPlan& plan, Due first) {
    const documents::HiddenState& state = plan.population.states[m_state];
    switch (first.step) {
    case Step::None:
        return;
    case Step::Arrive: {
        m_arrived = true;
        drawTraits(plan);
        if (!m_anonymous && !m_browsesFirst)
            introduce(plan, first.at);
        if (m_browsesFirst)
            m_visitAt = first.at;
        else
            planVisit(plan, first.at);
        const double u = plan.chance.uniform(m_origin, StartState, Purpose::PopulationTrait);
        const std::size_t drawn = pick(plan.startShares, u).value_or(0);
        const int given =
            m_edge < 0 ? -1 : plan.stateOf(plan.population.edgeCases[static_cast<std::size_t>(m_edge)].state);
        return enter(plan, given < 0 ? drawn : static_cast<std::size_t>(given), first.at);
    }
    case Step::SignIn:
        m_signInAt = Instant::never();
        return introduce(plan, first.at);
    case Step::Link: {
        m_linkAt = Instant::never();
        m_linked = true;
        perception::Event event = newEvent(plan, "identify", first.at);
        event.properties = Context{};
        return send(plan, first.at, std::move(event));
    }
    case Step::Leave: {
        const double u = plan.chance.uniform(m_origin, visitFamily | m_visit, Purpose::PopulationEvent, 1);
        const auto& after = plan.states[m_state].next;
        const auto chosen = pick(after, u);
        return enter(plan, chosen ? after[*chosen].first : m_state, first.at);
    }
    case Step::React:
        return react(plan);
    case Step::Emit: {
        const documents::Emission& emission = state.emits[m_kind];
        happen(plan, emission.event, emission.properties, first.at);
        return planEmission(plan, first.at);
    }
    case Step::Visit:
        visit(plan, first.at);
        return planVisit(plan, first.at);
    }
}

void SyntheticCustomer::drawTraits(const PopulationPlan& plan) {
    const documents::Population& population = plan.population;
    double u = plan.chance.uniform(m_origin, Edge, Purpose::PopulationTrait);
    for (std::size_t i = 0; i < population.edgeCases.size() && m_edge < 0; ++i) {
        u -= population.edgeCases[i].share;
        if (u < 0)
            m_edge = static_cast<int>(i);
    }
    const Context none;
    const Context& given = m_edge < 0 ? none : population.edgeCases[static_cast<std::size_t>(m_edge)].traits;
    const auto number = [&](const documents::Distribution& distribution, Property property, std::size_t index) {
        for (const auto& [key, value] : given)
            if (key == distribution.id)
                return numeric(value);
        return numeric(draw(distribution, plan.chance,
                            {m_origin, property, Purpose::PopulationTrait, static_cast<std::uint32_t>(index)}));
    };
    m_numbers.reserve(population.hidden.size() + population.traits.size());
    for (std::size_t i = 0; i < population.hidden.size(); ++i)
        m_numbers.push_back(number(population.hidden[i], Hidden, i));
    for (std::size_t i = 0; i < population.traits.size(); ++i)
        m_numbers.push_back(number(population.traits[i], Trait, i));
    m_preferredHour = plan.preferredHour >= 0
                          ? m_numbers[static_cast<std::size_t>(plan.preferredHour)]
                          : 8 + 12 * plan.chance.uniform(m_origin, PreferredHour, Purpose::PopulationTrait);
    const auto zone = pick(population.zones, plan.chance.uniform(m_origin, ZoneName, Purpose::PopulationTrait));
    m_zone = zone ? &population.zones[*zone].first : &plan.defaultZone;
}

namespace {

/// "{n}" in a trait's text is the customer's own number, so that addresses are their own: shared ones make one person
/// of many.
Value withNumber(Value value, std::uint32_t origin) {
    constexpr std::string_view place = "{n}";
    const std::string* const text = value.text();
    const std::size_t at = text ? text->find(place) : std::string::npos;
    if (at == std::string::npos)
        return value;
    std::string digits = std::to_string(origin);
    digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
    return Value(text->substr(0, at) + digits + text->substr(at + place.size()));
}

} // namespace

/// The customer becomes known: traits, zone and e-mail, then what it consents to.
void SyntheticCustomer::introduce(const PopulationPlan& plan, Instant at) {
    const documents::Population& population = plan.population;
    m_knowsUser = true;
    perception::Event event = newEvent(plan, "identify", at);
    Context traits;
    const auto put = [&](std::string_view key, Value value) {
        const bool known = std::any_of(traits.begin(), traits.end(), [&](const auto& t) { return t.first == key; });
        if (!known && !value.isNull() && !(value.text() && value.text()->empty()))
            traits.emplace_back(key, withNumber(std::move(value), m_origin));
    };
    if (m_edge >= 0)
        for (const auto& [key, value] : population.edgeCases[static_cast<std::size_t>(m_edge)].traits)
            if (std::none_of(population.hidden.begin(), population.hidden.end(),
                             [&key = key](const auto& hidden) { return hidden.id == key; }))
                put(key, value);
    for (std::size_t i = 0; i < population.traits.size(); ++i)
        put(population.traits[i].id, draw(population.traits[i], plan.chance,
                                          {m_origin, Trait, Purpose::PopulationTrait, static_cast<std::uint32_t>(i)}));
    put("email", "c" + std::to_string(m_origin) + "@customers.example");
    put("timezone", *m_zone);
    event.properties = std::move(traits);
    send(plan, at, std::move(event));
    for (std::size_t i = 0; i < population.consent.size(); ++i) {
        const documents::ConsentShare& share = population.consent[i];
        const double u =
            plan.chance.uniform(m_origin, ConsentGiven, Purpose::PopulationTrait, static_cast<std::uint32_t>(i));
        perception::Event statement = newEvent(plan, "consent", at);
        Context properties{{"purpose", share.purpose}, {"granted", Value(u < share.share)}};
        if (share.channel != documents::Channel::None)
            properties.emplace_back("channel", std::string(nameOf(share.channel)));
        statement.properties = std::move(properties);
        send(plan, at, std::move(statement));
    }
}

void SyntheticCustomer::enter(const PopulationPlan& plan, std::size_t state, Instant at) {
    m_state = static_cast<std::uint32_t>(state);
    ++m_visit;
    const documents::HiddenState& entered = plan.population.states[state];
    m_leaveAt = Instant::never();
    if (!plan.states[state].next.empty()) {
        const double u = plan.chance.uniform(m_origin, visitFamily | m_visit, Purpose::PopulationEvent, 0);
        m_leaveAt = at + std::max(exponentialLength(entered.dwell, u), shortestVisit);
    }
    for (std::size_t i = 0; i < entered.onEnter.size(); ++i) {
        const double u = plan.chance.uniform(m_origin, visitFamily | m_visit, Purpose::PopulationEvent,
                                             static_cast<std::uint32_t>(i + 2));
        if (u < entered.onEnter[i].perDay)
            happen(plan, entered.onEnter[i].event, entered.onEnter[i].properties, at);
    }
    planEmission(plan, at);
}

/// Poisson processes side by side are one of their summed rate, whose events fall on each by its share of the rate.
void SyntheticCustomer::planEmission(const PopulationPlan& plan, Instant from) {
    const PopulationPlan::State& state = plan.states[m_state];
    m_emitAt = Instant::never();
    if (!(state.perDay > 0))
        return;
    const auto [gap, kind] = drawTwo(plan.chance, {m_origin, emissionFamily | ++m_step, Purpose::PopulationEvent, 0});
    const double days = -portable::log(1.0 - gap) / state.perDay;
    if (days > 1e6)
        return;
    m_emitAt = from + Duration{static_cast<std::int64_t>(days * 86'400'000.0) + 1};
    double left = kind * state.perDay;
    for (std::size_t i = 0; i < state.source->emits.size(); ++i) {
        if (!(state.source->emits[i].perDay > 0))
            continue;
        m_kind = static_cast<std::uint32_t>(i);
        left -= state.source->emits[i].perDay;
        if (left < 0)
            return;
    }
}

} // namespace wayreeve::simulation
