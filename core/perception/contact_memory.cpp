#include "perception/contact_memory.h"

#include "documents/enum_names.h"
#include "perception/property_value.h"

#include <algorithm>

namespace wayreeve::perception {

using documents::Channel;
using documents::Response;

namespace {

constexpr std::size_t channelCount = documents::EnumNames<Channel>::names.size();
constexpr int rateDigits = 4;

Channel channelNamed(const std::string& name) {
    const auto& names = documents::EnumNames<Channel>::names;
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? Channel::None : static_cast<Channel>(at - names.begin());
}

struct ResponseMade {
    Instant at;
    Response kind = Response::None;
};

/// One channel while it is put together.
struct ChannelLog {
    std::vector<const Contact*> contacts; ///< ascending
    std::vector<ResponseMade> responses;  ///< ascending

    /// The contact that an event answers: the last one before it, unless that is too long ago.
    [[nodiscard]] std::size_t answeredBy(Instant at) const {
        const auto after = std::upper_bound(contacts.begin(), contacts.end(), at,
                                            [](Instant time, const Contact* one) { return time < one->at; });
        if (after == contacts.begin() || at - (*(after - 1))->at > ContactMemory::patience)
            return contacts.size();
        return static_cast<std::size_t>(after - 1 - contacts.begin());
    }

    [[nodiscard]] bool hasAt(Instant at) const {
        return std::any_of(responses.begin(), responses.end(), [&](const ResponseMade& one) { return one.at == at; });
    }
};

ChannelRecord channelRecordOf(Channel channel, ChannelLog& log, Instant now) {
    const auto isRecent = [&](Instant at) { return now - at < ContactMemory::span; };
    std::vector<bool> answered(log.contacts.size() + 1);
    for (const ResponseMade& one : log.responses)
        answered[log.answeredBy(one.at)] = true;
    // What the customer clicked may itself be the goal: that is one response.
    for (std::size_t i = 0; i < log.contacts.size(); ++i)
        if (const Instant reached = log.contacts[i]->reached; reached <= now) {
            answered[i] = true;
            if (!log.hasAt(reached))
                log.responses.push_back({reached, Response::None});
        }
    ChannelRecord record;
    record.channel = channel;
    record.contacts = log.contacts.size();
    for (std::size_t i = 0; i < log.contacts.size(); ++i)
        if (isRecent(log.contacts[i]->at)) {
            ++record.recent;
            record.answered += answered[i] ? 1U : 0U;
        }
    if (!log.contacts.empty()) {
        record.lastContact = log.contacts.back()->at;
        record.lastAction = log.contacts.back()->action;
    }
    for (const ResponseMade& one : log.responses) {
        record.responses += isRecent(one.at) ? 1U : 0U;
        if (record.lastResponse.isNever() || one.at >= record.lastResponse) {
            record.lastResponse = one.at;
            record.lastKind = one.kind;
        }
    }
    return record;
}

} // namespace

ContactMemory::ContactMemory(const documents::Workspace& workspace, const documents::FactSchema& schema,
                             const Symbols& symbols)
    : m_channels(schema.channels)
    , m_lastContact(schema.lastContact)
    , m_lastResponse(schema.lastResponse) {
    if (workspace.trackingPlan)
        for (const documents::PlannedEvent& event : workspace.trackingPlan->events)
            if (event.response != Response::None)
                m_answering.push_back({symbols.find(event.name), {event.response, event.channel}});
    std::sort(m_answering.begin(), m_answering.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

const ContactMemory::Answering* ContactMemory::answering(Sym event) const {
    const auto at = std::lower_bound(m_answering.begin(), m_answering.end(), event,
                                     [](const auto& one, Sym symbol) { return one.first < symbol; });
    return event != 0 && at != m_answering.end() && at->first == event ? &at->second : nullptr;
}

void ContactMemory::require(HistoryNeeds& needs) const {
    for (const auto& [event, how] : m_answering)
        needs.add(event, span + patience);
}

std::vector<ChannelRecord> ContactMemory::of(const Customer& customer, Instant now) const {
    if (m_channels.empty() || (customer.contacts.empty() && m_answering.empty()))
        return {};
    std::array<ChannelLog, channelCount> logs;
    bool any = false;
    for (const Contact& contact : customer.contacts)
        if (contact.sent && contact.at <= now && contact.slot != documents::Slot::Operation) {
            logs[static_cast<std::size_t>(contact.channel)].contacts.push_back(&contact);
            any = true;
        }
    for (const rules::HistoryItem& item : customer.history)
        if (const Answering* const how = answering(item.event); how && item.time <= now) {
            const Channel channel = how->channel != Channel::None
                                        ? how->channel
                                        : channelNamed(propertyOf(item.properties, "channel").toText());
            logs[static_cast<std::size_t>(channel)].responses.push_back({item.time, how->kind});
            any = true;
        }
    std::vector<ChannelRecord> records;
    if (!any)
        return records;
    for (const auto& slots : m_channels) {
        ChannelLog& log = logs[static_cast<std::size_t>(slots.channel)];
        if (log.contacts.empty() && log.responses.empty())
            continue;
        std::stable_sort(log.contacts.begin(), log.contacts.end(),
                         [](const Contact* a, const Contact* b) { return a->at < b->at; });
        records.push_back(channelRecordOf(slots.channel, log, now));
    }
    return records;
}

void ContactMemory::fill(const Customer* customer, Instant now, Facts& facts) const {
    const auto put = [&](int slot, Value value) {
        if (slot >= 0)
            facts[static_cast<std::size_t>(slot)] = std::move(value);
    };
    const auto count = [&](std::size_t number) {
        return customer ? Value(static_cast<std::int64_t>(number)) : Value();
    };
    const std::vector<ChannelRecord> records = customer ? of(*customer, now) : std::vector<ChannelRecord>();
    Value lastContact, lastResponse;
    const auto later = [](Value& last, Instant at) {
        if (last.isNull() || at > *last.dateTime())
            last = Value(at);
    };
    for (const auto& slots : m_channels) {
        const auto known = std::find_if(records.begin(), records.end(),
                                        [&](const ChannelRecord& one) { return one.channel == slots.channel; });
        const ChannelRecord record = known == records.end() ? ChannelRecord() : *known;
        put(slots.contacts, count(record.contacts));
        put(slots.recent, count(record.recent));
        put(slots.last, record.contacts > 0 ? Value(record.lastContact) : Value());
        put(slots.responses, count(record.responses));
        put(slots.lastResponse, record.lastResponse.isNever() ? Value() : Value(record.lastResponse));
        Value rate;
        if (record.recent > 0)
            rate = Value::fromDouble(static_cast<double>(record.answered) / static_cast<double>(record.recent));
        put(slots.rate, rate.number() ? Value(rate.number()->rounded(rateDigits)) : Value());
        if (record.contacts > 0)
            later(lastContact, record.lastContact);
        if (!record.lastResponse.isNever())
            later(lastResponse, record.lastResponse);
    }
    put(m_lastContact, std::move(lastContact));
    put(m_lastResponse, std::move(lastResponse));
}

} // namespace wayreeve::perception
