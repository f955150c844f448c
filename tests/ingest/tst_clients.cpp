#include "base/json.h"
#include "ingest/door_fixture.h"
#include "ingest/ingest_tests.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <set>

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

} // namespace

void ClientTests::initTestCase() {
    if (const QString problem = installed(); !problem.isEmpty())
        QSKIP(qPrintable("vendors' clients cannot be had here: " + problem));
}

void ClientTests::arrives_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("client");
    QTest::newRow("@segment/analytics-node 3.1.0") << "segment.js"
                                                   << "@segment/analytics-node";
    QTest::newRow("@customerio/cdp-analytics-node 0.5.9") << "segment.js"
                                                          << "@customerio/cdp-analytics-node";
    QTest::newRow("analytics-node 6.2.0") << "classic.js"
                                          << "analytics-node";
    QTest::newRow("@rudderstack/rudder-sdk-node 3.0.13") << "classic.js"
                                                         << "@rudderstack/rudder-sdk-node";
    QTest::newRow("cloudevents 10.0.0, binary") << "cloudevents.js"
                                                << "binary";
    QTest::newRow("cloudevents 10.0.0, structured") << "cloudevents.js"
                                                    << "structured";
    QTest::newRow("cloudevents 10.0.0, batch") << "cloudevents.js"
                                               << "batch";
}

/// The first request meets a full sink, the second is not kept: everything arrives all the same.
void ClientTests::arrives() {
    QFETCH(QString, script);
    QFETCH(QString, client);
    DoorFixture fixture;
    fixture.collector.plan({Step::Full, Step::Drop});
    QProcess node;
    node.setWorkingDirectory(folder());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PORT"), QString::number(fixture.door->port()));
    environment.insert(QStringLiteral("KEY"), QStringLiteral("key"));
    environment.insert(QStringLiteral("CLIENT"), client);
    environment.insert(QStringLiteral("MODE"), client);
    node.setProcessEnvironment(environment);
    node.start(QStringLiteral("node"), {script});
    QVERIFY2(node.waitForFinished(90'000), node.readAllStandardError().constData());
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
