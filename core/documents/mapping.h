#pragma once

#include "base/time.h"
#include "documents/tracking_plan.h"

#include <string>
#include <utility>
#include <vector>

namespace wayreeve::documents {

struct MappedColumn {
    std::string column;
    std::string trait;
    PropertyType type = PropertyType::Text;
    bool operator==(const MappedColumn&) const = default;
};

/// How a table of logged decisions becomes customers, contexts, logged arms and outcomes (semantics.md "Logged data").
/// Row k (from 0) happens at start + k × step.
struct Mapping {
    std::string id;
    std::string agent; ///< the agent that decides
    std::string journey;
    Instant start{1772438400000};
    Duration step = Duration::seconds(1);
    Duration epoch = Duration::seconds(60);
    std::string entryEvent; ///< event that each row stands for
    std::string armColumn;
    std::vector<std::pair<std::string, std::string>> arms; ///< column value → action id ("wait" for none)
    std::vector<MappedColumn> context;
    std::vector<std::string> outcomes; ///< numeric columns reported as lift; the first is the reward
    bool operator==(const Mapping&) const = default;
};

} // namespace wayreeve::documents
