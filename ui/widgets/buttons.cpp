#include "ui/widgets/buttons.h"

#include "ui/widgets/icons.h"

namespace wayreeve::ui {

namespace {

/// QPushButton keeps its size hint until its own text or icon changes.
void forgetSize(QPushButton& button) {
    button.setIcon(button.icon());
}

} // namespace

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
    forgetSize(*this);
}

void Button::setKeyHint(const QString& keys) {
    if (keys == m_keyHint)
        return;
    m_keyHint = keys;
    forgetSize(*this);
}

void Button::setIconName(const QString& name) {
    m_iconName = name;
    forgetSize(*this);
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
