#pragma once

#include "base/decimal.h"
#include "base/time.h"
#include "documents/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::documents {

enum class PolicyStrength : std::uint8_t { Hard, Soft, Learned };

enum class PolicyType : std::uint8_t {
    Consent,     ///< the action's purpose and channel need the customer's consent; suppressed customers get nothing
    Cap,         ///< at most `count` in `window`
    QuietHours,  ///< a hold, never a drop
    DiscountCap, ///< `value` (default: action.discount) at most `limit`
    MarginFloor, ///< `value` at least `limit`
    Conflict,    ///< forbidden while `when` is true (no win-back to yesterday's buyer, service before sales)
    Suitability, ///< `when` must be true
    Budget,      ///< money a local day of the workspace, over all customers
    Inventory,   ///< `value` (stock left) at least `limit`
    Rule         ///< forbidden (hard) or penalised by `weight` (soft) while `when` is true
};

/// Which candidates a policy binds; an empty list does not restrict.
struct PolicyScope {
    std::vector<Slot> slots;
    std::vector<Channel> channels;
    std::vector<std::string> actions;
    std::vector<std::string> tags;
    bool operator==(const PolicyScope&) const = default;
};

enum class CapPer : std::uint8_t { Customer, Channel, Action, Account };
enum class CapWindow : std::uint8_t { LocalDay, Rolling };

/// One entry of the policy stack (D3). Fields beyond `scope` count only for the types that name them; an expression
/// that cannot be evaluated refuses the action (fails closed).
struct Policy {
    std::string id;
    std::string name;
    PolicyStrength strength = PolicyStrength::Hard;
    PolicyType type = PolicyType::Rule;
    PolicyScope scope;
    std::string when;                       ///< FEEL condition: Conflict, Suitability, Rule
    std::string value;                      ///< FEEL number: DiscountCap, MarginFloor, Inventory
    std::optional<Decimal> limit;           ///< DiscountCap, MarginFloor, Inventory
    double weight = 0;                      ///< soft and learned: money taken from the priority
    int count = 0;                          ///< Cap
    CapPer per = CapPer::Customer;          ///< Cap
    CapWindow window = CapWindow::LocalDay; ///< Cap
    int days = 1;                           ///< Cap: length of a rolling window
    int from = 0;                           ///< QuietHours: minute of the local day it starts (20:00 = 1200)
    int to = 0;                ///< QuietHours: minute it ends; before `from` = overnight, belongs to the day it starts
    std::vector<int> weekdays; ///< QuietHours: ISO 1 … 7; empty = every day
    bool exemptTransactional = false; ///< QuietHours
    std::optional<Decimal> amount;    ///< Budget: money a day
    std::string note;
    bool operator==(const Policy&) const = default;
};

struct PolicyStack {
    std::vector<Policy> policies;
    bool operator==(const PolicyStack&) const = default;
};

} // namespace wayreeve::documents
