#include "execution/vendor_connector.h"

#include "base/json.h"
#include "execution/signature.h"

#include <algorithm>

namespace wayreeve::execution {

namespace {

/// The first that says anything.
std::string textOf(const VendorItem& item, const std::string& first, const std::string& second) {
    return !first.empty() ? first : !second.empty() ? second : item.actionId;
}

HttpRequest ticketRequest(const VendorItem& item, const std::string& method, const std::string& path, Context ticket) {
    HttpRequest request;
    request.method = method;
    request.url = joinUrl(item.settings.url, path);
    request.headers = {"Content-Type: application/json",
                       "Authorization: Basic " + base64(item.settings.user + "/token:" + item.secret)};
    request.body = writeJson(Context{{"ticket", std::move(ticket)}});
    return request;
}

/// Internal: a person decides what the customer gets to read.
Context note(const std::string& text) {
    return {{"body", text}, {"public", false}};
}

Result<HttpRequest> create(const VendorItem& item) {
    const Dispatch& dispatch = item.dispatch;
    Context ticket{{"subject", textOf(item, dispatch.subject, {})},
                   {"comment", note(textOf(item, dispatch.body, dispatch.subject))},
                   {"external_id", dispatch.key}};
    if (item.address)
        ticket.emplace_back("requester", Context{{"name", *item.address}, {"email", *item.address}});
    if (dispatch.channel == documents::Channel::Call)
        ticket.emplace_back("type", "task"); // a call for a person to make
    if (!item.settings.priority.empty())
        ticket.emplace_back("priority", item.settings.priority);
    if (!item.settings.tags.empty())
        ticket.emplace_back("tags", List(item.settings.tags.begin(), item.settings.tags.end()));
    HttpRequest request = ticketRequest(item, "POST", "/api/v2/tickets.json", std::move(ticket));
    request.headers.push_back("Idempotency-Key: " + dispatch.key);
    return request;
}

Result<HttpRequest> escalate(const VendorItem& item) {
    const auto number = item.environment.trait(item.dispatch.customer, item.settings.ticketTrait);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!number || number->empty() || number->size() > 18 || !std::all_of(number->begin(), number->end(), isDigit))
        return Error{"no-ticket"};
    const std::string priority = item.settings.priority.empty() ? "urgent" : item.settings.priority;
    return ticketRequest(
        item, "PUT", "/api/v2/tickets/" + *number + ".json",
        {{"priority", priority}, {"comment", note(textOf(item, item.dispatch.body, item.dispatch.subject))}});
}

Connector::Answer withTicket(Connector::Answer said, const HttpAnswer& answer, bool repeatable) {
    if (said.state != DispatchState::Succeeded)
        return said;
    const Value id = jsonOf(answer).member("ticket").member("id");
    if (id.number() == nullptr)
        return {DispatchState::Unknown, "garbled", {}, {}, repeatable};
    said.reference = id.toText();
    return said;
}

Connector::Answer created(const HttpAnswer& answer) {
    return withTicket(plainAnswer(answer), answer, true);
}

Connector::Answer escalated(const HttpAnswer& answer) {
    return withTicket(keylessAnswer(answer), answer, false);
}

} // namespace

const VendorFormat zendeskTicket{&create, &created};
const VendorFormat zendeskEscalation{&escalate, &escalated};

} // namespace wayreeve::execution
