#include "governance/governance_tests.h"
#include "governance/world.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::documents;
using governance::Ruling;
using governance::RulingKind;
using governance::RulingRequest;

namespace {

constexpr Instant noon{1'000'000};
constexpr Instant morning{5'000'000};

Action action(const char* id, Risk risk, Reversibility reversibility, bool internal = false) {
    Action made;
    made.id = id;
    made.baseRisk = risk;
    made.reversibility = reversibility;
    made.internal = internal;
    return made;
}

void fill(World& world) {
    world.matrix = shippedMatrix();
    world.actions.actions = {action("remind", Risk::Low, Reversibility::Reversible),
                             action("mail", Risk::Low, Reversibility::Costly),
                             action("refund", Risk::Medium, Reversibility::Costly),
                             action("advise", Risk::Medium, Reversibility::Costly, true),
                             action("delete_account", Risk::High, Reversibility::Irreversible)};
    world.close();
}

planning::Candidate candidateOf(const World& world, const char* id) {
    planning::Candidate candidate;
    candidate.action = world.symbols.find(id);
    return candidate;
}

Ruling ruled(RulingKind kind, AutonomyLevel level, Approval approval) {
    Ruling ruling;
    ruling.kind = kind;
    ruling.rule.level = level;
    ruling.rule.approval = approval;
    return ruling;
}

} // namespace

void GovernorTest::precedence_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("gated");
    QTest::addColumn<bool>("suggestOnly");
    QTest::addColumn<bool>("quiet");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("held");
    QTest::newRow("executes") << "remind" << false << false << false << 0.9 << "execute" << false;
    QTest::newRow("quiet hours hold") << "remind" << false << false << true << 0.9 << "hold" << true;
    QTest::newRow("an exception queues, also at night") << "remind" << false << false << true << 0.5 << "queue" << true;
    QTest::newRow("assisted queues, also at night") << "refund" << false << false << true << 0.9 << "queue" << true;
    QTest::newRow("assisted queues by day") << "refund" << false << false << false << 0.9 << "queue" << false;
    QTest::newRow("internal advice is suggested") << "advise" << false << false << false << 0.9 << "suggest" << false;
    QTest::newRow("the agent only suggests") << "remind" << false << true << false << 0.9 << "suggest" << false;
    QTest::newRow("the agent only suggests, unsure") << "remind" << false << true << true << 0.1 << "queue" << true;
    QTest::newRow("the agent only suggests, assisted") << "refund" << false << true << false << 0.9 << "queue" << false;
    QTest::newRow("the agent only suggests, assisted, internal")
        << "advise" << false << true << false << 0.9 << "suggest" << false;
    QTest::newRow("a gate refuses") << "remind" << true << false << false << 0.9 << "refuse" << false;
    QTest::newRow("a gate refuses before all else") << "refund" << true << true << true << 0.1 << "refuse" << false;
}

void GovernorTest::precedence() {
    QFETCH(QString, action);
    QFETCH(bool, gated);
    QFETCH(bool, suggestOnly);
    QFETCH(bool, quiet);
    QFETCH(double, confidence);
    QFETCH(QString, kind);
    QFETCH(bool, held);
    World world;
    fill(world);
    planning::Candidate candidate = candidateOf(world, qPrintable(action));
    candidate.gate = gated ? planning::Gate::HardConstraint : planning::Gate::Chosen;
    RulingRequest request;
    request.candidate = &candidate;
    request.confidence = confidence;
    request.suggestOnly = suggestOnly;
    request.now = noon;
    request.allowedFrom = quiet ? morning : noon;
    request.heldBy = quiet ? 7 : 0;
    const Ruling ruling = world.rule(request, world.calmFacts());
    QCOMPARE(QString::fromStdString(std::string(nameOf(ruling.kind))), kind);
    QCOMPARE(ruling.holdUntil, held ? morning : Instant{});
    QCOMPARE(ruling.heldBy, held ? 7U : 0U);
}

void GovernorTest::waitIsExecuted() {
    World world;
    fill(world);
    const planning::Candidate wait;
    RulingRequest request;
    request.candidate = &wait;
    request.confidence = 0;
    request.suggestOnly = true;
    request.now = noon;
    request.allowedFrom = morning;
    Ruling expected;
    expected.kind = RulingKind::Execute;
    QVERIFY(world.rule(request, world.calmFacts()) == expected);
}

