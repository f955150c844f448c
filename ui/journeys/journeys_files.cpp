#include "ui/journeys/journeys_screen.h"

#include "ui/journeys/journey_dock.h"
#include "ui/journeys/journey_stories.h"
#include "ui/journeys/journey_words.h"
#include "ui/shell/app_context.h"
#include "ui/shell/rights.h"
#include "ui/text/error_text.h"

#include "documents/document.h"

#include <QLocale>
#include <QTime>

namespace wayreeve::ui {

using documents::Journey;
using documents::Kind;

// What the screen does with files and in the background: opening, saving, checking, running stories.

namespace {

std::filesystem::path pathOf(const QString& folder) {
    return {folder.toStdString()};
}

/// What the file says now; null where it cannot be read as a journey.
std::shared_ptr<const Journey> parsed(const documents::OriginalText& original, const std::string& id) {
    const std::string file = "journeys/" + id + ".yaml";
    const auto tree = documents::parseDocumentTree(Kind::Journey, original.text, file);
    if (!tree)
        return nullptr;
    std::vector<Error> errors;
    auto document = documents::readTree(Kind::Journey, *tree, file, errors);
    return errors.empty() ? std::make_shared<const Journey>(std::get<Journey>(std::move(document))) : nullptr;
}

} // namespace

void JourneysScreen::openJourney(const std::string& id) {
    const auto workspace = context().workspace();
    if (const auto left = m_presenter.journey(); left && m_presenter.dirty() && workspace->journey(left->id))
        m_drafts[qs(left->id)] = {left};
    m_wanted = id;
    for (const auto& journey : workspace->journeys)
        if (journey->id == id)
            m_presenter.open(workspace, journey);
    if (const Draft draft = m_drafts.take(qs(id)); draft.journey)
        m_presenter.restore(tr("Unsaved changes"), *draft.journey);
    readOriginal(id);
    Q_EMIT headingChanged();
}

void JourneysScreen::readOriginal(const std::string& id) {
    m_original.reset();
    const int opening = ++m_openings;
    if (m_folder.isEmpty())
        return;
    m_loading = true;
    using Read = Result<std::optional<documents::OriginalText>>;
    context().runInBackground<Read>(
        [folder = pathOf(m_folder), id] { return documents::readOriginal(folder, Kind::Journey, id); }, this,
        [this, opening, id](const Read& original) {
            if (opening != m_openings)
                return;
            m_loading = false;
            takeOriginal(id, original);
            if (settled())
                Q_EMIT becameSettled();
        });
}

/// The file may have changed since the workspace was read: then the file is what is shown and edited.
void JourneysScreen::takeOriginal(const std::string& id,
                                  const Result<std::optional<documents::OriginalText>>& original) {
    if (!original) {
        say(text::errorText(original.error()), true);
        return;
    }
    m_original = *original;
    const auto shown = m_presenter.journey();
    if (!m_original || !shown || shown->id != id || m_presenter.dirty())
        return;
    const auto onDisk = parsed(*m_original, id);
    if (onDisk && *onDisk != *shown) {
        m_presenter.open(m_presenter.workspace(), onDisk);
        say(tr("%1 was changed by another program since the workspace was opened; this is the map as it is now.")
                .arg(qs(onDisk->name)),
            false);
    }
}

void JourneysScreen::save() {
    const auto journey = m_presenter.journey();
    if (!journey || !m_presenter.dirty() || m_saving || m_loading)
        return;
    if (!mayOrSay(context(), governance::Right::EditDocuments))
        return;
    if (m_folder.isEmpty()) {
        say(tr("There is no folder to save in."), true);
        return;
    }
    m_saving = true;
    updateBar();
    using Saved = Result<documents::SaveOutcome>;
    context().runInBackground<Saved>(
        [folder = pathOf(m_folder), journey, original = m_original] {
            return documents::saveDocument(folder, journey->id, *journey, original);
        },
        this, [this, journey](Saved outcome) { finishSave(journey, std::move(outcome)); });
}

void JourneysScreen::finishSave(const JourneyPresenter::JourneyPointer& journey,
                                Result<documents::SaveOutcome> outcome) {
    m_saving = false;
    if (!outcome) {
        say(tr("Not saved. %1 Your changes are still here.").arg(text::errorText(outcome.error())), true);
    } else {
        const auto shown = m_presenter.journey();
        if (shown && shown->id == journey->id) {
            m_original = outcome->original;
            m_presenter.markSaved(journey);
        }
        context().dismissMessage(QStringLiteral("journeys"));
        Status status = context().status();
        status.saved = tr("Saved %1").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
        context().setStatus(status);
        if (const auto workspace = context().workspace()) {
            const bool fresh = storiesFresh() && *m_storiesOf == *journey;
            auto next = withJourney(*workspace, journey);
            if (fresh) // what they ran on is what is on disk now
                m_storiesIn = next;
            context().setWorkspace(context().workspacePath(), context().workspaceName(), std::move(next));
        }
    }
    updateBar();
    Q_EMIT saved(outcome.ok());
    if (settled())
        Q_EMIT becameSettled();
}

QStringList JourneysScreen::unsaved() const {
    QStringList names;
    const auto add = [&names](const JourneyPresenter::JourneyPointer& journey) {
        names.append(tr("Journey “%1”").arg(qs(journey->name)));
    };
    if (m_presenter.dirty())
        add(m_presenter.journey());
    for (const Draft& draft : m_drafts)
        add(draft.journey);
    names.sort();
    return names;
}

/// The open map and every draft, in one job.
void JourneysScreen::saveUnsaved() {
    if (m_saving) { // its answer decides what the file is compared with
        connect(this, &JourneysScreen::saved, this, &JourneysScreen::saveUnsaved, Qt::SingleShotConnection);
        return;
    }
    if (m_folder.isEmpty() && !unsaved().isEmpty()) {
        say(tr("There is no folder to save in."), true);
        Q_EMIT unsavedSaved(false);
        return;
    }
    if (!unsaved().isEmpty() && !mayOrSay(context(), governance::Right::EditDocuments)) {
        Q_EMIT unsavedSaved(false);
        return;
    }
    struct Task {
        JourneyPresenter::JourneyPointer journey;
        std::optional<documents::OriginalText> original;
        bool read = false; ///< `original` has to be read first
    };
    std::vector<Task> tasks;
    if (m_presenter.dirty())
        tasks.push_back({m_presenter.journey(), m_original, m_loading});
    for (const Draft& draft : std::as_const(m_drafts))
        tasks.push_back({draft.journey, std::nullopt, true});
    m_saving = true;
    updateBar();
    using Saved = std::vector<Result<documents::SaveOutcome>>;
    context().runInBackground<Saved>(
        [folder = pathOf(m_folder), tasks] {
            Saved outcomes;
            for (const Task& task : tasks) {
                const std::string& id = task.journey->id;
                const Result<std::optional<documents::OriginalText>> original =
                    task.read ? documents::readOriginal(folder, Kind::Journey, id) : task.original;
                outcomes.push_back(original ? documents::saveDocument(folder, id, *task.journey, *original)
                                            : original.error());
            }
            return outcomes;
        },
        this,
        [this, tasks](Saved outcomes) {
            bool ok = true;
            for (std::size_t i = 0; i < tasks.size(); ++i) {
                ok = ok && outcomes[i];
                if (outcomes[i])
                    m_drafts.remove(qs(tasks[i].journey->id));
                finishSave(tasks[i].journey, std::move(outcomes[i]));
            }
            m_saving = false;
            Q_EMIT unsavedSaved(ok && unsaved().isEmpty());
        });
}

void JourneysScreen::discardUnsaved() {
    m_drafts.clear();
    const auto shown = m_presenter.journey();
    if (!shown || !m_presenter.dirty())
        return;
    m_presenter.markSaved(shown); // or opening would keep it as a draft
    openJourney(shown->id);
}

/// Problems are found off the window thread; of several edits in a row only the last is looked at.
void JourneysScreen::check() {
    if (!m_presenter.journey() || !m_presenter.workspace())
        return;
    if (m_checking) {
        m_checkAgain = true;
        return;
    }
    m_checking = true;
    m_checkAgain = false;
    using Found = std::vector<MapProblem>;
    context().runInBackground<Found>([workspace = m_presenter.workspace(),
                                      journey = m_presenter.journey()] { return problemsOf(*workspace, journey); },
                                     this,
                                     [this, revision = m_presenter.revision()](Found problems) {
                                         m_checking = false;
                                         m_presenter.setProblems(revision, std::move(problems));
                                         if (m_checkAgain)
                                             check();
                                         else if (settled())
                                             Q_EMIT becameSettled();
                                     });
}

void JourneysScreen::runStories() {
    const auto journey = m_presenter.journey();
    if (!journey || !m_presenter.workspace() || m_storiesRun || storiesFresh())
        return;
    m_storiesRun = true;
    m_storiesIn = m_presenter.workspace();
    m_storiesOf = journey;
    m_dock->setStories({}, true);
    context().runInBackground<QList<StoryLine>>(
        [workspace = m_presenter.workspace(), journey] { return storyLines(withJourney(*workspace, journey)); }, this,
        [this, run = ++m_storyRuns](const QList<StoryLine>& stories) {
            if (run != m_storyRuns)
                return;
            m_storiesRun = false;
            m_dock->setStories(stories, false);
            showStoriesState();
        });
}

/// Another map that is shown is no change, an unsaved one is.
bool JourneysScreen::storiesFresh() const {
    const auto& workspace = m_presenter.workspace();
    const auto& journey = m_presenter.journey();
    if (!m_storiesOf || !journey || workspace != m_storiesIn)
        return false;
    if (journey->id == m_storiesOf->id)
        return *journey == *m_storiesOf;
    const auto saved = [&workspace](const Journey& one) {
        const Journey* there = workspace->journey(one.id);
        return there && *there == one;
    };
    return saved(*journey) && saved(*m_storiesOf);
}

void JourneysScreen::showStoriesState() {
    if (!m_storiesRun && m_storiesOf)
        m_dock->setStoriesStale(!storiesFresh());
}

void JourneysScreen::forgetStories() {
    ++m_storyRuns;
    m_storiesRun = false;
    m_storiesIn.reset();
    m_storiesOf.reset();
    m_dock->forgetStories();
}

void JourneysScreen::say(const QString& sentence, bool error) {
    context().showMessage(
        {QStringLiteral("journeys"), error ? Severity::Error : Severity::Info, {}, sentence, {}, {}, {}, 0});
}

} // namespace wayreeve::ui
