#include "ui/widgets/style_parts.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QAction>
#include <QWidget>

namespace wayreeve::ui::parts {

namespace {

bool enabled(const QStyleOption& option) {
    return option.state & QStyle::State_Enabled;
}
bool hovered(const QStyleOption& option) {
    return enabled(option) && option.state & QStyle::State_MouseOver;
}

void box(QPainter& painter, const QRectF& rect, qreal radius, Ink edge, Ink fill, qreal width = 1) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(edge), width));
    painter.setBrush(color(fill));
    const qreal inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

} // namespace

void field(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option); frame && frame->lineWidth <= 0)
        return; // the editor inside a combo, a spin box or a cell brings no box of its own
    const bool readOnly = option.state & QStyle::State_ReadOnly;
    Ink edge = Ink::Control;
    if (!enabled(option))
        edge = Ink::Border;
    else if (widget && widget->property("invalid").toBool())
        edge = Ink::RiskHigh;
    else if (option.state & QStyle::State_HasFocus)
        edge = Ink::Accent;
    else if (hovered(option))
        edge = Ink::Text3;
    box(painter, option.rect, metrics::cardRadius, edge, enabled(option) && !readOnly ? Ink::Surface : Ink::Sunken);
}

void textFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (!frame || frame->lineWidth <= 0)
        return;
    const Ink edge = !enabled(option)                                 ? Ink::Border
                     : widget && widget->property("invalid").toBool() ? Ink::RiskHigh
                     : option.state & QStyle::State_HasFocus          ? Ink::Accent
                                                                      : Ink::Control;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(edge));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius,
                            metrics::cardRadius);
    painter.restore();
}

void checkBox(QPainter& painter, const QStyleOption& option) {
    const QRectF square(option.rect.center().x() - 6.5, option.rect.center().y() - 6.5, 14, 14);
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!enabled(option))
        box(painter, square, 3, Ink::Border2, Ink::Sunken);
    else
        box(painter, square, 3,
            on                ? Ink::Fill
            : hovered(option) ? Ink::Text3
                              : Ink::Control,
            on ? Ink::Fill : Ink::Surface);
    if (on)
        paintIcon(painter, square, option.state & QStyle::State_NoChange ? "minus" : "check",
                  enabled(option) ? Ink::OnFill : Ink::DisabledIcon, 12);
}

void radioButton(QPainter& painter, const QStyleOption& option) {
    const QRectF square(option.rect.center().x() - 6.5, option.rect.center().y() - 6.5, 14, 14);
    const bool on = option.state & QStyle::State_On;
    box(painter, square, 7,
        !enabled(option) ? Ink::Border2
        : on             ? Ink::Accent
                         : Ink::Control,
        enabled(option) ? Ink::Surface : Ink::Sunken, on ? 2 : 1);
    if (!on)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(enabled(option) ? Ink::Accent : Ink::DisabledIcon));
    painter.drawEllipse(square.center(), 3, 3);
    painter.restore();
}

void arrow(QPainter& painter, const QStyleOption& option, QStyle::PrimitiveElement element) {
    const char* name = "chevron-down";
    if (element == QStyle::PE_IndicatorArrowUp)
        name = "chevron-up";
    else if (element == QStyle::PE_IndicatorArrowLeft)
        name = "chevron-left";
    else if (element == QStyle::PE_IndicatorArrowRight)
        name = "chevron-right";
    paintIcon(painter, option.rect, name, enabled(option) ? Ink::Text2 : Ink::DisabledIcon, 12);
}

void branch(QPainter& painter, const QStyleOption& option) {
    if (option.state & QStyle::State_Children)
        paintIcon(painter, option.rect, option.state & QStyle::State_Open ? "chevron-down" : "chevron-right",
                  Ink::Text2, 12);
}

void itemRow(QPainter& painter, const QStyleOption& option) {
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
    RowState state;
    state.hovered = hovered(option);
    state.selected = option.state & QStyle::State_Selected;
    state.paneActive = option.state & QStyle::State_Active;
    state.hairline = false;
    paintRow(painter, option.rect, state);
    if (item && item->backgroundBrush.style() != Qt::NoBrush && !state.selected)
        painter.fillRect(option.rect, item->backgroundBrush);
}

void panel(QPainter& painter, const QStyleOption& option, bool filled) {
    if (filled) {
        painter.fillRect(option.rect, color(Ink::Surface));
        painter.save();
        painter.setPen(color(Ink::Border2));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
        painter.restore();
        return;
    }
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (!frame || frame->lineWidth <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(Ink::Border2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius,
                            metrics::cardRadius);
    painter.restore();
}

void comboLabel(QPainter& painter, const QStyleOptionComboBox& option) {
    QRectF rect = QRectF(option.rect).adjusted(9, 0, -26, 0);
    if (!option.currentIcon.isNull()) {
        option.currentIcon.paint(&painter, QRectF(rect.left(), rect.top(), 16, rect.height()).toRect());
        rect.adjust(22, 0, 0, 0);
    }
    paintElided(painter, rect, option.currentText, enabled(option) ? Ink::Text1 : Ink::Text3);
}

void comboArrow(QPainter& painter, const QStyleOption& option) {
    paintIcon(painter, QRectF(option.rect.right() - 25, option.rect.top(), 26, option.rect.height()), "chevron-down",
              enabled(option) ? Ink::Text2 : Ink::DisabledIcon, 14);
}

void spinArrows(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down) {
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto ink = [&option](QAbstractSpinBox::StepEnabledFlag flag) {
        return enabled(option) && option.stepEnabled & flag ? Ink::Text2 : Ink::DisabledIcon;
    };
    paintIcon(painter, up, "chevron-up", ink(QAbstractSpinBox::StepUpEnabled), 10);
    paintIcon(painter, down, "chevron-down", ink(QAbstractSpinBox::StepDownEnabled), 10);
}

void tab(QPainter& painter, const QStyleOptionTab& option) {
    const bool selected = option.state & QStyle::State_Selected;
    painter.save();
    painter.setFont(uiFont(Type::Body, selected ? Weight::Bold : Weight::Regular));
    paintElided(painter, option.rect, option.text,
                selected           ? Ink::Text1
                : !enabled(option) ? Ink::Text3
                : hovered(option)  ? Ink::Text1
                                   : Ink::Text2,
                Qt::AlignCenter);
    if (selected)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                         color(Ink::Accent));
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintFocusRing(painter, QRectF(option.rect).adjusted(2, 4, -2, -4), metrics::cardRadius, false);
    painter.restore();
}

