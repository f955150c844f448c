#pragma once

#include "ui/shell/screen.h"

class QGridLayout;
class QVBoxLayout;

namespace wayreeve::ui {

class Button;
class RecentRow;
class TemplateTile;

/// The first thing that people see: open the demo, start from a journey that runs, or go on where they were.
/// Everything on it comes from the StartProvider service; without one it says so. counts(): rows = recent workspaces,
/// nodes = templates.
class StartPage : public Screen {
    Q_OBJECT
public:
    explicit StartPage(AppContext& context);

    [[nodiscard]] QString placeId() const override { return QStringLiteral("start"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<QWidget*> topBarWidgets() override;
    void refresh() override;
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

private:
    void build();
    void addProblems(QVBoxLayout& column);
    void addDemo(QVBoxLayout& column);
    void addTemplates(QVBoxLayout& column);
    void addRecent(QVBoxLayout& column);
    void move(const TemplateTile& from, int dx, int dy);

    QWidget* m_body = nullptr;
    Button* m_open;
    Button* m_openDemo = nullptr;
    QList<TemplateTile*> m_tiles;
    QList<RecentRow*> m_rows;
};

} // namespace wayreeve::ui
