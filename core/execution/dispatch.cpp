#include "execution/dispatch.h"

#include <array>

namespace wayreeve::execution {

std::string_view nameOf(DispatchState state) {
    constexpr std::array<std::string_view, 6> names{"pending", "taken", "succeeded", "failed", "unknown", "stopped"};
    return names[static_cast<std::size_t>(state)];
}

} // namespace wayreeve::execution
