#pragma once

#include "base/symbols.h"
#include "base/time.h"
#include "documents/vocabulary.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wayreeve::execution {

enum class DispatchState : std::uint8_t { Pending, Taken, Succeeded, Failed, Unknown, Stopped };
[[nodiscard]] std::string_view nameOf(DispatchState state);

/// One item of the outbox: exactly what goes to a connector, written in the same transaction as the ruling that allows
/// it. The key makes the action happen once, however often the call is made.
struct Dispatch {
    std::uint64_t number = 0;   ///< key (audit/key.h), unique within the run
    std::uint64_t decision = 0; ///< key of the decision or drawn action
    std::uint64_t proposal = 0; ///< 0 where it executed without a person
    std::uint32_t customer = 0;
    Sym agent = 0;
    Sym action = 0;
    Sym content = 0;
    documents::Channel channel = documents::Channel::None;
    documents::Slot slot = documents::Slot::Marketing;
    std::string connector;
    std::string key;     ///< idempotency key: hash of run, decision and slot choice
    std::string subject; ///< personal
    std::string body;    ///< personal
    double cost = 0;
    Instant at; ///< end of the epoch it belongs to
    DispatchState state = DispatchState::Pending;
    int attempts = 0;
    std::uint64_t after = 0; ///< the dispatch that must have succeeded before this one may go; 0 = none
    std::string result;      ///< connector's answer code ("ok", "http-503", "timeout"), never a sentence
    bool operator==(const Dispatch&) const = default;
};

} // namespace wayreeve::execution
