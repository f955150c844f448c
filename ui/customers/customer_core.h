#pragma once

// The engine's state of a customer for files that see Qt (see ui/shell/documents.h).
#pragma push_macro("signals")
#pragma push_macro("slots")
#undef signals
#undef slots
#include "engine/customer_state.h"
#pragma pop_macro("slots")
#pragma pop_macro("signals")
