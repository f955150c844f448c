#include "ui/approvals/approvals_presenter.h"

#include "ui/approvals/approval_outlook.h"
#include "ui/text/error_text.h"

#include <algorithm>

namespace wayreeve::ui {

using governance::CommandKind;
using governance::ProposalState;

ApprovalsPresenter::ApprovalsPresenter(std::shared_ptr<ApprovalsBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend)) {}

void ApprovalsPresenter::setPerson(const QString& id) {
    if (id == m_person)
        return;
    m_person = id;
    forgetVerdict(); // it is one person's own, and so is having read it
    stripCore();
    followSelection(); // what was unclaimed for one may be with others for the next
    Q_EMIT cardChanged();
    Q_EMIT listsChanged();
    Q_EMIT stateChanged();
}

void ApprovalsPresenter::refresh() {
    ++m_loading;
    Q_EMIT busyChanged();
    m_backend->load([this, asked = ++m_asked](ApprovalSnapshot snapshot) {
        --m_loading;
        if (asked == m_asked) {
            if (snapshot.error)
                Q_EMIT said(tr("The queue could not be read."), text::errorText(*snapshot.error), true);
            if (snapshot.run != m_snapshot.run)
                forgetSelection();
            const auto before = selected() ? std::optional(*selected()) : std::nullopt;
            m_snapshot = std::move(snapshot);
            followSelection();
            Q_EMIT listsChanged();
            if (!selected())
                chooseFirst(0);
            else if (!before || before->proposal != selected()->proposal || before->action != selected()->action)
                loadCard(); // also where names came to be known
        }
        Q_EMIT stateChanged();
        Q_EMIT busyChanged();
    });
}

ApprovalTab ApprovalsPresenter::tabOf(const ApprovalItem& item) const {
    const governance::Proposal& proposal = item.proposal;
    if (proposal.state == ProposalState::Suggested)
        return ApprovalTab::Suggestions;
    if (!governance::isOpen(proposal.state))
        return ApprovalTab::Done;
    if (!governance::waitsForPerson(proposal.state))
        return ApprovalTab::Leaving;
    const std::string me = m_person.toStdString();
    const bool held = !proposal.claimedBy.empty() && proposal.lockUntil > m_snapshot.clock;
    if (held)
        return proposal.claimedBy == me ? ApprovalTab::Mine : ApprovalTab::Others;
    return !me.empty() && proposal.firstApprover == me ? ApprovalTab::Others : ApprovalTab::Unclaimed;
}

bool ApprovalsPresenter::isIn(ApprovalTab tab, const ApprovalItem& item) const {
    const ApprovalTab home = tabOf(item);
    if (tab == ApprovalTab::Breaching)
        return (home == ApprovalTab::Mine || home == ApprovalTab::Unclaimed) && breaching(item);
    return home == tab;
}

QList<const ApprovalItem*> ApprovalsPresenter::items(ApprovalTab tab) const {
    QList<const ApprovalItem*> found;
    for (const ApprovalItem& item : m_snapshot.items)
        if (isIn(tab, item))
            found.append(&item);
    return found;
}

int ApprovalsPresenter::count(ApprovalTab tab) const {
    const auto unlisted = tab == ApprovalTab::Done ? m_snapshot.doneBefore : 0;
    return static_cast<int>(static_cast<std::size_t>(items(tab).size()) + unlisted);
}

approvals::WordContext ApprovalsPresenter::words() const {
    return {{},
            m_snapshot.zone,
            m_snapshot.clock,
            m_snapshot.ended,
            m_snapshot.sends,
            m_card && m_card->proposal == m_selected ? m_card->opens : Instant{}};
}

QString ApprovalsPresenter::stand() const {
    const ApprovalItem* item = selected();
    return item ? approvals::standSentence(words(), item->proposal, item->voided) : QString();
}

QString ApprovalsPresenter::ifApproved() const {
    const ApprovalItem* item = selected();
    return item ? approvals::approveSentence(words(), item->proposal) : QString();
}

int ApprovalsPresenter::waiting() const {
    return static_cast<int>(std::count_if(m_snapshot.items.begin(), m_snapshot.items.end(), [](const auto& item) {
        return governance::waitsForPerson(item.proposal.state);
    }));
}

