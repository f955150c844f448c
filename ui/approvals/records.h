#pragma once

// Records and commands of the core for files that see Qt, whose keywords `signals` and `slots` are macros: members of
// those names would vanish. Include this before any other header of core beside documents.
#include "governance/approvals.h"
#include "session/explain.h"
#include "ui/shell/documents.h"
