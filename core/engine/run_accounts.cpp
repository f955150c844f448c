#include "engine/run_loop.h"

#include <algorithm>

namespace wayreeve::engine {

/// A group called for the first time: a subject without consent, address or place in the comparison of arms, which is
/// one of people.
void RunLoop::addAccount(const perception::Event& event, std::uint32_t number, std::uint32_t origin) {
    CustomerState state;
    state.memory.number = number;
    state.memory.isAccount = true;
    state.memory.key = perception::accountKey(perception::groupOf(event));
    state.memory.firstSeen = event.receivedAt;
    state.memory.lastSeen = event.receivedAt;
    state.memory.arm = m_settings.arm ? *m_settings.arm
                                      : armOf(m_program->workspace->settings, m_settings.info.salt, state.memory.key);
    state.memory.mixedArms = true;
    state.origin = origin;
    audit::CustomerRow row;
    row.number = number;
    row.key = state.memory.key;
    const Value name = event.properties.member("name");
    const bool named = m_program->workspace->trackingPlan->accounts.trait("name") && !name.isNull();
    row.name = named ? name.toText() : perception::groupOf(event);
    row.isAccount = true;
    row.arm = state.memory.arm;
    row.mixedArms = true;
    row.firstSeen = row.lastSeen = event.receivedAt;
    m_batch.customers.push_back(std::move(row));
    m_customers.push_back(std::move(state));
    m_wakeEpoch.push_back(UINT64_MAX);
    m_changed.push_back(changedSinceRow | changedSinceCheckpoint);
}

/// The newest link holds.
void RunLoop::linkAccount(std::uint32_t person, std::uint32_t account, Instant at) {
    CustomerState& state = m_customers[person];
    if (state.account != 0 && at < state.accountSince)
        return;
    leaveAccount(person);
    touch(person);
    touch(account);
    state.account = account + 1;
    state.accountSince = at;
    std::vector<std::uint32_t>& members = m_customers[account].members;
    members.insert(std::lower_bound(members.begin(), members.end(), person), person);
}

void RunLoop::leaveAccount(std::uint32_t person) {
    CustomerState& state = m_customers[person];
    if (state.account == 0)
        return;
    touch(person);
    touch(state.account - 1);
    std::erase(m_customers[state.account - 1].members, person);
    state.account = 0;
    state.accountSince = {};
}

/// After an un-merge: as memory, which was folded again, says.
void RunLoop::relinkAccount(std::uint32_t person) {
    leaveAccount(person);
    const perception::Customer& memory = m_customers[person].memory;
    if (memory.group.empty())
        return;
    if (const auto account = m_intake.identities().findAccount(memory.group))
        linkAccount(person, *account, memory.groupSince);
}

/// Who is erased leaves, and the account has no turn of theirs any more.
void RunLoop::forgetInAccount(std::uint32_t person) {
    const std::uint32_t account = m_customers[person].account;
    leaveAccount(person);
    const auto mine = m_inbox.find(person);
    const auto theirs = account == 0 ? m_inbox.end() : m_inbox.find(account - 1);
    if (mine == m_inbox.end() || theirs == m_inbox.end())
        return;
    std::erase_if(theirs->second, [&](const EventTrigger& trigger) {
        return std::any_of(mine->second.begin(), mine->second.end(),
                           [&](const EventTrigger& other) { return other.event == trigger.event; });
    });
}

void RunLoop::linkObjects(std::uint32_t customer, const perception::Event& event) {
    for (perception::ObjectLink& link : m_program->perceiver->objectsOf(event)) {
        std::vector<std::uint32_t>& linked = m_objects[{std::move(link.kind), std::move(link.id)}];
        if (std::find(linked.begin(), linked.end(), customer) == linked.end())
            linked.push_back(customer);
    }
}

void RunLoop::relinkObjects(std::uint32_t customer) {
    for (const perception::ObjectLink& link : m_customers[customer].memory.objects) {
        std::vector<std::uint32_t>& linked = m_objects[{link.kind, link.id}];
        if (std::find(linked.begin(), linked.end(), customer) == linked.end())
            linked.push_back(customer);
    }
}

/// An event about an object is stored once and is a turn of each customer linked to it: of an account (the kind
/// "account") of itself and its members, of any other object of those whose events named it.
void RunLoop::triggerLinked(const std::vector<perception::ObjectLink>& about, EventTrigger trigger) {
    std::vector<std::uint32_t> whose;
    for (const perception::ObjectLink& object : about) {
        if (object.kind == "account" && m_program->perceiver->knowsAccounts()) {
            if (const auto account = m_intake.identities().findAccount(object.id)) {
                const std::vector<std::uint32_t>& members = m_customers[*account].members;
                whose.insert(whose.end(), members.begin(), members.end());
                whose.push_back(*account);
            }
            continue;
        }
        const auto linked = m_objects.find({object.kind, object.id});
        for (std::uint32_t one : linked == m_objects.end() ? std::vector<std::uint32_t>() : linked->second) {
            while (m_customers[one].forgotten && m_customers[one].absorbedBy != one)
                one = m_customers[one].absorbedBy;
            const auto names = [&](const perception::ObjectLink& link) {
                return link.kind == object.kind && link.id == object.id;
            };
            const CustomerState& state = m_customers[one];
            bool isLinked = std::any_of(state.memory.objects.begin(), state.memory.objects.end(), names);
            if (const auto waiting = m_inbox.find(one); waiting != m_inbox.end() && !isLinked)
                for (const EventTrigger& other : waiting->second) { // named in this very epoch
                    const auto links = m_program->perceiver->objectsOf(*other.event);
                    isLinked = isLinked || std::any_of(links.begin(), links.end(), names);
                }
            if (isLinked && !state.forgotten)
                whose.push_back(one);
        }
    }
    for (std::size_t i = 0, persons = whose.size(); i < persons; ++i)
        if (const std::uint32_t account = m_customers[whose[i]].account; account != 0)
            whose.push_back(account - 1); // what concerns a member concerns the account
    std::sort(whose.begin(), whose.end());
    whose.erase(std::unique(whose.begin(), whose.end()), whose.end());
    for (const std::uint32_t one : whose)
        m_inbox[one].push_back(trigger);
}

/// What a member does is a turn of the account, too; of the one that is left, for the last time.
void RunLoop::triggerAccounts(std::uint32_t person, const perception::Received& received, EventTrigger trigger) {
    const std::uint32_t before = m_customers[person].account;
    if (received.account) {
        if (received.account->isNew)
            addAccount(*trigger.event, received.account->customer, m_customers[person].origin);
        linkAccount(person, received.account->customer, trigger.event->time);
    }
    const std::uint32_t now = m_customers[person].account;
    std::vector<std::uint32_t> whose;
    for (const std::uint32_t one : {before, now})
        if (one != 0)
            whose.push_back(one - 1);
    if (received.account)
        whose.push_back(received.account->customer); // late news of a group that the person has left: its traits
    std::sort(whose.begin(), whose.end());
    whose.erase(std::unique(whose.begin(), whose.end()), whose.end());
    for (const std::uint32_t account : whose)
        m_inbox[account].push_back(trigger);
}

} // namespace wayreeve::engine
