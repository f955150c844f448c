#pragma once

#include "ui/shell/app_context.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace wayreeve::ui {

class ConfirmDialog;
class HoldsWork;
class MessageBar;
class Palette;
class UnsavedDialog;
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
    /// Runs `then` at once where everything is saved and nothing is at work; otherwise asks first: after saving or
    /// discarding it runs, after cancelling and where saving failed it does not. Work that a screen holds is ended
    /// first.
    void leave(std::function<void()> then);
    /// Where and as large as the window was when it was closed; the first time `wanted`. Never larger than the screen.
    /// From now on closing remembers it.
    void restorePlace(const QSize& wanted);
    /// `wanted` made small enough, and moved as little as needed, for it and its frame to lie in `room`.
    [[nodiscard]] static QRect fitted(const QRect& wanted, const QRect& room, const QMargins& frame);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

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
    [[nodiscard]] QList<Screen*> unsavedScreens() const;
    [[nodiscard]] HoldsWork* workHolder() const;
    void endWork(HoldsWork& holder, std::function<void()> then);
    void saveAll(std::function<void()> then);
    void fitToScreen();

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
    QPointer<UnsavedDialog> m_asking;
    QPointer<ConfirmDialog> m_askingWork;
    bool m_endingWork = false;
    bool m_remembersPlace = false;
};

} // namespace wayreeve::ui
