#pragma once

// Headers of core for files that see Qt, whose keywords `signals`, `slots` and `emit` are macros; include before
// others.
#pragma push_macro("signals")
#pragma push_macro("slots")
#pragma push_macro("emit")
#undef signals
#undef slots
#undef emit
#include "documents/save.h"
#include "documents/stages.h"
#include "documents/workspace.h"
#include "session/content_effects.h"
#include "session/insights.h"
#include "session/model_drift.h"
#include "session/reweight.h"
#include "session/stage_audits.h"
#pragma pop_macro("emit")
#pragma pop_macro("slots")
#pragma pop_macro("signals")
