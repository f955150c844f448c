#include "documents/fact_schema.h"

#include "documents/enum_names.h"
#include "rules/decision_table.h"

#include <algorithm>
#include <array>
#include <set>

namespace wayreeve::documents {

namespace {

using rules::Schema;
using rules::Type;

Type typeOf(PropertyType type) {
    constexpr std::array<Type, 6> types{Type::Text, Type::Number,   Type::Boolean,
                                        Type::Date, Type::DateTime, Type::List};
    return types[static_cast<std::size_t>(type)];
}

Schema::Entry entry(std::string name, Type type, std::vector<std::string> allowed = {}) {
    Schema::Entry made;
    made.name = std::move(name);
    made.type = type;
    made.allowed = std::move(allowed);
    return made;
}

template <class T>
std::vector<std::string> idsOf(const std::vector<T>& items) {
    std::vector<std::string> ids;
    for (const T& item : items)
        ids.push_back(item.id);
    return ids;
}

template <class E>
std::vector<std::string> wordsOf() {
    return {EnumNames<E>::names.begin(), EnumNames<E>::names.end()};
}

/// Adds names once each; remembers the first problem.
class Names {
public:
    explicit Names(Schema& schema)
        : m_schema(schema) {}

    int add(Schema::Entry made) {
        if (m_schema.find(made.name) && !error)
            error = Error{"facts.name-taken", {{"name", made.name}}};
        return m_schema.add(std::move(made));
    }
    int add(std::string name, Type type, std::vector<std::string> allowed = {}) {
        return add(entry(std::move(name), type, std::move(allowed)));
    }

