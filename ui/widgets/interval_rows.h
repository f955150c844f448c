#pragma once

#include "ui/widgets/axis.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <utility>

namespace wayreeve::ui {

/// An estimate with its interval. The colour is grey when the interval holds zero, accent otherwise.
struct Interval {
    double estimate = 0;
    double low = 0;
    double high = 0;
};

/// One interval on a scale in `rect`: line with end ticks, dot, arrows where it leaves the scale. The zero line is the
/// caller's (paintZero). For delegates and for IntervalRows.
void paintInterval(QPainter& painter, const QRectF& rect, const Axis& axis, const Interval& interval,
                   bool muted = false);
void paintZero(QPainter& painter, const QRectF& rect, const Axis& axis);
/// A small line without axes ("events, last hour"), scaled to its own range.
void paintSparkline(QPainter& painter, const QRectF& rect, const QList<double>& values, Ink ink = Ink::Accent);

struct IntervalRow {
    QString label;
    Interval interval;
    QString text; ///< the estimate in words, on the right
    bool strong = false;
    bool muted = false;
};

/// Forest plot: one row an estimate, one common scale with zero, labels left, words right, axis below.
class IntervalRows : public QWidget {
    Q_OBJECT
public:
    explicit IntervalRows(const QString& name, QWidget* parent = nullptr);
    void setRows(QList<IntervalRow> rows);
    void setAxisText(AxisText text) { m_axisText = std::move(text); }
    /// Exactly this scale, for shares in per cent 0 to 100; without it the data's, with 0.
    void setRange(double low, double high) { m_range = {low, high}; }
    [[nodiscard]] Axis axis(int ticks) const;
    void setLabelWidth(int pixels) { m_labelWidth = pixels; }
    [[nodiscard]] int paintedItems() const { return m_painted; }
    [[nodiscard]] QList<QStringList> tableRows() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<IntervalRow> m_rows;
    AxisText m_axisText;
    std::optional<std::pair<double, double>> m_range;
    int m_labelWidth = 96;
    int m_painted = 0;
};

} // namespace wayreeve::ui
