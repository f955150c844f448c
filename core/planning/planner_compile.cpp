#include "planning/planner_compile.h"

#include <algorithm>
#include <limits>

namespace wayreeve::planning {

namespace {

using documents::PolicyType;

CompiledRule ruleOf(const std::string& text, const documents::FactSchema& schema, rules::Type type) {
    CompiledRule rule;
    rule.present = !text.empty();
    if (!rule.present)
        return rule;
    if (auto compiled = rules::Expression::compile(text, schema.schema(), type))
        rule.expression = std::move(compiled).value();
    return rule;
}

bool contains(const std::vector<std::string>& list, const std::string& what) {
    return std::find(list.begin(), list.end(), what) != list.end();
}

bool inScope(const documents::PolicyScope& scope, const documents::Action& action) {
    if (!scope.slots.empty() && std::find(scope.slots.begin(), scope.slots.end(), action.slot) == scope.slots.end())
        return false;
    if (!scope.channels.empty() &&
        std::find(scope.channels.begin(), scope.channels.end(), action.channel) == scope.channels.end())
        return false;
    if (!scope.actions.empty() && !contains(scope.actions, action.id))
        return false;
    if (scope.tags.empty())
        return true;
    return std::any_of(action.tags.begin(), action.tags.end(),
                       [&](const auto& tag) { return contains(scope.tags, tag); });
}

/// Cuts "Hi {{customer.first_name}}," into its literal and placeholder pieces.
std::vector<TextPiece> piecesOf(const std::string& text, const documents::FactSchema& schema) {
    std::vector<TextPiece> pieces;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find("{{", at);
        const std::size_t close = open == std::string::npos ? open : text.find("}}", open);
        if (close == std::string::npos) {
            pieces.push_back({text.substr(at), -2});
            break;
        }
        if (open > at)
            pieces.push_back({text.substr(at, open - at), -2});
        std::string name = text.substr(open + 2, close - open - 2);
        std::erase(name, ' ');
        pieces.push_back({name, schema.schema().slot(name)});
        at = close + 2;
    }
    return pieces;
}

std::vector<double> featuresOf(const Variant& variant) {
    std::vector<double> features(actionFeatureCount, 0.0);
    features[0] = variant.discount.toDouble();
    switch (variant.channel) {
    case documents::Channel::Email:
        features[1] = 1;
        break;
    case documents::Channel::Sms:
        features[2] = 1;
        break;
    case documents::Channel::InApp:
    case documents::Channel::Web:
        features[3] = 1;
        break;
    case documents::Channel::Call:
    case documents::Channel::Support:
        features[4] = 1;
        break;
    case documents::Channel::Ads:
        features[5] = 1;
        break;
    case documents::Channel::None:
        break;
    }
    return features;
}

class Compiler {
public:
    Compiler(const documents::Workspace& workspace, const documents::FactSchema& schema,
             const perception::Perceiver& perceiver, Symbols& symbols)
        : m_w(workspace)
        , m_schema(schema)
        , m_symbols(symbols)
        , m_impl(std::make_unique<Planner::Impl>()) {
        m_impl->workspace = &workspace;
        m_impl->schema = &schema;
        m_impl->perceiver = &perceiver;
        m_impl->symbols = &symbols;
    }

