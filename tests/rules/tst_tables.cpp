#include "rules/decision_table.h"
#include "rules/sample_facts.h"
#include "rules/table_support.h"
#include "rules/table_tests.h"

#include <QTest>

using namespace wayreeve;
using namespace tables;

namespace {

std::shared_ptr<const DecisionTable> sound(const TableDefinition& definition, const Schema& tables = {}) {
    CompiledTable made = DecisionTable::compile(definition, tables);
    if (!made.table)
        qFatal("%s", told(made.problems).c_str());
    return made.table;
}

std::string answer(const DecisionTable& table, const std::vector<Value>& inputs) {
    const DecisionTable::Answer found = table.evaluate(inputs, at("2026-11-03T14:07:00Z"));
    std::string text = shown(found.value) + " rows";
    for (const int row : found.rows)
        text += " " + std::to_string(row);
    return found.error.empty() ? text : text + " " + std::string(found.error);
}

Value number(const char* text) {
    return text[0] ? Value(*Decimal::parse(text)) : Value();
}

TableDefinition tier() {
    return table(
        "value-tier", HitPolicy::First, {in("spent", Type::Number), in("stage", Type::Text, {"browsing", "cart"})},
        {out("tier", Type::Number)},
        {{{">= 500", "\"cart\""}, {"3"}, "best"}, {{"[100..500)", "-"}, {"2"}, {}}, {{"< 100", "-"}, {"1"}, {}}});
}

/// Facts and tables that the calls below are written against.
struct World : SampleFacts {
    World() {
        set("spent", Type::Number, 700);
        set("where", Type::Text, "cart");
        set("unknown", Type::Number, {});
        set("amounts", Type::List, List{50, 150, 800});
        TableDefinition own = tier();
        own.id = "own-tier";
        own.inputs[0].expression = "spent * 1";
        own.inputs[1].expression = "if spent > 0 then \"cart\" else \"browsing\"";
        const TableDefinition vip =
            table("is-vip", HitPolicy::Unique, {in("amount", Type::Number)}, {out("yes", Type::Boolean)},
                  {{{"? * 2 > 1000"}, {"value_tier(amount, \"cart\") = 3"}, {}}, {{"<= 500"}, {"false"}, {}}});
        const TableDefinition both =
            table("both", HitPolicy::Unique, {in("n", Type::Number)}, {out("a", Type::Number), out("b", Type::Text)},
                  {{{"> 0"}, {"n + 1", "\"up\""}, {}}});
        const TableDefinition clash =
            table("clash", HitPolicy::Unique, {in("n", Type::Number)}, {out("a", Type::Boolean)},
                  {{{"> 0"}, {"true"}, {}}, {{"> 1"}, {"true"}, {}}});
        const TableDefinition tags =
            table("tags", HitPolicy::Collect, {in("n", Type::Number)}, {out("tag", Type::Text, {"big", "odd"})},
                  {{{"> 10"}, {"\"big\""}, {}}, {{"modulo(?, 2) = 1"}, {"\"odd\""}, {}}});
        const TableDefinition first = tier();
        const std::vector<const TableDefinition*> all = {&vip, &own, &first, &both, &clash, &tags};
        for (const auto& problems : addTables(all, schema))
            if (!problems.empty())
                qFatal("%s", told(problems).c_str());
    }
};

} // namespace

