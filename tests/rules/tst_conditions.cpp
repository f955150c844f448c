#include "rules/rules_tests.h"
#include "rules/sample_facts.h"

#include <QTest>

#include <string>

using namespace wayreeve;
using rules::Expression;
using rules::Truth;
using rules::Type;

namespace {

struct Row {
    const char* text;
    const char* expected;
};

void addRows(std::span<const Row> rows) {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const Row& row : rows)
        QTest::newRow(row.text) << QString::fromUtf8(row.text) << QString::fromUtf8(row.expected);
}

void compareRow(const SampleFacts& facts) {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Result<Expression> made = Expression::compile(text.toStdString(), facts.schema, Type::Boolean);
    if (!made)
        QFAIL(debugText(made.error()).c_str());
    QCOMPARE(QString::fromUtf8(shown(made->test(facts.frame()))), expected);
    QCOMPARE(QString::fromStdString(shown(made->evaluate(facts.frame()))), expected);
}

} // namespace

void ConditionTests::threeValued_data() {
    // DMN 1.3 tables 50 and 51, with slots (compiled to jumps), literals, and values that are not boolean.
    static const Row rows[] = {
        {"yes and yes", "true"},
        {"yes and no", "false"},
        {"yes and missing.flag", "null"},
        {"no and yes", "false"},
        {"no and no", "false"},
        {"no and missing.flag", "false"},
        {"missing.flag and yes", "null"},
        {"missing.flag and no", "false"},
        {"missing.flag and missing.flag", "null"},
        {"yes or yes", "true"},
        {"yes or no", "true"},
        {"yes or missing.flag", "true"},
        {"no or yes", "true"},
        {"no or no", "false"},
        {"no or missing.flag", "null"},
        {"missing.flag or yes", "true"},
        {"missing.flag or no", "null"},
        {"missing.flag or missing.flag", "null"},
        {"true and null", "null"},
        {"false and null", "false"},
        {"null and false", "false"},
        {"true or null", "true"},
        {"null or false", "null"},
        {"null or true", "true"},
        {"not(true)", "false"},
        {"not(no)", "true"},
        {"not(missing.flag)", "null"},
        {"not(null)", "null"},
        {"five and yes", "null"},
        {"five and no", "false"},
        {"five or yes", "true"},
        {"five or no", "null"},
        {"five", "null"},
        {"flag", "true"},
        {"flag and yes", "true"},
        {"open", "null"},
        {"yes", "true"},
        {"missing.flag", "null"},
        {"yes and yes and yes and missing.flag and no", "false"},
        {"no or no or missing.flag or yes", "true"},
        {"yes and (no or missing.flag)", "null"},
        {"yes and (no or (yes and (no or yes)))", "true"},
        {"no or yes and yes", "true"},
        {"yes or yes and no", "true"},
        {"(yes or yes) and no", "false"},
        {"not(yes and no) and not(no)", "true"},
        {"missing.number > 1 and no", "false"},
        {"missing.number > 1 or yes", "true"},
        {"if missing.flag then yes else no", "false"},
        {"if yes then missing.flag else no", "null"},
        {"missing.number > 1", "null"},
        {"missing.number < event.items", "null"},
        {"1 > missing.number", "null"},
        {"missing.number = 1", "false"},
        {"missing.number != 1", "true"},
        {"missing.number = null", "true"},
        {"missing.number != null", "false"},
        {"event.amount = null", "false"},
        {"event.amount != null", "true"},
        {"null = null", "true"},
        {"null < null", "null"},
        {"missing.text = \"a\"", "false"},
        {"missing.text != \"a\"", "true"},
        {"missing.text in (\"a\", \"b\")", "false"},
        {"missing.text in (\"a\", null)", "true"},
        {"missing.number in [1..5]", "null"},
        {"missing.number in > 5", "null"},
        {"missing.number in (1, [2..3])", "null"},
        {"missing.number between 1 and 5", "null"},
        {"event.items between missing.number and 2", "false"},
        {"event.items between missing.number and 5", "null"},
        {"event.items between 1 and missing.number", "null"},
    };
    addRows(rows);
}

void ConditionTests::threeValued() {
    static const SampleFacts facts;
    compareRow(facts);
}