const ApprovalItem* ApprovalsPresenter::find(std::uint64_t proposal) const {
    const auto at = std::find_if(m_snapshot.items.begin(), m_snapshot.items.end(),
                                 [proposal](const auto& item) { return item.proposal.number == proposal; });
    return at == m_snapshot.items.end() ? nullptr : &*at;
}

void ApprovalsPresenter::setTab(ApprovalTab tab) {
    if (tab == m_tab)
        return;
    m_tab = tab;
    Q_EMIT listsChanged();
    if (!selected() || !isIn(tab, *selected()))
        chooseFirst(0);
}

void ApprovalsPresenter::chooseFirst(int near) {
    if (items(m_tab).isEmpty() && (m_tab == ApprovalTab::Mine || m_tab == ApprovalTab::Breaching))
        m_tab = ApprovalTab::Unclaimed;
    const auto list = items(m_tab);
    Q_EMIT listsChanged();
    select(list.isEmpty() ? 0 : list[std::min<qsizetype>(near, list.size() - 1)]->proposal.number);
}

void ApprovalsPresenter::select(std::uint64_t proposal) {
    if (proposal == m_selected)
        return;
    m_selected = proposal;
    forgetVerdict();
    const ApprovalTab before = m_tab;
    followSelection();
    if (m_tab != before)
        Q_EMIT listsChanged();
    m_card.reset();
    m_locked.reset();
    Q_EMIT selectionChanged();
    Q_EMIT cardChanged();
    loadCard();
    Q_EMIT stateChanged();
}

void ApprovalsPresenter::forgetVerdict() {
    m_verdict = Verdict::None;
    m_reason.clear();
    m_contentSeen = m_revealed = m_coreSeen = false;
}

/// The list on show is one that has the selected item.
void ApprovalsPresenter::followSelection() {
    if (const ApprovalItem* item = selected(); item && !isIn(m_tab, *item))
        m_tab = tabOf(*item);
}

/// Numbers are those of one run: in another the same one is another proposal.
void ApprovalsPresenter::forgetSelection() {
    if (m_selected == 0)
        return;
    ++m_cardAsked; // a card under way is of the former run
    select(0);
}

void ApprovalsPresenter::move(int by) {
    const auto list = items(m_tab);
    if (list.isEmpty())
        return;
    const auto at = std::find_if(list.begin(), list.end(),
                                 [this](const auto* item) { return item->proposal.number == m_selected; });
    const auto from = at == list.end() ? 0 : at - list.begin() + by;
    select(list[std::clamp<qsizetype>(from, 0, list.size() - 1)]->proposal.number);
}

void ApprovalsPresenter::loadCard() {
    const ApprovalItem* item = selected();
    if (!item)
        return;
    ++m_loading;
    Q_EMIT busyChanged();
    m_backend->loadCard(*item, m_snapshot.clock, [this, asked = ++m_cardAsked](Result<ApprovalCard> card) {
        --m_loading;
        if (asked == m_cardAsked) {
            if (card && card->proposal == m_selected) {
                m_card = std::move(card).value();
                m_locked.reset();
                stripCore();
                Q_EMIT cardChanged();
                Q_EMIT stateChanged();
            } else if (!card) {
                Q_EMIT said(tr("The decision could not be read."), text::errorText(card.error()), true);
            }
        }
        Q_EMIT busyChanged();
    });
}

void ApprovalsPresenter::stripCore() {
    if (m_card && m_card->core && verdictFirst() && !m_revealed)
        m_locked = std::exchange(m_card->core, std::nullopt);
}

void ApprovalsPresenter::noteContentSeen(std::uint64_t proposal) {
    if (proposal != m_selected || m_contentSeen)
        return;
    m_contentSeen = true;
    Q_EMIT stateChanged();
}

void ApprovalsPresenter::noteCoreSeen(std::uint64_t proposal) {
    if (proposal != m_selected || !m_revealed || m_coreSeen)
        return;
    m_coreSeen = true;
    Q_EMIT stateChanged();
}

bool ApprovalsPresenter::waits() const {
    const ApprovalItem* item = selected();
    return item && governance::waitsForPerson(item->proposal.state);
}

