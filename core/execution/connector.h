#pragma once

#include "base/result.h"
#include "execution/dispatch.h"

#include <memory>
#include <string>

namespace wayreeve::execution {

/// Does one thing in the outside world. Must pass the idempotency key on. Called from dispatcher threads, never from
/// the window's. Answers Succeeded, Failed (surely not done) or Unknown (may have been done: is tried again with the
/// same key).
class Connector {
public:
    virtual ~Connector() = default;
    struct Answer {
        DispatchState state = DispatchState::Unknown;
        std::string code;
    };
    [[nodiscard]] virtual Answer send(const Dispatch& dispatch, const std::string& customerKey,
                                      const std::string& actionId) = 0;
};

/// Records instead of sending; always succeeds. What simulations and stories use.
class SandboxConnector final : public Connector {
public:
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey,
                              const std::string& actionId) override;
};

/// POSTs JSON (key, customer, action, channel, slot, subject, body, at) to one URL with the header Idempotency-Key; 2xx
/// succeeds, 408/409/425/429/5xx and lost connections are Unknown, everything else (other 4xx, redirects) fails. Codes:
/// "ok", "http-<status>", "timeout", "unreachable", "connection-lost", "tls", "bad-key", "curl-<n>". Time limit 10 s.
/// Any thread. Error "connector.bad-url" (url) at construction: only http and https.
class HttpConnector final : public Connector {
public:
    [[nodiscard]] static Result<std::unique_ptr<HttpConnector>> open(const std::string& url);
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey,
                              const std::string& actionId) override;

private:
    HttpConnector(std::string url, bool loopback)
        : m_url(std::move(url))
        , m_loopback(loopback) {}
    std::string m_url;
    bool m_loopback; ///< reached without a proxy
};

} // namespace wayreeve::execution