    std::unique_ptr<const Planner::Impl> compile() {
        words();
        actions();
        policies();
        contents();
        goals();
        agents();
        for (const documents::Factor factor : m_w.settings.switchedOff)
            m_impl->switchedOff |= 1U << static_cast<unsigned>(factor);
        m_impl->risk = std::make_unique<RiskAssessor>(m_w, m_schema, m_symbols);
        const auto& traits = m_w.trackingPlan->traits;
        for (std::size_t i = 0; i < traits.size(); ++i) {
            if (traits[i].id == "email")
                m_impl->emailTrait = static_cast<int>(i);
            if (traits[i].id == "phone")
                m_impl->phoneTrait = static_cast<int>(i);
            if (traits[i].id == m_w.settings.preferredChannel)
                m_impl->preferredTrait = static_cast<int>(i);
        }
        lateWords();
        answers();
        return std::move(m_impl);
    }

private:
    void words() {
        auto& w = m_impl->words;
        w.agent = m_symbols.intern("agent-not-eligible");
        w.arm = m_symbols.intern("arm");
        w.suppressed = m_symbols.intern("suppressed");
        w.noPerson = m_symbols.intern("no-person");
        w.address = m_symbols.intern("no-address");
        w.inapplicable = m_symbols.intern("not-applicable");
        w.missingFact = m_symbols.intern("missing-fact");
        w.notApproved = m_symbols.intern("content-not-approved");
        w.cooldown = m_symbols.intern("cooldown");
        w.family = m_symbols.intern("offer-family-held");
        w.costUnknown = m_symbols.intern("cost-unknown");
        w.incumbent = m_symbols.intern("incumbent");
        w.interactions = m_symbols.intern("interactions");
        w.agentBudget = m_symbols.intern("agent-budget");
        w.off = m_symbols.intern("switched-off");
        w.rejected = m_symbols.intern("rejected-recently");
        w.unanswered = m_symbols.intern("expired-recently");
        w.checkStock = m_symbols.intern("check-stock");
        w.checkMargin = m_symbols.intern("check-margin");
        w.chooseChannel = m_symbols.intern("choose-channel");
        w.compose = m_symbols.intern("compose");
        w.schedule = m_symbols.intern("schedule");
        // Only where it is used, so that other workspaces' symbols keep their numbers.
        const auto& goals = m_w.goals->goals;
        if (std::any_of(goals.begin(), goals.end(), [](const auto& goal) { return goal.customerEffects; }))
            w.ownEffect = m_symbols.intern("customer-effect");
        const auto& agents = m_w.agents->agents;
        if (std::any_of(agents.begin(), agents.end(), [](const auto& a) { return !a.dimensions.frequency.empty(); }))
            w.frequency = m_symbols.intern("frequency");
        if (m_w.trackingPlan->accounts.isUsed()) {
            w.contactRole = m_symbols.intern("no-contact-of-that-role");
            w.noMembers = m_symbols.intern("no-members");
        }
        for (const auto& intent : m_w.signals->intents)
            m_impl->intentIds.push_back(m_symbols.intern(intent.id));
    }

    /// After all others, so that those keep their numbers.
    void lateWords() {
        auto& w = m_impl->words;
        w.checkDiscount = m_symbols.intern("check-discount");
        w.checkBudget = m_symbols.intern("check-budget");
        for (const CompiledAction& action : m_impl->actions)
            for (const CompiledNeed& need : action.needs)
                for (const auto& [member, slot] : need.members)
                    if (std::find(m_impl->factSlots.begin(), m_impl->factSlots.end(), slot) == m_impl->factSlots.end())
                        m_impl->factSlots.push_back(slot);
        if (m_impl->factSlots.empty())
            return;
        w.lookUp = m_symbols.intern("look-up");
        for (const char* problem :
             {"fact.missing", "fact.stale", "fact.malformed", "fact.unreachable", "fact.from-future"})
            m_symbols.intern(problem);
    }

    [[nodiscard]] CompiledNeed needOf(const documents::FactNeed& need) const {
        CompiledNeed c;
        c.kind = need.fact;
        c.id = ruleOf(need.id, m_schema, rules::Type::Any);
        c.limit = documents::limitOf(m_w.settings.facts, need.fact);
        for (const documents::FactMember& member : documents::membersOf(need.fact))
            c.members.emplace_back(std::string(member.name), m_schema.fact(need.fact, member.name));
        return c;
    }

