#include "measurement/stage_audit.h"

#include "base/chance.h"
#include "base/text.h"

#include <algorithm>
#include <set>

namespace wayreeve::measurement {
namespace {

std::size_t positionOf(const std::vector<std::string>& stages, const std::string& stage) {
    return static_cast<std::size_t>(std::find(stages.begin(), stages.end(), stage) - stages.begin());
}

Error damaged() {
    return {"stage-audit.damaged", {}, {}, 0, 0};
}

/// The member's text; `sound` becomes false where it is none.
std::string textOf(const Value& json, const char* member, bool& sound) {
    const Value value = json.member(member);
    sound = sound && value.text() != nullptr;
    return value.text() != nullptr ? *value.text() : std::string();
}

std::int64_t wholeOf(const Value& json, const char* member, bool& sound) {
    const Value value = json.member(member);
    const auto whole = value.number() != nullptr ? value.number()->toInteger() : std::nullopt;
    sound = sound && whole.has_value();
    return whole.value_or(0);
}

} // namespace

std::vector<std::uint64_t> drawMoments(std::uint64_t among, std::uint32_t count, std::uint64_t seed) {
    const Chance chance(seed);
    const std::uint64_t wanted = std::min<std::uint64_t>(among, count);
    std::set<std::uint64_t> drawn;
    for (std::uint64_t last = among - wanted; last < among; ++last) {
        const double u = chance.uniform(last, 0, Purpose::ReviewSample);
        const auto one = std::min(static_cast<std::uint64_t>(u * static_cast<double>(last + 1)), last);
        if (!drawn.insert(one).second)
            drawn.insert(last);
    }
    return {drawn.begin(), drawn.end()};
}

Result<void> label(StageAudit& audit, const std::string& id, const std::string& stage, const std::string& person) {
    const auto moment = std::find_if(audit.moments.begin(), audit.moments.end(),
                                     [&](const AuditMoment& candidate) { return candidate.id == id; });
    if (moment == audit.moments.end())
        return Error{"stage-audit.unknown-moment", {{"id", id}}, {}, 0, 0};
    if (positionOf(audit.stages, stage) == audit.stages.size())
        return Error{
            "stage-audit.unknown-stage", {{"stage", stage}, {"nearest", nearestName(stage, audit.stages)}}, {}, 0, 0};
    if (!moment->label.empty())
        return Error{"stage-audit.labelled", {{"id", id}}, {}, 0, 0};
    moment->label = stage;
    moment->person = person;
    return {};
}

Result<void> unlabel(StageAudit& audit, const std::string& id) {
    const auto moment = std::find_if(audit.moments.begin(), audit.moments.end(),
                                     [&](const AuditMoment& candidate) { return candidate.id == id; });
    if (moment == audit.moments.end())
        return Error{"stage-audit.unknown-moment", {{"id", id}}, {}, 0, 0};
    if (audit.revealed)
        return Error{"stage-audit.revealed", {}, {}, 0, 0};
    if (moment->label.empty())
        return Error{"stage-audit.not-labelled", {{"id", id}}, {}, 0, 0};
    moment->label.clear();
    moment->person.clear();
    ++moment->takenBack;
    return {};
}

StageAuditReport reportOf(const StageAudit& audit) {
    StageAuditReport report;
    report.confusion = Confusion(audit.stages.size());
    for (const AuditMoment& moment : audit.moments) {
        report.takenBack += moment.takenBack;
        const std::size_t truth = positionOf(audit.stages, moment.label);
        if (truth == audit.stages.size())
            ++report.open;
        else
            report.confusion.add(truth, positionOf(audit.stages, moment.stage));
    }
    report.right = report.confusion.accuracy();
    report.interval = wilson(report.right);
    return report;
}

Value toJson(const StageAudit& audit) {
    List stages, moments;
    for (const std::string& stage : audit.stages)
        stages.push_back(Value(stage));
    for (const AuditMoment& moment : audit.moments)
        moments.push_back(Value(Context{{"id", Value(moment.id)},
                                        {"customer", Value(static_cast<std::int64_t>(moment.customer))},
                                        {"at", Value(moment.at.ms)},
                                        {"stage", Value(moment.stage)},
                                        {"label", Value(moment.label)},
                                        {"person", Value(moment.person)},
                                        {"taken_back", Value(static_cast<std::int64_t>(moment.takenBack))}}));
    return Value(Context{{"format", Value(1)},
                         {"run", Value(audit.run)},
                         {"seed", Value(static_cast<std::int64_t>(audit.seed))},
                         {"revealed", Value(audit.revealed)},
                         {"stages", Value(std::move(stages))},
                         {"moments", Value(std::move(moments))}});
}

Result<StageAudit> stageAuditOf(const Value& json) {
    bool sound = true;
    StageAudit audit;
    sound = wholeOf(json, "format", sound) == 1 && sound;
    audit.run = textOf(json, "run", sound);
    audit.seed = static_cast<std::uint64_t>(wholeOf(json, "seed", sound));
    audit.revealed = json.member("revealed").isTrue(); // files of before have none of the two
    const Value stages = json.member("stages"), moments = json.member("moments");
    if (!sound || stages.list() == nullptr || moments.list() == nullptr)
        return damaged();
    for (const Value& stage : *stages.list()) {
        if (stage.text() == nullptr)
            return damaged();
        audit.stages.push_back(*stage.text());
    }
    for (const Value& one : *moments.list()) {
        AuditMoment moment;
        moment.id = textOf(one, "id", sound);
        const std::int64_t customer = wholeOf(one, "customer", sound);
        moment.customer = static_cast<std::uint32_t>(customer);
        moment.at = Instant{wholeOf(one, "at", sound)};
        moment.stage = textOf(one, "stage", sound);
        moment.label = textOf(one, "label", sound);
        moment.person = textOf(one, "person", sound);
        const std::int64_t takenBack = json.member("revealed").isNull() ? 0 : wholeOf(one, "taken_back", sound);
        moment.takenBack = static_cast<std::uint32_t>(takenBack);
        const bool known = moment.label.empty() || positionOf(audit.stages, moment.label) < audit.stages.size();
        if (!sound || !known || customer < 0 || customer > UINT32_MAX || takenBack < 0)
            return damaged();
        audit.moments.push_back(std::move(moment));
    }
    return audit;
}

} // namespace wayreeve::measurement
