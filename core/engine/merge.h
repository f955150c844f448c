#pragma once

#include "audit/ledger.h"
#include "engine/customer_state.h"
#include "engine/live_feed.h"
#include "engine/turn.h"
#include "engine/worker_pool.h"
#include "simulation/arrivals.h"

#include <map>
#include <span>
#include <vector>

namespace wayreeve::engine {

/// A person's command on its way into the run, taken in at an epoch's end.
struct TakenCommand {
    governance::Command command;
    Result<governance::Proposal> answer = Error{"approval.not-taken", {}, {}, 0, 0};
};

/// The serial end of an epoch: in the order semantics.md gives it reserves shared budgets, sends what fits, takes in
/// people's commands, learns, and puts the epoch's entries in (time, customer, sequence) order. Everything customers
/// share changes only here.
class EpochMerge {
public:
    EpochMerge(const Program& program, planning::SharedState& shared, std::vector<CustomerState>& customers,
               bool sendsReally, bool awaitResults = false);

    struct Delivery {
        std::uint32_t customer = 0;
        simulation::Delivered delivered;
    };

    /// `parts` are the epoch's results, one a customer. Fills `batch` (entries without number or hash yet, rows, …) and
    /// answers what went out. Orders are taken in before commands. `pool` may split the two models' learning, which
    /// does not touch what the other reads.
    std::vector<Delivery> run(std::span<CustomerEpoch* const> parts, Instant end, std::uint64_t epoch,
                              std::span<TakenCommand> commands, WorkerPool& pool, audit::Batch& batch,
                              std::span<const Order> orders = {});
    /// Whose next turn changed through the last orders; ascending, each once.
    [[nodiscard]] const std::vector<std::uint32_t>& answeredCustomers() const { return m_answered; }

    [[nodiscard]] std::uint64_t modelUpdates() const { return m_modelUpdates; }
    void setModelUpdates(std::uint64_t count) { m_modelUpdates = count; }
    /// Day counters count from here.
    void setStart(Instant start) { m_start = start; }
    /// Everything that waits for a person, by key.
    [[nodiscard]] const std::map<audit::Key, std::uint32_t>& waiting() const { return m_waiting; }
    void noteWaiting(const governance::Proposal& proposal);
    /// Budgets bound so many choices.
    [[nodiscard]] std::uint64_t didNotFit() const { return m_didNotFit; }
    void setDidNotFit(std::uint64_t count) { m_didNotFit = count; }

    /// A new workspace-local day has full budgets, less what was reserved ahead. To be called at the start of each
    /// epoch too: whether one before it ran must not show, since epochs in which nothing happens are skipped.
    void refillBudgets(Instant at);

private:
    struct Work;
    /// The budgets of a workspace-local day, today's or a later one's; null for a day that is over.
    planning::Budgets* budgetsOf(std::int64_t day);
    void giveBack(const std::vector<planning::Planner::Reservation>& reservations, std::int64_t day);
    void sendOrReserve(Work& work, PendingDispatch& pending);
    void send(Work& work, PendingDispatch& pending, CustomerState& state);
    void passOn(Work& work, execution::Dispatch& optOut);
    void refuse(Work& work, PendingDispatch& pending, CustomerState& state, Sym budget);
    void voidProposal(Work& work, CustomerState& state, std::uint64_t number, Sym reason);
    void take(Work& work, TakenCommand& taken);
    void obey(Work& work, const Order& order);
    void settle(Work& work, const Order& order);
    [[nodiscard]] InFlight flightOf(const PendingDispatch& pending, const CustomerState& state);
    void addContacts(CustomerState& person, const InFlight& flight, Instant at);
    void removeContacts(CustomerState& person, const InFlight& flight);
    void takeUpAgain(CustomerState& state, CustomerState& person, InFlight& flight, Instant at);
    void tellProposal(Work& work, CustomerState& state, InFlight& flight, const Order& order);
    void cameToNothing(Work& work, CustomerState& person, InFlight& flight);
    [[nodiscard]] std::uint32_t livingOf(std::uint32_t customer) const;
    void learnFact(Work& work, const Order& order);
    void noteAnswered(std::uint32_t customer);
    void succeeded(CustomerState& state, Sym action, std::uint64_t dispatch, Instant at);
    void learn(Work& work);
    void learnPurchases(const CustomerEpoch& part);
    void countDays(Work& work, const CustomerEpoch& part);
    audit::DayRow& day(Work& work, documents::Arm arm);
    audit::Entry header(const Work& work, audit::EntryKind kind, CustomerState* state);
    OpenProposal* find(audit::Key key);

    const Program& m_program;
    planning::SharedState& m_shared;
    std::vector<CustomerState>& m_customers;
    bool m_sendsReally;
    bool m_awaitResults;
    bool m_learnsFromMoments;
    std::vector<std::uint32_t> m_answered;
    Instant m_start;
    std::uint64_t m_modelUpdates = 0;
    std::uint64_t m_didNotFit = 0;
    std::map<audit::Key, std::uint32_t> m_waiting;
};

} // namespace wayreeve::engine
