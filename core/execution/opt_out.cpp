#include "execution/opt_out.h"

#include "base/json.h"

namespace wayreeve::execution {

using documents::ConnectorKind;

bool isOptOut(const std::string& actionId) {
    return actionId == "Suppressed" || actionId == "Unsubscribed" || actionId == "Consent Changed" ||
           actionId == erasedEvent;
}

bool isUnwelcome(const std::string& result) {
    return result == consentWithdrawn || result == customerSuppressed || result == noPerson;
}

std::string optOutBody(const OptOut& optOut) {
    return writeCanonicalJson(
        Value(Context{{"event", optOut.event}, {"purpose", optOut.purpose}, {"channel", optOut.channel}}));
}

std::optional<OptOut> optOutOf(const Dispatch& dispatch) {
    const auto json = parseJson(dispatch.body);
    if (!json || json->member("event").text() == nullptr)
        return std::nullopt;
    return OptOut{json->member("event").toText(), json->member("purpose").toText(), json->member("channel").toText()};
}

bool takesOptOut(ConnectorKind kind, const OptOut& optOut) {
    switch (kind) {
    case ConnectorKind::Webhook:
        return true;
    case ConnectorKind::Hubspot:
        return optOut.channel.empty() || optOut.channel == "email";
    case ConnectorKind::MetaAudienceAdd:
    case ConnectorKind::MetaAudienceRemove:
        return optOut.channel.empty() || optOut.channel == "ads";
    case ConnectorKind::Email:
    case ConnectorKind::Slack:
    case ConnectorKind::ZendeskTicket:
    case ConnectorKind::ZendeskEscalation:
        break;
    }
    return false;
}

} // namespace wayreeve::execution
