#pragma once

#include "rules/expression.h"

#include <string>
#include <vector>

/// The facts that the tables of this room are written against.
struct SampleFacts {
    SampleFacts();

    wayreeve::rules::Schema schema;
    std::vector<wayreeve::Value> values;
    wayreeve::Zone zone;   ///< Europe/Berlin
    wayreeve::Instant now; ///< 2026-11-03T14:07:00Z, a Tuesday, 15:07 in Berlin

    [[nodiscard]] wayreeve::rules::Frame frame() const { return {values, now, &zone}; }
    void set(const std::string& name, wayreeve::rules::Type type, wayreeve::Value value);
};

/// A value as the tables write it: 12.5 · "text" · true · null · [1, "a"] · {a: 1} · dates and durations bare.
std::string shown(const wayreeve::Value& value);
const char* shown(wayreeve::rules::Truth truth);
wayreeve::Instant at(const char* rfc3339);
