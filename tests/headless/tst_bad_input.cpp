#include "headless/bad_input_tests.h"
#include "instrumented.h"

#include "headless/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace headless;

namespace {

QString text(const QByteArray& bytes) {
    return QString::fromUtf8(bytes);
}

QByteArray read(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Four bytes of SQLite's file header are the user version, big endian.
void setUserVersion(const QString& database, char version) {
    QFile file(database);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60));
    QCOMPARE(file.write(QByteArray("\0\0\0", 3) + version), 4);
}

} // namespace

void BadInputTests::initTestCase() {
    m_workspace = m_folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), m_workspace);
    EXPECT_CODE(run({"simulate", m_workspace, "--customers", "40", "--days", "3", "--seed", "3"}), 0);
}

void BadInputTests::documents_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("line");
    auto policies = [rows = 0](const char* name, const QByteArray& body, const char* line) mutable {
#ifdef __SANITIZE_ADDRESS__
        // One in three: four starts of the program each, and the reader's own tests have every row.
        if (rows++ % 3 != 0)
            return;
#else
        ++rows;
#endif
        QTest::newRow(name) << "policies.yaml" << body << line;
    };
    policies("a tab", "format: 1\npolicies:\n\t- id: x\n",
             "policies.yaml:3:1: A tab indents this line. YAML is indented by spaces: put two spaces for each level.");
    policies("an anchor", "format: 1\npolicies: &all []\n", "policies.yaml:2:11: Anchors (&name) are not allowed.");
    policies("an alias", "format: 1\npolicies: *all\n", "policies.yaml:2:11: Aliases (*name) are not allowed.");
    policies("a key twice", "format: 1\npolicies:\n  - id: x\n    type: consent\n    type: cap\n",
             "policies.yaml:5:5: “type” is written twice, first on line 4. Keep one of them.");
    policies("a number for a list", "format: 1\npolicies: 5\n",
             "policies.yaml:2:11: Expected: a list. Found: a number.");
    policies("a list for an id", "format: 1\npolicies:\n  - id: [x]\n    type: consent\n",
             "policies.yaml:3:9: Expected: text. Found: a list.");
    policies("a word nobody knows", "format: 1\npolicies:\n  - id: x\n    type: cap\n    strength: hrad\n",
             "policies.yaml:5:15: “hrad” is not possible here. Nearest known: “hard”. Choose one of: hard, soft, "
             "learned.");
    policies("a key nobody knows", "format: 1\npolicies:\n  - id: x\n    type: consent\n    naem: y\n",
             "policies.yaml:5:5: “naem” is not a key here. Nearest known: “name”.");
    policies("an unclosed bracket", "format: 1\npolicies: [\n",
             "policies.yaml:3:1: This is not YAML that can be read: a ] is missing.");
    policies("an unclosed quotation mark", "format: 1\npolicies: \"x\n",
             "policies.yaml:2:11: This is not YAML that can be read: a quotation mark is not closed.");
    policies("a newer format", "format: 2\npolicies: []\n",
             "policies.yaml:1:9: This file has format 2; this program reads up to 1. Use a newer Wayreeve.");
    policies("no format", "policies: []\n", "policies.yaml:1:1: The file does not say its format.");
    policies("an empty file", "", "policies.yaml:1:1: The file is empty.");
    policies("not UTF-8", "format: 1\npolicies: [] # \xff\n", "policies.yaml:2:16: The file is not UTF-8.");
    QTest::newRow("a dangling reference")
        << "goals.yaml"
        << QByteArray("format: 1\ngoals:\n  - id: purchase\n    event: Order Complted\n    window: 3 d\n")
        << "goals.yaml:4:12: Unknown event: “Order Complted”. Nearest known: “Order Completed”.";
    QTest::newRow("an unknown action")
        << "agents.yaml"
        << QByteArray("format: 1\nagents:\n  - id: shopping\n    kind: shopping\n    goal: purchase\n"
                      "    actions: [cart-remindr]\n")
        << "agents.yaml:6:15: Unknown action: “cart-remindr”. Nearest known: “cart-reminder”.";
    QTest::newRow("a file that is needed") << "actions.yaml" << QByteArray() << "actions.yaml:1:1: The file is empty.";
}

