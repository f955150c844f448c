#include "interpretation/memory_rules.h"

#include "base/portable_math.h"

#include <algorithm>

namespace wayreeve::interpretation {
namespace {

constexpr double frustratedAt = -0.5;
constexpr std::size_t mostFrustrations = 16;

} // namespace

double decayed(double value, Duration over, Duration halfLife) {
    if (over.ms <= 0 || value == 0)
        return value;
    if (halfLife.ms <= 0)
        return 0;
    return value * portable::exp2(-static_cast<double>(over.ms) / static_cast<double>(halfLife.ms));
}

void raise(SignalMemory::Level& level, double strength, Instant at, Duration halfLife) {
    if (level.value == 0 && level.at == Instant{}) {
        level = {strength, at};
    } else if (at >= level.at) {
        level = {decayed(level.value, at - level.at, halfLife) + strength, at};
    } else {
        level.value += decayed(strength, level.at - at, halfLife);
    }
}

void countFrustrations(SignalMemory& memory) {
    auto& times = memory.frustrations;
    times.erase(times.begin(), std::lower_bound(times.begin(), times.end(), memory.caseOpened));
    if (times.size() > mostFrustrations)
        times.erase(times.begin(), times.end() - static_cast<std::ptrdiff_t>(mostFrustrations));
    const bool open = memory.caseOpened > memory.caseClosed;
    memory.frustratedInCase = open ? static_cast<int>(times.size()) : 0;
}

void followCase(SignalMemory& memory, const perception::Event& event) {
    const bool opens = event.name == "Case Opened";
    if (opens) {
        memory.caseOpened = std::max(memory.caseOpened, event.time);
    } else if (event.name == "Case Closed") {
        memory.caseClosed = std::max(memory.caseClosed, event.time);
    }
    if (opens || event.name == "Message Received") { // a ticket's own text is its first explanation
        const Value sentiment = event.properties.member("sentiment");
        if (sentiment.number() && sentiment.toDouble() <= frustratedAt) {
            auto& times = memory.frustrations;
            times.insert(std::upper_bound(times.begin(), times.end(), event.time), event.time);
        } else if (!opens) {
            return;
        }
    } else if (event.name != "Case Closed") {
        return;
    }
    countFrustrations(memory);
}

} // namespace wayreeve::interpretation
