#pragma once

#include <QObject>

namespace wayreeve {

namespace ui {
class AppContext;
class MainWindow;
} // namespace ui

/// `wayreeve --first-paint`: prints how many milliseconds after the start of the process the window was first painted
/// and when its first place was complete, one line on standard output, and ends the program. The start is the kernel's,
/// so loading of libraries counts; resolution 10 ms. Window thread.
class FirstPaint : public QObject {
    Q_OBJECT
public:
    FirstPaint(ui::MainWindow& window, ui::AppContext& context);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    ui::MainWindow& m_window;
    ui::AppContext& m_context;
    qint64 m_painted = -1; ///< ms
};

} // namespace wayreeve
