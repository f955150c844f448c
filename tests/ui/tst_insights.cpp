#include "ui_test.h"

#include "ui/insights/insights_screen.h"
#include "ui/insights/metric_words.h"
#include "ui/shell/app_context.h"

#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

/// Two metrics worked out by hand: a share that is better by 4.5 points, a cost that is lower by 6.80 of 38.20.
session::Insights sample() {
    session::Insights insights;
    insights.run.tag = "s1";
    insights.goal = "The cart is bought";
    insights.run.start = *parseInstant("2026-11-02T00:00:00Z");
    insights.run.clock = *parseInstant("2026-11-12T00:00:00Z");
    for (const auto& definition : measurement::metricDefinitions()) {
        measurement::MetricValue value;
        value.id = definition.id;
        value.unit = definition.unit;
        value.higherIsBetter = definition.higherIsBetter;
        value.why = "no-orders";
        if (definition.id == "conversion-rate") {
            value.why = "";
            value.agentic = 0.841;
            value.baseline = 0.796;
            value.difference = 0.045;
            value.low = 0.014;
            value.high = 0.076;
            value.nAgentic = 10'612;
            value.nBaseline = 1'247;
        } else if (definition.id == "cost-to-serve") {
            value.why = "";
            value.agentic = 31.4;
            value.baseline = 38.2;
            value.difference = -6.8;
            value.low = -7.64;
            value.high = -3.82;
        }
        insights.metrics.push_back(value);
    }
    insights.lift.agentic = 0.841;
    insights.lift.baseline = 0.796;
    insights.lift.difference = 0.045;
    insights.lift.always = measurement::Interval{0.014, 0.076};
    insights.lift.verdict = measurement::Verdict::Ship;
    insights.lift.reason = "better";
    insights.curves.difference = {{0, 0.01, {-0.02, 0.04}}, {1, 0.045, {0.014, 0.076}}};
    return insights;
}

const MetricLine& line(const InsightsView& view, const QString& id) {
    for (const MetricBlock& block : view.blocks)
        for (const MetricLine& metric : block.lines)
            if (metric.id == id)
                return metric;
    static const MetricLine none;
    return none;
}

} // namespace

