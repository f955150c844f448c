#pragma once

#include "documents/binding.h"
#include "documents/enum_names.h"

/// The YAML of what the workspace observes and rehearses: settings, signals, stages, measures, tracking plan, people,
/// populations, stories, mapping.
namespace wayreeve::documents {

namespace words {
inline constexpr std::array<std::string_view, 5> rulings{"execute", "queue", "suggest", "hold", "refuse"};
inline constexpr std::array<std::string_view, 4> priorities{"low", "normal", "high", "urgent"}; // Zendesk's
inline constexpr std::array<std::string_view, 2> approvals{"one-person", "four-eyes"};
} // namespace words

template <>
struct Binding<ConnectorSettings> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = ConnectorSettings;
        io("id", &T::id, idSpec());
        io("kind", &T::kind, Spec{}.required());
        io("url", &T::url, Spec{}.required());
        io("secret", &T::secret);
        io("user", &T::user);
        io("from", &T::from);
        io("unsubscribe", &T::unsubscribe);
        io("allow-plain", &T::allowPlain);
        io("traits", &T::traits, refTo(Refers::Trait));
        io("channel", &T::channel);
        io("property", &T::property);
        io("ticket-trait", &T::ticketTrait, refTo(Refers::Trait));
        io("priority", &T::priority, oneOf(words::priorities));
        io("tags", &T::tags);
    }
};

template <>
struct Binding<FactLimit> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("fact", &FactLimit::fact);
        io("within", &FactLimit::within, atLeast(1));
    }
};

template <>
struct Binding<FactPlace> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("member", &FactPlace::member, Spec{}.required());
        io("at", &FactPlace::at, Spec{}.required());
        io("otherwise", &FactPlace::otherwise);
        io("per", &FactPlace::per, atLeast(1));
    }
};

template <>
struct Binding<FactSystem> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("fact", &FactSystem::fact, Spec{}.required());
        io("url", &FactSystem::url, Spec{}.required());
        io("path", &FactSystem::path, Spec{}.required());
        io("header", &FactSystem::header);
        io("secret", &FactSystem::secret);
        io("values", &FactSystem::values, Spec{}.required());
        io("as-of", &FactSystem::asOf);
    }
};

template <>
struct Binding<FactSettings> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("url", &FactSettings::url);
        io("secret", &FactSettings::secret);
        io("systems", &FactSettings::systems);
        io("limits", &FactSettings::limits);
    }
};

template <>
struct Binding<Settings> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Settings;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("description", &T::description);
        io("currency", &T::currency);
        io("locale", &T::locale);
        io("zones", &T::zones, refTo(Refers::Zone));
        io("demo", &T::demo);
        io("agentic", &T::agentic, Spec{}.between(0, 100));
        io("control", &T::control, Spec{}.between(0, 100));
        io("baseline", &T::baseline, Spec{}.between(0, 100));
        io("epoch", &T::epoch, atLeast(1));
        io("explore-low", &T::exploreLow, orNone());
        io("explore-medium", &T::exploreMedium, orNone());
        io("explore-floor", &T::exploreFloor, share());
        io("switched-off", &T::switchedOff);
        io("arbitration-margin", &T::arbitrationMargin, share());
        io("preferred-channel", &T::preferredChannel, refTo(Refers::Trait));
        io("stitching", &T::stitching);
        io("undo-merges", &T::undoMerges, atLeast(0));
        io("connector-url", &T::connectorUrl);
        io("connectors", &T::connectors);
        io("facts", &T::facts);
    }
};

template <>
struct Binding<Signal> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Signal;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("event", &T::event, refTo(Refers::Event));
        io("when", &T::when, condition());
        io("strength", &T::strength, formula());
        io("half-life", &T::halfLife, atLeast(1));
    }
};

template <>
struct Binding<WeightedSignal> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("signal", &WeightedSignal::signal, refTo(Refers::Signal).required());
        io("weight", &WeightedSignal::weight);
    }
};

/// `id` is not required here: the sentiment has none. The workspace's checks ask for it in the lists.
template <>
struct Binding<ScoreDefinition> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = ScoreDefinition;
        io("id", &T::id);
        io("name", &T::name);
        io("base", &T::base);
        io("signals", &T::signals);
        io("interventions", &T::interventions, refTo(Refers::Intervention));
        io("threshold", &T::threshold, share());
    }
};

