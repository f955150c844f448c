#include "ui/approvals/card_parts.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

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
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

LineRows::Room LineRows::roomOf(const Line& line, int width) const {
    const QFont font = uiFont(Type::Body, line.bold ? Weight::Bold : Weight::Regular);
    Room room;
    room.left = line.icon.isEmpty() ? 0 : 23;
    const int whole = width - room.left;
    const int text = QFontMetrics(font).horizontalAdvance(line.text) + 2;
    room.note = line.note.isEmpty() ? 0 : static_cast<int>(tabularWidth(font, line.note)) + 2;
    const int gap = line.note.isEmpty() ? 0 : 8;
    if (text + gap + room.note > whole) // the longer of both gives way first
        room.note = std::min(room.note, std::max(whole * 2 / 5, whole - gap - text));
    room.text = std::max(40, whole - room.note - gap);
    room.lines = std::max({1, wrappedLines(font, line.text, room.text), wrappedLines(font, line.note, room.note)});
    return room;
}

int LineRows::heightForWidth(int width) const {
    int height = 0;
    for (const Line& line : m_lines)
        height += lineHeightPixels + (roomOf(line, width).lines - 1) * lineHeight(Type::Body);
    return height;
}

void LineRows::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int top = 0;
    for (const Line& line : std::as_const(m_lines)) {
        const Room room = roomOf(line, width());
        if (!line.icon.isEmpty())
            paintIcon(painter, QRectF(0, top, 16, lineHeightPixels), line.icon, line.ink);
        painter.setFont(uiFont(Type::Body, line.bold ? Weight::Bold : Weight::Regular));
        const Ink noteInk = line.bold ? Ink::Text1 : Ink::Text2;
        const QRectF note(width() - room.note, top, room.note, lineHeightPixels);
        if (wrappedLines(painter.font(), line.note, room.note) > 1)
            paintWrapped(painter, note.adjusted(0, 1, 0, 400), line.note, noteInk, Type::Body);
        else if (!line.note.isEmpty())
            paintTabular(painter, note, line.note, noteInk);
        if (room.lines > 1)
            paintWrapped(painter, QRectF(room.left, top + 1, room.text, 400), line.text, Ink::Text1, Type::Body);
        else
            paintElided(painter, QRectF(room.left, top, room.text, lineHeightPixels), line.text, Ink::Text1);
        top += lineHeightPixels + (room.lines - 1) * lineHeight(Type::Body);
    }
}

ContentBox::ContentBox(const QString& to, const QString& subject, const QString& body, QWidget* parent)
    : SeenBox(parent) {
    setAccessibleName(subject.isEmpty() && body.isEmpty() ? tr("What is carried out") : tr("What the customer sees"));
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

void ContentBox::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(this);
        paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), {});
    }
    SeenBox::paintEvent(event);
}

void SeenBox::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_shown = {};
}

void SeenBox::paintEvent(QPaintEvent*) {
    m_shown += visibleRegion().united(childrenRegion().intersected(visibleRegion().boundingRect()));
    if (m_told || visibleRegion().isEmpty() || !QRegion(rect()).subtracted(m_shown).isEmpty())
        return;
    m_told = true;
    QMetaObject::invokeMethod(this, &SeenBox::seen, Qt::QueuedConnection);
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
    state.edge = Ink::Control; // nothing is wrong here
    paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), state, Ink::Sunken);
    paintIcon(painter, QRectF(10, 6, 16, 18), QStringLiteral("lock"), Ink::Text2);
    painter.setFont(uiFont(Type::Small, Weight::Bold));
    paintElided(painter, QRect(34, 6, width() - 40, 18), m_title, Ink::Text2);
    painter.setFont(uiFont(Type::Small));
    paintElided(painter, QRect(34, 24, width() - 40, 18), tr("after your verdict"), Ink::Text2);
}

VerdictBox::VerdictBox(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Your verdict"));
}

void VerdictBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    CardState state;
    state.edge = Ink::Accent;
    paintCard(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), state);
}

StepBar::StepBar(QWidget* parent)
    : QWidget(parent) {
    const QStringList names{tr("Facts"), tr("Your verdict"), tr("The core’s view"), tr("Confirm or change")};
    for (int i = 0; i < names.size(); ++i)
        m_names.append(QStringLiteral("%1  %2").arg(i + 1).arg(names[i]));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QList<double> StepBar::widths(int width) const {
    const QFontMetrics bold(uiFont(Type::Small, Weight::Bold));
    QList<double> widths;
    double sum = 3 * 4;
    for (const QString& name : m_names) {
        widths.append(bold.horizontalAdvance(name) + 6);
        sum += widths.last();
    }
    for (double& own : widths)
        own = sum <= width ? own + (width - sum) / 4 : own * (width - 12) / (sum - 12);
    return widths;
}

int StepBar::heightForWidth(int width) const {
    int lines = 1;
    const QList<double> all = widths(width);
    for (int i = 0; i < m_names.size(); ++i)
        lines = std::max(lines, wrappedLines(uiFont(Type::Small, Weight::Bold), m_names[i], all[i]));
    return 12 + lines * lineHeight(Type::Small);
}

void StepBar::setStep(int step) {
    m_step = step;
    setAccessibleName(tr("Step %1 of 4: %2").arg(step).arg(m_names.value(step - 1)));
    update();
}

void StepBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QList<double> all = widths(width());
    double left = 0;
    for (int i = 0; i < m_names.size(); ++i) {
        painter.fillRect(QRectF(left, 0, all[i], 2), color(i < m_step ? Ink::Accent : Ink::Border2));
        painter.setFont(uiFont(Type::Small, i + 1 == m_step ? Weight::Bold : Weight::Regular));
        paintWrapped(painter, QRectF(left, 8, all[i], height() - 8), m_names[i], i < m_step ? Ink::Text1 : Ink::Text2,
                     Type::Small);
        left += all[i] + 4;
    }
}

} // namespace wayreeve::ui