    void actions() {
        for (const documents::Action& action : m_w.actions->actions) {
            CompiledAction c;
            c.action = &action;
            c.position = m_impl->actions.size();
            c.id = m_symbols.intern(action.id);
            c.family = action.family.empty() ? 0 : m_symbols.intern(action.family);
            c.purpose = action.purpose.empty() ? 0 : m_symbols.intern(action.purpose);
            c.when = ruleOf(action.when, m_schema, rules::Type::Boolean);
            c.cost = ruleOf(action.costRule, m_schema, rules::Type::Number);
            c.amount = ruleOf(action.amount, m_schema, rules::Type::Number);
            for (const std::string& least : action.batchOrder)
                c.batchOrder.push_back(ruleOf(least, m_schema, rules::Type::Number));
            c.off = m_w.isOff("actions", action.id);
            for (const auto& [name, value] : action.parameters)
                c.parameters.emplace_back(m_schema.actionParameter(name), value);
            for (const std::string& other : action.cooldownFrom)
                c.cooldownFrom.push_back(m_symbols.intern(other));
            for (const std::string& other : action.excludes)
                c.excludes.push_back(m_symbols.intern(other));
            for (const documents::FactNeed& need : action.needs)
                c.needs.push_back(needOf(need));
            m_impl->actions.push_back(std::move(c));
        }
    }

    void policies() {
        if (!m_w.settings.zones.empty())
            if (auto zone = Zone::find(m_w.settings.zones.front()))
                m_impl->budgetZone = *zone;
        for (const documents::Policy& policy : m_w.policies->policies) {
            const Sym element = m_symbols.intern("policies/" + policy.id);
            if (m_w.isOff("policies", policy.id))
                continue;
            CompiledPolicy c;
            c.policy = &policy;
            c.element = element;
            c.when = ruleOf(policy.when, m_schema, rules::Type::Boolean);
            c.value = ruleOf(policy.value, m_schema, rules::Type::Number);
            for (const documents::Action& action : m_w.actions->actions)
                c.binds.push_back(inScope(policy.scope, action));
            if (policy.type == PolicyType::Budget) {
                c.budget = m_impl->fullBudgets.policies.size();
                m_impl->fullBudgets.policies.push_back(policy.amount ? policy.amount->toDouble() : 0.0);
                m_impl->budgetElements.push_back(element);
                if (c.value.present)
                    c.units = unitsOf(c);
            }
            m_impl->policies.push_back(std::move(c));
        }
    }

    /// By what the catalogue says of each action alone: shares of a pool do not hang on who asks.
    std::vector<double> unitsOf(const CompiledPolicy& policy) const {
        std::vector<double> units;
        for (const CompiledAction& action : m_impl->actions) {
            perception::Facts facts(m_schema.schema().size());
            for (const auto& [slot, value] : action.parameters)
                if (slot >= 0)
                    facts[static_cast<std::size_t>(slot)] = value;
            const Value taken = policy.value.value(rules::Frame{facts, Instant{}, nullptr});
            units.push_back(taken.number() && taken.toDouble() >= 0 ? taken.toDouble()
                                                                    : std::numeric_limits<double>::infinity());
        }
        return units;
    }

    void contents() {
        for (const documents::ContentBlock& block : m_w.content->blocks) {
            CompiledContent c;
            c.block = &block;
            c.id = m_symbols.intern(block.id);
            c.usable = block.approved && !m_w.isOff("content", block.id);
            c.subject = piecesOf(block.subject, m_schema);
            c.body = piecesOf(block.body, m_schema);
            for (const std::string& stage : block.stages)
                c.stages.push_back(m_symbols.intern(stage));
            c.needs = positions(block.needs, m_w.signals->needs);
            c.intents = positions(block.intents, m_w.signals->intents);
            m_impl->contents.push_back(std::move(c));
        }
    }

    void answers() {
        for (const auto* list : {&m_w.signals->needs, &m_w.signals->hesitations})
            for (std::size_t i = 0; i < list->size(); ++i) {
                const documents::ScoreDefinition& score = (*list)[i];
                if (score.interventions.empty())
                    continue;
                CompiledAnswer c;
                c.id = m_symbols.intern(score.id);
                c.hesitation = list == &m_w.signals->hesitations;
                c.position = i;
                c.threshold = score.threshold;
                const std::vector<std::string> names = namesOf(score);
                for (const documents::Action& action : m_w.actions->actions)
                    c.actions.push_back(contains(names, action.id) ||
                                        std::any_of(action.tags.begin(), action.tags.end(),
                                                    [&](const auto& tag) { return contains(names, tag); }));
                for (const documents::ContentBlock& block : m_w.content->blocks)
                    c.contents.push_back(contains(names, block.id) ||
                                         std::any_of(block.needs.begin(), block.needs.end(),
                                                     [&](const auto& need) { return contains(names, need); }));
                m_impl->answers.push_back(std::move(c));
            }
    }

