#pragma once

#include "base/cbor.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wayreeve::planning {

/// Ridge regression that learns one example at a time and can grow new features (value-model.md, "Rich level").
/// The truth is additive: A = λI + Σxxᵀ and b = Σr·x, in double. P = A⁻¹ (float) and m = P·b are caches, kept by
/// rank-one steps and recomputed by `refresh`. Symmetric matrices are stored as block rows of 8, the lower triangle
/// with whole diagonal blocks, so growing appends. Summation order is fixed by the source. Not thread-safe for writing.
///
/// λ is the prior's precision in units of the noise's: a coefficient is about 0 with the variance σ²/λ. It can be set
/// anew when the data show how large coefficients are (`evidence`).
///
/// Vectors have a length that is a multiple of 8. One shorter than width() reads as 0 beyond its end; in one that is
/// longer, the features that this ridge has never seen keep their prior: coefficient 0, variance 1/λ.
class Ridge {
public:
    explicit Ridge(double lambda)
        : m_lambda(lambda) {}

    [[nodiscard]] std::size_t width() const { return m_mean.size(); }
    void grow(std::size_t width); ///< to a multiple of 8; never shrinks

    [[nodiscard]] double predict(std::span<const float> x) const;  ///< m·x
    [[nodiscard]] double variance(std::span<const float> x) const; ///< q = xᵀPx ≥ 1e-9 (unit noise)
    [[nodiscard]] double
    interceptReach(std::span<const float> x) const; ///< (Px)₀: what a prior mean of feature 0 adds, /λ
    [[nodiscard]] double coefficient(std::size_t i) const { return i < width() ? m_mean[i] : 0.0; }
    [[nodiscard]] double reachOf(std::size_t i) const;                  ///< P₀ᵢ
    [[nodiscard]] double inverseAt(std::size_t i, std::size_t j) const; ///< Pᵢⱼ
    [[nodiscard]] double lambda() const { return m_lambda; }

    /// What the data say about the prior's width (MacKay 1992, "Bayesian interpolation", eq. 4.8): `determined` = Σ (1
    /// − λPᵢᵢ), how many of the coefficients from `first` on the data determine rather than the prior, and `squares` =
    /// Σ cᵢ² of those, where `offset` is λ times the prior mean of feature 0. The fitting λ is σ²·determined / squares.
    struct Evidence {
        double determined = 0.0;
        double squares = 0.0;
    };
    [[nodiscard]] Evidence evidence(std::size_t first, double offset = 0.0) const;

    /// Learns (x, r), growing to x's length. Answers q before the step; `step()` is then u, with P −= uuᵀ.
    double update(std::span<const float> x, double r);
    [[nodiscard]] std::span<const float> step() const { return m_step; }

    /// Recomputes P and m from A and b by Cholesky. False: A was not positive definite, the old P and m stand.
    bool refresh();
    /// Changes λ, then refreshes.
    bool refreshWith(double lambda);
    /// A ← gA + (1−g)λI, b ← gb, then refresh.
    bool forget(double g);

    void encode(cbor::Writer& writer) const;
    bool decode(cbor::Reader& reader); ///< false (and the reader failed) where the bytes do not fit

private:
    void multiply(std::span<const float> x, std::vector<float>& out) const; ///< out = P·x
    double m_lambda;
    std::vector<double> m_a; ///< packed A
    std::vector<double> m_b;
    std::vector<float> m_p;     ///< packed P
    std::vector<float> m_first; ///< first column of P
    std::vector<double> m_mean; ///< m
    std::vector<float> m_step;  ///< scratch of the last update, not state
};

} // namespace wayreeve::planning
