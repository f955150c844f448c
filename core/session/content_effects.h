#pragma once

#include "audit/ledger.h"
#include "measurement/effects.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::session {

/// What the effects are of. Content tags are those that the run's content library gives a block.
enum class EffectOf : std::uint8_t { Action, Content, Channel, Tone, Offer, Proof, Stage, Need, Intent, Timing };
inline constexpr std::array allEffectsOf{EffectOf::Need,    EffectOf::Stage, EffectOf::Intent,  EffectOf::Tone,
                                         EffectOf::Offer,   EffectOf::Proof, EffectOf::Content, EffectOf::Action,
                                         EffectOf::Channel, EffectOf::Timing};
[[nodiscard]] std::string_view nameOf(EffectOf what); ///< "action", …
[[nodiscard]] std::optional<EffectOf> effectOf(std::string_view name);

/// Something that could have been sent at a moment. Numbers are places in EffectLog::words.
struct SentOption {
    std::uint32_t action = 0;
    std::uint32_t content = 0; ///< 0 = none
    std::uint32_t channel = 0;
    std::uint32_t tone = 0;
    std::uint32_t timing = 0;
    double propensity = 0; ///< of it, given that something was sent
};

struct SentMoment {
    std::uint32_t customer = 0;
    documents::Arm arm = documents::Arm::Agentic;
    std::uint32_t goal = 0;
    std::optional<double> reward; ///< 0 or 1 once the goal's window has closed and it was learned from
    std::size_t chosen = 0;       ///< of `options`
    std::vector<SentOption> options;
    std::map<std::uint32_t, std::uint32_t> segments; ///< by kind of segment: "stage", "intent", "journey", a fact
};

/// Every moment of a run at which something was chosen to be sent with a known probability: the agentic and the control
/// arm's. Word 0 is empty.
struct EffectLog {
    audit::RunInfo run;
    std::vector<std::string> words;
    std::vector<std::string> goals;        ///< with moments, the workspace's order
    std::vector<std::string> segmentKinds; ///< "stage", "intent", "journey", then facts of two to twelve values
    std::map<std::uint32_t, std::map<EffectOf, std::vector<std::uint32_t>>> tagsOfContent;
    std::vector<SentMoment> moments;
    std::uint64_t waits = 0;    ///< moments at which nothing was sent
    std::uint64_t baseline = 0; ///< left out: their choice is no draw
};

/// Reads a run's records; any thread. `run` empty = latest. A choice of which a person changed something, and what was
/// refused, has no reward that is known. Times of day are those of the workspace's own zone. Errors: the reader's,
/// "run.none", documents::loadPublished()'s.
[[nodiscard]] Result<EffectLog> effectLogOf(const std::filesystem::path& folder, const std::string& run = {});

struct EffectQuestion {
    EffectOf what = EffectOf::Need;
    std::string segment;      ///< kind; empty: everybody
    std::string goal;         ///< empty: the first with moments
    bool controlOnly = false; ///< the random control arm alone
    measurement::EffectSettings settings;
};

struct EffectAnswer {
    std::string goal;
    std::vector<std::string> tags;     ///< in the order of their words
    std::vector<std::string> segments; ///< likewise; one empty one where nothing tells customers apart
    measurement::EffectTable table;    ///< tag · segments + segment
    std::uint64_t moments = 0;         ///< of the goal
    std::uint64_t known = 0;           ///< with a known reward
    std::uint64_t control = 0;         ///< of those known, in the control arm
};

/// Pure. Error "effects.unknown-goal" (goal, nearest), "effects.unknown-segment" (segment, nearest).
[[nodiscard]] Result<EffectAnswer> effectsOf(const EffectLog& log, const EffectQuestion& question);

} // namespace wayreeve::session
