#include "ui_test.h"

#include "ui/customers/customer_side.h"
#include "ui/customers/customer_story.h"
#include "ui/customers/customers_screen.h"
#include "ui/customers/story_view.h"
#include "ui/shell/app_context.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

perception::Event eventOf(const std::string& name, Instant at, Value properties = Value(Context{})) {
    perception::Event event;
    event.name = name;
    event.time = at;
    event.properties = std::move(properties);
    return event;
}

/// A visit, then a decision that waits because a rule kept the only message back, then a withdrawn consent.
CustomerRecords example() {
    CustomerRecords records;
    records.tag = "s1";
    records.customer.key = "c7";
    records.customer.name = "<b>Ana</b> R.";
    records.events = {
        eventOf("Page Viewed", {60'000}),
        eventOf("Consent Changed", {300'000}, Value(Context{{"channel", Value("email")}, {"granted", Value(false)}}))};
    audit::DecisionRecord record;
    record.key = audit::keyOf(7, 1);
    planning::Candidate wait, message;
    wait.gate = planning::Gate::Chosen;
    message.action = records.symbols.intern("cart-reminder");
    message.gate = planning::Gate::Cap;
    message.removedBy = records.symbols.intern("policies/one-a-day");
    record.plan.candidates = {wait, message};
    record.plan.choices = {planning::SlotChoice{}};
    record.rulings = {governance::Ruling{}};
    record.proposals = {0};
    audit::Entry entry;
    entry.kind = audit::EntryKind::Decision;
    entry.time = {120'000};
    entry.customer = 7;
    entry.body = audit::encodeDecision(entry, record);
    records.entries = {entry};
    return records;
}

} // namespace

class TestCustomers : public QObject {
    Q_OBJECT
private slots:
    void storyNewestFirst() {
        const CustomerStory story = storyOf(example(), RecordWords());
        QCOMPARE(story.items.size(), std::size_t{4});
        QCOMPARE(story.items[0].title, QString("Consent withdrawn"));
        QCOMPARE(story.items[0].channel, documents::Channel::Email);
        QCOMPARE(story.items[1].title, QString("Waited"));
        QCOMPARE(story.items[1].decision, QString("s1-7-1"));
        QCOMPARE(story.items[2].title, QString("Not sent: Cart reminder"));
        QCOMPARE(story.items[2].detail, QString("One a day"));
        QVERIFY(story.items[2].notSent);
        QCOMPARE(story.items[3].title, QString("Page Viewed"));
        QCOMPARE(story.lanes, (QList<documents::Channel>{documents::Channel::Email, documents::Channel::Web}));
    }

    /// Cause, evidence and a way back where there is one.
    void mergesAreShown() {
        CustomerRecords records = example();
        const auto add = [&](audit::EntryKind kind, std::int64_t at, std::vector<std::uint8_t> (*body)(audit::Entry&)) {
            audit::Entry entry;
            entry.kind = kind;
            entry.time = {at};
            entry.customer = 7;
            entry.body = body(entry);
            records.entries.push_back(entry);
        };
        add(audit::EntryKind::Merge, 130'000, [](audit::Entry& entry) {
            return audit::encode(entry, audit::MergeRecord{7, 9, true, 0.97, {0.0, 2.5}});
        });
        add(audit::EntryKind::Merge, 140'000, [](audit::Entry& entry) {
            return audit::encode(entry, audit::MergeRecord{7, 8, false, 1, {}});
        });
        add(audit::EntryKind::Unmerge, 150'000, [](audit::Entry& entry) {
            return audit::encode(entry, audit::UnmergeRecord{7, 8, "mei", "two sisters"});
        });
        session::MergeShown probable, undone;
        probable.gone = 9;
        probable.goneKey = "session-1";
        probable.probable = probable.undoable = true;
        probable.probability = 0.97;
        probable.evidence = {{"device-same", 2.5}};
        undone.gone = 8;
        undone.undone = true;
        undone.undoneBy = "mei";
        undone.undoneWhy = "two sisters";
        records.merges = {probable, undone};
        const CustomerStory story = storyOf(records, RecordWords());
        QCOMPARE(story.merged, 1);
        QCOMPARE(story.merges.size(), 2);
        QCOMPARE(story.merges[0].customer, QString("#9"));
        QCOMPARE(story.merges[0].who, QString("session-1"));
        QVERIFY(story.merges[0].cause.startsWith("they look like one person (0.97)"));
        QCOMPARE(story.merges[0].evidence, (QList<QPair<QString, QString>>{{"Same device", "+2.50"}}));
        QVERIFY(story.merges[1].undone.endsWith("two sisters"));
        CustomerSide side;
        side.setStory(story);
        const auto buttons = side.findChildren<QAbstractButton*>("undoMerge");
        QCOMPARE(buttons.size(), 1);
        QSignalSpy asked(&side, &CustomerSide::undoAsked);
        buttons.front()->click();
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), QString("#9"));
    }

    void cardsAreCounted() {
        StoryView view;
        view.resize(1000, 600);
        view.setStory(storyOf(example(), RecordWords()));
        view.grab();
        QCOMPARE(view.paintedItems(), 4);
        view.setStory({});
        view.grab();
        QCOMPARE(view.paintedItems(), 0);
    }

    void nothingCountsNothing() {
        AppContext context;
        CustomersScreen screen(context);
        screen.refresh();
        screen.grab();
        QCOMPARE(screen.counts().rows, 0);
        QCOMPARE(screen.counts().nodes, 0);
        QVERIFY(screen.settled());
    }
};

WAYREEVE_UI_TEST(TestCustomers)
#include "tst_customers.moc"
