#pragma once

#include "documents/binding.h"
#include "documents/enum_names.h"

/// The YAML of what designers author: journeys, autonomy, policies, actions, content, agents, goals.
namespace wayreeve::documents {

namespace words {
inline constexpr std::array<std::string_view, 2> mapStates{"as-is", "to-be"};
inline constexpr std::array<std::string_view, 9> agentKinds{
    "shopping", "support", "success", "booking", "notification", "compensation", "insights", "segments", "content"};
} // namespace words

template <>
struct Binding<Touchpoint> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = Touchpoint;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("channel", &T::channel);
        io("event", &T::event, refTo(Refers::Event));
    }
};

template <>
struct Binding<EmotionPoint> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = EmotionPoint;
        io("at", &T::at, share());
        io("value", &T::value, Spec{}.between(-2, 2));
        io("note", &T::note);
    }
};

template <>
struct Binding<FailureMode> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("what", &FailureMode::what, Spec{}.required());
        io("fallback", &FailureMode::fallback);
    }
};

template <>
struct Binding<HandoffPoint> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("to", &HandoffPoint::to, Spec{}.required());
        io("owner", &HandoffPoint::owner, refTo(Refers::Person));
        io("when", &HandoffPoint::when);
    }
};

template <>
struct Binding<JourneyStage> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = JourneyStage;
        io("id", &T::id, idSpec().to(Refers::Stage));
        io("customer-goal", &T::customerGoal);
        io("expectation", &T::expectation);
        io("touchpoints", &T::touchpoints);
        io("emotion", &T::emotion);
        io("friction", &T::friction);
        io("handoffs", &T::handoffs);
        io("dependencies", &T::dependencies);
        io("failure-modes", &T::failureModes);
        io("human-effort", &T::humanEffort);
        io("cost-of-delay", &T::costOfDelay);
        io("data", &T::data);
        io("kpis", &T::kpis);
        io("owner", &T::owner, refTo(Refers::Person));
        io("evidence", &T::evidence);
    }
};

template <>
struct Binding<JourneyNode> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = JourneyNode;
        io("id", &T::id, idSpec());
        io("type", &T::type, Spec{}.required());
        io("name", &T::name);
        io("stage", &T::stage, refTo(Refers::OwnStage));
        io("event", &T::event, refTo(Refers::Event));
        io("when", &T::when, condition());
        io("length", &T::length, atLeast(0));
        io("action", &T::action, refTo(Refers::Action));
        io("content", &T::content, refTo(Refers::Content));
        io("agent", &T::agent, refTo(Refers::Agent));
        io("goal", &T::goal, refTo(Refers::Goal));
        io("baseline", &T::baseline, refTo(Refers::Node));
        io("owner", &T::owner, refTo(Refers::Person));
        io("trait", &T::trait, refTo(Refers::Trait));
        io("value", &T::value, feel(rules::Type::Any));
        io("journey", &T::journey, refTo(Refers::Journey));
        io("reason", &T::reason);
        io("x", &T::x, Spec{}.between(-1e6, 1e6));
        io("y", &T::y, Spec{}.between(-1e6, 1e6));
    }
};

template <>
struct Binding<JourneyEdge> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = JourneyEdge;
        io("from", &T::from, refTo(Refers::Node).required());
        io("to", &T::to, refTo(Refers::Node).required());
        io("when", &T::when, condition());
        io("on", &T::on);
        io("label", &T::label);
    }
};

template <>
struct Binding<ExitRule> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = ExitRule;
        io("id", &T::id, idSpec());
        io("stage", &T::stage, refTo(Refers::Stage));
        io("event", &T::event, refTo(Refers::Event));
        io("when", &T::when, condition());
        io("enter", &T::enter, refTo(Refers::Journey));
    }
};

