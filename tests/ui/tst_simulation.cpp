#include "ui_test.h"

#include "ui/insights/insights_screen.h"
#include "ui/live/live_screen.h"
#include "ui/shell/app_context.h"
#include "ui/shell/documents.h"
#include "ui/simulation/simulation_screen.h"
#include "ui/widgets/tokens.h"

#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

void copyDemo(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& entry : QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot))
        if (entry.isDir())
            copyDemo(entry.filePath(), to + QLatin1Char('/') + entry.fileName());
        else
            QFile::copy(entry.filePath(), to + QLatin1Char('/') + entry.fileName());
}

bool openDemo(AppContext& context, const QString& folder) {
    copyDemo(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"), folder);
    const auto loaded = documents::loadWorkspace(folder.toStdString());
    if (!loaded.workspace)
        return false;
    context.setWorkspace(folder, QStringLiteral("Demo"), loaded.workspace);
    return true;
}

/// Pictures for whoever looks at them: WAYREEVE_TEST_PICTURES names a folder.
void picture(QWidget& screen, const QString& name) {
    const QString folder = qEnvironmentVariable("WAYREEVE_TEST_PICTURES");
    for (const Theme theme : {Theme::Dark, Theme::Light}) {
        Tokens::current().setTheme(theme);
        screen.show();
        QCoreApplication::processEvents();
        const QPixmap shot = screen.grab();
        if (!folder.isEmpty())
            shot.save(folder + QLatin1Char('/') + name + (theme == Theme::Dark ? "-dark.png" : "-light.png"));
    }
}

} // namespace

