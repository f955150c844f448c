#include "documents/resolve_rules.h"

#include "base/one_line.h"
#include "base/text.h"
#include "documents/connector_rules.h"
#include "documents/design_bindings.h"
#include "documents/fact_schema.h"
#include "documents/resolve.h"
#include "documents/story_proof.h"
#include "documents/writer.h"
#include "rules/checker.h"
#include "rules/decision_table.h"
#include "rules/parser.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace wayreeve::documents {

namespace {

std::string item(std::string_view list, std::size_t index) {
    return std::string(list) + "/#" + std::to_string(index);
}

bool contains(std::initializer_list<std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Error missing(std::string_view key, std::string_view type) {
    return {"document.missing-key", {{"key", std::string(key)}, {"type", std::string(type)}}};
}

Error unknownName(std::string_view kind, const std::string& found, const std::vector<std::string>& known) {
    return {"reference.unknown",
            {{"kind", std::string(kind)}, {"found", found}, {"nearest", nearestName(found, known)}}};
}

void checkDocument(const Settings& settings, const Workspace&, const rules::Schema*, const ReportProblem& report) {
    const int sum = settings.agentic + settings.control + settings.baseline;
    if (sum != 100)
        report("agentic", {"document.arms-not-100", {{"sum", std::to_string(sum)}}});
    for (std::size_t i = 0; i < settings.connectors.size(); ++i)
        checkConnector(settings.connectors[i], item("connectors", i), report);
    checkFacts(settings.facts, "facts", report);
}

/// What a node of each type cannot do without.
void checkNeededKeys(const JourneyNode& node, const std::string& path, const ReportProblem& report) {
    const auto need = [&](bool has, std::string_view key) {
        if (!has)
            report(path, missing(key, enumName(node.type)));
    };
    switch (node.type) {
    case NodeType::Entry:
        need(!node.event.empty(), "event");
        break;
    case NodeType::Wait:
        need(node.length.has_value(), "length");
        break;
    case NodeType::WaitFor:
        need(!node.event.empty(), "event");
        break;
    case NodeType::Action:
        need(!node.action.empty(), "action");
        break;
    case NodeType::AgentDecision:
        need(!node.agent.empty(), "agent");
        break;
    case NodeType::Update:
        need(!node.trait.empty(), "trait");
        need(!node.value.empty(), "value");
        break;
    case NodeType::Link:
        need(!node.journey.empty(), "journey");
        break;
    case NodeType::Branch:
    case NodeType::Handoff:
    case NodeType::Experiment:
    case NodeType::Exit:
        break;
    }
}

void checkEdge(const Journey& journey, const JourneyEdge& edge, const Workspace& workspace, const std::string& path,
               const ReportProblem& report) {
    const JourneyNode* from = journey.node(edge.from);
    if (!from)
        return;
    if (!edge.when.empty() && from->type != NodeType::Branch)
        report(path + "/when", {"document.unfit-key", {{"key", "when"}, {"type", std::string(enumName(from->type))}}});
    if (edge.on.empty())
        return;
    if (from->type == NodeType::WaitFor) {
        std::vector<std::string> known{"event", "timeout"};
        for (const Action& action : workspace.actions->actions)
            known.push_back(action.id);
        if (std::find(known.begin(), known.end(), edge.on) == known.end())
            report(path + "/on", unknownName("edge event", edge.on, known));
    } else if (from->type == NodeType::AgentDecision) {
        std::vector<std::string> known{"goal", "limit"};
        for (const Action& action : workspace.actions->actions)
            known.push_back(action.id);
        if (std::find(known.begin(), known.end(), edge.on) == known.end())
            report(path + "/on", unknownName("action", edge.on, known));
    } else {
        report(path + "/on", {"document.unfit-key", {{"key", "on"}, {"type", std::string(enumName(from->type))}}});
    }
}

void checkDocument(const Journey& journey, const Workspace& workspace, const rules::Schema*,
                   const ReportProblem& report) {
    for (std::size_t i = 0; i < journey.nodes.size(); ++i) {
        const JourneyNode& node = journey.nodes[i];
        const YamlNode written = Writer::write(node, Spec{});
        for (const YamlMember& member : written.members)
            if (!nodeMayHave(node.type, member.key.text))
                report(item("nodes", i) + "/?" + member.key.text,
                       {"document.unfit-key", {{"key", member.key.text}, {"type", std::string(enumName(node.type))}}});
        checkNeededKeys(node, item("nodes", i), report);
    }
    for (std::size_t i = 0; i < journey.edges.size(); ++i)
        checkEdge(journey, journey.edges[i], workspace, item("edges", i), report);
    for (std::size_t i = 0; i < journey.exits.size(); ++i)
        if (const ExitRule& exit = journey.exits[i]; exit.stage.empty() && exit.event.empty() && exit.when.empty())
            report(item("exits", i), missing("stage", "exit"));
    if (journey.reEntry == ReEntry::After && !journey.reEntryAfter)
        report("re-entry", missing("re-entry-after", "after"));
}

void checkDocument(const AutonomyMatrix& matrix, const Workspace&, const rules::Schema*, const ReportProblem& report) {
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        const AutonomyRow& row = matrix.rows[i];
        const int given = !row.action.empty() + !row.tag.empty() + !row.when.empty();
        if (given != 1)
            report(item("rows", i), {"document.one-match", {{"found", std::to_string(given)}}});
    }
}

void checkDocument(const PolicyStack& stack, const Workspace&, const rules::Schema*, const ReportProblem& report) {
    for (std::size_t i = 0; i < stack.policies.size(); ++i) {
        const Policy& policy = stack.policies[i];
        const auto need = [&](bool has, std::string_view key) {
            if (!has)
                report(item("policies", i), missing(key, enumName(policy.type)));
        };
        switch (policy.type) {
        case PolicyType::Cap:
            need(policy.count > 0, "count");
            break;
        case PolicyType::QuietHours:
            need(policy.from != policy.to, "from");
            break;
        case PolicyType::DiscountCap:
            need(policy.limit.has_value(), "limit");
            break;
        case PolicyType::MarginFloor:
        case PolicyType::Inventory:
            need(policy.limit.has_value(), "limit");
            need(!policy.value.empty(), "value");
            break;
        case PolicyType::Budget:
            need(policy.amount.has_value(), "amount");
            break;
        case PolicyType::Conflict:
        case PolicyType::Suitability:
        case PolicyType::Rule:
            need(!policy.when.empty(), "when");
            break;
        case PolicyType::Consent:
            break;
        }
    }
}

void checkDocument(const ActionCatalogue& catalogue, const Workspace&, const rules::Schema*,
                   const ReportProblem& report) {
    for (std::size_t i = 0; i < catalogue.actions.size(); ++i)
        if (contains({"wait", "none", "all", "goal", "limit"}, catalogue.actions[i].id))
            report(item("actions", i) + "/id", {"document.reserved-id", {{"id", catalogue.actions[i].id}}});
}

/// What no receiver could take as one message.
void checkForm(const ContentBlock& block, const std::string& path, const ReportProblem& report) {
    if (hasLineBreakOrControl(block.subject))
        report(path + "/subject", {"content.line-break", {}});
    const auto limit = [&](const char* key, const std::string& text, std::size_t longest) {
        if (const std::size_t length = characterCount(text); length > longest)
            report(path + "/" + key,
                   {"content.too-long", {{"length", std::to_string(length)}, {"limit", std::to_string(longest)}}});
    };
    limit("subject", block.subject, longestSubject);
    limit("body", block.body, longestBody);
}

void checkDocument(const ContentLibrary& library, const Workspace&, const rules::Schema* schema,
                   const ReportProblem& report) {
    for (std::size_t i = 0; i < library.blocks.size(); ++i)
        checkForm(library.blocks[i], item("blocks", i), report);
    if (!schema)
        return;
    const std::vector<std::string> known = schema->names();
    for (std::size_t i = 0; i < library.blocks.size(); ++i)
        for (const auto& [key, text] :
             {std::pair<std::string_view, const std::string&>{"subject", library.blocks[i].subject},
              {"body", library.blocks[i].body}})
            for (const std::string& name : placeholdersIn(text))
                if (!schema->find(name))
                    report(item("blocks", i) + "/" + std::string(key),
                           {"content.unknown-placeholder", {{"found", name}, {"nearest", nearestName(name, known)}}});
}

void checkScores(const std::vector<ScoreDefinition>& scores, std::string_view list, const ReportProblem& report) {
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i].id.empty())
            report(item(list, i), {"document.missing-id", {}});
        else if (!isDocumentId(scores[i].id))
            report(item(list, i) + "/id", {"yaml.bad-id", {{"found", scores[i].id}}});
}

