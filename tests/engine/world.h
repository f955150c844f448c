#pragma once

#include "audit/decision_record.h"
#include "audit/events.h"
#include "documents/workspace_io.h"
#include "engine/memory_ledger.h"
#include "engine/run.h"
#include "simulation/recorded_source.h"
#include "simulation/reviewers.h"
#include "simulation/synthetic_population.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

/// Whole runs in memory, over the shipped workspaces or changed copies of them.
namespace world {

using namespace wayreeve;

/// A shipped workspace ("demo", "templates/service-triage", "hillstrom"), as a copy that a test may change.
std::shared_ptr<documents::Workspace> load(const std::string& name);
std::shared_ptr<const engine::Program> compile(std::shared_ptr<const documents::Workspace> workspace);

/// The demo with budgets so small, reviewers so many and events so bad that everything happens within days.
std::shared_ptr<documents::Workspace> busyDemo();

/// The same, with goals that learn each customer's own effects and forget.
std::shared_ptr<documents::Workspace> personalDemo();

struct Kept {
    engine::RunSummary summary;
    std::vector<audit::Batch> batches;
    [[nodiscard]] std::vector<audit::Entry> entries() const;
    [[nodiscard]] std::vector<audit::Entry> entries(audit::EntryKind kind) const;
    /// The last state of a proposal.
    [[nodiscard]] governance::Proposal proposal(audit::Key number) const;
};

/// The same with another seed.
Kept simulateSeed(const std::shared_ptr<const engine::Program>& program, std::uint64_t seed, std::uint32_t customers,
                  std::uint32_t days, unsigned threads, bool clocksJump = false);
/// What was kept, computed again from its event rows and commands.
Kept again(const std::shared_ptr<const engine::Program>& program, const Kept& kept, unsigned threads,
           std::optional<engine::RunSettings::Backtest> backtest = std::nullopt);

/// The first population through the engine, with its seeded reviewers.
Kept simulate(const std::shared_ptr<const engine::Program>& program, std::uint32_t customers, std::uint32_t days,
              unsigned threads, engine::RunSettings::Plant plant = engine::RunSettings::Plant::Nothing);

/// One customer's events and the people who watch its queue.
struct Script {
    struct Happening {
        Duration at;
        std::string event; ///< "identify" and "consent" are understood too
        Context properties;
        std::string user = "c0"; ///< empty = nobody signed in
        std::string anonymous = {};
    };
    std::vector<perception::Event> more;                          ///< whole events, after those
    std::optional<documents::Arm> arm = documents::Arm::Baseline; ///< nothing: by the shares
    Instant start{1'772'526'600'000};                             ///< Tuesday 2026-03-03T08:30:00Z, 09:30 in Berlin
    std::uint32_t days = 2;
    std::vector<Happening> events;
    std::function<std::vector<governance::Command>(const governance::Proposal&, Instant end)> people;
    std::vector<governance::Command> afterEnd;
    engine::RecordedOrders orders; ///< not empty: the run is a live one's, stored or not
    std::function<std::chrono::steady_clock::time_point()> ticks;
    std::function<void()> committed; ///< while a batch is being written
    std::function<void()> epochEnds;
};
Kept play(const std::shared_ptr<const engine::Program>& program, const Script& script);

/// The demo with one journey that every arm walks: after the event, these actions one after the other, drawn. They are
/// operations of low risk without content or conditions, as `change` leaves them.
std::shared_ptr<documents::Workspace> drawnActions(const std::string& event,
                                                   const std::vector<documents::Action>& actions);
[[nodiscard]] documents::Action operation(const std::string& id);

Context object(std::vector<std::pair<std::string, Value>> members);

} // namespace world
