#pragma once

#include "base/value.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace wayreeve::execution {

/// What a connector needs beside its document and the item: injected, so that tests choose it. All functions are called
/// from the thread that sends.
struct ConnectorEnvironment {
    /// The process's environment variable; nothing where it is not set.
    std::function<std::optional<std::string>(const std::string& name)> variable;
    /// What is known of a customer, as text; nothing where unknown.
    std::function<std::optional<std::string>(std::uint32_t customer, const std::string& trait)> trait;
    /// `parameters` of an action of the catalogue; empty where there is no such action.
    std::function<Context(const std::string& action)> parameters;
    std::function<Instant()> now;
    Duration timeLimit = Duration::seconds(15); ///< of one call
    std::string caFile = {};                    ///< certificates to trust in place of the system's
};

} // namespace wayreeve::execution
