#pragma once

#include "ui/shell/app_context.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace wayreeve::ui {

class MessageBar;
class Palette;
class Rail;
class Screen;
class StatusLine;
class TopBar;

/// Rail, top bar, message bar, screens, status line. Screens are made when first shown. Window thread only.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(AppContext& context);
    ~MainWindow() override;

    /// "start" or one of places(); unknown ids are ignored. Remembers where one came from.
    void goTo(const QString& placeId, const QString& argument = {});
    void back();
    void forward();
    [[nodiscard]] QString currentPlace() const;
    [[nodiscard]] Screen* currentScreen() const;
    /// Makes it when there is none yet.
    Screen* screen(const QString& placeId);
    [[nodiscard]] MessageBar& messages() const { return *m_messages; }
    [[nodiscard]] Palette& palettePopup() const { return *m_palette; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Visit {
        QString place;
        QString argument;
    };
    void addCommands();
    void connectContext();
    void showVisit(const Visit& visit);
    void nextPane(int direction);
    void refreshScreens();
    void showStop(bool stopped);

    AppContext& m_context;
    Rail* m_rail;
    TopBar* m_topBar;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    Palette* m_palette;
    QHash<QString, Screen*> m_screens;
    QList<Visit> m_history;
    qsizetype m_at = -1;
};

} // namespace wayreeve::ui
