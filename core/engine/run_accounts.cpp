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
    row.name = state.memory.key;
    row.arm = state.memory.arm;
    row.mixedArms = true;
    row.firstSeen = row.lastSeen = event.receivedAt;
    m_batch.customers.push_back(std::move(row));
    m_customers.push_back(std::move(state));
    m_wakeEpoch.push_back(UINT64_MAX);
}

/// The newest link holds.
void RunLoop::linkAccount(std::uint32_t person, std::uint32_t account, Instant at) {
    CustomerState& state = m_customers[person];
    if (state.account != 0 && at < state.accountSince)
        return;
    leaveAccount(person);
    state.account = account + 1;
    state.accountSince = at;
    std::vector<std::uint32_t>& members = m_customers[account].members;
    members.insert(std::lower_bound(members.begin(), members.end(), person), person);
}

void RunLoop::leaveAccount(std::uint32_t person) {
    CustomerState& state = m_customers[person];
    if (state.account == 0)
        return;
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
