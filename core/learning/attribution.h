#pragma once

#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "learning/outcome.h"
#include "perception/event.h"
#include "perception/perceiver.h"

#include <memory>
#include <vector>

namespace wayreeve::learning {

/// Semantics "Outcomes and rewards" for one customer. Immutable after construction; the OpenRewards belong to the
/// customer's worker.
class Attribution {
public:
    Attribution(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);
    ~Attribution();

    /// A dispatched contact or operation opens a window and ends the running wait episode of its goal.
    void opened(std::vector<OpenReward>& open, OpenReward reward) const;
    /// A decision to wait: starts an episode for the goal unless one runs.
    void waited(std::vector<OpenReward>& open, OpenReward reward) const;

    /// Credits an event: goal outcomes once, wholly, to the last contact or operation whose window holds it, else to the
    /// wait episode; negative events to the last dispatched. Facts hold the event's.
    void credit(std::vector<OpenReward>& open, const perception::Event& event, const perception::Facts& facts,
                std::uint32_t customer, std::vector<Outcome>& outcomes) const;

    /// Closes the windows that ended by `now`, oldest first: outcomes (WindowClosed) and, where the reward may be
    /// learned from, model updates.
    void close(std::vector<OpenReward>& open, Instant now, std::uint32_t customer, std::vector<Outcome>& outcomes,
               std::vector<ModelUpdate>& updates) const;

    [[nodiscard]] Instant nextClose(const std::vector<OpenReward>& open) const; ///< never() where none is open
    [[nodiscard]] Duration window(Sym goal) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

/// Applies updates to the goals' models in the given order (the merge's); the hash covers the updates themselves.
[[nodiscard]] Hash256 applyUpdates(planning::SharedState& shared, const std::vector<ModelUpdate>& updates);

} // namespace wayreeve::learning
