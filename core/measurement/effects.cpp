#include "measurement/effects.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace wayreeve::measurement {
namespace {

/// One moment as one effect sees it.
struct Moment {
    std::uint32_t customer = 0;
    bool with = false;
    double weight = 1;
    double reward = 0;
};

struct Side {
    double weights = 0;
    double squares = 0;
    double rewards = 0;

    void add(const Moment& moment) {
        weights += moment.weight;
        squares += moment.weight * moment.weight;
        rewards += moment.weight * moment.reward;
    }
    [[nodiscard]] double mean() const { return rewards / weights; }
    [[nodiscard]] double effective() const { return weights * weights / squares; }
    /// Variance of a share with one success and one failure added.
    [[nodiscard]] double leastVariance() const {
        const double n = effective();
        const double share = (n * std::clamp(mean(), 0.0, 1.0) + 1) / (n + 2);
        return share * (1 - share) / (n + 2);
    }
};

struct Gathered {
    Effect effect;
    std::vector<Moment> moments;

    void take(const EffectRow& row, const EffectOption& option, double trim) {
        if (!row.reward) {
            effect.unknown += option.chosen ? 1 : 0;
            return;
        }
        if (option.propensity < trim || option.propensity > 1 - trim) {
            ++effect.trimmed;
            return;
        }
        ++(option.chosen ? effect.with : effect.without);
        moments.push_back({row.customer, option.chosen, 1 / (option.chosen ? option.propensity : 1 - option.propensity),
                           *row.reward});
    }

    void judge(std::uint64_t least) {
        if (effect.with < least || effect.without < least) {
            effect.why = moments.empty() && effect.trimmed > 0 ? "no-overlap" : "too-few";
            return;
        }
        Side with, without;
        for (const Moment& moment : moments)
            (moment.with ? with : without).add(moment);
        effect.rateWith = with.mean();
        effect.rateWithout = without.mean();
        effect.raw = effect.rateWith - effect.rateWithout;
        effect.effective = std::min(with.effective(), without.effective());
        std::map<std::uint32_t, double> influence;
        for (const Moment& moment : moments)
            influence[moment.customer] += moment.with
                                              ? moment.weight * (moment.reward - effect.rateWith) / with.weights
                                              : -moment.weight * (moment.reward - effect.rateWithout) / without.weights;
        double sandwich = 0;
        for (const auto& [customer, sum] : influence)
            sandwich += sum * sum;
        const auto people = static_cast<double>(influence.size());
        if (people > 1)
            sandwich *= people / (people - 1);
        effect.error = std::sqrt(std::max(sandwich, with.leastVariance() + without.leastVariance()));
    }
};

/// What effects say of how far their true values lie apart: gathered group by group.
struct Spread {
    double q = 0;
    double expected = 0; ///< of q where they do not
    double scale = 0;

    /// Around 0.
    void add(const Effect& effect) {
        const double weight = 1 / (effect.error * effect.error);
        q += weight * effect.raw * effect.raw;
        expected += 1;
        scale += weight;
    }
    /// Around their own mean.
    void addGroup(std::span<const Effect> effects) {
        double weights = 0, squares = 0, sum = 0, k = 0;
        for (const Effect& effect : effects)
            if (effect.isTold()) {
                const double weight = 1 / (effect.error * effect.error);
                weights += weight;
                squares += weight * weight;
                sum += weight * effect.raw;
                k += 1;
            }
        if (k < 2)
            return;
        for (const Effect& effect : effects)
            if (effect.isTold()) {
                const double distance = (effect.raw - sum / weights) / effect.error;
                q += distance * distance;
            }
        expected += k - 1;
        scale += weights - squares / weights;
    }
    [[nodiscard]] double variance() const {
        return scale > 0 ? std::max(0.0, q - expected + std::sqrt(2 * expected)) / scale : 0;
    }
};

/// Towards a centre that is itself uncertain, by what a spread says; the last term is for the spread's own uncertainty
/// (Morris 1983, there 2/(k − 3)).
void shrink(Effect& effect, double centre, double centreVariance, const Spread& spread) {
    const double own = effect.error * effect.error;
    const double rest = own / (spread.variance() + own);
    const double moved = rest * (effect.raw - centre);
    effect.estimate = effect.raw - moved;
    const double unsure = 2 / std::max(1.0, spread.expected) * moved * moved;
    const double half = z95 * std::sqrt((1 - rest) * own + rest * rest * centreVariance + unsure);
    effect.interval = {effect.estimate - half, effect.estimate + half};
}

} // namespace

EffectTable effectsOf(std::span<const EffectRow> rows, std::uint32_t tags, std::uint32_t segments,
                      const EffectSettings& settings) {
    std::vector<Gathered> overall(tags), cells(static_cast<std::size_t>(tags) * segments);
    for (const EffectRow& row : rows)
        for (const EffectOption& option : row.options) {
            overall[option.tag].take(row, option, settings.trim);
            cells[static_cast<std::size_t>(option.tag) * segments + row.segment].take(row, option, settings.trim);
        }
    EffectTable table;
    const auto judged = [&](std::vector<Gathered>& gathered, std::vector<Effect>& effects) {
        for (Gathered& one : gathered) {
            one.judge(settings.least);
            effects.push_back(one.effect);
        }
    };
    judged(overall, table.overall);
    judged(cells, table.cells);

    Spread tagSpread, cellSpread;
    for (const Effect& effect : table.overall)
        if (effect.isTold())
            tagSpread.add(effect);
    table.betweenTags = std::sqrt(tagSpread.variance());
    for (Effect& effect : table.overall)
        if (effect.isTold())
            shrink(effect, 0, 0, tagSpread);
    for (std::uint32_t tag = 0; tag < tags; ++tag)
        cellSpread.addGroup(std::span(table.cells).subspan(static_cast<std::size_t>(tag) * segments, segments));
    table.betweenSegments = std::sqrt(cellSpread.variance());
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell)
        if (Effect& effect = table.cells[cell]; effect.isTold()) {
            const Effect& tag =
                table.overall[cell / segments]; // told wherever one of its cells is: it holds all of them
            const double half = (tag.interval.high - tag.interval.low) / 2 / z95;
            shrink(effect, tag.estimate, half * half, cellSpread);
        }
    return table;
}

} // namespace wayreeve::measurement
