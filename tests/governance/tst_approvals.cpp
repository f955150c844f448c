#include "governance/governance_tests.h"

#include "base/chance.h"
#include "base/text.h"
#include "governance/approvals.h"

#include <QtTest>

#include <map>
#include <set>

using namespace wayreeve;
using namespace wayreeve::documents;
using governance::ApprovalDesk;
using governance::Command;
using governance::CommandKind;
using governance::Proposal;
using governance::ProposalState;

namespace {

constexpr Instant now{10'000'000};
constexpr Instant deadline{now.ms + 3'600'000};

Person person(const char* id, std::vector<Role> roles, std::vector<ApprovalGrant> grants = {}) {
    return {id, id, "", std::move(roles), std::move(grants)};
}

/// ana and ben approve, adm administrates, vic looks, dan designs.
struct Office {
    Workspace workspace;
    Symbols symbols;
    PeopleList people;
    ContentLibrary content;
    ActionCatalogue actions;

    Office() {
        people.people = {person("ana", {Role::Approver}), person("ben", {Role::Viewer, Role::Approver}),
                         person("adm", {Role::Administrator}), person("vic", {Role::Viewer}),
                         person("dan", {Role::Designer, Role::PolicyOwner})};
        content.brand.forbiddenWords = {"Guaranteed", "act now"};
        content.brand.maxSubjectLength = 10;
        Action mail;
        mail.id = "mail";
        mail.tags = {"promotion", "offer"};
        actions.actions = {mail};
        close();
    }
    void close() {
        workspace.people = std::make_shared<const PeopleList>(people);
        workspace.content = std::make_shared<const ContentLibrary>(content);
        workspace.actions = std::make_shared<const ActionCatalogue>(actions);
    }
    Proposal proposal(Approval approval = Approval::OnePerson) {
        Proposal p;
        p.number = 1;
        p.customer = 5;
        p.candidate.action = symbols.intern("mail");
        p.candidate.amount = 120;
        p.ruling.kind = governance::RulingKind::Queue;
        p.ruling.risk = Risk::Medium;
        p.ruling.rule.approval = approval;
        p.subject = "Hello";
        p.body = "Your cart waits.";
        p.created = now - Duration::hours(1);
        p.deadline = deadline;
        return p;
    }
};

const std::map<std::string, ProposalState> plainStates{{"approved", ProposalState::Approved},
                                                       {"undo-window", ProposalState::UndoWindow},
                                                       {"held", ProposalState::Held},
                                                       {"dispatching", ProposalState::Dispatching},
                                                       {"dispatched", ProposalState::Dispatched},
                                                       {"failed", ProposalState::Failed},
                                                       {"unknown", ProposalState::Unknown},
                                                       {"rejected", ProposalState::Rejected},
                                                       {"expired", ProposalState::Expired},
                                                       {"voided", ProposalState::Voided},
                                                       {"superseded", ProposalState::Superseded},
                                                       {"discarded", ProposalState::Discarded},
                                                       {"suggested", ProposalState::Suggested},
                                                       {"dismissed", ProposalState::Dismissed},
                                                       {"proposed", ProposalState::Proposed}};

/// "claimed-ana", "lapsed-ana" (her lock has run out), "second" (ana approved), "second-ben" (and ben claimed it),
/// "second-lapsed-ben", "late-ana" (claimed, but the SLA is over), or a plain state.
Proposal situation(Office& office, const std::string& name, Approval approval) {
    Proposal p = office.proposal(approval);
    const auto claimed = [&](const char* by, Instant until) {
        p.claimedBy = by;
        p.lockUntil = until;
    };
    if (name.starts_with("second")) {
        p.state = ProposalState::SecondNeeded;
        p.firstApprover = "ana";
        p.bound = ApprovalDesk::binding(p, "ana", office.symbols);
        if (name == "second-ben")
            claimed("ben", now + Duration::minutes(1));
        if (name == "second-lapsed-ben")
            claimed("ben", now);
    } else if (name == "claimed-ana" || name == "lapsed-ana" || name == "late-ana") {
        p.state = ProposalState::Claimed;
        claimed("ana", name == "lapsed-ana" ? now : now + Duration::milliseconds(1));
        if (name == "late-ana")
            p.deadline = now;
    } else {
        p.state = plainStates.at(name);
        if (p.state == ProposalState::Voided)
            p.voidReasons = {office.symbols.intern("consent-withdrawn")};
    }
    return p;
}

// Situation, cell (1 = one person, 4 = four eyes), person, then what claim, release, edit, approve, reject and a reject
// without reason give: a state, or an error after '!'.
constexpr const char* table = R"(
proposed 1 ana claimed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
proposed 1 adm claimed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
proposed 4 ben claimed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
proposed 1 vic !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
proposed 1 dan !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
proposed 1 eve !unknown-person !unknown-person !unknown-person !unknown-person !unknown-person !unknown-person
claimed-ana 1 ana claimed proposed claimed approved rejected !needs-reason
claimed-ana 4 ana claimed proposed claimed second-needed rejected !needs-reason
claimed-ana 1 ben !claimed !claimed !claimed !claimed !claimed !claimed
claimed-ana 4 ben !claimed !claimed !claimed !claimed !claimed !claimed
claimed-ana 1 adm !claimed !claimed !claimed !claimed !claimed !claimed
claimed-ana 1 vic !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
claimed-ana 1 dan !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
claimed-ana 1 eve !unknown-person !unknown-person !unknown-person !unknown-person !unknown-person !unknown-person
lapsed-ana 1 ana claimed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
lapsed-ana 1 ben claimed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
late-ana 1 ana !expired !expired !expired !expired !expired !expired
late-ana 4 ben !expired !expired !expired !expired !expired !expired
late-ana 1 vic !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
second 4 ana !same-person !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
second 4 ben second-needed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
second 4 adm second-needed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
second 4 vic !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
second-ben 4 ben second-needed second-needed claimed approved rejected !needs-reason
second-ben 4 ana !claimed !claimed !claimed !claimed !claimed !claimed
second-ben 4 adm !claimed !claimed !claimed !claimed !claimed !claimed
second-ben 4 dan !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
second-lapsed-ben 4 ben second-needed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
second-lapsed-ben 4 adm second-needed !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
second-lapsed-ben 4 ana !same-person !not-claimed !not-claimed !not-claimed !not-claimed !not-claimed
approved 1 ana !already !already !already !already !already !already
approved 4 ben !already !already !already !already !already !already
undo-window 1 ana !already !already !already !already !already !already
held 1 ana !already !already !already !already !already !already
dispatching 1 ana !already !already !already !already !already !already
dispatched 1 ana !already !already !already !already !already !already
failed 1 ana !already !already !already !already !already !already
unknown 1 ana !already !already !already !already !already !already
rejected 1 ana !already !already !already !already !already !already
rejected 4 adm !already !already !already !already !already !already
superseded 1 ana !already !already !already !already !already !already
discarded 1 ana !already !already !already !already !already !already
dismissed 1 ana !already !already !already !already !already !already
expired 1 ana !expired !expired !expired !expired !expired !expired
expired 4 adm !expired !expired !expired !expired !expired !expired
voided 1 ana !voided !voided !voided !voided !voided !voided
voided 4 ben !voided !voided !voided !voided !voided !voided
voided 1 vic !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
dispatched 1 vic !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
dispatched 1 eve !unknown-person !unknown-person !unknown-person !unknown-person !unknown-person !unknown-person
suggested 1 ana !already !already !already approved dismissed dismissed
suggested 4 adm !already !already !already second-needed dismissed dismissed
suggested 1 dan !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver !not-an-approver
)";

