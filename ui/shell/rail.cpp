#include "ui/shell/rail.h"

#include "ui/shell/app_context.h"
#include "ui/shell/screen_factory.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

bool ringShown(const QWidget* widget) {
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void paintRound(QPainter& painter, const QRectF& rect, Ink fill) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(fill));
    painter.drawRoundedRect(rect, metrics::cardRadius, metrics::cardRadius);
    painter.restore();
}

/// Sign, name of the workspace, chevron.
class WorkspaceButton : public QAbstractButton {
public:
    WorkspaceButton() {
        setFixedHeight(metrics::topBar);
        setFocusPolicy(Qt::TabFocus);
        setProperty("ringInside", true);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse())
            paintRound(painter, QRectF(rect()).adjusted(8, 6, -8, -6), Ink::Hover);
        paintIcon(painter, QRectF(12, 0, 24, height()), "wayreeve", Ink::Fill, 24);
        if (width() > metrics::railNarrow) {
            const QRectF room(44, 0, width() - 44 - 28, height());
            painter.setFont(uiFont(Type::Body, Weight::Bold));
            if (painter.fontMetrics().horizontalAdvance(text()) <= room.width()) {
                paintElided(painter, room, text(), Ink::Text1);
            } else { // a long name takes two small lines
                painter.setFont(uiFont(Type::Small, Weight::Bold));
                paintWrapped(painter, room.adjusted(0, (room.height() - 32) / 2, 0, 0), text(), Ink::Text1, Type::Small,
                             2);
            }
            paintIcon(painter, QRectF(width() - 28, 0, 16, height()), "chevron-down", Ink::Text2, 14);
        }
        if (ringShown(this))
            paintFocusRing(painter, QRectF(rect()).adjusted(6, 4, -6, -4), metrics::cardRadius, false);
    }
};

class FindButton : public QAbstractButton {
public:
    FindButton() {
        setFixedHeight(metrics::control);
        setFocusPolicy(Qt::TabFocus);
        setProperty("ringInside", true);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(color(underMouse() ? Ink::Control : Ink::Border));
        painter.setBrush(color(Ink::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius,
                                metrics::cardRadius);
        paintIcon(painter, QRectF(width() < 60 ? (width() - 16) / 2 : 9, 0, 16, height()), "search", Ink::Text2);
        if (width() >= 60) {
            const QString keys = QStringLiteral("Ctrl K");
            const int hint = paintKeyHint(nullptr, {}, keys);
            painter.setFont(uiFont(Type::Small));
            paintElided(painter, QRectF(32, 0, width() - 32 - hint - 10, height()), text(), Ink::Text2);
            paintKeyHint(&painter, QPoint(width() - hint - 5, 5), keys);
        }
        if (ringShown(this))
            paintFocusRing(painter, rect(), metrics::cardRadius, false);
    }
};

/// Initials in a circle, name, role.
class PersonButton : public QAbstractButton {
public:
    PersonButton() {
        setFixedHeight(44);
        setFocusPolicy(Qt::TabFocus);
        setProperty("ringInside", true);
        setAttribute(Qt::WA_Hover);
    }
    QString role;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(QRect(8, 0, width() - 16, 1), color(Ink::Border));
        if (underMouse())
            paintRound(painter, QRectF(rect()).adjusted(8, 4, -8, -2), Ink::Hover);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(color(Ink::Border2));
        painter.setBrush(color(Ink::Hover));
        painter.drawEllipse(QRectF(16.5, 11.5, 23, 23));
        QString initials;
        for (const QString& word : text().split(QLatin1Char(' '), Qt::SkipEmptyParts))
            initials += word.front().toUpper();
        QFont small = uiFont(Type::Small, Weight::Bold);
        painter.setFont(small);
        paintElided(painter, QRectF(12, 11, 32, 24), initials.left(2), Ink::Text2, Qt::AlignCenter);
        if (width() > metrics::railNarrow) {
            painter.setFont(uiFont(Type::Body));
            paintElided(painter, QRectF(48, role.isEmpty() ? 14 : 6, width() - 56, 18), text(), Ink::Text1);
            painter.setFont(uiFont(Type::Small));
            paintElided(painter, QRectF(48, 23, width() - 56, 16), role, Ink::Text3);
        }
        if (ringShown(this))
            paintFocusRing(painter, QRectF(rect()).adjusted(6, 3, -6, -1), metrics::cardRadius, false);
    }
};

} // namespace

