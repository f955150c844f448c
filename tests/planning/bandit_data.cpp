#include "bandit_data.h"

#include "base/chance.h"
#include "base/text.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <numeric>

namespace wayreeve::planning::trial {

namespace {

// Comma-separated with single or double quotes; blanks around a value are dropped.
std::vector<std::string> splitRow(const std::string& line) {
    std::vector<std::string> out(1);
    char quote = 0;
    for (char c : line) {
        if (quote != 0 ? c == quote : (c == '"' || c == '\''))
            quote = quote != 0 ? char{0} : c;
        else if (c == ',' && quote == 0)
            out.emplace_back();
        else if (quote != 0 || (c != ' ' && c != '\t' && c != '\r'))
            out.back() += c;
    }
    return out;
}

std::vector<std::size_t> shuffled(std::size_t n, std::uint64_t seed) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const Chance chance(seed);
    for (std::size_t i = n; i > 1; --i)
        std::swap(order[i - 1], order[chance.below(static_cast<std::uint32_t>(i), i, 0, Purpose::ReplayOrder)]);
    return order;
}

struct Categories {
    std::map<std::string, std::uint32_t> codes;
    std::uint32_t operator()(const std::string& name) {
        return codes.try_emplace(name, static_cast<std::uint32_t>(codes.size()) + 1).first->second;
    }
};

} // namespace

std::string dataDirectory() {
    const char* named = std::getenv("WAYREEVE_TEST_DATA");
    return named != nullptr ? named : std::string(WAYREEVE_SOURCE_DIR) + "/../shared/data";
}

std::optional<Classification> readArff(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        return std::nullopt;
    Classification data;
    Categories categories;
    Categories classes;
    std::string line;
    bool inData = false;
    while (std::getline(file, line)) {
        const std::string text(trimmed(line));
        if (text.empty() || text[0] == '%')
            continue;
        if (text[0] == '@') {
            inData = inData || asciiLower(text).starts_with("@data");
            if (asciiLower(text).starts_with("@attribute"))
                data.fields.push_back({static_cast<Sym>(data.fields.size() + 1), text.find('{') == std::string::npos
                                                                                     ? FieldSpec::Kind::Numeric
                                                                                     : FieldSpec::Kind::Category});
            continue;
        }
        const std::vector<std::string> cells = splitRow(text);
        if (!inData || cells.size() != data.fields.size())
            continue;
        std::vector<FieldValue> row;
        for (std::size_t i = 0; i + 1 < cells.size(); ++i)
            row.push_back(cells[i] == "?" ? FieldValue::missing()
                          : data.fields[i].kind == FieldSpec::Kind::Numeric
                              ? FieldValue::ofNumber(std::strtod(cells[i].c_str(), nullptr))
                              : FieldValue::ofCategory(categories(std::to_string(i) + '=' + cells[i])));
        data.rows.push_back(std::move(row));
        data.labels.push_back(classes(cells.back()) - 1);
    }
    if (!data.fields.empty())
        data.fields.pop_back();
    data.classes = static_cast<std::uint32_t>(classes.codes.size());
    return data;
}

double progressiveLoss(const Classification& data, std::uint64_t seed) {
    FeatureMap features(data.fields, 7);
    ValueModel model(features.layout());
    std::vector<std::uint32_t> arms;
    for (std::uint32_t a = 0; a < data.classes; ++a)
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
    std::size_t step = 0;
    for (std::size_t i : shuffled(data.rows.size(), seed)) {
        features.observe(data.rows[i]);
        features.encode(data.rows[i], x);
        model.predictAll(x, arms, predictions);
        for (std::size_t a = 0; a < arms.size(); ++a)
            candidates[a] = {predictions[a].probability(), predictions[a].scale, Risk::Low,
                             static_cast<std::uint32_t>(a)};
        policy.choose(candidates, settings, chance.uniform(++step, 0, Purpose::Choice), choice);
        const bool right = choice.chosen == data.labels[i];
        wrong += right ? 0 : 1;
        model.update(x, choice.chosen, right ? 1.0 : 0.0);
    }
    return static_cast<double>(wrong) / static_cast<double>(data.rows.size());
}

