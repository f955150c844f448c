#pragma once

#include "base/value.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::rules {

class DecisionTable;

/// What is known of a value before it exists. `Any` is checked while evaluating instead; `Null` is only the literal's.
enum class Type : std::uint8_t {
    Any,
    Null,
    Boolean,
    Number,
    Text,
    Date,
    Time,
    DateTime,
    Duration, ///< days and time duration
    Months,   ///< years and months duration
    List,
    Context
};

[[nodiscard]] std::string_view typeName(Type type); ///< FEEL's: "string", "date and time", "days and time duration", …
[[nodiscard]] Type typeOf(const Value& value);

/// The names that an expression may use, each with a slot of the Frame. Built once, then shared read-only (thread-safe
/// for reading). Dotted names ("event.amount") are single entries; an expression's `a.b.c` binds the longest entry that
/// is a prefix of it and reads the rest as members.
class Schema {
public:
    struct Entry {
        std::string name;
        int slot = 0; ///< its index in Frame::values, equal to its position in entries()
        Type type = Type::Any;
        Type element = Type::Any;         ///< of a list's items
        bool nullable = true;             ///< for readers (the rule builder); evaluation never trusts it
        std::vector<std::string> allowed; ///< the only texts it takes; empty: any. Literals are checked against it
    };

    /// Adds a name and answers its slot. A name that exists keeps its slot and takes the new type.
    int add(std::string_view name, Type type);
    int add(Entry entry); ///< `slot` is set by the schema

    [[nodiscard]] const Entry* find(std::string_view name) const; ///< nullptr where unknown
    [[nodiscard]] int slot(std::string_view name) const;          ///< −1 where unknown
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    /// Lets expressions call a table by its function name. A name that exists is replaced.
    void addTable(std::shared_ptr<const DecisionTable> table);
    [[nodiscard]] std::shared_ptr<const DecisionTable> table(std::string_view function) const; ///< null where unknown
    [[nodiscard]] std::vector<std::string> tableNames() const;
    void copyTables(const Schema& from) { m_tables = from.m_tables; }

private:
    std::vector<Entry> m_entries;
    std::map<std::string, int, std::less<>> m_index;
    std::map<std::string, std::shared_ptr<const DecisionTable>, std::less<>> m_tables;
};

} // namespace wayreeve::rules
