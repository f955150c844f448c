#include "ui/shell/watch_application.h"

#include <QEvent>
#include <QMetaEnum>

#include <ctime>

namespace wayreeve::ui {

namespace {

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

WatchApplication::WatchApplication(int& argc, char** argv)
    : QApplication(argc, argv) {
    const QByteArray mode = qgetenv("WAYREEVE_WATCH");
    m_watching = !mode.isEmpty();
    m_abort = mode == "abort";
}

void WatchApplication::excuse(const char* reason) {
    if (auto* self = qobject_cast<WatchApplication*>(instance()))
        self->m_excuse = reason;
}

bool WatchApplication::notify(QObject* receiver, QEvent* event) {
    if (!m_watching || m_depth > 0)
        return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const QByteArray name = receiver->metaObject()->className();
    const QEvent::Type type = event->type();
    const double before = threadMilliseconds();
    ++m_depth;
    m_excuse = nullptr;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const double spent = threadMilliseconds() - before;
    if (spent <= 16)
        return handled;
    const char* key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    const QString text =
        QStringLiteral("%1 %2 %3 ms").arg(QLatin1String(name), QLatin1String(key ? key : "?")).arg(spent, 0, 'f', 1);
    if (m_excuse) {
        qInfo("busy (%s): %s", m_excuse, qUtf8Printable(text));
    } else if (spent <= 50) {
        qWarning("busy: %s", qUtf8Printable(text));
    } else {
        m_stalls.append(text);
        qCritical("stall: %s", qUtf8Printable(text));
        if (m_abort)
            qFatal("the window thread stood still");
    }
    return handled;
}

} // namespace wayreeve::ui