RailItem::RailItem(const QString& iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(iconName) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFixedHeight(metrics::row);
    setFocusPolicy(Qt::TabFocus);
    setProperty("ringInside", true);
    setAttribute(Qt::WA_Hover);
}

void RailItem::setCount(int count) {
    if (count == m_count)
        return;
    m_count = count;
    setAccessibleName(count >= 0 ? tr("%1, %n waiting", nullptr, count).arg(text()) : text());
    updateToolTip();
    update();
}

QString RailItem::badgeText(int count) {
    if (count < 1'000)
        return QLocale().toString(count);
    // Rounded down: it never says more than there is.
    return count < 10'000 ? QLocale().toString((count / 100) / 10.0, 'f', 1) + QLatin1Char('k')
                          : QLocale().toString(count / 1'000) + QLatin1Char('k');
}

int RailItem::badgeWidth() const {
    return static_cast<int>(
        std::ceil(std::max(20.0, tabularWidth(uiFont(Type::Small, Weight::Bold), badgeText(m_count)) + 10)));
}

int RailItem::textRoom() const {
    return width() - 8 - 32 - (m_count > 0 ? badgeWidth() + 4 : 0);
}

void RailItem::updateToolTip() {
    setToolTip(m_count >= 1'000 ? accessibleName() : m_narrow ? text() : QString());
}

void RailItem::setKeyHint(const QString& keys) {
    m_keyHint = keys;
}

void RailItem::setNarrow(bool narrow) {
    m_narrow = narrow;
    updateToolTip();
    update();
}

QSize RailItem::sizeHint() const {
    return {metrics::railNarrow - 16, metrics::row};
}

void RailItem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (isChecked())
        paintRound(painter, rect(), Ink::Tint2);
    else if (underMouse())
        paintRound(painter, rect(), Ink::Hover);
    const Ink ink = isChecked() ? Ink::Accent : Ink::Text2;
    paintIcon(painter, QRectF(m_narrow ? (width() - 16) / 2 : 8, 0, 16, height()), m_icon, ink);
    qreal right = width() - 8;
    if (m_count > 0 && !m_narrow) {
        painter.setFont(uiFont(Type::Small, Weight::Bold));
        const QString count = badgeText(m_count);
        const qreal wide = badgeWidth();
        const QRectF pill(right - wide, (height() - 20) / 2.0, wide, 20);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(color(Ink::Border2));
        painter.setBrush(color(Ink::Surface));
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
        paintTabular(painter, pill, count, Ink::Text1, Qt::AlignCenter);
        right = pill.left() - 4;
    }
    if (!m_keyHint.isEmpty() && !m_narrow) {
        const int wide = paintKeyHint(nullptr, {}, m_keyHint);
        const int word = QFontMetrics(uiFont(Type::Body)).horizontalAdvance(text());
        if (32 + word + 6 + wide <= right) { // the word is worth more than the key
            paintKeyHint(&painter, QPoint(static_cast<int>(right) - wide, 7), m_keyHint);
            right -= wide + 6;
        }
    }
    if (!m_narrow) {
        painter.setFont(uiFont(Type::Body, isChecked() ? Weight::Bold : Weight::Regular));
        paintElided(painter, QRectF(32, 0, right - 32, height()), text(), isChecked() ? Ink::Text1 : Ink::Text2);
    }
    if (ringShown(this))
        paintFocusRing(painter, rect(), metrics::cardRadius, false);
}

Rail::Rail(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_workspace(new WorkspaceButton)
    , m_find(new FindButton)
    , m_person(new PersonButton)
    , m_shortcuts(new RailItem("keyboard", tr("Shortcuts"))) {
    setFixedWidth(metrics::rail);
    setAccessibleName(tr("Places"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(m_workspace);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(8, 4, 8, 8);
    inner->setSpacing(2);
    m_find->setText(tr("Find"));
    m_find->setAccessibleName(tr("Find anything, Ctrl+K"));
    inner->addWidget(m_find);
    inner->addSpacing(12);
    for (const Place& place : places()) {
        auto* item = new RailItem(place.icon, place.text());
        item->setObjectName("rail." + place.id);
        m_items.insert(place.id, item);
        m_order.append(item);
        inner->addWidget(item);
        connect(item, &QAbstractButton::clicked, this, [this, id = place.id] { Q_EMIT placeChosen(id); });
    }
    inner->addStretch(1);
    m_shortcuts->setKeyHint("?");
    m_shortcuts->setCheckable(false);
    inner->addWidget(m_shortcuts);
    column->addLayout(inner, 1);
    column->addWidget(m_person);
    m_workspace->setObjectName("rail.workspace");
    m_person->setObjectName("rail.person");
    connect(m_workspace, &QAbstractButton::clicked, this, &Rail::openRequested);
    connect(m_find, &QAbstractButton::clicked, this, &Rail::findRequested);
    connect(m_shortcuts, &QAbstractButton::clicked, this, &Rail::shortcutsRequested);
    connect(m_person, &QAbstractButton::clicked, this, &Rail::showPeople);
    connect(&context, &AppContext::personChanged, this, &Rail::refresh);
    connect(&context, &AppContext::workspaceChanged, this, &Rail::refresh);
    refresh();
}

void Rail::refresh() {
    const QString name = m_context.workspaceName();
    m_workspace->setText(name.isEmpty() ? tr("No workspace") : name);
    m_workspace->setAccessibleName(tr("Workspace: %1").arg(m_workspace->text()));
    m_workspace->setToolTip(name.isEmpty() ? QString() : name + QLatin1Char('\n') + m_context.workspacePath());
    const Person person = m_context.person();
    m_person->setText(person.name.isEmpty() ? tr("Nobody") : person.name);
    static_cast<PersonButton*>(m_person)->role = person.role;
    m_person->setAccessibleName(person.role.isEmpty() ? tr("Person: %1").arg(m_person->text())
                                                      : tr("Person: %1, %2").arg(m_person->text(), person.role));
    m_person->update();
    m_workspace->update();
}

void Rail::showPeople() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* heading = menu->addAction(m_context.demo() ? tr("Demo: act as anyone, no password")
                                                        : tr("Act as, without a password yet"));
    heading->setEnabled(false);
    for (const Person& person : m_context.people()) {
        QAction* action =
            menu->addAction(person.role.isEmpty() ? person.name : tr("%1, %2").arg(person.name, person.role));
        action->setCheckable(true);
        action->setChecked(person.id == m_context.person().id);
        connect(action, &QAction::triggered, this, [this, person] {
            m_context.setPerson(person.id);
            m_context.showMessage({"person",
                                   Severity::Info,
                                   tr("You act as %1.").arg(person.name),
                                   m_context.demo() ? tr("In the demo you may switch person at any time.")
                                                    : tr("Decisions are recorded under this name."),
                                   {},
                                   {},
                                   {},
                                   0});
        });
    }
    menu->popup(m_person->mapToGlobal(QPoint(8, -menu->sizeHint().height())));
}

void Rail::setCurrent(const QString& placeId) {
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it)
        it.value()->setChecked(it.key() == placeId);
}

void Rail::setCount(const QString& placeId, int count) {
    if (RailItem* item = m_items.value(placeId))
        item->setCount(count);
}

void Rail::setNarrow(bool narrow) {
    setFixedWidth(narrow ? metrics::railNarrow : metrics::rail);
    for (RailItem* item : std::as_const(m_order))
        item->setNarrow(narrow);
    m_shortcuts->setNarrow(narrow);
}

QWidget* Rail::firstFocus() const {
    for (RailItem* item : m_order)
        if (item->isChecked())
            return item;
    return m_order.first();
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Ink::Window));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), color(Ink::Border));
}

} // namespace wayreeve::ui
