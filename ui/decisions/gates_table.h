#pragma once

#include "ui/decisions/decision_page.h"
#include "ui/widgets/data_table.h"

#include <QAbstractTableModel>

namespace wayreeve::ui {

/// Candidates × gates: name, seven gates, what removed it, value. As high as its rows: the page scrolls, not the grid.
class GatesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name = 0, FirstGate = 1, RemovedBy = 8, Value = 9, ColumnCount = 10 };
    using QAbstractTableModel::QAbstractTableModel;

    void setLines(QList<DecisionPage::CandidateLine> lines);
    [[nodiscard]] const DecisionPage::CandidateLine& line(int row) const { return m_lines[row]; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<DecisionPage::CandidateLine> m_lines;
};

class GatesTable : public DataTable {
    Q_OBJECT
public:
    explicit GatesTable(QWidget* parent = nullptr);
    void setLines(QList<DecisionPage::CandidateLine> lines);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {480, sizeHint().height()}; }

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    GatesModel* m_model;
};

} // namespace wayreeve::ui
