#include "execution/webhook_connector.h"

#include "base/json.h"
#include "execution/http_call.h"
#include "execution/opt_out.h"
#include "execution/signature.h"

#include <algorithm>

namespace wayreeve::execution {

namespace {

/// "action.in_app": the specification wants letters, digits and '_' between full stops.
std::string typeOf(documents::Channel channel) {
    std::string name(nameOf(channel));
    std::replace(name.begin(), name.end(), '-', '_');
    return "action." + name;
}

/// What the customer took back: no action, so nothing of one.
std::string optOutPayload(const Dispatch& dispatch, const std::string& customerKey, const OptOut& optOut,
                          Context traits) {
    return writeJson(Context{{"type", "consent.withdrawn"},
                             {"timestamp", formatInstant(dispatch.at)},
                             {"data", Context{{"key", dispatch.key},
                                              {"customer", customerKey},
                                              {"event", optOut.event},
                                              {"purpose", optOut.purpose},
                                              {"channel", optOut.channel},
                                              {"traits", std::move(traits)}}}});
}

std::string payload(const Dispatch& dispatch, const std::string& customerKey, const std::string& actionId,
                    const documents::ConnectorSettings& settings, const ConnectorEnvironment& environment) {
    Context traits;
    for (const std::string& trait : settings.traits)
        if (auto value = environment.trait(dispatch.customer, trait))
            traits.emplace_back(trait, Value(std::move(*value)));
    if (const auto optOut = isOptOut(actionId) ? optOutOf(dispatch) : std::nullopt)
        return optOutPayload(dispatch, customerKey, *optOut, std::move(traits));
    Context data{{"key", dispatch.key},
                 {"customer", customerKey},
                 {"action", actionId},
                 {"channel", std::string(nameOf(dispatch.channel))},
                 {"slot", std::string(nameOf(dispatch.slot))},
                 {"subject", dispatch.subject},
                 {"body", dispatch.body},
                 {"parameters", environment.parameters(actionId)},
                 {"traits", std::move(traits)}};
    return writeJson(Context{
        {"type", typeOf(dispatch.channel)}, {"timestamp", formatInstant(dispatch.at)}, {"data", std::move(data)}});
}

} // namespace

WebhookConnector::WebhookConnector(documents::ConnectorSettings settings, ConnectorEnvironment environment,
                                   std::vector<std::string> keys)
    : m_settings(std::move(settings))
    , m_environment(std::move(environment))
    , m_keys(std::move(keys)) {}

Result<std::unique_ptr<Connector>> WebhookConnector::open(const documents::ConnectorSettings& settings,
                                                          const ConnectorEnvironment& environment,
                                                          const std::string& secret) {
    auto keys = webhookKeys(secret);
    if (!keys)
        return Error{"connector.bad-secret", {{"id", settings.id}, {"name", settings.secret}}};
    return std::unique_ptr<Connector>(new WebhookConnector(settings, environment, std::move(*keys)));
}

Connector::Answer WebhookConnector::send(const Dispatch& dispatch, const std::string& customerKey,
                                         const std::string& actionId) {
    // A full stop in the id would let one signature stand for two messages.
    if (!isHeaderSafe(dispatch.key) || dispatch.key.find('.') != std::string::npos)
        return {DispatchState::Failed, "bad-key"};
    if (m_gone)
        return {DispatchState::Failed, "gone"};
    const std::int64_t seconds = m_environment.now().ms / 1000;
    HttpRequest request;
    request.url = m_settings.url;
    request.body = payload(dispatch, customerKey, actionId, m_settings, m_environment);
    request.headers = {"Content-Type: application/json", "webhook-id: " + dispatch.key,
                       "webhook-timestamp: " + std::to_string(seconds),
                       "webhook-signature: " + webhookSignature(m_keys, dispatch.key, seconds, request.body)};
    request.timeLimit = m_environment.timeLimit;
    request.caFile = m_environment.caFile;
    const HttpAnswer answer = call(request);
    if (answer.status == 410)
        m_gone = true;
    return plainAnswer(answer);
}

} // namespace wayreeve::execution