class TestSimulation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void daysAndTimeLeftInWords_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<qint64>("elapsed");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("left");
        QTest::newRow("begin") << 0.0 << qint64(10) << "Day 1 of 10"
                               << "";
        QTest::newRow("quarter") << 0.25 << qint64(2000) << "Day 3 of 10"
                                 << "6 s left";
        QTest::newRow("slow") << 0.5 << qint64(300'000) << "Day 6 of 10"
                              << "5 min left";
        QTest::newRow("end") << 1.0 << qint64(4000) << "Day 10 of 10"
                             << "";
    }
    void daysAndTimeLeftInWords() {
        QFETCH(double, share);
        QFETCH(qint64, elapsed);
        QTEST(dayText(share, 10), "day");
        QTEST(timeLeft(share, elapsed), "left");
    }
    void curvesGrowAndTheFutureIsSunken() {
        audit::DayRow agentic;
        agentic.customers = 40;
        agentic.converted = 10;
        agentic.queued = 7;
        agentic.queuedHigh = 2;
        audit::DayRow baseline;
        baseline.arm = documents::Arm::Baseline;
        baseline.customers = 10;
        baseline.converted = 2;
        const std::vector<audit::DayRow> rows{agentic, baseline};
        const RunCurves growing = runCurves(rows, 10, false, QLocale(QLocale::English));
        QCOMPARE(growing.conversion.series.size(), 2);
        QCOMPARE(growing.conversion.series[0].label, QString("agentic 25.0 %"));
        QCOMPARE(growing.conversion.series[1].label, QString("baseline 20.0 %"));
        QCOMPARE(growing.conversion.now.value_or(-1), 1.0);
        QCOMPARE(growing.load.size(), 2);
        QCOMPARE(growing.load[0].values, QList<double>{5});
        QCOMPARE(growing.load[1].values, QList<double>{2});
        QVERIFY(!runCurves(rows, 10, true, QLocale::c()).conversion.now);
        QVERIFY(runCurves({}, 10, false, QLocale::c()).conversion.series.isEmpty());
    }
    /// What falls on a run's last instant is of its last day: a run of two days has no third one.
    void aRunHasAsManyDaysAsItIsLong() {
        std::vector<audit::DayRow> rows(3);
        for (int day = 0; day < 3; ++day) {
            rows[std::size_t(day)].day = day;
            rows[std::size_t(day)].customers = day == 0 ? 40 : 0;
            rows[std::size_t(day)].converted = 10;
            rows[std::size_t(day)].queued = 5;
        }
        const RunCurves curves = runCurves(rows, 2, true, QLocale(QLocale::English));
        QCOMPARE(curves.columns, 2);
        QCOMPARE(curves.conversion.series[0].points.size(), 2);
        QCOMPARE(curves.conversion.series[0].points.last().x, 2.0);
        QCOMPARE(curves.conversion.series[0].points.last().y, 75.0);
        QCOMPARE(curves.load[0].values, QList<double>({5, 10}));
    }
    void rulingsAndProposalsHaveWordsOfTheirOwn() {
        QVERIFY(rulingWord("hold") != approvalWord("held"));
        QVERIFY(rulingWord("suggest") != approvalWord("suggested"));
    }
    void theSummaryCountsEverything() {
        engine::RunSummary summary;
        summary.info.decisions = 4200;
        summary.rulings = {{"execute", 4000}, {"queue", 200}};
        summary.approvals = {{"approved", 150}, {"expired", 10}, {"waiting", 40}};
        const CellsModel::Rows rows = summaryRows(summary, 2000, QLocale(QLocale::English));
        QStringList lines;
        for (const auto& row : rows)
            lines.append(row[0].text + ": " + row[1].text);
        QCOMPARE(lines, QStringList({"Decisions: 4,200", "Carried out: 4,000", "Queued for a person: 200",
                                     "Proposals: 200", "Approved: 150", "Expired: 10", "Waiting for a person: 40",
                                     "Customers: 0", "Records: 0", "Time taken: 2.0 s", "Decisions a second: 2,100"}));
        // Who is no person is left out of much: it must be seen how many there are.
        summary.machines = {{"burst", 3}, {"declared", 2}, {"user-agent", 40}};
        lines.clear();
        for (const auto& row : summaryRows(summary, 0, QLocale(QLocale::English)))
            lines.append(row[0].text + ": " + row[1].text);
        QVERIFY(lines.contains("Software, no people: 42") && lines.contains("Bursts of events, no people: 3"));
    }
    void withoutWorkspaceNothingRunsAndNothingIsCounted() {
        AppContext context;
        SimulationScreen screen(context);
        screen.resize(1200, 800);
        screen.refresh();
        screen.grab();
        screen.start();
        QCOMPARE(screen.state(), SimulationScreen::State::NoWorkspace);
        QVERIFY(screen.settled());
        QCOMPARE(screen.counts().rows + screen.counts().series + screen.counts().nodes, 0);
    }
    void aSmallRunEndsAndOtherScreensSeeIt() {
        QTemporaryDir folder;
        AppContext context;
        QVERIFY(openDemo(context, folder.filePath("demo")));
        SimulationScreen screen(context);
        screen.resize(1272, 828);
        screen.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        QCOMPARE(screen.state(), SimulationScreen::State::Ready);
        QSignalSpy changed(&context, &AppContext::dataChanged);
        screen.setUp(50, 2, 7, 1);
        screen.start();
        QCOMPARE(screen.state(), SimulationScreen::State::Running);
        QVERIFY(!screen.settled());
        QVERIFY(!context.simulating().isEmpty());
        auto* pastRuns = screen.findChild<QAbstractItemView*>("pastRuns");
        int listed = -1; // when the others are told
        connect(&context, &AppContext::dataChanged, &screen, [&] { listed = pastRuns->model()->rowCount(); });
        QTRY_VERIFY_WITH_TIMEOUT(screen.state() != SimulationScreen::State::Running, 120'000);
        QCOMPARE(screen.state(), SimulationScreen::State::Finished);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(listed, 1);
        QCOMPARE(context.simulating(), QString());
        QVERIFY(screen.summary() && screen.summary()->info.customers == 50 && screen.summary()->info.decisions > 0);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        picture(screen, "simulation");
        QVERIFY(screen.counts().rows > 8);
        QVERIFY(screen.counts().series >= 2);
        QCOMPARE(screen.openedTitle(), QString("Run s1"));

        InsightsScreen insights(context);
        insights.resize(1272, 828);
        insights.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(insights.settled(), 60'000);
        picture(insights, "insights");
        QCOMPARE(insights.counts().rows, 23);
        QVERIFY(insights.counts().series >= 2);
        insights.showPage("table");
        picture(insights, "insights-table");
        QVERIFY(insights.counts().rows > 15);

        LiveScreen live(context);
        live.resize(1272, 828);
        live.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(live.settled(), 60'000);
        picture(live, "live");
        QVERIFY(live.data().run && !live.data().outbox.empty() && !live.data().fates.empty());
        QVERIFY(live.counts().rows > 10);
    }
    void aCancelledRunKeepsWhatWasDecided() {
        QTemporaryDir folder;
        AppContext context;
        QVERIFY(openDemo(context, folder.filePath("demo")));
        SimulationScreen screen(context);
        screen.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        screen.setUp(500, 300, 7, 1);
        screen.start();
        screen.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(screen.state() != SimulationScreen::State::Running, 120'000);
        QCOMPARE(screen.state(), SimulationScreen::State::Cancelled);
    }
};

WAYREEVE_UI_TEST(TestSimulation)
#include "tst_simulation.moc"
