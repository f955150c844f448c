#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "execution/dispatch.h"
#include "session/runs.h"
#include "storage/sqlite_ledger_reader.h"

#include <limits>

namespace wayreeve::headless {

namespace {

using execution::Dispatch;
using execution::DispatchState;

bool hasFailed(const Dispatch& item) {
    return item.state == DispatchState::Failed || item.state == DispatchState::Unknown;
}

Value itemJson(const Dispatch& item, const Symbols& symbols) {
    Context json;
    json.emplace_back("number", Value(std::to_string(item.number))); // beyond what every reader's numbers hold
    json.emplace_back("state", Value(std::string(nameOf(item.state))));
    json.emplace_back("connector", Value(item.connector));
    json.emplace_back("action", Value(symbols.name(item.action)));
    json.emplace_back("customer", Value(static_cast<std::int64_t>(item.customer)));
    json.emplace_back("at", Value(formatInstant(item.at)));
    json.emplace_back("attempts", Value(item.attempts));
    json.emplace_back("result", Value(item.result));
    return Value(std::move(json));
}

int list(const Arguments& arguments) {
    auto reader = readerOf(arguments.words.front());
    if (!reader)
        return fail(reader.error());
    const auto run = (*reader)->run(arguments.option("run"));
    if (!run)
        return fail(run.error());
    const auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return fail(symbols.error());
    const auto items = (*reader)->dispatches(run->id, std::nullopt, 1'000'000);
    if (!items)
        return fail(items.error());
    List rows;
    for (const Dispatch& item : *items)
        if (hasFailed(item) || !arguments.has("failed"))
            rows.push_back(itemJson(item, *symbols));
    if (arguments.has("json")) {
        printJson(Value(std::move(rows)));
        return Done;
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Item")), "number", true},
                {say(QT_TRANSLATE_NOOP("Headless", "State")), "state"},
                {say(QT_TRANSLATE_NOOP("Headless", "Connector")), "connector"},
                {say(QT_TRANSLATE_NOOP("Headless", "Action")), "action"},
                {say(QT_TRANSLATE_NOOP("Headless", "Attempts")), "attempts", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Answer")), "result"}},
               rows);
    print(say(QT_TRANSLATE_NOOP("Headless", "%L1 items in the outbox of run %2."))
              .arg(rows.size())
              .arg(QString::fromStdString(run->tag)));
    return Done;
}

int replay(const Arguments& arguments) {
    const auto item = number(arguments, "replay", 0, 1, std::numeric_limits<long long>::max());
    if (!item)
        return Usage;
    if (arguments.option("as").empty())
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Say with --as who sends this again.")));
    const auto workspace = session::openWorkspace(arguments.words.front());
    if (!workspace)
        return fail(workspace.error());
    auto reader = readerOf(arguments.words.front());
    if (!reader)
        return fail(reader.error());
    const auto run = (*reader)->run(arguments.option("run"));
    if (!run)
        return fail(run.error());
    const auto done =
        session::replayOutboxItem(*workspace, run->tag, static_cast<std::uint64_t>(*item), arguments.option("as"));
    if (!done)
        return fail(done.error());
    if (arguments.has("json"))
        printJson(Value(Context{{"run", run->tag}, {"number", std::to_string(*item)}, {"state", "pending"}}));
    else
        print(say(QT_TRANSLATE_NOOP("Headless",
                                    "Item %1 waits again; “wayreevectl dispatch” sends it with the same key."))
                  .arg(*item));
    return Done;
}

} // namespace

int runOutbox(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "replay", "as"}, {"failed"}, 1, 1});
    if (!arguments)
        return Misused;
    return arguments->options.contains("replay") ? replay(*arguments) : list(*arguments);
}

} // namespace wayreeve::headless
