#include "interpretation/interpreter.h"

#include "interpretation/memory_rules.h"
#include "perception/zone_cache.h"
#include "rules/expression.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace wayreeve::interpretation {
namespace {

using documents::ScoreDefinition;
using perception::Facts;

/// What is left of a level after forty half-lives is no evidence; records should not carry it.
constexpr double noLevel = 1e-12;
constexpr double roundingSlack = 1e-12;

/// Nine decimals: what conditions compare should not hang on the last bit. |number| ≤ 1 here.
Value factOf(double number) {
    return Value(Decimal::fromParts(static_cast<Int128>(std::llround(number * 1e9)), -9));
}

/// A text or nothing for an expression that is empty.
std::optional<rules::Expression> compiled(const std::string& text, const rules::Schema& schema, rules::Type expected) {
    if (text.empty())
        return std::nullopt;
    auto expression = rules::Expression::compile(text, schema, expected);
    return expression.ok() ? std::optional(*expression) : std::nullopt;
}

struct CompiledSignal {
    Sym id = 0;
    Duration halfLife;
    bool off = false;
    bool state = false;  ///< no event: the level is the condition's value when read
    bool broken = false; ///< an expression that does not compile (check reports it): never speaks
    std::optional<rules::Expression> when;
    std::optional<rules::Expression> strength;
};

struct CompiledScore {
    struct Part {
        std::size_t signal = 0;
        double weight = 0;
    };
    Sym id = 0;
    double base = 0;
    bool off = false;
    std::vector<Part> parts;
    int slot = -1; ///< of its fact
    Value name;    ///< its id as a fact, for stages and intents
};

} // namespace

struct Interpreter::Impl {
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Impl(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);

    void compileSignals(const documents::Workspace& workspace, const rules::Schema& schema, Symbols& symbols);
    CompiledScore score(const ScoreDefinition& definition, Symbols& symbols, bool off) const;
    [[nodiscard]] Zone zoneOf(const Facts& facts) const;
    /// What the signal says now: 0 where its condition does not hold or its strength is no number.
    [[nodiscard]] double strengthOf(const CompiledSignal& signal, const rules::Frame& frame) const;
    [[nodiscard]] std::vector<double> levelsAt(const SignalMemory& memory, Instant now, const Facts& facts) const;
    [[nodiscard]] Score scored(const CompiledScore& definition, const std::vector<double>& levels, double lowest) const;
    [[nodiscard]] std::vector<Score> scoredAll(const std::vector<CompiledScore>& definitions,
                                               const std::vector<double>& levels) const;
    void moveStage(SignalMemory& memory, Reading& reading) const;
    void setFacts(const SignalMemory& memory, const Reading& reading, Facts& facts) const;
    void setScores(const std::vector<CompiledScore>& definitions, const std::vector<Score>& scores, Facts& facts) const;
    [[nodiscard]] Value nameOf(Sym id, const std::vector<CompiledScore>& among) const;

    std::vector<CompiledSignal> signals;
    std::unordered_map<std::string, std::vector<std::size_t>, TextHash, std::equal_to<>> byEvent; ///< looked up only
    std::vector<std::size_t> states;
    std::vector<std::string> signalIds;
    std::vector<CompiledScore> intents, needs, hesitations, stages;
    CompiledScore sentiment;
    double hysteresis = 0.1;
    Sym limit = 0;
    Zone workspaceZone;
    std::size_t slots = 0;
    int zoneSlot = -1, sentimentSlot = -1, stageSlot = -1, previousStageSlot = -1, leadingIntentSlot = -1,
        frustratedAgainSlot = -1;
};

Interpreter::Impl::Impl(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols)
    : limit(symbols.intern("#limit"))
    , slots(schema.schema().size())
    , zoneSlot(schema.zone)
    , sentimentSlot(schema.sentiment)
    , stageSlot(schema.stage)
    , previousStageSlot(schema.previousStage)
    , leadingIntentSlot(schema.leadingIntent)
    , frustratedAgainSlot(schema.frustratedAgain) {
    if (!workspace.settings.zones.empty())
        workspaceZone = perception::zoneNamed(workspace.settings.zones.front()).value_or(Zone());
    compileSignals(workspace, schema.schema(), symbols);
    if (workspace.signals) {
        const auto compileAll = [&](const std::vector<ScoreDefinition>& from, std::vector<CompiledScore>& to,
                                    auto slotOf) {
            for (const auto& definition : from) {
                to.push_back(score(definition, symbols, workspace.isOff("signals", definition.id)));
                to.back().slot = slotOf(definition.id);
            }
        };
        compileAll(workspace.signals->intents, intents, [&](const std::string& id) { return schema.intent(id); });
        compileAll(workspace.signals->needs, needs, [&](const std::string& id) { return schema.need(id); });
        compileAll(workspace.signals->hesitations, hesitations,
                   [&](const std::string& id) { return schema.hesitation(id); });
        ScoreDefinition mood = workspace.signals->sentiment;
        if (mood.id.empty())
            mood.id = "sentiment";
        sentiment = score(mood, symbols, workspace.isOff("signals", mood.id));
    } else {
        sentiment.id = symbols.intern("sentiment");
    }
    if (workspace.stages) {
        hysteresis = workspace.stages->hysteresis;
        for (const auto& stage : workspace.stages->stages)
            stages.push_back(score({stage.id, stage.name, stage.base, stage.signals, {}}, symbols,
                                   workspace.isOff("stages", stage.id)));
    }
}

