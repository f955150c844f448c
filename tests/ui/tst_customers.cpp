#include "ui_test.h"

#include "session/customer_memory.h"
#include "ui/customers/customer_side.h"
#include "ui/customers/customer_story.h"
#include "ui/customers/customers_screen.h"
#include "ui/customers/story_view.h"
#include "ui/shell/app_context.h"

#include <QAbstractButton>
#include <QLabel>
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
private Q_SLOTS:
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

    /// Worth with its interval, open promises before settled ones, progress and the three strongest affinities.
    void memoryIsTold() {
        QLocale::setDefault(QLocale::c());
        const Instant now = *parseInstant("2026-03-10T12:00:00Z");
        const auto day = [&](int n) { return now + Duration::days(n); };
        session::CustomerMemory memory;
        memory.horizon = Duration::days(365);
        memory.worth = session::CustomerMemory::Worth{120.5, 0, 310, 0.87};
        memory.promises = {{"import", "sales", day(-9), day(-2), day(-3), true},
                           {"call", "<b>us</b>", day(-9), day(4), Instant::never(), false},
                           {"training", "success", day(-9), day(-1), Instant::never(), false},
                           {"quote", "", day(-9), day(-5), day(-4), true}};
        memory.ways = {{"onboarded", "stuck", 0.3333}};
        memory.affinities = {
            {"use",
             "report",
             {{"plan", 0.3, 0.1, 0.5}, {"report", 0.6, 0.4, 0.8}, {"a", 0.05, 0, 0.1}, {"b", 0.04, 0, 0.1}}},
            {"nothing-known", "", {{"x", 0.5, 0.1, 0.9}}}};
        const QList<KnownSection> sections = knownOf(memory, now, RecordWords());
        QCOMPARE(sections.size(), 5); // the last one is the traffic's quality
        QVERIFY2(sections[0].lines[0].text.contains("120"), qPrintable(sections[0].lines[0].text));
        QVERIFY2(sections[0].lines[0].note.contains("310"), qPrintable(sections[0].lines[0].note));
        QCOMPARE(sections[0].lines[1].note, QString("87 %"));
        QStringList promises;
        for (const KnownSection::Line& line : sections[1].lines)
            promises << line.text.section(',', 0, 0) + ": " + line.note.section(' ', 0, 1);
        QCOMPARE(promises.size(), 4);
        QVERIFY2(promises[0].startsWith("training: overdue since") && promises[1].startsWith("call: due ") &&
                     promises[2].startsWith("import: kept ") && promises[3].startsWith("quote: kept late"),
                 qPrintable(promises.join(" | ")));
        QVERIFY(sections[2].lines[0].text.endsWith("stuck") && sections[2].lines[0].note == "33 %");
        QCOMPARE(sections[3].lines.size(), 3);
        QCOMPARE(sections[3].lines[0].text, QString("report: 60 %"));
        CustomerStory story = storyOf(example(), RecordWords());
        story.known = sections;
        CustomerSide side;
        side.setStory(story);
        bool plain = false; // customer text is never markup
        for (const QLabel* label : side.findChildren<QLabel*>())
            plain = plain || (label->text() == "call, owed by <b>us</b>" && label->textFormat() == Qt::PlainText);
        QVERIFY(plain);
    }

    /// What was sent by channel and came back, open cases, and how much the traffic is a person's.
    void contactsAndQualityAreTold() {
        QLocale::setDefault(QLocale::c());
        const Instant now = *parseInstant("2026-03-10T12:00:00Z");
        const auto day = [&](int n) { return now + Duration::days(n); };
        session::CustomerMemory memory;
        using documents::Channel;
        using documents::Response;
        memory.channels = {{{Channel::Email, 4, 3, 2, day(-2), 7, 5, day(-1), Response::Clicked}, "cart-reminder"},
                           {{Channel::Sms, 1, 1, 0, day(-3), 8, 0, Instant::never(), Response::None}, "sms-note"},
                           {{Channel::Call, 0, 0, 0, {}, 0, 1, day(-5), Response::Answered}, {}}};
        memory.cases = {{"<b>c1</b>", day(-6)}, {{}, day(-4)}};
        const auto linesOf = [](const KnownSection& section) {
            QStringList lines;
            for (const KnownSection::Line& line : section.lines)
                lines << line.text + " | " + line.note;
            return lines;
        };
        const QList<KnownSection> sections = knownOf(memory, now, RecordWords());
        QCOMPARE(sections.size(), 3);
        QCOMPARE(linesOf(sections[0]), (QStringList{"<b>c1</b> | since 4 Mar 2026", "A case | since 6 Mar 2026"}));
        QCOMPARE(linesOf(sections[1]),
                 (QStringList{"E-mail: Cart reminder | 8 Mar 2026, 4 in all",
                              "E-mail: clicked, 9 Mar 2026 | 2 of 3 answered in 90 days",
                              "SMS: Sms note | 7 Mar 2026, 1 in all", "SMS: no response | 0 of 1 answered in 90 days",
                              "Call: answered, 5 Mar 2026 | "}));
        QCOMPARE(linesOf(sections[2]), QStringList{"Like a person's | 1.00"});

        const RecordWords words;
        QCOMPARE(words.fact("contacts.in_app_90d"), QString("Contacts in 90 days: In-app"));
        QCOMPARE(words.fact("contacts.email"), QString("Contacts: E-mail"));
        QCOMPARE(words.fact("responses.sms_last"), QString("Last response: SMS"));
        QCOMPARE(words.fact("contacts.last"), QString("Last contact"));
        perception::Customer software;
        software.machine = perception::MachineSign::Regular;
        software.lowQuality = true;
        memory.quality = perception::qualityOf(software, {});
        const QStringList lowered = linesOf(knownOf(memory, now, RecordWords()).last());
        QCOMPARE(lowered.size(), 3);
        QCOMPARE(lowered[0], QString("Not like a person's | 0.00"));
        QVERIFY2(lowered[1].startsWith("Opens pages by the clock") && lowered[1].endsWith("0.70"),
                 qPrintable(lowered[1]));
        QVERIFY2(lowered[2].startsWith("100 events within a minute") && lowered[2].endsWith("0.30"),
                 qPrintable(lowered[2]));
        software.machine = perception::MachineSign::None;
        software.lowQuality = false;
        for (int i = 0; i < 65; ++i)
            software.history.push_back({day(-1) + Duration{i * 10}, 1, {}});
        memory.quality = perception::qualityOf(software, {});
        QCOMPARE(linesOf(knownOf(memory, now, RecordWords()).last()).first(), QString("Still like a person's | 0.88"));
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
