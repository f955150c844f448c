#pragma once

// Headers of core for files that see Qt, whose keywords `signals`, `slots` and `emit` are macros; include before
// others.
#pragma push_macro("signals")
#pragma push_macro("slots")
#pragma push_macro("emit")
#undef signals
#undef slots
#undef emit
#include "audit/rows.h"
#include "execution/dispatch.h"
#include "perception/intake.h"
#include "session/import.h"
#include "session/live_inbox.h"
#include "session/live_run.h"
#include "session/quarantine.h"
#include "session/runs.h"
#include "session/store_access.h"
#pragma pop_macro("emit")
#pragma pop_macro("slots")
#pragma pop_macro("signals")
