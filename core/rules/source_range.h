#pragma once

#include "base/error.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace wayreeve::rules {

/// Bytes [begin, end) of an expression's text.
struct SourceRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const SourceRange&) const = default;
};

/// An Error about a piece of `text`: parameters "begin" and "end" (bytes), then those given whose value is not empty.
/// `line` and `column` are 1-based and relative to the expression; columns count characters, not bytes.
[[nodiscard]] Error errorAt(std::string_view code, std::string_view text, SourceRange range,
                            std::initializer_list<std::pair<std::string_view, std::string_view>> parameters = {});

/// The text of a range, cut to what lies inside.
[[nodiscard]] std::string_view textOf(std::string_view text, SourceRange range);

} // namespace wayreeve::rules
