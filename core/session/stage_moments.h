#pragma once

#include "measurement/stage_audit.h"
#include "session/identities.h"
#include "session/open_workspace.h"

#include <string>
#include <vector>

namespace wayreeve::session {

/// Of which moments an audit is drawn: turns of people that a stored event or decision tells of, from `since` until
/// `until` (exclusive); a moment that both tell of is one.
struct MomentsAsked {
    std::uint64_t seed = 1;
    std::uint32_t count = 50;
    Instant since{INT64_MIN};
    Instant until = Instant::never();
};

/// That many of them, or all where there are no more; every set is as likely as any, and it is a pure function of the
/// seed and the moments, in whatever order they are stored. Ascending by time, each with what the core read then: of a
/// decision its record, else the same computed from the stored events. Software and bursts are left out. `opened` are
/// the run's documents. Errors: the reader's.
[[nodiscard]] Result<std::vector<measurement::AuditMoment>> drawMoments(audit::LedgerReader& reader,
                                                                        const audit::RunInfo& run,
                                                                        const OpenWorkspace& opened,
                                                                        const MomentsAsked& asked);

/// The stage that the core read of a customer at an instant, from the stored events: perception and interpretation
/// alone are computed again. `readings`: other turns at which it read, ascending; hysteresis hangs on them. "" = none.
[[nodiscard]] Result<std::string> stageAt(audit::LedgerReader& reader, const audit::RunInfo& run,
                                          const Symbols& symbols, const engine::Program& program,
                                          const Identities& identities, std::uint32_t customer, Instant at,
                                          const std::vector<Instant>& readings);

} // namespace wayreeve::session
