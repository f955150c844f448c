#include "ingest/cloud_events.h"

#include "base/json.h"
#include "base/text.h"
#include "ingest/desk.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace wayreeve::ingest {

namespace {

constexpr std::string_view fieldPrefix = "ce-";

int hexDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// HTTP binding §3.1.3.2: characters that a field cannot hold are percent-encoded UTF-8.
std::string percentDecoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool coded = text[i] == '%' && i + 2 < text.size();
        const int high = coded ? hexDigit(text[i + 1]) : -1, low = coded ? hexDigit(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return isValidUtf8(decoded) ? decoded : plainText(decoded);
}

std::string base64Of(const std::string& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // its closing zero
    return text;
}

bool isJsonType(std::string_view contentType) {
    const std::string type = asciiLower(trimmed(contentType.substr(0, contentType.find(';'))));
    return type.empty() || type.ends_with("/json") || type.ends_with("+json");
}

/// Percent-encodes blanks, so that the first blank of "source id" always ends the source.
std::string withoutBlanks(const std::string& source) {
    std::string result;
    for (const char c : source)
        result += c == ' ' ? std::string("%20") : std::string(1, c);
    return result;
}

/// A binary-mode event in the form that structured mode has.
Value gathered(const Head& head, const std::string& body) {
    Context event;
    for (const auto& [name, value] : head.fields) {
        if (!name.starts_with(fieldPrefix) || name.size() == fieldPrefix.size())
            continue;
        const std::string attribute = name.substr(fieldPrefix.size());
        const bool ofBody = attribute == "data" || attribute == "data_base64" || attribute == "datacontenttype";
        const auto sameName = [&](const auto& entry) { return entry.first == attribute; };
        if (!ofBody && std::none_of(event.begin(), event.end(), sameName))
            event.emplace_back(attribute, percentDecoded(value));
    }
    const std::string_view type = head.field("content-type");
    if (!type.empty())
        event.emplace_back("datacontenttype", plainText(type));
    if (body.empty())
        return event;
    if (isJsonType(type)) {
        const auto json = parseJson(body);
        event.emplace_back("data", json ? *json : Value(asText(body)));
    } else if (isValidUtf8(body)) {
        event.emplace_back("data", body);
    } else {
        event.emplace_back("data_base64", base64Of(body));
    }
    return event;
}

} // namespace

Value segmentOfCloudEvent(const Value& event) {
    const Value id = event.member("id"), source = event.member("source"), type = event.member("type");
    const Value version = event.member("specversion"), subject = event.member("subject"), data = event.member("data");
    const auto filled = [](const Value& value) { return value.text() && !value.text()->empty(); };
    if (!filled(id) || !filled(source) || !filled(type) || !version.text() || !version.text()->starts_with("1."))
        return event;
    Context track{{"type", "track"}, {"event", type}, {"messageId", withoutBlanks(*source.text()) + " " + *id.text()}};
    if (filled(subject))
        track.emplace_back("userId", subject);
    else if (filled(event.member("userid")))
        track.emplace_back("userId", event.member("userid"));
    if (filled(event.member("anonymousid")))
        track.emplace_back("anonymousId", event.member("anonymousid"));
    if (!event.member("time").isNull())
        track.emplace_back("timestamp", event.member("time"));
    if (data.context())
        track.emplace_back("properties", data);
    else if (!data.isNull())
        track.emplace_back("properties", Context{{"data", data}});
    else if (const Value bytes = event.member("data_base64"); !bytes.isNull())
        track.emplace_back("properties", Context{{"data_base64", bytes}});
    Context attributes;
    for (const auto& [name, value] : *event.context())
        if (name != "data" && name != "data_base64")
            attributes.emplace_back(name, value);
    track.emplace_back("context", Context{{"cloudevent", std::move(attributes)}});
    return track;
}

std::vector<Value> readCloudEvents(const Head& head, const std::string& body) {
    if (head.has("ce-specversion") || head.has("ce-id"))
        return {segmentOfCloudEvent(gathered(head, body))};
    if (trimmed(body).empty())
        return {};
    const auto json = parseJson(body);
    if (!json)
        return {Value(asText(body))};
    std::vector<Value> events;
    if (json->list())
        for (const Value& event : *json->list())
            events.push_back(segmentOfCloudEvent(event));
    else
        events.push_back(segmentOfCloudEvent(*json));
    return events;
}

} // namespace wayreeve::ingest
