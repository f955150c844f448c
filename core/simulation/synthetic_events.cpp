#include "base/portable_math.h"
#include "simulation/draw.h"
#include "simulation/synthetic_customer.h"

#include <cmath>

namespace wayreeve::simulation {
namespace {

constexpr Duration fatigueWindow = Duration::days(7);
constexpr Duration meanRepeat = Duration::minutes(10);
constexpr Duration meanLead = Duration::minutes(10);
constexpr Duration largestLead = Duration::minutes(5); // what perception::parseSegmentEvent lets pass

double unit32(std::uint32_t word) {
    return static_cast<double>(word) * 0x1p-32;
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool answers(const documents::Reaction& reaction, const Delivered& delivered) {
    const bool named = reaction.tag.empty() ? !reaction.action.empty() && reaction.action == delivered.actionId
                                            : contains(delivered.actionTags, reaction.tag);
    return named && (reaction.content.empty() || reaction.content == delivered.contentId);
}

std::string shortId(char kind, std::uint32_t number) {
    return kind + std::to_string(number);
}

std::int64_t dayOf(const PopulationPlan& plan, Instant at) {
    return std::max<std::int64_t>(0, (at - plan.population.start).ms / Duration::days(1).ms);
}

} // namespace

/// An event of the customer as its devices know it at that moment, without properties.
perception::Event SyntheticCustomer::newEvent(const PopulationPlan& plan, std::string_view name, Instant at) {
    perception::Event event;
    const bool identifies = name == "identify";
    event.type = identifies ? perception::EventType::Identify : perception::EventType::Track;
    event.name = identifies ? "Identified" : name == "consent" ? "Consent Changed" : name;
    event.messageId = shortId('m', m_origin) + "-" + std::to_string(++m_events);
    if (m_knowsUser)
        event.userId = shortId('c', m_origin);
    if (m_anonymous && (!m_knowsUser || m_linked))
        event.anonymousId = shortId('a', m_origin);
    else if (m_browsesFirst && !m_knowsUser)
        event.anonymousId = browserId();
    if (plan.world) {
        if (const std::int64_t day = dayOf(plan, at); day != m_seenDay) {
            DrawStream draw = plan.drawOf(m_origin, 2 * static_cast<std::uint32_t>(day));
            m_seenDay = day;
            m_seenAt = plan.world->seen(m_origin, static_cast<double>(day), draw);
        }
        event.seenAt = m_seenAt;
    }
    if (!m_knowsUser)
        event.zone = *m_zone; // a browser knows its zone before the shop knows the person
    event.time = event.receivedAt = at;
    return event;
}

Value SyntheticCustomer::propertiesOf(const PopulationPlan& plan, const std::vector<documents::Distribution>& drawn,
                                      documents::Channel channel) const {
    Context properties;
    properties.reserve(drawn.size() + 1);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        Value value =
            draw(drawn[i], plan.chance, {m_origin, m_events, Purpose::PopulationEvent, static_cast<std::uint32_t>(i)});
        if (!value.isNull())
            properties.emplace_back(drawn[i].id, std::move(value));
    }
    const bool named =
        std::any_of(properties.begin(), properties.end(), [](const auto& p) { return p.first == "channel"; });
    if (channel != documents::Channel::None && !named)
        properties.emplace_back("channel", std::string(nameOf(channel)));
    return properties;
}

void SyntheticCustomer::happen(const PopulationPlan& plan, const std::string& name,
                               const std::vector<documents::Distribution>& properties, Instant at,
                               documents::Channel channel) {
    perception::Event event = newEvent(plan, name, at);
    event.properties = propertiesOf(plan, properties, channel);
    spoil(plan, std::move(event));
}

/// What becomes of an event on its way (documents::EventQuality).
void SyntheticCustomer::spoil(const PopulationPlan& plan, perception::Event event) {
    const documents::EventQuality& quality = plan.population.quality;
    const double worst = quality.malformed + quality.future + quality.late;
    if (!(worst > 0) && !(quality.duplicate > 0))
        return send(plan, event.receivedAt, std::move(event));
    const auto words = plan.chance.block(m_origin, m_events, Purpose::PopulationQuality);
    const Instant happened = event.time;
    double u = unit32(words[0]);
    const auto falls = [&u](double share) {
        u -= share;
        return u < 0;
    };
    if (falls(quality.malformed))
        return send(plan, happened, std::nullopt);
    if (falls(quality.future) && exponentialLength(meanLead, unit32(words[2])) > largestLead)
        return send(plan, happened, std::nullopt, "event.future");
    if (u >= 0 && falls(quality.late)) {
        const double share = 0.5 + unit32(words[2]);
        event.receivedAt =
            happened + Duration{static_cast<std::int64_t>(share * static_cast<double>(quality.lateBy.ms))};
    }
    if (unit32(words[1]) < quality.duplicate) {
        perception::Event again = event;
        again.receivedAt = event.receivedAt + exponentialLength(meanRepeat, unit32(words[3]));
        send(plan, event.receivedAt, std::move(event));
        event = std::move(again);
    }
    send(plan, event.receivedAt, std::move(event));
}

void SyntheticCustomer::send(const PopulationPlan& plan, Instant receivedAt, std::optional<perception::Event> event,
                             const char* refusal) {
    if (receivedAt >= plan.end)
        return;
    Arrival arrival{receivedAt, m_origin, 0, std::move(event)}; // numbered when it is handed out
    if (refusal)
        arrival.reason.code = refusal;
    // Nearly always the latest: only late and repeated events overtake.
    auto place = m_outbox.end();
    while (place != m_outbox.begin() && std::prev(place)->receivedAt > receivedAt)
        --place;
    m_outbox.insert(place, std::move(arrival));
}

void SyntheticCustomer::deliver(const PopulationPlan& plan, const Delivered& delivered) {
    const execution::Dispatch& dispatch = delivered.dispatch;
    if (dispatch.state == execution::DispatchState::Failed || dispatch.state == execution::DispatchState::Stopped)
        return;
    const Instant at = std::max(dispatch.at, m_horizon);
    std::erase_if(m_contacts, [&](const Instant& contact) { return contact + fatigueWindow <= at; });
    std::vector<const std::string*> met; // events that have found their reaction
    for (std::size_t i = 0; i < plan.reactions.size(); ++i) {
        const documents::Reaction& reaction = *plan.reactions[i].source;
        if (!answers(reaction, delivered) ||
            std::any_of(met.begin(), met.end(), [&](const std::string* event) { return *event == reaction.event; }))
            continue;
        met.push_back(&reaction.event);
        const auto index = static_cast<std::uint32_t>(i);
        const auto [answer, delay] =
            drawTwo(plan.chance, {m_origin, dispatch.number, Purpose::PopulationReaction, index});
        if (answer >= probability(plan.reactions[i], delivered))
            continue;
        const Pending pending{at + exponentialLength(reaction.delay, delay), index, dispatch.channel};
        const auto place = std::upper_bound(m_pending.begin(), m_pending.end(), pending,
                                            [](const Pending& a, const Pending& b) { return a.at < b.at; });
        m_pending.insert(place, pending);
    }
    if (dispatch.channel != documents::Channel::None && dispatch.slot != documents::Slot::Operation)
        m_contacts.push_back(at);
}

double SyntheticCustomer::probability(const PopulationPlan::Reaction& reaction, const Delivered& delivered) const {
    const documents::Reaction& source = *reaction.source;
    double logit = source.base;
    if (m_arrived) {
        for (const PopulationPlan::Coefficient& coefficient : reaction.coefficients)
            logit += coefficient.value * m_numbers[coefficient.number];
        logit += reaction.states[m_state];
    }
    const double apart = std::abs(static_cast<double>(delivered.localHour) - m_preferredHour);
    logit += source.discount * delivered.discount;
    logit -= source.fatigue * static_cast<double>(m_contacts.size());
    logit -= source.hour * std::min(apart, 24 - apart) / 12;
    return portable::logistic(logit);
}

/// A browser keeps its id for two visits.
std::string SyntheticCustomer::browserId() const {
    return shortId('b', m_origin) + "-" + std::to_string((m_visits > 0 ? m_visits - 1 : 0) / 2);
}

void SyntheticCustomer::planVisit(const PopulationPlan& plan, Instant from) {
    m_visitAt = Instant::never();
    const double perDay = plan.population.sessions.perDay;
    if (!plan.world || !(perDay > 0))
        return;
    const double days = -portable::log(1.0 - plan.drawOf(m_origin, 2 * m_visits + 1).uniform()) / perDay;
    if (days < 1e6)
        m_visitAt = from + Duration{static_cast<std::int64_t>(days * 86'400'000.0) + 1};
}

/// A visit without signing in: some events on one device, under the browser's id alone. Who sends nothing any more does
/// not come either.
void SyntheticCustomer::visit(const PopulationPlan& plan, Instant at) {
    const documents::Sessions& sessions = plan.population.sessions;
    if (!(plan.states[m_state].perDay > 0))
        return;
    ++m_visits;
    DrawStream draw = plan.drawOf(m_origin, 2 * m_visits + 1);
    (void)draw.uniform(); // the time to the next visit
    const perception::SharedSurroundings seenAt =
        plan.world->seen(m_origin, static_cast<double>(dayOf(plan, at)), draw);
    const std::size_t length = 3 + draw.below(2 * static_cast<std::size_t>(std::max(sessions.length, 3) - 3) + 1);
    for (std::size_t i = 0; i < length; ++i) {
        const documents::Emission& emission = sessions.events[draw.by(plan.sessionShares)];
        perception::Event event = newEvent(plan, emission.event, at);
        event.userId.clear();
        event.anonymousId = browserId();
        event.zone = *m_zone;
        event.seenAt = seenAt;
        event.properties = propertiesOf(plan, emission.properties, documents::Channel::None);
        spoil(plan, std::move(event));
        at = at + Duration::seconds(20 + static_cast<std::int64_t>(draw.below(200)));
    }
}

void SyntheticCustomer::react(const PopulationPlan& plan) {
    const Pending pending = m_pending.front();
    m_pending.erase(m_pending.begin());
    const PopulationPlan::Reaction& reaction = plan.reactions[pending.reaction];
    const bool leaves = reaction.source->event == "Unsubscribed";
    happen(plan, reaction.source->event, reaction.source->properties, pending.at,
           leaves ? pending.channel : documents::Channel::None);
    if (reaction.toState >= 0)
        enter(plan, static_cast<std::size_t>(reaction.toState), pending.at);
}

} // namespace wayreeve::simulation
