#include "rules/sample_facts.h"
#include "rules/table_analysis.h"
#include "rules/table_support.h"
#include "rules/table_tests.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace wayreeve;
using namespace tables;

namespace {

std::string values(const std::vector<Value>& example) {
    std::string text;
    for (const Value& value : example)
        text += (text.empty() ? "" : ",") + shown(value);
    return "(" + text + ")";
}

std::string summary(const TableAnalysis& analysis) {
    std::string text;
    for (const auto& o : analysis.overlaps)
        text += "overlap " + std::to_string(o.first) + "+" + std::to_string(o.second) + values(o.example) + " ";
    for (const auto& gap : analysis.gaps)
        text += "gap" + values(gap) + " ";
    for (const auto& u : analysis.unreachable)
        text += "unreachable " + std::to_string(u.row) + " by " + std::to_string(u.by) + values(u.example) + " ";
    for (const auto& u : analysis.undecided)
        text += "undecided " + std::to_string(static_cast<int>(u.question)) + ":" + std::to_string(u.row) + "," +
                std::to_string(u.other) + " ";
    if (analysis.isCut)
        text += "cut ";
    if (!text.empty())
        text.pop_back();
    return text;
}

TableAnalysis analysed(const TableDefinition& definition) {
    const CompiledTable made = DecisionTable::compile(definition, {});
    if (!made.table)
        qFatal("%s", told(made.problems).c_str());
    return analyse(*made.table);
}

} // namespace

void TableAnalysisTests::finds_data() {
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("columns"); // n: number, p: number in [0..10], s: a b c, t: text, b, d
    QTest::addColumn<QString>("rows");    // cells by |, rows by /
    QTest::addColumn<QString>("expected");
    const auto row = [](HitPolicy policy, const char* columns, const char* rows, const char* expected) {
        QTest::newRow((std::string(columns) + " " + rows).c_str())
            << static_cast<int>(policy) << columns << rows << expected;
    };
    using enum HitPolicy;
    row(Unique, "n", "< 5 / >= 5", "");
    row(Unique, "n", "<= 5 / >= 5", "overlap 0+1(5)");
    row(Unique, "n", "< 5 / > 5", "gap(5)");
    row(Unique, "n", "[0..5] / (5..10]", "gap(-1) gap(11)");
    row(Unique, "n", "[0..5] / [7..10]", "gap(-1) gap(6) gap(11)");
    row(Unique, "p", "[0..5] / (5..10]", "");
    row(Unique, "p", "< 0 / - ", "unreachable 0 by -1()");
    row(Unique, "b", "true / false", "");
    row(Unique, "b", "true / not(true)", "");
    row(Unique, "b", "true", "gap(false)");
    row(Unique, "b", "null / -", "overlap 0+1(null)");
    row(Unique, "b", "true, null / false", "");
    row(Unique, "b", "true / false / null", "");
    row(Unique, "n", "null", "gap(0)");
    row(Unique, "s", "\"a\" / \"b\"", "gap(\"c\")");
    row(Unique, "s", "\"a\", \"b\" / not(\"a\")", "overlap 0+1(\"b\")");
    row(Unique, "s", "> \"a\" / \"a\"", "");
    row(Unique, "t", "\"a\" / not(\"a\")", "");
    row(Unique, "t", "\"a\" / \"b\"", "gap(\"\") gap(\"aa\") gap(\"ba\")");
    row(Unique, "d", "<= @\"2026-03-01\" / >= @\"2026-03-02\"", ""); // no day between
    row(Unique, "d", "< @\"2026-03-01\" / > @\"2026-03-02\"", "gap(2026-03-01)");
    row(Unique, "n,s", "< 5|\"a\" / < 5|\"b\",\"c\" / >= 5|-", "");
    row(Unique, "n,s", "< 5|\"a\" / < 5|\"b\" / >= 5|-", "gap(4,\"c\")");
    row(Unique, "n,s", "< 5|- / >= 3|\"b\" / >= 5|\"a\",\"c\"", "overlap 0+1(3,\"b\")");
    row(Unique, "n", "[5..1] / -", "unreachable 0 by -1()");
    row(First, "n", "< 5 / < 3 / -", "overlap 0+1(2) overlap 0+2(2) overlap 1+2(2) unreachable 1 by 0(2)");
    row(First, "n", "< 5 / >= 5 / -", "overlap 0+2(4) overlap 1+2(5)"); // null reaches the last
    row(First, "n", "< 5 / >= 5 / null / -", "overlap 0+3(4) overlap 1+3(5) overlap 2+3(null) unreachable 3 by 0(4)");
    row(First, "n,b", "< 5|true / < 5|false / < 5|not(null)",
        "overlap 0+2(4,true) overlap 1+2(4,false) gap(4,null) gap(5,false) unreachable 2 by 1(4,false)");
    row(Unique, "n", "? > 5 / < 3", "gap(3) gap(4) gap(5) undecided 0:0,1 undecided 1:-1,-1");
    row(Unique, "n", "? > 5 / > 7", "overlap 0+1(8) gap(4) gap(5) undecided 1:-1,-1");
    row(First, "n", "- / ? > 5", "overlap 0+1(6) unreachable 1 by 0(6)");
}

