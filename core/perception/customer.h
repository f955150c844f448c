#pragma once

#include "base/symbols.h"
#include "base/time.h"
#include "base/value.h"
#include "base/zone.h"
#include "documents/vocabulary.h"
#include "perception/machine_signs.h"
#include "rules/measure.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wayreeve::perception {

/// A customer's number within one run: 0, 1, 2 … in order of first receipt.
using CustomerNo = std::uint32_t;

struct Consent {
    Sym purpose = 0;
    documents::Channel channel = documents::Channel::None; ///< None = every channel
    bool granted = false;
    Instant since;
    bool operator==(const Consent&) const = default;
};

/// A contact that was sent, or is reserved because a proposal waits. Both count towards caps, on the customer-local day
/// of `at`; a proposal's own reservation never counts against itself.
struct Contact {
    Instant at; ///< dispatch time, or the first instant the reservation could go out
    Sym action = 0;
    documents::Channel channel = documents::Channel::None;
    documents::Slot slot = documents::Slot::Marketing;
    Sym family = 0;
    std::uint64_t proposal = 0; ///< proposal number; 0 for drawn actions
    bool sent = false;
    /// A customer's number + 1: of an account's contact whom it addressed, of a person's the account that wrote; 0 = it
    /// is the customer's own.
    CustomerNo with = 0;
    Instant reached = Instant::never(); ///< a goal that was credited to it, the first one; never() = none was
    bool operator==(const Contact&) const = default;
};

/// An object that one of the customer's events named: what happens to it concerns the customer.
struct ObjectLink {
    std::string kind; ///< the tracking plan's word: "flight"
    std::string id;
    Instant at; ///< of the newest event that named it
    bool operator==(const ObjectLink&) const = default;
};

/// What the core remembers of one subject, a person or an account: the door of perception. A fold over the person's
/// events and entries; owned by exactly one worker during an epoch.
struct Customer {
    CustomerNo number = 0;
    std::string key; ///< the first id it was known by; personal
    Instant firstSeen;
    Instant lastSeen;
    documents::Arm arm = documents::Arm::Agentic;
    bool mixedArms = false; ///< left out of lift: merged from two arms, low quality or a machine
    bool suppressed = false;
    bool lowQuality = false;                 ///< bot or burst: kept out of learning and audiences
    MachineSign machine = MachineSign::None; ///< software that acts by itself: kept out of them too, the fact
                                             ///< customer.machine; the surest sign so far
    Instant suppressionSince;                ///< of the newest "Suppressed" or "Unsuppressed"
    std::string zoneName;                    ///< empty = unknown
    Instant zoneSince;                       ///< event time of the statement that gave zoneName
    bool zoneFromProfile = false;            ///< stated as a trait; events' own zones no longer change it
    std::vector<Value> traits;               ///< by position in the tracking plan's trait list; null = not known
    std::vector<Instant> traitTimes;         ///< event time of each trait's newest write, beside `traits`
    std::vector<Consent> consents;           ///< by purpose and channel, one of each
    std::vector<rules::HistoryItem> history; ///< see historyBefore() and trimHistory()
    std::vector<rules::HistoryCut> cut;      ///< by event, what the history gave up and a measure would still count
    std::vector<Contact> contacts;           ///< ascending by time
    std::vector<std::string> ids;            ///< every id and normalised e-mail that resolved here
    bool isAccount = false;                  ///< its traits are the plan's account traits; no person ever merges in
    std::string group;                       ///< of a person: the account's id of the newest group event; personal
    Instant groupSince;                      ///< that event's time
    std::vector<ObjectLink> objects;         ///< the newest Perceiver::objectLimit, by kind and id
    [[nodiscard]] bool isPerson() const { return !lowQuality && machine == MachineSign::None; }
    bool operator==(const Customer&) const = default;
};

/// The order of a history: by time; events of one millisecond by name, then by their properties' canonical JSON, so
/// that it does not depend on the order of receipt.
[[nodiscard]] bool historyBefore(const rules::HistoryItem& a, const rules::HistoryItem& b);

/// What somebody may ask a history for, by the documents.
struct HistoryNeeds {
    std::vector<Sym> lasting;                     ///< promises, purchases: the newest are kept however old they are
    std::vector<std::pair<Sym, Duration>> events; ///< how far back each is looked at; ascending
    Duration every;                               ///< … and all others
    void add(Sym event, Duration reach);          ///< 0 = every event
    [[nodiscard]] Duration reach(Sym event) const;
};

/// Gives up what nobody asks for. Kept are the newest Perceiver::historyLimit items; beyond them of each event as far
/// as it is looked at from the newest item, the newest Perceiver::eventLimit; and of the lasting ones the newest half
/// of historyLimit. What falls to eventLimit is noted in Customer::cut. The same for the same items in any order.
void trimHistory(Customer& customer, const HistoryNeeds& needs);

/// Whether the statements allow this purpose on this channel: the newest one that covers the channel holds, a refusal
/// where two are equally new. Without a statement: no. Suppression is not looked at.
[[nodiscard]] bool consentHolds(const std::vector<Consent>& consents, Sym purpose, documents::Channel channel);

/// Records a statement. One that is older than the known one for the same purpose and channel changes nothing; of two
/// equally old ones the refusal stays.
void stateConsent(std::vector<Consent>& consents, const Consent& statement);

/// The key of a group's account: "account:ID".
[[nodiscard]] std::string accountKey(const std::string& group);

/// Remembers an object, the newest Perceiver::objectLimit of them.
void linkObject(Customer& customer, const ObjectLink& link);

} // namespace wayreeve::perception
