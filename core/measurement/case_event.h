#pragma once

#include "base/time.h"
#include "base/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wayreeve::measurement {

enum class CaseStep : std::uint8_t { Opened, Contacted, Escalated, Resolved, Rated };

/// One step of a service case. An empty `caseId` means the customer's open case.
struct CaseEvent {
    CaseStep step = CaseStep::Opened;
    std::uint32_t customer = 0;
    Instant time;
    std::string caseId;
    double rating = 0; ///< Rated: as given
    bool operator==(const CaseEvent&) const = default;
};

/// What a tracking-plan event says about a case; nothing for others. Names: "Case Opened", "Ticket Opened" · "Case
/// Contacted", "Support Contacted" · "Case Escalated", "Handoff Requested" · "Case Resolved", "Case Closed", "Ticket
/// Resolved" · "Satisfaction Rated", "Survey Answered". The case is the property "case_id", "case", "case-id" or
/// "ticket_id" (text or number), the rating "rating" or "score".
[[nodiscard]] std::optional<CaseEvent> caseEventOf(std::string_view event, std::uint32_t customer, Instant time,
                                                   const Value& properties);

} // namespace wayreeve::measurement
