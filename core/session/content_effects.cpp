#include "session/content_effects.h"

#include "audit/decision_record.h"
#include "base/text.h"
#include "base/zone.h"
#include "documents/workspace.h"
#include "session/run_reading.h"

#include <algorithm>
#include <set>

namespace wayreeve::session {
namespace {

constexpr std::size_t fewestValues = 2, mostValues = 12;

class Words {
public:
    explicit Words(std::vector<std::string>& words)
        : m_words(words) {
        of(std::string_view{});
    }
    std::uint32_t of(std::string_view word) {
        const auto [at, isNew] = m_numbers.emplace(std::string(word), static_cast<std::uint32_t>(m_words.size()));
        if (isNew)
            m_words.emplace_back(word);
        return at->second;
    }

private:
    std::vector<std::string>& m_words;
    std::map<std::string, std::uint32_t> m_numbers;
};

std::string timeOfDay(const Zone& zone, Instant at) {
    const int hour = zone.local(at).minuteOfDay / 60;
    return hour < 6 ? "00-06" : hour < 12 ? "06-12" : hour < 18 ? "12-18" : "18-24";
}

/// The rewards that are known, by decision and goal. A decision of which several things went out has any of theirs.
using Rewards = std::map<std::pair<std::uint64_t, Sym>, double>;

Result<Rewards> rewardsOf(audit::LedgerReader& reader, const audit::RunInfo& run) {
    const auto outcomes = reader.outcomes(run.id, std::nullopt);
    if (!outcomes)
        return outcomes.error();
    Rewards rewards;
    for (const learning::Outcome& outcome : *outcomes)
        if (outcome.kind == learning::OutcomeKind::WindowClosed && outcome.learned) {
            double& reward = rewards[{outcome.decision, outcome.goal}];
            reward = std::max(reward, outcome.reward);
        }
    return rewards;
}

/// Turns records into moments.
class Gatherer {
public:
    Gatherer(EffectLog& log, const documents::Workspace& workspace, const Symbols& symbols, const Rewards& rewards)
        : m_log(log)
        , m_words(log.words)
        , m_symbols(symbols)
        , m_rewards(rewards) {
        if (!workspace.settings.zones.empty())
            if (auto zone = Zone::find(workspace.settings.zones.front()))
                m_zone = *zone;
        if (!workspace.content)
            return;
        for (const documents::ContentBlock& block : workspace.content->blocks) {
            auto& tags = log.tagsOfContent[m_words.of(block.id)];
            const auto add = [&](EffectOf what, const std::vector<std::string>& words) {
                for (const std::string& word : words)
                    if (!word.empty())
                        tags[what].push_back(m_words.of(word));
            };
            add(EffectOf::Stage, block.stages);
            add(EffectOf::Need, block.needs);
            add(EffectOf::Intent, block.intents);
            add(EffectOf::Offer, {block.offer});
            add(EffectOf::Proof, {block.proof});
        }
    }

    void take(const audit::Entry& entry, const audit::DecisionRecord& record) {
        if (record.arm == documents::Arm::Baseline) {
            ++m_log.baseline;
            return;
        }
        for (const planning::SlotChoice& choice : record.plan.choices) {
            const planning::Candidate& chosen = record.plan.candidates[choice.chosen];
            if (chosen.action == 0)
                ++m_log.waits;
            else if (!choice.forced && chosen.score.probability > 0)
                takeChoice(entry, record, choice);
        }
    }

    /// Facts that tell customers apart become kinds of segments; the others are dropped.
    void finish(const documents::Workspace& workspace) {
        m_log.segmentKinds = {"stage", "intent", "journey"};
        std::set<std::uint32_t> kept{m_words.of("stage"), m_words.of("intent"), m_words.of("journey")};
        for (const auto& [fact, values] : m_values)
            if (values.size() >= fewestValues && values.size() <= mostValues) {
                kept.insert(fact);
                m_log.segmentKinds.push_back(m_log.words[fact]);
            }
        std::sort(m_log.segmentKinds.begin() + 3, m_log.segmentKinds.end());
        for (SentMoment& moment : m_log.moments)
            std::erase_if(moment.segments, [&](const auto& segment) { return !kept.contains(segment.first); });
        if (workspace.goals)
            for (const documents::Goal& goal : workspace.goals->goals)
                if (m_goals.contains(m_words.of(goal.id)))
                    m_log.goals.push_back(goal.id);
    }

private:
    std::uint32_t word(Sym symbol) { return symbol == 0 ? 0 : m_words.of(m_symbols.name(symbol)); }

