#include "ui/widgets/style.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/style_parts.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QStyleOption>
#include <QTabBar>

namespace wayreeve::ui {

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect:
        // Buttons and fields have their ring outside (FocusRing), rows paint it inside.
        if (widget && widget->property("ringInside").toBool())
            paintFocusRing(*painter, option->rect, metrics::cardRadius, false);
        return;
    case PE_PanelLineEdit:
        parts::field(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        parts::checkBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        parts::radioButton(*painter, *option);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        parts::arrow(*painter, *option, element);
        return;
    case PE_IndicatorBranch:
        parts::branch(*painter, *option);
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        parts::itemRow(*painter, *option);
        return;
    case PE_Frame:
        if (widget && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit"))) {
            parts::textFrame(*painter, *option, widget);
            return;
        }
        [[fallthrough]];
    case PE_FrameMenu:
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        parts::panel(*painter, *option, element != PE_Frame);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Ink::Border));
        return;
    case PE_FrameTabWidget:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            parts::pushButton(*painter, *button, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && !combo->editable) {
            parts::comboLabel(*painter, *combo);
            return;
        }
        break;
    case CE_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            parts::tab(*painter, *tab);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        parts::headerBack(*painter, *option);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            parts::headerLabel(*painter, *header);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            parts::menuItem(*painter, *item);
            return;
        }
        break;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            const double span = bar->maximum - bar->minimum;
            const QRect line(bar->rect.left(), bar->rect.center().y() - 3, bar->rect.width(), 6);
            paintBar(*painter, line, span > 0 ? (bar->progress - bar->minimum) / span : 0);
            return;
        }
        break;
    case CE_Splitter: {
        const QRect r = option->rect;
        const bool upright = r.height() > r.width();
        painter->fillRect(upright ? QRect(r.center().x(), r.top(), 1, r.height())
                                  : QRect(r.left(), r.center().y(), r.width(), 1),
                          color(Ink::Border));
        return;
    }
    case CE_FocusFrame:
        paintFocusRing(*painter, QRectF(option->rect).adjusted(3, 3, -3, -3), metrics::panelRadius);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        parts::scrollBar(*painter, *option, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (control == CC_ComboBox) {
        parts::field(*painter, *option, widget);
        parts::comboArrow(*painter, *option);
        return;
    }
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox) {
        parts::field(*painter, *option, widget);
        parts::spinArrows(*painter, *spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                          subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option); tool && control == CC_ToolButton) {
        parts::toolButton(*painter, *tool, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    switch (type) {
    case CT_PushButton:
        return parts::pushButtonSize(*option, widget);
    case CT_LineEdit:
        return {size.width() + 8, metrics::control};
    case CT_ComboBox:
        return {size.width() + 36, metrics::control};
    case CT_SpinBox:
        return {size.width() + 36, metrics::control};
    case CT_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return {QFontMetrics(uiFont(Type::Body, Weight::Bold)).horizontalAdvance(tab->text) + 24, metrics::tabs};
        break;
    case CT_HeaderSection:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), metrics::row};
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return item->menuItemType == QStyleOptionMenuItem::Separator ? QSize(10, 9) : parts::menuItemSize(*item);
        break;
    case CT_ToolButton:
        return {std::max(metrics::control, size.width()), metrics::control};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 5;
    case PM_SplitterWidth:
        return 5;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractItemView*>(widget) ? 0 : 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics::icon;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::space8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return metrics::space12;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return metrics::space4;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
    case SH_FocusFrame_Mask:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_UnderlineShortcut:
        return hint == SH_UnderlineShortcut ? 0 : 1;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents)
        return option->rect.adjusted(7, 1, -7, -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar)
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return parts::scrollBarRect(*slider, sub);
    if (control == CC_ComboBox) {
        if (sub == SC_ComboBoxEditField)
            return option->rect.adjusted(1, 1, -26, -1);
        if (sub == SC_ComboBoxArrow)
            return {option->rect.right() - 25, option->rect.top(), 26, option->rect.height()};
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QTabBar*>(widget) ||
        qobject_cast<QLineEdit*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace wayreeve::ui
