#include "audit/queue_id.h"

namespace wayreeve::audit {

std::string queueIdText(std::string_view tag, Key key) {
    std::string text = idText(tag, key);
    text.insert(text.rfind('-') + 1, 1, 'q');
    return text;
}

std::optional<ParsedId> parseQueueId(std::string_view text) {
    const std::size_t at = text.rfind('-');
    if (at == std::string_view::npos || text.substr(at + 1, 1) != "q")
        return std::nullopt;
    std::string plain(text);
    plain.erase(at + 1, 1);
    return parseId(plain);
}

} // namespace wayreeve::audit
