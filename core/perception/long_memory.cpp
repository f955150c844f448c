#include "perception/long_memory.h"

#include "base/portable_math.h"
#include "base/portable_special.h"
#include "perception/property_value.h"

#include <algorithm>
#include <limits>

namespace wayreeve::perception {

namespace {

constexpr int moneyDigits = 2, shareDigits = 4;
constexpr double perHour = 3'600'000.0;

void put(std::vector<Value>& facts, int slot, Value value) {
    if (slot >= 0)
        facts[static_cast<std::size_t>(slot)] = std::move(value);
}

Value rounded(double x, int digits) {
    const Value whole = Value::fromDouble(x);
    return whole.number() ? Value(whole.number()->rounded(digits)) : Value();
}

/// A date is over when its local day is.
Instant dueOf(const Value& value, const Zone& zone) {
    if (value.dateTime())
        return *value.dateTime();
    if (value.date())
        return zone.at(value.date()->dayNumber + 1, 0);
    return Instant::never();
}

} // namespace

LongMemory::LongMemory(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols) {
    static const documents::TrackingPlan none;
    const documents::TrackingPlan& plan = workspace.trackingPlan ? *workspace.trackingPlan : none;
    const auto lasts = [&](const std::string& event) {
        const Sym symbol = symbols.intern(event);
        if (std::find(m_lasting.begin(), m_lasting.end(), symbol) == m_lasting.end())
            m_lasting.push_back(symbol);
        return symbol;
    };
    if (plan.promises.isUsed()) {
        const Sym made = lasts(plan.promises.made);
        const Sym kept = plan.promises.kept.empty() ? 0 : lasts(plan.promises.kept);
        m_promises = Promises{plan.promises, made, kept, schema.promises};
        const auto& s = schema.promises;
        m_slots.insert(m_slots.end(), {s.open, s.overdue, s.broken90, s.nextDue, s.by});
    }
    if (plan.lifetime.isUsed() && plan.lifetime.isFitted())
        m_lifetime = Lifetime{plan.lifetime, lasts(plan.lifetime.event),
                              LifetimeModel(plan.lifetime.purchases, plan.lifetime.spend), schema.lifetime};
    if (workspace.measures)
        for (std::size_t i = 0; i < std::min(workspace.measures->affinities.size(), schema.affinities.size()); ++i) {
            const documents::Affinity& affinity = workspace.measures->affinities[i];
            Affinity made{affinity, symbols.intern(affinity.event), {}, schema.affinities[i]};
            double told = 0;
            for (const auto& category : affinity.categories)
                told += category.share;
            const auto count = static_cast<double>(affinity.categories.size());
            for (const auto& category : affinity.categories)
                made.shares.push_back(told > 0 ? category.share / std::max(1.0, told) : 1 / count);
            m_slots.push_back(made.slots.leading);
            for (const auto* slots : {&made.slots.shares, &made.slots.lows, &made.slots.highs})
                m_slots.insert(m_slots.end(), slots->begin(), slots->end());
            m_affinities.push_back(std::move(made));
        }
    if (workspace.goals)
        for (std::size_t i = 0; i < std::min(workspace.goals->goals.size(), schema.progress.size()); ++i) {
            const documents::ProgressPlan& progress = workspace.goals->goals[i].progress;
            if (!progress.isUsed())
                continue;
            Progress made{progress, lasts(progress.from), {}, schema.progress[i]};
            for (const auto& milestone : progress.milestones)
                made.events.push_back(symbols.intern(milestone.event));
            m_slots.insert(m_slots.end(), {made.slots.state, made.slots.share});
            m_progress.push_back(std::move(made));
        }
}

void LongMemory::require(HistoryNeeds& needs) const {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max(), halvings = 64;
    needs.lasting = m_lasting;
    for (const Affinity& affinity : m_affinities) {
        const std::int64_t halfLife = affinity.plan.halfLife.ms;
        needs.add(affinity.event, Duration{halfLife > 0 && halfLife < most / halvings ? halfLife * halvings : most});
    }
    for (const Progress& progress : m_progress)
        for (const Sym event : progress.events)
            needs.add(event, Duration{most});
}

std::vector<Promise> LongMemory::promises(const Customer& customer, const Zone& zone) const {
    if (!m_promises)
        return {};
    const documents::PromisePlan& plan = m_promises->plan;
    std::vector<PromiseEvent> events;
    for (const rules::HistoryItem& item : customer.history) {
        const bool keeps = item.event == m_promises->kept && m_promises->kept != 0;
        if (!keeps && item.event != m_promises->made)
            continue;
        PromiseEvent event{item.time, keeps, propertyOf(item.properties, plan.id).toText(), {}, Instant::never()};
        if (!keeps) {
            event.by = plan.by.empty() ? std::string() : propertyOf(item.properties, plan.by).toText();
            event.due = dueOf(propertyOf(item.properties, plan.due), zone);
        }
        events.push_back(std::move(event));
    }
    return foldPromises(events);
}

std::optional<PurchaseRecord> LongMemory::purchases(const Customer& customer, Instant now) const {
    if (!m_lifetime)
        return std::nullopt;
    std::vector<Purchase> purchases;
    for (const rules::HistoryItem& item : customer.history)
        if (item.event == m_lifetime->event) {
            const Value amount = propertyOf(item.properties, m_lifetime->plan.amount);
            purchases.push_back({item.time, amount.number() ? amount.number()->toDouble() : 0});
        }
    return recordOf(purchases, now);
}

void LongMemory::put(const PromiseTally& tally, Instant now, Facts& facts) const {
    const auto& slots = m_promises->slots;
    perception::put(facts, slots.open, Value(tally.open));
    perception::put(facts, slots.overdue, Value(tally.overdue));
    perception::put(facts, slots.broken90, Value(tally.broken90));
    perception::put(facts, slots.nextDue,
                    tally.nextDue.isNever() ? Value()
                                            : rounded(static_cast<double>((tally.nextDue - now).ms) / perHour, 2));
    perception::put(facts, slots.by, tally.by.empty() ? Value() : Value(tally.by));
}

void LongMemory::fill(const Customer& customer, Instant now, const Zone& zone, Facts& facts) const {
    if (m_promises) {
        PromiseTally tally;
        tally.add(promises(customer, zone), now);
        put(tally, now, facts);
    }
    for (const Affinity& affinity : m_affinities)
        fillAffinity(affinity, &customer, now, facts);
    for (const Progress& progress : m_progress) {
        const std::optional<Reached> r = reached(progress, customer, now);
        const char* const state = !r ? "" : r->missed ? "stuck" : r->reached > r->due ? "ahead" : "on-plan";
        perception::put(facts, progress.slots.state, r ? Value(std::string(state)) : Value());
        perception::put(facts, progress.slots.share,
                        r ? rounded(static_cast<double>(r->reached) / static_cast<double>(r->total), shareDigits)
                          : Value());
    }
}

void LongMemory::fillAccount(std::span<const std::pair<const Customer*, Zone>> subjects, Instant now,
                             Facts& facts) const {
    for (const int slot : m_slots)
        perception::put(facts, slot, Value());
    if (!m_promises)
        return;
    PromiseTally tally;
    for (const auto& [subject, zone] : subjects)
        tally.add(promises(*subject, zone), now);
    put(tally, now, facts);
}

void LongMemory::fillWorth(const Customer* customer, Instant now, Facts& facts) const {
    if (!m_lifetime)
        return;
    const auto record = customer ? purchases(*customer, now) : std::nullopt;
    const auto& slots = m_lifetime->slots;
    if (!record) {
        for (const int slot : {slots.value, slots.low, slots.high, slots.alive})
            perception::put(facts, slot, Value());
        return;
    }
    const double days = static_cast<double>(m_lifetime->plan.horizon.ms) / (24 * perHour);
    const LifetimeModel::Worth worth = m_lifetime->model.worth(*record, days);
    perception::put(facts, slots.value, rounded(worth.mean, moneyDigits));
    perception::put(facts, slots.low, rounded(worth.low, moneyDigits));
    perception::put(facts, slots.high, rounded(worth.high, moneyDigits));
    perception::put(facts, slots.alive, rounded(worth.alive, shareDigits));
}

LongMemory::Share LongMemory::shareOf(double inside, double all, double prior, double weight) {
    const double a = std::max(1e-6, prior * weight + inside);
    const double b = std::max(1e-6, (1 - prior) * weight + (all - inside));
    return {a / (a + b), portable::betaQuantile(0.05, a, b), portable::betaQuantile(0.95, a, b)};
}

void LongMemory::fillAffinity(const Affinity& affinity, const Customer* customer, Instant now, Facts& facts) const {
    const auto& categories = affinity.plan.categories;
    std::vector<double> counts(categories.size());
    double all = 0;
    for (const rules::HistoryItem& item : customer->history) {
        if (item.event != affinity.event || item.time > now)
            continue;
        const Value value = propertyOf(item.properties, affinity.plan.property);
        if (value.isNull())
            continue;
        const double halvings = affinity.plan.halfLife.ms <= 0 ? 0
                                                               : static_cast<double>((now - item.time).ms) /
                                                                     static_cast<double>(affinity.plan.halfLife.ms);
        const double weight = portable::exp2(-halvings);
        all += weight;
        const std::string text = value.toText();
        for (std::size_t i = 0; i < categories.size(); ++i)
            if (categories[i].value == text)
                counts[i] += weight;
    }
    std::size_t leading = categories.size();
    double most = -1;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        const Share share = shareOf(counts[i], all, affinity.shares[i], affinity.plan.priorWeight);
        perception::put(facts, affinity.slots.shares[i], rounded(share.mean, shareDigits));
        perception::put(facts, affinity.slots.lows[i], rounded(share.low, shareDigits));
        perception::put(facts, affinity.slots.highs[i], rounded(share.high, shareDigits));
        if (share.mean > most) {
            most = share.mean;
            leading = i;
        }
    }
    // Before the first event nothing is known of this customer: the prior alone names no favourite.
    perception::put(facts, affinity.slots.leading,
                    all > 0 && leading < categories.size() ? Value(categories[leading].value) : Value());
}

