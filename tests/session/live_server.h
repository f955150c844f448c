#pragma once

#include "session/place.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>

#include <string>

/// A `wayreevectl serve` in a process of its own, and what a shop's own system would send it.
class LiveServer {
public:
    LiveServer(const Place& place, const QString& now, const QStringList& more = {});
    ~LiveServer();
    [[nodiscard]] bool ready() const { return !m_start.isEmpty(); }
    [[nodiscard]] QJsonObject start() const { return m_start; }
    [[nodiscard]] int port() const;
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }
    /// HTTP status of a batch sent with the write key; 0 where the connection broke.
    [[nodiscard]] int post(const QJsonArray& events, const std::string& key = "test-key");
    /// Asks it to stand still; the JSON it ends with.
    QJsonObject end();
    void kill();

private:
    QProcess m_process;
    QJsonObject m_start;
};

/// Events of one customer who has said yes to everything and left a cart: numbers make them differ. Times are those of
/// the machine, as an SDK writes them.
[[nodiscard]] QJsonArray cartOf(int customer, bool angry = false);
[[nodiscard]] QJsonObject liveEvent(const QString& id, const QString& user, const QString& name,
                                    const QJsonObject& properties = {});
