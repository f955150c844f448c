#include "live_client.h"
#include "ui_test.h"

#include "ui/live/live_screen.h"
#include "ui/live/quarantine_panel.h"

#include "app/desktop/workspace_opener.h"
#include "ui/live/figure_row.h"
#include "ui/screens.h"
#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/data_table.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr int patience = 30'000;

/// The program's window at Live, on a private copy of the demo.
struct Shop {
    QTemporaryDir folder;
    AppContext context;
    WorkspaceOpener opener{context};
    MainWindow window{context};

    Shop() {
        registerScreens();
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString target = folder.filePath(from.relativeFilePath(file));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
        }
        window.resize(1280, 800);
        window.show();
        opener.open(folder.path());
        window.goTo("live");
        settle();
        find<QSpinBox>("livePort")->setValue(0);
        rehearse(11);
    }
    /// 5 March 2026, at that hour in the workspace's zone.
    void rehearse(int hour) {
        find<QCheckBox>("liveRehearse")->setChecked(true);
        find<QDateTimeEdit>("liveClock")->setDateTime(QDateTime(QDate(2026, 3, 5), QTime(hour, 0)));
    }
    void settle() {
        QCoreApplication::processEvents();
        QVERIFY(QTest::qWaitFor(
            [this] { return context.workspace() && context.running() == 0 && window.currentScreen()->settled(); },
            patience));
    }
    template <class T>
    T* find(const char* name) const {
        return window.findChild<T*>(name);
    }
    [[nodiscard]] LiveScreen& live() { return *qobject_cast<LiveScreen*>(window.screen("live")); }
    [[nodiscard]] QString text(const char* label) const { return find<QLabel>(label)->text(); }
    void press(const char* button) {
        auto* pressed = find<QAbstractButton>(button);
        QVERIFY2(pressed && pressed->isEnabled(), button);
        pressed->click();
    }
    [[nodiscard]] bool asks() const { return find<QDialog>("confirmDialog") != nullptr; }
    void start() {
        press("liveStart");
        QVERIFY2(QTest::qWaitFor([this] { return live().runner().mode() != LiveMode::Starting; }, patience), "start");
    }
    [[nodiscard]] int port() { return live().runner().status().port; }
    [[nodiscard]] QString figure(int index) const {
        const auto& figures = find<FigureRow>("liveFigures")->figures();
        return index < figures.size() ? figures[index].value : QString();
    }
    void picture(const char* name) {
        if (const QString to = qEnvironmentVariable("WAYREEVE_TEST_PICTURES"); !to.isEmpty())
            window.grab().save(to + "/" + name + ".png");
    }
    [[nodiscard]] std::uint64_t fate(perception::Fate wanted) {
        for (const auto& [fate, number] : live().data().fates)
            if (fate == static_cast<int>(wanted))
                return number;
        return 0;
    }
};

} // namespace

