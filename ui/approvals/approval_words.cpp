#include "ui/approvals/approval_words.h"

#include "session/handoff.h"

#include "ui/shell/record_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace wayreeve::ui::approvals {

using documents::Channel;
using governance::ProposalState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Approvals)
};

QString list(const std::vector<Sym>& names, const Symbols& symbols, const RecordWords& words) {
    QStringList texts;
    for (const Sym name : names)
        texts.append(words.condition(symbols.name(name)));
    return texts.join(QStringLiteral(", "));
}

QDateTime localTime(const WordContext& context, Instant at) {
    const LocalTime local = context.zone.local(at);
    return {QDate(local.year, local.month, local.day), QTime(local.minuteOfDay / 60, local.minuteOfDay % 60)};
}

QString channelSentence(Channel channel, const QString& customer, const QString& action) {
    switch (channel) {
    case Channel::Email:
        return Words::tr("Send %1 “%2” by e-mail").arg(customer, action);
    case Channel::Sms:
        return Words::tr("Send %1 “%2” by text message").arg(customer, action);
    case Channel::InApp:
        return Words::tr("Show %1 “%2” in the app").arg(customer, action);
    case Channel::Web:
        return Words::tr("Show %1 “%2” on the website").arg(customer, action);
    case Channel::Call:
        return Words::tr("Call %1: %2").arg(customer, action);
    case Channel::Support:
        return Words::tr("Write to %1 through support: %2").arg(customer, action);
    case Channel::Ads:
        return Words::tr("Show %1 “%2” as an ad").arg(customer, action);
    case Channel::None:
        break;
    }
    return Words::tr("%2, for %1").arg(customer, action);
}

} // namespace

} // namespace wayreeve::ui::approvals

namespace wayreeve::ui {

QString ApprovalItem::whom() const {
    return account.isEmpty() || account == customer ? customer
                                                    : approvals::Words::tr("%1, for %2").arg(customer, account);
}

} // namespace wayreeve::ui

