#pragma once

#include "base/value.h"
#include "session/explain.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::session {

/// The packets that a decision handed over with, newest last: what went out, else what waits for a person.
[[nodiscard]] std::vector<Value> handoffPackets(const Explanation& explanation);

/// A body's own text and the packet that follows it, if one does.
struct HandoffText {
    std::string text;
    std::optional<Value> packet;
};
[[nodiscard]] HandoffText handoffText(const std::string& body);
/// The body with another text of its own; the packet that follows stays byte for byte.
[[nodiscard]] std::string withText(const std::string& body, const std::string& text);

/// What the core advises and nobody has taken up or dismissed.
struct Suggestions {
    audit::RunInfo run;
    Symbols symbols;
    std::vector<governance::Proposal> open; ///< by key
};
/// Errors: "run.unknown", the store's. Any thread; opens its own reader.
[[nodiscard]] Result<Suggestions> openSuggestions(const std::filesystem::path& folder, const std::string& run,
                                                  std::int64_t limit);

} // namespace wayreeve::session