bool ApprovalsPresenter::suggested() const {
    return selected() && selected()->proposal.state == ProposalState::Suggested;
}

bool ApprovalsPresenter::isMine() const {
    return waits() && tabOf(*selected()) == ApprovalTab::Mine;
}

bool ApprovalsPresenter::verdictFirst() const {
    return waits() && selected()->risk == RiskMark::High;
}

bool ApprovalsPresenter::mayDecide() const {
    const ApprovalItem* item = selected();
    return !item || !item->deciders || item->deciders->contains(m_person);
}

QStringList ApprovalsPresenter::othersWhoMay() const {
    const ApprovalItem* item = selected();
    if (!item || !item->deciders)
        return {};
    QStringList others = *item->deciders;
    others.removeAll(m_person);
    others.removeAll(QString::fromStdString(item->proposal.firstApprover));
    return others;
}

QString ApprovalsPresenter::whyNotClaim() const {
    if (!selected())
        return tr("Nothing is selected.");
    if (!waits())
        return tr("This waits for nobody.");
    if (m_giving)
        return tr("One moment, the last command is being stored.");
    if (!mayDecide())
        return tr("You may not decide this: it takes an approver whose grants cover it.");
    if (!m_person.isEmpty() && selected()->proposal.firstApprover == m_person.toStdString())
        return tr("You gave the first approval; the second takes another person.");
    const governance::Proposal& proposal = selected()->proposal;
    if (!isMine() && !proposal.claimedBy.empty() && proposal.lockUntil > m_snapshot.clock)
        return tr("%1 has claimed it.").arg(QString::fromStdString(proposal.claimedBy));
    return {};
}

QString ApprovalsPresenter::whyNotEdit() const {
    if (const QString why = whyNotClaim(); !why.isEmpty())
        return why;
    return isMine() ? QString() : tr("Claim it first: Enter.");
}

QString ApprovalsPresenter::whyNotApprove() const {
    if (!suggested()) {
        if (const QString why = whyNotEdit(); !why.isEmpty())
            return why;
    } else if (m_giving) {
        return tr("One moment, the last command is being stored.");
    } else if (!mayDecide()) {
        return tr("You may not decide this: it takes an approver whose grants cover it.");
    }
    if (verdictFirst())
        return tr("High risk: say your verdict and your reason first.");
    return m_contentSeen ? QString() : tr("Once all of the content has been on screen.");
}

QString ApprovalsPresenter::whyNotReject() const {
    if (suggested())
        return m_giving       ? tr("One moment, the last command is being stored.")
               : !mayDecide() ? tr("You may not decide this: it takes an approver whose grants cover it.")
                              : QString();
    if (const QString why = whyNotEdit(); !why.isEmpty())
        return why;
    return verdictFirst() ? tr("High risk: say your verdict and your reason first.") : QString();
}

void ApprovalsPresenter::claim() {
    if (whyNotClaim().isEmpty())
        give({CommandKind::Claim, m_selected, {}, {}, {}, {}}, tr("Claimed for 10 minutes."));
}

void ApprovalsPresenter::approve() {
    if (whyNotApprove().isEmpty())
        give({CommandKind::Approve, m_selected, {}, {}, {}, {}}, suggested() ? tr("Taken up.") : tr("Approved."));
}

void ApprovalsPresenter::reject(const QString& reason) {
    if (whyNotReject().isEmpty())
        give({CommandKind::Reject, m_selected, {}, reason.trimmed().toStdString(), {}, {}},
             suggested() ? tr("Dismissed.") : tr("Rejected."));
}

void ApprovalsPresenter::edit(const QString& subject, const QString& body) {
    if (whyNotEdit().isEmpty())
        give({CommandKind::Edit, m_selected, {}, {}, subject.toStdString(), body.toStdString()},
             tr("Changed. Read it once more before you approve."));
}

void ApprovalsPresenter::setVerdict(Verdict verdict) {
    m_verdict = verdict;
    Q_EMIT stateChanged();
}

void ApprovalsPresenter::setReason(const QString& reason) {
    m_reason = reason;
    Q_EMIT stateChanged();
}