namespace wayreeve::ui::approvals {

QString leftText(Duration left) {
    const qint64 minutes = left.ms / 60'000;
    const QLocale locale;
    if (left.ms <= 0)
        return Words::tr("over");
    if (minutes >= 48 * 60)
        return Words::tr("%1 d").arg(locale.toString(minutes / 1440));
    if (minutes >= 60)
        return Words::tr("%1 h %2").arg(locale.toString(minutes / 60)).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return Words::tr("%1 min").arg(locale.toString(minutes));
}

QString actionName(const WordContext& context, const std::string& id) {
    if (context.workspace && context.workspace->actions)
        if (const documents::Action* action = context.workspace->actions->find(id); action && !action->name.empty())
            return QString::fromStdString(action->name).simplified();
    return id.empty() ? Words::tr("Wait") : readable(id);
}

QString dayText(const WordContext& context, Instant at) {
    return QLocale().toString(localTime(context, at), Words::tr("d MMM", "date"));
}

QString timeText(const WordContext& context, Instant at) {
    return Words::tr("%1 at %2").arg(dayText(context, at), localTime(context, at).toString(QStringLiteral("HH:mm")));
}

QString sentence(const WordContext& context, const governance::Proposal& proposal, const QString& action,
                 const QString& customer, const QString& account) {
    // Handing over and routing happen inside: nobody is written to.
    const bool inside = proposal.candidate.channel == Channel::Support && proposal.subject.empty() &&
                        session::handoffText(proposal.body).text.empty();
    QStringList parts{inside ? Words::tr("%2, for %1").arg(customer, action)
                             : channelSentence(proposal.candidate.channel, customer, action)};
    if (!account.isEmpty())
        parts.append(Words::tr("for the account “%1”").arg(account));
    if (!proposal.candidate.discount.isZero())
        parts.append(
            Words::tr("%1 % off").arg(QLocale().toString(proposal.candidate.discount.toDouble() * 100, 'g', 4)));
    if (!proposal.candidate.amount.isZero())
        parts.append(RecordWords(context.workspace).money(proposal.candidate.amount.toDouble()));
    const Instant at = std::max({proposal.notBefore, proposal.candidate.sendAt, context.opens});
    if (!at.isNever() && at > context.clock)
        parts.append(Words::tr("on %1 at %2")
                         .arg(dayText(context, at), localTime(context, at).toString(QStringLiteral("HH:mm"))));
    return parts.join(QStringLiteral(", "));
}

QString because(const WordContext& context, const governance::Proposal& proposal, const Symbols& symbols) {
    const governance::Ruling& ruling = proposal.ruling;
    const std::string& cell = symbols.name(ruling.cell);
    const RecordWords words(context.workspace);
    QStringList parts;
    if (ruling.suggestOnly || proposal.state == ProposalState::Suggested)
        parts.append(Words::tr("A suggestion: nothing happens unless you take it up."));
    else if (ruling.kind == governance::RulingKind::Hold)
        parts.append(Words::tr("Nobody is asked: it only waits for its hour (%1).").arg(words.cell(cell)));
    else if (!ruling.exceptions.empty())
        parts.append(Words::tr("Queued because of: %1.").arg(list(ruling.exceptions, symbols, words)));
    else if (cell == "missing")
        parts.append(Words::tr("Queued because the matrix has no cell for it."));
    else
        parts.append(Words::tr("Queued because the matrix wants a person here (%1).").arg(words.cell(cell)));
    if (!ruling.raisedBy.empty())
        parts.append(Words::tr("Risk raised by: %1.").arg(list(ruling.raisedBy, symbols, words)));
    QStringList from;
    if (proposal.candidate.agent != 0)
        from.append(words.agent(symbols.name(proposal.candidate.agent)));
    if (proposal.journey != 0)
        from.append(Words::tr("journey “%1”").arg(words.journey(symbols.name(proposal.journey))));
    if (!from.isEmpty())
        parts.append(Words::tr("From: %1.").arg(from.join(QStringLiteral(", "))));
    return parts.join(QLatin1Char(' '));
}

QString undoSentence(const WordContext& context, const governance::Proposal& proposal, const std::string& id) {
    const documents::Action* action =
        context.workspace && context.workspace->actions ? context.workspace->actions->find(id) : nullptr;
    QString text;
    switch (proposal.ruling.reversibility) {
    case documents::Reversibility::Reversible:
        text = Words::tr("Yes, without cost.");
        break;
    case documents::Reversibility::Costly:
        text = Words::tr("Only at a cost.");
        break;
    case documents::Reversibility::Irreversible:
        text = Words::tr("No: once it is out, it is out.");
        break;
    }
    if (action && !action->undo.empty())
        text += QLatin1Char(' ') + Words::tr("“%1” undoes it.").arg(actionName(context, action->undo));
    return text;
}

QString rejectSentence(const governance::Proposal& proposal) {
    QString expiry;
    switch (proposal.ruling.rule.onExpiry) {
    case documents::SafeDefault::Nothing:
        expiry = Words::tr("Without any verdict it expires, and nothing happens.");
        break;
    case documents::SafeDefault::Baseline:
        expiry = Words::tr("Without any verdict it expires, and the baseline's action takes its place.");
        break;
    case documents::SafeDefault::Handoff:
        expiry = Words::tr("Without any verdict it expires, and the case goes to a person.");
        break;
    }
    return Words::tr("Nothing of this goes out; the agent decides anew, knowing that it was rejected.") +
           QLatin1Char(' ') + expiry;
}

QString agreesText(const governance::Proposal& proposal) {
    const bool two = proposal.ruling.rule.approval == documents::Approval::FourEyes;
    // Where an exception asked for people, the cell's own level would mislead.
    if (proposal.ruling.rule.level != documents::AutonomyLevel::Assisted)
        return two ? Words::tr("Exception, two people") : Words::tr("Exception, one person");
    const QString level = look(static_cast<LevelMark>(proposal.ruling.rule.level)).text;
    return (two ? Words::tr("%1, two people") : Words::tr("%1, one person")).arg(level);
}

QString stateText(ProposalState state) {
    switch (state) {
    case ProposalState::Proposed:
        return Words::tr("waits");
    case ProposalState::Claimed:
        return Words::tr("claimed");
    case ProposalState::Approved:
        return Words::tr("approved");
    case ProposalState::SecondNeeded:
        return Words::tr("second person needed");
    case ProposalState::UndoWindow:
        return Words::tr("may be undone");
    case ProposalState::Held:
        return Words::tr("waits for its hour");
    case ProposalState::Dispatching:
        return Words::tr("going out");
    case ProposalState::Dispatched:
        return Words::tr("sent");
    case ProposalState::Failed:
        return Words::tr("failed");
    case ProposalState::Unknown:
        return Words::tr("result unknown");
    case ProposalState::Rejected:
        return Words::tr("rejected");
    case ProposalState::Expired:
        return Words::tr("expired");
    case ProposalState::Voided:
        return Words::tr("voided");
    case ProposalState::Superseded:
        return Words::tr("superseded");
    case ProposalState::Discarded:
        return Words::tr("discarded");
    case ProposalState::Suggested:
        return Words::tr("suggestion");
    case ProposalState::Dismissed:
        return Words::tr("dismissed");
    }
    return {};
}

} // namespace wayreeve::ui::approvals
