#pragma once

#include "ui/widgets/tokens.h"

#include <QLabel>

namespace wayreeve::ui {

/// Text that is never taken for markup, in one of the three sizes and a token colour that follows the theme.
/// Customer text is shown with this or painted, never with a bare QLabel.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(const QString& text = {}, Type type = Type::Body, Weight weight = Weight::Regular,
                        Ink ink = Ink::Text1, QWidget* parent = nullptr);
    void setInk(Ink ink);
    /// One line, cut with "…" and the whole text as tooltip, instead of asking for its full width.
    void setElided(bool elided);
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// With word wrap: lines of the size's own height (12/16, 13/20, 18/24).
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyInk();
    Type m_type;
    Ink m_ink;
    bool m_elided = false;
    bool m_applying = false;
};

/// A glyph of the icon set as a small widget, hidden from assistive tools (the word beside it speaks).
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(const QString& iconName, Ink ink = Ink::Text2, QWidget* parent = nullptr);
    void setIcon(const QString& iconName, Ink ink);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Ink m_ink;
};

} // namespace wayreeve::ui