Command command(CommandKind kind, const std::string& by, const std::string& reason = "too soon") {
    return {kind, 1, by, kind == CommandKind::Reject ? reason : "", "Hi there", "Still here."};
}

std::string shown(const Result<Proposal>& result) {
    if (result)
        return std::string(nameOf(result->state));
    const std::string& code = result.error().code;
    return "!" + (code.starts_with("approval.") ? code.substr(9) : code);
}

} // namespace

void ApprovalsTest::commands_data() {
    QTest::addColumn<QString>("line");
    for (const std::string& line : split(table, '\n'))
        if (!line.empty())
            QTest::newRow(line.substr(0, line.find(' ', line.find(' ') + 3)).c_str()) << QString::fromStdString(line);
}

void ApprovalsTest::commands() {
    QFETCH(QString, line);
    const auto words = split(line.toStdString(), ' ');
    QCOMPARE(words.size(), std::size_t{9});
    Office office;
    const ApprovalDesk desk(office.workspace, office.symbols);
    const Proposal before = situation(office, words[0], words[1] == "4" ? Approval::FourEyes : Approval::OnePerson);
    const std::string& by = words[2];
    for (int i = 0; i < 6; ++i) {
        const Command asked =
            i == 5 ? command(CommandKind::Reject, by, "  ") : command(static_cast<CommandKind>(i), by);
        const Result<Proposal> result = desk.apply(before, asked, now);
        QCOMPARE(QString::fromStdString(shown(result)), QString::fromStdString(words[3 + static_cast<std::size_t>(i)]));
        if (!result)
            continue;
        if (asked.kind == CommandKind::Claim) {
            QCOMPARE(result->claimedBy, by);
            QCOMPARE(result->lockUntil, now + Duration::minutes(10));
        } else if (asked.kind != CommandKind::Edit) {
            QVERIFY(result->claimedBy.empty());
        }
        if (result->state == ProposalState::Approved)
            QVERIFY(ApprovalDesk::isIntact(*result, office.symbols));
        if (result->state == ProposalState::Rejected) {
            QCOMPARE(result->rejectedBy, by);
            QCOMPARE(result->reason, std::string("too soon"));
        }
    }
}