void ConditionTests::comparesEveryType_data() {
    static const Row rows[] = {
        {"event.amount > 100", "true"},
        {"event.amount > 120.5", "false"},
        {"event.amount >= 120.5", "true"},
        {"event.amount >= 120.50", "true"},
        {"event.amount < 120.51", "true"},
        {"event.amount <= 120.49", "false"},
        {"event.amount = 120.5", "true"},
        {"event.amount != 120.5", "false"},
        {"100 < event.amount", "true"},
        {"200 < event.amount", "false"},
        {"120.5 <= event.amount", "true"},
        {"121 >= event.amount", "true"},
        {"120 > event.amount", "false"},
        {"120.5 = event.amount", "true"},
        {"event.amount > event.items", "true"},
        {"event.items >= event.items", "true"},
        {"event.amount / 2 > event.items * 20", "true"},
        {"event.amount > 1e2", "true"},
        {"customer.tier = \"gold\"", "true"},
        {"customer.tier != \"gold\"", "false"},
        {"customer.tier = \"silver\"", "false"},
        {"event.note < \"H\"", "true"},
        {"event.note = \"Große Grüße\"", "true"},
        {"yes = true", "true"},
        {"yes != no", "true"},
        {"(1 < 2) = yes", "true"},
        {"1 < 2 = true", "true"},
        {"numbers = [1, 2, 3, 4]", "true"},
        {"numbers = [1, 2, 3]", "false"},
        {"numbers != [4, 3, 2, 1]", "true"},
        {"[] = []", "true"},
        {"box = {b: {c: \"deep\"}, date: 7, a: 1}", "true"},
        {"box != {a: 1}", "true"},
        // in
        {"event.items in (1, 2, 3)", "true"},
        {"event.items in (1, 2)", "false"},
        {"event.items in 3", "true"},
        {"event.items in [1, 2, 3]", "true"},
        {"event.items in [4, 5]", "false"},
        {"event.items in numbers", "true"},
        {"event.items in ([7, 8], [3])", "true"},
        {"event.items in [1..3]", "true"},
        {"event.items in [1..3)", "false"},
        {"event.items in (3..5]", "false"},
        {"event.items in [3..5]", "true"},
        {"event.items in ]3..5]", "false"},
        {"event.items in [1..3[", "false"},
        {"event.items in (2..4)", "true"},
        {"event.items in ]2..4[", "true"},
        {"event.items in ]2..4[ and yes", "true"},
        {"(event.items in [1..3[) or no", "false"},
        {"event.items in [1..numbers[3]]", "true"},
        {"event.items in [1..numbers[3][", "false"},
        {"event.items in (numbers[1]..numbers[2])", "false"},
        {"event.items in > 2", "true"},
        {"event.items in >= 4", "false"},
        {"event.items in < 4", "true"},
        {"event.items in <= 2", "false"},
        {"event.items in = 3", "true"},
        {"event.items in != 3", "false"},
        {"event.items in (< 1, > 2)", "true"},
        {"event.items in (< 1, [5..9], 3)", "true"},
        {"event.items in (< 1, [5..9], 4)", "false"},
        {"event.items in (event.amount, 3)", "true"},
        {"event.items in [1..event.amount]", "true"},
        {"event.items + 1 in [4..4]", "true"},
        {"event.items + 1 in (3, 4)", "true"},
        {"event.items + 1 in (> 4, < 0)", "false"},
        {"customer.tier in (\"gold\", \"silver\")", "true"},
        {"customer.tier in (\"silver\")", "false"},
        {"not(customer.tier in (\"gold\"))", "false"},
        {"3 in numbers", "true"},
        {"\"vip\" in customer.tags", "true"},
        {"event.items in ((1 + 1) * 2, 3)", "true"},
        {"event.items in (1) or event.items in (3)", "true"},
        {"today() in [date(\"2026-11-01\")..date(\"2026-11-30\")]", "true"},
        {"numbers in ([1, 2, 3, 4])", "true"},
        // between
        {"event.items between 1 and 3", "true"},
        {"event.items between 3 and 3", "true"},
        {"event.items between 4 and 9", "false"},
        {"event.items between 1 and 2 and yes", "false"},
        {"event.items between 1 and 2 or yes", "true"},
        {"event.items * 2 between 5 and 7", "true"},
        {"event.items between event.items - 1 and event.items + 1", "true"},
        // as guardrails are written
        {"event.amount > 100 and customer.tier in (\"gold\", \"silver\") and not(customer.vulnerable)", "true"},
        {"customer.vulnerable or now() - customer.since < duration(\"P7D\")", "false"},
        {"(event.amount - 100) / event.amount < 0.2", "true"},
        {"some t in customer.tags satisfies starts with(t, \"v\")", "true"},
        {"count(orders[item.status = \"open\"]) > 0", "true"},
    };
    addRows(rows);
}

