#include "ui/widgets/axis.h"

#include "ui/widgets/paint.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

/// The next of 1, 2, 5 × 10ⁿ that is not smaller.
double roundStep(double raw) {
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double digits = raw / power;
    const double eps = 1e-9;
    return power * (digits <= 1 + eps ? 1 : digits <= 2 + eps ? 2 : digits <= 5 + eps ? 5 : 10);
}

void order(double& low, double& high) {
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = 0;
        high = 1;
    }
    if (low > high)
        std::swap(low, high);
    if (low == high) {
        const double half = low == 0 ? 0.5 : std::abs(low) / 2;
        low -= half;
        high += half;
    }
}

} // namespace

Axis::Axis(double low, double high, int ticks, bool zero) {
    if (zero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    order(low, high);
    m_step = roundStep((high - low) / std::max(1, ticks));
    m_low = std::floor(low / m_step + 1e-9) * m_step;
    m_high = std::ceil(high / m_step - 1e-9) * m_step;
}

Axis Axis::exact(double low, double high, int ticks) {
    Axis axis;
    order(low, high);
    axis.m_low = low;
    axis.m_high = high;
    axis.m_step = roundStep((high - low) / std::max(1, ticks));
    return axis;
}

QList<double> Axis::ticks() const {
    QList<double> result;
    const double first = std::ceil(m_low / m_step - 1e-9);
    const double last = std::floor(m_high / m_step + 1e-9);
    for (double k = first; k <= last; ++k)
        result.append(k * m_step + 0.0); // + 0.0: no "−0"
    return result;
}

double Axis::map(double value, double from, double to) const {
    return from + (value - m_low) / (m_high - m_low) * (to - from);
}

AxisText numberText(double step, bool plus, const QString& unit) {
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
    return [decimals, plus, unit](double value) {
        QString text = QLocale().toString(std::abs(value), 'f', decimals);
        if (value < 0)
            text.prepend(QChar(0x2212));
        else if (plus && value > 0)
            text.prepend(QLatin1Char('+'));
        return text + unit;
    };
}

void paintValueAxis(QPainter& painter, const QRectF& plot, const Axis& axis, const AxisText& text) {
    painter.save();
    painter.setFont(uiFont(Type::Small));
    for (double tick : axis.ticks()) {
        const qreal y = std::round(axis.map(tick, plot.bottom(), plot.top()));
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), color(tick == 0 ? Ink::Axis : Ink::Grid));
        paintTabular(painter, QRectF(plot.left() - 72, y - 8, 64, 16), text(tick), Ink::Text3);
    }
    painter.restore();
}

void paintTimeAxis(QPainter& painter, const QRectF& plot, const Axis& axis, const AxisText& text) {
    painter.save();
    painter.setFont(uiFont(Type::Small));
    qreal free = plot.left() - 24;
    for (double tick : axis.ticks()) {
        const QString label = text(tick);
        const qreal width = tabularWidth(painter.font(), label);
        const qreal x = axis.map(tick, plot.left(), plot.right());
        const qreal left = std::clamp(x - width / 2, plot.left() - 12, plot.right() + 24 - width);
        if (left < free)
            continue;
        paintTabular(painter, QRectF(left, plot.bottom() + 5, width, 16), label, Ink::Text3, Qt::AlignLeft);
        free = left + width + metrics::space12;
    }
    painter.restore();
}

} // namespace wayreeve::ui
