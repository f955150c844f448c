#include "execution/connector_bench.h"
#include "execution/connector_tests.h"
#include "execution/http_call.h"
#include "execution/opt_out.h"
#include "execution/receiver_process.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::execution;
using Kind = documents::ConnectorKind;

namespace {

documents::ConnectorSettings settingsOf(Kind kind, const std::string& base) {
    documents::ConnectorSettings s;
    s.id = "x";
    s.kind = kind;
    s.secret = "SECRET";
    switch (kind) {
    case Kind::Slack:
        s.channel = "C0123456789";
        s.url = base + "/slack/";
        break;
    case Kind::Hubspot:
        s.url = base + "/hubspot";
        break;
    case Kind::ZendeskTicket:
    case Kind::ZendeskEscalation:
        s.url = base + "/zendesk";
        s.user = "agent@example.com";
        s.ticketTrait = "ticket";
        break;
    default:
        s.url = base + "/meta/23842";
    }
    return s;
}

std::string secretOf(Kind kind) {
    switch (kind) {
    case Kind::Slack:
        return "slack-token";
    case Kind::Hubspot:
        return "hubspot-token";
    case Kind::ZendeskTicket:
    case Kind::ZendeskEscalation:
        return "zendesk-token";
    default:
        return "meta-token";
    }
}

} // namespace

void VendorTest::initTestCase() {
    NEED_RECEIVERS();
    m_receiver = std::make_unique<ReceiverProcess>("vendors.js");
    QVERIFY(m_receiver->port() > 0);
}

void VendorTest::cleanupTestCase() {
    m_receiver.reset();
}

void VendorTest::answers_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("answer");
    const auto add = [](const char* vendor, Kind kind,
                        std::initializer_list<std::pair<const char*, const char*>> rows) {
        for (const auto& [mode, answer] : rows)
            QTest::addRow("%s, %s", vendor, mode) << static_cast<int>(kind) << mode << answer;
    };
    // Slack knows no keys: what may have been done is not tried again by itself.
    add("slack", Kind::Slack,
        {{"ok", "succeeded ok = 1503435956.000247"},
         {"bad", "failed slack-channel_not_found"},
         {"unclear", "unknown slack-fatal_error once"},
         {"limited", "unknown http-429 after 7"},
         {"down", "unknown http-503 after 3 once"},
         {"late", "unknown timeout once"},
         {"cut", "unknown connection-lost once"},
         {"garbled", "unknown garbled once"}});
    add("hubspot", Kind::Hubspot,
        {{"ok", "succeeded ok = 512"},
         {"bad", "failed http-404"},
         {"unclear", "unknown http-423"},
         {"limited", "unknown http-429 after 7"},
         {"down", "unknown http-503 after 3"},
         {"late", "unknown timeout"},
         {"cut", "unknown connection-lost"},
         {"garbled", "unknown garbled"}});
    add("zendesk ticket", Kind::ZendeskTicket,
        {{"ok", "succeeded ok = 3"},
         {"bad", "failed http-422"},
         {"unclear", "unknown http-409"},
         {"limited", "unknown http-429 after 7"},
         {"down", "unknown http-503 after 3"},
         {"late", "unknown timeout"},
         {"cut", "unknown connection-lost"},
         {"garbled", "unknown garbled"},
         {"ok again", "succeeded ok = 3"}}); // the same key: the same ticket
    add("zendesk escalation", Kind::ZendeskEscalation,
        {{"ok", "succeeded ok = 35436"},
         {"bad", "failed http-422"},
         {"unclear", "unknown http-409 once"},
         {"limited", "unknown http-429 after 7"},
         {"down", "unknown http-503 after 3 once"},
         {"late", "unknown timeout once"},
         {"cut", "unknown connection-lost once"},
         {"garbled", "unknown garbled once"}});
    for (const auto& [vendor, kind] :
         {std::pair("meta add", Kind::MetaAudienceAdd), std::pair("meta remove", Kind::MetaAudienceRemove)})
        add(vendor, kind,
            {{"ok", "succeeded ok = 9778993"},
             {"bad", "failed meta-100"},
             {"unclear", "unknown meta-80003"},
             {"limited", "unknown meta-80003 after 7"},
             {"down", "unknown http-503 after 3"},
             {"late", "unknown timeout"},
             {"cut", "unknown connection-lost"},
             {"garbled", "unknown garbled"}});
}

