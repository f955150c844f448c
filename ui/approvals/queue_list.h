#pragma once

#include "ui/approvals/approvals_presenter.h"

#include <QAbstractListModel>
#include <QListView>
#include <QSet>
#include <QStyledItemDelegate>

namespace wayreeve::ui {

/// The chosen list of the queue; item data is read from the presenter.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit QueueModel(ApprovalsPresenter& presenter, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const ApprovalItem* item(int row) const { return m_items.value(row); }
    [[nodiscard]] int rowOf(std::uint64_t proposal) const;
    void setFilter(const QString& filter);
    [[nodiscard]] const ApprovalsPresenter& presenter() const { return m_presenter; }

private:
    void fill();
    ApprovalsPresenter& m_presenter;
    QList<const ApprovalItem*> m_items;
    QString m_filter;
};

class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Rows of 52 with risk, action, customer and time left.
class QueueList : public QListView {
    Q_OBJECT
public:
    explicit QueueList(ApprovalsPresenter& presenter, QWidget* parent = nullptr);
    void setFilter(const QString& filter) { m_model->setFilter(filter); }
    [[nodiscard]] int paintedItems() const { return static_cast<int>(m_painted.size()); }
    void notePainted(int row) const { m_painted.insert(row); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void showSelection();
    ApprovalsPresenter& m_presenter;
    QueueModel* m_model;
    mutable QSet<int> m_painted;
    bool m_showing = false;
};

} // namespace wayreeve::ui
