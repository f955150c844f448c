#pragma once

#include "base/decimal.h"
#include "documents/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::documents {

enum class Role : std::uint8_t { Viewer, Designer, Approver, PolicyOwner, Administrator };

/// What an approver may decide; empty lists do not restrict. Without any grant an approver may decide everything.
struct ApprovalGrant {
    std::vector<std::string> actions;
    std::vector<std::string> tags;
    Risk maxRisk = Risk::High;
    std::optional<Decimal> maxAmount;
    bool operator==(const ApprovalGrant&) const = default;
};

struct Person {
    std::string id;
    std::string name;
    std::string email;
    std::vector<Role> roles;
    std::vector<ApprovalGrant> grants;
    bool operator==(const Person&) const = default;
};

/// Who may do what, and when approvers work: SLAs count these hours of the workspace's own zone.
struct PeopleList {
    int fromHour = 0;          ///< 0 … 23
    int toHour = 24;           ///< 1 … 24, after fromHour
    std::vector<int> weekdays; ///< ISO 1 … 7; empty = every day
    std::vector<Person> people;
    [[nodiscard]] const Person* find(std::string_view id) const;
    bool operator==(const PeopleList&) const = default;
};

} // namespace wayreeve::documents
