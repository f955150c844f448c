#pragma once

#include "governance/rights.h"

namespace wayreeve::ui {

class AppContext;

/// Whether the person of the window has this right. Where not, the message bar says so, names who has it and, in the
/// demo, offers to act as one of them. Without a workspace or a person everything is allowed.
[[nodiscard]] bool mayOrSay(AppContext& context, governance::Right right);

} // namespace wayreeve::ui