void BadInputTests::documents() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, line);
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    QVERIFY(writeFile(workspace + u'/' + file, content));
    const Outcome words = run({"check", workspace});
    EXPECT_CODE(words, 1);
    QVERIFY2(text(words.out).contains(line), words.out.constData());
    const Outcome asJson = run({"check", workspace, "--json"});
    EXPECT_CODE(asJson, 1);
    QCOMPARE(json(asJson.out).object().value(QStringLiteral("ok")), QJsonValue(false));
    for (const char* command : {"simulate", "stories"}) { // they say the first, and leave no trace
        const Outcome refused = run({command, workspace, "--json"});
        EXPECT_CODE(refused, 1);
        QVERIFY(json(refused.out).object().value(QStringLiteral("error")).isObject());
        QVERIFY(refused.err.contains(".yaml:"));
    }
    QCOMPARE(read(workspace + u'/' + file), content);
    QVERIFY(!QDir(workspace + QStringLiteral("/.wayreeve")).exists());
}

/// An agent's actions that exclude another's are worth a note; the demo has none, and notes four cells that it leaves
/// open.
void BadInputTests::notesAreNoFindings() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    const Outcome clean = run({"check", workspace});
    EXPECT_CODE(clean, 0);
    QVERIFY2(text(clean.out).endsWith(QStringLiteral("\nEverything is in order; 4 to note.\n")), clean.out.constData());
    QVERIFY(!clean.out.contains("agents/"));
    QByteArray agents = read(workspace + QStringLiteral("/agents.yaml"));
    QVERIFY(agents.contains("prioritise-ticket, ") && agents.contains("refund, resend-order, "));
    agents.replace("refund, resend-order, ", "refund, ")
        .replace("prioritise-ticket, ", "prioritise-ticket, resend-order, ");
    QVERIFY(writeFile(workspace + QStringLiteral("/agents.yaml"), agents));
    const Outcome noted = run({"check", workspace});
    EXPECT_CODE(noted, 0);
    QVERIFY2(
        text(noted.out).contains(QStringLiteral("note: agents/compensation · “support” may choose “resend-order”")),
        noted.out.constData());
    const QJsonObject asJson = json(run({"check", workspace, "--json"}).out).object();
    QCOMPARE(asJson.value(QStringLiteral("ok")), QJsonValue(true));
    QCOMPARE(asJson.value(QStringLiteral("findings")).toArray().size(), 5);
}

void BadInputTests::warningsAreFindings() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    QByteArray policies = read(workspace + QStringLiteral("/policies.yaml"));
    policies += "  - id: impossible\n    type: rule\n    strength: hard\n    when: cart_value > 5 and cart_value < 3\n";
    QVERIFY(writeFile(workspace + QStringLiteral("/policies.yaml"), policies));
    const Outcome outcome = run({"check", workspace});
    EXPECT_CODE(outcome, 1);
    QVERIFY2(text(outcome.out).contains(QStringLiteral("can never be true")), outcome.out.constData());
}

/// A slip in a file's name must not take every guardrail away in silence.
void BadInputTests::misspeltFile() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    QVERIFY(QFile::rename(workspace + QStringLiteral("/policies.yaml"), workspace + QStringLiteral("/polices.yaml")));
    const QString none =
        QStringLiteral("policies.yaml: problem: There is no policies.yaml: nothing limits what goes out");
    const QString unknown = QStringLiteral("polices.yaml: warning: “polices.yaml” is no document that Wayreeve knows: "
                                           "nothing in it has any effect. Nearest known: “policies.yaml”.");
    const Outcome outcome = run({"check", workspace});
    EXPECT_CODE(outcome, 1);
    const QString said = text(outcome.out);
    QVERIFY2(said.contains(none) && said.contains(unknown), outcome.out.constData());
    QVERIFY2(text(run({"check", workspace}, {}, QStringLiteral("de_DE.UTF-8")).out).contains(u"Am nächsten kommt"),
             "German");
    QVERIFY(QDir(workspace + QStringLiteral("/stories")).removeRecursively()); // they name policies
    EXPECT_CODE(run({"check", workspace}), 1);
    const Outcome simulated = run({"simulate", workspace, "--customers", "3", "--days", "1", "--json"});
    QVERIFY2(simulated.err.contains("There is no policies.yaml"), simulated.err.constData());
}

