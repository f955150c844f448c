#include "session/model_drift.h"

#include "audit/decision_record.h"
#include "documents/workspace.h"
#include "session/run_reading.h"

#include <algorithm>
#include <map>
#include <optional>

namespace wayreeve::session {
namespace {

struct Made {
    double probability = 0;
    bool tested = false;
};
/// Predictions by decision and goal.
using Predictions = std::map<std::pair<std::uint64_t, Sym>, Made>;

/// Of several choices for one goal the first that is not to wait speaks, as in the decision's row.
void note(Predictions& predictions, const audit::DecisionRecord& record) {
    for (const bool waits : {false, true})
        for (const planning::SlotChoice& choice : record.plan.choices) {
            const planning::Candidate& chosen = record.plan.candidates[choice.chosen];
            if (!chosen.scored || (chosen.action == 0) != waits)
                continue;
            for (const audit::DueAgent& due : record.due)
                if (due.agent == chosen.agent || (chosen.action == 0 && chosen.agent == 0))
                    predictions.try_emplace({record.key, due.goal},
                                            Made{chosen.score.outcome, record.modelUpdates >= driftWarmUp});
        }
}

Result<Predictions> predictionsOf(audit::LedgerReader& reader, const audit::RunInfo& run) {
    Predictions predictions;
    std::optional<Error> wrong;
    const auto done = reader.forEachEntry(run.id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind != audit::EntryKind::Decision)
            return true;
        const auto record = audit::decodeDecision(entry);
        if (!record) {
            wrong = record.error();
            return false;
        }
        if (record->arm != documents::Arm::Baseline)
            note(predictions, *record);
        return true;
    });
    if (!done)
        return done.error();
    if (wrong)
        return *wrong;
    return predictions;
}

} // namespace

Result<ModelDrift> modelDriftOf(const std::filesystem::path& folder, const std::string& tag,
                                const measurement::DriftSettings& settings) {
    const auto reading = readRun(folder, tag);
    if (!reading)
        return reading.error();
    const auto predictions = predictionsOf(*reading->reader, reading->run);
    if (!predictions)
        return predictions.error();
    auto outcomes = reading->reader->outcomes(reading->run.id, std::nullopt);
    if (!outcomes)
        return outcomes.error();
    std::erase_if(*outcomes, [](const learning::Outcome& outcome) {
        return outcome.kind != learning::OutcomeKind::WindowClosed || !outcome.learned;
    });
    std::stable_sort(outcomes->begin(), outcomes->end(), [](const learning::Outcome& a, const learning::Outcome& b) {
        return a.at != b.at ? a.at < b.at : a.decision < b.decision;
    });
    std::map<Sym, std::vector<measurement::Predicted>> byGoal;
    for (const learning::Outcome& outcome : *outcomes)
        if (const auto made = predictions->find({outcome.decision, outcome.goal}); made != predictions->end())
            byGoal[outcome.goal].push_back({outcome.at, made->second.probability, outcome.reward, made->second.tested});
    ModelDrift drift;
    drift.run = reading->run;
    if (reading->workspace->goals)
        for (const documents::Goal& goal : reading->workspace->goals->goals)
            drift.goals.push_back({goal.id, goal.name.empty() ? goal.id : goal.name,
                                   measurement::driftOf(byGoal[reading->symbols.find(goal.id)], settings)});
    return drift;
}

} // namespace wayreeve::session
