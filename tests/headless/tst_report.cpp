#include "headless/report_tests.h"

#include "headless/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <cmath>
#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

using namespace headless;

namespace {

/// A terminal that a child may have as its stderr.
class Terminal {
public:
    Terminal() {
        if (openpty(&m_master, &m_slave, nullptr, nullptr, nullptr) != 0)
            m_master = m_slave = -1;
    }
    ~Terminal() {
        close(m_master);
        close(m_slave);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    [[nodiscard]] int master() const { return m_master; }
    void becomeErrors() const { dup2(m_slave, STDERR_FILENO); }
    /// What was written so far; waits for nothing.
    [[nodiscard]] QByteArray read() const {
        fcntl(m_master, F_SETFL, O_NONBLOCK);
        QByteArray all;
        std::array<char, 4096> part{};
        for (ssize_t got; (got = ::read(m_master, part.data(), part.size())) > 0;)
            all.append(part.data(), static_cast<qsizetype>(got));
        return all;
    }

private:
    int m_master = -1;
    int m_slave = -1;
};

} // namespace

void ReportTests::initTestCase() {
    m_workspace = m_folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), m_workspace);
    m_made = run({"simulate", m_workspace, "--customers", "600", "--days", "8", "--seed", "1"});
    EXPECT_CODE(m_made, 0);
}