void BadInputTests::newerDatabase() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    std::filesystem::copy(m_workspace.toStdString(), workspace.toStdString(), std::filesystem::copy_options::recursive);
    const QString database = workspace + QStringLiteral("/.wayreeve/store.db");
    setUserVersion(database, 99);
    const QByteArray before = read(database);
    for (const QStringList& command : {QStringList{"verify"},
                                       {"decisions"},
                                       {"insights"},
                                       {"stop"},
                                       {"queue", "list"},
                                       {"simulate"},
                                       {"explain", "s1-1-1"},
                                       {"export", "--records", "/dev/null"},
                                       {"replay", "--run", "s1"}}) {
        QStringList arguments = command;
        arguments.insert(1, workspace);
        const Outcome outcome = run(arguments + QStringList{"--json"});
        EXPECT_CODE(outcome, 3);
        QVERIFY2(text(outcome.err).contains(QStringLiteral("newer Wayreeve (version 99")), outcome.err.constData());
        QCOMPARE(json(outcome.out).object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")),
                 QJsonValue(QStringLiteral("store.newer-schema")));
    }
    QVERIFY(read(database) == before);
}

void BadInputTests::foreignDatabase() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    QVERIFY(QDir().mkpath(workspace + QStringLiteral("/.wayreeve")));
    const QByteArray junk(9000, 'x');
    QVERIFY(writeFile(workspace + QStringLiteral("/.wayreeve/store.db"), junk));
    for (const char* command : {"verify", "decisions", "simulate"}) {
        const Outcome outcome = run({command, workspace});
        EXPECT_CODE(outcome, 3);
        QVERIFY2(outcome.err.contains("not as Wayreeve left it"), outcome.err.constData());
    }
    QVERIFY(read(workspace + QStringLiteral("/.wayreeve/store.db")) == junk);
}

