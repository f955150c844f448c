#include "session/erase.h"

#include "ui/customers/customers_screen.h"

#include "ui/shell/app_context.h"
#include "ui/shell/confirm_dialog.h"
#include "ui/shell/rights.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace wayreeve::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Erasing)
};

struct Erased {
    std::optional<Error> error;
    session::ErasureOutcome outcome;
};

QString listed(const QStringList& words) {
    return QLocale().createSeparatedList(words);
}

/// What is left to be seen to by people; empty where nothing is.
QString leftOver(const session::ErasureOutcome& outcome) {
    QStringList sentences, busy, untold;
    qsizetype underWay = 0;
    for (const std::string& run : outcome.busy)
        busy.append(QString::fromStdString(run));
    for (const session::ErasedIn& one : outcome.done) {
        underWay += static_cast<qsizetype>(one.underWay.size());
        for (const session::ErasureNotice& notice : one.told)
            if (const QString id = QString::fromStdString(notice.connector);
                notice.state != execution::DispatchState::Succeeded && !untold.contains(id))
                untold.append(id);
    }
    if (!busy.isEmpty())
        sentences.append(Words::tr("Still known in %1, because an engine is at work: erase again once it has ended.")
                             .arg(listed(busy)));
    if (!untold.isEmpty())
        sentences.append(Words::tr("These connections could not be told, tell them yourself: %1.").arg(listed(untold)));
    if (underWay > 0)
        sentences.append(Words::tr("Messages that were already on their way: %1.").arg(underWay));
    return sentences.join(QLatin1Char(' '));
}

} // namespace

void CustomersScreen::undoMerge(const QString& customer, const QString& who) {
    if (!mayOrSay(context(), governance::Right::UndoMerge))
        return;
    ConfirmDialog dialog(tr("Are these two persons?"),
                         tr("“%1” becomes a customer of its own again, with its events and consents, and the two are "
                            "never joined again. What was refused or sent meanwhile counts for both. It cannot be "
                            "taken back.")
                             .arg(who),
                         tr("Undo the merge"), this);
    dialog.askReason();
    if (dialog.exec() != QDialog::Accepted)
        return;
    ++m_jobs;
    const session::UndoMerge request{context().run().toStdString(), customer.toStdString(),
                                     context().person().id.toStdString(), dialog.reason().toStdString()};
    context().runInBackground<QString>(
        [folder = context().workspacePath().toStdString(), request] {
            const auto done = session::undoMerge(folder, request);
            return done ? QString() : text::errorText(done.error());
        },
        this,
        [this](const QString& error) {
            if (!error.isEmpty())
                context().showMessage({QStringLiteral("customers.merge"),
                                       Severity::Error,
                                       tr("The merge was not undone."),
                                       error,
                                       {},
                                       {},
                                       {},
                                       0});
            fetchStory();
            finishJob();
        });
}

void CustomersScreen::erasePerson() {
    if (m_wanted.isEmpty() || !mayOrSay(context(), governance::Right::Erase))
        return;
    const QString who = m_story.name.isEmpty() ? m_story.key : m_story.name;
    ConfirmDialog dialog(
        tr("Erase %1 for good?").arg(who),
        tr("Lost in every run that knows this person: name, addresses, events, messages, consents, and "
           "why anything was decided about them. What waits for a decision is dropped, and runs "
           "they are in can no longer be replayed. Counts and money stay. Connections that take it "
           "are told first; copies and backups of this workspace are not touched.\n\nIt cannot be "
           "taken back. The reason stays in the records: do not name the person in it."),
        tr("Erase for good"), this);
    dialog.askReason();
    if (dialog.exec() != QDialog::Accepted)
        return;
    ++m_jobs;
    session::EraseRequest request;
    request.customer = m_story.key.toStdString();
    request.person = context().person().id.toStdString();
    request.reason = dialog.reason().toStdString();
    context().runInBackground<Erased>(
        [folder = context().workspacePath().toStdString(), request] {
            auto done = session::eraseCustomer(folder, request);
            return done ? Erased{{}, std::move(*done)} : Erased{done.error(), {}};
        },
        this,
        [this](const Erased& erased) {
            const bool done = !erased.error;
            const QString left = done ? leftOver(erased.outcome) : text::errorText(*erased.error);
            context().showMessage({QStringLiteral("customers.erase"),
                                   !done            ? Severity::Error
                                   : left.isEmpty() ? Severity::Info
                                                    : Severity::Warning,
                                   done ? tr("The person was erased.") : tr("The person was not erased."),
                                   left,
                                   {},
                                   {},
                                   {},
                                   done && left.isEmpty() ? 10 : 0});
            if (done && erased.outcome.busy.empty()) {
                showList();
                Q_EMIT context().dataChanged();
            }
            finishJob();
        });
}

} // namespace wayreeve::ui
