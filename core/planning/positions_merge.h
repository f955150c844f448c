#pragma once

#include "planning/journey_flow.h"

namespace wayreeve::planning {

/// Visits that ended with a merge because both customers were in the same journey.
struct GaveWay {
    std::vector<Instance> older;
    std::vector<Instance> younger;
    bool operator==(const GaveWay&) const = default;
};

/// The younger's visits and past visits become the older's: docs/formats/identity.md, "Journeys". One customer is in a
/// journey once: of two visits the one that began first stays, as the second would not have been entered had they been
/// known to be one; of two that began at the same instant the older's.
[[nodiscard]] GaveWay takeOver(Positions& older, const Positions& younger);

/// Undoes takeOver(): what came from `younger` leaves `kept` as it stands now and is answered, with what of it ended
/// since the merge at `at`; what gave way comes back as it stood. `later` gave way, in the kept one's later merges.
[[nodiscard]] Positions giveBack(Positions& kept, const Positions& younger, const GaveWay& gaveWay, Instant at,
                                 const std::vector<Instance>& later = {});

} // namespace wayreeve::planning
