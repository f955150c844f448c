#include "rules/decision_table.h"

#include "rules/functions.h"
#include "rules/operations.h"
#include "rules/program.h"

#include <algorithm>
#include <array>
#include <bit>

namespace wayreeve::rules {

namespace {

constexpr std::size_t maxWords = (DecisionTable::maxRows + 63) / 64;

bool isList(HitPolicy policy) {
    return policy == HitPolicy::Collect || policy == HitPolicy::OutputOrder;
}
bool isFold(HitPolicy policy) {
    return policy >= HitPolicy::Sum;
}

const char* foldName(HitPolicy policy) {
    return policy == HitPolicy::Sum ? "sum" : policy == HitPolicy::Minimum ? "min" : "max";
}

} // namespace

/// What the rows that match have made of one set of inputs.
struct DecisionTable::Evaluation {
    const Frame& frame;
    Scope& scope;
    bool tells; ///< all rows are asked for, also where two are enough to see an error
    int rows;   ///< so far
    Value first;
    std::vector<Value> values;
    std::string_view error;
};

bool DecisionTable::meets(const OpenCell& cell, const Frame& frame, Scope& scope) const {
    Truth t = Truth::False;
    if (frame.values[cell.input].isNull()) {
        if (!cell.conditions && (cell.negated || !cell.takesNull))
            return false; // only a cell that names null or asks about the value takes null
        t = truthOf(cell.takesNull);
    } else if (cell.plain) {
        t = runTruth(*cell.plain, 0, frame, &scope);
    }
    if (cell.conditions && t != Truth::True)
        t = disjunction(t, runTruth(*cell.conditions, 0, frame, &scope));
    return (cell.negated ? negated(t) : t) == Truth::True;
}

Value DecisionTable::valueOf(const Row& row, const Frame& frame, Scope& scope) const {
    if (row.constant)
        return row.value;
    Context context;
    for (std::size_t i = 0; i < row.outputs.size(); ++i) {
        const Output& output = row.outputs[i];
        Value value = output.program ? runValue(*output.program, 0, frame, &scope) : output.value;
        if (output.program && typeOf(value) != m_definition.outputs[i].type)
            value = Value(); // what an open type came out as
        if (row.outputs.size() == 1)
            return value;
        context.emplace_back(m_definition.outputs[i].name, std::move(value));
    }
    return Value(std::move(context));
}

std::vector<std::size_t> DecisionTable::rankOf(const Value& value) const {
    std::vector<std::size_t> rank;
    for (std::size_t i = 0; i < m_definition.outputs.size(); ++i) {
        const std::vector<std::string>& order = m_definition.outputs[i].values;
        const Value part = m_definition.outputs.size() == 1 ? value : (*value.context())[i].second;
        const auto at = part.text() ? std::find(order.begin(), order.end(), *part.text()) : order.end();
        rank.push_back(static_cast<std::size_t>(at - order.begin()));
    }
    return rank;
}

/// The values in the order of the outputs' `values`; the topmost row first among equals.
Value DecisionTable::best(const Evaluation& evaluation) const {
    List sorted = evaluation.values;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Value& a, const Value& b) { return rankOf(a) < rankOf(b); });
    return m_definition.hitPolicy == HitPolicy::Priority ? sorted.front() : Value(std::move(sorted));
}

Value DecisionTable::collected(Evaluation evaluation) const {
    switch (m_definition.hitPolicy) {
    case HitPolicy::Priority:
    case HitPolicy::OutputOrder:
        return best(evaluation);
    case HitPolicy::Collect:
        return Value(std::move(evaluation.values));
    case HitPolicy::Count:
        return Value(static_cast<std::int64_t>(evaluation.values.size()));
    case HitPolicy::Sum:
    case HitPolicy::Minimum:
    case HitPolicy::Maximum: {
        const Value list(evaluation.values);
        return findFunction(foldName(m_definition.hitPolicy))->body({&list, 1}, evaluation.scope);
    }
    default:
        return std::move(evaluation.first);
    }
}

/// Leaves the rows whose constant cells take the inputs, 64 to a word.
std::string_view DecisionTable::narrow(std::span<const Value> inputs, std::span<std::uint64_t> live) const {
    std::fill(live.begin(), live.end(), ~std::uint64_t{0});
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const int piece = m_columns[i].pieceOf(inputs[i]);
        if (piece < 0)
            return typeOf(inputs[i]) == m_columns[i].type() ? "table.not-allowed" : "table.wrong-type";
        const std::uint64_t* taken = m_columns[i].rows(piece);
        for (std::size_t w = 0; w < live.size(); ++w)
            live[w] &= taken[w];
    }
    return {};
}

