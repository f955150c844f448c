#pragma once

#include "rules/ast.h"
#include "rules/schema.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wayreeve::rules {

/// What is known of a part's result: its type, of a list its items' type, and the entry it was read from.
struct Typed {
    Type type = Type::Any;
    Type element = Type::Any;
    const Schema::Entry* entry = nullptr;
};

/// What a dotted name binds to: the longest schema entry that is a prefix of it. `used` words of the name make the
/// entry.
struct Binding {
    const Schema::Entry* entry = nullptr;
    std::size_t used = 0;
};
[[nodiscard]] Binding bindName(std::span<const std::string> words, const Schema& schema);

[[nodiscard]] bool isOpen(Type type);    ///< Any or Null: nothing can be said against it
[[nodiscard]] Type join(Type a, Type b); ///< the type of "one or the other"
/// The result type of a op b for + − * / **; nullopt where no evaluation can have a result.
[[nodiscard]] std::optional<Type> arithmeticType(Operator op, Type a, Type b);
[[nodiscard]] bool comparable(Operator op, Type a, Type b);
/// The type of value.name; nullopt where the type has no such member.
[[nodiscard]] std::optional<Type> memberType(Type type, const std::string& name);
[[nodiscard]] std::vector<std::string> memberNames(Type type); ///< of the types with fixed members
/// @"…": date, time, date and time or duration; nullopt where it is none.
[[nodiscard]] std::optional<Type> atType(const std::string& text);

} // namespace wayreeve::rules
