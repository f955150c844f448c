#include "documents_tests.h"
#include "support.h"

#include "documents/document.h"
#include "documents/yaml_text.h"

using namespace wayreeve;
using namespace wayreeve::documents;

void YamlTest::refusesHazards_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const QByteArray head = "format: 1\nid: w\n";
    const auto row = [&](const char* name, const QByteArray& text, const char* code, int line, int column) {
        QTest::newRow(name) << text << code << line << column;
    };
    row("duplicate key", head + "name: a\nname: b\n", "yaml.duplicate-key", 4, 1);
    row("NO where text is meant", head + "locale: NO\n", "yaml.ambiguous-scalar", 3, 9);
    row("yes", head + "name: yes\n", "yaml.ambiguous-scalar", 3, 7);
    row("On", head + "name: On\n", "yaml.ambiguous-scalar", 3, 7);
    row("true where text is meant", head + "name: true\n", "yaml.ambiguous-scalar", 3, 7);
    row("tilde", head + "name: ~\n", "yaml.null", 3, 7);
    row("null", head + "name: null\n", "yaml.null", 3, 7);
    row("nothing", head + "name:\n", "yaml.null", 3, 6);
    row("010 as text", head + "name: 010\n", "yaml.ambiguous-scalar", 3, 7);
    row("010 as number", head + "agentic: 010\n", "yaml.ambiguous-scalar", 3, 10);
    row("1_000", head + "agentic: 1_000\n", "yaml.ambiguous-scalar", 3, 10);
    row("0x10", head + "agentic: 0x10\n", "yaml.ambiguous-scalar", 3, 10);
    row("plus sign", head + "agentic: +8\n", "yaml.ambiguous-scalar", 3, 10);
    row(".5", head + "explore-floor: .5\n", "yaml.ambiguous-scalar", 3, 16);
    row(".inf", head + "explore-floor: .inf\n", "yaml.ambiguous-scalar", 3, 16);
    row("-.inf", head + "explore-floor: -.inf\n", "yaml.ambiguous-scalar", 3, 16);
    row(".nan", head + "explore-floor: .nan\n", "yaml.ambiguous-scalar", 3, 16);
    row(".NaN as text", head + "name: .NaN\n", "yaml.ambiguous-scalar", 3, 7);
    row("beyond every double", head + "explore-floor: 1e999\n", "yaml.number-too-large", 3, 16);
    row("below every double", head + "agentic: -1e999\n", "yaml.number-too-large", 3, 10);
    row("just beyond", head + "explore-floor: 1.7976931348623158e308\n", "yaml.number-too-large", 3, 16);
    row("the largest", head + "explore-floor: 1.7976931348623157e308\n", "yaml.out-of-range", 3, 16);
    row("beyond decimals", head + "explore-floor: 1e99999\n", "yaml.number-too-large", 3, 16);
    row("1e1000000 as number", head + "explore-floor: 1e1000000\n", "yaml.ambiguous-scalar", 3, 16);
    row("sexagesimal", head + "agentic: 1:30\n", "yaml.ambiguous-scalar", 3, 10);
    row("quoted number", head + "agentic: \"80\"\n", "yaml.wrong-type", 3, 10);
    row("fraction of a whole number", head + "agentic: 80.5\n", "yaml.wrong-type", 3, 10);
    row("out of range", head + "agentic: 101\n", "yaml.out-of-range", 3, 10);
    row("yes as boolean", head + "demo: yes\n", "yaml.ambiguous-scalar", 3, 7);
    row("word as boolean", head + "demo: maybe\n", "yaml.wrong-type", 3, 7);
    row("anchor", head + "name: &a x\n", "yaml.anchor", 3, 7);
    row("alias", head + "name: *a\n", "yaml.alias", 3, 7);
    row("indented by a tab", head + "zones:\n\t- a\n", "yaml.tab", 4, 1);
    row("a tab behind spaces", head + "zones:\n  - a\n \t- b: c\n", "yaml.tab", 5, 2);
    row("alias to an anchor", head + "zones: [&a x, *a]\n", "yaml.anchor", 3, 9);
    row("merge key", head + "<<: {name: x}\n", "yaml.merge-key", 3, 1);
    row("tag", head + "name: !!str x\n", "yaml.tag", 3, 7);
    row("non-specific tag", head + "name: ! x\n", "yaml.tag", 3, 7);
    row("local tag on a list", head + "zones: !own [a]\n", "yaml.tag", 3, 8);
    row("two documents", head + "---\nname: x\n", "yaml.multiple-documents", 3, 1);
    row("directive", "%YAML 1.1\n---\n" + head, "yaml.directive", 1, 1);
    row("bad UTF-8", head + "name: \"\xC3\x28\"\n", "yaml.invalid-utf8", 3, 8);
    row("overlong UTF-8", head + "name: \"\xC0\x80\"\n", "yaml.invalid-utf8", 3, 8);
    row("bad UTF-8 behind wide characters", head + "name: Zürich \xFC\r\n", "yaml.invalid-utf8", 3, 14);
    row("bad UTF-8 behind Windows line ends", "format: 1\r\nid: \xE9\n", "yaml.invalid-utf8", 2, 5);
    row("bad UTF-8 at once", "\xFF", "yaml.invalid-utf8", 1, 1);
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "f\0",
                   4),
        "yaml.invalid-utf8", 1, 1);
    row("bad UTF-8 behind a byte order mark", "\xEF\xBB\xBFid: \xE9\n", "yaml.invalid-utf8", 1, 5);
    row("cut off at the end", head + "name: \xE2\x82", "yaml.invalid-utf8", 3, 7);
    row("control character behind wide ones", head + "name: Zürich\x04\n", "yaml.control-character", 3, 13);
    row("NUL", head + QByteArray("name: a\0b\n", 10), "yaml.control-character", 3, 8);
    row("end of transmission", head + "name: a\x04\n", "yaml.control-character", 3, 8);
    row("key that is a list", head + "[a]: b\n", "yaml.key-not-scalar", 3, 1);
    row("too deep", head + "zones: " + QByteArray(80, '[') + QByteArray(80, ']') + "\n", "yaml.too-deep", 3, 71);
    row("far too deep", head + "zones: " + QByteArray(50000, '[') + QByteArray(50000, ']') + "\n", "yaml.too-deep", 3,
        71);
    row("too large", head + "name: " + QByteArray(1000000, 'x') + "\n", "yaml.too-large", 1, 1);
    row("empty file", "", "yaml.empty", 1, 1);
    row("comment only", "# nothing\n", "yaml.empty", 1, 1);
    row("not a mapping", "- a\n", "document.missing-format", 1, 1);
    row("format not first", "id: w\nformat: 1\n", "document.missing-format", 1, 1);
    row("format missing", "id: w\n", "document.missing-format", 1, 1);
    row("format as text", "format: \"1\"\nid: w\n", "document.bad-format", 1, 9);
    row("format zero", "format: 0\nid: w\n", "document.bad-format", 1, 9);
    row("newer format", "format: 2\nid: w\n", "document.newer-format", 1, 9);
    row("unknown key", head + "curency: EUR\n", "yaml.unknown-key", 3, 1);
    row("missing key", "format: 1\nname: x\n", "yaml.missing-key", 1, 1);
    row("wrong type", head + "zones: Europe/Berlin\n", "yaml.wrong-type", 3, 8);
    row("bad id", "format: 1\nid: My Workspace\n", "yaml.bad-id", 2, 5);
    row("duration without unit", head + "epoch: 15\n", "yaml.not-a-duration", 3, 8);
    row("column after wide characters", head + "zones: [\"Zürich\", yes]\n", "yaml.ambiguous-scalar", 3, 19);
    row("unclosed quote", head + "name: \"abc\n", "yaml.syntax", 3, 7);
    row("unclosed single quote", head + "name: 'it''s\n", "yaml.syntax", 3, 7);
}

