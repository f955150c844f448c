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
    [[nodiscard]] virtual Answer send(const Dispatch& dispatch, const std::string& customerKey, const std::string& actionId) = 0;
};

/// Records instead of sending; always succeeds. What simulations and stories use.
class SandboxConnector final : public Connector {
public:
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey, const std::string& actionId) override;
};

/// POSTs JSON to one URL with the header Idempotency-Key; 2xx succeeds, 408/409/425/429/5xx and lost connections are
/// Unknown, other 4xx fail. Time limit 10 s. Error "connector.bad-url" at construction.
class HttpConnector final : public Connector {
public:
    [[nodiscard]] static Result<std::unique_ptr<HttpConnector>> open(const std::string& url);
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey, const std::string& actionId) override;

private:
    explicit HttpConnector(std::string url) : m_url(std::move(url)) {}
    std::string m_url;
};

} // namespace wayreeve::execution
