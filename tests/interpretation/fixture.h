#pragma once

#include "base/json.h"
#include "documents/fact_schema.h"
#include "interpretation/interpreter.h"

#include <QTest>

#include <random>

namespace wayreeve::interpretation::test {

inline constexpr Instant start{1772438400000}; // 2026-03-02T08:00:00Z

inline Instant hour(std::int64_t n) {
    return start + Duration::hours(n);
}

inline perception::Event track(const char* name, Instant time, std::string_view properties = "{}") {
    perception::Event event;
    event.messageId = "m";
    event.name = name;
    event.userId = "u";
    event.time = time;
    event.receivedAt = time;
    event.properties = *parseJson(properties);
    return event;
}

/// Signals: cart (24 h, strength event.value / 100), visit (48 h, pages above 2), order (24 h), vip (state).
/// Intents: purchase-intent = 0.1 + 0.5 cart + 0.2 visit, churn-risk = 0.3 − 0.6 cart. Sentiment = 0.4 vip − 0.9 order.
/// Stages: discovery = 0.5, cart = 0.2 + 0.4 cart, bought = 0.1 + 1 order; hysteresis 0.1.
inline documents::Workspace demo() {
    using documents::PropertyType;
    documents::TrackingPlan plan;
    plan.events.push_back({"Cart Updated", {{"value", PropertyType::Number, false, false, {}}}});
    plan.events.push_back({"Page Viewed", {{"pages", PropertyType::Number, false, false, {}}}});
    plan.events.push_back({"Order Completed", {}});
    plan.traits.push_back({"vip", PropertyType::Boolean, false, false, {}});

    documents::SignalBook book;
    book.signals = {{"cart", "", "Cart Updated", "", "event.value / 100", Duration::hours(24)},
                    {"visit", "", "Page Viewed", "event.pages > 2", "", Duration::hours(48)},
                    {"order", "", "Order Completed", "", "", Duration::hours(24)},
                    {"vip", "", "", "customer.vip", "0.5", Duration::days(3)}};
    book.intents = {{"purchase-intent", "", 0.1, {{"cart", 0.5}, {"visit", 0.2}}, {}},
                    {"churn-risk", "", 0.3, {{"cart", -0.6}}, {}}};
    book.sentiment = {"", "", 0, {{"vip", 0.4}, {"order", -0.9}}, {}};
    book.needs = {{"urgency", "", 0, {{"order", 1}}, {}}};
    book.hesitations = {{"pricing", "", 0, {{"visit", 0.5}}, {}}};
    documents::StageList stages;
    stages.stages = {{"discovery", "", "", 0.5, {}},
                     {"cart", "", "", 0.2, {{"cart", 0.4}}},
                     {"bought", "", "", 0.1, {{"order", 1}}}};

    documents::Workspace workspace;
    workspace.settings.zones = {"Europe/Berlin"};
    workspace.autonomy = std::make_shared<documents::AutonomyMatrix>();
    workspace.policies = std::make_shared<documents::PolicyStack>();
    workspace.actions = std::make_shared<documents::ActionCatalogue>();
    workspace.content = std::make_shared<documents::ContentLibrary>();
    workspace.agents = std::make_shared<documents::AgentRoster>();
    workspace.goals = std::make_shared<documents::GoalList>();
    workspace.signals = std::make_shared<documents::SignalBook>(book);
    workspace.stages = std::make_shared<documents::StageList>(stages);
    workspace.measures = std::make_shared<documents::MeasureBook>();
    workspace.trackingPlan = std::make_shared<documents::TrackingPlan>(plan);
    workspace.people = std::make_shared<documents::PeopleList>();
    workspace.stories = std::make_shared<documents::StoryList>();
    return workspace;
}

/// One customer with the demo's documents; perception is played by hand.
struct Listener {
    explicit Listener(documents::Workspace documents = demo())
        : workspace(std::move(documents))
        , schema(*documents::FactSchema::build(workspace))
        , interpreter(workspace, schema, symbols)
        , facts(schema.schema().size()) {}

    void set(std::string_view name, const Value& value) {
        facts.at(static_cast<std::size_t>(schema.schema().slot(name))) = value;
    }
    [[nodiscard]] Value fact(std::string_view name) const {
        return facts.at(static_cast<std::size_t>(schema.schema().slot(name)));
    }
    void hear(const perception::Event& event) {
        for (const char* name : {"value", "pages"})
            set(std::string("event.") + name, event.properties.member(name));
        interpreter.absorb(memory, event, facts);
    }
    Reading read(Instant now) { return interpreter.read(memory, now, facts); }
    [[nodiscard]] std::string name(Sym symbol) const { return symbols.name(symbol); }

    documents::Workspace workspace;
    Symbols symbols;
    documents::FactSchema schema;
    Interpreter interpreter;
    perception::Facts facts;
    SignalMemory memory;
};

inline bool near(double a, double b, double tolerance = 1e-12) {
    return a - b <= tolerance && b - a <= tolerance;
}

} // namespace wayreeve::interpretation::test