void Interpreter::Impl::compileSignals(const documents::Workspace& workspace, const rules::Schema& schema,
                                       Symbols& symbols) {
    if (!workspace.signals)
        return;
    for (const auto& definition : workspace.signals->signals) {
        CompiledSignal signal;
        signal.id = symbols.intern(definition.id);
        signal.halfLife = definition.halfLife;
        signal.off = workspace.isOff("signals", definition.id);
        signal.state = definition.event.empty();
        signal.when = compiled(definition.when, schema, rules::Type::Boolean);
        signal.strength = compiled(definition.strength, schema, rules::Type::Number);
        signal.broken = (!definition.when.empty() && !signal.when) ||
                        (!definition.strength.empty() && !signal.strength) || (signal.state && !signal.when);
        if (!signal.off && !signal.broken) {
            if (signal.state)
                states.push_back(signals.size());
            else
                byEvent[definition.event].push_back(signals.size());
        }
        signals.push_back(std::move(signal));
        signalIds.push_back(definition.id);
    }
}

CompiledScore Interpreter::Impl::score(const ScoreDefinition& definition, Symbols& symbols, bool off) const {
    CompiledScore compiledScore{symbols.intern(definition.id), definition.base, off, {}, -1, Value(definition.id)};
    for (const auto& weighted : definition.signals) {
        const auto at = std::find(signalIds.begin(), signalIds.end(), weighted.signal);
        if (at != signalIds.end())
            compiledScore.parts.push_back({static_cast<std::size_t>(at - signalIds.begin()), weighted.weight});
    }
    return compiledScore;
}

Zone Interpreter::Impl::zoneOf(const Facts& facts) const {
    if (zoneSlot >= 0 && static_cast<std::size_t>(zoneSlot) < facts.size())
        if (const auto* name = facts[static_cast<std::size_t>(zoneSlot)].text())
            return perception::zoneNamed(*name).value_or(workspaceZone);
    return workspaceZone;
}

double Interpreter::Impl::strengthOf(const CompiledSignal& signal, const rules::Frame& frame) const {
    if (signal.when && signal.when->test(frame) != rules::Truth::True)
        return 0;
    if (!signal.strength)
        return 1;
    const double strength = signal.strength->evaluate(frame).toDouble();
    return std::isfinite(strength) ? strength : 0;
}

std::vector<double> Interpreter::Impl::levelsAt(const SignalMemory& memory, Instant now, const Facts& facts) const {
    std::vector<double> levels(signals.size());
    for (std::size_t i = 0; i < signals.size() && i < memory.levels.size(); ++i) {
        if (signals[i].off || signals[i].state)
            continue;
        const double level = decayed(memory.levels[i].value, now - memory.levels[i].at, signals[i].halfLife);
        levels[i] = std::abs(level) < noLevel ? 0 : level;
    }
    if (!states.empty()) {
        const Zone zone = zoneOf(facts);
        const rules::Frame frame{facts, now, &zone};
        for (const std::size_t i : states)
            levels[i] = strengthOf(signals[i], frame);
    }
    return levels;
}

Score Interpreter::Impl::scored(const CompiledScore& definition, const std::vector<double>& levels,
                                double lowest) const {
    Score result{definition.id, 0, {}};
    if (definition.off)
        return result;
    double sum = definition.base;
    if (definition.base != 0)
        result.parts.push_back({0, definition.base});
    for (const auto& part : definition.parts) {
        const double amount = part.weight * levels[part.signal];
        if (amount == 0)
            continue;
        sum += amount;
        result.parts.push_back({signals[part.signal].id, amount});
    }
    result.value = std::clamp(sum, lowest, 1.0);
    if (result.value != sum)
        result.parts.push_back({limit, result.value - sum});
    return result;
}

std::vector<Score> Interpreter::Impl::scoredAll(const std::vector<CompiledScore>& definitions,
                                                const std::vector<double>& levels) const {
    std::vector<Score> scores;
    scores.reserve(definitions.size());
    for (const auto& definition : definitions)
        scores.push_back(scored(definition, levels, 0));
    return scores;
}

