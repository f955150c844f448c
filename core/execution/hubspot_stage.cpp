#include "execution/vendor_connector.h"

#include "base/json.h"

namespace wayreeve::execution {

namespace {

Result<HttpRequest> request(const VendorItem& item) {
    if (!item.address)
        return Error{"no-address"};
    const Value stage = Value(item.environment.parameters(item.actionId)).member("crm_stage");
    if (stage.text() == nullptr || stage.text()->empty())
        return Error{"no-stage"};
    const std::string property = item.settings.property.empty() ? "lifecyclestage" : item.settings.property;
    HttpRequest request;
    request.method = "PATCH";
    request.url =
        joinUrl(item.settings.url, "/crm/v3/objects/contacts/" + urlPart(*item.address) + "?idProperty=email");
    request.headers = {"Content-Type: application/json", "Authorization: Bearer " + item.secret};
    request.body = writeJson(Context{{"properties", Context{{property, *stage.text()}}}});
    return request;
}

/// 423 (locked for two seconds) and 477 (the account is being moved) are HubSpot's own.
Connector::Answer answerOf(const HttpAnswer& answer) {
    Connector::Answer said = plainAnswer(answer);
    if (answer.status == 423 || answer.status == 477) {
        said.state = DispatchState::Unknown;
        said.retryAfter = answer.retryAfter;
    }
    if (said.state != DispatchState::Succeeded)
        return said;
    const Value id = jsonOf(answer).member("id");
    if (id.text() == nullptr)
        return {DispatchState::Unknown, "garbled"};
    said.reference = *id.text();
    return said;
}

/// POST …/unsubscribe-all of the v4 subscriptions API: it takes no body, and answers with none unless asked.
Result<HttpRequest> unsubscribe(const VendorItem& item) {
    if (!item.address)
        return Error{"no-address"};
    HttpRequest request;
    request.method = "POST";
    request.url = joinUrl(item.settings.url, "/communication-preferences/v4/statuses/" + urlPart(*item.address) +
                                                 "/unsubscribe-all?channel=EMAIL");
    request.headers = {"Content-Type: application/json", "Authorization: Bearer " + item.secret};
    return request;
}

Connector::Answer unsubscribed(const HttpAnswer& answer) {
    Connector::Answer said = plainAnswer(answer);
    if (answer.status == 423 || answer.status == 477) {
        said.state = DispatchState::Unknown;
        said.retryAfter = answer.retryAfter;
    }
    return said;
}

} // namespace

const VendorFormat hubspotStage{&request, &answerOf, true, &unsubscribe, &unsubscribed};

} // namespace wayreeve::execution
