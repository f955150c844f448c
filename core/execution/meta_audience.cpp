#include "execution/vendor_connector.h"

#include "base/json.h"
#include "base/text.h"
#include "execution/signature.h"

#include <array>

namespace wayreeve::execution {

namespace {

/// The address goes out hashed, trimmed and in lower case, as a form: that is how Meta publishes the call.
Result<HttpRequest> users(const VendorItem& item, const char* method) {
    if (!item.address)
        return Error{"no-address"};
    const std::string payload =
        writeJson(Context{{"schema", List{"EMAIL"}}, {"data", List{List{sha256Hex(asciiLower(*item.address))}}}});
    HttpRequest request;
    request.method = method;
    request.url = joinUrl(item.settings.url, "/users");
    request.headers = {"Content-Type: application/x-www-form-urlencoded"};
    request.body = "payload=" + urlPart(payload) + "&access_token=" + urlPart(item.secret);
    return request;
}

Result<HttpRequest> add(const VendorItem& item) {
    return users(item, "POST");
}

Result<HttpRequest> remove(const VendorItem& item) {
    return users(item, "DELETE");
}

/// Codes of the Graph API that ask to come again: unknown, service, and the limits on calls.
bool isPassing(const Value& error) {
    constexpr std::array<int, 8> codes{1, 2, 4, 17, 32, 341, 613, 80003};
    if (error.member("is_transient").isTrue())
        return true;
    for (const int code : codes)
        if (error.member("code") == Value(code))
            return true;
    return false;
}

Connector::Answer answerOf(const HttpAnswer& answer) {
    Connector::Answer said = plainAnswer(answer);
    if (answer.status == 0)
        return said;
    const Value json = jsonOf(answer);
    if (const Value error = json.member("error"); error.context() != nullptr) {
        said.state =
            isPassing(error) || said.state == DispatchState::Unknown ? DispatchState::Unknown : DispatchState::Failed;
        said.code = vendorCode("meta", error.member("code").toText());
        if (said.state == DispatchState::Unknown)
            said.retryAfter = answer.retryAfter;
        return said;
    }
    if (said.state != DispatchState::Succeeded)
        return said;
    if (json.member("num_received") != Value(1) || json.member("num_invalid_entries").number() == nullptr)
        return {DispatchState::Unknown, "garbled"};
    if (json.member("num_invalid_entries") != Value(0))
        return {DispatchState::Failed, "meta-invalid_entry"};
    said.reference = json.member("session_id").toText();
    return said;
}

} // namespace

const VendorFormat metaAudienceAdd{&add, &answerOf, true, &remove, &answerOf};
const VendorFormat metaAudienceRemove{&remove, &answerOf, true, &remove, &answerOf};

} // namespace wayreeve::execution
