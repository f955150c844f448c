#pragma once

#include "base/result.h"
#include "documents/story.h"

#include <string>
#include <utility>
#include <vector>

namespace wayreeve::documents {

/// What a story says in vain, with the element path inside the story ("expect/#0/after"): a story with any of it would
/// pass without proving what it says. "story.no-assertion" (story: it expects nothing), "story.no-expectation" (story:
/// an expectation names nothing that could be seen), "story.event-too-late" (at, length: the story is over by then),
/// "story.expectation-too-late" (after or within as `time`, length), "story.empty-window" (after, within).
[[nodiscard]] std::vector<std::pair<std::string, Error>> provesNothing(const Story& story);

} // namespace wayreeve::documents
