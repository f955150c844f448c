#include "engine/turn.h"
#include "engine/turn_state.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr Duration kept = Duration::days(8); ///< longer than the widest limit
constexpr const char* statedEvent = "Fact Reported";

/// The fact that an event states: `fact`, `id`, the kind's members, `as_of` where it is older than the event, `problem`
/// where there is none.
std::optional<planning::KnownFact> statedBy(const perception::Event& event) {
    planning::KnownFact fact;
    const std::string kind = event.properties.member("fact").toText();
    bool known = false;
    for (int i = 0; i <= static_cast<int>(documents::FactKind::Identity) && !known; ++i) {
        fact.name.kind = static_cast<documents::FactKind>(i);
        known = documents::nameOf(fact.name.kind) == kind;
    }
    fact.name.id = event.properties.member("id").toText();
    if (!known || fact.name.id.empty())
        return std::nullopt;
    fact.asked = event.receivedAt;
    fact.asOf = event.time;
    if (const Value stated = event.properties.member("as_of"); stated.text()) {
        const auto asOf = parseInstant(*stated.text());
        if (!asOf)
            fact.problem = "fact.malformed";
        else
            fact.asOf = *asOf;
    }
    if (const Value problem = event.properties.member("problem"); problem.text())
        fact.problem = *problem.text();
    Context value;
    for (const documents::FactMember& member : documents::membersOf(fact.name.kind))
        if (const Value part = event.properties.member(std::string(member.name)); !part.isNull())
            value.emplace_back(std::string(member.name), part);
    if (fact.problem.empty() && value.empty())
        fact.problem = "fact.missing";
    else if (fact.problem.empty() && documents::unfitMember(fact.name.kind, Value(value)))
        fact.problem = "fact.malformed";
    if (fact.problem.empty())
        fact.value = Value(std::move(value));
    return fact;
}

void keep(std::vector<planning::KnownFact>& facts, planning::KnownFact fact) {
    const auto at =
        std::find_if(facts.begin(), facts.end(), [&](const auto& other) { return !(other.name < fact.name); });
    if (at != facts.end() && at->name == fact.name)
        *at = std::move(fact);
    else
        facts.insert(at, std::move(fact));
}

} // namespace

/// Simulated, imported and told customers: nobody is asked, so events say what a system of record would. Where somebody
/// is asked, such an event is anybody's claim and no fact.
void TurnRunner::takeStatedFact(Turn& turn) const {
    const perception::Event* const event = turn.event();
    if (turn.context.asksFacts || !event || event->name != statedEvent)
        return;
    if (auto fact = statedBy(*event))
        keep(turn.state.facts, std::move(*fact));
}

/// What was not answered in time counts as unreachable; what is too old for any use is forgotten.
void TurnRunner::endWaits(Turn& turn) const {
    for (planning::KnownFact& fact : turn.state.facts)
        if (fact.waiting && turn.now - fact.asked >= planning::factPatience) {
            fact.waiting = false;
            fact.problem = "fact.unreachable";
            fact.asked = turn.now;
        }
    std::erase_if(turn.state.facts, [&](const auto& fact) { return turn.now - fact.asked > kept; });
}

/// True where an answer is to be waited for.
bool TurnRunner::askFor(Turn& turn, std::vector<planning::FactName> names) const {
    for (planning::FactName& name : names) {
        const auto at = std::find_if(turn.state.facts.begin(), turn.state.facts.end(),
                                     [&](const auto& fact) { return fact.name == name; });
        if (at != turn.state.facts.end() && at->waiting)
            continue;
        planning::KnownFact fact;
        fact.name = name;
        fact.asOf = fact.asked = turn.now;
        fact.waiting = true;
        keep(turn.state.facts, std::move(fact));
        turn.out.questions.push_back(std::move(name));
    }
    return !names.empty();
}

Instant TurnRunner::answersBy(const CustomerState& state) {
    Instant by = Instant::never();
    for (const planning::KnownFact& fact : state.facts)
        if (fact.waiting)
            by = std::min(by, fact.asked + planning::factPatience);
    return by;
}

/// The agents think once the answers are there, or too late.
bool TurnRunner::waitForFacts(Turn& turn, const std::vector<planning::DueDecision>& due) {
    if (!turn.context.asksFacts || !m_program.planner->usesFacts() ||
        !askFor(turn, m_program.planner->questions(request(turn, true), m_facts)))
        return false;
    for (const planning::DueDecision& one : due) {
        planning::Instance& instance = turn.state.positions.instances[one.instance];
        instance.again = true;
        instance.dueAt = answersBy(turn.state);
    }
    return true;
}

/// What is to go out goes out on facts that hold then.
bool TurnRunner::waitForFacts(Turn& turn, OpenProposal& open) {
    if (!turn.context.asksFacts || !m_program.planner->needsFacts(open.proposal.candidate.action) ||
        !askFor(turn, m_program.planner->questions(open.proposal.candidate, request(turn, false), m_facts)))
        return false;
    open.proposal.state = governance::ProposalState::Held;
    open.proposal.notBefore = answersBy(turn.state);
    turn.out.proposals.push_back(open.proposal);
    return true;
}

} // namespace wayreeve::engine