/// The first engine is held fast until the second one has been refused; both workspaces stay whole.
void BadInputTests::secondEngine() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    std::filesystem::copy(m_workspace.toStdString(), workspace.toStdString(), std::filesystem::copy_options::recursive);
    QProcess first;
    first.setReadChannel(QProcess::StandardError);
    first.start(program, {"simulate", workspace, "--customers", "3000", "--days", "30", "--seed", "9"});
    QVERIFY(first.waitForStarted());
    // The lock is taken before the first progress line.
    QByteArray progress;
    while (!progress.contains("decisions") && first.waitForReadyRead(60'000))
        progress += first.readAll();
    QVERIFY(first.state() == QProcess::Running);
    const auto pid = static_cast<pid_t>(first.processId());
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    const Outcome second = run({"simulate", workspace, "--customers", "5", "--days", "1", "--json"});
    EXPECT_CODE(second, 3);
    QVERIFY2(text(second.err).contains(QStringLiteral("(process %1)").arg(first.processId())), second.err.constData());
    QCOMPARE(json(second.out).object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")),
             QJsonValue(QStringLiteral("store.locked")));
    EXPECT_CODE(run({"decisions", workspace, "--run", "s1"}), 0); // readers may look on
    QCOMPARE(::kill(pid, SIGCONT), 0);
    first.kill();
    QVERIFY(first.waitForFinished(60'000));
    EXPECT_CODE(run({"verify", workspace}), 0);
}

void BadInputTests::events() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    const QString events = folder.filePath(QStringLiteral("events.jsonl"));
    const QByteArray viewed = R"({"type":"track","event":"Cart Viewed","userId":"u1","messageId":"a",)"
                              R"("timestamp":"2026-03-02T09:00:00Z","properties":{}})";
    QVERIFY(
        writeFile(events, viewed + "\n" + viewed + "\n" +
                              R"({"type":"track","event":"Cart Viewed","userId":"u1","timestamp":"2126-03-02T09:00:00Z"}
{"type":"trak","event":"Cart Viewed","userId":"u1"}
{bad
[1]
{"type":"track","userId":"u1"}
{"type":"track","event":"Cart Viewed"}
{"type":"track","event":"Cart Viewed","userId":"u1","properties":[1]}
{"type":"track","event":"Cart Viewed","userId":"u1","timestamp":"yesterday"}
{"a":1,"a":2}
)"));
    const Outcome outcome = run({"import", workspace, "--events", events, "--json"});
    EXPECT_CODE(outcome, 1);
    const QJsonObject report = json(outcome.out).object();
    QCOMPARE(report.value(QStringLiteral("lines")), QJsonValue(11));
    QCOMPARE(report.value(QStringLiteral("refused")), QJsonValue(9));
    QCOMPARE(report.value(QStringLiteral("future")), QJsonValue(1));
    QCOMPARE(report.value(QStringLiteral("events")).toObject().value(QStringLiteral("duplicate")), QJsonValue(1));
    const QStringList said = text(outcome.err).split(u'\n');
    const QStringList expected{
        QStringLiteral("line 4: “trak” is not a type of event."),
        QStringLiteral("line 5: This is not JSON: a key in quotation marks is missing. Mend the line."),
        QStringLiteral("line 6: An event must be a JSON object"),
        QStringLiteral("line 7: The event has no name."),
        QStringLiteral("line 8: The event names nobody."),
        QStringLiteral("line 9: Properties and traits must be a JSON object, not: a list."),
        QStringLiteral("line 10: “timestamp” is not a time that can be used."),
        QStringLiteral("line 11: “a” is written twice in one JSON object."),
    };
    QVERIFY(said.first().startsWith(QStringLiteral("line 3: The event lies ")));
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(said.value(i + 1).startsWith(expected[i]), qPrintable(said.value(i + 1)));
    EXPECT_CODE(run({"verify", workspace}), 0);
}

void BadInputTests::nothingToImport_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("empty file") << "empty.jsonl" << 1;
    QTest::newRow("no JSON at all") << "demo/agents.yaml" << 1;
    QTest::newRow("a folder") << "demo" << 3;
    QTest::newRow("no file") << "none.jsonl" << 3;
}

/// Why nothing could be used is said, not only that.
void BadInputTests::reasonsWithoutARun() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    const QString events = folder.filePath(QStringLiteral("events.jsonl"));
    QVERIFY(writeFile(
        events,
        "{\"type\":\"track\",\"event\":\"Cart Viewed\",\"userId\":\"u1\",\"timestamp\":\"2126-03-02T09:00:00Z\"}\n"));
    const Outcome outcome = run({"import", workspace, "--events", events, "--json"});
    EXPECT_CODE(outcome, 1);
    const QStringList said = text(outcome.err).split(u'\n');
    QVERIFY2(said.value(0).startsWith(QStringLiteral("line 1: The event lies ")), outcome.err.constData());
    QVERIFY2(said.value(1).startsWith(QStringLiteral("There is no event in ")), outcome.err.constData());
    QVERIFY(json(outcome.out).isObject());
}

void BadInputTests::windowOptions_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const QStringList& arguments, const char* said) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << said;
    };
    row({"--bogus"}, "bogus");
    row({"--grab"}, "--grab");
    row({"--grab="}, "--grab needs a folder");
    row({"--size", "10x10"}, "--size must be WxH");
    row({"--size", "16385x900"}, "--size may be at most 16384x16384");
    row({"--size", "900x99999"}, "--size may be at most 16384x16384");
    row({"--theme", "pink"}, "--theme must be light or dark");
    row({"one", "two"}, "one workspace at a time");
}

/// The window's own command line: 2 for what was asked wrongly.
void BadInputTests::windowOptions() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const QString wayreeve = QStringLiteral(WAYREEVE_BIN_DIR "/wayreeve");
    if (!QFile::exists(wayreeve))
        QSKIP("built without the window");
    QProcess process;
    process.start(wayreeve, QStringList{"-platform", "offscreen"} + arguments);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
    const QString line = text(process.readAllStandardError()).trimmed().section(u'\n', -1); // Qt may say its own first
    QVERIFY2(line.startsWith(QStringLiteral("wayreeve: ")) && line.contains(said), qPrintable(line));
}

void BadInputTests::nothingToImport() {
    QFETCH(QString, name);
    QFETCH(int, code);
    const QTemporaryDir folder;
    copyWorkspace(QStringLiteral("demo"), folder.filePath(QStringLiteral("demo")));
    QVERIFY(writeFile(folder.filePath(QStringLiteral("empty.jsonl")), {}));
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    const Outcome outcome = run({"import", workspace, "--events", folder.filePath(name), "--json"});
    EXPECT_CODE(outcome, code);
    QVERIFY2(text(outcome.err).contains(name), outcome.err.constData());
    QVERIFY(json(outcome.out).isObject());
    QVERIFY(!QFile::exists(workspace + QStringLiteral("/.wayreeve/store.db")));
}

