#include "ui_test.h"

#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/empty_screen.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/grab.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/screen_factory.h"
#include "ui/shell/start_provider.h"
#include "ui/shell/watch_application.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <ctime>

using namespace wayreeve::ui;

namespace {

class FixedStart : public StartProvider {
public:
    DemoCard demo() const override { return {"A shop.", {{"One", "Two"}, {1, -1, 1}, {}, {"email", "agent"}, 1}}; }
    QList<TemplateCard> templates() const override {
        return {{"a", "Keep", "First", "pain", "2 stages", {}}, {"b", "Keep", "Second", "pain", "2 stages", {}}};
    }
    QList<RecentWorkspace> recent() const override {
        return {{"/there", "There", "detail", "today", {}, false},
                {"/gone", "Gone", "detail", "1 May", "not found", true}};
    }
    void openDemo() override { opened.append("demo"); }
    void openTemplate(const QString& id) override { opened.append(id); }
    void openWorkspace(const QString& path) override { opened.append(path); }
    QStringList opened;
};

struct Window {
    AppContext context;
    std::unique_ptr<MainWindow> window;
    std::shared_ptr<FixedStart> start = std::make_shared<FixedStart>();
    Window() {
        context.provide<StartProvider>(start);
        context.setPeople({{"mei", "Mei C.", "Approver"}, {"ines", "Ines V.", "Designer"}});
        window = std::make_unique<MainWindow>(context);
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
    }
};

class TextScreen : public EmptyScreen {
public:
    explicit TextScreen(AppContext& context)
        : EmptyScreen("live", context) {
        field = new SearchField("Filter", this);
        field->setObjectName("field");
        context.commands().add(this, {"live.replay", "Replay", "R", {}, "Live"}, [this] { ++replays; });
    }
    SearchField* field;
    int replays = 0;
};

} // namespace

class TestShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A workspace is opened from wherever one is.
    void controlOWorksEverywhere() {
        Window w;
        for (const char* place : {"start", "journeys", "live", "approvals"}) {
            w.window->goTo(place);
            w.start->opened.clear();
            w.press(Qt::Key_O, Qt::ControlModifier);
            QCOMPARE(w.start->opened, QStringList{""});
        }
        QVERIFY(w.context.commands().conflicts().isEmpty());
    }
    void cleanup() { Tokens::current().setTheme(Theme::Light); }

    void goThenLetter_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("place");
        QTest::newRow("J") << int(Qt::Key_J) << "journeys";
        QTest::newRow("A") << int(Qt::Key_A) << "autonomy";
        QTest::newRow("Q") << int(Qt::Key_Q) << "approvals";
        QTest::newRow("D") << int(Qt::Key_D) << "decisions";
        QTest::newRow("C") << int(Qt::Key_C) << "customers";
        QTest::newRow("I") << int(Qt::Key_I) << "insights";
        QTest::newRow("S") << int(Qt::Key_S) << "simulation";
        QTest::newRow("L") << int(Qt::Key_L) << "live";
    }
    void goThenLetter() {
        QFETCH(int, key);
        QFETCH(QString, place);
        Window w;
        QCOMPARE(w.window->currentPlace(), QString("start"));
        w.press(Qt::Key_G);
        w.press(key);
        QCOMPARE(w.window->currentPlace(), place);
    }
    void historyGoesBackAndForth() {
        Window w;
        w.window->goTo("live");
        w.window->goTo("insights");
        w.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(w.window->currentPlace(), QString("live"));
        w.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(w.window->currentPlace(), QString("start"));
        w.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(w.window->currentPlace(), QString("start"));
        w.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(w.window->currentPlace(), QString("live"));
        w.window->goTo("nowhere");
        QCOMPARE(w.window->currentPlace(), QString("live"));
    }

    void paletteFindsAndRuns() {
        Window w;
        w.press(Qt::Key_K, Qt::ControlModifier);
        Palette& palette = w.window->palettePopup();
        QVERIFY(palette.isVisible());
        QVERIFY(palette.count() > 10);
        QTest::keyClicks(QApplication::focusWidget(), "insig");
        QCOMPARE(palette.lineText(0), QString("Go to Insights"));
        w.press(Qt::Key_Return);
        QVERIFY(!palette.isVisible());
        QCOMPARE(w.window->currentPlace(), QString("insights"));
        w.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), "zzzz");
        QCOMPARE(palette.count(), 0);
        w.press(Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
    }
    void paletteAsksProviders() {
        struct Two : PaletteProvider {
            mutable int ran = 0;
            QList<PaletteItem> items() const override {
                return {{"Customer Ana R.", "Customer", "person", [this] { ++ran; }}};
            }
        };
        Window w;
        auto provider = std::make_shared<Two>();
        w.context.commands().addProvider(provider);
        w.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), "ana r");
        QCOMPARE(w.window->palettePopup().lineText(0), QString("Customer Ana R."));
        w.press(Qt::Key_Return);
        QCOMPARE(provider->ran, 1);
    }

    void lettersAreTextInFields() {
        registerScreen("live", [](AppContext& context) { return new TextScreen(context); });
        Window w;
        w.window->goTo("live");
        auto* screen = dynamic_cast<TextScreen*>(w.window->currentScreen());
        QVERIFY(screen);
        w.press(Qt::Key_R);
        QCOMPARE(screen->replays, 1);
        screen->field->setFocus();
        for (int key : {Qt::Key_R, Qt::Key_G, Qt::Key_J, Qt::Key_Question})
            w.press(key);
        QCOMPARE(screen->replays, 1);
        QCOMPARE(w.window->currentPlace(), QString("live"));
        QVERIFY(!w.window->palettePopup().isVisible());
        QCOMPARE(screen->field->text().toLower(), QString("rgj?"));
        w.press(Qt::Key_Escape);
        QVERIFY(screen->field->text().isEmpty());
        registerScreen("live", nullptr);
    }
    void keysThatClashAreRefused() {
        AppContext context;
        QWidget window;
        QWidget inner(&window);
        QWidget other(&window);
        int first = 0;
        context.commands().add(&inner, {"a", "A", "R", {}, {}}, [&first] { ++first; });
        context.commands().add(&other, {"b", "B", "R", {}, {}}, [] {});
        QVERIFY(context.commands().conflicts().isEmpty()); // sisters may share
        context.commands().add(&inner, {"c", "C", "R", {}, {}}, [] {});
        QCOMPARE(context.commands().conflicts(), QStringList{"c"});
        QVERIFY(context.commands().remap("c", QKeySequence("X")));
        QVERIFY(!context.commands().remap("c", QKeySequence("R")));
        QCOMPARE(context.commands().find("c")->shortcut(), QKeySequence("X"));
    }

    void stopIsAlwaysThere() {
        Window w;
        bool stopped = false;
        w.context.setStopHandler([&stopped](bool stop) {
            return [&stopped, stop] {
                stopped = stop;
                return QString();
            };
        });
        auto* button = w.window->findChild<QAbstractButton*>("stopAll");
        QVERIFY(button);
        const QPoint place = button->mapTo(w.window.get(), QPoint());
        for (const Place& p : places()) {
            w.window->goTo(p.id);
            QVERIFY(button->isVisible() && button->isEnabled());
            QCOMPARE(button->mapTo(w.window.get(), QPoint()), place);
        }
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(w.context.stopPending());
        QTRY_VERIFY_WITH_TIMEOUT(w.context.stopped(), 60'000);
        QVERIFY(stopped && !w.context.stopPending());
        QVERIFY(button->isVisible() && button->isEnabled());
        QCOMPARE(button->text(), QString("Start again"));
        QCOMPARE(button->mapTo(w.window.get(), QPoint()), place);
        QTest::mouseClick(button, Qt::LeftButton); // asks first
        auto* menu = w.window->findChild<QMenu*>("startMenu");
        QVERIFY(menu && w.context.stopped());
        menu->close();
        QCOMPARE(w.window->messages().currentId(), QString("stop"));
        w.window->messages().activate();
        QTRY_VERIFY_WITH_TIMEOUT(!w.context.stopped(), 60'000);
        QVERIFY(!stopped);
        QCOMPARE(button->text(), QString("Stop all actions"));
        w.context.stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(w.context.stopped(), 60'000);
        QTest::mouseClick(button, Qt::LeftButton);
        const QList<QMenu*> menus = w.window->findChildren<QMenu*>("startMenu");
        menus.last()->actions().last()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!w.context.stopped(), 60'000);
    }
    void messagesMoveNothing() {
        Window w;
        w.window->goTo("live");
        w.context.dismissMessage("news");
        const auto top = [&w] { return w.window->currentScreen()->mapTo(w.window.get(), QPoint()).y(); };
        QCoreApplication::processEvents();
        const int before = top();
        const int height = w.window->currentScreen()->height();
        w.context.showMessage({"news", Severity::Info, "Approved.", {}, {}, {}, {}, 0});
        QCoreApplication::processEvents();
        QCOMPARE(w.window->messages().currentId(), QString("news"));
        QCOMPARE(top(), before);
        QCOMPARE(w.window->currentScreen()->height(), height);
        w.context.dismissMessage("news");
        QCoreApplication::processEvents();
        QCOMPARE(top(), before);
    }
    void manyWaitingLeaveRoomForTheWord_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("badge");
        QTest::newRow("few") << 38 << "38";
        QTest::newRow("to the last") << 999 << "999";
        QTest::newRow("a thousand") << 1'092 << "1.0k";
        QTest::newRow("rounded down") << 1'999 << "1.9k";
        QTest::newRow("more") << 12'940 << "12k";
    }
    void manyWaitingLeaveRoomForTheWord() {
        QFETCH(int, count);
        QTEST(RailItem::badgeText(count), "badge");
        const QFontMetrics font(uiFont(Type::Body, Weight::Bold));
        for (const char* word : {"Approvals", "Freigaben"}) {
            RailItem item("check", word);
            item.resize(metrics::rail - 17, metrics::row);
            item.setCount(count);
            QVERIFY2(font.horizontalAdvance(word) <= item.textRoom(), word);
            QVERIFY2(item.accessibleName().contains(QString::number(count)), qPrintable(item.accessibleName()));
            QCOMPARE(item.toolTip().isEmpty(), count < 1'000);
        }
    }
    void aFirstSimulationIsWhatRuns() {
        Window w;
        w.context.setStatus({Mode::Paused, {{"no run yet", false}}, {}});
        auto* line = w.window->findChild<QWidget*>("statusLine");
        line->grab();
        QVERIFY(line->accessibleName().contains("no run yet"));
        w.context.setSimulating("Day 3 of 10");
        line->grab();
        QCOMPARE(line->accessibleName(), QString("Running, simulation: Day 3 of 10"));
        w.context.setSimulating({});
        line->grab();
        QVERIFY(line->accessibleName().contains("no run yet"));
    }
    void aStopThatFailsSaysSo() {
        Window w;
        w.context.setStopHandler([](bool) { return [] { return QString("The store cannot be opened."); }; });
        w.context.stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(!w.context.stopPending(), 60'000);
        QVERIFY(!w.context.stopped());
        QCOMPARE(w.window->messages().currentId(), QString("stop"));
    }

    void everythingFocusableHasAName() {
        Window w;
        QStringList ids{"start"};
        for (const Place& p : places())
            ids.append(p.id);
        for (const QString& id : ids) {
            w.window->goTo(id);
            for (QWidget* widget : w.window->findChildren<QWidget*>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                    widget->objectName().startsWith("qt_"))
                    continue;
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                QVERIFY2(named, qPrintable(id + " " + widget->metaObject()->className() + " " + widget->objectName()));
            }
        }
    }
    void emptyScreensCountNothing() {
        Window w;
        for (const Place& p : places()) {
            w.window->goTo(p.id);
            w.window->grab();
            const GrabCounts counts = w.window->currentScreen()->counts();
            QCOMPARE(counts.rows + counts.nodes + counts.series, 0);
        }
    }
    void startPageOpensWhatItShows() {
        Window w;
        w.window->grab();
        const GrabCounts counts = w.window->currentScreen()->counts();
        QCOMPARE(counts.rows, 2);
        QCOMPARE(counts.nodes, 2);
        auto* first = w.window->findChild<QAbstractButton*>("template.a");
        first->setFocus();
        w.press(Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget()->objectName(), QString("template.b"));
        w.press(Qt::Key_Return);
        QTest::mouseClick(w.window->findChild<QAbstractButton*>("openDemo"), Qt::LeftButton);
        QCOMPARE(w.start->opened, (QStringList{"b", "demo"}));
    }
    void personIsSwitchedOnlyToKnownOnes() {
        AppContext context;
        context.setPeople({{"mei", "Mei C.", "Approver"}, {"ines", "Ines V.", "Designer"}});
        QCOMPARE(context.person().id, QString("mei"));
        QSignalSpy spy(&context, &AppContext::personChanged);
        context.setPerson("nobody");
        context.setPerson("ines");
        QCOMPARE(spy.count(), 1);
        QCOMPARE(context.person().name, QString("Ines V."));
    }

    void workRunsElsewhereAndComesBack() {
        AppContext context;
        QObject receiver;
        QThread* worker = nullptr;
        int answer = 0;
        context.runInBackground<int>(
            [&worker] {
                worker = QThread::currentThread();
                return 42;
            },
            &receiver, [&answer](int value) { answer = value; });
        QCOMPARE(context.running(), 1);
        QVERIFY(QTest::qWaitFor([&] { return context.running() == 0; }));
        QCOMPARE(answer, 42);
        QVERIFY(worker && worker != QThread::currentThread());
        auto gone = std::make_unique<QObject>();
        bool called = false;
        QSemaphore gate;
        context.runInBackground([&gate] { gate.acquire(); }, gone.get(), [&called] { called = true; });
        gone.reset();
        gate.release();
        QVERIFY(QTest::qWaitFor([&] { return context.running() == 0; }));
        QVERIFY(!called);
    }
    void servicesAreFoundByType() {
        AppContext context;
        QVERIFY(!context.service<StartProvider>());
        context.provide<StartProvider>(std::make_shared<FixedStart>());
        QVERIFY(context.service<StartProvider>());
    }

    void fuzzyOrder() {
        Fuzzy fuzzy;
        fuzzy.add("Go to Insights");
        fuzzy.add("List the insights of a journey");
        fuzzy.add("Go to Journeys");
        fuzzy.add("Stop all actions");
        QCOMPARE(fuzzy.best("insights", 9), (QList<int>{0, 1}));
        QCOMPARE(fuzzy.best("gj", 1), QList<int>{2});
        QCOMPARE(fuzzy.best("saa", 1), QList<int>{3});
        QCOMPARE(fuzzy.best("xyzzy", 9), QList<int>());
        QCOMPARE(fuzzy.best("", 2), (QList<int>{0, 1}));
    }

    void picturesAreWritten() {
        Window w;
        QTemporaryDir folder;
        QList<GrabEntry> entries;
        GrabOptions options;
        options.folder = folder.filePath("made/pictures");
        options.size = {1280, 800};
        QCOMPARE(grabScreens(*w.window, w.context, options, &entries), QString());
        QCOMPARE(entries.size(), 9);
        QFile manifest(options.folder + "/manifest.json");
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QJsonArray list = QJsonDocument::fromJson(manifest.readAll()).array();
        QCOMPARE(list.size(), 9);
        QCOMPARE(list[0].toObject()["screen"].toString(), QString("start"));
        QCOMPARE(list[0].toObject()["nodes"].toInt(), 2);
        QCOMPARE(list[8].toObject()["screen"].toString(), QString("live"));
        const QImage light(options.folder + "/start.png");
        QCOMPARE(light.size(), QSize(1280, 800));
        Tokens::current().setTheme(Theme::Dark);
        QCOMPARE(grabScreens(*w.window, w.context, options), QString());
        const QImage dark(options.folder + "/start.png");
        QCOMPARE(dark.size(), light.size());
        QVERIFY(dark != light);
        QCOMPARE(light.pixelColor(700, 700), Tokens::color(Theme::Light, Ink::Surface));
        QCOMPARE(dark.pixelColor(700, 700), Tokens::color(Theme::Dark, Ink::Surface));
    }

    void stallsAreCaught() {
        auto* app = qobject_cast<WatchApplication*>(QApplication::instance());
        QVERIFY(app);
        const auto burn = [] {
            timespec from{}, now{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
            do
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
            while ((now.tv_sec - from.tv_sec) * 1000 + (now.tv_nsec - from.tv_nsec) / 1000000 < 60);
        };
        QObject receiver;
        app->setWatching(true);
        const auto before = app->stalls().size();
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression("stall: QObject MetaCall .* ms"));
        QMetaObject::invokeMethod(&receiver, burn, Qt::QueuedConnection);
        QCoreApplication::sendPostedEvents(&receiver);
        QCOMPARE(app->stalls().size(), before + 1);
        QMetaObject::invokeMethod(
            &receiver,
            [&burn] {
                WatchApplication::excuse("theme");
                burn();
            },
            Qt::QueuedConnection);
        QCoreApplication::sendPostedEvents(&receiver);
        QCOMPARE(app->stalls().size(), before + 1);
        app->setWatching(false);
    }
};

WAYREEVE_UI_TEST(TestShell)

#include "tst_shell.moc"
