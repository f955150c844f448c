#include "ui/insights/insights_presenter.h"

#include "measurement/comparison.h"
#include "ui/insights/metric_words.h"
#include "ui/shell/record_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace wayreeve::ui {

namespace {

using measurement::MetricValue;
using measurement::Unit;
using measurement::Verdict;

QString say(const char* text) {
    return QCoreApplication::translate("Insights", text);
}

QString dash() {
    return QStringLiteral("–");
}

QString day(Instant at, const QLocale& locale) {
    return locale.toString(QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).date(),
                           QCoreApplication::translate("Records", "d MMM yyyy"));
}

QString points(double share, const QLocale& locale) {
    return metricText(share, Unit::Share, {}, locale, true);
}

QString rangeText(double low, double high, Unit unit, const QString& currency, const QLocale& locale) {
    return say(QT_TRANSLATE_NOOP("Insights", "%1 to %2"))
        .arg(metricText(low, unit, currency, locale, true), metricText(high, unit, currency, locale, true));
}

QString leftOutText(const session::Insights& insights, const QLocale& locale) {
    const auto count = [&](std::uint64_t number) { return locale.toString(static_cast<qulonglong>(number)); };
    QStringList parts;
    if (insights.mixedArms > 0)
        parts.append(say(QT_TRANSLATE_NOOP("Insights", "Customers left out, because they were in both arms or are no "
                                                       "persons: %1."))
                         .arg(count(insights.mixedArms)));
    if (insights.accounts > 0)
        parts.append(say(QT_TRANSLATE_NOOP("Insights", "Accounts left out, because persons are compared: %1."))
                         .arg(count(insights.accounts)));
    return parts.join(QLatin1Char(' '));
}

/// The difference on the scale that all rows share.
std::optional<Interval> effectOf(const MetricValue& value) {
    if (!whyNotCompared(value).empty())
        return std::nullopt;
    const double scale = std::abs(*value.baseline);
    if (value.higherIsBetter)
        return Interval{*value.difference / scale, *value.low / scale, *value.high / scale};
    return Interval{-*value.difference / scale, -*value.high / scale, -*value.low / scale};
}

QString hiddenText(const MetricValue& value, bool healthy) {
    if (!healthy)
        return whyMissing("unhealthy");
    const std::string_view why = whyNotCompared(value);
    if (why == "too-few")
        return say(QT_TRANSLATE_NOOP("Insights", "too few for an interval"));
    if (why == "baseline-zero")
        return say(QT_TRANSLATE_NOOP("Insights", "baseline is zero"));
    return why.empty() ? QString() : whyMissing(std::string(why));
}

MetricLine lineOf(const MetricValue& value, const InsightsView& view, const QString& currency, const QLocale& locale) {
    MetricLine line;
    line.id = QString::fromUtf8(value.id.data(), static_cast<qsizetype>(value.id.size()));
    line.name = metricName(value.id);
    line.formula = metricFormula(value.id);
    line.hidden = hiddenText(value, view.healthy);
    const QString agentic = locale.toString(static_cast<qulonglong>(value.nAgentic));
    const QString baseline = locale.toString(static_cast<qulonglong>(value.nBaseline));
    line.n = view.compared ? say(QT_TRANSLATE_NOOP("Insights", "%1 / %2")).arg(agentic, baseline) : agentic;
    line.agentic = line.baseline = line.difference = dash();
    if (view.healthy && value.isAvailable()) {
        line.agentic = metricText(value.agentic, value.unit, currency, locale);
        line.baseline = metricText(value.baseline, value.unit, currency, locale);
        line.difference = metricText(value.difference, value.unit, currency, locale, true);
        if (value.low && value.high)
            line.range = rangeText(*value.low, *value.high, value.unit, currency, locale);
        line.effect = effectOf(value);
    }
    const QString better = value.higherIsBetter ? say(QT_TRANSLATE_NOOP("Insights", "Higher is better."))
                                                : say(QT_TRANSLATE_NOOP("Insights", "Lower is better."));
    line.tip = line.formula + QLatin1String(". ") + better + QLatin1Char('\n') +
               say(QT_TRANSLATE_NOOP("Insights", "Agentic n = %1, baseline n = %2")).arg(agentic, baseline);
    if (!line.range.isEmpty())
        line.tip += QLatin1Char('\n') +
                    say(QT_TRANSLATE_NOOP("Insights", "Difference, fixed-time 95 % interval: %1")).arg(line.range);
    if (line.effect)
        line.tip += QLatin1Char('\n') +
                    say(QT_TRANSLATE_NOOP("Insights", "Drawn from −30 % to +30 % of the baseline’s value."));
    if (value.why == "logged-choices")
        line.tip += QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("Insights", "Unknown where the log chose otherwise."));
    else if (!line.hidden.isEmpty())
        line.tip += QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("Insights", "Hidden: %1")).arg(line.hidden);
    line.tip += QLatin1Char('\n') + view.period;
    return line;
}

