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

    void see(std::uint32_t customer, Instant at, const interpretation::Reading& reading) {
        m_readings.push_back({at, customer, reading});
    }
    [[nodiscard]] OpenLedger ledger();

    /// The first expectation that is not met; nullopt when all are.
    [[nodiscard]] std::optional<Error> firstFailure();

private:
    /// Something that could match an expectation about actions.
    struct Doing {
        Instant at;
        std::uint32_t customer = 0;
        std::string action;
        std::string content;
        documents::Channel channel = documents::Channel::None;
        std::string ruling;
        std::string approval;
        bool dispatched = false;
        std::string level{};  ///< of the cell that ruled
        bool voided = false;  ///< the end of a proposal
        std::string packet{}; ///< of a handoff: as JSON
        /// A waiting handoff's packet, beside the decision that queued it.
        [[nodiscard]] bool isPacket() const { return ruling.empty() && !dispatched && !voided; }
    };
    struct Moment {
        Instant at;
        std::uint32_t customer = 0;
        interpretation::Reading reading;
    };
    struct Removal {
        Instant at;
        std::uint32_t customer = 0;
        std::string action;
        std::string by;
    };
    void gather();
    void gatherEntry(const audit::Entry& entry);
    [[nodiscard]] const governance::Proposal* proposalOf(std::uint64_t number) const;
    /// What is expected of the story's own customer may be its account's doing, but nobody's else.
    [[nodiscard]] bool isOf(const documents::Expectation& expectation, std::uint32_t customer) const;
    [[nodiscard]] bool met(const documents::Expectation& expectation, Instant from, Instant to,
                           std::string& seen) const;
    [[nodiscard]] bool readingMet(const documents::Expectation& expectation, Instant from, Instant to,
                                  std::string& seen) const;

    const Program& m_program;
    const documents::Story& m_story;
    std::vector<audit::Batch> m_batches;
    std::vector<Moment> m_readings;
    std::vector<Doing> m_doings;
    std::vector<Removal> m_removals;
};

} // namespace wayreeve::engine
