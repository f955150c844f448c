#pragma once

#include "base/zone.h"

#include <optional>
#include <string>

namespace wayreeve::perception {

/// Zone::find that remembers what each thread has asked for, because every turn asks. nullopt where there is no such
/// zone. Thread-safe.
[[nodiscard]] std::optional<Zone> zoneNamed(const std::string& name);

} // namespace wayreeve::perception
