#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
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
    if (!arguments->has("json"))
        for (const auto& [name, value] : json)
            print(QStringLiteral("%1 %2").arg(text(name), -12).arg(text(value.toText())));
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
