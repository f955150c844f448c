#include "engine/plan_tests.h"
#include "engine/world.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace wayreeve;
using planning::Gate;

namespace {

/// One choice of a plan: of a contact slot, or of an agent's operations.
bool isOf(const planning::Candidate& candidate, const planning::SlotChoice& choice) {
    return candidate.slot == choice.slot && (choice.agent == 0 || candidate.agent == choice.agent);
}

} // namespace

/// Over all decisions of a simulated run: every choice could have waited, every candidate that is out names the gate
/// and what closed it, every one that stayed in is scored, and its parts make its priority.
void PlanTests::everyCandidateIsAccountedFor() {
    std::map<Gate, int> gates;
    std::size_t choices = 0, answered = 0;
    for (const char* name : {"demo", "templates/travel-disruption", "templates/saas-renewal"}) {
        const auto program = world::compile(world::load(name));
        const world::Kept kept = world::simulate(program, 60, 6, 2);
        for (const audit::Entry& entry : kept.entries(audit::EntryKind::Decision)) {
            const auto record = audit::decodeDecision(entry);
            const planning::Plan& plan = record->plan;
            for (const planning::SlotChoice& choice : plan.choices) {
                ++choices;
                double sum = 0;
                int waits = 0;
                for (const planning::Candidate& one : plan.candidates)
                    if (isOf(one, choice)) {
                        sum += one.score.probability;
                        waits += one.action == 0 && one.gate >= Gate::Stayed ? 1 : 0;
                    }
                QVERIFY2(waits >= 1, name);
                QVERIFY(std::fabs(sum - 1.0) < 1e-9);
            }
            for (const planning::Candidate& one : plan.candidates) {
                ++gates[one.gate];
                if (one.gate < Gate::Stayed) {
                    QVERIFY2(one.action != 0, "a wait was removed");
                    QVERIFY(one.removedBy != 0 && !program->symbols.name(one.removedBy).empty());
                } else {
                    QCOMPARE(one.removedBy, Sym{0});
                    QVERIFY(one.scored);
                }
                if (!one.scored)
                    continue;
                const planning::ScoreParts& s = one.score;
                double priority = s.outcome * s.fatigue * s.context * s.value * s.lever - s.cost;
                for (const planning::Penalty& penalty : s.penalties)
                    priority -= penalty.amount;
                QVERIFY(std::fabs(priority - s.harm - s.priority) < 1e-9);
                answered += s.answers.size();
                for (const planning::Answer& answer : s.answers)
                    QVERIFY(answer.amount > 0 && answer.amount <= 1 && s.context >= std::min(0.5 + answer.amount, 3.0));
            }
        }
    }
    QVERIFY2(choices > 500, qPrintable(QString::number(choices)));
    QVERIFY2(answered > 20, qPrintable(QString::number(answered)));
    for (const Gate gate : {Gate::Eligibility, Gate::Applicability, Gate::Suitability, Gate::HardConstraint, Gate::Cap,
                            Gate::Stayed, Gate::Chosen})
        QVERIFY2(gates[gate] > 0, std::string(planning::nameOf(gate)).c_str());
}

/// Over whole decisions of whole runs, not the choice alone: what was chosen against the probabilities that were
/// logged. Given what came before, each choice is drawn by itself, so the differences add up to nothing but their
/// spread.
void PlanTests::drawnAsLogged() {
    struct Bin {
        double chosen = 0, expected = 0, variance = 0;
        std::size_t candidates = 0;
    };
    constexpr int bins = 10;
    std::map<std::string, std::array<Bin, bins>> byArm;
    std::map<std::string, Bin> leaders;
    std::size_t drawn = 0;
    for (const char* name : {"demo", "templates/saas-renewal", "templates/travel-disruption"}) {
        const auto program = world::compile(world::load(name));
        const world::Kept kept = world::simulate(program, 2000, 10, 2);
        for (const audit::Entry& entry : kept.entries(audit::EntryKind::Decision)) {
            const auto record = audit::decodeDecision(entry);
            const std::string arm = record->arm == documents::Arm::Control ? "control" : "agentic";
            const planning::Plan& plan = record->plan;
            for (const planning::SlotChoice& choice : plan.choices) {
                if (choice.forced || choice.probability == 1)
                    continue;
                ++drawn;
                for (std::size_t i = 0; i < plan.candidates.size(); ++i) {
                    const planning::Candidate& one = plan.candidates[i];
                    const double p = one.score.probability;
                    if (!isOf(one, choice) || one.gate < Gate::Stayed || p <= 0)
                        continue;
                    const auto add = [&](Bin& bin) {
                        bin.chosen += i == choice.chosen ? 1 : 0;
                        bin.expected += p;
                        bin.variance += p * (1 - p);
                        ++bin.candidates;
                    };
                    add(byArm[arm][static_cast<std::size_t>(std::min(p * bins, bins - 1.0))]);
                    if (i == choice.leader)
                        add(leaders[arm]);
                }
            }
        }
    }
    QVERIFY2(drawn > 5000, qPrintable(QString::number(drawn)));
    const auto fair = [](const Bin& bin, const std::string& what) {
        const double z = (bin.chosen - bin.expected) / std::sqrt(std::max(bin.variance, 1e-9));
        QVERIFY2(std::fabs(z) < 4, qPrintable(QString("%1: %2 chosen of %3, %4 expected, z %5")
                                                  .arg(QString::fromStdString(what))
                                                  .arg(bin.chosen)
                                                  .arg(bin.candidates)
                                                  .arg(bin.expected)
                                                  .arg(z)));
    };
    for (const auto& [arm, bin] : leaders)
        fair(bin, arm + ", leaders");
    for (const auto& [arm, row] : byArm)
        for (std::size_t i = 0; i < row.size(); ++i)
            if (row[i].variance > 5)
                fair(row[i], arm + ", bin " + std::to_string(i));
    QVERIFY(leaders.contains("control") && leaders.contains("agentic"));
    // A hundredth that went to the others would be seen.
    const Bin& leading = leaders["agentic"];
    QVERIFY2(0.01 * static_cast<double>(leading.candidates) / std::sqrt(leading.variance) > 4,
             qPrintable(QString("%1 choices, variance %2").arg(leading.candidates).arg(leading.variance)));
}