void TableTests::cells_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("matching"); // of the probes, in their order
    const auto row = [](Type type, const char* cell, const char* matching) {
        QTest::newRow(QByteArray(cell) + " " + QByteArray::number(static_cast<int>(type)))
            << static_cast<int>(type) << cell << matching;
    };
    // probes: null -1 0 1 2.5 5 6
    row(Type::Number, "-", "null -1 0 1 2.5 5 6");
    row(Type::Number, "1", "1");
    row(Type::Number, "-1", "-1");
    row(Type::Number, "0 + 1", "1");
    row(Type::Number, "1, 5", "1 5");
    row(Type::Number, "[1, 5]", "1 5");
    row(Type::Number, "< 1", "-1 0");
    row(Type::Number, "<= 1, > 5", "-1 0 1 6");
    row(Type::Number, "!= 1", "-1 0 2.5 5 6");
    row(Type::Number, "[1..5)", "1 2.5");
    row(Type::Number, "(1..5]", "2.5 5");
    row(Type::Number, "]1..5[", "2.5");
    row(Type::Number, "[5..1]", "");
    row(Type::Number, "not(1)", "-1 0 2.5 5 6");
    row(Type::Number, "not(1, > 5)", "-1 0 2.5 5");
    row(Type::Number, "not([1..5])", "-1 0 6");
    row(Type::Number, "null", "null");
    row(Type::Number, "null, 5", "null 5");
    row(Type::Number, "= null", "null");
    row(Type::Number, "not(null)", "-1 0 1 2.5 5 6");
    row(Type::Number, "? > 1 and ? < 6", "2.5 5");
    row(Type::Number, "? = null", "null");
    row(Type::Number, "? > 5, 0", "0 6");
    row(Type::Number, "not(? > 1)", "-1 0 1");
    row(Type::Number, "not(? = null)", "-1 0 1 2.5 5 6");
    row(Type::Number, "x * 2 = 2", ""); // x is the input: a condition without ? is a value, and no number is a boolean
    row(Type::Number, "> x - 1", "-1 0 1 2.5 5 6");
    row(Type::Number, "other", "5"); // the other input is 5
    row(Type::Number, "> other, null", "null 6");
    row(Type::Number, "not(other)", "-1 0 1 2.5 6");
    // probes: null "" a b c
    row(Type::Text, "\"a\", \"c\"", "\"a\" \"c\"");
    row(Type::Text, "> \"a\"", "\"b\" \"c\"");
    row(Type::Text, "starts with(?, \"b\")", "\"b\"");
    row(Type::Text, "not(\"a\")", "\"\" \"b\" \"c\"");
    // probes: null false true
    row(Type::Boolean, "true", "true");
    row(Type::Boolean, "not(true)", "false");
    row(Type::Boolean, "true, null", "null true");
    row(Type::Boolean, "?", "true");
    // probes: null 2026-11-02 2026-11-03 2026-11-04; today is the 3rd
    row(Type::Date, "@\"2026-11-03\"", "2026-11-03");
    row(Type::Date, "> date(\"2026-11-02\")", "2026-11-03 2026-11-04");
    row(Type::Date, ">= today()", "2026-11-03 2026-11-04");
    row(Type::Date, "[@\"2026-11-02\"..today())", "2026-11-02");
    // probes: null [] ["a"] ["a","b"]
    row(Type::List, "list contains(?, \"a\")", "[\"a\"] [\"a\",\"b\"]");
    row(Type::List, "null", "null");
    row(Type::List, "count(?) > 1", "[\"a\",\"b\"]");
}

void TableTests::cells() {
    QFETCH(int, type);
    QFETCH(QString, cell);
    QFETCH(QString, matching);
    const Type kind = static_cast<Type>(type);
    std::vector<Value> probes = {Value()};
    switch (kind) {
    case Type::Number:
        for (const char* text : {"-1", "0", "1", "2.5", "5", "6"})
            probes.push_back(number(text));
        break;
    case Type::Text:
        for (const char* text : {"", "a", "b", "c"})
            probes.emplace_back(text);
        break;
    case Type::Boolean:
        probes.insert(probes.end(), {Value(false), Value(true)});
        break;
    case Type::Date:
        for (const int day : {20759, 20760, 20761})
            probes.emplace_back(Date{day});
        break;
    default:
        probes.insert(probes.end(), {Value(List{}), Value(List{"a"}), Value(List{"a", "b"})});
    }
    const CompiledTable made =
        DecisionTable::compile(table("t", HitPolicy::First, {in("x", kind), in("other", Type::Number)},
                                     {out("hit", Type::Boolean)}, {{{cell.toStdString(), "-"}, {"true"}, {}}}),
                               {});
    if (cell == "x * 2 = 2") {
        QCOMPARE(QString::fromStdString(told(made.problems)), QStringLiteral("rows/#0/when/#0 feel.operand-types@1:1"));
        return;
    }
    QVERIFY2(made.table, told(made.problems).c_str());
    QStringList found;
    for (const Value& probe : probes)
        if (made.table->evaluate(std::vector<Value>{probe, Value(5)}, at("2026-11-03T14:07:00Z")).value.isTrue())
            found += QString::fromStdString(shown(probe)).remove(' ');
    QCOMPARE(found.join(' '), matching);
}

