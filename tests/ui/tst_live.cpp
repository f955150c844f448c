#include "ui_test.h"

#include "ui/live/live_screen.h"
#include "ui/shell/app_context.h"
#include "ui/shell/documents.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

std::shared_ptr<documents::Workspace> small() {
    auto actions = std::make_shared<documents::ActionCatalogue>();
    actions->actions.resize(2);
    actions->actions[0].id = "remind";
    actions->actions[0].name = "Send reminder";
    actions->actions[1].id = "call";
    actions->actions[1].name = "Offer a call";
    actions->actions[1].connector = "http";
    auto agents = std::make_shared<documents::AgentRoster>();
    agents->agents.resize(1);
    agents->agents[0].id = "lena";
    agents->agents[0].name = "Lena";
    auto people = std::make_shared<documents::PeopleList>();
    people->people.resize(1);
    people->people[0].id = "karin";
    people->people[0].name = "Karin L.";
    auto workspace = std::make_shared<documents::Workspace>();
    workspace->actions = actions;
    workspace->agents = agents;
    workspace->people = people;
    return workspace;
}

QStringList texts(const QList<Cell>& row) {
    QStringList list;
    for (const Cell& cell : row)
        list.append(cell.text);
    return list;
}

void copyDemo(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& entry : QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot))
        if (entry.isDir())
            copyDemo(entry.filePath(), to + QLatin1Char('/') + entry.fileName());
        else
            QFile::copy(entry.filePath(), to + QLatin1Char('/') + entry.fileName());
}

} // namespace