int ApprovalsPresenter::step() const {
    if (m_revealed)
        return m_coreSeen ? 4 : 3;
    return isMine() ? 2 : 1;
}

QString ApprovalsPresenter::whyNotReveal() const {
    if (!verdictFirst())
        return tr("This waits for no verdict.");
    if (const QString why = whyNotEdit(); !why.isEmpty())
        return why;
    if (!m_contentSeen)
        return tr("Once all of the content has been on screen.");
    if (m_verdict == Verdict::None)
        return tr("Choose your verdict.");
    return m_reason.trimmed().isEmpty() ? tr("Say why.") : QString();
}

bool ApprovalsPresenter::reveal() {
    if (m_revealed || !m_card || !whyNotReveal().isEmpty())
        return false;
    m_revealed = true;
    m_coreSeen = false;
    m_card->core = std::exchange(m_locked, std::nullopt);
    Q_EMIT cardChanged();
    Q_EMIT stateChanged();
    return true;
}

QString ApprovalsPresenter::whyNotConfirm() const {
    if (const QString why = whyNotReveal(); !why.isEmpty())
        return why;
    return m_coreSeen ? QString() : tr("Once all of the core’s view has been on screen.");
}

QString ApprovalsPresenter::ifConfirmed() const {
    const ApprovalItem* item = selected();
    return item && m_verdict != Verdict::None
               ? approvals::confirmSentence(words(), item->proposal, m_verdict == Verdict::Approve)
               : QString();
}

bool ApprovalsPresenter::confirm() {
    if (!m_revealed || m_giving || !whyNotConfirm().isEmpty())
        return false;
    const bool approving = m_verdict == Verdict::Approve;
    give({approving ? CommandKind::Approve : CommandKind::Reject,
          m_selected,
          {},
          m_reason.trimmed().toStdString(),
          {},
          {}},
         approving ? tr("Approved.") : tr("Rejected."));
    return true;
}

void ApprovalsPresenter::give(governance::Command command, const QString& done) {
    command.person = m_person.toStdString();
    m_giving = true;
    Q_EMIT stateChanged();
    Q_EMIT busyChanged();
    m_backend->give(m_snapshot.run, command,
                    [this, done, run = m_snapshot.run](const Result<governance::Proposal>& answer) {
                        m_giving = false;
                        if (answer && run != m_snapshot.run)
                            Q_EMIT said(done, tr("run %1").arg(run), false); // another run is shown meanwhile
                        else if (answer)
                            took(*answer, done);
                        else
                            Q_EMIT said(tr("Not done."), text::errorText(answer.error()), true);
                        Q_EMIT stateChanged();
                        Q_EMIT busyChanged();
                    });
}

void ApprovalsPresenter::took(const governance::Proposal& proposal, const QString& done) {
    const auto list = items(m_tab);
    const auto at = std::find_if(list.begin(), list.end(),
                                 [&proposal](const auto* item) { return item->proposal.number == proposal.number; });
    const int place = at == list.end() ? 0 : static_cast<int>(at - list.begin());
    QString what;
    for (ApprovalItem& item : m_snapshot.items)
        if (item.proposal.number == proposal.number) {
            item.proposal = proposal;
            what = tr("%1, %2").arg(item.action, item.whom());
        }
    const QString voided = m_snapshot.voidedText ? m_snapshot.voidedText(proposal) : QString();
    if (const QString stands = approvals::standSentence(words(), proposal, voided); !stands.isEmpty())
        what = tr("%1: %2").arg(what, stands);
    Q_EMIT said(done, what, false);
    if (m_selected == proposal.number) {
        m_contentSeen = false;
        if (m_revealed)
            forgetVerdict();
        if (isMine()) {
            m_tab = ApprovalTab::Mine;
            Q_EMIT listsChanged();
            loadCard();
        } else {
            chooseFirst(place);
        }
    } else {
        Q_EMIT listsChanged();
    }
    Q_EMIT decided();
}

bool ApprovalsPresenter::breaching(const ApprovalItem& item) const {
    const std::int64_t whole = (item.proposal.deadline - item.proposal.created).ms;
    return governance::waitsForPerson(item.proposal.state) && left(item).ms * 4 <= whole;
}

} // namespace wayreeve::ui