    /// What a score's interventions name, and what those needs and hesitations among them name in turn.
    std::vector<std::string> namesOf(const documents::ScoreDefinition& score) const {
        std::vector<std::string> names = score.interventions;
        for (std::size_t at = 0; at < names.size(); ++at)
            for (const auto* list : {&m_w.signals->needs, &m_w.signals->hesitations})
                for (const documents::ScoreDefinition& other : *list)
                    for (const std::string& name :
                         other.id == names[at] ? other.interventions : std::vector<std::string>())
                        if (!contains(names, name))
                            names.push_back(name);
        return names;
    }

    static std::vector<int> positions(const std::vector<std::string>& ids,
                                      const std::vector<documents::ScoreDefinition>& scores) {
        std::vector<int> found;
        for (const std::string& id : ids)
            for (std::size_t i = 0; i < scores.size(); ++i)
                if (scores[i].id == id)
                    found.push_back(static_cast<int>(i));
        return found;
    }

    void goals() {
        for (const documents::Goal& goal : m_w.goals->goals) {
            CompiledGoal c;
            c.goal = &goal;
            c.id = m_symbols.intern(goal.id);
            for (const documents::NegativeReward& negative : goal.negative)
                c.harmCost += negative.cost.toDouble() / static_cast<double>(goal.negative.size());
            for (const documents::Agent& agent : m_w.agents->agents) {
                if (!pursues(agent, goal.id))
                    continue;
                for (const std::string& input : agent.inputs)
                    addField(c, input);
            }
            m_impl->goals.push_back(std::move(c));
        }
    }

    bool pursues(const documents::Agent& agent, const std::string& goal) const {
        if (agent.goal == goal)
            return true;
        for (const auto& journey : m_w.journeys)
            for (const documents::JourneyNode& node : journey->nodes)
                if (node.agent == agent.id && node.goal == goal)
                    return true;
        return false;
    }

    void addField(CompiledGoal& goal, const std::string& input) {
        const rules::Schema::Entry* entry = m_schema.schema().find(input);
        if (!entry || std::find(goal.slots.begin(), goal.slots.end(), entry->slot) != goal.slots.end())
            return;
        FieldSpec field;
        field.id = m_symbols.intern(input);
        field.kind = entry->type == rules::Type::Text ? FieldSpec::Kind::Category : FieldSpec::Kind::Numeric;
        goal.fields.push_back(field);
        goal.slots.push_back(entry->slot);
    }

    void agents() {
        for (const documents::Agent& agent : m_w.agents->agents) {
            CompiledAgent c;
            c.agent = &agent;
            c.id = m_symbols.intern(agent.id);
            c.off = m_w.isOff("agents", agent.id);
            c.when = ruleOf(agent.when, m_schema, rules::Type::Boolean);
            for (const int hour : agent.dimensions.sendHours)
                c.hours |= HourMask{1} << hour;
            if (agent.dailyBudget)
                m_impl->fullBudgets.agents[c.id] = agent.dailyBudget->toDouble();
            waits(c);
            for (const std::string& id : agent.actions)
                for (const CompiledAction& action : m_impl->actions)
                    if (action.action->id == id)
                        variants(c, action);
            if (c.variants.size() > maxVariants)
                c.variants.resize(maxVariants);
            m_impl->agents.push_back(std::move(c));
        }
    }

