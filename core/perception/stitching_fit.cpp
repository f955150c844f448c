#include "perception/stitching_fit.h"

#include "base/portable_math.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::perception {
namespace {

/// Newton's method for ridge-penalised logistic regression; `at(i)` gives row i of N regressors.
template <std::size_t N, class RowAt, class LabelAt>
std::array<double, N> newton(std::size_t count, RowAt rowAt, LabelAt labelAt, double ridge) {
    std::array<double, N> weights{};
    for (int step = 0; step < 40; ++step) {
        std::array<std::array<double, N + 1>, N> system{}; // Hessian | gradient
        for (std::size_t e = 0; e < count; ++e) {
            const auto row = rowAt(e);
            double sum = 0;
            for (std::size_t i = 0; i < N; ++i)
                sum += weights[i] * row[i];
            const double p = portable::logistic(sum);
            const double spread = p * (1 - p), miss = (labelAt(e) ? 1.0 : 0.0) - p;
            for (std::size_t i = 0; i < N; ++i) {
                system[i][N] += miss * row[i];
                for (std::size_t j = 0; j <= i; ++j)
                    system[i][j] += spread * row[i] * row[j];
            }
        }
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t j = i + 1; j < N; ++j)
                system[i][j] = system[j][i];
            const double penalty = i == 0 ? 1e-9 : ridge;
            system[i][i] += penalty;
            system[i][N] -= penalty * weights[i];
        }
        // Gauss without pivoting: the matrix is symmetric and positive definite.
        for (std::size_t k = 0; k < N; ++k)
            for (std::size_t i = k + 1; i < N; ++i) {
                const double factor = system[i][k] / system[k][k];
                for (std::size_t j = k; j <= N; ++j)
                    system[i][j] -= factor * system[k][j];
            }
        double largest = 0;
        std::array<double, N> move{};
        for (std::size_t i = N; i-- > 0;) {
            double rest = system[i][N];
            for (std::size_t j = i + 1; j < N; ++j)
                rest -= system[i][j] * move[j];
            move[i] = rest / system[i][i];
            largest = std::max(largest, std::fabs(move[i]));
        }
        for (std::size_t i = 0; i < N; ++i)
            weights[i] += move[i];
        if (largest < 1e-10)
            break;
    }
    return weights;
}

} // namespace

EvidenceRow fitWeights(std::span<const LabelledEvidence> examples, double ridge) {
    return newton<evidenceCount>(
        examples.size(), [&](std::size_t e) -> const EvidenceRow& { return examples[e].row; },
        [&](std::size_t e) { return examples[e].same; }, ridge);
}

void calibrate(StitchingModel& model, std::span<const LabelledEvidence> examples) {
    model.slope = 1;
    model.offset = 0;
    const auto fitted = newton<2>(
        examples.size(),
        [&](std::size_t e) {
            return std::array<double, 2>{1, model.logOdds(examples[e].row)};
        },
        [&](std::size_t e) { return examples[e].same; }, 1e-9);
    model.offset = fitted[0];
    model.slope = fitted[1];
}

StitchingQuality judge(std::span<const double> probabilities, const std::vector<bool>& same, double threshold) {
    StitchingQuality quality;
    quality.threshold = threshold;
    quality.pairs = probabilities.size();
    std::array<double, 10> said{}, true_{};
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double p = probabilities[i];
        const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(p * 10));
        said[bin] += p;
        true_[bin] += same[i] ? 1 : 0;
        quality.matches += same[i] ? 1 : 0;
        if (p >= threshold) {
            ++quality.taken;
            quality.right += same[i] ? 1 : 0;
        }
    }
    const auto part = [](std::size_t n, std::size_t of) {
        return of == 0 ? 0 : static_cast<double>(n) / static_cast<double>(of);
    };
    quality.precision = part(quality.right, quality.taken);
    quality.recall = part(quality.right, quality.matches);
    for (std::size_t bin = 0; bin < said.size(); ++bin) // Σ n_b/N · |mean p − mean label| = Σ |Σp − Σlabel| / N
        quality.ece += std::fabs(said[bin] - true_[bin]);
    quality.ece = quality.pairs == 0 ? 0 : quality.ece / static_cast<double>(quality.pairs);
    return quality;
}

} // namespace wayreeve::perception