void YamlTest::refusesHazards() {
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    QFETCH(int, column);
    std::vector<Error> errors;
    const Result<YamlNode> tree = parseDocumentTree(Kind::Workspace, text.toStdString(), "workspace.yaml");
    if (tree)
        (void)readTree(Kind::Workspace, *tree, "workspace.yaml", errors);
    else
        errors.push_back(tree.error());
    QVERIFY2(errors.size() == 1, support::all(errors).c_str());
    QCOMPARE(QString::fromStdString(errors[0].code), code);
    QCOMPARE(QString::fromStdString(errors[0].file), QString("workspace.yaml"));
    QCOMPARE(errors[0].line, line);
    QCOMPARE(errors[0].column, column);
}

void YamlTest::keepsPlaces() {
    const Result<YamlNode> tree = parseYaml("a:\n  - id: x\n    when: 'b'\n  - {id: y/z, when: c}\n", "f");
    QVERIFY(tree.ok());
    const YamlPlace byId = locate(*tree, "a/x/when");
    QCOMPARE(std::pair(byId.line, byId.column), std::pair(3, 11));
    const YamlPlace escaped = locate(*tree, "a/" + pathSegment("y/z") + "/when");
    QCOMPARE(std::pair(escaped.line, escaped.column), std::pair(4, 21));
    const YamlPlace byIndex = locate(*tree, "a/#1/?when");
    QCOMPARE(std::pair(byIndex.line, byIndex.column), std::pair(4, 15));
    const YamlPlace near = locate(*tree, "a/x/missing");
    QVERIFY(!near.exact);
    QCOMPARE(near.line, 2);
}

