#pragma once

#include <string>
#include <string_view>

namespace wayreeve::ingest {

/// A whole response with all its fields: CORS for any origin, Retry-After with 503, Allow with 405, WWW-Authenticate
/// with 401, Connection: close where asked for. `bodyless` is for HEAD. 204 is the answer to a preflight.
[[nodiscard]] std::string responseText(int status, std::string_view body, bool close, bool bodyless);

} // namespace wayreeve::ingest
