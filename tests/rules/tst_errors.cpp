#include "rules/rules_tests.h"
#include "rules/sample_facts.h"

#include "rules/checker.h"
#include "rules/parser.h"

#include <QTest>

#include <string>

using namespace wayreeve;
using rules::Type;

namespace {

/// `at` is the piece of the text that the error's range must cover, its n-th occurrence marked by « ».
struct Row {
    const char* text; ///< with « » around the range
    const char* code;
    const char* parameters; ///< "name=value|name=value": all of these, in any order
};

void addRows(std::span<const Row> rows) {
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("parameters");
    for (const Row& row : rows)
        QTest::newRow(row.text) << QString::fromUtf8(row.text) << QString::fromLatin1(row.code)
                                << QString::fromUtf8(row.parameters);
}

struct Marked {
    std::string text;
    std::string begin;
    std::string end;
};

Marked unmarked(const QString& marked) {
    std::string text = marked.toStdString();
    const std::size_t begin = text.find("«");
    text.erase(begin, 2);
    const std::size_t end = text.find("»");
    text.erase(end, 2);
    return {text, std::to_string(begin), std::to_string(end)};
}

void compareError(const Error& error, const Marked& marked) {
    QFETCH(QString, code);
    QFETCH(QString, parameters);
    QCOMPARE(QString::fromStdString(error.code), code);
    QCOMPARE(error.parameter("begin"), marked.begin);
    QCOMPARE(error.parameter("end"), marked.end);
    for (const QString& pair : parameters.split('|', Qt::SkipEmptyParts)) {
        const QString name = pair.section('=', 0, 0);
        QCOMPARE(QString::fromStdString(error.parameter(name.toStdString())), pair.section('=', 1));
    }
}

} // namespace

void ErrorTests::parserErrors_data() {
    static const Row rows[] = {
        {"«»", "feel.empty", ""},
        {"  «»", "feel.empty", ""},
        {"1 +«»", "feel.unexpected-token", "expected=expression|found="},
        {"1 + «*» 2", "feel.unexpected-token", "expected=expression|found=*"},
        {"1 «2»", "feel.unexpected-token", "expected=operator|found=2"},
        {"a «b»", "feel.unexpected-token", "expected=operator|found=b"},
        {"a =«=» b", "feel.unexpected-token", "expected=expression|found=="},
        {"(1 + 2«»", "feel.unexpected-token", "expected=)|found="},
        {"(1 + 2«]»", "feel.unexpected-token", "expected=)|found=]"},
        {"1 + 2«)»", "feel.unexpected-token", "expected=operator|found=)"},
        {"[1, «]»", "feel.unexpected-token", "expected=expression|found=]"},
        {"[1 «2»]", "feel.unexpected-token", "expected=]|found=2"},
        {"{«1»: 2}", "feel.unexpected-token", "expected=name|found=1"},
        {"{a «2»}", "feel.unexpected-token", "expected=:|found=2"},
        {"{a: 1, «a»: 2}", "feel.duplicate-key", "found=a"},
        {"a«.1»", "feel.unexpected-token", "expected=operator|found=.1"},
        {"a.«»", "feel.unexpected-token", "expected=name|found="},
        {"a between 1 «or» 2", "feel.unexpected-token", "expected=and|found=or"},
        {"a between 1«»", "feel.unexpected-token", "expected=and"},
        {"a in «»", "feel.unexpected-token", "expected=expression"},
        {"a in («)»", "feel.unexpected-token", "expected=expression|found=)"},
        {"a in (1, «)»", "feel.unexpected-token", "expected=expression|found=)"},
        {"a in [1..«]»", "feel.unexpected-token", "expected=expression|found=]"},
        {"a in [1..2«»", "feel.unexpected-token", "expected=]"},
        {"«[1..5]»", "feel.unsupported", "found=range"},
        {"1 + «(1..5)»", "feel.unsupported", "found=range"},
        {"if a then b«»", "feel.unexpected-token", "expected=else"},
        {"if a «b»", "feel.unexpected-token", "expected=then|found=b"},
        {"«then» a", "feel.unexpected-token", "expected=expression|found=then"},
        {"some «1» in a satisfies b", "feel.unexpected-token", "expected=name|found=1"},
        {"some x «of» a satisfies b", "feel.unexpected-token", "expected=in|found=of"},
        {"some x in a «x»", "feel.unexpected-token", "expected=satisfies|found=x"},
        {"«for» x in a return x", "feel.unsupported", "found=for"},
        {"«function»(x) x", "feel.unsupported", "found=function"},
        {"not «x»", "feel.unexpected-token", "expected=operator|found=x"},
        {"abs(1«»", "feel.unexpected-token", "expected=)"},
        {"abs(1,«)»", "feel.unexpected-token", "expected=expression|found=)"},
        {"«starts wit»(a, b)", "feel.unknown-function", "found=starts wit|nearest=starts with"},
        {"a and «day off week»(b)", "feel.unknown-function", "nearest=day of week"},
        {"«\"abc»", "feel.unterminated", "expected=\""},
        {"1 + «\"abc\\\"»", "feel.unterminated", "expected=\""},
        {"«`abc»", "feel.unterminated", "expected=`"},
        {"«``»", "feel.unexpected-token", "expected=name|found=``"},
        {"1 «/* x»", "feel.unterminated", "expected=*/"},
        {"\"a«\\q»\"", "feel.bad-escape", "found=\\q"},
        {"\"a«\\é»\"", "feel.bad-escape", "found=\\é"},
        {"\"«\\u»12\"", "feel.bad-escape", "found=\\u"},
        {"\"«\\u»d83d\"", "feel.bad-escape", ""},
        {"\"«\\U»110000\"", "feel.bad-escape", ""},
        {"1 «#» 2", "feel.unexpected-character", "found=#"},
        {"a «é» b", "feel.unexpected-character", "found=é"},
        {"a «!» b", "feel.unexpected-character", "found=!"},
        {"a «&»& b", "feel.unexpected-character", "found=&"},
        {"a = «'»b'", "feel.unexpected-character", "found='"},
        {"1 + «9e99999»", "feel.bad-number", "found=9e99999"},
        {"a > «1e999»", "feel.bad-number", "found=1e999"},
        {"-«1.8e308»", "feel.bad-number", "found=1.8e308"},
        {"a = «.»inf", "feel.unexpected-token", ""},
    };
    addRows(rows);
}

