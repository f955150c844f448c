#pragma once

// The parts of core that screens need of records.
#include "session/explain.h"
#include "session/replay_decision.h"
#include "session/store_access.h"
#include "ui/shell/documents.h"
