#include "ui/autonomy/matrix_table.h"

#include "ui/autonomy/matrix_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/paint.h"

#include <QHeaderView>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace wayreeve::ui {

using documents::Risk;

namespace {

constexpr int groupHeight = 26;
constexpr int cellPad = 8, textPad = 12;

/// Widths beside the three risks; in a narrow window they give room to the cells, which say more.
struct Widths {
    int action = 196, undo = 92, decided = 80;
};
Widths widthsFor(int viewport) {
    return viewport < 900 ? Widths{172, 84, 68} : Widths{};
}

/// The risks with their marks, over the cells' own left edges.
class MatrixHeader : public QHeaderView {
public:
    explicit MatrixHeader(QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent) {
        setSectionsClickable(false);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        painter->save();
        painter->fillRect(rect, color(Ink::Surface));
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color(Ink::Border2));
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        const bool risk = section >= MatrixModel::Low && section <= MatrixModel::High;
        if (risk) {
            paintRisk(*painter, rect.adjusted(cellPad, 0, -cellPad, -1),
                      static_cast<RiskMark>(section - MatrixModel::Low), Weight::Bold);
        } else {
            painter->setFont(uiFont(Type::Small));
            const bool number = section == MatrixModel::Decided;
            paintElided(*painter, rect.adjusted(number ? 2 : textPad, 0, number ? -10 : -4, -1), text, Ink::Text2,
                        (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        }
        painter->restore();
    }
};

} // namespace

MatrixModel::MatrixModel(MatrixPresenter& presenter, QObject* parent)
    : QAbstractTableModel(parent)
    , m_presenter(presenter) {
    connect(&presenter, &MatrixPresenter::linesChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&presenter, &MatrixPresenter::matrixChanged, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

int MatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_presenter.lines().size());
}

int MatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<MatrixPlace> MatrixModel::place(const QModelIndex& index) const {
    if (!index.isValid() || index.column() < Low || index.column() > High ||
        line(index.row()).kind == MatrixLine::Kind::Group)
        return std::nullopt;
    return MatrixPresenter::placeOf(line(index.row()), static_cast<Risk>(index.column() - Low));
}

QModelIndex MatrixModel::indexOf(const MatrixPlace& place) const {
    for (int row = 0; row < rowCount(); ++row)
        if (line(row).kind != MatrixLine::Kind::Group && MatrixPresenter::placeOf(line(row), place.risk) == place)
            return index(row, Low + static_cast<int>(place.risk));
    return {};
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const MatrixLine& at = line(index.row());
    const auto where = place(index);
    if (role == Qt::AccessibleTextRole && where) {
        const MarkLook risk = look(static_cast<RiskMark>(where->risk));
        return tr("%1, %2 risk: %3").arg(at.title, risk.text, autonomy::cellSentence(m_presenter.cell(*where)));
    }
    if (role == Qt::ToolTipRole)
        return where ? autonomy::cellSentence(m_presenter.cell(*where)) : QVariant(at.title);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (at.kind == MatrixLine::Kind::Group)
        return index.column() == 0 ? QVariant(at.title) : QVariant();
    if (where) {
        const autonomy::CellWords words = autonomy::cellWords(m_presenter.cell(*where));
        return QStringList{words.title, words.people, words.detail}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(", "));
    }
    switch (index.column()) {
    case Action:
        return at.title;
    case Undo:
        return at.undo;
    default:
        return m_presenter.use().run.isEmpty() || (at.actions.empty() && at.kind == MatrixLine::Kind::Own)
                   ? QVariant()
                   : QVariant(QLocale().toString(m_presenter.useOf(at, std::nullopt).decided));
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Decided)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (section >= Low && section <= High) {
        const MarkLook mark = look(static_cast<RiskMark>(section - Low));
        if (role == Qt::DecorationRole)
            return icon(mark.icon, mark.ink);
        if (role == Qt::DisplayRole)
            return mark.text;
        return {};
    }
    if (role == Qt::ToolTipRole && section == Decided)
        return tr("Decisions of the last run that this line was about");
    if (role != Qt::DisplayRole)
        return {};
    return section == Action ? tr("Action") : section == Undo ? tr("Undo") : tr("Decided");
}

