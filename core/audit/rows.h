#pragma once

#include "audit/key.h"
#include "base/hash.h"
#include "base/symbols.h"
#include "base/time.h"
#include "documents/vocabulary.h"
#include "documents/workspace_io.h"
#include "execution/dispatch.h"
#include "governance/proposal.h"
#include "governance/ruling.h"
#include "learning/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::audit {

enum class RunKind : std::uint8_t { Live, Simulation, Replay };
enum class RunStatus : std::uint8_t { Running, Finished, Cancelled, Paused };

/// One run: its own clock, customers, model, arms, chain and statistics. `tag` ("s1", "r2") starts every id of it.
struct RunInfo {
    std::int64_t id = 0;
    std::string tag;
    RunKind kind = RunKind::Simulation;
    RunStatus status = RunStatus::Running;
    Hash256 documentSet;
    std::vector<documents::DocumentFile> files; ///< kind, id, path and hash; canonicalJson is empty here
    std::uint64_t seed = 1;
    std::string salt;
    std::uint64_t customers = 0;
    std::uint32_t days = 0;
    bool reviewers = true;
    std::string population;
    Instant start;
    Instant clock; ///< where the run's clock stands
    Duration epoch;
    std::uint64_t epochs = 0; ///< committed
    std::uint64_t entries = 0;
    std::uint64_t decisions = 0;
    Hash256 recordsHash;
    std::string source;       ///< replay: what is replayed
    bool sendsReally = false; ///< its outbox is for real connectors, also for what people decide after its end
};

/// The narrow row of a decision: filters, lists and metrics read these, never the records.
struct DecisionRow {
    Key key = 0;             ///< audit/key.h
    std::uint64_t entry = 0; ///< number of its record in the chain
    Instant time;
    std::uint32_t customer = 0;
    documents::Arm arm = documents::Arm::Agentic;
    Sym journey = 0;
    Sym agent = 0;
    Sym action = 0; ///< of the first contact choice that is not wait, else the first choice; 0 = wait
    Sym content = 0;
    documents::Channel channel = documents::Channel::None;
    documents::Slot slot = documents::Slot::Marketing;
    documents::Risk risk = documents::Risk::Low;
    governance::RulingKind ruling = governance::RulingKind::Execute;
    Sym stage = 0;
    Sym goal = 0;
    bool explored = false;
    bool drawn = false; ///< a drawn action (baseline or journey), not a decision
    double probability = 1;
    double confidence = 1;
    double priority = 0;
    Instant triggerTime; ///< of the event that led here; equals time for timers
};

struct CustomerRow {
    std::uint32_t number = 0;
    std::string key;
    std::string name; ///< for display: "first_name last initial" traits where known, else the key; of an account its
                      ///< name or its group's id
    documents::Arm arm = documents::Arm::Agentic;
    bool mixedArms = false;
    bool isAccount = false; ///< "account:ID" may be a person's key as well: only this tells them apart
    bool noPerson = false;  ///< software or a burst: nothing is learned of it
    Instant firstSeen;
    Instant lastSeen;
    Sym stage = 0;
    std::uint32_t decisions = 0;
    std::vector<std::uint8_t> state; ///< the engine's checkpoint of the whole customer
};

struct EventRow {
    std::uint64_t sequence = 0;
    std::uint32_t customer = 0;
    Instant time;
    Instant receivedAt;
    std::string messageId;
    std::string name;
    std::uint8_t fate = 0;          ///< perception::Fate
    std::vector<std::uint8_t> body; ///< perception event codec, for replay
};

/// That somebody put a quarantined event right and sent it again. The event it has become is received like any other,
/// in the run that was live then.
struct MendedRow {
    std::string run;           ///< tag of the run that held it back
    std::uint64_t number = 0;  ///< of its receipt there
    Instant at;                ///< on the clock of the run that received it again
    std::string person;        ///< empty: not known
    std::string into;          ///< tag of the run that received it again; when written: the batch's
    std::uint64_t receipt = 0; ///< its number there
    std::uint8_t fate = 0;     ///< perception::Fate that it met with there; not written
};

/// A person's command as the run took it in: replay applies it at the same point.
struct CommandRow {
    std::uint64_t sequence = 0;
    std::uint64_t epoch = 0; ///< taken in at the end of this epoch
    Instant time;
    std::string body; ///< JSON: engine/desk.h, engine/live_feed.h
};

/// Counters a day and arm, for curves (added up, never overwritten). Customers, conversions, money and cost are of the
/// people compared: when two identities turn out to be one person, that person is counted once, and not at all where
/// their arms differ, so a day may be negative. Conversions and money are those of the workspace's first goal.
struct DayRow {
    std::int32_t day = 0; ///< since the run's start
    documents::Arm arm = documents::Arm::Agentic;
    std::int64_t customers = 0; ///< seen for the first time, less those merged away
    std::uint64_t decisions = 0;
    std::uint64_t dispatches = 0;
    std::int64_t converted = 0; ///< customers whose first outcome of the first goal fell on this day
    std::uint64_t goals = 0;    ///< outcomes of any goal
    double money = 0;
    double cost = 0;
    std::uint64_t complaints = 0;
    std::uint64_t unsubscribes = 0;
    std::uint64_t queued = 0;
    std::uint64_t queuedHigh = 0;
    std::uint64_t decidedByPeople = 0;
    std::uint64_t expired = 0;
};

/// A post-hoc review (D2): open → confirmed or overturned.
struct ReviewRow {
    std::uint64_t number = 0;
    Key decision = 0;
    Instant opened;
    int state = 0; ///< 0 open, 1 confirmed, 2 overturned
    std::string person;
};

} // namespace wayreeve::audit
