#include "rules/measure.h"

#include "base/portable_math.h"
#include "base/text.h"
#include "rules/operations.h"
#include "rules/temporal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wayreeve::rules {

namespace {

constexpr std::string_view prefix = "event.";
constexpr std::int64_t halvings = 64; ///< after so many, nothing is left in six digits

Schema eventEntries(const Schema& events) {
    Schema result;
    for (const Schema::Entry& entry : events.entries())
        if (entry.name == "event" || entry.name.starts_with(prefix))
            result.add(entry);
    result.copyTables(events);
    return result;
}

/// The value at a path inside contexts, without copying on the way; null where there is none.
const Value& valueAt(const Value& from, const std::vector<std::string>& path) {
    static const Value none;
    const Value* at = &from;
    for (const std::string& name : path) {
        const Context* context = at->context();
        if (!context)
            return none;
        const auto found =
            std::find_if(context->begin(), context->end(), [&](const auto& pair) { return pair.first == name; });
        if (found == context->end())
            return none;
        at = &found->second;
    }
    return *at;
}

std::optional<Error> wrong(const MeasureDefinition& definition) {
    const MeasureWindow& window = definition.window;
    const bool empty = (window.kind == MeasureWindow::Kind::Rolling && window.length.ms <= 0) ||
                       (window.kind == MeasureWindow::Kind::CalendarDays && (window.days <= 0 || window.days > 36'500));
    if (empty)
        return Error{"measure.window", {{"measure", definition.id}}};
    if (needsProperty(definition.function) && definition.property.empty())
        return Error{"measure.property", {{"measure", definition.id}}};
    if (isSequence(definition.function) && (definition.then.empty() || definition.within.ms <= 0))
        return Error{"measure.then", {{"measure", definition.id}}};
    if (definition.function == MeasureFunction::Decayed && definition.halfLife.ms <= 0)
        return Error{"measure.half-life", {{"measure", definition.id}}};
    return std::nullopt;
}

/// The properties' running summary, one function at a time. `add` takes values that are not null, in time order.
class Aggregate {
public:
    explicit Aggregate(MeasureFunction function)
        : m_function(function) {}

    void add(const Value& value) {
        switch (m_function) {
        case MeasureFunction::Count:
            ++m_count;
            return;
        case MeasureFunction::Sum:
        case MeasureFunction::Average:
            if (value.number()) {
                ++m_count;
                m_sum = m_sum ? m_sum->plus(*value.number()) : std::nullopt;
            }
            return;
        case MeasureFunction::Minimum:
            return keep(value, Operator::Less);
        case MeasureFunction::Maximum:
            return keep(value, Operator::Greater);
        case MeasureFunction::Last:
            m_best = value;
            return;
        case MeasureFunction::Distinct:
            if (value.text())
                m_texts.push_back(*value.text());
            else if (value.number())
                m_numbers.push_back(*value.number());
            else if (std::find(m_others.begin(), m_others.end(), value) == m_others.end())
                m_others.push_back(value);
            return;
        default:
            return; // sequences and decayed counts are not made of one event after the other
        }
    }

    Value result() {
        switch (m_function) {
        case MeasureFunction::Count:
            return m_count;
        case MeasureFunction::Sum:
            return m_sum ? Value(*m_sum) : Value();
        case MeasureFunction::Average: {
            const std::optional<Decimal> mean = m_sum ? m_sum->dividedBy(Decimal(m_count)) : std::nullopt;
            return mean ? Value(*mean) : Value();
        }
        case MeasureFunction::Distinct:
            return static_cast<std::int64_t>(distinct(m_texts) + distinct(m_numbers) + m_others.size());
        default:
            return m_best;
        }
    }

private:
    void keep(const Value& value, Operator better) {
        const bool ordered = compare(Operator::LessEqual, value, value) == Truth::True;
        if (ordered && (m_best.isNull() || compare(better, value, m_best) == Truth::True))
            m_best = value;
    }

    template <class T>
    static std::size_t distinct(std::vector<T>& values) {
        std::sort(values.begin(), values.end());
        return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
    }

    MeasureFunction m_function;
    std::int64_t m_count = 0;
    std::optional<Decimal> m_sum = Decimal(0);
    Value m_best;
    std::vector<std::string_view> m_texts; // the history outlives the aggregate
    std::vector<Decimal> m_numbers;
    std::vector<Value> m_others;
};

} // namespace

bool needsProperty(MeasureFunction function) {
    switch (function) {
    case MeasureFunction::Sum:
    case MeasureFunction::Average:
    case MeasureFunction::Minimum:
    case MeasureFunction::Maximum:
    case MeasureFunction::Distinct:
        return true;
    default:
        return false;
    }
}

bool isSequence(MeasureFunction function) {
    return function == MeasureFunction::Followed || function == MeasureFunction::Unanswered;
}

Result<Measures::Which> Measures::compileWhich(const std::string& event, const std::string& filter,
                                               const std::string& measure, const Schema& schema, Symbols& symbols) {
    Which which;
    which.event = event.empty() ? 0 : symbols.intern(event);
    if (filter.empty())
        return which;
    Result<Expression> compiled = Expression::compile(filter, schema, Type::Boolean);
    if (!compiled) {
        Error error = compiled.error();
        error.parameters.emplace_back("measure", measure);
        return error;
    }
    for (const int slot : compiled->slotsUsed()) {
        const std::string& name = schema.entries()[static_cast<std::size_t>(slot)].name;
        Binding binding{Binding::Source::Property, slot, {}};
        if (name == "event")
            binding.source = Binding::Source::All;
        else if (name == "event.time")
            binding.source = Binding::Source::Time;
        else
            binding.path = split(name.substr(prefix.size()), '.');
        if (name == "event.name")
            binding.source = Binding::Source::Name;
        which.bindings.push_back(std::move(binding));
    }
    which.filter = std::move(compiled).value();
    return which;
}

Result<Measures> Measures::compile(std::span<const MeasureDefinition> definitions, const Schema& events,
                                   Symbols& symbols) {
    Measures result;
    const Schema schema = eventEntries(events);
    result.m_slots = schema.size();
    bool names = false;
    for (const MeasureDefinition& definition : definitions) {
        if (std::optional<Error> error = wrong(definition))
            return *error;
        Measure measure;
        measure.definition = definition;
        if (!definition.property.empty())
            measure.property = split(definition.property, '.');
        auto first = compileWhich(definition.event, definition.filter, definition.id, schema, symbols);
        if (!first)
            return first.error();
        measure.first = std::move(*first);
        if (isSequence(definition.function)) {
            auto second = compileWhich(definition.then, definition.thenFilter, definition.id, schema, symbols);
            if (!second)
                return second.error();
            measure.second = std::move(*second);
        }
        for (const Which* which : {&measure.first, &measure.second})
            names = names || std::any_of(which->bindings.begin(), which->bindings.end(), [](const Binding& binding) {
                        return binding.source == Binding::Source::Name;
                    });
        result.m_measures.push_back(std::move(measure));
    }
    if (names)
        result.m_eventNames = symbols.names();
    return result;
}

Type Measures::resultType(MeasureFunction function) {
    switch (function) {
    case MeasureFunction::Count:
    case MeasureFunction::Sum:
    case MeasureFunction::Average:
    case MeasureFunction::Distinct:
    case MeasureFunction::Followed:
    case MeasureFunction::Unanswered:
    case MeasureFunction::Decayed:
        return Type::Number;
    default:
        return Type::Any;
    }
}

Type Measures::resultType(const MeasureDefinition& definition, const Schema& events) {
    if (definition.function == MeasureFunction::Last && definition.property.empty())
        return Type::DateTime;
    const Type type = resultType(definition.function);
    const Schema::Entry* entry = type == Type::Any ? events.find(std::string(prefix) + definition.property) : nullptr;
    return entry ? entry->type : type;
}

/// The first instant of the window.
Instant Measures::startOf(const Measure& measure, const MeasureInput& input) {
    const MeasureWindow& window = measure.definition.window;
    Instant start{std::numeric_limits<std::int64_t>::min()};
    if (window.kind == MeasureWindow::Kind::Rolling) {
        if (!__builtin_sub_overflow(input.now.ms, window.length.ms, &start.ms))
            ++start.ms; // it is open at that end
        else
            start.ms = std::numeric_limits<std::int64_t>::min();
    } else if (window.kind == MeasureWindow::Kind::CalendarDays && inRange(input.now)) {
        static const Zone utc;
        const Zone& zone = input.zone ? *input.zone : utc;
        start = zone.at(zone.local(input.now).dayNumber - (window.days - 1), 0);
    }
    return start;
}

std::span<const HistoryItem> Measures::windowOf(const Measure& measure, const MeasureInput& input) const {
    const auto begin = input.history.begin();
    const auto laterThan = [](Instant t, const HistoryItem& item) { return t < item.time; };
    const auto earlierThan = [](const HistoryItem& item, Instant t) { return item.time < t; };
    const auto end = std::upper_bound(begin, input.history.end(), input.now, laterThan);
    return {std::lower_bound(begin, end, startOf(measure, input), earlierThan), end};
}

std::vector<std::pair<Sym, Duration>> Measures::reach() const {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr Duration dayLong = Duration::days(1); // clocks change, and events may be a little ahead of now
    std::vector<std::pair<Sym, Duration>> result;
    for (const Measure& measure : m_measures) {
        const MeasureDefinition& definition = measure.definition;
        Duration back{most};
        if (definition.window.kind == MeasureWindow::Kind::Rolling)
            back = {definition.window.length.ms + std::min(dayLong.ms, most - definition.window.length.ms)};
        else if (definition.window.kind == MeasureWindow::Kind::CalendarDays)
            back = Duration::days(definition.window.days) + dayLong;
        if (definition.function == MeasureFunction::Decayed && definition.halfLife.ms < most / halvings)
            back = std::min(back, Duration{definition.halfLife.ms * halvings});
        result.emplace_back(measure.first.event, back);
        if (isSequence(definition.function))
            result.emplace_back(measure.second.event, back);
    }
    return result;
}

bool Measures::isCut(const Measure& measure, const MeasureInput& input) {
    const MeasureDefinition& definition = measure.definition;
    if (input.cut.empty() || definition.function == MeasureFunction::Last) // the newest is never what was given up
        return false;
    Instant start = startOf(measure, input);
    if (definition.function == MeasureFunction::Decayed && definition.halfLife.ms < INT64_MAX / halvings)
        start = std::max(start, Instant{input.now.ms - definition.halfLife.ms * halvings});
    return std::any_of(input.cut.begin(), input.cut.end(), [&](const HistoryCut& cut) {
        const auto counts = [&](const Which& which) { return which.event == 0 || which.event == cut.event; };
        return cut.until >= start &&
               (counts(measure.first) || (isSequence(definition.function) && counts(measure.second)));
    });
}

bool Measures::isCut(std::size_t index, const MeasureInput& input) const {
    return isCut(m_measures[index], input);
}

bool Measures::passes(const Which& which, const HistoryItem& item, const MeasureInput& input,
                      std::vector<Value>& scratch) const {
    if (which.event != 0 && item.event != which.event)
        return false;
    if (!which.filter)
        return true;
    scratch.resize(m_slots);
    for (const Binding& binding : which.bindings) {
        Value& slot = scratch[static_cast<std::size_t>(binding.slot)];
        switch (binding.source) {
        case Binding::Source::Property:
            slot = valueAt(item.properties, binding.path);
            break;
        case Binding::Source::Time:
            slot = item.time;
            break;
        case Binding::Source::Name:
            slot = item.properties.member("name");
            if (slot.isNull() && item.event < m_eventNames.size())
                slot = Value(m_eventNames[item.event]);
            break;
        case Binding::Source::All:
            slot = item.properties;
            break;
        }
    }
    return which.filter->test(Frame{scratch, input.now, input.zone}) == Truth::True;
}

/// The second event is a later one of the history: of two in the same millisecond, the one that stands behind.
Value Measures::sequences(const Measure& measure, const MeasureInput& input, std::vector<Value>& scratch) const {
    const MeasureDefinition& definition = measure.definition;
    const std::span<const HistoryItem> items = windowOf(measure, input);
    std::int64_t followed = 0, unanswered = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!passes(measure.first, items[i], input, scratch))
            continue;
        const Value& same = valueAt(items[i].properties, measure.property);
        const bool matches = !definition.property.empty();
        bool found = false;
        for (std::size_t j = i + 1; j < items.size() && !found; ++j) {
            if (items[j].time - items[i].time > definition.within)
                break;
            found = passes(measure.second, items[j], input, scratch) &&
                    (!matches || (!same.isNull() && valueAt(items[j].properties, measure.property) == same));
        }
        followed += found ? 1 : 0;
        unanswered += !found && input.now - items[i].time > definition.within ? 1 : 0;
    }
    return definition.function == MeasureFunction::Followed ? followed : unanswered;
}