template <>
struct Binding<Journey> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Journey;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("objective", &T::objective);
        io("owner", &T::owner, refTo(Refers::Person));
        io("learning-goal", &T::learningGoal, refTo(Refers::Goal));
        io("state", &T::state, oneOf(words::mapStates));
        io("experiment", &T::experiment);
        io("re-entry", &T::reEntry);
        io("re-entry-after", &T::reEntryAfter, atLeast(0));
        io("stages", &T::stages);
        io("nodes", &T::nodes);
        io("edges", &T::edges);
        io("exits", &T::exits);
    }
};

template <>
struct Binding<AutonomyCell> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = AutonomyCell;
        io("level", &T::level, Spec{}.required());
        io("approval", &T::approval);
        io("sample", &T::sample, share());
        io("sla", &T::sla, atLeast(0));
        io("on-expiry", &T::onExpiry);
    }
};

template <>
struct Binding<RiskRaise> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("id", &RiskRaise::id, idSpec());
        io("when", &RiskRaise::when, condition().required());
        io("steps", &RiskRaise::steps, Spec{}.between(1, 2));
    }
};

template <>
struct Binding<ExceptionCondition> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("id", &ExceptionCondition::id, idSpec());
        io("when", &ExceptionCondition::when, condition().required());
    }
};

template <>
struct Binding<AutonomyRow> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = AutonomyRow;
        io("id", &T::id, idSpec());
        io("action", &T::action, refTo(Refers::Action));
        io("tag", &T::tag);
        io("when", &T::when, condition());
        io("cells", &T::cells);
    }
};

template <>
struct Binding<AutonomyMatrix> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = AutonomyMatrix;
        io("raises", &T::raises);
        io("exceptions", &T::exceptions);
        io("grid", &T::grid);
        io("rows", &T::rows);
    }
};

template <>
struct Binding<PolicyScope> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        using T = PolicyScope;
        io("slots", &T::slots);
        io("channels", &T::channels);
        io("actions", &T::actions, refTo(Refers::Action));
        io("tags", &T::tags);
    }
};

template <>
struct Binding<Policy> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Policy;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("strength", &T::strength);
        io("type", &T::type, Spec{}.required());
        io("scope", &T::scope);
        io("when", &T::when, condition());
        io("value", &T::value, formula());
        io("limit", &T::limit);
        io("weight", &T::weight);
        io("count", &T::count, atLeast(0));
        io("per", &T::per);
        io("window", &T::window);
        io("days", &T::days, Spec{}.between(1, 3660));
        io("from", &T::from, clockTime());
        io("to", &T::to, clockTime());
        io("weekdays", &T::weekdays, Spec{}.between(1, 7));
        io("exempt-transactional", &T::exemptTransactional);
        io("amount", &T::amount, atLeast(0));
        io("note", &T::note);
    }
};

template <>
struct Binding<PolicyStack> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("policies", &PolicyStack::policies);
    }
};

template <>
struct Binding<FactNeed> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("fact", &FactNeed::fact);
        io("id", &FactNeed::id, feel(rules::Type::Any));
    }
};

template <>
struct Binding<Action> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Action;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("slot", &T::slot);
        io("channel", &T::channel);
        io("purpose", &T::purpose);
        io("tags", &T::tags);
        io("cost", &T::cost, atLeast(0));
        io("cost-rule", &T::costRule, formula());
        io("amount", &T::amount, formula());
        io("base-risk", &T::baseRisk);
        io("reversibility", &T::reversibility);
        io("connector", &T::connector, refTo(Refers::Connector));
        io("undo", &T::undo, refTo(Refers::Action));
        io("internal", &T::internal);
        io("transactional", &T::transactional);
        io("handoff", &T::handoff);
        io("when", &T::when, condition());
        io("family", &T::family);
        io("excludes", &T::excludes, refTo(Refers::Action));
        io("after", &T::after, refTo(Refers::Action));
        io("cooldown", &T::cooldown, atLeast(0));
        io("cooldown-from", &T::cooldownFrom, refTo(Refers::Action));
        io("urgency", &T::urgency, Spec{}.between(0, 3));
        io("batch-order", &T::batchOrder, formula());
        io("needs", &T::needs);
        io("contact-role", &T::contactRole);
        io("parameters", &T::parameters);
    }
};

