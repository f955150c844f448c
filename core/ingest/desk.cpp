#include "ingest/desk.h"

#include "base/json.h"
#include "base/text.h"
#include "ingest/cloud_events.h"
#include "ingest/inflate.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

namespace wayreeve::ingest {

namespace {

using Kind = Route::Kind;

struct Path {
    std::string_view path;
    Route route;
};

/// The short forms are analytics.js's.
constexpr std::array<Path, 17> paths{{{"/health", {Kind::Health, ""}},
                                      {"/v1/batch", {Kind::Segment, ""}},
                                      {"/v1/b", {Kind::Segment, ""}},
                                      {"/v1/import", {Kind::Segment, ""}},
                                      {"/v1/track", {Kind::Segment, "track"}},
                                      {"/v1/t", {Kind::Segment, "track"}},
                                      {"/v1/identify", {Kind::Segment, "identify"}},
                                      {"/v1/i", {Kind::Segment, "identify"}},
                                      {"/v1/page", {Kind::Segment, "page"}},
                                      {"/v1/p", {Kind::Segment, "page"}},
                                      {"/v1/screen", {Kind::Segment, "screen"}},
                                      {"/v1/s", {Kind::Segment, "screen"}},
                                      {"/v1/group", {Kind::Segment, "group"}},
                                      {"/v1/g", {Kind::Segment, "group"}},
                                      {"/v1/alias", {Kind::Segment, "alias"}},
                                      {"/v1/a", {Kind::Segment, "alias"}},
                                      {"/v1/events", {Kind::CloudEvents, ""}}}};

Refusal unauthorised() {
    return {401, "write-key"};
}

std::optional<std::string> base64Decoded(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    for (const int variant : {sodium_base64_VARIANT_ORIGINAL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING})
        if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                              nullptr, &length, nullptr, variant) == 0) {
            bytes.resize(length);
            return bytes;
        }
    return std::nullopt;
}

/// Whether `text` holds a known key in the place of a "writeKey", before anything is spent on reading all of it.
bool namesKnownKey(std::string_view text, const Sources& sources) {
    constexpr std::string_view name = "\"writeKey\"", gaps = " \t\r\n:";
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        const auto open = text.find_first_not_of(gaps, at + name.size());
        if (open == text.npos || text[open] != '"')
            continue;
        const auto close = text.find('"', open + 1);
        if (close != text.npos && close - open < 512 && sources.find(text.substr(open + 1, close - open - 1)))
            return true;
    }
    return false;
}

bool hasMember(const Value& object, std::string_view name) {
    const Context* const members = object.context();
    return members && std::any_of(members->begin(), members->end(), [&](const auto& m) { return m.first == name; });
}

/// Without its write key; with the route's type and the batch's context where it has none of its own.
Value finished(const Value& event, std::string_view type, const Value& context) {
    if (!event.context())
        return event;
    const bool typed = type.empty() || hasMember(event, "type");
    const bool placed = !context.context() || hasMember(event, "context");
    if (typed && placed && !hasMember(event, "writeKey"))
        return event;
    Context result;
    for (const auto& member : *event.context())
        if (member.first != "writeKey")
            result.push_back(member);
    if (!typed)
        result.emplace_back("type", std::string(type));
    if (!placed)
        result.emplace_back("context", context);
    return result;
}

/// All keys in the body belong to one source; that one, or nothing.
std::string sourceOf(const Value& json, const std::vector<Value>& events, const Sources& sources) {
    std::string source;
    const auto agrees = [&](const Value& holder) {
        if (!hasMember(holder, "writeKey"))
            return true;
        const Value key = holder.member("writeKey");
        const std::string* const found = key.text() ? sources.find(*key.text()) : nullptr;
        if (!found || (!source.empty() && source != *found))
            return false;
        source = *found;
        return true;
    };
    return agrees(json) && std::all_of(events.begin(), events.end(), agrees) ? source : std::string();
}

std::string withoutKey(std::string text, const std::string& key) {
    for (auto at = key.empty() ? text.npos : text.find(key); at != text.npos; at = text.find(key, at + 1))
        text.replace(at, key.size(), 1, '*'); // this overload: GCC 12 warns wrongly about the other
    return text;
}

