#include "rules/source_range.h"

#include "rules/utf8.h"

#include <algorithm>
#include <string>

namespace wayreeve::rules {

namespace {

/// Quoted pieces of somebody's text are cut at a character, so that an error stays readable and valid UTF-8.
std::string_view shortened(std::string_view value) {
    constexpr std::size_t most = 400;
    std::size_t end = std::min(value.size(), most);
    while (end > 0 && end < value.size() && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80)
        --end;
    return value.substr(0, end);
}

} // namespace

std::string_view textOf(std::string_view text, SourceRange range) {
    const std::size_t begin = std::min<std::size_t>(range.begin, text.size());
    const std::size_t end = std::clamp<std::size_t>(range.end, begin, text.size());
    return text.substr(begin, end - begin);
}

Error errorAt(std::string_view code, std::string_view text, SourceRange range,
              std::initializer_list<std::pair<std::string_view, std::string_view>> parameters) {
    Error error;
    error.code = code;
    error.parameters.emplace_back("begin", std::to_string(range.begin));
    error.parameters.emplace_back("end", std::to_string(range.end));
    for (const auto& [name, value] : parameters)
        if (!value.empty())
            error.parameters.emplace_back(name, shortened(value));
    const std::string_view before = text.substr(0, std::min<std::size_t>(range.begin, text.size()));
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    error.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    error.column = 1 + static_cast<int>(utf8::length(before.substr(lineStart)));
    return error;
}

} // namespace wayreeve::rules
