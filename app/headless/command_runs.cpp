#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/comparison.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "app/headless/progress.h"
#include "base/clock.h"
#include "documents/check.h"
#include "session/import.h"
#include "session/insights.h"
#include "session/logged.h"
#include "session/runs.h"
#include "session/store_access.h"
#include "ui/text/error_text.h"

#include <QStringList>

#include <chrono>
#include <ctime>

namespace wayreeve::headless {

namespace {

class Stopwatch {
public:
    [[nodiscard]] double wall() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    [[nodiscard]] double cpu() const {
        return static_cast<double>(std::clock() - m_cpu) / static_cast<double>(CLOCKS_PER_SEC);
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::clock_t m_cpu = std::clock();
};

template <class Counts>
Value countsJson(const Counts& counts) {
    Context json;
    for (const auto& [name, count] : counts)
        json.emplace_back(name, Value(static_cast<std::int64_t>(count)));
    return Value(std::move(json));
}

Value sharesJson(const std::map<std::string, double>& shares) {
    Context json;
    for (const auto& [name, share] : shares)
        json.emplace_back(name, Value::fromDouble(share));
    return Value(std::move(json));
}

Value loggedJson(const session::LoggedReport::Logged& logged) {
    Context json;
    json.emplace_back("rows", Value(static_cast<std::int64_t>(logged.rows)));
    for (const auto& [outcome, rate] : logged.rates)
        json.emplace_back(outcome + "_rate", Value::fromDouble(rate));
    return Value(std::move(json));
}

Context summaryJson(const engine::RunSummary& summary, const Stopwatch& watch) {
    Context json;
    json.emplace_back("run", Value(summary.info.tag));
    json.emplace_back("decisions", Value(static_cast<std::int64_t>(summary.info.decisions)));
    json.emplace_back("rulings", countsJson(summary.rulings));
    json.emplace_back("approvals", countsJson(summary.approvals));
    json.emplace_back("events", countsJson(summary.fates));
    json.emplace_back("machines", countsJson(summary.machines));
    json.emplace_back("did_not_fit", Value(static_cast<std::int64_t>(summary.didNotFit)));
    json.emplace_back("records", Value(static_cast<std::int64_t>(summary.info.entries)));
    json.emplace_back("records_hash", Value(summary.info.recordsHash.hex()));
    List workers;
    for (const std::uint64_t turns : summary.turnsByWorker)
        workers.push_back(Value(static_cast<std::int64_t>(turns)));
    json.emplace_back("turns_by_worker", Value(std::move(workers)));
    json.emplace_back("wall_s", Value::fromDouble(watch.wall()));
    json.emplace_back("cpu_s", Value::fromDouble(watch.cpu()));
    return json;
}

void printCounts(const QString& title, const Value& counts) {
    QStringList parts;
    if (counts.context())
        for (const auto& [name, count] : *counts.context())
            parts << QString::fromStdString(name) + QLatin1Char(' ') + QString::fromStdString(count.toText());
    print(title + parts.join(QStringLiteral(" · ")));
}

void printSummary(const engine::RunSummary& summary, const Context& json) {
    print(say(QT_TRANSLATE_NOOP("Headless", "Run %1: %2 decisions, %3 records."))
              .arg(QString::fromStdString(summary.info.tag))
              .arg(summary.info.decisions)
              .arg(summary.info.entries));
    const Value all{Context(json)};
    printCounts(say(QT_TRANSLATE_NOOP("Headless", "Rulings:   ")), all.member("rulings"));
    printCounts(say(QT_TRANSLATE_NOOP("Headless", "Approvals: ")), all.member("approvals"));
    if (!summary.fates.empty()) // a finished run that was only looked up has none
        printCounts(say(QT_TRANSLATE_NOOP("Headless", "Events:    ")), all.member("events"));
    if (!summary.machines.empty())
        printCounts(say(QT_TRANSLATE_NOOP("Headless", "No people: ")), all.member("machines"));
    print(say(QT_TRANSLATE_NOOP("Headless", "Records hash: %1 (of every record so far; later verdicts add to it)"))
              .arg(QString::fromStdString(summary.info.recordsHash.hex())));
}

/// No policies at all may be meant, and must not go unsaid where customers are written to.
void warnOfFolder(const std::filesystem::path& folder) {
    for (const documents::Finding& finding : documents::checkFolder(folder)) {
        const Error error{finding.code, finding.parameters, finding.place.file, 0, 0};
        complain(text::placeText(error) + text::errorText(error));
    }
}

/// A stop keeps calls to receivers from starting; the run itself goes on, and that must not surprise.
void noteStops(const std::filesystem::path& folder, bool delivers) {
    const auto scopes = session::stopScopes(folder);
    if (!scopes || scopes->empty())
        return;
    QStringList stopped;
    for (const auto& [scope, person] : *scopes)
        stopped << scopeText(scope);
    complain((delivers ? say(QT_TRANSLATE_NOOP("Headless", "Stopped: %1. What this run would send of that stays in the "
                                                           "outbox until the stop is lifted."))
                       : say(QT_TRANSLATE_NOOP(
                             "Headless", "Stopped: %1. This run goes on, for it only simulates and reaches nobody.")))
                 .arg(stopped.join(QStringLiteral(", "))));
}

} // namespace

int runSimulate(const std::vector<std::string>& words) {
    const auto arguments = parse(
        words, {{"customers", "days", "seed", "threads", "reviewers", "population"}, {"resume", "deliver"}, 1, 1});
    if (!arguments)
        return Misused;
    const auto customers = number(*arguments, "customers", 500, 1, 1'000'000);
    const auto days = number(*arguments, "days", 10, 1, 3660);
    const auto seed = number(*arguments, "seed", 1, 0, INT64_MAX);
    const auto threads = number(*arguments, "threads", 1, 1, 64);
    const std::string reviewers = arguments->option("reviewers", "seeded");
    if (!customers || !days || !seed || !threads)
        return Usage;
    if (reviewers != "seeded" && reviewers != "none")
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "--reviewers is “seeded” or “none”.")));
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    warnOfFolder(workspace->folder);
    session::SimulateRequest request;
    request.customers = static_cast<std::uint32_t>(*customers);
    request.days = static_cast<std::uint32_t>(*days);
    request.seed = static_cast<std::uint64_t>(*seed);
    request.threads = static_cast<unsigned>(*threads);
    request.reviewers = reviewers == "seeded";
    request.population = arguments->option("population");
    request.resume = arguments->has("resume");
    request.sendsReally = arguments->has("deliver");
    request.progress = runProgress(arguments->has("json"));
    noteStops(workspace->folder, request.sendsReally);
    const Stopwatch watch;
    auto summary = session::simulate(*workspace, request);
    if (!summary)
        return fail(summary.error());
    if (request.sendsReally)
        if (auto sent = session::drainOutbox(*workspace, summary->info.tag); !sent)
            return fail(sent.error());
    Context json = summaryJson(*summary, watch);
    const auto insights = session::insightsOf(workspace->folder, summary->info.tag);
    if (!insights) // the run is done and stored all the same
        complain(text::placeText(insights.error()) + text::errorText(insights.error()));
    if (arguments->has("json")) {
        json.emplace_back("comparison", insights ? comparisonJson(*insights) : Value());
        printJson(Value(std::move(json)));
        return Done;
    }
    printSummary(*summary, json);
    if (insights)
        printComparison(*insights);
    return Done;
}

