#pragma once

#include "rules/ast.h"

#include <string>

namespace wayreeve::rules {

/// FEEL text of a tree: one line, the fewest brackets, names in backticks only where they need them.
/// parse(print(tree)) has the same meaning as any tree that parse() made; ranges differ.
[[nodiscard]] std::string print(const Node& tree);

} // namespace wayreeve::rules
