#include "perception/lifetime_fit.h"

#include "base/portable_math.h"
#include "base/portable_special.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace wayreeve::perception {

namespace {

constexpr Duration together = Duration::hours(12);
constexpr double perDay = 86'400'000.0;
constexpr std::size_t leastReturned = 20;

double daysBetween(Instant from, Instant to) {
    return static_cast<double>((to - from).ms) / perDay;
}

/// Nelder and Mead (1965) with the usual coefficients 1, 2, ½, ½, over N logarithms; the best point.
template <std::size_t N, class F>
std::array<double, N> maximise(std::array<double, N> at, const F& value) {
    using Point = std::array<double, N>;
    struct Corner {
        Point at;
        double value;
    };
    std::array<Corner, N + 1> corners{};
    const auto start = [&] {
        for (std::size_t i = 0; i <= N; ++i) {
            corners[i].at = at;
            if (i > 0)
                corners[i].at[i - 1] += 0.5;
            corners[i].value = value(corners[i].at);
        }
    };
    const auto better = [](const Corner& a, const Corner& b) { return a.value > b.value; };
    const auto along = [&](const Point& middle, double by) {
        Corner made{};
        for (std::size_t i = 0; i < N; ++i)
            made.at[i] = std::clamp(middle[i] + by * (corners[N].at[i] - middle[i]), -12.0, 12.0);
        made.value = value(made.at);
        return made;
    };
    for (int round = 0; round < 3; ++round) { // a simplex may collapse early: it starts again where it ended
        start();
        for (int step = 0; step < 400; ++step) {
            std::stable_sort(corners.begin(), corners.end(), better);
            if (corners[0].value - corners[N].value < 1e-7)
                break;
            Point middle{};
            for (std::size_t c = 0; c < N; ++c)
                for (std::size_t i = 0; i < N; ++i)
                    middle[i] += corners[c].at[i] / static_cast<double>(N);
            const Corner mirrored = along(middle, -1);
            if (mirrored.value > corners[0].value) {
                const Corner further = along(middle, -2);
                corners[N] = further.value > mirrored.value ? further : mirrored;
            } else if (mirrored.value > corners[N - 1].value) {
                corners[N] = mirrored;
            } else {
                const Corner nearer = along(middle, mirrored.value > corners[N].value ? -0.5 : 0.5);
                if (nearer.value > std::max(mirrored.value, corners[N].value)) {
                    corners[N] = nearer;
                    continue;
                }
                for (std::size_t c = 1; c <= N; ++c) {
                    for (std::size_t i = 0; i < N; ++i)
                        corners[c].at[i] = 0.5 * (corners[c].at[i] + corners[0].at[i]);
                    corners[c].value = value(corners[c].at);
                }
            }
        }
        std::stable_sort(corners.begin(), corners.end(), better);
        at = corners[0].at;
    }
    return at;
}

} // namespace

std::optional<PurchaseRecord> recordOf(std::span<const Purchase> purchases, Instant now) {
    PurchaseRecord record;
    Instant first, last = Instant::never();
    for (const Purchase& purchase : purchases) {
        if (purchase.at > now)
            break;
        if (last.isNever()) {
            first = last = purchase.at;
            record.paid = purchase.amount > 0 ? 1 : 0;
        } else if (purchase.at - last > together) {
            last = purchase.at;
            record.repeats += 1;
            record.paid += purchase.amount > 0 ? 1 : 0;
        }
        record.money += std::max(0.0, purchase.amount);
    }
    if (last.isNever())
        return std::nullopt;
    record.last = daysBetween(first, last);
    record.age = daysBetween(first, now);
    return record;
}

double purchaseLikelihood(const documents::PurchaseModel& model, std::span<const PurchaseRecord> records) {
    const auto& [r, alpha, a, b] = model;
    const double gammaR = portable::logGamma(r), ofR = r * portable::log(alpha) - gammaR;
    const double betaAb = portable::logBeta(a, b);
    double sum = 0;
    for (const PurchaseRecord& record : records) {
        const double x = record.repeats;
        const double common = portable::logGamma(r + x) + ofR;
        const double stays = portable::logBeta(a, b + x) - betaAb - (r + x) * portable::log(alpha + record.age);
        if (x <= 0) {
            sum += common + stays;
            continue;
        }
        const double lost = portable::logBeta(a + 1, b + x - 1) - betaAb - (r + x) * portable::log(alpha + record.last);
        const double top = std::max(stays, lost), under = std::min(stays, lost);
        sum += common + top + portable::log(1 + portable::exp(under - top));
    }
    return sum;
}

double spendLikelihood(const documents::SpendModel& model, std::span<const PurchaseRecord> records) {
    const auto& [p, q, gamma] = model;
    const double ofQ = q * portable::log(gamma) - portable::logGamma(q);
    double sum = 0;
    for (const PurchaseRecord& record : records) {
        if (record.paid <= 0 || record.money <= 0)
            continue;
        const double n = record.paid, shape = p * n;
        sum += portable::logGamma(shape + q) - portable::logGamma(shape) + ofQ +
               (shape - 1) * portable::log(record.money / n) + shape * portable::log(n) -
               (shape + q) * portable::log(gamma + record.money);
    }
    return sum;
}

std::optional<LifetimeFit> fitLifetime(std::span<const PurchaseRecord> records) {
    double returned = 0, paid = 0, money = 0, age = 0, purchases = 0;
    for (const PurchaseRecord& record : records) {
        returned += record.repeats > 0 ? 1 : 0;
        paid += record.paid;
        money += record.money;
        age += record.age;
        purchases += record.repeats;
    }
    if (returned < static_cast<double>(leastReturned) || paid < static_cast<double>(leastReturned) || money <= 0 ||
        age <= 0)
        return std::nullopt;
    using portable::exp, portable::log;
    LifetimeFit fit;
    const auto ofPurchases = [](const std::array<double, 4>& at) {
        return documents::PurchaseModel{exp(at[0]), exp(at[1]), exp(at[2]), exp(at[3])};
    };
    const auto bought = maximise<4>({log(0.5), log(0.5 * age / purchases), 0, log(2.0)},
                                    [&](const auto& at) { return purchaseLikelihood(ofPurchases(at), records); });
    fit.purchases = ofPurchases(bought);
    // q − 1 in place of q, so that the mean stays finite; gamma starts where the mean is.
    const auto ofSpend = [](const std::array<double, 3>& at) {
        return documents::SpendModel{exp(at[0]), 1 + exp(at[1]), exp(at[2])};
    };
    const auto spent = maximise<3>({log(4.0), log(2.0), log(0.5 * money / paid)},
                                   [&](const auto& at) { return spendLikelihood(ofSpend(at), records); });
    fit.spend = ofSpend(spent);
    fit.purchaseLikelihood = purchaseLikelihood(fit.purchases, records);
    fit.spendLikelihood = spendLikelihood(fit.spend, records);
    return fit;
}

} // namespace wayreeve::perception
