#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "session/customer_memory.h"
#include "session/merges.h"
#include "session/open_workspace.h"

#include <algorithm>

namespace wayreeve::headless {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

Value mergeJson(const session::MergeShown& merge) {
    List evidence;
    for (const auto& [name, part] : merge.evidence)
        evidence.push_back(Value(Context{{"evidence", Value(std::string(name))}, {"part", Value::fromDouble(part)}}));
    Context json;
    json.emplace_back("customer", Value("#" + std::to_string(merge.gone)));
    json.emplace_back("key", Value(merge.goneKey));
    json.emplace_back("time", Value(formatInstant(merge.at)));
    json.emplace_back("cause", Value(std::string(merge.probable ? "probable" : "shared-id")));
    json.emplace_back("probability", Value::fromDouble(merge.probability));
    json.emplace_back("evidence", Value(std::move(evidence)));
    json.emplace_back("undone", Value(merge.undone));
    json.emplace_back("undone_by", Value(merge.undoneBy));
    json.emplace_back("undone_why", Value(merge.undoneWhy));
    json.emplace_back("undoable", Value(merge.undoable));
    return Value(std::move(json));
}

void printMerge(const session::MergeShown& merge) {
    const QString who = QStringLiteral("#%1 %2").arg(merge.gone).arg(text(merge.goneKey));
    print(merge.probable ? say(QT_TRANSLATE_NOOP("Headless", "%1: %2 joined, with a probability of %3."))
                               .arg(text(formatInstant(merge.at)), who, QString::number(merge.probability, 'f', 3))
                         : say(QT_TRANSLATE_NOOP("Headless", "%1: %2 joined, by an id that both had used."))
                               .arg(text(formatInstant(merge.at)), who));
    const std::size_t most = std::min<std::size_t>(merge.evidence.size(), 6);
    for (std::size_t i = 0; i < most; ++i)
        print(QStringLiteral("    %1 %2")
                  .arg(text(merge.evidence[i].first), -16)
                  .arg(merge.evidence[i].second, 7, 'f', 2));
    if (merge.undone)
        print(say(QT_TRANSLATE_NOOP("Headless", "    Undone by %1: %2"))
                  .arg(text(merge.undoneBy), text(merge.undoneWhy)));
    else if (merge.undoable)
        print(say(QT_TRANSLATE_NOOP("Headless", "    “wayreevectl unmerge” undoes it.")));
}

std::string stateOf(const perception::Promise& promise, Instant now) {
    if (promise.isOpen(now))
        return promise.isOverdue(now) ? "overdue" : "open";
    return promise.kept && promise.settled <= promise.due ? "kept" : promise.kept ? "kept-late" : "broken";
}

Value memoryJson(const session::CustomerMemory& memory, Instant now) {
    const auto real = [](double value) { return Value::fromDouble(value); };
    const auto time = [](Instant at) { return at.isNever() ? Value() : Value(formatInstant(at)); };
    Value worth;
    if (memory.worth)
        worth = Value(Context{{"value", real(memory.worth->value)},
                              {"low", real(memory.worth->low)},
                              {"high", real(memory.worth->high)},
                              {"alive", real(memory.worth->alive)},
                              {"days", real(memory.horizon.inDays())}});
    List promises, affinities, progress;
    for (const perception::Promise& promise : memory.promises)
        promises.push_back(Value(Context{{"promise", Value(promise.id)},
                                         {"by", Value(promise.by)},
                                         {"made", time(promise.made)},
                                         {"due", time(promise.due)},
                                         {"settled", time(promise.settled)},
                                         {"state", Value(stateOf(promise, now))}}));
    for (const auto& affinity : memory.affinities) {
        List categories;
        for (const auto& one : affinity.categories)
            categories.push_back(Value(Context{{"category", Value(one.value)},
                                               {"share", real(one.share)},
                                               {"low", real(one.low)},
                                               {"high", real(one.high)}}));
        affinities.push_back(Value(Context{{"id", Value(affinity.id)},
                                           {"leading", Value(affinity.leading)},
                                           {"categories", Value(std::move(categories))}}));
    }
    for (const auto& way : memory.ways)
        progress.push_back(
            Value(Context{{"goal", Value(way.goal)}, {"state", Value(way.state)}, {"share", real(way.share)}}));
    return Value(Context{{"lifetime_value", std::move(worth)},
                         {"promises", Value(std::move(promises))},
                         {"affinities", Value(std::move(affinities))},
                         {"progress", Value(std::move(progress))}});
}

void printMemory(const session::CustomerMemory& memory, Instant now) {
    if (memory.worth)
        print(say(QT_TRANSLATE_NOOP("Headless", "Worth %1 within %2 days (90 %: %3 to %4); still a customer with a "
                                                "probability of %5."))
                  .arg(memory.worth->value, 0, 'f', 2)
                  .arg(memory.horizon.inDays(), 0, 'f', 0)
                  .arg(memory.worth->low, 0, 'f', 2)
                  .arg(memory.worth->high, 0, 'f', 2)
                  .arg(memory.worth->alive, 0, 'f', 3));
    for (const perception::Promise& promise : memory.promises)
        print(say(QT_TRANSLATE_NOOP("Headless", "Promise %1 (by %2, due %3): %4"))
                  .arg(text(promise.id), text(promise.by),
                       promise.due.isNever() ? QStringLiteral("–") : text(formatInstant(promise.due)),
                       text(stateOf(promise, now))));
    for (const auto& affinity : memory.affinities)
        for (const auto& one : affinity.categories)
            print(say(QT_TRANSLATE_NOOP("Headless", "Drawn to %1 (%2): %3 (90 %: %4 to %5)"))
                      .arg(text(one.value), text(affinity.id))
                      .arg(one.share, 0, 'f', 3)
                      .arg(one.low, 0, 'f', 3)
                      .arg(one.high, 0, 'f', 3));
    for (const auto& way : memory.ways)
        print(say(QT_TRANSLATE_NOOP("Headless", "On the way to %1: %2, %3 % of its milestones."))
                  .arg(text(way.goal), text(way.state))
                  .arg(way.share * 100, 0, 'f', 0));
}

} // namespace

