#include "documents/check_parts.h"
#include "documents/fact_schema.h"
#include "rules/expression.h"

#include <algorithm>
#include <set>

namespace wayreeve::documents {

namespace {

void checkContractDate(const AccountPlan& accounts, Findings& findings) {
    if (accounts.contractDate.empty())
        return;
    const Property* const trait = accounts.trait(accounts.contractDate);
    if (!trait || (trait->type != PropertyType::Date && trait->type != PropertyType::DateTime))
        findings.add("check.account-contract-date", Severity::Problem, Kind::TrackingPlan, "tracking-plan",
                     "accounts/contract-date", {{"trait", accounts.contractDate}});
}

/// Health is computed before the account is read: only what its members and traits say is there by then.
void checkHealth(const Workspace& w, const AccountPlan& accounts, Findings& findings) {
    const std::string path = "accounts/health";
    Decimal sum;
    for (const HealthPart& part : accounts.health)
        sum = sum.plus(part.points).value_or(sum);
    if (!accounts.health.empty() && sum != Decimal(100))
        findings.add("check.account-health-points", Severity::Problem, Kind::TrackingPlan, "tracking-plan", path,
                     {{"sum", sum.toString()}});
    const auto facts = FactSchema::build(w);
    if (!facts)
        return;
    std::set<int> known;
    for (const rules::Schema::Entry& entry : facts->schema().entries())
        if (entry.name.starts_with("account.") && !entry.name.starts_with("account.health"))
            known.insert(entry.slot);
    for (const rules::MeasureDefinition& measure : w.measures->measures)
        known.insert(facts->measure(measure.id));
    for (const HealthPart& part : accounts.health) {
        const auto share = rules::Expression::compile(part.value, facts->schema(), rules::Type::Number);
        if (!share)
            continue; // told as of any expression
        for (const int slot : share->slotsUsed())
            if (!known.contains(slot))
                findings.add(
                    "check.account-health-reads", Severity::Problem, Kind::TrackingPlan, "tracking-plan",
                    path + "/" + part.id + "/value",
                    {{"part", part.id}, {"fact", facts->schema().entries()[static_cast<std::size_t>(slot)].name}});
    }
}

void checkRoles(const Workspace& w, const std::vector<std::string>& roles, Kind kind, std::string_view document,
                const std::string& path, Findings& findings) {
    if (roles.empty())
        return;
    const Property* const trait = w.trackingPlan->trait(w.trackingPlan->accounts.role);
    for (const std::string& role : roles)
        if (!trait || (!trait->values.empty() &&
                       std::find(trait->values.begin(), trait->values.end(), role) == trait->values.end()))
            findings.add("check.account-unknown-role", Severity::Problem, kind, document, path + "/contact-role",
                         {{"role", role}});
}

/// A journey walks with persons or with accounts.
void checkJourney(const Workspace& w, const Journey& journey, Findings& findings) {
    bool persons = false, accounts = false;
    for (const JourneyNode& node : journey.nodes)
        if (const Agent* const agent = node.type == NodeType::AgentDecision ? w.agents->find(node.agent) : nullptr) {
            accounts = accounts || agent->subject == Subject::Account;
            persons = persons || agent->subject == Subject::Person;
        }
    if (accounts && persons)
        findings.add("check.account-journey-mixed", Severity::Problem, Kind::Journey, journey.id, "nodes",
                     {{"journey", journey.id}});
    for (const JourneyNode& node : journey.nodes)
        if (accounts && node.type == NodeType::Update)
            findings.add("check.account-update", Severity::Problem, Kind::Journey, journey.id, "nodes/" + node.id,
                         {{"node", node.id}});
}

} // namespace

void checkAccounts(const Workspace& w, Findings& findings) {
    const AccountPlan& accounts = w.trackingPlan->accounts;
    checkContractDate(accounts, findings);
    checkHealth(w, accounts, findings);
    for (const Action& action : w.actions->actions)
        checkRoles(w, action.contactRole, Kind::Actions, "actions", "actions/" + action.id, findings);
    for (const ContentBlock& block : w.content->blocks)
        checkRoles(w, block.contactRole, Kind::Content, "content", "blocks/" + block.id, findings);
    for (const auto& journey : w.journeys)
        checkJourney(w, *journey, findings);
    if (accounts.isUsed())
        return;
    for (const Agent& agent : w.agents->agents)
        if (agent.subject == Subject::Account)
            findings.add("check.account-not-planned", Severity::Problem, Kind::Agents, "agents", "agents/" + agent.id,
                         {{"element", agent.id}});
    for (const Policy& policy : w.policies->policies)
        if (policy.type == PolicyType::Cap && policy.per == CapPer::Account)
            findings.add("check.account-not-planned", Severity::Problem, Kind::Policies, "policies",
                         "policies/" + policy.id, {{"element", policy.id}});
}

} // namespace wayreeve::documents