/// What the Autonomy screen counts as gaps is said, and leaves the workspace sound.
void ReportTests::notesOpenCells() {
    const Outcome words = run({"check", resources + QStringLiteral("demo")});
    EXPECT_CODE(words, 0);
    QVERIFY2(words.out.contains("autonomy.yaml:52: note: rows/vulnerable/cells/low"), words.out.constData());
    QVERIFY2(words.out.endsWith("Everything is in order; 4 to note.\n"), words.out.constData());
    const Outcome outcome = run({"check", resources + QStringLiteral("demo"), "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject report = json(outcome.out).object();
    QCOMPARE(report.value(QStringLiteral("ok")), QJsonValue(true));
    QStringList open;
    for (const QJsonValue& finding : report.value(QStringLiteral("findings")).toArray()) {
        const QJsonObject one = finding.toObject(), details = one.value(QStringLiteral("parameters")).toObject();
        QCOMPARE(one.value(QStringLiteral("code")), QJsonValue(QStringLiteral("check.open-cell")));
        QCOMPARE(one.value(QStringLiteral("severity")), QJsonValue(QStringLiteral("note")));
        open << details.value(QStringLiteral("row")).toString() + QLatin1Char(' ') +
                    details.value(QStringLiteral("risk")).toString();
    }
    QCOMPARE(open, (QStringList{"vulnerable low", "vulnerable medium", "cancel-subscription low",
                                "cancel-subscription medium"}));
}

/// The text ends with what --json has, and that is what insights say of the run.
void ReportTests::simulateCompares() {
    const Outcome outcome =
        run({"simulate", m_workspace, "--customers", "600", "--days", "8", "--seed", "1", "--resume", "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject object = json(outcome.out).object().value(QStringLiteral("comparison")).toObject();
    QCOMPARE(object.keys(),
             (QStringList{"agentic", "baseline", "difference", "goal", "high", "low", "reason", "verdict"}));
    const auto figure = [&object](const char* name) { return object.value(QLatin1String(name)).toDouble(-9) * 100; };
    QVERIFY(figure("agentic") > 0 && figure("agentic") < 100 && figure("baseline") > 0 && figure("baseline") < 100);
    QVERIFY(std::abs(figure("agentic") - figure("baseline") - figure("difference")) < 1e-9);
    QVERIFY(figure("low") < figure("difference") && figure("difference") < figure("high"));
    const QJsonObject insights = json(run({"insights", m_workspace, "--run", "s1", "--json"}).out).object();
    QCOMPARE(object.value(QStringLiteral("verdict")), insights.value(QStringLiteral("verdict")));
    const QStringList lines = QString::fromUtf8(m_made.out).trimmed().split(u'\n');
    QCOMPARE(lines.at(lines.size() - 3),
             QString::asprintf("Goal reached (“The cart is bought”): agentic %.2f %%, baseline %.2f %% of customers, "
                               "difference %+.2f percentage points",
                               figure("agentic"), figure("baseline"), figure("difference")));
    QCOMPARE(lines.at(lines.size() - 2),
             QString::asprintf("Always-valid 95 %% interval of the difference: %+.2f … %+.2f", figure("low"),
                               figure("high")));
    QCOMPARE(object.value(QStringLiteral("goal")), QJsonValue(QStringLiteral("The cart is bought")));
    QCOMPARE(object.value(QStringLiteral("reason")), QJsonValue(QStringLiteral("undecided")));
    QCOMPARE(lines.last(), QStringLiteral("Verdict: keep going. The difference is not certain yet."));
}

void ReportTests::tooShortToCompare() {
    const QString folder = m_folder.filePath(QStringLiteral("short"));
    copyWorkspace(QStringLiteral("demo"), folder);
    const Outcome few = run({"simulate", folder, "--customers", "20", "--days", "8"});
    EXPECT_CODE(few, 0);
    QVERIFY2(few.out.endsWith("An always-valid interval needs 30 customers in each of the two arms.\n"
                              "Verdict: keep going. There are too few customers.\n"),
             few.out.constData());
    const Outcome early = run({"simulate", folder, "--customers", "600", "--days", "2"});
    EXPECT_CODE(early, 0);
    QVERIFY2(early.out.endsWith("\nVerdict: keep going. It is too early: seven days must pass.\n"),
             early.out.constData());
}

void ReportTests::progressInAFile() {
    QVERIFY2(!m_made.err.contains('\r'), m_made.err.constData());
    const QStringList lines = QString::fromUtf8(m_made.err).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(!lines.isEmpty() && lines.size() <= 10);
    const QRegularExpression shape(QStringLiteral("^(\\d+) %, \\d+ decisions, \\d+ waiting$"));
    int tenth = 0;
    for (const QString& line : lines) {
        const QRegularExpressionMatch match = shape.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        QVERIFY2(match.captured(1).toInt() / 10 > tenth, qPrintable(line));
        tenth = match.captured(1).toInt() / 10;
    }
    QCOMPARE(tenth, 10);
}

void ReportTests::progressOnATerminal() {
    const QString folder = m_folder.filePath(QStringLiteral("on-a-terminal"));
    copyWorkspace(QStringLiteral("demo"), folder);
    const Terminal terminal;
    QVERIFY(terminal.master() >= 0);
    QProcess process;
    process.setChildProcessModifier([&terminal] { terminal.becomeErrors(); });
    process.start(program, {"simulate", folder, "--customers", "60", "--days", "3"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QByteArray said = terminal.read();
    QVERIFY2(said.startsWith("\r") && said.contains("\r100 %, "), said.constData());
    QCOMPARE(said.count('\n'), 1);
}

/// Every instant is UTC, and says so to people.
void ReportTests::timesNameTheirZone() {
    const QString id = json(run({"decisions", m_workspace, "--run", "s1", "--limit", "1", "--json"}).out)
                           .array()
                           .first()
                           .toObject()
                           .value(QStringLiteral("id"))
                           .toString();
    const Outcome explained = run({"explain", m_workspace, id});
    const QRegularExpression head(QStringLiteral("^Decision %1, \\S+Z \\(UTC\\), customer \\d+\n").arg(id));
    QVERIFY2(head.match(QString::fromUtf8(explained.out)).hasMatch(), explained.out.constData());
    const QString dispatched =
        json(run({"decisions", m_workspace, "--run", "s1", "--action", "cart-reminder", "--json"}).out)
            .array()
            .last() // the newest may wait for what follows
            .toObject()
            .value(QStringLiteral("id"))
            .toString();
    const QByteArray followed = run({"explain", m_workspace, dispatched}).out;
    QVERIFY2(followed.contains("\nWhat followed (UTC):\n  20"), followed.constData());
}

void ReportTests::runPassesWordsOn_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("window"); // the words that the window is started with
    QTest::newRow("none") << QStringList() << 0 << "[TREE/data/wayreeve/demo]";
    QTest::newRow("a locale") << QStringList{"--", "--locale", "de"} << 0 << "[--locale][de][TREE/data/wayreeve/demo]";
    QTest::newRow("with spaces") << QStringList{"--", "--person", "m e"} << 0
                                 << "[--person][m e][TREE/data/wayreeve/demo]";
    QTest::newRow("pictures") << QStringList{"--headless", "--", "--locale", "de"} << 0
                              << "[--grab][TREE/build/demo-report/pictures][--locale][de]"
                                 "[TREE/build/demo-report/demo]";
    QTest::newRow("unknown") << QStringList{"--locale", "de"} << 2 << "";
    QTest::newRow("unknown after headless") << QStringList{"--headless", "x"} << 2 << "";
}

/// packaging/run in a tree whose programs only say what they were started with.
void ReportTests::runPassesWordsOn() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, window);
    const QTemporaryDir tree;
    const auto script = [&tree](const QString& name, const QByteArray& line) {
        const QString file = tree.filePath(name);
        return QDir().mkpath(QFileInfo(file).path()) && writeFile(file, "#!/bin/sh\n" + line + "\n") &&
               QFile(file).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    };
    QVERIFY(script(QStringLiteral("packaging/dependencies"), {}));
    QVERIFY(script(QStringLiteral("path/cmake"), {}));
    QVERIFY(script(QStringLiteral("resources/demo/workspace.yaml"), {}));
    QVERIFY(script(QStringLiteral("build/release/bin/wayreevectl"), {}));
    QVERIFY(script(QStringLiteral("build/release/bin/wayreeve"),
                   "mkdir -p " + tree.filePath(QStringLiteral("build/demo-report/pictures")).toUtf8() +
                       "\nprintf '[%s]' \"$@\"; echo"));
    const QString starter = tree.filePath(QStringLiteral("packaging/run"));
    QVERIFY(QFile::copy(QStringLiteral(WAYREEVE_SOURCE_DIR "/packaging/run"), starter));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       tree.filePath(QStringLiteral("path:")) + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), tree.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":9"));
    process.setProcessEnvironment(environment);
    process.start(starter, words);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), code);
    const QString out = QString::fromUtf8(process.readAllStandardOutput());
    QStringList started;
    for (const QString& line : out.split(u'\n'))
        if (line.startsWith(u'['))
            started << line;
    QCOMPARE(started.join(u'\n'), window.replace(QStringLiteral("TREE"), tree.path()));
}
