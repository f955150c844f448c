#pragma once

#include "base/symbols.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "perception/customer.h"
#include "perception/event.h"

#include <memory>
#include <optional>
#include <vector>

namespace wayreeve::perception {

/// One value for each slot of the FactSchema; the frame that a turn's layers fill and rules read.
using Facts = std::vector<Value>;

/// Layer 1 for one customer at a time: keeps memory, fills the facts it is responsible for. Immutable after
/// construction, so all workers share one.
class Perceiver {
public:
    static constexpr std::size_t historyLimit = 400; ///< older items are dropped, oldest first

    /// Interns every name it needs into `symbols`. Measures that are off yield null.
    Perceiver(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);
    ~Perceiver();

    /// Tracking-plan check: nullopt, or why the event must be quarantined ("plan.wrong-type" event, property, expected;
    /// "plan.missing-property"; "plan.value-not-allowed"). An event nobody planned is not a violation.
    [[nodiscard]] std::optional<Error> violation(const Event& event) const;
    [[nodiscard]] bool isPlanned(const Event& event) const;

    /// Folds one event into memory by the event's own time: traits (identify), zone, consent ("Consent Changed" with
    /// purpose, channel, granted; "Suppressed"/"Unsuppressed"; "Unsubscribed" withdraws marketing consent on the event's channel), history. Consent
    /// takes effect by receipt: a late consent change never overrules a newer one.
    void absorb(Customer& customer, const Event& event) const;

    /// Sets event.* (null without an event), customer.* and the measures as of `now`.
    void fill(const Customer& customer, const Event* event, Instant now, Facts& facts) const;

    /// True where the customer may be contacted for this purpose on this channel now. An empty purpose needs no consent.
    [[nodiscard]] bool mayContact(const Customer& customer, Sym purpose, documents::Channel channel) const;

    /// The customer's zone; where unknown, every plausible zone of the workspace (for the strictest window).
    [[nodiscard]] std::vector<Zone> zones(const Customer& customer) const;
    [[nodiscard]] Zone zone(const Customer& customer) const; ///< the first of zones()

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::perception
