#pragma once

#include "base/value.h"
#include "engine/customer_state.h"
#include "engine/program.h"

#include <optional>
#include <string>
#include <string_view>

namespace wayreeve::engine {

/// What the person who takes a case over is given (X3): an object with `handoff` 1, `at`, `customer`, `stage`,
/// `previousStage`, `sentiment`, `intent` {id, value}, `case` {opened, frustrated} or null, `said` (what came in since
/// the case was opened: at, event, properties; the newest 10), `tried` (contacts sent in 30 days: at, action, channel,
/// result "waiting", "goal", "harm", "open", "none"), `next` (what the plan would do instead, by falling priority:
/// action, channel, content, priority, probability; at most 5) and `summary`, one line put together from these. Nothing
/// in it is invented: every value is one that the decision saw. `plan` may be null. Pure.
[[nodiscard]] Value handoffPacket(const Program& program, const CustomerState& state,
                                  const interpretation::Reading& reading, Instant now, const planning::Plan* plan);

/// The text that goes out: `text`, the packet's summary, and the packet as canonical JSON on the last line.
[[nodiscard]] std::string withPacket(const std::string& text, const Value& packet);
/// The packet of such a text; nothing where it has none.
[[nodiscard]] std::optional<Value> packetIn(std::string_view body);
/// What stands before the packet and its summary; all of a text without one.
[[nodiscard]] std::string textBeforePacket(const std::string& body);

} // namespace wayreeve::engine
