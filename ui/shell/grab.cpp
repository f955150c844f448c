#include "ui/shell/grab.h"

#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen.h"
#include "ui/shell/screen_factory.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>

namespace wayreeve::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Grab", text);
}

/// Handles events until the screen is settled; the timer only wakes the wait up, so that it ends.
bool waitUntilSettled(const Screen& screen, const AppContext& context, int patience) {
    const QDeadlineTimer deadline(patience);
    QTimer wake;
    wake.start(20);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    while (context.running() > 0 || !screen.settled()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents();
    return true;
}

bool writeManifest(const QString& path, const QList<GrabEntry>& entries) {
    QJsonArray list;
    for (const GrabEntry& entry : entries)
        list.append(QJsonObject{{"screen", entry.screen},
                                {"file", entry.file},
                                {"rows", entry.rows},
                                {"nodes", entry.nodes},
                                {"series", entry.series}});
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(list).toJson()) >= 0 && file.commit();
}

} // namespace

QString grabScreens(MainWindow& window, AppContext& context, const GrabOptions& options, QList<GrabEntry>* entries) {
    const QDir folder(options.folder);
    if (!folder.mkpath(QStringLiteral(".")))
        return say(QT_TRANSLATE_NOOP("Grab", "The folder %1 cannot be made.")).arg(options.folder);
    window.resize(options.size);
    window.show();
    QList<GrabEntry> taken;
    QStringList ids{QStringLiteral("start")};
    for (const Place& place : places())
        ids.append(place.id);
    for (const QString& id : std::as_const(ids)) {
        window.goTo(id, options.argument ? options.argument(id) : QString());
        Screen& screen = *window.currentScreen();
        if (!waitUntilSettled(screen, context, options.patience))
            return say(QT_TRANSLATE_NOOP("Grab", "The screen %1 did not become ready.")).arg(id);
        // Painted once before: what a screen learns from having been seen belongs into its picture.
        window.grab();
        if (!waitUntilSettled(screen, context, options.patience))
            return say(QT_TRANSLATE_NOOP("Grab", "The screen %1 did not become ready.")).arg(id);
        // A pointer that happens to stand over the window is no part of its picture.
        for (QWidget* widget : window.findChildren<QWidget*>())
            widget->setAttribute(Qt::WA_UnderMouse, false);
        const QPixmap picture = window.grab();
        const QString file = id + QStringLiteral(".png");
        if (!picture.save(folder.filePath(file)))
            return say(QT_TRANSLATE_NOOP("Grab", "The picture %1 cannot be written.")).arg(folder.filePath(file));
        const GrabCounts counts = screen.counts();
        taken.append({id, file, counts.rows, counts.nodes, counts.series});
    }
    if (!writeManifest(folder.filePath(QStringLiteral("manifest.json")), taken))
        return say(QT_TRANSLATE_NOOP("Grab", "The list of pictures cannot be written to %1.")).arg(options.folder);
    if (entries)
        *entries = taken;
    return {};
}

} // namespace wayreeve::ui
