#pragma once

#include "base/json.h"
#include "documents/fact_schema.h"
#include "perception/intake.h"
#include "perception/perceiver.h"

#include <QTest>

#include <random>

namespace wayreeve::perception::test {

/// 2026-03-02T08:00:00Z, a Monday; every time of these tests counts from here.
inline constexpr Instant start{1772438400000};

inline Instant minute(std::int64_t n) {
    return start + Duration::minutes(n);
}

inline Value json(std::string_view text) {
    const auto value = parseJson(text);
    if (!value.ok())
        qFatal("bad JSON in a test: %s", debugText(value.error()).c_str());
    return *value;
}

inline Event track(std::string name, Instant time, std::string_view properties = "{}", std::string user = "u1") {
    static int number = 0;
    Event event;
    event.messageId = "m" + std::to_string(++number);
    event.name = std::move(name);
    event.userId = std::move(user);
    event.time = time;
    event.receivedAt = time;
    event.properties = json(properties);
    return event;
}

inline Event identify(Instant time, std::string_view traits, std::string user = "u1") {
    Event event = track("Identified", time, traits, std::move(user));
    event.type = EventType::Identify;
    return event;
}

inline documents::Property property(const char* id, documents::PropertyType type, bool required = false,
                                    std::vector<std::string> values = {}) {
    return {id, type, required, false, std::move(values)};
}

/// A shop: two planned events, five traits, three measures.
inline documents::Workspace shop() {
    using documents::PropertyType;
    documents::TrackingPlan plan;
    plan.events.push_back({"Cart Updated",
                           {property("value", PropertyType::Number, true), property("items", PropertyType::List),
                            property("coupon", PropertyType::Text, false, {"SPRING", "NONE"})}});
    plan.events.push_back({"Order Completed",
                           {property("value", PropertyType::Number), property("delivery", PropertyType::Date),
                            property("paid_at", PropertyType::DateTime)}});
    plan.traits = {property("plan", PropertyType::Text, false, {"free", "pro"}), property("age", PropertyType::Number),
                   property("vip", PropertyType::Boolean), property("birthday", PropertyType::Date),
                   property("email", PropertyType::Text)};
    documents::MeasureBook measures;
    rules::MeasureDefinition carts;
    carts.id = "carts";
    carts.event = "Cart Updated";
    measures.measures.push_back(carts);
    rules::MeasureDefinition spent;
    spent.id = "spent-7d";
    spent.function = rules::MeasureFunction::Sum;
    spent.event = "Order Completed";
    spent.property = "value";
    spent.filter = "event.value > 10";
    spent.window = {rules::MeasureWindow::Kind::Rolling, Duration::days(7), 0};
    measures.measures.push_back(spent);
    rules::MeasureDefinition lastDelivery;
    lastDelivery.id = "last-delivery";
    lastDelivery.function = rules::MeasureFunction::Last;
    lastDelivery.event = "Order Completed";
    lastDelivery.property = "delivery";
    measures.measures.push_back(lastDelivery);

    documents::Workspace workspace;
    workspace.settings.zones = {"Europe/Berlin", "America/New_York"};
    workspace.autonomy = std::make_shared<documents::AutonomyMatrix>();
    workspace.policies = std::make_shared<documents::PolicyStack>();
    workspace.actions = std::make_shared<documents::ActionCatalogue>();
    workspace.content = std::make_shared<documents::ContentLibrary>();
    workspace.agents = std::make_shared<documents::AgentRoster>();
    workspace.goals = std::make_shared<documents::GoalList>();
    workspace.signals = std::make_shared<documents::SignalBook>();
    workspace.stages = std::make_shared<documents::StageList>();
    workspace.measures = std::make_shared<documents::MeasureBook>(measures);
    workspace.trackingPlan = std::make_shared<documents::TrackingPlan>(plan);
    workspace.people = std::make_shared<documents::PeopleList>();
    workspace.stories = std::make_shared<documents::StoryList>();
    return workspace;
}

/// The compiled shop.
struct Shop {
    explicit Shop(documents::Workspace documents = shop())
        : workspace(std::move(documents))
        , schema(*documents::FactSchema::build(workspace))
        , perceiver(workspace, schema, symbols) {}

    [[nodiscard]] Value fact(const Facts& facts, std::string_view name) const {
        const int slot = schema.schema().slot(name);
        return slot < 0 ? Value("no such fact") : facts.at(static_cast<std::size_t>(slot));
    }
    [[nodiscard]] Facts facts(const Customer& customer, const Event* event, Instant now) const {
        Facts filled;
        perceiver.fill(customer, event, now, filled);
        return filled;
    }

    documents::Workspace workspace;
    Symbols symbols;
    documents::FactSchema schema;
    Perceiver perceiver;
};

} // namespace wayreeve::perception::test