    void takeChoice(const audit::Entry& entry, const audit::DecisionRecord& record,
                    const planning::SlotChoice& choice) {
        const planning::Candidate& chosen = record.plan.candidates[choice.chosen];
        const auto due = std::find_if(record.due.begin(), record.due.end(),
                                      [&](const audit::DueAgent& one) { return one.agent == chosen.agent; });
        if (due == record.due.end())
            return;
        SentMoment moment;
        moment.customer = entry.customer;
        moment.arm = record.arm;
        moment.goal = word(due->goal);
        if (const auto reward = m_rewards.find({record.key, due->goal}); reward != m_rewards.end())
            moment.reward = reward->second;
        double sent = 0;
        for (std::uint32_t i = 0; i < record.plan.candidates.size(); ++i) {
            const planning::Candidate& one = record.plan.candidates[i];
            if (one.slot != choice.slot || (choice.agent != 0 && one.agent != choice.agent) || one.action == 0 ||
                one.score.probability <= 0)
                continue;
            if (i == choice.chosen)
                moment.chosen = moment.options.size();
            moment.options.push_back(
                {word(one.action), word(one.content), m_words.of(nameOf(one.channel)), word(one.tone),
                 m_words.of(timeOfDay(m_zone, std::max(one.sendAt, record.reading.at))), one.score.probability});
            sent += one.score.probability;
        }
        for (SentOption& option : moment.options)
            option.propensity /= sent;
        addSegments(moment, record, due->journey);
        m_goals.insert(moment.goal);
        m_log.moments.push_back(std::move(moment));
    }

    void addSegments(SentMoment& moment, const audit::DecisionRecord& record, Sym journey) {
        const auto put = [&](const char* kind, Sym symbol) {
            moment.segments[m_words.of(std::string(kind))] = word(symbol);
        };
        for (const audit::Evidence& evidence : record.evidence) {
            const std::string* text = evidence.value.text();
            const bool* flag = evidence.value.boolean();
            const std::uint32_t fact = word(evidence.name);
            if ((!text && !flag) || moment.segments.contains(fact))
                continue;
            std::set<std::uint32_t>& values = m_values[fact];
            if (values.size() > mostValues)
                continue; // names, products: no segment
            const std::uint32_t value = m_words.of(text ? *text : std::string(*flag ? "true" : "false"));
            values.insert(value);
            moment.segments[fact] = value;
        }
        put("stage", record.reading.stage);
        put("intent", record.reading.leadingIntent);
        put("journey", journey);
        for (const char* kind : {"stage", "intent", "journey", "leading_intent", "customer.arm"})
            m_values.erase(
                m_words.of(std::string(kind))); // there under a name of its own, or no property of a customer
    }

    EffectLog& m_log;
    Words m_words;
    const Symbols& m_symbols;
    const Rewards& m_rewards;
    Zone m_zone;
    std::set<std::uint32_t> m_goals;
    std::map<std::uint32_t, std::set<std::uint32_t>> m_values; ///< of each fact
};

std::vector<std::uint32_t> tagsOf(const EffectLog& log, EffectOf what, const SentOption& option) {
    const auto one = [](std::uint32_t word) {
        return word == 0 ? std::vector<std::uint32_t>{} : std::vector<std::uint32_t>{word};
    };
    switch (what) {
    case EffectOf::Action:
        return one(option.action);
    case EffectOf::Content:
        return one(option.content);
    case EffectOf::Channel:
        return one(option.channel);
    case EffectOf::Tone:
        return one(option.tone);
    case EffectOf::Timing:
        return one(option.timing);
    case EffectOf::Offer:
    case EffectOf::Proof:
    case EffectOf::Stage:
    case EffectOf::Need:
    case EffectOf::Intent:
        break;
    }
    const auto content = log.tagsOfContent.find(option.content);
    if (content == log.tagsOfContent.end())
        return {};
    const auto tags = content->second.find(what);
    return tags == content->second.end() ? std::vector<std::uint32_t>{} : tags->second;
}

/// Tags of one moment with the probability of each and whether what was chosen has it.
std::map<std::uint32_t, measurement::EffectOption> optionsOf(const EffectLog& log, EffectOf what,
                                                             const SentMoment& moment) {
    std::map<std::uint32_t, measurement::EffectOption> options;
    for (std::size_t i = 0; i < moment.options.size(); ++i)
        for (const std::uint32_t tag : tagsOf(log, what, moment.options[i])) {
            measurement::EffectOption& option = options[tag];
            option.propensity += moment.options[i].propensity;
            option.chosen = option.chosen || i == moment.chosen;
        }
    return options;
}

/// Numbers words by the alphabet.
std::map<std::uint32_t, std::uint32_t> places(const EffectLog& log, const std::set<std::uint32_t>& words,
                                              std::vector<std::string>& names) {
    std::vector<std::uint32_t> sorted(words.begin(), words.end());
    std::sort(sorted.begin(), sorted.end(),
              [&](std::uint32_t a, std::uint32_t b) { return log.words[a] < log.words[b]; });
    std::map<std::uint32_t, std::uint32_t> places;
    for (const std::uint32_t word : sorted) {
        places[word] = static_cast<std::uint32_t>(names.size());
        names.push_back(log.words[word]);
    }
    return places;
}

std::optional<std::uint32_t> find(const EffectLog& log, const std::string& word) {
    const auto at = std::find(log.words.begin(), log.words.end(), word);
    return at == log.words.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - log.words.begin()));
}

} // namespace

