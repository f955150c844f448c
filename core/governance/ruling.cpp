#include "governance/ruling.h"

#include <array>

namespace wayreeve::governance {

std::string_view nameOf(RulingKind kind) {
    constexpr std::array<std::string_view, 5> names{"refuse", "queue", "suggest", "hold", "execute"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace wayreeve::governance
