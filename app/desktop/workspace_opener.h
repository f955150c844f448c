#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>

namespace wayreeve::ui {
class AppContext;
}

namespace wayreeve {

/// Opens workspace folders into the window: documents, people, mode and the stop control. Reading happens in the
/// background; the window shows the folder at once and its content when it is there. While a workspace is open,
/// a stop set or lifted by another program shows within seconds, and so does what a live run does. Window thread.
class WorkspaceOpener {
public:
    explicit WorkspaceOpener(ui::AppContext& context);
    ~WorkspaceOpener();

    /// `person` is acted as once the people are known; empty = the first. A folder without workspace.yaml is none: that
    /// is said and nothing changes. Asks first where something is not saved; `started` is called when the folder is the
    /// window's.
    void open(const QString& folder, const QString& person = {}, std::function<void()> started = {});

    /// For pictures: where the folder has no run yet, a private copy with one (500 customers, 10 days, seed 1), made
    /// before the window is shown; otherwise the folder itself. Empty and `error` set where that failed.
    [[nodiscard]] static QString withRun(const QString& folder, const QString& scratch, QString& error);

private:
    void load(const QString& folder, const QString& person);
    void setStopHandler();
    void pollStop();
    void noteLive(const std::string& mark);

    ui::AppContext& m_context;
    QObject m_life;    ///< answers that come after it are dropped
    int m_opening = 0; ///< tells late answers from current ones
    int m_stopVersion = 0;
    std::optional<std::string> m_live; ///< how far the live run had come at the last look
    bool m_polling = false;
    QTimer m_pollTimer;
    QThreadPool m_pollPool; ///< a thread of its own: never behind a run
};

} // namespace wayreeve
