#include "perception/quality.h"

#include "perception/perceiver.h"

#include <algorithm>

namespace wayreeve::perception {

namespace {

constexpr int whole = 1000;
// A mark alone takes more than half, pace and evenness together less.
constexpr int declared = 1000, byAgent = 900, byTheClock = 700, burst = 600, mostEvenness = 200;
constexpr std::size_t mostPace = 250;
constexpr std::size_t personsPace = 30; ///< events in 60 s: one every two seconds
constexpr Duration minuteSpan = Duration::seconds(60);

/// The most events in any 60 s.
std::size_t densest(const std::vector<rules::HistoryItem>& history) {
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; last < history.size(); ++last) {
        while (history[last].time - history[first].time > minuteSpan)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return most;
}

int paceOf(const Customer& customer) {
    if (customer.history.size() <= personsPace)
        return 0;
    const std::size_t most = std::min(densest(customer.history), Perceiver::burstEvents);
    return most <= personsPace
               ? 0
               : static_cast<int>(mostPace * (most - personsPace) / (Perceiver::burstEvents - personsPace));
}

/// From a coefficient of variation of 0.3, all of it at the 0.1 of software.
int evennessOf(const Customer& customer, const std::array<Sym, 2>& pages) {
    constexpr std::int64_t all = 10, none = 90; // squares of a tenth and of three, in thousandths
    const auto variation = gapVariation(customer.history, pages);
    if (!variation || *variation >= none)
        return 0;
    return static_cast<int>(mostEvenness * (none - std::max(all, *variation)) / (none - all));
}

} // namespace

std::string_view nameOf(QualityReason reason) {
    constexpr std::array<std::string_view, 6> names{"declared", "user-agent", "regular", "burst", "pace", "evenness"};
    return names[static_cast<std::size_t>(reason)];
}

Quality qualityOf(const Customer& customer, const std::array<Sym, 2>& pages) {
    Quality quality;
    int left = whole;
    const auto thousandths = [](int number) { return Decimal::fromParts(number, -3); };
    const auto take = [&](QualityReason reason, int most) {
        const int taken = std::min(most, left);
        if (taken <= 0)
            return;
        left -= taken;
        quality.parts.push_back({reason, thousandths(taken)});
    };
    if (customer.machine == MachineSign::Declared)
        take(QualityReason::Declared, declared);
    else if (customer.machine == MachineSign::UserAgent)
        take(QualityReason::UserAgent, byAgent);
    else if (customer.machine == MachineSign::Regular)
        take(QualityReason::Regular, byTheClock);
    if (customer.lowQuality)
        take(QualityReason::Burst, burst);
    else
        take(QualityReason::Pace, paceOf(customer));
    if (customer.machine == MachineSign::None)
        take(QualityReason::Evenness, evennessOf(customer, pages));
    quality.score = thousandths(left);
    return quality;
}

} // namespace wayreeve::perception
