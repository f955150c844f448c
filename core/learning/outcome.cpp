#include "learning/outcome.h"

#include <array>

namespace wayreeve::learning {

std::string_view nameOf(OutcomeKind kind) {
    constexpr std::array<std::string_view, 3> names{"goal", "harm", "window-closed"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace wayreeve::learning
