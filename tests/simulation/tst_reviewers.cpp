#include "simulation_tests.h"

#include "documents/workspace.h"
#include "simulation/reviewers.h"

#include <QTest>

#include <deque>
#include <set>

using namespace wayreeve;
using documents::ReviewerModel;
using governance::Command;
using governance::CommandKind;
using governance::Proposal;
using governance::ProposalState;
using simulation::SeededReviewers;

namespace {

Instant at(const char* text) {
    return parseInstant(text).value();
}

Proposal item(std::uint64_t number, Instant created = at("2026-03-02T00:00:00Z"),
              Instant deadline = at("2026-03-30T00:00:00Z")) {
    Proposal p;
    p.number = number;
    p.created = created;
    p.deadline = deadline;
    p.subject = "Your cart";
    p.body = "It is still there.";
    return p;
}

ReviewerModel model(int capacity = 16) {
    ReviewerModel m;
    m.capacityPerDay = capacity;
    m.people = {"dana", "eli"};
    return m;
}

/// Keeps the items alive and hands out their addresses.
struct Queue {
    std::deque<Proposal> items;
    std::vector<const Proposal*> all() const {
        std::vector<const Proposal*> out;
        for (const Proposal& p : items)
            out.push_back(&p);
        return out;
    }
};

Queue many(std::uint64_t count) {
    Queue queue;
    for (std::uint64_t i = 1; i <= count; ++i)
        queue.items.push_back(item(i));
    return queue;
}

int verdicts(const std::vector<Command>& commands) {
    return static_cast<int>(std::count_if(commands.begin(), commands.end(), [](const Command& c) {
        return c.kind == CommandKind::Approve || c.kind == CommandKind::Reject;
    }));
}

documents::Workspace staffed() {
    documents::PeopleList people;
    for (const char* id : {"dana", "eli"}) {
        documents::Person person;
        person.id = id;
        person.roles = {documents::Role::Approver};
        people.people.push_back(person);
    }
    documents::Workspace workspace;
    workspace.people = std::make_shared<const documents::PeopleList>(std::move(people));
    return workspace;
}

} // namespace

void ReviewerTests::capacityGrowsOverTheDay_data() {
    QTest::addColumn<QString>("now"); // 16 a day from 9 to 17 in Berlin (UTC+1): two an hour
    QTest::addColumn<int>("expected");
    QTest::newRow("before work") << "2026-03-02T07:45:00Z" << 0;
    QTest::newRow("at nine") << "2026-03-02T08:00:00Z" << 0;
    QTest::newRow("first quarter") << "2026-03-02T08:15:00Z" << 0;
    QTest::newRow("half an hour") << "2026-03-02T08:30:00Z" << 1;
    QTest::newRow("noon") << "2026-03-02T11:00:00Z" << 6;
    QTest::newRow("five, the last epoch's end") << "2026-03-02T16:00:00Z" << 16;
    QTest::newRow("after work") << "2026-03-02T16:15:00Z" << 0;
    QTest::newRow("Saturday") << "2026-03-07T11:00:00Z" << 0;
    QTest::newRow("summer time") << "2026-04-01T10:00:00Z" << 6; // UTC+2
}

void ReviewerTests::capacityGrowsOverTheDay() {
    QFETCH(QString, now);
    QFETCH(int, expected);
    const Chance chance(1);
    SeededReviewers reviewers(model(), Zone::find("Europe/Berlin").value(), chance);
    Queue queue = many(40);
    for (Proposal& proposal : queue.items)
        proposal.deadline = at("2026-05-01T00:00:00Z");
    QCOMPARE(verdicts(reviewers.act(queue.all(), at(now.toLatin1().constData()))), expected);
}