template <>
struct Binding<SignalBook> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = SignalBook;
        io("signals", &T::signals);
        io("intents", &T::intents);
        io("sentiment", &T::sentiment);
        io("needs", &T::needs);
        io("hesitations", &T::hesitations);
    }
};

template <>
struct Binding<Stage> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Stage;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("definition", &T::definition);
        io("base", &T::base);
        io("benchmark", &T::benchmark, share());
        io("benchmark-event", &T::benchmarkEvent, refTo(Refers::Event));
        io("benchmark-within", &T::benchmarkWithin, atLeast(0));
        io("signals", &T::signals);
    }
};

template <>
struct Binding<StageList> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("hysteresis", &StageList::hysteresis, atLeast(0));
        io("stages", &StageList::stages);
    }
};

template <>
struct Binding<rules::MeasureWindow> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = rules::MeasureWindow;
        io("kind", &T::kind);
        io("length", &T::length, atLeast(0));
        io("days", &T::days, Spec{}.between(0, 3660));
    }
};

template <>
struct Binding<rules::MeasureDefinition> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = rules::MeasureDefinition;
        Spec filter = condition();
        filter.eventOnly = true;
        io("id", &T::id, idSpec());
        io("function", &T::function);
        io("event", &T::event, refTo(Refers::Event));
        io("property", &T::property);
        io("filter", &T::filter, filter);
        io("window", &T::window);
        io("minimum-history", &T::minimumHistory, atLeast(0));
        io("then", &T::then, refTo(Refers::Event));
        io("then-filter", &T::thenFilter, filter);
        io("within", &T::within, atLeast(0));
        io("half-life", &T::halfLife, atLeast(0));
    }
};

template <>
struct Binding<AffinityCategory> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("value", &AffinityCategory::value, Spec{}.required());
        io("share", &AffinityCategory::share, share());
    }
};

template <>
struct Binding<Affinity> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Affinity;
        io("id", &T::id, idSpec());
        io("event", &T::event, refTo(Refers::Event).required());
        io("property", &T::property, Spec{}.required());
        io("half-life", &T::halfLife, atLeast(0));
        io("prior-weight", &T::priorWeight, Spec{}.between(0.1, 1000));
        io("categories", &T::categories);
    }
};

template <>
struct Binding<MeasureBook> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("measures", &MeasureBook::measures);
        io("affinities", &MeasureBook::affinities);
    }
};

template <>
struct Binding<Property> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = Property;
        io("id", &T::id, Spec{}.required());
        io("type", &T::type);
        io("required", &T::required);
        io("personal", &T::personal);
        io("values", &T::values);
        io("object", &T::object);
    }
};

template <>
struct Binding<HealthPart> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("id", &HealthPart::id, idSpec());
        io("name", &HealthPart::name);
        io("points", &HealthPart::points, Spec{}.between(0, 100));
        io("value", &HealthPart::value, formula());
    }
};

template <>
struct Binding<AccountPlan> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("traits", &AccountPlan::traits);
        io("contract-date", &AccountPlan::contractDate);
        io("role", &AccountPlan::role, refTo(Refers::Trait));
        io("health", &AccountPlan::health);
    }
};

template <>
struct Binding<PlannedEvent> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("name", &PlannedEvent::name, Spec{}.required());
        io("properties", &PlannedEvent::properties);
        io("response", &PlannedEvent::response);
        io("channel", &PlannedEvent::channel);
    }
};

template <>
struct Binding<PurchaseModel> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = PurchaseModel;
        io("r", &T::r, atLeast(0));
        io("alpha", &T::alpha, atLeast(0));
        io("a", &T::a, atLeast(0));
        io("b", &T::b, atLeast(0));
    }
};

template <>
struct Binding<SpendModel> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = SpendModel;
        io("p", &T::p, atLeast(0));
        io("q", &T::q, atLeast(0));
        io("gamma", &T::gamma, atLeast(0));
    }
};

template <>
struct Binding<LifetimePlan> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = LifetimePlan;
        io("event", &T::event, refTo(Refers::Event));
        io("amount", &T::amount);
        io("horizon", &T::horizon, atLeast(0));
        io("purchases", &T::purchases);
        io("spend", &T::spend);
    }
};

template <>
struct Binding<PromisePlan> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = PromisePlan;
        io("made", &T::made, refTo(Refers::Event));
        io("kept", &T::kept, refTo(Refers::Event));
        io("id", &T::id);
        io("by", &T::by);
        io("due", &T::due);
    }
};

