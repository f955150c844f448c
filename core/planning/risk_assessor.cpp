#include "planning/risk_assessor.h"

#include "rules/expression.h"

#include <optional>

namespace wayreeve::planning {

namespace {

struct Raise {
    Sym id = 0;
    int steps = 1;
    std::optional<rules::Expression> when; ///< nothing: it does not compile, so it can never be evaluated
};

documents::Risk raised(documents::Risk risk, int steps) {
    if (steps >= 2 || risk != documents::Risk::Low)
        return documents::Risk::High;
    return documents::Risk::Medium;
}

} // namespace

struct RiskAssessor::Impl {
    std::vector<Raise> raises;
};

RiskAssessor::RiskAssessor(const documents::Workspace& workspace, const documents::FactSchema& schema,
                           Symbols& symbols) {
    auto impl = std::make_unique<Impl>();
    if (workspace.autonomy != nullptr)
        for (const documents::RiskRaise& raise : workspace.autonomy->raises) {
            const Sym id = symbols.intern(raise.id); // also where it is off: turning it off renumbers nothing
            if (workspace.isOff("autonomy", "raises/" + raise.id))
                continue;
            auto when = rules::Expression::compile(raise.when, schema.schema(), rules::Type::Boolean);
            impl->raises.push_back({id, raise.steps, when ? std::optional(*when) : std::nullopt});
        }
    m_impl = std::move(impl);
}

RiskAssessor::~RiskAssessor() = default;

AssessedRisk RiskAssessor::assess(documents::Risk baseRisk, const rules::Frame& frame) const {
    AssessedRisk assessed{baseRisk, {}};
    for (const Raise& raise : m_impl->raises) {
        if (raise.when && raise.when->test(frame) == rules::Truth::False)
            continue;
        assessed.risk = raised(assessed.risk, raise.steps);
        assessed.raisedBy.push_back(raise.id);
    }
    return assessed;
}

} // namespace wayreeve::planning