std::string_view nameOf(EffectOf what) {
    constexpr std::array<std::string_view, 10> names{"action", "content", "channel", "tone",   "offer",
                                                     "proof",  "stage",   "need",    "intent", "timing"};
    return names[static_cast<std::size_t>(what)];
}

std::optional<EffectOf> effectOf(std::string_view name) {
    for (const EffectOf what : allEffectsOf)
        if (nameOf(what) == name)
            return what;
    return std::nullopt;
}

Result<EffectLog> effectLogOf(const std::filesystem::path& folder, const std::string& tag) {
    const auto reading = readRun(folder, tag);
    if (!reading)
        return reading.error();
    const auto rewards = rewardsOf(*reading->reader, reading->run);
    if (!rewards)
        return rewards.error();
    EffectLog log;
    log.run = reading->run;
    Gatherer gatherer(log, *reading->workspace, reading->symbols, *rewards);
    std::optional<Error> wrong;
    const auto done = reading->reader->forEachEntry(reading->run.id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind != audit::EntryKind::Decision)
            return true;
        const auto record = audit::decodeDecision(entry);
        if (!record) {
            wrong = record.error();
            return false;
        }
        gatherer.take(entry, *record);
        return true;
    });
    if (!done)
        return done.error();
    if (wrong)
        return *wrong;
    gatherer.finish(*reading->workspace);
    return log;
}

Result<EffectAnswer> effectsOf(const EffectLog& log, const EffectQuestion& question) {
    EffectAnswer answer;
    answer.goal = question.goal.empty() && !log.goals.empty() ? log.goals.front() : question.goal;
    if (!answer.goal.empty() && std::find(log.goals.begin(), log.goals.end(), answer.goal) == log.goals.end())
        return Error{"effects.unknown-goal",
                     {{"goal", answer.goal}, {"nearest", nearestName(answer.goal, log.goals)}},
                     {},
                     0,
                     0};
    const auto& kinds = log.segmentKinds;
    if (!question.segment.empty() && std::find(kinds.begin(), kinds.end(), question.segment) == kinds.end())
        return Error{"effects.unknown-segment",
                     {{"segment", question.segment}, {"nearest", nearestName(question.segment, kinds)}},
                     {},
                     0,
                     0};
    const std::uint32_t goal = find(log, answer.goal).value_or(0);
    const std::uint32_t kind = question.segment.empty() ? 0 : find(log, question.segment).value_or(0);
    const auto segmentOf = [&](const SentMoment& moment) -> std::uint32_t {
        const auto at = moment.segments.find(kind);
        return kind == 0 || at == moment.segments.end() ? 0 : at->second;
    };
    const auto counts = [&](const SentMoment& moment) {
        return moment.goal == goal && (!question.controlOnly || moment.arm == documents::Arm::Control);
    };
    std::set<std::uint32_t> tags, segments;
    for (const SentMoment& moment : log.moments)
        if (counts(moment)) {
            for (const auto& [tag, option] : optionsOf(log, question.what, moment))
                tags.insert(tag);
            segments.insert(segmentOf(moment));
        }
    const auto tagPlaces = places(log, tags, answer.tags);
    const auto segmentPlaces = places(log, segments, answer.segments);
    std::vector<measurement::EffectRow> rows;
    for (const SentMoment& moment : log.moments) {
        if (!counts(moment))
            continue;
        ++answer.moments;
        answer.known += moment.reward ? 1 : 0;
        answer.control += moment.reward && moment.arm == documents::Arm::Control ? 1 : 0;
        measurement::EffectRow row{moment.customer, segmentPlaces.at(segmentOf(moment)), moment.reward, {}};
        for (auto [tag, option] : optionsOf(log, question.what, moment)) {
            option.tag = tagPlaces.at(tag);
            option.propensity = std::min(option.propensity, 1.0);
            row.options.push_back(option);
        }
        rows.push_back(std::move(row));
    }
    answer.table = measurement::effectsOf(rows, static_cast<std::uint32_t>(answer.tags.size()),
                                          static_cast<std::uint32_t>(answer.segments.size()), question.settings);
    return answer;
}

} // namespace wayreeve::session
