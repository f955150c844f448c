#pragma once

#include "base/symbols.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "perception/perceiver.h"
#include "rules/frame.h"

#include <memory>
#include <vector>

namespace wayreeve::planning {

struct AssessedRisk {
    documents::Risk risk = documents::Risk::Low;
    std::vector<Sym> raisedBy; ///< ids of the raises that applied, in document order
};

/// D2: an action's base risk, raised (never lowered) by the matrix's conditions on the facts, which hold the action
/// under consideration. A raise that cannot be evaluated (null) applies: guardrails fail closed.
class RiskAssessor {
public:
    RiskAssessor(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);
    ~RiskAssessor();
    [[nodiscard]] AssessedRisk assess(documents::Risk baseRisk, const rules::Frame& frame) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::planning