QString blockTitle(measurement::Block block) {
    switch (block) {
    case measurement::Block::Business:
        return say(QT_TRANSLATE_NOOP("Insights", "Business"));
    case measurement::Block::Experience:
        return say(QT_TRANSLATE_NOOP("Insights", "Experience"));
    case measurement::Block::Operations:
        return say(QT_TRANSLATE_NOOP("Insights", "Operations"));
    case measurement::Block::Risk:
        return say(QT_TRANSLATE_NOOP("Insights", "Risk"));
    }
    return {};
}

/// Guardrail metrics whose whole interval says worse: "Escalation +29.6 pts".
QStringList harmedGuardrails(const std::vector<MetricValue>& values, const QString& currency, const QLocale& locale) {
    static constexpr std::array<std::string_view, 4> guardrails{"complaints-of-automation", "unsubscribe-rate",
                                                                "escalation", "cost-to-serve"};
    QStringList harmed;
    for (const MetricValue& value : values) {
        const bool watched = std::find(guardrails.begin(), guardrails.end(), value.id) != guardrails.end();
        if (!watched || !value.isAvailable() || !value.difference || !value.low || !value.high)
            continue;
        if (value.higherIsBetter ? *value.high < 0 : *value.low > 0)
            harmed.append(
                say(QT_TRANSLATE_NOOP("Insights", "%1 %2"))
                    .arg(metricName(value.id), metricText(value.difference, value.unit, currency, locale, true)));
    }
    return harmed;
}

QString headlineOf(const measurement::Lift& lift, const QStringList& harmed, const QLocale& locale) {
    const QString size = metricText(std::abs(lift.difference), Unit::Share, {}, locale, true).mid(1);
    const bool higher = lift.difference >= 0;
    switch (lift.verdict) {
    case Verdict::Unhealthy:
        return say(QT_TRANSLATE_NOOP("Insights", "The arms cannot be compared: customers were not split as planned."));
    case Verdict::Ship:
        if (!harmed.isEmpty())
            return say(QT_TRANSLATE_NOOP("Insights", "%1 more customers reach the goal than in the baseline, but "
                                                     "guardrails got worse: %2. Weigh it before you ship."))
                .arg(size, harmed.join(QStringLiteral(", ")));
        return say(QT_TRANSLATE_NOOP("Insights", "%1 more customers reach the goal than in the baseline. Ship it."))
            .arg(size);
    case Verdict::RollBack:
        if (lift.reason == "guardrail")
            return say(QT_TRANSLATE_NOOP("Insights", "A guardrail is harmed. Roll back."));
        return say(QT_TRANSLATE_NOOP("Insights", "%1 fewer customers reach the goal than in the baseline. Roll back."))
            .arg(size);
    case Verdict::KeepGoing:
        break;
    }
    if (lift.reason == "too-early")
        return say(QT_TRANSLATE_NOOP("Insights", "Too early for a verdict: seven days must pass. Keep going."));
    if (lift.reason == "too-few")
        return say(QT_TRANSLATE_NOOP("Insights", "Too few customers for a verdict. Keep going."));
    return higher ? say(QT_TRANSLATE_NOOP("Insights",
                                          "%1 more customers reach the goal so far, not certain yet. Keep going."))
                        .arg(size)
                  : say(QT_TRANSLATE_NOOP("Insights",
                                          "%1 fewer customers reach the goal so far, not certain yet. Keep going."))
                        .arg(size);
}

QString sentenceOf(const measurement::Lift& lift, const QString& goal, const QLocale& locale) {
    if (lift.verdict == Verdict::Unhealthy)
        return say(QT_TRANSLATE_NOOP(
                       "Insights",
                       "Chi-square test of the split: p = %1, alarm below 0.001. The numbers stay hidden until it is "
                       "repaired."))
            .arg(locale.toString(lift.ratio.p, 'g', 2));
    const QString shares = say(QT_TRANSLATE_NOOP("Insights", "%1: agentic %2, baseline %3."))
                               .arg(goal, metricText(lift.agentic, Unit::Share, {}, locale),
                                    metricText(lift.baseline, Unit::Share, {}, locale));
    if (!lift.always)
        return shares + QLatin1Char(' ') +
               say(QT_TRANSLATE_NOOP("Insights", "An always-valid interval needs 30 customers in each arm."));
    return shares + QLatin1Char(' ') +
           say(QT_TRANSLATE_NOOP("Insights", "Always-valid 95 % interval of the difference, right at every look: %1."))
               .arg(rangeText(lift.always->low, lift.always->high, Unit::Share, {}, locale));
}

