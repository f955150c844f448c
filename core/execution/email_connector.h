#pragma once

#include "documents/connectors.h"
#include "execution/connector.h"
#include "execution/connector_environment.h"
#include "execution/mail_message.h"

#include <memory>

namespace wayreeve::execution {

/// Sends one plain message by SMTP (RFC 5321) to the customer's address. Message-ID is the idempotency key at the
/// sender's domain; List-Unsubscribe goes with marketing. TLS: smtps:// at once; smtp:// by STARTTLS, which must be
/// offered unless the server is on this machine or `allow-plain` is set.
///
/// Codes: "ok"; Failed: "no-address", "bad-header", "bad-key", "tls", "tls-not-offered", "smtp-<5xx>"; Unknown:
/// "smtp-<4xx>" (turned away for now), "unreachable", "timeout", "connection-lost", "curl-<n>". SMTP knows no keys:
/// what was lost after the text went out is not repeatable. Errors of open(): openConnector's.
class EmailConnector final : public Connector {
public:
    [[nodiscard]] static Result<std::unique_ptr<Connector>> open(const documents::ConnectorSettings& settings,
                                                                 const ConnectorEnvironment& environment,
                                                                 const std::string& secret);
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey,
                              const std::string& actionId) override;

private:
    EmailConnector(documents::ConnectorSettings settings, ConnectorEnvironment environment, std::string secret,
                   Mailbox from);
    [[nodiscard]] Answer deliver(const std::string& to, const std::string& text) const;

    documents::ConnectorSettings m_settings;
    ConnectorEnvironment m_environment;
    std::string m_secret;
    Mailbox m_from;
};

} // namespace wayreeve::execution
