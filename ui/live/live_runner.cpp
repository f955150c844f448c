#include "ui/live/live_runner.h"

#include <QDateTime>
#include <QMetaObject>

namespace wayreeve::ui {

namespace {

constexpr qint64 leastMs = 250; ///< between two pictures of the numbers

} // namespace

LiveRunner::LiveRunner(QObject* parent)
    : QObject(parent) {
    m_clock.start();
}

LiveRunner::~LiveRunner() {
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join(); // what it posted goes with this object
}

void LiveRunner::start(const Wish& wish) {
    if (m_mode != LiveMode::Off)
        return;
    m_mode = LiveMode::Starting;
    m_status = {};
    m_rate = {};
    m_failed.reset();
    m_newKey.clear();
    m_folder = wish.folder;
    m_cancelled = false;
    m_posted = -leastMs;
    m_thread = std::thread([this, wish] { work(wish); });
    Q_EMIT changed();
}

void LiveRunner::stop() {
    if (m_mode != LiveMode::Starting && m_mode != LiveMode::On)
        return;
    m_cancelled = true;
    m_mode = LiveMode::Ending;
    Q_EMIT changed();
}

/// On the run's thread.
void LiveRunner::work(const Wish& wish) {
    std::optional<Error> error;
    if (const auto opened = session::openWorkspace(wish.folder.toStdString()); !opened) {
        error = opened.error();
    } else {
        session::LiveRequest request;
        request.door.port = wish.port;
        request.now = wish.now;
        request.fresh = wish.fresh;
        request.cancelled = [this] { return m_cancelled.load(); };
        request.started = [this](const session::LiveStatus& status) {
            QMetaObject::invokeMethod(
                this, [this, status] { begun(status); }, Qt::QueuedConnection);
        };
        request.progress = [this](const session::LiveStatus& status) { post(status); };
        if (const auto summary = session::runLive(*opened, request); !summary)
            error = summary.error();
    }
    QMetaObject::invokeMethod(
        this, [this, error] { finished(error); }, Qt::QueuedConnection);
}

/// On the run's thread: the window gets the newest, and no more than it can show.
void LiveRunner::post(const session::LiveStatus& status) {
    const std::lock_guard lock(m_mutex);
    m_latest = status;
    m_latest.newKey.clear(); // told once, by begun()
    const qint64 now = m_clock.elapsed();
    if (m_pending || now - m_posted < leastMs)
        return;
    m_pending = true;
    m_posted = now;
    QMetaObject::invokeMethod(
        this,
        [this] {
            {
                const std::lock_guard inner(m_mutex);
                m_pending = false;
                m_status = m_latest;
            }
            m_rate.add(m_clock.elapsed(), m_status.door.events);
            Q_EMIT counted();
        },
        Qt::QueuedConnection);
}

void LiveRunner::begun(const session::LiveStatus& status) {
    const auto progress = m_status.progress; // newer than what it began with
    m_status = status;
    m_status.progress = progress;
    m_status.newKey.clear();
    m_newKey = QString::fromStdString(status.newKey);
    m_since = {QDateTime::currentMSecsSinceEpoch()};
    if (m_mode == LiveMode::Starting)
        m_mode = LiveMode::On;
    Q_EMIT started();
    Q_EMIT changed();
}

void LiveRunner::finished(const std::optional<Error>& error) {
    m_thread.join();
    m_failed = error;
    m_mode = LiveMode::Off;
    Q_EMIT changed();
    Q_EMIT ended();
}

} // namespace wayreeve::ui