namespace {

int replayStored(const Arguments& arguments, unsigned threads) {
    const Stopwatch watch;
    if (const auto missing = missingWorkspace(arguments.words.front()))
        return fail(*missing);
    auto outcome = session::replayRun(arguments.words.front(), arguments.option("run"), threads);
    if (!outcome)
        return fail(outcome.error());
    if (arguments.has("json")) {
        Context json = summaryJson(outcome->summary, watch);
        json.emplace_back("identical", Value(outcome->identical));
        json.emplace_back("original", Value(outcome->original.tag));
        json.emplace_back("original_hash", Value(outcome->original.recordsHash.hex()));
        printJson(Value(std::move(json)));
    } else {
        print(outcome->identical
                  ? say(QT_TRANSLATE_NOOP("Headless", "Identical: all %1 records of %2 were computed again."))
                        .arg(outcome->original.entries)
                        .arg(QString::fromStdString(outcome->original.tag))
                  : say(QT_TRANSLATE_NOOP("Headless", "DIFFERENT: run %1 was computed again with another result."))
                        .arg(QString::fromStdString(outcome->original.tag)));
        print(
            say(QT_TRANSLATE_NOOP("Headless", "The repeated run is stored as %1, which is now the newest: name others "
                                              "with --run."))
                .arg(QString::fromStdString(outcome->summary.info.tag)));
    }
    return outcome->identical ? Done : Findings;
}

void printLogged(const session::LoggedReport& report) {
    print(QString());
    for (const auto& lift : report.lift)
        print(say(QT_TRANSLATE_NOOP("Headless", "%1: any action against none %2 (95 % %3 … %4), from the log"))
                  .arg(QString::fromStdString(lift.outcome))
                  .arg(lift.difference, 0, 'f', 6)
                  .arg(lift.low, 0, 'f', 6)
                  .arg(lift.high, 0, 'f', 6));
    print(say(QT_TRANSLATE_NOOP("Headless",
                                "The engine's choices: %1 rate %2 (sd %3 over orders), on %4 matched of %5 decisions"))
              .arg(QString::fromStdString(report.reward))
              .arg(report.rateMean, 0, 'f', 4)
              .arg(report.rateSd, 0, 'f', 4)
              .arg(report.matched)
              .arg(report.decisions));
    if (!report.bestArm.empty()) {
        const auto rate = [&](const session::LoggedReport::Logged& logged) {
            return QString::number(logged.rates.at(report.reward), 'f', 4);
        };
        print(
            say(QT_TRANSLATE_NOOP("Headless", "To compare, %1 rates of the log itself: %2 as it chose, over all rows"))
                .arg(QString::fromStdString(report.reward), rate(report.logAll)));
        for (const auto& [arm, logged] : report.log)
            print((arm == report.bestArm
                       ? say(QT_TRANSLATE_NOOP("Headless", "  always %1: %2 (%L3 rows), the best single arm"))
                       : say(QT_TRANSLATE_NOOP("Headless", "  always %1: %2 (%L3 rows)")))
                      .arg(QString::fromStdString(arm), rate(logged))
                      .arg(logged.rows));
    }
    for (const auto& [arm, share] : report.shareSecondHalf)
        print(say(QT_TRANSLATE_NOOP("Headless", "  second half chose %1: %2 %"))
                  .arg(QString::fromStdString(arm))
                  .arg(share * 100, 0, 'f', 1));
}

int replayTable(const Arguments& arguments, unsigned threads) {
    auto workspace = session::openWorkspace(arguments.words.front());
    if (!workspace)
        return fail(workspace.error());
    const auto orders = number(arguments, "orders", 1, 1, 1000);
    if (!orders)
        return Usage;
    std::optional<documents::Mapping> mapping = workspace->workspace->mapping;
    if (const std::string file = arguments.option("mapping"); !file.empty()) {
        auto read = session::readMapping(file);
        if (!read)
            return fail(read.error());
        mapping = std::move(read).value();
    }
    if (!mapping)
        return fail(Error{"mapping.missing", {}, {}, 0, 0});
    const Stopwatch watch;
    const auto progress = logProgress(arguments.has("json"), static_cast<unsigned>(*orders));
    auto report =
        session::replayLogged(*workspace, *mapping, arguments.option("events"), static_cast<unsigned>(*orders), threads,
                              progress, arguments.has("permute-at-half"));
    if (!report)
        return fail(report.error());
    Context json, lifts, policy, log;
    for (const auto& lift : report->lift) {
        Context one;
        one.emplace_back("diff", Value::fromDouble(lift.difference));
        one.emplace_back("low", Value::fromDouble(lift.low));
        one.emplace_back("high", Value::fromDouble(lift.high));
        one.emplace_back("relative", Value::fromDouble(lift.relative));
        lifts.emplace_back(lift.outcome, Value(std::move(one)));
    }
    Context rate;
    rate.emplace_back("mean", Value::fromDouble(report->rateMean));
    rate.emplace_back("sd", Value::fromDouble(report->rateSd));
    rate.emplace_back("second_half", Value::fromDouble(report->rateSecondHalf));
    policy.emplace_back(report->reward + "_rate", Value(std::move(rate)));
    policy.emplace_back("share", sharesJson(report->share));
    policy.emplace_back("share_second_half", sharesJson(report->shareSecondHalf));
    policy.emplace_back("share_last_quarter", sharesJson(report->shareLastQuarter));
    json.emplace_back("lift", Value(std::move(lifts)));
    json.emplace_back("policy", Value(std::move(policy)));
    for (const auto& [arm, logged] : report->log)
        log.emplace_back(arm, loggedJson(logged));
    json.emplace_back("log", Value(std::move(log)));
    json.emplace_back("log_all", loggedJson(report->logAll));
    json.emplace_back("best_arm", Value(report->bestArm));
    json.emplace_back("matched", Value(static_cast<std::int64_t>(report->matched)));
    json.emplace_back("decisions", Value(static_cast<std::int64_t>(report->decisions)));
    json.emplace_back("wall_s", Value::fromDouble(watch.wall()));
    if (arguments.has("json")) {
        printJson(Value(std::move(json)));
        return Done;
    }
    printLogged(*report);
    return Done;
}

} // namespace

