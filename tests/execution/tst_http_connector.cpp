#include "execution/execution_tests.h"
#include "execution/memory_outbox.h"

#include "base/json.h"

#include <QtTest>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

using namespace wayreeve;
using namespace wayreeve::execution;

namespace {

/// A plain HTTP receiver on loopback: one connection after another, one request each.
class Receiver {
public:
    struct Request {
        std::string line;
        std::map<std::string, std::string> headers;
        std::string body;
    };
    /// What is sent back, whole; an empty answer closes the connection.
    using Handler = std::function<std::string(const Request&)>;

    explicit Receiver(Handler handler)
        : m_handler(std::move(handler)) {
        m_socket = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (m_socket < 0 || bind(m_socket, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
            listen(m_socket, 16) != 0 || getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length) != 0)
            qFatal("no loopback socket");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { run(); });
    }
    ~Receiver() {
        m_ending = true;
        shutdown(m_socket, SHUT_RDWR); // wakes accept()
        m_thread.join();
        close(m_socket);
    }
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/actions"; }
    std::vector<Request> requests; ///< read after the answer has come back

private:
    void run() {
        while (!m_ending) {
            const int connection = accept(m_socket, nullptr, nullptr);
            if (connection < 0)
                continue;
            if (const Request request = read(connection); !request.line.empty()) {
                requests.push_back(request);
                const std::string answer = m_handler(request);
                (void)!::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
            }
            close(connection);
        }
    }
    static Request read(int connection) {
        std::string text;
        const auto more = [&] {
            char buffer[4096];
            const ssize_t n = recv(connection, buffer, sizeof buffer, 0);
            text.append(buffer, n > 0 ? static_cast<std::size_t>(n) : 0);
            return n > 0;
        };
        while (text.find("\r\n\r\n") == std::string::npos)
            if (!more())
                return {};
        const std::size_t end = text.find("\r\n\r\n");
        Request request;
        for (std::size_t at = 0; at < end;) {
            const std::size_t eol = text.find("\r\n", at);
            const std::string line = text.substr(at, eol - at);
            if (const std::size_t colon = line.find(": "); at > 0 && colon != std::string::npos)
                request.headers[line.substr(0, colon)] = line.substr(colon + 2);
            else if (at == 0)
                request.line = line;
            at = eol + 2;
        }
        const std::size_t length = std::stoul("0" + request.headers["Content-Length"]);
        while (text.size() < end + 4 + length)
            if (!more())
                return {};
        request.body = text.substr(end + 4, length);
        return request;
    }

    Handler m_handler;
    int m_socket = -1;
    int m_port = 0;
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

std::string status(int code) {
    return "HTTP/1.1 " + std::to_string(code) + " X\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";
}

Dispatch dispatch() {
    Dispatch item;
    item.key = "a1b2";
    item.channel = documents::Channel::Email;
    item.slot = documents::Slot::Service;
    item.subject = "Ihr \"Paket\"";
    item.body = "Zeile 1\nZeile 2 – größer";
    item.at = {1'772'438'400'000};
    return item;
}

} // namespace

void HttpConnectorTest::badUrls_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("http") << "http://127.0.0.1:8080/x" << true;
    QTest::newRow("https") << "https://example.com/hook?a=b" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("no scheme") << "example.com/x" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("gopher") << "gopher://example.com" << false;
    QTest::newRow("no host") << "http://" << false;
    QTest::newRow("port") << "http://example.com:99999/" << false;
    QTest::newRow("blank") << "http://exa mple.com/" << false;
}

void HttpConnectorTest::badUrls() {
    QFETCH(QString, url);
    QFETCH(bool, good);
    const auto opened = HttpConnector::open(url.toStdString());
    QCOMPARE(opened.ok(), good);
    if (!good) {
        QCOMPARE(opened.error().code, std::string("connector.bad-url"));
        QCOMPARE(opened.error().parameter("url"), url.toStdString());
    }
}

void HttpConnectorTest::sendsKeyAndJson() {
    Receiver receiver([](const Receiver::Request&) { return status(200); });
    auto connector = std::move(HttpConnector::open(receiver.url()).value());
    const Connector::Answer answer = connector->send(dispatch(), "customer-7", "send_mail");
    QCOMPARE(answer.state, DispatchState::Succeeded);
    QCOMPARE(answer.code, std::string("ok"));
    QCOMPARE(receiver.requests.size(), std::size_t{1});
    const auto& request = receiver.requests[0];
    QCOMPARE(request.line, std::string("POST /actions HTTP/1.1"));
    QCOMPARE(request.headers.at("Idempotency-Key"), std::string("a1b2"));
    QCOMPARE(request.headers.at("Content-Type"), std::string("application/json"));
    QCOMPARE(request.body,
             std::string(R"({"key":"a1b2","customer":"customer-7","action":"send_mail","channel":"email",)"
                         R"("slot":"service","subject":"Ihr \"Paket\"","body":"Zeile 1\nZeile 2 – größer",)"
                         R"("at":"2026-03-02T08:00:00Z"})"));
}

