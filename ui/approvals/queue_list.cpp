#include "ui/approvals/queue_list.h"

#include "ui/approvals/approval_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPaintEvent>
#include <QPainter>

namespace wayreeve::ui {

QueueModel::QueueModel(ApprovalsPresenter& presenter, QObject* parent)
    : QAbstractListModel(parent)
    , m_presenter(presenter) {
    connect(&presenter, &ApprovalsPresenter::listsChanged, this, &QueueModel::fill);
    fill();
}

void QueueModel::setFilter(const QString& filter) {
    m_filter = filter.trimmed();
    fill();
}

void QueueModel::fill() {
    beginResetModel();
    m_items.clear();
    for (const ApprovalItem* item : m_presenter.items(m_presenter.tab()))
        if (m_filter.isEmpty() || item->action.contains(m_filter, Qt::CaseInsensitive) ||
            item->whom().contains(m_filter, Qt::CaseInsensitive) || item->id.contains(m_filter) ||
            look(item->risk).text.contains(m_filter, Qt::CaseInsensitive))
            m_items.append(item);
    endResetModel();
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int QueueModel::rowOf(std::uint64_t proposal) const {
    for (int row = 0; row < rowCount(); ++row)
        if (m_items[row]->proposal.number == proposal)
            return row;
    return -1;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    const ApprovalItem* item = this->item(index.row());
    if (!item)
        return {};
    if (role == Qt::DisplayRole)
        return item->action;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return tr("%1, %2, %3 risk, %4")
            .arg(item->action, item->whom(), look(item->risk).text,
                 governance::waitsForPerson(item->proposal.state)
                     ? tr("%1 left").arg(approvals::leftText(m_presenter.left(*item)))
                     : approvals::stateText(item->proposal.state));
    return {};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* list = qobject_cast<const QueueList*>(option.widget);
    const auto& model = *static_cast<const QueueModel*>(index.model());
    const ApprovalItem* item = model.item(index.row());
    if (!item)
        return;
    if (list)
        list->notePainted(index.row());
    painter->save();
    RowState state;
    state.selected = option.state & QStyle::State_Selected;
    state.hovered = option.state & QStyle::State_MouseOver;
    state.paneActive = !list || list->hasFocus();
    paintRow(*painter, option.rect, state);
    const QRect room = option.rect.adjusted(12, 7, -12, -7);
    const MarkLook risk = look(item->risk);
    paintIcon(*painter, QRectF(room.left(), room.top() + 2, 16, 16), risk.icon, risk.ink);
    QRect first(room.left() + 24, room.top(), room.width() - 24, 20);
    QRect second(first.left(), room.top() + 20, first.width(), 18);
    const bool waits = governance::waitsForPerson(item->proposal.state);
    const bool late = model.presenter().breaching(*item);
    const QString right =
        waits ? approvals::leftText(model.presenter().left(*item)) : approvals::stateText(item->proposal.state);
    painter->setFont(uiFont(Type::Small, late ? Weight::Bold : Weight::Regular));
    const int width = static_cast<int>(tabularWidth(painter->font(), right)) + 2;
    paintTabular(*painter, QRectF(first.right() - width, first.top(), width, first.height()), right,
                 late ? Ink::RiskHigh : Ink::Text2);
    if (late)
        paintIcon(*painter, QRectF(first.right() - width - 20, first.top(), 16, first.height()),
                  QStringLiteral("clock"), Ink::RiskHigh);
    first.setRight(first.right() - width - (late ? 26 : 8));
    painter->setFont(uiFont(Type::Body, state.selected ? Weight::Bold : Weight::Regular));
    paintElided(*painter, first, item->action, Ink::Text1);
    const MarkLook channel = look(item->channel);
    paintIcon(*painter, QRectF(second.left(), second.top(), 16, second.height()), channel.icon, channel.ink);
    second.setLeft(second.left() + 22);
    painter->setFont(uiFont(Type::Small));
    const auto word = [&](const QString& text, Ink ink) {
        paintElided(*painter, second, text, ink);
        second.setLeft(second.left() + painter->fontMetrics().horizontalAdvance(text) + 5);
    };
    word(item->whom(), Ink::Text2);
    word(QStringLiteral("·"), Ink::Text3);
    word(risk.text, risk.ink);
    if (model.presenter().tabOf(*item) == ApprovalTab::Mine) {
        word(QStringLiteral("·"), Ink::Text3);
        paintIcon(*painter, QRectF(second.left(), second.top(), 14, second.height()), QStringLiteral("lock"),
                  Ink::Text2, 14);
        second.setLeft(second.left() + 18);
        word(QueueList::tr("yours"), Ink::Text2);
    }
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, metrics::queueRow};
}

QueueList::QueueList(ApprovalsPresenter& presenter, QWidget* parent)
    : QListView(parent)
    , m_presenter(presenter)
    , m_model(new QueueModel(presenter, this)) {
    setObjectName(QStringLiteral("approvalQueue"));
    setAccessibleName(tr("Approvals"));
    setModel(m_model);
    setItemDelegate(new QueueDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueueList::showSelection);
    connect(&presenter, &ApprovalsPresenter::selectionChanged, this, &QueueList::showSelection);
}

void QueueList::showSelection() {
    const ApprovalItem* item = m_presenter.selected();
    const int row = item ? m_model->rowOf(item->proposal.number) : -1;
    m_showing = true;
    setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    m_showing = false;
    viewport()->update();
}

void QueueList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (const ApprovalItem* item = m_model->item(current.row()); item && !m_showing)
        m_presenter.select(item->proposal.number);
}

void QueueList::paintEvent(QPaintEvent* event) {
    if (event->region().contains(viewport()->rect()))
        m_painted.clear();
    QListView::paintEvent(event);
}

} // namespace wayreeve::ui