void ReviewerTests::capacityIsPerDay() {
    const Chance chance(1);
    SeededReviewers reviewers(model(), Zone(), chance);
    int total = 0;
    std::uint64_t next = 1;
    for (Instant now = at("2026-03-02T00:15:00Z"); now <= at("2026-03-04T00:00:00Z");
         now = now + Duration::minutes(15)) {
        Queue queue; // always more than they can take
        for (std::uint64_t i = 0; i < 40; ++i)
            queue.items.push_back(item(next + i));
        const int given = verdicts(reviewers.act(queue.all(), now));
        QVERIFY(given <= 1); // spread: half a verdict a quarter of an hour
        next += static_cast<std::uint64_t>(given);
        total += given;
    }
    QCOMPARE(total, 32);
    SeededReviewers idle(model(0), Zone(), chance);
    QCOMPARE(verdicts(idle.act(many(5).all(), at("2026-03-02T12:00:00Z"))), 0);
    ReviewerModel nobody = model();
    nobody.people.clear();
    SeededReviewers none(nobody, Zone(), chance);
    QCOMPARE(none.act(many(5).all(), at("2026-03-02T12:00:00Z")).size(), std::size_t{0});
}

void ReviewerTests::leavesYoungAndClaimedItems() {
    const Chance chance(1);
    SeededReviewers reviewers(model(), Zone(), chance);
    const Instant now = at("2026-03-02T12:00:00Z");
    Queue queue;
    queue.items.push_back(item(1, now - Duration::minutes(19)));
    queue.items.push_back(item(2, now - Duration::minutes(20)));
    queue.items.push_back(item(3));
    queue.items.back().claimedBy = "a person";
    queue.items.back().lockUntil = now + Duration::minutes(1);
    queue.items.push_back(item(4, at("2026-03-02T00:00:00Z"), now)); // expired
    queue.items.push_back(item(5));
    queue.items.back().state = ProposalState::Suggested;
    queue.items.push_back(item(6));
    queue.items.back().state = ProposalState::Claimed; // the lock has run out
    queue.items.back().claimedBy = "a person";
    queue.items.back().lockUntil = now;
    std::set<std::uint64_t> touched;
    for (const Command& command : reviewers.act(queue.all(), now))
        touched.insert(command.proposal);
    QVERIFY((touched == std::set<std::uint64_t>{2, 6}));
}

void ReviewerTests::urgentAndRiskyFirst() {
    const Chance chance(1);
    SeededReviewers reviewers(model(), Zone(), chance);
    const Instant due = at("2026-03-03T12:00:00Z");
    Queue queue;
    queue.items = {item(1, {}, due), item(2, {}, due + Duration::minutes(50)), item(3, {}, due + Duration::hours(3)),
                   item(4, {}, due + Duration::hours(5)), item(5, {}, due)};
    queue.items[1].ruling.risk = documents::Risk::Medium; // 1 h head start: 10 min before item 1
    queue.items[2].ruling.risk = documents::Risk::High;   // 4 h: an hour before
    queue.items[3].ruling.risk = documents::Risk::High;   // an hour after
    std::vector<std::uint64_t> order;
    for (const Command& command : reviewers.act(queue.all(), at("2026-03-02T15:00:00Z")))
        if (command.kind == CommandKind::Claim)
            order.push_back(command.proposal);
    QVERIFY((order == std::vector<std::uint64_t>{3, 2, 1, 5, 4}));
}

void ReviewerTests::fourEyesAreTwoPeople() {
    const documents::Workspace workspace = staffed();
    const Symbols symbols;
    const governance::ApprovalDesk desk(workspace, symbols);
    ReviewerModel m = model(96);
    m.approve = 1;
    m.edit = 0;
    const Chance chance(1);
    SeededReviewers reviewers(m, Zone(), chance);
    Queue queue = many(1);
    queue.items[0].ruling.rule.approval = documents::Approval::FourEyes;
    Instant firstAt, secondAt;
    for (Instant now = at("2026-03-02T09:15:00Z"); now < at("2026-03-02T12:00:00Z");
         now = now + Duration::minutes(15)) {
        for (const Command& command : reviewers.act(queue.all(), now)) {
            const auto changed = desk.apply(queue.items[0], command, now);
            QVERIFY2(changed.ok(), changed.ok() ? "" : changed.error().code.c_str());
            queue.items[0] = *changed;
            if (command.kind == CommandKind::Approve)
                (firstAt == Instant{} ? firstAt : secondAt) = now;
        }
    }
    QVERIFY(queue.items[0].state == ProposalState::Approved);
    QVERIFY(queue.items[0].firstApprover != queue.items[0].secondApprover);
    QCOMPARE((secondAt - firstAt).ms, Duration::minutes(30).ms); // 20 min, and then the next epoch's end

    SeededReviewers fresh(m, Zone(), chance); // dana's turn, but she was the first
    Queue half = many(1);
    half.items[0].state = ProposalState::SecondNeeded;
    half.items[0].firstApprover = "dana";
    const auto commands = fresh.act(half.all(), at("2026-03-02T16:00:00Z"));
    QCOMPARE(commands.size(), std::size_t{2});
    QCOMPARE(commands[0].person, std::string("eli"));
}

