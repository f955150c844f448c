#include "execution/connector_bench.h"
#include "execution/connector_tests.h"
#include "execution/opt_out.h"
#include "execution/receiver_process.h"
#include "execution/signature.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::execution;

namespace {

const char* const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const char* const oldSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

documents::ConnectorSettings settingsOf(const std::string& url) {
    documents::ConnectorSettings s;
    s.id = "gateway";
    s.kind = documents::ConnectorKind::Webhook;
    s.url = url;
    s.secret = "SECRET";
    return s;
}

ConnectorBench benchOf(const std::string& words = secret) {
    ConnectorBench bench;
    bench.variables["SECRET"] = words;
    bench.now = {QDateTime::currentMSecsSinceEpoch()}; // the receiver refuses what was signed long ago
    return bench;
}

} // namespace

void WebhookTest::initTestCase() {
    NEED_RECEIVERS();
    m_receiver = std::make_unique<ReceiverProcess>("hooks.js", QStringList{secret, oldSecret});
    QVERIFY(m_receiver->port() > 0);
}

void WebhookTest::cleanupTestCase() {
    m_receiver.reset();
}

void WebhookTest::answers_data() {
    QTest::addColumn<QString>("answer");
    QTest::newRow("ok") << "succeeded ok";
    QTest::newRow("bad") << "failed http-400";
    QTest::newRow("teapot") << "failed http-418";
    QTest::newRow("gone") << "failed http-410";
    QTest::newRow("limited") << "unknown http-429 after 7";
    QTest::newRow("down") << "unknown http-503";
    QTest::newRow("late") << "unknown timeout";
    QTest::newRow("cut") << "unknown connection-lost";
    QTest::newRow("signed by another") << "failed http-401";
    QTest::newRow("signed long ago") << "failed http-401";
}

void WebhookTest::answers() {
    const QString mode = QTest::currentDataTag();
    ConnectorBench bench = benchOf();
    if (mode == "signed by another")
        bench.variables["SECRET"] = "whsec_BBECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    if (mode == "signed long ago")
        bench.now = bench.now - Duration::minutes(6);
    bench.timeLimit = mode == "late" ? Duration::milliseconds(300) : Duration::seconds(10);
    const std::string path = mode.startsWith("signed") ? "/ok" : "/" + mode.toStdString();
    const auto answer = bench.send(settingsOf(m_receiver->url(QString::fromStdString(path))));
    QTEST(QString::fromStdString(ConnectorBench::text(answer)), "answer");
    QCOMPARE(m_receiver->next()["verified"].toInt(), mode.startsWith("signed") ? 0 : 1);
}

void WebhookTest::payload() {
    ConnectorBench bench = benchOf();
    bench.item.channel = documents::Channel::InApp;
    bench.item.subject = "Grüße";
    bench.parameters = {{"template", "010"}, {"discount", Value(*Decimal::parse("0.1"))}};
    auto settings = settingsOf(m_receiver->url("/ok"));
    settings.traits = {"email", "phone"}; // the second is not known
    QCOMPARE(bench.send(settings).state, DispatchState::Succeeded);
    const QJsonObject told = m_receiver->next();
    QCOMPARE(told["id"].toString(), QString("9f86d081884c7d65-s1-a1b2"));
    QCOMPARE(told["body"].toString(),
             QString(R"({"type":"action.in_app","timestamp":"2026-03-02T08:00:00Z","data":{)"
                     R"("key":"9f86d081884c7d65-s1-a1b2","customer":"customer-7","action":"send-mail",)"
                     R"("channel":"in-app","slot":"marketing","subject":"Grüße","body":"It is on its way.",)"
                     R"("parameters":{"template":"010","discount":0.1},)"
                     R"("traits":{"email":"Ida.B@customers.example"}}})"));
}

void WebhookTest::optOuts_data() {
    answers_data();
}

void WebhookTest::optOuts() {
    const QString mode = QTest::currentDataTag();
    ConnectorBench bench = benchOf(mode == "signed by another" ? "whsec_BBECAwQFBgcICQoLDA0ODxAREhMUFRYX" : secret);
    if (mode == "signed long ago")
        bench.now = bench.now - Duration::minutes(6);
    bench.timeLimit = mode == "late" ? Duration::milliseconds(300) : Duration::seconds(10);
    bench.item.body = optOutBody({"Unsubscribed", "marketing", "email"});
    const QString path = mode.startsWith("signed") ? QString("/ok") : "/" + mode;
    const auto answer = bench.send(settingsOf(m_receiver->url(path)), "Unsubscribed");
    QTEST(QString::fromStdString(ConnectorBench::text(answer)), "answer");
    QCOMPARE(m_receiver->next()["verified"].toInt(), mode.startsWith("signed") ? 0 : 1);
}