class TestLive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsHaveWords() {
        const auto rows = fateRows({{0, 1200}, {3, 4}, {9, 1}}, QLocale(QLocale::English));
        QCOMPARE(texts(rows[0]), QStringList({"Accepted", "in time and as planned", "1,200"}));
        QCOMPARE(rows[1][0].text, QString("Duplicate"));
        QCOMPARE(rows[2][0].text, QString("9"));
        const auto kept = fateRows({{2, 1}, {5, 2}}, QLocale(QLocale::English));
        QCOMPARE(texts(kept[0]), QStringList({"Unplanned", "not in the tracking plan; read like the rest", "1"}));
        QCOMPARE(texts(kept[1]), QStringList({"Late and unplanned", "both; read like the rest", "2"}));
    }
    void connectorsSayWhatTheyDo() {
        const auto workspace = small();
        LiveData data;
        OutboxItem sent;
        sent.dispatch.connector = "http";
        sent.dispatch.state = execution::DispatchState::Failed;
        data.outbox = {sent};
        data.all = {sent.dispatch};
        auto rows = connectorRows(*workspace, data, QLocale(QLocale::English));
        QCOMPARE(texts(rows[0]), QStringList({"Web receiver", "Not connected", "1", "0", "0", "1"}));
        QCOMPARE(texts(rows[1]), QStringList({"Sandbox", "Records, sends nothing", "1", "0", "0", "0"}));
        workspace->settings.connectorUrl = "http://localhost:9";
        QCOMPARE(connectorRows(*workspace, data, QLocale::c())[0][1].text, QString("Connected"));
        data.stops[""] = "karin";
        QCOMPARE(connectorRows(*workspace, data, QLocale::c())[0][1].text, QString("Stopped"));
    }
    void everyConnectionIsListed() {
        const auto workspace = small();
        auto actions = std::make_shared<documents::ActionCatalogue>(*workspace->actions);
        actions->actions[0].connector = "crm";
        actions->actions[1].connector = "gone";
        workspace->actions = actions;
        workspace->settings.connectors.resize(2);
        workspace->settings.connectors[0].id = "crm";
        workspace->settings.connectors[0].kind = documents::ConnectorKind::Hubspot;
        workspace->settings.connectors[0].url = "https://api.hubapi.com";
        workspace->settings.connectors[1].id = "post";
        workspace->settings.connectors[1].kind = documents::ConnectorKind::Email;
        workspace->settings.connectors[1].url = "smtp://mail:587";
        const auto rows = connectorRows(*workspace, {}, QLocale(QLocale::English));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(texts(rows[0]).mid(0, 3), QStringList({"crm", "Connected", "1"}));
        QCOMPARE(rows[0][0].note, QString("HubSpot, https://api.hubapi.com"));
        QCOMPARE(texts(rows[1]).mid(0, 3), QStringList({"gone", "Not connected", "1"}));
        QVERIFY(rows[1][0].note.contains("workspace.yaml"));
        QCOMPARE(texts(rows[2]).mid(0, 3), QStringList({"post", "Connected", "0"})); // no action uses it yet
        QCOMPARE(rows[2][0].note, QString("e-mail, smtp://mail:587"));
    }
    /// What the window says before the start is what the start does.
    void anyConnectionIsAReceiver() {
        QTemporaryDir folder;
        const QString path = folder.filePath("demo");
        copyDemo(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"), path);
        const auto loaded = documents::loadWorkspace(path.toStdString());
        QVERIFY(loaded.workspace);
        for (const bool connected : {false, true}) {
            auto workspace = std::make_shared<documents::Workspace>(*loaded.workspace);
            if (connected) {
                workspace->settings.connectors.resize(1);
                workspace->settings.connectors[0].id = "post";
                workspace->settings.connectors[0].kind = documents::ConnectorKind::Email;
            }
            AppContext context;
            context.setWorkspace(path, "Demo", workspace);
            LiveScreen screen(context);
            screen.refresh();
            QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
            const QString says = screen.findChild<QLabel*>("liveSentence")->text();
            QVERIFY2(says.contains(connected ? "goes to the receivers of workspace.yaml" : "No receiver is set up"),
                     qPrintable(says));
            QCOMPARE(screen.findChild<QCheckBox*>("liveRehearse")->isHidden(), connected);
        }
    }
    void theOutboxNamesActionCustomerAndAnswer() {
        OutboxItem item;
        item.action = "remind";
        item.customer = "Ida B.";
        item.dispatch.state = execution::DispatchState::Unknown;
        item.dispatch.attempts = 2;
        item.dispatch.result = "http-503";
        const auto row = outboxRows({item}, *small(), QLocale(QLocale::English))[0];
        QCOMPARE(row[1].text, QString("Send reminder"));
        QCOMPARE(row[2].text, QString("Ida B."));
        QCOMPARE(row[3].text, QString("Unclear: for a person"));
        QCOMPARE(row[4].text, QString("2"));
        QCOMPARE(row[5].text, QString("receiver answered 503"));
    }
    void whatStandsStillSaysWho() {
        const auto workspace = small();
        auto rows = scopeRows(*workspace, {{"action/call", "karin"}, {"agent/gone", "nobody"}});
        QCOMPARE(rows.size(), 5);
        QCOMPARE(texts(rows[0]), QStringList({"Everything", "May act"}));
        QCOMPARE(texts(rows[1]), QStringList({"Lena", "May act"}));
        QCOMPARE(rows[1][0].tip, QString("Agent Lena"));
        QCOMPARE(texts(rows[3]), QStringList({"Offer a call", "Stopped by Karin L."}));
        QCOMPARE(texts(rows[4]), QStringList({"gone", "Stopped by nobody"}));
        QCOMPARE(stopSentence(*workspace, {}), QString());
        QVERIFY(stopSentence(*workspace, {{"", "karin"}}).startsWith("Everything: stopped by Karin L."));
    }
    void withoutWorkspaceNothingIsCounted() {
        AppContext context;
        LiveScreen screen(context);
        screen.resize(1200, 800);
        screen.refresh();
        screen.grab();
        QVERIFY(screen.settled());
        QCOMPARE(screen.counts().rows + screen.counts().series + screen.counts().nodes, 0);
    }
    void stopsAreKeptAndLiftedAndFilesAreRead() {
        QTemporaryDir folder;
        const QString path = folder.filePath("demo");
        copyDemo(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"), path);
        const auto loaded = documents::loadWorkspace(path.toStdString());
        QVERIFY(loaded.workspace);
        AppContext context;
        context.setWorkspace(path, "Demo", loaded.workspace);
        context.setPeople({{"mei", "Mei C.", "Approver"}});
        LiveScreen screen(context);
        screen.resize(1200, 800);
        screen.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        QVERIFY(!QDir(path + "/.wayreeve").exists());
        const QString scope = "action/" + QString::fromStdString(loaded.workspace->actions->actions.front().id);
        screen.setStopped(scope, true);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        QCOMPARE(screen.data().stops.count(scope.toStdString()), std::size_t(1));
        screen.setStopped(scope, false);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        QVERIFY(screen.data().stops.empty());

        QFile events(folder.filePath("events.jsonl"));
        QVERIFY(events.open(QIODevice::WriteOnly));
        events.write(R"({"type":"track","event":"Product Viewed","messageId":"m1","userId":"u1",)"
                     R"("timestamp":"2026-11-02T10:00:00Z","properties":{}})"
                     "\nnot json\n");
        events.close();
        screen.importFile(events.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        QVERIFY2(screen.importText().startsWith("2 lines: 1 events, 1 refused."), qPrintable(screen.importText()));
        QVERIFY(screen.data().run.has_value());
        QVERIFY(!screen.data().live.has_value()); // an import has come to its end: nothing goes on with it
        screen.importFile(folder.filePath("missing.jsonl"));
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), 60'000);
        QVERIFY(screen.importText().contains("missing.jsonl"));
    }
};

WAYREEVE_UI_TEST(TestLive)
#include "tst_live.moc"
