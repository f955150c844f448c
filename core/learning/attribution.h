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

    /// A dispatched contact or operation opens a window [from, from + window) and ends the running wait episode of its
    /// goal. `until` is set here; a goal that is unknown or off opens nothing.
    void opened(std::vector<OpenReward>& open, OpenReward reward) const;
    /// A decision to wait: starts an episode for the goal unless one runs.
    void waited(std::vector<OpenReward>& open, OpenReward reward) const;

    /// Credits an event by its own time: goal outcomes once for each goal, wholly, to the last contact or operation
    /// whose window holds it, else to the wait episode, else to nobody (decision 0). A negative event is one harm: the
    /// same way, over all goals that name it. A reward stays 1 however many outcomes it earns; the money of each is
    /// recorded. Facts hold the event's.
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

/// Applies an epoch's updates to the goals' models in the given order (the merge's): observes the row, learns reward
/// and harm, then ends the epoch of every model (forgetting). The hash covers the updates themselves. Arms that the
/// models do not know are created without features.
/// `histories` are those of the updates' customers, one each: goals with customers' own effects learn them there.
/// `timings` too: a contact whose moment is known teaches its customer's hours, the send times and fatigue.
[[nodiscard]] Hash256 applyUpdates(planning::SharedState& shared, const std::vector<ModelUpdate>& updates,
                                   std::span<planning::CustomerHistory* const> histories = {},
                                   std::span<planning::CustomerTiming* const> timings = {});

} // namespace wayreeve::learning
