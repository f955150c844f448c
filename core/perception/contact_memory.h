#pragma once

#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "perception/customer.h"

#include <array>
#include <cstdint>
#include <vector>

namespace wayreeve::perception {

/// What went out to a customer on one channel and what came back, as of an instant.
struct ChannelRecord {
    documents::Channel channel = documents::Channel::None;
    std::size_t contacts = 0;  ///< sent, of the marketing and the service slot
    std::size_t recent = 0;    ///< of them within ContactMemory::span
    std::size_t answered = 0;  ///< of the recent ones: a response came in time, or a goal was credited to it
    Instant lastContact;       ///< where there are contacts
    Sym lastAction = 0;        ///< … what it was
    std::size_t responses = 0; ///< within the span: the plan's events, and goals credited to contacts
    Instant lastResponse = Instant::never();                  ///< never() = none is remembered
    documents::Response lastKind = documents::Response::None; ///< None: a goal that was reached
    bool operator==(const ChannelRecord&) const = default;
};

/// Contacts and responses by channel. All of it is read out of the contacts and the history, so that late events,
/// merges and un-merges need nothing of their own, and who was never contacted takes no memory. Immutable after
/// construction, shared by all workers.
class ContactMemory {
public:
    static constexpr Duration span = Duration::days(90);    ///< of rates and counts
    static constexpr Duration patience = Duration::days(7); ///< a later event answers no contact any more

    ContactMemory() = default; ///< knows nothing
    /// Knows the events by the symbols that they have by now.
    ContactMemory(const documents::Workspace& workspace, const documents::FactSchema& schema, const Symbols& symbols);

    using Facts = std::vector<Value>;
    /// contacts.* and responses.* of a person; null without one.
    void fill(const Customer* customer, Instant now, Facts& facts) const;

    /// The channels on which anything is known, ascending.
    [[nodiscard]] std::vector<ChannelRecord> of(const Customer& customer, Instant now) const;

    /// What a history has to keep for it.
    void require(HistoryNeeds& needs) const;

private:
    struct Answering {
        documents::Response kind = documents::Response::None;
        documents::Channel channel = documents::Channel::None; ///< None: the event says which
    };
    [[nodiscard]] const Answering* answering(Sym event) const;

    std::vector<std::pair<Sym, Answering>> m_answering; ///< by event, ascending
    std::vector<documents::FactSchema::ChannelSlots> m_channels;
    int m_lastContact = -1;
    int m_lastResponse = -1;
};

} // namespace wayreeve::perception
