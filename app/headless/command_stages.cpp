#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "app/headless/stage_tables.h"
#include "session/stage_accuracy.h"

namespace wayreeve::headless {

namespace {

using measurement::Confusion;
using simulation::StageMeasurement;

void answerJson(const StageMeasurement& of) {
    List stages;
    for (std::size_t i = 0; i < of.stages.size(); ++i) {
        Context stage;
        stage.emplace_back("id", Value(of.stages[i]));
        stage.emplace_back("share", Value::fromDouble(of.core.share(i).share()));
        stage.emplace_back("recall", Value::fromDouble(of.core.recall(i).share()));
        stage.emplace_back("precision", Value::fromDouble(of.core.precision(i).share()));
        stage.emplace_back("filter_recall", Value::fromDouble(of.filter.recall(i).share()));
        stages.push_back(Value(std::move(stage)));
    }
    const auto accuracy = [](const Confusion& confusion) { return Value::fromDouble(confusion.accuracy().share()); };
    Context json;
    json.emplace_back("moments", Value(static_cast<std::int64_t>(of.core.total())));
    json.emplace_back("events", Value(static_cast<std::int64_t>(of.events)));
    json.emplace_back("accuracy", accuracy(of.core));
    json.emplace_back("last_event", accuracy(of.lastEvent));
    json.emplace_back("shuffled", Value::fromDouble(of.shuffledAccuracy()));
    List shuffled;
    for (const Confusion& one : of.shuffled)
        shuffled.push_back(accuracy(one));
    json.emplace_back("shuffles", Value(std::move(shuffled)));
    json.emplace_back("filter", accuracy(of.filter));
    json.emplace_back("stages", Value(std::move(stages)));
    json.emplace_back("confusion", confusionJson(of.core, of.stages));
    printJson(Value(std::move(json)));
}

void printMeasurement(const StageMeasurement& of) {
    List rows;
    for (std::size_t i = 0; i < of.stages.size(); ++i) {
        Context row;
        row.emplace_back("id", Value(of.stages[i]));
        row.emplace_back("share", percent(of.core.share(i).share()));
        row.emplace_back("recall", percent(of.core.recall(i).share()));
        row.emplace_back("precision", percent(of.core.precision(i).share()));
        row.emplace_back("filter", percent(of.filter.recall(i).share()));
        rows.push_back(Value(std::move(row)));
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Stage")), "id"},
                {say(QT_TRANSLATE_NOOP("Headless", "Of all moments")), "share", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Found (recall)")), "recall", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Right when said (precision)")), "precision", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Found by the filter")), "filter", true}},
               rows);
    print({});
    printConfusion(of.core, of.stages);
    print({});
    const auto share = [](double value) { return QString::number(value * 100, 'f', 1); };
    print(say(QT_TRANSLATE_NOOP("Headless", "%L1 moments, %L2 events. Right: %3 %. From the last event alone: %4 %. "
                                            "Weights shuffled among signals: %5 %. A filter that knows the world: "
                                            "%6 %."))
              .arg(of.core.total())
              .arg(of.events)
              .arg(share(of.core.accuracy().share()), share(of.lastEvent.accuracy().share()),
                   share(of.shuffledAccuracy()), share(of.filter.accuracy().share())));
}

} // namespace

int runStages(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"world", "customers", "days", "moments", "seed"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const std::string world = arguments->option("world");
    if (world.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Headless", "Name the world with --world FILE.yaml.")));
        return Misused;
    }
    const auto customers = number(*arguments, "customers", 2000, 1, 1'000'000);
    const auto days = number(*arguments, "days", 45, 1, 3650);
    const auto moments = number(*arguments, "moments", 8, 1, 1000);
    const auto seed = number(*arguments, "seed", 1, 0, INT64_MAX);
    if (!customers || !days || !moments || !seed)
        return Misused;
    if (const auto missing = missingWorkspace(arguments->words.front()))
        return fail(*missing);
    simulation::StageWorldSettings settings;
    settings.customers = static_cast<std::uint32_t>(*customers);
    settings.days = static_cast<std::uint32_t>(*days);
    settings.momentsEach = static_cast<std::uint32_t>(*moments);
    settings.seed = static_cast<std::uint64_t>(*seed);
    const auto measured = session::stageAccuracy(arguments->words.front(), world, settings);
    if (!measured)
        return fail(measured.error());
    if (arguments->has("json"))
        answerJson(*measured);
    else
        printMeasurement(*measured);
    return Done;
}

} // namespace wayreeve::headless
