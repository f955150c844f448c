#include "documents/resolve.h"

#include "base/text.h"
#include "base/zone.h"
#include "documents/design_bindings.h"
#include "documents/resolve_rules.h"
#include "documents/walk.h"
#include "rules/checker.h"
#include "rules/expression.h"

#include <algorithm>
#include <array>
#include <map>

namespace wayreeve::documents {

namespace {

using Names = std::vector<std::string>;

template <class T>
void addIds(Names& names, const std::vector<T>& items) {
    for (const T& item : items)
        names.push_back(item.id);
}

/// Every name of the workspace that a reference may use, by what it refers to.
class NameBook {
public:
    explicit NameBook(const Workspace& w)
        : m_workspace(w) {
        for (const PlannedEvent& event : w.trackingPlan->events)
            of(Refers::Event).push_back(event.name);
        of(Refers::StoryEvent) = of(Refers::Event);
        of(Refers::StoryEvent).insert(of(Refers::StoryEvent).end(), {"identify", "consent", "group"});
        addIds(of(Refers::Trait), w.trackingPlan->traits);
        addIds(of(Refers::Action), w.actions->actions);
        of(Refers::ActionOrWait) = of(Refers::Action);
        of(Refers::ActionOrWait).emplace_back("wait");
        addIds(of(Refers::Connector), w.settings.connectors);
        of(Refers::Connector).insert(of(Refers::Connector).end(), {"http", "sandbox"});
        addIds(of(Refers::Content), w.content->blocks);
        for (const Policy& policy : w.policies->policies)
            if (policy.type == PolicyType::Budget)
                of(Refers::Budget).push_back(policy.id);
        addIds(of(Refers::Agent), w.agents->agents);
        addIds(of(Refers::Goal), w.goals->goals);
        addIds(of(Refers::Signal), w.signals->signals);
        addIds(of(Refers::Stage), w.stages->stages);
        addIds(of(Refers::Intent), w.signals->intents);
        addIds(of(Refers::Need), w.signals->needs);
        addIds(of(Refers::Person), w.people->people);
        for (const auto& journey : w.journeys)
            of(Refers::Journey).push_back(journey->id);
        Names& readings = of(Refers::Reading);
        readings.emplace_back("sentiment");
        addIds(readings, w.signals->intents);
        addIds(readings, w.signals->needs);
        addIds(readings, w.signals->hesitations);
        Names& interventions = of(Refers::Intervention);
        interventions = of(Refers::Action);
        addIds(interventions, w.content->blocks);
        for (const Action& action : w.actions->actions)
            interventions.insert(interventions.end(), action.tags.begin(), action.tags.end());
        addIds(interventions, w.signals->needs);
        addIds(interventions, w.signals->hesitations);
    }

    Names& of(Refers what) { return m_names[what]; }

    /// The names inside one document: its own nodes, stages, states and hidden traits.
    void enter(const AnyDocument& document) {
        for (const Refers own : {Refers::Node, Refers::OwnStage, Refers::State, Refers::Coefficient})
            of(own).clear();
        if (const Journey* journey = std::get_if<Journey>(&document)) {
            addIds(of(Refers::Node), journey->nodes);
            addIds(of(Refers::OwnStage), journey->stages);
        }
        if (const Population* population = std::get_if<Population>(&document)) {
            addIds(of(Refers::State), population->states);
            addIds(of(Refers::Coefficient), population->hidden);
            addIds(of(Refers::Coefficient), m_workspace.trackingPlan->traits);
        }
    }

private:
    const Workspace& m_workspace;
    std::map<Refers, Names> m_names;
};

class Resolver {
public:
    explicit Resolver(const Workspace& workspace)
        : m_workspace(workspace)
        , m_book(workspace) {}

    std::vector<Problem> run() {
        Result<FactSchema> facts = FactSchema::build(m_workspace);
        if (facts)
            buildSchemas(facts->schema());
        else
            factProblem(facts.error());
        std::map<std::pair<Kind, std::string>, int> seen;
        for (const AnyDocument& document : documentsOf(m_workspace)) {
            m_kind = kindOf(document);
            m_id = idOf(document);
            if (++seen[{m_kind, m_id}] == 2)
                m_problems.push_back({m_kind, m_id, "id", Error{"document.duplicate-id", {{"id", m_id}}}, 0, 0});
            m_book.enter(document);
            m_schemaKnown = facts.ok();
            walk(document, [&](const Mention& mention) { take(mention); });
            checkRules(document, m_workspace, m_schemaKnown ? &m_schema : nullptr, [&](std::string path, Error error) {
                const int line = error.line; // of an error inside an expression
                const int column = error.column;
                m_problems.push_back({m_kind, m_id, std::move(path), std::move(error), line, column});
            });
        }
        return std::move(m_problems);
    }

private:
    void buildSchemas(const rules::Schema& schema) {
        m_schema = schema;
        for (const rules::Schema::Entry& entry : schema.entries())
            if (entry.name.starts_with("event."))
                m_events.add(entry);
        if (!m_events.find("event.time"))
            m_events.add("event.time", rules::Type::DateTime);
        m_events.copyTables(schema);
        m_book.of(Refers::Fact) = schema.names();
    }