void TableTests::policies_data() {
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("n");
    QTest::addColumn<QString>("expected");
    const auto row = [](HitPolicy policy, const char* n, const char* expected) {
        QTest::newRow((std::to_string(static_cast<int>(policy)) + " " + n).c_str())
            << static_cast<int>(policy) << n << expected;
    };
    // 0: n > 0 gives 10 "low"; 1: n > 5 gives 10 "high"; 2: n > 10 gives 30 "low"
    row(HitPolicy::Unique, "3", "10 rows 0");
    row(HitPolicy::Unique, "7", "null rows 0 1 table.not-unique");
    row(HitPolicy::Unique, "0", "-1 rows");
    row(HitPolicy::Any, "7", "10 rows 0 1");
    row(HitPolicy::Any, "11", "null rows 0 1 2 table.not-agreed");
    row(HitPolicy::First, "11", "10 rows 0");
    row(HitPolicy::First, "", "-1 rows");
    row(HitPolicy::Collect, "11", "[10, 10, 30] rows 0 1 2");
    row(HitPolicy::Collect, "0", "[] rows");
    row(HitPolicy::Sum, "11", "50 rows 0 1 2");
    row(HitPolicy::Sum, "0", "null rows");
    row(HitPolicy::Minimum, "11", "10 rows 0 1 2");
    row(HitPolicy::Maximum, "11", "30 rows 0 1 2");
    row(HitPolicy::Count, "11", "3 rows 0 1 2");
    row(HitPolicy::Count, "0", "0 rows");
    row(HitPolicy::Priority, "11", "\"high\" rows 0 1 2");
    row(HitPolicy::Priority, "3", "\"low\" rows 0");
    row(HitPolicy::Priority, "0", "\"none\" rows");
    row(HitPolicy::OutputOrder, "11", "[\"high\", \"low\", \"low\"] rows 0 1 2");
    row(HitPolicy::OutputOrder, "0", "[\"none\"] rows");
    row(HitPolicy::First, "1001", "null rows table.not-allowed");
}

void TableTests::policies() {
    QFETCH(int, policy);
    QFETCH(QString, n);
    QFETCH(QString, expected);
    const HitPolicy kind = static_cast<HitPolicy>(policy);
    const bool ranked = kind == HitPolicy::Priority || kind == HitPolicy::OutputOrder;
    const bool single = kind <= HitPolicy::Priority || kind == HitPolicy::OutputOrder;
    const auto row = [&](const char* when, const char* amount, const char* word) {
        return TableRow{{when}, {ranked ? std::string("\"") + word + "\"" : amount}, {}};
    };
    TableOutput output = ranked ? out("o", Type::Text, {"high", "low", "none"}) : out("o", Type::Number);
    if (single)
        output.otherwise = ranked ? "\"none\"" : "-1";
    const auto made =
        sound(table("t", kind, {in("n", Type::Number, {}, "[0..1000]")}, {output},
                    {row("> 0", "10", "low"), row("> 5", "10", "high"), row("> 10", "n - n + 30", "low")}));
    QCOMPARE(QString::fromStdString(answer(*made, {number(n.toLatin1().constData())})), expected);
}