std::variant<Delivery, Refusal> openSegment(const Route& route, const std::string& text, Access access,
                                            const Sources& sources, BodyLimits limits) {
    if (access.source.empty() && !namesKnownKey(text, sources))
        return unauthorised();
    Delivery delivery{std::move(access.source), {}, {}};
    if (trimmed(text).empty())
        return delivery;
    const auto json = parseJson(text);
    if (!json) {
        // Only the head's key counts here: in what cannot be read nothing is proven.
        if (delivery.source.empty())
            return unauthorised();
        delivery.events.emplace_back(withoutKey(asText(text), access.key));
        return delivery;
    }
    const Value batch = json->member("batch");
    const List single{*json};
    const List& events = batch.list() ? *batch.list() : json->list() ? *json->list() : single;
    if (events.size() > limits.events)
        return Refusal{413, "too-many-events"};
    if (delivery.source.empty())
        delivery.source = sourceOf(*json, events, sources);
    if (delivery.source.empty())
        return unauthorised();
    const Value context = batch.list() ? json->member("context") : Value();
    delivery.sentAt = batch.list() ? json->member("sentAt") : Value();
    for (const Value& event : events)
        delivery.events.push_back(finished(event, route.type, context));
    return delivery;
}

} // namespace

std::variant<Route, Refusal> routeOf(const Head& head) {
    if (head.method == "OPTIONS")
        return Route{Kind::Preflight, ""};
    std::string_view path = head.path;
    if (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const auto found = std::find_if(paths.begin(), paths.end(), [&](const Path& p) { return p.path == path; });
    if (found == paths.end())
        return Refusal{404, "not-found"};
    const bool health = found->route.kind == Kind::Health;
    if (health ? head.method != "GET" && head.method != "HEAD" : head.method != "POST")
        return Refusal{405, "method"};
    return found->route;
}

std::variant<Access, Refusal> accessOf(const Head& head, const Sources& sources) {
    if (!head.has("authorization"))
        return Access{};
    const std::string_view value = head.field("authorization");
    const auto blank = value.find(' ');
    const std::string scheme = asciiLower(value.substr(0, blank));
    const std::string_view rest = blank == value.npos ? std::string_view() : trimmed(value.substr(blank));
    std::string key;
    if (scheme == "bearer") {
        key = std::string(rest);
    } else if (scheme == "basic") {
        const auto pair = base64Decoded(rest);
        if (!pair)
            return unauthorised();
        key = pair->substr(0, pair->find(':'));
    }
    const std::string* const source = sources.find(key);
    if (!source)
        return unauthorised();
    return Access{*source, std::move(key)};
}

std::variant<Delivery, Refusal> openBody(const Route& route, const Head& head, const std::string& body, Access access,
                                         const Sources& sources, BodyLimits limits) {
    const Coding coding = codingOf(head.field("content-encoding"));
    if (coding == Coding::Unknown)
        return Refusal{415, "content-encoding"};
    if (route.kind == Kind::CloudEvents && access.source.empty())
        return unauthorised();
    // Some clients pack without saying so, and some proxies unpack without taking the field off.
    bool packed = looksGzipped(body) || coding == Coding::Deflate;
    Inflated inflated;
    if (packed) {
        inflated = inflateAll(body, coding, limits.inflated);
        packed = inflated.outcome != Inflated::Outcome::Damaged || !(body.starts_with('{') || body.starts_with('['));
    }
    const std::string& text = packed ? inflated.text : body;
    if ((packed && inflated.outcome == Inflated::Outcome::TooLarge) || text.size() > limits.inflated)
        return Refusal{413, "inflated-too-large"};
    if (packed && inflated.outcome == Inflated::Outcome::Damaged) {
        if (access.source.empty())
            return unauthorised();
        return Delivery{access.source, {Value(withoutKey(asText(text), access.key))}, {}};
    }
    if (route.kind == Kind::Segment)
        return openSegment(route, text, std::move(access), sources, limits);
    Delivery delivery{access.source, readCloudEvents(head, text), {}};
    if (delivery.events.size() > limits.events)
        return Refusal{413, "too-many-events"};
    return delivery;
}

std::string asText(const std::string& bytes) {
    return isValidUtf8(bytes) ? bytes : plainText(bytes);
}

} // namespace wayreeve::ingest