void ApprovalsTest::grants_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<int>("maxRisk");
    QTest::addColumn<int>("maxAmount"); // 0 = none
    QTest::addColumn<bool>("may");
    QTest::newRow("everything") << ""
                                << "" << 2 << 0 << true;
    QTest::newRow("this action") << "mail"
                                 << "" << 2 << 0 << true;
    QTest::newRow("another action") << "call"
                                    << "" << 2 << 0 << false;
    QTest::newRow("its tag") << ""
                             << "offer" << 2 << 0 << true;
    QTest::newRow("another tag") << ""
                                 << "privacy" << 2 << 0 << false;
    QTest::newRow("its action, another tag") << "mail"
                                             << "privacy" << 2 << 0 << false;
    QTest::newRow("as much risk") << ""
                                  << "" << 1 << 0 << true;
    QTest::newRow("less risk") << ""
                               << "" << 0 << 0 << false;
    QTest::newRow("as much money") << ""
                                   << "" << 2 << 120 << true;
    QTest::newRow("less money") << ""
                                << "" << 2 << 119 << false;
}

void ApprovalsTest::grants() {
    QFETCH(QString, action);
    QFETCH(QString, tag);
    QFETCH(int, maxRisk);
    QFETCH(int, maxAmount);
    QFETCH(bool, may);
    ApprovalGrant grant;
    if (!action.isEmpty())
        grant.actions = {action.toStdString()};
    if (!tag.isEmpty())
        grant.tags = {"other", tag.toStdString()};
    grant.maxRisk = static_cast<Risk>(maxRisk);
    if (maxAmount > 0)
        grant.maxAmount = Decimal(maxAmount);
    ApprovalGrant useless;
    useless.actions = {"nothing"};
    Office office;
    office.people.people.push_back(person("gil", {Role::Approver}, {useless, grant}));
    office.people.people.push_back(person("hal", {Role::Designer}, {grant}));
    office.close();
    const ApprovalDesk desk(office.workspace, office.symbols);
    Proposal claimed = office.proposal();
    claimed.state = ProposalState::Claimed;
    claimed.claimedBy = "gil";
    claimed.lockUntil = now + Duration::minutes(5);
    QCOMPARE(shown(desk.apply(claimed, command(CommandKind::Approve, "gil"), now)), may ? "approved" : "!beyond-grant");
    QCOMPARE(shown(desk.apply(office.proposal(), command(CommandKind::Claim, "gil"), now)),
             may ? "claimed" : "!beyond-grant");
    QCOMPARE(shown(desk.apply(office.proposal(), command(CommandKind::Claim, "hal"), now)), "!not-an-approver");
    QCOMPARE(desk.mayDecide(*office.workspace.people->find("gil"), claimed), may);
    QVERIFY(!desk.mayDecide(*office.workspace.people->find("hal"), claimed));
}

