#include "ui/widgets/plain_label.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QEvent>
#include <QPainter>

namespace wayreeve::ui {

PlainLabel::PlainLabel(const QString& text, Type type, Weight weight, Ink ink, QWidget* parent)
    : QLabel(parent)
    , m_type(type)
    , m_ink(ink) {
    setTextFormat(Qt::PlainText);
    setFont(uiFont(type, weight));
    setText(text);
    applyInk();
}

void PlainLabel::setInk(Ink ink) {
    m_ink = ink;
    applyInk();
}

void PlainLabel::setElided(bool elided) {
    m_elided = elided;
    updateGeometry();
    update();
}

QSize PlainLabel::minimumSizeHint() const {
    const QSize hint = QLabel::minimumSizeHint();
    return m_elided ? QSize(24, hint.height()) : hint;
}

int PlainLabel::heightForWidth(int width) const {
    if (!wordWrap() || text().isEmpty())
        return QLabel::heightForWidth(width);
    const QMargins margins = contentsMargins();
    return wrappedLines(QLabel::font(), text(), width - margins.left() - margins.right()) * lineHeight(m_type) +
           margins.top() + margins.bottom();
}

void PlainLabel::paintEvent(QPaintEvent* event) {
    const bool selectable = textInteractionFlags() & Qt::TextSelectableByMouse;
    if (!m_elided && (!wordWrap() || selectable)) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(QLabel::font());
    if (!m_elided) {
        paintWrapped(painter, contentsRect(), text(), m_ink, m_type);
        return;
    }
    const bool cut = paintElided(painter, contentsRect(), text(), m_ink, alignment());
    if (cut != !toolTip().isEmpty())
        setToolTip(cut ? text() : QString());
}

void PlainLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyInk();
}

void PlainLabel::applyInk() {
    m_applying = true;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, color(m_ink));
    setPalette(own);
    m_applying = false;
}

IconLabel::IconLabel(const QString& iconName, Ink ink, QWidget* parent)
    : QWidget(parent)
    , m_name(iconName)
    , m_ink(ink) {
    setFixedSize(metrics::icon, metrics::icon);
}

void IconLabel::setIcon(const QString& iconName, Ink ink) {
    m_name = iconName;
    m_ink = ink;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, rect(), m_name, m_ink);
}

} // namespace wayreeve::ui
