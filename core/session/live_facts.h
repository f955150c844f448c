#pragma once

#include "engine/live_feed.h"
#include "execution/fact_source.h"

#include <functional>
#include <memory>
#include <vector>

namespace wayreeve::session {

/// Asks a live run's system of record on threads of its own, so that neither turns nor dispatches wait for it.
class LiveFacts {
public:
    /// Called from the asking threads, once for each question.
    using Report = std::function<void(engine::Order)>;
    /// `now` dates the answers: the run's clock.
    /// Errors of FactSource::open: "connector.bad-url", "connector.no-secret", "connector.bad-secret".
    [[nodiscard]] static Result<std::unique_ptr<LiveFacts>> start(const documents::FactSettings& settings,
                                                                  std::function<Instant()> now, Report report);
    ~LiveFacts(); ///< waits for the calls under way; what is left unasked stays unanswered

    /// From any thread; returns at once.
    void ask(std::vector<engine::FactQuestion> questions);

    /// A question's answer as the run takes it in: the fact, or the code of what was wrong.
    [[nodiscard]] static engine::Order orderOf(const engine::FactQuestion& question,
                                               const Result<execution::LookedUpFact>& answer, Instant now);

private:
    class Workers;
    explicit LiveFacts(std::unique_ptr<Workers> workers);
    std::unique_ptr<Workers> m_workers;
};

} // namespace wayreeve::session