    /// A fact that cannot be: told where the second of its two origins stands.
    void factProblem(const Error& error) {
        const std::string name = error.parameter("name");
        Problem problem{Kind::TrackingPlan, "tracking-plan", "events", error, 0, 0};
        if (const PlannedEvent* event = m_workspace.trackingPlan->event(error.parameter("second")))
            for (const Property& property : event->properties)
                if ("event." + factName(property.id) == name)
                    problem.path =
                        "events/" + pathSegment(event->name) + "/properties/" + pathSegment(property.id) + "/id";
        for (const Property& trait : m_workspace.trackingPlan->traits)
            if ("customer." + factName(trait.id) == name)
                problem.path = "traits/" + pathSegment(trait.id) + "/id";
        for (const rules::MeasureDefinition& measure : m_workspace.measures->measures)
            if (factName(measure.id) == name) {
                problem.kind = Kind::Measures;
                problem.id = nameOf(Kind::Measures);
                problem.path = "measures/" + measure.id + "/id";
            }
        m_problems.push_back(std::move(problem));
    }

    static std::string idOf(const AnyDocument& document) {
        if (const Journey* journey = std::get_if<Journey>(&document))
            return journey->id;
        if (const Population* population = std::get_if<Population>(&document))
            return population->id;
        if (const DecisionTable* table = std::get_if<DecisionTable>(&document))
            return table->id;
        return std::string(nameOf(kindOf(document)));
    }

    void take(const Mention& mention) {
        switch (mention.what) {
        case Mention::What::Duplicate:
            report(mention, Error{"document.duplicate-id", {{"id", std::string(mention.text)}}});
            return;
        case Mention::What::Expression:
            compile(mention);
            return;
        case Mention::What::Reference:
            reference(mention);
            return;
        }
    }

    void compile(const Mention& mention) {
        if (!m_schemaKnown)
            return;
        const rules::Schema& schema = mention.spec->eventOnly ? m_events : m_schema;
        for (Error& error : rules::checkText(mention.text, schema, mention.spec->type)) {
            const int line = error.line;
            const int column = error.column;
            m_problems.push_back({m_kind, m_id, mention.path, std::move(error), line, column});
        }
    }

    void reference(const Mention& mention) {
        const std::string text(mention.text);
        if (mention.ref == Refers::Zone) {
            if (!Zone::find(text))
                report(mention, unknown(mention.ref, text, {}));
            return;
        }
        if (mention.ref == Refers::Element) {
            if (!m_workspace.hasElement(text))
                report(mention, unknown(mention.ref, text, elementNames()));
            return;
        }
        if (mention.ref == Refers::Fact && !m_schemaKnown)
            return;
        const Names& names = m_book.of(mention.ref);
        if (std::find(names.begin(), names.end(), text) == names.end())
            report(mention, unknown(mention.ref, text, names));
    }

    Names elementNames() const {
        Names names;
        const auto add = [&](std::string_view kind, const auto& items) {
            for (const auto& item : items)
                names.push_back(std::string(kind) + "/" + item.id);
        };
        add("policies", m_workspace.policies->policies);
        add("actions", m_workspace.actions->actions);
        add("content", m_workspace.content->blocks);
        add("agents", m_workspace.agents->agents);
        add("goals", m_workspace.goals->goals);
        add("signals", m_workspace.signals->signals);
        add("stages", m_workspace.stages->stages);
        add("measures", m_workspace.measures->measures);
        add("autonomy/raises", m_workspace.autonomy->raises);
        add("autonomy/exceptions", m_workspace.autonomy->exceptions);
        add("autonomy/rows", m_workspace.autonomy->rows);
        for (const auto& journey : m_workspace.journeys) {
            names.push_back("journeys/" + journey->id);
            add("journeys/" + journey->id, journey->nodes);
        }
        return names;
    }

    static Error unknown(Refers what, const std::string& found, const Names& known) {
        return {"reference.unknown",
                {{"kind", std::string(nameOf(what))}, {"found", found}, {"nearest", nearestName(found, known)}}};
    }

    void report(const Mention& mention, Error error) {
        m_problems.push_back({m_kind, m_id, mention.path, std::move(error), 0, 0});
    }

    const Workspace& m_workspace;
    NameBook m_book;
    rules::Schema m_schema;
    rules::Schema m_events;
    bool m_schemaKnown = false;
    Kind m_kind = Kind::Workspace;
    std::string m_id;
    std::vector<Problem> m_problems;
};

} // namespace

std::vector<AnyDocument> documentsOf(const Workspace& w) {
    std::vector<AnyDocument> documents;
    documents.emplace_back(w.settings);
    for (const auto& journey : w.journeys)
        documents.emplace_back(*journey);
    documents.emplace_back(*w.autonomy);
    documents.emplace_back(*w.policies);
    documents.emplace_back(*w.actions);
    documents.emplace_back(*w.content);
    documents.emplace_back(*w.agents);
    documents.emplace_back(*w.goals);
    documents.emplace_back(*w.signals);
    documents.emplace_back(*w.stages);
    documents.emplace_back(*w.measures);
    documents.emplace_back(*w.trackingPlan);
    documents.emplace_back(*w.people);
    for (const auto& population : w.populations)
        documents.emplace_back(*population);
    documents.emplace_back(*w.stories);
    if (w.mapping)
        documents.emplace_back(*w.mapping);
    for (const auto& table : w.tables)
        documents.emplace_back(*table);
    return documents;
}

std::vector<Problem> resolve(const Workspace& workspace) {
    return Resolver(workspace).run();
}

} // namespace wayreeve::documents