void checkDocument(const SignalBook& book, const Workspace&, const rules::Schema*, const ReportProblem& report) {
    checkScores(book.intents, "intents", report);
    checkScores(book.needs, "needs", report);
    checkScores(book.hesitations, "hesitations", report);
    for (std::size_t i = 0; i < book.signals.size(); ++i)
        if (book.signals[i].event.empty() && book.signals[i].when.empty())
            report(item("signals", i), missing("event", "signal"));
}

std::vector<std::string> propertyNames(const Workspace& workspace, std::string_view event) {
    std::vector<std::string> names;
    if (const PlannedEvent* planned = workspace.trackingPlan->event(event))
        for (const Property& property : planned->properties)
            names.push_back(property.id);
    return names;
}

void checkDocument(const MeasureBook& book, const Workspace& workspace, const rules::Schema*,
                   const ReportProblem& report) {
    for (std::size_t i = 0; i < book.measures.size(); ++i) {
        const rules::MeasureDefinition& measure = book.measures[i];
        using Window = rules::MeasureWindow::Kind;
        if (measure.window.kind == Window::Rolling && measure.window.length.ms <= 0)
            report(item("measures", i), missing("length", "rolling"));
        if (measure.window.kind == Window::CalendarDays && measure.window.days <= 0)
            report(item("measures", i), missing("days", "calendar-days"));
        if (rules::isSequence(measure.function)) {
            if (measure.then.empty())
                report(item("measures", i), missing("then", enumName(measure.function)));
            if (measure.within.ms <= 0)
                report(item("measures", i), missing("within", enumName(measure.function)));
        }
        if (measure.function == rules::MeasureFunction::Decayed && measure.halfLife.ms <= 0)
            report(item("measures", i), missing("half-life", enumName(measure.function)));
        if (measure.property.empty()) {
            if (rules::needsProperty(measure.function))
                report(item("measures", i), missing("property", enumName(measure.function)));
            continue;
        }
        const std::vector<std::string> known = propertyNames(workspace, measure.event);
        const std::string first = measure.property.substr(0, measure.property.find('.'));
        if (workspace.trackingPlan->event(measure.event) &&
            std::find(known.begin(), known.end(), first) == known.end() &&
            std::find(known.begin(), known.end(), measure.property) == known.end())
            report(item("measures", i) + "/property", unknownName("property", measure.property, known));
    }
}

