#include "documents/document.h"
#include "documents/file_io.h"
#include "simulation/stage_filter.h"
#include "simulation/stage_world.h"
#include "simulation/worlds.h"
#include "simulation_tests.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::simulation;
using documents::Population;

// readsStages() lives 500 customers a template; WAYREEVE_STAGE_CUSTOMERS=2000 is the full size that figures are given
// for.

namespace {

const Instant start{1772438400000};

Population two() {
    Population population;
    population.start = start;
    population.states.resize(2);
    population.states[0] = {"calm", 1, Duration::days(1), {{"loud", 1}}, {}, {{"Tick", 2, {}}}};
    population.states[1] = {"loud", 0, Duration::days(1), {}, {}, {}};
    return population;
}

perception::Event said(const char* name, Value properties = Value(Context{})) {
    perception::Event event;
    event.name = name;
    event.properties = std::move(properties);
    return event;
}

PopulationPlan planOf(const Population& population) {
    return {population, {}, 1, 30, Chance(1)};
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-6;
}

documents::Workspace workspaceOf(const QString& name) {
    const auto outcome =
        documents::loadWorkspace((QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/") + name).toStdString());
    return outcome.workspace ? *outcome.workspace : documents::Workspace{};
}

Population worldOf(const QString& name) {
    const std::string file =
        (QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/stage-worlds/") + name + ".yaml").toStdString();
    const auto text = documents::readFile(file, 1 << 20);
    const auto tree = documents::parseDocumentTree(documents::Kind::Population, *text, file);
    std::vector<Error> errors;
    auto document = documents::readTree(documents::Kind::Population, *tree, file, errors);
    return errors.empty() ? std::get<Population>(document) : Population{};
}

} // namespace

/// Calm customers tick twice a day and turn loud after a day on average; loud ones are silent for good.
void StageTests::filterByHand() {
    const PopulationPlan plan = planOf(two());
    StageFilter filter(plan);
    filter.begin(start, {});
    QCOMPARE(filter.belief()[0], 1.0);
    filter.wait(start + Duration::days(1));
    // calm e^−3, loud (1 − e^−3) / 3
    QVERIFY(near(filter.belief()[0], 0.13583550));
    filter.wait(start + Duration::days(2));
    QVERIFY(near(filter.belief()[0], 0.00739957)); // e^−6 against (1 − e^−6) / 3
    const perception::Event tick = said("Tick");
    const perception::Event* heard[] = {&tick};
    filter.hear(heard);
    QCOMPARE(filter.belief()[0], 1.0);
    const perception::Event other = said("Nobody says this");
    const perception::Event* strange[] = {&other};
    filter.hear(strange); // teaches nothing
    QCOMPARE(filter.belief()[0], 1.0);
}

void StageTests::filterWeighsProperties() {
    Population population = two();
    population.states[0].share = population.states[1].share = 1;
    population.states[0].next.clear();
    population.states[0].emits = {{
        "Say",
        1,
        {worlds::range("mood", 0, 1)},
    }};
    population.states[1].emits = {{
        "Say",
        3,
        {worlds::shares("mood", {{Value(1), 1}, {Value(2), 3}})},
    }};
    const PopulationPlan plan = planOf(population);
    StageFilter filter(plan);
    filter.begin(start, {});
    QCOMPARE(filter.belief()[0], 0.5);
    const perception::Event event = said("Say", Value(Context{{"mood", Value(1)}}));
    const perception::Event* heard[] = {&event};
    filter.hear(heard); // 1 · 1 / 1.01 against 3 · 1 / 4
    QVERIFY(near(filter.belief()[0], 0.56899004));
}

void StageTests::filterHearsEntries() {
    Population population = two();
    population.states[1].onEnter = {{"Bell", 0.5, {}}, {"Horn", 0.25, {}}};
    const PopulationPlan plan = planOf(population);
    StageFilter filter(plan);
    filter.begin(start, {});
    filter.wait(start + Duration::days(1));
    // Silent entries are 0.5 · 0.75 of all: calm e^−3, loud 0.375 · (1 − e^−3) / 3
    QVERIFY(near(filter.belief()[0], 0.29536058));
    const perception::Event bell = said("Bell"), horn = said("Horn");
    const perception::Event* both[] = {&bell, &horn};
    filter.hear(both);
    QCOMPARE(filter.belief()[1], 1.0);
}

void StageTests::readsStages_data() {
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("world");
    QTest::newRow("shop") << "demo"
                          << "demo";
    QTest::newRow("service") << "templates/service-triage"
                             << "service-triage";
    QTest::newRow("renewal") << "templates/saas-renewal"
                             << "saas-renewal";
}

void StageTests::readsStages() {
    QFETCH(QString, workspace);
    QFETCH(QString, world);
    StageWorldSettings settings;
    settings.seed = 20'261; // not among the seeds that weights were looked at with
    bool given = false;
    const int customers = qEnvironmentVariableIntValue("WAYREEVE_STAGE_CUSTOMERS", &given);
    settings.customers = given ? static_cast<std::uint32_t>(customers) : 500;
    settings.shuffles = given ? 5 : 2;
    const auto measured = measureStages(workspaceOf(workspace), worldOf(world), settings);
    QVERIFY2(measured.ok(), measured ? "" : debugText(measured.error()).c_str());
    const double accuracy = measured->core.accuracy().share();
    QVERIFY(measured->stages.size() >= 4);
    QCOMPARE(measured->core.total(), std::uint64_t{settings.customers} * settings.momentsEach);
    QVERIFY2(accuracy >= 0.80, qPrintable(QString::number(accuracy)));
    for (std::size_t i = 0; i < measured->stages.size(); ++i) {
        QVERIFY2(measured->core.share(i).share() <= 0.45, measured->stages[i].c_str());
        QVERIFY2(measured->core.share(i).hits > 0, measured->stages[i].c_str());
        QVERIFY2(measured->core.recall(i).share() >= 0.60, measured->stages[i].c_str());
    }
    QVERIFY(measured->lastEvent.accuracy().share() < 0.65);
    QVERIFY(measured->shuffledAccuracy() <= accuracy - 0.10);
    QVERIFY(measured->filter.accuracy().share() > accuracy); // nobody does better than who knows the world
}

void StageTests::sameSeedSameFigures() {
    StageWorldSettings settings;
    settings.customers = 40;
    settings.shuffles = 1;
    const auto workspace = workspaceOf("demo");
    const auto world = worldOf("demo");
    const auto once = measureStages(workspace, world, settings);
    const auto again = measureStages(workspace, world, settings);
    QVERIFY(once->core == again->core && once->filter == again->filter && once->shuffled == again->shuffled);
    QCOMPARE(once->events, again->events);
    settings.seed = 2;
    QVERIFY(!(measureStages(workspace, world, settings)->core == once->core));
}

void StageTests::refusesWorlds_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("a state of no stage") << "state"
                                         << "stage-world.no-stage";
    QTest::newRow("an event of no plan") << "event"
                                         << "stage-world.unknown-event";
    QTest::newRow("a value of the wrong type") << "value"
                                               << "stage-world.event-refused";
    QTest::newRow("no states") << "none"
                               << "stage-world.no-stages";
}

void StageTests::refusesWorlds() {
    QFETCH(QString, change);
    QFETCH(QString, code);
    Population world = worldOf("demo");
    if (change == "state")
        world.states[0].id = "lookings";
    if (change == "event")
        world.states[0].emits[0].event = "Page Vieved";
    if (change == "value")
        world.states[0].emits[0] = {"Review Submitted", 5, {worlds::shares("rating", {{Value("five"), 1}})}};
    if (change == "none")
        world.states.clear();
    StageWorldSettings settings;
    settings.customers = 20;
    const auto measured = measureStages(workspaceOf("demo"), world, settings);
    QVERIFY(!measured.ok());
    QCOMPARE(QString::fromStdString(measured.error().code), code);
}
