#include "simulation/stage_world.h"

#include "base/text.h"
#include "interpretation/interpreter.h"
#include "perception/perceiver.h"
#include "simulation/stage_filter.h"
#include "simulation/synthetic_customer.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>

namespace wayreeve::simulation {
namespace {

using documents::Population;
using documents::Workspace;
using interpretation::Interpreter;
using interpretation::SignalMemory;
using perception::Event;
using perception::Facts;

/// Other chance than the world's own, so that moments do not depend on what happens at them.
constexpr std::uint64_t momentSeed = 0x5f0d'3a61'9c27'b845;
constexpr std::uint64_t trainingSeed = 0x2b99'2ddf'a232'49d6;

Population plain(Population world) {
    world.reactions.clear();
    world.edgeCases.clear();
    world.quality = {};
    return world;
}

Error errorOf(const char* code, std::vector<std::pair<std::string, std::string>> parameters = {}) {
    return {code, std::move(parameters), {}, 0, 0};
}

Result<std::vector<std::size_t>> stagesOfStates(const Workspace& workspace, const Population& world) {
    const auto& stages = workspace.stages->stages;
    std::vector<std::size_t> belongs;
    for (const documents::HiddenState& state : world.states) {
        std::size_t best = stages.size();
        for (std::size_t i = 0; i < stages.size(); ++i)
            if ((state.id == stages[i].id || state.id.starts_with(stages[i].id + "-")) &&
                (best == stages.size() || stages[i].id.size() > stages[best].id.size()))
                best = i;
        if (best == stages.size())
            return errorOf("stage-world.no-stage", {{"state", state.id}});
        belongs.push_back(best);
    }
    return belongs;
}

Result<void> checkEvents(const Workspace& workspace, const Population& world) {
    std::vector<std::string> known{"identify", "consent"};
    for (const auto& event : workspace.trackingPlan->events)
        known.push_back(event.name);
    for (const documents::HiddenState& state : world.states)
        for (const auto* emissions : {&state.onEnter, &state.emits})
            for (const documents::Emission& emission : *emissions)
                if (std::find(known.begin(), known.end(), emission.event) == known.end())
                    return errorOf("stage-world.unknown-event",
                                   {{"event", emission.event}, {"nearest", nearestName(emission.event, known)}});
    return {};
}

/// The same stages with another assignment of weights: every signal that stages use stands where another one stood.
documents::StageList shuffledStages(const documents::StageList& stages, const Chance& chance, std::uint32_t round) {
    std::vector<std::string> used;
    for (const documents::Stage& stage : stages.stages)
        for (const documents::WeightedSignal& part : stage.signals)
            if (std::find(used.begin(), used.end(), part.signal) == used.end())
                used.push_back(part.signal);
    std::vector<std::string> others = used;
    for (std::size_t i = others.size(); i > 1; --i)
        std::swap(others[i - 1], others[chance.below(static_cast<std::uint32_t>(i), round, i, Purpose::ControlDraw)]);
    documents::StageList result = stages;
    for (documents::Stage& stage : result.stages)
        for (documents::WeightedSignal& part : stage.signals)
            part.signal =
                others[static_cast<std::size_t>(std::find(used.begin(), used.end(), part.signal) - used.begin())];
    return result;
}

/// One way of reading: the workspace's documents as they are, or with other stages.
struct Reader {
    Reader(Workspace documents, const documents::FactSchema& schema, Symbols& symbols)
        : workspace(std::move(documents))
        , interpreter(workspace, schema, symbols) {}
    Workspace workspace;
    Interpreter interpreter;
    SignalMemory memory;
};

using Guesses = std::map<std::string, std::vector<std::uint64_t>>; ///< by what was heard last: moments in each stage

/// Lives one world and looks at its moments.
class Observation {
public:
    Observation(const Workspace& workspace, const Population& world, std::vector<std::size_t> stageOf,
                const StageWorldSettings& settings, const documents::FactSchema& schema)
        : m_stageOf(std::move(stageOf))
        , m_settings(settings)
        , m_chance(settings.seed)
        , m_plan(plain(world), workspace.settings.zones.empty() ? std::string() : workspace.settings.zones.front(),
                 settings.customers, settings.days, m_chance)
        , m_perceiver(workspace, schema, m_symbols)
        , m_filter(m_plan)
        , m_facts(schema.schema().size()) {
        addReader(workspace, schema);
        for (const documents::Stage& stage : workspace.stages->stages)
            m_stages.push_back(m_symbols.intern(stage.id));
    }

