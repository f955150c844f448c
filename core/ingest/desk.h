#pragma once

#include "base/value.h"
#include "ingest/request_reader.h"
#include "ingest/sources.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wayreeve::ingest {

/// Where a request goes.
struct Route {
    enum class Kind { Health, Preflight, Segment, CloudEvents };
    Kind kind = Kind::Health;
    std::string_view type; ///< of events without one, for Segment's single-event routes
};

/// 404 for unknown paths, 405 for wrong methods. A slash at the end does not count.
[[nodiscard]] std::variant<Route, Refusal> routeOf(const Head& head);

/// Who sends, as far as the head tells.
struct Access {
    std::string source; ///< empty: the head names no key, one in the body may
    std::string key;
};

/// The write key as Basic user name or as Bearer token. 401 for one that nobody has and for other schemes.
[[nodiscard]] std::variant<Access, Refusal> accessOf(const Head& head, const Sources& sources);

struct BodyLimits {
    std::size_t inflated = 0; ///< bytes
    std::size_t events = 0;
};

/// What a body brought.
struct Delivery {
    std::string source;
    std::vector<Value> events;
    Value sentAt;
};

/// Takes a body's Content-Encoding off, reads it, makes sure of the write key and takes every key out of what goes on.
/// 401 where no known key came, or keys of several sources; 413 beyond the limits; 415 for an unknown coding. A body
/// that cannot be read is one text event.
[[nodiscard]] std::variant<Delivery, Refusal> openBody(const Route& route, const Head& head, const std::string& body,
                                                       Access access, const Sources& sources, BodyLimits limits);

/// Bytes as a text: as they are where they are UTF-8, else with what is not replaced.
[[nodiscard]] std::string asText(const std::string& bytes);

} // namespace wayreeve::ingest
