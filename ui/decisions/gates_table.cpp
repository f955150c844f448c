#include "ui/decisions/gates_table.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOptionHeader>
#include <QWheelEvent>

#include <algorithm>

namespace wayreeve::ui {

namespace {

/// Paints the way of a candidate through the gates as one line over seven cells, up to the cross that stopped it.
class GatesDelegate : public RowDelegate {
public:
    explicit GatesDelegate(const GatesModel* model, QObject* parent)
        : RowDelegate(parent)
        , m_model(model) {}

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override {
        if (index.column() == GatesModel::Name && paintTwoLines(painter, rect, m_model->line(index.row())))
            return;
        if (index.column() < GatesModel::FirstGate || index.column() >= GatesModel::RemovedBy) {
            RowDelegate::paintCell(painter, rect, option, index);
            return;
        }
        const DecisionPage::CandidateLine& line = m_model->line(index.row());
        const int gate = index.column() - GatesModel::FirstGate;
        const int stop = line.gate >= planning::Gate::Stayed ? 7 : static_cast<int>(line.gate);
        if (gate > stop)
            return;
        const QRectF cell(option.rect);
        const QPointF centre(cell.center().x(), cell.center().y());
        const Ink ink = line.chosen ? Ink::Accent : Ink::Control;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(line.chosen ? Ink::Accent : Ink::Axis), line.chosen ? 2 : 1.5));
        if (gate > 0)
            painter.drawLine(QPointF(cell.left(), centre.y()), QPointF(centre.x() - 4, centre.y()));
        if (gate < stop && gate < 6)
            painter.drawLine(QPointF(centre.x() + 4, centre.y()), QPointF(cell.right() + 1, centre.y()));
        if (gate == stop) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Ink::ErrorBack));
            painter.drawEllipse(centre, 8, 8);
            paintIcon(painter, QRectF(centre.x() - 8, centre.y() - 8, 16, 16), QStringLiteral("cross"), Ink::RiskHigh,
                      12);
            return;
        }
        painter.setPen(QPen(color(ink), 1.5));
        painter.setBrush(line.chosen ? color(Ink::Accent) : QColor(Qt::transparent));
        painter.drawEllipse(centre, 3.5, 3.5);
    }

private:
    /// Where name and detail have no room beside one another: the detail tells candidates of one action apart.
    static bool paintTwoLines(QPainter& painter, const QRect& rect, const DecisionPage::CandidateLine& line) {
        const QFontMetrics name(painter.font()), small(uiFont(Type::Small));
        constexpr int icon = metrics::icon + 6;
        if (line.detail.isEmpty() ||
            icon + name.horizontalAdvance(line.name) + metrics::space8 + small.horizontalAdvance(line.detail) <=
                rect.width())
            return false;
        paintIcon(painter, QRectF(rect.left(), rect.top(), metrics::icon, rect.height()), line.mark.icon,
                  line.mark.ink);
        const QRect text = rect.adjusted(icon, 0, 0, 0);
        painter.setFont(uiFont(Type::Small, line.chosen ? Weight::Bold : Weight::Regular));
        paintElided(painter, QRect(text.left(), rect.top() + 1, text.width(), 15), line.name, Ink::Text1);
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, QRect(text.left(), rect.top() + 16, text.width(), 15), line.detail, Ink::Text2);
        return true;
    }
    const GatesModel* m_model;
};

