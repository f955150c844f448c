#include "ui/approvals/approval_outlook.h"

#include <QCoreApplication>

#include <algorithm>

namespace wayreeve::ui::approvals {

using governance::Proposal;
using governance::ProposalState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Approvals)
};

Instant hourOf(const WordContext& context, const Proposal& proposal) {
    return std::max({proposal.notBefore, proposal.candidate.sendAt, context.opens});
}

bool waitsForHour(const WordContext& context, const Proposal& proposal) {
    const Instant at = hourOf(context, proposal);
    return !at.isNever() && at > context.clock;
}

/// Nothing for a run that goes on by itself.
QString stoppedClock(const WordContext& context) {
    return context.ended ? Words::tr("This run has ended with its clock at %1, so its hour does not come.")
                               .arg(timeText(context, context.clock))
                         : QString();
}

QString joined(const QStringList& sentences) {
    QStringList said = sentences;
    said.removeAll(QString());
    return said.join(QLatin1Char(' '));
}

QString heldSentence(const WordContext& context, const Proposal& proposal) {
    if (!waitsForHour(context, proposal))
        return joined({Words::tr("It waits for the run’s next turn."),
                       context.ended ? Words::tr("This run has ended, so that does not come.") : QString()});
    return joined({Words::tr("It waits for its hour, %1.").arg(timeText(context, hourOf(context, proposal))),
                   stoppedClock(context)});
}

QString onlyRecorded(const WordContext& context) {
    return context.sends ? QString() : Words::tr("This run only records: nothing is really sent.");
}

} // namespace

QString approveSentence(const WordContext& context, const Proposal& proposal) {
    if (!governance::waitsForPerson(proposal.state) && proposal.state != ProposalState::Suggested)
        return {};
    if (proposal.ruling.rule.approval == documents::Approval::FourEyes && proposal.firstApprover.empty())
        return Words::tr("A second person must approve it too; nothing goes out before that.");
    if (waitsForHour(context, proposal))
        return joined({Words::tr("It then waits for its hour, %1.").arg(timeText(context, hourOf(context, proposal))),
                       stoppedClock(context)});
    return joined({Words::tr("It is carried out at once, exactly as shown, if its guardrails still hold."),
                   onlyRecorded(context)});
}

QString confirmSentence(const WordContext& context, const Proposal& proposal, bool approving) {
    if (!approving)
        return Words::tr("Ctrl+Enter rejects it: nothing of it goes out.");
    if (proposal.ruling.rule.approval == documents::Approval::FourEyes && proposal.firstApprover.empty())
        return Words::tr("Ctrl+Enter gives the first of two approvals.");
    if (waitsForHour(context, proposal))
        return Words::tr("Ctrl+Enter approves it; it then waits for its hour.");
    return context.sends ? Words::tr("Ctrl+Enter approves it; it is then carried out.")
                         : Words::tr("Ctrl+Enter approves it; this run really sends nothing.");
}

QString standSentence(const WordContext& context, const Proposal& proposal, const QString& reasons) {
    switch (proposal.state) {
    case ProposalState::SecondNeeded:
        return Words::tr("It waits for a second person’s approval.");
    case ProposalState::Approved:
    case ProposalState::Held:
        return heldSentence(context, proposal);
    case ProposalState::UndoWindow:
        return Words::tr("It goes out when its time to undo is over.");
    case ProposalState::Dispatching:
        return Words::tr("It waits in the outbox to be sent.");
    case ProposalState::Dispatched:
        return joined({Words::tr("It was carried out; see the outbox in Live."), onlyRecorded(context)});
    case ProposalState::Failed:
        return Words::tr("The connector refused it.");
    case ProposalState::Unknown:
        return Words::tr("The connector did not say whether it went out.");
    case ProposalState::Expired:
        return Words::tr("Its time ended without a verdict.");
    case ProposalState::Voided:
        return reasons.isEmpty() ? Words::tr("It no longer stands. Nothing goes out.")
                                 : Words::tr("It no longer stands: %1. Nothing goes out.").arg(reasons);
    case ProposalState::Superseded:
        return Words::tr("A newer proposal took its place.");
    case ProposalState::Discarded:
        return Words::tr("It was left out. Nothing goes out.");
    case ProposalState::Rejected:
        return proposal.reason.empty()
                   ? Words::tr("Nothing of it goes out.")
                   : Words::tr("Nothing of it goes out. Reason: %1").arg(QString::fromStdString(proposal.reason));
    case ProposalState::Dismissed:
    case ProposalState::Proposed:
    case ProposalState::Claimed:
    case ProposalState::Suggested:
        break;
    }
    return {};
}

} // namespace wayreeve::ui::approvals
