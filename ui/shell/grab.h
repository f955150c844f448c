#pragma once

#include <QList>
#include <QSize>
#include <QString>

#include <functional>

namespace wayreeve::ui {

class MainWindow;
class AppContext;

/// One picture that was taken.
struct GrabEntry {
    QString screen;
    QString file;
    int rows = 0;
    int nodes = 0;
    int series = 0;
};

struct GrabOptions {
    QString folder;
    QSize size{1440, 900};
    /// Upper bound of waiting for a screen, in milliseconds of event processing; a screen that does not settle by then
    /// is an error.
    int patience = 30000;
    /// Opens what each place should show (a decision, a customer); empty: the place alone.
    std::function<QString(const QString& placeId)> argument;
};

/// Renders "start" and the eight places into `folder` (made if need be) and writes manifest.json. Pictures are taken
/// with QWidget::grab when the screen is settled and no background work runs; events are pumped, nothing sleeps.
/// Returns the sentence of the first error, empty when all went well.
[[nodiscard]] QString grabScreens(MainWindow& window, AppContext& context, const GrabOptions& options,
                                  QList<GrabEntry>* entries = nullptr);

} // namespace wayreeve::ui
