#include "session/import.h"
#include "session/open_workspace.h"
#include "session/runs.h"
#include "session/store_access.h"

#include "app/desktop/workspace_opener.h"
#include "ui_test.h"

#include "ui/approvals/approvals_screen.h"
#include "ui/screens.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shown_run.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr int patience = 30'000;

audit::RunInfo runOf(const char* tag, audit::RunKind kind, std::uint64_t decisions) {
    audit::RunInfo run;
    run.tag = tag;
    run.kind = kind;
    run.decisions = decisions;
    return run;
}

struct Program {
    AppContext context;
    WorkspaceOpener opener{context};
    MainWindow window{context};

    explicit Program(const QString& folder) {
        registerScreens();
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        opener.open(folder, "mei");
        (void)QTest::qWaitFor([this] { return context.workspace() && context.running() == 0; }, patience);
        settle();
    }
    void settle() {
        for (int i = 0; i < 2; ++i) {
            QCoreApplication::processEvents();
            (void)QTest::qWaitFor([this] { return window.currentScreen()->settled() && context.running() == 0; },
                                  patience);
            window.grab();
        }
    }
    void go(const QString& place) {
        window.goTo(place);
        settle();
    }
    QString status() { return window.findChild<QWidget*>("statusLine")->accessibleName(); }
    QAbstractButton* chip() { return window.findChild<QAbstractButton*>("runChip"); }
    ApprovalsPresenter& approvals() {
        go("approvals");
        return qobject_cast<ApprovalsScreen*>(window.currentScreen())->presenter();
    }
    QString decisions() {
        go("decisions");
        return window.findChild<QLabel*>("decisionCount")->text();
    }
};

} // namespace

/// A workspace whose newest run decided nothing: the queue of the one before stays at hand.
class TestRuns : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }

private Q_SLOTS:
    void initTestCase() {
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString target = m_folder.filePath(from.relativeFilePath(file));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
        }
        const auto opened = session::openWorkspace(folder());
        QVERIFY(opened.ok());
        session::SimulateRequest request;
        request.customers = 100;
        request.days = 4;
        request.reviewers = false; // so that items stay open
        QVERIFY(session::simulate(*opened, request).ok());
        QFile events(m_folder.filePath("one.jsonl"));
        QVERIFY(events.open(QIODevice::WriteOnly));
        events.write(
            "{\"type\":\"identify\",\"messageId\":\"m1\",\"userId\":\"u1\",\"timestamp\":\"2026-11-02T08:00:00Z\"}\n");
        events.close();
        const auto imported =
            session::importEvents(*opened, events.fileName().toStdString(), Instant{1'793'606'400'000}, 1);
        QVERIFY(imported.ok());
        QCOMPARE(imported->run.info.tag, std::string("l2"));
        QCOMPARE(imported->run.info.decisions, std::uint64_t{0});
    }
    void theRuleOfTheShownRun() {
        using audit::RunKind;
        std::vector<audit::RunInfo> runs{runOf("s1", RunKind::Simulation, 9), runOf("l2", RunKind::Live, 0)};
        QVERIFY(!shownRun(std::vector<audit::RunInfo>(), ""));
        QCOMPARE(shownRun(runs, "")->tag, std::string("s1"));
        QCOMPARE(shownRun(runs, "l2")->tag, std::string("l2"));
        QCOMPARE(shownRun(runs, "gone")->tag, std::string("s1"));
        runs.push_back(runOf("r3", RunKind::Replay, 9)); // nothing is decided anew in it
        QCOMPARE(shownRun(runs, "")->tag, std::string("s1"));
        runs.push_back(runOf("r4", RunKind::Live, 1));
        QCOMPARE(shownRun(runs, "")->tag, std::string("r4"));
        QCOMPARE(shownRun({runOf("r1", RunKind::Live, 0), runOf("l2", RunKind::Live, 0)}, "")->tag, std::string("l2"));
    }
    void openingShowsTheRunThatHasAQueue() {
        Program program(m_folder.path());
        QVERIFY(program.approvals().waiting() > 0);
        QCOMPARE(program.approvals().snapshot().run, QString("s1"));
        QVERIFY(!program.decisions().endsWith("0 of 0 decisions"));
        QCOMPARE(program.chip()->text(), QString("run s1"));
        QVERIFY2(program.status().contains("l2 is newer") && program.status().startsWith("Simulated"),
                 qPrintable(program.status()));
    }
    /// By keys: Enter on a past run, then the menu of the chip; a claim afterwards is one on the run that is shown.
    void anotherRunIsChosenAndLeft() {
        Program program(m_folder.path());
        const int before = program.approvals().waiting();
        program.go("simulation");
        auto* runs = program.window.findChild<QAbstractItemView*>("pastRuns");
        QCOMPARE(runs->currentIndex().row(), 1); // newest first: s1 is the second
        runs->setFocus();
        QTest::keyClick(runs, Qt::Key_Up);
        QTest::keyClick(runs, Qt::Key_Return);
        program.settle();
        QCOMPARE(program.context.run(), QString("l2"));
        QCOMPARE(program.chip()->text(), QString("run l2"));
        QVERIFY2(program.status().startsWith("Recorded") && !program.status().contains("newer"),
                 qPrintable(program.status()));
        QCOMPARE(program.approvals().waiting(), 0);
        QVERIFY(!program.approvals().selected());
        QVERIFY(program.decisions().endsWith("0 of 0 decisions"));

        program.chip()->setFocus();
        QTest::keyClick(program.chip(), Qt::Key_Return);
        auto* menu = program.window.findChild<QMenu*>("runMenu");
        QVERIFY(menu && menu->actions().size() == 2);
        QVERIFY(menu->actions()[0]->isChecked());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        program.settle();
        QCOMPARE(program.context.run(), QString("s1"));
        QCOMPARE(program.approvals().waiting(), before);

        ApprovalsPresenter& approvals = program.approvals();
        for (const ApprovalItem* item : approvals.items(ApprovalTab::Unclaimed))
            if (item->deciders && item->deciders->contains("mei")) {
                approvals.select(item->proposal.number);
                break;
            }
        program.settle();
        QVERIFY2(approvals.whyNotClaim().isEmpty(), qPrintable(approvals.whyNotClaim()));
        const std::uint64_t number = approvals.selected()->proposal.number;
        approvals.claim();
        program.settle();
        auto reader = session::openReader(folder());
        QCOMPARE((*reader)->proposal((*reader)->run("s1")->id, number)->claimedBy, std::string("mei"));
        QCOMPARE(program.approvals().snapshot().run, QString("s1"));
    }
    void aClickChoosesAndThePaletteToo() {
        Program program(m_folder.path());
        program.go("simulation");
        auto* runs = program.window.findChild<QAbstractItemView*>("pastRuns");
        QTest::mouseClick(runs->viewport(), Qt::LeftButton, {}, runs->visualRect(runs->model()->index(0, 0)).center());
        program.settle();
        QCOMPARE(program.context.shownRun(), QString("l2"));
        for (const auto& provider : program.context.commands().providers())
            for (const PaletteItem& item : provider->items())
                if (item.text == "Show run s1")
                    item.run();
        program.settle();
        QCOMPARE(program.context.shownRun(), QString("s1"));
    }
};

WAYREEVE_UI_TEST(TestRuns)
#include "tst_runs.moc"
