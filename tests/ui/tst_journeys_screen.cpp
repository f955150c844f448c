#include "ui_test.h"

#include "ui/journeys/flow_scene.h"
#include "ui/journeys/journey_dock.h"
#include "ui/journeys/journey_words.h"
#include "ui/journeys/journeys_screen.h"
#include "ui/journeys/map_items.h"
#include "ui/journeys/map_view.h"
#include "ui/shell/app_context.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen_factory.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

QString sourceFolder() {
    return QDir::cleanPath(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void copyFolder(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& entry : QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot))
        if (entry.isDir())
            copyFolder(entry.filePath(), to + QLatin1Char('/') + entry.fileName());
        else
            QFile::copy(entry.filePath(), to + QLatin1Char('/') + entry.fileName());
}

/// A real window on a private copy of the demo.
struct Desk {
    QTemporaryDir folder;
    AppContext context;
    std::unique_ptr<MainWindow> window;
    JourneysScreen* screen = nullptr;

    explicit Desk(bool withWorkspace = true) {
        registerScreen("journeys", makeScreen<JourneysScreen>);
        if (withWorkspace) {
            copyFolder(sourceFolder(), folder.path());
            auto loaded = documents::loadWorkspace(folder.path().toStdString());
            QVERIFY2(loaded.workspace, loaded.errors.empty() ? "" : debugText(loaded.errors.front()).c_str());
            context.setWorkspace(folder.path(), "Demo", loaded.workspace);
        }
        window = std::make_unique<MainWindow>(context);
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->goTo("journeys", withWorkspace ? "cart-recovery" : "");
        screen = qobject_cast<JourneysScreen*>(window->currentScreen());
        QVERIFY(screen);
        settle();
        screen->view().setFocus();
    }
    void settle() {
        QVERIFY(QTest::qWaitFor([this] { return screen->settled() && context.running() == 0; }, 20'000));
        QCoreApplication::processEvents();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* target = QApplication::activePopupWidget();
        if (target && target->focusWidget())
            target = target->focusWidget();
        if (!target)
            target = QApplication::focusWidget();
        QVERIFY(target);
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] QString file() const { return folder.filePath("journeys/cart-recovery.yaml"); }
    JourneyPresenter& presenter() { return screen->presenter(); }
};

} // namespace

class TestJourneysScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Whatever is selected, no field is wider than the inspector shows.
    void theInspectorFitsItsWidth() {
        Desk desk;
        desk.window->resize(1280, 800);
        desk.settle();
        const auto journey = desk.presenter().journey();
        QList<MapItem> items{MapItem()};
        for (const auto& stage : journey->stages)
            items.append(MapItem::stage(stage.id));
        for (const auto& node : journey->nodes)
            items.append(MapItem::node(node.id));
        auto* inspector = desk.window->findChild<QScrollArea*>("inspector");
        QVERIFY(inspector);
        for (const MapItem& item : items) {
            desk.presenter().select({item});
            desk.settle();
            QTRY_VERIFY2(inspector->widget()->width() <= inspector->viewport()->width(), item.id.c_str());
            for (const QWidget* part :
                 inspector->widget()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
                QVERIFY2(part->isHidden() || part->geometry().right() < inspector->viewport()->width(),
                         item.id.c_str());
            if (const QString pictures = qEnvironmentVariable("WAYREEVE_TEST_PICTURES"); !pictures.isEmpty())
                desk.window->grab().save(
                    QStringLiteral("%1/inspector-%2.png").arg(pictures, QString::fromStdString(item.id)));
        }
    }
    void anEmptyWindowCountsNothing() {
        Desk desk(false);
        const GrabCounts counts = desk.screen->counts();
        QCOMPARE(counts.nodes + counts.rows + counts.series, 0);
    }
    void anEmptyJourneyCountsNoCards() {
        Desk desk;
        auto empty = std::make_shared<documents::Journey>();
        empty->id = "bare";
        desk.presenter().open(desk.context.workspace(), empty);
        desk.settle();
        for (const char* layout : {"lanes", "flow"}) {
            desk.screen->showLayout(layout);
            desk.settle();
            QCOMPARE(desk.screen->counts().nodes, 0);
        }
    }
    void bothLayoutsShowTheJourney() {
        Desk desk;
        const auto journey = desk.presenter().journey();
        QCOMPARE(journey->id, std::string("cart-recovery"));
        std::size_t touchpoints = 0;
        for (const auto& stage : journey->stages)
            touchpoints += stage.touchpoints.size();
        QCOMPARE(desk.screen->view().map().cards().size(), journey->nodes.size() + touchpoints);
        QVERIFY(desk.screen->counts().nodes > 8);
        QCOMPARE(desk.screen->counts().series, 1);
        desk.screen->showLayout("flow");
        desk.settle();
        QCOMPARE(desk.screen->view().map().cards().size(), journey->nodes.size());
        QCOMPARE(desk.screen->view().map().edges().size(), journey->edges.size());
        QVERIFY(desk.screen->counts().nodes > 4);
        if (const QString pictures = qEnvironmentVariable("WAYREEVE_TEST_PICTURES"); !pictures.isEmpty())
            desk.window->grab().save(pictures + "/journeys-flow.png");
        // No two cards of the flow lie on each other, and no edge crosses a card.
        const auto& cards = desk.screen->view().map().cards();
        for (auto a = cards.begin(); a != cards.end(); ++a)
            for (auto b = std::next(a); b != cards.end(); ++b)
                QVERIFY(!a->second->sceneCard().intersects(b->second->sceneCard()));
        for (const auto& [item, edge] : desk.screen->view().map().edges())
            for (const auto& [node, card] : cards)
                if (node.id != item.id && node.id != item.part)
                    for (qsizetype i = 1; i < edge->route().size(); ++i)
                        QVERIFY2(!QRectF(edge->route()[i - 1], edge->route()[i])
                                      .normalized()
                                      .adjusted(0, 0, 0.1, 0.1)
                                      .intersects(card->sceneCard().adjusted(1, 1, -1, -1)),
                                 qPrintable(QString::fromStdString(item.id + " to " + item.part + " over " + node.id)));
    }
    void labelsOfTheFlowCoverNothing_data() {
        QTest::addColumn<QString>("folder");
        for (const char* folder : {"demo", "hillstrom", "templates/service-triage", "templates/saas-renewal",
                                   "templates/bank-churn", "templates/travel-disruption"})
            QTest::newRow(folder) << QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/") + QLatin1String(folder);
    }
    /// Words on the ways of every shipped map: none on a card, on another's words or on a stage's name.
    void labelsOfTheFlowCoverNothing() {
        QFETCH(QString, folder);
        const auto loaded = documents::loadWorkspace(folder.toStdString());
        QVERIFY(loaded.workspace);
        for (const auto& journey : loaded.workspace->journeys) {
            const FlowLayout layout = layoutFlow(
                *journey,
                {[&](std::size_t i) { return EdgeItem::labelWidth(edgeText(*loaded.workspace, journey->edges[i])); },
                 [&](std::size_t i) {
                     return stepWidth(nodeName(journey->nodes[i]), nodeDetail(*loaded.workspace, journey->nodes[i]));
                 }});
            for (std::size_t i = 0; i < layout.edges.size(); ++i) {
                const QRectF label = layout.edges[i].label;
                const QString where = qs(journey->id) + QStringLiteral(" way %1").arg(i);
                for (const QRectF& card : layout.nodes)
                    QVERIFY2(!card.intersects(label), qPrintable(where + " on a card"));
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY2(!layout.edges[j].label.intersects(label), qPrintable(where + " on other words"));
                for (const auto& band : layout.bands)
                    QVERIFY2(label.isNull() || label.bottom() <= band.rect.top() ||
                                 label.top() >= band.rect.top() + FlowLayout::header,
                             qPrintable(where + " on a stage"));
            }
        }
    }
    void addRenameUndoSaveByKey() {
        Desk desk;
        const QByteArray before = contentOf(desk.file());
        QVERIFY(!before.isEmpty());
        desk.presenter().select({MapItem::node("decide")});
        desk.press(Qt::Key_A);
        QVERIFY(QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }));
        QTest::keyClicks(QApplication::activePopupWidget()->focusWidget(), "Wait");
        desk.press(Qt::Key_Return);
        const MapItem added = desk.presenter().current();
        QCOMPARE(added, MapItem::node("wait"));
        desk.settle();

