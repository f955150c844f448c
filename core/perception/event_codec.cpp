#include "perception/event_codec.h"

#include <array>

namespace wayreeve::perception {
namespace {

/// An event without surroundings is written as it always was; with them there is one field more.
constexpr std::uint64_t plain = 1, withSurroundings = 2;
constexpr std::size_t fields = 13;
constexpr std::size_t malformedFields = 3; // an event's array is longer

template <class S>
auto textsOf(S& s) {
    return std::array{&s.device, &s.agent, &s.address, &s.screen, &s.locale, &s.referrer, &s.campaign, &s.place};
}

} // namespace

void encode(cbor::Writer& writer, const Event& event, const Symbols& symbols) {
    writer.array(event.seenAt ? fields + 1 : fields);
    writer.uint(event.seenAt ? withSurroundings : plain);
    writer.uint(static_cast<std::uint64_t>(event.type));
    const Sym name = symbols.find(event.name);
    writer.uint(name);
    writer.text(name == 0 ? std::string_view(event.name) : std::string_view());
    writer.text(event.messageId);
    writer.text(event.userId);
    writer.text(event.anonymousId);
    writer.text(event.previousId);
    writer.instant(event.time);
    writer.instant(event.receivedAt);
    writer.uint(event.sequence);
    writer.value(event.properties);
    writer.text(event.zone);
    if (!event.seenAt)
        return;
    const auto texts = textsOf(*event.seenAt);
    const std::string& software = event.seenAt->software; // hardly anybody's: one text more
    writer.array(texts.size() + (software.empty() ? 0 : 1));
    for (const std::string* text : texts)
        writer.text(*text);
    if (!software.empty())
        writer.text(software);
}

Result<Event> decodeEvent(cbor::Reader& reader, const Symbols& symbols) {
    Event event;
    const std::size_t size = reader.array();
    const std::uint64_t version = reader.uint();
    if ((size != fields || version != plain) && (size != fields + 1 || version != withSurroundings))
        reader.fail();
    const std::uint64_t type = reader.uint();
    if (type > static_cast<std::uint64_t>(EventType::Alias))
        reader.fail();
    const std::uint64_t name = reader.uint();
    event.name = reader.text();
    if (name >= symbols.size())
        reader.fail();
    event.messageId = reader.text();
    event.userId = reader.text();
    event.anonymousId = reader.text();
    event.previousId = reader.text();
    event.time = reader.instant();
    event.receivedAt = reader.instant();
    event.sequence = reader.uint();
    event.properties = reader.value();
    event.zone = reader.text();
    if (version == withSurroundings) {
        Surroundings surroundings;
        const auto texts = textsOf(surroundings);
        const std::size_t count = reader.array();
        if (count != texts.size() && count != texts.size() + 1)
            reader.fail();
        for (std::string* text : texts)
            *text = reader.text();
        if (count > texts.size() && (surroundings.software = reader.text()).empty())
            reader.fail();
        event.seenAt = SharedSurroundings(std::move(surroundings));
        if (!event.seenAt)
            reader.fail(); // would be written otherwise
    }
    if (reader.failed())
        return Error{"state.invalid", {{"part", "event"}}, {}, 0, 0};
    event.type = static_cast<EventType>(type);
    if (name != 0)
        event.name = symbols.name(static_cast<Sym>(name));
    return event;
}

std::vector<std::uint8_t> encodeMalformed(const Malformed& malformed) {
    cbor::Writer writer;
    writer.array(malformedFields);
    writer.text(malformed.raw);
    writer.text(malformed.reason.code);
    writer.array(2 * malformed.reason.parameters.size());
    for (const auto& [name, value] : malformed.reason.parameters) {
        writer.text(name);
        writer.text(value);
    }
    return writer.take();
}

std::optional<Malformed> decodeMalformed(std::span<const std::uint8_t> bytes) {
    cbor::Reader reader(bytes);
    if (reader.array() != malformedFields)
        return std::nullopt;
    Malformed malformed;
    malformed.raw = reader.text();
    malformed.reason.code = reader.text();
    for (std::size_t count = reader.array() / 2; count > 0 && !reader.failed(); --count) {
        std::string name(reader.text());
        malformed.reason.parameters.emplace_back(std::move(name), std::string(reader.text()));
    }
    if (reader.failed() || !reader.atEnd())
        return std::nullopt;
    return malformed;
}

} // namespace wayreeve::perception
