#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "audit/queue_id.h"
#include "session/handoff.h"

namespace wayreeve::headless {

namespace {

constexpr std::int64_t mostSuggestions = 10'000;

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

void printPacket(const Value& packet) {
    print(text(packet.member("summary").toText()));
    for (const char* part : {"said", "tried", "next"})
        for (const Value& one : *packet.member(part).list()) {
            QString line = QStringLiteral("  ") + QLatin1String(part) + QLatin1Char(':');
            for (const auto& [name, value] : *one.context())
                line += QLatin1Char(' ') + text(name) + QLatin1Char('=') + text(value.toText());
            print(line);
        }
}

} // namespace

int runHandoff(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 2, 2});
    if (!arguments)
        return Misused;
    const std::filesystem::path folder = arguments->words[0];
    if (const auto missing = missingWorkspace(folder))
        return fail(*missing);
    const auto explanation = session::explain(folder, arguments->words[1], arguments->option("run"));
    if (!explanation)
        return fail(explanation.error());
    const std::vector<Value> packets = session::handoffPackets(*explanation);
    if (packets.empty())
        return fail(Error{"handoff.none", {{"id", arguments->words[1]}}, {}, 0, 0});
    if (arguments->has("json"))
        printJson(packets.back());
    else
        printPacket(packets.back());
    return Done;
}

int runSuggestions(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const std::filesystem::path folder = arguments->words[0];
    if (const auto missing = missingWorkspace(folder))
        return fail(*missing);
    const auto suggestions = session::openSuggestions(folder, arguments->option("run"), mostSuggestions);
    if (!suggestions)
        return fail(suggestions.error());
    List list;
    for (const governance::Proposal& p : suggestions->open)
        list.push_back(Context{{"id", audit::queueIdText(suggestions->run.tag, p.number)},
                               {"decision", audit::idText(suggestions->run.tag, p.decision)},
                               {"customer", Value(static_cast<std::int64_t>(p.customer))},
                               {"action", suggestions->symbols.name(p.candidate.action)},
                               {"created", formatInstant(p.created)},
                               {"subject", p.subject},
                               {"body", p.body},
                               {"priority", Value::fromDouble(p.candidate.score.priority)}});
    if (arguments->has("json")) {
        printJson(Value(std::move(list)));
        return Done;
    }
    if (list.empty()) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Nothing is suggested.")));
        return Done;
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Item")), "id"},
                {say(QT_TRANSLATE_NOOP("Headless", "Decision")), "decision"},
                {say(QT_TRANSLATE_NOOP("Headless", "Action")), "action"},
                {say(QT_TRANSLATE_NOOP("Headless", "Since (UTC)")), "created"},
                {say(QT_TRANSLATE_NOOP("Headless", "Draft")), "subject"}},
               list);
    return Done;
}

} // namespace wayreeve::headless
