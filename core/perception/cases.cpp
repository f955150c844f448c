#include "perception/cases.h"

#include "perception/property_value.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace wayreeve::perception {

namespace {

std::string caseOf(const Value& properties) {
    const Value named = propertyOf(properties, "case");
    return (named.isNull() ? propertyOf(properties, "case_id") : named).toText();
}

} // namespace

CaseMemory::CaseMemory(const Symbols& symbols)
    : m_opened(symbols.find("Case Opened"))
    , m_reopened(symbols.find("Case Reopened"))
    , m_closed(symbols.find("Case Closed")) {}

void CaseMemory::require(HistoryNeeds& needs) const {
    for (const Sym event : {m_opened, m_reopened, m_closed})
        if (event != 0)
            needs.add(event, span);
}

std::vector<OpenCase> CaseMemory::open(const Customer& customer, Instant now) const {
    std::vector<const rules::HistoryItem*> openings;
    std::map<std::string, Instant> closed; // when last, by id
    Instant lastClosed{INT64_MIN};
    for (const rules::HistoryItem& item : customer.history) {
        if (item.event == 0 || item.time > now)
            continue;
        if (item.event == m_opened || item.event == m_reopened) {
            openings.push_back(&item);
        } else if (item.event == m_closed) {
            closed[caseOf(item.properties)] = item.time; // ascending
            lastClosed = item.time;
        }
    }
    const auto closedLast = [&](const std::string& id) {
        if (id.empty())
            return lastClosed;
        Instant last{INT64_MIN};
        for (const std::string& name : {std::string(), id})
            if (const auto at = closed.find(name); at != closed.end())
                last = std::max(last, at->second);
        return last;
    };
    std::map<std::string, Instant> since;
    for (const rules::HistoryItem* opening : openings)
        if (const std::string id = caseOf(opening->properties); opening->time > closedLast(id))
            since.try_emplace(id, opening->time);
    std::vector<OpenCase> open;
    for (const auto& [id, at] : since)
        open.push_back({id, at});
    std::sort(open.begin(), open.end(),
              [](const OpenCase& a, const OpenCase& b) { return std::tie(a.since, a.id) < std::tie(b.since, b.id); });
    return open;
}

} // namespace wayreeve::perception
