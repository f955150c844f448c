#include "engine/backtest_tests.h"
#include "engine/world.h"

#include <QTest>

using namespace wayreeve;

namespace {

using Changed = std::shared_ptr<const engine::Program>;

Changed changedBeside(const engine::Program& program, std::shared_ptr<const documents::Workspace> workspace) {
    return engine::Program::compile(std::move(workspace), &program.symbols).value();
}

struct Told {
    world::Kept kept;
    std::vector<engine::Rejudged> choices;
};

Told rejudged(const Changed& program, const Changed& changed, const world::Kept& kept, unsigned threads) {
    Told told;
    told.kept = world::again(program, kept, threads,
                             engine::RunSettings::Backtest{changed, [&](std::span<const engine::Rejudged> some) {
                                                               told.choices.insert(told.choices.end(), some.begin(),
                                                                                   some.end());
                                                           }});
    return told;
}

QString text(const engine::Program& program, const engine::JudgedChoice& choice) {
    return QString::fromStdString(program.symbols.name(choice.action) + " " + program.symbols.name(choice.content) +
                                  " " + std::string(documents::nameOf(choice.channel)) + " " +
                                  std::string(governance::nameOf(choice.ruling)));
}

QStringList lines(const engine::Program& program, const Told& told) {
    QStringList lines;
    for (const engine::Rejudged& one : told.choices)
        lines << QStringLiteral("%1 %2 %3 | %4 | %5 | %6")
                     .arg(one.decision)
                     .arg(one.customer)
                     .arg(one.time.ms)
                     .arg(text(program, one.before), text(program, one.after),
                          QString::fromStdString(program.symbols.name(one.removedBy)));
    return lines;
}

std::shared_ptr<documents::Workspace> stricterDemo() {
    auto demo = world::busyDemo();
    auto stack = std::make_shared<documents::PolicyStack>(*demo->policies);
    documents::Policy& policy = stack->policies.emplace_back();
    policy.id = "no-mail";
    policy.type = documents::PolicyType::Rule;
    policy.scope.channels = {documents::Channel::Email};
    policy.when = "true";
    demo->policies = stack;
    return demo;
}

std::shared_ptr<documents::Workspace> assistedDemo() {
    auto demo = world::busyDemo();
    auto matrix = std::make_shared<documents::AutonomyMatrix>(*demo->autonomy);
    documents::AutonomyRow& row = matrix->rows.emplace_back();
    row.id = "everything";
    row.when = "true";
    for (std::optional<documents::AutonomyCell>& cell : row.cells) {
        cell.emplace();
        cell->approval = documents::Approval::FourEyes;
    }
    demo->autonomy = matrix;
    return demo;
}

} // namespace

void BacktestTests::sameDocumentsDecideTheSame_data() {
    QTest::addColumn<QString>("workspace");
    for (const char* name : {"busy demo", "templates/saas-renewal", "templates/travel-disruption"})
        QTest::newRow(name) << name;
}

/// Every decision of every arm, drawn actions too; and the run itself does not notice, on any number of threads.
void BacktestTests::sameDocumentsDecideTheSame() {
    QFETCH(QString, workspace);
    const auto load = [&] {
        return workspace == QStringLiteral("busy demo") ? world::busyDemo() : world::load(workspace.toStdString());
    };
    const auto program = world::compile(load());
    const auto changed = changedBeside(*program, load());
    const world::Kept kept = world::simulate(program, 120, 6, 2);
    const Told told = rejudged(program, changed, kept, 1);
    QCOMPARE(told.kept.summary.info.recordsHash.hex(), kept.summary.info.recordsHash.hex());
    QVERIFY(told.choices.size() >= kept.summary.info.decisions && told.choices.size() > 200);
    for (const engine::Rejudged& one : told.choices) {
        QVERIFY2(one.before == one.after && one.removedBy == 0,
                 qPrintable(text(*changed, one.before) + QStringLiteral(" | ") + text(*changed, one.after)));
    }
    QCOMPARE(lines(*changed, rejudged(program, changed, kept, 2)), lines(*changed, told));
}

void BacktestTests::firstMomentsAreThoseOfAChangedRun_data() {
    QTest::addColumn<bool>("matrix");
    QTest::newRow("a policy") << false;
    QTest::newRow("the matrix") << true;
}

