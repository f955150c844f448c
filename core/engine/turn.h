#pragma once

#include "audit/decision_record.h"
#include "audit/entry.h"
#include "audit/events.h"
#include "audit/rows.h"
#include "base/chance.h"
#include "engine/customer_state.h"
#include "engine/program.h"
#include "engine/rejudged.h"
#include "execution/dispatch.h"
#include "perception/event.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace wayreeve::engine {

/// What every turn of a run shares, frozen during an epoch.
struct RunContext {
    const Program* program = nullptr;
    const planning::SharedState* shared = nullptr;
    /// Everybody, by number: an account reads its members, after their turns of the epoch; a person its account as it
    /// was at the epoch's start.
    const std::vector<CustomerState>* customers = nullptr;
    const Chance* chance = nullptr;
    bool explore = true;
    Duration epochLength;
    std::uint64_t modelUpdates = 0;
    const documents::Mapping* mapping = nullptr; ///< logged data only
    bool asksFacts = false;                      ///< live: systems of record are asked; else events state facts
    bool keepEvents = true;                      ///< store event rows
    bool passOptOuts = false;                    ///< what customers take back goes to the workspace's connectors too
    /// Backtests: what changed documents share in this epoch (TurnRunner::setSecond); null otherwise.
    const planning::SharedState* second = nullptr;
    /// Stories watch every reading; empty otherwise.
    std::function<void(const CustomerState&, Instant, const interpretation::Reading&)> observe;
};

/// An event on its way to one customer, or what logged data says about it.
struct EventTrigger {
    const perception::Event* event = nullptr;
    const audit::Logged* logged = nullptr; ///< with the outcomes of the log, whether or not they will be observed
    std::optional<std::uint32_t> member{}; ///< an account's trigger by a member's event: whose it is
};

/// Something that is to go out, or to be reserved for, at the epoch's merge.
struct PendingDispatch {
    execution::Dispatch dispatch; ///< number 0 until it really goes
    std::vector<planning::Planner::Reservation> reservations;
    int urgency = 2;
    std::vector<double> order; ///< within the urgency class: who has less comes first
    double priority = 0;
    Instant time; ///< of the turn
    std::uint32_t sequence = 0;
    std::uint64_t decision = 0;
    std::uint32_t choice = 0;
    std::uint64_t reserveFor = 0; ///< proposal key: only reserve, nothing goes out yet
    std::uint64_t carriesOut = 0; ///< proposal key whose reservation it uses
    Sym journey = 0;
    Sym node = 0;
    Sym goal = 0;
    Sym family = 0;
    double discount = 0;
    double predicted = -1; ///< outcome probability without fatigue; negative: none
    bool learns = false;
    planning::LearningContext learning;
};

struct TurnCounts {
    std::uint64_t turns = 0;
    std::uint64_t decisions = 0;
};

/// What one customer's part of an epoch leaves for the merge. Reused between epochs.
struct CustomerEpoch {
    std::uint32_t customer = 0;
    std::vector<audit::Entry> entries;
    std::vector<std::pair<audit::Key, std::size_t>> about; ///< decision key → index into entries
    std::vector<audit::DecisionRow> rows;
    std::vector<governance::Proposal> proposals; ///< new or changed
    std::vector<learning::Outcome> outcomes;
    std::vector<learning::ModelUpdate> updates;
    std::vector<PendingDispatch> dispatches;
    std::vector<execution::Dispatch> optOuts; ///< to be passed on as they are: they cost nothing and need no leave
    std::vector<std::pair<std::vector<planning::Planner::Reservation>, std::int64_t>> released; ///< with their day
    std::vector<audit::ReviewRow> reviews;
    std::vector<std::pair<Sym, audit::Logged>> logged; ///< what was chosen on logged data, and what the log says
    std::vector<planning::FactName> questions;         ///< for systems of record
    std::vector<Rejudged> rejudged;                    ///< backtests
    TurnCounts counts;
    void clear();
};

/// Carries one customer at a time through the layers. One object a worker: it owns the frame of facts.
class TurnRunner {
public:
    explicit TurnRunner(const Program& program);

    /// Backtests: every decision is made once more by changed documents, whose symbols begin with this runner's and
    /// which read customers alike. Nothing is changed by it.
    void setSecond(const Program& changed);

    /// Handles every trigger of one customer in [from, until): its events (ascending by receipt) and its own timers, in
    /// time order.
    void runEpoch(const RunContext& context, CustomerState& state, std::span<const EventTrigger> events, Instant until,
                  std::uint64_t epoch, CustomerEpoch& out);

    /// Folds a customer's events again, perception and interpretation alone, from what was known before them: the
    /// signals as they would be had nothing else come in between. `memory` is as it was before the first.
    void refold(perception::Customer memory, interpretation::SignalMemory& signals,
                std::span<const perception::Event> events);

