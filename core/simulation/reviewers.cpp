#include "simulation/reviewers.h"

#include <algorithm>
#include <array>

namespace wayreeve::simulation {

using governance::Command;
using governance::CommandKind;
using governance::Proposal;
using governance::ProposalState;

namespace {

Instant precedence(const Proposal& proposal) {
    switch (proposal.ruling.risk) {
    case documents::Risk::High:
        return proposal.deadline - Duration::hours(4);
    case documents::Risk::Medium:
        return proposal.deadline - Duration::hours(1);
    case documents::Risk::Low:
        break;
    }
    return proposal.deadline;
}

bool comesBefore(const Proposal* a, const Proposal* b) {
    const Instant first = precedence(*a);
    const Instant second = precedence(*b);
    return first != second ? first < second : a->number < b->number;
}

/// Changes the wording in a way that means nothing in any language: a full stop more or less.
std::string reworded(const std::string& body) {
    return body.ends_with('.') ? body.substr(0, body.size() - 1) : body + ".";
}

} // namespace

SeededReviewers::SeededReviewers(const documents::ReviewerModel& model, Zone zone, const Chance& chance,
                                 MayDecide mayDecide)
    : m_model(model)
    , m_zone(zone)
    , m_chance(chance)
    , m_mayDecide(std::move(mayDecide)) {}

std::vector<Command> SeededReviewers::act(std::span<const Proposal* const> open, Instant now) {
    std::vector<Command> commands;
    int left = allowance(now);
    if (left <= 0 || m_model.people.empty())
        return commands;
    std::vector<const Proposal*> ready;
    for (const Proposal* proposal : open)
        if (isReady(*proposal, now))
            ready.push_back(proposal);
    std::sort(ready.begin(), ready.end(), comesBefore);
    for (const Proposal* proposal : ready) {
        if (left == 0)
            break;
        const std::string* person = personFor(*proposal);
        if (person == nullptr)
            continue;
        decide(*proposal, *person, now, commands);
        ++m_used;
        --left;
    }
    return commands;
}

/// How many verdicts may be given now. An epoch's end belongs to the epoch: 17:00 still counts for a day that ends
/// then.
int SeededReviewers::allowance(Instant now) {
    const LocalTime local = m_zone.local(now - Duration::milliseconds(1));
    if (local.dayNumber != m_day) {
        m_day = local.dayNumber;
        m_used = 0;
    }
    const int worked = local.minuteOfDay + 1 - m_model.fromHour * 60;
    const int length = (m_model.toHour - m_model.fromHour) * 60;
    const bool works =
        std::find(m_model.weekdays.begin(), m_model.weekdays.end(), local.weekday) != m_model.weekdays.end();
    if (!works || worked <= 0 || worked > length)
        return 0;
    const std::int64_t earned = std::int64_t{m_model.capacityPerDay} * worked / length;
    return static_cast<int>(earned) - m_used;
}

bool SeededReviewers::isReady(const Proposal& proposal, Instant now) {
    const bool claimed = !proposal.claimedBy.empty() && now < proposal.lockUntil;
    if (!governance::waitsForPerson(proposal.state) || claimed || now >= proposal.deadline)
        return false;
    Instant since = proposal.created;
    if (proposal.state == ProposalState::SecondNeeded)
        if (const auto first = m_firstApproval.find(proposal.number); first != m_firstApproval.end())
            since = first->second;
    return since + m_model.delay <= now;
}

/// The next in turn who may; nobody where no one may.
const std::string* SeededReviewers::personFor(const Proposal& proposal) {
    for (std::size_t i = 0; i < m_model.people.size(); ++i) {
        const std::string& person = m_model.people[(m_turn + i) % m_model.people.size()];
        if (person == proposal.firstApprover || (m_mayDecide && !m_mayDecide(person, proposal)))
            continue;
        m_turn = (m_turn + i + 1) % m_model.people.size();
        return &person;
    }
    return nullptr;
}

void SeededReviewers::decide(const Proposal& proposal, const std::string& person, Instant now,
                             std::vector<Command>& commands) {
    const bool second = proposal.state == ProposalState::SecondNeeded;
    const double u = m_chance.uniform(proposal.number, second ? 1 : 0, Purpose::Reviewer);
    Command command;
    command.proposal = proposal.number;
    command.person = person;
    commands.push_back(command);
    const bool approves = u < m_model.approve + m_model.edit;
    if (approves && !second && u >= m_model.approve && !proposal.body.empty()) {
        command.kind = CommandKind::Edit;
        command.subject = proposal.subject;
        command.body = reworded(proposal.body);
        commands.push_back(command);
        command.subject.clear();
        command.body.clear();
    }
    command.kind = approves ? CommandKind::Approve : CommandKind::Reject;
    if (!approves) {
        constexpr std::array<const char*, 3> reasons{"not-now", "wrong-offer", "wrong-tone"};
        command.reason = reasons[m_chance.below(3, proposal.number, second ? 1 : 0, Purpose::Reviewer, 1)];
    }
    commands.push_back(std::move(command));
    if (second || !approves)
        m_firstApproval.erase(proposal.number);
    else if (proposal.ruling.rule.approval == documents::Approval::FourEyes)
        m_firstApproval[proposal.number] = now;
}

} // namespace wayreeve::simulation
