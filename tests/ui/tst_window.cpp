#include "session/open_workspace.h"
#include "session/runs.h"

#include "ui_test.h"

#include "ui/screens.h"
#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/screen.h"
#include "ui/shell/screen_factory.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

/// The whole window on a private copy of the demo with a small run.
struct Whole {
    QTemporaryDir folder;
    AppContext context;
    std::unique_ptr<MainWindow> window;

    Whole() {
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString relative = from.relativeFilePath(files.next());
            QDir().mkpath(QFileInfo(folder.filePath(relative)).path());
            QVERIFY(QFile::copy(files.filePath(), folder.filePath(relative)));
        }
        const auto opened = session::openWorkspace(folder.path().toStdString());
        QVERIFY(opened.ok());
        session::SimulateRequest request;
        request.customers = 40;
        request.days = 6;
        request.seed = 1;
        QVERIFY(session::simulate(*opened, request).ok());
        registerScreens();
        window = std::make_unique<MainWindow>(context);
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QList<Person> people;
        for (const auto& one : opened->workspace->people->people)
            people.append({QString::fromStdString(one.id), QString::fromStdString(one.name), QStringLiteral("Role")});
        context.setDemo(true);
        context.setPeople(people);
        context.setWorkspace(folder.path(), "Demo", opened->workspace);
    }
    void go(const QString& place) {
        window->goTo(place);
        QVERIFY(
            QTest::qWaitFor([this] { return window->currentScreen()->settled() && context.running() == 0; }, 20'000));
        QCoreApplication::processEvents();
        window->grab();
    }
    /// What a key would find: seen, usable, focusable, no part of another control.
    [[nodiscard]] QList<QWidget*> controls(Qt::FocusPolicy policy) const {
        QList<QWidget*> found;
        for (QWidget* widget : window->findChildren<QWidget*>())
            if ((widget->focusPolicy() & policy) == policy && widget->isVisible() && widget->isEnabled() &&
                !widget->focusProxy() && !widget->objectName().startsWith("qt_") &&
                !qobject_cast<QMenu*>(widget->window()))
                found.append(widget);
        return found;
    }
    [[nodiscard]] QStringList paletteLines(const QString& typed) const {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        Palette& palette = window->palettePopup();
        (void)QTest::qWaitFor([this] { return context.running() == 0; }, 20'000);
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QStringList lines;
        for (int row = 0; row < palette.count(); ++row)
            lines.append(palette.lineText(row));
        return lines;
    }
};

QString describe(const QWidget* widget) {
    return QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName() +
           QLatin1Char(' ') + widget->accessibleName();
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_whole = std::make_unique<Whole>(); }
    void cleanupTestCase() { m_whole.reset(); }

    void everyControlHasAName_data() {
        QTest::addColumn<QString>("place");
        QTest::newRow("start") << "start";
        for (const Place& place : places())
            QTest::newRow(qPrintable(place.id)) << place.id;
    }
    void everyControlHasAName() {
        QFETCH(QString, place);
        m_whole->go(place);
        const auto controls = m_whole->controls(Qt::TabFocus);
        QVERIFY(controls.size() > 8);
        for (const QWidget* widget : controls) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const QString name =
                widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
            QVERIFY2(!name.trimmed().isEmpty(), qPrintable(place + ": " + describe(widget)));
        }
    }
    /// Tab alone gets to every control and never stays in one.
    void tabReachesEveryControl_data() { everyControlHasAName_data(); }
    void tabReachesEveryControl() {
        QFETCH(QString, place);
        m_whole->go(place);
        const auto controls = m_whole->controls(Qt::TabFocus);
        QSet<QWidget*> reached;
        controls.first()->setFocus();
        for (int i = 0; i < 400; ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus);
            if (reached.contains(focus) && focus == controls.first())
                break;
            reached.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        // Of buttons that stand for one choice Tab takes one, the arrows the others.
        const auto beside = [&reached](QWidget* widget) {
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            return button && std::any_of(reached.cbegin(), reached.cend(), [button](QWidget* other) {
                       const auto* one = qobject_cast<QAbstractButton*>(other);
                       return one && ((one->group() && one->group() == button->group()) ||
                                      (one->autoExclusive() && button->autoExclusive() &&
                                       one->parentWidget() == button->parentWidget()));
                   });
        };
        for (QWidget* widget : controls)
            QVERIFY2(reached.contains(widget) || beside(widget) || !widget->isVisible(),
                     qPrintable(place + ": " + describe(widget) + " is not reached"));
    }
    void paletteFindsDocumentsCustomersAndDecisions_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("place");
        QTest::newRow("command") << "go to insights"
                                 << "Go to Insights"
                                 << "insights";
        QTest::newRow("journey") << "cart recovery"
                                 << "Cart recovery"
                                 << "journeys";
        QTest::newRow("matrix") << "autonomy matrix"
                                << "Autonomy matrix"
                                << "autonomy";
        QTest::newRow("policy") << "nights are quiet"
                                << "Nights are quiet"
                                << "autonomy";
    }
    void paletteFindsDocumentsCustomersAndDecisions() {
        QFETCH(QString, typed);
        QFETCH(QString, line);
        QFETCH(QString, place);
        m_whole->go("live");
        const QStringList lines = m_whole->paletteLines(typed);
        QVERIFY2(!lines.isEmpty() && lines.first() == line, qPrintable(lines.mid(0, 5).join("; ")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!m_whole->window->palettePopup().isVisible());
        QCOMPARE(m_whole->window->currentPlace(), place);
    }
    void paletteOpensACustomerAndADecision() {
        m_whole->go("live");
        QStringList lines = m_whole->paletteLines("Cart reminder for");
        QVERIFY(!lines.isEmpty() && lines.first().startsWith("Cart reminder for "));
        const QString customer = lines.first().mid(QString("Cart reminder for ").size());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_whole->window->currentPlace(), QString("decisions"));
        const QString decision = m_whole->window->currentScreen()->argument();
        QVERIFY(decision.startsWith("s1-"));

        m_whole->go("live");
        lines = m_whole->paletteLines(customer);
        QVERIFY(lines.contains(customer));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        lines = m_whole->paletteLines(customer);
        QCOMPARE(lines.first(), customer);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_whole->window->currentPlace(), QString("customers"));

        // An id typed in full opens its decision, listed or not.
        m_whole->go("live");
        lines = m_whole->paletteLines(decision);
        QCOMPARE(lines.first(), "Open decision " + decision);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_whole->window->currentScreen()->argument(), decision);
    }
    /// "?" lists commands only.
    void shortcutsListNoDocuments() {
        m_whole->go("journeys");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Question);
        Palette& palette = m_whole->window->palettePopup();
        QVERIFY(palette.isVisible());
        QTest::keyClicks(QApplication::focusWidget(), "cart recovery");
        for (int row = 0; row < palette.count(); ++row)
            QVERIFY(palette.lineText(row) != "Cart recovery");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }
    /// No place takes a letter for itself on arrival.
    void lettersLeadOnFromEveryPlace_data() {
        QTest::addColumn<QString>("place");
        for (const Place& place : places())
            QTest::newRow(qPrintable(place.id)) << place.id;
    }
    void lettersLeadOnFromEveryPlace() {
        QFETCH(QString, place);
        const auto press = [](int key) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_G);
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        };
        const auto known =
            std::find_if(places().cbegin(), places().cend(), [&place](const Place& one) { return one.id == place; });
        m_whole->go(place == "live" ? "simulation" : "live");
        press(known->key);
        QCOMPARE(m_whole->window->currentPlace(), place);
        m_whole->go(place);
        press(place == "insights" ? places().back().key : 'I');
        QCOMPARE(m_whole->window->currentPlace(), place == "insights" ? places().back().id : QString("insights"));
    }
    void searchesByKey_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("nothing");
        QTest::newRow("decisions") << "decisions"
                                   << "decisionSearch"
                                   << "decisionsNothing";
        QTest::newRow("customers") << "customers"
                                   << "customerSearch"
                                   << "customersNothing";
    }
    void searchesByKey() {
        QFETCH(QString, place);
        QFETCH(QString, field);
        QFETCH(QString, nothing);
        m_whole->go(place);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace); // the list, whatever was open
        auto* search = m_whole->window->findChild<QLineEdit*>(field);
        auto* none = m_whole->window->findChild<QWidget*>(nothing);
        QVERIFY(search && none && !search->hasFocus() && none->isHidden());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!search->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, "gnizzz");
        QVERIFY(QTest::qWaitFor([none] { return none->isVisible(); }, 20'000));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty() && !search->hasFocus() && none->isHidden());
        QVERIFY(QApplication::focusWidget()->inherits("QTableView"));
        QVERIFY(QTest::qWaitFor([this] { return m_whole->context.running() == 0; }, 20'000));
    }

private:
    std::unique_ptr<Whole> m_whole;
};

WAYREEVE_UI_TEST(TestWindow)

#include "tst_window.moc"
