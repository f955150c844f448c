#include "execution/connector_bench.h"
#include "execution/connector_tests.h"
#include "execution/mail_message.h"
#include "execution/receiver_process.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::execution;

namespace {

documents::ConnectorSettings settingsOf(const ReceiverProcess& receiver, const QString& server) {
    documents::ConnectorSettings s;
    s.id = "mail";
    s.kind = documents::ConnectorKind::Email;
    s.url = (server == "smtps" ? "smtps://localhost:" : "smtp://localhost:") + std::to_string(receiver.port(server));
    s.from = "Müller & Söhne <news@shop.example>";
    s.unsubscribe = "https://shop.example/u/{customer}";
    if (server != "plain") {
        s.user = "sender";
        s.secret = "SECRET";
    }
    return s;
}

} // namespace

void EmailTest::messages_data() {
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("text"); // after the address lines; empty: refused
    const QString plain = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                          "Content-Transfer-Encoding: 7bit\r\n\r\n";
    const QString quoted = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                           "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    QTest::newRow("ascii") << "Hello"
                           << "One\n.\nTwo"
                           << "Subject: Hello\r\n" + plain + "One\r\n.\r\nTwo\r\n";
    QTest::newRow("line ends of both kinds") << "Hello"
                                             << "Eins\r\nZwei ä\r\n"
                                             << "Subject: Hello\r\n" + quoted + "Eins\r\nZwei =C3=A4\r\n\r\n";
    QTest::newRow("umlauts") << QString::fromUtf8("Grüße") << QString::fromUtf8("Schöne = Grüße ")
                             << "Subject: =?UTF-8?B?R3LDvMOfZQ==?=\r\n" + quoted +
                                    "Sch=C3=B6ne =3D Gr=C3=BC=C3=9Fe=20\r\n";
    // 44 letters and a letter of two bytes: that goes whole into the second word.
    QTest::newRow("subject of two words")
        << QString(44, 'a') + QString::fromUtf8("üb") << "x"
        << "Subject: =?UTF-8?B?YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=?=\r\n "
           "=?UTF-8?B?w7xi?=\r\n" +
               plain + "x\r\n";
    QTest::newRow("looks encoded") << "=?x"
                                   << "x"
                                   << "Subject: =?UTF-8?B?PT94?=\r\n" + plain + "x\r\n";
    QTest::newRow("long line") << "x" << QString(100, 'b')
                               << "Subject: x\r\n" + quoted + QString(75, 'b') + "=\r\n" + QString(25, 'b') + "\r\n";
    QTest::newRow("second header") << "Hello\r\nBcc: all@shop.example"
                                   << "x"
                                   << "";
    QTest::newRow("line feed") << "Hello\nBcc: all@shop.example"
                               << "x"
                               << "";
}

void EmailTest::messages() {
    QFETCH(QString, subject);
    QFETCH(QString, body);
    QFETCH(QString, text);
    const auto written = writeMail({{"Shop \"S\"", "a@shop.example"},
                                    "b@c.example",
                                    subject.toStdString(),
                                    body.toStdString(),
                                    "k@shop.example",
                                    "",
                                    Instant{1'772'438'405'000}});
    QCOMPARE(written.has_value(), !text.isEmpty());
    if (written)
        QCOMPARE(QString::fromStdString(*written),
                 "Date: Mon, 02 Mar 2026 08:00:05 +0000\r\nFrom: \"Shop \\\"S\\\"\"\r\n <a@shop.example>\r\n"
                 "To: <b@c.example>\r\nMessage-ID: <k@shop.example>\r\n" +
                     text);
}

void EmailTest::mailboxes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mailbox"); // name|address; empty: none
    QTest::newRow("address") << "a.b+c@shop.example"
                             << "|a.b+c@shop.example";
    QTest::newRow("name") << "The Shop <a@shop.example>"
                          << "The Shop|a@shop.example";
    QTest::newRow("case is kept") << "A@Shop.example"
                                  << "|A@Shop.example";
    for (const char* bad : {"", "shop", "a@shop", "a b@shop.example", "a@shop.example, b@shop.example",
                            "a@b@shop.example", "a@shop.example\r\nBcc: b@shop.example", "Shop\n <a@shop.example>",
                            "ä@shop.example", "<a@shop.example> b", "<a@shop.example>, <b@shop.example>"})
        QTest::newRow(bad) << bad << "";
}

void EmailTest::mailboxes() {
    QFETCH(QString, text);
    const auto mailbox = parseMailbox(text.toStdString());
    QTEST(mailbox ? QString::fromStdString(mailbox->name + "|" + mailbox->address) : QString(), "mailbox");
}

