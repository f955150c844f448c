#pragma once

#include "perception/customer.h"

#include <string>
#include <vector>

namespace wayreeve::perception {

/// A service case that nobody has closed.
struct OpenCase {
    std::string id; ///< empty = the events do not say which case it is
    Instant since;  ///< the first opening after it was last closed
    bool operator==(const OpenCase&) const = default;
};

/// The cases that a history leaves open, in the order in which they were opened, then by id. "Case Opened" and "Case
/// Reopened" open the case that their property `case` (else `case_id`) names, "Case Closed" closes it. Openings that
/// name none are one case, which any closing closes; a closing that names none closes all. Late events count by their
/// own time.
class CaseMemory {
public:
    static constexpr Duration span = Duration::days(400); ///< as long their events are kept in a full history

    CaseMemory() = default; ///< knows nothing
    /// Knows the events by the symbols that they have by now: those that are planned.
    explicit CaseMemory(const Symbols& symbols);

    [[nodiscard]] std::vector<OpenCase> open(const Customer& customer, Instant now) const;
    /// What a history has to keep for it.
    void require(HistoryNeeds& needs) const;

private:
    Sym m_opened = 0, m_reopened = 0, m_closed = 0;
};

} // namespace wayreeve::perception
