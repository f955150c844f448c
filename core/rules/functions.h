#pragma once

#include "base/value.h"
#include "rules/operations.h"
#include "rules/schema.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::rules {

/// One bit per Type.
using TypeSet = std::uint16_t;
[[nodiscard]] constexpr TypeSet only(Type type) {
    return static_cast<TypeSet>(1u << static_cast<unsigned>(type));
}
inline constexpr TypeSet anyType = 0xFFFF;

/// How a function's static result type follows from its arguments'.
enum class ResultRule : std::uint8_t { Fixed, SameAsFirst, ItemOfFirst, JoinOfAll, DurationLiteral };

/// A built-in function: what the parser, the checker and the machine know of it.
struct Function {
    using Body = Value (*)(std::span<const Value>, Scope&);

    std::string_view name;
    int fewest = 0;
    int most = 0;                    ///< −1: no upper end
    std::vector<TypeSet> parameters; ///< the last one repeats
    Type result = Type::Any;
    ResultRule rule = ResultRule::Fixed;
    Body body = nullptr;
    bool extension = false;   ///< not in DMN's FEEL
    bool fromNumbers = false; ///< takes either one value that is no number, or exactly `most` numbers
};

/// All functions, ordered by name. Read-only and shared.
[[nodiscard]] const std::vector<Function>& functions();
[[nodiscard]] const Function* findFunction(std::string_view name);
[[nodiscard]] const std::vector<std::string>& functionNames();

} // namespace wayreeve::rules