Qt::ItemFlags MatrixModel::flags(const QModelIndex& index) const {
    return place(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

namespace {

void paintWords(QPainter& painter, const QRect& rect, const autonomy::CellWords& words) {
    const QRect room = rect.adjusted(cellPad, 3, -cellPad, -4);
    const QRect first(room.left(), room.top(), room.width(), 20);
    QRect second(room.left(), room.top() + 18, room.width(), 18);
    QRect title = first;
    if (!words.people.isEmpty()) {
        painter.setFont(uiFont(Type::Small));
        const int wide = painter.fontMetrics().horizontalAdvance(words.people);
        const int level = 24 + QFontMetrics(uiFont(Type::Body, Weight::Bold)).horizontalAdvance(words.title);
        // The level is never cut: where both do not fit, who agrees goes to the second line, in its shortest form.
        const bool fits = level + 6 + wide <= room.width();
        if (fits) {
            title.setRight(title.right() - wide - 6);
            paintElided(painter, first, words.people, Ink::Text2, Qt::AlignRight | Qt::AlignVCenter);
        } else {
            const QString count = QLocale().toString(words.peopleCount);
            const int digits = painter.fontMetrics().horizontalAdvance(count);
            const QRect mark(second.right() - digits - 18, second.top(), digits + 19, second.height());
            paintIcon(painter, QRectF(mark.left(), mark.top(), 14, mark.height()), "people", Ink::Text2, 14);
            paintElided(painter, mark.adjusted(17, 0, 0, 0), count, Ink::Text2);
            second.setRight(mark.left() - 4);
        }
    }
    if (words.gap) {
        paintMark(painter, title, {look(StatusMark::Warning).icon, Ink::RiskMedium, words.title}, Ink::RiskMedium,
                  Weight::Bold);
    } else {
        paintLevel(painter, title, words.level, Weight::Bold);
    }
    painter.setFont(uiFont(Type::Small));
    paintElided(painter, second, words.detail, words.gap ? Ink::RiskMedium : Ink::Text2);
}

void paintCell(QPainter& painter, const QRect& rect, const MatrixModel& model, const MatrixPlace& place,
               bool selected) {
    const auto cell = model.presenter().cell(place);
    const autonomy::CellWords words = autonomy::cellWords(cell);
    const QRect inside = rect.adjusted(0, 0, -1, -1);
    painter.fillRect(inside, color(words.gap ? Ink::WarningBack : levelBack(words.level)));
    if (words.gap) {
        painter.setPen(QPen(color(Ink::RiskMedium), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(inside).adjusted(1.5, 1.5, -1.5, -1.5));
    }
    paintWords(painter, rect, words);
    if (model.presenter().changed(place)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Ink::Accent));
        painter.drawPolygon(
            QPolygon({inside.topLeft(), inside.topLeft() + QPoint(10, 0), inside.topLeft() + QPoint(0, 10)}));
    }
    if (selected) {
        painter.setPen(QPen(color(Ink::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(inside).adjusted(1, 1, -1, -1));
    }
}

} // namespace

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* table = qobject_cast<const MatrixTable*>(option.widget);
    const auto& model = *static_cast<const MatrixModel*>(index.model());
    const MatrixLine& line = model.line(index.row());
    painter->save();
    const QRect rect = option.rect;
    const bool group = line.kind == MatrixLine::Kind::Group;
    painter->fillRect(rect, color(group ? Ink::Window : Ink::Surface));
    if (group) {
        painter->setFont(uiFont(Type::Small, Weight::Bold));
        paintElided(*painter, rect.adjusted(textPad, 0, -8, 0), line.title, Ink::Text2);
    } else {
        if (table)
            table->notePainted(index.row());
        if (const auto place = model.place(index)) {
            paintCell(*painter, rect, model, *place, model.presenter().selection() == place);
        } else if (index.column() == MatrixModel::Decided) {
            painter->setFont(uiFont(Type::Body));
            paintTabular(*painter, rect.adjusted(4, 0, -10, 0), index.data().toString(), Ink::Text1);
        } else {
            QRect room = rect.adjusted(textPad, 0, -4, 0);
            if (index.column() == MatrixModel::Action && !line.icon.isEmpty()) {
                paintIcon(*painter, QRectF(room.left(), room.top(), metrics::icon, room.height()), line.icon,
                          Ink::Text2);
                room.setLeft(room.left() + metrics::icon + 8);
            }
            const bool quiet = index.column() == MatrixModel::Undo;
            painter->setFont(uiFont(quiet ? Type::Small : Type::Body));
            paintElided(*painter, room, index.data().toString(), quiet ? Ink::Text2 : Ink::Text1);
        }
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color(Ink::Border));
    if (!group && index.column() >= MatrixModel::Undo && index.column() < MatrixModel::High)
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), color(Ink::Border));
    painter->restore();
}

MatrixTable::MatrixTable(MatrixPresenter& presenter, QWidget* parent)
    : QTableView(parent)
    , m_presenter(presenter)
    , m_model(new MatrixModel(presenter, this)) {
    setObjectName(QStringLiteral("matrixTable"));
    setAccessibleName(tr("Autonomy matrix"));
    setHorizontalHeader(new MatrixHeader(this));
    setModel(m_model);
    setItemDelegate(new MatrixDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(groupHeight);
    verticalHeader()->setDefaultSectionSize(metrics::matrixRow);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(metrics::row);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MatrixTable::layRows);
    connect(&presenter, &MatrixPresenter::selectionChanged, this, [this] {
        if (const auto& place = m_presenter.selection())
            if (const QModelIndex at = m_model->indexOf(*place); at.isValid() && at != currentIndex())
                setCurrentIndex(at);
        viewport()->update();
    });
    layRows();
}

void MatrixTable::layRows() {
    clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool group = m_model->line(row).kind == MatrixLine::Kind::Group;
        setRowHeight(row, group ? groupHeight : metrics::matrixRow);
        if (group)
            setSpan(row, 0, 1, MatrixModel::ColumnCount);
    }
}

void MatrixTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    const Widths fixed = widthsFor(viewport()->width());
    setColumnWidth(MatrixModel::Action, fixed.action);
    setColumnWidth(MatrixModel::Undo, fixed.undo);
    setColumnWidth(MatrixModel::Decided, fixed.decided);
    const int rest = std::max(3 * 140, viewport()->width() - fixed.action - fixed.undo - fixed.decided);
    for (int i = 0; i < 3; ++i)
        setColumnWidth(MatrixModel::Low + i, rest * (i + 1) / 3 - rest * i / 3);
}

void MatrixTable::paintEvent(QPaintEvent* event) {
    if (event->region().contains(viewport()->rect()))
        m_painted.clear();
    QTableView::paintEvent(event);
}

void MatrixTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (const auto place = m_model->place(current))
        m_presenter.select(place);
}

} // namespace wayreeve::ui
