#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "base/json.h"
#include "session/live_run.h"
#include "session/store_access.h"

#include <QStringList>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace wayreeve::headless {

namespace {

volatile std::sig_atomic_t ended = 0;

void endRun(int) {
    ended = 1;
}

Context statusJson(const session::LiveStatus& status) {
    Context json;
    json.emplace_back("listening", Value("http://" + status.address + ":" + std::to_string(status.port)));
    json.emplace_back("run", Value(status.run));
    json.emplace_back("taken_up", Value(status.takenUp));
    json.emplace_back("sends_really", Value(status.sendsReally));
    json.emplace_back("write_key", status.newKey.empty() ? Value() : Value(status.newKey));
    return json;
}

void say(const session::LiveStatus& status, bool asJson) {
    if (asJson) {
        print(QString::fromStdString(writeJson(Value(statusJson(status)))));
    } else {
        print(headless::say(status.takenUp ? QT_TRANSLATE_NOOP("Headless", "Run %1 goes on; events are taken at %2.")
                                           : QT_TRANSLATE_NOOP("Headless", "Run %1 has begun; events are taken at %2."))
                  .arg(QString::fromStdString(status.run),
                       QStringLiteral("http://%1:%2").arg(QString::fromStdString(status.address)).arg(status.port)));
        if (!status.newKey.empty())
            print(headless::say(QT_TRANSLATE_NOOP("Headless", "Write key of the new source “default”, shown only now: "
                                                              "%1"))
                      .arg(QString::fromStdString(status.newKey)));
        print(
            status.sendsReally
                ? headless::say(QT_TRANSLATE_NOOP("Headless", "What is decided goes to real receivers."))
                : headless::say(QT_TRANSLATE_NOOP("Headless", "No receiver is set up: nothing leaves this machine.")));
        print(headless::say(QT_TRANSLATE_NOOP("Headless", "End it with Ctrl+C; the next start goes on from there.")));
    }
    std::fflush(stdout);
}

Value endJson(const engine::RunSummary& summary) {
    Context json;
    json.emplace_back("run", Value(summary.info.tag));
    json.emplace_back("decisions", Value(static_cast<std::int64_t>(summary.info.decisions)));
    Context events;
    for (const auto& [fate, count] : summary.fates)
        events.emplace_back(fate, Value(static_cast<std::int64_t>(count)));
    json.emplace_back("events", Value(std::move(events)));
    Context machines;
    for (const auto& [sign, count] : summary.machines)
        machines.emplace_back(sign, Value(static_cast<std::int64_t>(count)));
    json.emplace_back("machines", Value(std::move(machines)));
    json.emplace_back("records", Value(static_cast<std::int64_t>(summary.info.entries)));
    json.emplace_back("records_hash", Value(summary.info.recordsHash.hex()));
    json.emplace_back("clock", Value(formatInstant(summary.info.clock)));
    return Value(std::move(json));
}

} // namespace

int runServe(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"port", "address", "now", "threads", "seed", "write-key"}, {"fresh"}, 1, 1});
    if (!arguments)
        return Misused;
    const auto port = number(*arguments, "port", 8787, 0, 65535);
    const auto threads = number(*arguments, "threads", 1, 1, 64);
    const auto seed = number(*arguments, "seed", -1, -1, INT64_MAX);
    if (!port || !threads || !seed)
        return Usage;
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    session::LiveRequest request;
    request.door.port = static_cast<std::uint16_t>(*port);
    request.door.address = arguments->option("address", request.door.address);
    request.threads = static_cast<unsigned>(*threads);
    request.fresh = arguments->has("fresh");
    request.writeKey = arguments->option("write-key");
    if (*seed >= 0)
        request.seed = static_cast<std::uint64_t>(*seed);
    if (const std::string now = arguments->option("now"); !now.empty()) {
        const auto instant = parseInstant(now);
        if (!instant)
            return fail(instant.error());
        request.now = *instant;
    }
    const bool asJson = arguments->has("json");
    request.started = [asJson](const session::LiveStatus& status) { say(status, asJson); };
    request.cancelled = [] { return ended != 0; };
    ended = 0;
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, endRun);
    std::signal(SIGPIPE, SIG_IGN);
    const auto summary = session::runLive(*workspace, request);
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, SIG_DFL);
    if (!summary)
        return fail(summary.error());
    if (asJson)
        print(QString::fromStdString(writeJson(endJson(*summary))));
    else
        print(headless::say(QT_TRANSLATE_NOOP("Headless", "Run %1 stands still at %2: %3 decisions, %4 records."))
                  .arg(QString::fromStdString(summary->info.tag),
                       QString::fromStdString(formatInstant(summary->info.clock)))
                  .arg(summary->info.decisions)
                  .arg(summary->info.entries));
    return Done;
}

int runSources(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"add", "remove"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const std::filesystem::path folder(arguments->words.front());
    if (const auto missing = missingWorkspace(arguments->words.front()))
        return fail(*missing);
    const std::filesystem::path file = session::sourcesFile(folder);
    auto sources = ingest::Sources::load(file);
    if (!sources)
        return fail(sources.error());
    std::string key;
    if (const std::string id = arguments->option("add"); !id.empty()) {
        auto made = sources->add(id);
        if (!made)
            return fail(made.error());
        key = std::move(*made);
    }
    if (const std::string id = arguments->option("remove"); !id.empty() && !sources->remove(id)) {
        std::vector<std::string> known;
        for (const ingest::Source& source : sources->all())
            known.push_back(source.id);
        return refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "There is no source “%1”.")), id, known));
    }
    if (arguments->options.contains("add") || arguments->options.contains("remove")) {
        std::error_code failed;
        std::filesystem::create_directories(file.parent_path(), failed);
        if (auto saved = sources->save(file); !saved)
            return fail(saved.error());
    }
    if (arguments->has("json")) {
        List all;
        for (const ingest::Source& source : sources->all())
            all.push_back(Value(source.id));
        printJson(Context{{"sources", Value(std::move(all))}, {"write_key", key.empty() ? Value() : Value(key)}});
        return Done;
    }
    if (!key.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "Write key, shown only now: %1")).arg(QString::fromStdString(key)));
    if (sources->all().empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "No source may send yet. Add one with --add NAME.")));
    for (const ingest::Source& source : sources->all())
        print(QString::fromStdString(source.id));
    return Done;
}

} // namespace wayreeve::headless