        desk.window->activateWindow(); // the popup took the activation with it
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.screen->view().setFocus();
        desk.press(Qt::Key_F2);
        auto* editor = desk.window->findChild<QLineEdit*>("nameEditor");
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, "Breathe");
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(desk.presenter().journey()->node("wait")->name, std::string("Breathe"));
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.presenter().journey()->node("wait")->name, std::string("Wait"));
        desk.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.presenter().journey()->node("wait")->name, std::string("Breathe"));

        QCOMPARE(contentOf(desk.file()), before);
        QSignalSpy saved(desk.screen, &JourneysScreen::saved);
        desk.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(saved.wait(20'000) || saved.count() > 0);
        QCOMPARE(saved.first().first().toBool(), true);
        desk.settle();
        QVERIFY(!desk.presenter().dirty());
        const QByteArray after = contentOf(desk.file());
        QVERIFY(after != before);
        QVERIFY(after.contains("Breathe"));
        const auto again = documents::loadWorkspace(desk.folder.path().toStdString());
        QVERIFY2(again.workspace, again.errors.empty() ? "" : debugText(again.errors.front()).c_str());
        QVERIFY(*again.workspace->journey("cart-recovery") == *desk.presenter().journey());
        // Others see it without reading the folder again.
        QVERIFY(*desk.context.workspace()->journey("cart-recovery") == *desk.presenter().journey());
    }
    /// Add, connect, move, rename, delete, each by its key; undone to the very same map and redone, one by one.
    void everyEditIsUndoneAndRedone() {
        Desk desk;
        desk.screen->showLayout("flow");
        desk.settle();
        const auto journey = [&desk] { return *desk.presenter().journey(); };
        const documents::Journey first = journey();
        std::vector<documents::Journey> states{first};
        const auto did = [&](const char* what) {
            QVERIFY2(!(journey() == states.back()), what);
            states.push_back(journey());
        };
        const auto focus = [&desk] {
            desk.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
            desk.screen->view().setFocus();
        };

        desk.presenter().select({MapItem::node("start")});
        desk.press(Qt::Key_N); // add
        QVERIFY(QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }));
        QTest::keyClicks(QApplication::activePopupWidget()->focusWidget(), "Wait");
        desk.press(Qt::Key_Return);
        did("add");
        const MapItem added = desk.presenter().current();
        QVERIFY(!first.node(added.id) && journey().node(added.id));
        focus();

        desk.presenter().select({MapItem::node(added.id)});
        const auto before = journey().edges.size();
        desk.press(Qt::Key_C); // connect, by a click on the step it leads to
        MapView& view = desk.screen->view();
        QVERIFY(view.connecting());
        view.reveal(MapItem::node("decide"));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.mapFromScene(view.map().card(MapItem::node("decide"))->sceneCard().center()));
        did("connect");
        QCOMPARE(journey().edges.size(), before + 1);
        QCOMPARE(journey().edges.back().from, added.id);
        QCOMPARE(journey().edges.back().to, std::string("decide"));

        desk.presenter().select({MapItem::node(added.id)});
        desk.press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier); // move
        did("move");
        QVERIFY(journey().node(added.id)->y.has_value());

        desk.press(Qt::Key_F2); // rename
        auto* editor = desk.window->findChild<QLineEdit*>("nameEditor");
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, "Sleep over it");
        QTest::keyClick(editor, Qt::Key_Return);
        did("rename");
        QCOMPARE(journey().node(added.id)->name, std::string("Sleep over it"));

        focus();
        desk.presenter().select({MapItem::node(added.id)});
        desk.press(Qt::Key_Delete); // delete, its way on goes with it
        did("delete");
        QVERIFY(!journey().node(added.id));
        QVERIFY(journey() == first);

        auto* undo = desk.window->findChild<QAbstractButton*>("undoJourney");
        auto* redo = desk.window->findChild<QAbstractButton*>("redoJourney");
        QVERIFY(undo && redo);
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            QVERIFY(undo->isEnabled());
            QTest::mouseClick(undo, Qt::LeftButton);
            QVERIFY2(journey() == states[i], qPrintable(QString("undo to %1").arg(i)));
        }
        QVERIFY(!undo->isEnabled() && !desk.presenter().dirty());
        for (std::size_t i = 1; i < states.size(); ++i) {
            QVERIFY(redo->isEnabled());
            QTest::mouseClick(redo, Qt::LeftButton);
            QVERIFY2(journey() == states[i], qPrintable(QString("redo to %1").arg(i)));
        }
        QVERIFY(!redo->isEnabled());
    }
    /// A save keeps what the stack knows: undo after it makes the map dirty again, and saving that restores the file.
    void undoAfterSaveSavesTheOldMap() {
        Desk desk;
        const auto saveAndWait = [&desk] {
            QSignalSpy saved(desk.screen, &JourneysScreen::saved);
            QTest::mouseClick(desk.window->findChild<QAbstractButton*>("saveJourney"), Qt::LeftButton);
            QVERIFY(saved.count() > 0 || saved.wait(20'000));
            QVERIFY(saved.first().first().toBool());
            desk.settle();
        };
        const auto onDisk = [&desk] {
            return *documents::loadWorkspace(desk.folder.path().toStdString()).workspace->journey("cart-recovery");
        };
        const documents::Journey first = *desk.presenter().journey();
        desk.presenter().rename(MapItem::node("decide"), "What now?");
        saveAndWait();
        QCOMPARE(onDisk().node("decide")->name, std::string("What now?"));
        QVERIFY(!desk.window->findChild<QAbstractButton*>("saveJourney")->isEnabled());
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(*desk.presenter().journey() == first);
        QVERIFY(desk.presenter().dirty());
        saveAndWait();
        QVERIFY(onDisk() == first);
    }
    void theMainMapOpensFirst() {
        Desk desk;
        desk.screen->open("regulars");
        desk.settle();
        JourneysScreen other(desk.context);
        other.refresh();
        QCOMPARE(other.presenter().journey()->id, std::string("cart-recovery"));
        QVERIFY(QTest::qWaitFor([&] { return desk.context.running() == 0 && other.settled(); }, 20'000));
    }
    /// The stories of the workspace run on the map as it is drawn now, saved or not.
    void storiesRunAndFailForTheDraft() {
        Desk desk;
        auto* tab = desk.window->findChild<QAbstractButton*>("storiesTab");
        auto* list = desk.window->findChild<QTreeView*>("stories");
        QVERIFY(tab && list);
        QTest::mouseClick(tab, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return list->model()->rowCount() > 0; }, 20'000));
        const int told = list->model()->rowCount();
        QCOMPARE(told, static_cast<int>(desk.context.workspace()->stories->stories.size()));
        QCOMPARE(tab->text(), QString("Stories %1 of %1 pass").arg(told));
        for (int row = 0; row < told; ++row)
            QVERIFY(list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().startsWith("Passes: "));
        desk.presenter().select({MapItem::node("start")});
        desk.screen->view().setFocus();
        desk.press(Qt::Key_Delete); // nobody enters any more
        desk.settle();
        QTest::mouseClick(tab, Qt::LeftButton); // closes
        QTest::mouseClick(tab, Qt::LeftButton); // opens and runs again
        QVERIFY(QTest::qWaitFor(
            [&] {
                return tab->text() != QString("Stories %1 of %1 pass").arg(told) && list->model()->rowCount() == told;
            },
            20'000));
        bool failed = false;
        for (int row = 0; row < told; ++row)
            if (list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().startsWith("Fails: ")) {
                failed = true;
                QVERIFY(!list->model()->index(row, 2).data().toString().isEmpty());
            }
        QVERIFY(failed);
    }
    void anOutsideChangeIsNeverOverwritten() {
        Desk desk;
        desk.presenter().rename(MapItem::node("decide"), "Mine");
        const QByteArray theirs = contentOf(desk.file()).replace("Cart recovery", "Their name");
        QFile file(desk.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(theirs);
        file.close();
        QSignalSpy saved(desk.screen, &JourneysScreen::saved);
        desk.screen->save();
        QVERIFY(saved.wait(20'000) || saved.count() > 0);
        QCOMPARE(saved.first().first().toBool(), false);
        QCOMPARE(contentOf(desk.file()), theirs);
        QVERIFY(desk.presenter().dirty());
    }
    void aDraftWaitsWhileAnotherMapIsOpen() {
        Desk desk;
        desk.presenter().rename(MapItem::node("decide"), "Draft name");
        desk.screen->open("regulars");
        desk.settle();
        QCOMPARE(desk.presenter().journey()->id, std::string("regulars"));
        desk.screen->open("cart-recovery");
        desk.settle();
        QCOMPARE(desk.presenter().journey()->node("decide")->name, std::string("Draft name"));
        QVERIFY(desk.presenter().dirty());
    }
    void problemsAppearAndLeadToTheirItem() {
        Desk desk;
        const auto before = desk.presenter().problems().size();
        documents::JourneyNode lost;
        lost.type = documents::NodeType::Branch;
        lost.name = "Lost";
        desk.presenter().addStep(lost);
        desk.settle();
        QVERIFY(desk.presenter().problems().size() > before);
        QVERIFY(desk.presenter().problemsAt(MapItem::node("lost")) > 0);
        desk.presenter().select({});
        desk.screen->dock().showTab("problems");
        auto* list = desk.window->findChild<QTreeView*>("problems");
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (desk.presenter().problems()[std::size_t(row)].item == MapItem::node("lost"))
                Q_EMIT list->clicked(list->model()->index(row, 0));
        QCOMPARE(desk.presenter().current(), MapItem::node("lost"));
    }
    void selectionIsOneInMapOutlineAndLayouts() {
        Desk desk;
        auto* outline = desk.screen->dock().outline();
        desk.presenter().select({MapItem::node("bought")});
        QCOMPARE(outline->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(outline->selectionModel()->selectedRows().first().data().toString(), QString("Bought"));
        desk.press(Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(desk.screen->view().map().card(MapItem::node("bought"))->isSelected());
        outline->setFocus();
        QTest::keyClick(outline, Qt::Key_Home);
        QCOMPARE(desk.presenter().current().kind, MapItem::Kind::Stage);
    }
    void connectAndNudgeByKey() {
        Desk desk;
        desk.screen->showLayout("flow");
        desk.screen->view().setFocus();
        desk.presenter().select({MapItem::node("base-wait")});
        const auto edges = desk.presenter().journey()->edges.size();
        desk.press(Qt::Key_C);
        QVERIFY(desk.screen->view().connecting());
        desk.press(Qt::Key_Right); // to the reminder, which it leads to already
        desk.press(Qt::Key_Right);
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.screen->view().connecting());
        QCOMPARE(desk.presenter().journey()->edges.size(), edges + 1);
        desk.presenter().select({MapItem::node("left")});
        desk.press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        desk.press(Qt::Key_Down, Qt::ControlModifier);
        const auto* left = desk.presenter().journey()->node("left");
        QVERIFY(left->x && left->y);
        const double y = *left->y;
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!desk.presenter().journey()->node("left")->y); // both nudges were one step
        QVERIFY(y > 11);
    }
    void dragMovesAndEscTakesBack() {
        Desk desk;
        desk.screen->showLayout("flow");
        desk.settle();
        MapView& view = desk.screen->view();
        const QPoint from = view.mapFromScene(view.map().card(MapItem::node("start"))->sceneCard().center());
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view.viewport(), from + QPoint(10, 40));
        QTest::mouseMove(view.viewport(), from + QPoint(20, 60));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, from + QPoint(20, 60));
        const auto* start = desk.presenter().journey()->node("start");
        QVERIFY(start->x && start->y);
        QCOMPARE(desk.presenter().undoStack().count(), 1);
        desk.presenter().undoStack().undo();
        QVERIFY(!desk.presenter().journey()->node("start")->x);
    }
    /// What was run is said to be of the map before the edit; undo brings it back; another workspace knows nothing of
    /// it.
    void storiesOfAnotherMapDoNotStay() {
        Desk desk;
        auto* tab = desk.window->findChild<QAbstractButton*>("storiesTab");
        QCOMPARE(tab->text(), QString("Stories not run"));
        QTest::mouseClick(tab, Qt::LeftButton);
        const int told = static_cast<int>(desk.context.workspace()->stories->stories.size());
        const QString pass = QString("Stories %1 of %1 pass").arg(told);
        QVERIFY(QTest::qWaitFor([&] { return tab->text() == pass; }, 20'000));
        QTest::mouseClick(tab, Qt::LeftButton); // closes
        QVERIFY(desk.presenter().rename(MapItem::node("start"), "Somebody comes"));
        QCOMPARE(tab->text(), QString("Stories %1 of %1 passed, changed since").arg(told));
        desk.presenter().undoStack().undo();
        QCOMPARE(tab->text(), pass);
        desk.screen->open("regulars");
        desk.settle();
        QCOMPARE(tab->text(), pass);
        const QTemporaryDir other;
        copyFolder(sourceFolder(), other.path());
        auto loaded = documents::loadWorkspace(other.path().toStdString());
        QVERIFY(loaded.workspace);
        desk.context.setWorkspace(other.path(), "Other", loaded.workspace);
        QCOMPARE(tab->text(), QString("Stories not run"));
        desk.settle();
    }
    void anEmptyNameIsRefused() {
        Desk desk;
        const std::string before = desk.presenter().journey()->node("start")->name;
        QVERIFY(!before.empty());
        desk.presenter().select({MapItem::node("start")});
        desk.settle();
        auto* field = desk.window->findChild<QLineEdit*>("nodeName");
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        desk.press(Qt::Key_Space);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.presenter().journey()->node("start")->name, before);
        QVERIFY(!desk.presenter().dirty());
        QVERIFY2(desk.window->messages().shownText().contains("needs a name"),
                 qPrintable(desk.window->messages().shownText()));
        QVERIFY(QTest::qWaitFor([&] {
            auto* now = desk.window->findChild<QLineEdit*>("nodeName");
            return now && now->text().toStdString() == before;
        }));
    }
    /// The button grows with its key.
    void saveKeepsItsWord() {
        Desk desk;
        auto* save = desk.window->findChild<QAbstractButton*>("saveJourney");
        const int narrow = save->width();
        QVERIFY(desk.presenter().rename(MapItem::node("start"), "Somebody comes"));
        QCoreApplication::processEvents();
        QVERIFY(QTest::qWaitFor([&] { return save->width() > narrow + 30; }));
        QCOMPARE(save->width(), save->sizeHint().width());
    }
    /// A viewer changes nothing; in the demo the message offers somebody who may.
    void viewersDoNotEdit() {
        Desk desk;
        desk.context.setDemo(true);
        desk.context.setPeople({{"omar", "Omar D.", "Viewer"}, {"ines", "Ines V.", "Designer"}});
        QVERIFY(!desk.presenter().rename(MapItem::node("start"), "Somebody comes"));
        QVERIFY(!desk.presenter().dirty());
        const QString said = desk.window->messages().shownText();
        QVERIFY2(said.contains("Omar D. (Viewer)") && said.contains("Ines V."), qPrintable(said));
        desk.window->messages().activate();
        QCOMPARE(desk.context.person().id, QString("ines"));
        QVERIFY(desk.presenter().rename(MapItem::node("start"), "Somebody comes"));
        desk.context.setPerson("omar");
        QSignalSpy saved(desk.screen, &JourneysScreen::saved);
        desk.screen->save();
        desk.settle();
        QCOMPARE(saved.count(), 0);
        QVERIFY(desk.presenter().dirty());
        desk.presenter().undoStack().undo();
        desk.settle();
    }
    void feelErrorsShowWhileTyping() {
        Desk desk;
        desk.presenter().select({MapItem::node("start")});
        desk.settle();
        auto* field = desk.window->findChild<QPlainTextEdit*>("nodeWhen");
        QVERIFY(field);
        auto* error = desk.window->findChild<QWidget*>("nodeWhenError");
        QVERIFY(error && error->isHidden());
        field->setPlainText("event.valeu >= 30");
        QVERIFY(!error->isHidden());
        field->setPlainText("event.value >= 40");
        QVERIFY(error->isHidden());
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.presenter().journey()->node("start")->when, std::string("event.value >= 40"));
    }
    void zoomStaysInItsRange() {
        Desk desk;
        MapView& view = desk.screen->view();
        view.setZoom(100);
        QCOMPARE(view.zoom(), 4.0);
        view.setZoom(0.001);
        QCOMPARE(view.zoom(), 0.1);
        desk.press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view.zoom(), 1.0);
    }
};

WAYREEVE_UI_TEST(TestJourneysScreen)

#include "tst_journeys_screen.moc"
