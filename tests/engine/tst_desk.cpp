#include "engine/desk.h"
#include "engine/engine_tests.h"
#include "engine/world.h"

#include <QTest>

using namespace wayreeve;
using governance::CommandKind;
using governance::ProposalState;

namespace {

constexpr Instant monday{1'772'442'000'000}; // 2026-03-02T09:00:00Z

/// A complaint raises the drawn reminder of ten days later to medium risk: one person agrees, within an hour. The
/// reminder falls due four hours after the cart.
world::Script complainer(Duration cartAt = Duration::days(10)) {
    world::Script script;
    script.start = monday;
    script.days = 12;
    script.events = {
        {Duration::minutes(0), "identify",
         world::object({{"first_name", Value("Kasia")}, {"email", Value("kasia@example.com")}})},
        {Duration::minutes(0), "consent",
         world::object({{"purpose", Value("marketing")}, {"channel", Value("email")}, {"granted", Value(true)}})},
        {Duration::minutes(1), "Complaint Filed", world::object({{"topic", Value("delivery")}})},
        {cartAt, "Cart Abandoned",
         world::object({{"value", Value(70)},
                        {"margin", Value(*Decimal::parse("0.4"))},
                        {"stock", Value(8)},
                        {"on_sale", Value(false)},
                        {"product", Value("the Alma boots")}})}};
    return script;
}

struct Desk {
    std::shared_ptr<const engine::Program> program = world::compile(world::load("demo"));
    Sym reminder = program->symbols.find("cart-reminder");

    /// Plays the script with people who get every waiting reminder once.
    world::Kept play(world::Script script,
                     std::function<std::vector<governance::Command>(const governance::Proposal&)> once,
                     Instant notBefore = {0}) {
        auto asked = std::make_shared<bool>(false);
        script.people = [=, this](const governance::Proposal& proposal, Instant end) {
            if (*asked || proposal.candidate.action != reminder || end < notBefore)
                return std::vector<governance::Command>();
            *asked = true;
            seen = proposal;
            return once(proposal);
        };
        return world::play(program, script);
    }
    governance::Proposal seen; ///< as the people found it

    std::vector<execution::Dispatch> sent(const world::Kept& kept) const {
        std::vector<execution::Dispatch> all;
        for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch))
            if (auto record = audit::decodeDispatch(entry); record->dispatch.action == reminder)
                all.push_back(record->dispatch);
        return all;
    }
    /// "claim mei, approve mei": what the run took in.
    QString taken(const world::Kept& kept) const {
        QStringList words;
        for (const audit::Entry& entry : kept.entries())
            if (entry.kind >= audit::EntryKind::Claim && entry.kind <= audit::EntryKind::Verdict) {
                const auto record = audit::decodePerson(entry);
                const std::string_view kind = audit::nameOf(entry.kind);
                words << QString::fromStdString(record->verdict.empty() ? std::string(kind) : record->verdict) +
                             QLatin1Char(' ') + QString::fromStdString(record->person);
            }
        return words.join(QStringLiteral(", "));
    }
    /// The states in which proposals for the reminder ended up, by "void", "expiry" … entries.
    std::vector<audit::ProposalRecord> ended(const world::Kept& kept, audit::EntryKind kind) const {
        std::vector<audit::ProposalRecord> records;
        for (const audit::Entry& entry : kept.entries(kind))
            if (auto record = audit::decodeProposal(entry); record->proposal == seen.number)
                records.push_back(*record);
        return records;
    }
};

governance::Command command(CommandKind kind, const governance::Proposal& proposal, const std::string& person) {
    governance::Command made;
    made.kind = kind;
    made.proposal = proposal.number;
    made.person = person;
    return made;
}

std::vector<governance::Command> claimAndApprove(const governance::Proposal& proposal, const std::string& person) {
    return {command(CommandKind::Claim, proposal, person), command(CommandKind::Approve, proposal, person)};
}

} // namespace

