#pragma once

#include "base/chance.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "governance/ruling.h"
#include "perception/perceiver.h"
#include "planning/plan.h"
#include "rules/frame.h"

#include <memory>

namespace wayreeve::governance {

struct RulingRequest {
    const planning::Candidate* candidate = nullptr;
    double confidence = 1;    ///< of the leading action; ignored for drawn actions
    bool drawn = false;       ///< a drawn action: confidence conditions do not apply
    bool suggestOnly = false; ///< the agent only suggests
    bool advice = false;      ///< a person has the case: whatever is chosen is told to them and to nobody else
    Instant now;
    Instant allowedFrom; ///< first instant that quiet hours allow (≤ now: no hold)
    Sym heldBy = 0;
    std::uint64_t subject = 0; ///< customer number and occasion address the review sample's chance
    std::uint64_t occasion = 0;
};

/// G1: from a chosen candidate to a ruling, by the matrix (D2). Wait is always executed. The facts must hold the
/// candidate's action.* slots and budget_left (null: no budget binds); the governor sets `confidence` (1 for drawn
/// actions) and `over_budget` (action.cost > budget_left), assesses the risk again on them, and reads the rest.
/// Precedence: refuse, queue, suggest, hold, execute.
/// - Refuse: the candidate stopped at a gate, or the catalogue has no such action.
/// - Suggest: always for agents that only suggest; assisted for internal actions.
/// - Assisted: queue. Supervised and autonomous: execute (hold in quiet hours), unless an exception condition applies
///   (true, or cannot be evaluated): queue. What goes out without a person is drawn for review at the cell's rate.
/// - Cell: the strictest of the rows that match, else the grid's. A row whose condition cannot be evaluated counts only
///   where it is stricter. Elements that are off have no effect. Immutable after construction; shared by all workers.
class Governor {
public:
    Governor(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);
    ~Governor();

    [[nodiscard]] Ruling rule(const RulingRequest& request, perception::Facts& facts, const rules::Frame& frame,
                              const Chance& chance) const;

    /// True where `now` asks for more than `then` did (re-validation at dispatch): stricter kind (a hold asks for
    /// nothing), stricter level, or four eyes where one person was enough.
    [[nodiscard]] static bool isStricter(const Ruling& now, const Ruling& then);

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::governance