void headerBack(QPainter& painter, const QStyleOption& option) {
    painter.fillRect(option.rect, color(Ink::Surface));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Ink::Border2));
}

void headerLabel(QPainter& painter, const QStyleOptionHeader& option) {
    painter.save();
    painter.setFont(uiFont(Type::Small, Weight::Regular));
    QRectF rect = QRectF(option.rect).adjusted(6, 0, -6, -1); // where RowDelegate puts its cells
    // Beside upright names the others stand at the foot, next to what they head.
    if (option.textAlignment & Qt::AlignBottom)
        rect.setTop(std::max(rect.top(), rect.bottom() - 28));
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const bool right = option.textAlignment & Qt::AlignRight;
        const QRectF place(right ? rect.left() : rect.right() - 12, rect.top(), 12, rect.height());
        // Fusion calls the sort that grows downwards "SortDown".
        paintIcon(painter, place, option.sortIndicator == QStyleOptionHeader::SortDown ? "chevron-down" : "chevron-up",
                  Ink::Text2, 10);
        rect.adjust(right ? 14 : 0, 0, right ? 0 : -14, 0);
    }
    // A mark's word stands in its own colour, bold, as in the cells.
    if (!option.icon.isNull()) {
        option.icon.paint(&painter, QRectF(rect.left(), rect.top(), 16, rect.height()).toRect());
        rect.setLeft(rect.left() + 22);
        painter.setFont(uiFont(Type::Small, Weight::Bold));
    }
    paintElided(painter, rect, option.text, option.icon.isNull() ? Ink::Text2 : Ink::Text1,
                option.textAlignment | Qt::AlignVCenter);
    painter.restore();
}

void menuItem(QPainter& painter, const QStyleOptionMenuItem& option) {
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1),
                         color(Ink::Border));
        return;
    }
    if (option.state & QStyle::State_Selected && enabled(option))
        painter.fillRect(option.rect, color(Ink::Hover));
    painter.save();
    painter.setFont(uiFont(Type::Body));
    const Ink ink = enabled(option) ? Ink::Text1 : Ink::Text3;
    const QRectF rect = QRectF(option.rect).adjusted(8, 0, -8, 0);
    const QRectF glyph(rect.left(), rect.top(), 16, rect.height());
    if (option.checked)
        paintIcon(painter, glyph, "check", Ink::Accent);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, glyph.toRect(), Qt::AlignCenter, enabled(option) ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    const QString text = QString(parts.value(0)).remove(QLatin1Char('&'));
    paintElided(painter, rect.adjusted(24, 0, -16, 0), text, ink);
    if (parts.size() > 1) {
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, rect, parts[1], Ink::Text3, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, QRectF(rect.right() - 12, rect.top(), 12, rect.height()), "chevron-right", Ink::Text2, 12);
    painter.restore();
}

QSize menuItemSize(const QStyleOptionMenuItem& option) {
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    int width = 8 + 24 + QFontMetrics(uiFont(Type::Body)).horizontalAdvance(parts.value(0)) + 24;
    if (parts.size() > 1)
        width += 24 + QFontMetrics(uiFont(Type::Small)).horizontalAdvance(parts[1]);
    return {width, metrics::denseRow};
}

void scrollBar(QPainter& painter, const QStyleOption& option, const QRect& slider) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(hovered(option) || option.state & QStyle::State_Sunken ? Ink::Control : Ink::Border2));
    if (enabled(option))
        painter.drawRoundedRect(QRectF(slider).adjusted(2, 2, -2, -2), 3, 3);
    painter.restore();
}

QRect scrollBarRect(const QStyleOptionSlider& option, QStyle::SubControl sub) {
    const QRect rect = option.rect;
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? rect.height() : rect.width();
    const int range = option.maximum - option.minimum;
    int size = length;
    if (range > 0)
        size = std::clamp(static_cast<int>(qint64(length) * option.pageStep / (qint64(range) + option.pageStep)),
                          std::min(32, length), length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - size, option.upsideDown);
    const auto span = [&](int from, int count) {
        return upright ? QRect(rect.left(), rect.top() + from, rect.width(), count)
                       : QRect(rect.left() + from, rect.top(), count, rect.height());
    };
    switch (sub) {
    case QStyle::SC_ScrollBarSlider:
        return span(start, size);
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + size, length - start - size);
    default:
        return {};
    }
}

} // namespace wayreeve::ui::parts
