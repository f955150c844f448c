#include "ui_test.h"

#include "ui/shell/languages.h"
#include "ui/widgets/axis.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/interval_chart.h"
#include "ui/widgets/interval_rows.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/paint.h"

#include <QDir>
#include <QFontInfo>
#include <QStandardItemModel>
#include <QTest>

#include <cmath>
#include <limits>

using namespace wayreeve::ui;

namespace {

const QList<Ink> surfaces{Ink::Window, Ink::Canvas, Ink::Surface, Ink::Sunken, Ink::Hover, Ink::Tint, Ink::Tint2};

/// The lowest contrast of some inks on some backgrounds.
double lowest(Theme theme, const QList<Ink>& inks, const QList<Ink>& backs) {
    double least = 21;
    for (Ink ink : inks)
        for (Ink back : backs)
            least = std::min(least, contrast(Tokens::color(theme, ink), Tokens::color(theme, back)));
    return least;
}

int paintedPixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
    return count;
}

} // namespace

class TestLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Tokens::current().setTheme(Theme::Light); }

    void contrasts_data() {
        QTest::addColumn<QList<Ink>>("inks");
        QTest::addColumn<QList<Ink>>("backs");
        QTest::addColumn<double>("light");
        QTest::addColumn<double>("dark");
        using L = QList<Ink>;
        QList<Ink> plain = surfaces;
        plain.removeAll(Ink::Tint2);
        const L channels{Ink::ChannelEmail, Ink::ChannelInApp,   Ink::ChannelWeb, Ink::ChannelSms,
                         Ink::ChannelCall,  Ink::ChannelSupport, Ink::ChannelAds};
        // The figures are the measured ones that the look states.
        QTest::newRow("text1") << L{Ink::Text1} << surfaces << 13.05 << 9.82;
        QTest::newRow("text2") << L{Ink::Text2} << surfaces << 6.66 << 6.40;
        QTest::newRow("text3") << L{Ink::Text3} << surfaces << 4.74 << 4.66;
        QTest::newRow("accent") << L{Ink::Accent} << surfaces << 5.26 << 5.08;
        QTest::newRow("risk low") << L{Ink::RiskLow} << surfaces << 4.83 << 5.50;
        QTest::newRow("risk medium") << L{Ink::RiskMedium} << surfaces << 5.02 << 5.81;
        QTest::newRow("risk high") << L{Ink::RiskHigh} << surfaces << 5.14 << 5.22;
        QTest::newRow("channels") << channels << plain << 5.07 << 6.08;
        QTest::newRow("series") << L{Ink::SeriesBaseline, Ink::SeriesRandom} << plain << 4.89 << 6.21;
        QTest::newRow("on fill") << L{Ink::OnFill} << L{Ink::Fill} << 6.73 << 5.46;
        QTest::newRow("on fill hover") << L{Ink::OnFill} << L{Ink::FillHover} << 8.86 << 4.67;
        QTest::newRow("controls") << L{Ink::Control} << L{Ink::Surface} << 3.0 << 3.0;
    }
    void contrasts() {
        QFETCH(QList<Ink>, inks);
        QFETCH(QList<Ink>, backs);
        QFETCH(double, light);
        QFETCH(double, dark);
        const double inLight = lowest(Theme::Light, inks, backs);
        const double inDark = lowest(Theme::Dark, inks, backs);
        QVERIFY2(inLight >= light - 0.01, qPrintable(QString::number(inLight)));
        QVERIFY2(inDark >= dark - 0.01, qPrintable(QString::number(inDark)));
    }
    void contrastFormula() {
        QCOMPARE(contrast(QColor("#000000"), QColor("#ffffff")), 21.0);
        QVERIFY(std::abs(contrast(QColor("#777777"), QColor("#ffffff")) - 4.48) < 0.005); // WCAG's well-known grey
    }
    void riskOnItsBackground() {
        for (Theme theme : {Theme::Light, Theme::Dark}) {
            const double least = theme == Theme::Light ? 5.34 : 6.61;
            QVERIFY(lowest(theme, {Ink::RiskLow}, {Ink::OkBack}) >= least);
            QVERIFY(lowest(theme, {Ink::RiskMedium}, {Ink::WarningBack}) >= least);
            QVERIFY(lowest(theme, {Ink::RiskHigh}, {Ink::ErrorBack}) >= least);
        }
    }

    void everyIconIsDrawn() {
        const QStringList names = iconNames();
        const QStringList files = QDir(WAYREEVE_SOURCE_DIR "/resources/icons").entryList({"*.svg"});
        QCOMPARE(names.size(), files.size());
        QVERIFY(names.size() >= 80);
        for (const QString& name : names) {
            const QImage image = iconPixmap(name, Ink::Text1, 16, 2.0).toImage();
            QCOMPARE(image.width(), 32);
            QVERIFY2(paintedPixels(image) >= 20, qPrintable(name));
        }
    }
    void iconsTakeTheirColour() {
        const QColor wanted = color(Ink::ChannelCall);
        const QImage image = iconPixmap("risk-medium", Ink::ChannelCall, 16, 2.0).toImage();
        QCOMPARE(image.pixelColor(16, 16).rgb(), wanted.rgb());
    }
    void everyMarkHasAnIcon() {
        const QStringList names = iconNames();
        for (int i = 0; i <= static_cast<int>(ChannelMark::Other); ++i)
            QVERIFY(names.contains(look(static_cast<ChannelMark>(i)).icon));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(names.contains(look(static_cast<RiskMark>(i)).icon));
            QVERIFY(names.contains(look(static_cast<LevelMark>(i)).icon));
        }
        QCOMPARE(channelFromId(u"in_app"), ChannelMark::InApp);
        QCOMPARE(riskFromId(u"unheard-of"), RiskMark::High);
        QCOMPARE(levelFromId(u"unheard-of"), LevelMark::Assisted);
    }

    void themesDiffer() {
        QWidget window;
        window.setAutoFillBackground(true);
        window.resize(120, 60);
        FilledButton button("Approve", &window);
        button.move(10, 10);
        window.show();
        const QImage light = window.grab().toImage();
        Tokens::current().setTheme(Theme::Dark);
        QCoreApplication::processEvents();
        const QImage dark = window.grab().toImage();
        QCOMPARE(light.pixelColor(2, 2), Tokens::color(Theme::Light, Ink::Surface));
        QCOMPARE(dark.pixelColor(2, 2), Tokens::color(Theme::Dark, Ink::Surface));
        QVERIFY(light != dark);
    }
    void disabledButtonsLookDisabled() {
        FilledButton button("Approve");
        button.resize(button.sizeHint());
        QCOMPARE(button.height(), 28);
        QCOMPARE(button.grab().toImage().pixelColor(6, 14), color(Ink::Fill));
        button.setEnabled(false);
        QCOMPARE(button.grab().toImage().pixelColor(6, 14), color(Ink::Sunken));
    }

    void digitsShareOneWidth() {
        const QFont used = uiFont(Type::Body);
        QCOMPARE(tabularWidth(used, "1111"), tabularWidth(used, "4040"));
        QCOMPARE(tabularWidth(used, "12"), 2 * tabularWidth(used, "0"));
        QCOMPARE(used.pixelSize(), 13);
        QCOMPARE(uiFont(Type::Small).pixelSize(), 12);
        QCOMPARE(uiFont(Type::Title, Weight::Bold).pixelSize(), 18);
        QCOMPARE(uiFont(Type::Title, Weight::Bold).weight(), QFont::DemiBold);
    }
    void elidingIsReported() {
        QPixmap pixmap(200, 20);
        QPainter painter(&pixmap);
        painter.setFont(uiFont(Type::Body));
        QVERIFY(!paintElided(painter, QRectF(0, 0, 200, 20), "short", Ink::Text1));
        QVERIFY(paintElided(painter, QRectF(0, 0, 20, 20), "a long line of text", Ink::Text1));
        QCOMPARE(paintWrapped(painter, QRectF(0, 0, 2000, 200), "one\n\nthree", Ink::Text1, Type::Body), 60.0);
        QCOMPARE(wrappedLines(uiFont(Type::Body), "one\n\nthree", 2000), 3);
    }
    void curvesDoNotOvershoot() {
        const QPainterPath path = smoothPath({{0, 0}, {10, 0}, {20, 50}, {30, 50}});
        const QRectF bounds = path.boundingRect();
        QVERIFY(bounds.top() >= -1e-6 && bounds.bottom() <= 50 + 1e-6);
    }

    void axes_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("zero");
        QTest::addColumn<QList<double>>("ticks");
        QTest::newRow("0 to 47") << 0.0 << 47.0 << 5 << false << QList<double>{0, 10, 20, 30, 40, 50};
        QTest::newRow("zero held") << 3.0 << 9.0 << 2 << true << QList<double>{0, 5, 10};
        QTest::newRow("around zero") << -1.0 << 7.0 << 4 << false << QList<double>{-2, 0, 2, 4, 6, 8};
        QTest::newRow("one value") << 0.0 << 0.0 << 2 << false << QList<double>{-0.5, 0, 0.5};
        QTest::newRow("not a number") << std::nan("") << 1.0 << 2 << false << QList<double>{0, 0.5, 1};
    }
    void axes() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, count);
        QFETCH(bool, zero);
        QFETCH(QList<double>, ticks);
        QCOMPARE(Axis(low, high, count, zero).ticks(), ticks);
    }
    void numbersFollowTheLocale() {
        const QLocale before;
        QLocale::setDefault(QLocale("de_DE"));
        QCOMPARE(numberText(0.5, true)(1234.5), QString("+1.234,5"));
        QLocale::setDefault(QLocale("en_US"));
        QCOMPARE(numberText(0.5)(-1234.5), QString::fromUtf8("−1,234.5"));
        QCOMPARE(numberText(10)(20), QString("20"));
        QLocale::setDefault(before);
    }

    void chartsCountWhatTheyPaint() {
        IntervalChart chart("trend");
        chart.resize(600, 160);
        chart.grab();
        QCOMPARE(chart.paintedItems(), 0);
        Trend trend;
        TrendSeries full;
        full.label = "agentic";
        full.points = {{0, 1, 0, 2}, {1, 2, 1, 3}};
        TrendSeries missing;
        missing.label = "baseline";
        missing.points = {{0, std::numeric_limits<double>::quiet_NaN(), 0, 0}};
        trend.series = {full, missing};
        chart.setTrend(trend);
        chart.grab();
        QCOMPARE(chart.paintedItems(), 1);
        QCOMPARE(chart.tableRows().size(), 3); // header and two points
        Waterfall waterfall("score");
        waterfall.resize(500, 60);
        waterfall.grab();
        QCOMPARE(waterfall.paintedItems(), 0);
        waterfall.setSteps({{"a", 10, {}, true, false}, {"b", -4, {}, false, false}});
        waterfall.grab();
        QCOMPARE(waterfall.paintedItems(), 2);
        IntervalRows rows("effect");
        rows.resize(300, 100);
        rows.setRows({{"x", {1, 0.5, 2}, "+1", false, false}});
        rows.grab();
        QCOMPARE(rows.paintedItems(), 1);
    }
    void intervalsAreGreyWhenTheyHoldZero() {
        const auto middle = [](const Interval& interval) {
            QImage image(101, 21, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintInterval(painter, QRectF(0, 0, 100, 20), Axis::exact(-10, 10, 4), interval);
            painter.end();
            return image.pixelColor(static_cast<int>(50 + interval.estimate * 5), 10);
        };
        QCOMPARE(middle({4, 1, 7}), color(Ink::Accent));
        QCOMPARE(middle({2, -1, 5}), color(Ink::SeriesBaseline));
    }
    void tablesCountPaintedRows() {
        DataTable table("rows");
        QStandardItemModel model(100, 2);
        table.resize(300, 32 + 5 * 32);
        table.grab();
        QCOMPARE(table.paintedItems(), 0);
        table.setModel(&model);
        table.setColumnWidths({0, 80});
        table.grab();
        QVERIFY(table.paintedItems() >= 5 && table.paintedItems() <= 6);
        model.setItem(0, 0, new QStandardItem("left"));
        model.setItem(0, 1, new QStandardItem("right"));
        table.selectRow(0);
        QCOMPARE(table.selectionAsText(), QString("left\tright\n"));
    }

    void theNewestMessageIsShown() {
        QWidget page;
        MessageBar bar(&page);
        int undone = 0;
        bar.show({"disk", Severity::Error, {}, "The disk is full.", {}, {}, {}, 0});
        bar.show({"undo", Severity::Undo, "Approved.", "Goes out in %1 s.", "Undo", [&undone] { ++undone; }, "Z", 2});
        bar.show({"saved", Severity::Info, {}, "Saved.", {}, {}, {}, 0});
        QCOMPARE(bar.currentId(), QString("saved")); // not hidden by what is worse
        QCOMPARE(bar.waiting(), 2);
        bar.dismiss("saved");
        QCOMPARE(bar.shownText(), QString("Approved. Goes out in 2 s."));
        bar.tick();
        QCOMPARE(bar.shownText(), QString("Approved. Goes out in 1 s."));
        bar.activate();
        QCOMPARE(undone, 1);
        QCOMPARE(bar.currentId(), QString("disk"));
        bar.show({"disk", Severity::Error, {}, "The disk is full again.", {}, {}, {}, 0});
        QCOMPARE(bar.waiting(), 0); // the same id replaces
        bar.dismiss("disk");
        QCOMPARE(bar.currentId(), QString());
        QVERIFY(!bar.isHidden()); // its room stays
        bar.show({"undo", Severity::Undo, {}, "%1", "Undo", [] {}, {}, 1});
        bar.tick();
        QCOMPARE(bar.currentId(), QString());
        QCOMPARE(bar.lastText(), QString()); // the time to undo is over
    }
    void whatPassedStaysReadable() {
        MessageBar bar;
        bar.show({"done", Severity::Info, "Approved.", "Cart reminder", {}, {}, {}, 1});
        QCOMPARE(bar.lastText(), QString());
        bar.tick();
        QCOMPARE(bar.currentId(), QString());
        QCOMPARE(bar.lastText(), QString("Approved. Cart reminder"));
        bar.leavePlace();
        QCOMPARE(bar.lastText(), QString());
        bar.show({"stop", Severity::Error, "All actions are stopped.", {}, {}, {}, {}, 0});
        bar.dismiss("stop");
        QCOMPARE(bar.lastText(), QString()); // it may not hold any more
    }

    void germanIsFound() {
        ClassTranslator german;
        QVERIFY(german.load(":/wayreeve/translations/wayreeve_de.qm"));
        QCOMPARE(german.translate("wayreeve::ui::Rail", "Find", nullptr, -1), QString("Suchen"));
        QCOMPARE(german.translate("Places", "Approvals", nullptr, -1), QString("Freigaben"));
        QCOMPARE(german.translate("wayreeve::ui::MessageBar", "%n more waiting", nullptr, 1),
                 QString("%n weitere wartet"));
        QCOMPARE(german.translate("wayreeve::ui::MessageBar", "%n more waiting", nullptr, 2),
                 QString("%n weitere warten"));
        QVERIFY(german.translate("wayreeve::ui::Rail", "never written", nullptr, -1).isEmpty());
    }
    void pseudoTextsAreLonger() {
        const QString text = PseudoTranslator::lengthened("Open workspace %1");
        QVERIFY(text.contains("%1"));
        QVERIFY(text.size() >= 17 * 13 / 10);
        QVERIFY(text.startsWith(QString::fromUtf8("Öpéñ wörkspáçé")));
        QCOMPARE(PseudoTranslator::lengthened("100 %"), QString("100 %"));
    }
};

WAYREEVE_UI_TEST(TestLook)

#include "tst_look.moc"
