#include "execution/open_connector.h"

#include "base/text.h"
#include "execution/email_connector.h"
#include "execution/http_call.h"
#include "execution/mail_message.h"
#include "execution/vendor_connector.h"
#include "execution/webhook_connector.h"

namespace wayreeve::execution {

using documents::ConnectorKind;
using documents::ConnectorSettings;

namespace {

/// Every kind is here once it speaks to a receiver of others in tests/execution, in good and bad hours.
const VendorFormat* vendorOf(ConnectorKind kind) {
    switch (kind) {
    case ConnectorKind::Slack:
        return &slackMessage;
    case ConnectorKind::Hubspot:
        return &hubspotStage;
    case ConnectorKind::ZendeskTicket:
        return &zendeskTicket;
    case ConnectorKind::ZendeskEscalation:
        return &zendeskEscalation;
    case ConnectorKind::MetaAudienceAdd:
        return &metaAudienceAdd;
    case ConnectorKind::MetaAudienceRemove:
        return &metaAudienceRemove;
    case ConnectorKind::Email:
    case ConnectorKind::Webhook:
        break;
    }
    return nullptr;
}

} // namespace

Result<std::unique_ptr<Connector>> openConnector(const ConnectorSettings& settings,
                                                 const ConnectorEnvironment& environment) {
    const bool mail = settings.kind == ConnectorKind::Email;
    if (auto good = checkUrl(settings.url, mail ? "smtp,smtps" : "http,https"); !good)
        return good.error();
    if (hasLogin(settings.url))
        return Error{"connector.bad-url", {{"url", settings.url.substr(0, settings.url.find("//") + 2) + "…"}}};
    std::string secret;
    if (!settings.secret.empty()) {
        secret = environment.variable(settings.secret).value_or(std::string());
        if (secret.empty())
            return Error{"connector.no-secret", {{"id", settings.id}, {"name", settings.secret}}};
        if (!isHeaderSafe(secret))
            return Error{"connector.bad-secret", {{"id", settings.id}, {"name", settings.secret}}};
    }
    if (mail)
        return EmailConnector::open(settings, environment, secret);
    if (settings.kind == ConnectorKind::Webhook)
        return WebhookConnector::open(settings, environment, secret);
    return std::unique_ptr<Connector>(
        std::make_unique<VendorConnector>(settings, environment, secret, *vendorOf(settings.kind)));
}

std::optional<std::string> addressOf(const ConnectorEnvironment& environment, const Dispatch& dispatch,
                                     const std::string& customerKey) {
    const auto trait = environment.trait(dispatch.customer, "email");
    const auto mailbox = parseMailbox(trait ? std::string(trimmed(*trait)) : customerKey);
    if (!mailbox || !mailbox->name.empty())
        return std::nullopt;
    return mailbox->address;
}

} // namespace wayreeve::execution