/// Until something has been done, a run of the changed documents stands where the run stood: what the backtest says of
/// each customer's first decision in the first epoch that has any is what such a run really does.
void BacktestTests::firstMomentsAreThoseOfAChangedRun() {
    QFETCH(bool, matrix);
    const auto program = world::compile(world::busyDemo());
    const auto documents = matrix ? assistedDemo() : stricterDemo();
    const world::Kept kept = world::simulate(program, 800, 1, 2);
    const auto changed = changedBeside(*program, documents);
    const Told told = rejudged(program, changed, kept, 2);
    const auto alone = world::compile(documents);
    const world::Kept real = world::simulate(alone, 800, 1, 2);

    std::map<std::uint32_t, QString> expected; // of each customer whose decision is among the run's first ones
    std::map<std::uint32_t, std::uint64_t> keys;
    std::uint64_t firstEpoch = UINT64_MAX;
    for (const audit::Entry& entry : real.entries(audit::EntryKind::Decision)) {
        const auto record = audit::decodeDecision(entry).value();
        firstEpoch = std::min(firstEpoch, entry.epoch);
        if (entry.epoch > firstEpoch + 12 || record.modelUpdates != 0 || expected.contains(entry.customer))
            continue;
        engine::JudgedChoice choice;
        const planning::Candidate& chosen = record.plan.candidates[record.plan.choices.front().chosen];
        choice.action = chosen.action;
        choice.content = chosen.content;
        choice.channel = chosen.channel;
        choice.ruling = record.rulings.front().kind;
        expected[entry.customer] = text(*alone, choice);
        keys[entry.customer] = record.key;
    }
    QVERIFY2(expected.size() >= 15, qPrintable(QString::number(expected.size())));
    int compared = 0, differing = 0;
    for (const engine::Rejudged& one : told.choices) {
        const auto at = expected.find(one.customer);
        if (one.drawn || at == expected.end() || keys[one.customer] != one.decision)
            continue;
        QCOMPARE(text(*changed, one.after), at->second);
        differing += one.before == one.after ? 0 : 1;
        ++compared;
        expected.erase(at);
    }
    QVERIFY2(compared >= 15 && differing >= 3, qPrintable(QStringLiteral("%1 %2").arg(compared).arg(differing)));
}

void BacktestTests::whatIsForbiddenIsTold() {
    const auto program = world::compile(world::busyDemo());
    const world::Kept kept = world::simulate(program, 120, 6, 2);
    const auto changed = changedBeside(*program, stricterDemo());
    const Told told = rejudged(program, changed, kept, 2);
    QCOMPARE(told.kept.summary.info.recordsHash.hex(), kept.summary.info.recordsHash.hex());
    int mails = 0;
    for (const engine::Rejudged& one : told.choices) {
        const bool wasMail = one.before.action != 0 && one.before.channel == documents::Channel::Email &&
                             one.before.ruling != governance::RulingKind::Refuse;
        mails += wasMail ? 1 : 0;
        if (wasMail)
            QCOMPARE(changed->symbols.name(one.removedBy), std::string("policies/no-mail"));
        QVERIFY(one.after.action == 0 || one.after.channel != documents::Channel::Email ||
                one.after.ruling == governance::RulingKind::Refuse);
    }
    QVERIFY2(mails > 50, qPrintable(QString::number(mails)));
}

/// A goal whose models would have had other inputs cannot go on with what was learned.
void BacktestTests::learningOtherwiseIsTold() {
    const auto program = world::compile(world::load("demo"));
    QCOMPARE(changedBeside(*program, world::load("demo"))->planner->learnsOtherwise(*program->planner), std::string());
    auto demo = world::load("demo");
    auto agents = std::make_shared<documents::AgentRoster>(*demo->agents);
    agents->agents.front().inputs.pop_back();
    demo->agents = agents;
    QCOMPARE(changedBeside(*program, demo)->planner->learnsOtherwise(*program->planner), agents->agents.front().goal);
    auto forgetful = world::load("demo");
    auto goals = std::make_shared<documents::GoalList>(*forgetful->goals);
    goals->goals.back().halfLife = 77;
    forgetful->goals = goals;
    QCOMPARE(changedBeside(*program, forgetful)->planner->learnsOtherwise(*program->planner), goals->goals.back().id);
}