    void addReader(Workspace workspace, const documents::FactSchema& schema) {
        m_readers.push_back(std::make_unique<Reader>(std::move(workspace), schema, m_symbols));
    }

    /// Without a result only the guesses are learned.
    Result<void> run(Guesses& guesses, StageMeasurement* result) {
        for (std::uint32_t origin = 0; origin < m_settings.customers; ++origin)
            if (auto lived = live(origin, guesses, result); !lived)
                return lived.error();
        return {};
    }

private:
    Result<void> live(std::uint32_t origin, Guesses& guesses, StageMeasurement* result) {
        SyntheticCustomer customer(m_plan, origin);
        const Instant arrival = customer.next(m_plan);
        std::vector<Instant> moments;
        const double span = static_cast<double>((m_plan.end - arrival).ms - 1);
        for (std::uint32_t i = 0; i < m_settings.momentsEach; ++i)
            moments.push_back(
                arrival +
                Duration{1 +
                         static_cast<std::int64_t>(
                             span * Chance(m_settings.seed ^ momentSeed).uniform(origin, i, Purpose::ControlDraw))});
        std::sort(moments.begin(), moments.end());
        m_customer = {};
        m_customer.firstSeen = arrival;
        m_lastHeard.clear();
        for (const auto& reader : m_readers)
            reader->memory = {};
        bool begun = false;
        for (const Instant moment : moments) {
            m_arrivals.clear();
            customer.advance(m_plan, moment, m_arrivals);
            if (result != nullptr)
                follow(arrival, moment, begun);
            for (const Arrival& arrived : m_arrivals)
                if (auto heard = hear(*arrived.event); !heard)
                    return heard.error();
            begun = true;
            const std::size_t truth = m_stageOf[customer.state()];
            if (result != nullptr)
                judge(truth, moment, guesses, *result);
            else
                count(guesses[m_lastHeard], truth);
        }
        return {};
    }

    /// The filter hears what states say, all of one instant together; introductions are of the door, not of a state.
    void follow(Instant arrival, Instant moment, bool begun) {
        std::vector<const Event*> said;
        std::size_t i = 0;
        const auto gather = [&](Instant at) {
            said.clear();
            for (; i < m_arrivals.size() && m_arrivals[i].event->time == at; ++i)
                if (const Event& event = *m_arrivals[i].event;
                    event.type == perception::EventType::Track && event.name != "Consent Changed")
                    said.push_back(&event);
        };
        if (!begun) {
            gather(arrival);
            m_filter.begin(arrival, said);
        }
        while (i < m_arrivals.size()) {
            const Instant at = m_arrivals[i].event->time;
            gather(at);
            m_filter.wait(at);
            if (!said.empty())
                m_filter.hear(said);
        }
        m_filter.wait(moment);
    }

    Result<void> hear(const Event& event) {
        if (const auto refused = m_perceiver.violation(event))
            return errorOf("stage-world.event-refused", {{"event", event.name}, {"reason", refused->code}});
        m_perceiver.absorb(m_customer, event);
        m_perceiver.fill(m_customer, &event, event.receivedAt, m_facts);
        const auto before = m_readers.front()->memory.levels;
        for (const auto& reader : m_readers) {
            reader->interpreter.absorb(reader->memory, event, m_facts);
            (void)reader->interpreter.read(reader->memory, event.receivedAt, m_facts);
        }
        if (event.type != perception::EventType::Track || event.name == "Consent Changed")
            return {};
        m_lastHeard = event.name;
        const auto& after = m_readers.front()->memory.levels;
        for (std::size_t i = 0; i < after.size(); ++i)
            if (i >= before.size() ? after[i].value != 0 : !(after[i] == before[i]))
                m_lastHeard += "|" + std::to_string(i);
        ++m_events;
        return {};
    }

