#include "perception/event_codec.h"

namespace wayreeve::perception {
namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t fields = 13;

} // namespace

void encode(cbor::Writer& writer, const Event& event, const Symbols& symbols) {
    writer.array(fields);
    writer.uint(version);
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
}

Result<Event> decodeEvent(cbor::Reader& reader, const Symbols& symbols) {
    Event event;
    if (reader.array() != fields || reader.uint() != version)
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
    if (reader.failed())
        return Error{"state.invalid", {{"part", "event"}}, {}, 0, 0};
    event.type = static_cast<EventType>(type);
    if (name != 0)
        event.name = symbols.name(static_cast<Sym>(name));
    return event;
}

} // namespace wayreeve::perception