void TableAnalysisTests::finds() {
    QFETCH(int, policy);
    QFETCH(QString, columns);
    QFETCH(QString, rows);
    QFETCH(QString, expected);
    TableDefinition t = table("t", static_cast<HitPolicy>(policy), {}, {out("o", Type::Boolean)}, {});
    for (const QString& column : columns.split(',')) {
        const Type type = column == "b"                    ? Type::Boolean
                          : column == "d"                  ? Type::Date
                          : column == "s" || column == "t" ? Type::Text
                                                           : Type::Number;
        t.inputs.push_back(in(column.toStdString(), type));
        if (column == "s")
            t.inputs.back().values = {"a", "b", "c"};
        if (column == "p")
            t.inputs.back().within = "[0..10]";
    }
    for (const QString& row : rows.split('/')) {
        t.rows.push_back({{}, {"true"}, {}});
        for (const QString& cell : row.split('|'))
            t.rows.back().when.push_back(cell.trimmed().toStdString());
    }
    QCOMPARE(QString::fromStdString(summary(analysed(t))), expected);
}

namespace {

std::string randomCell(std::mt19937& random) {
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    const std::string low = std::to_string(below(5));
    const std::string high = std::to_string(below(5));
    switch (below(9)) {
    case 0:
        return "-";
    case 1:
        return "< " + low;
    case 2:
        return ">= " + low;
    case 3:
        return low;
    case 4:
        return "not(" + low + ")";
    case 5:
        return "null, > " + low;
    case 6:
        return low + ", " + high;
    case 7:
        return "not((" + low + ".." + high + "))";
    default:
        return (below(2) ? "[" : "(") + low + ".." + high + (below(2) ? "]" : ")");
    }
}

} // namespace

