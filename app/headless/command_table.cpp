#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "base/json.h"
#include "documents/fact_schema.h"
#include "rules/table_analysis.h"
#include "rules/temporal.h"
#include "session/open_workspace.h"
#include "ui/text/error_text.h"

#include <algorithm>

namespace wayreeve::headless {

namespace {

using rules::DecisionTable;
using rules::TableAnalysis;

List rowsFromOne(const std::vector<int>& rows) {
    List list;
    for (const int row : rows)
        list.emplace_back(row + 1);
    return list;
}

QString joined(const List& values) {
    QStringList texts;
    for (const Value& value : values)
        texts += QString::fromStdString(writeJson(value));
    return texts.join(QStringLiteral(", "));
}

/// JSON has no dates: they are texts, read by the input's type.
Value typed(const Value& given, rules::Type type) {
    if (!given.text())
        return given;
    const std::string& text = *given.text();
    bool local = false;
    switch (type) {
    case rules::Type::Date:
        return rules::parseDate(text);
    case rules::Type::Time:
        return rules::parseTime(text);
    case rules::Type::DateTime:
        return rules::parseDateTime(text, Zone(), local);
    case rules::Type::Duration:
    case rules::Type::Months:
        return rules::parseIsoDuration(text);
    default:
        return given;
    }
}

Value named(const DecisionTable& table, const std::vector<Value>& values) {
    Context context;
    for (std::size_t i = 0; i < values.size(); ++i)
        context.emplace_back(table.definition().inputs[i].name, values[i]);
    return Value(std::move(context));
}

int ask(const DecisionTable& table, const std::string& text, bool asJson) {
    const auto json = parseJson(text);
    const Context* given = json ? json->context() : nullptr;
    if (!given) {
        refuse(
            say(QT_TRANSLATE_NOOP("Headless", "--inputs takes a JSON object: the name of each input, and its value.")));
        return Misused;
    }
    std::vector<std::string> names;
    std::vector<Value> inputs;
    for (const rules::TableInput& input : table.definition().inputs) {
        names.push_back(input.name);
        inputs.push_back(typed(json->member(input.name), input.type));
    }
    for (const auto& [name, value] : *given)
        if (std::find(names.begin(), names.end(), name) == names.end())
            return refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "The table has no input “%1”.")), name, names));
    const DecisionTable::Answer answer = table.evaluate(inputs);
    if (asJson) {
        Context out;
        out.emplace_back("table", Value(table.definition().id));
        out.emplace_back("value", answer.value);
        out.emplace_back("rows", Value(rowsFromOne(answer.rows)));
        out.emplace_back("error", answer.error.empty() ? Value() : Value(std::string(answer.error)));
        printJson(Value(std::move(out)));
    } else if (!answer.error.empty()) {
        print(text::errorText(Error{std::string(answer.error)}));
    } else {
        print(QString::fromStdString(writeJson(answer.value)));
        print(answer.rows.empty()
                  ? say(QT_TRANSLATE_NOOP("Headless", "No row matches."))
                  : say(QT_TRANSLATE_NOOP("Headless", "From row %1.")).arg(joined(rowsFromOne(answer.rows))));
    }
    return answer.error.empty() ? Done : Findings;
}

Value finding(std::initializer_list<std::pair<const char*, Value>> members) {
    Context context;
    for (const auto& [name, value] : members)
        context.emplace_back(name, value);
    return Value(std::move(context));
}

int analyseTable(const DecisionTable& table, bool asJson) {
    const TableAnalysis found = rules::analyse(table);
    List overlaps, gaps, unreachable, undecided;
    for (const auto& o : found.overlaps)
        overlaps.push_back(
            finding({{"first", o.first + 1}, {"second", o.second + 1}, {"example", named(table, o.example)}}));
    for (const auto& gap : found.gaps)
        gaps.push_back(named(table, gap));
    for (const auto& u : found.unreachable)
        unreachable.push_back(finding({{"row", u.row + 1},
                                       {"by", u.by < 0 ? Value() : Value(u.by + 1)},
                                       {"example", u.example.empty() ? Value() : named(table, u.example)}}));
    constexpr const char* questions[] = {"overlap", "gap", "unreachable"};
    for (const auto& u : found.undecided)
        undecided.push_back(finding({{"question", questions[static_cast<std::size_t>(u.question)]},
                                     {"row", u.row < 0 ? Value() : Value(u.row + 1)},
                                     {"other", u.other < 0 ? Value() : Value(u.other + 1)}}));
    const rules::TableDefinition& definition = table.definition();
    const bool mustAnswer = definition.hitPolicy <= rules::HitPolicy::Priority &&
                            std::all_of(definition.outputs.begin(), definition.outputs.end(),
                                        [](const rules::TableOutput& output) { return output.otherwise.empty(); });
    const bool clean = (found.gaps.empty() || !mustAnswer) && found.unreachable.empty() &&
                       (found.overlaps.empty() || definition.hitPolicy != rules::HitPolicy::Unique);
    if (asJson) {
        printJson(finding({{"table", table.definition().id},
                           {"overlaps", overlaps},
                           {"gaps", gaps},
                           {"unreachable", unreachable},
                           {"undecided", undecided},
                           {"cut", found.isCut}}));
        return clean ? Done : Findings;
    }
    for (const auto& o : found.overlaps)
        print(say(QT_TRANSLATE_NOOP("Headless", "Rows %1 and %2 both match %3."))
                  .arg(o.first + 1)
                  .arg(o.second + 1)
                  .arg(QString::fromStdString(writeJson(named(table, o.example)))));
    for (const Value& gap : gaps)
        print(say(QT_TRANSLATE_NOOP("Headless", "No row matches %1.")).arg(QString::fromStdString(writeJson(gap))));
    for (const auto& u : found.unreachable)
        print(say(QT_TRANSLATE_NOOP("Headless", "Row %1 never answers.")).arg(u.row + 1));
    if (!undecided.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "Not decided, because cells are expressions: %L1."))
                  .arg(static_cast<qlonglong>(undecided.size())));
    if (clean && undecided.empty() && gaps.empty() && overlaps.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "The rows leave nothing open.")));
    return clean ? Done : Findings;
}

} // namespace

int runTable(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"inputs"}, {"analyse"}, 2, 2});
    if (!arguments)
        return Misused;
    const std::string inputs = arguments->option("inputs");
    if (inputs.empty() != arguments->has("analyse")) {
        refuse(say(QT_TRANSLATE_NOOP("Headless", "Say what to do: --inputs JSON or --analyse.")));
        return Misused;
    }
    auto workspace = session::openWorkspace(arguments->words[0]);
    if (!workspace)
        return fail(workspace.error());
    const auto facts = documents::FactSchema::build(*workspace->workspace);
    if (!facts)
        return fail(facts.error());
    const std::string& id = arguments->words[1];
    const auto table = facts->schema().table(documents::factName(id));
    if (!table || table->definition().id != id) {
        std::vector<std::string> known;
        for (const auto& each : workspace->workspace->tables)
            known.push_back(each->id);
        return refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "There is no decision table “%1”.")), id, known));
    }
    return arguments->has("analyse") ? analyseTable(*table, arguments->has("json"))
                                     : ask(*table, inputs, arguments->has("json"));
}

} // namespace wayreeve::headless
