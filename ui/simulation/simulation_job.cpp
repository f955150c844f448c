#include "ui/simulation/simulation_job.h"

#include "ui/text/error_text.h"

#include <QElapsedTimer>
#include <QMetaObject>

namespace wayreeve::ui {

namespace {
constexpr qint64 leastMs = 100;
}

SimulationRelay::SimulationRelay(QObject* window, Show show)
    : m_window(window)
    , m_show(std::move(show)) {}

void SimulationRelay::post(const engine::Progress& progress, qint64 elapsedMs) {
    const std::lock_guard lock(m_mutex);
    m_latest = progress;
    m_elapsed = elapsedMs;
    if (!m_window || m_pending || elapsedMs - m_posted < leastMs)
        return;
    m_pending = true;
    m_posted = elapsedMs;
    QMetaObject::invokeMethod(
        m_window, [self = shared_from_this()] { self->deliver(); }, Qt::QueuedConnection);
}

void SimulationRelay::deliver() {
    engine::Progress progress;
    qint64 elapsed = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_pending = false;
        if (!m_window || !m_latest)
            return;
        progress = std::move(*m_latest);
        m_latest.reset();
        elapsed = m_elapsed;
    }
    m_show(progress, elapsed);
}

void SimulationRelay::detach() {
    const std::lock_guard lock(m_mutex);
    m_window = nullptr;
}

SimulationOutcome runSimulation(const std::string& folder, session::SimulateRequest request,
                                const std::shared_ptr<SimulationRelay>& relay) {
    QElapsedTimer clock;
    clock.start();
    SimulationOutcome outcome;
    const auto opened = session::openWorkspace(folder);
    if (!opened) {
        outcome.error = text::placeText(opened.error()) + text::errorText(opened.error());
        return outcome;
    }
    request.progress = [relay, &clock](const engine::Progress& progress) { relay->post(progress, clock.elapsed()); };
    request.cancelled = [relay] { return relay->cancelled(); };
    auto summary = session::simulate(*opened, request);
    outcome.elapsedMs = clock.elapsed();
    if (summary)
        outcome.summary = std::move(*summary);
    else
        outcome.error = text::errorText(summary.error());
    return outcome;
}

} // namespace wayreeve::ui
