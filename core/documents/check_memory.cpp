#include "documents/check_parts.h"
#include "documents/yaml_node.h"

#include <algorithm>

namespace wayreeve::documents {

namespace {

struct Reading {
    Kind kind;
    std::string_view document;
    std::string path; ///< of what is checked
    std::string element;
};

const Property* propertyOf(const Workspace& w, std::string_view event, std::string_view id) {
    const PlannedEvent* const planned = w.trackingPlan->event(event);
    if (!planned)
        return nullptr;
    const auto found = std::find_if(planned->properties.begin(), planned->properties.end(),
                                    [&](const Property& property) { return property.id == id; });
    return found == planned->properties.end() ? nullptr : &*found;
}

/// An event that nobody planned is told as of any name; here the property alone is judged.
void checkProperty(const Workspace& w, const Reading& at, const std::string& key, const std::string& event,
                   const std::string& id, std::initializer_list<PropertyType> types, std::string_view expected,
                   Findings& findings) {
    if (!w.trackingPlan->event(event))
        return;
    const Property* const property = propertyOf(w, event, id);
    if (!property || std::find(types.begin(), types.end(), property->type) == types.end())
        findings.add("check.memory-property", Severity::Problem, at.kind, at.document, at.path + "/" + key,
                     {{"element", at.element},
                      {"property", id.empty() ? key : id},
                      {"event", event},
                      {"expected", std::string(expected)}});
}

void checkPromises(const Workspace& w, const PromisePlan& promises, Findings& findings) {
    const Reading at{Kind::TrackingPlan, "tracking-plan", "promises", "promises"};
    const auto texts = {PropertyType::Text, PropertyType::Number};
    const auto dates = {PropertyType::Date, PropertyType::DateTime};
    checkProperty(w, at, "id", promises.made, promises.id, texts, "text", findings);
    checkProperty(w, at, "due", promises.made, promises.due, dates, "date", findings);
    if (!promises.by.empty())
        checkProperty(w, at, "by", promises.made, promises.by, {PropertyType::Text}, "text", findings);
    if (promises.kept.empty())
        findings.add("check.promise-never-kept", Severity::Problem, at.kind, at.document, at.path);
    else
        checkProperty(w, at, "id", promises.kept, promises.id, texts, "text", findings);
}

void checkResponses(const Workspace& w, Findings& findings) {
    for (const PlannedEvent& event : w.trackingPlan->events)
        if (event.response != Response::None && event.channel == Channel::None && !propertyOf(w, event.name, "channel"))
            findings.add("check.response-channel", Severity::Problem, Kind::TrackingPlan, "tracking-plan",
                         "events/" + pathSegment(event.name), {{"event", event.name}});
}

void checkLifetime(const Workspace& w, const LifetimePlan& lifetime, Findings& findings) {
    const Reading at{Kind::TrackingPlan, "tracking-plan", "lifetime-value", "lifetime-value"};
    checkProperty(w, at, "amount", lifetime.event, lifetime.amount, {PropertyType::Number}, "number", findings);
    if (!lifetime.isFitted() || lifetime.horizon.ms <= 0)
        findings.add("check.lifetime-not-fitted", Severity::Problem, at.kind, at.document, at.path);
}

void checkAffinity(const Workspace& w, const Affinity& affinity, Findings& findings) {
    const Reading at{Kind::Measures, "measures", "affinities/" + affinity.id, affinity.id};
    checkProperty(w, at, "property", affinity.event, affinity.property, {PropertyType::Text}, "text", findings);
    double told = 0;
    for (const AffinityCategory& category : affinity.categories)
        told += category.share;
    if (affinity.categories.size() < 2 || told > 1.0001)
        findings.add("check.affinity-categories", Severity::Problem, at.kind, at.document, at.path,
                     {{"element", affinity.id}});
    const Property* const property = propertyOf(w, affinity.event, affinity.property);
    for (const AffinityCategory& category : affinity.categories)
        if (property && !property->values.empty() &&
            std::find(property->values.begin(), property->values.end(), category.value) == property->values.end())
            findings.add("check.affinity-unknown-category", Severity::Problem, at.kind, at.document, at.path,
                         {{"property", property->id}, {"value", category.value}, {"element", affinity.id}});
}

} // namespace

void checkMemory(const Workspace& w, Findings& findings) {
    checkResponses(w, findings);
    if (w.trackingPlan->promises.isUsed())
        checkPromises(w, w.trackingPlan->promises, findings);
    if (w.trackingPlan->lifetime.isUsed())
        checkLifetime(w, w.trackingPlan->lifetime, findings);
    for (const Affinity& affinity : w.measures->affinities)
        checkAffinity(w, affinity, findings);
    for (const Goal& goal : w.goals->goals) {
        const auto& steps = goal.progress.milestones;
        const bool timed = std::all_of(steps.begin(), steps.end(), [](const auto& one) { return one.within.ms > 0; });
        if (goal.progress.isUsed() && (steps.empty() || !timed))
            findings.add("check.progress-milestones", Severity::Problem, Kind::Goals, "goals",
                         "goals/" + goal.id + "/progress", {{"goal", goal.id}});
    }
}

} // namespace wayreeve::documents
