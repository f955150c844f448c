#pragma once

// Headers of core for files that see Qt, whose keywords `signals`, `slots` and `emit` are macros; include before
// others.
#include "documents/save.h"
#include "documents/stages.h"
#include "documents/workspace.h"
#include "session/content_effects.h"
#include "session/insights.h"
#include "session/model_drift.h"
#include "session/reweight.h"
#include "session/stage_audits.h"
