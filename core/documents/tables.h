#pragma once

#include "rules/table_definition.h"

namespace wayreeve::documents {

/// A decision table (D3): what a condition or formula may ask by its id. rules::DecisionTable is its compiled form.
using DecisionTable = rules::TableDefinition;

} // namespace wayreeve::documents
