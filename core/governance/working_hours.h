#pragma once

#include "base/time.h"
#include "base/zone.h"
#include "documents/people.h"

namespace wayreeve::governance {

/// The instant at which `length` of the approvers' working time has passed since `from`, in the workspace's zone
/// (semantics.md: SLAs count working hours where the workspace gives any). Without working hours, or where they are
/// empty, plain time counts. At most a year ahead.
[[nodiscard]] Instant afterWorkingTime(Instant from, Duration length, const documents::PeopleList& people,
                                       const Zone& zone);

} // namespace wayreeve::governance
