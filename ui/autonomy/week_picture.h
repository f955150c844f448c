#pragma once

#include "ui/autonomy/matrix_words.h"

#include <QWidget>

namespace wayreeve::ui {

/// Seven days of 24 hours in local time: hatched where quiet hours hold messages back.
class WeekPicture : public QWidget {
    Q_OBJECT
public:
    explicit WeekPicture(QWidget* parent = nullptr);
    void setWeek(std::array<autonomy::Spans, 7> week, bool known);
    /// Days painted in the last repaint; 0 without policies.
    [[nodiscard]] int paintedItems() const { return m_painted; }
    [[nodiscard]] QSize sizeHint() const override { return {440, 130}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 130}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWords(QPainter& painter, int left, int top, double hour) const;
    std::array<autonomy::Spans, 7> m_week;
    bool m_known = false;
    int m_painted = 0;
};

} // namespace wayreeve::ui
