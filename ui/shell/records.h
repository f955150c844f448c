#pragma once

// The records of the core for files that see Qt (see ui/shell/documents.h): include this instead of their own headers.
#include "ui/shell/documents.h"
#pragma push_macro("signals")
#pragma push_macro("slots")
#undef signals
#undef slots
#include "session/explain.h"
#include "session/replay_decision.h"
#include "session/store_access.h"
#pragma pop_macro("slots")
#pragma pop_macro("signals")