void GovernorTest::unknownActionIsRefused() {
    World world;
    fill(world);
    planning::Candidate candidate;
    candidate.action = world.symbols.intern("nobodys");
    RulingRequest request;
    request.candidate = &candidate;
    QCOMPARE(world.rule(request, world.calmFacts()).kind, RulingKind::Refuse);
}

void GovernorTest::missingCellMeansAssisted() {
    World world;
    fill(world);
    world.matrix.grid[0][0].reset();
    world.close();
    const planning::Candidate candidate = candidateOf(world, "remind");
    RulingRequest request;
    request.candidate = &candidate;
    const Ruling ruling = world.rule(request, world.calmFacts());
    QCOMPARE(ruling.kind, RulingKind::Queue);
    QCOMPARE(ruling.rule.level, AutonomyLevel::Assisted);
    QCOMPARE(ruling.rule.approval, Approval::OnePerson);
    QCOMPARE(world.symbols.name(ruling.cell), std::string("missing"));
}

void GovernorTest::whatCannotBeEvaluatedApplies() {
    World world;
    fill(world);
    const planning::Candidate candidate = candidateOf(world, "remind");
    RulingRequest request;
    request.candidate = &candidate;
    perception::Facts facts = world.calmFacts();
    world.set(facts, "action.amount", Value());
    world.set(facts, "frustrated_again", Value());
    Ruling ruling = world.rule(request, facts);
    QCOMPARE(ruling.risk, Risk::Medium);
    QCOMPARE(ruling.raisedBy, std::vector<Sym>{world.symbols.find("amount")});
    QCOMPARE(ruling.kind, RulingKind::Queue);
    QCOMPARE(ruling.exceptions, std::vector<Sym>{world.symbols.find("frustrated-again")});

    facts = world.calmFacts(); // a budget is known, what it costs is not
    world.set(facts, "budget_left", 5);
    world.set(facts, "action.cost", Value());
    ruling = world.rule(request, facts);
    QCOMPARE(ruling.exceptions, std::vector<Sym>{world.symbols.find("over-budget")});

    world.matrix.raises = {{"broken", "no_such_name > 1", 2}}; // cannot even be compiled
    world.matrix.exceptions.clear();
    world.close();
    ruling = world.rule(request, world.calmFacts());
    QCOMPARE(ruling.risk, Risk::High);
}

void GovernorTest::doubtfulRowsOnlyMakeStricter() {
    World world;
    fill(world);
    world.matrix.raises.clear();
    world.matrix.exceptions.clear();
    AutonomyRow loose, strict;
    loose.id = "loose";
    loose.when = strict.when = "customer.vulnerable";
    loose.cells[0] = cellOf(AutonomyLevel::Autonomous, 240);
    strict.id = "strict";
    strict.cells[0] = cellOf(AutonomyLevel::Assisted, 240);
    const planning::Candidate candidate = candidateOf(world, "mail"); // low, costly: supervised by the grid
    RulingRequest request;
    request.candidate = &candidate;
    const auto cell = [&](const AutonomyRow& row, const Value& vulnerable) {
        world.matrix.rows = {row};
        world.close();
        perception::Facts facts = world.calmFacts();
        world.set(facts, "customer.vulnerable", vulnerable);
        return world.symbols.name(world.rule(request, facts).cell);
    };
    QCOMPARE(cell(loose, true), std::string("loose.low"));
    QCOMPARE(cell(loose, false), std::string("low.costly"));
    QCOMPARE(cell(loose, Value()), std::string("low.costly"));
    QCOMPARE(cell(strict, true), std::string("strict.low"));
    QCOMPARE(cell(strict, false), std::string("low.costly"));
    QCOMPARE(cell(strict, Value()), std::string("strict.low"));
}

