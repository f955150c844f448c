#include "headless/headless_tests.h"

#include "headless/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <filesystem>

using namespace headless;

void HeadlessTests::initTestCase() {
    QVERIFY2(QFile::exists(program), "wayreevectl is not built");
    m_workspace = m_folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), m_workspace);
    const Outcome made = run({"simulate", m_workspace, "--customers", "400", "--days", "8", "--seed", "3", "--json"});
    EXPECT_CODE(made, 0);
}

void HeadlessTests::help_data() {
    QTest::addColumn<QString>("command");
    for (const char* name : {"check", "stories", "simulate", "replay", "decisions", "explain", "queue", "stop",
                             "verify", "import", "export", "insights", "dispatch"})
        QTest::newRow(name) << name;
}

void HeadlessTests::help() {
    QFETCH(QString, command);
    const Outcome outcome = run({command, "--help"});
    EXPECT_CODE(outcome, 0);
    const QString text = QString::fromUtf8(outcome.out);
    QVERIFY(text.startsWith(QStringLiteral("wayreevectl %1 WS").arg(command)));
    const qsizetype examples = text.indexOf(QStringLiteral("Examples:"));
    QVERIFY(examples > 0);
    QVERIFY(text.indexOf(QStringLiteral("  wayreevectl %1 ").arg(command), examples) > 0);
    const Outcome overview = run({"--help"});
    EXPECT_CODE(overview, 0);
    QVERIFY(overview.out.contains("\n  " + command.toUtf8() + ' '));
}

void HeadlessTests::helpAsJson() {
    for (const QStringList& arguments : {QStringList{"--help", "--json"}, QStringList{"check", "--help", "--json"}}) {
        const Outcome outcome = run(arguments);
        EXPECT_CODE(outcome, 0);
        const QJsonObject object = json(outcome.out).object();
        QCOMPARE(object.keys(), QStringList{"help"});
        QVERIFY(object.value(QStringLiteral("help")).toString().startsWith(QStringLiteral("wayreevectl")));
        QVERIFY(object.value(QStringLiteral("help")).toString().contains(QStringLiteral("check")));
    }
}

void HeadlessTests::usage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QStringList() << "";
    QTest::newRow("unknown command") << QStringList{"simulat", "WS"} << "simulate";
    QTest::newRow("unknown option") << QStringList{"simulate", "WS", "--custmers", "5"} << "--customers";
    QTest::newRow("no workspace") << QStringList{"verify"} << "Usage";
    QTest::newRow("two workspaces") << QStringList{"verify", "A", "B"} << "Usage";
    QTest::newRow("value missing") << QStringList{"simulate", "WS", "--seed"} << "--seed";
    QTest::newRow("no number") << QStringList{"simulate", "WS", "--customers", "many"} << "many";
    QTest::newRow("too few") << QStringList{"simulate", "WS", "--customers", "0"} << "--customers";
    QTest::newRow("negative days") << QStringList{"simulate", "WS", "--days", "-1"} << "--days";
    QTest::newRow("reviewers") << QStringList{"simulate", "WS", "--reviewers", "some"} << "seeded";
    QTest::newRow("replay of nothing") << QStringList{"replay", "WS"} << "--run";
    QTest::newRow("replay of both") << QStringList{"replay", "WS", "--run", "s1", "--events", "x"} << "--run";
    QTest::newRow("unknown run") << QStringList{"replay", "WS", "--run", "s99"} << "s99";
    QTest::newRow("decision id") << QStringList{"explain", "WS", "x!"} << "x!";
    QTest::newRow("unknown decision") << QStringList{"explain", "WS", "s1-9999-1"} << "s1-9999-1";
    QTest::newRow("queue verb") << QStringList{"queue", "WS", "crown", "s1-1-1"} << "crown";
    QTest::newRow("nobody claims") << QStringList{"queue", "WS", "claim"} << "list";
    QTest::newRow("since") << QStringList{"decisions", "WS", "--since", "yesterday"} << "yesterday";
    QTest::newRow("export where") << QStringList{"export", "WS"} << "--records";
    QTest::newRow("import what") << QStringList{"import", "WS"} << "--events";
    QTest::newRow("stop whom") << QStringList{"stop", "WS", "--agent", "nobody"} << "nobody";
    QTest::newRow("stop both") << QStringList{"stop", "WS", "--agent", "a", "--action", "b"} << "both";
    QTest::newRow("population") << QStringList{"simulate", "WS", "--population", "shopers"} << "shoppers";
    QTest::newRow("unknown action") << QStringList{"decisions", "WS", "--action", "cart-remindr"} << "cart-reminder";
    QTest::newRow("stop an unknown action") << QStringList{"stop", "WS", "--action", "vouchr"} << "voucher";
    QTest::newRow("unknown run of decisions") << QStringList{"decisions", "WS", "--run", "s77"} << "s77";
    QTest::newRow("unknown person") << QStringList{"queue", "WS", "claim", "OPEN", "--as", "nobody"} << "people.yaml";
    QTest::newRow("stop as nobody known") << QStringList{"stop", "WS", "--as", "nobody"} << "people.yaml";
    QTest::newRow("lift as nobody known") << QStringList{"stop", "WS", "--lift", "--as", "nobody"} << "people.yaml";
    QTest::newRow("lift as a viewer") << QStringList{"stop", "WS", "--lift", "--as", "omar"} << "omar may not";
    QTest::newRow("no such item") << QStringList{"queue", "WS", "show", "s1-9999-1"} << "queue";
    QTest::newRow("no mapping") << QStringList{"replay", "WS", "--events", "x.csv"} << "mapping";
}