void ConditionTests::comparesEveryType() {
    static const SampleFacts facts;
    compareRow(facts);
}

void ConditionTests::openTypes_data() {
    // Values whose type nobody declared: mixed types have no answer, and are not an error while evaluating.
    static const Row rows[] = {
        {"ten > 0.2", "null"},
        {"ten = 10", "null"},
        {"ten != 10", "null"},
        {"ten = \"10\"", "true"},
        {"five = 5", "true"},
        {"five > 4", "true"},
        {"five = ten", "null"},
        {"five < ten", "null"},
        {"five in (1, 5)", "true"},
        {"five in (ten, 5)", "true"},
        {"five in (ten, 6)", "null"},
        {"five in [\"a\", 5]", "true"},
        {"five between 1 and 10", "true"},
        {"ten between 1 and 10", "null"},
        {"flag > 1", "null"},
        {"flag = true", "true"},
        {"open = null", "true"},
        {"open > 1", "null"},
        {"box.a > 0", "true"},
        {"box.b.c = \"deep\"", "true"},
        {"box.b.c > 1", "null"},
        {"not(five)", "null"},
        {"contains(five, \"5\")", "null"},
        {"five + ten > 3", "null"},
    };
    addRows(rows);
}

void ConditionTests::openTypes() {
    static const SampleFacts facts;
    compareRow(facts);
}

void ConditionTests::slotsAndMissing() {
    const SampleFacts facts;
    const auto made = Expression::compile(
        "event.items > 2 and (missing.number < 1 or event.items = 3) and missing.flag", facts.schema, Type::Boolean);
    QVERIFY(made.ok());
    const std::vector<int> used = {facts.schema.slot("event.items"), facts.schema.slot("missing.number"),
                                   facts.schema.slot("missing.flag")};
    QCOMPARE(made->slotsUsed(), used);
    QCOMPARE(made->missing(facts.frame()), std::vector<int>({used[1], used[2]}));
    QCOMPARE(made->type(), Type::Boolean);
    // A frame shorter than the schema reads null beyond its end.
    const rules::Frame empty;
    QCOMPARE(made->missing(empty), used);
    QVERIFY(made->test(empty) == Truth::Null);
    const auto loop = Expression::compile("count(orders[item.amount > event.items])", facts.schema, Type::Number);
    QVERIFY(loop.ok());
    QCOMPARE(loop->slotsUsed(), std::vector<int>({facts.schema.slot("event.items"), facts.schema.slot("orders")}));
}

void ConditionTests::traceShowsLeaves() {
    const SampleFacts facts;
    const std::string text = "event.items < 5.5 and (customer.vulnerable or not(missing.number = 0))";
    const auto made = Expression::compile(text, facts.schema, Type::Boolean);
    QVERIFY(made.ok());
    const std::vector<rules::TraceStep> steps = made->trace(facts.frame());
    QCOMPARE(steps.size(), std::size_t{3});
    const auto part = [&](rules::SourceRange range) { return std::string(rules::textOf(text, range)); };
    QCOMPARE(part(steps[0].range), std::string("event.items < 5.5"));
    QCOMPARE(steps[0].op, std::string_view("<"));
    QCOMPARE(shown(steps[0].value), std::string("true"));
    QCOMPARE(steps[0].operands.size(), std::size_t{2});
    QCOMPARE(part(steps[0].operands[0].range), std::string("event.items"));
    QCOMPARE(shown(steps[0].operands[0].value), std::string("3"));
    QCOMPARE(shown(steps[0].operands[1].value), std::string("5.5"));
    QCOMPARE(part(steps[1].range), std::string("customer.vulnerable"));
    QCOMPARE(shown(steps[1].value), std::string("false"));
    QVERIFY(steps[1].op.empty() && steps[1].operands.empty());
    QCOMPARE(part(steps[2].range), std::string("missing.number = 0"));
    QCOMPARE(shown(steps[2].operands[0].value), std::string("null"));
    QCOMPARE(shown(steps[2].value), std::string("false"));
}

