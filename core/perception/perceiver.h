#pragma once

#include "base/symbols.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "perception/cases.h"
#include "perception/customer.h"
#include "perception/event.h"
#include "perception/promises.h"
#include "perception/quality.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace wayreeve::perception {

/// One value for each slot of the FactSchema; the frame that a turn's layers fill and rules read.
using Facts = std::vector<Value>;

class LongMemory;
class ContactMemory;

/// Layer 1 for one customer at a time: keeps memory, fills the facts it is responsible for. Immutable after
/// construction, so all workers share one.
class Perceiver {
public:
    static constexpr std::size_t historyLimit = 400; ///< items kept whoever asks for them: trimHistory()
    static constexpr std::size_t eventLimit = 2000;  ///< of one event, where measures look back further
    static constexpr std::size_t objectLimit = 50;   ///< objects a customer is linked to

    /// A customer with this many events in any 60 s is low quality (a bot or a broken sender).
    static constexpr std::size_t burstEvents = 100;

    /// Interns every name it needs into `symbols`, which must outlive it. Measures that are off, or whose filter does
    /// not compile (check reports it), yield null.
    Perceiver(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);
    ~Perceiver();

    /// Tracking-plan check: nullopt, or why the event must be quarantined ("plan.wrong-type" event, property, expected;
    /// "plan.missing-property"; "plan.value-not-allowed"). An event nobody planned is not a violation.
    [[nodiscard]] std::optional<Error> violation(const Event& event) const;
    [[nodiscard]] bool isPlanned(const Event& event) const;

    /// Folds one event into memory by the event's own time: traits (identify), zone, consent ("Consent Changed" with
    /// purpose, channel, granted; "Suppressed"/"Unsuppressed"; "Unsubscribed" withdraws marketing consent on the
    /// event's channel), history. Consent takes effect by receipt: a late consent change never overrules a newer one. A
    /// statement about a channel nobody knows counts for every channel as a refusal and not at all as a grant. The
    /// profile's zone (trait "timezone" or "zone") goes before the zone of events; unknown zones are not stored.
    void absorb(Customer& customer, const Event& event) const;

    /// Stores one trait as written at `at`; false, and nothing is stored, where the plan has no such trait, the value
    /// does not fit its type, or a newer one is known. Null forgets. Texts become dates where the plan says so.
    bool setTrait(Customer& customer, std::string_view trait, const Value& value, Instant at) const;

    /// Sets event.* (null without an event), customer.* and the measures as of `now`. Event properties of another type
    /// than planned are null; those of events nobody planned fill the names that other events share.
    void fill(const Customer& customer, const Event* event, Instant now, Facts& facts) const;

    /// The tracking plan has accounts: groups are subjects.
    [[nodiscard]] bool knowsAccounts() const;

    /// For an account's turn, in place of fill(): event.* of its own or a member's event, account.*, and of each
    /// measure that counts or sums the sum over the members and the account's own events (any other is null);
    /// customer.* are the addressed contact's (fillContact) and null here. Members ascending; `openCases` of them have
    /// one. Answers what the account's rollUp becomes.
    [[nodiscard]] std::vector<Value> fillAccount(const Customer& account, std::span<const Customer* const> members,
                                                 int openCases, const Event* event, Instant now, Facts& facts) const;
    /// Sets account.* in a person's turn; null where `account` is. `rollUp` is that of the account's last turn.
    void fillAccountOf(const Customer* account, const std::vector<Value>& rollUp, Instant now, Facts& facts) const;
    /// Sets customer.* alone, of the contact whom an account addresses; nullptr clears them.
    void fillContact(const Customer* contact, Instant now, Facts& facts) const;

    /// What is read out of the whole history: promises, worth, affinities, progress.
    [[nodiscard]] const LongMemory& longMemory() const;
    [[nodiscard]] const HistoryNeeds& historyNeeds() const;
    /// The next instant after `now` at which a promise or a milestone of this customer falls due; never() = none does.
    [[nodiscard]] Instant nextDue(const Customer& customer, Instant now) const;
    [[nodiscard]] std::vector<Promise> promises(const Customer& customer) const; ///< all that is remembered
    /// What went out by channel and what came back.
    [[nodiscard]] const ContactMemory& contactMemory() const;
    [[nodiscard]] std::vector<OpenCase> openCases(const Customer& customer, Instant now) const; ///< the oldest first
    [[nodiscard]] Quality quality(const Customer& customer) const;
    /// The account's trait of that name; null where unknown.
    [[nodiscard]] Value accountTrait(const Customer& account, std::string_view trait) const;
    /// What somebody is in the account, by the plan's `role`; empty = nobody said.
    [[nodiscard]] std::string roleOf(const Customer& person) const;

    /// An event that names nobody and is about an account. The account remembers it, its members do not: what they add
    /// up to would hold it as often as there are members.
    [[nodiscard]] bool isAboutAccount(const Event& event) const;
    /// The objects that an event's properties name, as the plan says.
    [[nodiscard]] std::vector<ObjectLink> objectsOf(const Event& event) const;

    /// True where the customer may be contacted for this purpose on this channel now. An empty purpose needs no
    /// consent.
    [[nodiscard]] bool mayContact(const Customer& customer, Sym purpose, documents::Channel channel) const;

    /// The customer's zone; where unknown, every plausible zone of the workspace (for the strictest window).
    [[nodiscard]] std::vector<Zone> zones(const Customer& customer) const;
    [[nodiscard]] Zone zone(const Customer& customer) const; ///< the first of zones()

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::perception