std::optional<Mailing> readHillstrom(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!file || !std::getline(file, line))
        return std::nullopt;
    using Kind = FieldSpec::Kind;
    Mailing mailing;
    mailing.fields = {{1, Kind::Numeric}, {2, Kind::Category}, {3, Kind::Numeric}, {4, Kind::Numeric},
                      {5, Kind::Numeric}, {6, Kind::Category}, {7, Kind::Numeric}, {8, Kind::Category}};
    Categories categories;
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = splitRow(line);
        if (cells.size() != 12)
            continue;
        std::vector<FieldValue> row;
        for (std::size_t f = 0; f < mailing.fields.size(); ++f)
            row.push_back(mailing.fields[f].kind == Kind::Numeric
                              ? FieldValue::ofNumber(std::strtod(cells[f].c_str(), nullptr))
                              : FieldValue::ofCategory(categories(cells[f])));
        mailing.rows.push_back(std::move(row));
        mailing.arms.push_back(cells[8][0] == 'M' ? 1 : cells[8][0] == 'W' ? 2 : 0);
        mailing.visits.push_back(cells[9] == "1" ? 1 : 0);
    }
    return mailing;
}

MailingResult replay(const Mailing& mailing, std::uint64_t order, const std::vector<std::uint32_t>& keys,
                     const std::vector<std::uint32_t>& later, double halfLife) {
    constexpr std::size_t epoch = 60;
    FeatureMap features(mailing.fields, 11);
    ValueModelSettings learning;
    learning.forgetHalfLife = halfLife;
    ValueModel model(features.layout(), learning);
    std::vector<std::uint32_t> arms;
    for (std::uint32_t key : {0U, 1U, 2U})
        arms.push_back(static_cast<std::uint32_t>(model.ensureArm(key)));
    ChoicePolicy policy;
    ChoiceSettings settings;
    settings.caps = {std::nullopt, std::nullopt};
    Choice choice;
    std::vector<Prediction> predictions(arms.size());
    std::vector<ChoiceCandidate> candidates(arms.size());
    std::vector<float> x;
    const Chance chance(order);
    const std::vector<std::size_t> rows = shuffled(mailing.rows.size(), order);
    MailingResult result;
    result.share.assign(3, 0.0);
    result.lastQuarterShare.assign(3, 0.0);
    double visits = 0.0;
    double lateVisits = 0.0;
    double late = 0.0;
    double lastQuarter = 0.0;
    std::vector<std::pair<std::size_t, std::uint32_t>> learned; // row and its arm
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const std::size_t i = rows[k];
        const std::uint32_t arm = (later.empty() || k < rows.size() / 2 ? keys : later)[mailing.arms[i]];
        features.encode(mailing.rows[i], x);
        model.predictAll(x, arms, predictions);
        for (std::size_t a = 0; a < 3; ++a)
            candidates[a] = {predictions[a].probability(), predictions[a].scale, Risk::Low,
                             static_cast<std::uint32_t>(a)};
        policy.choose(candidates, settings, chance.uniform(k, 0, Purpose::Choice), choice);
        result.share[choice.chosen] += 1.0 / static_cast<double>(rows.size());
        if (k >= rows.size() - rows.size() / 4) {
            result.lastQuarterShare[choice.chosen] += 1.0;
            result.chosenLow += predictions[choice.chosen].low;
            result.chosenHigh += predictions[choice.chosen].high;
            lastQuarter += 1.0;
        }
        if (choice.chosen == arm) {
            ++result.matched;
            visits += mailing.visits[i];
            if (k >= rows.size() / 2) {
                late += 1.0;
                lateVisits += mailing.visits[i];
            }
            learned.emplace_back(i, arm);
        }
        if ((k + 1) % epoch != 0 && k + 1 != rows.size())
            continue;
        for (const auto& [row, taken] : learned) {
            features.observe(mailing.rows[row]);
            features.encode(mailing.rows[row], x);
            model.update(x, taken, mailing.visits[row]);
        }
        model.endEpoch();
        learned.clear();
    }
    result.visitRate = visits / static_cast<double>(result.matched);
    result.secondHalf = lateVisits / late;
    for (double& share : result.lastQuarterShare)
        share /= lastQuarter;
    result.chosenLow /= lastQuarter;
    result.chosenHigh /= lastQuarter;
    return result;
}

} // namespace wayreeve::planning::trial
