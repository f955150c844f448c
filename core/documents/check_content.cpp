#include "base/text.h"
#include "documents/check_parts.h"
#include "documents/fact_schema.h"
#include "documents/resolve.h"

#include <algorithm>
#include <array>
#include <set>

namespace wayreeve::documents {

namespace {

constexpr std::size_t fewestSignals = 3; // D5: 3–5 weighted signals a stage

bool draws(const std::vector<Distribution>& distributions, const std::string& fact) {
    return std::any_of(distributions.begin(), distributions.end(),
                       [&](const Distribution& d) { return "customer." + factName(d.id) == fact; });
}

/// Is this trait known of nobody: neither required, nor drawn by a population, nor mapped from a column? Without any
/// population or mapping there is nothing to judge by.
bool traitWithoutData(const Workspace& w, const std::string& fact) {
    if (w.populations.empty() && !w.mapping)
        return false;
    for (const Property& trait : w.trackingPlan->traits)
        if ("customer." + factName(trait.id) == fact && trait.required)
            return false;
    if (w.mapping)
        for (const MappedColumn& column : w.mapping->context)
            if ("customer." + factName(column.trait) == fact)
                return false;
    return std::none_of(w.populations.begin(), w.populations.end(),
                        [&](const auto& population) { return draws(population->traits, fact); });
}

/// Does no event that starts a journey bring this property?
bool propertyWithoutData(const Workspace& w, const std::string& fact) {
    bool anyEntry = false;
    for (const auto& journey : w.journeys)
        for (const JourneyNode& node : journey->nodes)
            if (const PlannedEvent* event = w.trackingPlan->event(node.event); event && node.type == NodeType::Entry) {
                anyEntry = true;
                for (const Property& property : event->properties)
                    if ("event." + factName(property.id) == fact)
                        return false;
            }
    return anyEntry;
}

/// The core's own facts are always there; what comes from outside may never come.
bool lacksData(const Workspace& w, const std::string& fact) {
    if (fact.starts_with("customer.") && fact != "customer.zone" && fact != "customer.arm" &&
        !fact.starts_with("customer.purchase_") && !fact.starts_with("customer.lifetime_value") &&
        fact != "customer.alive" && fact != "customer.machine" && fact != "customer.quality" &&
        fact != "customer.open_cases" && fact != "customer.open_case_since")
        return traitWithoutData(w, fact);
    return fact.starts_with("event.") && fact != "event.name" && propertyWithoutData(w, fact);
}

void checkBrand(const ContentBlock& block, const BrandRules& brand, Findings& findings) {
    const std::string path = "blocks/" + block.id;
    const std::string text = asciiLower(block.subject + "\n" + block.body);
    for (const std::string& word : brand.forbiddenWords)
        if (!word.empty() && text.find(asciiLower(word)) != std::string::npos)
            findings.add("check.brand-word", Severity::Problem, Kind::Content, "content", path, {{"word", word}});
    const auto characters = std::count_if(block.subject.begin(), block.subject.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    if (brand.maxSubjectLength > 0 && characters > brand.maxSubjectLength)
        findings.add("check.long-subject", Severity::Warning, Kind::Content, "content", path + "/subject",
                     {{"length", std::to_string(characters)}, {"limit", std::to_string(brand.maxSubjectLength)}});
}

/// A label that says nothing about the customer.
bool isGeneric(const std::string& label) {
    constexpr std::array<std::string_view, 9> labels{"other",   "misc",    "default", "untitled", "new stage",
                                                     "general", "unknown", "tbd",     "stage"};
    const std::string lower = asciiLower(trimmed(label));
    if (std::find(labels.begin(), labels.end(), lower) != labels.end())
        return true;
    for (const std::string_view prefix : {"stage", "step", "phase"})
        if (lower.starts_with(prefix) && lower.find_first_not_of("0123456789 -_", prefix.size()) == std::string::npos)
            return true;
    return false;
}

bool isAnswered(const Workspace& w, const std::string& stage) {
    for (const auto& journey : w.journeys) {
        for (const JourneyNode& node : journey->nodes)
            if (node.stage == stage)
                return true;
        for (const ExitRule& exit : journey->exits)
            if (exit.stage == stage)
                return true;
    }
    return std::any_of(w.content->blocks.begin(), w.content->blocks.end(), [&](const ContentBlock& block) {
        return std::find(block.stages.begin(), block.stages.end(), stage) != block.stages.end();
    });
}

void checkStages(const Workspace& w, Findings& findings) {
    bool first = true;
    for (const Stage& stage : w.stages->stages) {
        const std::string path = "stages/" + stage.id;
        if (stage.signals.size() < fewestSignals)
            findings.add("check.few-signals", Severity::Warning, Kind::Stages, "stages", path,
                         {{"stage", stage.id}, {"signals", std::to_string(stage.signals.size())}});
        if (isGeneric(stage.name.empty() ? stage.id : stage.name))
            findings.add("check.generic-label", Severity::Warning, Kind::Stages, "stages", path, {{"stage", stage.id}});
        if (!first && !isAnswered(w, stage.id))
            findings.add("check.transition-without-response", Severity::Warning, Kind::Stages, "stages", path,
                         {{"stage", stage.id}});
        first = false; // customers begin there: nothing leads into it
    }
}

bool excludes(const Action& a, const Action& b) {
    return std::find(a.excludes.begin(), a.excludes.end(), b.id) != a.excludes.end() ||
           (!a.family.empty() && a.family == b.family && a.id != b.id);
}

/// Ways to do one action: the contents that the dimensions allow (or the channels of an action without any), times the
/// incentives of one that takes a discount.
std::size_t waysOf(const Workspace& w, const Agent& agent, const Action& action) {
    const Dimensions& d = agent.dimensions;
    std::size_t texts = 0;
    bool hasContent = false;
    for (const ContentBlock& block : w.content->blocks) {
        const bool isOf = block.action == action.id;
        hasContent = hasContent || isOf;
        const bool toned = d.tones.empty() || block.tone.empty() ||
                           std::find(d.tones.begin(), d.tones.end(), block.tone) != d.tones.end();
        if (isOf && block.approved && toned)
            ++texts;
    }
    if (!d.content)
        texts = std::min<std::size_t>(texts, 1);
    if (!hasContent)
        texts = action.channel == Channel::None && action.slot != Slot::Operation && !d.channels.empty()
                    ? d.channels.size()
                    : 1;
    const bool takesDiscount = std::any_of(action.parameters.begin(), action.parameters.end(), [](const auto& one) {
        return one.first == "discount" && one.second.number();
    });
    return texts * (takesDiscount && !d.incentives.empty() ? d.incentives.size() : 1);
}

void checkVariants(const Workspace& w, Findings& findings) {
    for (const Agent& agent : w.agents->agents) {
        std::set<Slot> slots;
        std::size_t variants = 0;
        for (const std::string& id : agent.actions)
            if (const Action* const action = w.actions->find(id)) {
                slots.insert(action->slot);
                variants += waysOf(w, agent, *action);
            }
        if (variants += slots.size(); variants > maxVariants)
            findings.add(
                "check.too-many-variants", Severity::Warning, Kind::Agents, "agents", "agents/" + agent.id,
                {{"agent", agent.id}, {"variants", std::to_string(variants)}, {"most", std::to_string(maxVariants)}});
    }
}

void checkAgents(const Workspace& w, Findings& findings) {
    checkVariants(w, findings);
    const std::vector<Agent>& agents = w.agents->agents;
    for (std::size_t i = 0; i < agents.size(); ++i)
        for (std::size_t k = i + 1; k < agents.size(); ++k) {
            const auto contradiction = [&]() -> std::pair<const Action*, const Action*> {
                for (const std::string& left : agents[i].actions)
                    for (const std::string& right : agents[k].actions) {
                        const Action* a = w.actions->find(left);
                        const Action* b = w.actions->find(right);
                        if (a && b && (excludes(*a, *b) || excludes(*b, *a)))
                            return {a, b};
                    }
                return {nullptr, nullptr};
            }();
            if (contradiction.first)
                findings.add("check.agents-contradict", Severity::Note, Kind::Agents, "agents",
                             "agents/" + agents[k].id,
                             {{"first", agents[i].id},
                              {"second", agents[k].id},
                              {"first-action", contradiction.first->id},
                              {"second-action", contradiction.second->id}});
        }
}

} // namespace

void checkContent(const Workspace& w, Findings& findings) {
    for (const ContentBlock& block : w.content->blocks) {
        std::set<std::string> told;
        for (const auto& [key, text] :
             {std::pair<std::string, const std::string&>{"subject", block.subject}, {"body", block.body}})
            for (const std::string& name : placeholdersIn(text))
                if (lacksData(w, name) && told.insert(name).second)
                    findings.add("check.placeholder-without-data", Severity::Warning, Kind::Content, "content",
                                 "blocks/" + block.id + "/" + key, {{"placeholder", name}, {"block", block.id}});
        checkBrand(block, w.content->brand, findings);
    }
}

void checkReadings(const Workspace& w, Findings& findings) {
    checkStages(w, findings);
    checkAgents(w, findings);
}

} // namespace wayreeve::documents