template <>
struct Binding<TrackingPlan> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("events", &TrackingPlan::events);
        io("traits", &TrackingPlan::traits);
        io("accounts", &TrackingPlan::accounts);
        io("lifetime-value", &TrackingPlan::lifetime);
        io("promises", &TrackingPlan::promises);
    }
};

template <>
struct Binding<ApprovalGrant> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = ApprovalGrant;
        io("actions", &T::actions, refTo(Refers::Action));
        io("tags", &T::tags);
        io("max-risk", &T::maxRisk);
        io("max-amount", &T::maxAmount, atLeast(0));
    }
};

template <>
struct Binding<Person> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Person;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("email", &T::email);
        io("roles", &T::roles);
        io("grants", &T::grants);
    }
};

template <>
struct Binding<PeopleList> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("from-hour", &PeopleList::fromHour, Spec{}.between(0, 23));
        io("to-hour", &PeopleList::toHour, Spec{}.between(1, 24));
        io("weekdays", &PeopleList::weekdays, Spec{}.between(1, 7));
        io("people", &PeopleList::people);
    }
};

template <>
struct Binding<Distribution> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = Distribution;
        io("id", &T::id, Spec{}.required());
        io("shares", &T::shares, atLeast(0));
        io("low", &T::low);
        io("high", &T::high);
        io("median", &T::median);
        io("spread", &T::spread, atLeast(0));
        io("digits", &T::digits, Spec{}.between(0, 15));
    }
};

template <>
struct Binding<Emission> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = Emission;
        io("event", &T::event, refTo(Refers::StoryEvent).required());
        io("per-day", &T::perDay, atLeast(0));
        io("properties", &T::properties);
    }
};

template <>
struct Binding<HiddenState> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = HiddenState;
        io("id", &T::id, idSpec());
        io("share", &T::share, atLeast(0));
        io("dwell", &T::dwell, atLeast(0));
        io("next", &T::next, atLeast(0).keysTo(Refers::State));
        io("on-enter", &T::onEnter);
        io("emits", &T::emits);
    }
};

template <>
struct Binding<Reaction> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Reaction;
        io("action", &T::action, refTo(Refers::Action));
        io("tag", &T::tag);
        io("content", &T::content, refTo(Refers::Content));
        io("event", &T::event, refTo(Refers::StoryEvent).required());
        io("base", &T::base);
        io("coefficients", &T::coefficients, Spec{}.keysTo(Refers::Coefficient));
        io("states", &T::states, Spec{}.keysTo(Refers::State));
        io("discount", &T::discount);
        io("fatigue", &T::fatigue);
        io("hour", &T::hour);
        io("delay", &T::delay, atLeast(0));
        io("to-state", &T::toState, refTo(Refers::State));
        io("properties", &T::properties);
    }
};

template <>
struct Binding<Sessions> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Sessions;
        io("per-day", &T::perDay, atLeast(0));
        io("before-sign-in", &T::beforeSignIn, share());
        io("length", &T::length, atLeast(3));
        io("events", &T::events);
    }
};

template <>
struct Binding<EventQuality> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = EventQuality;
        io("duplicate", &T::duplicate, share());
        io("late", &T::late, share());
        io("late-by", &T::lateBy, atLeast(0));
        io("future", &T::future, share());
        io("malformed", &T::malformed, share());
    }
};

template <>
struct Binding<ConsentShare> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = ConsentShare;
        io("purpose", &T::purpose, Spec{}.required());
        io("channel", &T::channel);
        io("share", &T::share, documents::share());
    }
};

template <>
struct Binding<ReviewerModel> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = ReviewerModel;
        io("capacity-per-day", &T::capacityPerDay, atLeast(0));
        io("from-hour", &T::fromHour, Spec{}.between(0, 24));
        io("to-hour", &T::toHour, Spec{}.between(0, 24));
        io("weekdays", &T::weekdays, Spec{}.between(1, 7));
        io("delay", &T::delay, atLeast(0));
        io("approve", &T::approve, share());
        io("edit", &T::edit, share());
        io("people", &T::people, refTo(Refers::Person));
    }
};

template <>
struct Binding<EdgeCase> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = EdgeCase;
        io("id", &T::id, idSpec());
        io("share", &T::share, documents::share());
        io("state", &T::state, refTo(Refers::State));
        io("traits", &T::traits, Spec{}.keysTo(Refers::Coefficient));
    }
};

