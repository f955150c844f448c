#pragma once

#include "ui/shell/screen.h"
#include "ui/simulation/simulation_job.h"
#include "ui/simulation/simulation_presenter.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace wayreeve::ui {

class Button;
class DataTable;
class PlainLabel;
class ProgressBar;
class SectionHeader;

/// Runs a workspace's documents against synthetic customers; curves grow while it runs. Nothing is sent to anybody. A
/// past run that is clicked or opened with Enter is what the whole window shows.
class SimulationScreen : public Screen {
    Q_OBJECT
public:
    enum class State { NoWorkspace, Ready, Running, Finished, Cancelled, Failed };

    explicit SimulationScreen(AppContext& context);
    ~SimulationScreen() override;

    [[nodiscard]] QString placeId() const override { return QStringLiteral("simulation"); }
    [[nodiscard]] QString title() const override { return tr("Simulation"); }
    [[nodiscard]] QString openedTitle() const override { return m_runTitle; }
    [[nodiscard]] QString chip() const override {
        return m_runTitle.isEmpty() || m_shownIsLive ? QString() : tr("not live");
    }
    void refresh() override;
    [[nodiscard]] bool settled() const override { return m_fetching == 0 && m_state != State::Running; }
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Sets the fields as a person would; out of range is clamped.
    void setUp(int customers, int days, int seed, int threads);
    void start();
    void cancel();
    [[nodiscard]] int redraws() const { return m_redraws; }
    [[nodiscard]] const std::optional<engine::RunSummary>& summary() const { return m_summary; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildSetup();
    QWidget* buildCentre();
    QWidget* buildSide();
    void setState(State state, const QString& words);
    void showProgress(const engine::Progress& progress, qint64 elapsedMs);
    void showCurves(const RunCurves& curves);
    void finish(const SimulationOutcome& outcome);
    void fetchRuns();
    void showResult(CellsModel::Rows rows);
    void fitResult();
    void showRuns(std::span<const audit::RunInfo> runs, const QString& shown);

    State m_state = State::NoWorkspace;
    QString m_runTitle;
    int m_fetching = 0;
    quint64 m_revision = 0;
    int m_redraws = 0;
    std::shared_ptr<SimulationRelay> m_relay;
    std::optional<engine::RunSummary> m_summary;
    qint64 m_elapsedMs = 0; ///< it took
    bool m_shownIsLive = false;

    QComboBox* m_population = nullptr;
    QSpinBox* m_customers = nullptr;
    QSpinBox* m_days = nullptr;
    QSpinBox* m_seed = nullptr;
    QSpinBox* m_threads = nullptr;
    QCheckBox* m_reviewers = nullptr;
    QWidget* m_fields = nullptr;
    PlainLabel* m_locked = nullptr;
    Button* m_run = nullptr;
    Button* m_cancel = nullptr;
    PlainLabel* m_words = nullptr;
    PlainLabel* m_counts = nullptr; ///< below the bar, while it runs
    PlainLabel* m_left = nullptr;
    ProgressBar* m_progress = nullptr;
    IntervalChart* m_conversion = nullptr;
    ColumnChart* m_load = nullptr;
    DataTable* m_runs = nullptr;
    CellsModel* m_runsModel = nullptr;
    std::vector<audit::RunInfo> m_listed; ///< in the table of past runs, oldest first
    QWidget* m_side = nullptr;
    SectionHeader* m_resultHeader = nullptr;
    DataTable* m_result = nullptr;
    CellsModel* m_resultModel = nullptr;
};

} // namespace wayreeve::ui