    void waits(CompiledAgent& c) {
        for (const documents::Slot slot :
             {documents::Slot::Marketing, documents::Slot::Service, documents::Slot::Operation}) {
            const bool acts = std::any_of(c.agent->actions.begin(), c.agent->actions.end(), [&](const auto& id) {
                const documents::Action* action = m_w.actions->find(id);
                return action && action->slot == slot;
            });
            if (!acts)
                continue;
            Variant wait;
            wait.action = SIZE_MAX;
            wait.slot = slot;
            wait.key = m_symbols.intern("arm:" + c.agent->id + "|wait|" + std::string(documents::nameOf(slot)));
            wait.features = featuresOf(wait);
            c.variants.push_back(std::move(wait));
        }
    }

    void variants(CompiledAgent& c, const CompiledAction& action) {
        const documents::Dimensions& dimensions = c.agent->dimensions;
        std::vector<Decimal> discounts;
        for (const auto& [name, value] : action.action->parameters)
            if (name == "discount" && value.number())
                discounts.push_back(*value.number());
        if (!discounts.empty() && !dimensions.incentives.empty())
            discounts = dimensions.incentives;
        if (discounts.empty())
            discounts.emplace_back();
        for (const auto& [content, channel, tone] : texts(c, action))
            for (const Decimal& discount : discounts) {
                Variant v;
                v.action = action.position;
                v.content = content;
                v.channel = channel;
                v.slot = action.action->slot;
                v.tone = tone;
                v.discount = discount;
                v.prior = content < 0 ? 0.5 : m_impl->contents[static_cast<std::size_t>(content)].block->prior;
                v.features = featuresOf(v);
                v.key = m_symbols.intern(keyText(c, action, v));
                c.variants.push_back(std::move(v));
            }
    }

    struct Text {
        int content;
        documents::Channel channel;
        Sym tone;
    };

    /// The contents (or, for an action without any, the channels) that the agent's dimensions allow.
    std::vector<Text> texts(const CompiledAgent& c, const CompiledAction& action) {
        const documents::Dimensions& dimensions = c.agent->dimensions;
        std::vector<documents::Channel> channels = {action.action->channel};
        if (!dimensions.channels.empty() && action.action->channel == documents::Channel::None &&
            action.action->slot != documents::Slot::Operation)
            channels = dimensions.channels;
        std::vector<Text> found;
        bool hasContent = false;
        for (std::size_t i = 0; i < m_impl->contents.size(); ++i) {
            const documents::ContentBlock& block = *m_impl->contents[i].block;
            if (block.action != action.action->id)
                continue;
            hasContent = true;
            if (!m_impl->contents[i].usable)
                continue;
            if (!dimensions.tones.empty() && !block.tone.empty() && !contains(dimensions.tones, block.tone))
                continue;
            const documents::Channel channel =
                block.channel == documents::Channel::None ? channels.front() : block.channel;
            found.push_back({static_cast<int>(i), channel, block.tone.empty() ? 0 : m_symbols.intern(block.tone)});
            if (!dimensions.content)
                break;
        }
        if (!hasContent)
            for (const documents::Channel channel : channels)
                found.push_back({-1, channel, 0});
        return found;
    }

    std::string keyText(const CompiledAgent& c, const CompiledAction& action, const Variant& v) const {
        return "arm:" + c.agent->id + "|" + action.action->id + "|" +
               (v.content < 0 ? std::string() : m_impl->contents[static_cast<std::size_t>(v.content)].block->id) + "|" +
               std::string(documents::nameOf(v.channel)) + "|" + v.discount.toString() +
               "|-1"; // where the hour stood that is not an arm's affair any more: keys stay what they were
    }

    const documents::Workspace& m_w;
    const documents::FactSchema& m_schema;
    Symbols& m_symbols;
    std::unique_ptr<Planner::Impl> m_impl;
};

} // namespace

std::unique_ptr<const Planner::Impl> compilePlanner(const documents::Workspace& workspace,
                                                    const documents::FactSchema& schema,
                                                    const perception::Perceiver& perceiver, Symbols& symbols) {
    return Compiler(workspace, schema, perceiver, symbols).compile();
}

} // namespace wayreeve::planning