template <>
struct Binding<Population> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Population;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("start", &T::start);
        io("traits", &T::traits);
        io("hidden", &T::hidden);
        io("zones", &T::zones, atLeast(0).keysTo(Refers::Zone));
        io("consent", &T::consent);
        io("states", &T::states);
        io("reactions", &T::reactions);
        io("edge-cases", &T::edgeCases);
        io("sessions", &T::sessions);
        io("quality", &T::quality);
        io("reviewers", &T::reviewers);
    }
};

template <>
struct Binding<StoryEvent> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = StoryEvent;
        io("at", &T::at, atLeast(0));
        io("event", &T::event, refTo(Refers::StoryEvent).required());
        io("properties", &T::properties);
    }
};

template <>
struct Binding<Expectation> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = Expectation;
        io("after", &T::after, atLeast(0));
        io("within", &T::within, atLeast(0));
        io("absent", &T::absent);
        io("action", &T::action, refTo(Refers::ActionOrWait));
        io("ruling", &T::ruling, oneOf(words::rulings));
        io("level", &T::level, oneOf(EnumNames<AutonomyLevel>::names));
        io("dispatched", &T::dispatched);
        io("voided", &T::voided);
        io("channel", &T::channel);
        io("content", &T::content, refTo(Refers::Content));
        io("stage", &T::stage, refTo(Refers::Stage));
        io("intent", &T::intent, refTo(Refers::Reading));
        io("above", &T::above);
        io("below", &T::below);
        io("removed", &T::removed, refTo(Refers::ActionOrWait));
        io("by", &T::by);
        io("approval", &T::approval, oneOf(words::approvals));
        io("customer", &T::customer);
        io("packet", &T::packet);
    }
};

template <>
struct Binding<StoryCustomer> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = StoryCustomer;
        io("id", &T::id, idSpec());
        io("zone", &T::zone, refTo(Refers::Zone));
        io("traits", &T::traits, Spec{}.keysTo(Refers::Trait));
        io("consent", &T::consent);
        io("events", &T::events);
    }
};

template <>
struct Binding<Story> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Story;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("guards", &T::guards, refTo(Refers::Element));
        io("arm", &T::arm);
        io("start", &T::start);
        io("length", &T::length, atLeast(0));
        io("zone", &T::zone, refTo(Refers::Zone));
        io("traits", &T::traits, Spec{}.keysTo(Refers::Trait));
        io("consent", &T::consent);
        io("events", &T::events);
        io("others", &T::others);
        io("budgets", &T::budgets, atLeast(0).keysTo(Refers::Budget));
        io("expect", &T::expect);
    }
};

template <>
struct Binding<StoryList> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("stories", &StoryList::stories);
    }
};

template <>
struct Binding<MappedColumn> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("column", &MappedColumn::column, Spec{}.required());
        io("trait", &MappedColumn::trait, refTo(Refers::Trait).required());
        io("type", &MappedColumn::type);
    }
};

template <>
struct Binding<Mapping> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Mapping;
        io("id", &T::id, idSpec());
        io("agent", &T::agent, refTo(Refers::Agent).required());
        io("journey", &T::journey, refTo(Refers::Journey));
        io("start", &T::start);
        io("step", &T::step, atLeast(0));
        io("epoch", &T::epoch, atLeast(1));
        io("entry-event", &T::entryEvent, refTo(Refers::Event));
        io("arm-column", &T::armColumn, Spec{}.required());
        io("arms", &T::arms, refTo(Refers::ActionOrWait));
        io("context", &T::context);
        io("outcomes", &T::outcomes);
    }
};

template <>
struct Binding<rules::TableInput> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = rules::TableInput;
        io("name", &T::name, Spec{}.required());
        io("type", &T::type);
        io("expression", &T::expression, feel(rules::Type::Any));
        io("values", &T::values);
        io("within", &T::within);
    }
};

template <>
struct Binding<rules::TableOutput> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = rules::TableOutput;
        io("name", &T::name, Spec{}.required());
        io("type", &T::type);
        io("values", &T::values);
        io("otherwise", &T::otherwise);
    }
};

template <>
struct Binding<rules::TableRow> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = rules::TableRow;
        io("when", &T::when);
        io("then", &T::then);
        io("note", &T::note);
    }
};

template <>
struct Binding<DecisionTable> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = DecisionTable;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("hit-policy", &T::hitPolicy);
        io("inputs", &T::inputs);
        io("outputs", &T::outputs);
        io("rows", &T::rows);
        io("note", &T::note);
    }
};

} // namespace wayreeve::documents
