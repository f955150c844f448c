#pragma once

#include "audit/key.h"

namespace wayreeve::audit {

/// A queue item's key as text: as a decision's (audit/key.h), with a q before its count, "s1-482-q3". Both count from 1
/// for each customer, so without the q the one would name the other. Used wherever people or programs read the id.
[[nodiscard]] std::string queueIdText(std::string_view tag, Key key);

/// "s1-482-q3", or "482-q3" with an empty tag; nullopt for anything else, decisions' ids among it.
[[nodiscard]] std::optional<ParsedId> parseQueueId(std::string_view text);

} // namespace wayreeve::audit
