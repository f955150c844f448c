#include "base/json.h"
#include "ingest/door_fixture.h"
#include "ingest/ingest_tests.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <array>
#include <memory>
#include <set>
#include <vector>

using namespace wayreeve;
using Step = Collector::Step;

namespace {

/// Beside the build: packages that were downloaded do not lie among the sources.
QString folder() {
    return QStringLiteral(WAYREEVE_BIN_DIR "/../tests/ingest-clients");
}

QByteArray contents(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What ended wrongly, or nothing.
QString installed() {
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty() ||
        QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty())
        return QStringLiteral("node or npm is not installed");
    QDir().mkpath(folder());
    const QDir source(QStringLiteral(WAYREEVE_TEST_DIR "/clients"));
    const QString stamp = folder() + QStringLiteral("/installed");
    const QByteArray lock = contents(source.filePath(QStringLiteral("package-lock.json")));
    for (const QString& name : source.entryList(QDir::Files | QDir::Hidden)) {
        QFile::remove(folder() + QLatin1Char('/') + name);
        QFile::copy(source.filePath(name), folder() + QLatin1Char('/') + name);
    }
    if (!lock.isEmpty() && contents(stamp) == lock)
        return {};
    QProcess npm;
    npm.setWorkingDirectory(folder());
    npm.setProcessChannelMode(QProcess::MergedChannels);
    npm.start(QStringLiteral("npm"), {QStringLiteral("ci"), QStringLiteral("--ignore-scripts")});
    if (!npm.waitForFinished(240'000) || npm.exitCode() != 0)
        return QStringLiteral("npm ci: ") + QString::fromUtf8(npm.readAll()).right(500);
    QFile mark(stamp);
    return mark.open(QIODevice::WriteOnly) && mark.write(lock) == lock.size() ? QString() : mark.errorString();
}

struct Row {
    const char *name, *script, *client;
};
constexpr std::array<Row, 7> rows{
    {{"@segment/analytics-node 3.1.0", "segment.js", "@segment/analytics-node"},
     {"@customerio/cdp-analytics-node 0.5.9", "segment.js", "@customerio/cdp-analytics-node"},
     {"analytics-node 6.2.0", "classic.js", "analytics-node"},
     {"@rudderstack/rudder-sdk-node 3.0.13", "classic.js", "@rudderstack/rudder-sdk-node"},
     {"cloudevents 10.0.0, binary", "cloudevents.js", "binary"},
     {"cloudevents 10.0.0, structured", "cloudevents.js", "structured"},
     {"cloudevents 10.0.0, batch", "cloudevents.js", "batch"}}};

struct Running {
    DoorFixture fixture;
    QProcess node;
};
std::vector<std::unique_ptr<Running>> running; ///< one a row

} // namespace

/// All are started together: most of their time is waiting before they send again. The first request meets a full sink,
/// the second is not kept.
void ClientTests::initTestCase() {
    if (const QString problem = installed(); !problem.isEmpty()) {
        if (qEnvironmentVariableIsSet("WAYREEVE_NEED_RECEIVERS"))
            QFAIL(qPrintable("vendors' clients cannot be had here: " + problem));
        QSKIP(qPrintable("vendors' clients cannot be had here: " + problem));
    }
    for (const Row& row : rows) {
        auto one = std::make_unique<Running>();
        one->fixture.collector.plan({Step::Full, Step::Drop});
        one->node.setWorkingDirectory(folder());
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PORT"), QString::number(one->fixture.door->port()));
        environment.insert(QStringLiteral("KEY"), QStringLiteral("key"));
        environment.insert(QStringLiteral("CLIENT"), QString::fromLatin1(row.client));
        environment.insert(QStringLiteral("MODE"), QString::fromLatin1(row.client));
        one->node.setProcessEnvironment(environment);
        one->node.start(QStringLiteral("node"), {QString::fromLatin1(row.script)});
        running.push_back(std::move(one));
    }
}

void ClientTests::cleanupTestCase() {
    running.clear();
}

void ClientTests::arrives_data() {
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < rows.size(); ++i)
        QTest::newRow(rows[i].name) << static_cast<int>(i);
}

void ClientTests::arrives() {
    QFETCH(int, row);
    auto& [fixture, node] = *running[static_cast<std::size_t>(row)];
    QVERIFY2(node.state() == QProcess::NotRunning || node.waitForFinished(90'000),
             node.readAllStandardError().constData());
    const QByteArray said = node.readAllStandardOutput(), wrong = node.readAllStandardError();
    QVERIFY2(node.exitCode() == 0, wrong.constData());
    QCOMPARE(QString::fromUtf8(said.trimmed()).section(QLatin1Char('\n'), -1), QStringLiteral(R"({"errors":[]})"));

    std::set<int> numbers;
    std::set<std::string> identified;
    for (const auto& parcel : fixture.collector.parcels()) {
        QCOMPARE(parcel.source, std::string("shop"));
        for (const Value& event : parcel.events) {
            QVERIFY(event.context());
            QVERIFY(event.member("writeKey").isNull());
            if (event.member("event") == Value("Sent")) {
                const int i = static_cast<int>(event.path("properties.i").toDouble(-1));
                numbers.insert(i);
                const std::string id = "m-" + std::to_string(i);
                QVERIFY(event.member("messageId").toText().ends_with(id));
                QCOMPARE(event.path("properties.note"), Value("ünïcode ✓"));
                QCOMPARE(event.member("userId"), Value("cust-" + std::to_string(i % 10)));
            } else {
                identified.insert(event.member("userId").toText());
            }
        }
    }
    QCOMPARE(numbers.size(), 120U);
    QCOMPARE(*numbers.begin(), 0);
    QCOMPARE(*numbers.rbegin(), 119);
    QCOMPARE(identified.size(), 10U);
    QVERIFY(fixture.door->counts().busy >= 2U);
}
