#pragma once

#include "base/value.h"
#include "documents/binding.h"
#include "documents/document.h"

#include <functional>
#include <string>
#include <string_view>

namespace wayreeve::documents {

[[nodiscard]] std::string_view nameOf(Refers what); ///< "event", "action", … : what is named

/// One text of a document that names something, is an expression, or is an id that must be unique in its list.
struct Mention {
    enum class What : std::uint8_t { Reference, Expression, Duplicate };
    What what = What::Reference;
    std::string path; ///< as locate() reads it: "nodes/#3/when", "next/?deciding"
    std::string_view text;
    const Spec* spec = nullptr;
    Refers ref = Refers::Nothing;
};

/// Visits every reference, every expression and every id that occurs twice in its list, in document order. Empty texts
/// name nothing and are left out.
void walk(const AnyDocument& document, const std::function<void(const Mention&)>& visit);

} // namespace wayreeve::documents
