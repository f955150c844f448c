#include "ui/widgets/style_parts.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QFontMetrics>

#include <cmath>

namespace wayreeve::ui::parts {

namespace {

constexpr int glyph = metrics::icon;
constexpr int glyphGap = 6;
constexpr int hintGap = 8;

struct Parts {
    Button::Kind kind = Button::Kind::Plain;
    QString icon;
    QString hint;
    QString segment; ///< "first", "middle", "last" in a SegmentedControl
};

Parts partsOf(const QWidget* widget) {
    Parts parts;
    if (const auto* button = qobject_cast<const Button*>(widget))
        parts = {button->kind(), button->iconName(), button->keyHint(), {}};
    if (widget)
        parts.segment = widget->property("segment").toString();
    return parts;
}

int padding(const Parts& parts) {
    if (parts.kind == Button::Kind::Link)
        return 4;
    return parts.segment.isEmpty() ? 12 : 10;
}

QFont fontFor(const Parts& parts, bool checked) {
    const bool bold = parts.kind == Button::Kind::Filled || parts.kind == Button::Kind::Link || checked;
    return uiFont(Type::Body, bold ? Weight::Bold : Weight::Regular);
}

QString plain(QString text) {
    return text.remove(QLatin1Char('&'));
}

struct Inks {
    Ink fill, edge, text;
    bool box = true;
};

Inks inksFor(const Parts& parts, const QStyleOptionButton& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && option.state & QStyle::State_MouseOver;
    const bool pressed = enabled && option.state & QStyle::State_Sunken;
    const bool checked = option.state & QStyle::State_On;
    if (parts.kind == Button::Kind::Link)
        return {Ink::Surface, Ink::Surface, enabled ? Ink::Accent : Ink::Text3, false};
    if (!enabled)
        return {Ink::Sunken, Ink::Border, Ink::Text3};
    if (parts.kind == Button::Kind::Filled)
        return {hovered || pressed ? Ink::FillHover : Ink::Fill, hovered || pressed ? Ink::FillHover : Ink::Fill,
                Ink::OnFill};
    const Ink text = parts.kind == Button::Kind::Danger ? Ink::RiskHigh : Ink::Text1;
    if (checked || pressed)
        return {Ink::Tint2, Ink::Border2, text};
    return {hovered ? Ink::Hover : Ink::Surface, Ink::Border2, text};
}

/// One box for a whole segmented control: each segment paints its share, outer corners round.
void paintBox(QPainter& painter, const QRect& rect, const Parts& parts, const Inks& inks) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(inks.edge));
    painter.setBrush(color(inks.fill));
    QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (!parts.segment.isEmpty()) {
        painter.setClipRect(rect);
        box.adjust(parts.segment == "first" ? 0 : -8, 0, parts.segment == "last" ? 0 : 8, 0);
    }
    painter.drawRoundedRect(box, metrics::panelRadius, metrics::panelRadius);
    if (parts.segment == "middle" || parts.segment == "last")
        painter.fillRect(QRect(rect.left(), rect.top() + 1, 1, rect.height() - 2), color(Ink::Border2));
    painter.restore();
}

int hintWidth(const Parts& parts) {
    return parts.hint.isEmpty() ? 0 : hintGap + paintKeyHint(nullptr, {}, parts.hint);
}

int iconWidth(const Parts& parts, const QString& text) {
    return parts.icon.isEmpty() ? 0 : glyph + (text.isEmpty() ? 0 : glyphGap);
}

} // namespace

void pushButton(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget) {
    const Parts parts = partsOf(widget);
    const Inks inks = inksFor(parts, option);
    const bool checked = option.state & QStyle::State_On;
    if (inks.box)
        paintBox(painter, option.rect, parts, inks);
    painter.save();
    painter.setFont(fontFor(parts, checked));
    const QString text = plain(option.text);
    const int textWidth = QFontMetrics(painter.font()).horizontalAdvance(text) + 1;
    const int room = option.rect.width() - 2 * padding(parts);
    const int content = std::min(room, iconWidth(parts, text) + textWidth + hintWidth(parts));
    qreal x = option.rect.left() + padding(parts) + (room - content) / 2.0;
    if (!parts.icon.isEmpty()) {
        const bool enabled = option.state & QStyle::State_Enabled;
        paintIcon(painter, QRectF(x, option.rect.top(), glyph, option.rect.height()), parts.icon,
                  enabled ? inks.text : Ink::DisabledIcon);
        x += iconWidth(parts, text);
    }
    const int forText = content - iconWidth(parts, text) - hintWidth(parts);
    paintElided(painter, QRectF(x, option.rect.top(), forText, option.rect.height()), text, inks.text);
    if (!parts.hint.isEmpty())
        paintKeyHint(&painter,
                     QPoint(static_cast<int>(std::round(x)) + forText + hintGap, option.rect.center().y() - 8),
                     parts.hint, parts.kind == Button::Kind::Filled && option.state & QStyle::State_Enabled);
    if (parts.kind == Button::Kind::Link && option.state & QStyle::State_MouseOver)
        painter.fillRect(QRectF(x, option.rect.center().y() + 8, forText, 1), color(inks.text));
    if (!parts.segment.isEmpty() && option.state & QStyle::State_HasFocus &&
        option.state & QStyle::State_KeyboardFocusChange)
        paintFocusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), metrics::cardRadius, false);
    painter.restore();
}

QSize pushButtonSize(const QStyleOption& option, const QWidget* widget) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const Parts parts = partsOf(widget);
    const QString text = button ? plain(button->text) : QString();
    // Measured bold, so that a checked segment does not move its neighbours.
    const int width = QFontMetrics(uiFont(Type::Body, Weight::Bold)).horizontalAdvance(text) + 1;
    return {2 * padding(parts) + iconWidth(parts, text) + width + hintWidth(parts), metrics::control};
}

void toolButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hovered = enabled && option.state & QStyle::State_MouseOver;
    const bool down = option.state & (QStyle::State_On | QStyle::State_Sunken);
    if (hovered || down) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(down ? Ink::Tint2 : Ink::Hover));
        painter.drawRoundedRect(option.rect, metrics::cardRadius, metrics::cardRadius);
        painter.restore();
    }
    QRect rect = option.rect;
    if (!option.text.isEmpty() && option.toolButtonStyle != Qt::ToolButtonIconOnly) {
        if (!option.icon.isNull())
            option.icon.paint(&painter, QRect(rect.left() + 6, rect.top(), glyph, rect.height()));
        painter.save();
        painter.setFont(widget ? widget->font() : uiFont(Type::Body));
        const int left = option.icon.isNull() ? 8 : 6 + glyph + glyphGap;
        paintElided(painter, rect.adjusted(left, 0, -6, 0), plain(option.text), enabled ? Ink::Text1 : Ink::Text3);
        painter.restore();
        return;
    }
    const QRect place(rect.center().x() - glyph / 2 + 1, rect.center().y() - glyph / 2 + 1, glyph, glyph);
    option.icon.paint(&painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace wayreeve::ui::parts
