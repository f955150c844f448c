#include "rules/schema.h"

#include "rules/decision_table.h"

namespace wayreeve::rules {

std::string_view typeName(Type type) {
    switch (type) {
    case Type::Any:
        return "any";
    case Type::Null:
        return "null";
    case Type::Boolean:
        return "boolean";
    case Type::Number:
        return "number";
    case Type::Text:
        return "string";
    case Type::Date:
        return "date";
    case Type::Time:
        return "time";
    case Type::DateTime:
        return "date and time";
    case Type::Duration:
        return "days and time duration";
    case Type::Months:
        return "years and months duration";
    case Type::List:
        return "list";
    case Type::Context:
        return "context";
    }
    return "any";
}

Type typeOf(const Value& value) {
    switch (value.type()) {
    case Value::Type::Null:
        return Type::Null;
    case Value::Type::Boolean:
        return Type::Boolean;
    case Value::Type::Number:
        return Type::Number;
    case Value::Type::Text:
        return Type::Text;
    case Value::Type::Date:
        return Type::Date;
    case Value::Type::Time:
        return Type::Time;
    case Value::Type::DateTime:
        return Type::DateTime;
    case Value::Type::Duration:
        return Type::Duration;
    case Value::Type::Months:
        return Type::Months;
    case Value::Type::List:
        return Type::List;
    case Value::Type::Context:
        return Type::Context;
    }
    return Type::Any;
}

int Schema::add(std::string_view name, Type type) {
    Entry entry;
    entry.name = name;
    entry.type = type;
    return add(std::move(entry));
}

int Schema::add(Entry entry) {
    if (const auto known = m_index.find(entry.name); known != m_index.end()) {
        entry.slot = known->second;
        m_entries[static_cast<std::size_t>(known->second)] = std::move(entry);
        return known->second;
    }
    const int slot = static_cast<int>(m_entries.size());
    entry.slot = slot;
    m_index.emplace(entry.name, slot);
    m_entries.push_back(std::move(entry));
    return slot;
}

const Schema::Entry* Schema::find(std::string_view name) const {
    const auto known = m_index.find(name);
    return known == m_index.end() ? nullptr : &m_entries[static_cast<std::size_t>(known->second)];
}

int Schema::slot(std::string_view name) const {
    const Entry* entry = find(name);
    return entry ? entry->slot : -1;
}

void Schema::addTable(std::shared_ptr<const DecisionTable> table) {
    std::string name = table->function();
    m_tables.insert_or_assign(std::move(name), std::move(table));
}

std::shared_ptr<const DecisionTable> Schema::table(std::string_view function) const {
    const auto known = m_tables.find(function);
    return known == m_tables.end() ? nullptr : known->second;
}

std::vector<std::string> Schema::tableNames() const {
    std::vector<std::string> result;
    for (const auto& [name, table] : m_tables)
        result.push_back(name);
    return result;
}

std::vector<std::string> Schema::names() const {
    std::vector<std::string> result;
    result.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        result.push_back(entry.name);
    return result;
}

} // namespace wayreeve::rules
