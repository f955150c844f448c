#include "session/open_workspace.h"
#include "session/runs.h"
#include "session/store_access.h"

#include "app/desktop/workspace_opener.h"
#include "ui_test.h"

#include "ui/autonomy/autonomy_screen.h"
#include "ui/journeys/journeys_screen.h"
#include "ui/screens.h"
#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/shell/start_provider.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr int patience = 30'000;

void copyDemo(const QString& to) {
    const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
    QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + QLatin1Char('/') + from.relativeFilePath(file);
        QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
    }
}

QByteArray bytesOf(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

class NoTemplates : public StartProvider {
public:
    DemoCard demo() const override { return {}; }
    QList<TemplateCard> templates() const override { return {}; }
    QList<RecentWorkspace> recent() const override { return {}; }
    void openDemo() override {}
    void openTemplate(const QString&) override {}
    void openWorkspace(const QString&) override {}
};

/// The program's window on a private copy of the demo.
struct Office {
    QTemporaryDir folder;
    AppContext context;
    WorkspaceOpener opener{context};
    MainWindow window{context};

    Office() {
        registerScreens();
        context.provide<StartProvider>(std::make_shared<NoTemplates>());
        copyDemo(folder.path());
        window.resize(1280, 800);
        window.show();
        open(folder.path());
        window.goTo("journeys", "cart-recovery");
        settle();
    }
    void open(const QString& path) {
        opener.open(path);
        settle();
    }
    void settle() {
        QCoreApplication::processEvents();
        QVERIFY(
            QTest::qWaitFor([this] { return context.running() == 0 && window.currentScreen()->settled(); }, patience));
    }
    JourneysScreen& journeys() { return *qobject_cast<JourneysScreen*>(window.screen("journeys")); }
    AutonomyScreen& autonomy() { return *qobject_cast<AutonomyScreen*>(window.screen("autonomy")); }
    /// Both documents.
    void edit() {
        auto renamed = *journeys().presenter().journey();
        renamed.name = "Renamed here";
        journeys().presenter().apply("Rename", renamed);
        window.screen("autonomy");
        settle();
        autonomy().presenter().setLevel({{}, documents::Reversibility::Costly, documents::Risk::Medium},
                                        documents::AutonomyLevel::Supervised);
        QVERIFY(journeys().presenter().dirty() && autonomy().presenter().dirty());
    }
    [[nodiscard]] QDialog* dialog() const { return window.findChild<QDialog*>("unsavedDialog"); }
    void answer(const char* button) {
        auto* pressed = window.findChild<QAbstractButton*>(button);
        QVERIFY(pressed);
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    [[nodiscard]] QByteArray journeyFile() const { return bytesOf(folder.filePath("journeys/cart-recovery.yaml")); }
    [[nodiscard]] QByteArray matrixFile() const { return bytesOf(folder.filePath("autonomy.yaml")); }
    [[nodiscard]] QStringList statusTexts() const {
        QStringList texts;
        for (const StatusText& text : context.status().texts)
            texts.append(text.text);
        return texts;
    }
};

} // namespace

/// Leaving a workspace or the window, and what the window says about a workspace's state.
class TestLeaving : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closingAsksAndDoesWhatIsAnswered_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("written");
        QTest::newRow("save") << "unsavedSave" << true << true;
        QTest::newRow("discard") << "unsavedDiscard" << true << false;
        QTest::newRow("cancel") << "unsavedCancel" << false << false;
        QTest::newRow("Esc") << "" << false << false;
    }
    void closingAsksAndDoesWhatIsAnswered() {
        QFETCH(QString, button);
        QFETCH(bool, closes);
        QFETCH(bool, written);
        Office office;
        office.edit();
        const QByteArray journey = office.journeyFile();
        const QByteArray matrix = office.matrixFile();
        office.window.close();
        QVERIFY(office.window.isVisible());
        QVERIFY(office.dialog() && office.dialog()->isModal());
        QStringList shown;
        for (const QLabel* label : office.dialog()->findChildren<QLabel*>())
            shown.append(label->text());
        QVERIFY2(shown.contains("Journey “Renamed here”") && shown.contains("Autonomy matrix"),
                 qPrintable(shown.join("; ")));
        if (button.isEmpty())
            QTest::keyClick(office.dialog(), Qt::Key_Escape);
        else
            office.answer(qPrintable(button));
        if (closes)
            QTRY_VERIFY_WITH_TIMEOUT(!office.window.isVisible(), patience);
        office.settle();
        QCOMPARE(office.window.isVisible(), !closes);
        QCOMPARE(office.journeyFile() != journey, written);
        QCOMPARE(office.journeyFile().contains("Renamed here"), written);
        QCOMPARE(office.matrixFile() != matrix, written);
        QCOMPARE(office.journeys().presenter().dirty(), !closes);
    }
    void closingWithoutChangesDoesNotAsk() {
        Office office;
        office.window.close();
        QVERIFY(!office.window.isVisible() && !office.dialog());
    }
    /// A file that changed outside meanwhile is not overwritten, and the window stays with the edits.
    void savingThatFailsKeepsTheWindow() {
        Office office;
        office.edit();
        QFile file(office.folder.filePath("journeys/cart-recovery.yaml"));
        QVERIFY(file.open(QIODevice::Append) && file.write("# elsewhere\n") > 0);
        file.close();
        office.window.close();
        office.answer("unsavedSave");
        office.settle();
        QCoreApplication::processEvents();
        QVERIFY(office.window.isVisible());
        QVERIFY(office.journeys().presenter().dirty());
        QVERIFY(!office.journeyFile().contains("Renamed here"));
        QCOMPARE(office.window.messages().currentId(), QString("journeys"));
    }
    void openingAnotherWorkspaceAsks() {
        Office office;
        QTemporaryDir other;
        copyDemo(other.path());
        office.edit();
        office.open(other.path());
        QVERIFY(office.dialog());
        QCOMPARE(office.context.workspacePath(), office.folder.path());
        office.answer("unsavedCancel");
        office.settle();
        QCOMPARE(office.context.workspacePath(), office.folder.path());
        QVERIFY(office.journeys().presenter().dirty());
        office.open(other.path());
        office.answer("unsavedDiscard");
        QTRY_COMPARE_WITH_TIMEOUT(office.context.workspacePath(), other.path(), patience);
        office.settle();
        QVERIFY(!office.journeyFile().contains("Renamed here"));
        QVERIFY(!office.journeys().presenter().dirty());
    }

    void aFolderThatIsNoWorkspaceChangesNothing() {
        Office office;
        QTemporaryDir other;
        const QString person = office.context.person().id;
        bool started = false;
        office.opener.open(other.path(), {}, [&started] { started = true; });
        office.settle();
        QVERIFY(!started);
        QCOMPARE(office.context.workspacePath(), office.folder.path());
        QVERIFY(office.context.workspace());
        QCOMPARE(office.context.person().id, person);
        QVERIFY(office.window.messages().shownText().contains("is no workspace"));
    }
    void aBrokenWorkspaceSaysSoAndAHealthyOneEndsIt() {
        Office office;
        QTemporaryDir broken;
        copyDemo(broken.path());
        for (const char* name : {"/goals.yaml", "/autonomy.yaml"}) {
            QFile file(broken.path() + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("wayreeve: [\n") > 0);
        }
        office.open(broken.path());
        QVERIFY(!office.context.workspace());
        QVERIFY(office.context.people().isEmpty());
        const QStringList problems = office.context.problems();
        QVERIFY(problems.size() >= 2);
        QCOMPARE(office.window.messages().currentId(), QString("open"));
        QVERIFY(office.window.messages().shownText().contains(QString::number(problems.size())));
        QCOMPARE(office.statusTexts().size(), 1);
        QVERIFY(office.statusTexts().first().startsWith("workspace cannot be read"));
        office.window.messages().activate();
        QCOMPARE(office.window.currentPlace(), QString("start"));
        QCOMPARE(office.window.currentScreen()->findChildren<QLabel*>("workspaceProblem").size(), problems.size());
        office.open(broken.path());
        office.open(office.folder.path());
        QVERIFY(office.window.messages().currentId() != "open");
        QVERIFY(office.context.problems().isEmpty() && office.context.workspace());
    }
    void theStatusFollowsTheFirstRun() {
        Office office;
        QCOMPARE(office.statusTexts(), QStringList{"no run yet"});
        const auto opened = session::openWorkspace(office.folder.path().toStdString());
        QVERIFY(opened.ok());
        session::SimulateRequest request;
        request.customers = 20;
        request.days = 3;
        request.seed = 7;
        QVERIFY(session::simulate(*opened, request).ok());
        Q_EMIT office.context.dataChanged();
        office.settle();
        QVERIFY(office.context.status().mode == Mode::Simulated);
        QVERIFY2(office.statusTexts() != QStringList{"no run yet"} && !office.statusTexts().isEmpty(),
                 qPrintable(office.statusTexts().join("; ")));
    }
    void aStopFromElsewhereShowsAndGoes() {
        Office office;
        const std::string folder = office.folder.path().toStdString();
        QVERIFY(session::setStop(folder, "", "mei").ok());
        QTRY_VERIFY_WITH_TIMEOUT(office.context.stopped(), patience);
        QCOMPARE(office.window.messages().currentId(), QString("stop"));
        QVERIFY(session::liftStop(folder, "", "").ok());
        QTRY_VERIFY_WITH_TIMEOUT(!office.context.stopped(), patience);
        QVERIFY(office.window.messages().currentId() != "stop");
    }

    void aWindowFitsItsScreen_data() {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("fits");
        // Room 1366×740 under a panel of 28; a frame of 30 above and 2 at the other sides.
        QTest::newRow("as it is") << QRect(100, 100, 900, 600) << QRect(100, 100, 900, 600);
        QTest::newRow("too large") << QRect(0, 0, 1440, 900) << QRect(2, 58, 1362, 708);
        QTest::newRow("off the edge") << QRect(900, 500, 900, 600) << QRect(464, 166, 900, 600);
    }
    void aWindowFitsItsScreen() {
        QFETCH(QRect, wanted);
        QFETCH(QRect, fits);
        QCOMPARE(MainWindow::fitted(wanted, {0, 28, 1366, 740}, {2, 30, 2, 2}), fits);
    }
    void whatIsOnlyNewsGoesByItself() {
        MessageBar bar;
        const Message news{"news", Severity::Info, "Rejected.", {}, {}, {}, {}, 0};
        bar.show(news);
        for (int second = 0; second < 7; ++second)
            bar.tick();
        QCOMPARE(bar.currentId(), QString("news"));
        bar.tick();
        QCOMPARE(bar.currentId(), QString());
        bar.show(news);
        bar.leavePlace(); // said on the way to another place
        QCOMPARE(bar.currentId(), QString("news"));
        bar.tick();
        bar.leavePlace();
        QCOMPARE(bar.currentId(), QString());
        bar.show({"hint", Severity::Info, "Connect", {}, {}, {}, {}, -1});
        bar.show(news);
        bar.show({"bad", Severity::Error, "Bad", {}, {}, {}, {}, 0});
        for (int second = 0; second < 20; ++second)
            bar.tick();
        QCOMPARE(bar.waiting(), 2); // not read yet, and one that stays
    }
};

WAYREEVE_UI_TEST(TestLeaving)

#include "tst_leaving.moc"