/// Days are counted from the run's start; what happens at its last instant belongs to its last day.
template <class Points, class Add>
void addDays(TrendSeries& series, const Points& points, const audit::RunInfo& run, Add add) {
    const int last = run.days > 0 ? static_cast<int>(run.days) - 1 : std::numeric_limits<int>::max();
    for (const auto& point : points) {
        const double day = std::min(point.day, last);
        if (!series.points.isEmpty() && series.points.back().x >= day)
            series.points.removeLast(); // cumulative: the later one has it all
        series.points.append(add(day, point));
    }
}

Trend differenceTrend(const measurement::Curves& curves, const audit::RunInfo& run, const QLocale& locale) {
    Trend trend;
    TrendSeries series;
    addDays(series, curves.difference, run, [](double day, const auto& point) {
        return TrendPoint{day, point.difference * 100, point.interval.low * 100, point.interval.high * 100};
    });
    if (!curves.difference.empty()) {
        const auto& last = curves.difference.back();
        series.label = points(last.difference, locale);
        series.note = rangeText(last.interval.low, last.interval.high, Unit::Share, {}, locale);
        trend.series.append(series);
    }
    trend.xText = [](double x) {
        return std::floor(x) == x ? say(QT_TRANSLATE_NOOP("Insights", "day %1")).arg(x + 1) : QString();
    };
    return trend;
}

Trend shareTrend(const measurement::Curves& curves, const audit::RunInfo& run, const QLocale& locale) {
    Trend trend;
    for (const auto& curve : curves.arms) {
        if (curve.points.empty() || curve.arm == documents::Arm::Control)
            continue;
        TrendSeries series;
        const bool agentic = curve.arm == documents::Arm::Agentic;
        series.mark = agentic ? SeriesMark::Agentic : SeriesMark::Baseline;
        addDays(series, curve.points, run, [](double day, const auto& point) {
            return TrendPoint{day, point.share * 100, point.interval.low * 100, point.interval.high * 100};
        });
        const auto& last = curve.points.back();
        series.label = (agentic ? say(QT_TRANSLATE_NOOP("Insights", "agentic %1"))
                                : say(QT_TRANSLATE_NOOP("Insights", "baseline %1")))
                           .arg(metricText(last.share, Unit::Share, {}, locale));
        trend.series.append(series);
    }
    trend.xText = [](double x) {
        return std::floor(x) == x ? say(QT_TRANSLATE_NOOP("Insights", "day %1")).arg(x + 1) : QString();
    };
    return trend;
}

QString customersOf(const measurement::Curves& curves, documents::Arm arm, const QLocale& locale) {
    for (const auto& curve : curves.arms)
        if (curve.arm == arm && !curve.points.empty())
            return locale.toString(static_cast<qulonglong>(curve.points.back().customers));
    return locale.toString(0);
}

/// Somebody was decided for, nobody got the baseline.
bool lacksBaseline(const session::Insights& insights) {
    const auto customers = [&insights](documents::Arm arm) {
        for (const auto& curve : insights.curves.arms)
            if (curve.arm == arm && !curve.points.empty())
                return curve.points.back().customers;
        return std::uint64_t(0);
    };
    return customers(documents::Arm::Agentic) > 0 && customers(documents::Arm::Baseline) == 0;
}

void sayNoBaseline(InsightsView& view, const audit::RunInfo& run) {
    view.compared = false;
    view.headline =
        say(QT_TRANSLATE_NOOP("Insights", "No baseline arm in this run: there is nothing to compare with."));
    view.sentence =
        run.kind == audit::RunKind::Replay
            ? say(QT_TRANSLATE_NOOP("Insights",
                                    "A replay of logged data decides for everybody. What its choices gain over the log "
                                    "stands in the report that the replay printed; each value here is the run’s own."))
            : say(QT_TRANSLATE_NOOP("Insights", "No customer was given to the baseline, so there is neither a lift nor "
                                                "a split to check. Each value here is the run’s own."));
}