void VendorTest::answers() {
    QFETCH(int, kind);
    QFETCH(QString, mode);
    QFETCH(QString, answer);
    ConnectorBench bench;
    bench.variables["SECRET"] = secretOf(static_cast<Kind>(kind));
    bench.timeLimit = mode == "late" ? Duration::milliseconds(300) : Duration::seconds(10);
    const auto settings = settingsOf(static_cast<Kind>(kind), m_receiver->url("/" + mode.section(' ', 0, 0)));
    QCOMPARE(QString::fromStdString(ConnectorBench::text(bench.send(settings))), answer);
    QVERIFY(m_receiver->next()["status"].toInt() > 0);
}

void VendorTest::optOuts_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("call");
    const QString unsubscribe = QStringLiteral(
        "POST /hubspot/communication-preferences/v4/statuses/Ida.B%40customers.example/unsubscribe-all?channel=EMAIL");
    for (const auto& [mode, answer] : {std::pair("ok", "succeeded ok"),
                                       {"bad", "failed http-404"},
                                       {"unclear", "unknown http-423"},
                                       {"limited", "unknown http-429 after 7"},
                                       {"down", "unknown http-503 after 3"},
                                       {"late", "unknown timeout"},
                                       {"garbled", "succeeded ok"}, // its answer holds nothing that is read
                                       {"cut", "unknown connection-lost"}})
        QTest::addRow("hubspot, %s", mode) << static_cast<int>(Kind::Hubspot) << mode << answer << unsubscribe;
    // An audience is left, whether the connection is one that adds or one that removes.
    for (const Kind kind : {Kind::MetaAudienceAdd, Kind::MetaAudienceRemove})
        for (const auto& [mode, answer] : {std::pair("ok", "succeeded ok = 9778993"),
                                           {"bad", "failed meta-100"},
                                           {"unclear", "unknown meta-80003"},
                                           {"limited", "unknown meta-80003 after 7"},
                                           {"down", "unknown http-503 after 3"},
                                           {"late", "unknown timeout"},
                                           {"garbled", "unknown garbled"},
                                           {"cut", "unknown connection-lost"}})
            QTest::addRow("meta %d, %s", static_cast<int>(kind), mode)
                << static_cast<int>(kind) << mode << answer << "DELETE /meta/23842/users";
    QTest::newRow("slack has no place for it") << static_cast<int>(Kind::Slack) << "ok"
                                               << "failed no-opt-out" << QString();
}

void VendorTest::optOuts() {
    QFETCH(int, kind);
    QFETCH(QString, mode);
    QFETCH(QString, answer);
    QFETCH(QString, call);
    ConnectorBench bench;
    bench.variables["SECRET"] = secretOf(static_cast<Kind>(kind));
    bench.timeLimit = mode == "late" ? Duration::milliseconds(300) : Duration::seconds(10);
    bench.item.body = optOutBody({"Unsubscribed", "marketing", "email"});
    const auto settings = settingsOf(static_cast<Kind>(kind), m_receiver->url("/" + mode));
    QCOMPARE(QString::fromStdString(ConnectorBench::text(bench.send(settings, "Unsubscribed"))), answer);
    if (call.isEmpty())
        return;
    const QJsonObject told = m_receiver->next();
    QCOMPARE(told["method"].toString() + " " + told["path"].toString(), call);
}

