#include "ui/autonomy/autonomy_screen.h"

#include "ui/autonomy/failing_stories.h"
#include "ui/shell/app_context.h"
#include "ui/shell/rights.h"
#include "ui/shell/shown_run.h"
#include "ui/text/error_text.h"

#include "session/store_access.h"

#include <QLocale>
#include <QTime>

#include <filesystem>
#include <set>

// What the autonomy screen does with files and in the background.

namespace wayreeve::ui {

using documents::AutonomyMatrix;
using documents::Kind;

namespace {

const std::string documentId = "autonomy";

/// What the file says now; null where it cannot be read as a matrix.
std::shared_ptr<const AutonomyMatrix> parsed(const documents::OriginalText& original) {
    const std::string file = "autonomy.yaml";
    const auto tree = documents::parseDocumentTree(Kind::Autonomy, original.text, file);
    if (!tree)
        return nullptr;
    std::vector<Error> errors;
    auto document = documents::readTree(Kind::Autonomy, *tree, file, errors);
    return errors.empty() ? std::make_shared<const AutonomyMatrix>(std::get<AutonomyMatrix>(std::move(document)))
                          : nullptr;
}

/// Decisions of the run that is shown by action and risk; empty where there is none or it cannot be read: Live and the
/// status line say why.
MatrixUse readUseOf(const std::filesystem::path& folder, const std::string& tag) {
    MatrixUse use;
    const auto reader = session::openReader(folder);
    if (!reader)
        return use;
    const auto run = shownRun(**reader, tag);
    if (!run)
        return use;
    const auto symbols = (*reader)->symbolsOf(run->id);
    audit::DecisionFilter filter;
    filter.includeWait = false;
    filter.limit = 1'000'000;
    const auto rows = (*reader)->decisions(run->id, filter);
    if (!symbols || !rows)
        return use;
    use.run = QString::fromStdString(run->tag);
    for (const audit::DecisionRow& row : *rows) {
        MatrixUse::Count& count = use.counts[{symbols->name(row.action), row.risk}];
        ++count.decided;
        count.asked += row.ruling == governance::RulingKind::Queue ? 1 : 0;
    }
    std::set<governance::ProposalState> states;
    for (int state = 0; state <= static_cast<int>(governance::ProposalState::Dismissed); ++state)
        states.insert(static_cast<governance::ProposalState>(state));
    if (const auto proposals = (*reader)->proposals(run->id, states, filter.limit))
        for (const governance::Proposal& proposal : *proposals)
            for (const Sym exception : proposal.ruling.exceptions)
                ++use.counts[{symbols->name(proposal.candidate.action), proposal.ruling.risk}]
                      .exceptions[symbols->name(exception)];
    return use;
}

} // namespace

void AutonomyScreen::endJob() {
    if (--m_jobs == 0)
        Q_EMIT becameSettled();
}

void AutonomyScreen::readUse() {
    if (m_folder.isEmpty() || !m_presenter.matrix())
        return;
    ++m_jobs;
    context().runInBackground<MatrixUse>([folder = std::filesystem::path(m_folder.toStdString()),
                                          tag = context().run().toStdString()] { return readUseOf(folder, tag); },
                                         this,
                                         [this, asked = ++m_using](MatrixUse use) {
                                             if (asked == m_using)
                                                 m_presenter.setUse(std::move(use));
                                             endJob();
                                         });
}

void AutonomyScreen::readOriginal() {
    m_original.reset();
    if (m_folder.isEmpty())
        return;
    ++m_jobs;
    using Read = Result<std::optional<documents::OriginalText>>;
    context().runInBackground<Read>(
        [folder = std::filesystem::path(m_folder.toStdString())] {
            return documents::readOriginal(folder, Kind::Autonomy, documentId);
        },
        this,
        [this, opening = ++m_opening](const Read& original) {
            if (opening == m_opening)
                takeOriginal(original);
            endJob();
        });
}

/// The file may have changed since the workspace was read: then the file is what is shown and edited.
void AutonomyScreen::takeOriginal(const Result<std::optional<documents::OriginalText>>& original) {
    if (!original) {
        say(text::errorText(original.error()), true);
        return;
    }
    m_original = *original;
    if (!m_original || !m_presenter.matrix() || m_presenter.dirty())
        return;
    const auto onDisk = parsed(*m_original);
    if (onDisk && *onDisk != *m_presenter.matrix()) {
        m_presenter.open(m_presenter.workspace(), onDisk);
        say(tr("The matrix was changed by another program since the workspace was opened; this is how it is now."),
            false);
    }
}

void AutonomyScreen::save() {
    const auto matrix = m_presenter.matrix();
    if (!matrix || !m_presenter.dirty() || m_saving)
        return;
    if (!mayOrSay(context(), governance::Right::EditDocuments)) {
        Q_EMIT saved(false);
        return;
    }
    if (m_folder.isEmpty()) {
        say(tr("There is no folder to save in."), true);
        return;
    }
    m_saving = true;
    ++m_jobs;
    updateBar();
    using Saved = Result<documents::SaveOutcome>;
    context().runInBackground<Saved>(
        [folder = std::filesystem::path(m_folder.toStdString()), matrix, original = m_original] {
            return documents::saveDocument(folder, documentId, *matrix, original);
        },
        this,
        [this, matrix](const Saved& outcome) {
            finishSave(matrix, outcome);
            endJob();
        });
}

void AutonomyScreen::finishSave(const MatrixPresenter::MatrixPointer& matrix,
                                const Result<documents::SaveOutcome>& outcome) {
    m_saving = false;
    if (!outcome) {
        say(tr("Not saved. %1 Your changes are still here.").arg(text::errorText(outcome.error())), true);
    } else {
        m_original = outcome->original;
        m_presenter.markSaved(matrix);
        context().dismissMessage(QStringLiteral("autonomy"));
        Status status = context().status();
        status.saved = tr("Saved %1").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
        context().setStatus(status);
        if (const auto workspace = context().workspace()) {
            auto next = std::make_shared<documents::Workspace>(*workspace);
            next->autonomy = matrix;
            runStories(next);
            context().setWorkspace(context().workspacePath(), context().workspaceName(), std::move(next));
        }
    }
    updateBar();
    Q_EMIT saved(outcome.ok());
}

/// What the matrix allows is what stories promise: whoever changes the one is told which of the others broke.
void AutonomyScreen::runStories(const std::shared_ptr<const documents::Workspace>& workspace) {
    ++m_jobs;
    context().runInBackground<QStringList>([workspace] { return failingStories(workspace); }, this,
                                           [this, run = ++m_storyRun](const QStringList& failing) {
                                               if (run == m_storyRun)
                                                   sayFailing(failing);
                                               endJob();
                                           });
}

void AutonomyScreen::sayFailing(const QStringList& failing) {
    const QString id = QStringLiteral("autonomy-stories");
    if (failing.isEmpty())
        return context().dismissMessage(id);
    context().showMessage({id,
                           Severity::Warning,
                           tr("Saved, and %n stories fail now.", nullptr, static_cast<int>(failing.size())),
                           failing.join(QStringLiteral(", ")),
                           tr("Show the stories"),
                           [this] { context().openPlace(QStringLiteral("journeys"), QStringLiteral("?stories")); },
                           {},
                           0});
}

QStringList AutonomyScreen::unsaved() const {
    return m_presenter.dirty() ? QStringList{tr("Autonomy matrix")} : QStringList();
}

void AutonomyScreen::saveUnsaved() {
    // What is being read or written decides what the file is compared with.
    if (m_jobs > 0) {
        connect(this, &Screen::becameSettled, this, &AutonomyScreen::saveUnsaved, Qt::SingleShotConnection);
        return;
    }
    if (!m_presenter.dirty()) {
        Q_EMIT unsavedSaved(true);
        return;
    }
    if (!m_folder.isEmpty())
        connect(this, &AutonomyScreen::saved, this, &Screen::unsavedSaved, Qt::SingleShotConnection);
    save();
    if (m_folder.isEmpty())
        Q_EMIT unsavedSaved(false);
}

void AutonomyScreen::discardUnsaved() {
    if (!m_presenter.dirty())
        return;
    m_presenter.open(m_presenter.workspace());
    readOriginal();
    updateBar();
    Q_EMIT headingChanged();
}

void AutonomyScreen::say(const QString& sentence, bool error) {
    context().showMessage(
        {QStringLiteral("autonomy"), error ? Severity::Error : Severity::Info, {}, sentence, {}, {}, {}, 0});
}

} // namespace wayreeve::ui
