#pragma once

// Headers of core for files that see Qt, whose keywords `signals`, `slots` and `emit` are macros; include before
// others.
#include "audit/rows.h"
#include "governance/approval_tally.h"
#include "measurement/curves.h"
#include "session/runs.h"
#include "session/store_access.h"
