#include "execution/connector.h"

#include "base/json.h"
#include "execution/http_call.h"

namespace wayreeve::execution {

namespace {

std::string payload(const Dispatch& dispatch, const std::string& customerKey, const std::string& actionId) {
    return writeJson(Context{{"key", dispatch.key},
                             {"customer", customerKey},
                             {"action", actionId},
                             {"channel", std::string(nameOf(dispatch.channel))},
                             {"slot", std::string(nameOf(dispatch.slot))},
                             {"subject", dispatch.subject},
                             {"body", dispatch.body},
                             {"at", formatInstant(dispatch.at)}});
}

} // namespace

Result<std::unique_ptr<HttpConnector>> HttpConnector::open(const std::string& url) {
    if (auto good = checkUrl(url, "http,https"); !good)
        return good.error();
    return std::unique_ptr<HttpConnector>(new HttpConnector(url));
}

Connector::Answer HttpConnector::send(const Dispatch& dispatch, const std::string& customerKey,
                                      const std::string& actionId) {
    // A header must not be able to carry a second one.
    if (!isHeaderSafe(dispatch.key))
        return {DispatchState::Failed, "bad-key"};
    return plainAnswer(call({"POST",
                             m_url,
                             {"Content-Type: application/json", "Idempotency-Key: " + dispatch.key},
                             payload(dispatch, customerKey, actionId)}));
}

} // namespace wayreeve::execution
