#include "engine/engine_tests.h"
#include "engine/world.h"

#include <QTest>

using namespace wayreeve;
using governance::CommandKind;
using governance::ProposalState;

namespace {

/// A flight that is cancelled at 09:35Z on a Tuesday leads to "rebook" and, once that stands, "tell". The run's epochs
/// end at every quarter of an hour.
struct Rebooking {
    std::shared_ptr<const engine::Program> program;
    world::Script script;

    explicit Rebooking(documents::Risk risk, bool withRebook = true) {
        documents::Action rebook = world::operation("rebook");
        rebook.baseRisk = risk; // high: a person agrees, within half an hour
        documents::Action tell = world::operation("tell");
        tell.after = "rebook";
        auto demo = withRebook ? world::drawnActions("Flight Cancelled", {rebook, tell})
                               : world::drawnActions("Flight Cancelled", {tell});
        if (!withRebook) {
            auto catalogue = std::make_shared<documents::ActionCatalogue>(*demo->actions);
            catalogue->actions.push_back(rebook);
            demo->actions = catalogue;
        }
        program = world::compile(demo);
        script.start = {1'772'530'200'000}; // 2026-03-03T09:30:00Z
        script.events = {{Duration::minutes(5), "Flight Cancelled", {}}};
    }

    [[nodiscard]] world::Kept play() const { return world::play(program, script); }

    /// "rebook 09:45, tell 10:00": what went out, in order.
    [[nodiscard]] QString sent(const world::Kept& kept) const {
        QStringList words;
        for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch)) {
            const auto record = audit::decodeDispatch(entry);
            words << QString::fromStdString(program->symbols.name(record->dispatch.action) + " " +
                                            formatInstant(entry.time).substr(11, 5));
        }
        return words.join(QStringLiteral(", "));
    }
    /// "tell after-failed": what a kind of entry ended, and why.
    [[nodiscard]] QString ended(const world::Kept& kept, audit::EntryKind kind) const {
        QStringList words;
        for (const audit::Entry& entry : kept.entries(kind)) {
            const auto record = audit::decodeProposal(entry);
            QString line =
                QString::fromStdString(program->symbols.name(kept.proposal(record->proposal).candidate.action));
            for (const Sym reason : record->reasons)
                line += QLatin1Char(' ') + QString::fromStdString(program->symbols.name(reason));
            words << line;
        }
        return words.join(QStringLiteral(", "));
    }
};

std::vector<governance::Command> commands(const governance::Proposal& proposal, CommandKind verdict) {
    governance::Command claim{CommandKind::Claim, proposal.number, "mei", {}, {}, {}};
    governance::Command decide{verdict, proposal.number, "mei", "no-seat", {}, {}};
    return {claim, decide};
}

} // namespace

void AfterTests::waitsForTheDispatch() {
    const Rebooking rebooking(documents::Risk::Low);
    const world::Kept kept = rebooking.play();
    const auto drawn = kept.entries(audit::EntryKind::DrawnAction);
    QCOMPARE(drawn.size(), std::size_t{2});
    QCOMPARE(audit::decodeDrawn(drawn[0])->ruling.kind, governance::RulingKind::Execute);
    const auto tell = audit::decodeDrawn(drawn[1]);
    QCOMPARE(tell->ruling.kind, governance::RulingKind::Hold);
    QCOMPARE(rebooking.program->symbols.name(tell->ruling.heldBy), std::string("rebook"));
    QCOMPARE(formatInstant(tell->ruling.holdUntil), std::string("2026-03-04T09:35:00Z"));
    QCOMPARE(rebooking.sent(kept), QStringLiteral("rebook 09:45, tell 10:00"));
    // A receiver that refuses the one is not told the other: the outbox knows which it is.
    const auto dispatches = kept.entries(audit::EntryKind::Dispatch);
    QCOMPARE(audit::decodeDispatch(dispatches[0])->dispatch.after, std::uint64_t{0});
    QCOMPARE(audit::decodeDispatch(dispatches[1])->dispatch.after, audit::keyOf(0, 1));
    QCOMPARE(kept.summary.approvals, (std::map<std::string, std::uint64_t>{{"dispatched", 1}}));
}

void AfterTests::waitsForTheApproval() {
    Rebooking rebooking(documents::Risk::High);
    rebooking.script.people = [](const governance::Proposal& proposal, Instant end) {
        return end.ms >= 1'772'531'100'000 + 900'000 ? commands(proposal, CommandKind::Approve) // 10:00
                                                     : std::vector<governance::Command>();
    };
    const world::Kept kept = rebooking.play();
    QCOMPARE(rebooking.sent(kept), QStringLiteral("rebook 10:15, tell 10:30"));
    QCOMPARE(kept.summary.approvals, (std::map<std::string, std::uint64_t>{{"approved", 1}, {"dispatched", 1}}));
}

void AfterTests::endsWithTheOther_data() {
    QTest::addColumn<bool>("rejected");
    QTest::addColumn<QString>("first");
    QTest::newRow("rejected") << true << QStringLiteral("");
    QTest::newRow("expired") << false << QStringLiteral("rebook expired");
}

void AfterTests::endsWithTheOther() {
    QFETCH(bool, rejected);
    QFETCH(QString, first);
    Rebooking rebooking(documents::Risk::High);
    if (rejected)
        rebooking.script.people = [](const governance::Proposal& proposal, Instant) {
            return commands(proposal, CommandKind::Reject);
        };
    const world::Kept kept = rebooking.play();
    QCOMPARE(rebooking.ended(kept, audit::EntryKind::Expiry), first);
    QCOMPARE(rebooking.ended(kept, audit::EntryKind::Void), QStringLiteral("tell after-failed"));
    // A high-risk item that nobody answers may be handed to a person; neither of the two goes out.
    QVERIFY2(!rebooking.sent(kept).contains("tell") && !rebooking.sent(kept).contains("rebook"),
             qPrintable(rebooking.sent(kept)));
}

void AfterTests::waitsInVain() {
    const Rebooking rebooking(documents::Risk::Low, false);
    const world::Kept kept = rebooking.play();
    QCOMPARE(rebooking.sent(kept), QString());
    QCOMPARE(rebooking.ended(kept, audit::EntryKind::Discard), QStringLiteral("tell held-too-long"));
    QCOMPARE(formatInstant(kept.entries(audit::EntryKind::Discard)[0].time), std::string("2026-03-04T09:35:00Z"));
}

void AfterTests::followsAtTheStoppedClock() {
    Rebooking rebooking(documents::Risk::High);
    rebooking.script.days = 1;
    rebooking.script.events[0].at = Duration::hours(23) + Duration::minutes(50); // still waits when the run ends
    const world::Kept before = rebooking.play();
    QCOMPARE(before.summary.approvals, (std::map<std::string, std::uint64_t>{{"held", 1}, {"waiting", 1}}));
    for (const audit::Batch& batch : before.batches)
        for (const governance::Proposal& proposal : batch.proposals)
            if (proposal.state == ProposalState::Proposed)
                rebooking.script.afterEnd = commands(proposal, CommandKind::Approve);
    const world::Kept kept = rebooking.play();
    QCOMPARE(rebooking.sent(kept), QStringLiteral("rebook 09:30, tell 09:30"));
}
