#include "perception/customer_codec.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

constexpr std::uint64_t version = 1, cutVersion = 2; // 2 is of whose history something was given up
constexpr std::size_t fields = 16;                   // and one more of who has to do with accounts or objects
/// A claimed length says nothing about the bytes that follow; memory is taken as elements are really read.
constexpr std::size_t firstReserve = 64;

constexpr std::uint64_t mixedArms = 1, suppressed = 2, lowQuality = 4, zoneFromProfile = 8, allFlags = 63;
constexpr int machineBits = 4; // two of them

std::uint64_t flagsOf(const Customer& c) {
    return (c.mixedArms ? mixedArms : 0) | (c.suppressed ? suppressed : 0) | (c.lowQuality ? lowQuality : 0) |
           (c.zoneFromProfile ? zoneFromProfile : 0) | static_cast<std::uint64_t>(c.machine) << machineBits;
}

/// Reads `T`s until the announced number or the first failure.
template <class T, class Read>
void readList(cbor::Reader& reader, std::vector<T>& list, Read read) {
    const std::size_t count = reader.array();
    list.reserve(std::min(count, firstReserve));
    for (std::size_t i = 0; i < count && !reader.failed(); ++i)
        list.push_back(read());
}

Sym readSymbol(cbor::Reader& reader, const Symbols& symbols) {
    const std::uint64_t symbol = reader.uint();
    if (symbol < symbols.size())
        return static_cast<Sym>(symbol);
    reader.fail();
    return 0;
}

template <class E>
E readEnum(cbor::Reader& reader, E last) {
    const std::uint64_t number = reader.uint();
    if (number <= static_cast<std::uint64_t>(last))
        return static_cast<E>(number);
    reader.fail();
    return E{};
}

void element(cbor::Reader& reader, std::size_t size) {
    if (reader.array() != size)
        reader.fail();
}

void encodeLists(cbor::Writer& writer, const Customer& customer) {
    writer.array(customer.traits.size());
    for (const Value& trait : customer.traits)
        writer.value(trait);
    writer.array(customer.traitTimes.size());
    for (const Instant at : customer.traitTimes)
        writer.instant(at);
    writer.array(customer.consents.size());
    for (const Consent& consent : customer.consents) {
        writer.array(4);
        writer.uint(consent.purpose);
        writer.uint(static_cast<std::uint64_t>(consent.channel));
        writer.boolean(consent.granted);
        writer.instant(consent.since);
    }
    writer.array(customer.history.size());
    for (const auto& item : customer.history) {
        writer.array(3);
        writer.instant(item.time);
        writer.uint(item.event);
        writer.value(item.properties);
    }
    writer.array(customer.contacts.size());
    for (const Contact& contact : customer.contacts) {
        writer.array(!contact.reached.isNever() ? 9 : contact.with == 0 ? 7 : 8);
        writer.instant(contact.at);
        writer.uint(contact.action);
        writer.uint(static_cast<std::uint64_t>(contact.channel));
        writer.uint(static_cast<std::uint64_t>(contact.slot));
        writer.uint(contact.family);
        writer.uint(contact.proposal);
        writer.boolean(contact.sent);
        if (contact.with != 0 || !contact.reached.isNever())
            writer.uint(contact.with);
        if (!contact.reached.isNever())
            writer.instant(contact.reached);
    }
    writer.array(customer.ids.size());
    for (const std::string& id : customer.ids)
        writer.text(id);
}

void decodeLists(cbor::Reader& reader, Customer& customer, const Symbols& symbols) {
    readList(reader, customer.traits, [&] { return reader.value(); });
    readList(reader, customer.traitTimes, [&] { return reader.instant(); });
    readList(reader, customer.consents, [&] {
        element(reader, 4);
        Consent consent;
        consent.purpose = readSymbol(reader, symbols);
        consent.channel = readEnum(reader, documents::Channel::Ads);
        consent.granted = reader.boolean();
        consent.since = reader.instant();
        return consent;
    });
    readList(reader, customer.history, [&] {
        element(reader, 3);
        rules::HistoryItem item;
        item.time = reader.instant();
        item.event = readSymbol(reader, symbols);
        item.properties = reader.value();
        return item;
    });
    readList(reader, customer.contacts, [&] {
        const std::size_t parts = reader.array();
        if (parts < 7 || parts > 9)
            reader.fail();
        Contact contact;
        contact.at = reader.instant();
        contact.action = readSymbol(reader, symbols);
        contact.channel = readEnum(reader, documents::Channel::Ads);
        contact.slot = readEnum(reader, documents::Slot::Operation);
        contact.family = readSymbol(reader, symbols);
        contact.proposal = reader.uint();
        contact.sent = reader.boolean();
        contact.with = parts >= 8 ? static_cast<CustomerNo>(reader.uint()) : 0;
        contact.reached = parts == 9 ? reader.instant() : Instant::never();
        if (parts == 9 && contact.reached.isNever())
            reader.fail();
        return contact;
    });
    readList(reader, customer.ids, [&] { return reader.text(); });
}

