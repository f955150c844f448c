#pragma once

#include "base/result.h"
#include "execution/dispatch.h"

#include <memory>
#include <optional>
#include <string>

namespace wayreeve::execution {

/// Does one thing in the outside world. Must pass the idempotency key on. Called from dispatcher threads, never from
/// the window's. Answers Succeeded, Failed (surely not done) or Unknown (may have been done, or not yet: is tried again
/// with the same key, unless `repeatable` says that the receiver would do it twice).
class Connector {
public:
    virtual ~Connector() = default;
    struct Answer {
        DispatchState state = DispatchState::Unknown;
        std::string code;
        std::optional<Duration> retryAfter = {}; ///< what the receiver asked to wait (429, 503)
        std::string reference = {};              ///< the receiver's own name of what was done (ticket, message)
        bool repeatable = true; ///< false: it may have been done, and the receiver does not know the key
    };
    [[nodiscard]] virtual Answer send(const Dispatch& dispatch, const std::string& customerKey,
                                      const std::string& actionId) = 0;
    /// Whether a call that was cut off may be made again with the same key, whenever that is: the receiver does nothing
    /// twice. Where not, the dispatcher writes down that a call begins before it makes it.
    [[nodiscard]] virtual bool honoursKeys() const { return false; }
};

/// Records instead of sending; always succeeds. What simulations and stories use.
class SandboxConnector final : public Connector {
public:
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey,
                              const std::string& actionId) override;
    [[nodiscard]] bool honoursKeys() const override { return true; }
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
    [[nodiscard]] bool honoursKeys() const override { return true; }

private:
    explicit HttpConnector(std::string url)
        : m_url(std::move(url)) {}
    std::string m_url;
};

} // namespace wayreeve::execution
