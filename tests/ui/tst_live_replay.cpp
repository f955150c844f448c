#include "ui_test.h"

#include "ui/live/live_screen.h"
#include "ui/shell/app_context.h"
#include "ui/shell/documents.h"
#include "ui/widgets/data_table.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <httplib.h>

#include <atomic>
#include <thread>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr int patience = 60'000;

/// Answers every action with `status`.
struct Receiver {
    std::atomic<int> status = 422, calls = 0;
    httplib::Server server;
    int port = 0;
    std::thread thread;
    Receiver() {
        server.Post("/actions", [this](const httplib::Request&, httplib::Response& response) {
            ++calls;
            response.status = status;
        });
        port = server.bind_to_any_port("127.0.0.1");
        thread = std::thread([this] { server.listen_after_bind(); });
        while (!server.is_running())
            std::this_thread::yield();
    }
    ~Receiver() {
        server.stop();
        thread.join();
    }
};

void replace(const QString& path, const QByteArray& from, const QByteArray& to) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    file.close();
    QVERIFY(text.contains(from) && file.open(QIODevice::WriteOnly));
    file.write(QByteArray(text).replace(from, to));
}

/// A run of the demo whose actions the receiver has refused.
void refusedRun(const QString& path, const Receiver& receiver) {
    const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
    QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next(), target = path + '/' + from.relativeFilePath(file);
        QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
    }
    replace(path + "/workspace.yaml", "epoch: 15 min",
            "epoch: 15 min\nconnector-url: http://127.0.0.1:" + QByteArray::number(receiver.port) + "/actions");
    replace(path + "/actions.yaml", "\n    slot: ", "\n    connector: http\n    slot: ");
    const auto workspace = session::openWorkspace(path.toStdString());
    QVERIFY(workspace.ok());
    session::SimulateRequest request;
    request.customers = 60;
    request.days = 3;
    request.sendsReally = true;
    QVERIFY(session::simulate(*workspace, request).ok());
    QVERIFY(session::drainOutbox(*workspace, {}).ok());
}

} // namespace

/// A person sends again what failed, in the window.
class TestLiveReplay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFailedItemIsSentAgain() {
        Receiver receiver;
        QTemporaryDir folder;
        const QString path = folder.filePath("demo");
        refusedRun(path, receiver);
        QVERIFY(receiver.calls > 0);
        const auto loaded = documents::loadWorkspace(path.toStdString());
        QVERIFY(loaded.workspace);
        AppContext context;
        context.setWorkspace(path, "Demo", loaded.workspace);
        context.setPeople({{"omar", "Omar V.", "Viewer"}, {"mei", "Mei C.", "Approver"}});
        context.setPerson("omar");
        LiveScreen screen(context);
        screen.resize(1200, 800);
        static_cast<QWidget&>(screen).show();
        screen.open("outbox");
        screen.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), patience);
        auto* const table = screen.findChild<DataTable*>("liveOutbox");
        auto* const again = screen.findChild<QAbstractButton*>("outboxReplay");
        auto* const words = screen.findChild<QLabel*>("outboxWords");
        QVERIFY(table && again && words);
        QVERIFY(!again->isEnabled());
        QVERIFY(words->text().startsWith("Choose an item that failed"));
        const auto rowOf = [&](execution::DispatchState state) {
            for (std::size_t i = 0; i < screen.data().outbox.size(); ++i)
                if (screen.data().outbox[i].dispatch.state == state && screen.data().outbox[i].dispatch.attempts == 1)
                    return static_cast<int>(i);
            return -1;
        };
        const int row = rowOf(execution::DispatchState::Failed);
        QVERIFY(row >= 0);
        const std::uint64_t number = screen.data().outbox[static_cast<std::size_t>(row)].dispatch.number;
        const auto stateNow = [&] {
            for (const OutboxItem& item : screen.data().outbox)
                if (item.dispatch.number == number)
                    return item.dispatch.state;
            return execution::DispatchState::Stopped;
        };
        table->setCurrentIndex(table->model()->index(row, 0));
        QVERIFY(again->isEnabled());
        again->click(); // a viewer may not
        QVERIFY(screen.findChild<QDialog*>("confirmDialog") == nullptr);

        context.setPerson("mei");
        again->click();
        auto* dialog = screen.findChild<QDialog*>("confirmDialog");
        QVERIFY(dialog != nullptr);
        dialog->findChild<QAbstractButton*>("confirmCancel")->click();
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), patience);
        QCOMPARE(stateNow(), execution::DispatchState::Failed);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        again->click();
        if (const QString to = qEnvironmentVariable("WAYREEVE_TEST_PICTURES"); !to.isEmpty()) {
            QVERIFY(static_cast<QWidget&>(screen).grab().save(to + "/outbox-replay.png"));
            QVERIFY(screen.findChild<QDialog*>("confirmDialog")->grab().save(to + "/outbox-replay-dialog.png"));
        }
        dialog = screen.findChild<QDialog*>("confirmDialog");
        QVERIFY(dialog != nullptr);
        dialog->findChild<QAbstractButton*>("confirmYes")->click();
        QTRY_COMPARE_WITH_TIMEOUT(stateNow(), execution::DispatchState::Pending, patience);
        QTRY_VERIFY_WITH_TIMEOUT(screen.settled(), patience);
        QVERIFY(!again->isEnabled()); // it stays chosen, and waits
        receiver.status = 200;
        const int calls = receiver.calls;
        QVERIFY(session::drainOutbox(*session::openWorkspace(path.toStdString()), {}).ok());
        QCOMPARE(receiver.calls.load(), calls + 1);
        screen.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(stateNow(), execution::DispatchState::Succeeded, patience);
    }
};

WAYREEVE_UI_TEST(TestLiveReplay)
#include "tst_live_replay.moc"