void YamlTest::textSurvives_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"plain",
                             "no",
                             "010",
                             "20:00",
                             "",
                             " ",
                             "a b",
                             " lead",
                             "trail ",
                             "a: b",
                             "a:",
                             "a #b",
                             "#a",
                             "- a",
                             "-",
                             "?",
                             "a\nb",
                             "a\nb\n",
                             "a\n\nb\n\n",
                             "\na",
                             "  a\nb",
                             "a \nb",
                             "tab\there",
                             "quote\"s",
                             "it's",
                             "back\\slash",
                             "{{customer.first_name}}",
                             "[x]",
                             "{x}",
                             "a, b",
                             "*a",
                             "&a",
                             "!a",
                             "|",
                             ">",
                             "%a",
                             "@a",
                             "`a`",
                             "<<",
                             "null",
                             "0.5",
                             "true",
                             "1e3",
                             "2026-03-02",
                             "\xC3\xA9t\xC3\xA9",
                             "\xC2\x85",
                             "\xE2\x80\xA8",
                             "\xEF\xBB\xBF",
                             "\x01",
                             "---",
                             "...",
                             "key: [",
                             "a\r\nb",
                             "'",
                             "\"",
                             "x'",
                             "a ? b",
                             "=",
                             "+49 30 1234",
                             "12:30:45"})
        QTest::newRow(text) << QByteArray(text);
}

void YamlTest::textSurvives() {
    QFETCH(QByteArray, text);
    const std::string original = text.toStdString();
    for (const bool flow : {false, true}) {
        YamlNode root = YamlNode::mapping();
        YamlNode list = YamlNode::sequence();
        list.flow = flow;
        list.items = {YamlNode::string(original), YamlNode::string("next")};
        YamlNode map = YamlNode::mapping();
        map.flow = flow;
        map.add("k", YamlNode::string(original));
        map.add(original.empty() ? "x" : original + "x", YamlNode::string("v"));
        list.items.push_back(map);
        root.add("list", list);
        root.add("text", YamlNode::string(original));
        const std::string written = yamlText(root);
        const Result<YamlNode> tree = parseYaml(written, "f");
        QVERIFY2(tree.ok(), (written + (tree.ok() ? "" : debugText(tree.error()))).c_str());
        QCOMPARE(tree->find("text")->text, original);
        QCOMPARE(tree->find("list")->items.at(0).text, original);
        QCOMPARE(tree->find("list")->items.at(2).find("k")->text, original);
        QCOMPARE(tree->find("list")->items.at(2).members.at(1).key.text, original.empty() ? "x" : original + "x");
        QVERIFY(tree->find("text")->quoted || !isAmbiguousScalar(original));
    }
}

void YamlTest::numbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("strict");
    QTest::addColumn<bool>("ambiguous");
    const auto row = [](const char* text, bool strict, bool ambiguous) {
        QTest::newRow(text) << text << strict << ambiguous;
    };
    row("0", true, true);
    row("-0.5", true, true);
    row("10", true, true);
    row("1e-7", true, true);
    row("1.", false, true);
    row("01", false, true);
    row("-01", false, true);
    row("1_0", false, true);
    row("0b1", false, true);
    row("0o7", false, true);
    row("1e", false, false);
    row("36h", false, false);
    row("2026-03-02", false, false);
    row("1.2.3", false, true);
    row("e5", false, false);
    row("-", false, false);
}

void YamlTest::numbers() {
    QFETCH(QString, text);
    QFETCH(bool, strict);
    QFETCH(bool, ambiguous);
    QCOMPARE(isStrictNumber(text.toStdString()), strict);
    QCOMPARE(isAmbiguousScalar(text.toStdString()), ambiguous);
}
