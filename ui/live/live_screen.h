#pragma once

#include "ui/live/live_presenter.h"
#include "ui/live/live_runner.h"
#include "ui/shell/holds_work.h"
#include "ui/shell/screen.h"

class QLineEdit;
class QStackedWidget;
class QTimer;

namespace wayreeve::ui {

class Button;
class DataTable;
class PlainLabel;
class QuarantinePanel;
class RunCard;
class SectionHeader;
class SegmentedControl;
class SourcesPanel;

/// Taking events, who may send them, what was held back, what went out, what stands still and why. Stopping works
/// whatever else runs. `open` takes "overview", "sources", "quarantine", "outbox".
class LiveScreen : public Screen, public HoldsWork {
    Q_OBJECT
public:
    explicit LiveScreen(AppContext& context);

    [[nodiscard]] QString placeId() const override { return QStringLiteral("live"); }
    [[nodiscard]] QString title() const override { return tr("Live"); }
    [[nodiscard]] QString detail() const override;
    [[nodiscard]] QList<QWidget*> topBarWidgets() override;
    void open(const QString& page) override;
    [[nodiscard]] QString argument() const override;
    void refresh() override;
    [[nodiscard]] bool settled() const override;
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    [[nodiscard]] Question workQuestion() const override;
    void endWork(std::function<void()> ended) override;

    /// As the card asks for; `fresh` begins a run beside one that could go on.
    void startTaking(bool fresh);
    /// Asks first.
    void standStill();
    [[nodiscard]] const LiveRunner& runner() const { return m_runner; }
    [[nodiscard]] QuarantinePanel& quarantine() const { return *m_quarantine; }
    [[nodiscard]] const LiveData& data() const { return m_data; }
    [[nodiscard]] QString importText() const;
    /// Reads a JSONL file into a run of its own.
    void importFile(const QString& path);
    /// Stops or starts again "", "agent/ID" or "action/ID".
    void setStopped(const QString& scope, bool stopped);
    /// The chosen item of the outbox, where it failed or is unclear. Asks first.
    void replayItem();

private:
    QWidget* buildSide();
    DataTable* addTable(const QString& name, QList<CellsModel::Column> columns, QList<int> widths, CellsModel*& model,
                        QWidget* parent);
    QWidget* buildOverview();
    QWidget* buildOutbox();
    void show(const LiveData& data);
    void showOutbox();
    void showReplay();
    [[nodiscard]] const OutboxItem* chosenItem() const;
    void showRun();
    void showPage(const QString& page);
    void askNewRun();
    void ask(const Question& question, std::function<void()> yes);
    void runChanged();
    [[nodiscard]] LiveNow now() const;
    void showStopButtons();
    void chooseFile();
    void done();
    void say(const QString& id, const QString& sentence);

    LiveRunner m_runner;
    LiveData m_data;
    int m_busy = 0;
    SegmentedControl* m_pages = nullptr;
    QStackedWidget* m_stack = nullptr;
    RunCard* m_card = nullptr;
    SourcesPanel* m_sources = nullptr;
    QuarantinePanel* m_quarantine = nullptr;
    QTimer* m_look = nullptr; ///< while another program is at work: it may end without a trace
    quint64 m_revision = 0;
    DataTable* m_fates = nullptr;
    DataTable* m_connectors = nullptr;
    DataTable* m_outbox = nullptr;
    DataTable* m_scopes = nullptr;
    DataTable* m_refused = nullptr;
    CellsModel* m_fatesModel = nullptr;
    CellsModel* m_connectorsModel = nullptr;
    CellsModel* m_outboxModel = nullptr;
    CellsModel* m_scopesModel = nullptr;
    CellsModel* m_refusedModel = nullptr;
    SectionHeader* m_outboxHeader = nullptr;
    Button* m_replay = nullptr;
    PlainLabel* m_replayWords = nullptr;
    SectionHeader* m_fatesHeader = nullptr;
    PlainLabel* m_stopWords = nullptr;
    Button* m_stop = nullptr;
    Button* m_lift = nullptr;
    QLineEdit* m_path = nullptr;
    Button* m_import = nullptr;
    PlainLabel* m_importWords = nullptr;
};

} // namespace wayreeve::ui
