#pragma once

#include "audit/decision_record.h"
#include "audit/events.h"
#include "engine/run.h"

#include <optional>
#include <vector>

namespace wayreeve::engine {

/// What happened in a story, and whether that is what was expected.
class StoryTrace {
public:
    StoryTrace(const Program& program, const documents::Story& story)
        : m_program(program)
        , m_story(story) {}

    void see(Instant at, const interpretation::Reading& reading) { m_readings.emplace_back(at, reading); }
    [[nodiscard]] OpenLedger ledger();

    /// The first expectation that is not met; nullopt when all are.
    [[nodiscard]] std::optional<Error> firstFailure();

private:
    /// Something that could match an expectation about actions.
    struct Doing {
        Instant at;
        std::string action;
        std::string content;
        documents::Channel channel = documents::Channel::None;
        std::string ruling;
        std::string approval;
        bool dispatched = false;
    };
    struct Removal {
        Instant at;
        std::string action;
        std::string by;
    };
    void gather();
    void gatherEntry(const audit::Entry& entry);
    [[nodiscard]] bool met(const documents::Expectation& expectation, Instant from, Instant to,
                           std::string& seen) const;
    [[nodiscard]] bool readingMet(const documents::Expectation& expectation, Instant from, Instant to,
                                  std::string& seen) const;

    const Program& m_program;
    const documents::Story& m_story;
    std::vector<audit::Batch> m_batches;
    std::vector<std::pair<Instant, interpretation::Reading>> m_readings;
    std::vector<Doing> m_doings;
    std::vector<Removal> m_removals;
};

} // namespace wayreeve::engine
