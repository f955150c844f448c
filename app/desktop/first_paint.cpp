#include "first_paint.h"

#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace wayreeve {

namespace {

/// Milliseconds since the kernel started this process; -1 where /proc does not say.
qint64 sinceStart() {
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now{};
    if (!file.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    const QByteArray line = file.readAll();
    // After the name in parentheses: field 22 of proc(5) is the start in clock ticks since boot.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const qint64 ticks = fields.value(19).toLongLong();
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000 - ticks * 1000 / sysconf(_SC_CLK_TCK);
}

} // namespace

FirstPaint::FirstPaint(ui::MainWindow& window, ui::AppContext& context)
    : QObject(&window)
    , m_window(window)
    , m_context(context) {
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint && m_painted < 0) {
        m_window.removeEventFilter(this);
        // Queued: when the children are painted as well.
        QTimer::singleShot(0, this, [this] {
            m_painted = sinceStart();
            look();
        });
    }
    return QObject::eventFilter(watched, event);
}

void FirstPaint::look() {
    const ui::Screen* screen = m_window.currentScreen();
    if (m_context.running() > 0 || (screen != nullptr && !screen->settled())) {
        QTimer::singleShot(1, this, &FirstPaint::look);
        return;
    }
    m_window.repaint();
    std::printf("window painted after %lld ms, its place complete after %lld ms\n", static_cast<long long>(m_painted),
                static_cast<long long>(sinceStart()));
    QCoreApplication::quit();
}

} // namespace wayreeve
