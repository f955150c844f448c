#pragma once

#include "ui/widgets/message_bar.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <typeindex>
#include <unordered_map>

class QThreadPool;

namespace wayreeve::documents {
class Workspace;
}

namespace wayreeve::ui {

class CommandRegistry;

/// Somebody who may use this window; in the demo one switches between them.
struct Person {
    QString id;
    QString name;
    QString role; ///< translated word
};

/// Recorded: real events, but nothing is sent: the connector only records.
enum class Mode { Live, Recorded, Simulated, Paused };

/// One stored run of the open workspace, as a line to choose.
struct RunChoice {
    QString tag;
    QString text; ///< translated: "s1 – Simulation, 150 customers, 900 decisions"
};

/// The status line: mode, texts left to right (a warning one in the medium colour), time of the last save.
struct StatusText {
    QString text;
    bool warning = false;
};
struct Status {
    Mode mode = Mode::Paused;
    QList<StatusText> texts;
    QString saved;
};

/// What screens share: the open workspace, the person, services by type, ways to go somewhere, say something, work in
/// the background and stop everything. Lives on the window thread and is used from there only; `runInBackground` is the
/// one way off it. Knows no room of core: whoever wires the program provides the services.
class AppContext : public QObject {
    Q_OBJECT
public:
    explicit AppContext(QObject* parent = nullptr);
    /// Cancels and waits for background work.
    ~AppContext() override;

    // The workspace: folder on disk and the documents as an immutable snapshot (null when none is open).
    [[nodiscard]] QString workspacePath() const { return m_workspacePath; }
    [[nodiscard]] QString workspaceName() const { return m_workspaceName; }
    [[nodiscard]] std::shared_ptr<const documents::Workspace> workspace() const { return m_workspace; }
    /// A new snapshot after an edit or a load; sends workspaceChanged.
    void setWorkspace(const QString& path, const QString& name, std::shared_ptr<const documents::Workspace> workspace);
    /// Before the workspace is exchanged: `then` runs at once or, where something is not saved, after a person saved or
    /// discarded it; never when they cancel or saving fails. The window asks.
    void leaveWorkspace(std::function<void()> then) { m_leave ? m_leave(std::move(then)) : then(); }
    void setLeaveHandler(std::function<void(std::function<void()>)> handler) { m_leave = std::move(handler); }
    /// Why the folder cannot be read as a workspace, a sentence a problem; empty: it can. Sends problemsChanged.
    [[nodiscard]] const QStringList& problems() const { return m_problems; }
    void setProblems(QStringList problems);
    // The run that every place shows. Another workspace forgets the choice.
    /// Tag of the chosen one; empty: the default of `ui::shownRun`. Reads hand it on to that.
    [[nodiscard]] QString run() const { return m_run; }
    /// Shows another run everywhere: sends dataChanged.
    void chooseRun(const QString& tag);
    /// The stored runs, newest last, and which of them is shown, as last found. Sends runsChanged.
    void setRuns(QList<RunChoice> runs, const QString& shown);
    [[nodiscard]] const QList<RunChoice>& runs() const { return m_runs; }
    [[nodiscard]] QString shownRun() const { return m_shownRun; }
    [[nodiscard]] bool demo() const { return m_demo; }
    void setDemo(bool demo) { m_demo = demo; }

    // The person.
    void setPeople(QList<Person> people);
    [[nodiscard]] const QList<Person>& people() const { return m_people; }
    [[nodiscard]] Person person() const;
    /// Unknown ids are ignored. Sends personChanged.
    void setPerson(const QString& id);

    // Services, one an interface type: provide<ApprovalService>(p); service<ApprovalService>() may be null.
    template <class T>
    void provide(std::shared_ptr<T> service) {
        setService(std::type_index(typeid(T)), std::move(service));
    }
    template <class T>
    [[nodiscard]] std::shared_ptr<T> service() const {
        return std::static_pointer_cast<T>(findService(std::type_index(typeid(T))));
    }

    // Going somewhere. `argument` is the place's own (a decision's id, a customer's, a map's).
    void openPlace(const QString& placeId, const QString& argument = {}) { Q_EMIT placeRequested(placeId, argument); }
    /// Says something in the message bar.
    void showMessage(Message message) { Q_EMIT messageRequested(std::move(message)); }
    void dismissMessage(const QString& id) { Q_EMIT messageDismissed(id); }

