#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "governance/rights.h"
#include "session/runs.h"
#include "session/store_access.h"

#include <map>
#include <optional>

namespace wayreeve::headless {

namespace {

template <class List>
std::vector<std::string> idsOf(const List& items) {
    std::vector<std::string> ids;
    for (const auto& item : items)
        ids.push_back(item.id);
    return ids;
}

Value stopJson(const std::map<std::string, std::string>& scopes, const std::optional<std::string>& lifted) {
    List stopped, freed;
    for (const auto& [scope, person] : scopes)
        stopped.push_back(Value(scopeWord(scope)));
    if (lifted)
        freed.push_back(Value(scopeWord(*lifted)));
    Context json;
    json.emplace_back("stopped", Value(std::move(stopped)));
    json.emplace_back("lifted", Value(std::move(freed)));
    return Value(std::move(json));
}

/// What a lift freed, or that there was nothing of the kind to free; then all that is stopped now.
void printStops(const std::map<std::string, std::string>& scopes, const std::string& scope,
                std::optional<bool> lifted) {
    if (lifted == true)
        print(say(QT_TRANSLATE_NOOP("Headless", "Lifted: %1")).arg(scopeText(scope)));
    else if (lifted)
        print(scope.empty()
                  ? say(QT_TRANSLATE_NOOP("Headless", "There was no stop of everything, so nothing was lifted."))
                  : say(QT_TRANSLATE_NOOP("Headless", "%1 was not stopped by itself, so nothing was lifted."))
                        .arg(scopeText(scope)));
    if (scopes.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "Nothing is stopped.")));
    for (const auto& [stopped, person] : scopes) {
        const QString line = (lifted ? say(QT_TRANSLATE_NOOP("Headless", "Still stopped: %1"))
                                     : say(QT_TRANSLATE_NOOP("Headless", "Stopped: %1")))
                                 .arg(scopeText(stopped));
        print(person.empty()
                  ? line
                  : line + say(QT_TRANSLATE_NOOP("Headless", ", by %1")).arg(QString::fromStdString(person)));
    }
}

/// Everybody who is known may stop; lifting needs a role.
Result<void> mayStop(const documents::PeopleList* people, const std::string& person, bool lift) {
    if (lift)
        return governance::checkRight(people, person, governance::Right::LiftStop);
    if (people && !people->people.empty() && !people->find(person))
        return Error{"approval.unknown-person", {{"person", person}}};
    return {};
}

} // namespace

int runStop(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"agent", "action", "as"}, {"lift"}, 1, 1});
    if (!arguments)
        return Misused;
    if (arguments->options.contains("agent") && arguments->options.contains("action"))
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Stop one agent or one action, not both at once.")));
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    std::string scope;
    if (const std::string agent = arguments->option("agent"); !agent.empty()) {
        if (!workspace->workspace->agents->find(agent))
            return refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "There is no agent “%1”.")), agent,
                                      idsOf(workspace->workspace->agents->agents)));
        scope = "agent/" + agent;
    }
    if (const std::string action = arguments->option("action"); !action.empty()) {
        if (!workspace->workspace->actions->find(action))
            return refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "There is no action “%1”.")), action,
                                      idsOf(workspace->workspace->actions->actions)));
        scope = "action/" + action;
    }
    const std::filesystem::path folder(arguments->words.front());
    const std::string who = arguments->option("as");
    if (arguments->options.contains("as"))
        if (const auto may = mayStop(workspace->workspace->people.get(), who, arguments->has("lift")); !may)
            return fail(may.error());
    std::optional<bool> lifted;
    if (arguments->has("lift")) {
        auto done = session::liftStop(folder, scope, who);
        if (!done)
            return fail(done.error());
        lifted = *done;
    } else if (auto set = session::setStop(folder, scope, who); !set) {
        return fail(set.error());
    }
    auto scopes = session::stopScopes(folder);
    if (!scopes)
        return fail(scopes.error());
    if (arguments->has("json"))
        printJson(stopJson(*scopes, lifted == true ? std::optional(scope) : std::nullopt));
    else
        printStops(*scopes, scope, lifted);
    return Done;
}

int runDispatch(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    const std::string tag = arguments->option("run");
    std::vector<std::pair<std::string, int>> settled;
    if (tag.empty()) {
        auto all = session::drainAllOutboxes(*workspace);
        if (!all)
            return fail(all.error());
        settled = std::move(*all);
    } else {
        const auto one = session::drainOutbox(*workspace, tag);
        if (!one)
            return fail(one.error());
        settled.emplace_back(tag, *one);
    }
    int total = 0;
    List runs;
    for (const auto& [run, count] : settled) {
        total += count;
        Context json;
        json.emplace_back("run", Value(run));
        json.emplace_back("settled", Value(count));
        runs.push_back(Value(std::move(json)));
        if (!arguments->has("json") && settled.size() > 1)
            print(say(QT_TRANSLATE_NOOP("Headless", "%1: %L2 items")).arg(QString::fromStdString(run)).arg(count));
    }
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("settled", Value(total));
        json.emplace_back("runs", Value(std::move(runs)));
        printJson(Value(std::move(json)));
    } else {
        print(say(QT_TRANSLATE_NOOP("Headless", "%1 items were settled.")).arg(total));
    }
    return Done;
}

} // namespace wayreeve::headless
