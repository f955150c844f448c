#pragma once

#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "perception/customer.h"
#include "perception/lifetime_fit.h"
#include "perception/promises.h"

#include <optional>
#include <span>
#include <vector>

namespace wayreeve::perception {

/// What a customer was promised, is drawn to, is worth and how far it is towards goals: all of it is read out of the
/// history, so that late and repeated events, merges, un-merges and erasure need nothing of their own. Immutable after
/// construction, shared by all workers.
class LongMemory {
public:
    LongMemory(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);

    using Facts = std::vector<Value>;
    /// promises.*, affinity.* and progress.* of a person.
    void fill(const Customer& customer, Instant now, const Zone& zone, Facts& facts) const;
    /// promises.* of an account: its own and its members', beside their zones. affinity.* and progress.* are null.
    void fillAccount(std::span<const std::pair<const Customer*, Zone>> subjects, Instant now, Facts& facts) const;
    /// customer.lifetime_value… and customer.alive; null without a customer and before its first purchase.
    void fillWorth(const Customer* customer, Instant now, Facts& facts) const;

    /// The next instant after `now` at which a promise or a milestone falls due; never() where none does.
    [[nodiscard]] Instant nextDue(const Customer& customer, Instant now, const Zone& zone) const;

    [[nodiscard]] std::vector<Promise> promises(const Customer& customer, const Zone& zone) const;
    [[nodiscard]] std::optional<PurchaseRecord> purchases(const Customer& customer, Instant now) const;

    /// What a history has to keep for all this.
    void require(HistoryNeeds& needs) const;

    /// A category's part of a customer's events: Beta posterior, mean and 90 % interval.
    struct Share {
        double mean = 0, low = 0, high = 0;
    };
    /// Of a category with a decayed count of `inside`, `all` those of the property's events; `prior` is the share of
    /// the customers, worth `weight` events.
    [[nodiscard]] static Share shareOf(double inside, double all, double prior, double weight);

private:
    struct Promises {
        documents::PromisePlan plan;
        Sym made = 0, kept = 0;
        documents::FactSchema::PromiseSlots slots;
    };
    struct Lifetime {
        documents::LifetimePlan plan;
        Sym event = 0;
        LifetimeModel model;
        documents::FactSchema::LifetimeSlots slots;
    };
    struct Affinity {
        documents::Affinity plan;
        Sym event = 0;
        std::vector<double> shares; ///< the prior, beside the categories; they add up to at most 1
        documents::FactSchema::AffinitySlots slots;
    };
    struct Progress {
        documents::ProgressPlan plan;
        Sym from = 0;
        std::vector<Sym> events; ///< beside the milestones
        documents::FactSchema::ProgressSlots slots;
    };
    struct Reached {
        std::size_t total = 0, reached = 0, due = 0;
        bool missed = false;
        Instant nextDue = Instant::never(); ///< of a milestone that is not reached
    };
    void put(const PromiseTally& tally, Instant now, Facts& facts) const;
    void fillAffinity(const Affinity& affinity, const Customer* customer, Instant now, Facts& facts) const;
    [[nodiscard]] static std::optional<Reached> reached(const Progress& progress, const Customer& customer,
                                                        Instant now);

    std::optional<Promises> m_promises;
    std::optional<Lifetime> m_lifetime;
    std::vector<Affinity> m_affinities;
    std::vector<Progress> m_progress;
    std::vector<Sym> m_lasting;
    std::vector<int> m_slots; ///< of promises, affinities and progress
};

} // namespace wayreeve::perception
