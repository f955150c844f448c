#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "base/json.h"
#include "session/open_workspace.h"
#include "session/quarantine.h"
#include "session/store_access.h"
#include "ui/text/error_text.h"

#include <QStringList>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace wayreeve::headless {

namespace {

Value sentAgainJson(const std::optional<session::SentAgain>& sent) {
    if (!sent)
        return {};
    return Context{{"at", Value(formatInstant(sent->at))},
                   {"person", sent->person.empty() ? Value() : Value(sent->person)},
                   {"run", Value(sent->run)},
                   {"number", Value(std::to_string(sent->number))},
                   {"fate", Value(std::string(perception::nameOf(sent->fate)))}};
}

QString sentAgainWords(const session::SentAgain& sent) {
    const QString fate = QString::fromLatin1(perception::nameOf(sent.fate));
    const QString at = QString::fromStdString(formatInstant(sent.at));
    return sent.person.empty()
               ? say(QT_TRANSLATE_NOOP("Headless", "%1: %2")).arg(at, fate)
               : say(QT_TRANSLATE_NOOP("Headless", "%1 by %2: %3")).arg(at, QString::fromStdString(sent.person), fate);
}

/// Empty where it was not kept.
std::string sentenceOf(const Error& reason) {
    return reason.code.empty() ? std::string() : text::errorText(reason).toStdString();
}

Value count(std::uint64_t number) {
    return Value(static_cast<std::int64_t>(number));
}

/// The window and the store name people by id; whoever is not in people.yaml is nobody.
std::optional<Error> unknownPerson(const std::filesystem::path& folder, const std::string& person) {
    const auto workspace = session::openWorkspace(folder);
    if (!workspace)
        return workspace.error();
    const auto& people = workspace->workspace->people;
    if (people && !people->people.empty() && !people->find(person))
        return Error{"approval.unknown-person", {{"person", person}}, {}, 0, 0};
    return std::nullopt;
}

int sendAgain(const Arguments& arguments, const std::filesystem::path& folder, std::uint64_t mends) {
    const std::string file = arguments.option("send"), person = arguments.option("as");
    if (arguments.options.contains("as"))
        if (const auto unknown = unknownPerson(folder, person))
            return fail(*unknown);
    std::ifstream in;
    if (file != "-")
        in.open(file, std::ios::binary);
    if (file != "-" && !in)
        return fail(Error{"io.read-failed", {{"file", file}}, {}, 0, 0});
    std::istream& from = file == "-" ? std::cin : in;
    const std::string text{std::istreambuf_iterator<char>(from), std::istreambuf_iterator<char>()};
    const auto sent = session::sendMended(folder, text, {arguments.option("run"), mends, person});
    if (!sent)
        return fail(sent.error());
    if (arguments.has("json"))
        printJson(Context{{"sent", Value(true)}, {"mends", Value(*sent)}});
    else
        print(*sent ? say(QT_TRANSLATE_NOOP("Headless", "The live run has received it; quarantine remembers that."))
                    : say(QT_TRANSLATE_NOOP("Headless",
                                            "The live run has received it. Which event of quarantine it mends is not "
                                            "known: --number N says it.")));
    return Done;
}

void printReasons(const session::Quarantine& found) {
    List rows;
    for (const session::QuarantineReason& reason : found.reasons)
        rows.push_back(Context{{"fate", Value(std::string(perception::nameOf(reason.fate)))},
                               {"message", Value(sentenceOf(reason.reason))},
                               {"count", count(reason.count)},
                               {"open", count(reason.open)}});
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Fate")), "fate"},
                {say(QT_TRANSLATE_NOOP("Headless", "Events")), "count", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Not sent again")), "open", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Why")), "message"}},
               rows);
}

} // namespace

int runQuarantine(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "limit", "send", "number", "as"}, {"open", "reasons"}, 1, 1});
    if (!arguments)
        return Misused;
    const auto limit = number(*arguments, "limit", 50, 1, 100'000);
    const auto mends = number(*arguments, "number", 0, 1, (1LL << 40) - 1);
    if (!limit || !mends)
        return Usage;
    if (const auto missing = missingWorkspace(arguments->words.front()))
        return fail(*missing);
    const std::filesystem::path folder(arguments->words.front());
    if (!arguments->option("send").empty())
        return sendAgain(*arguments, folder, static_cast<std::uint64_t>(*mends));
    session::QuarantineQuery query;
    query.run = arguments->option("run");
    query.limit = static_cast<std::size_t>(*limit);
    query.onlyOpen = arguments->has("open");
    const auto found = session::quarantined(folder, query);
    if (!found)
        return fail(found.error());
    List rows;
    for (const session::QuarantinedEvent& event : found->events)
        rows.push_back(Context{{"number", Value(std::to_string(event.sequence))},
                               {"received", Value(formatInstant(event.receivedAt))},
                               {"name", Value(event.name)},
                               {"fate", Value(std::string(perception::nameOf(event.fate)))},
                               {"code", Value(event.reason.code)},
                               {"message", Value(sentenceOf(event.reason))},
                               {"event", Value(event.text)},
                               {"sent_again", sentAgainJson(event.sentAgain)}});
    if (arguments->has("json")) {
        List reasons;
        for (const session::QuarantineReason& reason : found->reasons)
            reasons.push_back(Context{{"fate", Value(std::string(perception::nameOf(reason.fate)))},
                                      {"code", Value(reason.reason.code)},
                                      {"message", Value(sentenceOf(reason.reason))},
                                      {"count", count(reason.count)},
                                      {"open", count(reason.open)}});
        printJson(Context{{"run", Value(found->run)},
                          {"count", count(found->count)},
                          {"open", count(found->open)},
                          {"reasons", Value(std::move(reasons))},
                          {"quarantine", Value(std::move(rows))}});
        return Done;
    }
    if (found->count == 0) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Nothing is in quarantine.")));
        return Done;
    }
    print(say(QT_TRANSLATE_NOOP("Headless", "Held back by run %1: %2, of them not sent again: %3"))
              .arg(QString::fromStdString(found->run))
              .arg(found->count)
              .arg(found->open));
    if (arguments->has("reasons")) {
        printReasons(*found);
        return Done;
    }
    List shown;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const session::QuarantinedEvent& event = found->events[i];
        Context row = *rows[i].context();
        row.emplace_back("again",
                         Value(event.sentAgain ? sentAgainWords(*event.sentAgain).toStdString() : std::string("–")));
        shown.push_back(Value(std::move(row)));
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Number")), "number", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Received")), "received"},
                {say(QT_TRANSLATE_NOOP("Headless", "Event")), "name"},
                {say(QT_TRANSLATE_NOOP("Headless", "Sent again")), "again"},
                {say(QT_TRANSLATE_NOOP("Headless", "Why")), "message"}},
               shown);
    return Done;
}

} // namespace wayreeve::headless
