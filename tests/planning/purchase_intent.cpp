#include "purchase_intent.h"

#include "planning/features.h"
#include "planning/value_model.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

namespace wayreeve::planning::trial {

std::optional<Sessions> readSessions(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line))
        return std::nullopt;
    const auto cellsOf = [](const std::string& text) {
        std::vector<std::string> cells;
        std::stringstream stream(text);
        for (std::string cell; std::getline(stream, cell, ',');) {
            cell.erase(std::remove_if(cell.begin(), cell.end(), [](char c) { return c == '\r' || c == ' '; }),
                       cell.end());
            cells.push_back(cell);
        }
        return cells;
    };
    const std::vector<std::string> names{"Month", "OperatingSystems", "Browser", "Region", "TrafficType"};
    const std::vector<std::string> heads = cellsOf(line);
    Sessions sessions;
    for (const std::string& head : heads)
        if (head != "PageValues" && head != "Revenue") {
            sessions.columns.push_back(head);
            sessions.categories.push_back(std::find(names.begin(), names.end(), head) != names.end());
        }
    if (sessions.columns.size() + 2 != heads.size())
        return std::nullopt;
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = cellsOf(line);
        if (cells.size() != heads.size())
            continue;
        std::vector<double> row;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (heads[i] == "Revenue")
                sessions.bought.push_back(cells[i] == "1" || cells[i] == "TRUE" ? 1 : 0);
            else if (heads[i] != "PageValues")
                row.push_back(std::strtod(cells[i].c_str(), nullptr));
        }
        sessions.rows.push_back(std::move(row));
    }
    return sessions;
}

std::vector<double> valueModelScores(const Sessions& sessions, std::size_t first) {
    std::vector<FieldSpec> fields;
    for (std::size_t i = 0; i < sessions.columns.size(); ++i)
        fields.push_back(
            {static_cast<Sym>(i + 1), sessions.categories[i] ? FieldSpec::Kind::Category : FieldSpec::Kind::Numeric});
    FeatureMap features(fields, 1);
    ValueModel model(features.layout());
    const std::size_t arm = model.ensureArm(0);
    std::vector<float> x;
    std::vector<double> scores;
    for (std::size_t row = 0; row < sessions.rows.size(); ++row) {
        std::vector<FieldValue> values;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const double value = sessions.rows[row][i];
            values.push_back(sessions.categories[i]
                                 ? FieldValue::ofCategory(static_cast<std::uint32_t>(i * 1000 + value + 1))
                                 : FieldValue::ofNumber(value));
        }
        if (row < first) {
            features.observe(values);
            features.encode(values, x);
            (void)model.update(x, arm, sessions.bought[row]);
        } else {
            features.encode(values, x);
            scores.push_back(model.predict(x, arm).mean);
        }
    }
    return scores;
}

std::vector<double> logisticScores(const Sessions& sessions, std::size_t first) {
    using Eigen::Index;
    std::vector<std::map<double, Index>> slots(sessions.columns.size());
    Index width = 1;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (!sessions.categories[i]) {
            ++width;
            continue;
        }
        for (std::size_t row = 0; row < first; ++row)
            slots[i].emplace(sessions.rows[row][i], 0);
        for (auto& [value, slot] : slots[i])
            slot = width++;
    }
    const auto rows = static_cast<Index>(sessions.rows.size()), fitted = static_cast<Index>(first);
    Eigen::MatrixXd x = Eigen::MatrixXd::Zero(rows, width);
    x.col(0).setOnes();
    Index column = 1;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        for (Index row = 0; row < rows; ++row) {
            const double value = sessions.rows[static_cast<std::size_t>(row)][i];
            if (!sessions.categories[i])
                x(row, column) = value;
            else if (const auto slot = slots[i].find(value); slot != slots[i].end())
                x(row, slot->second) = 1;
        }
        if (!sessions.categories[i]) {
            const double mean = x.col(column).head(fitted).mean();
            const double deviation = std::sqrt((x.col(column).head(fitted).array() - mean).square().mean());
            x.col(column) = (x.col(column).array() - mean) / (deviation > 0 ? deviation : 1);
        }
        column += sessions.categories[i] ? static_cast<Index>(slots[i].size()) : 1;
    }
    const Eigen::MatrixXd train = x.topRows(fitted);
    Eigen::VectorXd bought(fitted), beta = Eigen::VectorXd::Zero(width);
    for (Index row = 0; row < fitted; ++row)
        bought(row) = sessions.bought[static_cast<std::size_t>(row)];
    for (int round = 0; round < 30; ++round) {
        const Eigen::ArrayXd p = 1 / (1 + (-(train * beta).array()).exp());
        const Eigen::VectorXd gradient = train.transpose() * (bought - p.matrix()) - 1e-3 * beta;
        Eigen::MatrixXd hessian = train.transpose() * (p * (1 - p)).matrix().asDiagonal() * train;
        hessian.diagonal().array() += 1e-3;
        const Eigen::VectorXd step = hessian.ldlt().solve(gradient);
        beta += step;
        if (step.cwiseAbs().maxCoeff() < 1e-9)
            break;
    }
    const Eigen::VectorXd scores = x.bottomRows(rows - fitted) * beta;
    return {scores.begin(), scores.end()};
}

double areaUnderCurve(std::span<const double> scores, std::span<const std::uint8_t> truth) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    double rankSum = 0, positives = 0;
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && scores[order[end]] == scores[order[i]])
            ++end;
        const double rank = (static_cast<double>(i + end) + 1) / 2; // the mean of i+1 … end
        for (; i < end; ++i)
            if (truth[order[i]] != 0) {
                rankSum += rank;
                ++positives;
            }
    }
    const double negatives = static_cast<double>(scores.size()) - positives;
    return positives > 0 && negatives > 0 ? (rankSum - positives * (positives + 1) / 2) / (positives * negatives) : 0.5;
}

} // namespace wayreeve::planning::trial
