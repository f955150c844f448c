#include "measurement/case_event.h"

#include <array>
#include <utility>

namespace wayreeve::measurement {

std::optional<CaseEvent> caseEventOf(std::string_view event, std::uint32_t customer, Instant time,
                                     const Value& properties) {
    constexpr std::array<std::pair<std::string_view, CaseStep>, 11> names{{{"Case Opened", CaseStep::Opened},
                                                                           {"Ticket Opened", CaseStep::Opened},
                                                                           {"Case Contacted", CaseStep::Contacted},
                                                                           {"Support Contacted", CaseStep::Contacted},
                                                                           {"Case Escalated", CaseStep::Escalated},
                                                                           {"Handoff Requested", CaseStep::Escalated},
                                                                           {"Case Resolved", CaseStep::Resolved},
                                                                           {"Case Closed", CaseStep::Resolved},
                                                                           {"Ticket Resolved", CaseStep::Resolved},
                                                                           {"Satisfaction Rated", CaseStep::Rated},
                                                                           {"Survey Answered", CaseStep::Rated}}};
    for (const auto& [name, step] : names) {
        if (name != event)
            continue;
        CaseEvent found{step, customer, time, {}, 0};
        for (const char* key : {"case_id", "case", "case-id", "ticket_id"})
            if (found.caseId.empty())
                found.caseId = properties.member(key).toText();
        if (step == CaseStep::Rated) {
            const Value rating =
                properties.member("rating").number() ? properties.member("rating") : properties.member("score");
            if (!rating.number())
                return std::nullopt;
            found.rating = rating.toDouble();
        }
        return found;
    }
    return std::nullopt;
}

} // namespace wayreeve::measurement
