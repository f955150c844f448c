#pragma once

// Headers of core for files that see Qt, whose keywords `signals`, `slots` and `emit` are macros; include before
// others.
#include "audit/rows.h"
#include "execution/dispatch.h"
#include "perception/intake.h"
#include "session/import.h"
#include "session/live_inbox.h"
#include "session/live_run.h"
#include "session/quarantine.h"
#include "session/runs.h"
#include "session/store_access.h"
