#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

namespace wayreeve::ui {

class AppContext;

/// One line of the rail, painted: icon, words, count, selection.
class RailItem : public QAbstractButton {
    Q_OBJECT
public:
    RailItem(const QString& iconName, const QString& text, QWidget* parent = nullptr);
    /// Negative: no count. From a thousand on it is shown short; accessible name and tooltip have all of it.
    void setCount(int count);
    /// "999", "1.1k", "12k".
    [[nodiscard]] static QString badgeText(int count);
    /// Width left for the text beside the count.
    [[nodiscard]] int textRoom() const;
    void setKeyHint(const QString& keys);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateToolTip();
    [[nodiscard]] int badgeWidth() const;
    QString m_icon;
    QString m_keyHint;
    int m_count = -1;
    bool m_narrow = false;
};

/// The left edge of the window: workspace, Find, the eight places with their counts, shortcuts, the person.
/// 168 px, or 56 with icons and tooltips.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(AppContext& context, QWidget* parent = nullptr);

    void setCurrent(const QString& placeId);
    void setCount(const QString& placeId, int count);
    void setNarrow(bool narrow);
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void placeChosen(const QString& placeId);
    void findRequested();
    void shortcutsRequested();
    void openRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showPeople();
    void refresh();
    AppContext& m_context;
    QAbstractButton* m_workspace;
    QAbstractButton* m_find;
    QAbstractButton* m_person;
    RailItem* m_shortcuts;
    QHash<QString, RailItem*> m_items;
    QList<RailItem*> m_order;
};

} // namespace wayreeve::ui
