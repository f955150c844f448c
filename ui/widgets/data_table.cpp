#include "ui/widgets/data_table.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>
#include <vector>

namespace wayreeve::ui {

namespace {

constexpr int sampledRows = 60; ///< whose words columns are measured by
constexpr int leastWidth = 48;

} // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    painter->save();
    if (index.data(GroupRole).toBool()) {
        painter->fillRect(option.rect, color(Ink::Window));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Ink::Border));
        painter->setFont(uiFont(Type::Small, Weight::Bold));
        paintElided(*painter, option.rect.adjusted(8, 0, -8, 0), index.data().toString(), Ink::Text2);
        painter->restore();
        return;
    }
    RowState state;
    state.selected = option.state & QStyle::State_Selected;
    state.hovered = table ? table->hoveredRow() == index.row() : bool(option.state & QStyle::State_MouseOver);
    const bool current = table && table->currentIndex().row() == index.row();
    state.paneActive = !option.widget || option.widget->hasFocus();
    // The bar and the ring belong to the row: only its first and last column may paint their ends.
    QRect row = option.rect;
    if (index.column() > 0)
        row.setLeft(row.left() - metrics::selectionBar);
    painter->setClipRect(option.rect, Qt::IntersectClip);
    paintRow(*painter, row, state);
    if (table)
        table->notePainted(index.row());
    const bool bold = index.data(BoldRole).toBool() || (state.selected && index.column() == 0);
    painter->setFont(uiFont(Type::Body, bold ? Weight::Bold : Weight::Regular));
    paintCell(*painter, option.rect.adjusted(8, 0, -8, -1), option, index);
    if (current && !state.selected && state.paneActive) {
        const auto last = index.model()->columnCount(index.parent()) - 1;
        painter->setPen(QPen(color(Ink::Accent), 2));
        painter->drawRect(
            QRectF(option.rect).adjusted(index.column() == 0 ? 1 : -4, 1, index.column() == last ? -1 : 4, -1));
    }
    painter->restore();
}

void RowDelegate::paintCell(QPainter& painter, const QRect& rect, const QStyleOptionViewItem&,
                            const QModelIndex& index) const {
    if (const QVariant bar = index.data(BarRole); bar.isValid()) {
        paintBar(painter, QRectF(rect.left(), rect.center().y() - 3, rect.width(), 7), bar.toDouble());
        return;
    }
    QRect room = rect;
    if (const QString name = index.data(IconRole).toString(); !name.isEmpty()) {
        const QVariant ink = index.data(IconInkRole);
        paintIcon(painter, QRectF(room.left(), room.top(), metrics::icon, room.height()), name,
                  ink.isValid() ? static_cast<Ink>(ink.toInt()) : Ink::Text2);
        room.setLeft(room.left() + metrics::icon + 6);
    }
    const QString text = index.data().toString();
    const QVariant inkData = index.data(InkRole);
    const Ink ink = inkData.isValid() ? static_cast<Ink>(inkData.toInt()) : Ink::Text1;
    if (index.data(NumberRole).toBool()) {
        paintTabular(painter, room, text, ink);
        return;
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment side = alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft;
    paintElided(painter, room, text, ink, side | Qt::AlignVCenter);
    if (const QString note = index.data(NoteRole).toString(); !note.isEmpty()) {
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(text) + metrics::space8);
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, room, note, Ink::Text3);
    }
}

DataTable::DataTable(const QString& name, QWidget* parent)
    : QTableView(parent) {
    setAccessibleName(name);
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(24);
    setRowHeight(metrics::row);
    connect(this, &QTableView::doubleClicked, this, &DataTable::opened);
}

void DataTable::setRowHeight(int pixels) {
    verticalHeader()->setMinimumSectionSize(pixels);
    verticalHeader()->setDefaultSectionSize(pixels);
}

void DataTable::setColumnWidths(const QList<int>& widths) {
    m_widths = widths;
    applyWidths();
}

void DataTable::setModel(QAbstractItemModel* model) {
    if (QAbstractItemModel* before = this->model())
        before->disconnect(this);
    QTableView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, &DataTable::applyWidthsSoon);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &DataTable::applyWidthsSoon);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first) {
        if (first < sampledRows) // later ones must not move the columns under the reader's eyes
            applyWidthsSoon();
    });
}

void DataTable::applyWidthsSoon() {
    if (std::exchange(m_widthsAsked, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_widthsAsked = false;
            applyWidths();
        },
        Qt::QueuedConnection);
}