void DeskTests::approvedGoesOut() {
    Desk desk;
    const auto kept = desk.play(complainer(), [](const auto& p) { return claimAndApprove(p, "mei"); });
    QCOMPARE(desk.seen.state, ProposalState::Proposed);
    QCOMPARE(desk.seen.candidate.risk, documents::Risk::Medium);
    QCOMPARE(desk.taken(kept), QStringLiteral("claim mei, approve mei"));
    const auto sent = desk.sent(kept);
    QCOMPARE(sent.size(), std::size_t{1});
    QCOMPARE(sent[0].body, desk.seen.body);
    QCOMPARE(sent[0].subject, desk.seen.subject);
    QCOMPARE(sent[0].decision, desk.seen.decision);
    // Due on Thursday the 12th at 13:00Z; who looks at 13:15Z sees what was there before, so it is seen at 13:30Z and
    // goes out with the epoch after.
    QCOMPARE(formatInstant(sent[0].at), std::string("2026-03-12T13:45:00Z"));
    QVERIFY(kept.summary.approvals.contains("approved"));
    QCOMPARE(kept.summary.approvals.at("approved"), std::uint64_t{1});
}

void DeskTests::viewerIsRefused() {
    Desk desk;
    const auto kept = desk.play(complainer(), [](const auto& p) {
        auto commands = claimAndApprove(p, "omar");  // a viewer
        for (const char* other : {"ines", "nobody"}) // a designer, and a stranger
            for (const auto& one : claimAndApprove(p, other))
                commands.push_back(one);
        commands.push_back(command(CommandKind::Approve, p, "mei")); // without a claim
        return commands;
    });
    QCOMPARE(desk.taken(kept), QString());
    QVERIFY(desk.sent(kept).empty());
}

void DeskTests::fourEyesNeedTwo() {
    // The row that rules the reminder asks for two.
    auto demo = world::load("demo");
    auto matrix = std::make_shared<documents::AutonomyMatrix>(*demo->autonomy);
    for (documents::AutonomyRow& row : matrix->rows)
        if (row.id == "marketing-email")
            row.cells[static_cast<std::size_t>(documents::Risk::Medium)]->approval = documents::Approval::FourEyes;
    demo->autonomy = matrix;
    const world::Script script = complainer();
    Desk desk;
    desk.program = world::compile(demo);
    const auto one = desk.play(script, [](const auto& p) {
        auto commands = claimAndApprove(p, "mei");
        for (const auto& again : claimAndApprove(p, "mei"))
            commands.push_back(again);
        return commands;
    });
    QCOMPARE(desk.seen.ruling.rule.approval, documents::Approval::FourEyes);
    QCOMPARE(desk.taken(one), QStringLiteral("claim mei, approve mei"));
    QVERIFY(desk.sent(one).empty());

    const auto two = desk.play(script, [](const auto& p) {
        auto commands = claimAndApprove(p, "mei");
        for (const auto& again : claimAndApprove(p, "lucia"))
            commands.push_back(again);
        return commands;
    });
    QCOMPARE(desk.taken(two), QStringLiteral("claim mei, approve mei, claim lucia, approve lucia"));
    QCOMPARE(desk.sent(two).size(), std::size_t{1});
}

void DeskTests::rejectNeedsAReason() {
    Desk desk;
    const auto silent = desk.play(complainer(), [](const auto& p) {
        return std::vector{command(CommandKind::Claim, p, "mei"), command(CommandKind::Reject, p, "mei")};
    });
    QCOMPARE(desk.taken(silent), QStringLiteral("claim mei"));

    const auto reasoned = desk.play(complainer(), [](const auto& p) {
        auto reject = command(CommandKind::Reject, p, "mei");
        reject.reason = "not-now";
        return std::vector{command(CommandKind::Claim, p, "mei"), reject};
    });
    QCOMPARE(desk.taken(reasoned), QStringLiteral("claim mei, reject mei"));
    QVERIFY(desk.sent(reasoned).empty());
    const auto verdicts = reasoned.entries(audit::EntryKind::Verdict);
    QCOMPARE(audit::decodePerson(verdicts.at(0))->reason, std::string("not-now"));
    QCOMPARE(audit::decodePerson(verdicts.at(0))->state, ProposalState::Rejected);
}