void checkForm(const Distribution& distribution, const std::string& path, const ReportProblem& report) {
    const int forms = !distribution.shares.empty() + (distribution.low || distribution.high) +
                      (distribution.median || distribution.spread);
    const bool whole = distribution.low.has_value() == distribution.high.has_value() &&
                       distribution.median.has_value() == distribution.spread.has_value();
    if (forms != 1 || !whole || (distribution.low && *distribution.low > *distribution.high))
        report(path, {"distribution.form", {{"id", distribution.id}}});
}

void checkProperties(const std::vector<Distribution>& properties, const std::string& event, const std::string& path,
                     const Workspace& workspace, const ReportProblem& report) {
    const std::vector<std::string> known = propertyNames(workspace, event);
    for (std::size_t i = 0; i < properties.size(); ++i) {
        const std::string at = path + "/" + item("properties", i);
        checkForm(properties[i], at, report);
        if (workspace.trackingPlan->event(event) &&
            std::find(known.begin(), known.end(), properties[i].id) == known.end())
            report(at + "/id", unknownName("property", properties[i].id, known));
    }
}

void checkDocument(const Population& population, const Workspace& workspace, const rules::Schema*,
                   const ReportProblem& report) {
    std::vector<std::string> traits;
    for (const Property& trait : workspace.trackingPlan->traits)
        traits.push_back(trait.id);
    for (std::size_t i = 0; i < population.traits.size(); ++i) {
        checkForm(population.traits[i], item("traits", i), report);
        if (!workspace.trackingPlan->trait(population.traits[i].id))
            report(item("traits", i) + "/id", unknownName("trait", population.traits[i].id, traits));
    }
    for (std::size_t i = 0; i < population.hidden.size(); ++i)
        checkForm(population.hidden[i], item("hidden", i), report);
    for (std::size_t i = 0; i < population.states.size(); ++i) {
        const HiddenState& state = population.states[i];
        for (std::size_t k = 0; k < state.onEnter.size(); ++k)
            checkProperties(state.onEnter[k].properties, state.onEnter[k].event,
                            item("states", i) + "/" + item("on-enter", k), workspace, report);
        for (std::size_t k = 0; k < state.emits.size(); ++k)
            checkProperties(state.emits[k].properties, state.emits[k].event, item("states", i) + "/" + item("emits", k),
                            workspace, report);
    }
    for (std::size_t i = 0; i < population.sessions.events.size(); ++i)
        checkProperties(population.sessions.events[i].properties, population.sessions.events[i].event,
                        "sessions/" + item("events", i), workspace, report);
    for (std::size_t i = 0; i < population.reactions.size(); ++i) {
        const Reaction& reaction = population.reactions[i];
        checkProperties(reaction.properties, reaction.event, item("reactions", i), workspace, report);
        if (reaction.action.empty() == reaction.tag.empty())
            report(item("reactions", i), {"document.one-match", {{"found", reaction.action.empty() ? "0" : "2"}}});
    }
}

