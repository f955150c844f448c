#pragma once

#include "ui/simulation/simulation_core.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace wayreeve::ui {

/// What a simulation ended with: a summary or a sentence.
struct SimulationOutcome {
    std::optional<engine::RunSummary> summary;
    QString error;
    qint64 elapsedMs = 0;
};

/// Carries a run's progress from its thread to the window: at most one call waits at a time, at most ten a second; the
/// newest progress wins. `post` and `cancelled` from any thread, the rest from the window thread.
class SimulationRelay : public std::enable_shared_from_this<SimulationRelay> {
public:
    using Show = std::function<void(const engine::Progress&, qint64 elapsedMs)>;
    SimulationRelay(QObject* window, Show show);

    void post(const engine::Progress& progress, qint64 elapsedMs);
    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    void cancel() { m_cancelled = true; }
    /// Nothing is shown after it; the window may go.
    void detach();

private:
    void deliver();
    std::mutex m_mutex;
    QObject* m_window;
    Show m_show;
    std::optional<engine::Progress> m_latest;
    qint64 m_elapsed = 0;
    qint64 m_posted = -1000;
    bool m_pending = false;
    std::atomic<bool> m_cancelled = false;
};

/// Opens the folder and simulates; on a pool thread.
[[nodiscard]] SimulationOutcome runSimulation(const std::string& folder, session::SimulateRequest request,
                                              const std::shared_ptr<SimulationRelay>& relay);

} // namespace wayreeve::ui
