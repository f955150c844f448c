#pragma once

#include "ui/live/live_words.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace wayreeve::ui {

/// The window's live run: on a thread of its own, since it may last for days. At most one. Window thread only.
class LiveRunner : public QObject {
    Q_OBJECT
public:
    struct Wish {
        QString folder;
        quint16 port = 8787;        ///< 0 = any free one
        std::optional<Instant> now; ///< where the clock starts
        bool fresh = false;         ///< a new run beside one that could go on
    };

    explicit LiveRunner(QObject* parent = nullptr);
    /// Ends the run and waits for it.
    ~LiveRunner() override;

    /// Nothing happens while one is at work.
    void start(const Wish& wish);
    /// It stands still soon; `changed` tells.
    void stop();

    [[nodiscard]] LiveMode mode() const { return m_mode; } ///< Off, Starting, On or Ending
    [[nodiscard]] const session::LiveStatus& status() const { return m_status; }
    [[nodiscard]] double perSecond() const { return m_rate.perSecond(); }
    [[nodiscard]] Instant since() const { return m_since; }
    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Why the last one was not begun or ended by itself.
    [[nodiscard]] const std::optional<Error>& failed() const { return m_failed; }
    void forgetFailure() { m_failed.reset(); }
    /// The write key that the start made; forgotten once it was taken.
    [[nodiscard]] QString takeNewKey() { return std::exchange(m_newKey, {}); }

Q_SIGNALS:
    void changed(); ///< mode or failure
    void counted(); ///< numbers, at most four times a second
    void started();
    void ended();

private:
    void work(const Wish& wish);
    void post(const session::LiveStatus& status);
    void begun(const session::LiveStatus& status);
    void finished(const std::optional<Error>& error);

    LiveMode m_mode = LiveMode::Off;
    session::LiveStatus m_status;
    RateMeter m_rate;
    QElapsedTimer m_clock;
    Instant m_since;
    QString m_folder;
    QString m_newKey;
    std::optional<Error> m_failed;
    std::thread m_thread;
    std::atomic<bool> m_cancelled = false;

    // Between the run's thread and the window's.
    std::mutex m_mutex;
    session::LiveStatus m_latest;
    bool m_pending = false;
    qint64 m_posted = 0; ///< the run's thread only
};

} // namespace wayreeve::ui
