#pragma once

#include "planning/replenishment.h"
#include "planning/send_time.h"

namespace wayreeve::planning {

/// What one customer taught about time: at which hours it was contacted and answered, and how it buys. Owned by the
/// customer, so that turns read it without shared state; it changes only at the merge.
struct CustomerTiming {
    ContactHours hours;
    PurchaseRhythm rhythm;

    /// Two identities turned out to be one customer. The gap between a purchase of one and the next of the other is not
    /// known to either and stays out.
    void absorb(const CustomerTiming& other);
    bool operator==(const CustomerTiming&) const = default;
};

void encode(cbor::Writer& writer, const CustomerTiming& timing);
/// False, and the reader failed, where the bytes do not fit.
bool decode(cbor::Reader& reader, CustomerTiming& timing);

/// How a contact stood when it went out, kept until its goal's window closes: then hours and fatigue learn from it.
struct ContactMoment {
    int hour = -1;           ///< customer-local, 0 … 23; −1: nothing is learned of time
    double pressure = 0.0;   ///< of the contacts before it (Fatigue::pressure)
    double predicted = -1.0; ///< its outcome probability without fatigue; negative: none was predicted

    [[nodiscard]] bool isKnown() const { return hour >= 0; }
    bool operator==(const ContactMoment&) const = default;
};

void encode(cbor::Writer& writer, const ContactMoment& moment);
bool decode(cbor::Reader& reader, ContactMoment& moment); ///< of a known one

} // namespace wayreeve::planning