bool DecisionTable::fits(const Row& row, const Frame& frame, Scope& scope) const {
    return std::all_of(row.open.begin(), row.open.end(),
                       [&](const OpenCell& cell) { return scope.visit() && meets(cell, frame, scope); });
}

/// Takes one more matching row; false: no other needs to be looked at.
bool DecisionTable::take(int row, Evaluation& evaluation) const {
    const HitPolicy policy = m_definition.hitPolicy;
    evaluation.rows += 1;
    if (evaluation.rows > 1 && policy == HitPolicy::Unique) {
        evaluation.error = "table.not-unique";
        return evaluation.tells;
    }
    Value value = valueOf(m_rows[static_cast<std::size_t>(row)], evaluation.frame, evaluation.scope);
    if (evaluation.rows > 1 && policy == HitPolicy::Any) {
        if (!(value == evaluation.first))
            evaluation.error = "table.not-agreed";
        return evaluation.error.empty() || evaluation.tells;
    }
    if (policy == HitPolicy::Unique || policy == HitPolicy::Any || policy == HitPolicy::First)
        evaluation.first = std::move(value);
    else
        evaluation.values.push_back(std::move(value));
    return policy != HitPolicy::First;
}

Value DecisionTable::decided(std::span<const Value> inputs, Scope& scope, std::vector<int>* rows,
                             std::string_view& error) const {
    std::array<std::uint64_t, maxWords> words;
    const std::span<std::uint64_t> live(words.data(), (m_rows.size() + 63) / 64);
    error = scope.visit() ? narrow(inputs, live) : "table.exhausted";
    if (!error.empty())
        return {};
    Frame frame;
    frame.values = inputs;
    frame.now = scope.frame().now;
    frame.zone = scope.frame().zone;
    Evaluation evaluation{frame, scope, rows != nullptr, 0, {}, {}, {}};
    bool more = true;
    for (std::size_t w = 0; more && w < live.size(); ++w)
        for (std::uint64_t bits = live[w]; more && bits != 0; bits &= bits - 1) {
            const int row = static_cast<int>(w * 64) + std::countr_zero(bits);
            if (!fits(m_rows[static_cast<std::size_t>(row)], frame, scope))
                continue;
            if (rows)
                rows->push_back(row);
            more = take(row, evaluation);
        }
    error = scope.exhausted() ? "table.exhausted" : evaluation.error;
    if (!error.empty())
        return {};
    if (evaluation.rows == 0 && !isFold(m_definition.hitPolicy) &&
        !(isList(m_definition.hitPolicy) && !m_hasOtherwise)) {
        Value value = valueOf(m_otherwise, frame, scope);
        return isList(m_definition.hitPolicy) ? Value(List{std::move(value)}) : value;
    }
    return collected(std::move(evaluation));
}

std::vector<int> DecisionTable::matching(std::span<const Value> inputs) const {
    std::vector<int> rows;
    std::vector<std::uint64_t> live((m_rows.size() + 63) / 64);
    if (inputs.size() != m_columns.size() || !narrow(inputs, live).empty())
        return rows;
    Frame frame;
    frame.values = inputs;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        Scope scope(frame);
        if ((live[row / 64] >> (row % 64) & 1) != 0 && fits(m_rows[row], frame, scope))
            rows.push_back(static_cast<int>(row));
    }
    return rows;
}

Value DecisionTable::answer(std::span<const Value> inputs, Scope& scope) const {
    std::string_view error;
    if (!scope.fired())
        return decided(inputs, scope, nullptr, error);
    TableFiring firing{m_definition.id, {}, {}};
    Value value = decided(inputs, scope, &firing.rows, error);
    firing.error = error;
    scope.fired()->push_back(std::move(firing));
    return value;
}

DecisionTable::Answer DecisionTable::evaluate(std::span<const Value> inputs, Instant now, const Zone* zone) const {
    Answer answer;
    if (inputs.size() != m_columns.size()) {
        answer.error = "table.wrong-type";
        return answer;
    }
    Frame frame;
    frame.now = now;
    frame.zone = zone;
    Scope scope(frame);
    answer.value = decided(inputs, scope, &answer.rows, answer.error);
    return answer;
}

} // namespace wayreeve::rules
