#pragma once

#include "audit/decision_record.h"
#include "audit/events.h"

#include <random>

/// Records with every field filled, different for every call.
class Samples {
public:
    explicit Samples(unsigned seed)
        : m_random(seed) {}

    wayreeve::Sym sym() { return static_cast<wayreeve::Sym>(below(40)); }
    std::uint64_t below(std::uint64_t n) { return m_random() % n; }
    double real() { return static_cast<double>(static_cast<std::int64_t>(below(2'000'001)) - 1'000'000) / 1024.0; }
    bool flip() { return below(2) == 1; }
    wayreeve::Instant instant() { return {static_cast<std::int64_t>(below(4'000'000'000'000))}; }
    std::string text() { return "text " + std::to_string(below(1000)) + " ü"; }
    wayreeve::Hash256 hash() { return wayreeve::hashOf(text()); }

    wayreeve::interpretation::Score score();
    wayreeve::planning::Candidate candidate();
    wayreeve::governance::Ruling ruling();
    wayreeve::audit::Entry header(wayreeve::audit::EntryKind kind);
    wayreeve::audit::DecisionRecord decision();
    wayreeve::execution::Dispatch dispatch();
    wayreeve::learning::Outcome outcome();
    /// One entry of every kind that is written, with its body.
    std::vector<wayreeve::audit::Entry> entries();

private:
    std::mt19937_64 m_random;
};
