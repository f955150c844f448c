#pragma once

#include "base/result.h"
#include "base/value.h"

#include <string>
#include <string_view>

namespace wayreeve {

/// Strict JSON (RFC 8259): valid UTF-8, no duplicate keys, depth ≤ 64. Numbers become Decimals without passing through
/// a double; one beyond Decimal's range is invalid. Error "json.invalid" with `reason`, line and column;
/// "json.duplicate-key" with `key`; "json.too-deep".
[[nodiscard]] Result<Value> parseJson(std::string_view text);

/// Compact JSON with keys in their order. Dates, times and durations are strings in FEEL's form.
[[nodiscard]] std::string writeJson(const Value& value);

/// The same with two-space indentation.
[[nodiscard]] std::string writePrettyJson(const Value& value);

/// RFC 8785 canonical form: keys sorted by UTF-16 code units, ECMAScript number form. What documents are hashed by.
/// Numbers that a double cannot hold exactly are written with all their digits, so two documents that differ only
/// there have different hashes (docs/formats/README.md).
[[nodiscard]] std::string writeCanonicalJson(const Value& value);

} // namespace wayreeve
