#include "base/chance.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "interpretation/interpreter.h"
#include "measurement/logistic.h"
#include "measurement/reweighting.h"
#include "measurement/signal_levels.h"

#include "measurement/reweighting_tests.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::measurement;

namespace {

constexpr Purpose draw = Purpose::PopulationEvent;

bool near(double a, double b, double tolerance) {
    return std::fabs(a - b) <= tolerance;
}

StageCase moment(std::uint32_t customer, std::vector<double> levels, bool movedOn, double rival = 0) {
    return {customer, movedOn, std::move(levels), rival};
}

/// A world with a truth behind it: a fifth of the customers mean to buy, which four events tell of more or less. Both
/// kinds look at pages. "weighing" should hold those who mean to buy, of whom 35 % do; 3 % of the others buy, too.
struct World {
    static constexpr std::uint32_t customers = 6000;
    static constexpr Instant start{1772438400000};

    documents::Workspace workspace;

    explicit World(const std::vector<documents::WeightedSignal>& weights) {
        documents::TrackingPlan plan;
        documents::SignalBook book;
        for (const auto& [id, event] : {std::pair("page", "Page Viewed"), std::pair("chart", "Chart Viewed"),
                                        std::pair("guide", "Guide Viewed"), std::pair("returns", "Returns Viewed")}) {
            plan.events.push_back({event, {}});
            documents::Signal signal;
            signal.id = id;
            signal.event = event;
            book.signals.push_back(signal);
        }
        documents::StageList stages;
        documents::Stage looking, weighing;
        looking.id = "looking";
        looking.base = 0.35;
        weighing.id = "weighing";
        weighing.base = 0.05;
        weighing.signals = weights;
        weighing.benchmark = 0.35;
        stages.stages = {looking, weighing};
        workspace.settings.zones = {"Europe/Berlin"};
        workspace.autonomy = std::make_shared<documents::AutonomyMatrix>();
        workspace.policies = std::make_shared<documents::PolicyStack>();
        workspace.actions = std::make_shared<documents::ActionCatalogue>();
        workspace.content = std::make_shared<documents::ContentLibrary>();
        workspace.agents = std::make_shared<documents::AgentRoster>();
        workspace.goals = std::make_shared<documents::GoalList>();
        workspace.signals = std::make_shared<documents::SignalBook>(book);
        workspace.stages = std::make_shared<documents::StageList>(stages);
        workspace.measures = std::make_shared<documents::MeasureBook>();
        workspace.trackingPlan = std::make_shared<documents::TrackingPlan>(plan);
        workspace.people = std::make_shared<documents::PeopleList>();
        workspace.stories = std::make_shared<documents::StoryList>();
    }

    static bool meansToBuy(const Chance& chance, std::uint32_t customer) {
        return chance.uniform(customer, 0, draw) < 0.2;
    }

    /// Reads every customer after its events, as the run would, and answers the stage's cases and how many of the
    /// held-out customers stand where the truth is.
    struct Seen {
        std::vector<StageCase> cases;
        double truth = 0;
    };
    [[nodiscard]] Seen see(std::uint64_t seed) const {
        const auto schema = documents::FactSchema::build(workspace);
        Symbols symbols;
        const interpretation::Interpreter interpreter(workspace, *schema, symbols);
        const SignalLevels levels(workspace, symbols);
        const documents::Stage& weighing = workspace.stages->stages[1];
        const Chance chance(seed);
        Seen seen;
        std::uint32_t held = 0, right = 0;
        for (std::uint32_t customer = 0; customer < customers; ++customer) {
            const bool buys = meansToBuy(chance, customer);
            perception::Facts facts(schema->schema().size());
            interpretation::SignalMemory memory;
            const double rates[2][4] = {{0.55, 0.05, 0.06, 0.04}, {0.6, 0.55, 0.5, 0.4}};
            for (std::uint32_t i = 0; i < 4; ++i) {
                if (chance.uniform(customer, 1, draw, i) >= rates[buys ? 1 : 0][i])
                    continue;
                perception::Event event;
                event.messageId = "m";
                event.name = workspace.trackingPlan->events[i].name;
                event.time = start + Duration::minutes(static_cast<std::int64_t>(i));
                event.receivedAt = event.time;
                interpreter.absorb(memory, event, facts);
            }
            const auto reading = interpreter.read(memory, start + Duration::hours(1), facts);
            StageCase one = levels.caseOf(weighing, reading);
            one.customer = customer;
            one.movedOn = chance.uniform(customer, 2, draw) < (buys ? 0.35 : 0.03);
            if (customer % 2 == 1) {
                ++held;
                right += (symbols.name(reading.stage) == "weighing") == buys ? 1 : 0;
            }
            seen.cases.push_back(std::move(one));
        }
        seen.truth = static_cast<double>(right) / held;
        return seen;
    }
};

} // namespace