void BadInputTests::tables_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("sentence");
    const QByteArray head = "recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,"
                            "conversion,spend\n";
    const QByteArray row = "10,2) $100 - $200,142.44,1,0,Surburban,0,Phone,Womens E-Mail,0,0,0\n";
    QTest::newRow("column missing") << QByteArray(head).replace("visit", "vist") + row
                                    << ":1: The file has no column “visit”, which the mapping names. Nearest known: "
                                       "“vist”.";
    QTest::newRow("too few fields") << head + row + "10,x\n"
                                    << ":3: This row cannot be read: it has more or fewer fields";
    QTest::newRow("unknown arm") << head + QByteArray(row).replace("Womens", "Womans")
                                 << ":2: The mapping does not know the arm “Womans E-Mail”. Nearest known: “Womens "
                                    "E-Mail”.";
    QTest::newRow("no number") << head + row + QByteArray(row).replace(",0,0,0\n", ",0,0,much\n")
                               << ":3: This row cannot be read: a number is expected (“much”).";
    QTest::newRow("open quotation mark") << head + row + "\"10,x\n"
                                         << ":3: This row cannot be read: a quotation mark is not closed.";
    QTest::newRow("no rows") << head << ": The file has a first line and nothing below it";
}

void BadInputTests::tables() {
    QFETCH(QByteArray, table);
    QFETCH(QString, sentence);
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("hillstrom"));
    copyWorkspace(QStringLiteral("hillstrom"), workspace);
    const QString events = folder.filePath(QStringLiteral("log.csv"));
    QVERIFY(writeFile(events, table));
    const Outcome outcome = run({"replay", workspace, "--events", events, "--json"});
    EXPECT_CODE(outcome, 1);
    QVERIFY2(text(outcome.err).contains(events + sentence), outcome.err.constData());
    QVERIFY(json(outcome.out).object().value(QStringLiteral("error")).isObject());
    QVERIFY(!QFile::exists(workspace + QStringLiteral("/.wayreeve/store.db")));
}

/// Spaces and letters beyond ASCII in every path.
void BadInputTests::foreignNames() {
    const QTemporaryDir folder;
    const QString parent = folder.filePath(QStringLiteral("Äpfel & Öl 客户"));
    QVERIFY(QDir().mkpath(parent));
    const QString workspace = parent + QStringLiteral("/my demo");
    copyWorkspace(QStringLiteral("demo"), workspace);
    const QString records = parent + QStringLiteral("/rec örds.jsonl");
    for (const QStringList& command : {QStringList{"check"},
                                       {"stories"},
                                       {"simulate", "--customers", "20", "--days", "2"},
                                       {"decisions"},
                                       {"insights"},
                                       {"queue", "list"},
                                       {"verify"},
                                       {"export", "--records", records},
                                       {"replay", "--run", "s1"}}) {
        QStringList arguments = command;
        arguments.insert(1, workspace);
        const Outcome outcome = run(arguments + QStringList{"--json"});
        EXPECT_CODE(outcome, 0);
        QVERIFY2(!json(outcome.out).isNull(), qPrintable(command.first()));
    }
    QVERIFY(QFile(records).size() > 1000);
    const QString none = parent + QStringLiteral("/nicht dä");
    const Outcome missing = run({"check", none});
    EXPECT_CODE(missing, 3);
    QVERIFY2(text(missing.err).contains(none), missing.err.constData());
}