void HeadlessTests::usage() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    arguments.replaceInStrings(QRegularExpression(QStringLiteral("^WS$")), m_workspace);
    if (arguments.contains(QStringLiteral("OPEN"))) {
        const QJsonArray open = json(run({"queue", m_workspace, "list", "--run", "s1", "--json"}).out).array();
        arguments.replaceInStrings(QStringLiteral("OPEN"),
                                   open.first().toObject().value(QStringLiteral("id")).toString());
    }
    const Outcome outcome = run(arguments);
    EXPECT_CODE(outcome, 2);
    QVERIFY2(outcome.err.contains(said.toUtf8()), outcome.err.constData());
    if (arguments.isEmpty())
        return;
    QVERIFY2(outcome.out.isEmpty(), outcome.out.constData());
    const Outcome asJson = run(arguments + QStringList{"--json"});
    EXPECT_CODE(asJson, 2);
    QVERIFY2(json(asJson.out).object().value(QStringLiteral("error")).isObject(), asJson.out.constData());
}

void HeadlessTests::missingFolder_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("check") << QStringList{"check", "WS"};
    QTest::newRow("stories") << QStringList{"stories", "WS"};
    QTest::newRow("simulate") << QStringList{"simulate", "WS"};
    QTest::newRow("replay") << QStringList{"replay", "WS", "--events", "x.csv"};
    QTest::newRow("stop") << QStringList{"stop", "WS"};
    QTest::newRow("verify") << QStringList{"verify", "WS"};
    QTest::newRow("import") << QStringList{"import", "WS", "--events", "x.jsonl"};
    QTest::newRow("dispatch") << QStringList{"dispatch", "WS"};
    QTest::newRow("decisions") << QStringList{"decisions", "WS"};
    QTest::newRow("explain") << QStringList{"explain", "WS", "s1-1-1"};
    QTest::newRow("insights") << QStringList{"insights", "WS"};
    QTest::newRow("queue") << QStringList{"queue", "WS", "list"};
    QTest::newRow("export") << QStringList{"export", "WS", "--records", "x.jsonl"};
    QTest::newRow("replay of a run") << QStringList{"replay", "WS", "--run", "s1"};
}

void HeadlessTests::missingFolder() {
    QFETCH(QStringList, arguments);
    const QString missing = m_folder.filePath(QStringLiteral("not-there"));
    arguments[1] = missing;
    arguments << QStringLiteral("--json");
    const Outcome outcome = run(arguments);
    EXPECT_CODE(outcome, 3);
    const QJsonObject error = json(outcome.out).object().value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("code")), QJsonValue(QStringLiteral("workspace.missing")));
    QVERIFY2(outcome.err.contains("not-there"), outcome.err.constData());
    QVERIFY(!QFile::exists(missing));
}

