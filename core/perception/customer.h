#pragma once

#include "base/symbols.h"
#include "base/time.h"
#include "base/value.h"
#include "base/zone.h"
#include "documents/vocabulary.h"
#include "rules/measure.h"

#include <cstdint>
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
    Instant at;                ///< dispatch time, or the first instant the reservation could go out
    Sym action = 0;
    documents::Channel channel = documents::Channel::None;
    documents::Slot slot = documents::Slot::Marketing;
    Sym family = 0;
    std::uint64_t proposal = 0; ///< proposal number; 0 for drawn actions
    bool sent = false;
    bool operator==(const Contact&) const = default;
};

/// What the core remembers of one person: the door of perception. A fold over the person's events and entries; owned by
/// exactly one worker during an epoch.
struct Customer {
    CustomerNo number = 0;
    std::string key;              ///< the first id it was known by; personal
    Instant firstSeen;
    Instant lastSeen;
    documents::Arm arm = documents::Arm::Agentic;
    bool mixedArms = false;       ///< merged from two arms: left out of lift
    bool suppressed = false;
    bool lowQuality = false;      ///< bot or burst: kept out of learning and audiences
    std::string zoneName;         ///< empty = unknown
    std::vector<Value> traits;    ///< by position in the tracking plan's trait list; null = not known
    std::vector<Consent> consents;
    std::vector<rules::HistoryItem> history; ///< ascending by time, at most Perceiver::historyLimit
    std::vector<Contact> contacts;           ///< ascending by time, the last 60 days
    std::vector<std::string> ids;            ///< every id and normalised e-mail that resolved here
    bool operator==(const Customer&) const = default;
};

} // namespace wayreeve::perception
