#pragma once

#include <QApplication>
#include <QStringList>

namespace wayreeve::ui {

/// QApplication that measures how long the window thread was busy with each event, in thread CPU time (wall time lies
/// on a loaded machine). Off unless WAYREEVE_WATCH is set: "report" warns over 16 ms and calls over 50 ms critical;
/// "abort" ends the program over 50 ms. Opening a place and switching the theme are excused by name.
class WatchApplication : public QApplication {
    Q_OBJECT
public:
    WatchApplication(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;
    /// The event being handled may take longer; `reason` is reported instead.
    static void excuse(const char* reason);
    /// Switches watching on without the variable, for tests.
    void setWatching(bool watching) { m_watching = watching; }
    /// "class event milliseconds" of every event over 50 ms that was not excused.
    [[nodiscard]] QStringList stalls() const { return m_stalls; }

private:
    bool m_watching = false;
    bool m_abort = false;
    int m_depth = 0;
    const char* m_excuse = nullptr;
    QStringList m_stalls;
};

} // namespace wayreeve::ui