void WebhookTest::optOut() {
    ConnectorBench bench = benchOf();
    bench.item.body = optOutBody({"Consent Changed", "marketing", "sms"});
    auto settings = settingsOf(m_receiver->url("/ok"));
    settings.traits = {"email"};
    QCOMPARE(bench.send(settings, "Consent Changed").state, DispatchState::Succeeded);
    const QJsonObject told = m_receiver->next();
    QCOMPARE(told["verified"].toInt(), 1);
    QCOMPARE(told["id"].toString(), "9f86d081884c7d65-s1-a1b2");
    QCOMPARE(
        told["body"].toString(),
        R"({"type":"consent.withdrawn","timestamp":"2026-03-02T08:00:00Z","data":{"key":"9f86d081884c7d65-s1-a1b2",)"
        R"("customer":"customer-7","event":"Consent Changed","purpose":"marketing","channel":"sms",)"
        R"("traits":{"email":"Ida.B@customers.example"}}})");
}

void WebhookTest::aRetryKeepsTheIdAndRenewsTheTime() {
    ConnectorBench bench = benchOf();
    const auto connector = openConnector(settingsOf(m_receiver->url("/ok")), bench.environment());
    QVERIFY(connector.ok());
    const std::int64_t first = bench.now.ms / 1000;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE((*connector)->send(bench.item, "c", "a").state, DispatchState::Succeeded);
        const QJsonObject told = m_receiver->next();
        QCOMPARE(told["id"].toString(), QString("9f86d081884c7d65-s1-a1b2"));
        QCOMPARE(static_cast<std::int64_t>(told["time"].toDouble()), first + 2 * i);
        bench.now = bench.now + Duration::seconds(2);
    }
}

void WebhookTest::goneIsOff() {
    ConnectorBench bench = benchOf();
    const auto connector = openConnector(settingsOf(m_receiver->url("/gone")), bench.environment());
    QCOMPARE((*connector)->send(bench.item, "c", "a").code, std::string("http-410"));
    QCOMPARE(m_receiver->next()["status"].toInt(), 410);
    const auto answer = (*connector)->send(bench.item, "c", "a");
    QCOMPARE(ConnectorBench::text(answer), std::string("failed gone"));
    QVERIFY(m_receiver->isSilent());
}

void WebhookTest::keysRotate() {
    ConnectorBench bench = benchOf(std::string(secret) + " " + oldSecret);
    QCOMPARE(bench.send(settingsOf(m_receiver->url("/ok"))).state, DispatchState::Succeeded);
    QCOMPARE(m_receiver->next()["verified"].toInt(), 2);
}

void WebhookTest::secrets_data() {
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("code");
    QTest::newRow("not set") << ""
                             << "failed connector.no-secret";
    QTest::newRow("no prefix") << "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                               << "failed connector.bad-secret";
    QTest::newRow("not base64") << "whsec_?"
                                << "failed connector.bad-secret";
    QTest::newRow("23 bytes") << "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRY="
                              << "failed connector.bad-secret";
    QTest::newRow("one of two") << "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw x"
                                << "failed connector.bad-secret";
}

void WebhookTest::secrets() {
    QFETCH(QString, secret);
    ConnectorBench bench = benchOf(secret.toStdString());
    QTEST(QString::fromStdString(ConnectorBench::text(bench.send(settingsOf("http://127.0.0.1:9/")))), "code");
}

void WebhookTest::knownSignatures() {
    // The example of the specification's libraries (standard-webhooks/standard-webhooks, libraries/javascript tests).
    QCOMPARE(
        webhookSignature(*webhookKeys(secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})"),
        std::string("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    // RFC 4231, test cases 2 and 6 (a key longer than a block).
    QCOMPARE(base64(hmacSha256("Jefe", "what do ya want for nothing?")),
             QByteArray::fromHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
                 .toBase64()
                 .toStdString());
    QCOMPARE(base64(hmacSha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
             QByteArray::fromHex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
                 .toBase64()
                 .toStdString());
    QCOMPARE(sha256Hex("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}
