#pragma once

#include "interpretation/interpreter.h"

namespace wayreeve::interpretation {

/// value · 2^−(over / halfLife); the value itself where no time has passed, 0 for a half-life that is not positive.
[[nodiscard]] double decayed(double value, Duration over, Duration halfLife);

/// Adds what a signal said at `at`. An earlier time than the level's own is decayed to that first, so the result does
/// not depend on the order in which events come (but for rounding).
void raise(SignalMemory::Level& level, double strength, Instant at, Duration halfLife);

/// Keeps frustratedInCase: "Case Opened", "Case Closed", and of these and "Message Received" a number `sentiment`
/// ≤ −0.5: a ticket that opens a case in anger is its first explanation.
void followCase(SignalMemory& memory, const perception::Event& event);

/// Drops the frustrated messages that can belong to no case any more, and counts those of the open one. Works from
/// event times alone, so late arrivals change nothing.
void countFrustrations(SignalMemory& memory);

} // namespace wayreeve::interpretation