    [[nodiscard]] CommandRegistry& commands() const { return *m_commands; }

    // Work off the window thread. `work` runs on a pool thread and must not touch widgets or this object; `done` runs
    // on the window thread with its result, unless `receiver` is gone by then. Results arrive in completion order:
    // compare a revision before showing one.
    template <class Result>
    void runInBackground(std::function<Result()> work, QObject* receiver, std::function<void(Result)> done) {
        auto result = std::make_shared<std::unique_ptr<Result>>();
        run([result, work = std::move(work)] { *result = std::make_unique<Result>(work()); }, receiver,
            [result, done = std::move(done)] {
                if (*result)
                    done(std::move(**result));
            });
    }
    void runInBackground(std::function<void()> work, QObject* receiver, std::function<void()> done) {
        run(std::move(work), receiver, std::move(done));
    }
    /// Background jobs not finished yet; a picture waits for 0.
    [[nodiscard]] int running() const { return m_running; }

    // Stop. The handler is asked on the window thread for the work that makes the core stop (or lets it run again). The
    // work answers when it holds, every dispatcher having seen it, and may block for that: it runs on a thread kept for
    // it, never behind other work. It returns an empty text, or a sentence why it was not done.
    using StopWork = std::function<QString()>;
    void setStopHandler(std::function<StopWork(bool stop)> handler) { m_stopHandler = std::move(handler); }
    [[nodiscard]] bool stopped() const { return m_stopped; }
    /// Asked for, not yet acknowledged.
    [[nodiscard]] bool stopPending() const { return m_stopsAsked > 0; }
    /// stopChanged follows when it holds; a failure is said in the message bar with the way to try again. Works without
    /// a workspace and twice.
    void stopAll() { askStop(true); }
    void liftStop() { askStop(false); }
    /// What was found or done elsewhere: shown, nothing is carried out.
    void noteStopped(bool stopped);

    void setStatus(Status status);
    [[nodiscard]] const Status& status() const { return m_status; }
    /// Words of a simulation under way ("Day 3 of 10"), beside the status of the run that is shown; empty: none.
    void setSimulating(const QString& words);
    [[nodiscard]] const QString& simulating() const { return m_simulating; }

Q_SIGNALS:
    void workspaceChanged();
    void problemsChanged();
    /// Records, queue or run data changed; screens refresh.
    void dataChanged();
    void runsChanged();
    void personChanged();
    void servicesChanged();
    void stopChanged(bool stopped);
    void stopPendingChanged(bool pending);
    void statusChanged();
    void runningChanged(int running);
    void placeRequested(const QString& placeId, const QString& argument);
    void messageRequested(const wayreeve::ui::Message& message);
    void messageDismissed(const QString& id);

private:
    void setService(std::type_index type, std::shared_ptr<void> service);
    [[nodiscard]] std::shared_ptr<void> findService(std::type_index type) const;
    void run(std::function<void()> work, QObject* receiver, std::function<void()> done);
    void finish(const QPointer<QObject>& receiver, const std::function<void()>& done);
    void askStop(bool stop);
    void stopAnswered(bool stop, const QString& why);

    QString m_workspacePath;
    QString m_workspaceName;
    std::shared_ptr<const documents::Workspace> m_workspace;
    std::function<void(std::function<void()>)> m_leave;
    QStringList m_problems;
    QString m_run;
    QList<RunChoice> m_runs;
    QString m_shownRun;
    bool m_demo = false;
    QList<Person> m_people;
    QString m_personId;
    std::unordered_map<std::type_index, std::shared_ptr<void>> m_services;
    CommandRegistry* m_commands;
    std::unique_ptr<QThreadPool> m_pool;
    int m_running = 0;
    std::unique_ptr<QThreadPool> m_stopPool; ///< one thread: stops and lifts in their order
    std::function<StopWork(bool)> m_stopHandler;
    int m_stopsAsked = 0;
    bool m_stopped = false;
    Status m_status;
    QString m_simulating;
};

} // namespace wayreeve::ui
