#pragma once

#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "governance/approvals.h"
#include "governance/governor.h"
#include "interpretation/interpreter.h"
#include "learning/attribution.h"
#include "perception/perceiver.h"
#include "planning/journey_flow.h"
#include "planning/planner.h"

#include <memory>

namespace wayreeve::engine {

/// A document set compiled for running: every room's machine over one list of facts and one string table. Immutable,
/// shared by all threads of all runs that use it.
class Program {
public:
    /// Errors of the rooms: a FEEL text that does not compile, a property with two types. `known`: names that
    /// have their numbers already (for a changed document set beside the one of a run).
    [[nodiscard]] static Result<std::shared_ptr<const Program>>
    compile(std::shared_ptr<const documents::Workspace> workspace, const Symbols* known = nullptr);

    std::shared_ptr<const documents::Workspace> workspace;
    documents::FactSchema schema;
    Zone zone; ///< the workspace's own: the first of its list, else UTC
    Symbols symbols;
    std::unique_ptr<const perception::Perceiver> perceiver;
    std::unique_ptr<const interpretation::Interpreter> interpreter;
    std::unique_ptr<const planning::JourneyFlow> flow;
    std::unique_ptr<const planning::Planner> planner;
    std::unique_ptr<const governance::Governor> governor;
    std::unique_ptr<const governance::ApprovalDesk> desk;
    std::unique_ptr<const learning::Attribution> attribution;

    /// Words that entries use as reasons; interned so that records can name them.
    struct Words {
        Sym consent = 0;     ///< "consent"
        Sym superseded = 0;  ///< "superseded"
        Sym stricter = 0;    ///< "stricter-requirement"
        Sym changedFact = 0; ///< "changed-fact"
        Sym expired = 0;     ///< "expired"
        Sym heldTooLong = 0; ///< "held-too-long"
        Sym didNotFit = 0;   ///< "did-not-fit"
        Sym afterFailed = 0; ///< "after-failed"
        Sym merged = 0;      ///< "identity-merged"
    } words;

    /// What the engine needs of an action without asking the catalogue by name.
    struct ActionInfo {
        const documents::Action* action = nullptr;
        Sym id = 0;
        Sym family = 0;
        Sym after = 0;        ///< held until that action's dispatch succeeded
        bool awaited = false; ///< some action waits for this one
    };
    [[nodiscard]] const ActionInfo* action(Sym id) const;
    [[nodiscard]] Sym handoffAction() const { return m_handoff; } ///< the first action that hands over; 0 = none
    [[nodiscard]] const documents::Goal* goal(Sym id) const;
    /// The workspace's own goal, the first in goals.yaml that is not off: what "converted" and money mean. 0 = none.
    [[nodiscard]] Sym firstGoal() const { return m_firstGoal; }
    /// What the journey's drawn actions are credited with; 0 = none.
    [[nodiscard]] Sym learningGoal(Sym journey) const;
    /// Whether the agent has something for people on a suppression list: operations that need no consent, and what is
    /// done in the house alone.
    [[nodiscard]] bool servesSuppressed(Sym agent) const;
    [[nodiscard]] bool usesAfter() const { return m_usesAfter; } ///< some action waits for another
    /// The first action node of an agent decision's baseline branch; null where it has none.
    [[nodiscard]] const documents::JourneyNode* baselineAction(Sym journey, Sym node) const;

private:
    Program() = default;
    std::vector<ActionInfo> m_actions; ///< by Sym; null entries between
    std::vector<const documents::Goal*> m_goals;
    std::vector<bool> m_servesSuppressed; ///< by agent
    Sym m_handoff = 0;
    Sym m_firstGoal = 0;
    bool m_usesAfter = false;
};

} // namespace wayreeve::engine
