#include "ui/shell/app_context.h"

#include "ui/shell/command_registry.h"

#include <QThreadPool>

#include <algorithm>

namespace wayreeve::ui {

AppContext::AppContext(QObject* parent)
    : QObject(parent)
    , m_commands(new CommandRegistry(this))
    , m_pool(std::make_unique<QThreadPool>())
    , m_stopPool(std::make_unique<QThreadPool>()) {
    m_stopPool->setMaxThreadCount(1);
    // Room for a long job beside a quick look-up; the engine brings its own threads.
    m_pool->setMaxThreadCount(2);
}

AppContext::~AppContext() {
    m_pool->clear();
    m_pool->waitForDone();
    m_stopPool->waitForDone(); // a stop that was asked for is carried out
}

void AppContext::setWorkspace(const QString& path, const QString& name,
                              std::shared_ptr<const documents::Workspace> workspace) {
    if (path != m_workspacePath) {
        m_run.clear();
        setRuns({}, {});
    }
    m_workspacePath = path;
    m_workspaceName = name;
    m_workspace = std::move(workspace);
    Q_EMIT workspaceChanged();
}

void AppContext::setProblems(QStringList problems) {
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    Q_EMIT problemsChanged();
}

void AppContext::chooseRun(const QString& tag) {
    if (tag == m_run)
        return;
    m_run = tag;
    Q_EMIT dataChanged();
}

void AppContext::setRuns(QList<RunChoice> runs, const QString& shown) {
    m_runs = std::move(runs);
    m_shownRun = shown;
    Q_EMIT runsChanged();
}

void AppContext::setPeople(QList<Person> people) {
    m_people = std::move(people);
    if (person().id.isEmpty() && !m_people.isEmpty())
        m_personId = m_people.first().id;
    Q_EMIT personChanged();
}

Person AppContext::person() const {
    for (const Person& person : m_people)
        if (person.id == m_personId)
            return person;
    return {};
}

void AppContext::setPerson(const QString& id) {
    const bool known =
        std::any_of(m_people.cbegin(), m_people.cend(), [&id](const Person& person) { return person.id == id; });
    if (!known || id == m_personId)
        return;
    m_personId = id;
    Q_EMIT personChanged();
}

void AppContext::setService(std::type_index type, std::shared_ptr<void> service) {
    m_services[type] = std::move(service);
    Q_EMIT servicesChanged();
}

std::shared_ptr<void> AppContext::findService(std::type_index type) const {
    const auto found = m_services.find(type);
    return found == m_services.end() ? nullptr : found->second;
}

void AppContext::run(std::function<void()> work, QObject* receiver, std::function<void()> done) {
    ++m_running;
    Q_EMIT runningChanged(m_running);
    m_pool->start(
        [this, guard = QPointer<QObject>(receiver), work = std::move(work), done = std::move(done)]() mutable {
            work();
            // The destructor waits for the pool, so `this` is alive; an event left over dies with it.
            QMetaObject::invokeMethod(
                this, [this, guard = std::move(guard), done = std::move(done)] { finish(guard, done); },
                Qt::QueuedConnection);
        });
}

void AppContext::finish(const QPointer<QObject>& receiver, const std::function<void()>& done) {
    --m_running;
    if (receiver)
        done();
    Q_EMIT runningChanged(m_running);
}

void AppContext::askStop(bool stop) {
    const StopWork work = m_stopHandler ? m_stopHandler(stop) : StopWork();
    if (!work) {
        noteStopped(stop);
        return;
    }
    if (++m_stopsAsked == 1)
        Q_EMIT stopPendingChanged(true);
    m_stopPool->start([this, stop, work] {
        const QString why = work();
        QMetaObject::invokeMethod(
            this, [this, stop, why] { stopAnswered(stop, why); }, Qt::QueuedConnection);
    });
}

void AppContext::stopAnswered(bool stop, const QString& why) {
    if (--m_stopsAsked == 0)
        Q_EMIT stopPendingChanged(false);
    if (why.isEmpty()) {
        noteStopped(stop);
        return;
    }
    Q_EMIT messageRequested({QStringLiteral("stop"),
                             Severity::Error,
                             stop ? tr("Not stopped.") : tr("Still stopped."),
                             why,
                             tr("Try again"),
                             [this, stop] { askStop(stop); },
                             {},
                             0});
}

void AppContext::noteStopped(bool stopped) {
    m_stopped = stopped;
    Q_EMIT stopChanged(stopped);
}

void AppContext::setSimulating(const QString& words) {
    if (words == m_simulating)
        return;
    m_simulating = words;
    Q_EMIT statusChanged();
}

void AppContext::setStatus(Status status) {
    m_status = std::move(status);
    Q_EMIT statusChanged();
}

} // namespace wayreeve::ui
