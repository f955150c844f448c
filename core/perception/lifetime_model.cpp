#include "perception/lifetime_model.h"

#include "base/portable_math.h"
#include "base/portable_special.h"

#include <algorithm>
#include <tuple>

namespace wayreeve::perception {

namespace {

constexpr double rest = 1e-7;
constexpr double accuracy = 2e-4; ///< of a quantile, in probability
constexpr std::size_t mostPurchases = 5000;

/// So many purchases (a number between where several were put together) with this chance.
struct Atom {
    double purchases = 0;
    double chance = 0;
    double shape = 0, logBeta = 0; ///< of the Beta that their sum is of
};

/// The first eight counts stand alone; above them, runs a fifth wide are put together at their mean: a quantile of
/// money asks for every atom several times. What is too rare to move one is left out.
std::vector<Atom> atomsOf(const std::vector<double>& chances) {
    std::vector<Atom> atoms;
    for (std::size_t from = 1; from < chances.size();) {
        const std::size_t to = std::min(chances.size(), from < 8 ? from + 1 : from + from / 5);
        double weight = 0, moment = 0;
        for (std::size_t n = from; n < to; ++n) {
            weight += chances[n];
            moment += chances[n] * static_cast<double>(n);
        }
        if (weight > accuracy / 20)
            atoms.push_back({moment / weight, weight});
        from = to;
    }
    return atoms;
}

} // namespace

double LifetimeModel::alive(const PurchaseRecord& record) const {
    const auto& [r, alpha, a, b] = m_purchases;
    if (record.repeats <= 0)
        return 1;
    const double ratio = portable::log((alpha + record.age) / (alpha + record.last));
    return 1 / (1 + a / (b + record.repeats - 1) * portable::exp((r + record.repeats) * ratio));
}

double LifetimeModel::expectedPurchases(const PurchaseRecord& record, double days) const {
    const auto& [r, alpha, b] = std::tuple(m_purchases.r, m_purchases.alpha, m_purchases.b);
    // The formula has a removable pole at a = 1.
    const double off = m_purchases.a - 1;
    const double a = off < 1e-6 && off > -1e-6 ? 1 + 1e-6 : m_purchases.a;
    const double x = record.repeats;
    const double whole = alpha + record.age + days;
    const double left = portable::exp((r + x) * portable::log((alpha + record.age) / whole));
    const double f = portable::hypergeometric(r + x, b + x, a + b + x - 1, days / whole);
    return std::max(0.0, (a + b + x - 1) / (a - 1) * (1 - left * f) * alive(record));
}

std::vector<double> LifetimeModel::purchaseChances(const PurchaseRecord& record, double days) const {
    const double r = m_purchases.r + record.repeats, alpha = m_purchases.alpha + record.age;
    const double a = m_purchases.a, b = m_purchases.b + record.repeats;
    const double still = alive(record);
    const double step = portable::log(days / (alpha + days));
    double logNext = r * portable::log(alpha / (alpha + days)); // of the negative binomial's n-th term
    double stays = 1, lost = 0; // B(a, b + n) and B(a + 1, b + n − 1), each over B(a, b)
    double below = 0, told = 0;
    std::vector<double> chances;
    for (std::size_t n = 0; n < mostPurchases; ++n) {
        const double term = portable::exp(logNext), k = static_cast<double>(n);
        const double chance = stays * term + lost * std::max(0.0, 1 - below);
        chances.push_back(still * chance + (n == 0 ? 1 - still : 0));
        told += chances.back();
        if (1 - told < rest)
            break;
        below += term;
        lost = stays * a / (a + b + k);
        stays *= (b + k) / (a + b + k);
        logNext += step + portable::log((r + k) / (k + 1));
    }
    return chances;
}

double LifetimeModel::expectedAmount(const PurchaseRecord& record) const {
    const auto& [p, q, gamma] = m_spend;
    return p * (gamma + record.money) / (p * record.paid + q - 1);
}

LifetimeModel::Worth LifetimeModel::worth(const PurchaseRecord& record, double days) const {
    Worth worth{alive(record), expectedPurchases(record, days) * expectedAmount(record), 0, 0};
    const std::vector<double> chances = purchaseChances(record, days);
    std::vector<Atom> atoms = atomsOf(chances);
    const double shape = m_spend.q + m_spend.p * record.paid, scale = m_spend.gamma + record.money;
    const double nothing = chances.front();
    double whole = nothing;
    for (Atom& atom : atoms) {
        whole += atom.chance;
        atom.shape = m_spend.p * atom.purchases;
        atom.logBeta = portable::logBeta(atom.shape, shape);
    }
    struct Point {
        double below = 0, density = 0;
    };
    const auto at = [&](double y) {
        Point point{nothing, 0};
        const double logY = portable::log(y), logRest = portable::log(1 - y);
        for (const Atom& atom : atoms) {
            point.below += atom.chance * portable::betaCdf(y, atom.shape, shape, atom.logBeta, accuracy / 100);
            point.density += atom.chance * portable::exp(atom.shape * logY + shape * logRest - atom.logBeta);
        }
        return Point{point.below / whole, point.density / (y * (1 - y)) / whole};
    };
    // Newton's steps inside a bracket, in y = money / (money + scale), from where `guess` times the mean lies.
    const auto quantile = [&](double p, double guess) {
        if (nothing / whole >= p)
            return 0.0;
        double low = 0, high = 1, y = guess * worth.mean / (guess * worth.mean + scale);
        for (int i = 0; i < 60 && high - low > 1e-7; ++i) {
            y = y > low && y < high ? y : 0.5 * (low + high);
            const Point point = at(y);
            const double miss = point.below - p;
            if (miss > -accuracy && miss < accuracy)
                break;
            (miss > 0 ? high : low) = y;
            y = point.density > 0 ? y - miss / point.density : 0.5 * (low + high);
        }
        y = std::clamp(y, low, high);
        return scale * y / (1 - std::min(y, 1 - 1e-9));
    };
    const bool mayBeNothing = nothing / whole >= 0.05;
    worth.low = mayBeNothing ? 0 : quantile(0.05, 0.5);
    worth.high = quantile(mayBeNothing ? 0.9 : 0.95, 2);
    return worth;
}

LifetimeModel::Range LifetimeModel::purchaseRange(const PurchaseRecord& record, double days) const {
    const std::vector<double> chances = purchaseChances(record, days);
    const auto quantile = [&](double p) {
        double sum = 0;
        for (std::size_t n = 0; n < chances.size(); ++n)
            if (sum += chances[n]; sum >= p)
                return static_cast<double>(n);
        return static_cast<double>(chances.size());
    };
    const bool mayBeNothing = chances.front() >= 0.05;
    return {mayBeNothing ? 0 : quantile(0.05), quantile(mayBeNothing ? 0.9 : 0.95)};
}

} // namespace wayreeve::perception
