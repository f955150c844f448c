#pragma once

#include "base/cbor.h"
#include "planning/value_model.h"

#include <cstdint>
#include <vector>

namespace wayreeve::planning {

/// What one customer did beyond the pooled model's predictions: for each goal and arm the sum S of residuals
/// e = reward − pooled μ, and their number n. Owned by the customer, so that turns read it without shared state; it
/// changes only at the merge. Sorted by (goal, arm): the same sums always have the same bytes.
class CustomerHistory {
public:
    struct Sum {
        std::uint16_t goal = 0; ///< position in goals.yaml
        ArmKey arm = 0;
        double residuals = 0.0; ///< S
        double count = 0.0;     ///< n
        bool operator==(const Sum&) const = default;
    };

    [[nodiscard]] Sum of(std::uint16_t goal, ArmKey arm) const; ///< zeros where nothing is known
    void add(std::uint16_t goal, ArmKey arm, double residual);
    void absorb(const CustomerHistory& other); ///< two identities turned out to be one customer
    [[nodiscard]] bool empty() const { return m_sums.empty(); }
    [[nodiscard]] const std::vector<Sum>& sums() const { return m_sums; }

    void encode(cbor::Writer& writer) const;
    /// False, and the reader failed, where the bytes do not fit or are not in order.
    bool decode(cbor::Reader& reader);
    bool operator==(const CustomerHistory&) const = default;

private:
    Sum& at(std::uint16_t goal, ArmKey arm);
    std::vector<Sum> m_sums;
};

/// How much customers differ in one goal: the shared part of the customer layer (value-model.md, "Customers"), an
/// empirical-Bayes random effect. The effect of a customer on an arm is u ~ N(0, τ²); with S and n from its history and
/// σ² the model's noise, V = 1 / (1/τ² + n/σ²) and u = V·S/σ². Online, τ² = (0.5 + Σ S·e) / (100 + Σ n) with S and n
/// from before each residual e, because E[S·e] = n·τ²; limited to 0.0001 … 0.25.
///
/// Read by many threads; written by the merge, in the order of the records.
class CustomerEffects {
public:
    [[nodiscard]] double variance() const; ///< τ²
    [[nodiscard]] CustomerEffect effect(const CustomerHistory::Sum& sum, double noise) const;
    void observe(const CustomerHistory::Sum& before, double residual);

    /// One reward: the pooled model learns from reward − u, then τ² and the history from the residual that the pooled
    /// model left before it learned.
    UpdateReport learn(ValueModel& model, CustomerHistory& history, std::uint16_t goal, std::span<const float> x,
                       std::size_t arm, double reward);

    void encode(cbor::Writer& writer) const;
    bool decode(cbor::Reader& reader);
    bool operator==(const CustomerEffects&) const = default;

private:
    double m_products = 0.0; ///< Σ S·e
    double m_counts = 0.0;   ///< Σ n
};

} // namespace wayreeve::planning