/// Taking events in the window, as a person does it.
class TestLiveRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesEventsMendsOneAndGoesOn() {
        Shop shop;
        QCOMPARE(shop.text("liveTitle"), QString("No events are taken"));
        shop.start();
        QCOMPARE(shop.text("liveTitle"), QString("Events are taken"));
        QVERIFY(shop.text("liveSentence").startsWith("Run l1 has begun, since "));
        // The key is shown once.
        auto* newKey = shop.find<QWidget>("runCard")->findChild<QLineEdit*>("newKey");
        QTRY_VERIFY_WITH_TIMEOUT(newKey->isVisible(), 60'000);
        const QByteArray key = newKey->text().toUtf8();
        QVERIFY(key.size() >= 40);
        shop.settle();
        shop.picture("live-started");
        shop.find<QWidget>("runCard")->findChild<QAbstractButton*>("copyKey")->click();
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), key);
        shop.find<QWidget>("runCard")->findChild<QAbstractButton*>("keepKey")->click();
        QVERIFY(!newKey->isVisible() && newKey->text().isEmpty());
        QCOMPARE(shop.find<QLineEdit>("liveAddress")->text(), QString("http://127.0.0.1:%1").arg(shop.port()));

        for (int customer = 0; customer < 5; ++customer)
            QCOMPARE(postEvents(shop.port(), key, cartBatch(customer)), 200);
        QCOMPARE(postEvents(shop.port(), "no-key", cartBatch(9)), 401);
        QTRY_COMPARE_WITH_TIMEOUT(shop.figure(0), QString("20"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(shop.figure(1).toInt() > 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.figure(5), QString("1"), patience);
        QCOMPARE(shop.text("liveRefused"), QString("Refused: 1 without a known write key."));
        // Every place shows it without being asked to.
        QTRY_COMPARE_WITH_TIMEOUT(shop.fate(perception::Fate::Accepted), std::uint64_t{20}, patience);
        QCOMPARE(shop.context.shownRun(), QString("l1"));
        shop.settle();
        shop.picture("live-running");

        QCOMPARE(postEvents(shop.port(), key,
                            "{\"batch\": [{\"type\": \"track\", \"messageId\": \"o-1\", \"userId\": \"shopper-1\", "
                            "\"event\": \"Order Completed\", \"properties\": {\"margin\": 3}}, \"nothing\"]}"),
                 200);
        QTRY_COMPARE_WITH_TIMEOUT(shop.fate(perception::Fate::Quarantined), std::uint64_t{1}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.fate(perception::Fate::Malformed), std::uint64_t{1}, patience);
        shop.live().open("quarantine");
        shop.settle();
        auto* list = shop.find<DataTable>("quarantineList");
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, patience);
        QCOMPARE(shop.find<DataTable>("quarantineReasons")->model()->rowCount(), 2);
        auto* text = shop.find<QPlainTextEdit>("quarantineText");
        for (int row = 0; row < 2 && !text->toPlainText().contains("margin"); ++row)
            list->setCurrentIndex(list->model()->index(row, 0));
        QCOMPARE(shop.text("quarantineTitle"), QString("Order Completed"));
        QVERIFY2(shop.text("quarantineWhy").contains("value"), qPrintable(shop.text("quarantineWhy")));
        shop.picture("live-quarantine");
        // Still wrong: refused before it is sent, and what was written stays.
        const QString came = text->toPlainText();
        text->setPlainText("{");
        shop.press("quarantineSend");
        QTRY_VERIFY_WITH_TIMEOUT(shop.live().settled(), patience);
        QVERIFY(!shop.text("quarantineWords").startsWith("The live run has received it"));
        QCOMPARE(text->toPlainText(), QString("{"));
        shop.press("quarantineUndo");
        QCOMPARE(text->toPlainText(), came);
        text->setPlainText(QString(came).replace("\"margin\": 3", "\"margin\": 3, \"value\": 80"));
        shop.press("quarantineSend");
        QTRY_VERIFY_WITH_TIMEOUT(shop.text("quarantineWords").startsWith("The live run has received it"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.fate(perception::Fate::Accepted), std::uint64_t{21}, patience);
        // What was sent again is remembered where it lies, not by this window: another one sees it, too.
        QTRY_VERIFY_WITH_TIMEOUT(shop.text("quarantineAgain").startsWith("Sent again "), patience);
        QVERIFY2(shop.text("quarantineAgain").endsWith(": Accepted."), qPrintable(shop.text("quarantineAgain")));
        const auto stored = session::quarantined(shop.folder.path().toStdString(), {"", 10});
        QVERIFY(stored.ok() && stored->count == 2 && stored->open == 1);
        shop.picture("live-quarantine-sent");

        shop.live().open("overview");
        shop.press("liveStand");
        QVERIFY(shop.asks());
        shop.press("confirmCancel");
        QCOMPARE(shop.live().runner().mode(), LiveMode::On);
        QTRY_VERIFY_WITH_TIMEOUT(!shop.asks(), 60'000);
        shop.press("liveStand");
        shop.press("confirmYes");
        QTRY_COMPARE_WITH_TIMEOUT(shop.live().runner().mode(), LiveMode::Off, patience);
        shop.settle();
        QTRY_VERIFY_WITH_TIMEOUT(shop.text("liveSentence").startsWith("Run l1 stands still at 5 Mar"), patience);
        shop.picture("live-still");

        shop.rehearse(15);
        shop.start();
        QVERIFY2(shop.text("liveSentence").startsWith("Run l1 goes on, since "), qPrintable(shop.text("liveSentence")));
        QVERIFY(!newKey->isVisible());
        QCOMPARE(postEvents(shop.port(), key, cartBatch(6)), 200);
        // It ends with the window, and only when that was asked.
        QTRY_VERIFY_WITH_TIMEOUT(!shop.asks(), 60'000);
        shop.window.close();
        QVERIFY(shop.window.isVisible() && shop.asks());
        shop.press("confirmCancel");
        QTRY_VERIFY_WITH_TIMEOUT(!shop.asks(), 60'000);
        QVERIFY(shop.window.isVisible());
        QCOMPARE(shop.live().runner().mode(), LiveMode::On);
        shop.window.close();
        shop.press("confirmYes");
        QTRY_VERIFY_WITH_TIMEOUT(!shop.window.isVisible(), patience);
        QVERIFY(!session::engineIsBusy(shop.folder.path().toStdString()));
    }
    void sourcesCountWhileItRuns() {
        Shop shop;
        shop.live().open("sources");
        shop.settle();
        auto* name = shop.find<QLineEdit>("sourceName");
        name->setText("Not An Id");
        shop.press("sourceAdd");
        QTRY_VERIFY_WITH_TIMEOUT(shop.text("sourceWords").contains("Not An Id"), patience);
        shop.start();
        shop.settle();
        auto* table = shop.find<DataTable>("sources");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience); // "default"
        name->setText("web-shop");
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
        QLineEdit* shown = nullptr;
        for (QLineEdit* field : shop.window.findChildren<QLineEdit*>("newKey"))
            if (field->isVisible())
                shown = field;
        QVERIFY(shown);
        const QByteArray key = shown->text().toUtf8();
        QVERIFY(shop.find<QPlainTextEdit>("sendExample")->toPlainText().contains(QString::fromUtf8(key)));
        shop.picture("live-sources");
        QTRY_COMPARE_WITH_TIMEOUT(postEvents(shop.port(), key, cartBatch(1)), 200, patience);
        shop.settle();
        QVERIFY(!shop.find<QAbstractButton>("sourceWithdraw")->text().isEmpty());
        table->setCurrentIndex(table->model()->index(1, 0));
        shop.press("sourceWithdraw");
        QVERIFY(shop.asks());
        shop.press("confirmYes");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(postEvents(shop.port(), key, cartBatch(2)), 401, patience);
    }
    void saysWhyItDoesNotStart() {
        Shop shop;
        const TakenPort taken;
        QVERIFY(taken.port() > 0);
        shop.find<QSpinBox>("livePort")->setValue(taken.port());
        shop.start();
        QTRY_VERIFY_WITH_TIMEOUT(shop.text("liveProblem").contains(QString::number(taken.port())), patience);
        QVERIFY(!shop.find<QAbstractButton>("liveNewRun")->isVisible());
        shop.settle();
        shop.picture("live-port-taken");
        // Other documents begin another run, when that is asked for.
        shop.find<QSpinBox>("livePort")->setValue(0);
        shop.rehearse(12);
        shop.start();
        QCOMPARE(shop.live().runner().mode(), LiveMode::On);
        const QString first = QString::fromStdString(shop.live().runner().status().run);
        shop.press("liveStand");
        shop.press("confirmYes");
        QTRY_COMPARE_WITH_TIMEOUT(shop.live().runner().mode(), LiveMode::Off, patience);
        shop.settle();
        QFile people(shop.folder.filePath("people.yaml"));
        QVERIFY(people.open(QIODevice::ReadOnly));
        const QByteArray changed = people.readAll().replace("Ines V.", "Ines Vega");
        people.close();
        QVERIFY(people.open(QIODevice::WriteOnly | QIODevice::Truncate));
        people.write(changed);
        people.close();
        shop.rehearse(13);
        shop.start();
        QTRY_VERIFY_WITH_TIMEOUT(shop.text("liveProblem").startsWith("The documents changed since run " + first),
                                 patience);
        QVERIFY(shop.find<QAbstractButton>("liveNewRun")->isVisible());
        shop.settle();
        shop.picture("live-documents-changed");
        QTRY_VERIFY_WITH_TIMEOUT(!shop.asks(), 60'000);
        shop.press("liveNewRun");
        shop.press("confirmYes");
        QTRY_COMPARE_WITH_TIMEOUT(shop.live().runner().mode(), LiveMode::On, patience);
        QVERIFY(shop.text("liveSentence").contains("has begun"));
        QVERIFY(QString::fromStdString(shop.live().runner().status().run) != first);
    }
    /// What another program does shows here, and nothing can be started beside it.
    void anotherProgramIsSeen() {
        Shop shop;
        LiveRunner other;
        LiveRunner::Wish wish;
        wish.folder = shop.folder.path();
        wish.port = 0;
        wish.now = Instant{1'772'704'800'000};
        other.start(wish);
        QTRY_COMPARE_WITH_TIMEOUT(other.mode(), LiveMode::On, patience);
        const QByteArray key = other.takeNewKey().toUtf8();
        QTRY_COMPARE_WITH_TIMEOUT(shop.text("liveTitle"), QString("Another program takes events"), patience);
        QVERIFY(!shop.find<QAbstractButton>("liveStart")->isVisible());
        QVERIFY(!shop.find<QAbstractButton>("liveStand")->isVisible());
        QCOMPARE(postEvents(other.status().port, key, cartBatch(1)), 200);
        QTRY_COMPARE_WITH_TIMEOUT(shop.figure(0), QString("4"), patience);
        shop.picture("live-elsewhere");
        other.stop();
        QTRY_COMPARE_WITH_TIMEOUT(other.mode(), LiveMode::Off, patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.text("liveTitle"), QString("No events are taken"), patience);
    }
};

WAYREEVE_UI_TEST(TestLiveRun)
#include "tst_live_run.moc"
