#pragma once

#include "rules/schema.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// How a document type and its YAML belong together. `Binding<T>::fields(io)` names every field once; readers, writers,
/// the reference walk and the outlines of docs/formats are four kinds of `io` over that one description.
namespace wayreeve::documents {

/// What a text names.
enum class Refers : std::uint8_t {
    Nothing,
    Event,
    StoryEvent,
    Trait,
    Coefficient,
    Action,
    ActionOrWait,
    Content,
    Agent,
    Goal,
    Signal,
    Stage,
    Intent,
    Need,
    Reading,
    Journey,
    Person,
    Node,
    OwnStage,
    State,
    Zone,
    Fact,
    Element,
    Intervention,
    Connector,
    Budget
};

/// What a field's binding says beyond its C++ type.
struct Spec {
    bool isRequired = false;
    bool isId = false;      ///< must be a document id
    bool isFeel = false;    ///< a FEEL expression of `type`
    bool isClock = false;   ///< an int that YAML writes as "20:00", minutes of the day
    bool hasNone = false;   ///< an optional number whose absence YAML writes as the word none
    bool eventOnly = false; ///< FEEL over event.* alone
    Refers ref = Refers::Nothing;
    Refers keyRef = Refers::Nothing; ///< of the keys of a pair list or context
    rules::Type type = rules::Type::Any;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::span<const std::string_view> allowed;

    [[nodiscard]] constexpr Spec required() const {
        Spec s = *this;
        s.isRequired = true;
        return s;
    }
    [[nodiscard]] constexpr Spec between(double from, double to) const {
        Spec s = *this;
        s.low = from;
        s.high = to;
        return s;
    }
    [[nodiscard]] constexpr Spec to(Refers what) const {
        Spec s = *this;
        s.ref = what;
        return s;
    }
    [[nodiscard]] constexpr Spec keysTo(Refers what) const {
        Spec s = *this;
        s.keyRef = what;
        return s;
    }
};

[[nodiscard]] constexpr Spec idSpec() {
    Spec s;
    s.isId = true;
    s.isRequired = true;
    return s;
}
[[nodiscard]] constexpr Spec refTo(Refers what) {
    return Spec{}.to(what);
}
[[nodiscard]] constexpr Spec feel(rules::Type type) {
    Spec s;
    s.isFeel = true;
    s.type = type;
    return s;
}
[[nodiscard]] constexpr Spec condition() {
    return feel(rules::Type::Boolean);
}
[[nodiscard]] constexpr Spec formula() {
    return feel(rules::Type::Number);
}
[[nodiscard]] constexpr Spec share() {
    return Spec{}.between(0, 1);
}
[[nodiscard]] constexpr Spec atLeast(double low) {
    return Spec{}.between(low, std::numeric_limits<double>::infinity());
}
[[nodiscard]] constexpr Spec clockTime() {
    Spec s;
    s.isClock = true;
    return s;
}
[[nodiscard]] constexpr Spec orNone() {
    Spec s = share();
    s.hasNone = true;
    return s;
}
[[nodiscard]] constexpr Spec oneOf(std::span<const std::string_view> words) {
    Spec s;
    s.allowed = words;
    return s;
}

template <class T>
struct Binding;

template <class T>
concept Bound = requires {
    Binding<T>::oneLine;
};

/// Small things read best in one line, as long as they fit.
struct InBlock {
    static constexpr bool oneLine = false;
};
struct InOneLine {
    static constexpr bool oneLine = true;
};

} // namespace wayreeve::documents