/// Room for the header and for what the first rows say.
int DataTable::naturalWidth(int column, bool& number) const {
    const QFontMetrics plain(uiFont(Type::Body)), bold(uiFont(Type::Body, Weight::Bold)), small(uiFont(Type::Small));
    const QAbstractItemModel& cells = *model();
    number = Qt::Alignment(cells.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt()) & Qt::AlignRight;
    int width = small.horizontalAdvance(cells.headerData(column, Qt::Horizontal).toString());
    // What is painted in the middle of a column needs no more than its header.
    if (Qt::Alignment(cells.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt()) & Qt::AlignHCenter)
        return width + metrics::space16 + 2;
    for (int row = 0; row < std::min(sampledRows, cells.rowCount()); ++row) {
        const QModelIndex cell = cells.index(row, column);
        if (cell.data(GroupRole).toBool() || columnSpan(row, column) > 1)
            continue;
        const QString text = cell.data().toString();
        int own = (cell.data(BoldRole).toBool() || column == 0 ? bold : plain).horizontalAdvance(text);
        if (cell.data(NumberRole).toBool())
            own = static_cast<int>(tabularWidth(uiFont(Type::Body, Weight::Bold), text)) + 1;
        if (!cell.data(IconRole).toString().isEmpty())
            own += metrics::icon + 6;
        if (const QString note = cell.data(NoteRole).toString(); !note.isEmpty())
            own += metrics::space8 + small.horizontalAdvance(note);
        width = std::max(width, own);
    }
    return width + 2 * metrics::space8 + 2;
}

void DataTable::applyWidths() {
    if (!model() || m_widths.isEmpty())
        return;
    const int count = std::min(static_cast<int>(m_widths.size()), model()->columnCount());
    const int room = viewport()->width();
    std::vector<int> natural, wanted;
    std::vector<bool> numbers;
    const auto at = [](int column) { return static_cast<std::size_t>(column); };
    int wantedSum = 0, naturalSum = 0, stretched = 0;
    for (int column = 0; column < count; ++column) {
        if (isColumnHidden(column)) {
            natural.push_back(0);
            wanted.push_back(0);
            numbers.push_back(true);
            continue;
        }
        bool number = false;
        const int own = naturalWidth(column, number);
        const int asked = m_widths[column];
        // A column that holds something painted says with its width what is enough for it.
        natural.push_back(asked > 0 ? std::min(own, std::max(asked, 3 * asked / 2)) : own);
        wanted.push_back(asked > 0 ? std::max(asked, natural.back()) : std::max(80, own));
        numbers.push_back(number);
        wantedSum += wanted.back();
        naturalSum += natural.back();
        stretched += asked == 0 ? 1 : 0;
    }
    if (wantedSum > room)
        wanted = natural;
    int used = wantedSum > room ? naturalSum : wantedSum;
    // Words give way before numbers, the widest first. The column that takes the rest is the one people read: what
    // others have beyond the width they asked for goes before it is touched.
    for (const bool all : {false, true})
        while (used > room) {
            const auto least = [&](int column) { return all ? leastWidth : std::max(leastWidth, m_widths[column]); };
            int widest = -1;
            for (int column = 0; column < count; ++column)
                if (!numbers[at(column)] && (all || m_widths[column] > 0) && wanted[at(column)] > least(column) &&
                    (widest < 0 || wanted[at(column)] > wanted[at(widest)]))
                    widest = column;
            if (widest < 0)
                break;
            const int less = std::min({4, used - room, wanted[at(widest)] - least(widest)});
            wanted[at(widest)] -= less;
            used -= less;
        }
    const int rest = stretched > 0 && used < room ? (room - used) / stretched : 0;
    for (int column = 0; column < count; ++column)
        if (!isColumnHidden(column))
            setColumnWidth(column, wanted[at(column)] + (m_widths[column] == 0 ? rest : 0));
}

QString DataTable::selectionAsText() const {
    if (!selectionModel())
        return {};
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QString text;
    for (int row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(model()->index(row, column).data().toString().replace(QLatin1Char('\t'), QLatin1Char(' ')));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

void DataTable::paintEvent(QPaintEvent* event) {
    if (event->rect().contains(viewport()->rect()))
        m_painted.clear();
    QTableView::paintEvent(event);
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectionAsText());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid() &&
        event->modifiers() == Qt::NoModifier) {
        Q_EMIT opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent* event) {
    hover(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

void DataTable::leaveEvent(QEvent* event) {
    hover(-1);
    QTableView::leaveEvent(event);
}

void DataTable::hover(int row) {
    if (row == m_hovered || !model())
        return;
    for (int changed : {m_hovered, row})
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    m_hovered = row;
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    applyWidths();
}

} // namespace wayreeve::ui
