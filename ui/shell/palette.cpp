#include "ui/shell/palette.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/search_field.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace wayreeve::ui {

/// The lines that match, by number into the palette's items.
class PaletteModel : public QAbstractListModel {
public:
    explicit PaletteModel(const QList<PaletteItem>& items, QObject* parent)
        : QAbstractListModel(parent)
        , m_items(items) {}
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid())
            return {};
        const PaletteItem& item = m_items[m_rows[index.row()]];
        if (role == Qt::DisplayRole)
            return item.text;
        if (role == Qt::AccessibleTextRole)
            return QString(item.text + QLatin1Char(' ') + item.hint).trimmed();
        return role == Qt::UserRole ? QVariant(item.hint) : role == Qt::UserRole + 1 ? QVariant(item.icon) : QVariant();
    }
    void setRows(QList<int> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] int item(int row) const { return m_rows.value(row, -1); }

private:
    const QList<PaletteItem>& m_items;
    QList<int> m_rows;
};

namespace {

class LineDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        RowState state;
        state.selected = option.state & QStyle::State_Selected;
        state.hovered = option.state & QStyle::State_MouseOver;
        state.hairline = false;
        paintRow(*painter, option.rect, state);
        const QRect room = option.rect.adjusted(12, 0, -12, 0);
        paintIcon(*painter, QRectF(room.left(), room.top(), metrics::icon, room.height()),
                  index.data(Qt::UserRole + 1).toString(), Ink::Text2);
        painter->save();
        painter->setFont(uiFont(Type::Small));
        const QString hint = index.data(Qt::UserRole).toString();
        const int wide = painter->fontMetrics().horizontalAdvance(hint) + 1;
        paintElided(*painter, room, hint, Ink::Text3, Qt::AlignRight | Qt::AlignVCenter);
        painter->setFont(uiFont(Type::Body));
        paintElided(*painter, room.adjusted(24, 0, -wide - 12, 0), index.data().toString(), Ink::Text1);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, metrics::row}; }
};

} // namespace

Palette::Palette(CommandRegistry& commands, QWidget* window)
    : QFrame(window)
    , m_commands(commands)
    , m_field(new SearchField(tr("Find a command, document, customer or decision")))
    , m_list(new QListView)
    , m_model(new PaletteModel(m_items, this)) {
    setObjectName("palette");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space8, metrics::space8, metrics::space8, metrics::space8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LineDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
    connect(&commands, &CommandRegistry::providersChanged, this, &Palette::takeChanges);
    hide();
}

int Palette::count() const {
    return m_model->rowCount();
}
QString Palette::lineText(int row) const {
    return m_model->index(row).data().toString();
}

void Palette::open(bool commandsOnly) {
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_commandsOnly = commandsOnly;
    collect();
    m_field->setPlaceholderText(commandsOnly ? tr("Find a command and its keys")
                                             : tr("Find a command, document, customer or decision"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->clear();
    search({});
    const int wide = std::min(600, parentWidget()->width() - 48);
    setGeometry((parentWidget()->width() - wide) / 2, 56, wide, std::min(420, parentWidget()->height() - 112));
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void Palette::collect() {
    m_model->setRows({});
    m_items.clear();
    m_fuzzy.clear();
    for (QAction* action : m_commands.actions()) {
        const auto* scope = qobject_cast<const QWidget*>(action->parent());
        // A screen's commands count only while it is on show.
        if (!action->isEnabled() || !scope || !scope->isVisible())
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString group = m_commands.groupOf(action);
        QString hint = keys;
        if (!group.isEmpty())
            hint = keys.isEmpty() ? group : group + QStringLiteral("  ·  ") + keys;
        const QPointer<QAction> live(action);
        const QString glyph = m_commands.iconOf(action);
        m_items.append({action->text(), hint, glyph.isEmpty() ? QStringLiteral("chevron-right") : glyph, [live] {
                            if (live)
                                live->trigger();
                        }});
    }
    if (!m_commandsOnly)
        for (const auto& provider : m_commands.providers())
            m_items.append(provider->items());
    for (const PaletteItem& item : std::as_const(m_items))
        m_fuzzy.add(item.text);
    m_lasting = m_items.size();
}

/// What was fetched since the palette opened joins in; the typed text and the chosen line stay.
void Palette::takeChanges() {
    if (!isVisible() || m_commandsOnly)
        return;
    const int row = m_list->currentIndex().row();
    collect();
    search(m_field->text());
    if (row > 0 && row < count())
        m_list->setCurrentIndex(m_model->index(row));
}

void Palette::search(const QString& text) {
    m_model->setRows({});
    m_items.resize(m_lasting);
    QList<int> rows;
    if (!m_commandsOnly && !text.trimmed().isEmpty())
        for (const auto& provider : m_commands.providers())
            for (PaletteItem& item : provider->typed(text.trimmed())) {
                rows.append(static_cast<int>(m_items.size()));
                m_items.append(std::move(item));
            }
    m_model->setRows(rows + m_fuzzy.best(text, 50));
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void Palette::run(int row) {
    const int number = m_model->item(row);
    if (number < 0)
        return;
    const auto action = m_items[number].run;
    close();
    if (action)
        action();
}

void Palette::close() {
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

bool Palette::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::FocusOut && isVisible() && QApplication::activePopupWidget() == nullptr)
        hide();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(row);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_list->setCurrentIndex(
            m_model->index(std::clamp(row + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, count() - 1))));
        return true;
    default:
        return QFrame::eventFilter(object, event);
    }
}

void Palette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Ink::Surface));
    painter.setPen(color(Ink::Control));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (count() == 0) {
        painter.setFont(uiFont(Type::Body));
        paintElided(painter, m_list->geometry().adjusted(8, 0, 0, -(m_list->height() - 32)), tr("Nothing found"),
                    Ink::Text2);
    }
}

} // namespace wayreeve::ui
