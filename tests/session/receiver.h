#pragma once

#include "session/place.h"

#include <httplib.h>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

/// Honours idempotency keys, as a receiver should: what it has done once it does not do again.
class Receiver {
public:
    Receiver() {
        m_server.Post("/actions", [this](const httplib::Request& request, httplib::Response& response) {
            const std::string key = request.get_header_value("Idempotency-Key");
            {
                const std::lock_guard lock(m_mutex);
                ++m_asked[key];
            }
            if (onCall)
                onCall();
            response.status = status;
            response.set_content("{}", "application/json");
        });
        m_port = m_server.bind_to_any_port("127.0.0.1");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
        while (!m_server.is_running())
            std::this_thread::yield();
    }
    ~Receiver() {
        m_server.stop();
        m_thread.join();
    }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/actions"; }
    [[nodiscard]] std::map<std::string, int> asked() {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    [[nodiscard]] std::size_t calls() {
        std::size_t sum = 0;
        for (const auto& [key, times] : asked())
            sum += static_cast<std::size_t>(times);
        return sum;
    }
    std::atomic<int> status = 200; ///< what it answers
    std::function<void()> onCall;  ///< on the server's threads, before the answer

private:
    httplib::Server m_server;
    int m_port = 0;
    std::mutex m_mutex;
    std::map<std::string, int> m_asked;
    std::thread m_thread;
};

/// Every action of the demo goes to the receiver.
inline void connectAll(const Place& place, const Receiver& receiver) {
    place.edit("workspace.yaml", "epoch: 15 min", "epoch: 15 min\nconnector-url: " + receiver.url());
    place.edit("actions.yaml", "\n    slot: ", "\n    connector: http\n    slot: ");
}
