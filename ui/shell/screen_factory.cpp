#include "ui/shell/screen_factory.h"

#include "ui/shell/empty_screen.h"

#include <QCoreApplication>
#include <QHash>

namespace wayreeve::ui {

namespace {

QHash<QString, ScreenMaker>& makers() {
    static QHash<QString, ScreenMaker> table;
    return table;
}

} // namespace

QString Place::text() const {
    return QCoreApplication::translate("Places", title);
}

const QList<Place>& places() {
    static const QList<Place> table{
        {"journeys", "journeys", 'J', QT_TRANSLATE_NOOP("Places", "Journeys")},
        {"autonomy", "autonomy", 'A', QT_TRANSLATE_NOOP("Places", "Autonomy")},
        {"approvals", "approvals", 'Q', QT_TRANSLATE_NOOP("Places", "Approvals")},
        {"decisions", "decisions", 'D', QT_TRANSLATE_NOOP("Places", "Decisions")},
        {"customers", "customers", 'C', QT_TRANSLATE_NOOP("Places", "Customers")},
        {"insights", "insights", 'I', QT_TRANSLATE_NOOP("Places", "Insights")},
        {"simulation", "simulation", 'S', QT_TRANSLATE_NOOP("Places", "Simulation")},
        {"live", "live", 'L', QT_TRANSLATE_NOOP("Places", "Live")},
    };
    return table;
}

void registerScreen(const QString& placeId, ScreenMaker maker) {
    makers().insert(placeId, std::move(maker));
}

Screen* createScreen(const QString& placeId, AppContext& context) {
    if (const ScreenMaker maker = makers().value(placeId))
        return maker(context);
    return new EmptyScreen(placeId, context);
}

} // namespace wayreeve::ui