    void judge(std::size_t truth, Instant moment, const Guesses& guesses, StageMeasurement& result) {
        m_perceiver.fill(m_customer, nullptr, moment, m_facts);
        const auto stageRead = [&](Reader& reader) {
            SignalMemory memory = reader.memory;
            const Sym stage = reader.interpreter.read(memory, moment, m_facts).stage;
            return static_cast<std::size_t>(std::find(m_stages.begin(), m_stages.end(), stage) - m_stages.begin());
        };
        result.core.add(truth, stageRead(*m_readers.front()));
        for (std::size_t i = 1; i < m_readers.size(); ++i)
            result.shuffled[i - 1].add(truth, stageRead(*m_readers[i]));
        const auto known = guesses.find(m_lastHeard);
        result.lastEvent.add(truth, known == guesses.end() ? m_stages.size() : largest(known->second));
        std::vector<double> belief(m_stages.size());
        for (std::size_t state = 0; state < m_stageOf.size(); ++state)
            belief[m_stageOf[state]] += m_filter.belief()[state];
        result.filter.add(truth, largest(belief));
        result.events = m_events;
    }

    template <class T>
    static std::size_t largest(const std::vector<T>& of) {
        return static_cast<std::size_t>(std::max_element(of.begin(), of.end()) - of.begin());
    }

    void count(std::vector<std::uint64_t>& moments, std::size_t truth) const {
        moments.resize(m_stages.size());
        ++moments[truth];
    }

    std::vector<std::size_t> m_stageOf;
    StageWorldSettings m_settings;
    Chance m_chance;
    PopulationPlan m_plan;
    Symbols m_symbols;
    perception::Perceiver m_perceiver;
    std::vector<std::unique_ptr<Reader>> m_readers; ///< the workspace's own first
    std::vector<Sym> m_stages;
    StageFilter m_filter;
    Facts m_facts;
    perception::Customer m_customer;
    std::string m_lastHeard;
    std::vector<Arrival> m_arrivals;
    std::uint64_t m_events = 0;
};

} // namespace

double StageMeasurement::shuffledAccuracy() const {
    double sum = 0;
    for (const measurement::Confusion& one : shuffled)
        sum += one.accuracy().share();
    return shuffled.empty() ? 0 : sum / static_cast<double>(shuffled.size());
}

Result<StageMeasurement> measureStages(const Workspace& workspace, const Population& world,
                                       const StageWorldSettings& settings) {
    if (!workspace.stages || workspace.stages->stages.empty() || world.states.empty())
        return errorOf("stage-world.no-stages");
    const auto stageOf = stagesOfStates(workspace, world);
    if (!stageOf)
        return stageOf.error();
    if (auto known = checkEvents(workspace, world); !known)
        return known.error();
    const auto schema = documents::FactSchema::build(workspace);
    if (!schema)
        return schema.error();

    StageMeasurement result;
    for (const documents::Stage& stage : workspace.stages->stages)
        result.stages.push_back(stage.id);
    const measurement::Confusion none(result.stages.size());
    result.core = result.lastEvent = result.filter = none;
    result.shuffled.assign(settings.shuffles, none);

    Guesses guesses;
    StageWorldSettings other = settings;
    other.seed ^= trainingSeed;
    if (auto learned = Observation(workspace, world, *stageOf, other, *schema).run(guesses, nullptr); !learned)
        return learned.error();
    Observation observation(workspace, world, *stageOf, settings, *schema);
    for (std::uint32_t round = 0; round < settings.shuffles; ++round) {
        Workspace shuffled = workspace;
        shuffled.stages = std::make_shared<documents::StageList>(
            shuffledStages(*workspace.stages, Chance(settings.seed ^ momentSeed), round));
        observation.addReader(std::move(shuffled), *schema);
    }
    if (auto lived = observation.run(guesses, &result); !lived)
        return lived.error();
    return result;
}

} // namespace wayreeve::simulation
