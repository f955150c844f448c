#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace wayreeve::ui {

class IconButton;
class Screen;

/// 44 px over the content: back, forward, breadcrumb, and the screen's own controls on the right.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    /// Shows this screen's heading and controls; hides the former screen's.
    void setScreen(Screen* screen);
    void setHistory(bool back, bool forward);

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    /// The place's name in the breadcrumb: back to its overview.
    void titlePressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void refresh();
    QPointer<Screen> m_screen;
    IconButton* m_back;
    IconButton* m_forward;
    QWidget* m_heading;
    QHBoxLayout* m_controls;
    QList<QPointer<QWidget>> m_shown;
};

} // namespace wayreeve::ui
