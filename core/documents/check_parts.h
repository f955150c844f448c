#pragma once

#include "documents/check.h"

#include <string_view>

/// The groups of checks behind check(). Inside core/documents only.
namespace wayreeve::documents {

class Findings {
public:
    void add(std::string_view code, Severity severity, Kind kind, std::string_view id, std::string path,
             std::vector<std::pair<std::string, std::string>> parameters = {}, std::string_view fix = {}) {
        m_list.push_back({std::string(code),
                          severity,
                          {kind, std::string(id), std::move(path), {}, 0},
                          std::move(parameters),
                          std::string(fix)});
    }
    /// About a file as such: its place is known from the start.
    void addFile(std::string_view code, Severity severity, std::string file,
                 std::vector<std::pair<std::string, std::string>> parameters) {
        m_list.push_back({std::string(code),
                          severity,
                          {Kind::Workspace, "workspace", {}, std::move(file), 0},
                          std::move(parameters),
                          {}});
    }
    std::vector<Finding> take() { return std::move(m_list); }

private:
    std::vector<Finding> m_list;
};

void checkFlow(const Workspace& workspace, Findings& findings);     ///< nodes and edges of journeys
void checkMap(const Workspace& workspace, Findings& findings);      ///< what lanes say: objective, KPIs, owners
void checkAutonomy(const Workspace& workspace, Findings& findings); ///< the matrix against actions and people
void checkPolicies(const Workspace& workspace, Findings& findings); ///< conditions that never hold, caps that starve
void checkContent(const Workspace& workspace, Findings& findings);  ///< placeholders and brand rules
void checkReadings(const Workspace& workspace, Findings& findings); ///< stages, agents

/// Does the condition have no solution? Sees constants, contradictory bounds and contradictory texts of one name in a
/// conjunction, and disjunctions of such. False where it cannot tell.
[[nodiscard]] bool neverTrue(std::string_view condition);
void checkTables(const Workspace& workspace, Findings& findings); ///< what the rows of decision tables say together

void checkAccounts(const Workspace& workspace, Findings& findings); ///< groups as subjects: health, roles, journeys

void checkMemory(const Workspace& workspace, Findings& findings); ///< promises, lifetime value, affinities, progress

} // namespace wayreeve::documents
