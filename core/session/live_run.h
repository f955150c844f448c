#pragma once

#include "engine/run.h"
#include "ingest/http_door.h"
#include "session/open_workspace.h"

#include <functional>
#include <optional>
#include <string>

namespace wayreeve::session {

/// How a live run stands, for whoever watches.
struct LiveStatus {
    std::string run;     ///< tag
    std::string address; ///< "127.0.0.1"
    std::uint16_t port = 0;
    bool takenUp = false;     ///< goes on with a stored run
    std::string newKey;       ///< the write key of a source made just now; shown once, stored nowhere
    bool sendsReally = false; ///< to the workspace's connectors
    engine::Progress progress;
    ingest::DoorCounts door;
    std::size_t queued = 0; ///< events that wait for the next epoch
};

struct LiveRequest {
    ingest::DoorSettings door;
    std::optional<Instant> now; ///< where the clock starts; refused where the workspace really sends
    unsigned threads = 1;
    bool fresh = false;                             ///< begin a new run beside one that could go on
    std::optional<std::uint64_t> seed;              ///< of a new run; else drawn
    std::string writeKey;                           ///< accepted too, as source "command-line", and not stored
    std::function<void(const LiveStatus&)> started; ///< once, when the door is open; from the calling thread
    /// At most ten times a second, from the calling thread; also while nothing arrives.
    std::function<void(const LiveStatus&)> progress;
    std::function<bool()> cancelled; ///< asked at least ten times a second
};

/// Runs the engine live until `cancelled`: events in through the door, decisions, dispatches through the workspace's
/// connectors, people's commands through the inbox. The run then stands still (RunStatus::Paused) and the next call
/// takes it up where it was; so does one after a crash, from what was stored. Takes the engine lock ("store.locked").
/// Where no source may send yet, one is made and its key told to `started`. Sources that are added or withdrawn
/// meanwhile, by whoever writes their file, count within a second.
/// Errors: "live.now-with-connectors"; "live.documents-changed" run — the stored run was made with other documents:
/// publish them into a fresh run; "live.clock-behind" run, clock — `now` lies before where the stored run stands;
/// "ingest.address"; the engine's and the store's.
[[nodiscard]] Result<engine::RunSummary> runLive(const OpenWorkspace& workspace, const LiveRequest& request);

/// A run of events as they come in, which may go on; an import is of kind Live as well, but has come to its end.
[[nodiscard]] bool takesEvents(const audit::RunInfo& run);

/// Where the write keys' hashes are kept.
[[nodiscard]] std::filesystem::path sourcesFile(const std::filesystem::path& folder);

} // namespace wayreeve::session
