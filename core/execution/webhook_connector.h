#pragma once

#include "documents/connectors.h"
#include "execution/connector.h"
#include "execution/connector_environment.h"

#include <atomic>
#include <memory>
#include <vector>

namespace wayreeve::execution {

/// POSTs an action to a gateway by Standard Webhooks 1.0.0: webhook-id is the idempotency key, the same at every try;
/// webhook-timestamp is that of the try; webhook-signature is webhookSignature() of the body. What carries SMS, push,
/// in-app messages, offers to re-rank and prompts to receivers that have no format of their own here; the payload is in
/// docs/formats/connectors.md.
///
/// Codes: HttpConnector's. After 410 Gone the connector is off for as long as it lives: Failed, "gone", without a call.
/// Any thread.
class WebhookConnector final : public Connector {
public:
    /// "connector.bad-secret" (id, name) where `secret` is not webhookKeys()'.
    [[nodiscard]] static Result<std::unique_ptr<Connector>> open(const documents::ConnectorSettings& settings,
                                                                 const ConnectorEnvironment& environment,
                                                                 const std::string& secret);
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey,
                              const std::string& actionId) override;
    [[nodiscard]] bool honoursKeys() const override { return true; }

private:
    WebhookConnector(documents::ConnectorSettings settings, ConnectorEnvironment environment,
                     std::vector<std::string> keys);

    documents::ConnectorSettings m_settings;
    ConnectorEnvironment m_environment;
    std::vector<std::string> m_keys;
    std::atomic<bool> m_gone = false;
};

} // namespace wayreeve::execution