void Interpreter::Impl::moveStage(SignalMemory& memory, Reading& reading) const {
    std::optional<std::size_t> highest, current, start;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].off)
            continue;
        if (!highest || reading.stages[i].value > reading.stages[*highest].value)
            highest = i;
        if (!start || stages[i].base > stages[*start].base)
            start = i;
        if (stages[i].id == memory.stage)
            current = i;
    }
    if (!highest)
        return;
    if (memory.stage == 0) { // nothing was known of this customer yet
        current = start;
        memory.stage = stages[*start].id;
    }
    const double lead = current ? reading.stages[*highest].value - reading.stages[*current].value : 0;
    // A stage that is off or gone is left at once; another only for one that really leads.
    const bool moves = !current || (*highest != *current && lead > 0 && lead >= hysteresis - roundingSlack);
    if (moves) {
        memory.previousStage = memory.stage;
        memory.stage = stages[*highest].id;
    }
    reading.stageChanged = moves;
}

Value Interpreter::Impl::nameOf(Sym id, const std::vector<CompiledScore>& among) const {
    if (id != 0)
        for (const auto& score : among)
            if (score.id == id)
                return score.name;
    return {};
}

void Interpreter::Impl::setScores(const std::vector<CompiledScore>& definitions, const std::vector<Score>& scores,
                                  Facts& facts) const {
    for (std::size_t i = 0; i < definitions.size(); ++i)
        if (definitions[i].slot >= 0)
            facts[static_cast<std::size_t>(definitions[i].slot)] =
                definitions[i].off ? Value() : factOf(scores[i].value);
}

void Interpreter::Impl::setFacts(const SignalMemory& memory, const Reading& reading, Facts& facts) const {
    const auto set = [&](int slot, Value value) {
        if (slot >= 0)
            facts[static_cast<std::size_t>(slot)] = std::move(value);
    };
    setScores(intents, reading.intents, facts);
    setScores(needs, reading.needs, facts);
    setScores(hesitations, reading.hesitations, facts);
    set(sentimentSlot, sentiment.off ? Value() : factOf(reading.sentiment.value));
    set(stageSlot, nameOf(reading.stage, stages));
    set(previousStageSlot, nameOf(reading.previousStage, stages));
    set(leadingIntentSlot, nameOf(reading.leadingIntent, intents));
    set(frustratedAgainSlot, Value(memory.frustratedInCase >= 2));
}

Interpreter::Interpreter(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols)
    : m_impl(std::make_unique<const Impl>(workspace, schema, symbols)) {}

Interpreter::~Interpreter() = default;

void Interpreter::absorb(SignalMemory& memory, const perception::Event& event, const Facts& facts) const {
    if (event.type == perception::EventType::Track)
        followCase(memory, event);
    const auto speaking = m_impl->byEvent.find(std::string_view(event.name));
    if (speaking == m_impl->byEvent.end())
        return;
    if (memory.levels.size() < m_impl->signals.size())
        memory.levels.resize(m_impl->signals.size());
    const Zone zone = m_impl->zoneOf(facts);
    const rules::Frame frame{facts, event.time, &zone};
    for (const std::size_t i : speaking->second)
        if (const double strength = m_impl->strengthOf(m_impl->signals[i], frame); strength != 0)
            raise(memory.levels[i], strength, event.time, m_impl->signals[i].halfLife);
}

void Interpreter::merge(SignalMemory& older, const SignalMemory& younger) const {
    const std::size_t count = std::max(older.levels.size(), younger.levels.size());
    older.levels.resize(count);
    for (std::size_t i = 0; i < younger.levels.size(); ++i)
        if (younger.levels[i].value != 0)
            raise(older.levels[i], younger.levels[i].value, younger.levels[i].at,
                  i < m_impl->signals.size() ? m_impl->signals[i].halfLife : Duration{});
    if (older.stage == 0) {
        older.stage = younger.stage;
        older.previousStage = younger.previousStage;
    }
    older.caseOpened = std::max(older.caseOpened, younger.caseOpened);
    older.caseClosed = std::max(older.caseClosed, younger.caseClosed);
    older.frustrations.insert(older.frustrations.end(), younger.frustrations.begin(), younger.frustrations.end());
    std::sort(older.frustrations.begin(), older.frustrations.end());
    countFrustrations(older);
}

Reading Interpreter::read(SignalMemory& memory, Instant now, Facts& facts) const {
    const Impl& d = *m_impl;
    if (facts.size() < d.slots)
        facts.resize(d.slots);
    const auto levels = d.levelsAt(memory, now, facts);
    Reading reading;
    reading.at = now;
    reading.intents = d.scoredAll(d.intents, levels);
    reading.sentiment = d.scored(d.sentiment, levels, -1);
    reading.needs = d.scoredAll(d.needs, levels);
    reading.hesitations = d.scoredAll(d.hesitations, levels);
    reading.stages = d.scoredAll(d.stages, levels);
    d.moveStage(memory, reading);
    reading.stage = memory.stage;
    reading.previousStage = memory.previousStage;
    for (const Score& intent : reading.intents)
        if (intent.value > reading.leadingIntentValue) {
            reading.leadingIntent = intent.id;
            reading.leadingIntentValue = intent.value;
        }
    d.setFacts(memory, reading, facts);
    return reading;
}

Sym Interpreter::limitSymbol() const {
    return m_impl->limit;
}

} // namespace wayreeve::interpretation
