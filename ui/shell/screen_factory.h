#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace wayreeve::ui {

class AppContext;
class Screen;

/// One line of the rail.
struct Place {
    QString id;
    QString icon;
    char key = 0;                ///< G, then this letter
    const char* title = nullptr; ///< for QCoreApplication::translate("Places", …)
    [[nodiscard]] QString text() const;
};

/// The eight places in the order of the rail.
[[nodiscard]] const QList<Place>& places();

using ScreenMaker = std::function<Screen*(AppContext&)>;
/// A screen registers in one line in ui/screens.cpp: `registerScreen("live", makeScreen<LiveScreen>)`.
/// Without a registration the place shows an EmptyScreen.
void registerScreen(const QString& placeId, ScreenMaker maker);
[[nodiscard]] Screen* createScreen(const QString& placeId, AppContext& context);

template <class T>
Screen* makeScreen(AppContext& context) {
    return new T(context);
}

} // namespace wayreeve::ui
