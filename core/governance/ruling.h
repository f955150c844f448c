#pragma once

#include "base/symbols.h"
#include "base/time.h"
#include "documents/autonomy.h"

#include <string_view>
#include <vector>

namespace wayreeve::governance {

/// In order of precedence, strongest first.
enum class RulingKind : std::uint8_t { Refuse, Queue, Suggest, Hold, Execute };
[[nodiscard]] std::string_view nameOf(RulingKind kind);

/// What may happen with a chosen candidate, and which cell and rules said so: the door of governance.
struct Ruling {
    RulingKind kind = RulingKind::Refuse;
    documents::Risk baseRisk = documents::Risk::Low;
    documents::Risk risk = documents::Risk::Low;
    documents::Reversibility reversibility = documents::Reversibility::Reversible;
    std::vector<Sym> raisedBy;    ///< autonomy/raises/ID, as ids
    Sym cell = 0;                 ///< "low.reversible" of the grid, or "<row id>.<risk>"; "missing" where there is none
    documents::AutonomyCell rule; ///< the cell in force (assisted, one person where missing)
    std::vector<Sym> exceptions;  ///< exception conditions that applied and queued it
    bool suggestOnly = false;     ///< the agent only suggests
    Instant holdUntil;            ///< for Hold, or quiet hours to come for a Queue
    Sym heldBy = 0;               ///< quiet-hours policy
    bool reviewSampled = false;   ///< drawn for post-hoc review
    bool operator==(const Ruling&) const = default;
};

} // namespace wayreeve::governance
