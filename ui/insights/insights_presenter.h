#pragma once

#include "ui/insights/insights_core.h"
#include "ui/widgets/interval_chart.h"
#include "ui/widgets/interval_rows.h"

#include <QList>
#include <QLocale>
#include <QString>

#include <optional>

namespace wayreeve::ui {

/// One metric in words. `effect` is the difference relative to the baseline's value with "better" to the right, for the
/// common scale of all rows; nothing where it cannot be said, then `hidden` says why.
struct MetricLine {
    QString id;
    QString name;
    QString formula;
    QString agentic;
    QString baseline;
    QString difference;
    QString range; ///< 95 % interval of the difference, in its unit
    std::optional<Interval> effect;
    QString hidden;
    QString n;   ///< agentic / baseline; without a baseline arm agentic alone
    QString tip; ///< formula, comparator, numbers of both arms, period
};

struct MetricBlock {
    QString title;
    QList<MetricLine> lines;
};

struct InsightsView {
    QString headline;  ///< to ship only where no guardrail metric is worse with its whole interval
    QString sentence;  ///< the interval the verdict rests on, and what it means
    QString intervals; ///< how that interval and those of chart and table differ
    bool healthy = true;
    bool compared = true; ///< there is a baseline arm; without one no split is checked either
    QString agentic;      ///< customers of the arms, counted on the curves' last day
    QString control;
    QString baseline;
    QString run;    ///< "Simulation s1"
    QString period; ///< "14 Aug to 12 Nov 2026, against the baseline"
    QList<MetricBlock> blocks;
    Trend difference; ///< points of share (× 100) by day; empty while unhealthy
    Trend share;
    QString leftOut; ///< who is not compared, and why; empty = everybody is
    QString noShare; ///< why `share` is empty, where it is not for want of data
};

/// Words for what session::insightsOf found. `currency` is the workspace's ISO code. Pure; any thread.
[[nodiscard]] InsightsView presentInsights(const session::Insights& insights, const QString& currency,
                                           const QLocale& locale);
/// One value in its unit: "4.5 %", "€12.30", "3.1 min", "–" for none; `signs` writes + and a true minus, and points
/// ("+4.5 pts") instead of per cent.
[[nodiscard]] QString metricText(std::optional<double> value, measurement::Unit unit, const QString& currency,
                                 const QLocale& locale, bool signs = false);

} // namespace wayreeve::ui
