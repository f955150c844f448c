#pragma once

#include <QStyle>
#include <QStyleOption>

class QPainter;
class QWidget;

/// The drawing of Style, one function a control. Only style.cpp calls these.
namespace wayreeve::ui::parts {

void field(QPainter& painter, const QStyleOption& option, const QWidget* widget);
/// Edge of a text edit, like a field's; its viewport fills it.
void textFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void checkBox(QPainter& painter, const QStyleOption& option);
void radioButton(QPainter& painter, const QStyleOption& option);
void arrow(QPainter& painter, const QStyleOption& option, QStyle::PrimitiveElement element);
void branch(QPainter& painter, const QStyleOption& option);
void itemRow(QPainter& painter, const QStyleOption& option);
void panel(QPainter& painter, const QStyleOption& option, bool filled);
void pushButton(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget);
[[nodiscard]] QSize pushButtonSize(const QStyleOption& option, const QWidget* widget);
void toolButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget);
void comboLabel(QPainter& painter, const QStyleOptionComboBox& option);
void comboArrow(QPainter& painter, const QStyleOption& option);
void spinArrows(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down);
void tab(QPainter& painter, const QStyleOptionTab& option);
void headerBack(QPainter& painter, const QStyleOption& option);
void headerLabel(QPainter& painter, const QStyleOptionHeader& option);
void menuItem(QPainter& painter, const QStyleOptionMenuItem& option);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem& option);
void scrollBar(QPainter& painter, const QStyleOption& option, const QRect& slider);
[[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider& option, QStyle::SubControl sub);

} // namespace wayreeve::ui::parts
