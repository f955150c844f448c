#include "execution/vendor_connector.h"

#include "base/json.h"

#include <algorithm>
#include <array>

namespace wayreeve::execution {

namespace {

/// The three characters that Slack's text gives a meaning.
std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text)
        safe += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return safe;
}

Result<HttpRequest> request(const VendorItem& item) {
    const std::string& subject = item.dispatch.subject;
    const std::string& body = item.dispatch.body;
    const std::string text = subject + (subject.empty() || body.empty() ? "" : "\n") + body;
    if (text.empty())
        return Error{"no-text"};
    HttpRequest request;
    request.url = joinUrl(item.settings.url, "/chat.postMessage");
    request.headers = {"Content-Type: application/json; charset=utf-8", "Authorization: Bearer " + item.secret};
    request.body = writeJson(Context{{"channel", item.settings.channel}, {"text", escaped(text)}});
    return request;
}

/// Slack answers 200 for errors too: `ok` decides.
Connector::Answer answerOf(const HttpAnswer& answer) {
    Connector::Answer said = keylessAnswer(answer);
    if (said.state != DispatchState::Succeeded)
        return said;
    const Value json = jsonOf(answer);
    const Value ok = json.member("ok");
    if (ok.boolean() == nullptr)
        return {DispatchState::Unknown, "garbled", {}, {}, false};
    if (ok.isTrue()) {
        said.reference = json.member("ts").toText();
        return said;
    }
    const std::string error = json.member("error").toText();
    said.code = vendorCode("slack", error);
    said.state = DispatchState::Failed;
    constexpr std::array<std::string_view, 2> limited{"ratelimited", "rate_limited"};
    constexpr std::array<std::string_view, 4> unclear{"fatal_error", "internal_error", "request_timeout",
                                                      "service_unavailable"};
    if (std::find(limited.begin(), limited.end(), error) != limited.end()) {
        said.state = DispatchState::Unknown;
        said.retryAfter = answer.retryAfter;
    } else if (std::find(unclear.begin(), unclear.end(), error) != unclear.end()) {
        said.state = DispatchState::Unknown; // "some aspect of the operation" may have succeeded, says Slack
        said.repeatable = false;
    }
    return said;
}

} // namespace

const VendorFormat slackMessage{&request, &answerOf};

} // namespace wayreeve::execution
