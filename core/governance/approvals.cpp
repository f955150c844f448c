#include "governance/approvals.h"

#include "base/cbor.h"
#include "base/one_line.h"
#include "base/text.h"
#include "planning/codec_parts.h"

#include <algorithm>
#include <array>

namespace wayreeve::governance {

using documents::Role;

namespace {

bool hasRole(const documents::Person& person) {
    return std::any_of(person.roles.begin(), person.roles.end(),
                       [](Role role) { return role == Role::Approver || role == Role::Administrator; });
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool covers(const documents::ApprovalGrant& grant, const Proposal& proposal, const std::string& actionId,
            const documents::Action* action) {
    if (!grant.actions.empty() && !contains(grant.actions, actionId))
        return false;
    if (!grant.tags.empty() &&
        (action == nullptr || std::none_of(action->tags.begin(), action->tags.end(),
                                           [&](const std::string& tag) { return contains(grant.tags, tag); })))
        return false;
    return proposal.ruling.risk <= grant.maxRisk && (!grant.maxAmount || proposal.candidate.amount <= *grant.maxAmount);
}

bool isLocked(const Proposal& proposal, Instant now) {
    return !proposal.claimedBy.empty() && now < proposal.lockUntil;
}

void unlock(Proposal& proposal) {
    proposal.claimedBy.clear();
    proposal.lockUntil = {};
}

/// Nothing where `person` holds the live claim.
std::optional<Error> claimProblem(const Proposal& proposal, const std::string& person, Instant now) {
    if (!isLocked(proposal, now))
        return Error{"approval.not-claimed", {}};
    if (proposal.claimedBy != person)
        return Error{"approval.claimed", {{"by", proposal.claimedBy}, {"until", formatInstant(proposal.lockUntil)}}};
    return std::nullopt;
}

/// Nothing where the state still lets a person decide.
std::optional<Error> stateProblem(const Proposal& proposal, const Command& command, const Symbols& symbols,
                                  Instant now) {
    if (proposal.state == ProposalState::Voided) {
        std::string reasons;
        for (const Sym reason : proposal.voidReasons)
            reasons += (reasons.empty() ? "" : " ") + symbols.name(reason);
        return Error{"approval.voided", {{"reason", reasons}}};
    }
    if (proposal.state == ProposalState::Expired || (waitsForPerson(proposal.state) && now >= proposal.deadline))
        return Error{"approval.expired", {}};
    const bool takesUp = proposal.state == ProposalState::Suggested &&
                         (command.kind == CommandKind::Approve || command.kind == CommandKind::Reject);
    if (!waitsForPerson(proposal.state) && !takesUp)
        return Error{"approval.already", {{"state", std::string(nameOf(proposal.state))}}};
    return std::nullopt;
}

/// What a text may never be, whoever wrote it. Looks at what was asked: plainText() has dropped what it refuses.
std::string_view formProblem(const Command& asked) {
    if (hasLineBreakOrControl(asked.subject))
        return "content/line-break";
    if (characterCount(asked.subject) > longestSubject || characterCount(asked.body) > longestBody)
        return "content/too-long";
    return {};
}

bool isWordByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte == '_';
}

/// Whole words only, so that "free" does not refuse "freedom". Both lower case.
bool hasWord(const std::string& text, const std::string& word) {
    if (word.empty())
        return false;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !isWordByte(text[at - 1]) || !isWordByte(word.front());
        const bool ends = end == text.size() || !isWordByte(text[end]) || !isWordByte(word.back());
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace

std::string_view nameOf(CommandKind kind) {
    constexpr std::array<std::string_view, 5> names{"claim", "release", "edit", "approve", "reject"};
    return names[static_cast<std::size_t>(kind)];
}

ApprovalDesk::ApprovalDesk(const documents::Workspace& workspace, const Symbols& symbols)
    : m_workspace(workspace)
    , m_symbols(symbols) {}

bool ApprovalDesk::mayDecide(const documents::Person& person, const Proposal& proposal) const {
    if (!hasRole(person))
        return false;
    if (person.grants.empty())
        return true;
    const std::string& id = m_symbols.name(proposal.candidate.action);
    const documents::Action* action = m_workspace.actions ? m_workspace.actions->find(id) : nullptr;
    return std::any_of(person.grants.begin(), person.grants.end(),
                       [&](const auto& grant) { return covers(grant, proposal, id, action); });
}

Result<Proposal> ApprovalDesk::apply(const Proposal& proposal, const Command& command, Instant now,
                                     const EditCheck& editCheck) const {
    const documents::Person* person = m_workspace.people ? m_workspace.people->find(command.person) : nullptr;
    if (person == nullptr)
        return Error{"approval.unknown-person", {{"person", command.person}}};
    if (!hasRole(*person))
        return Error{"approval.not-an-approver", {{"person", command.person}}};
    if (const auto problem = stateProblem(proposal, command, m_symbols, now))
        return *problem;
    if (!mayDecide(*person, proposal))
        return Error{"approval.beyond-grant", {{"person", command.person}}};
    switch (command.kind) {
    case CommandKind::Claim:
        return claim(proposal, command, now);
    case CommandKind::Release:
        return release(proposal, command, now);
    case CommandKind::Edit:
        return edit(proposal, command, now, editCheck);
    case CommandKind::Approve:
        return approve(proposal, command, now);
    case CommandKind::Reject:
        return reject(proposal, command, now);
    }
    return Error{"approval.already", {{"state", std::string(nameOf(proposal.state))}}};
}

Result<Proposal> ApprovalDesk::claim(const Proposal& proposal, const Command& command, Instant now) const {
    if (isLocked(proposal, now) && proposal.claimedBy != command.person)
        return *claimProblem(proposal, command.person, now);
    if (proposal.firstApprover == command.person) // would keep the second approver out
        return Error{"approval.same-person", {{"person", command.person}}};
    Proposal next = proposal;
    next.claimedBy = command.person;
    next.lockUntil = now + lockLength;
    if (next.state == ProposalState::Proposed)
        next.state = ProposalState::Claimed;
    return next;
}

Result<Proposal> ApprovalDesk::release(const Proposal& proposal, const Command& command, Instant now) const {
    if (const auto problem = claimProblem(proposal, command.person, now))
        return *problem;
    Proposal next = proposal;
    unlock(next);
    if (next.state == ProposalState::Claimed)
        next.state = ProposalState::Proposed;
    return next;
}

Result<Proposal> ApprovalDesk::edit(const Proposal& proposal, const Command& command, Instant now,
                                    const EditCheck& editCheck) const {
    if (const auto problem = claimProblem(proposal, command.person, now))
        return *problem;
    if (const std::string_view form = formProblem(command); !form.empty())
        return Error{"approval.edit-refused", {{"policy", std::string(form)}}};
    Proposal next = proposal;
    next.subject = plainText(command.subject);
    next.body = plainText(command.body);
    next.edited = true;
    next.editedBy = command.person;
    next.firstApprover.clear(); // what was approved is no longer what would go out
    next.bound = {};
    next.state = ProposalState::Claimed;
    std::string policy = editProblem(proposal, next);
    if (policy.empty() && editCheck)
        policy = editCheck(proposal, next);
    if (!policy.empty())
        return Error{"approval.edit-refused", {{"policy", policy}}};
    return next;
}

std::string ApprovalDesk::editProblem(const Proposal& before, const Proposal& edited) const {
    const auto emptied = [](const std::string& was, const std::string& is) {
        return !trimmed(was).empty() && trimmed(is).empty();
    };
    if (edited.subject.find("{{") != std::string::npos || edited.body.find("{{") != std::string::npos)
        return "content/placeholders";
    if (emptied(before.subject, edited.subject) || emptied(before.body, edited.body))
        return "content/empty";
    if (m_workspace.content != nullptr) {
        const documents::BrandRules& brand = m_workspace.content->brand;
        const std::string text = asciiLower(edited.subject + "\n" + edited.body);
        if (std::any_of(brand.forbiddenWords.begin(), brand.forbiddenWords.end(),
                        [&](const std::string& word) { return hasWord(text, asciiLower(word)); }))
            return "content/brand/forbidden-words";
        if (brand.maxSubjectLength > 0 &&
            characterCount(edited.subject) > static_cast<std::size_t>(brand.maxSubjectLength))
            return "content/brand/max-subject-length";
    }
    return {};
}

Result<Proposal> ApprovalDesk::approve(const Proposal& proposal, const Command& command, Instant now) const {
    if (proposal.state != ProposalState::Suggested)
        if (const auto problem = claimProblem(proposal, command.person, now))
            return *problem;
    if (proposal.firstApprover == command.person)
        return Error{"approval.same-person", {{"person", command.person}}};
    if (!proposal.firstApprover.empty() && !isIntact(proposal, m_symbols))
        return Error{"approval.voided", {{"reason", "changed-after-approval"}}};
    Proposal next = proposal;
    unlock(next);
    next.bound = binding(proposal, command.person, m_symbols);
    if (proposal.firstApprover.empty()) {
        next.firstApprover = command.person;
        next.state = proposal.ruling.rule.approval == documents::Approval::FourEyes ? ProposalState::SecondNeeded
                                                                                    : ProposalState::Approved;
    } else {
        next.secondApprover = command.person;
        next.state = ProposalState::Approved;
    }
    return next;
}

Result<Proposal> ApprovalDesk::reject(const Proposal& proposal, const Command& command, Instant now) const {
    const bool suggestion = proposal.state == ProposalState::Suggested;
    if (!suggestion)
        if (const auto problem = claimProblem(proposal, command.person, now))
            return *problem;
    if (!suggestion && trimmed(command.reason).empty())
        return Error{"approval.needs-reason", {}};
    Proposal next = proposal;
    unlock(next);
    next.rejectedBy = command.person;
    next.reason = plainText(trimmed(command.reason));
    next.state = suggestion ? ProposalState::Dismissed : ProposalState::Rejected;
    return next;
}

Proposal ApprovalDesk::expire(const Proposal& proposal, Instant now) const {
    Proposal next = proposal;
    if (!waitsForPerson(proposal.state) || now < proposal.deadline)
        return next;
    unlock(next);
    next.bound = {};
    next.state = ProposalState::Expired;
    return next;
}

Hash256 ApprovalDesk::binding(const Proposal& proposal, const std::string& approver, const Symbols& symbols) {
    const planning::Candidate& candidate = proposal.candidate;
    cbor::Writer writer;
    writer.array(15);
    writer.text("approval");
    writer.uint(proposal.number);
    writer.uint(proposal.customer);
    for (const Sym name : {candidate.agent, candidate.action, candidate.content, candidate.tone})
        writer.text(symbols.name(name));
    codec::writeEnum(writer, candidate.channel);
    codec::writeDecimal(writer, candidate.discount);
    codec::writeDecimal(writer, candidate.amount);
    writer.text(proposal.subject);
    writer.text(proposal.body);
    writer.text(proposal.firstApprover == approver ? std::string() : proposal.firstApprover); // the other approver
    writer.text(approver);
    writer.instant(proposal.deadline);
    return hashOf(writer.data());
}

bool ApprovalDesk::isIntact(const Proposal& proposal, const Symbols& symbols) {
    const std::string& last = proposal.secondApprover.empty() ? proposal.firstApprover : proposal.secondApprover;
    return !last.empty() && proposal.bound == binding(proposal, last, symbols);
}

} // namespace wayreeve::governance
