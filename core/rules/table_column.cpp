#include "rules/table_column.h"

#include "rules/operations.h"

#include <algorithm>

namespace wayreeve::rules {

namespace {

bool less(const Value& a, const Value& b) {
    return compare(Operator::Less, a, b) == Truth::True;
}

/// The step between neighbours of a type that has any, as a value of that type moved by it.
std::optional<Value> moved(const Value& from, int direction) {
    switch (from.type()) {
    case Value::Type::Date:
        return Value(Date{from.date()->dayNumber + direction});
    case Value::Type::Time: {
        const std::int32_t ms = from.time()->msOfDay + direction;
        return ms < 0 || ms >= 86'400'000 ? std::nullopt : std::optional(Value(TimeOfDay{ms}));
    }
    case Value::Type::DateTime:
        return Value(Instant{from.dateTime()->ms + direction});
    case Value::Type::Duration:
        return Value(Duration{from.duration()->ms + direction});
    case Value::Type::Months:
        return Value(Months{from.months()->count + direction});
    case Value::Type::Number:
        return Value(from.number()->plus(Decimal(direction)).value_or(*from.number()));
    case Value::Type::Text:
        return direction > 0 ? std::optional(Value(*from.text() + "a")) : std::optional(Value(""));
    default:
        return std::nullopt;
    }
}

std::optional<Value> between(const Value& low, const Value& high) {
    std::vector<Value> candidates;
    if (low.number()) {
        if (const std::optional<Decimal> sum = low.number()->plus(*high.number()))
            if (const std::optional<Decimal> half = sum->dividedBy(Decimal(2)))
                candidates.emplace_back(*half);
    } else if (low.text()) {
        for (const char* tail : {"a", "!", "\x01"})
            candidates.emplace_back(*low.text() + tail);
    } else if (const std::optional<Value> next = moved(low, 1)) {
        candidates.push_back(*next);
    }
    for (const Value& candidate : candidates)
        if (less(low, candidate) && less(candidate, high))
            return candidate;
    return std::nullopt;
}

} // namespace

TableColumn::TableColumn(Type type, const std::vector<std::string>& values,
                         const std::vector<const ConstantCell*>& cells, const ConstantCell* within,
                         const std::vector<Value>& hints)
    : m_type(type)
    , m_words((cells.size() + 63) / 64) {
    if (type == Type::List || type == Type::Context) {
        m_form = Form::Whole;
    } else if (type == Type::Boolean) {
        m_form = Form::Listed;
        m_points = {Value(false), Value(true)};
    } else if (!values.empty()) {
        m_form = Form::Listed;
        for (const std::string& value : values)
            m_points.emplace_back(value);
    } else {
        for (const ConstantCell* cell : cells)
            if (cell)
                addPoints(*cell);
        if (within)
            addPoints(*within);
        m_points.insert(m_points.end(), hints.begin(), hints.end());
        std::sort(m_points.begin(), m_points.end(), less);
        m_points.erase(std::unique(m_points.begin(), m_points.end()), m_points.end());
    }
    const std::size_t count = m_form == Form::Whole    ? 2
                              : m_form == Form::Listed ? m_points.size() + 1
                                                       : 2 * m_points.size() + 2;
    m_possible.assign(count, true);
    m_rows.assign(count * m_words, 0);
    for (std::size_t piece = 0; piece < count; ++piece) {
        m_possible[piece] = piece == 0 || !within || takes(*within, static_cast<int>(piece));
        for (std::size_t row = 0; row < cells.size(); ++row)
            if (!cells[row] || takes(*cells[row], static_cast<int>(piece)))
                m_rows[piece * m_words + row / 64] |= std::uint64_t{1} << (row % 64);
    }
    for (const ConstantCell* cell : cells)
        m_namesNull |= cell && cell->takesNull;
    m_isOpen = std::find(cells.begin(), cells.end(), nullptr) != cells.end();
}

void TableColumn::addPoints(const ConstantCell& cell) {
    for (const ConstantTest& test : cell.tests) {
        if (typeOf(test.low) == m_type)
            m_points.push_back(test.low);
        if (test.kind == ConstantTest::Kind::Range && typeOf(test.high) == m_type)
            m_points.push_back(test.high);
    }
}

bool TableColumn::takes(const ConstantCell& cell, int piece) const {
    if (cell.any)
        return true;
    if (piece == 0) // DMN leaves null to the words: a cell that does not name it never takes it
        return cell.takesNull && !cell.negated;
    return cell.negated !=
           std::any_of(cell.tests.begin(), cell.tests.end(), [&](const ConstantTest& t) { return meets(t, piece); });
}

/// Where a point stands among the pieces, counted as pieceOf() does.
int TableColumn::position(const Value& point) const {
    const auto at = std::lower_bound(m_points.begin(), m_points.end(), point, less);
    const int index = static_cast<int>(at - m_points.begin());
    return at != m_points.end() && *at == point ? 2 * index + 2 : 2 * index + 1;
}

bool TableColumn::meets(const ConstantTest& test, int piece) const {
    if (m_form == Form::Whole)
        return true;
    const auto against = [&](Operator op, const Value& bound) {
        if (bound.isNull())
            return op == Operator::NotEqual;
        if (m_form == Form::Listed)
            return compare(op, m_points[static_cast<std::size_t>(piece - 1)], bound) == Truth::True;
        const int at = position(bound);
        switch (op) {
        case Operator::Equal:
            return piece == at;
        case Operator::NotEqual:
            return piece != at;
        case Operator::Less:
            return piece < at;
        case Operator::LessEqual:
            return piece <= at;
        case Operator::Greater:
            return piece > at;
        default:
            return piece >= at;
        }
    };
    if (test.kind == ConstantTest::Kind::Compare)
        return against(test.op, test.low);
    return against(test.closedStart ? Operator::GreaterEqual : Operator::Greater, test.low) &&
           against(test.closedEnd ? Operator::LessEqual : Operator::Less, test.high);
}

int TableColumn::pieceOf(const Value& value) const {
    if (value.isNull())
        return 0;
    if (typeOf(value) != m_type)
        return -1;
    int piece = 1;
    if (m_form == Form::Ordered) {
        piece = position(value);
    } else if (m_form == Form::Listed) {
        const auto at = std::find(m_points.begin(), m_points.end(), value);
        if (at == m_points.end())
            return -1;
        piece = static_cast<int>(at - m_points.begin()) + 1;
    }
    return isPossible(piece) ? piece : -1;
}

std::optional<Value> TableColumn::example(int piece) const {
    if (piece == 0)
        return std::optional<Value>(std::in_place); // null
    if (m_form == Form::Whole && m_type == Type::List)
        return Value(List{});
    if (m_form == Form::Whole)
        return Value(Context{});
    if (m_form == Form::Listed)
        return m_points[static_cast<std::size_t>(piece - 1)];
    const std::size_t index = static_cast<std::size_t>(piece - 1) / 2;
    if (piece % 2 == 0)
        return m_points[index];
    if (m_points.empty())
        switch (m_type) {
        case Type::Number:
            return Value(0);
        case Type::Text:
            return Value("");
        case Type::Date:
            return Value(Date{});
        case Type::Time:
            return Value(TimeOfDay{});
        case Type::DateTime:
            return Value(Instant{});
        case Type::Duration:
            return Value(Duration{});
        default:
            return Value(Months{});
        }
    std::optional<Value> found;
    if (index == 0)
        found = moved(m_points.front(), -1);
    else if (index == m_points.size())
        found = moved(m_points.back(), 1);
    else
        found = between(m_points[index - 1], m_points[index]);
    // Beyond the ends of a type (the empty text, midnight, 34 digits) there is nothing.
    return found && pieceOf(*found) == piece ? found : std::nullopt;
}

} // namespace wayreeve::rules
