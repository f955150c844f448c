#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wayreeve::documents {

enum class ConnectorKind : std::uint8_t {
    Email,
    Webhook,
    Slack,
    Hubspot,
    ZendeskTicket,
    ZendeskEscalation,
    MetaAudienceAdd,
    MetaAudienceRemove
};

/// One connection of workspace.yaml, named by `connector` of actions (X2). What each kind sends, and which of the keys
/// it takes and needs, is in docs/formats/connectors.md.
struct ConnectorSettings {
    std::string id; ///< not "http" or "sandbox"
    ConnectorKind kind = ConnectorKind::Webhook;
    std::string url;
    std::string secret; ///< the environment variable that holds it; the secret itself is never in a document
    std::string user;
    std::string from;
    std::string unsubscribe;
    bool allowPlain = false; ///< e-mail without TLS, beyond this machine
    std::vector<std::string> traits;
    std::string channel;
    std::string property;
    std::string ticketTrait;
    std::string priority;
    std::vector<std::string> tags;
    bool operator==(const ConnectorSettings&) const = default;
};

} // namespace wayreeve::documents
