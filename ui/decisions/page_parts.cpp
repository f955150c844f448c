#include "ui/decisions/page_parts.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr int indent = 28;

QString lineText(const DecisionPage::Line& line) {
    return line.strong.isEmpty() ? line.text : line.strong + QLatin1Char(' ') + line.text;
}

/// Of the bold beginning and what follows: one line where both fit as they are painted.
int mainLines(const DecisionPage::Line& line, int room) {
    const int strong = line.strong.isEmpty()
                           ? 0
                           : QFontMetrics(uiFont(Type::Body, Weight::Bold)).horizontalAdvance(line.strong + u' ');
    if (strong + QFontMetrics(uiFont(Type::Body)).horizontalAdvance(line.text) <= room)
        return 1;
    return std::max(1, wrappedLines(uiFont(Type::Body), lineText(line), room));
}

} // namespace

EvidenceStrip::EvidenceStrip(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Evidence"));
    setFixedHeight(sizeHint().height());
}

void EvidenceStrip::setInputs(QList<DecisionPage::Input> inputs) {
    m_inputs = std::move(inputs);
    QStringList words;
    for (const DecisionPage::Input& input : std::as_const(m_inputs))
        words.append(input.name + QStringLiteral(": ") + (input.missing ? tr("missing") : input.value));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void EvidenceStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    if (m_inputs.isEmpty())
        return;
    qreal x = 0;
    for (const DecisionPage::Input& input : std::as_const(m_inputs)) {
        const QString value = input.missing ? tr("missing") : input.value;
        const QFontMetrics bold(uiFont(Type::Body, Weight::Bold)), small(uiFont(Type::Small));
        const qreal natural =
            std::max({small.horizontalAdvance(input.name), bold.horizontalAdvance(value) + (input.missing ? 20 : 0),
                      small.horizontalAdvance(input.note)});
        const qreal wide = std::clamp<qreal>(natural, 64, 150);
        if (x + wide > width())
            break;
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, QRectF(x, 0, wide, 16), input.name, Ink::Text2);
        painter.setFont(uiFont(Type::Body, Weight::Bold));
        QRectF room(x, 17, wide, 20);
        if (input.missing) {
            paintIcon(painter, QRectF(x, 17, 16, 20), QStringLiteral("warning"), Ink::RiskMedium);
            room.setLeft(x + 20);
        }
        paintElided(painter, room, value, input.missing ? Ink::RiskMedium : Ink::Text1);
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, QRectF(x, 38, wide, 16), input.note, Ink::Text3);
        x += wide + metrics::space24;
        ++m_painted;
    }
}

LineList::LineList(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name) {
    setAccessibleName(name);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LineList::setLines(QList<DecisionPage::Line> lines) {
    m_lines = std::move(lines);
    QStringList words;
    for (const DecisionPage::Line& line : std::as_const(m_lines))
        words.append(QStringList{lineText(line), line.right, line.note}.join(QLatin1Char(' ')).simplified());
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    fit();
    updateGeometry();
    update();
}

/// Layouts within layouts remember the height of the lines before: what it needs at its width it asks for itself.
void LineList::fit() {
    if (const int height = heightForWidth(width()); height != minimumHeight())
        setFixedHeight(height);
}

void LineList::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

int LineList::lineHeightOf(const DecisionPage::Line& line, int width) const {
    const int right =
        line.right.isEmpty() ? 0 : QFontMetrics(uiFont(Type::Small)).horizontalAdvance(line.right) + metrics::space12;
    const int main = mainLines(line, width - indent - right);
    const int note = line.note.isEmpty() ? 0 : wrappedLines(uiFont(Type::Small), line.note, width - indent);
    return main * lineHeight(Type::Body) + note * lineHeight(Type::Small) +
           (line.note.isEmpty() ? metrics::space8 : metrics::space12);
}

int LineList::heightForWidth(int width) const {
    int height = 0;
    for (const DecisionPage::Line& line : m_lines)
        height += lineHeightOf(line, width);
    return std::max(height, 1);
}

void LineList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    qreal y = 0;
    for (const DecisionPage::Line& line : std::as_const(m_lines)) {
        paintIcon(painter, QRectF(0, y, 16, 20), line.icon, line.ink);
        const qreal room = width() - indent;
        const QFont small = uiFont(Type::Small);
        const qreal right = line.right.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(line.right) + 12;
        if (!line.right.isEmpty()) {
            painter.setFont(small);
            paintTabular(painter, QRectF(width() - right, y, right, 20), line.right, Ink::Text2);
        }
        const QFont bold = uiFont(Type::Body, Weight::Bold);
        const QString whole = lineText(line);
        const int lines = mainLines(line, static_cast<int>(room - right));
        if (lines == 1 && !line.strong.isEmpty()) {
            painter.setFont(bold);
            const qreal used = QFontMetricsF(bold).horizontalAdvance(line.strong + QLatin1Char(' '));
            paintElided(painter, QRectF(indent, y, room - right, 20), line.strong, Ink::Text1);
            painter.setFont(uiFont(Type::Body));
            paintElided(painter, QRectF(indent + used, y, room - right - used, 20), line.text, Ink::Text1);
        } else {
            painter.setFont(uiFont(Type::Body));
            paintWrapped(painter, QRectF(indent, y, room - right, lines * 20), whole, Ink::Text1, Type::Body);
        }
        if (!line.note.isEmpty()) {
            painter.setFont(small);
            paintWrapped(painter, QRectF(indent, y + lines * lineHeight(Type::Body), room, 400), line.note, Ink::Text2,
                         Type::Small);
        }
        y += lineHeightOf(line, width());
        ++m_painted;
    }
}

} // namespace wayreeve::ui
