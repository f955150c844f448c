#include "execution/connector_bench.h"
#include "execution/connector_tests.h"
#include "execution/memory_outbox.h"
#include "execution/opt_out.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::execution;

void HttpReceiverTest::initTestCase() {
    NEED_RECEIVERS();
    m_receiver = std::make_unique<ReceiverProcess>("plain.js");
    QVERIFY(m_receiver->port() > 0);
}

void HttpReceiverTest::cleanupTestCase() {
    m_receiver.reset();
}

void HttpReceiverTest::answers_data() {
    QTest::addColumn<QString>("answer");
    QTest::newRow("ok") << "succeeded ok";
    QTest::newRow("created") << "succeeded ok";
    QTest::newRow("refused") << "failed http-422";
    QTest::newRow("missing") << "failed http-404";
    QTest::newRow("moved") << "failed http-302"; // nobody is followed
    QTest::newRow("limited") << "unknown http-429 after 7";
    QTest::newRow("busy") << "unknown http-409";
    QTest::newRow("slow") << "unknown http-408";
    QTest::newRow("early") << "unknown http-425";
    QTest::newRow("down") << "unknown http-503";
    QTest::newRow("late") << "unknown timeout"; // taken, and never answered: ten seconds
    QTest::newRow("cut") << "unknown connection-lost";
}

void HttpReceiverTest::answers() {
    const QString mode = QTest::currentDataTag();
    auto connector = HttpConnector::open(m_receiver->url("/" + mode + "/actions"));
    QVERIFY(connector.ok());
    Dispatch item = ConnectorBench::sample();
    item.key += "-" + mode.toStdString();
    const auto answer = (*connector)->send(item, "customer-7", "send-mail");
    QTEST(QString::fromStdString(ConnectorBench::text(answer)), "answer");
    const QJsonObject told = m_receiver->next();
    QVERIFY(told["form"].toBool());
    QCOMPARE(told["body"].toObject(), (QJsonObject{{"key", QString::fromStdString(item.key)},
                                                   {"customer", "customer-7"},
                                                   {"action", "send-mail"},
                                                   {"channel", "email"},
                                                   {"slot", "marketing"},
                                                   {"subject", "Your parcel"},
                                                   {"body", "It is on its way."},
                                                   {"at", "2026-03-02T08:00:00Z"}}));
    QVERIFY(m_receiver->isSilent());
}

void HttpReceiverTest::nobodyIsThere() {
    auto connector = HttpConnector::open("http://127.0.0.1:1/actions");
    const auto answer = (*connector)->send(ConnectorBench::sample(), "customer-7", "send-mail");
    QCOMPARE(ConnectorBench::text(answer), std::string("unknown unreachable"));
}

/// What was done and not heard of is asked for again, with the same key, and the receiver knows it.
void HttpReceiverTest::lostAnswersRepeatNothing() {
    auto cut = HttpConnector::open(m_receiver->url("/cut/actions"));
    auto well = HttpConnector::open(m_receiver->url("/ok/actions"));
    QVERIFY((*cut)->honoursKeys());
    MemoryOutbox outbox;
    outbox.add(1);
    governance::StopSwitch stop;
    int calls = 0;
    Dispatcher dispatcher(
        outbox, stop, [&](const std::string&) -> Connector* { return ++calls == 1 ? cut->get() : well->get(); },
        [](Sym) { return std::string("send-mail"); }, {6, [](Duration) {}});
    QCOMPARE(*dispatcher.drainOnce(), 1);
    QCOMPARE(outbox.states(), std::string("succeeded"));
    const QJsonObject first = m_receiver->next(), second = m_receiver->next();
    QVERIFY(!first["known"].toBool() && second["known"].toBool());
    QCOMPARE(second["body"].toObject(), first["body"].toObject());
}

void HttpReceiverTest::optOut() {
    auto connector = HttpConnector::open(m_receiver->url("/ok/actions"));
    Dispatch item = ConnectorBench::sample();
    item.subject.clear();
    item.body = optOutBody({"Unsubscribed", "marketing", "email"});
    QCOMPARE((*connector)->send(item, "customer-7", "Unsubscribed").state, DispatchState::Succeeded);
    const QJsonObject told = m_receiver->next();
    QVERIFY(told["form"].toBool());
    QCOMPARE(told["body"].toObject()["action"].toString(), QString("Unsubscribed"));
    QCOMPARE(told["body"].toObject()["body"].toString(),
             QString(R"({"channel":"email","event":"Unsubscribed","purpose":"marketing"})"));
}
