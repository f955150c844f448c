#include "headless/learning_command_tests.h"
#include "headless/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace headless;

namespace {

QJsonObject object(const Outcome& outcome) {
    return json(outcome.out).object();
}

int whole(const QJsonObject& json, const char* name) {
    return json.value(QLatin1String(name)).toInt();
}

} // namespace

void LearningCommandTests::initTestCase() {
    m_workspace = m_folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), m_workspace);
    EXPECT_CODE(run({"simulate", m_workspace, "--customers", "400", "--days", "12", "--seed", "3"}), 0);
}

/// Each moment at which an action was sent has exactly one action: with and unknown add up over the actions.
void LearningCommandTests::effectsAddUp() {
    const Outcome outcome = run({"effects", m_workspace, "--of", "action", "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject found = object(outcome);
    QVERIFY(whole(found, "known") > 0 && whole(found, "known") < whole(found, "moments"));
    int with = 0, unknown = 0;
    bool told = false;
    for (const QJsonValue& value : found.value(QLatin1String("effects")).toArray()) {
        const QJsonObject effect = value.toObject();
        QVERIFY(effect.value(QLatin1String("segment")).isNull());
        with += whole(effect, "n_with");
        unknown += whole(effect, "unknown");
        if (effect.value(QLatin1String("estimate")).isNull()) {
            QVERIFY(!effect.value(QLatin1String("why")).toString().isEmpty());
            continue;
        }
        told = true;
        QVERIFY(effect.value(QLatin1String("low")).toDouble() < effect.value(QLatin1String("estimate")).toDouble());
        QVERIFY(effect.value(QLatin1String("high")).toDouble() > effect.value(QLatin1String("estimate")).toDouble());
    }
    QVERIFY(told);
    QVERIFY(with <= whole(found, "known")); // less what was trimmed
    QCOMPARE(unknown, whole(found, "moments") - whole(found, "known"));
    QVERIFY(run({"effects", m_workspace, "--of", "action"}).out.contains("Effect (points)"));
}

void LearningCommandTests::theControlArmAlone() {
    const QJsonObject found = object(run({"effects", m_workspace, "--of", "action", "--control", "--json"}));
    QVERIFY(whole(found, "known") > 0);
    QCOMPARE(whole(found, "known"), whole(found, "control"));
}

void LearningCommandTests::segmentsHaveCells() {
    const QJsonObject found = object(run({"effects", m_workspace, "--of", "tone", "--by", "customer.tier", "--json"}));
    QCOMPARE(found.value(QLatin1String("by")).toString(), QStringLiteral("customer.tier"));
    int whole = 0, cells = 0;
    for (const QJsonValue& value : found.value(QLatin1String("effects")).toArray())
        ++(value.toObject().value(QLatin1String("segment")).isNull() ? whole : cells);
    QVERIFY(whole > 0 && cells >= 2 * whole && cells % whole == 0);
}

void LearningCommandTests::driftIsReported() {
    const Outcome outcome = run({"drift", m_workspace, "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonArray goals = object(outcome).value(QLatin1String("goals")).toArray();
    QVERIFY(!goals.isEmpty());
    const QJsonObject goal = goals.at(0).toObject();
    QVERIFY(whole(goal, "outcomes") > 0);
    int counted = 0;
    for (const QJsonValue& period : goal.value(QLatin1String("periods")).toArray())
        counted += whole(period.toObject(), "n");
    QCOMPARE(counted, whole(goal, "outcomes"));
    QVERIFY(goal.value(QLatin1String("evidence")).toDouble() <= 1);
    EXPECT_CODE(run({"drift", m_workspace}), 0);
}

void LearningCommandTests::misused_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no such kind") << QStringList{"effects", "--of", "ton"};
    QTest::newRow("no such segment") << QStringList{"effects", "--by", "customer.teir"};
    QTest::newRow("no such goal") << QStringList{"effects", "--goal", "purchse"};
    QTest::newRow("no such run") << QStringList{"drift", "--run", "s77"};
    QTest::newRow("no such option") << QStringList{"drift", "--rn", "s1"};
}

void LearningCommandTests::misused() {
    QFETCH(QStringList, words);
    words.insert(1, m_workspace);
    const Outcome outcome = run(words);
    EXPECT_CODE(outcome, 2);
    QVERIFY(!outcome.err.isEmpty() && outcome.out.isEmpty());
}
