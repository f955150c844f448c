#include "ui/widgets/buttons.h"

#include "ui/widgets/icons.h"

namespace wayreeve::ui {

Button::Button(Kind kind, const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAutoDefault(false);
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
}

void Button::setKind(Kind kind) {
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& keys) {
    m_keyHint = keys;
    updateGeometry();
    update();
}

void Button::setIconName(const QString& name) {
    m_iconName = name;
    updateGeometry();
    update();
}

IconButton::IconButton(const QString& iconName, const QString& name, QWidget* parent)
    : QToolButton(parent) {
    setIcon(wayreeve::ui::icon(iconName));
    setToolTip(name);
    setAccessibleName(name);
    setAutoRaise(true);
    setFixedSize(metrics::control, metrics::control);
    setFocusPolicy(Qt::TabFocus);
}

} // namespace wayreeve::ui
