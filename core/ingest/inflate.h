#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wayreeve::ingest {

enum class Coding { Identity, Gzip, Deflate, Unknown };

/// What a Content-Encoding says. "Unknown" for everything but gzip, x-gzip, deflate, identity and nothing.
[[nodiscard]] Coding codingOf(std::string_view contentEncoding);

/// Begins with gzip's magic bytes (RFC 1952 §2.3.1), which no JSON does.
[[nodiscard]] bool looksGzipped(std::string_view bytes);

struct Inflated {
    enum class Outcome { Whole, TooLarge, Damaged };
    Outcome outcome = Outcome::Whole;
    std::string text; ///< for Damaged: what came before the damage
};

/// gzip (several members too), zlib or raw deflate. Never makes more than `limit` bytes; beyond 1 MiB, what grows more
/// than 200-fold is a bomb and "too large" as well. Both are checked while inflating.
[[nodiscard]] Inflated inflateAll(std::string_view bytes, Coding coding, std::size_t limit);

} // namespace wayreeve::ingest
