#include "session/live_server.h"

#include <QDateTime>
#include <QJsonDocument>

#include <httplib.h>

namespace {

QString timestamp() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

} // namespace

LiveServer::LiveServer(const Place& place, const QString& now, const QStringList& more) {
    QStringList arguments{QStringLiteral("serve"),    place.path(),
                          QStringLiteral("--port"),   QStringLiteral("0"),
                          QStringLiteral("--json"),   QStringLiteral("--write-key"),
                          QStringLiteral("test-key"), QStringLiteral("--seed"),
                          QStringLiteral("1")};
    if (!now.isEmpty())
        arguments << QStringLiteral("--now") << now;
    m_process.start(QStringLiteral(WAYREEVE_BIN_DIR "/wayreevectl"), arguments + more);
    // The line comes once the door is open; a refusal ends the process.
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
        m_process.waitForReadyRead(60'000);
    m_start = QJsonDocument::fromJson(m_process.readLine()).object();
}

LiveServer::~LiveServer() {
    kill();
}

int LiveServer::port() const {
    return m_start.value(QStringLiteral("listening")).toString().section(QLatin1Char(':'), -1).toInt();
}

int LiveServer::post(const QJsonArray& events, const std::string& key) {
    httplib::Client client("127.0.0.1", port());
    client.set_read_timeout(15);
    client.set_basic_auth(key.c_str(), "");
    const QJsonObject body{{QStringLiteral("batch"), events}, {QStringLiteral("sentAt"), timestamp()}};
    const auto answer =
        client.Post("/v1/batch", QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString(), "application/json");
    return answer ? answer->status : 0;
}

QJsonObject LiveServer::end() {
    m_process.terminate();
    m_process.waitForFinished(60'000);
    return QJsonDocument::fromJson(m_process.readAllStandardOutput()).object();
}

void LiveServer::kill() {
    m_process.kill();
    m_process.waitForFinished(10'000);
}

QJsonObject liveEvent(const QString& id, const QString& user, const QString& name, const QJsonObject& properties) {
    const bool identify = name == QLatin1String("identify");
    QJsonObject event{{QStringLiteral("type"), identify ? QStringLiteral("identify") : QStringLiteral("track")},
                      {QStringLiteral("messageId"), id},
                      {QStringLiteral("userId"), user},
                      {QStringLiteral("timestamp"), timestamp()}};
    event.insert(identify ? QStringLiteral("traits") : QStringLiteral("properties"), properties);
    if (!identify)
        event.insert(QStringLiteral("event"), name);
    return event;
}

QJsonArray cartOf(int customer, bool angry) {
    const QString user = QStringLiteral("shopper-%1").arg(customer);
    QJsonArray events;
    const auto add = [&](const char* name, const QJsonObject& properties) {
        events.append(
            liveEvent(QStringLiteral("%1-%2").arg(user).arg(events.size()), user, QString::fromUtf8(name), properties));
    };
    add("identify", {{QStringLiteral("first_name"), QStringLiteral("Ana")},
                     {QStringLiteral("email"), user + QStringLiteral("@example.com")},
                     {QStringLiteral("tier"), QStringLiteral("silver")},
                     {QStringLiteral("favourite"), QStringLiteral("shoes")},
                     {QStringLiteral("subscriber"), true},
                     {QStringLiteral("vulnerable"), false},
                     {QStringLiteral("regulated"), false},
                     {QStringLiteral("compliance_flag"), false},
                     {QStringLiteral("timezone"), QStringLiteral("Europe/Berlin")}});
    for (const char* channel : {"email", "in-app", "web", "sms"})
        add("Consent Changed", {{QStringLiteral("purpose"), QStringLiteral("marketing")},
                                {QStringLiteral("channel"), QString::fromUtf8(channel)},
                                {QStringLiteral("granted"), true}});
    add("Page Viewed", {{QStringLiteral("page"), QStringLiteral("start")}});
    add("Product Viewed", {{QStringLiteral("product"), QStringLiteral("p-%1").arg(customer)},
                           {QStringLiteral("category"), QStringLiteral("shoes")},
                           {QStringLiteral("price"), 60 + customer}});
    add("Size Chart Viewed", {{QStringLiteral("category"), QStringLiteral("shoes")}});
    add("Cart Abandoned", {{QStringLiteral("value"), 60 + customer},
                           {QStringLiteral("margin"), 30 + customer / 2},
                           {QStringLiteral("stock"), 5},
                           {QStringLiteral("items"), 2},
                           {QStringLiteral("on_sale"), false},
                           {QStringLiteral("product"), QStringLiteral("p-%1").arg(customer)},
                           {QStringLiteral("category"), QStringLiteral("shoes")}});
    if (angry)
        add("Case Opened", {{QStringLiteral("topic"), QStringLiteral("billing")}, {QStringLiteral("value"), 150}});
    else
        add("Return Policy Viewed", {});
    return events;
}
