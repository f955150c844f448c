#pragma once

#include "ui/widgets/tokens.h"

#include <QPushButton>
#include <QToolButton>

namespace wayreeve::ui {

/// A push button of our look: 28 px high, 6-px corners, icon in the text's colour, the key that triggers it in a box.
/// The text is the accessible name. Say why a button is disabled in its tooltip and beside it.
class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Filled, Link, Danger };

    Button(Kind kind, const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// Shown in the button; the shortcut itself is a command (CommandRegistry).
    void setKeyHint(const QString& keys);
    [[nodiscard]] QString keyHint() const { return m_keyHint; }
    void setIconName(const QString& name);
    [[nodiscard]] QString iconName() const { return m_iconName; }

private:
    Kind m_kind;
    QString m_keyHint;
    QString m_iconName;
};

/// The one main action of a screen.
class FilledButton : public Button {
    Q_OBJECT
public:
    explicit FilledButton(const QString& text, QWidget* parent = nullptr)
        : Button(Kind::Filled, text, parent) {}
};

class PlainButton : public Button {
    Q_OBJECT
public:
    explicit PlainButton(const QString& text, QWidget* parent = nullptr)
        : Button(Kind::Plain, text, parent) {}
};

/// Bold accent text without a box.
class LinkButton : public Button {
    Q_OBJECT
public:
    explicit LinkButton(const QString& text, QWidget* parent = nullptr)
        : Button(Kind::Link, text, parent) {}
};

/// 28×28, icon only: the name is tooltip and accessible name.
class IconButton : public QToolButton {
    Q_OBJECT
public:
    IconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);
};

} // namespace wayreeve::ui
