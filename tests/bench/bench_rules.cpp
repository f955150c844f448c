// Conditions a second on one thread: each benchmark evaluates compiled expressions over 256 different customers.

#include "rules/decision_table.h"
#include "rules/expression.h"
#include "rules/measure.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdlib>

using namespace wayreeve;
using rules::Expression;
using rules::Type;

namespace {

constexpr std::size_t customers = 256;

struct Facts {
    rules::Schema schema;
    std::array<std::vector<Value>, customers> values;
    Zone zone = Zone::find("Europe/Berlin").value();
    Instant now{1'793'714'820'000}; // 2026-11-03T14:07:00Z

    Facts() {
        for (int i = 0; i < 20; ++i)
            schema.add("number" + std::to_string(i), Type::Number);
        schema.add("tier", Type::Text);
        schema.add("since", Type::DateTime);
        schema.add("vulnerable", Type::Boolean);
        static const char* const tiers[] = {"bronze", "silver", "gold"};
        for (std::size_t c = 0; c < customers; ++c) {
            for (std::size_t i = 0; i < 20; ++i)
                values[c].emplace_back(Decimal::fromParts(static_cast<int>((c * 37 + i * 101) % 10'000), -2));
            values[c].emplace_back(tiers[c % 3]);
            values[c].emplace_back(Instant{now.ms - static_cast<std::int64_t>(c) * 3'600'000});
            values[c].emplace_back(c % 7 == 0);
        }
    }

    Expression compile(const std::string& text) const {
        auto made = Expression::compile(text, schema, Type::Any);
        if (!made)
            std::abort();
        return *made;
    }
};

void run(benchmark::State& state, const std::string& text, bool condition) {
    static const Facts facts;
    const Expression expression = facts.compile(text);
    std::size_t customer = 0;
    for (auto _ : state) {
        const rules::Frame frame{facts.values[customer++ % customers], facts.now, &facts.zone};
        if (condition)
            benchmark::DoNotOptimize(expression.test(frame));
        else
            benchmark::DoNotOptimize(expression.evaluate(frame));
    }
    state.SetItemsProcessed(state.iterations());
}

void oneComparison(benchmark::State& state) {
    run(state, "number3 > 25.5", true);
}
void mixedScales(benchmark::State& state) {
    run(state, "number3 > 25.125", true);
}
void twoSlots(benchmark::State& state) {
    run(state, "number3 > number4", true);
}
void textEquals(benchmark::State& state) {
    run(state, "tier in (\"gold\", \"silver\")", true);
}
void guardrail(benchmark::State& state) {
    run(state, "number1 > 25 and tier in (\"gold\", \"silver\") and not(vulnerable) or number2 between 3 and 7", true);
}
void recent(benchmark::State& state) {
    run(state, "now() - since < duration(\"P7D\")", true);
}
void margin(benchmark::State& state) {
    run(state, "(number1 - number2) * (1 - number3 / 100) >= 12.5", true);
}
void localHour(benchmark::State& state) {
    run(state, "since.hour between 8 and 20", true);
}
void sum(benchmark::State& state) {
    run(state, "number1 * number2 + number3", false);
}

/// 24 rules of 20 comparisons, as one decision looks them through: items are comparisons.
void decision480(benchmark::State& state) {
    static const Facts facts;
    std::vector<Expression> expressions;
    for (int rule = 0; rule < 24; ++rule) {
        std::string text;
        for (int i = 0; i < 20; ++i)
            text += (i ? " and " : "") + ("number" + std::to_string(i)) + " >= " + std::to_string(-rule - i);
        expressions.push_back(facts.compile(text));
    }
    std::size_t customer = 0;
    for (auto _ : state) {
        const rules::Frame frame{facts.values[customer++ % customers], facts.now, &facts.zone};
        for (const Expression& expression : expressions)
            benchmark::DoNotOptimize(expression.test(frame));
    }
    state.SetItemsProcessed(state.iterations() * 480);
}

/// 11 rules over a number, a text and a boolean.
std::shared_ptr<const rules::DecisionTable> elevenRules() {
    rules::TableDefinition t;
    t.id = "eleven";
    t.hitPolicy = rules::HitPolicy::First;
    t.inputs = {{"amount", {}, Type::Number, {}, {}},
                {"tier", {}, Type::Text, {}, {}},
                {"vulnerable", {}, Type::Boolean, {}, {}}};
    t.outputs = {{"score", Type::Number, {}, "0"}};
    const char* const tiers[] = {"\"gold\"", "\"silver\", \"bronze\"", "-"};
    for (int row = 0; row < 10; ++row)
        t.rows.push_back({{"[" + std::to_string(row * 10) + ".." + std::to_string(row * 10 + 10) + ")", tiers[row % 3],
                           row % 2 ? "-" : "false"},
                          {std::to_string(row)},
                          {}});
    t.rows.push_back({{"-", "-", "true"}, {"99"}, {}});
    rules::CompiledTable made = rules::DecisionTable::compile(t, {});
    if (!made.table)
        std::abort();
    return made.table;
}

void table11(benchmark::State& state) {
    static const Facts facts;
    rules::Schema schema = facts.schema;
    schema.addTable(elevenRules());
    const auto made = Expression::compile("eleven(number3, tier, vulnerable)", schema, Type::Any);
    if (!made)
        std::abort();
    std::size_t customer = 0;
    for (auto _ : state) {
        const rules::Frame frame{facts.values[customer++ % customers], facts.now, &facts.zone};
        benchmark::DoNotOptimize(made->evaluate(frame));
    }
    state.SetItemsProcessed(state.iterations());
}

void compileGuardrail(benchmark::State& state) {
    static const Facts facts;
    for (auto _ : state)
        benchmark::DoNotOptimize(facts.compile("number1 > 25 and tier in (\"gold\", \"silver\") and not(vulnerable)"));
    state.SetItemsProcessed(state.iterations());
}

/// Six measures over 50 events, computed anew; items are measures.
void measures(benchmark::State& state) {
    Symbols symbols;
    rules::Schema events;
    events.add("event.amount", Type::Number);
    const char* const names[] = {"Page Viewed", "Product Added", "Order Completed"};
    std::vector<rules::HistoryItem> history;
    for (int i = 0; i < 50; ++i)
        history.push_back({Instant{1'790'000'000'000 + i * 60'000'000LL}, symbols.intern(names[i % 3]),
                           Value(Context{{"amount", i}, {"channel", "web"}})});
    std::vector<rules::MeasureDefinition> definitions(6);
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        definitions[i].id = std::to_string(i);
        definitions[i].event = names[i % 3];
        definitions[i].property = "amount";
        definitions[i].function = static_cast<rules::MeasureFunction>(i);
        definitions[i].window = {rules::MeasureWindow::Kind::Rolling, Duration::days(30), 0};
    }
    definitions[2].filter = "event.amount > 10";
    const auto made = rules::Measures::compile(definitions, events, symbols);
    if (!made)
        std::abort();
    std::vector<Value> out(6);
    for (auto _ : state) {
        made->evaluateAll({history, Instant{1'793'000'000'000}, nullptr, Instant{0}}, out);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations() * 6);
}

} // namespace

BENCHMARK(oneComparison);
BENCHMARK(mixedScales);
BENCHMARK(twoSlots);
BENCHMARK(textEquals);
BENCHMARK(guardrail);
BENCHMARK(recent);
BENCHMARK(margin);
BENCHMARK(localHour);
BENCHMARK(sum);
BENCHMARK(decision480);
BENCHMARK(table11);
BENCHMARK(compileGuardrail);
BENCHMARK(measures);
BENCHMARK_MAIN();