class TestInsights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAreWrittenInTheirUnits_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("unit");
        QTest::addColumn<bool>("signs");
        QTest::addColumn<QString>("text");
        using measurement::Unit;
        QTest::newRow("share") << 0.841 << int(Unit::Share) << false << "84.1 %";
        QTest::newRow("small share") << 0.0042 << int(Unit::Share) << false << "0.42 %";
        QTest::newRow("better points") << 0.045 << int(Unit::Share) << true << "+4.5 pts";
        QTest::newRow("worse points") << -0.045 << int(Unit::Share) << true << "−4.5 pts";
        QTest::newRow("no difference") << 0.0 << int(Unit::Share) << true << "±0.0 pts";
        QTest::newRow("money") << 1234.5 << int(Unit::Money) << false << "€1,234.50";
        QTest::newRow("less money") << -6.8 << int(Unit::Money) << true << "−€6.80";
        QTest::newRow("hours") << 2.24 << int(Unit::Hours) << false << "2.2 h";
        QTest::newRow("minutes") << 3.14 << int(Unit::Minutes) << false << "3.1 min";
        QTest::newRow("score") << 4.5 << int(Unit::Score) << false << "4.50";
    }
    void valuesAreWrittenInTheirUnits() {
        QFETCH(double, value);
        QFETCH(int, unit);
        QFETCH(bool, signs);
        QFETCH(QString, text);
        QCOMPARE(metricText(value, static_cast<measurement::Unit>(unit), "EUR", QLocale(QLocale::English), signs),
                 text);
    }
    void nothingIsADash() { QCOMPARE(metricText({}, measurement::Unit::Share, "EUR", QLocale::c()), QString("–")); }
    void everyMetricHasNameAndFormula() {
        for (const auto& definition : measurement::metricDefinitions()) {
            const QString id = QString::fromUtf8(definition.id.data(), qsizetype(definition.id.size()));
            QVERIFY2(metricName(definition.id) != id, qPrintable(id));
            QVERIFY2(metricFormula(definition.id) != id, qPrintable(id));
        }
        for (const char* why :
             {"no-customers", "no-orders", "no-closed-windows", "no-resolved-cases", "no-cases", "no-ratings",
              "no-decisions", "no-dispatches", "no-contacts", "no-verdicts", "no-groups", "logged-choices"})
            QVERIFY2(whyMissing(why) != QLatin1String(why), why);
    }
    /// 64,000 customers, all agentic: neither "too few" nor a healthy split.
    void withoutABaselineNothingIsCompared() {
        session::Insights insights = sample();
        insights.run.kind = audit::RunKind::Replay;
        insights.lift.verdict = measurement::Verdict::KeepGoing;
        insights.lift.reason = "too-few";
        insights.lift.always.reset();
        insights.curves.difference.clear();
        insights.curves.arms = {{documents::Arm::Agentic, {{0, 64'000, 0, 0, {0, 0}, 0, 0}}},
                                {documents::Arm::Control, {}},
                                {documents::Arm::Baseline, {}}};
        InsightsView view = presentInsights(insights, "EUR", QLocale(QLocale::English));
        QVERIFY(!view.compared);
        QCOMPARE(view.headline, QString("No baseline arm in this run: there is nothing to compare with."));
        QVERIFY2(view.sentence.contains("replay of logged data"), qPrintable(view.sentence));
        QVERIFY2(view.period.endsWith("without a baseline arm"), qPrintable(view.period));
        insights.curves.arms[2].points = {{0, 20, 0, 0, {0, 0}, 0, 0}};
        view = presentInsights(insights, "EUR", QLocale(QLocale::English));
        QVERIFY(view.compared);
        QCOMPARE(view.headline, QString("Too few customers for a verdict. Keep going."));
    }
    /// The tenth day's end is day 10, whatever fell on it.
    void aRunHasAsManyDaysAsItIsLong() {
        session::Insights insights = sample();
        insights.run.days = 2;
        insights.curves.difference = {{0, 0.01, {-0.02, 0.04}}, {1, 0.045, {0.014, 0.076}}, {2, 0.05, {0.02, 0.08}}};
        const InsightsView view = presentInsights(insights, "EUR", QLocale(QLocale::English));
        const auto& points = view.difference.series.front().points;
        QCOMPARE(points.size(), 2);
        QCOMPARE(points.last().x, 1.0);
        QCOMPARE(points.last().y, 5.0);
        QCOMPARE(view.difference.xText(points.last().x), QString("day 2"));
    }
    void theVerdictIsTheHeadline() {
        const InsightsView view = presentInsights(sample(), "EUR", QLocale(QLocale::English));
        QCOMPARE(view.headline, QString("4.5 pts more customers reach the goal than in the baseline. Ship it."));
        QCOMPARE(view.sentence, QString("The cart is bought: agentic 84.1 %, baseline 79.6 %. Always-valid "
                                        "95 % interval of the difference, right at every look: +1.4 pts to +7.6 pts."));
        QCOMPARE(view.run, QString("Simulation s1"));
        QVERIFY(view.period.contains("agentic against the baseline arm"));
        QCOMPARE(view.blocks.size(), 4);
        QCOMPARE(view.difference.series.size(), 1);
        QCOMPARE(view.difference.series[0].points[1].y, 4.5);
        QCOMPARE(view.difference.series[0].note, QString("+1.4 pts to +7.6 pts"));
    }
    void aHarmedGuardrailIsNotShippedPlainly() {
        session::Insights insights = sample();
        for (measurement::MetricValue& value : insights.metrics)
            if (value.id == "escalation") {
                value.why = "";
                value.agentic = 0.412;
                value.baseline = 0.116;
                value.difference = 0.296;
                value.low = 0.28;
                value.high = 0.31;
            }
        QCOMPARE(presentInsights(insights, "EUR", QLocale(QLocale::English)).headline,
                 QString("4.5 pts more customers reach the goal than in the baseline, but guardrails got worse: "
                         "Escalation +29.6 pts. Weigh it before you ship."));
        for (measurement::MetricValue& value : insights.metrics)
            if (value.id == "escalation")
                value.low = -0.01; // not certain
        QCOMPARE(presentInsights(insights, "EUR", QLocale(QLocale::English)).headline,
                 QString("4.5 pts more customers reach the goal than in the baseline. Ship it."));
    }
    void whatALogCannotTellIsNotDrawnAsZero() {
        session::Insights insights = sample();
        insights.curves.arms = {{documents::Arm::Agentic, {{0, 100, 0, 0, {0, 0.04}, 0, 0}}}};
        QCOMPARE(presentInsights(insights, "EUR", QLocale(QLocale::English)).share.series.size(), 1);
        insights.metrics.front().why = "logged-choices";
        const InsightsView view = presentInsights(insights, "EUR", QLocale(QLocale::English));
        QVERIFY(view.share.series.isEmpty());
        QVERIFY2(view.noShare.startsWith("Cannot be known"), qPrintable(view.noShare));
        const MetricLine& rate = line(view, "conversion-rate");
        QCOMPARE(rate.hidden, QString("the log cannot tell"));
        QVERIFY(rate.tip.contains("Unknown where the log chose otherwise."));
    }
    void eachIntervalSaysWhichItIs() {
        const InsightsView view = presentInsights(sample(), "EUR", QLocale(QLocale::English));
        QVERIFY(view.sentence.contains("Always-valid 95 % interval"));
        QVERIFY(view.intervals.contains("fixed-time"));
        QVERIFY(line(view, "conversion-rate").tip.contains("fixed-time 95 % interval: +1.4 pts to +7.6 pts"));
    }
    void betterIsAlwaysOnTheRight() {
        const InsightsView view = presentInsights(sample(), "EUR", QLocale(QLocale::English));
        const MetricLine& rate = line(view, "conversion-rate");
        QCOMPARE(rate.difference, QString("+4.5 pts"));
        QCOMPARE(rate.range, QString("+1.4 pts to +7.6 pts"));
        QCOMPARE(rate.n, QString("10,612 / 1,247"));
        QVERIFY(rate.effect && rate.effect->low > 0);
        const MetricLine& cost = line(view, "cost-to-serve");
        QCOMPARE(cost.difference, QString("−€6.80"));
        QVERIFY(cost.effect);
        QCOMPARE(qRound(cost.effect->low * 100), 10);
        QCOMPARE(qRound(cost.effect->high * 100), 20);
        const MetricLine& order = line(view, "average-order-value");
        QVERIFY(!order.effect);
        QCOMPARE(order.hidden, QString("no orders yet"));
        QCOMPARE(order.agentic, QString("–"));
    }
    void anUnhealthySplitHidesEveryNumber() {
        session::Insights insights = sample();
        insights.lift.verdict = measurement::Verdict::Unhealthy;
        const InsightsView view = presentInsights(insights, "EUR", QLocale(QLocale::English));
        QVERIFY(!view.healthy);
        QVERIFY(view.difference.series.isEmpty());
        for (const MetricBlock& block : view.blocks)
            for (const MetricLine& metric : block.lines) {
                QCOMPARE(metric.agentic + metric.baseline + metric.difference, QString("–––"));
                QVERIFY(!metric.effect && !metric.hidden.isEmpty());
            }
    }
    void withoutWorkspaceNothingIsCounted() {
        AppContext context;
        InsightsScreen screen(context);
        screen.resize(1200, 800);
        screen.refresh();
        screen.grab();
        QVERIFY(screen.settled());
        QCOMPARE(screen.counts().rows + screen.counts().series + screen.counts().nodes, 0);
    }
};

WAYREEVE_UI_TEST(TestInsights)
#include "tst_insights.moc"
