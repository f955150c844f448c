// Classification as a bandit: bandit --csv FILE --label COL --seed S [--json]. The engine's own value model and choice,
// as shipped (exploration cap none, floor 0), goes through the rows once, in an order drawn by the seed; of each it is
// told only whether the class that it drew was right, and learns at once. FILE is CSV or ARFF (bandit_table.h); COL is
// a column's name or its number from 1. Prints {"loss", "rows", "classes", "examples_per_s", "config"}: wrong draws per
// row, and the hash of the value model's configuration (planning::configHash).
#include "bandit_table.h"

#include "base/chance.h"
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

using namespace bench;

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
    ValueModel model(features.layout(), ValueModelSettings{});
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
    std::ifstream file(options["--csv"]);
    if (!file) {
        std::fprintf(stderr, "“%s” cannot be read.\n", options["--csv"].c_str());
        return 3;
    }
    const Table table = readTable(file);
    if (!table.problem.empty()) {
        std::fprintf(stderr, "%s, %s.\n", options["--csv"].c_str(), table.problem.c_str());
        return 3;
    }
    const auto label = table.column(options["--label"]);
    if (!label) {
        std::string names;
        for (const std::string& name : table.columns)
            names += (names.empty() ? "" : ", ") + name;
        return misused(("There is no column “" + options["--label"] + "”. There are: " + names).c_str());
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (isMissing(table.rows[row][*label])) {
            std::fprintf(stderr, "Row %zu has no label.\n", row + 1);
            return 3;
        }
    const Problem problem = problemOf(table, *label);
    const auto began = std::chrono::steady_clock::now();
    const std::size_t wrong = wrongIn(problem, seed);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("{\"loss\": %.6f, \"rows\": %zu, \"classes\": %u, \"examples_per_s\": %.0f, \"config\": \"%s\"}\n",
                static_cast<double>(wrong) / static_cast<double>(problem.rows.size()), problem.rows.size(),
                problem.classes, static_cast<double>(problem.rows.size()) / took.count(),
                configHash(ValueModelSettings{}).hex().c_str());
    return 0;
}
