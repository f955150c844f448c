#pragma once

#include <string>
#include <string_view>

namespace wayreeve::rules {

/// Simple one-to-one case mapping of the Latin (with its supplement and Extended-A), Greek and Cyrillic letters; other
/// characters stay. The standard library's depends on the machine's locale, which may not reach a record.
[[nodiscard]] std::string upperCase(std::string_view text);
[[nodiscard]] std::string lowerCase(std::string_view text);

} // namespace wayreeve::rules
