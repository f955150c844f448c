#include "ui/approvals/store_backend.h"

#include "ui/approvals/approval_words.h"
#include "ui/shell/app_context.h"
#include "ui/shell/record_words.h"
#include "ui/shell/shown_run.h"
#include "ui/shell/subject_words.h"

#include "audit/queue_id.h"
#include "session/identities.h"
#include "session/queue_item.h"
#include "session/runs.h"
#include "session/store_access.h"

#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace wayreeve::ui {

using governance::ProposalState;

namespace {

constexpr std::int64_t allOf = std::numeric_limits<std::int64_t>::max(); ///< the reader lists by deadline
constexpr std::int64_t doneShown = 200; ///< of those done the latest; the others are counted

using Workspace = std::shared_ptr<const documents::Workspace>;

std::filesystem::path pathOf(const QString& folder) {
    return {folder.toStdString()};
}

approvals::WordContext wordsOf(const Workspace& workspace, Instant clock) {
    approvals::WordContext words{workspace, {}, clock};
    if (workspace && !workspace->settings.zones.empty())
        if (auto zone = Zone::find(workspace->settings.zones.front()))
            words.zone = *zone;
    return words;
}

/// Names of customers, each read once.
class Names {
public:
    Names(audit::LedgerReader& reader, std::int64_t run)
        : m_reader(reader)
        , m_run(run) {}
    QString of(std::uint32_t number) {
        const audit::CustomerRow* row = find(number);
        return row ? subjectName(*row) : QString::number(number);
    }
    [[nodiscard]] const audit::CustomerRow* find(std::uint32_t number) {
        auto [at, fresh] = m_rows.try_emplace(number);
        if (fresh)
            if (auto row = m_reader.customer(m_run, number); row && *row)
                at->second = std::move(*row);
        return at->second ? &*at->second : nullptr;
    }

private:
    audit::LedgerReader& m_reader;
    std::int64_t m_run;
    std::map<std::uint32_t, std::optional<audit::CustomerRow>> m_rows;
};

/// Why it no longer stands; empty where it does.
QString voidedText(const governance::Proposal& proposal, const Symbols& symbols, const Workspace& workspace) {
    QStringList reasons;
    const RecordWords records(workspace);
    for (const Sym reason : proposal.voidReasons)
        reasons.append(records.reason(symbols.name(reason)));
    return reasons.join(QStringLiteral(", "));
}

ApprovalItem itemOf(const governance::Proposal& proposal, const std::string& tag, const Symbols& symbols,
                    const approvals::WordContext& words, Names& names) {
    ApprovalItem item;
    item.proposal = proposal;
    item.voided = voidedText(proposal, symbols, words.workspace);
    item.id = QString::fromStdString(audit::queueIdText(tag, proposal.number));
    item.decision = QString::fromStdString(audit::idText(tag, proposal.decision));
    item.action = approvals::actionName(words, symbols.name(proposal.candidate.action));
    item.customer = names.of(proposal.customer);
    if (const audit::CustomerRow* row = names.find(proposal.customer); row && row->isAccount) {
        item.account = item.customer;
        if (const std::uint32_t contact = proposal.candidate.contact; contact != 0) {
            const audit::CustomerRow* known = names.find(contact - 1);
            item.customer = contactWords(names.of(contact - 1),
                                         known ? contactRole(*known, symbols, symbols.name(proposal.candidate.action),
                                                             RecordWords(words.workspace))
                                               : QString());
        }
    }
    item.risk = static_cast<RiskMark>(proposal.ruling.risk);
    const std::string_view channel = documents::nameOf(proposal.candidate.channel);
    item.channel = proposal.candidate.channel == documents::Channel::None
                       ? ChannelMark::Agent
                       : channelFromId(QString::fromUtf8(channel.data(), static_cast<qsizetype>(channel.size())));
    return item;
}

/// Who may decide it, by the desk's own rules.
QStringList decidersOf(const governance::Proposal& proposal, const documents::Workspace& workspace,
                       const governance::ApprovalDesk& desk) {
    QStringList ids;
    for (const documents::Person& person : workspace.people->people)
        if (desk.mayDecide(person, proposal))
            ids.append(QString::fromStdString(person.id));
    return ids;
}

ApprovalSnapshot failed(const Error& error) {
    ApprovalSnapshot snapshot;
    if (error.code != "run.none")
        snapshot.error = error;
    return snapshot;
}

ApprovalSnapshot read(const std::filesystem::path& folder, const std::string& tag, const Workspace& workspace) {
    auto reader = session::openReader(folder);
    if (!reader)
        return failed(reader.error());
    const auto run = shownRun(**reader, tag);
    if (!run)
        return failed(run.error());
    const auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return failed(symbols.error());
    auto open = (*reader)->proposals(run->id,
                                     {ProposalState::Proposed, ProposalState::Claimed, ProposalState::Approved,
                                      ProposalState::SecondNeeded, ProposalState::UndoWindow, ProposalState::Held,
                                      ProposalState::Dispatching, ProposalState::Suggested},
                                     allOf);
    if (!open)
        return failed(open.error());
    // What ended by a person's word, or for want of one, apart from what passed by itself, which is far more: so one
    // finds one's own again.
    const std::set<ProposalState> byPeople{ProposalState::Rejected, ProposalState::Dismissed, ProposalState::Expired,
                                           ProposalState::Failed, ProposalState::Unknown};
    const std::set<ProposalState> byItself{ProposalState::Dispatched, ProposalState::Voided, ProposalState::Superseded,
                                           ProposalState::Discarded};
    std::vector<governance::Proposal> done;
    std::uint64_t doneCount = 0;
    for (const auto* const states : {&byPeople, &byItself}) {
        const auto last = (*reader)->lastProposals(run->id, *states, doneShown / 2);
        const auto count = (*reader)->countProposals(run->id, *states);
        if (!last || !count)
            return failed(last ? count.error() : last.error());
        done.insert(done.end(), last->begin(), last->end());
        doneCount += *count;
    }
    ApprovalSnapshot snapshot;
    snapshot.run = QString::fromStdString(run->tag);
    snapshot.clock = run->clock;
    const approvals::WordContext words = wordsOf(workspace, run->clock);
    snapshot.zone = words.zone;
    snapshot.ended = run->status != audit::RunStatus::Running;
    snapshot.sends = run->sendsReally;
    snapshot.voidedText = [workspace, known = *symbols](const governance::Proposal& proposal) {
        return voidedText(proposal, known, workspace);
    };
    Names names(**reader, run->id);
    std::optional<governance::ApprovalDesk> desk;
    if (workspace && workspace->people && workspace->actions)
        desk.emplace(*workspace, *symbols);
    for (const governance::Proposal& proposal : *open) {
        snapshot.items.push_back(itemOf(proposal, run->tag, *symbols, words, names));
        if (desk)
            snapshot.items.back().deciders = decidersOf(proposal, *workspace, *desk);
    }
    snapshot.doneBefore = static_cast<std::size_t>(doneCount) - done.size();
    for (const governance::Proposal& proposal : done)
        snapshot.items.push_back(itemOf(proposal, run->tag, *symbols, words, names));
    return snapshot;
}

/// The customer's latest events, newest first; of an account those of who receives it.
void addStory(ApprovalCard& card, const std::filesystem::path& folder, const session::Explanation& explanation,
              const governance::Proposal& proposal, const approvals::WordContext& words) {
    auto reader = session::openReader(folder);
    if (!reader)
        return;
    const std::uint32_t contact = proposal.candidate.contact;
    const std::uint32_t who = contact != 0 ? contact - 1 : audit::customerOf(explanation.key);
    const auto symbols = (*reader)->symbolsOf(explanation.run.id);
    const auto identities = session::Identities::read(**reader, explanation.run);
    if (!symbols || !identities)
        return;
    const auto events =
        session::eventsOf(**reader, explanation.run, *symbols, *identities, who, Instant::never(), 5000);
    if (!events)
        return;
    for (auto event = events->rbegin(); event != events->rend() && card.story.size() < 8; ++event)
        card.story.append({approvals::dayText(words, event->time), QString::fromStdString(event->name).simplified()});
}

Result<ApprovalCard> readCard(const std::filesystem::path& folder, const Workspace& workspace, ApprovalItem item,
                              Instant clock) {
    const auto explanation = session::explain(folder, item.decision.toStdString());
    if (!explanation)
        return explanation.error();
    approvals::WordContext words = wordsOf(workspace, clock);
    if (governance::waitsForPerson(item.proposal.state) || item.proposal.state == ProposalState::Suggested)
        if (const auto opens = session::earliestDispatch(folder, explanation->run.tag, item.proposal.number))
            words.opens = *opens;
    ApprovalCard card = approvals::card(words, item, *explanation);
    card.opens = words.opens;
    addStory(card, folder, *explanation, item.proposal, words);
    return card;
}

} // namespace

