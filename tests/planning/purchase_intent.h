#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Purchase intent of shop sessions (online_shoppers_intention.csv): the engine's value model as evidence, beside
/// logistic regression. Shared by the test and the program that prints the figures.
namespace wayreeve::planning::trial {

struct Sessions {
    std::vector<std::string> columns;      ///< without `PageValues` and `Revenue`
    std::vector<bool> categories;          ///< of each column: its numbers are names (month, browser, region, …)
    std::vector<std::vector<double>> rows; ///< in the file's order
    std::vector<std::uint8_t> bought;
};
/// nullopt where the file is absent or has not the columns.
[[nodiscard]] std::optional<Sessions> readSessions(const std::string& path);

/// Scores of rows [first, …) after fitting on the rows before: the value model with one arm and the shipped settings,
/// once through the rows in their order, no constant changed.
[[nodiscard]] std::vector<double> valueModelScores(const Sessions& sessions, std::size_t first);
/// The same by maximum likelihood (iteratively reweighted least squares, Newton's method), ridge 1e-3 for columns that
/// never vary; numbers standardised over the rows fitted, one indicator a category.
[[nodiscard]] std::vector<double> logisticScores(const Sessions& sessions, std::size_t first);

/// Area under the ROC curve by ranks, ties shared (Mann and Whitney); 0.5 where one class is missing.
[[nodiscard]] double areaUnderCurve(std::span<const double> scores, std::span<const std::uint8_t> truth);

} // namespace wayreeve::planning::trial