void TableTests::problems_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("expected");
    for (const auto& [change, expected] : std::initializer_list<std::pair<const char*, const char*>>{
             {"none", ""},
             {"cell-type", "rows/#1/when/#0 feel.operand-types@1:1"},
             {"unknown-value", "rows/#0/when/#1 feel.unknown-value@1:1"},
             {"syntax", "rows/#0/when/#0 feel.unexpected-token@1:3"},
             {"output-type", "rows/#2/then/#0 feel.wrong-type@1:1"},
             {"unknown-name", "rows/#2/then/#0 feel.unknown-name@1:1"},
             {"output-value", "rows/#0/then/#0 table.unknown-value@1:1"},
             {"condition-type", "rows/#0/when/#0 feel.wrong-type@1:1"},
             {"few-cells", "rows/#1/when table.cell-count"},
             {"no-outputs", "outputs table.no-outputs; rows/#0/then table.cell-count; rows/#1/then table.cell-count; "
                            "rows/#2/then table.cell-count"},
             {"id", "id table.reserved-name"},
             {"same-name", "inputs/#1/name table.same-name"},
             {"any", "inputs/#0/type table.bad-type"},
             {"values", "inputs/#0/values table.unfit-values"},
             {"within", "inputs/#0/within table.unfit-within"},
             {"otherwise", "outputs/#0/otherwise table.unfit-otherwise"},
             {"sum", "outputs/#0 table.unordered"},
             {"order", "outputs table.no-order"},
             {"expression", "inputs/#0/expression feel.unexpected-token@1:7"}})
        QTest::newRow(change) << change << expected;
}

void TableTests::problems() {
    QFETCH(QString, change);
    QFETCH(QString, expected);
    TableDefinition t = tier();
    if (change == "cell-type")
        t.rows[1].when[0] = "> \"5\"";
    else if (change == "unknown-value")
        t.rows[0].when[1] = "\"card\"";
    else if (change == "syntax")
        t.rows[0].when[0] = "> ";
    else if (change == "output-type")
        t.rows[2].then[0] = "\"one\"";
    else if (change == "unknown-name")
        t.rows[2].then[0] = "speent";
    else if (change == "condition-type")
        t.rows[0].when[0] = "? + 1";
    else if (change == "few-cells")
        t.rows[1].when.pop_back();
    else if (change == "no-outputs")
        t.outputs.clear();
    else if (change == "id")
        t.id = "count";
    else if (change == "same-name")
        t.inputs[1].name = "spent";
    else if (change == "any")
        t.inputs[0].type = Type::Any;
    else if (change == "values")
        t.inputs[0].values = {"1"};
    else if (change == "within")
        t.inputs[0].within = "? > 1";
    else if (change == "expression")
        t.inputs[0].expression = "spent ";
    if (change == "expression")
        t.inputs[0].expression += "spent";
    if (change == "otherwise") {
        t.hitPolicy = HitPolicy::Sum;
        t.outputs[0].otherwise = "0";
    }
    if (change == "sum" || change == "order" || change == "output-value") {
        t.hitPolicy = change == "sum" ? HitPolicy::Sum : change == "order" ? HitPolicy::Priority : HitPolicy::First;
        t.outputs[0].type = Type::Text;
        for (TableRow& row : t.rows)
            row.then[0] = "\"a\"";
        if (change == "output-value") {
            t.outputs[0].values = {"a", "b"};
            t.rows[0].then[0] = "\"c\"";
        }
    }
    QCOMPARE(QString::fromStdString(told(DecisionTable::compile(t, {}).problems)), expected);
}

