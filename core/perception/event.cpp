#include "perception/event.h"

#include "base/finite.h"
#include "base/hash.h"
#include "base/json.h"
#include "perception/sentiment.h"

#include <array>
#include <utility>

namespace wayreeve::perception {
namespace {

constexpr Duration largestLead = Duration::minutes(5);
/// What RFC 3339 can write, the years 1 … 9999: corrected times have to be written again.
constexpr Instant earliest{-62'135'596'800'000};
constexpr Instant latest{253'402'300'799'999};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> typeNames{{{"identify", "Identified"},
                                                                                  {"track", ""},
                                                                                  {"page", "Page Viewed"},
                                                                                  {"screen", "Screen Viewed"},
                                                                                  {"group", "Grouped"},
                                                                                  {"alias", "Aliased"}}};

bool isBlank(char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
}

/// Trimmed, inner control characters dropped: fits one CSV field or log line.
std::string oneLine(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    std::string out;
    out.reserve(text.size());
    for (const char c : text)
        if (c == ' ' || !isBlank(c))
            out += c;
    return out;
}

std::string identifier(const Value& value) {
    if (const auto* text = value.text())
        return oneLine(*text);
    return value.number() ? value.number()->toString() : std::string();
}

std::string line(const Value& value) {
    return value.text() ? oneLine(*value.text()) : std::string();
}

Error failure(const char* code, const char* parameter, std::string value) {
    return Error{code, {{parameter, std::move(value)}}, {}, 0, 0};
}

Error failure(const char* code) {
    return Error{code, {}, {}, 0, 0};
}

Result<EventType> typeOf(const Value& json) {
    const std::string written = line(json.member("type"));
    for (std::size_t i = 0; i < typeNames.size(); ++i)
        if (typeNames[i].first == written)
            return static_cast<EventType>(i);
    return failure("event.type", "type", written);
}

/// The instant in a field, nullopt in `found` where the field is absent or null.
Result<void> readTime(const Value& json, const char* field, std::optional<Instant>& found) {
    const Value value = json.member(field);
    if (value.isNull())
        return {};
    std::optional<Instant> instant;
    if (const auto* known = value.dateTime())
        instant = *known;
    else if (const auto* text = value.text())
        if (const auto parsed = parseInstant(*text); parsed.ok())
            instant = *parsed;
    if (!instant || *instant < earliest || *instant > latest)
        return failure("event.bad-time", "field", field);
    found = instant;
    return {};
}

/// A length as people say it: whole days, hours or minutes from two of them on.
Duration rounded(Duration length) {
    for (const Duration unit : {Duration::days(1), Duration::hours(1), Duration::minutes(1), Duration::seconds(1)})
        if (length.ms >= 2 * unit.ms)
            return {length.ms / unit.ms * unit.ms};
    return {length.ms / 1000 * 1000};
}

/// When it happened on the receiver's clock: Segment's timestamp = receivedAt − (sentAt − originalTimestamp).
Result<Instant> timeOf(const Value& json, Instant receivedAt) {
    std::optional<Instant> timestamp, original, sentAt;
    for (auto [field, target] :
         {std::pair{"timestamp", &timestamp}, std::pair{"originalTimestamp", &original}, std::pair{"sentAt", &sentAt}})
        if (const auto read = readTime(json, field, *target); !read.ok())
            return read.error();
    const bool corrected = timestamp && original;
    if (!timestamp)
        timestamp = original;
    if (!timestamp)
        return receivedAt;
    Instant time = *timestamp;
    if (sentAt && !corrected)
        time = time + (receivedAt - *sentAt);
    if (time < earliest)
        return failure("event.bad-time", "field", "sentAt");
    if (time > receivedAt + largestLead)
        return failure("event.future", "by", formatDuration(rounded(time - receivedAt)));
    return std::min(time, receivedAt);
}

std::string hashId(const Value& json, Instant receivedAt) {
    Context counted;
    for (const auto& member : *json.context())
        if (member.first != "sentAt")
            counted.push_back(member);
    if (json.member("timestamp").isNull() && json.member("originalTimestamp").isNull())
        counted.emplace_back("\x01receivedAt", formatInstant(receivedAt));
    return "hash-" + hashOf(writeCanonicalJson(Value(std::move(counted)))).hex().substr(0, 32);
}

/// "items.#1.price" and the number there, of the first that no double can hold; nullopt where there is none.
std::optional<std::pair<std::string, std::string>> beyondDouble(const Value& value, const std::string& path) {
    const std::string dot = path.empty() ? "" : ".";
    if (value.number() && !isFiniteDouble(*value.number()))
        return std::pair{path, value.number()->toString()};
    if (value.list())
        for (std::size_t i = 0; i < value.list()->size(); ++i)
            if (auto found = beyondDouble((*value.list())[i], path + dot + "#" + std::to_string(i)))
                return found;
    if (value.context())
        for (const auto& [key, member] : *value.context())
            if (auto found = beyondDouble(member, path + dot + oneLine(key)))
                return found;
    return std::nullopt;
}

Result<Value> propertiesOf(const Value& json, EventType type) {
    if (type == EventType::Alias)
        return Value(Context{});
    const bool traits = type == EventType::Identify || type == EventType::Group;
    Value given = json.member(traits ? "traits" : "properties");
    if (given.isNull())
        given = Context{};
    if (!given.context())
        return failure("event.bad-properties", "found", std::string(typeName(given.type())));
    const bool named = type == EventType::Page || type == EventType::Screen;
    if (!named && type != EventType::Group)
        return given;
    const char* key = named ? "name" : "groupId";
    std::string extra = named ? line(json.member(key)) : identifier(json.member(key));
    if (extra.empty() || !given.member(key).isNull())
        return given;
    Context extended;
    for (const auto& member : *given.context())
        if (member.first != key)
            extended.push_back(member);
    extended.emplace_back(key, std::move(extra));
    return Value(std::move(extended));
}

} // namespace

std::string_view nameOf(EventType type) {
    return typeNames[static_cast<std::size_t>(type)].first;
}

Result<Event> parseSegmentEvent(const Value& json, Instant receivedAt) {
    if (!json.context())
        return failure("event.not-an-object");
    const auto type = typeOf(json);
    if (!type.ok())
        return type.error();
    Event event;
    event.type = *type;
    event.receivedAt = receivedAt;
    event.name = event.type == EventType::Track ? line(json.member("event"))
                                                : std::string(typeNames[static_cast<std::size_t>(event.type)].second);
    if (event.name.empty())
        return failure("event.no-name");
    event.userId = identifier(json.member("userId"));
    event.anonymousId = identifier(json.member("anonymousId"));
    event.previousId = event.type == EventType::Alias ? identifier(json.member("previousId")) : std::string();
    const Value said = json.member("properties");
    const bool mayBeOfObject = event.type == EventType::Track && said.context() && !said.context()->empty();
    if (event.userId.empty() && event.anonymousId.empty() && !mayBeOfObject)
        return failure("event.no-id");
    auto properties = propertiesOf(json, event.type);
    if (!properties.ok())
        return properties.error();
    if (const auto beyond = beyondDouble(*properties, {}))
        return Error{"event.number-too-large", {{"property", beyond->first}, {"found", beyond->second}}, {}, 0, 0};
    event.properties = std::move(*properties);
    const auto time = timeOf(json, receivedAt);
    if (!time.ok())
        return time.error();
    event.time = *time;
    event.zone = line(json.path("context.timezone"));
    event.seenAt = surroundingsOf(json.member("context"));
    event.messageId = identifier(json.member("messageId"));
    if (event.messageId.empty())
        event.messageId = hashId(json, receivedAt);
    completeMessage(event, LexiconScorer());
    return event;
}

std::vector<Result<Event>> parseSegmentBody(const Value& json, Instant receivedAt) {
    std::vector<Result<Event>> events;
    const Value batch = json.member("batch");
    if (!batch.list()) {
        events.push_back(parseSegmentEvent(json, receivedAt));
        return events;
    }
    const Value sentAt = json.member("sentAt");
    events.reserve(batch.list()->size());
    for (const Value& item : *batch.list()) {
        if (!item.context() || sentAt.isNull() || !item.member("sentAt").isNull()) {
            events.push_back(parseSegmentEvent(item, receivedAt));
            continue;
        }
        Context withSentAt = *item.context();
        std::erase_if(withSentAt, [](const auto& member) { return member.first == "sentAt"; });
        withSentAt.emplace_back("sentAt", sentAt);
        events.push_back(parseSegmentEvent(Value(std::move(withSentAt)), receivedAt));
    }
    return events;
}

Value toSegmentJson(const Event& event) {
    Context json;
    const auto put = [&](const char* key, const std::string& text) {
        if (!text.empty())
            json.emplace_back(key, text);
    };
    put("type", std::string(nameOf(event.type)));
    if (event.type == EventType::Track)
        put("event", event.name);
    put("messageId", event.messageId);
    put("userId", event.userId);
    put("anonymousId", event.anonymousId);
    put("previousId", event.previousId);
    put("timestamp", formatInstant(event.time));
    put("receivedAt", formatInstant(event.receivedAt));
    if (event.type == EventType::Identify || event.type == EventType::Group)
        json.emplace_back("traits", event.properties);
    else if (event.type != EventType::Alias)
        json.emplace_back("properties", event.properties);
    Context context;
    if (!event.zone.empty())
        context.emplace_back("timezone", event.zone);
    if (event.seenAt)
        appendTo(context, *event.seenAt);
    if (!context.empty())
        json.emplace_back("context", std::move(context));
    return Value(std::move(json));
}

} // namespace wayreeve::perception
