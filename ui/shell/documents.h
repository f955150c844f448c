#pragma once

// The parts of documents that screens need of a workspace.
#include "documents/check.h"
#include "documents/document.h"
#include "documents/fact_schema.h"
#include "documents/resolve.h"
#include "documents/save.h"
#include "documents/workspace.h"
#include "documents/workspace_io.h"