void VendorTest::requests_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("auth");
    QTest::newRow("slack") << static_cast<int>(Kind::Slack) << "POST /slack/chat.postMessage"
                           << R"({"channel":"C0123456789","text":"Grüße &amp; &lt;mehr&gt;\nHallo \"Ida\""})"
                           << "Bearer slack-token";
    QTest::newRow("hubspot") << static_cast<int>(Kind::Hubspot)
                             << "PATCH /hubspot/crm/v3/objects/contacts/Ida.B%40customers.example?idProperty=email"
                             << R"({"properties":{"lifecyclestage":"customer"}})"
                             << "Bearer hubspot-token";
    QTest::newRow("zendesk ticket")
        << static_cast<int>(Kind::ZendeskTicket) << "POST /zendesk/api/v2/tickets.json"
        << R"({"ticket":{"subject":"Grüße & <mehr>","comment":{"body":"Hallo \"Ida\"","public":false},)"
           R"("external_id":"9f86d081884c7d65-s1-a1b2","requester":{"name":"Ida.B@customers.example",)"
           R"("email":"Ida.B@customers.example"},"type":"task","priority":"high","tags":["wayreeve","call"]}})"
        << "Basic YWdlbnRAZXhhbXBsZS5jb20vdG9rZW46emVuZGVzay10b2tlbg==";
    QTest::newRow("zendesk escalation")
        << static_cast<int>(Kind::ZendeskEscalation) << "PUT /zendesk/api/v2/tickets/35436.json"
        << R"({"ticket":{"priority":"high","comment":{"body":"Hallo \"Ida\"","public":false}}})"
        << "Basic YWdlbnRAZXhhbXBsZS5jb20vdG9rZW46emVuZGVzay10b2tlbg==";
    // printf ida.b@customers.example | sha256sum
    const QString form =
        "payload=%7B%22schema%22%3A%5B%22EMAIL%22%5D%2C%22data%22%3A%5B%5B%22"
        "f052d952986716268a897b46e1c8967ea651b98794846ee12c8af16700b97382%22%5D%5D%7D&access_token=meta-token";
    QTest::newRow("meta add") << static_cast<int>(Kind::MetaAudienceAdd) << "POST /meta/23842/users" << form << "";
    QTest::newRow("meta remove") << static_cast<int>(Kind::MetaAudienceRemove) << "DELETE /meta/23842/users" << form
                                 << "";
}

void VendorTest::requests() {
    QFETCH(int, kind);
    QFETCH(QString, call);
    ConnectorBench bench;
    bench.variables["SECRET"] = secretOf(static_cast<Kind>(kind));
    bench.item.channel = documents::Channel::Call;
    bench.item.subject = "Grüße & <mehr>";
    bench.item.body = "Hallo \"Ida\"";
    auto settings = settingsOf(static_cast<Kind>(kind), m_receiver->url("/ok"));
    settings.priority = "high";
    settings.tags = {"wayreeve", "call"};
    QCOMPARE(bench.send(settings).state, DispatchState::Succeeded);
    const QJsonObject told = m_receiver->next();
    QCOMPARE(told["method"].toString() + " " + told["path"].toString(), call);
    QTEST(told["body"].toString(), "body");
    QTEST(told["auth"].toString(), "auth");
    QCOMPARE(told["key"].toString(),
             QString(static_cast<Kind>(kind) == Kind::ZendeskTicket ? "9f86d081884c7d65-s1-a1b2" : ""));
}

void VendorTest::nothingIsSent_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("without");
    QTest::addColumn<QString>("answer");
    for (const Kind kind : {Kind::Hubspot, Kind::MetaAudienceAdd, Kind::MetaAudienceRemove})
        QTest::addRow("no address, %d", static_cast<int>(kind)) << static_cast<int>(kind) << "email"
                                                                << "failed no-address";
    QTest::newRow("no stage") << static_cast<int>(Kind::Hubspot) << "crm_stage"
                              << "failed no-stage";
    QTest::newRow("no ticket") << static_cast<int>(Kind::ZendeskEscalation) << "ticket"
                               << "failed no-ticket";
    QTest::newRow("no text") << static_cast<int>(Kind::Slack) << "text"
                             << "failed no-text";
    QTest::newRow("no key") << static_cast<int>(Kind::ZendeskTicket) << "key"
                            << "failed bad-key";
    QTest::newRow("no secret") << static_cast<int>(Kind::Slack) << "secret"
                               << "failed connector.no-secret";
    QTest::newRow("secret of two lines") << static_cast<int>(Kind::Slack) << "one-line"
                                         << "failed connector.bad-secret";
    QTest::newRow("ticket that is a path") << static_cast<int>(Kind::ZendeskEscalation) << "digits"
                                           << "failed no-ticket";
    QTest::newRow("login in the address") << static_cast<int>(Kind::Slack) << "url"
                                          << "failed connector.bad-url";
}

void VendorTest::nothingIsSent() {
    QFETCH(int, kind);
    QFETCH(QString, without);
    QFETCH(QString, answer);
    ConnectorBench bench;
    bench.variables["SECRET"] = secretOf(static_cast<Kind>(kind));
    bench.traits.erase(without.toStdString());
    auto settings = settingsOf(static_cast<Kind>(kind), m_receiver->url("/ok"));
    if (without == "crm_stage")
        bench.parameters.clear();
    if (without == "text")
        bench.item.subject = bench.item.body = "";
    if (without == "key")
        bench.item.key = "a\r\nX-Admin: 1";
    if (without == "secret")
        bench.variables.clear();
    if (without == "one-line")
        bench.variables["SECRET"] = "a\r\nX-Admin: 1";
    if (without == "digits")
        bench.traits["ticket"] = "1/../2";
    if (without == "url")
        settings.url = "https://user:password@slack.example/api";
    QCOMPARE(QString::fromStdString(ConnectorBench::text(bench.send(settings))), answer);
    QVERIFY(m_receiver->isSilent());
}

