#pragma once

#include "base/decimal.h"
#include "base/time.h"
#include "documents/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::documents {

/// What an agent may choose (D4 "dimensions"). An empty list means: the action's own value.
struct Dimensions {
    std::vector<Channel> channels;
    std::vector<std::string> tones;
    std::vector<Decimal> incentives; ///< discount shares (0.10), for actions that take one
    std::vector<int> sendHours;      ///< customer-local hours 0 … 23; empty = now
    std::vector<Duration> frequency; ///< minimum gaps between contacts to choose from; empty = caps alone
    bool content = true;             ///< may choose among the action's contents
    bool operator==(const Dimensions&) const = default;
};

/// Whose decisions an agent makes (semantics.md, "Subject").
enum class Subject : std::uint8_t { Person, Account };

struct Agent {
    std::string id;
    std::string name;
    std::string kind; ///< shopping, support, success, booking, notification, compensation, insights, segments, content
    Subject subject = Subject::Person; ///< an account's decisions name the contact they address
    std::string goal;
    std::vector<std::string> actions;
    Dimensions dimensions;
    std::vector<std::string> inputs; ///< fact names that the value model reads
    std::string when;                ///< FEEL eligibility
    Duration interval = Duration::hours(24);
    std::optional<Decimal> dailyBudget;
    std::optional<bool> suggestOnly; ///< absent: as its kind
    /// What it chooses is advice for people. Agents of the kinds segments, content and insights begin so (product G1).
    [[nodiscard]] bool onlySuggests() const {
        return suggestOnly.value_or(kind == "segments" || kind == "content" || kind == "insights");
    }
    bool operator==(const Agent&) const = default;
};

/// Ways of one agent to act, waiting in each of its slots among them; more are cut, and `check` says so.
inline constexpr std::size_t maxVariants = 96;

struct AgentRoster {
    std::vector<Agent> agents;
    [[nodiscard]] const Agent* find(std::string_view id) const;
    bool operator==(const AgentRoster&) const = default;
};

} // namespace wayreeve::documents