int runCustomer(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 2, 2});
    if (!arguments)
        return Misused;
    auto reader = readerOf(arguments->words.front());
    if (!reader)
        return fail(reader.error());
    const auto run = (*reader)->run(arguments->option("run"));
    if (!run)
        return fail(run.error());
    const auto customer = session::customerNamed(**reader, run->id, arguments->words.back());
    if (!customer)
        return fail(customer.error());
    // How long a merge can be undone is as the run's own documents say.
    const auto workspace = session::openAsOf(arguments->words.front(), *run);
    if (!workspace)
        return fail(workspace.error());
    const auto merges = session::mergesOf(**reader, *run, customer->number, workspace->workspace->settings.undoMerges);
    if (!merges)
        return fail(merges.error());
    Context json;
    json.emplace_back("run", Value(run->tag));
    json.emplace_back("customer", Value("#" + std::to_string(customer->number)));
    json.emplace_back("key", Value(customer->key));
    json.emplace_back("name", Value(customer->name));
    json.emplace_back("account", Value(customer->isAccount));
    json.emplace_back("arm", Value(std::string(documents::nameOf(customer->arm))));
    json.emplace_back("mixed_arms", Value(customer->mixedArms));
    json.emplace_back("first_seen", Value(formatInstant(customer->firstSeen)));
    json.emplace_back("last_seen", Value(formatInstant(customer->lastSeen)));
    json.emplace_back("decisions", Value(static_cast<std::int64_t>(customer->decisions)));
    const auto memory = session::memoryOf(*workspace->program, *customer, run->clock);
    if (!arguments->has("json"))
        for (const auto& [name, value] : json)
            print(QStringLiteral("%1 %2").arg(text(name), -12).arg(text(value.toText())));
    if (memory && arguments->has("json"))
        json.emplace_back("memory", memoryJson(*memory, run->clock));
    else if (memory)
        printMemory(*memory, run->clock);
    List list;
    for (const session::MergeShown& merge : *merges)
        if (arguments->has("json"))
            list.push_back(mergeJson(merge));
        else
            printMerge(merge);
    if (arguments->has("json")) {
        json.emplace_back("merges", Value(std::move(list)));
        printJson(Value(std::move(json)));
    } else if (merges->empty()) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Nobody was merged into this customer.")));
    }
    return Done;
}

int runUnmerge(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"customer", "as", "reason", "run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    session::UndoMerge request;
    request.run = arguments->option("run");
    request.customer = arguments->option("customer");
    request.person = arguments->option("as");
    request.reason = arguments->option("reason");
    if (request.customer.empty())
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Say with --customer who is two persons.")));
    if (const auto done = session::undoMerge(arguments->words.front(), request); !done)
        return fail(done.error());
    if (arguments->has("json"))
        printJson(Value(Context{{"customer", Value(request.customer)}, {"undone", Value(true)}}));
    else
        print(say(QT_TRANSLATE_NOOP("Headless", "The merge of “%1” is undone: two persons again."))
                  .arg(text(request.customer)));
    return Done;
}

} // namespace wayreeve::headless