void HttpConnectorTest::statusCodes_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("result");
    QTest::newRow("200") << 200 << "succeeded"
                         << "ok";
    QTest::newRow("202") << 202 << "succeeded"
                         << "ok";
    QTest::newRow("204") << 204 << "succeeded"
                         << "ok";
    QTest::newRow("302") << 302 << "failed"
                         << "http-302";
    QTest::newRow("400") << 400 << "failed"
                         << "http-400";
    QTest::newRow("404") << 404 << "failed"
                         << "http-404";
    QTest::newRow("408") << 408 << "unknown"
                         << "http-408";
    QTest::newRow("409") << 409 << "unknown"
                         << "http-409";
    QTest::newRow("422") << 422 << "failed"
                         << "http-422";
    QTest::newRow("425") << 425 << "unknown"
                         << "http-425";
    QTest::newRow("429") << 429 << "unknown"
                         << "http-429";
    QTest::newRow("500") << 500 << "unknown"
                         << "http-500";
    QTest::newRow("503") << 503 << "unknown"
                         << "http-503";
}

void HttpConnectorTest::statusCodes() {
    QFETCH(int, code);
    Receiver receiver([code](const Receiver::Request&) { return status(code); });
    const auto answer = (*HttpConnector::open(receiver.url()))->send(dispatch(), "c", "a");
    QTEST(QString::fromStdString(std::string(nameOf(answer.state))), "state");
    QTEST(QString::fromStdString(answer.code), "result");
}

void HttpConnectorTest::lostConnections() {
    std::string url;
    {
        Receiver receiver([](const Receiver::Request&) { return std::string(); });
        url = receiver.url();
        const auto answer = (*HttpConnector::open(url))->send(dispatch(), "c", "a");
        QCOMPARE(answer.state, DispatchState::Unknown);
        QCOMPARE(answer.code, std::string("connection-lost"));
    }
    const auto answer = (*HttpConnector::open(url))->send(dispatch(), "c", "a"); // nobody listens any more
    QCOMPARE(answer.state, DispatchState::Unknown);
    QCOMPARE(answer.code, std::string("unreachable"));
}

void HttpConnectorTest::keyCannotSmuggleAHeader() {
    Receiver receiver([](const Receiver::Request&) { return status(200); });
    Dispatch item = dispatch();
    for (const char* key : {"", "a\r\nX-Admin: 1", "a\nb"}) {
        item.key = key;
        const auto answer = (*HttpConnector::open(receiver.url()))->send(item, "c", "a");
        QCOMPARE(answer.state, DispatchState::Failed);
        QCOMPARE(answer.code, std::string("bad-key"));
    }
    QVERIFY(receiver.requests.empty());
}

void HttpConnectorTest::duplicatesCollapseAtTheReceiver() {
    // Every first answer is lost after the work was done, and the first process dies before it settles anything.
    std::map<std::string, int> effects, asked;
    Receiver receiver([&](const Receiver::Request& request) {
        const std::string key = request.headers.at("Idempotency-Key");
        effects.emplace(key, 0);
        effects[key] = 1; // done once, however often it is asked for
        return ++asked[key] == 1 ? std::string() : status(200);
    });
    auto connector = std::move(HttpConnector::open(receiver.url()).value());
    MemoryOutbox outbox;
    for (std::uint64_t n = 1; n <= 20; ++n)
        outbox.add(n);
    governance::StopSwitch stop;
    const auto drain = [&] {
        Dispatcher dispatcher(
            outbox, stop, [&](const std::string&) { return connector.get(); }, [](Sym) { return std::string("x"); },
            {6, [](Duration) {}});
        return dispatcher.drainOnce();
    };
    outbox.failingSettles = 1;
    QVERIFY(!drain().ok());
    QCOMPARE(*outbox.recover(), 20);
    QCOMPARE(*drain(), 20);
    for (const Dispatch& item : outbox.items)
        QCOMPARE(item.state, DispatchState::Succeeded);
    QCOMPARE(effects.size(), std::size_t{20});
    QVERIFY(receiver.requests.size() >= 41); // 20 lost, one settled in vain, 20 more
}
