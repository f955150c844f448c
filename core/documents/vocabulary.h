#pragma once

#include <cstdint>
#include <string_view>

/// Words that documents, rulings and screens share. The YAML spelling of each is its lower-case name with '-'.
namespace wayreeve::documents {

enum class Risk : std::uint8_t { Low, Medium, High };
enum class Reversibility : std::uint8_t { Reversible, Costly, Irreversible };
enum class AutonomyLevel : std::uint8_t { Assisted, Supervised, Autonomous };
enum class Slot : std::uint8_t { Marketing, Service, Operation };
enum class Channel : std::uint8_t { None, Email, InApp, Web, Sms, Call, Support, Ads };
enum class Arm : std::uint8_t { Agentic, Control, Baseline };
/// What a priority is made of (product L3), in the order of its arithmetic.
enum class Factor : std::uint8_t { Outcome, Fatigue, Context, Value, Lever, Cost, Harm };

/// Stable identifiers ("in-app"), not for people.
[[nodiscard]] std::string_view nameOf(Risk risk);
[[nodiscard]] std::string_view nameOf(Reversibility reversibility);
[[nodiscard]] std::string_view nameOf(AutonomyLevel level);
[[nodiscard]] std::string_view nameOf(Slot slot);
[[nodiscard]] std::string_view nameOf(Channel channel);
[[nodiscard]] std::string_view nameOf(Arm arm);
[[nodiscard]] std::string_view nameOf(Factor factor);

} // namespace wayreeve::documents
