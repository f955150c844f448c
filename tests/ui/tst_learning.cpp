#include "session/open_workspace.h"
#include "session/runs.h"

#include "ui_test.h"

#include "ui/insights/audit_page.h"
#include "ui/insights/insights_screen.h"
#include "ui/insights/learning_presenter.h"
#include "ui/insights/signals_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr int patience = 60'000;

QByteArray contents(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The pages of Insights that tell what was learned, on a small run of the demo in which one weight is wrong.
class TestLearning : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    AppContext m_context;
    std::unique_ptr<InsightsScreen> m_screen;

    void settle() {
        QCoreApplication::processEvents();
        QVERIFY(QTest::qWaitFor([this] { return m_screen->settled() && m_context.running() == 0; }, patience));
        m_screen->grab();
        QCoreApplication::processEvents();
    }
    void go(const char* page) {
        m_screen->open(QLatin1String(page));
        settle();
    }
    template <class T>
    T* find(const char* name) {
        return m_screen->findChild<T*>(QLatin1String(name));
    }
    QAbstractItemModel* model(const char* table) { return find<DataTable>(table)->model(); }
    QString cell(const char* table, int row, int column) { return model(table)->index(row, column).data().toString(); }
    /// Pictures for whoever looks at them: WAYREEVE_TEST_PICTURES names a folder.
    void picture(const QString& name) {
        const QString folder = qEnvironmentVariable("WAYREEVE_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        for (const Theme theme : {Theme::Light, Theme::Dark})
            for (const QSize size :
                 {QSize(1112, 696), QSize(1752, 976)}) { // what the window leaves of 1280×800, 1920×1080
                Tokens::current().setTheme(theme);
                m_screen->resize(size);
                settle();
                m_screen->grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                          .arg(folder, name)
                                          .arg(size.width())
                                          .arg(theme == Theme::Light ? "light" : "dark"));
            }
        Tokens::current().setTheme(Theme::Light);
    }

private Q_SLOTS:
    void initTestCase() {
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString target = m_folder.filePath(from.relativeFilePath(file));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
        }
        QFile stages(m_folder.filePath("stages.yaml"));
        QVERIFY(stages.open(QIODevice::ReadWrite));
        QByteArray text = stages.readAll();
        text.replace("      - {signal: coupon-searched, weight: 0.1}\n      - {signal: shipping-checked",
                     "      - {signal: coupon-searched, weight: 0.9}\n      - {signal: shipping-checked");
        QVERIFY(stages.seek(0) && stages.write(text) == text.size());
        stages.close();
        const auto opened = session::openWorkspace(m_folder.path().toStdString());
        QVERIFY(opened.ok());
        session::SimulateRequest request;
        request.customers = 600;
        request.days = 12;
        request.seed = 3;
        QVERIFY(session::simulate(*opened, request).ok());
        m_context.setPeople({{"ines", "Ines V.", "designer"}});
        m_context.setPerson("ines");
        m_context.setWorkspace(m_folder.path(), "Demo", opened->workspace);
        m_screen = std::make_unique<InsightsScreen>(m_context);
        m_screen->resize(1112, 696);
        for (QWidget* control : m_screen->topBarWidgets())
            control->hide(); // the window's top bar has them
        m_screen->setVisible(true);
        m_screen->refresh();
        settle();
    }
    void cleanupTestCase() { m_screen.reset(); }

    void effectsAreAGrid() {
        go("effects");
        QVERIFY(model("effectsGrid")->rowCount() > 0);
        QVERIFY(model("effectsGrid")->columnCount() > 3); // everybody and stages
        auto* by = find<QComboBox>("effectsBy");
        QCOMPARE(by->currentData().toString(), QString("stage"));
        picture("effects");
        by->setCurrentIndex(0);
        Q_EMIT by->activated(0);
        settle();
        QCOMPARE(model("effectsGrid")->columnCount(), 2);
        QVERIFY(find<PlainLabel>("effectsSentence")->text().contains("with a known reward"));
        picture("effects-everybody");
    }

    void driftSaysWhetherPredictionsHold() {
        go("drift");
        QVERIFY(!find<PlainLabel>("driftHeadline")->text().isEmpty());
        QVERIFY(find<PlainLabel>("driftSentence")->text().contains("at most 1 model in 100"));
        QVERIFY(m_screen->counts().series > 0);
        picture("drift");
    }

    void aLabelIsGivenByKeyAndTakenBack() {
        go("audit");
        auto* page = qobject_cast<AuditPage*>(find<QWidget>("insights-audit"));
        QCOMPARE(page->audit().moments.size(), std::size_t{50});
        QCOMPARE(model("auditMoments")->columnCount(), 3); // not what the core read
        QVERIFY(model("auditSeen")->rowCount() > 0);
        picture("audit");
        auto* list = find<DataTable>("auditMoments");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_3);
        settle();
        QCOMPARE(page->audit().moments[0].label, page->audit().stages[2]);
        QCOMPARE(page->audit().moments[0].person, std::string("ines"));
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(list, Qt::Key_Z);
        settle();
        QVERIFY(page->audit().moments[0].label.empty());
        QCOMPARE(find<PlainLabel>("auditProgress")->text(), QString("0 of 50 labelled, 1 taken back"));
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(list, Qt::Key_J);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(list, Qt::Key_K);
        QCOMPARE(list->currentIndex().row(), 0);
    }

    void theResultComesAfterTheLabels() {
        go("audit");
        auto* page = qobject_cast<AuditPage*>(find<QWidget>("insights-audit"));
        QVERIFY(!find<PlainLabel>("auditResult")->isVisible());
        for (std::size_t i = 0; i < 50; ++i) {
            page->labelAs(i % 2);
            settle();
        }
        page->reveal();
        settle();
        QVERIFY(page->audit().revealed);
        QVERIFY2(find<PlainLabel>("auditResult")->text().contains("goal of 80 %"),
                 qPrintable(find<PlainLabel>("auditResult")->text()));
        QCOMPARE(model("auditMoments")->columnCount(), 4);
        QCOMPARE(model("auditConfusion")->rowCount(), static_cast<int>(page->audit().stages.size()));
        page->takeBack();
        settle();
        QVERIFY(!page->audit().moments[0].label.empty());
        picture("audit-result");
        // Another window sees the same.
        AuditPage other(m_context);
        other.look();
        QVERIFY(QTest::qWaitFor([&] { return other.settled() && m_context.running() == 0; }, patience));
        QVERIFY(other.audit() == page->audit());
    }

    void aWeightIsADraftUntilSaved() {
        go("signals");
        auto* page = qobject_cast<SignalsPage*>(find<QWidget>("insights-signals"));
        const QString file = m_folder.filePath("stages.yaml");
        const QByteArray before = contents(file);
        QCOMPARE(model("signalsStages")->rowCount(), 1);
        QVERIFY2(cell("signalsStages", 0, 4).contains("from 0.90 to"), qPrintable(cell("signalsStages", 0, 4)));
        QCOMPARE(model("signalsEvidence")->rowCount(), 5);
        picture("signals");
        auto* list = find<DataTable>("signalsStages");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_A);
        settle();
        QVERIFY(page->dirty());
        QCOMPARE(m_screen->unsaved().size(), 1);
        QCOMPARE(contents(file), before);
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        settle();
        QVERIFY(!page->dirty());
        page->apply();
        QTest::keyClick(list, Qt::Key_S, Qt::ControlModifier);
        settle();
        QVERIFY(!page->dirty());
        const QByteArray after = contents(file);
        QVERIFY(after != before && after.size() >= before.size() - 1 && after.size() <= before.size() + 2);
        QVERIFY(!after.contains("coupon-searched, weight: 0.9}"));
        QVERIFY(!find<Button>("signalsApply")->isEnabled()); // the file no longer has the run's weight
        page->dismiss();
        QCOMPARE(model("signalsStages")->rowCount(), 0);
    }

    void whatIsMissingIsSaid() {
        session::EffectLog log;
        log.words = {""};
        const auto answer = session::effectsOf(log, {});
        QVERIFY(answer.ok());
        const RecordWords words;
        QVERIFY(presentEffects(log, {}, *answer, words).missing.contains("Nothing was sent"));
        QVERIFY(presentDrift({}, words).headline.contains("No outcome is known yet"));
        // Alarms of days ago, after which nothing speaks for drift, are history; one mark a day stands for them.
        session::GoalDrift past;
        const Instant first{1'772'409'600'000}; // 2026-03-02
        past.drift.tested = past.drift.outcomes = 500;
        for (int day = 0; day < 6; ++day) {
            past.drift.periods.emplace_back();
            past.drift.periods.back().from = first + Duration::days(day);
        }
        for (const int hours : {26, 27, 30, 49}) {
            measurement::DriftAlarm alarm;
            alarm.since = first + Duration::hours(hours - 4);
            alarm.at = first + Duration::hours(hours);
            past.drift.alarms.push_back(alarm);
        }
        past.drift.evidence = 0.1;
        const DriftView history = presentDrift(past, words);
        QVERIFY2(history.headline.startsWith("No drift now."), qPrintable(history.headline));
        QVERIFY(!history.drifts);
        QCOMPARE(history.trend.events.size(), 1);
        QCOMPARE(history.alarms.rows.size(), 4);
        past.drift.evidence = 0.6;
        QVERIFY(presentDrift(past, words).drifts);
        past.drift.evidence = 0.1;
        past.drift.alarms.back().at = first + Duration::days(4);
        QVERIFY(presentDrift(past, words).drifts);
        QCOMPARE(presentDrift(past, words).trend.events.size(), 2);
        measurement::StageProposal stage;
        stage.stage = "cart-left";
        stage.benchmark = 0.35;
        QVERIFY(presentProposal(stage, words).why.contains("Nobody was in this stage"));
    }
};

WAYREEVE_UI_TEST(TestLearning)
#include "tst_learning.moc"
