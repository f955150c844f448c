#pragma once

#include "ui/widgets/axis.h"
#include "ui/widgets/marks.h"

#include <QStringList>
#include <QWidget>

#include <optional>

namespace wayreeve::ui {

/// One point of a trend. x is days (or any unit of the x text); low and high bound the interval; NaN = none.
struct TrendPoint {
    double x = 0;
    double y = 0;
    double low = 0;
    double high = 0;
};

struct TrendSeries {
    SeriesMark mark = SeriesMark::Agentic;
    QString label; ///< at the line's end
    QString note;  ///< under the label, quiet: the interval in words
    QList<TrendPoint> points;
    bool band = true;
};

struct TrendEvent {
    double x = 0;
    QString text;
    bool warning = false;
};

/// A horizontal limit in words ("guardrail 3.0", "2 reviewers can do 44").
struct TrendLimit {
    double y = 0;
    QString text;
};

struct Trend {
    QList<TrendSeries> series;
    QList<TrendEvent> events;
    QList<TrendLimit> limits;
    AxisText xText; ///< default: numbers
    AxisText yText; ///< default: numbers
    bool zero = true;
    std::optional<double> xLow, xHigh; ///< default: the data's
    std::optional<double> now;         ///< after it: sunken, "not yet"
    qint64 n = -1;                     ///< shown in the accessible text and the table; -1 = unknown
};

/// Lines with interval bands, labels at their ends, zero drawn, events as dotted verticals. Painted with QPainter;
/// more points than pixels are reduced to the minimum and maximum of each pixel. Left/Right move a reading line.
class IntervalChart : public QWidget {
    Q_OBJECT
public:
    explicit IntervalChart(const QString& name, QWidget* parent = nullptr);

    void setTrend(Trend trend);
    /// What stands there without a point to draw; empty: that there is no data yet.
    void setEmptyText(const QString& text);
    /// Pixels left of the plot, at least; and those right of it, for the words at the lines' ends: what another chart
    /// needs to stand exactly under this one.
    void setLeftRoom(qreal left);
    [[nodiscard]] qreal rightRoom() const;
    /// Series with at least one point that were painted in the last repaint.
    [[nodiscard]] int paintedItems() const { return m_painted; }
    /// The chart as a table, header first: the same numbers for a reader who cannot see lines.
    [[nodiscard]] QList<QStringList> tableRows() const;
    [[nodiscard]] QSize sizeHint() const override { return {640, 160}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void setReading(std::optional<double> x);
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] Axis xAxis() const;
    [[nodiscard]] Axis yAxis() const;
    QString m_name;
    QString m_emptyText;
    Trend m_trend;
    std::optional<double> m_reading;
    qreal m_left = 0;
    int m_painted = 0;
};

} // namespace wayreeve::ui
