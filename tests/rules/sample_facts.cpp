#include "rules/sample_facts.h"

#include <cstdlib>

using namespace wayreeve;
using rules::Type;

Instant at(const char* rfc3339) {
    const Result<Instant> parsed = parseInstant(rfc3339);
    if (!parsed)
        std::abort();
    return *parsed;
}

SampleFacts::SampleFacts()
    : zone(Zone::find("Europe/Berlin").value())
    , now(at("2026-11-03T14:07:00Z")) {
    set("event.amount", Type::Number, *Decimal::parse("120.50"));
    set("event.items", Type::Number, 3);
    set("event.note", Type::Text, "Große Grüße");
    rules::Schema::Entry tier;
    tier.name = "customer.tier";
    tier.type = Type::Text;
    tier.allowed = {"bronze", "silver", "gold"};
    schema.add(tier);
    values.emplace_back("gold");
    rules::Schema::Entry tags;
    tags.name = "customer.tags";
    tags.type = Type::List;
    tags.element = Type::Text;
    schema.add(tags);
    values.emplace_back(List{"vip", "new"});
    set("customer.vulnerable", Type::Boolean, false);
    set("customer.birthday", Type::Date, Date{7363}); // 1990-02-28
    set("customer.since", Type::DateTime, at("2026-10-24T22:30:00Z"));
    set("customer.wait", Type::Duration, Duration::days(3));
    set("customer.contract", Type::Months, Months{14});
    set("customer.opens", Type::Time, TimeOfDay{9 * 3'600'000 + 30 * 60'000});
    set("missing.number", Type::Number, {});
    set("missing.flag", Type::Boolean, {});
    set("missing.text", Type::Text, {});
    set("missing.list", Type::List, {});
    set("missing.date", Type::Date, {});
    set("yes", Type::Boolean, true);
    set("no", Type::Boolean, false);
    set("five", Type::Any, 5);
    set("ten", Type::Any, "10");
    set("open", Type::Any, {});
    set("flag", Type::Any, true);
    set("box", Type::Context, Context{{"a", 1}, {"b", Context{{"c", "deep"}}}, {"date", 7}});
    rules::Schema::Entry numbers;
    numbers.name = "numbers";
    numbers.type = Type::List;
    numbers.element = Type::Number;
    schema.add(numbers);
    values.emplace_back(List{1, 2, 3, 4});
    const auto order = [](const char* amount, const char* status) {
        return Value(Context{{"amount", *Decimal::parse(amount)}, {"status", status}});
    };
    set("orders", Type::List, List{order("10", "paid"), order("25.5", "open"), order("40", "paid")});
    set("odd-name", Type::Number, 8);
}

void SampleFacts::set(const std::string& name, Type type, Value value) {
    const std::size_t slot = static_cast<std::size_t>(schema.add(name, type));
    values.resize(std::max(values.size(), slot + 1));
    values[slot] = std::move(value);
}

std::string shown(const Value& value) {
    if (value.isNull())
        return "null";
    if (value.text())
        return '"' + *value.text() + '"';
    std::string result;
    if (const List* list = value.list()) {
        for (const Value& item : *list)
            result += (result.empty() ? "" : ", ") + shown(item);
        return '[' + result + ']';
    }
    if (const Context* context = value.context()) {
        for (const auto& [key, item] : *context)
            result += (result.empty() ? "" : ", ") + key + ": " + shown(item);
        return '{' + result + '}';
    }
    return value.toText();
}

const char* shown(rules::Truth truth) {
    return truth == rules::Truth::Null ? "null" : truth == rules::Truth::True ? "true" : "false";
}
