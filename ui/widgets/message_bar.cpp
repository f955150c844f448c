#include "ui/widgets/message_bar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace wayreeve::ui {

namespace {

struct Look {
    Ink back;
    Ink ink;
    const char* icon;
};

Look lookOf(Severity severity) {
    switch (severity) {
    case Severity::Info:
        return {Ink::Tint, Ink::Accent, "info"};
    case Severity::Undo:
        return {Ink::Tint, Ink::Accent, "clock"};
    case Severity::Warning:
        return {Ink::WarningBack, Ink::RiskMedium, "warning"};
    case Severity::Error:
        break;
    }
    return {Ink::ErrorBack, Ink::RiskHigh, "warning"};
}

constexpr int passingSeconds = 8;
constexpr int over = std::numeric_limits<int>::min();

bool passes(const Message& message) {
    return message.severity == Severity::Info && !message.action && message.seconds > 0;
}

/// The last said: what one just did must have its answer on screen.
const Message* newest(const QList<Message>& messages) {
    return messages.isEmpty() ? nullptr : &messages.last();
}

QString textOf(const Message& message) {
    QString text = message.text;
    if (message.severity == Severity::Undo)
        text.replace("%1", QLocale().toString(message.seconds));
    return text;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
    , m_action(new LinkButton({}))
    , m_close(nullptr)
    , m_timer(new QTimer(this)) {
    setFixedHeight(metrics::messageBar);
    setObjectName("messageBar");
    auto* close = new IconButton("close", tr("Dismiss message"));
    m_close = close;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, metrics::space4, 0);
    row->setSpacing(metrics::space4);
    row->addStretch(1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(m_action, &Button::clicked, this, &MessageBar::activate);
    connect(close, &QToolButton::clicked, this, [this] { dismiss(currentId()); });
    connect(m_timer, &QTimer::timeout, this, &MessageBar::tick);
    m_timer->setInterval(1000);
    refresh();
}

void MessageBar::show(Message message) {
    if (!message.id.isEmpty())
        m_messages.removeIf([&message](const Message& other) { return other.id == message.id; });
    else
        message.id = QStringLiteral("message-%1").arg(++m_unnamed);
    if (message.severity == Severity::Info && !message.action && message.seconds == 0)
        message.seconds = passingSeconds;
    m_messages.append(std::move(message));
    m_last.clear();
    refresh();
}

void MessageBar::dismiss(const QString& id) {
    m_messages.removeIf([&id](const Message& message) { return message.id == id; });
    m_last.clear(); // what was dismissed or holds no longer is not said again
    refresh();
}

void MessageBar::clear() {
    m_messages.clear();
    refresh();
}

void MessageBar::leavePlace() {
    m_messages.removeIf([](const Message& message) { return passes(message) && message.seconds < passingSeconds; });
    m_last.clear();
    refresh();
}

QString MessageBar::currentId() const {
    const Message* message = newest(m_messages);
    return message ? message->id : QString();
}

int MessageBar::waiting() const {
    return std::max(0, static_cast<int>(m_messages.size()) - 1);
}

QString MessageBar::shownText() const {
    const Message* message = newest(m_messages);
    return message ? QString(message->lead + QLatin1Char(' ') + textOf(*message)).trimmed() : QString();
}

void MessageBar::activate() {
    const Message* message = newest(m_messages);
    if (!message || !message->action)
        return;
    const auto action = message->action;
    // An undo is used up; what a warning is about may still be so afterwards, but the person has gone to it.
    dismiss(message->id);
    action();
}

void MessageBar::tick() {
    // One that waits behind another has not been read yet.
    const QString shown = currentId();
    for (Message& message : m_messages)
        if (message.severity == Severity::Undo || (passes(message) && message.id == shown))
            if (--message.seconds == 0) {
                message.seconds = over;
                if (message.severity == Severity::Info)
                    m_last = QString(message.lead + QLatin1Char(' ') + message.text).trimmed();
            }
    m_messages.removeIf([](const Message& message) { return message.seconds == over; });
    refresh();
}

void MessageBar::paintEvent(QPaintEvent*) {
    const Message* message = newest(m_messages);
    QPainter painter(this);
    if (!message) {
        painter.fillRect(rect(), color(Ink::Surface));
        if (m_last.isEmpty())
            return; // no line around nothing
        painter.fillRect(QRect(0, height() - 1, width(), 1), color(Ink::Border));
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, QRectF(rect()).adjusted(metrics::space12, 0, -metrics::space12, 0), m_last, Ink::Text2);
        return;
    }
    const Look look = lookOf(message->severity);
    painter.fillRect(rect(), color(look.back));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Ink::Border));
    paintIcon(painter, QRectF(metrics::space12, 0, metrics::icon, height()), look.icon, look.ink);
    QRectF room(metrics::space12 + metrics::icon + metrics::space8, 0, 0, height());
    room.setRight((m_action->isVisibleTo(this) ? m_action->x() : m_close->x()) - metrics::space12);
    if (const int others = waiting(); others > 0) {
        painter.setFont(uiFont(Type::Small));
        const QString more = tr("%n more waiting", nullptr, others);
        const int wide = painter.fontMetrics().horizontalAdvance(more) + 1;
        paintElided(painter, QRectF(room.right() - wide, 0, wide, height()), more, Ink::Text2);
        room.setRight(room.right() - wide - metrics::space12);
    }
    if (!message->lead.isEmpty()) {
        painter.setFont(uiFont(Type::Body, Weight::Bold));
        paintElided(painter, room, message->lead, Ink::Text1);
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(message->lead) + metrics::space4);
    }
    painter.setFont(uiFont(Type::Body));
    paintElided(painter, room, textOf(*message), Ink::Text1);
}

void MessageBar::refresh() {
    const Message* message = newest(m_messages);
    const bool counting = std::any_of(m_messages.cbegin(), m_messages.cend(),
                                      [](const Message& m) { return m.severity == Severity::Undo || passes(m); });
    if (counting && !m_timer->isActive())
        m_timer->start();
    else if (!counting)
        m_timer->stop();
    m_close->setVisible(message != nullptr);
    m_action->setVisible(message && !message->actionText.isEmpty());
    if (message) {
        m_action->setText(message->actionText);
        m_action->setKeyHint(message->keyHint);
    }
    setAccessibleName(shownText());
    setToolTip(message ? shownText() : m_last);
    update();
}

} // namespace wayreeve::ui
