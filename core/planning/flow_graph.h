#pragma once

#include "base/symbols.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "rules/expression.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wayreeve::planning {

struct FlowEdge {
    std::size_t to = SIZE_MAX;
    std::optional<rules::Expression> when;
    std::string on;
    Sym onAction = 0; ///< `on` where it names an action
};

struct FlowNode {
    Sym id = 0;
    documents::NodeType type = documents::NodeType::Exit;
    bool off = false;
    Sym event = 0;
    std::optional<rules::Expression> when;
    std::optional<Duration> length;
    Sym action = 0;
    Sym content = 0;
    Sym agent = 0;
    Sym goal = 0;
    Sym goalEvent = 0;
    std::optional<rules::Expression> goalWhen;
    std::size_t baseline = SIZE_MAX;
    int trait = -1;
    std::optional<rules::Expression> value;
    Sym journey = 0;
    std::vector<FlowEdge> out;

    /// Where an edge leads; SIZE_MAX where there is none (the customer leaves the journey).
    [[nodiscard]] std::size_t firstOut() const { return out.empty() ? SIZE_MAX : out.front().to; }
    [[nodiscard]] std::size_t defaultOut() const;                     ///< the first edge without a condition
    [[nodiscard]] std::size_t exactOn(const std::string& word) const; ///< the edge marked with this word
    [[nodiscard]] std::size_t outOn(const std::string& word) const;   ///< that, else the default
};

struct FlowExit {
    Sym stage = 0;
    Sym event = 0;
    std::optional<rules::Expression> when;
    Sym enter = 0;
};

struct FlowJourney {
    const documents::Journey* map = nullptr;
    Sym id = 0;
    bool off = false;
    bool ofAccounts = false; ///< its agents decide for accounts: no person enters it
    std::vector<FlowNode> nodes;
    std::vector<FlowExit> exits;
    std::size_t firstEntry = SIZE_MAX;
    [[nodiscard]] std::size_t indexOf(Sym node) const; ///< SIZE_MAX where unknown
};

/// The journeys of a workspace by index, with their conditions compiled. A condition that does not compile is never
/// true (`check` reports it). Immutable.
class FlowGraph {
public:
    FlowGraph(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);

    [[nodiscard]] const std::vector<FlowJourney>& journeys() const { return m_journeys; }
    [[nodiscard]] const FlowJourney* journey(Sym id) const;
    [[nodiscard]] Sym eventSymbol(const std::string& name) const; ///< 0 where no journey listens
    /// (journey, node) of every entry that listens to this event.
    [[nodiscard]] const std::vector<std::pair<std::size_t, std::size_t>>& entriesOf(Sym event) const;

private:
    std::vector<FlowJourney> m_journeys;
    std::map<std::string, Sym, std::less<>> m_events;
    std::map<Sym, std::vector<std::pair<std::size_t, std::size_t>>> m_entries;
};

} // namespace wayreeve::planning