/// Every example that --help prints is carried out, WS being a workspace with a run and ids being real ones.
void BadInputTests::examplesOfHelp() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("ws"));
    std::filesystem::copy(m_workspace.toStdString(), workspace.toStdString(), std::filesystem::copy_options::recursive);
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("resources"))));
    copyWorkspace(QStringLiteral("demo"), folder.filePath(QStringLiteral("resources/demo")));
    copyWorkspace(QStringLiteral("hillstrom"), folder.filePath(QStringLiteral("log")));
    QVERIFY(writeFile(folder.filePath(QStringLiteral("hillstrom.csv")),
                      "recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,conversion,"
                      "spend\n10,2) $100 - $200,142.44,1,0,Surburban,0,Phone,Womens E-Mail,0,0,0\n"
                      "6,3) $200 - $350,329.08,1,1,Rural,1,Web,No E-Mail,1,0,0\n"));
    QVERIFY(writeFile(folder.filePath(QStringLiteral("events.jsonl")),
                      R"({"type":"track","event":"Cart Viewed","userId":"u","timestamp":"2026-03-02T09:00:00Z"})"));
    const auto idIn = [&](const QStringList& arguments) {
        return json(run(arguments).out).array().first().toObject().value(QStringLiteral("id")).toString();
    };
    const QString decision = idIn({"decisions", workspace, "--run", "s1", "--json"});
    const QString item = idIn({"queue", workspace, "list", "--run", "s1", "--json"});
    QVERIFY(!decision.isEmpty() && !item.isEmpty());
    int count = 0;
    for (const char* command : {"check", "stories", "simulate", "replay", "insights", "decisions", "explain", "queue",
                                "stop", "verify", "import", "export", "dispatch"}) {
        const QString help = text(run({command, "--help"}).out);
        for (const QString& line : help.mid(help.indexOf(QStringLiteral("Examples:"))).split(u'\n')) {
            if (!line.startsWith(QStringLiteral("  wayreevectl ")))
                continue;
            QStringList arguments = QProcess::splitCommand(line.trimmed()).mid(1);
            const bool table = arguments.contains(QStringLiteral("--mapping"));
            arguments.replaceInStrings(QRegularExpression(QStringLiteral("^s1-482-13$")), decision);
            arguments.replaceInStrings(QRegularExpression(QStringLiteral("^s1-482-q3$")), item);
            arguments.replaceInStrings(QRegularExpression(QStringLiteral("^WS(?=$|/)")),
                                       table ? folder.filePath(QStringLiteral("log")) : workspace);
            if (arguments.contains(QStringLiteral("3000")))
                arguments.replaceInStrings(QStringLiteral("3000"), QStringLiteral("30"));
            const Outcome outcome = run(arguments, folder.path());
            // Nothing is connected in the demo, and dispatch says so.
            const int expected = arguments.first() == QLatin1String("dispatch") ? 3 : 0;
            QVERIFY2(outcome.code == expected, qPrintable(line + QStringLiteral(": ") + text(outcome.err)));
            ++count;
        }
    }
    QVERIFY(count >= 18);
}

/// The words change with the environment; what programs read does not.
void BadInputTests::speaksGerman() {
    const QString german = QStringLiteral("de_DE.UTF-8");
    const QString none = m_folder.filePath(QStringLiteral("nirgends"));
    const Outcome missing = run({"check", none, "--json"}, {}, german);
    EXPECT_CODE(missing, 3);
    QVERIFY2(text(missing.err).startsWith(QStringLiteral("In „%1“ ist kein Arbeitsbereich").arg(none)),
             missing.err.constData());
    QCOMPARE(json(missing.out).object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")),
             QJsonValue(QStringLiteral("workspace.missing")));
    const QString help = text(run({"--help"}, {}, german).out);
    QVERIFY2(help.contains(QStringLiteral("Liest jedes Dokument")), qPrintable(help));
    const QStringList verify{"verify", m_workspace, "--json"};
    QCOMPARE(run(verify, {}, german).out, run(verify).out);
}

void BadInputTests::readOnlyFolder() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), workspace);
    QVERIFY(QFile::setPermissions(workspace, QFile::ReadOwner | QFile::ExeOwner));
    EXPECT_CODE(run({"check", workspace}), 0);
    const Outcome refused = run({"simulate", workspace, "--customers", "5", "--days", "1"});
    EXPECT_CODE(refused, 3);
    QVERIFY2(refused.err.contains("permissions"), refused.err.constData());
    QVERIFY(QFile::setPermissions(workspace, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void BadInputTests::shippedStories_data() {
    QTest::addColumn<QString>("workspace");
    for (const char* name : {"demo", "hillstrom", "templates/service-triage", "templates/saas-renewal",
                             "templates/bank-churn", "templates/travel-disruption"})
        QTest::newRow(name) << name;
}

/// What is shipped is in order, and every story guards what it says.
void BadInputTests::shippedStories() {
    QFETCH(QString, workspace);
    EXPECT_CODE(run({"check", resources + workspace}), 0);
    EXPECT_CODE(run({"stories", resources + workspace}), 0);
    if (!instrumented || workspace == QLatin1String("demo")) // the engine's own tests mutate all of them
        EXPECT_CODE(run({"stories", resources + workspace, "--mutate"}), 0);
}