StoreApprovals::StoreApprovals(AppContext& context)
    : m_context(context) {}

void StoreApprovals::load(std::function<void(ApprovalSnapshot)> done) {
    if (m_context.workspacePath().isEmpty()) {
        done({});
        return;
    }
    m_context.runInBackground<ApprovalSnapshot>(
        [folder = pathOf(m_context.workspacePath()), tag = m_context.run().toStdString(),
         workspace = m_context.workspace()] { return read(folder, tag, workspace); },
        this, std::move(done));
}

void StoreApprovals::loadCard(const ApprovalItem& item, Instant clock, std::function<void(Result<ApprovalCard>)> done) {
    m_context.runInBackground<Result<ApprovalCard>>([folder = pathOf(m_context.workspacePath()),
                                                     workspace = m_context.workspace(), item,
                                                     clock] { return readCard(folder, workspace, item, clock); },
                                                    this, std::move(done));
}

void StoreApprovals::give(const QString& run, const governance::Command& command,
                          std::function<void(Result<governance::Proposal>)> done) {
    m_context.runInBackground<Result<governance::Proposal>>(
        [folder = pathOf(m_context.workspacePath()), run = run.toStdString(), command,
         workspace = m_context.workspace()]() -> Result<governance::Proposal> {
            auto given = session::giveCommand(folder, run, command);
            if (given)
                return given;
            // Policies by their names instead of their places in a document.
            Error error = given.error();
            for (auto& [name, value] : error.parameters)
                if (value.starts_with("policies/"))
                    value = RecordWords(workspace).reason(value).toStdString();
            return error;
        },
        this, std::move(done));
}

} // namespace wayreeve::ui