void VendorTest::fixtureIsStrict_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("auth");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    const auto slack = [](const char* name, const char* body, const char* says,
                          const char* auth = "Bearer slack-token") {
        QTest::addRow("slack, %s", name) << "POST"
                                         << "/slack/chat.postMessage" << auth << body << 200 << says;
    };
    slack("good", R"({"channel":"C","text":"t"})", "\"ok\":true");
    slack("unknown field", R"({"channel":"C","text":"t","txt":"u"})", "invalid_arguments");
    slack("missing field", R"({"channel":"C"})", "invalid_arguments");
    slack("wrong type", R"({"channel":"C","text":7})", "invalid_arguments");
    slack("wrong token", R"({"channel":"C","text":"t"})", "invalid_auth", "Bearer x");
    const char* const basic = "Basic YWdlbnRAZXhhbXBsZS5jb20vdG9rZW46emVuZGVzay10b2tlbg==";
    const auto zendesk = [&](const char* name, const char* method, const char* path, const char* body, int status) {
        QTest::addRow("zendesk, %s", name) << method << path << basic << body << status << "";
    };
    zendesk("good", "PUT", "/zendesk/api/v2/tickets/1.json", R"({"ticket":{"priority":"low"}})", 200);
    zendesk("no such priority", "PUT", "/zendesk/api/v2/tickets/1.json", R"({"ticket":{"priority":"top"}})", 422);
    zendesk("unknown field", "PUT", "/zendesk/api/v2/tickets/1.json", R"({"ticket":{"prio":"low"}})", 422);
    zendesk("unknown inner field", "PUT", "/zendesk/api/v2/tickets/1.json",
            R"({"ticket":{"comment":{"body":"b","html":"b"}}})", 422);
    zendesk("no key", "POST", "/zendesk/api/v2/tickets.json", R"({"ticket":{"subject":"s","comment":{"body":"b"}}})",
            422);
    zendesk("wrong method", "PATCH", "/zendesk/api/v2/tickets/1.json", R"({"ticket":{"priority":"low"}})", 404);
    zendesk("wrong path", "PUT", "/zendesk/api/v2/tickets/one.json", R"({"ticket":{"priority":"low"}})", 404);
    QTest::newRow("hubspot, no such stage")
        << "PATCH"
        << "/hubspot/crm/v3/objects/contacts/a%40b.example?idProperty=email"
        << "Bearer hubspot-token"
        << R"({"properties":{"lifecyclestage":"fan"}})" << 400 << "VALIDATION_ERROR";
    QTest::newRow("hubspot, by address without saying so")
        << "PATCH"
        << "/hubspot/crm/v3/objects/contacts/a%40b.example"
        << "Bearer hubspot-token"
        << R"({"properties":{"lifecyclestage":"lead"}})" << 405 << "";
    QTest::newRow("meta, plain address")
        << "POST"
        << "/meta/23842/users"
        << ""
        << R"(payload={"schema":["EMAIL"],"data":[["a@b.example"]]}&access_token=meta-token)" << 400 << "\"code\":100";
}

void VendorTest::fixtureIsStrict() {
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, auth);
    QFETCH(QString, body);
    HttpRequest request;
    request.method = method.toStdString();
    request.url = m_receiver->url("/ok" + path);
    const bool slack = path.startsWith("/slack"), meta = path.startsWith("/meta");
    request.headers = {std::string("Content-Type: ") + (meta    ? "application/x-www-form-urlencoded"
                                                        : slack ? "application/json; charset=utf-8"
                                                                : "application/json")};
    if (!auth.isEmpty())
        request.headers.push_back("Authorization: " + auth.toStdString());
    request.body = body.toStdString();
    const HttpAnswer answer = call(request);
    QTEST(static_cast<int>(answer.status), "status");
    QFETCH(QString, says);
    QVERIFY2(QString::fromStdString(answer.body).contains(says), answer.body.c_str());
    QVERIFY(!m_receiver->next().isEmpty());
}