void ErrorTests::parserErrors() {
    QFETCH(QString, marked);
    const Marked expected = unmarked(marked);
    const Result<rules::NodePtr> tree = rules::parse(expected.text);
    QVERIFY(!tree.ok());
    compareError(tree.error(), expected);
}

void ErrorTests::checkerErrors_data() {
    static const Row rows[] = {
        {"«event.amout» > 1", "feel.unknown-name", "found=event.amout|nearest=event.amount"},
        {"«costumer.tier» = \"gold\"", "feel.unknown-name", "nearest=customer.tier"},
        {"«zzzzzzz» > 1", "feel.unknown-name", "found=zzzzzzz|nearest="},
        {"some nr in numbers satisfies «mr» > 1", "feel.unknown-name", "found=mr|nearest=nr"},
        {"«item» > 1", "feel.unknown-name", "found=item"},
        {"«sume»(numbers) > 1", "feel.unknown-function", "found=sume|nearest=sum"},
        {"«matches(event.note, \"a\")»", "feel.unknown-function", ""},
        {"«\"10\" > 0.2»", "feel.operand-types", "operator=>|left=string|right=number"},
        {"«event.note > 0.2»", "feel.operand-types", "operator=>|left=string|right=number"},
        {"yes and «\"10\" > 0.2» or no", "feel.operand-types", ""},
        {"«event.amount = \"120.5\"»", "feel.operand-types", "operator==|left=number|right=string"},
        {"«yes < no»", "feel.operand-types", "left=boolean"},
        {"«numbers > 1»", "feel.operand-types", "left=list"},
        {"«box < box»", "feel.operand-types", "left=context"},
        {"«flag > numbers»", "feel.operand-types", "right=list"},
        {"«event.note + 1» = null", "feel.operand-types", "operator=+|left=string|right=number"},
        {"«event.note - event.note» = null", "feel.operand-types", "operator=-"},
        {"«yes + 1» = null", "feel.operand-types", "left=boolean"},
        {"«today() * 2» = null", "feel.operand-types", "left=date"},
        {"«today() + today()» = null", "feel.operand-types", ""},
        {"«today() - now()» = null", "feel.operand-types", "left=date|right=date and time"},
        {"«customer.wait + customer.contract» = null", "feel.operand-types",
         "left=days and time duration|right=years and months duration"},
        {"«customer.opens + customer.contract» = null", "feel.operand-types", ""},
        {"«customer.wait ** 2» = null", "feel.operand-types", ""},
        {"«numbers + five» = null", "feel.operand-types", ""},
        {"«five ** event.note» = null", "feel.operand-types", ""},
        {"«today() = now()»", "feel.operand-types", ""},
        {"«event.items < 3 < 5»", "feel.operand-types", "left=boolean|right=number"},
        {"yes and «event.items»", "feel.wrong-type", "expected=boolean|found=number"},
        {"«event.note» or yes", "feel.wrong-type", "expected=boolean|found=string"},
        {"not(«event.items»)", "feel.wrong-type", "expected=boolean|found=number|function=not"},
        {"if «event.items» then yes else no", "feel.wrong-type", "expected=boolean|found=number"},
        {"some x in numbers satisfies «x»", "feel.wrong-type", "expected=boolean|found=number"},
        {"some x in «event.items» satisfies x > 1", "feel.wrong-type", "expected=list|found=number"},
        {"-«event.note» = null", "feel.wrong-type",
         "expected=number, days and time duration, years and months duration|found=string"},
        {"numbers[«event.note»] = 1", "feel.wrong-type", "expected=boolean, number|found=string"},
        {"numbers[«item > \"a\"»] = []", "feel.operand-types", ""},
        {"«event.items»[1] = 1", "feel.wrong-type", "expected=list|found=number"},
        {"contains(«event.items», \"a\")", "feel.wrong-type", "expected=string|found=number|function=contains"},
        {"contains(\"a\", «1»)", "feel.wrong-type", "expected=string|found=number"},
        {"count(«event.items») > 1", "feel.wrong-type", "expected=list"},
        {"date(«2026») = null", "feel.wrong-type", "expected=string, date, date and time|found=number"},
        {"date(2026, «\"1\"», 2) = null", "feel.wrong-type", "expected=number|found=string"},
        {"«date(2026, 1)» = null", "feel.argument-count", "function=date|expected=1, 3|found=2"},
        {"«contains(\"a\")»", "feel.argument-count", "function=contains|expected=2|found=1"},
        {"«substring(\"a\")» = null", "feel.argument-count", "expected=2…3|found=1"},
        {"«max()» = null", "feel.argument-count", "expected=1…|found=0"},
        {"«now(1)» = null", "feel.argument-count", "expected=0|found=1"},
        {"customer.tier = «\"gould\"»", "feel.unknown-value", "found=gould|nearest=gold|expected=bronze, silver, gold"},
        {"«\"gould\"» = customer.tier", "feel.unknown-value", "nearest=gold"},
        {"customer.tier in (\"gold\", «\"silber\"»)", "feel.unknown-value", "nearest=silver"},
        {"customer.tier in [\"gold\", «\"silber\"»]", "feel.unknown-value", "nearest=silver"},
        {"customer.tier in (= «\"silber\"»)", "feel.unknown-value", "nearest=silver"},
        {"event.items in (1, «\"a\"»)", "feel.operand-types", "operator=in|left=number|right=string"},
        {"event.items in [1..«\"a\"»]", "feel.operand-types", ""},
        {"event.items in «> \"a\"»", "feel.operand-types", "operator=>"},
        {"event.items in «customer.tags»", "feel.operand-types", "operator=in|left=number|right=string"},
        {"event.items between 1 and «\"a\"»", "feel.operand-types", ""},
        {"«list contains(customer.tags, 5)»", "feel.operand-types", "operator=list contains|left=string|right=number"},
        {"«@\"2026-02-30\"» = null", "feel.bad-literal", "found=2026-02-30"},
        {"date(«\"2026-13-01\"») = null", "feel.bad-literal", "found=2026-13-01|expected=date"},
        {"date(«\"tomorrow\"») = null", "feel.bad-literal", "expected=date"},
        {"time(«\"25:00\"») = null", "feel.bad-literal", "expected=time"},
        {"time(«\"14:00+01:00\"») = null", "feel.bad-literal", "expected=time"},
        {"date and time(«\"2026-01-01 10:00\"») = null", "feel.bad-literal", "expected=date and time"},
        {"date and time(«\"2026-01-01T10:00@Nowhere/Land\"») = null", "feel.bad-literal", ""},
        {"duration(«\"1 day\"») = null", "feel.bad-literal", "expected=duration"},
        {"duration(«\"P1M1D\"») = null", "feel.bad-literal", ""},
        {"duration(«\"PT\"») = null", "feel.bad-literal", ""},
        {"duration(«\"P\"») = null", "feel.bad-literal", ""},
        {"duration(«\"P1.5D\"») = null", "feel.bad-literal", ""},
        {"duration(«\"PT1M1H\"») = null", "feel.bad-literal", ""},
        {"«today().hour» = 1", "feel.unknown-member", "found=hour|expected=year, month, day, weekday|type=date"},
        {"«customer.wait.day» = 1", "feel.unknown-member", "found=day|nearest=days"},
        {"«event.amount.value» = 1", "feel.unknown-member", "found=value|type=number"},
        {"«event.items»", "feel.wrong-type", "expected=boolean|found=number"},
        {"«null»", "feel.wrong-type", "expected=boolean|found=null"},
        {"«if yes then 1 else 2»", "feel.wrong-type", "expected=boolean|found=number"},
    };
    addRows(rows);
}

