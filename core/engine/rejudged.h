#pragma once

#include "audit/key.h"
#include "base/symbols.h"
#include "base/time.h"
#include "documents/autonomy.h"
#include "documents/vocabulary.h"
#include "governance/ruling.h"

#include <cstdint>

namespace wayreeve::engine {

/// One choice of a decision, or a drawn action, as one document set made it. Action 0 = wait.
struct JudgedChoice {
    Sym action = 0;
    Sym content = 0;
    documents::Channel channel = documents::Channel::None;
    documents::Risk risk = documents::Risk::Low;
    governance::RulingKind ruling = governance::RulingKind::Execute;
    documents::Approval approval = documents::Approval::OnePerson; ///< of what is queued
    double outcome = 0;                                            ///< predicted probability
    double priority = 0;                                           ///< money
    bool operator==(const JudgedChoice&) const = default;
};

/// R3's backtest: what a run decided, and what changed documents would have decided in the very same moment: the same
/// customer, facts, learned models and random numbers, the budgets of the changed documents less what had been spent.
/// What would have followed from it is not played out. Symbols are the changed document set's, which holds the run's.
struct Rejudged {
    audit::Key decision = 0;
    std::uint32_t customer = 0;
    Instant time;
    documents::Slot slot = documents::Slot::Marketing;
    Sym agent = 0; ///< of operations' choices, and of drawn actions 0
    bool drawn = false;
    JudgedChoice before;
    JudgedChoice after;
    Sym removedBy = 0; ///< what removed the run's choice under the changed documents; 0 = it still could be chosen
};

} // namespace wayreeve::engine
