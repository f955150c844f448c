#pragma once

#include "ui/live/live_presenter.h"
#include "ui/shell/screen.h"

class QLineEdit;

namespace wayreeve::ui {

class Button;
class DataTable;
class PlainLabel;
class SectionHeader;

/// What came in, what went out, what stands still and why. Stopping works whatever else runs.
class LiveScreen : public Screen {
    Q_OBJECT
public:
    explicit LiveScreen(AppContext& context);

    [[nodiscard]] QString placeId() const override { return QStringLiteral("live"); }
    [[nodiscard]] QString title() const override { return tr("Live"); }
    [[nodiscard]] QString detail() const override;
    void refresh() override;
    [[nodiscard]] bool settled() const override { return m_busy == 0; }
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    [[nodiscard]] const LiveData& data() const { return m_data; }
    [[nodiscard]] QString importText() const;
    /// Reads a JSONL file into a run of its own.
    void importFile(const QString& path);
    /// Stops or starts again "", "agent/ID" or "action/ID".
    void setStopped(const QString& scope, bool stopped);

private:
    QWidget* buildCentre();
    QWidget* buildSide();
    DataTable* addTable(const QString& name, QList<CellsModel::Column> columns, QList<int> widths, CellsModel*& model,
                        QWidget* parent);
    void show(const LiveData& data);
    void showStopButtons();
    void chooseFile();
    void done();
    void say(const QString& id, const QString& sentence);

    LiveData m_data;
    int m_busy = 0;
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
    PlainLabel* m_stopWords = nullptr;
    Button* m_stop = nullptr;
    Button* m_lift = nullptr;
    QLineEdit* m_path = nullptr;
    Button* m_import = nullptr;
    PlainLabel* m_importWords = nullptr;
};

} // namespace wayreeve::ui
