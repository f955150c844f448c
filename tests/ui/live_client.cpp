#include <httplib.h>

#include "live_client.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int postEvents(int port, const QByteArray& key, const QByteArray& json) {
    httplib::Client client("127.0.0.1", port);
    client.set_read_timeout(15);
    client.set_basic_auth(key.constData(), "");
    const auto answer = client.Post("/v1/batch", json.toStdString(), "application/json");
    return answer ? answer->status : 0;
}

QByteArray cartBatch(int customer) {
    const QByteArray user = "shopper-" + QByteArray::number(customer);
    const auto event = [&](const char* id, const char* rest) {
        return "{\"messageId\": \"" + user + id + "\", \"userId\": \"" + user + "\", " + rest + "}";
    };
    return "{\"batch\": [" +
           // An address of their own: of one person, one run in ten would have no decision, as the baseline has none.
           event("-1", R"("type": "identify", "traits": {"first_name": "Ana", "email": ")" + user +
                           R"(@example.com",)"
                           R"( "tier": "silver", "subscriber": true, "timezone": "Europe/Berlin"})") +
           "," +
           event("-2", R"("type": "track", "event": "Consent Changed",)"
                       R"( "properties": {"purpose": "marketing", "channel": "email", "granted": true})") +
           "," + event("-3", R"("type": "track", "event": "Size Chart Viewed", "properties": {"category": "shoes"})") +
           "," +
           event("-4", R"("type": "track", "event": "Cart Abandoned", "properties": {"value": 80, "margin": 40,)"
                       R"( "stock": 5, "items": 2, "on_sale": false, "product": "p-1", "category": "shoes"})") +
           "]}";
}

TakenPort::TakenPort()
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_socket, plain, size) == 0 && ::listen(m_socket, 1) == 0 && ::getsockname(m_socket, plain, &size) == 0)
        m_port = ntohs(address.sin_port);
}

TakenPort::~TakenPort() {
    ::close(m_socket);
}
