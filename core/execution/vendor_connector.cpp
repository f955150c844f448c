#include "execution/vendor_connector.h"

#include "base/json.h"
#include "execution/open_connector.h"
#include "execution/opt_out.h"

namespace wayreeve::execution {

VendorConnector::VendorConnector(documents::ConnectorSettings settings, ConnectorEnvironment environment,
                                 std::string secret, const VendorFormat& format)
    : m_settings(std::move(settings))
    , m_environment(std::move(environment))
    , m_secret(std::move(secret))
    , m_format(format) {}

Connector::Answer VendorConnector::send(const Dispatch& dispatch, const std::string& customerKey,
                                        const std::string& actionId) {
    if (!isHeaderSafe(dispatch.key))
        return {DispatchState::Failed, "bad-key"};
    const bool optOut = isOptOut(actionId);
    if (optOut && m_format.optOut == nullptr)
        return {DispatchState::Failed, "no-opt-out"};
    auto request =
        (optOut ? m_format.optOut : m_format.request)({m_settings, m_environment, m_secret, dispatch, customerKey,
                                                       actionId, addressOf(m_environment, dispatch, customerKey)});
    if (!request)
        return {DispatchState::Failed, request.error().code};
    request->timeLimit = m_environment.timeLimit;
    request->caFile = m_environment.caFile;
    return (optOut ? m_format.optOutAnswer : m_format.answer)(call(*request));
}

Value jsonOf(const HttpAnswer& answer) {
    auto json = parseJson(answer.body);
    return json && json->context() != nullptr ? std::move(*json) : Value();
}

std::string vendorCode(const std::string& vendor, const std::string& word) {
    std::string code = vendor + "-";
    for (const char c : word)
        if (((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') && code.size() < 64)
            code += c;
    return code;
}

} // namespace wayreeve::execution
