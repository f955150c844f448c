// Core first: Qt's macros `signals` and `slots` are names of members there.
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

Opened load(const std::filesystem::path& folder) {
    Opened opened;
    documents::LoadOutcome outcome = documents::loadWorkspace(folder);
    opened.workspace = std::move(outcome.workspace);
    opened.errors = std::move(outcome.errors);
    if (auto reader = storage::SqliteLedgerReader::open(folder))
        if (auto run = (*reader)->run({}))
            opened.latest = *run;
    if (const auto scopes = session::stopScopes(folder))
        opened.stopped = scopes->contains("");
    return opened;
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

ui::Status statusOf(const Opened& opened) {
    ui::Status status;
    if (!opened.latest) {
        status.mode = ui::Mode::Paused;
        status.texts = {{QCoreApplication::translate("Main", "no run yet"), false}};
        return status;
    }
    status.mode = opened.latest->kind == audit::RunKind::Live ? ui::Mode::Live : ui::Mode::Simulated;
    status.texts = {
        {QCoreApplication::translate("Main", "run %1").arg(QString::fromStdString(opened.latest->tag)), false},
        {QCoreApplication::translate("Main", "seed %1").arg(opened.latest->seed), false},
        {QCoreApplication::translate("Main", "%L1 decisions").arg(opened.latest->decisions), false}};
    if (opened.latest->kind != audit::RunKind::Live)
        status.texts << ui::StatusText{QCoreApplication::translate("Main", "nothing is sent"), false};
    return status;
}

} // namespace

WorkspaceOpener::WorkspaceOpener(ui::AppContext& context)
    : m_context(context) {
    m_context.setStopHandler([this](bool stop) -> ui::AppContext::StopWork {
        const std::filesystem::path folder = pathOf(m_context.workspacePath());
        const std::string person = m_context.person().id.toStdString();
        if (folder.empty())
            return {};
        return [folder, person, stop] {
            const auto why = [](const Error& error) { return text::placeText(error) + text::errorText(error); };
            if (stop) {
                const auto set = session::setStop(folder, {}, person);
                return set ? QString() : why(set.error());
            }
            const auto lifted = session::liftStop(folder, {});
            return lifted ? QString() : why(lifted.error());
        };
    });
}

void WorkspaceOpener::open(const QString& folder, const QString& person) {
    const QString shown = QFileInfo(folder).fileName();
    m_context.setWorkspace(folder, shown, nullptr);
    m_context.runInBackground<Opened>(
        [folder] { return load(pathOf(folder)); }, &m_context,
        [this, folder, shown, person](Opened opened) {
            if (m_context.workspacePath() != folder)
                return; // another one was opened meanwhile
            if (!opened.workspace) {
                const QString first = opened.errors.empty() ? QString()
                                                            : text::placeText(opened.errors.front()) +
                                                                  text::errorText(opened.errors.front());
                const auto more = static_cast<int>(opened.errors.size()) - 1;
                m_context.showMessage(
                    {"open",
                     ui::Severity::Error,
                     {},
                     more > 0 ? QCoreApplication::translate("Main", "%1 (%n more)", nullptr, more).arg(first) : first,
                     {},
                     {},
                     {},
                     0});
                return;
            }
            QList<ui::Person> people;
            for (const documents::Person& one : opened.workspace->people->people)
                people << ui::Person{QString::fromStdString(one.id), QString::fromStdString(one.name), roleWord(one)};
            m_context.setDemo(opened.workspace->settings.demo);
            m_context.setPeople(people);
            m_context.setPerson(person.isEmpty() && !people.isEmpty() ? people.front().id : person);
            m_context.setStatus(statusOf(opened));
            m_context.setWorkspace(folder, QString::fromStdString(opened.workspace->settings.name), opened.workspace);
            if (opened.stopped != m_context.stopped())
                m_context.noteStopped(opened.stopped);
        });
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
