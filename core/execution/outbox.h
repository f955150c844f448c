#pragma once

#include "execution/connector.h"
#include "execution/dispatch.h"
#include "governance/stop.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace wayreeve::execution {

/// The result of a taken item while a call is made that must not be made twice.
inline constexpr const char* callBegun = "begun";
/// … and of one whose process died during that call.
inline constexpr const char* callInterrupted = "interrupted";

/// Whether an item may still go to its customer, asked just before each call.
struct Leave {
    enum class Kind : std::uint8_t {
        Go,
        Refused, ///< it may not any more: failed without a call
        Held     ///< not now, or it cannot be told: stays in the outbox
    };
    Kind kind = Kind::Go;
    std::string code = {};                 ///< of the last two: a result
    Duration again = Duration::minutes(1); ///< of Held: when step() asks again
};

/// Where the dispatcher takes items from: implemented by storage. One caller at a time.
class OutboxPort {
public:
    virtual ~OutboxPort() = default;
    /// Marks up to `limit` pending items taken (attempts + 1) in one durable transaction and answers them, oldest
    /// first.
    [[nodiscard]] virtual Result<std::vector<Dispatch>> take(int limit) = 0;
    /// Records what became of a taken item (durably): state, attempts, result. One that stays Taken has a call begun
    /// (result callBegun), or waits for its next try.
    [[nodiscard]] virtual Result<void> settle(const Dispatch& dispatch) = 0;
    /// Items that a dead process left taken. Whose call had begun may have been done: Unknown, "interrupted", until a
    /// person replays it. The others go back to pending, to be called again with the same key. How many of both.
    [[nodiscard]] virtual Result<int> recover() = 0;
    /// Items that were put back stopped go back to pending (take() leaves stopped ones alone, so that they keep nobody
    /// waiting). Asked before the first pass and after each lift; what is still under a stop is put back again.
    [[nodiscard]] virtual Result<int> resume() { return 0; }
    /// What has become of an item; Failed where there is none of that number.
    [[nodiscard]] virtual DispatchState stateOf(std::uint64_t number) = 0;
    [[nodiscard]] virtual std::string customerKey(std::uint32_t customer) = 0;
    /// Whether the customer was erased: what was taken before that is not sent any more.
    [[nodiscard]] virtual bool isErased(std::uint32_t) { return false; }
};

/// X1: drains an outbox through connectors. A crash at any instant neither loses nor repeats an action: a receiver that
/// honours keys is asked again; before any other is called it is written down that the call begins, and what was cut
/// off is left to a person. Retries Unknown with back-off (1 s · 2ⁿ, at most `maxAttempts`, then Failed = dead
/// letter), waiting longer where a receiver asks for it (10 min at most): in rounds, all that remain wait together.
/// What must not be repeated stays Unknown until a person replays it. An item that names another (`after`) goes once
/// that one succeeded, and fails with it; it is put back stopped with it, too. Asks the stop switch before every call.
/// One thread at a time.
class Dispatcher {
public:
    struct Settings {
        int maxAttempts = 6;
        std::function<void(Duration)> pause; ///< how to wait between tries; tests inject one that does not
        /// Called before the stop switch is asked for an item; what it answers is kept until the call has ended. There
        /// the switch can be brought up to date, and a stop from elsewhere be kept waiting.
        std::function<std::shared_ptr<void>()> enter = {};
        /// Asked inside `enter`, of every item that no stop holds; empty = all may go. What is held is asked about
        /// again by step(), and put back stopped by drainOnce().
        std::function<Leave(const Dispatch&)> leave = {};
        /// Told of every item that was settled but by a stop. `sure` is false where it may have been done all the same.
        std::function<void(const Dispatch&, bool sure)> settled = {};
    };
    using Find = std::function<Connector*(const std::string& connector)>;
    using ActionName = std::function<std::string(Sym)>; ///< of actions and agents
    Dispatcher(OutboxPort& outbox, governance::StopSwitch& stop, Find find, ActionName name, Settings settings);

    /// One pass: takes, calls, settles. Answers how many succeeded or failed; Error of the port. Items under a stop are
    /// put back (Stopped → pending once lifted) without a call and do not count, so 0 means: nothing left to do now.
    /// Results beside the connector's: "no-connector", "exception",
    /// "after-failed", "erased", and those of `leave`.
    [[nodiscard]] Result<int> drainOnce(int limit = 100);

    /// For who never is done: tries what is new, and what is due again by `now` (of any steady clock), each once, and
    /// waits for nothing. What waits for its next try is kept here; where the dispatcher ends, recover() finds it.
    /// After an error of the port too: an answer that could not be stored is stored by the next call and not asked for
    /// again, and what had not been tried is tried then.
    [[nodiscard]] Result<int> step(Instant now, int limit = 100);
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); } ///< for their next try

private:
    struct Waiting {
        Instant due;
        Dispatch item;
        bool first = false; ///< taken, but not tried yet
    };
    struct Answered {
        Dispatch item;
        bool sure = false;
    };
    [[nodiscard]] Result<std::vector<Dispatch>> takeNew(int limit);
    /// Tries an item once and settles it: how long to wait where it is to be tried again, nothing where it is settled.
    /// `keeps`: who calls keeps what is held.
    [[nodiscard]] Result<std::optional<Duration>> tryOne(Dispatch& item, bool first, bool keeps, int& settled);
    /// Stores the answers that are kept, oldest first.
    [[nodiscard]] Result<void> settleAnswered(int& settled);
    struct Tried {
        Connector::Answer answer; ///< where it was asked: says whether and when to come again
        bool begun = false;       ///< the outbox holds that a call began
        bool held = false;        ///< nobody was asked: it has no leave now
        Duration again;           ///< of what is held
        bool doubtful = false;    ///< it failed for want of leave, and an earlier call may have done it
    };
    /// An error is the outbox's: nobody was asked.
    [[nodiscard]] Result<Tried> attempt(Dispatch& item, bool first);
    [[nodiscard]] bool waitsForAnother(Dispatch& item, bool keeps);

    OutboxPort& m_outbox;
    governance::StopSwitch& m_stop;
    Find m_find;
    ActionName m_name;
    Settings m_settings;
    std::optional<std::uint64_t> m_resumedAt; ///< the switch's count of lifts
    std::vector<Waiting> m_waiting;
    std::vector<Answered> m_answered; ///< not stored yet
};

} // namespace wayreeve::execution
