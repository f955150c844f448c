#include "rules/sample_facts.h"
#include "rules/table_support.h"
#include "rules/table_tests.h"

#include "rules/parser.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

#include <map>

using namespace wayreeve;
using namespace tables;

namespace {

QString tckFolder() {
    return qEnvironmentVariable("WAYREEVE_TEST_DATA", QStringLiteral(WAYREEVE_SOURCE_DIR "/../shared/data")) +
           "/dmn-tck/compliance-level-2";
}

Type typeNamed(const QString& name, const std::string& cell) {
    if (name == "number")
        return Type::Number;
    if (name == "boolean")
        return Type::Boolean;
    if (name == "string" || cell.starts_with('"'))
        return Type::Text;
    return cell == "true" || cell == "false" ? Type::Boolean : Type::Number;
}

/// The texts of an enumeration: "High", "Low".
std::vector<std::string> textsOf(const QString& list) {
    std::vector<std::string> texts;
    const Result<NodePtr> tree = parse("[" + list.toStdString() + "]");
    if (!tree)
        return texts;
    for (const NodePtr& child : (*tree)->children)
        if (child->value.text())
            texts.push_back(*child->value.text());
    return texts;
}

HitPolicy policyOf(const QXmlStreamAttributes& attributes) {
    const std::map<QString, HitPolicy> names = {{"", HitPolicy::Unique},
                                                {"UNIQUE", HitPolicy::Unique},
                                                {"ANY", HitPolicy::Any},
                                                {"FIRST", HitPolicy::First},
                                                {"PRIORITY", HitPolicy::Priority},
                                                {"RULE ORDER", HitPolicy::Collect},
                                                {"OUTPUT ORDER", HitPolicy::OutputOrder},
                                                {"COLLECT", HitPolicy::Collect},
                                                {"SUM", HitPolicy::Sum},
                                                {"MIN", HitPolicy::Minimum},
                                                {"MAX", HitPolicy::Maximum},
                                                {"COUNT", HitPolicy::Count}};
    const QString aggregation = attributes.value("aggregation").toString();
    return names.at(aggregation.isEmpty() ? attributes.value("hitPolicy").toString() : aggregation);
}

/// The one decision table of a model; false where there is none.
bool readModel(const QString& path, TableDefinition& t) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QXmlStreamReader xml(&file);
    bool found = false;
    QString inside;
    std::vector<QString> outputTypes;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        const QXmlStreamAttributes attributes = xml.attributes();
        if (name == "decisionTable") {
            found = true;
            t.id = "t";
            t.hitPolicy = policyOf(attributes);
        } else if (found && name == "input") {
            t.inputs.emplace_back();
        } else if (found && name == "output") {
            t.outputs.emplace_back();
            t.outputs.back().name = attributes.value("name").toString().toStdString();
            if (t.outputs.back().name.empty())
                t.outputs.back().name = "result";
            outputTypes.push_back(attributes.value("typeRef").toString());
        } else if (found && name == "rule") {
            t.rows.emplace_back();
        } else if (name == "inputExpression") {
            t.inputs.back().type = typeNamed(attributes.value("typeRef").toString(), "");
        }
        if (name != "text")
            inside = name;
        else if (found) {
            const std::string text = xml.readElementText().toStdString();
            if (inside == "inputExpression")
                t.inputs.back().name = text;
            else if (inside == "inputValues" && t.inputs.back().type == Type::Text)
                t.inputs.back().values = textsOf(QString::fromStdString(text));
            else if (inside == "outputValues")
                t.outputs.back().values = textsOf(QString::fromStdString(text));
            else if (inside == "defaultOutputEntry")
                t.outputs.back().otherwise = text;
            else if (inside == "inputEntry")
                t.rows.back().when.push_back(text);
            else if (inside == "outputEntry")
                t.rows.back().then.push_back(text);
        }
    }
    for (std::size_t i = 0; found && i < t.outputs.size(); ++i)
        t.outputs[i].type = typeNamed(outputTypes[i], t.rows.at(0).then[i]);
    return found;
}

/// <value>, <list> of <item>, or <component>s, up to the end of the element at hand.
Value readValue(QXmlStreamReader& xml) {
    Value value;
    List list;
    Context context;
    bool isList = false;
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("value")) {
            const QString type = xml.attributes().value("xsi:type").toString();
            const bool none = xml.attributes().value("xsi:nil") == QStringLiteral("true");
            const std::string text = xml.readElementText().toStdString();
            if (!none)
                value = type == "xsd:boolean"  ? Value(text == "true")
                        : type == "xsd:string" ? Value(text)
                                               : Value(Decimal::parse(text).value());
        } else if (xml.name() == QStringLiteral("list")) {
            isList = true;
            while (xml.readNextStartElement())
                list.push_back(readValue(xml));
        } else if (xml.name() == QStringLiteral("component")) {
            const std::string name = xml.attributes().value("name").toString().toStdString();
            context.emplace_back(name, readValue(xml));
        } else {
            value = readValue(xml);
        }
    }
    return isList ? Value(list) : context.empty() ? value : Value(context);
}

struct Score {
    int passed = 0;
    int all = 0;
    int passedValues = 0; ///< of the cases that expect something else than null
    int values = 0;
};

void runCases(const QString& path, const DecisionTable& table, Score& score) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::map<std::string, Value> inputs;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("testCase"))
            inputs.clear();
        if (xml.name() == QStringLiteral("inputNode")) {
            const std::string name = xml.attributes().value("name").toString().toStdString();
            inputs[name] = readValue(xml);
        } else if (xml.name() == QStringLiteral("expected")) {
            const Value expected = readValue(xml);
            std::vector<Value> arguments;
            for (const TableInput& input : table.definition().inputs)
                arguments.push_back(inputs[input.name]);
            const DecisionTable::Answer found = table.evaluate(arguments);
            const bool right = found.value == expected && found.error.empty();
            if (!right)
                qWarning("%s: %s instead of %s", qPrintable(path), shown(found.value).c_str(), shown(expected).c_str());
            score.all += 1;
            score.passed += right;
            score.values += !expected.isNull();
            score.passedValues += right && !expected.isNull();
        }
    }
}

} // namespace

void TableTckTests::levelTwo() {
    const QDir folder(tckFolder());
    if (!folder.exists())
        QSKIP("no dmn-tck folder");
    Score score;
    int models = 0;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        TableDefinition definition;
        if (!readModel(folder.filePath(name + "/" + name + ".dmn"), definition))
            continue;
        ++models;
        const CompiledTable made = DecisionTable::compile(definition, {});
        QVERIFY2(made.table, (name.toStdString() + ": " + told(made.problems)).c_str());
        runCases(folder.filePath(name + "/" + name + "-test-01.xml"), *made.table, score);
    }
    qInfo("%d models, %d of %d cases, %d of %d that expect a value", models, score.passed, score.all,
          score.passedValues, score.values);
    QCOMPARE(models, 17);
    QCOMPARE(score.all, 51);
    QCOMPARE(score.passed, score.all);
}