Value Measures::decayed(const Measure& measure, const MeasureInput& input, std::vector<Value>& scratch) const {
    const auto halfLife = static_cast<double>(measure.definition.halfLife.ms);
    double sum = 0;
    for (const HistoryItem& item : windowOf(measure, input)) {
        if (!passes(measure.first, item, input, scratch))
            continue;
        const Value& value = valueAt(item.properties, measure.property);
        if (!measure.property.empty() && !value.number())
            continue;
        const double amount = measure.property.empty() ? 1.0 : value.toDouble();
        sum += amount * portable::exp2(-static_cast<double>((input.now - item.time).ms) / halfLife);
    }
    return Value::fromDouble(std::round(sum * 1e6) / 1e6);
}

Value Measures::compute(const Measure& measure, const MeasureInput& input, std::vector<Value>& scratch) const {
    const MeasureDefinition& definition = measure.definition;
    if (definition.minimumHistory.ms > 0 &&
        (input.firstSeen > input.now || input.now - input.firstSeen < definition.minimumHistory))
        return {};
    if (isCut(measure, input))
        return {};
    if (isSequence(definition.function))
        return sequences(measure, input, scratch);
    if (definition.function == MeasureFunction::Decayed)
        return decayed(measure, input, scratch);
    const std::span<const HistoryItem> items = windowOf(measure, input);
    const bool whole = definition.property.empty();
    if (definition.function == MeasureFunction::Last) { // the latest that fits: from the end
        for (std::size_t i = items.size(); i-- > 0;) {
            if (!passes(measure.first, items[i], input, scratch))
                continue;
            Value value = whole ? Value(items[i].time) : valueAt(items[i].properties, measure.property);
            if (!value.isNull())
                return value;
        }
        return {};
    }
    Aggregate aggregate(definition.function);
    for (const HistoryItem& item : items) {
        if (!passes(measure.first, item, input, scratch))
            continue;
        if (whole) {
            aggregate.add(Value(true));
            continue;
        }
        const Value& value = valueAt(item.properties, measure.property);
        if (!value.isNull())
            aggregate.add(value);
    }
    return aggregate.result();
}

Value Measures::evaluate(std::size_t index, const MeasureInput& input) const {
    std::vector<Value> scratch;
    return compute(m_measures[index], input, scratch);
}

void Measures::evaluateAll(const MeasureInput& input, std::span<Value> out) const {
    std::vector<Value> scratch;
    for (std::size_t i = 0; i < m_measures.size(); ++i)
        out[i] = compute(m_measures[i], input, scratch);
}

} // namespace wayreeve::rules