void ConditionTests::traceOfEveryForm_data() {
    // Each leaf as range=value(operands).
    static const Row rows[] = {
        {"event.items between 1 and 5", "event.items between 1 and 5=true(3;1;5)"},
        {"event.items in (1, [4..6], > 9)", "event.items in (1, [4..6], > 9)=false(3;1;4;6;9)"},
        {"if event.items > 2 then yes else no", "event.items > 2=true(3;2) yes=true() no=false()"},
        {"some n in numbers satisfies n > 3", "some n in numbers satisfies n > 3=true([1, 2, 3, 4])"},
        {"contains(event.note, \"x\")", "contains(event.note, \"x\")=false()"},
        {"count(numbers[item > 3]) = 1", "count(numbers[item > 3]) = 1=true(1;1)"},
        {"true", ""},
    };
    addRows(rows);
}

void ConditionTests::traceOfEveryForm() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const SampleFacts facts;
    const auto made = Expression::compile(text.toStdString(), facts.schema, Type::Boolean);
    QVERIFY(made.ok());
    std::string found;
    for (const rules::TraceStep& step : made->trace(facts.frame())) {
        std::string operands;
        for (const auto& operand : step.operands)
            operands += (operands.empty() ? "" : ";") + shown(operand.value);
        found += (found.empty() ? "" : " ") + std::string(rules::textOf(made->text(), step.range)) + "=" +
                 shown(step.value) + "(" + operands + ")";
    }
    QCOMPARE(QString::fromStdString(found), expected);
}

void ConditionTests::hugeLoopsEnd() {
    // Four loops over 1,000 items would be 10^12 visits; the allowance ends it with null.
    SampleFacts facts;
    facts.set("long", Type::List, List(1000, Value(1)));
    const auto made = Expression::compile("some a in long, b in long, c in long, d in long satisfies a + b + c + d = 9",
                                          facts.schema, Type::Boolean);
    QVERIFY(made.ok());
    QVERIFY(made->test(facts.frame()) == Truth::Null);
    QVERIFY(made->evaluate(facts.frame()).isNull());
    const auto once = Expression::compile("some a in long satisfies a = 2", facts.schema, Type::Boolean);
    QVERIFY(once->test(facts.frame()) == Truth::False);
    // Nested memberships of literals are folded while compiling, within the same allowance.
    std::string list = "[1";
    for (int i = 0; i < 400; ++i)
        list += ",1";
    list += "]";
    const auto constant = Expression::compile(
        "some a in " + list + ", b in " + list + ", c in " + list + " satisfies a > b", facts.schema, Type::Boolean);
    QVERIFY(constant.ok());
    QVERIFY(constant->test(facts.frame()) == Truth::Null);
}

void ConditionTests::manyValuesOnTheStack() {
    const SampleFacts facts;
    std::string text = "sum([event.items";
    for (int i = 1; i < 500; ++i)
        text += ", event.items";
    const auto made = Expression::compile(text + "])", facts.schema, Type::Number);
    QVERIFY(made.ok());
    QCOMPARE(shown(made->evaluate(facts.frame())), std::string("1500"));
    std::string conditions = "event.items > 0";
    for (int i = 1; i < 300; ++i)
        conditions += " and event.items < " + std::to_string(i + 3);
    const auto condition = Expression::compile(conditions, facts.schema, Type::Boolean);
    QVERIFY(condition.ok());
    QVERIFY(condition->test(facts.frame()) == Truth::True);
    QCOMPARE(condition->trace(facts.frame()).size(), std::size_t{300});
}

void ConditionTests::extremeData() {
    // Times and lengths far outside the calendar come from data, not from literals: null, never overflow.
    SampleFacts facts;
    facts.set("never", Type::DateTime, Instant::never());
    facts.set("longest", Type::Duration, Duration{INT64_MIN});
    facts.set("ages", Type::Months, Months{INT64_MAX});
    facts.set("far", Type::Date, Date{INT32_MIN});
    for (const char* text :
         {"never + duration(\"P1D\")", "now() + longest", "-longest", "longest - longest", "never.year",
          "today() + ages", "-ages", "ages * 2", "far + duration(\"P1M\")", "date(never)", "far.month",
          "day of week(far)", "now() - never", "abs(longest)", "longest / 2", "longest.days",
          "date and time(far, customer.opens)", "time(never)", "years and months duration(far, today())"}) {
        const auto made = Expression::compile(text, facts.schema, Type::Any);
        QVERIFY2(made.ok(), text);
        QVERIFY2(made->evaluate(facts.frame()).isNull(), text);
    }
    const auto later = Expression::compile("never > now()", facts.schema, Type::Boolean);
    QVERIFY(later->test(facts.frame()) == Truth::True);
}
