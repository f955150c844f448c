#include "base/text.h"
#include "documents/check_parts.h"

#include <algorithm>
#include <array>

namespace wayreeve::documents {

namespace {

constexpr std::size_t manyStages = 7; // D1: warns above 7

/// A figure that shows attention, not success.
bool isClickMetric(const std::string& kpi) {
    constexpr std::array<std::string_view, 6> words{"click", "open rate", "opens", "impression", "page view", "visits"};
    const std::string lower = asciiLower(kpi);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

void checkStages(const Journey& journey, Findings& findings) {
    for (const JourneyStage& stage : journey.stages) {
        const std::string path = "stages/" + stage.id;
        for (std::size_t i = 0; i < stage.handoffs.size(); ++i)
            if (stage.handoffs[i].owner.empty())
                findings.add("check.handoff-without-owner", Severity::Problem, Kind::Journey, journey.id,
                             path + "/handoffs/#" + std::to_string(i),
                             {{"stage", stage.id}, {"to", stage.handoffs[i].to}}, "fix.set-owner");
        for (std::size_t i = 0; i < stage.failureModes.size(); ++i)
            if (stage.failureModes[i].fallback.empty())
                findings.add("check.failure-without-fallback", Severity::Problem, Kind::Journey, journey.id,
                             path + "/failure-modes/#" + std::to_string(i),
                             {{"stage", stage.id}, {"what", stage.failureModes[i].what}});
    }
}

void checkKpis(const Journey& journey, Findings& findings) {
    std::vector<std::string> kpis;
    for (const JourneyStage& stage : journey.stages)
        kpis.insert(kpis.end(), stage.kpis.begin(), stage.kpis.end());
    if (kpis.empty())
        findings.add("check.no-kpi", Severity::Warning, Kind::Journey, journey.id, "stages");
    else if (std::all_of(kpis.begin(), kpis.end(), isClickMetric))
        findings.add("check.only-click-metrics", Severity::Warning, Kind::Journey, journey.id, "stages",
                     {{"kpis", kpis.front()}});
}

} // namespace

void checkMap(const Workspace& workspace, Findings& findings) {
    for (const auto& pointer : workspace.journeys) {
        const Journey& journey = *pointer;
        if (journey.objective.empty())
            findings.add("check.no-objective", Severity::Warning, Kind::Journey, journey.id, {}, {},
                         "fix.write-objective");
        if (journey.learningGoal.empty())
            findings.add("check.no-learning-goal", Severity::Warning, Kind::Journey, journey.id, {}, {},
                         "fix.set-learning-goal");
        if (journey.stages.size() > manyStages)
            findings.add("check.many-stages", Severity::Note, Kind::Journey, journey.id, "stages",
                         {{"count", std::to_string(journey.stages.size())}});
        checkKpis(journey, findings);
        checkStages(journey, findings);
    }
}

} // namespace wayreeve::documents