int runReplay(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "events", "mapping", "orders", "threads"}, {"permute-at-half"}, 1, 1});
    if (!arguments)
        return Misused;
    const auto threads = number(*arguments, "threads", 1, 1, 64);
    const bool stored = arguments->options.contains("run");
    if (!threads)
        return Usage;
    if (stored == arguments->options.contains("events"))
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Say what to replay: --run ID or --events FILE.")));
    return stored ? replayStored(*arguments, static_cast<unsigned>(*threads))
                  : replayTable(*arguments, static_cast<unsigned>(*threads));
}

int runImport(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"events", "threads"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const auto threads = number(*arguments, "threads", 1, 1, 64);
    if (!threads || !arguments->options.contains("events"))
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Name the file with --events.")));
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    warnOfFolder(workspace->folder);
    const Stopwatch watch;
    session::RefusedLines refused;
    auto outcome = session::importEvents(*workspace, arguments->option("events"), SystemClock().now(),
                                         static_cast<unsigned>(*threads), &refused);
    for (const auto& [line, error] : refused.first)
        complain(say(QT_TRANSLATE_NOOP("Headless", "line %1: ")).arg(line) + text::errorText(error));
    if (const std::uint64_t shown = refused.first.size(); refused.count > shown)
        complain(say(QT_TRANSLATE_NOOP("Headless", "… and %1 more lines.")).arg(refused.count - shown));
    if (!outcome)
        return fail(outcome.error());
    Context json = summaryJson(outcome->run, watch);
    json.emplace_back("lines", Value(static_cast<std::int64_t>(outcome->lines.lines)));
    json.emplace_back("refused", Value(static_cast<std::int64_t>(outcome->lines.refused)));
    json.emplace_back("future", Value(static_cast<std::int64_t>(refused.future)));
    if (arguments->has("json"))
        printJson(Value(std::move(json)));
    else {
        printSummary(outcome->run, json);
        print(say(QT_TRANSLATE_NOOP("Headless", "Lines:     %1 read, %2 refused"))
                  .arg(outcome->lines.lines)
                  .arg(outcome->lines.refused));
    }
    return outcome->lines.refused == 0 ? Done : Findings;
}

} // namespace wayreeve::headless