void checkDocument(const StoryList& list, const Workspace&, const rules::Schema*, const ReportProblem& report) {
    for (std::size_t i = 0; i < list.stories.size(); ++i)
        for (auto& [path, error] : provesNothing(list.stories[i]))
            report(item("stories", i) + (path.empty() ? "" : "/" + path), std::move(error));
}

/// Its own texts against its inputs; the inputs' own expressions, which are over facts, against their types.
void checkDocument(const DecisionTable& table, const Workspace& workspace, const rules::Schema* schema,
                   const ReportProblem& report) {
    std::vector<const DecisionTable*> tables;
    std::size_t own = 0;
    for (const auto& each : workspace.tables) {
        if (each->id == table.id)
            own = tables.size();
        tables.push_back(each.get());
    }
    rules::Schema names;
    std::vector<std::vector<rules::TableProblem>> problems = rules::addTables(tables, names);
    for (rules::TableProblem& problem : problems[own])
        report(std::move(problem.path), std::move(problem.error));
    for (std::size_t i = 0; schema && i < table.inputs.size(); ++i) {
        const rules::TableInput& input = table.inputs[i];
        const Result<rules::NodePtr> tree = rules::parse(input.expression);
        if (!tree || input.expression.empty())
            continue;
        if (!rules::check(**tree, input.expression, *schema, rules::Type::Any).errors.empty())
            continue; // told as of any expression
        for (Error& error : rules::check(**tree, input.expression, *schema, input.type).errors)
            report(item("inputs", i) + "/expression", std::move(error));
    }
}

template <class T>
void checkDocument(const T&, const Workspace&, const rules::Schema*, const ReportProblem&) {} // bindings say it all

} // namespace

bool nodeMayHave(NodeType type, std::string_view key) {
    if (contains({"id", "type", "name", "stage", "x", "y"}, key))
        return true;
    switch (type) {
    case NodeType::Entry:
        return contains({"event", "when"}, key);
    case NodeType::Wait:
        return key == "length";
    case NodeType::WaitFor:
        return contains({"event", "when", "length"}, key);
    case NodeType::Action:
        return contains({"action", "content"}, key);
    case NodeType::AgentDecision:
        return contains({"agent", "goal", "baseline", "length"}, key);
    case NodeType::Handoff:
        return contains({"action", "owner"}, key);
    case NodeType::Update:
        return contains({"trait", "value"}, key);
    case NodeType::Link:
        return key == "journey";
    case NodeType::Exit:
        return key == "reason";
    case NodeType::Branch:
    case NodeType::Experiment:
        break;
    }
    return false;
}

std::vector<std::string> placeholdersIn(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t start = text.find("{{"); start != std::string_view::npos; start = text.find("{{", start)) {
        const std::size_t end = text.find("}}", start + 2);
        if (end == std::string_view::npos) {
            names.emplace_back(trimmed(text.substr(start + 2))); // unclosed: no fact has such a name
            break;
        }
        names.emplace_back(trimmed(text.substr(start + 2, end - start - 2)));
        start = end + 2;
    }
    return names;
}

void checkRules(const AnyDocument& document, const Workspace& workspace, const rules::Schema* schema,
                const ReportProblem& report) {
    std::visit([&](const auto& value) { checkDocument(value, workspace, schema, report); }, document);
}

} // namespace wayreeve::documents
