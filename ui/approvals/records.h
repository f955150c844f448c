#pragma once

// Records and commands of the core for files that see Qt, whose keywords `signals` and `slots` are macros: members of
// those names would vanish. Include this before any other header of core beside documents.
#include "ui/shell/documents.h"
#pragma push_macro("signals")
#pragma push_macro("slots")
#undef signals
#undef slots
#include "governance/approvals.h"
#include "session/explain.h"
#pragma pop_macro("slots")
#pragma pop_macro("signals")