void PlanTests::expiryGivesBack_data() {
    QTest::addColumn<QString>("what");
    QTest::newRow("money") << "money";
    QTest::newRow("people's hours") << "hours";
    QTest::newRow("a cap") << "cap";
}

/// What waits for a person is reserved; where nobody answers in time it is free again for the next.
void PlanTests::expiryGivesBack() {
    QFETCH(QString, what);
    documents::Action act = world::operation("act");
    act.baseRisk = documents::Risk::Medium; // assisted, one person, within the hour, then nothing
    act.reversibility = documents::Reversibility::Costly;
    act.cost = 60;
    act.parameters = {{"hours", *Decimal::parse("0.75")}};
    if (what == QLatin1String("cap")) {
        act.slot = documents::Slot::Service;
        act.channel = documents::Channel::InApp;
    }
    auto demo = world::drawnActions("Lead Handed", {act});
    auto stack = std::make_shared<documents::PolicyStack>();
    documents::Policy& policy = stack->policies.emplace_back();
    policy.id = "limit";
    policy.scope.actions = {"act"};
    policy.type = what == QLatin1String("cap") ? documents::PolicyType::Cap : documents::PolicyType::Budget;
    policy.count = 1;
    policy.amount = what == QLatin1String("money") ? Decimal(100) : Decimal(1);
    if (what == QLatin1String("hours"))
        policy.value = "action.hours";
    demo->policies = stack;
    const auto program = world::compile(demo);
    world::Script script;
    script.days = 1;
    // A cap is one person's; what is shared is wanted by one after the other.
    const bool own = what == QLatin1String("cap");
    for (const auto& [minutes, user] :
         {std::pair(1, "c0"), std::pair(31, own ? "c0" : "c1"), std::pair(121, own ? "c0" : "c2")})
        script.events.push_back({Duration::minutes(minutes), "Lead Handed", {{"value", Value(Decimal(40))}}, user});
    const world::Kept kept = world::play(program, script);
    QStringList drawn;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::DrawnAction)) {
        const auto record = audit::decodeDrawn(entry);
        drawn << (record->candidate.gate == Gate::Chosen
                      ? QStringLiteral("queued")
                      : QString::fromStdString(program->symbols.name(record->candidate.removedBy)));
        if (record->candidate.gate == Gate::Chosen)
            QCOMPARE(record->ruling.kind, governance::RulingKind::Queue);
    }
    QCOMPARE(drawn.join(QStringLiteral(", ")), QStringLiteral("queued, policies/limit, queued"));
    QCOMPARE(kept.entries(audit::EntryKind::Expiry).size(), std::size_t{2});
    QVERIFY(kept.entries(audit::EntryKind::Dispatch).empty());
}

void PlanTests::kindsThatOnlySuggest_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("written"); ///< suggest-only as written: −1 not at all
    QTest::addColumn<bool>("suggests");
    for (const char* kind : {"segments", "content", "insights"}) {
        QTest::addRow("%s", kind) << kind << -1 << true;
        QTest::addRow("%s, loosened", kind) << kind << 0 << false;
    }
    QTest::addRow("success") << "success" << -1 << false;
    QTest::addRow("success, written") << "success" << 1 << true;
}

/// Segment refinement and content agents begin with suggestions that people review; nothing of theirs goes out.
void PlanTests::kindsThatOnlySuggest() {
    QFETCH(QString, kind);
    QFETCH(int, written);
    QFETCH(bool, suggests);
    auto demo = world::load("demo");
    auto roster = std::make_shared<documents::AgentRoster>(*demo->agents);
    for (documents::Agent& agent : roster->agents)
        if (agent.id == "segments") {
            agent.kind = kind.toStdString();
            agent.suggestOnly = written < 0 ? std::optional<bool>() : std::optional(written > 0);
        }
    demo->agents = roster;
    const auto program = world::compile(demo);
    const world::Kept kept = world::simulate(program, 150, 12, 2);
    std::map<audit::Key, governance::ProposalState> suggested;
    for (const audit::Batch& batch : kept.batches)
        for (const governance::Proposal& one : batch.proposals)
            if (program->symbols.name(one.candidate.agent) == "segments" &&
                one.ruling.kind == governance::RulingKind::Suggest)
                suggested[one.number] = one.state;
    int sent = 0;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch))
        sent += program->symbols.name(audit::decodeDispatch(entry)->dispatch.action) == "refine-segment" &&
                        audit::decodeDispatch(entry)->dispatch.agent != 0
                    ? 1
                    : 0;
    QVERIFY2(suggests == (suggested.size() >= 3), qPrintable(QString::number(suggested.size())));
    QVERIFY2(suggests == (sent == 0), qPrintable(QString::number(sent)));
}