bool hasLinks(const Customer& customer) {
    return customer.isAccount || !customer.group.empty() || !customer.objects.empty();
}

void encodeLinks(cbor::Writer& writer, const Customer& customer) {
    writer.array(4);
    writer.boolean(customer.isAccount);
    writer.text(customer.group);
    writer.instant(customer.groupSince);
    writer.array(customer.objects.size());
    for (const ObjectLink& link : customer.objects) {
        writer.array(3);
        writer.text(link.kind);
        writer.text(link.id);
        writer.instant(link.at);
    }
}

void decodeLinks(cbor::Reader& reader, Customer& customer) {
    element(reader, 4);
    customer.isAccount = reader.boolean();
    customer.group = reader.text();
    customer.groupSince = reader.instant();
    readList(reader, customer.objects, [&] {
        element(reader, 3);
        ObjectLink link;
        link.kind = reader.text();
        link.id = reader.text();
        link.at = reader.instant();
        return link;
    });
}

} // namespace

void encode(cbor::Writer& writer, const Customer& customer, const Symbols&) {
    const bool isCut = !customer.cut.empty();
    writer.array(fields + (hasLinks(customer) ? 1U : 0U) + (isCut ? 1U : 0U));
    writer.uint(isCut ? cutVersion : version);
    writer.uint(customer.number);
    writer.text(customer.key);
    writer.instant(customer.firstSeen);
    writer.instant(customer.lastSeen);
    writer.uint(static_cast<std::uint64_t>(customer.arm));
    writer.uint(flagsOf(customer));
    writer.instant(customer.suppressionSince);
    writer.text(customer.zoneName);
    writer.instant(customer.zoneSince);
    encodeLists(writer, customer);
    if (hasLinks(customer))
        encodeLinks(writer, customer);
    if (!isCut)
        return;
    writer.array(2 * customer.cut.size());
    for (const rules::HistoryCut& cut : customer.cut) {
        writer.uint(cut.event);
        writer.instant(cut.until);
    }
}

Result<Customer> decodeCustomer(cbor::Reader& reader, const Symbols& symbols) {
    Customer customer;
    const std::size_t parts = reader.array();
    const std::uint64_t format = reader.uint();
    const std::size_t least = format == cutVersion ? fields + 1 : fields;
    if ((parts != least && parts != least + 1) || (format != version && format != cutVersion))
        reader.fail();
    customer.number = static_cast<CustomerNo>(reader.uint());
    customer.key = reader.text();
    customer.firstSeen = reader.instant();
    customer.lastSeen = reader.instant();
    customer.arm = readEnum(reader, documents::Arm::Baseline);
    const std::uint64_t flags = reader.uint();
    if (flags > allFlags)
        reader.fail();
    customer.mixedArms = (flags & mixedArms) != 0;
    customer.suppressed = (flags & suppressed) != 0;
    customer.lowQuality = (flags & lowQuality) != 0;
    customer.zoneFromProfile = (flags & zoneFromProfile) != 0;
    customer.machine = static_cast<MachineSign>(flags >> machineBits & 3U);
    customer.suppressionSince = reader.instant();
    customer.zoneName = reader.text();
    customer.zoneSince = reader.instant();
    decodeLists(reader, customer, symbols);
    if (parts == least + 1) {
        decodeLinks(reader, customer);
        if (!hasLinks(customer))
            reader.fail();
    }
    if (format == cutVersion) {
        const std::size_t count = reader.array();
        if (count == 0 || count % 2 != 0)
            reader.fail();
        for (std::size_t i = 0; i < count / 2 && !reader.failed(); ++i) {
            rules::HistoryCut cut;
            cut.event = readSymbol(reader, symbols);
            cut.until = reader.instant();
            customer.cut.push_back(cut);
        }
    }
    if (reader.failed())
        return Error{"state.invalid", {{"part", "customer"}}, {}, 0, 0};
    return customer;
}

} // namespace wayreeve::perception
