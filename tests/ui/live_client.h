#pragma once

#include <QByteArray>

/// What a shop's server does; blocks, and needs nobody's event loop.
/// The answer's status to a POST of this JSON to /v1/batch; 0 where nobody answered.
int postEvents(int port, const QByteArray& key, const QByteArray& json);

/// Four events of one customer, up to a cart that was left behind.
QByteArray cartBatch(int customer);

/// A port that somebody listens on, until it is destroyed.
class TakenPort {
public:
    TakenPort();
    ~TakenPort();
    TakenPort(const TakenPort&) = delete;
    TakenPort& operator=(const TakenPort&) = delete;
    [[nodiscard]] int port() const { return m_port; }

private:
    int m_socket;
    int m_port = 0;
};