void TableTests::conditionsAskTables_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const auto& [text, expected] : std::initializer_list<std::pair<const char*, const char*>>{
             {"value_tier(spent, where)", "3"},
             {"value_tier(spent, where) > 2", "true"},
             {"value_tier(99.99, \"browsing\")", "1"},
             {"value_tier(unknown, where)", "null"},
             {"value_tier(unknown, where) > 2", "null"},
             {"value_tier(spent, null)", "null"},
             {"own_tier()", "3"},
             {"own_tier(100, \"browsing\") + own_tier()", "5"},
             {"is_vip(spent)", "true"},
             {"is_vip(spent) and not(is_vip(400))", "true"},
             {"if is_vip(500) then 1 else 2", "2"},
             {"both(4).a", "5"},
             {"both(4)", "{a: 5, b: \"up\"}"},
             {"both(-4).a", "null"},
             {"clash(1)", "true"},
             {"clash(2)", "null"}, // fails closed
             {"clash(2) or true", "true"},
             {"tags(11)", "[\"big\", \"odd\"]"},
             {"list contains(tags(11), \"odd\")", "true"},
             {"count(tags(4))", "0"},
             {"amounts[own_tier(item, \"cart\") = 2]", "[150]"},
             {"some spent in amounts satisfies own_tier() = 3 and spent = 50", "true"}, // facts, not loop variables
             {"value_tier(if true then 5 else 6, \"cart\")", "1"}})
        QTest::newRow(text) << text << expected;
}

void TableTests::conditionsAskTables() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    World world;
    const auto made = Expression::compile(text.toStdString(), world.schema, Type::Any);
    QVERIFY2(made.ok(), made.ok() ? "" : debugText(made.error()).c_str());
    QVERIFY(made->asksTables());
    QCOMPARE(QString::fromStdString(shown(made->evaluate(world.frame()))), expected);
}

void TableTests::wrongCallsAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    for (const auto& [text, code] : std::initializer_list<std::pair<const char*, const char*>>{
             {"value_tier(1)", "feel.argument-count"},
             {"value_tier()", "feel.argument-count"},
             {"value_tier(\"1\", \"cart\")", "feel.wrong-type"},
             {"value_tier(1, \"card\")", "feel.unknown-value"},
             {"value_tire(1, \"cart\")", "feel.unknown-function"},
             {"value_tier(1, \"cart\") = \"3\"", "feel.operand-types"},
             {"list contains(tags(1), \"small\")", "feel.unknown-value"}})
        QTest::newRow(text) << text << code;
}

void TableTests::wrongCallsAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    World world;
    const auto made = Expression::compile(text.toStdString(), world.schema, Type::Any);
    QVERIFY(!made.ok());
    QCOMPARE(QString::fromStdString(made.error().code), code);
    if (code == "feel.unknown-function")
        QCOMPARE(made.error().parameter("nearest"), std::string("value_tier"));
    // An expression of its own that this schema cannot read.
    Schema other;
    other.copyTables(world.schema);
    const auto away = Expression::compile("own_tier() > 1", other, Type::Boolean);
    QVERIFY(!away.ok());
    QCOMPARE(away.error().code, std::string("table.unfit-input"));
    QCOMPARE(away.error().parameter("input"), std::string("spent"));
}

void TableTests::firingsAreTold() {
    World world;
    const auto made = Expression::compile("is_vip(spent) and value_tier(150, where) = 2 and not(clash(2))",
                                          world.schema, Type::Boolean);
    QVERIFY(made.ok());
    std::vector<TableFiring> fired;
    QVERIFY(made->test(world.frame(), fired) == Truth::Null);
    const std::vector<TableFiring> expected = {
        {"value-tier", {0}, ""}, {"is-vip", {0}, ""}, {"value-tier", {1}, ""}, {"clash", {0, 1}, "table.not-unique"}};
    QVERIFY(fired == expected);
    const std::vector<TraceStep> steps = made->trace(world.frame());
    QCOMPARE(steps.size(), std::size_t(3));
    QVERIFY((steps[1].tables == std::vector<TableFiring>{{"value-tier", {1}, ""}}));
    QVERIFY((steps[2].tables == std::vector<TableFiring>{{"clash", {0, 1}, "table.not-unique"}}));
}