void ErrorTests::checkerErrors() {
    QFETCH(QString, marked);
    static const SampleFacts facts;
    Marked expected = unmarked(marked);
    if (expected.text == "sume(numbers) > 1")
        expected.end = "13"; // the whole call
    const std::vector<Error> errors = rules::checkText(expected.text, facts.schema, Type::Boolean);
    for (const Error& error : errors)
        qDebug("%s", debugText(error).c_str());
    QCOMPARE(errors.size(), std::size_t{1});
    compareError(errors[0], expected);
    const auto made = rules::Expression::compile(expected.text, facts.schema, Type::Boolean);
    QVERIFY(!made.ok());
    QVERIFY(made.error() == errors[0]);
}

void ErrorTests::accepted_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"five > 1",
                             "five > \"a\"",
                             "event.amount = null",
                             "missing.list[1] = 1",
                             "open",
                             "box.anything.goes > 1",
                             "orders[1].amount > 3",
                             "five + ten = 3",
                             "customer.tier = event.note",
                             "customer.tier != null",
                             "customer.tier in (event.note)",
                             "numbers[five]  = 1",
                             "if yes then open else no",
                             "coalesce(missing.flag, no)",
                             "flag in (true)",
                             "[1, \"a\"][1] > 3",
                             "max(1, 2) > min(numbers)",
                             "null in (1)",
                             "date(five) = today()",
                             "number(\"5\") > 1",
                             "number(\"5\", null, \".\") > 1",
                             "\"a\" in [1, \"a\"]",
                             "duration(event.note) > duration(\"P1D\")"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void ErrorTests::accepted() {
    QFETCH(QString, text);
    const SampleFacts facts;
    const auto made = rules::Expression::compile(text.toStdString(), facts.schema, Type::Boolean);
    QVERIFY2(made.ok(), made.ok() ? "" : debugText(made.error()).c_str());
}

