#include "perception/jsonl_import.h"

#include "base/json.h"
#include "base/text.h"

#include <algorithm>
#include <istream>
#include <string>

namespace wayreeve::perception {
namespace {

/// Reads up to the next line feed; `tooLong` where the line did not fit, whose rest is skipped. False at the end.
bool nextLine(std::streambuf& source, std::string& line, bool& tooLong) {
    line.clear();
    tooLong = false;
    constexpr auto end = std::char_traits<char>::eof();
    auto read = source.sbumpc();
    if (read == end)
        return false;
    for (; read != end && read != '\n'; read = source.sbumpc()) {
        tooLong = tooLong || line.size() >= longestImportLine;
        if (!tooLong)
            line.push_back(std::char_traits<char>::to_char_type(read));
    }
    return true;
}

Instant receivedAtOf(const Value& json, Instant now) {
    for (const char* field : {"receivedAt", "sentAt", "timestamp", "originalTimestamp"}) {
        const Value value = json.member(field);
        if (!value.text())
            continue;
        if (const auto parsed = parseInstant(*value.text()); parsed.ok())
            return std::min(*parsed, now);
    }
    return now;
}

} // namespace

ImportSummary importJsonLines(std::istream& input, Instant now,
                              const std::function<void(Event, std::uint64_t line)>& accept,
                              const std::function<void(const Error&, std::uint64_t line)>& refuse) {
    ImportSummary summary;
    if (!input.rdbuf())
        return summary;
    std::uint64_t number = 0;
    const auto refused = [&](Error error) {
        error.line = static_cast<int>(std::min<std::uint64_t>(number, INT32_MAX));
        ++summary.refused;
        refuse(error, number);
    };
    std::string line;
    bool tooLong = false;
    while (nextLine(*input.rdbuf(), line, tooLong)) {
        ++number;
        std::string_view text = line;
        if (number == 1 && text.starts_with("\xef\xbb\xbf"))
            text.remove_prefix(3);
        text = trimmed(text);
        if (text.empty())
            continue;
        ++summary.lines;
        if (tooLong) {
            refused(Error{"import.line-too-long", {{"limit", std::to_string(longestImportLine)}}, {}, 0, 0});
            continue;
        }
        const auto json = parseJson(text);
        if (!json.ok()) {
            refused(json.error());
            continue;
        }
        for (auto& event : parseSegmentBody(*json, receivedAtOf(*json, now))) {
            if (!event.ok()) {
                refused(event.error());
                continue;
            }
            ++summary.events;
            accept(std::move(*event), number);
        }
    }
    return summary;
}

} // namespace wayreeve::perception
