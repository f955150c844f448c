#include "ui/autonomy/autonomy_screen.h"
#include "ui/autonomy/matrix_words.h"

#include "ui_test.h"

#include "ui/shell/app_context.h"
#include "ui/widgets/tokens.h"

#include <QDir>
#include <QFile>
#include <QPixmap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;
using documents::Approval;
using documents::AutonomyCell;
using documents::AutonomyLevel;
using documents::Reversibility;
using documents::Risk;
using documents::SafeDefault;

namespace {

QString resources() {
    return QStringLiteral(WAYREEVE_SOURCE_DIR "/resources");
}

std::shared_ptr<const documents::Workspace> demo() {
    static const auto loaded = documents::loadWorkspace((resources() + "/demo").toStdString());
    return loaded.workspace;
}

void copyDocuments(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& entry : QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot))
        entry.isDir() ? copyDocuments(entry.filePath(), to + "/" + entry.fileName())
                      : void(QFile::copy(entry.filePath(), to + "/" + entry.fileName()));
}

const MatrixPlace lowReversible{{}, Reversibility::Reversible, Risk::Low};
const MatrixPlace vulnerableLow{"vulnerable", Reversibility::Reversible, Risk::Low};

} // namespace

class TestAutonomy : public QObject {
    Q_OBJECT
private slots:
    void wordsOfCells_data() {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("approval");
        QTest::addColumn<double>("sample");
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<int>("onExpiry");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("people");
        QTest::addColumn<QString>("detail");
        QTest::newRow("autonomous") << 2 << 0 << 0.01 << qint64(240) << 0 << "Autonomous"
                                    << ""
                                    << "1 % spot-checked";
        QTest::newRow("supervised") << 1 << 0 << 0.1 << qint64(60) << 0 << "Supervised"
                                    << ""
                                    << "10 % reviewed after";
        QTest::newRow("half a per cent") << 1 << 1 << 0.005 << qint64(60) << 0 << "Supervised"
                                         << "2 people"
                                         << "0.5 % reviewed after";
        QTest::newRow("assisted") << 0 << 0 << 0.0 << qint64(240) << 0 << "Assisted"
                                  << "1 person"
                                  << "4 h, then nothing";
        QTest::newRow("two people") << 0 << 1 << 0.0 << qint64(30) << 2 << "Assisted"
                                    << "2 people"
                                    << "30 min, then a person";
        QTest::newRow("baseline") << 0 << 0 << 0.0 << qint64(90) << 1 << "Assisted"
                                  << "1 person"
                                  << "1 h 30 min, then baseline";
        QTest::newRow("days") << 0 << 0 << 0.0 << qint64(2880) << 0 << "Assisted"
                              << "1 person"
                              << "2 d, then nothing";
    }
    void wordsOfCells() {
        QFETCH(int, level);
        QFETCH(int, approval);
        QFETCH(double, sample);
        QFETCH(qint64, minutes);
        QFETCH(int, onExpiry);
        const AutonomyCell cell{static_cast<AutonomyLevel>(level), static_cast<Approval>(approval), sample,
                                Duration::minutes(minutes), static_cast<SafeDefault>(onExpiry)};
        const autonomy::CellWords words = autonomy::cellWords(cell);
        QTEST(words.title, "title");
        QTEST(words.people, "people");
        QTEST(words.detail, "detail");
        QVERIFY(!words.gap);
    }
    void wordsOfAGap() {
        const autonomy::CellWords words = autonomy::cellWords(std::nullopt);
        QVERIFY(words.gap);
        QCOMPARE(words.title, QString("No cell"));
        QCOMPARE(words.detail, QString("treated as Assisted"));
    }
    void sentence() {
        QCOMPARE(autonomy::cellSentence(AutonomyCell{}),
                 QString("One person must agree within 4 h; after that nothing happens."));
    }
    void editUndoRedo() {
        MatrixPresenter presenter;
        presenter.open(demo());
        QVERIFY(!presenter.dirty());
        QVERIFY(presenter.setLevel(lowReversible, AutonomyLevel::Supervised));
        QCOMPARE(presenter.cell(lowReversible)->level, AutonomyLevel::Supervised);
        QCOMPARE(presenter.cell(lowReversible)->sample, 0.1);
        QVERIFY(presenter.changed(lowReversible));
        QVERIFY(presenter.cycleApproval(lowReversible));
        QCOMPARE(presenter.cell(lowReversible)->approval, Approval::FourEyes);
        QCOMPARE(presenter.undoStack().count(), 2);
        presenter.undoStack().undo();
        QCOMPARE(presenter.cell(lowReversible)->approval, Approval::OnePerson);
        QVERIFY(presenter.dirty());
        presenter.undoStack().undo();
        QCOMPARE(presenter.cell(lowReversible)->level, AutonomyLevel::Autonomous);
        QCOMPARE(presenter.cell(lowReversible)->sample, 0.01);
        QVERIFY(!presenter.dirty());
        presenter.undoStack().redo();
        QCOMPARE(presenter.cell(lowReversible)->level, AutonomyLevel::Supervised);
        QCOMPARE(presenter.selection(), std::optional(lowReversible));
        QVERIFY(!presenter.setLevel(lowReversible, AutonomyLevel::Supervised));
    }
    void gapsAreFilledByALevel() {
        MatrixPresenter presenter;
        presenter.open(demo());
        QCOMPARE(presenter.gaps().size(), std::size_t(4)); // vulnerable and cancel-subscription: low and medium
        QVERIFY(presenter.setLevel(vulnerableLow, AutonomyLevel::Assisted));
        QCOMPARE(presenter.gaps().size(), std::size_t(3));
        presenter.undoStack().undo();
        QVERIFY(!presenter.cell(vulnerableLow));
    }
    void savedIsNotDirty() {
        MatrixPresenter presenter;
        presenter.open(demo());
        presenter.setLevel(lowReversible, AutonomyLevel::Assisted);
        const auto written = presenter.matrix();
        presenter.cycleApproval(lowReversible);
        presenter.markSaved(written);
        QVERIFY(presenter.dirty()); // edited since
        presenter.undoStack().undo();
        QVERIFY(!presenter.dirty());
    }
    void quietHours() {
        documents::Policy night;
        night.type = documents::PolicyType::QuietHours;
        night.from = 20 * 60;
        night.to = 9 * 60;
        night.weekdays = {7}; // Sunday night: the rest lies on Monday
        documents::Policy noon = night;
        noon.from = 8 * 60;
        noon.to = 13 * 60;
        noon.weekdays = {1};
        const auto week = autonomy::quietWeek({{night, noon}});
        QCOMPARE(week[6], (autonomy::Spans{{1200, 1440}}));
        QCOMPARE(week[0], (autonomy::Spans{{0, 780}}));
        QVERIFY(week[1].empty());
    }
    void emptyCountsNothing() {
        AppContext context;
        AutonomyScreen screen(context);
        screen.refresh();
        screen.resize(1272, 828);
        screen.grab();
        QCOMPARE(screen.counts().rows, 0);
        QCOMPARE(screen.counts().series, 0);
    }
    void keysEditAndSaveWrites() {
        QTemporaryDir folder;
        copyDocuments(resources() + "/demo", folder.path());
        AppContext context;
        context.setWorkspace(folder.path(), "demo", documents::loadWorkspace(folder.path().toStdString()).workspace);
        AutonomyScreen screen(context);
        screen.resize(1272, 828);
        screen.refresh();
        screen.show();
        screen.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&screen));
        QTRY_VERIFY(screen.settled());
        QWidget* table = screen.panes().first();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_1);
        QCOMPARE(screen.presenter().cell(lowReversible)->level, AutonomyLevel::Assisted);
        QTest::keyClick(table, Qt::Key_P);
        QCOMPARE(screen.presenter().cell(lowReversible)->approval, Approval::FourEyes);
        QSignalSpy saved(&screen, &AutonomyScreen::saved);
        screen.save();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(saved.first().first().toBool());
        QVERIFY(!screen.presenter().dirty());
        const auto again = documents::loadWorkspace(folder.path().toStdString());
        QVERIFY(again.workspace);
        QCOMPARE(again.workspace->autonomy->grid[0][0]->level, AutonomyLevel::Assisted);
        QCOMPARE(again.workspace->autonomy->grid[0][0]->approval, Approval::FourEyes);
        QVERIFY(screen.grab().width() > 0);
        QVERIFY(screen.counts().rows > 10);
        QCOMPARE(screen.counts().series, 1);
        if (const QString pictures = qEnvironmentVariable("WAYREEVE_TEST_PICTURES"); !pictures.isEmpty())
            for (const Theme theme : {Theme::Light, Theme::Dark}) {
                Tokens::current().setTheme(theme);
                screen.presenter().setLevel({{}, Reversibility::Costly, Risk::Medium}, AutonomyLevel::Supervised);
                QCoreApplication::processEvents();
                screen.grab().save(pictures + (theme == Theme::Light ? "/autonomy.png" : "/autonomy-dark.png"));
            }
        Tokens::current().setTheme(Theme::Light);
    }
};

WAYREEVE_UI_TEST(TestAutonomy)
#include "tst_autonomy.moc"