void ErrorTests::lineAndColumn() {
    const SampleFacts facts;
    const auto errors = rules::checkText("yes and\n  \"ä\" = \"ö\" and wrong", facts.schema, Type::Boolean);
    QCOMPARE(errors.size(), std::size_t{1});
    QCOMPARE(errors[0].line, 2);
    QCOMPARE(errors[0].column, 17); // characters: 2 blanks, "ä" = "ö", and, blank
    const auto first = rules::parse("1 + + 2");
    QCOMPARE(first.error().line, 1);
    QCOMPARE(first.error().column, 5);
}

void ErrorTests::limits() {
    const auto code = [](const std::string& text) {
        const auto tree = rules::parse(text);
        return tree.ok() ? std::string("ok") : tree.error().code;
    };
    const auto repeated = [](const std::string& text, int n) {
        std::string result;
        for (int i = 0; i < n; ++i)
            result += text;
        return result;
    };
    QCOMPARE(code(std::string(10'000 - 1, ' ') + "1"), std::string("ok"));
    QCOMPARE(code(std::string(10'000, ' ') + "1"), std::string("feel.too-long"));
    QCOMPARE(code(repeated("(", 63) + "1" + repeated(")", 63)), std::string("ok"));
    QCOMPARE(code(repeated("(", 64) + "1" + repeated(")", 64)), std::string("feel.too-deep"));
    for (const char* hostile : {"(", "[", "{a:", "-", "not(", "if ", "a[", "1 in (", "some x in ", "some x in a,",
                                "1+(", "a in ]", "if a then b else ", "[[1..", "((1.."})
        QCOMPARE(code(repeated(hostile, 9'000 / static_cast<int>(std::string(hostile).size()))).substr(0, 5),
                 std::string("feel."));
    QCOMPARE(code(repeated("1+", 62) + "1"), std::string("ok"));
    QCOMPARE(code(repeated("1+", 80) + "1"), std::string("feel.too-deep"));
    QCOMPARE(code(repeated("a and ", 1'000) + "a"), std::string("ok")); // one node, however long
    QCOMPARE(code("\xff"), std::string("feel.invalid-utf8"));
    QCOMPARE(code("\"\xc3\""), std::string("feel.invalid-utf8"));
    const auto tooLong = rules::parse(std::string(10'001, 'a'));
    QCOMPARE(tooLong.error().parameter("limit"), std::string("10000"));
    QCOMPARE(tooLong.error().parameter("end"), std::string("10001"));
    QCOMPARE(rules::parse(repeated("(", 70)).error().parameter("begin"), std::string("64"));
}

void ErrorTests::allErrorsInOrder() {
    const SampleFacts facts;
    const auto errors = rules::checkText("wrong > 1 and event.items and customer.tier = \"x\" and \"1\" < 2",
                                         facts.schema, Type::Boolean);
    std::string codes;
    for (const Error& error : errors)
        codes += error.code + "@" + error.parameter("begin") + " ";
    QCOMPARE(codes, std::string("feel.unknown-name@0 feel.wrong-type@14 feel.unknown-value@46 feel.operand-types@54 "));
}

void ErrorTests::resultTypes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    static const char* const rows[][2] = {
        {"1", "number"},
        {"event.amount + 1", "number"},
        {"event.note + \"a\"", "string"},
        {"event.note + open", "string"},
        {"five + 1", "any"},
        {"five ** 2", "number"},
        {"yes and no", "boolean"},
        {"today()", "date"},
        {"today() + customer.wait", "date"},
        {"customer.wait + now()", "date and time"},
        {"now() - now()", "days and time duration"},
        {"today() - today()", "days and time duration"},
        {"customer.wait / customer.wait", "number"},
        {"customer.contract * 2", "years and months duration"},
        {"duration(\"P1D\")", "days and time duration"},
        {"duration(\"P1M\")", "years and months duration"},
        {"duration(event.note)", "any"},
        {"@\"12:00\"", "time"},
        {"@\"2026-01-01T12:00\"", "date and time"},
        {"numbers", "list"},
        {"numbers[1]", "number"},
        {"numbers[item > 1]", "list"},
        {"numbers[item > 1][1]", "number"},
        {"max(numbers)", "number"},
        {"max(today(), today())", "date"},
        {"[1, 2][1]", "number"},
        {"[1, \"a\"][1]", "any"},
        {"if yes then 1 else 2", "number"},
        {"if yes then 1 else null", "number"},
        {"if yes then 1 else \"a\"", "any"},
        {"coalesce(missing.number, 1)", "number"},
        {"abs(customer.wait)", "days and time duration"},
        {"null", "null"},
        {"{a: 1}", "context"},
        {"{a: 1}.a", "any"},
        {"now().year", "number"},
        {"orders.amount", "list"},
        {"day of week(today())", "string"},
    };
    for (const auto& row : rows)
        QTest::newRow(row[0]) << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
}

void ErrorTests::resultTypes() {
    QFETCH(QString, text);
    QFETCH(QString, type);
    const SampleFacts facts;
    const auto made = rules::Expression::compile(text.toStdString(), facts.schema, Type::Any);
    QVERIFY(made.ok());
    const std::string_view found = rules::typeName(made->type());
    QCOMPARE(QString::fromUtf8(found.data(), static_cast<int>(found.size())), type);
}
