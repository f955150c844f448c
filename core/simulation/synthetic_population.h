#pragma once

#include "base/chance.h"
#include "documents/workspace.h"
#include "simulation/arrivals.h"

#include <memory>

namespace wayreeve::simulation {

/// S1: customers with hidden state that react to what the core does. Everything is a pure function of (seed, origin,
/// occasion), so neither the order in which workers ask nor the size of their steps matters.
///
/// Customer `origin` (userId "c<origin>", e-mail "c<origin>@customers.example" where the population draws none) arrives
/// at an instant spread evenly over the first third of the run (at most 10 days) with an identify event (traits, the
/// zone as "timezone") and a "Consent Changed" event for each consent share. One in twenty is anonymous first
/// (anonymousId "a<origin>"): it signs in on another device after a day on average, and some two hours later on the
/// first one, so that two identities become one person.
///
/// A hidden state emits events at Poisson rates and ends after an exponential dwell; without a usable `next` it never
/// ends. What is received (an executed dispatch) meets the first reaction of each event that matches it; with the
/// probability of documents/population.h the event follows after an exponential delay, counted from the dispatch.
/// Contacts of the last 7 days that tire are those before it, on any channel. Hours differ by at most 12 (around the
/// clock); the preferred hour is the value "preferred-hour" of the customer, else drawn evenly from 8 to 20 o'clock.
/// "Unsubscribed" as a reaction names the channel that was used. "identify" and "consent" are the identify event and
/// "Consent Changed".
///
/// Quality is drawn for all that happens after arrival: a duplicate comes again with the same messageId some 10 min
/// later, a late event at 0.5 … 1.5 × lateBy, a future-dated one leads by 10 min on average: from 5 min on the door
/// refuses it (an arrival without event, as of a malformed one, with the reason "event.future"), below that its time is
/// cut to its receipt.
class SyntheticPopulation final : public ArrivalSource {
public:
    /// `days` is the run's length; nothing arrives after start + days.
    SyntheticPopulation(const documents::Workspace& workspace, const documents::Population& population,
                        std::uint32_t customers, std::uint32_t days, const Chance& chance);
    ~SyntheticPopulation() override;

    [[nodiscard]] std::uint32_t origins() const override;
    [[nodiscard]] Instant next(std::uint32_t origin) const override;
    void advance(std::uint32_t origin, Instant until, std::vector<Arrival>& out) override;
    void deliver(std::uint32_t origin, const Delivered& delivered) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wayreeve::simulation
