#include "measurement/logistic.h"

#include "base/portable_math.h"
#include "measurement/estimate.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::measurement {
namespace {

using Matrix = std::vector<std::vector<double>>;

/// The inverse of a symmetric positive definite matrix by Gauss and Jordan, without pivoting.
Matrix inverse(Matrix a) {
    const std::size_t n = a.size();
    Matrix result(n, std::vector<double>(n, 0));
    for (std::size_t i = 0; i < n; ++i)
        result[i][i] = 1;
    for (std::size_t k = 0; k < n; ++k) {
        const double pivot = a[k][k];
        for (std::size_t j = 0; j < n; ++j) {
            a[k][j] /= pivot;
            result[k][j] /= pivot;
        }
        for (std::size_t i = 0; i < n; ++i) {
            if (i == k)
                continue;
            const double factor = a[i][k];
            for (std::size_t j = 0; j < n; ++j) {
                a[i][j] -= factor * a[k][j];
                result[i][j] -= factor * result[k][j];
            }
        }
    }
    return result;
}

/// Standardised regressors behind a leading 1.
struct Design {
    Matrix rows;
    std::vector<double> means, spreads; ///< spread 0: does not vary, stands as 0
};

Design designOf(const Matrix& rows) {
    Design design;
    const std::size_t width = rows.front().size();
    for (std::size_t j = 0; j < width; ++j) {
        Sample sample;
        for (const std::vector<double>& row : rows)
            sample.add(row[j]);
        design.means.push_back(sample.mean());
        design.spreads.push_back(std::sqrt(sample.variance()));
    }
    for (const std::vector<double>& row : rows) {
        std::vector<double> out{1};
        for (std::size_t j = 0; j < width; ++j)
            out.push_back(design.spreads[j] > 0 ? (row[j] - design.means[j]) / design.spreads[j] : 0);
        design.rows.push_back(std::move(out));
    }
    return design;
}

/// Gradient and negative Hessian of the penalised log likelihood.
void curvature(const Design& design, const std::vector<bool>& happened, const std::vector<double>& weights,
               std::vector<double>& gradient, Matrix& information) {
    const std::size_t n = weights.size();
    gradient.assign(n, 0);
    information.assign(n, std::vector<double>(n, 0));
    for (std::size_t e = 0; e < design.rows.size(); ++e) {
        const std::vector<double>& row = design.rows[e];
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i)
            sum += weights[i] * row[i];
        const double p = portable::logistic(sum);
        const double miss = (happened[e] ? 1.0 : 0.0) - p, spread = p * (1 - p);
        for (std::size_t i = 0; i < n; ++i) {
            gradient[i] += miss * row[i];
            for (std::size_t j = 0; j < n; ++j)
                information[i][j] += spread * row[i] * row[j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        const double penalty = i == 0 ? 1e-9 : 1;
        gradient[i] -= penalty * weights[i];
        information[i][i] += penalty;
    }
}

} // namespace

std::optional<LogisticFit> fitLogistic(const std::vector<std::vector<double>>& rows,
                                       const std::vector<bool>& happened) {
    const auto yes = std::count(happened.begin(), happened.end(), true);
    if (rows.empty() || yes == 0 || yes == static_cast<std::ptrdiff_t>(happened.size()))
        return std::nullopt;
    const Design design = designOf(rows);
    const std::size_t n = design.rows.front().size();
    std::vector<double> weights(n, 0), gradient;
    Matrix information;
    double largest = 1;
    for (int step = 0; step < 50 && largest > 1e-9; ++step) {
        curvature(design, happened, weights, gradient, information);
        const Matrix covariance = inverse(information);
        largest = 0;
        for (std::size_t i = 0; i < n; ++i) {
            double move = 0;
            for (std::size_t j = 0; j < n; ++j)
                move += covariance[i][j] * gradient[j];
            move = std::clamp(move, -2.0, 2.0); // far from the maximum a whole step may overshoot
            weights[i] += move;
            largest = std::max(largest, std::fabs(move));
        }
    }
    if (!(largest <= 1e-9))
        return std::nullopt;
    curvature(design, happened, weights, gradient, information);
    const Matrix covariance = inverse(information);
    LogisticFit fit;
    fit.intercept = weights[0];
    for (std::size_t j = 0; j + 1 < n; ++j) {
        const double spread = design.spreads[j];
        fit.coefficients.push_back(spread > 0 ? weights[j + 1] / spread : 0);
        fit.errors.push_back(spread > 0 ? std::sqrt(covariance[j + 1][j + 1]) / spread : 0);
        fit.intercept -= fit.coefficients.back() * design.means[j];
    }
    return fit;
}

} // namespace wayreeve::measurement
