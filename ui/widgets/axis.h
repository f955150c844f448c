#pragma once

#include <QList>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <functional>

namespace wayreeve::ui {

/// A linear scale from values to pixels with round ticks (1, 2, 5 × 10ⁿ). `low` < `high` after construction, always.
class Axis {
public:
    /// At most about `ticks` ticks; widened so that both ends are round, and to hold 0 if `zero`.
    Axis(double low, double high, int ticks, bool zero = false);
    /// Exactly these ends, ticks inside.
    [[nodiscard]] static Axis exact(double low, double high, int ticks);

    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] double step() const { return m_step; }
    [[nodiscard]] QList<double> ticks() const;
    /// Pixel of a value when `low` is at `from` and `high` at `to`.
    [[nodiscard]] double map(double value, double from, double to) const;

private:
    Axis() = default;
    double m_low = 0;
    double m_high = 1;
    double m_step = 1;
};

/// Turns an axis value into text; the locale is the formatter's business.
using AxisText = std::function<QString(double)>;
/// Locale number with the decimals that the step needs; `plus` writes + before positive values; true minus sign.
[[nodiscard]] AxisText numberText(double step, bool plus = false, const QString& unit = {});

/// Grid lines and right-aligned labels left of `plot` (labels in Small, Text3); zero line in Ink::Axis.
void paintValueAxis(QPainter& painter, const QRectF& plot, const Axis& axis, const AxisText& text);
/// Labels under `plot`; labels that would touch their neighbour are left out.
void paintTimeAxis(QPainter& painter, const QRectF& plot, const Axis& axis, const AxisText& text);

} // namespace wayreeve::ui