/// Every piece of a column whose end points are 0 … 4 has a value among these, and null.
void TableAnalysisTests::agreesWithAGrid() {
    std::vector<Value> grid = {Value()};
    for (int half = -1; half <= 9; ++half)
        grid.emplace_back(*Decimal(half).dividedBy(Decimal(2)));
    int gaps = 0, overlaps = 0, unreachable = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        std::mt19937 random(seed);
        TableDefinition t = table("t", seed % 2 ? HitPolicy::First : HitPolicy::Unique,
                                  {in("x", Type::Number), in("y", Type::Number)}, {out("o", Type::Boolean)}, {});
        for (unsigned n = 1 + seed % 5; n > 0; --n)
            t.rows.push_back({{randomCell(random), randomCell(random)}, {"true"}, {}});
        const CompiledTable made = DecisionTable::compile(t, {});
        QVERIFY2(made.table, told(made.problems).c_str());
        const TableAnalysis analysis = analyse(*made.table);
        QVERIFY2(analysis.undecided.empty() && analysis.isCut <= (analysis.gaps.size() == maxFindings),
                 (std::to_string(seed) + " " + summary(analysis)).c_str());
        std::set<std::pair<int, int>> both;
        std::set<int> answering;
        bool gap = false;
        for (const Value& x : grid)
            for (const Value& y : grid) {
                const std::vector<int> rows = made.table->matching(std::vector<Value>{x, y});
                for (std::size_t a = 0; a < rows.size(); ++a) {
                    if (a == 0 || t.hitPolicy == HitPolicy::Unique)
                        answering.insert(rows[a]);
                    for (std::size_t b = a + 1; b < rows.size(); ++b)
                        both.insert({rows[a], rows[b]});
                }
                const bool counted = (!x.isNull() || made.table->columns()[0].namesNull()) &&
                                     (!y.isNull() || made.table->columns()[1].namesNull());
                gap = gap || (rows.empty() && counted);
            }
        std::set<std::pair<int, int>> told;
        for (const TableAnalysis::Overlap& o : analysis.overlaps) {
            told.insert({o.first, o.second});
            const std::vector<int> rows = made.table->matching(o.example);
            QVERIFY(std::count(rows.begin(), rows.end(), o.first) && std::count(rows.begin(), rows.end(), o.second));
        }
        QVERIFY(told == both);
        QCOMPARE(!analysis.gaps.empty(), gap);
        for (const std::vector<Value>& example : analysis.gaps)
            QVERIFY(made.table->matching(example).empty());
        for (const TableAnalysis::Unreachable& u : analysis.unreachable)
            QVERIFY(!answering.contains(u.row) && (u.by < 0 || made.table->matching(u.example).front() == u.by));
        QCOMPARE(analysis.unreachable.size() + answering.size(), t.rows.size());
        gaps += gap;
        overlaps += !both.empty();
        unreachable += !analysis.unreachable.empty();
    }
    QVERIFY(gaps > 100 && overlaps > 100 && unreachable > 50); // the tables were worth looking at
}

void TableAnalysisTests::openRowsAreUndecided() {
    TableDefinition t = table("t", HitPolicy::First, {in("x", Type::Number), in("y", Type::Number)},
                              {out("o", Type::Boolean)}, {{{"> y", "-"}, {"true"}, {}}, {{"<= y", "-"}, {"true"}, {}}});
    // Two open rows over pieces that nothing cuts: (0, 0) is taken by the second, and says nothing of the first.
    const TableAnalysis analysis = analysed(t);
    QVERIFY(analysis.overlaps.empty() && analysis.gaps.empty() && analysis.unreachable.empty());
    QVERIFY(
        (analysis.undecided == std::vector<TableAnalysis::Undecided>{{TableAnalysis::Question::Overlap, 0, 1},
                                                                     {TableAnalysis::Question::Gap, -1, -1},
                                                                     {TableAnalysis::Question::Unreachable, 0, -1}}));
}

void TableAnalysisTests::workIsLimited() {
    // 24 inputs, each row cutting them all at points of its own: what the rows leave can only be searched.
    TableDefinition t = table("t", HitPolicy::First, {}, {out("o", Type::Boolean)}, {});
    std::mt19937 random(7);
    for (int i = 0; i < 24; ++i)
        t.inputs.push_back(in("x" + std::to_string(i), Type::Number));
    for (int row = 0; row < 200; ++row) {
        t.rows.push_back({{}, {"true"}, {}});
        for (int i = 0; i < 24; ++i) {
            const std::string at = std::to_string(random() % 1000);
            const unsigned form = random() % 4;
            t.rows.back().when.push_back(form == 0 ? "< " + at : form == 1 ? "> " + at : form == 2 ? "!= " + at : "-");
        }
    }
    t.rows.insert(t.rows.begin(), {std::vector<std::string>(24, "-"), {"true"}, {}});
    const TableAnalysis analysis = analysed(t);
    QVERIFY(analysis.isCut); // the first row overlaps with all of them
    QCOMPARE(analysis.overlaps.size(), maxFindings);
    QVERIFY(analysis.gaps.empty());
    QCOMPARE(analysis.unreachable.size(), maxFindings);
}
