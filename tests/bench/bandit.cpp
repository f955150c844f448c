// Classification as a bandit: bandit --csv FILE --label COL --seed S [--json]. The engine's own value model and choice,
// as shipped (exploration cap none, floor 0), goes through the rows once, in an order drawn by the seed; of each it is
// told only whether the class that it drew was right. FILE is CSV with a header line, or ARFF, told apart by content.
// Prints {"loss", "rows", "classes", "examples_per_s", "config"}.
#include "base/chance.h"
#include "base/hash.h"
#include "base/text.h"
#include "planning/choice_policy.h"
#include "planning/features.h"
#include "planning/value_model.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace wayreeve;
using namespace wayreeve::planning;

struct Table {
    std::vector<std::string> columns;
    std::vector<bool> nominal; ///< ARFF says so; of a CSV it is seen from the values
    std::vector<std::vector<std::string>> rows;
};

/// Comma-separated with single or double quotes; blanks around a value are dropped.
std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells(1);
    char quote = 0;
    for (const char c : line) {
        if (quote != 0 ? c == quote : (c == '"' || c == '\'') && trimmed(cells.back()).empty())
            quote = quote != 0 ? char{0} : c;
        else if (c == ',' && quote == 0)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    for (std::string& cell : cells)
        cell = std::string(trimmed(cell));
    return cells;
}

bool isMissing(const std::string& cell) {
    return cell.empty() || cell == "?" || asciiLower(cell) == "na" || asciiLower(cell) == "nan";
}

std::optional<double> numberOf(const std::string& cell) {
    double number = 0;
    const auto [end, failed] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return failed == std::errc() && end == cell.data() + cell.size() ? std::optional(number) : std::nullopt;
}

/// "@attribute 'a name' {x, y}": the name, and whether it is nominal.
void readAttribute(const std::string& line, Table& table) {
    const std::string rest(trimmed(std::string_view(line).substr(std::string_view("@attribute").size())));
    const bool quoted = !rest.empty() && (rest[0] == '\'' || rest[0] == '"');
    const std::size_t end = quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t{");
    table.columns.push_back(rest.substr(quoted ? 1 : 0, end - (quoted ? 1 : 0)));
    const std::string type =
        asciiLower(trimmed(std::string_view(rest).substr(std::min(rest.size(), end + (quoted ? 1 : 0)))));
    table.nominal.push_back(!(type.starts_with("numeric") || type.starts_with("real") || type.starts_with("integer")));
}

std::optional<Table> readTable(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        return std::nullopt;
    Table table;
    std::string line;
    bool arff = false, data = false;
    while (std::getline(file, line)) {
        const std::string text(trimmed(line));
        if (text.empty() || (text[0] == '%' && !data))
            continue;
        if (!data && text[0] == '@') {
            arff = true;
            if (asciiLower(text).starts_with("@attribute"))
                readAttribute(text, table);
            data = asciiLower(text).starts_with("@data");
            continue;
        }
        if (!arff && table.columns.empty()) {
            table.columns = cellsOf(text);
            data = true;
            continue;
        }
        std::vector<std::string> cells = cellsOf(text);
        if (data && cells.size() == table.columns.size())
            table.rows.push_back(std::move(cells));
    }
    if (!arff)
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            table.nominal.push_back(!std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
                return isMissing(row[c]) || numberOf(row[c]);
            }));
    return table;
}

struct Problem {
    std::vector<FieldSpec> fields;
    std::vector<std::vector<FieldValue>> rows;
    std::vector<std::uint32_t> labels;
    std::uint32_t classes = 0;
};