    std::optional<Error> error;

private:
    Schema& m_schema;
};

/// One entry for each property name over all events. Its allowed texts are those of all events together, any where one
/// of them allows any.
std::optional<Error> addEventProperties(const TrackingPlan& plan, Schema& schema) {
    struct Known {
        PropertyType type;
        std::string event;
    };
    std::map<std::string, Known> known;
    for (const PlannedEvent& event : plan.events)
        for (const Property& property : event.properties) {
            const std::string name = "event." + factName(property.id);
            if (name == "event.name")
                continue; // the event's own name; docs/formats/facts.md
            const auto [found, added] = known.try_emplace(name, Known{property.type, event.name});
            if (added) {
                schema.add(entry(name, typeOf(property.type), property.values));
                continue;
            }
            if (found->second.type != property.type)
                return Error{"facts.two-types",
                             {{"name", name}, {"first", found->second.event}, {"second", event.name}}};
            Schema::Entry merged = *schema.find(name);
            if (merged.allowed.empty() || property.values.empty())
                merged.allowed.clear();
            else
                for (const std::string& value : property.values)
                    if (std::find(merged.allowed.begin(), merged.allowed.end(), value) == merged.allowed.end())
                        merged.allowed.push_back(value);
            schema.add(std::move(merged));
        }
    return std::nullopt;
}

/// What the last or extreme value of a property is, the plan knows better than the function alone.
Type measureType(const rules::MeasureDefinition& measure, const TrackingPlan& plan) {
    const Type general = rules::Measures::resultType(measure.function);
    if (measure.function != rules::MeasureFunction::Last)
        return general;
    if (measure.property.empty())
        return Type::DateTime;
    if (const PlannedEvent* event = plan.event(measure.event))
        for (const Property& property : event->properties)
            if (property.id == measure.property)
                return typeOf(property.type);
    return general;
}

void addActionParameters(const ActionCatalogue& catalogue, const std::set<std::string>& builtIn, Names& names) {
    std::map<std::string, Type> types;
    std::vector<std::string> order;
    for (const Action& action : catalogue.actions)
        for (const auto& [key, value] : action.parameters) {
            const std::string name = "action." + factName(key);
            const auto [found, added] = types.try_emplace(name, rules::typeOf(value));
            if (added)
                order.push_back(name);
            else if (found->second != rules::typeOf(value))
                found->second = Type::Any;
        }
    for (const std::string& name : order)
        if (!builtIn.contains(name)) // "discount" as a parameter is the discount that an action starts from
            names.add(name, types[name]);
}

/// Accounts: their traits and what their members add up to.
void addAccount(const AccountPlan& plan, Names& names, FactSchema::AccountSlots& slots) {
    for (const Property& trait : plan.traits)
        slots.traits.push_back(names.add("account." + factName(trait.id), typeOf(trait.type), trait.values));
    slots.members = names.add("account.members", Type::Number);
    slots.active7 = names.add("account.active_7d", Type::Number);
    slots.active30 = names.add("account.active_30d", Type::Number);
    slots.events30 = names.add("account.events_30d", Type::Number);
    slots.openCases = names.add("account.open_cases", Type::Number);
    if (!plan.contractDate.empty())
        slots.contractDays = names.add("account.contract_days", Type::Number);
    if (plan.health.empty())
        return;
    slots.health = names.add("account.health", Type::Number);
    for (const HealthPart& part : plan.health)
        slots.parts.push_back(names.add("account.health_" + factName(part.id), Type::Number));
}

/// Where somebody's memory says more than traits: what it is worth, was promised, is drawn to, and how far it is.
void addMemory(const Workspace& workspace, Names& names, FactSchema& facts) {
    const TrackingPlan& plan = *workspace.trackingPlan;
    if (plan.lifetime.isUsed())
        facts.lifetime = {
            names.add("customer.lifetime_value", Type::Number), names.add("customer.lifetime_value_low", Type::Number),
            names.add("customer.lifetime_value_high", Type::Number), names.add("customer.alive", Type::Number)};
    if (plan.promises.isUsed()) {
        std::vector<std::string> people;
        if (const PlannedEvent* made = plan.event(plan.promises.made))
            for (const Property& property : made->properties)
                if (property.id == plan.promises.by)
                    people = property.values;
        facts.promises = {names.add("promises.open", Type::Number), names.add("promises.overdue", Type::Number),
                          names.add("promises.broken_90d", Type::Number),
                          names.add("promises.next_due_hours", Type::Number),
                          names.add("promises.by", Type::Text, std::move(people))};
    }
    for (const Affinity& affinity : workspace.measures->affinities) {
        FactSchema::AffinitySlots slots;
        const std::string name = "affinity." + factName(affinity.id);
        std::vector<std::string> values;
        for (const AffinityCategory& category : affinity.categories)
            values.push_back(category.value);
        slots.leading = names.add(name, Type::Text, std::move(values));
        for (const AffinityCategory& category : affinity.categories) {
            const std::string one = name + "_" + categoryName(category.value);
            slots.shares.push_back(names.add(one, Type::Number));
            slots.lows.push_back(names.add(one + "_low", Type::Number));
            slots.highs.push_back(names.add(one + "_high", Type::Number));
        }
        facts.affinities.push_back(std::move(slots));
    }
    for (const Goal& goal : workspace.goals ? workspace.goals->goals : std::vector<Goal>()) {
        FactSchema::ProgressSlots slots;
        if (goal.progress.isUsed()) {
            const std::string name = "progress." + factName(goal.id);
            slots.state = names.add(name, Type::Text, {"ahead", "on-plan", "stuck"});
            slots.share = names.add(name + "_share", Type::Number);
        }
        facts.progress.push_back(slots);
    }
}

/// The channels on which customers are written to, or answer.
std::set<Channel> channelsOf(const Workspace& workspace) {
    std::set<Channel> used;
    for (const Action& action : workspace.actions->actions)
        if (action.slot != Slot::Operation)
            used.insert(action.channel);
    for (const Agent& agent : workspace.agents ? workspace.agents->agents : std::vector<Agent>())
        used.insert(agent.dimensions.channels.begin(), agent.dimensions.channels.end());
    for (const PlannedEvent& event : workspace.trackingPlan->events)
        if (event.response != Response::None)
            used.insert(event.channel);
    used.erase(Channel::None);
    return used;
}

void addContacts(const Workspace& workspace, Names& names, FactSchema& facts) {
    const std::set<Channel> channels = channelsOf(workspace);
    if (channels.empty())
        return;
    facts.lastContact = names.add("contacts.last", Type::DateTime);
    facts.lastResponse = names.add("responses.last", Type::DateTime);
    for (const Channel channel : channels) {
        const std::string sent = "contacts." + factName(nameOf(channel));
        const std::string answered = "responses." + factName(nameOf(channel));
        facts.channels.push_back({channel, names.add(sent, Type::Number), names.add(sent + "_90d", Type::Number),
                                  names.add(sent + "_last", Type::DateTime), names.add(answered + "_90d", Type::Number),
                                  names.add(answered + "_last", Type::DateTime),
                                  names.add(answered + "_rate", Type::Number)});
    }
}

/// Facts of systems of record: the kinds that some action needs.
void addLookedUp(const ActionCatalogue& catalogue, Names& names) {
    std::set<FactKind> kinds;
    for (const Action& action : catalogue.actions)
        for (const FactNeed& need : action.needs)
            kinds.insert(need.fact);
    for (const FactKind kind : kinds)
        for (const FactMember& member : membersOf(kind))
            names.add("fact." + factName(nameOf(kind)) + "_" + std::string(member.name),
                      member.form == FactForm::Text     ? Type::Text
                      : member.form == FactForm::Number ? Type::Number
                                                        : Type::Boolean);
}

} // namespace

std::string factName(std::string_view id) {
    std::string name(id);
    for (char& c : name)
        if (c == '-')
            c = '_';
    return name;
}

std::string categoryName(std::string_view value) {
    std::string name(value);
    for (char& c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : letter ? c : '_';
    }
    return name;
}

Result<FactSchema> FactSchema::build(const Workspace& workspace) {
    FactSchema facts;
    Schema& schema = facts.m_schema;
    Names names(schema);
    const TrackingPlan& plan = *workspace.trackingPlan;

    std::vector<std::string> events;
    for (const PlannedEvent& event : plan.events)
        events.push_back(event.name);
    facts.eventName = names.add("event.name", Type::Text, std::move(events));
    if (std::optional<Error> error = addEventProperties(plan, schema))
        return *std::move(error);

    facts.zone = names.add("customer.zone", Type::Text);
    facts.arm = names.add("customer.arm", Type::Text, wordsOf<Arm>());
    for (const Property& trait : plan.traits)
        names.add("customer." + factName(trait.id), typeOf(trait.type), trait.values);

    if (plan.accounts.isUsed())
        addAccount(plan.accounts, names, facts.account);
    facts.machine = names.add("customer.machine", Type::Boolean);
    facts.quality = names.add("customer.quality", Type::Number);
    facts.openCases = names.add("customer.open_cases", Type::Number);
    facts.openCaseSince = names.add("customer.open_case_since", Type::DateTime);
    if (workspace.goals && std::any_of(workspace.goals->goals.begin(), workspace.goals->goals.end(),
                                       [](const Goal& goal) { return goal.replenishment; })) {
        facts.purchaseDue = names.add("customer.purchase_due_days", Type::Number);
        facts.purchaseGap = names.add("customer.purchase_gap_days", Type::Number);
    }

    addMemory(workspace, names, facts);
    addContacts(workspace, names, facts);

    facts.sentiment = names.add("sentiment", Type::Number);
    facts.stage = names.add("stage", Type::Text, idsOf(workspace.stages->stages));
    facts.previousStage = names.add("previous_stage", Type::Text, idsOf(workspace.stages->stages));
    facts.leadingIntent = names.add("leading_intent", Type::Text, idsOf(workspace.signals->intents));
    for (const ScoreDefinition& score : workspace.signals->intents)
        names.add("intent." + factName(score.id), Type::Number);
    for (const ScoreDefinition& score : workspace.signals->needs)
        names.add("need." + factName(score.id), Type::Number);
    for (const ScoreDefinition& score : workspace.signals->hesitations)
        names.add("hesitation." + factName(score.id), Type::Number);

    std::vector<std::string> actions = idsOf(workspace.actions->actions);
    actions.emplace_back("wait");
    facts.actionId = names.add("action.id", Type::Text, std::move(actions));
    facts.actionChannel = names.add("action.channel", Type::Text, wordsOf<Channel>());
    facts.actionSlot = names.add("action.slot", Type::Text, wordsOf<Slot>());
    facts.actionContent = names.add("action.content", Type::Text, idsOf(workspace.content->blocks));
    facts.actionTone = names.add("action.tone", Type::Text);
    facts.actionDiscount = names.add("action.discount", Type::Number);
    facts.actionAmount = names.add("action.amount", Type::Number);
    facts.actionCost = names.add("action.cost", Type::Number);
    addActionParameters(*workspace.actions,
                        {"action.id", "action.channel", "action.slot", "action.content", "action.tone",
                         "action.discount", "action.amount", "action.cost"},
                        names);
    facts.confidence = names.add("confidence", Type::Number);
    facts.budgetLeft = names.add("budget_left", Type::Number);
    facts.overBudget = names.add("over_budget", Type::Boolean);
    facts.frustratedAgain = names.add("frustrated_again", Type::Boolean);
    for (const rules::MeasureDefinition& measure : workspace.measures->measures)
        names.add(factName(measure.id), measureType(measure, plan));
    addLookedUp(*workspace.actions, names);
    if (names.error)
        return *std::move(names.error);
    std::vector<const DecisionTable*> tables;
    for (const auto& table : workspace.tables)
        tables.push_back(table.get());
    rules::addTables(tables, schema); // what is wrong with one is told where the document is checked
    return facts;
}

int FactSchema::slot(std::string_view prefix, std::string_view id) const {
    return m_schema.slot(std::string(prefix) + factName(id));
}

int FactSchema::eventProperty(std::string_view id) const {
    return id == "name" ? -1 : slot("event.", id);
}
int FactSchema::trait(std::string_view id) const {
    return slot("customer.", id);
}
int FactSchema::measure(std::string_view id) const {
    return slot("", id);
}
int FactSchema::intent(std::string_view id) const {
    return slot("intent.", id);
}
int FactSchema::need(std::string_view id) const {
    return slot("need.", id);
}
int FactSchema::hesitation(std::string_view id) const {
    return slot("hesitation.", id);
}
int FactSchema::fact(FactKind kind, std::string_view member) const {
    return slot("fact.", std::string(nameOf(kind)) + "_" + std::string(member));
}
int FactSchema::actionParameter(std::string_view id) const {
    return slot("action.", id);
}

} // namespace wayreeve::documents
