#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "app/headless/progress.h"
#include "session/backtest.h"

namespace wayreeve::headless {

namespace {

using session::Backtest;
using session::BeforeAfter;

Value count(std::uint64_t n) {
    return Value(static_cast<std::int64_t>(n));
}

Value jsonOf(const BeforeAfter& counted) {
    return Value(Context{{"before", count(counted.before)}, {"after", count(counted.after)}});
}

Value jsonOf(const std::map<std::string, BeforeAfter>& counted) {
    Context json;
    for (const auto& [name, both] : counted)
        json.emplace_back(name, jsonOf(both));
    return Value(std::move(json));
}

std::string actionWord(const Backtest& report, Sym action) {
    return action == 0 ? "wait" : report.symbols.name(action);
}

Value jsonOf(const Backtest& report, const engine::JudgedChoice& choice) {
    Context json;
    json.emplace_back("action", Value(actionWord(report, choice.action)));
    json.emplace_back("content", choice.content == 0 ? Value() : Value(report.symbols.name(choice.content)));
    json.emplace_back("channel", Value(std::string(documents::nameOf(choice.channel))));
    json.emplace_back("risk", Value(std::string(documents::nameOf(choice.risk))));
    json.emplace_back("ruling", Value(std::string(governance::nameOf(choice.ruling))));
    json.emplace_back("priority", Value::fromDouble(choice.priority));
    return Value(std::move(json));
}

List examplesOf(const Backtest& report) {
    List list;
    for (const engine::Rejudged& one : report.examples) {
        Context json;
        json.emplace_back("decision", Value(audit::idText(report.run.tag, one.decision)));
        json.emplace_back("time", Value(formatInstant(one.time)));
        json.emplace_back("drawn", Value(one.drawn));
        json.emplace_back("before", jsonOf(report, one.before));
        json.emplace_back("after", jsonOf(report, one.after));
        json.emplace_back("removed_by", one.removedBy == 0 ? Value() : Value(report.symbols.name(one.removedBy)));
        list.push_back(Value(std::move(json)));
    }
    return list;
}

void answerJson(const Backtest& report) {
    const auto texts = [](const std::vector<std::string>& from) {
        List list;
        for (const std::string& text : from)
            list.push_back(Value(text));
        return Value(std::move(list));
    };
    Context removers;
    for (const auto& [name, n] : report.removers)
        removers.emplace_back(name, count(n));
    Context json;
    json.emplace_back("run", Value(report.run.tag));
    json.emplace_back("days", Value::fromDouble(report.days()));
    json.emplace_back("changed", texts(report.changed));
    json.emplace_back("new_facts", texts(report.newFacts));
    json.emplace_back("choices", count(report.choices));
    json.emplace_back("other_action", count(report.otherAction));
    json.emplace_back("other_way", count(report.otherWay));
    json.emplace_back("other_ruling", count(report.otherRuling));
    json.emplace_back("actions", jsonOf(report.actions));
    json.emplace_back("rulings", jsonOf(report.rulings));
    json.emplace_back("removed_by", Value(std::move(removers)));
    json.emplace_back("queued", jsonOf(report.queued));
    json.emplace_back("sent", jsonOf(report.sent));
    json.emplace_back("expected_before", Value::fromDouble(report.worthBefore));
    json.emplace_back("expected_after", Value::fromDouble(report.worthAfter));
    json.emplace_back("examples", Value(examplesOf(report)));
    printJson(Value(std::move(json)));
}

std::string perDay(const Backtest& report, std::uint64_t n) {
    return QString::number(report.days() > 0 ? static_cast<double>(n) / report.days() : 0, 'f', 1).toStdString();
}

void printCounts(const QString& head, const std::map<std::string, BeforeAfter>& counted) {
    List rows;
    for (const auto& [name, both] : counted)
        rows.push_back(Value(Context{
            {"name", Value(name)},
            {"before", count(both.before)},
            {"after", count(both.after)},
            {"change", Value(static_cast<std::int64_t>(both.after) - static_cast<std::int64_t>(both.before))}}));
    printTable({{head, "name"},
                {say(QT_TRANSLATE_NOOP("Headless", "As it was")), "before", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Changed")), "after", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Difference")), "change", true}},
               rows);
}

