#include "session/store_access.h"

#include "live_client.h"
#include "ui_test.h"

#include "ui/live/live_runner.h"

#include "ui/customers/customer_side.h"
#include "ui/customers/customers_screen.h"
#include "ui/customers/story_view.h"
#include "ui/shell/app_context.h"
#include "ui/shell/documents.h"
#include "ui/widgets/data_table.h"

#include <QAbstractButton>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

constexpr int patience = 30'000;

/// A live run at work on a private copy of a shipped workspace, and a window's Customers beside it.
struct Beside {
    QTemporaryDir folder;
    LiveRunner other;
    QByteArray key;
    AppContext context;
    std::unique_ptr<CustomersScreen> screen;

    explicit Beside(const char* shipped) {
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/") + shipped);
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString target = folder.filePath(from.relativeFilePath(file));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
        }
        LiveRunner::Wish wish;
        wish.folder = folder.path();
        wish.port = 0;
        wish.now = Instant{1'772'704'800'000}; // 5 March 2026, 11:00 in Berlin
        other.start(wish);
        QTRY_COMPARE_WITH_TIMEOUT(other.mode(), LiveMode::On, patience);
        key = other.takeNewKey().toUtf8();
        context.setWorkspace(folder.path(), "Demo", documents::loadWorkspace(folder.path().toStdString()).workspace);
        screen = std::make_unique<CustomersScreen>(context);
        screen->resize(1280, 800);
        screen->show();
    }
    ~Beside() {
        other.stop();
        (void)QTest::qWaitFor([this] { return other.mode() == LiveMode::Off; }, patience);
    }
    void post(const QByteArray& batch) { QCOMPARE(postEvents(other.status().port, key, batch), 200); }
    void open(const char* customer) {
        screen->refresh();
        screen->open(QString::fromUtf8(customer));
        settle();
    }
    void settle() {
        QVERIFY(QTest::qWaitFor([this] { return context.running() == 0 && screen->settled(); }, patience));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    template <class T = QLabel>
    [[nodiscard]] T* find(const char* name) const {
        return screen->findChild<T*>(QString::fromUtf8(name));
    }
    [[nodiscard]] bool says(const QString& words) const {
        for (const QLabel* label : screen->findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    }
    void picture(const char* name) {
        const QString to = qEnvironmentVariable("WAYREEVE_TEST_PICTURES");
        if (to.isEmpty())
            return;
        auto& shown = static_cast<QWidget&>(*screen);
        shown.resize(1280, 800);
        shown.show(); // what was never shown has no layout yet
        QVERIFY(QTest::qWaitForWindowExposed(&shown));
        QCoreApplication::processEvents();
        QVERIFY(shown.grab().save(to + "/" + name + ".png"));
    }
};

CustomerStory toldOf(const session::StatesNow& states, std::vector<audit::Entry> entries = {}) {
    CustomerRecords records;
    records.tag = "l1";
    records.customer.number = 4;
    records.customer.key = "ana";
    records.customer.name = "Ana";
    records.customer.lastSeen = Instant{1'000};
    records.entries = std::move(entries);
    records.states = states;
    return storyOf(records, RecordWords());
}

} // namespace

/// What Customers shows while a live run is at work.
class TestLiveCustomers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPersonIsShownAsTheRunKnowsThem() {
        Beside shop("demo");
        shop.post(cartBatch(1));
        shop.screen->refresh();
        shop.settle();
        const auto* rows = shop.find<DataTable>("customerList")->model();
        QCOMPARE(rows->rowCount(), 1);
        QCOMPARE(rows->index(0, 6).data().toString(), QString("–")); // decisions: not yet in the store
        QVERIFY(!shop.find("customersAtWork")->isHidden());
        shop.picture("customers-live");
        shop.open("shopper-1");
        QVERIFY(shop.find("customerAsOf"));
        QVERIFY2(shop.find("customerAsOf")->text().contains("5 Mar, 11:0"),
                 qPrintable(shop.find("customerAsOf")->text()));
        QVERIFY(!shop.find("customerUnknown") && !shop.find("noConsents"));
        QVERIFY(shop.says("Marketing, E-mail"));
        QVERIFY(shop.says("shopper-1@example.com"));
        QVERIFY(shop.says("Europe/Berlin"));
        shop.picture("customer-live");
        auto* story = shop.screen->findChild<StoryView*>();
        story->select(1);
        const QString line = story->accessibleDescription();
        QVERIFY(!line.isEmpty());
        // A refresh asks again.
        shop.post("{\"batch\": [{\"type\": \"track\", \"messageId\": \"s\", \"userId\": \"shopper-1\", \"event\": "
                  "\"Suppressed\", \"properties\": {}}]}");
        shop.screen->refresh();
        shop.settle();
        QVERIFY(shop.says("Suppressed: nothing is sent at all"));
        QVERIFY(story->selected() > 0); // there is a newer line above the one that was looked at
        QCOMPARE(story->accessibleDescription(), line);
        shop.other.stop();
        QTRY_COMPARE_WITH_TIMEOUT(shop.other.mode(), LiveMode::Off, patience);
        shop.screen->refresh();
        shop.settle();
        QVERIFY(!shop.find("customerAsOf")); // it stands, and is stored
        QVERIFY(rows->index(0, 6).data().toString() != "–");
        QVERIFY(shop.find("customersAtWork")->isHidden());
        QVERIFY(shop.says("Suppressed: nothing is sent at all"));
    }
    void anAccountIsShownWithItsMembers() {
        Beside office("templates/saas-renewal");
        QByteArray groups;
        for (const char* member : {"ana", "ben"})
            groups += QByteArray(groups.isEmpty() ? "" : ",") +
                      "{\"type\": \"group\", \"groupId\": \"tatra\", \"messageId\": \"" + member +
                      "\", \"userId\": \"" + member + "\", \"traits\": {\"name\": \"Tatra Glas\"}}";
        office.post("{\"batch\": [" + groups + "]}");
        office.open("account:tatra");
        QVERIFY(office.find("customerAsOf"));
        QVERIFY(office.find<QWidget>("accountHealth"));
        QCOMPARE(office.screen->findChildren<QAbstractButton*>("openMember").size(), 2);
        office.picture("account-live");
    }
    /// Nobody is told that nothing was stated where nobody knows.
    void whatCannotBeKnownIsNotSaid() {
        session::StatesNow states;
        states.unknown = Error{"live.no-answer", {}, {}, 0, 0};
        CustomerSide side;
        const CustomerStory story = toldOf(states);
        QVERIFY(!story.unknown.isEmpty() && !story.toBeAsked);
        side.setStory(story);
        auto* why = side.findChild<QLabel*>("customerUnknown");
        QVERIFY(why && why->text().contains("did not answer"));
        QCOMPARE(side.findChild<QLabel*>("noConsents")->text(), QString("Cannot be known now."));
        QSignalSpy again(&side, &CustomerSide::askedAgain);
        side.findChild<QAbstractButton*>("askAgain")->click();
        QTRY_COMPARE(again.count(), 1);

        states.unknown = Error{"customer.not-asked", {{"run", "l1"}}, {}, 0, 0};
        QVERIFY(toldOf(states).toBeAsked);
        states.unknown.reset();
        const CustomerStory stands = toldOf(states);
        QVERIFY(stands.unknown.isEmpty() && stands.asOf.isEmpty() && !stands.kept);
        side.setStory(stands);
        QVERIFY(side.findChild<QLabel*>("noConsents") != nullptr);
    }
    void aRowOfARunAtWorkIsCaughtUpWith() {
        session::StatesNow states;
        states.unknown = Error{"live.no-answer", {}, {}, 0, 0};
        CustomerRecords records;
        records.customer.number = 4;
        records.entries.resize(3);
        for (audit::Entry& entry : records.entries)
            entry.customer = 4;
        records.entries[0].kind = audit::EntryKind::Decision;
        records.entries[1].kind = audit::EntryKind::Dispatch;
        records.entries[2].kind = audit::EntryKind::DrawnAction;
        records.events.resize(1);
        records.events[0].receivedAt = Instant{1'772'704'800'000};
        records.states = states;
        const CustomerStory story = storyOf(records, RecordWords());
        QCOMPARE(story.decisions, 2);
        QVERIFY(std::any_of(story.facts.cbegin(), story.facts.cend(),
                            [](const auto& fact) { return fact.second.startsWith("5 Mar"); }));
    }
};

WAYREEVE_UI_TEST(TestLiveCustomers)
#include "tst_live_customers.moc"