void ApprovalsTest::edits_data() {
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("policy"); // empty = accepted
    QTest::newRow("fine") << "Hi Ana"
                          << "Still here."
                          << "";
    QTest::newRow("placeholder in the body") << "Hi"
                                             << "Dear {{customer.first_name}}"
                                             << "content/placeholders";
    QTest::newRow("placeholder in the subject") << "{{ x }}"
                                                << "Hi"
                                                << "content/placeholders";
    QTest::newRow("one brace is text") << "Hi"
                                       << "a { b }"
                                       << "";
    QTest::newRow("forbidden word") << "Hi"
                                    << "A GUARANTEED win"
                                    << "content/brand/forbidden-words";
    QTest::newRow("forbidden words in a row") << "Act now!"
                                              << "Hi"
                                              << "content/brand/forbidden-words";
    QTest::newRow("part of another word") << "Hi"
                                          << "unguaranteedly"
                                          << "";
    QTest::newRow("ten characters") << QString::fromUtf8("ÄÖÜäöüßÄÖÜ") << "Hi"
                                    << "";
    QTest::newRow("eleven characters") << "Hello there"
                                       << "Hi"
                                       << "content/brand/max-subject-length";
    QTest::newRow("another header") << "Hi\r\nBcc: x"
                                    << "Hi"
                                    << "content/line-break";
    for (const char* broken :
         {"Hi\n", "Hi\rBcc", "Hi\tAna", "Hi\x1b[0m", "Hi\x7f", "Hi\xC2\x85", "Hi\xE2\x80\xA8x", "Hi\xE2\x80\xA9"})
        QTest::addRow("control in the subject: %s", QByteArray(broken).toHex().constData())
            << QString::fromUtf8(broken) << "Hi"
            << "content/line-break";
    QTest::newRow("lines in the body are lines") << "Hi"
                                                 << "One\nTwo"
                                                 << "";
    QTest::newRow("a subject of 201") << QString(201, u'x') << "Hi"
                                      << "content/too-long";
    QTest::newRow("a body of 20,000 and a control character") << "Hi" << QString(20'000, u'x') << "content/too-long";
    QTest::newRow("a body of 19,999") << "Hi" << QString(19'999, QChar(0xE4)) << "";
    QTest::newRow("emptied body") << "Hi"
                                  << " \n"
                                  << "content/empty";
    QTest::newRow("emptied subject") << ""
                                     << "Hi"
                                     << "content/empty";
}

void ApprovalsTest::edits() {
    QFETCH(QString, subject);
    QFETCH(QString, body);
    QFETCH(QString, policy);
    Office office;
    const ApprovalDesk desk(office.workspace, office.symbols);
    Command asked = command(CommandKind::Edit, "ana");
    asked.subject = subject.toStdString();
    asked.body = body.toStdString() + "\x07"; // a control character is never kept
    const auto result = desk.apply(situation(office, "claimed-ana", Approval::OnePerson), asked, now);
    if (!policy.isEmpty()) {
        QCOMPARE(shown(result), std::string("!edit-refused"));
        QCOMPARE(result.error().parameter("policy"), policy.toStdString());
        return;
    }
    QVERIFY(result.ok());
    QCOMPARE(result->subject, subject.toStdString());
    QCOMPARE(result->body, body.toStdString());
    QVERIFY(result->edited);
    QCOMPARE(result->editedBy, std::string("ana"));
}

void ApprovalsTest::editVoidsTheFirstApproval() {
    Office office;
    const ApprovalDesk desk(office.workspace, office.symbols);
    const auto step = [&](const Proposal& p, CommandKind kind, const char* by) {
        const auto result = desk.apply(p, command(kind, by), now);
        if (!result)
            qFatal("%s", debugText(result.error()).c_str());
        return *result;
    };
    // ana approves, ben edits and approves what he wrote: that is one pair of eyes again.
    Proposal p = step(situation(office, "second-ben", Approval::FourEyes), CommandKind::Edit, "ben");
    QVERIFY(p.firstApprover.empty());
    QVERIFY(p.bound.isZero());
    p = step(p, CommandKind::Approve, "ben");
    QCOMPARE(p.state, ProposalState::SecondNeeded);
    QCOMPARE(p.firstApprover, std::string("ben"));
    QCOMPARE(shown(desk.apply(p, command(CommandKind::Claim, "ben"), now)), std::string("!same-person"));
    p = step(step(p, CommandKind::Claim, "ana"), CommandKind::Approve, "ana");
    QCOMPARE(p.state, ProposalState::Approved);
    QCOMPARE(p.secondApprover, std::string("ana"));
    QCOMPARE(p.body, std::string("Still here."));
}

void ApprovalsTest::editCheckIsAsked() {
    Office office;
    const ApprovalDesk desk(office.workspace, office.symbols);
    const auto check = [](const Proposal& before, const Proposal& edited) {
        return before.body != edited.body && edited.body == "Still here." ? std::string("policies/margin-floor")
                                                                          : std::string();
    };
    Command asked = command(CommandKind::Edit, "ana");
    const Proposal before = situation(office, "claimed-ana", Approval::OnePerson);
    const auto refused = desk.apply(before, asked, now, check);
    QCOMPARE(shown(refused), std::string("!edit-refused"));
    QCOMPARE(refused.error().parameter("policy"), std::string("policies/margin-floor"));
    asked.body = "Fine.";
    QVERIFY(desk.apply(before, asked, now, check).ok());
}

void ApprovalsTest::approvalIsBoundToWhatWasSeen() {
    Office office;
    const ApprovalDesk desk(office.workspace, office.symbols);
    const Proposal approved =
        *desk.apply(situation(office, "claimed-ana", Approval::OnePerson), command(CommandKind::Approve, "ana"), now);
    QVERIFY(ApprovalDesk::isIntact(approved, office.symbols));
    const auto broken = [&](auto change) {
        Proposal p = approved;
        change(p);
        return !ApprovalDesk::isIntact(p, office.symbols);
    };
    QVERIFY(broken([](Proposal& p) { p.body += " "; }));
    QVERIFY(broken([](Proposal& p) { p.subject += "!"; }));
    QVERIFY(broken([](Proposal& p) { p.customer = 6; }));
    QVERIFY(broken([&](Proposal& p) { p.candidate.action = office.symbols.intern("call"); }));
    QVERIFY(broken([](Proposal& p) { p.candidate.discount = *Decimal::parse("0.2"); }));
    QVERIFY(broken([](Proposal& p) { p.candidate.channel = Channel::Sms; }));
    QVERIFY(broken([](Proposal& p) { p.firstApprover = "ben"; }));
    QVERIFY(broken([](Proposal& p) { p.deadline = p.deadline + Duration::milliseconds(1); }));
    QVERIFY(!broken([](Proposal& p) { p.state = ProposalState::Held; }));

    // The second approver sees what the first one saw, or nothing is approved.
    Proposal second = situation(office, "second-ben", Approval::FourEyes);
    second.body += " And more.";
    const auto result = desk.apply(second, command(CommandKind::Approve, "ben"), now);
    QCOMPARE(shown(result), std::string("!voided"));
    QCOMPARE(result.error().parameter("reason"), std::string("changed-after-approval"));
}

void ApprovalsTest::expiryNeverApproves_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QString>("after");
    QTest::newRow("before its time") << "proposed" << qint64(deadline.ms - 1) << "proposed";
    QTest::newRow("proposed") << "proposed" << qint64(deadline.ms) << "expired";
    QTest::newRow("claimed") << "claimed-ana" << qint64(deadline.ms) << "expired";
    QTest::newRow("one approval of two") << "second" << qint64(deadline.ms) << "expired";
    QTest::newRow("claimed for the second") << "second-ben" << qint64(deadline.ms) << "expired";
    QTest::newRow("approved") << "approved" << qint64(deadline.ms) << "approved";
    QTest::newRow("held") << "held" << qint64(deadline.ms) << "held";
    QTest::newRow("rejected") << "rejected" << qint64(deadline.ms) << "rejected";
    QTest::newRow("voided") << "voided" << qint64(deadline.ms) << "voided";
}

void ApprovalsTest::expiryNeverApproves() {
    QFETCH(QString, state);
    QFETCH(qint64, at);
    Office office;
    const ApprovalDesk desk(office.workspace, office.symbols);
    const Proposal after = desk.expire(situation(office, state.toStdString(), Approval::FourEyes), {at});
    QTEST(QString::fromStdString(std::string(nameOf(after.state))), "after");
    if (after.state == ProposalState::Expired) {
        QVERIFY(after.claimedBy.empty());
        QVERIFY(after.bound.isZero());
    }
}

void ApprovalsTest::randomCommandsKeepInvariants() {
    Office office;
    const ApprovalDesk desk(office.workspace, office.symbols);
    const Chance chance(7);
    const std::vector<std::string> names{"ana", "ben", "adm", "vic", "dan", "eve"};
    std::set<ProposalState> seen;
    int dispatched = 0, four = 0;
    for (std::uint64_t run = 0; run < 4000; ++run) {
        const auto pick = [&](std::uint64_t step, std::uint32_t what, std::uint32_t n) {
            return chance.below(n, run, step, Purpose::Reviewer, what);
        };
        Proposal p = office.proposal(run % 2 == 0 ? Approval::FourEyes : Approval::OnePerson);
        const bool fourEyes = run % 2 == 0;
        Instant at = now;
        std::set<std::string> approvedBytes; // "person subject body" as an approval was given
        for (std::uint64_t step = 0; step < 40; ++step) {
            const Proposal before = p;
            at = at + Duration::seconds(pick(step, 0, 180));
            const std::uint32_t what = pick(step, 1, 60);
            if (what == 0 && isOpen(p.state)) {
                p.state = ProposalState::Voided;
            } else if (what <= 2) {
                p = desk.expire(p, at);
            } else if (what <= 4 && p.state == ProposalState::Approved) {
                QVERIFY(ApprovalDesk::isIntact(p, office.symbols));
                p.state = ProposalState::Dispatched;
            } else {
                Command asked;
                asked.kind = static_cast<CommandKind>(pick(step, 2, 5));
                // A person who holds the claim goes on more often than not, so that long paths are walked too.
                asked.person = !p.claimedBy.empty() && pick(step, 3, 2) == 0 ? p.claimedBy : names[pick(step, 4, 6)];
                if (asked.kind == CommandKind::Reject && pick(step, 5, 4) != 0)
                    asked.kind = CommandKind::Approve;
                asked.reason = pick(step, 6, 2) == 0 ? "" : "no";
                asked.subject = "S" + std::to_string(step);
                asked.body = pick(step, 7, 5) == 0 ? "{{x}}" : "B" + std::to_string(step);
                const auto result = desk.apply(p, asked, at);
                if (result) {
                    QVERIFY(asked.person == "ana" || asked.person == "ben" || asked.person == "adm");
                    QVERIFY(waitsForPerson(before.state));
                    QVERIFY(at < before.deadline);
                    p = *result;
                    if (asked.kind == CommandKind::Approve) {
                        QCOMPARE(before.claimedBy, asked.person);
                        QVERIFY(at < before.lockUntil);
                        approvedBytes.insert(asked.person + " " + p.subject + " " + p.body);
                    }
                }
            }
            seen.insert(p.state);
            if (!waitsForPerson(before.state) && before.state != ProposalState::Approved)
                QVERIFY(p == before); // what is decided, expired or voided stays
            if (p.state == ProposalState::Approved || p.state == ProposalState::Dispatched) {
                const auto gave = [&](const std::string& who) {
                    return approvedBytes.contains(who + " " + p.subject + " " + p.body);
                };
                QVERIFY(gave(p.firstApprover)); // this very text
                QCOMPARE(fourEyes, !p.secondApprover.empty());
                QVERIFY(!fourEyes || (gave(p.secondApprover) && p.secondApprover != p.firstApprover));
                QVERIFY(p.body.find("{{") == std::string::npos);
            }
        }
        dispatched += p.state == ProposalState::Dispatched ? 1 : 0;
        four += p.state == ProposalState::Dispatched && fourEyes ? 1 : 0;
    }
    QVERIFY(dispatched > 100 && four > 20); // the walks reach what they are about
    for (const ProposalState state :
         {ProposalState::Claimed, ProposalState::SecondNeeded, ProposalState::Approved, ProposalState::Dispatched,
          ProposalState::Rejected, ProposalState::Voided, ProposalState::Expired})
        QVERIFY2(seen.contains(state), std::string(nameOf(state)).c_str());
}