void printReport(const Backtest& report) {
    QStringList changed;
    for (const std::string& name : report.changed)
        changed << QString::fromStdString(name);
    print(say(QT_TRANSLATE_NOOP("Headless", "Run %1, %L2 choices in %3 days. Other documents: %4."))
              .arg(QString::fromStdString(report.run.tag))
              .arg(report.choices)
              .arg(QString::number(report.days(), 'f', 1), changed.isEmpty()
                                                               ? say(QT_TRANSLATE_NOOP("Headless", "none"))
                                                               : changed.join(QStringLiteral(", "))));
    for (const std::string& fact : report.newFacts)
        print(say(QT_TRANSLATE_NOOP("Headless", "The past does not know “%1”: conditions over it could not be judged."))
                  .arg(QString::fromStdString(fact)));
    print(say(QT_TRANSLATE_NOOP("Headless", "Decided otherwise: %L1 (another action %L2, another way %L3, another "
                                            "ruling %L4)."))
              .arg(report.different())
              .arg(report.otherAction)
              .arg(report.otherWay)
              .arg(report.otherRuling));
    print(say(QT_TRANSLATE_NOOP("Headless", "For people: %1 a day, changed %2. Sent: %3 a day, changed %4."))
              .arg(QString::fromStdString(perDay(report, report.queued.before)),
                   QString::fromStdString(perDay(report, report.queued.after)),
                   QString::fromStdString(perDay(report, report.sent.before)),
                   QString::fromStdString(perDay(report, report.sent.after))));
    print(say(QT_TRANSLATE_NOOP("Headless", "Expected by the models of the time: %1, changed %2."))
              .arg(QString::number(report.worthBefore, 'f', 2), QString::number(report.worthAfter, 'f', 2)));
    printCounts(say(QT_TRANSLATE_NOOP("Headless", "Ruling")), report.rulings);
    printCounts(say(QT_TRANSLATE_NOOP("Headless", "Action")), report.actions);
    List removers;
    for (const auto& [name, n] : report.removers)
        removers.push_back(Value(Context{{"name", Value(name)}, {"n", count(n)}}));
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "What had been chosen is removed by")), "name"},
                {say(QT_TRANSLATE_NOOP("Headless", "Times")), "n", true}},
               removers);
    List rows;
    for (const engine::Rejudged& one : report.examples)
        rows.push_back(Value(Context{
            {"decision", Value(audit::idText(report.run.tag, one.decision))},
            {"before",
             Value(actionWord(report, one.before.action) + " " + std::string(governance::nameOf(one.before.ruling)))},
            {"after",
             Value(actionWord(report, one.after.action) + " " + std::string(governance::nameOf(one.after.ruling)))},
            {"by", Value(one.removedBy == 0 ? std::string() : report.symbols.name(one.removedBy))}}));
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Decision")), "decision"},
                {say(QT_TRANSLATE_NOOP("Headless", "As it was")), "before"},
                {say(QT_TRANSLATE_NOOP("Headless", "Changed")), "after"},
                {say(QT_TRANSLATE_NOOP("Headless", "Removed by")), "by"}},
               rows);
}

} // namespace

int runBacktest(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "with", "threads", "examples"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    const auto threads = number(*arguments, "threads", 1, 1, 64);
    const auto examples = number(*arguments, "examples", 20, 0, 100'000);
    if (!threads || !examples)
        return Usage;
    if (!arguments->options.contains("with"))
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Name the folder with the changed documents with --with.")));
    for (const std::string& folder : {arguments->words.front(), arguments->option("with")})
        if (const auto missing = missingWorkspace(folder))
            return fail(*missing);
    const auto report = session::backtest(arguments->words.front(), arguments->option("with"), arguments->option("run"),
                                          static_cast<unsigned>(*threads), static_cast<std::size_t>(*examples),
                                          runProgress(arguments->has("json")));
    if (!report)
        return fail(report.error());
    if (arguments->has("json"))
        answerJson(**report);
    else
        printReport(**report);
    return Done;
}

} // namespace wayreeve::headless