void EmailTest::initTestCase() {
    NEED_RECEIVERS();
    m_folder = std::make_unique<QTemporaryDir>();
    QProcess openssl;
    openssl.start("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                              "-addext", "subjectAltName=DNS:localhost", "-keyout", m_folder->filePath("key.pem"),
                              "-out", m_folder->filePath("cert.pem")});
    QVERIFY(openssl.waitForFinished(60'000) && openssl.exitCode() == 0);
    m_receiver = std::make_unique<ReceiverProcess>(
        "mail.js", QStringList{m_folder->filePath("cert.pem"), m_folder->filePath("key.pem")});
    QVERIFY(m_receiver->port("plain") > 0);
}

void EmailTest::cleanupTestCase() {
    m_receiver.reset();
}

void EmailTest::answers_data() {
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("mode"); // the recipient's name, or what is wrong on our side
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("taken");
    const auto add = [](const char* server, const char* mode, const char* answer, bool taken) {
        QTest::addRow("%s, %s", server, mode) << server << mode << answer << taken;
    };
    const char* const done = "succeeded ok = 9f86d081884c7d65-s1-a1b2@shop.example";
    for (const char* server : {"plain", "starttls", "smtps"}) {
        add(server, "ida", done, true);
        add(server, "unknown", "failed smtp-550", false);
        add(server, "greylisted", "unknown smtp-451", false);
        add(server, "full", "unknown smtp-452", true);
        add(server, "spam", "failed smtp-554", true);
        add(server, "early-cut", "unknown connection-lost", false);
        add(server, "cut", "unknown connection-lost once", true);
    }
    // A silent server costs the limit and a farewell of a second.
    for (const char* server : {"plain", "starttls"})
        add(server, "late", "unknown timeout once", true);
    add("plain", "garbled", "unknown curl-8 once", true);
    add("starttls", "wrong password", "failed smtp-535", false);
    add("starttls", "no user", "failed smtp-530", false);
    add("starttls", "unknown certificate", "failed tls", false);
    add("smtps", "unknown certificate", "failed tls", false);
    add("plain", "no address", "failed no-address", false);
    add("plain", "two addresses", "failed no-address", false);
    add("plain", "two lines", "failed bad-header", false);
    add("plain", "bad key", "failed bad-key", false);
    add("plain", "bad sender", "failed connector.bad-address", false);
    add("plain", "bad unsubscribe", "failed connector.bad-header", false);
    add("plain", "no secret", "failed connector.no-secret", false);
    add("plain", "nobody", "unknown unreachable", false);
}

void EmailTest::answers() {
    QFETCH(QString, server);
    QFETCH(QString, mode);
    QFETCH(QString, answer);
    QFETCH(bool, taken);
    ConnectorBench bench;
    auto settings = settingsOf(*m_receiver, server);
    bench.variables["SECRET"] = mode == "wrong password" ? "guess" : "mail secret";
    bench.caFile = mode == "unknown certificate" ? "" : m_folder->filePath("cert.pem").toStdString();
    const bool silent = mode == "late" || mode == "garbled";
    bench.timeLimit = Duration::milliseconds(!silent ? 10'000 : server == "plain" ? 400 : 1000);
    bench.traits["email"] = mode.section(' ', 0, 0).toStdString() + "@customers.example";
    if (mode == "no user")
        settings.user = settings.secret = "";
    if (mode == "no address")
        bench.traits.clear();
    if (mode == "two addresses")
        bench.traits["email"] = "ida@customers.example>, <max@customers.example";
    if (mode == "two lines")
        bench.item.subject = "Hello\r\nBcc: all@shop.example";
    if (mode == "bad key")
        bench.item.key = "a>\r\nBcc: all@shop.example";
    if (mode == "bad sender")
        settings.from = "Shop\r\n <news@shop.example>";
    if (mode == "bad unsubscribe")
        settings.unsubscribe = "https://shop.example/\r\nBcc: all@shop.example";
    if (mode == "no secret")
        settings.secret = "NOT_SET";
    if (mode == "nobody")
        settings.url = "smtp://127.0.0.1:1";
    const auto came = bench.send(settings);
    const QJsonObject told = taken ? m_receiver->next() : QJsonObject();
    QCOMPARE(QString::fromStdString(ConnectorBench::text(came)), answer);
    if (taken) {
        QCOMPARE(told["server"].toString(), server);
        QCOMPARE(told["from"].toString(), QString("news@shop.example"));
        QCOMPARE(told["to"].toVariant().toStringList(), QStringList{mode + "@customers.example"});
        QCOMPARE(told["user"].toString(), QString(server == "plain" ? "" : "sender"));
        QCOMPARE(told["secure"].toBool(), server != "plain");
    }
    QVERIFY(m_receiver->isSilent());
}

void EmailTest::message() {
    ConnectorBench bench;
    bench.item.subject = "Grüße";
    bench.item.body = ".\n..\nEnde – bis bald";
    QCOMPARE(bench.send(settingsOf(*m_receiver, "plain")).state, DispatchState::Succeeded);
    QString head = "Date: Mon, 02 Mar 2026 08:00:05 +0000\r\n"
                   "From: =?UTF-8?B?TcO8bGxlciAmIFPDtmhuZQ==?=\r\n <news@shop.example>\r\n"
                   "To: <Ida.B@customers.example>\r\nMessage-ID: <9f86d081884c7d65-s1-a1b2@shop.example>\r\n"
                   "Subject: =?UTF-8?B?R3LDvMOfZQ==?=\r\n";
    const QString tail = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                         "Content-Transfer-Encoding: quoted-printable\r\n\r\n.\r\n..\r\nEnde =E2=80=93 bis bald\r\n";
    QCOMPARE(m_receiver->next()["message"].toString(),
             head + "List-Unsubscribe: <https://shop.example/u/customer-7>\r\n" + tail);
    bench.item.slot = documents::Slot::Service; // nothing that anybody could unsubscribe from
    QCOMPARE(bench.send(settingsOf(*m_receiver, "plain")).state, DispatchState::Succeeded);
    QCOMPARE(m_receiver->next()["message"].toString(), head + tail);
}

void EmailTest::longBodiesArriveWhole() {
    ConnectorBench bench;
    for (int i = 0; i < 2000; ++i)
        bench.item.body += "\n.line " + std::to_string(i);
    QCOMPARE(bench.send(settingsOf(*m_receiver, "plain")).state, DispatchState::Succeeded);
    const QString message = m_receiver->next()["message"].toString();
    QCOMPARE(message.section("\r\n\r\n", 1), QString::fromStdString(bench.item.body).replace("\n", "\r\n") + "\r\n");
}