    /// The next instant at which this customer wants a turn without an event.
    [[nodiscard]] static Instant nextWake(const Program& program, const CustomerState& state);

private:
    struct Turn;
    void run(Turn& turn);
    void perceive(Turn& turn);
    void perceiveAccount(Turn& turn);
    void readAccount(Turn& turn);
    void handleProposals(Turn& turn);
    void handleProposal(Turn& turn, OpenProposal& open);
    void carryOut(Turn& turn, OpenProposal& open);
    void endProposal(Turn& turn, OpenProposal& open, governance::ProposalState state, audit::EntryKind kind,
                     Sym reason);
    void turnDown(Turn& turn, const governance::Proposal& proposal, bool byPerson) const;
    void voidDependents(Turn& turn, Sym action);
    [[nodiscard]] static bool dispatchedSince(const CustomerState& state, Sym action, Instant since);
    [[nodiscard]] static std::uint64_t dispatchOf(const CustomerState& state, Sym action);
    [[nodiscard]] static Instant enteredAt(const Turn& turn, Sym journey);
    void holdForAfter(const Turn& turn, const planning::Candidate& candidate, Sym journey,
                      governance::Ruling& ruling) const;
    void runSafeDefault(Turn& turn, const OpenProposal& open);
    void recordConsent(Turn& turn) const;
    void passOn(Turn& turn, const audit::ConsentRecord& record) const;
    void voidUnconsented(Turn& turn);
    void keepBack(Turn& turn);
    void drawnAction(Turn& turn, const planning::DrawnAction& action);
    void takeStatedFact(Turn& turn) const;
    static void noteAnswered(Turn& turn, const learning::Outcome& outcome);
    void keepInContext(Turn& turn) const;
    void endWaits(Turn& turn) const;
    [[nodiscard]] bool askFor(Turn& turn, std::vector<planning::FactName> names) const;
    [[nodiscard]] static Instant answersBy(const CustomerState& state);
    [[nodiscard]] bool waitForFacts(Turn& turn, const std::vector<planning::DueDecision>& due);
    [[nodiscard]] bool waitForFacts(Turn& turn, OpenProposal& open);
    void forceHandoff(Turn& turn, std::vector<planning::DueDecision>& due);
    void decide(Turn& turn, const std::vector<planning::DueDecision>& due);
    void actOn(Turn& turn, audit::DecisionRecord& record, std::size_t choice, const planning::DueDecision* due);
    void recordLogged(Turn& turn, audit::DecisionRecord& record);
    bool leaveIncumbent(Turn& turn, const planning::Candidate& candidate, const planning::SlotChoice& choice);
    std::uint64_t propose(Turn& turn, const planning::Candidate& candidate, const governance::Ruling& ruling,
                          audit::Key decision, const planning::DueDecision* due, double confidence,
                          std::uint32_t choice);
    void dispatch(Turn& turn, const planning::Candidate& candidate, audit::Key decision,
                  const planning::DueDecision* due, std::uint32_t choice);
    void takeFacts(const TurnRunner& from);
    [[nodiscard]] planning::Plan planAgain(const TurnRunner& from, Turn& turn,
                                           std::vector<governance::Ruling>& rulings);
    void rejudge(Turn& turn, const audit::DecisionRecord& record, const planning::Plan& plan,
                 const std::vector<governance::Ruling>& rulings) const;
    void rejudgeDrawn(const TurnRunner& from, Turn& turn, const planning::DrawnAction& action,
                      const audit::DrawnRecord& record);
    void gatherEvidence(const Turn& turn, std::vector<audit::Evidence>& evidence) const;
    /// Valid until the customer's proposals change. `replaces`: what is chosen takes the place of an open proposal of
    /// its slot; a drawn action and a proposal that is carried out go beside it.
    [[nodiscard]] planning::PlanRequest request(const Turn& turn, bool replaces);
    [[nodiscard]] const perception::Customer& addressee(const Turn& turn, const planning::Candidate& candidate) const;
    /// `ownProposal`: whose ruling it is again, 0 = a new one.
    [[nodiscard]] governance::Ruling rule(Turn& turn, const planning::Candidate& candidate, double confidence,
                                          bool drawn, std::uint64_t ownProposal = 0);
    void addRow(Turn& turn, const planning::Candidate& candidate, const governance::Ruling& ruling, audit::Key key,
                Sym journey, Sym goal, const planning::SlotChoice* choice, bool drawn);

    const Program& m_program;
    perception::Facts m_facts;
    std::vector<std::pair<int, Sym>> m_evidenceSlots; ///< slot, symbol of its name
    std::vector<std::size_t> m_scratchSlots; ///< of the action under consideration: empty at the start of every turn
    std::vector<planning::Incumbent> m_incumbents;
    std::vector<const CustomerState*> m_members; ///< of the account whose turn it is, but for suppressed ones
    std::vector<const perception::Customer*> m_memberships;       ///< all members' memories
    std::unique_ptr<TurnRunner> m_second;                         ///< backtests: the changed documents'
    std::vector<std::pair<std::size_t, std::size_t>> m_sameFacts; ///< of a second runner: the first's slot, its own
    bool m_isSecond = false;
    bool m_knowsReservations =
        true; ///< false for a second runner with other budgets: what is reserved names the first's
};

} // namespace wayreeve::engine