void ReviewerTests::asksOnlyThoseWhoMay() {
    const Chance chance(1);
    SeededReviewers reviewers(model(), Zone(), chance, [](const std::string& person, const Proposal& proposal) {
        return person == "eli" && proposal.number != 2;
    });
    const auto commands = reviewers.act(many(4).all(), at("2026-03-02T16:00:00Z"));
    QCOMPARE(verdicts(commands), 3);
    for (const Command& command : commands) {
        QCOMPARE(command.person, std::string("eli"));
        QVERIFY(command.proposal != 2);
    }
}

void ReviewerTests::drawsVerdicts() {
    const Chance chance(9);
    const auto tally = [&](const std::vector<Command>& commands) {
        std::array<int, 3> counts{}; // approved, edited, rejected
        for (const Command& command : commands) {
            counts[0] += command.kind == CommandKind::Approve ? 1 : 0;
            counts[1] += command.kind == CommandKind::Edit ? 1 : 0;
            counts[2] += command.kind == CommandKind::Reject ? 1 : 0;
            if (command.kind == CommandKind::Reject)
                Q_ASSERT(!command.reason.empty());
        }
        return counts;
    };
    SeededReviewers reviewers(model(4000), Zone(), chance);
    const Queue queue = many(4000);
    const auto commands = reviewers.act(queue.all(), at("2026-03-02T17:00:00Z"));
    const auto [approved, edited, rejected] = tally(commands);
    QCOMPARE(approved + rejected, 4000);
    QVERIFY2(std::abs(approved - 3400) < 91, qPrintable(QString::number(approved))); // 0.85, four sd of 22.6
    QVERIFY2(std::abs(edited - 200) < 56, qPrintable(QString::number(edited)));      // 0.05, four sd of 13.8
    // The verdict belongs to the item, not to the order in which items come.
    Queue backwards = queue;
    std::reverse(backwards.items.begin(), backwards.items.end());
    SeededReviewers again(model(4000), Zone(), chance);
    QVERIFY(again.act(backwards.all(), at("2026-03-02T17:00:00Z")) == commands);
}

void ReviewerTests::editsAreAccepted() {
    const documents::Workspace workspace = staffed();
    const Symbols symbols;
    const governance::ApprovalDesk desk(workspace, symbols);
    ReviewerModel m = model();
    m.approve = 0;
    m.edit = 1;
    const Chance chance(1);
    SeededReviewers reviewers(m, Zone(), chance);
    Queue queue = many(2);
    queue.items[1].body.clear(); // nothing to reword: approved as it is
    const Instant now = at("2026-03-02T16:00:00Z");
    for (const Command& command : reviewers.act(queue.all(), now)) {
        Proposal& proposal = queue.items[command.proposal - 1];
        const auto changed = desk.apply(proposal, command, now);
        QVERIFY2(changed.ok(), changed.ok() ? "" : changed.error().code.c_str());
        proposal = *changed;
    }
    QVERIFY(queue.items[0].edited && queue.items[0].state == ProposalState::Approved);
    QCOMPARE(queue.items[0].body, std::string("It is still there"));
    QVERIFY(!queue.items[1].edited && queue.items[1].state == ProposalState::Approved);
}
