#include "session/live_run.h"
#include "session/open_workspace.h"
#include "session/runs.h"
#include "session/store_access.h"
#include "storage/sqlite_ledger_reader.h"

#include "workspace_opener.h"

#include "ui/shell/app_context.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QGuiApplication>
#include <QWindow>

#include <algorithm>

namespace wayreeve {

namespace {

std::filesystem::path pathOf(const QString& folder) {
    return folder.toStdString();
}

/// What the background brings.
struct Opened {
    std::shared_ptr<const documents::Workspace> workspace;
    std::vector<Error> errors;
    std::optional<audit::RunInfo> latest;
    bool stopped = false;
};

std::optional<audit::RunInfo> latestRun(const std::filesystem::path& folder) {
    if (auto reader = storage::SqliteLedgerReader::open(folder))
        if (auto run = (*reader)->run({}))
            return *run;
    return std::nullopt;
}

Opened load(const std::filesystem::path& folder) {
    Opened opened;
    documents::LoadOutcome outcome = documents::loadWorkspace(folder);
    opened.workspace = std::move(outcome.workspace);
    opened.errors = std::move(outcome.errors);
    opened.latest = latestRun(folder);
    if (const auto scopes = session::stopScopes(folder))
        opened.stopped = scopes->contains("");
    return opened;
}

/// How far the newest run that takes events has come; empty where there is none.
std::string liveMark(const std::filesystem::path& folder) {
    std::error_code failed;
    if (!std::filesystem::exists(folder / ".wayreeve" / "store.db", failed))
        return {};
    auto reader = storage::SqliteLedgerReader::open(folder);
    const auto runs = reader ? (*reader)->runs() : Result<std::vector<audit::RunInfo>>(reader.error());
    if (!runs)
        return {};
    const auto live = std::find_if(runs->rbegin(), runs->rend(), session::takesEvents);
    return live == runs->rend() ? std::string()
                                : live->tag + '/' + std::to_string(static_cast<int>(live->status)) + '/' +
                                      std::to_string(live->epochs) + '/' + std::to_string(live->entries);
}

QString roleWord(const documents::Person& person) {
    QString word = QCoreApplication::translate("Main", "Viewer");
    for (const documents::Role role : person.roles)
        switch (role) {
        case documents::Role::Viewer:
            break;
        case documents::Role::Designer:
            word = QCoreApplication::translate("Main", "Designer");
            break;
        case documents::Role::Approver:
            word = QCoreApplication::translate("Main", "Approver");
            break;
        case documents::Role::PolicyOwner:
            word = QCoreApplication::translate("Main", "Policy owner");
            break;
        case documents::Role::Administrator:
            word = QCoreApplication::translate("Main", "Administrator");
            break;
        }
    return word;
}

ui::Status statusOf(const std::optional<audit::RunInfo>& latest) {
    ui::Status status;
    if (!latest) {
        status.mode = ui::Mode::Paused;
        status.texts = {{QCoreApplication::translate("Main", "no run yet"), false}};
        return status;
    }
    status.mode = latest->kind == audit::RunKind::Live ? ui::Mode::Live : ui::Mode::Simulated;
    status.texts = {{QCoreApplication::translate("Main", "run %1").arg(QString::fromStdString(latest->tag)), false},
                    {QCoreApplication::translate("Main", "seed %1").arg(latest->seed), false},
                    {QCoreApplication::translate("Main", "%L1 decisions").arg(latest->decisions), false}};
    if (latest->kind != audit::RunKind::Live)
        status.texts << ui::StatusText{QCoreApplication::translate("Main", "nothing is sent"), false};
    return status;
}

QString sentence(const Error& error) {
    return text::placeText(error) + text::errorText(error);
}

void take(ui::AppContext& context, const QString& folder, const QString& person, const Opened& opened) {
    QList<ui::Person> people;
    for (const documents::Person& one : opened.workspace->people->people)
        people << ui::Person{QString::fromStdString(one.id), QString::fromStdString(one.name), roleWord(one)};
    context.setDemo(opened.workspace->settings.demo);
    context.setPeople(people);
    context.setPerson(person.isEmpty() && !people.isEmpty() ? people.front().id : person);
    context.setStatus(statusOf(opened.latest));
    context.setWorkspace(folder, QString::fromStdString(opened.workspace->settings.name), opened.workspace);
}

/// The folder stays open, empty, until it is mended and opened again.
void refuse(ui::AppContext& context, const std::vector<Error>& errors) {
    QStringList problems;
    for (const Error& error : errors)
        problems.append(sentence(error));
    const auto many = static_cast<int>(problems.size()); // lupdate collects no text with a cast beside it
    const QString count = QCoreApplication::translate("Main", "%n problems", nullptr, many);
    ui::Status status;
    status.texts = {{QCoreApplication::translate("Main", "workspace cannot be read: %1").arg(count), true}};
    context.setStatus(status);
    context.setProblems(problems);
    context.showMessage({"open",
                         ui::Severity::Error,
                         QCoreApplication::translate("Main", "The workspace cannot be read: %1.").arg(count),
                         problems.value(0),
                         QCoreApplication::translate("Main", "Show all"),
                         [&context] { context.openPlace("start"); },
                         {},
                         0});
}

} // namespace

WorkspaceOpener::WorkspaceOpener(ui::AppContext& context)
    : m_context(context) {
    setStopHandler();
    m_pollPool.setMaxThreadCount(1);
    m_pollTimer.setInterval(2'000);
    QObject::connect(&m_pollTimer, &QTimer::timeout, &m_life, [this] { pollStop(); });
    m_pollTimer.start();
    const auto changed = [this] { ++m_stopVersion; };
    QObject::connect(&context, &ui::AppContext::stopChanged, &m_life, changed);
    QObject::connect(&context, &ui::AppContext::stopPendingChanged, &m_life, changed);
}

WorkspaceOpener::~WorkspaceOpener() {
    m_pollPool.waitForDone();
}

void WorkspaceOpener::setStopHandler() {
    m_context.setStopHandler([this](bool stop) -> ui::AppContext::StopWork {
        const std::filesystem::path folder = pathOf(m_context.workspacePath());
        const std::string person = m_context.person().id.toStdString();
        if (folder.empty())
            return {};
        return [folder, person, stop] {
            if (stop) {
                const auto set = session::setStop(folder, {}, person);
                return set ? QString() : sentence(set.error());
            }
            const auto lifted = session::liftStop(folder, {}, person);
            return lifted ? QString() : sentence(lifted.error());
        };
    });
}

void WorkspaceOpener::open(const QString& folder, const QString& person, std::function<void()> started) {
    if (!QFileInfo(folder + QStringLiteral("/workspace.yaml")).isFile()) {
        m_context.showMessage(
            {"open",
             ui::Severity::Error,
             QCoreApplication::translate("Main", "Not opened."),
             QCoreApplication::translate("Main", "“%1” is no workspace: it has no file workspace.yaml.")
                 .arg(QDir::toNativeSeparators(folder)),
             {},
             {},
             {},
             0});
        return;
    }
    m_context.leaveWorkspace([this, folder, person, started = std::move(started)] {
        load(folder, person);
        if (started)
            started();
    });
}

void WorkspaceOpener::load(const QString& folder, const QString& person) {
    const QString shown = QFileInfo(folder).fileName();
    m_context.dismissMessage("open");
    m_context.setProblems({});
    ui::Status reading;
    reading.texts = {{QCoreApplication::translate("Main", "reading the workspace"), false}};
    m_context.setStatus(reading);
    m_live.reset();
    m_context.setWorkspace(folder, shown, nullptr);
    if (!m_context.people().isEmpty())
        m_context.setPeople({});
    m_context.runInBackground<Opened>([folder] { return wayreeve::load(pathOf(folder)); }, &m_life,
                                      [this, folder, shown, person, opening = ++m_opening](const Opened& opened) {
                                          if (opening != m_opening)
                                              return; // another one was opened meanwhile
                                          if (opened.workspace)
                                              take(m_context, folder, person, opened);
                                          else
                                              refuse(m_context, opened.errors);
                                          if (opened.stopped != m_context.stopped())
                                              m_context.noteStopped(opened.stopped);
                                      });
}

void WorkspaceOpener::pollStop() {
    const auto windows = QGuiApplication::topLevelWindows();
    const bool seen = std::any_of(windows.cbegin(), windows.cend(), [](const QWindow* w) { return w->isExposed(); });
    if (m_polling || !seen || m_context.workspacePath().isEmpty() || m_context.stopPending())
        return;
    m_polling = true;
    m_pollPool.start([this, folder = pathOf(m_context.workspacePath()), opening = m_opening, version = m_stopVersion] {
        const auto scopes = session::stopScopes(folder);
        const std::string live = liveMark(folder);
        // A store that cannot be read just now says nothing about the stop.
        const std::optional<bool> stopped = scopes ? std::optional<bool>(scopes->contains("")) : std::nullopt;
        QMetaObject::invokeMethod(
            &m_life,
            [this, stopped, live, opening, version] {
                m_polling = false;
                if (opening == m_opening)
                    noteLive(live);
                // What the window did meanwhile is newer than this answer.
                if (stopped && opening == m_opening && version == m_stopVersion && *stopped != m_context.stopped())
                    m_context.noteStopped(*stopped);
            },
            Qt::QueuedConnection);
    });
}

/// What a live run does shows in every place, whichever program it runs in. Not faster than screens can read it.
void WorkspaceOpener::noteLive(const std::string& mark) {
    if ((m_live && *m_live == mark) || m_context.running() > 0)
        return; // the next look will do
    const bool nothingNew = !m_live && mark.empty();
    m_live = mark;
    if (!nothingNew) // at the first look too: it may have come on since the workspace was read
        Q_EMIT m_context.dataChanged();
}

QString WorkspaceOpener::withRun(const QString& folder, const QString& scratch, QString& error) {
    if (auto reader = storage::SqliteLedgerReader::open(pathOf(folder)))
        if ((*reader)->run({}))
            return folder;
    const QDir from(folder);
    const QString copy = scratch + QLatin1Char('/') + QFileInfo(folder).fileName();
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = copy + QLatin1Char('/') + from.relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file, target)) {
            error = QCoreApplication::translate("Main", "“%1” cannot be copied").arg(file);
            return {};
        }
    }
    auto workspace = session::openWorkspace(pathOf(copy));
    if (!workspace) {
        error = text::placeText(workspace.error()) + text::errorText(workspace.error());
        return {};
    }
    if (workspace->workspace->populations.empty())
        return copy; // nothing to simulate: its documents are shown
    session::SimulateRequest request;
    request.customers = 500;
    request.days = 10;
    request.seed = 1;
    if (auto run = session::simulate(*workspace, request); !run) {
        error = text::errorText(run.error());
        return {};
    }
    return copy;
}

} // namespace wayreeve
