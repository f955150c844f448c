#pragma once

#include "ui/customers/customer_story.h"

#include <QAbstractScrollArea>

namespace wayreeve::ui {

/// The story as lanes: stage strip, times, a lane for each channel, the agent's lane. Newest first. Only what is in
/// view is painted. Up and Down move the selection, Enter opens its decision. Customer text is painted, never markup.
class StoryView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit StoryView(QWidget* parent = nullptr);
    void setStory(const CustomerStory& story);
    /// Item of the story; −1 = none.
    [[nodiscard]] int selected() const { return m_selected; }
    void select(int item);
    /// Cards painted in the last repaint.
    [[nodiscard]] int paintedItems() const { return m_painted; }

Q_SIGNALS:
    void selectedChanged(int item);
    void opened(int item);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void arrange();
    void paintHead(QPainter& painter) const;
    void paintItem(QPainter& painter, int item, const QRect& rect) const;
    void paintTimes(QPainter& painter, int shift) const;
    void paintStages(QPainter& painter, int shift) const;
    [[nodiscard]] int laneLeft(int lane) const;
    [[nodiscard]] int laneWidth(int lane) const;
    [[nodiscard]] int itemAt(const QPoint& point) const;

    CustomerStory m_story;
    std::vector<QRect> m_rects; ///< of the items, in content coordinates
    RecordWords m_words;
    int m_height = 0;
    int m_selected = -1;
    int m_painted = 0;

public:
    void setWords(const RecordWords& words) { m_words = words; }
};

} // namespace wayreeve::ui