void TableTests::recursionIsRefused() {
    const auto asking = [](const char* id, const char* then, const char* own = "") {
        TableDefinition t =
            table(id, HitPolicy::First, {in("n", Type::Number)}, {out("o", Type::Number)}, {{{"-"}, {then}, {}}});
        t.inputs[0].expression = own;
        return t;
    };
    const TableDefinition a = asking("a", "b(n)");
    const TableDefinition b = asking("b", "c(n)");
    const TableDefinition c = asking("c", "n", "a()");
    const TableDefinition d = asking("d", "e_e(n) + 1");
    const TableDefinition e = asking("e-e", "2");
    const std::vector<const TableDefinition*> all = {&a, &b, &c, &d, &e};
    Schema schema;
    const auto problems = addTables(all, schema);
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(QString::fromStdString(told(problems[i])), QStringLiteral("id table.recursion"));
    QVERIFY(problems[3].empty() && problems[4].empty());
    QVERIFY((schema.tableNames() == std::vector<std::string>{"d", "e_e"}));
    // A chain that is too long.
    std::vector<TableDefinition> chain = {asking("t0", "1")};
    for (int i = 1; i <= DecisionTable::maxDepth; ++i)
        chain.push_back(asking(("t" + std::to_string(i)).c_str(), ("t" + std::to_string(i - 1) + "(n)").c_str()));
    std::vector<const TableDefinition*> links;
    for (const TableDefinition& link : chain)
        links.push_back(&link);
    Schema chained;
    const auto told16 = addTables(links, chained);
    QVERIFY(told16[DecisionTable::maxDepth - 1].empty());
    QCOMPARE(QString::fromStdString(told(told16[DecisionTable::maxDepth])), QStringLiteral("id table.too-deep"));
}

void TableTests::manyRows() {
    TableDefinition t = table("t", HitPolicy::Unique, {in("n", Type::Number)}, {out("o", Type::Number)}, {});
    for (int i = 0; i < static_cast<int>(DecisionTable::maxRows); ++i)
        t.rows.push_back({{"[" + std::to_string(i) + ".." + std::to_string(i + 1) + ")"}, {std::to_string(i * 2)}, {}});
    const auto made = sound(t);
    QCOMPARE(answer(*made, {number("0")}), std::string("0 rows 0"));
    QCOMPARE(answer(*made, {number("63.5")}), std::string("126 rows 63"));
    QCOMPARE(answer(*made, {number("64")}), std::string("128 rows 64"));
    QCOMPARE(answer(*made, {number("999.9")}), std::string("1998 rows 999"));
    QCOMPARE(answer(*made, {number("1000")}), std::string("null rows"));
    t.rows.push_back({{"-"}, {"0"}, {}});
    QCOMPARE(told(DecisionTable::compile(t, {}).problems), std::string("rows table.too-many"));
}

void TableTests::allowanceIsShared() {
    // Each table asks the one before twice: 2^15 answers, and each of them loops; together that is too much.
    std::vector<TableDefinition> chain = {table("t0", HitPolicy::First, {in("l", Type::List)}, {out("o", Type::Number)},
                                                {{{"count(?[item > 0]) > 0"}, {"1"}, {}}})};
    for (int i = 1; i < DecisionTable::maxDepth; ++i) {
        const std::string before = "t" + std::to_string(i - 1) + "(l)";
        chain.push_back(table("t" + std::to_string(i), HitPolicy::First, {in("l", Type::List)},
                              {out("o", Type::Number)}, {{{"-"}, {before + " + " + before}, {}}}));
    }
    std::vector<const TableDefinition*> links;
    for (const TableDefinition& link : chain)
        links.push_back(&link);
    Schema schema;
    for (const auto& problems : addTables(links, schema))
        QVERIFY(problems.empty());
    const std::vector<Value> list = {Value(List{1, 2, 3, 4})};
    QCOMPARE(answer(*schema.table("t4"), list), std::string("16 rows 0"));
    QCOMPARE(answer(*schema.table("t15"), list), std::string("null rows 0 table.exhausted"));
}