/// 2 × 2 tables have a closed form: 60 of 100 with x = 1, 20 of 100 with x = 0, log odds ratio ln(1.5 / 0.25)
/// = 1.791759. The prior of variance 1 on x times its standard deviation (0.501255) pulls the maximum towards 0; that
/// the gradient vanishes there is checked by hand: Σ x(y − p) = coefficient · 0.251256 (its variance), Σ (y − p) = 0.
void ReweightingTests::fitsAKnownModel() {
    std::vector<std::vector<double>> rows;
    std::vector<bool> happened;
    for (int i = 0; i < 200; ++i) {
        rows.push_back({i < 100 ? 1.0 : 0.0, 7.0}); // the second never varies
        happened.push_back(i < 100 ? i < 60 : i < 120);
    }
    const auto fit = fitLogistic(rows, happened);
    QVERIFY(fit.has_value());
    QCOMPARE(fit->coefficients[1], 0.0);
    QCOMPARE(fit->errors[1], 0.0);
    QVERIFY(fit->coefficients[0] > 1.6 && fit->coefficients[0] < 1.791759);
    const double with = 1 / (1 + std::exp(-(fit->intercept + fit->coefficients[0])));
    const double without = 1 / (1 + std::exp(-fit->intercept));
    QVERIFY(near(100 * with + 100 * without, 80, 1e-6));
    QVERIFY(near(60 - 100 * with, fit->coefficients[0] * 0.251256, 1e-4));
    // Without the prior the error is √(1/60 + 1/40 + 1/20 + 1/80) = 0.322749; with it a little less.
    QVERIFY(fit->errors[0] > 0.3 && fit->errors[0] < 0.322749);
}

void ReweightingTests::fitsWhatCannotBeSeparated_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("happened"); ///< the first of them, all with x = 1; the others have x = 0
    QTest::addColumn<bool>("fits");
    QTest::newRow("none") << 0 << 0 << false;
    QTest::newRow("never") << 20 << 0 << false;
    QTest::newRow("always") << 20 << 20 << false;
    QTest::newRow("perfectly") << 40 << 20 << true; // without the prior there is no maximum
    QTest::newRow("a single one") << 500 << 1 << true;
}

void ReweightingTests::fitsWhatCannotBeSeparated() {
    QFETCH(int, rows);
    QFETCH(int, happened);
    QFETCH(bool, fits);
    std::vector<std::vector<double>> x;
    std::vector<bool> y;
    for (int i = 0; i < rows; ++i) {
        x.push_back({i < happened ? 1.0 : 0.0});
        y.push_back(i < happened);
    }
    const auto fit = fitLogistic(x, y);
    QCOMPARE(fit.has_value(), fits);
    if (fit)
        QVERIFY(fit->coefficients[0] > 0 && std::isfinite(fit->coefficients[0]) && fit->errors[0] > 0);
}

void ReweightingTests::evidenceByHand() {
    std::vector<StageCase> cases;
    const auto add = [&](int times, double level, bool moved) {
        for (int i = 0; i < times; ++i)
            cases.push_back(moment(2, {level}, moved)); // even: learned from
    };
    add(30, 0.9, true);
    add(10, 0.9, false);
    add(20, 0, true);
    add(40, 0.01, false);                  // decayed to nothing
    cases.push_back(moment(3, {1}, true)); // held out
    const StageProposal proposal = judgeStage({"s", 0.5, 0.5, {{"a", 0.3}}}, cases);
    const SignalEvidence& a = proposal.signals[0];
    QCOMPARE(a.with.hits, std::uint64_t(30));
    QCOMPARE(a.with.count, std::uint64_t(40));
    QCOMPARE(a.without.hits, std::uint64_t(20));
    QCOMPARE(a.without.count, std::uint64_t(60));
    // ln(30.5·40.5/(10.5·20.5)) = 1.747229; variance 1/30.5 + 1/10.5 + 1/20.5 + 1/40.5 = 0.201497.
    QVERIFY2(near(a.logOdds, 1.747229 / 1.201497, 2e-6), qPrintable(QString::number(a.logOdds, 'g', 10)));
    // All moments score above the rival 0: 51 of 101, and the benchmark lies within.
    QCOMPARE(proposal.converted.hits, std::uint64_t(51));
    QCOMPARE(proposal.converted.count, std::uint64_t(101));
    QVERIFY(!proposal.far);
    QVERIFY(!proposal.scale.has_value()); // one signal has no others to be measured by
}

