#pragma once

#include "engine/run.h"

#include <functional>

namespace wayreeve::headless {

/// What is said on stderr while a run computes: on a terminal one line that is written over, elsewhere (a file, a pipe)
/// a line each time another tenth is done. `quiet`: nothing, an empty function.
[[nodiscard]] std::function<void(const engine::Progress&)> runProgress(bool quiet);

/// The same for a log that is replayed in several orders: called with the order from 0 and its share.
[[nodiscard]] std::function<void(unsigned, double)> logProgress(bool quiet, unsigned orders);

} // namespace wayreeve::headless