void DeskTests::editedTextGoesOut() {
    Desk desk;
    const auto kept = desk.play(complainer(), [](const auto& p) {
        auto edit = command(CommandKind::Edit, p, "mei");
        edit.subject = p.subject;
        edit.body = p.body + "\nSee you soon.";
        return std::vector{command(CommandKind::Claim, p, "mei"), edit, command(CommandKind::Approve, p, "mei")};
    });
    QCOMPARE(desk.taken(kept), QStringLiteral("claim mei, edit mei, approve mei"));
    QCOMPARE(desk.sent(kept).size(), std::size_t{1});
    QCOMPARE(desk.sent(kept)[0].body, desk.seen.body + "\nSee you soon.");
}

namespace {

/// The reminder falls due at 19:40 in Berlin and is approved at 20:15: nights are quiet until 09:00.
world::Script evening() {
    return complainer(Duration::days(10) + Duration::hours(5) + Duration::minutes(40));
}
constexpr Instant quarterPastEight{1'773'342'900'000}; // 2026-03-12T19:15:00Z

} // namespace

void DeskTests::nightHolds() {
    Desk desk;
    const auto kept = desk.play(
        evening(), [](const auto& p) { return claimAndApprove(p, "mei"); }, quarterPastEight);
    QCOMPARE(desk.taken(kept), QStringLiteral("claim mei, approve mei"));
    const auto sent = desk.sent(kept);
    QCOMPARE(sent.size(), std::size_t{1});
    QVERIFY(formatInstant(sent[0].at) >= std::string("2026-03-13T08:00:00Z"));
    QVERIFY(formatInstant(sent[0].at) <= std::string("2026-03-13T08:15:00Z"));
}

void DeskTests::withdrawnConsentVoids() {
    world::Script script = evening();
    script.events.push_back(
        {Duration::days(10) + Duration::hours(14), "consent",
         world::object({{"purpose", Value("marketing")}, {"channel", Value("email")}, {"granted", Value(false)}})});
    Desk desk;
    const auto kept = desk.play(
        script, [](const auto& p) { return claimAndApprove(p, "mei"); }, quarterPastEight);
    QCOMPARE(desk.taken(kept), QStringLiteral("claim mei, approve mei"));
    QVERIFY(desk.sent(kept).empty());
    const auto voided = desk.ended(kept, audit::EntryKind::Void);
    QCOMPARE(voided.size(), std::size_t{1});
    QCOMPARE(voided[0].state, ProposalState::Voided);
    QCOMPARE(voided[0].reasons, std::vector<Sym>{desk.program->symbols.find("consent")});
}

void DeskTests::deadlineExpires() {
    Desk desk;
    const auto kept = desk.play(complainer(), [](const auto&) { return std::vector<governance::Command>(); });
    QVERIFY(desk.seen.number != 0);
    QCOMPARE(formatInstant(desk.seen.deadline), std::string("2026-03-12T14:00:00Z")); // an hour after 13:00Z
    const auto expired = desk.ended(kept, audit::EntryKind::Expiry);
    QCOMPARE(expired.size(), std::size_t{1});
    QCOMPARE(expired[0].state, ProposalState::Expired);
    QVERIFY(desk.sent(kept).empty());
}

void DeskTests::commandTexts() {
    governance::Command edit;
    edit.kind = CommandKind::Edit;
    edit.proposal = 0xFFFF'FFFF'FFFF'FFFFULL;
    edit.person = "mei";
    edit.reason = "a \"reason\"";
    edit.subject = "Größe?";
    edit.body = "one\ntwo";
    const auto back = engine::commandFromJson(engine::commandJson(edit));
    QVERIFY(back.ok());
    QVERIFY(*back == edit);
    for (const char* damaged :
         {"", "{}", "[]", "null", R"({"command":"approve"})", R"({"command":"crown","proposal":"1","person":"mei"})",
          R"({"command":"approve","proposal":"1x","person":"mei"})",
          R"({"command":"approve","proposal":"-1","person":"mei"})",
          R"({"command":"approve","proposal":"99999999999999999999","person":"mei"})"}) {
        const auto refused = engine::commandFromJson(damaged);
        QVERIFY2(!refused.ok(), damaged);
        QCOMPARE(refused.error().code, std::string("command.damaged"));
    }
}
