#pragma once

#include "base/value.h"
#include "rules/ast.h"
#include "rules/expression.h"
#include "rules/frame.h"

#include <string_view>

namespace wayreeve::rules {

/// What an evaluation sees of its surroundings, and how much of its allowance is left. One per evaluation.
class Scope {
public:
    /// Visits of list elements in loops; an evaluation that needs more answers null (nested loops over long lists).
    static constexpr int maxVisits = 100'000;

    explicit Scope(const Frame& frame, Scope* outer = nullptr, std::vector<TableFiring>* fired = nullptr)
        : m_frame(frame)
        , m_visits(outer ? outer->m_visits : &m_ownVisits)
        , m_fired(outer ? outer->m_fired : fired) {}
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    [[nodiscard]] const Value& slot(int index) const {
        static const Value none;
        return static_cast<std::size_t>(index) < m_frame.values.size() ? m_frame.values[static_cast<std::size_t>(index)]
                                                                       : none;
    }
    [[nodiscard]] Instant now() {
        m_surroundingsUsed = true;
        return m_frame.now;
    }
    [[nodiscard]] const Zone& zone() {
        static const Zone utc;
        m_surroundingsUsed = true;
        return m_frame.zone ? *m_frame.zone : utc;
    }
    /// Whether now or the zone was asked for: what did not is constant where its parts are.
    [[nodiscard]] bool surroundingsUsed() const { return m_surroundingsUsed; }
    /// For one element visited; false: the allowance is used up.
    [[nodiscard]] bool visit() { return ++*m_visits <= maxVisits; }
    [[nodiscard]] bool exhausted() const { return *m_visits > maxVisits; }
    [[nodiscard]] const Frame& frame() const { return m_frame; }
    [[nodiscard]] std::vector<TableFiring>* fired() const { return m_fired; } ///< null: nobody asks

private:
    const Frame& m_frame;
    int m_ownVisits = 0;
    int* m_visits;
    std::vector<TableFiring>* m_fired;
    bool m_surroundingsUsed = false;
};

[[nodiscard]] constexpr Truth truthOf(bool b) {
    return b ? Truth::True : Truth::False;
}
[[nodiscard]] Truth truthOf(const Value& value); ///< Null unless boolean
[[nodiscard]] Value valueOf(Truth truth);
[[nodiscard]] constexpr Truth negated(Truth t) {
    return t == Truth::Null ? Truth::Null : t == Truth::True ? Truth::False : Truth::True;
}
[[nodiscard]] constexpr Truth conjunction(Truth a, Truth b) {
    if (a == Truth::False || b == Truth::False)
        return Truth::False;
    return a == Truth::Null || b == Truth::Null ? Truth::Null : Truth::True;
}
[[nodiscard]] constexpr Truth disjunction(Truth a, Truth b) {
    return negated(conjunction(negated(a), negated(b)));
}

/// a op b for the six comparisons (docs/formats/feel.md, "Comparison").
[[nodiscard]] Truth compare(Operator op, const Value& a, const Value& b);
/// a op b for + − * / **; null where the types do not fit or there is no result.
[[nodiscard]] Value arithmetic(Operator op, const Value& a, const Value& b, Scope& scope);
[[nodiscard]] Value negatedValue(const Value& value);
/// value.name: members of contexts, parts of dates and durations, of a list the list of its items' members.
[[nodiscard]] Value memberOf(const Value& value, const std::string& name, Scope& scope);
/// list[number], from 1 or, negative, from the end; a single value is its own list.
[[nodiscard]] Value itemAt(const Value& list, const Value& index);
/// Whether the list holds an equal element; Null where `list` is none.
[[nodiscard]] Truth contains(const Value& list, const Value& element);
/// A plain test of `in`: equal to it, or contained where it is a list and x is none.
[[nodiscard]] Truth matches(const Value& x, const Value& test);

} // namespace wayreeve::rules