template <>
struct Binding<ActionCatalogue> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("actions", &ActionCatalogue::actions);
    }
};

template <>
struct Binding<ContentBlock> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = ContentBlock;
        io("id", &T::id, idSpec());
        io("action", &T::action, refTo(Refers::Action).required());
        io("channel", &T::channel);
        io("language", &T::language);
        io("subject", &T::subject);
        io("body", &T::body);
        io("tone", &T::tone);
        io("stages", &T::stages, refTo(Refers::Stage));
        io("needs", &T::needs, refTo(Refers::Need));
        io("intents", &T::intents, refTo(Refers::Intent));
        io("offer", &T::offer);
        io("proof", &T::proof);
        io("contact-role", &T::contactRole);
        io("approved", &T::approved);
        io("prior", &T::prior, share());
    }
};

template <>
struct Binding<BrandRules> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("forbidden-words", &BrandRules::forbiddenWords);
        io("max-subject-length", &BrandRules::maxSubjectLength, atLeast(0));
    }
};

template <>
struct Binding<ContentLibrary> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("brand", &ContentLibrary::brand);
        io("blocks", &ContentLibrary::blocks);
    }
};

template <>
struct Binding<Dimensions> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Dimensions;
        io("channels", &T::channels);
        io("tones", &T::tones);
        io("incentives", &T::incentives, share());
        io("send-hours", &T::sendHours, Spec{}.between(0, 23));
        io("frequency", &T::frequency, atLeast(0));
        io("content", &T::content);
    }
};

template <>
struct Binding<Agent> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Agent;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("kind", &T::kind, oneOf(words::agentKinds));
        io("subject", &T::subject);
        io("goal", &T::goal, refTo(Refers::Goal));
        io("actions", &T::actions, refTo(Refers::Action));
        io("dimensions", &T::dimensions);
        io("inputs", &T::inputs, refTo(Refers::Fact));
        io("when", &T::when, condition());
        io("interval", &T::interval, atLeast(0));
        io("daily-budget", &T::dailyBudget, atLeast(0));
        io("suggest-only", &T::suggestOnly);
    }
};

template <>
struct Binding<AgentRoster> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("agents", &AgentRoster::agents);
    }
};

template <>
struct Binding<NegativeReward> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("event", &NegativeReward::event, refTo(Refers::Event).required());
        io("cost", &NegativeReward::cost, atLeast(0));
    }
};

template <>
struct Binding<Milestone> : InOneLine {
    template <class Io>
    static void fields(Io& io) {
        io("event", &Milestone::event, refTo(Refers::Event).required());
        io("times", &Milestone::times, Spec{}.between(1, 100));
        io("within", &Milestone::within, atLeast(0));
    }
};

template <>
struct Binding<ProgressPlan> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("from", &ProgressPlan::from, refTo(Refers::Event));
        io("milestones", &ProgressPlan::milestones);
    }
};

template <>
struct Binding<Goal> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        using T = Goal;
        io("id", &T::id, idSpec());
        io("name", &T::name);
        io("event", &T::event, refTo(Refers::Event).required());
        io("when", &T::when, condition());
        io("window", &T::window, atLeast(0));
        io("value", &T::value);
        io("value-rule", &T::valueRule, formula());
        io("lever", &T::lever, atLeast(0));
        io("negative", &T::negative);
        io("guardrails", &T::guardrails);
        io("prior", &T::prior, share());
        io("prior-weight", &T::priorWeight, Spec{}.between(0, 1000));
        io("half-life", &T::halfLife, atLeast(0));
        io("customer-effects", &T::customerEffects);
        io("fatigue", &T::fatigue);
        io("replenishment", &T::replenishment);
        io("progress", &T::progress);
    }
};

template <>
struct Binding<GoalList> : InBlock {
    template <class Io>
    static void fields(Io& io) {
        io("goals", &GoalList::goals);
    }
};

} // namespace wayreeve::documents