void GovernorTest::drawnActionsHaveNoConfidence() {
    World world;
    fill(world);
    const planning::Candidate candidate = candidateOf(world, "remind");
    RulingRequest request;
    request.candidate = &candidate;
    request.confidence = 0.1;
    QCOMPARE(world.rule(request, world.calmFacts()).kind, RulingKind::Queue);
    request.drawn = true;
    QCOMPARE(world.rule(request, world.calmFacts()).kind, RulingKind::Execute);
    perception::Facts facts = world.calmFacts();
    world.set(facts, "customer.compliance_flag", true); // other conditions do
    QCOMPARE(world.rule(request, facts).kind, RulingKind::Queue);
}

void GovernorTest::reviewSampleIsDrawnAtTheCellsRate() {
    World world;
    fill(world);
    const auto sampled = [&](const char* id, double confidence) {
        const planning::Candidate candidate = candidateOf(world, id);
        RulingRequest request;
        request.candidate = &candidate;
        request.confidence = confidence;
        int count = 0;
        for (request.subject = 0; request.subject < 20'000; ++request.subject)
            count += world.rule(request, world.calmFacts()).reviewSampled ? 1 : 0;
        return count;
    };
    // 20,000 draws; the limits are five standard deviations: √(n·p·(1−p)) = 42.4 and 14.1.
    const int supervised = sampled("mail", 0.9), autonomous = sampled("remind", 0.9);
    QVERIFY2(std::abs(supervised - 2000) < 212, qPrintable(QString::number(supervised)));
    QVERIFY2(std::abs(autonomous - 200) < 71, qPrintable(QString::number(autonomous)));
    QCOMPARE(sampled("mail", 0.1), 0);   // queued: a person looks at it anyway
    QCOMPARE(sampled("refund", 0.9), 0); // assisted
}

void GovernorTest::stricter_data() {
    QTest::addColumn<int>("nowKind");
    QTest::addColumn<int>("nowLevel");
    QTest::addColumn<bool>("nowFour");
    QTest::addColumn<int>("thenKind");
    QTest::addColumn<int>("thenLevel");
    QTest::addColumn<bool>("thenFour");
    QTest::addColumn<bool>("stricter");
    constexpr int refuse = 0, queue = 1, suggest = 2, hold = 3, execute = 4;
    constexpr int assisted = 0, supervised = 1, autonomous = 2;
    QTest::newRow("same") << execute << autonomous << false << execute << autonomous << false << false;
    QTest::newRow("refused now") << refuse << autonomous << false << execute << autonomous << false << true;
    QTest::newRow("queued now") << queue << supervised << false << execute << supervised << false << true;
    QTest::newRow("suggested now") << suggest << supervised << false << execute << supervised << false << true;
    QTest::newRow("held now") << hold << supervised << false << execute << supervised << false << false;
    QTest::newRow("held then") << execute << supervised << false << hold << supervised << false << false;
    QTest::newRow("refused now, held then") << refuse << supervised << false << hold << supervised << false << true;
    QTest::newRow("approved, executes now") << execute << assisted << false << queue << assisted << false << false;
    QTest::newRow("approved, queues again") << queue << assisted << false << queue << assisted << false << false;
    QTest::newRow("approved by one, four eyes now") << queue << assisted << true << queue << assisted << false << true;
    QTest::newRow("approved by two, one enough now")
        << queue << assisted << false << queue << assisted << true << false;
    QTest::newRow("four eyes of a cell that executes")
        << execute << supervised << true << execute << supervised << false << false;
    QTest::newRow("lower level") << execute << supervised << false << execute << autonomous << false << true;
    QTest::newRow("higher level") << execute << autonomous << false << execute << supervised << false << false;
    QTest::newRow("assisted now, exception then") << queue << assisted << false << queue << supervised << false << true;
}

void GovernorTest::stricter() {
    QFETCH(int, nowKind);
    QFETCH(int, nowLevel);
    QFETCH(bool, nowFour);
    QFETCH(int, thenKind);
    QFETCH(int, thenLevel);
    QFETCH(bool, thenFour);
    const auto made = [](int kind, int level, bool four) {
        return ruled(static_cast<RulingKind>(kind), static_cast<AutonomyLevel>(level),
                     four ? Approval::FourEyes : Approval::OnePerson);
    };
    QTEST(governance::Governor::isStricter(made(nowKind, nowLevel, nowFour), made(thenKind, thenLevel, thenFour)),
          "stricter");
}
