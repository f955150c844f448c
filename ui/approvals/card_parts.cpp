#include "ui/approvals/card_parts.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace wayreeve::ui {

namespace {

constexpr int lineHeightPixels = 23;

} // namespace

LineRows::LineRows(const QString& name, QList<Line> lines, QWidget* parent)
    : QWidget(parent)
    , m_lines(std::move(lines)) {
    setAccessibleName(name);
    QStringList texts;
    for (const Line& line : std::as_const(m_lines))
        texts.append(line.note.isEmpty() ? line.text : line.text + QStringLiteral(": ") + line.note);
    setAccessibleDescription(texts.join(QLatin1Char('\n')));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LineRows::sizeHint() const {
    return {240, static_cast<int>(m_lines.size()) * lineHeightPixels};
}

void LineRows::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int top = 0;
    for (const Line& line : std::as_const(m_lines)) {
        QRect room(0, top, width(), lineHeightPixels);
        if (!line.icon.isEmpty()) {
            paintIcon(painter, QRectF(0, top, 16, lineHeightPixels), line.icon, line.ink);
            room.setLeft(23);
        }
        painter.setFont(uiFont(Type::Body, line.bold ? Weight::Bold : Weight::Regular));
        const int noteWidth =
            std::min(static_cast<int>(tabularWidth(painter.font(), line.note)) + 2, room.width() * 3 / 5);
        if (!line.note.isEmpty())
            paintElided(painter, QRect(room.right() - noteWidth, top, noteWidth, lineHeightPixels), line.note,
                        line.bold ? Ink::Text1 : Ink::Text2, Qt::AlignRight | Qt::AlignVCenter);
        room.setRight(room.right() - noteWidth - 8);
        paintElided(painter, room, line.text, Ink::Text1);
        top += lineHeightPixels;
    }
}

ContentBox::ContentBox(const QString& to, const QString& subject, const QString& body, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("What the customer sees"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(4);
    auto* head = new QGridLayout;
    head->setHorizontalSpacing(16);
    head->addWidget(new PlainLabel(tr("To"), Type::Body, Weight::Regular, Ink::Text2), 0, 0);
    head->addWidget(new PlainLabel(to), 0, 1);
    head->setColumnStretch(1, 1);
    if (!subject.isEmpty()) {
        head->addWidget(new PlainLabel(tr("Subject"), Type::Body, Weight::Regular, Ink::Text2), 1, 0);
        auto* line = new PlainLabel(subject, Type::Body, Weight::Bold);
        line->setWordWrap(true);
        head->addWidget(line, 1, 1);
    }
    layout->addLayout(head);
    layout->addSpacing(4);
    layout->addWidget(new Hairline);
    layout->addSpacing(4);
    auto* text = new PlainLabel(body.isEmpty() ? tr("The customer sees no text: this works inside.") : body, Type::Body,
                                Weight::Regular, body.isEmpty() ? Ink::Text2 : Ink::Text1);
    text->setWordWrap(true);
    layout->addWidget(text);
}

void ContentBox::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_shown = {};
}

void ContentBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), {});
    m_shown += visibleRegion().united(childrenRegion().intersected(visibleRegion().boundingRect()));
    if (m_told || visibleRegion().isEmpty() || !QRegion(rect()).subtracted(m_shown).isEmpty())
        return;
    m_told = true;
    QMetaObject::invokeMethod(this, &ContentBox::seen, Qt::QueuedConnection);
}

LockedBox::LockedBox(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(title) {
    setAccessibleName(tr("%1: after your verdict").arg(title));
    setFixedHeight(48);
}

void LockedBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    CardState state;
    state.dashed = true;
    paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), state, Ink::Sunken);
    paintIcon(painter, QRectF(10, 6, 16, 18), QStringLiteral("lock"), Ink::Text2);
    painter.setFont(uiFont(Type::Small, Weight::Bold));
    paintElided(painter, QRect(34, 6, width() - 40, 18), m_title, Ink::Text2);
    painter.setFont(uiFont(Type::Small));
    paintElided(painter, QRect(34, 24, width() - 40, 18), tr("after your verdict"), Ink::Text2);
}

StepBar::StepBar(QWidget* parent)
    : QWidget(parent) {
    setFixedHeight(28);
}

void StepBar::setStep(int step) {
    m_step = step;
    setAccessibleName(tr("Step %1 of 4").arg(step));
    update();
}

void StepBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QStringList names{tr("Facts"), tr("Your verdict"), tr("The core’s view"), tr("Confirm or change")};
    const double width = (this->width() - 3 * 4) / 4.0;
    for (int i = 0; i < 4; ++i) {
        const double left = i * (width + 4);
        painter.fillRect(QRectF(left, 0, width, 2), color(i < m_step ? Ink::Accent : Ink::Border2));
        const bool current = i + 1 == m_step;
        painter.setFont(uiFont(Type::Small, current ? Weight::Bold : Weight::Regular));
        paintElided(painter, QRectF(left, 8, width, 18), QStringLiteral("%1  %2").arg(i + 1).arg(names[i]),
                    i < m_step ? Ink::Text1 : Ink::Text2);
    }
}

} // namespace wayreeve::ui