Problem problemOf(const Table& table, std::size_t label) {
    Problem problem;
    std::map<std::string, std::uint32_t> categories, classes;
    const auto code = [](std::map<std::string, std::uint32_t>& codes, const std::string& name) {
        return codes.try_emplace(name, static_cast<std::uint32_t>(codes.size()) + 1).first->second;
    };
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        if (c != label)
            problem.fields.push_back({static_cast<Sym>(problem.fields.size() + 1),
                                      table.nominal[c] ? FieldSpec::Kind::Category : FieldSpec::Kind::Numeric});
    for (const std::vector<std::string>& cells : table.rows) {
        std::vector<FieldValue> row;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (c == label)
                continue;
            const auto number = table.nominal[c] ? std::nullopt : numberOf(cells[c]);
            row.push_back(isMissing(cells[c]) ? FieldValue::missing()
                          : number            ? FieldValue::ofNumber(*number)
                                   : FieldValue::ofCategory(code(categories, std::to_string(c) + '=' + cells[c])));
        }
        problem.rows.push_back(std::move(row));
        problem.labels.push_back(code(classes, cells[label]) - 1);
    }
    problem.classes = static_cast<std::uint32_t>(classes.size());
    return problem;
}

std::vector<std::size_t> orderOf(std::size_t rows, std::uint64_t seed) {
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const Chance chance(seed);
    for (std::size_t i = rows; i > 1; --i)
        std::swap(order[i - 1], order[chance.below(static_cast<std::uint32_t>(i), i, 0, Purpose::ReplayOrder)]);
    return order;
}

std::size_t wrongIn(const Problem& problem, std::uint64_t seed) {
    FeatureMap features(problem.fields, 1);
    ValueModel model(features.layout());
    std::vector<std::uint32_t> arms;
    for (std::uint32_t a = 0; a < problem.classes; ++a)
        arms.push_back(static_cast<std::uint32_t>(model.ensureArm(a)));
    ChoicePolicy policy;
    ChoiceSettings settings;
    settings.caps = {std::nullopt, std::nullopt};
    Choice choice;
    std::vector<Prediction> predictions(arms.size());
    std::vector<ChoiceCandidate> candidates(arms.size());
    std::vector<float> x;
    const Chance chance(seed);
    std::size_t wrong = 0;
    std::uint64_t step = 0;
    for (const std::size_t i : orderOf(problem.rows.size(), seed)) {
        features.observe(problem.rows[i]);
        features.encode(problem.rows[i], x);
        model.predictAll(x, arms, predictions);
        for (std::size_t a = 0; a < arms.size(); ++a)
            candidates[a] = {predictions[a].probability(), predictions[a].scale, Risk::Low,
                             static_cast<std::uint32_t>(a)};
        policy.choose(candidates, settings, chance.uniform(++step, 0, Purpose::Choice), choice);
        const bool right = choice.chosen == problem.labels[i];
        wrong += right ? 0 : 1;
        model.update(x, choice.chosen, right ? 1.0 : 0.0);
    }
    return wrong;
}

int misused(const char* why) {
    std::fprintf(stderr, "%s\nUsage: bandit --csv FILE --label COL --seed S\n", why);
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    std::map<std::string, std::string> options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--json")
            continue;
        if ((word != "--csv" && word != "--label" && word != "--seed") || i + 1 == argc)
            return misused(("What is " + word + "?").c_str());
        options[word] = argv[++i];
    }
    std::uint64_t seed = 1;
    if (const std::string& text = options["--seed"]; !text.empty())
        if (const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seed);
            failed != std::errc() || end != text.data() + text.size())
            return misused("--seed takes a whole number.");
    const auto table = readTable(options["--csv"]);
    if (!table) {
        std::fprintf(stderr, "“%s” cannot be read.\n", options["--csv"].c_str());
        return 3;
    }
    const auto label = std::find(table->columns.begin(), table->columns.end(), options["--label"]);
    if (label == table->columns.end() || table->rows.empty())
        return misused("The file has no such column, or no rows.");
    const Problem problem = problemOf(*table, static_cast<std::size_t>(label - table->columns.begin()));
    const auto began = std::chrono::steady_clock::now();
    const std::size_t wrong = wrongIn(problem, seed);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("{\"loss\": %.6f, \"rows\": %zu, \"classes\": %u, \"examples_per_s\": %.0f}\n",
                static_cast<double>(wrong) / static_cast<double>(problem.rows.size()), problem.rows.size(),
                problem.classes, static_cast<double>(problem.rows.size()) / took.count());
    return 0;
}