std::optional<LongMemory::Reached> LongMemory::reached(const Progress& progress, const Customer& customer,
                                                       Instant now) {
    Instant start = Instant::never();
    for (const rules::HistoryItem& item : customer.history)
        if (item.event == progress.from && item.time <= now)
            start = item.time;
    if (start.isNever() || progress.plan.milestones.empty())
        return std::nullopt;
    Reached result;
    result.total = progress.plan.milestones.size();
    for (std::size_t i = 0; i < result.total; ++i) {
        const documents::Milestone& milestone = progress.plan.milestones[i];
        const auto times = std::count_if(customer.history.begin(), customer.history.end(), [&](const auto& item) {
            return item.event == progress.events[i] && item.time >= start && item.time <= now;
        });
        const Instant due = start + milestone.within;
        const bool done = times >= milestone.times;
        result.reached += done ? 1U : 0U;
        result.due += due <= now ? 1U : 0U;
        result.missed = result.missed || (due <= now && !done);
        if (!done && due > now)
            result.nextDue = std::min(result.nextDue, due);
    }
    return result;
}

Instant LongMemory::nextDue(const Customer& customer, Instant now, const Zone& zone) const {
    PromiseTally tally;
    tally.add(promises(customer, zone), now);
    Instant next = tally.nextDue;
    for (const Progress& progress : m_progress)
        if (const auto r = reached(progress, customer, now))
            next = std::min(next, r->nextDue);
    return next;
}

} // namespace wayreeve::perception