/// Three movers and two others, held out; the learning half makes "c" the wrong one.
void ReweightingTests::accuracyByHand() {
    StageWeights weights{"s", 0.1, 0.9, {{"a", 0.2}, {"b", 0.2}, {"c", 0.8}}};
    std::vector<StageCase> cases;
    const Chance chance(5);
    for (std::uint32_t i = 0; i < 4000; ++i) {
        std::vector<double> levels;
        for (std::uint32_t s = 0; s < 3; ++s)
            levels.push_back(chance.uniform(i, 0, draw, s) < 0.5 ? 1 : 0);
        const double odds = -1 + levels[0] + levels[1]; // c tells nothing
        cases.push_back(moment(2 * i, levels, chance.uniform(i, 1, draw) < 1 / (1 + std::exp(-odds))));
    }
    cases.push_back(moment(1, {1, 0, 0}, true));
    cases.push_back(moment(3, {1, 1, 0}, true));
    cases.push_back(moment(5, {0, 0, 1}, true));
    cases.push_back(moment(7, {0, 0, 1}, false));
    cases.push_back(moment(9, {0, 0, 0}, false));
    const StageProposal proposal = judgeStage(weights, cases);
    QVERIFY(proposal.worst.has_value());
    QCOMPARE(proposal.signals[*proposal.worst].signal, std::string("c"));
    QVERIFY2(std::fabs(proposal.weight) < 0.06, qPrintable(QString::number(proposal.weight)));
    // Before: movers 0.3, 0.5, 0.9 against 0.9, 0.1: (1 + 1 + 1.5)/6. After, c about 0: 0.3, 0.5, ~0.1 against ~0.1,
    // 0.1; the third mover ties with the first of the others and lies beside the second, by the sign of c.
    const double last = proposal.weight > 0 ? 1 : proposal.weight < 0 ? 0 : 0.5;
    QVERIFY(near(proposal.accuracy->before, 3.5 / 6, 1e-12));
    QVERIFY(near(proposal.accuracy->after, (2 + 2 + 0.5 + last) / 6, 1e-12));
    QVERIFY(proposal.accuracy->difference.low < proposal.accuracy->difference.high);
}

void ReweightingTests::leavesGoodStagesAlone() {
    const World world({{"page", 0.05}, {"chart", 0.35}, {"guide", 0.32}, {"returns", 0.3}});
    const auto seen = world.see(11);
    StageWeights weights = weightsOf(world.workspace.stages->stages[1]);
    weights.benchmark = judgeStage(weights, seen.cases).converted.share(); // as it does
    const StageProposal proposal = judgeStage(weights, seen.cases);
    QVERIFY(!proposal.far);
    QVERIFY(!proposal.worst.has_value());
    QVERIFY(!judgeStage(weights, {}).worst.has_value());
}

void ReweightingTests::findsThePlantedWeight_data() {
    QTest::addColumn<QString>("signal");
    QTest::addColumn<double>("wrong");
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 2, 3}) {
        QTest::addRow("pages count too much, %d", int(seed)) << "page" << 0.5 << seed;
        QTest::addRow("charts count against it, %d", int(seed)) << "chart" << -0.4 << seed;
    }
}

/// One weight is wrong, so the stage holds the wrong people and converts far from its 35 %. The proposal names that
/// signal, and with the weight it proposes more customers stand where the truth is.
void ReweightingTests::findsThePlantedWeight() {
    QFETCH(QString, signal);
    QFETCH(double, wrong);
    QFETCH(quint64, seed);
    std::vector<documents::WeightedSignal> planted{{"page", 0.05}, {"chart", 0.35}, {"guide", 0.32}, {"returns", 0.3}};
    for (documents::WeightedSignal& one : planted)
        if (one.signal == signal.toStdString())
            one.weight = wrong;
    const auto before = World(planted).see(seed);
    const StageProposal proposal = judgeStage(weightsOf(World(planted).workspace.stages->stages[1]), before.cases);
    qInfo("converts %.3f (%.3f to %.3f), truth before %.4f", proposal.converted.share(), proposal.interval.low,
          proposal.interval.high, before.truth);
    for (const SignalEvidence& one : proposal.signals)
        qInfo("%s weight %.2f fits %.2f (off by %.1f errors), log odds %.2f", one.signal.c_str(), one.weight,
              one.fitting.value_or(-9), one.disagreement, one.logOdds);
    QVERIFY(proposal.far);
    if (signal == QLatin1String("page"))
        QVERIFY(near(proposal.converted.share(), 0.12, 0.03));
    QVERIFY(proposal.worst.has_value());
    QCOMPARE(QString::fromStdString(proposal.signals[*proposal.worst].signal), signal);
    std::vector<documents::WeightedSignal> mended = planted;
    mended[*proposal.worst].weight = proposal.weight;
    const auto after = World(mended).see(seed);
    qInfo("proposed %.2f, truth after %.4f; score %.3f to %.3f (%.3f … %.3f)", proposal.weight, after.truth,
          proposal.accuracy->before, proposal.accuracy->after, proposal.accuracy->difference.low,
          proposal.accuracy->difference.high);
    QVERIFY(after.truth > before.truth + 0.02);
    QVERIFY(proposal.accuracy->difference.low > 0);
    const auto off = [](double share) { return std::fabs(share - 0.35); };
    QVERIFY(off(proposal.accuracy->convertedAfter.share()) < off(proposal.accuracy->convertedBefore.share()) ||
            signal != QLatin1String("page"));
}