/// The gates' names stand upright above their narrow columns, so that candidates and reasons keep the room.
class GateHeader : public QHeaderView {
public:
    explicit GateHeader(QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent) {
        setHighlightSections(false);
        setMinimumSectionSize(24);
    }
    [[nodiscard]] QSize sizeHint() const override {
        int longest = 0;
        for (int gate = 0; gate < 7; ++gate)
            longest = std::max(
                longest,
                QFontMetrics(uiFont(Type::Small)).horizontalAdvance(gateWords(static_cast<planning::Gate>(gate))));
        return {QHeaderView::sizeHint().width(), std::min(longest, highest) + metrics::space12};
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        if (section < GatesModel::FirstGate || section >= GatesModel::RemovedBy) {
            QHeaderView::paintSection(painter, rect, section);
            return;
        }
        QStyleOptionHeader option;
        initStyleOption(&option);
        option.rect = rect;
        option.section = section;
        painter->save();
        style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
        painter->setFont(uiFont(Type::Small));
        painter->translate(rect.left(), rect.bottom() + 1);
        painter->rotate(-90);
        paintElided(*painter, QRectF(metrics::space8, 0, rect.height() - metrics::space8, rect.width()),
                    model()->headerData(section, Qt::Horizontal).toString(), Ink::Text2);
        painter->restore();
    }

private:
    static constexpr int highest = 120;
};

} // namespace

void GatesModel::setLines(QList<DecisionPage::CandidateLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int GatesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant GatesModel::data(const QModelIndex& index, int role) const {
    const DecisionPage::CandidateLine& line = m_lines[index.row()];
    const int column = index.column();
    if (column >= FirstGate && column < RemovedBy) {
        if (role != Qt::AccessibleTextRole && role != Qt::DisplayRole)
            return {};
        const int gate = column - FirstGate;
        const int stop = line.gate >= planning::Gate::Stayed ? 7 : static_cast<int>(line.gate);
        return gate < stop ? tr("passed") : gate == stop ? tr("stopped") : tr("not reached");
    }
    switch (role) {
    case Qt::DisplayRole:
        return column == Name         ? line.name
               : column == RemovedBy  ? line.removedBy
               : line.value.isEmpty() ? QStringLiteral("–")
                                      : line.value;
    case Qt::ToolTipRole:
        return column == RemovedBy ? line.removedBy.toHtmlEscaped()
                                   : QStringLiteral("%1, %2").arg(line.name, line.detail).toHtmlEscaped();
    case IconRole:
        return column == Name ? QVariant(line.mark.icon) : QVariant();
    case IconInkRole:
        return static_cast<int>(line.mark.ink);
    case NoteRole:
        return column == Name ? QVariant(line.detail) : QVariant();
    case BoldRole:
        return line.chosen && (column == Name || column == RemovedBy);
    case InkRole:
        return static_cast<int>(column == RemovedBy ? (line.chosen ? Ink::Accent : Ink::Text2) : Ink::Text1);
    case NumberRole:
        return column == Value;
    default:
        return {};
    }
}

QVariant GatesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const bool gate = section >= FirstGate && section < RemovedBy;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((gate               ? Qt::AlignHCenter
                                 : section == Value ? Qt::AlignRight
                                                    : Qt::AlignLeft) |
                                Qt::AlignBottom);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (gate)
        return gateWords(static_cast<planning::Gate>(section - FirstGate));
    return section == Name ? tr("Candidate") : section == RemovedBy ? tr("Removed by") : tr("Value");
}

GatesTable::GatesTable(QWidget* parent)
    : DataTable(tr("Candidates and gates"), parent)
    , m_model(new GatesModel(this)) {
    setHorizontalHeader(new GateHeader(this));
    setModel(m_model);
    setItemDelegate(new GatesDelegate(m_model, this));
    setRowHeight(metrics::row);
    setColumnWidths({0, 26, 26, 26, 26, 26, 26, 26, 184, 64});
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GatesTable::setLines(QList<DecisionPage::CandidateLine> lines) {
    m_model->setLines(std::move(lines));
    if (m_model->rowCount() > 0 && m_model->line(0).chosen)
        setCurrentIndex(m_model->index(0, 0));
    setFixedHeight(sizeHint().height());
    updateGeometry();
}

QSize GatesTable::sizeHint() const {
    return {880, horizontalHeader()->sizeHint().height() + m_model->rowCount() * metrics::row + 2};
}

void GatesTable::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace wayreeve::ui
