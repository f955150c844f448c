#include "engine/account_world.h"

#include "engine/customer_state.h"

#include <algorithm>

using wayreeve::audit::EntryKind;

namespace account_world {

void addCap(documents::Workspace& workspace, const std::string& id, documents::CapPer per, int count, int days) {
    auto stack = std::make_shared<documents::PolicyStack>(*workspace.policies);
    documents::Policy& policy = stack->policies.emplace_back();
    policy.id = id;
    policy.type = documents::PolicyType::Cap;
    policy.per = per;
    policy.count = count;
    policy.window = documents::CapWindow::Rolling;
    policy.days = days;
    workspace.policies = stack;
}

std::shared_ptr<documents::Workspace> supplier() {
    auto demo = world::load("demo");
    auto plan = std::make_shared<documents::TrackingPlan>(*demo->trackingPlan);
    documents::Property text;
    text.id = "role";
    plan->traits.push_back(text);
    for (const char* id : {"name", "plan"}) {
        text.id = id;
        plan->accounts.traits.push_back(text);
    }
    plan->accounts.role = "role";
    plan->accounts.health = {{"activity", "", Decimal(100), "account.active_7d / account.members"}};
    demo->trackingPlan = plan;
    auto stack = std::make_shared<documents::PolicyStack>();
    stack->policies.push_back(demo->policies->policies.front()); // consent
    demo->policies = stack;
    auto catalogue = std::make_shared<documents::ActionCatalogue>();
    auto roster = std::make_shared<documents::AgentRoster>();
    demo->journeys.clear();
    for (const bool ofAccount : {true, false}) {
        documents::Action& action = catalogue->actions.emplace_back();
        action.id = ofAccount ? "check-in" : "note";
        action.slot = documents::Slot::Service;
        action.channel = documents::Channel::Email;
        action.purpose = "service";
        action.connector = "sandbox";
        if (ofAccount)
            action.contactRole = {"admin", "champion"};
        documents::Agent& agent = roster->agents.emplace_back();
        agent.id = ofAccount ? "success" : "helper";
        agent.subject = ofAccount ? documents::Subject::Account : documents::Subject::Person;
        agent.goal = "resolution";
        agent.actions = {action.id};
        auto journey = std::make_shared<documents::Journey>();
        journey->id = ofAccount ? "of-accounts" : "of-people";
        journey->experiment = false;
        journey->reEntry = documents::ReEntry::Always;
        journey->nodes.resize(3);
        journey->nodes[0].id = "in";
        journey->nodes[0].type = documents::NodeType::Entry;
        journey->nodes[0].event = ofAccount ? "Guide Viewed" : "Size Chart Viewed";
        journey->nodes[1].id = "decide";
        journey->nodes[1].type = documents::NodeType::AgentDecision;
        journey->nodes[1].agent = agent.id;
        journey->nodes[1].goal = "resolution";
        journey->nodes[2].id = "out";
        journey->nodes[2].type = documents::NodeType::Exit;
        journey->edges = {{"in", "decide", {}, {}, {}}, {"decide", "out", {}, action.id, {}}};
        demo->journeys.push_back(journey);
    }
    demo->actions = catalogue;
    demo->agents = roster;
    auto content = std::make_shared<documents::ContentLibrary>();
    for (const char* action : {"check-in", "note"}) {
        documents::ContentBlock& block = content->blocks.emplace_back();
        block.id = std::string(action) + "-text";
        block.action = action;
        block.channel = documents::Channel::Email;
        block.body = "Dear {{customer.first_name}}";
        block.approved = true;
        block.prior = 0.9; // worth more than to wait
    }
    demo->content = content;
    return demo;
}

perception::Event groupOf(const world::Script& script, const std::string& user, const std::string& group, Duration at,
                          Context traits) {
    static int number = 0;
    perception::Event event;
    event.type = perception::EventType::Group;
    event.name = "Grouped";
    event.messageId = "g" + std::to_string(++number);
    event.userId = user;
    event.time = event.receivedAt = script.start + at;
    traits.emplace_back("groupId", Value(group));
    event.properties = Value(std::move(traits));
    return event;
}

void join(world::Script& script, const std::string& user, const char* role, bool consents, int at,
          const std::string& group) {
    Context traits{{"email", Value(user + "@example.com")}, {"first_name", Value(user)}};
    if (*role != '\0')
        traits.emplace_back("role", Value(role));
    script.events.push_back({Duration::minutes(at), "identify", traits, user});
    if (consents)
        script.events.push_back({Duration::minutes(at),
                                 "consent",
                                 {{"purpose", Value("service")}, {"channel", Value("email")}, {"granted", Value(true)}},
                                 user});
    script.more.push_back(groupOf(script, user, group, Duration::minutes(at)));
}

world::Script agentic() {
    world::Script script;
    script.arm = documents::Arm::Agentic;
    script.days = 1;
    return script;
}

std::map<std::uint32_t, std::string> keysOf(const world::Kept& kept) {
    std::map<std::uint32_t, std::string> keys;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            keys[row.number] = row.key;
    return keys;
}

QStringList sent(const engine::Program& program, const world::Kept& kept) {
    auto keys = keysOf(kept);
    QStringList words;
    for (const audit::Entry& entry : kept.entries(EntryKind::Dispatch)) {
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        words << QString::fromStdString(keys[entry.customer] + " " + program.symbols.name(dispatch.action) + " " +
                                        keys[dispatch.customer]);
    }
    return words;
}

QStringList stopped(const engine::Program& program, const world::Kept& kept, const std::string& action) {
    QStringList words;
    for (const audit::Entry& entry : kept.entries(EntryKind::Decision)) {
        const audit::DecisionRecord record = audit::decodeDecision(entry).value();
        for (const planning::Candidate& candidate : record.plan.candidates)
            if (program.symbols.name(candidate.action) == action && candidate.gate < planning::Gate::Stayed) {
                const QString word = QString::fromStdString(program.symbols.name(candidate.removedBy));
                if (words.isEmpty() || words.last() != word)
                    words << word;
            }
    }
    return words;
}

std::map<std::string, engine::CustomerState> statesOf(const engine::Program& program, const world::Kept& kept) {
    std::map<std::string, engine::CustomerState> states;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            if (!row.state.empty()) {
                auto state = engine::decodeState(row.state, program.symbols);
                if (!state)
                    qFatal("no state");
                states.insert_or_assign(row.key, std::move(*state));
            }
    return states;
}

QString membersOf(const engine::Program& program, const world::Kept& kept, const std::string& account) {
    auto keys = keysOf(kept);
    auto states = statesOf(program, kept);
    QStringList names;
    for (const std::uint32_t member : states[account].members)
        names << QString::fromStdString(keys[member]);
    return names.join(' ');
}

} // namespace account_world
