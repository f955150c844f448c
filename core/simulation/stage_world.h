#pragma once

#include "base/result.h"
#include "documents/workspace.h"
#include "measurement/confusion.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wayreeve::simulation {

struct StageWorldSettings {
    std::uint32_t customers = 2000;
    std::uint32_t days = 45;
    std::uint64_t seed = 1;
    std::uint32_t momentsEach = 8; ///< per customer, spread evenly by chance from its arrival to the end
    std::uint32_t shuffles = 5;    ///< how many times weights are shuffled among signals
};

/// What reading the stage is worth in a world where it is known. Classes are the workspace's stages, in their order.
struct StageMeasurement {
    std::vector<std::string> stages;
    std::uint64_t events = 0;
    measurement::Confusion core;                  ///< the interpreter, with the workspace's own signals and weights
    measurement::Confusion lastEvent;             ///< the best guess from the last event alone
    measurement::Confusion filter;                ///< the forward algorithm, knowing the world
    std::vector<measurement::Confusion> shuffled; ///< the interpreter with weights shuffled among signals

    [[nodiscard]] double shuffledAccuracy() const; ///< mean of them; 0 without any
};

/// Lives the world's customers (traits, states, entries, emissions of `world`; nobody contacts them, its reactions,
/// edge cases and quality are left aside) and has every event read as a run does: perception, then interpretation, at
/// receipt. At each moment the stage is read as a timer would; truth is the stage that the hidden state belongs to:
/// the stage of the same id, or the longest id that the state's begins with before a "-" ("troubled-parcel" belongs to
/// "troubled"). Weights never come from the world.
///
/// The last-event classifier knows, for each event name and set of signals that it raised, the most frequent stage: it
/// learns that from a world of its own (another seed, as many customers).
///
/// Errors: "stage-world.no-stages"; "stage-world.no-stage" (state): a state belongs to no stage;
/// "stage-world.unknown-event" (event, nearest); "stage-world.event-refused" (event, reason); FactSchema's.
/// Single thread; the same settings give the same figures.
[[nodiscard]] Result<StageMeasurement> measureStages(const documents::Workspace& workspace,
                                                     const documents::Population& world,
                                                     const StageWorldSettings& settings);

} // namespace wayreeve::simulation
