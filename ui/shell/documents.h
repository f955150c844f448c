#pragma once

// The core's documents for files that see Qt: Qt's keywords `signals` and `slots` are macros, and documents have
// members of those names. Include this before any other header of core that reads a workspace.
#pragma push_macro("signals")
#pragma push_macro("slots")
#undef signals
#undef slots
#include "documents/check.h"
#include "documents/document.h"
#include "documents/fact_schema.h"
#include "documents/resolve.h"
#include "documents/save.h"
#include "documents/workspace.h"
#include "documents/workspace_io.h"
#pragma pop_macro("slots")
#pragma pop_macro("signals")