void HeadlessTests::brokenYaml() {
    const QString folder = m_folder.filePath(QStringLiteral("broken"));
    copyWorkspace(QStringLiteral("demo"), folder);
    QFile file(folder + QStringLiteral("/policies.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("format: 1\npolicies:\n  - id: consent\n    naem: x\n    type: consent\n");
    file.close();
    for (const char* command : {"check", "simulate", "stories"}) {
        const Outcome outcome = run({command, folder, "--json"});
        EXPECT_CODE(outcome, 1);
        const QByteArray all = outcome.out + outcome.err;
        QVERIFY2(outcome.err.contains("policies.yaml:4:5") ||
                     (all.contains("policies.yaml") && all.contains("\"line\": 4") && all.contains("\"column\": 5")),
                 all.constData());
        QVERIFY2(all.contains("naem") && all.contains("name"), all.constData());
    }
    QVERIFY(!QFile::exists(folder + QStringLiteral("/.wayreeve/store.db")));
}

void HeadlessTests::verifyWithoutRun() {
    const QString folder = m_folder.filePath(QStringLiteral("fresh"));
    copyWorkspace(QStringLiteral("demo"), folder);
    const Outcome outcome = run({"verify", folder, "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject object = json(outcome.out).object();
    QCOMPARE(object.value(QStringLiteral("ok")), QJsonValue(true));
    QCOMPARE(object.value(QStringLiteral("records")), QJsonValue(0));
    QCOMPARE(object.value(QStringLiteral("decisions")), QJsonValue(0));
    QVERIFY(object.contains(QStringLiteral("head")));
    QVERIFY(!QDir(folder + QStringLiteral("/.wayreeve")).exists());
}

/// The records stand for themselves: what became of the documents says nothing about them.
void HeadlessTests::verifyWithoutDocuments() {
    const QString folder = m_folder.filePath(QStringLiteral("records-alone"));
    std::filesystem::copy(m_workspace.toStdString(), folder.toStdString(), std::filesystem::copy_options::recursive);
    QVERIFY(QFile::remove(folder + QStringLiteral("/workspace.yaml")));
    const Outcome outcome = run({"verify", folder, "--json"});
    EXPECT_CODE(outcome, 0);
    QVERIFY(json(outcome.out).object().value(QStringLiteral("records")).toInt() > 1000);
    QVERIFY(writeFile(folder + QStringLiteral("/.wayreeve/store.db"), {}));
    QFile::remove(folder + QStringLiteral("/.wayreeve/store.db-wal"));
    const Outcome emptied = run({"verify", folder, "--json"});
    EXPECT_CODE(emptied, 1);
    const QJsonObject report = json(emptied.out).object();
    QCOMPARE(report.value(QStringLiteral("ok")), QJsonValue(false));
    QCOMPARE(report.value(QStringLiteral("damage")).toArray().first().toObject().value(QStringLiteral("kind")),
             QJsonValue(QStringLiteral("store-missing")));
    QVERIFY(QString::fromUtf8(run({"verify", folder}).out)
                .contains(QStringLiteral("DAMAGED: store-missing: .wayreeve/store.db is not there or is empty")));
}

void HeadlessTests::exportSparesTheWorkspace_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("link"); // made to lead to the file
    QTest::newRow("the store") << ".wayreeve/store.db"
                               << "";
    QTest::newRow("the key, roundabout") << "journeys/../.wayreeve/keys/signing.key"
                                         << "";
    QTest::newRow("a new file among the data") << ".wayreeve/records.jsonl"
                                               << "";
    QTest::newRow("a document") << "policies.yaml"
                                << "";
    QTest::newRow("what would be a document") << "journeys/records.yaml"
                                              << "";
    QTest::newRow("a link to the store") << ".wayreeve/store.db"
                                         << "store-link";
    QTest::newRow("a link to a document") << "policies.yaml"
                                          << "policies-link";
    QTest::newRow("a link to nothing yet") << ".wayreeve/new.jsonl"
                                           << "new-link";
}

void HeadlessTests::exportSparesTheWorkspace() {
    QFETCH(QString, file);
    QFETCH(QString, link);
    const auto bytes = [](const QString& name) {
        QFile content(name);
        return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray("none");
    };
    const QString target = m_workspace + QLatin1Char('/') + file;
    const QString name = link.isEmpty() ? target : m_folder.filePath(link);
    if (!link.isEmpty())
        QVERIFY(QFile::link(target, name));
    const QByteArray before = bytes(target);
    const Outcome refused = run({"export", m_workspace, "--records", name, "--json"});
    EXPECT_CODE(refused, 2);
    QCOMPARE(json(refused.out).object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")),
             QJsonValue(QStringLiteral("export.into-workspace")));
    QVERIFY(QString::fromUtf8(refused.err).startsWith(QStringLiteral("“%1” belongs to the workspace").arg(name)));
    QVERIFY(bytes(target) == before);
    EXPECT_CODE(run({"verify", m_workspace}), 0);
}

void HeadlessTests::exportKeepsWhatWasThere() {
    const QString folder = m_folder.filePath(QStringLiteral("exports"));
    QVERIFY(QDir().mkpath(folder));
    const QString file = folder + QStringLiteral("/records.jsonl"), link = m_folder.filePath(QStringLiteral("a-link"));
    QVERIFY(writeFile(file, "what was there\n"));
    QVERIFY(QFile::link(file, link));
    EXPECT_CODE(run({"export", m_workspace, "--records", file, "--run", "s77"}), 2);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    const Outcome readOnly = run({"export", m_workspace, "--records", file});
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    EXPECT_CODE(readOnly, 3);
    QFile content(file);
    QVERIFY(content.open(QIODevice::ReadOnly));
    QCOMPARE(content.readAll(), QByteArray("what was there\n"));
    content.close();
    EXPECT_CODE(run({"export", m_workspace, "--records", link, "--run", "s1"}), 0);
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(QFileInfo(file).size() > 100'000);
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{"records.jsonl"}); // no draft is left
    const Outcome full = run({"export", m_workspace, "--records", "/dev/full"});
    EXPECT_CODE(full, 3);
    QVERIFY2(QString::fromUtf8(full.err).contains(QStringLiteral("“/dev/full”")), full.err.constData());
}

void HeadlessTests::stories() {
    for (const bool mutate : {false, true}) {
        QStringList arguments{"stories", resources + QStringLiteral("templates/service-triage"), "--json"};
        if (mutate)
            arguments << QStringLiteral("--mutate");
        const Outcome outcome = run(arguments);
        EXPECT_CODE(outcome, 0);
        const QJsonArray list = json(outcome.out).array();
        QVERIFY(list.size() >= 5);
        for (const QJsonValue& item : list) {
            const QJsonObject story = item.toObject();
            QCOMPARE(story.keys(), (QStringList{"guards", "message", "name", "passed"}));
            QCOMPARE(story.value(QStringLiteral("passed")), QJsonValue(true));
            QVERIFY(story.value(QStringLiteral("guards")).toString().contains(QLatin1Char('/')));
            QVERIFY(!story.value(QStringLiteral("name")).toString().isEmpty());
        }
    }
}

void HeadlessTests::simulateJson() {
    const QString folder = m_folder.filePath(QStringLiteral("simulated"));
    copyWorkspace(QStringLiteral("demo"), folder);
    const Outcome outcome = run({"simulate", folder, "--customers", "100", "--days", "3", "--seed", "5", "--threads",
                                 "2", "--reviewers", "none", "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject object = json(outcome.out).object();
    const double decisions = object.value(QStringLiteral("decisions")).toDouble(-1);
    QVERIFY(decisions > 0 && decisions == std::floor(decisions));
    QVERIFY(object.value(QStringLiteral("rulings")).isObject());
    double rulings = 0;
    for (const QJsonValue& count : object.value(QStringLiteral("rulings")).toObject())
        rulings += count.toDouble();
    QCOMPARE(rulings, decisions);
    QVERIFY(object.value(QStringLiteral("approvals")).isObject());
    QCOMPARE(object.value(QStringLiteral("records_hash")).toString().size(), 64);
    QVERIFY(object.value(QStringLiteral("wall_s")).toDouble(-1) > 0);
    QVERIFY(object.value(QStringLiteral("cpu_s")).toDouble(-1) > 0);
    const Outcome again = run({"simulate", folder, "--customers", "100", "--days", "3", "--seed", "5", "--reviewers",
                               "none", "--resume", "--json"});
    EXPECT_CODE(again, 0); // a finished run: its result, not a second one
    QCOMPARE(json(again.out).object().value(QStringLiteral("records_hash")),
             object.value(QStringLiteral("records_hash")));
    QCOMPARE(json(again.out).object().value(QStringLiteral("run")), QJsonValue(QStringLiteral("s1")));
    QCOMPARE(json(again.out).object().value(QStringLiteral("rulings")), object.value(QStringLiteral("rulings")));
}

void HeadlessTests::everyCommandPrintsOneValue_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("check") << QStringList{"check", "WS"};
    QTest::newRow("stories") << QStringList{"stories", "WS"};
    QTest::newRow("replay") << QStringList{"replay", "WS", "--run", "s1"};
    QTest::newRow("decisions") << QStringList{"decisions", "WS", "--run", "s1"};
    QTest::newRow("queue") << QStringList{"queue", "WS", "list", "--run", "s1"};
    QTest::newRow("insights") << QStringList{"insights", "WS", "--run", "s1"};
    QTest::newRow("stop") << QStringList{"stop", "WS", "--lift"};
    QTest::newRow("verify") << QStringList{"verify", "WS"};
    QTest::newRow("export") << QStringList{"export", "WS", "--run", "s1", "--records", "/dev/null"};
}

void HeadlessTests::everyCommandPrintsOneValue() {
    QFETCH(QStringList, arguments);
    arguments[1] = m_workspace;
    const Outcome words = run(arguments);
    EXPECT_CODE(words, 0);
    QVERIFY(!words.out.isEmpty());
    const Outcome outcome = run(arguments + QStringList{"--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonDocument value = json(outcome.out);
    QVERIFY2(!value.isNull(), outcome.out.left(200).constData());
    QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
}

/// The shipped margin floor raised out of reach: what it removes is told, and a draft that reads customers otherwise is
/// refused.
void HeadlessTests::backtests() {
    const QString draft = m_folder.filePath(QStringLiteral("draft"));
    copyWorkspace(QStringLiteral("demo"), draft);
    const QStringList arguments{"backtest", m_workspace, "--run", "s1", "--with", draft, "--threads", "2"};
    const Outcome same = run(arguments + QStringList{"--json"});
    EXPECT_CODE(same, 0);
    const QJsonObject nothing = json(same.out).object();
    QVERIFY(nothing.value(QStringLiteral("choices")).toInt() > 500);
    QVERIFY(nothing.value(QStringLiteral("changed")).toArray().isEmpty());
    for (const char* key : {"other_action", "other_way", "other_ruling"})
        QCOMPARE(nothing.value(QLatin1String(key)).toInt(-1), 0);

    QFile policies(draft + QStringLiteral("/policies.yaml"));
    QVERIFY(policies.open(QIODevice::Append));
    QVERIFY(policies.write("  - id: no-mail\n    type: rule\n    scope: {channels: [email]}\n    when: \"true\"\n") >
            0);
    policies.close();
    const Outcome stricter = run(arguments + QStringList{"--examples", "5", "--json"});
    EXPECT_CODE(stricter, 0);
    const QJsonObject report = json(stricter.out).object();
    QCOMPARE(report.value(QStringLiteral("changed")).toArray(), QJsonArray{QStringLiteral("policies")});
    QCOMPARE(report.value(QStringLiteral("choices")), nothing.value(QStringLiteral("choices")));
    const int removed =
        report.value(QStringLiteral("removed_by")).toObject().value(QStringLiteral("policies/no-mail")).toInt();
    QVERIFY(removed > 50);
    QVERIFY(report.value(QStringLiteral("other_action")).toInt() >= removed / 2);
    QCOMPARE(report.value(QStringLiteral("examples")).toArray().size(), 5);
    const QJsonObject sent = report.value(QStringLiteral("sent")).toObject();
    QVERIFY(sent.value(QStringLiteral("after")).toInt() < sent.value(QStringLiteral("before")).toInt());
    const Outcome words = run(arguments);
    EXPECT_CODE(words, 0);
    QVERIFY(words.out.contains("policies/no-mail"));

    QFile signals_(draft + QStringLiteral("/signals.yaml"));
    QVERIFY(signals_.open(QIODevice::ReadOnly));
    QByteArray text = signals_.readAll();
    signals_.close();
    const qsizetype at = text.indexOf("half-life: ");
    QVERIFY(at > 0);
    text.insert(at + 11, '1');
    QVERIFY(writeFile(draft + QStringLiteral("/signals.yaml"), text));
    const Outcome other = run(arguments);
    EXPECT_CODE(other, 2);
    QVERIFY2(other.err.contains("signals"), other.err.constData());
    EXPECT_CODE(run({"backtest", m_workspace}), 2);
    EXPECT_CODE(run({"backtest", m_workspace, "--with", "/no/such/draft"}), 3);
}

/// Whoever holds another scorer against the pairs finds in the file all that ours was judged by.
void HeadlessTests::pairsForAnotherScorer() {
    const QString file = m_folder.filePath(QStringLiteral("pairs.csv"));
    const Outcome outcome = run({"stitching", "--pairs", "600", "--seed", "3", "--export", file, "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject answer = json(outcome.out).object();
    QCOMPARE(answer.value(QStringLiteral("file")).toString(), file);
    QFile csv(file);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> head = csv.readLine().trimmed().split(',');
    QCOMPARE(head.mid(0, 5), (QList<QByteArray>{"pair", "customer", "same", "kind", "probability"}));
    QVERIFY(head.contains("device-same"));
    int pairs = 0, same = 0, taken = 0, right = 0;
    while (!csv.atEnd()) {
        const QList<QByteArray> words = csv.readLine().trimmed().split(',');
        QCOMPARE(words.size(), head.size());
        QCOMPARE(words[0].toInt(), ++pairs);
        const bool isSame = words[2] == "1", isTaken = words[4].toDouble() >= 0.9;
        QCOMPARE(words[3] == "match", isSame);
        same += isSame;
        taken += isTaken;
        right += isTaken && isSame;
    }
    QCOMPARE(pairs, 600);
    QVERIFY(std::abs(answer.value(QStringLiteral("precision")).toDouble() - double(right) / taken) < 1e-9);
    QVERIFY(std::abs(answer.value(QStringLiteral("recall")).toDouble() - double(right) / same) < 1e-9);
    const Outcome nowhere = run({"stitching", "--pairs", "100", "--export", m_folder.filePath("no/folder.csv")});
    QVERIFY(nowhere.code != 0);
    // The same seed, the same pairs.
    const QString again = m_folder.filePath(QStringLiteral("again.csv"));
    EXPECT_CODE(run({"stitching", "--pairs", "600", "--seed", "3", "--export", again}), 0);
    QFile second(again);
    QVERIFY(second.open(QIODevice::ReadOnly) && csv.seek(0) && second.readAll() == csv.readAll());
}

void HeadlessTests::decisionsList() {
    const auto list = [&](const QStringList& more) {
        const Outcome outcome = run(QStringList{"decisions", m_workspace, "--run", "s1", "--json"} + more);
        return outcome.code == 0 ? json(outcome.out).array() : QJsonArray();
    };
    const QJsonArray all = list({"--limit", "100000"});
    QVERIFY(all.size() > 500);
    const QRegularExpression id(QStringLiteral("^[A-Za-z0-9-]+$"));
    QString last = QStringLiteral("9");
    for (const QJsonValue& item : all) {
        const QJsonObject decision = item.toObject();
        QVERIFY(id.match(decision.value(QStringLiteral("id")).toString()).hasMatch());
        for (const QJsonValue& field : decision)
            QVERIFY(!field.isObject() && !field.isArray());
        const QString time = decision.value(QStringLiteral("time")).toString();
        QVERIFY2(time <= last, qPrintable(time));
        last = time;
    }
    QCOMPARE(list({}).size(), 100);
    QCOMPARE(list({"--limit", "7"}).size(), 7);
    QCOMPARE(list({"--limit", "7"}).first(), all.first());
    const QJsonArray reminders = list({"--action", "cart-reminder", "--limit", "100000"});
    QVERIFY(!reminders.isEmpty());
    qsizetype expected = 0;
    for (const QJsonValue& item : all)
        expected += item.toObject().value(QStringLiteral("action")) == QJsonValue(QStringLiteral("cart-reminder"));
    QCOMPARE(reminders.size(), expected);
    const QJsonArray waits = list({"--action", "wait", "--limit", "100000"});
    qsizetype waited = 0;
    for (const QJsonValue& item : all)
        waited += item.toObject().value(QStringLiteral("action")) == QJsonValue(QStringLiteral("wait"));
    QCOMPARE(waits.size(), waited);
    const QJsonValue customer = all.first().toObject().value(QStringLiteral("customer"));
    for (const QJsonValue& item : list({"--customer", QString::number(customer.toInt())}))
        QCOMPARE(item.toObject().value(QStringLiteral("customer")), customer);
    const QString since = all.at(20).toObject().value(QStringLiteral("time")).toString();
    const QJsonArray late = list({"--since", since, "--limit", "100000"});
    QVERIFY(late.size() >= 21);
    for (const QJsonValue& item : late)
        QVERIFY(item.toObject().value(QStringLiteral("time")).toString() >= since);
}

void HeadlessTests::explainsEveryListed() {
    const Outcome list = run({"decisions", m_workspace, "--run", "s1", "--limit", "5", "--json"});
    for (const QJsonValue& item : json(list.out).array()) {
        const QString id = item.toObject().value(QStringLiteral("id")).toString();
        const Outcome outcome = run({"explain", m_workspace, id, "--json"});
        EXPECT_CODE(outcome, 0);
        QVERIFY(json(outcome.out).isObject());
        QVERIFY(outcome.out.contains(id.toUtf8()));
        const Outcome words = run({"explain", m_workspace, id});
        EXPECT_CODE(words, 0);
        for (const char* part : {"Evidence:", "Candidates:", "Chosen:", "Ruling:", "hash verified"})
            QVERIFY2(words.out.contains(part), words.out.constData());
    }
}

void HeadlessTests::queueByHand() {
    const auto queue = [&](const QStringList& more) {
        return run(QStringList{"queue", m_workspace} + more + QStringList{"--json"});
    };
    const QJsonArray open = json(queue({"list", "--run", "s1"}).out).array();
    QVERIFY(!open.isEmpty());
    QString id;
    for (const QJsonValue& item : open)
        if (item.toObject().value(QStringLiteral("approval")) == QJsonValue(QStringLiteral("one-person")))
            id = item.toObject().value(QStringLiteral("id")).toString();
    QVERIFY(!id.isEmpty());
    QVERIFY(json(queue({"show", id}).out).object().contains(QStringLiteral("body")));
    EXPECT_CODE(queue({"claim", id}), 2);                  // nobody said who
    EXPECT_CODE(queue({"claim", id, "--as", "omar"}), 1);  // a viewer
    EXPECT_CODE(queue({"approve", id, "--as", "mei"}), 1); // without a claim
    const Outcome claimed = queue({"claim", id, "--as", "mei"});
    EXPECT_CODE(claimed, 0);
    QCOMPARE(json(claimed.out).object().value(QStringLiteral("state")), QJsonValue(QStringLiteral("claimed")));
    EXPECT_CODE(queue({"claim", id, "--as", "lucia"}), 1); // mei holds it
    EXPECT_CODE(queue({"reject", id, "--as", "mei"}), 1);  // without a reason
    const Outcome rejected = queue({"reject", id, "--as", "mei", "--reason", "too soon"});
    EXPECT_CODE(rejected, 0);
    QCOMPARE(json(rejected.out).object().value(QStringLiteral("state")), QJsonValue(QStringLiteral("rejected")));
    EXPECT_CODE(queue({"claim", id, "--as", "mei"}), 1); // no longer there
    for (const QJsonValue& item : json(queue({"list", "--run", "s1"}).out).array())
        QVERIFY(item.toObject().value(QStringLiteral("id")).toString() != id);
    EXPECT_CODE(run({"verify", m_workspace}), 0);
}

void HeadlessTests::stops() {
    const auto stop = [&](const QStringList& more) {
        return json(run(QStringList{"stop", m_workspace, "--json"} + more).out)
            .object()
            .value(QStringLiteral("stopped"))
            .toArray();
    };
    QCOMPARE(stop({"--action", "offer-discount"}), (QJsonArray{"action/offer-discount"}));
    QCOMPARE(stop({"--as", "omar"}), (QJsonArray{"everything", "action/offer-discount"})); // a viewer may stop
    EXPECT_CODE(run({"stop", m_workspace, "--lift", "--as", "omar"}), 2);
    QCOMPARE(stop({}), (QJsonArray{"everything", "action/offer-discount"}));
    QCOMPARE(stop({"--lift"}), (QJsonArray{"action/offer-discount"}));
    QCOMPARE(stop({"--action", "offer-discount", "--lift"}), QJsonArray());
}

void HeadlessTests::importsEvents() {
    const QString folder = m_folder.filePath(QStringLiteral("imported"));
    copyWorkspace(QStringLiteral("demo"), folder);
    const QString events = m_folder.filePath(QStringLiteral("events.jsonl"));
    QFile file(events);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray cart = R"({"type":"track","event":"Cart Abandoned","messageId":"m1","userId":"u1",)"
                            R"("timestamp":"2026-03-03T09:00:00Z","properties":{"value":80,"margin":0.4,"stock":3}})";
    file.write(
        R"({"type":"identify","messageId":"m0","userId":"u1","timestamp":"2026-03-03T08:00:00Z",)"
        R"("traits":{"first_name":"Ana","email":"ana@example.com"}})"
        "\n" +
        cart + "\n" + cart + "\n" + "{not json\n" +
        R"({"type":"track","event":"Page Viewed","messageId":"m9","userId":"u1","timestamp":"2126-03-03T09:00:00Z"})" +
        "\n");
    file.close();
    const Outcome outcome = run({"import", folder, "--events", events, "--json"});
    EXPECT_CODE(outcome, 1); // two lines were refused, the others count
    const QJsonObject object = json(outcome.out).object();
    QCOMPARE(object.value(QStringLiteral("lines")), QJsonValue(5));
    QCOMPARE(object.value(QStringLiteral("refused")), QJsonValue(2));
    const QJsonObject fates = object.value(QStringLiteral("events")).toObject();
    QCOMPARE(fates.value(QStringLiteral("duplicate")), QJsonValue(1));
    QVERIFY2(outcome.err.contains("line 4") && outcome.err.contains("line 5"), outcome.err.constData());
    EXPECT_CODE(run({"verify", folder}), 0);
    EXPECT_CODE(run({"import", folder, "--events", m_folder.filePath(QStringLiteral("none.jsonl"))}), 3);
}

void HeadlessTests::exportsCanonicalLines() {
    const QString records = m_folder.filePath(QStringLiteral("records.jsonl"));
    const Outcome outcome = run({"export", m_workspace, "--run", "s1", "--records", records, "--json"});
    EXPECT_CODE(outcome, 0);
    QFile file(records);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int lines = 0;
    while (!file.atEnd()) {
        QJsonParseError error{};
        QVERIFY(QJsonDocument::fromJson(file.readLine(), &error).isObject());
        ++lines;
    }
    QCOMPARE(json(outcome.out).object().value(QStringLiteral("records")), QJsonValue(lines));
    EXPECT_CODE(run({"export", m_workspace, "--records", "/no/such/folder/x"}), 3);
}

void HeadlessTests::linksNoWindow() {
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {program});
    if (!ldd.waitForStarted())
        QSKIP("there is no ldd here");
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("Qt6Core"));
    for (const char* library : {"Qt6Gui", "Qt6Widgets", "Qt6Charts", "Qt6Svg"})
        QVERIFY2(!libraries.contains(library), library);
}

namespace {

const QString withoutFeatures = QStringLiteral("glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4");

} // namespace

void HeadlessTests::processorFeaturesDoNotShow_data() {
    QTest::addColumn<QString>("workspace");
    QTest::newRow("demo") << "demo";
#ifndef __SANITIZE_ADDRESS__ // what a program computes is the same with it, only slower
    for (const char* name :
         {"templates/saas-renewal", "templates/bank-churn", "templates/travel-disruption", "templates/service-triage"})
        QTest::newRow(name) << name;
#endif
}

/// The C library's exp, log, pow and sin differ in their last bits with and without fused multiplication; nothing that
/// reaches a record may.
void HeadlessTests::processorFeaturesDoNotShow() {
    QFETCH(QString, workspace);
    const auto figures = [&](const QString& tunables) {
        return run({"--libm-figures"}, {}, QStringLiteral("C.UTF-8"), QCoreApplication::applicationFilePath(), tunables)
            .out;
    };
    if (figures({}) == figures(withoutFeatures))
        QSKIP("this processor has no features that the C library could do without, or the library none to switch off");
    QList<QJsonValue> hashes;
    for (const QString& tunables : {QString(), withoutFeatures}) {
        const QString folder = m_folder.filePath(QStringLiteral("features-%1-%2").arg(hashes.size()).arg(workspace));
        std::filesystem::create_directories(std::filesystem::path(folder.toStdString()).parent_path());
        copyWorkspace(workspace, folder);
        const Outcome outcome = run({"simulate", folder, "--customers", "200", "--days", "8", "--seed", "9",
                                     "--threads", "2", "--reviewers", "seeded", "--json"},
                                    {}, QStringLiteral("C.UTF-8"), program, tunables);
        EXPECT_CODE(outcome, 0);
        hashes << json(outcome.out).object().value(QStringLiteral("records_hash"));
        QVERIFY(json(outcome.out).object().value(QStringLiteral("decisions")).toInt() > 100);
    }
    QCOMPARE(hashes[0], hashes[1]);
}

/// 64,000 real customers in one order. The whole figure: `wayreevectl replay WS --events hillstrom.csv --orders 5`.
void HeadlessTests::hillstrom() {
    const QString data =
        qEnvironmentVariable("WAYREEVE_TEST_DATA", QStringLiteral(WAYREEVE_SOURCE_DIR "/../shared/data"));
    const QString events = data + QStringLiteral("/hillstrom.csv");
    if (!QFile::exists(events))
        QSKIP("hillstrom.csv is not there: set WAYREEVE_TEST_DATA to the folder that holds it");
    const QString folder = m_folder.filePath(QStringLiteral("hillstrom"));
    copyWorkspace(QStringLiteral("hillstrom"), folder);
    const Outcome outcome =
        run({"replay", folder, "--events", events, "--mapping", folder + QStringLiteral("/mapping.yaml"), "--orders",
             "1", "--threads", "2", "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject report = json(outcome.out).object();
    const QJsonObject lift = report.value(QStringLiteral("lift")).toObject();
    const QJsonObject visit = lift.value(QStringLiteral("visit")).toObject();
    QVERIFY(std::abs(visit.value(QStringLiteral("diff")).toDouble() - 0.060882) <= 2e-6);
    for (const char* outcomeName : {"visit", "conversion", "spend"}) {
        const QJsonObject one = lift.value(QLatin1String(outcomeName)).toObject();
        QVERIFY(one.value(QStringLiteral("low")).toDouble() < one.value(QStringLiteral("diff")).toDouble());
        QVERIFY(one.value(QStringLiteral("high")).toDouble() > one.value(QStringLiteral("diff")).toDouble());
        QVERIFY(one.contains(QStringLiteral("relative")));
    }
    const QJsonObject policy = report.value(QStringLiteral("policy")).toObject();
    const double mean = policy.value(QStringLiteral("visit_rate")).toObject().value(QStringLiteral("mean")).toDouble();
    qInfo("visit rate of one order %.4f in %.1f s", mean, report.value(QStringLiteral("wall_s")).toDouble());
    QVERIFY(mean >= 0.178); // measured .181; five orders in docs/performance.md
    QVERIFY(mean <= 0.19);  // always-mens is the ceiling: more would be looking at the answers
    QCOMPARE(report.value(QStringLiteral("decisions")), QJsonValue(64000));
    const double matched = report.value(QStringLiteral("matched")).toDouble();
    QVERIFY(matched > 20000 && matched < 23000); // a third of the rows, whatever is chosen
    for (const char* shares : {"share", "share_second_half"}) {
        double sum = 0;
        for (const QJsonValue& share : policy.value(QLatin1String(shares)).toObject())
            sum += share.toDouble();
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }
    const QJsonObject later = policy.value(QStringLiteral("share_second_half")).toObject();
    QVERIFY(later.value(QStringLiteral("mens-email")).toDouble() >= 0.85); // measured .99
    const Outcome verified = run({"verify", folder, "--json"});
    EXPECT_CODE(verified, 0);
    QVERIFY(json(verified.out).object().value(QStringLiteral("records")).toDouble() >= 64000);
    const Outcome list = run({"decisions", folder, "--limit", "1", "--json"});
    EXPECT_CODE(list, 0);
    EXPECT_CODE(run({"explain", folder,
                     json(list.out).array().first().toObject().value(QStringLiteral("id")).toString(), "--json"}),
                0);
}
