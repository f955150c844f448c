#include "ui/widgets/style.h"

#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPalette>
#include <QPointer>
#include <QTextEdit>
#include <QToolTip>

// Outside any namespace: the macro declares the resource's own function.
static void initResources() {
    Q_INIT_RESOURCE(wayreeve_look);
}

namespace wayreeve::ui {

namespace {

QPalette palette() {
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, Ink ink, Ink disabled) {
        p.setColor(QPalette::Active, role, color(ink));
        p.setColor(QPalette::Inactive, role, color(ink));
        p.setColor(QPalette::Disabled, role, color(disabled));
    };
    set(QPalette::Window, Ink::Surface, Ink::Surface);
    set(QPalette::WindowText, Ink::Text1, Ink::Text3);
    set(QPalette::Base, Ink::Surface, Ink::Sunken);
    set(QPalette::AlternateBase, Ink::Surface, Ink::Surface);
    set(QPalette::Text, Ink::Text1, Ink::Text3);
    set(QPalette::PlaceholderText, Ink::Text3, Ink::Text3);
    set(QPalette::Button, Ink::Surface, Ink::Sunken);
    set(QPalette::ButtonText, Ink::Text1, Ink::Text3);
    set(QPalette::BrightText, Ink::OnFill, Ink::OnFill);
    set(QPalette::Highlight, Ink::Tint2, Ink::Hover);
    set(QPalette::HighlightedText, Ink::Text1, Ink::Text3);
    set(QPalette::Link, Ink::Accent, Ink::Text3);
    set(QPalette::LinkVisited, Ink::Accent, Ink::Text3);
    set(QPalette::ToolTipBase, Ink::Surface, Ink::Surface);
    set(QPalette::ToolTipText, Ink::Text1, Ink::Text1);
    set(QPalette::Light, Ink::Surface, Ink::Surface);
    set(QPalette::Midlight, Ink::Hover, Ink::Hover);
    set(QPalette::Mid, Ink::Border2, Ink::Border);
    set(QPalette::Dark, Ink::Control, Ink::Border2);
    set(QPalette::Shadow, Ink::Control, Ink::Border2);
    return p;
}

/// The ring outside buttons and fields: a style cannot paint outside a widget, a focus frame beside it can.
class FocusRing : public QObject {
public:
    explicit FocusRing(QObject* parent)
        : QObject(parent) {
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    }

private:
    static bool ringed(const QWidget* widget) {
        if (!widget || !widget->parentWidget() || widget->property("ringInside").toBool())
            return false;
        if (qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
            qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QComboBox*>(widget))
            return !qobject_cast<const QAbstractSpinBox*>(widget->parentWidget());
        return qobject_cast<const QAbstractButton*>(widget) &&
               widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    }
    void follow(QWidget* now) {
        if (!ringed(now)) {
            if (m_frame)
                m_frame->setWidget(nullptr);
            return;
        }
        if (!m_frame || m_frame->window() != now->window()) {
            delete m_frame;
            m_frame = new QFocusFrame;
        }
        m_frame->setWidget(now);
    }
    QPointer<QFocusFrame> m_frame;
};

void apply() {
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
    for (QWidget* top : QApplication::topLevelWidgets())
        top->update();
    for (QWidget* widget : QApplication::allWidgets())
        widget->update();
}

} // namespace

void installLook() {
    initResources();
    QApplication::setStyle(new Style);
    QApplication::setFont(uiFont(Type::Body));
    apply();
    static QPointer<FocusRing> ring;
    if (ring)
        return;
    ring = new FocusRing(qApp);
    QObject::connect(&Tokens::current(), &Tokens::changed, qApp, apply);
}

} // namespace wayreeve::ui
