#pragma once

#include "base/result.h"
#include "documents/workspace.h"
#include "rules/schema.h"

#include <string_view>

namespace wayreeve::documents {

/// The one list of names that rules may use, and the slot of each in a turn's frame of facts. Layers fill the frame as
/// a turn goes down: perception the event, traits and measures; interpretation the reading; planning the action under
/// consideration; governance confidence and budget. Names (docs/formats/facts.md):
///   event.name, event.<property>      customer.<trait>, customer.zone, customer.arm,
///   customer.machine, customer.quality, customer.open_cases, customer.open_case_since
///   customer.purchase_due_days, customer.purchase_gap_days (where a goal has `replenishment`)
///   contacts.last, contacts.<channel>, …_90d, …_last; responses.last, responses.<channel>_90d, …_last, …_rate
///   account.<trait>, account.members, … (where the tracking plan knows accounts; AccountSlots)
///   customer.lifetime_value, …_low, …_high, customer.alive (where the tracking plan has `lifetime-value`)
///   promises.open, .overdue, .broken_90d, .next_due_hours, .by (where it has `promises`)
///   affinity.<id>, affinity.<id>_<category>, …_low, …_high   progress.<goal>, progress.<goal>_share
///   <measure>                          sentiment, stage, previous_stage, leading_intent,
///   intent.<id>, need.<id>, hesitation.<id>   (ids with '-' are written with '_')
///   fact.<kind>_<member> of the kinds that actions need: of the action under consideration
///   action.id/.channel/.slot/.content/.tone/.discount/.amount/.cost, action.<parameter>
///   confidence, budget_left, over_budget, frustrated_again
/// Expressions also see the workspace's decision tables, as functions. Immutable after build(); shared by all threads.
class FactSchema {
public:
    /// Error "facts.two-types" (name, first, second) where two events give one property different types.
    [[nodiscard]] static Result<FactSchema> build(const Workspace& workspace);

    [[nodiscard]] const rules::Schema& schema() const { return m_schema; }

    // Slots; −1 where the workspace has no such name.
    [[nodiscard]] int eventProperty(std::string_view id) const;
    [[nodiscard]] int trait(std::string_view id) const;
    [[nodiscard]] int measure(std::string_view id) const;
    [[nodiscard]] int intent(std::string_view id) const;
    [[nodiscard]] int need(std::string_view id) const;
    [[nodiscard]] int hesitation(std::string_view id) const;
    [[nodiscard]] int actionParameter(std::string_view id) const;
    [[nodiscard]] int fact(FactKind kind, std::string_view member) const; ///< where an action needs that kind

    int eventName = -1;
    int zone = -1;
    int arm = -1;
    int machine = -1;
    int quality = -1;
    int openCases = -1;
    int openCaseSince = -1;
    int lastContact = -1;  ///< contacts.last
    int lastResponse = -1; ///< responses.last
    int purchaseDue = -1;
    int purchaseGap = -1;
    int sentiment = -1;
    int stage = -1;
    int previousStage = -1;
    int leadingIntent = -1;
    int actionId = -1;
    int actionChannel = -1;
    int actionSlot = -1;
    int actionContent = -1;
    int actionTone = -1;
    int actionDiscount = -1;
    int actionAmount = -1;
    int actionCost = -1;
    int confidence = -1;
    int budgetLeft = -1;
    int overBudget = -1;
    int frustratedAgain = -1;

    /// Of the account whose turn it is, or of the customer's; −1 where the workspace has none.
    struct AccountSlots {
        int members = -1;          ///< account.members
        int active7 = -1;          ///< account.active_7d: members seen within 7 days
        int active30 = -1;         ///< account.active_30d
        int events30 = -1;         ///< account.events_30d: their events within 30 days
        int openCases = -1;        ///< account.open_cases: members whose newest case is not closed
        int contractDays = -1;     ///< account.contract_days: whole days until the contract's date
        int health = -1;           ///< account.health, 0 … 100
        std::vector<int> parts{};  ///< account.health_<id>, in the plan's order
        std::vector<int> traits{}; ///< account.<trait>, in the plan's order
    } account;

    struct LifetimeSlots {
        int value = -1, low = -1, high = -1; ///< customer.lifetime_value, _low, _high
        int alive = -1;                      ///< customer.alive
    } lifetime;

    struct PromiseSlots {
        int open = -1, overdue = -1; ///< promises.open, promises.overdue
        int broken90 = -1;           ///< promises.broken_90d
        int nextDue = -1;            ///< promises.next_due_hours
        int by = -1;                 ///< promises.by
    } promises;

    struct AffinitySlots {
        int leading = -1;                           ///< affinity.<id>
        std::vector<int> shares{}, lows{}, highs{}; ///< of its categories, in their order
    };
    std::vector<AffinitySlots> affinities; ///< beside MeasureBook::affinities

    struct ChannelSlots {
        Channel channel = Channel::None;
        int contacts = -1, recent = -1, last = -1;        ///< contacts.<channel>, …_90d, …_last
        int responses = -1, lastResponse = -1, rate = -1; ///< responses.<channel>_90d, …_last, …_rate
    };
    std::vector<ChannelSlots> channels; ///< that some contact goes out on or some response comes in by, ascending

    struct ProgressSlots {
        int state = -1; ///< progress.<goal>; −1: the goal has none
        int share = -1; ///< progress.<goal>_share
    };
    std::vector<ProgressSlots> progress; ///< beside GoalList::goals

private:
    [[nodiscard]] int slot(std::string_view prefix, std::string_view id) const;
    rules::Schema m_schema;
};

/// A document id as a FEEL name: '-' becomes '_'.
[[nodiscard]] std::string factName(std::string_view id);

/// A category of an affinity in a fact's name: small letters, and '_' for what is neither letter nor digit.
[[nodiscard]] std::string categoryName(std::string_view value);

} // namespace wayreeve::documents