QString runText(const audit::RunInfo& run) {
    const QString tag = QString::fromStdString(run.tag);
    switch (run.kind) {
    case audit::RunKind::Live:
        return say(QT_TRANSLATE_NOOP("Insights", "Live %1")).arg(tag);
    case audit::RunKind::Replay:
        return say(QT_TRANSLATE_NOOP("Insights", "Replay %1")).arg(tag);
    case audit::RunKind::Simulation:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Insights", "Simulation %1")).arg(tag);
}

} // namespace

QString metricText(std::optional<double> value, Unit unit, const QString& currency, const QLocale& locale, bool signs) {
    if (!value || !std::isfinite(*value))
        return dash();
    double number = *value;
    int decimals = 1;
    if (unit == Unit::Share) {
        number *= 100;
        decimals = std::abs(number) < 1 && number != 0 ? 2 : 1;
    } else if (unit == Unit::Money || unit == Unit::Score) {
        decimals = 2;
    }
    QString text = locale.toString(std::abs(number), 'f', decimals);
    const bool zero = locale.toDouble(text) == 0;
    switch (unit) {
    case Unit::Share:
        text = signs ? say(QT_TRANSLATE_NOOP("Insights", "%1 pts")).arg(text)
                     : say(QT_TRANSLATE_NOOP("Insights", "%1 %")).arg(text);
        break;
    case Unit::Money:
        text = moneyWords(std::abs(number), currency, false, locale);
        break;
    case Unit::Hours:
        text = say(QT_TRANSLATE_NOOP("Insights", "%1 h")).arg(text);
        break;
    case Unit::Minutes:
        text = say(QT_TRANSLATE_NOOP("Insights", "%1 min")).arg(text);
        break;
    case Unit::Score:
        break;
    }
    if (number < 0 && !zero)
        return QChar(0x2212) + text;
    return signs ? (zero ? QStringLiteral("±") : QStringLiteral("+")) + text : text;
}

InsightsView presentInsights(const session::Insights& insights, const QString& currency, const QLocale& locale) {
    InsightsView view;
    const bool alone = lacksBaseline(insights);
    view.healthy = alone || insights.lift.verdict != Verdict::Unhealthy;
    view.headline = headlineOf(insights.lift, harmedGuardrails(insights.metrics, currency, locale), locale);
    view.sentence = sentenceOf(insights.lift, QString::fromStdString(insights.goal), locale);
    if (insights.lift.always)
        view.intervals = say(QT_TRANSLATE_NOOP(
            "Insights",
            "Always-valid: stays right however often one looks, so it is wider; the verdict rests on it. Chart and "
            "table show fixed-time intervals: right for a single look at a day that was set before."));
    if (alone)
        sayNoBaseline(view, insights.run);
    view.run = runText(insights.run);
    view.period = (alone ? say(QT_TRANSLATE_NOOP("Insights", "%1 to %2, without a baseline arm"))
                         : say(QT_TRANSLATE_NOOP("Insights", "%1 to %2, agentic against the baseline arm")))
                      .arg(day(insights.run.start, locale), day(insights.run.clock, locale));
    view.leftOut = leftOutText(insights, locale);
    view.agentic = customersOf(insights.curves, documents::Arm::Agentic, locale);
    view.control = customersOf(insights.curves, documents::Arm::Control, locale);
    view.baseline = customersOf(insights.curves, documents::Arm::Baseline, locale);
    for (const auto block : {measurement::Block::Business, measurement::Block::Experience,
                             measurement::Block::Operations, measurement::Block::Risk}) {
        MetricBlock out{blockTitle(block), {}};
        const auto definitions = measurement::metricDefinitions();
        for (std::size_t i = 0; i < definitions.size() && i < insights.metrics.size(); ++i)
            if (definitions[i].block == block)
                out.lines.append(lineOf(insights.metrics[i], view, currency, locale));
        view.blocks.append(out);
    }
    if (view.healthy) {
        view.difference = differenceTrend(insights.curves, insights.run, locale);
        const bool unknown = std::any_of(insights.metrics.begin(), insights.metrics.end(), [](const auto& value) {
            return value.id == "conversion-rate" && value.why == "logged-choices";
        });
        if (unknown)
            view.noShare = say(QT_TRANSLATE_NOOP(
                "Insights", "Cannot be known: where the log chose otherwise, nobody saw what would have followed."));
        else
            view.share = shareTrend(insights.curves, insights.run, locale);
    }
    return view;
}

} // namespace wayreeve::ui
