#include "session/insights.h"

#include "measurement/case_event.h"
#include "perception/event_codec.h"
#include "session/identities.h"
#include "session/logged.h"
#include "storage/sqlite_ledger_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace wayreeve::session {

namespace {

/// Steps of service cases, from the events that the run stored.
Result<std::vector<measurement::CaseEvent>> casesOf(audit::LedgerReader& reader, const audit::RunInfo& run,
                                                    const Symbols& symbols) {
    const auto identities = Identities::read(reader, run);
    if (!identities)
        return identities.error();
    const auto owners = EventOwners::read(reader, run, symbols, *identities);
    if (!owners)
        return owners.error();
    std::vector<measurement::CaseEvent> cases;
    for (std::uint64_t after = 0;;) {
        auto rows = reader.events(run.id, std::nullopt, after, 20'000);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return cases;
        for (const audit::EventRow& row : *rows) {
            after = row.sequence;
            if (row.customer == audit::noCustomer || row.body.empty() ||
                !measurement::caseEventOf(row.name, row.customer, row.time, Value(Context{})))
                continue;
            cbor::Reader body(row.body);
            const auto event = perception::decodeEvent(body, symbols);
            if (!event)
                return event.error();
            if (auto step = measurement::caseEventOf(row.name, owners->of(row), row.time, event->properties))
                cases.push_back(std::move(*step));
        }
    }
}

/// Whoever was taken over is no customer of its own any more.
measurement::Lift liftOf(const documents::Settings& settings, const std::vector<audit::CustomerRow>& customers,
                         const std::vector<learning::Outcome>& outcomes, Sym goal, const audit::RunInfo& run,
                         const Identities& identities) {
    std::set<std::uint32_t> converted;
    for (const learning::Outcome& outcome : outcomes)
        if (outcome.kind == learning::OutcomeKind::Goal && (goal == 0 || outcome.goal == goal))
            converted.insert(identities.personOf(outcome.customer));
    measurement::LiftInput input;
    input.percent = {settings.agentic, settings.control, settings.baseline};
    input.elapsed = run.clock - run.start;
    for (const audit::CustomerRow& customer : customers) {
        if (customer.mixedArms || identities.personOf(customer.number) != customer.number)
            continue;
        ++input.assigned[static_cast<std::size_t>(customer.arm)];
        const double reached = converted.contains(customer.number) ? 1.0 : 0.0;
        if (customer.arm == documents::Arm::Agentic)
            input.agentic.add(reached);
        else if (customer.arm == documents::Arm::Baseline)
            input.baseline.add(reached);
    }
    return measurement::overallLift(input);
}

/// Of a log's customers only those outcomes are known that followed the log's own choices: what is counted over all
/// customers would call the others' unknown outcomes failures.
void leaveOutWhatALogCannotSay(std::vector<measurement::MetricValue>& metrics) {
    constexpr std::array overCustomers{"conversion-rate", "revenue-per-customer", "average-order-value",
                                       "spend-on-non-responders", "cost-to-serve"};
    for (measurement::MetricValue& metric : metrics)
        if (std::find(overCustomers.begin(), overCustomers.end(), metric.id) != overCustomers.end()) {
            measurement::MetricValue unknown;
            unknown.id = metric.id;
            unknown.unit = metric.unit;
            unknown.higherIsBetter = metric.higherIsBetter;
            unknown.from = metric.from;
            unknown.to = metric.to;
            unknown.why = "logged-choices";
            metric = unknown;
        }
}

} // namespace

Result<Insights> insightsOf(const std::filesystem::path& folder, const std::string& runTag) {
    auto opened = storage::SqliteLedgerReader::open(folder);
    if (!opened)
        return opened.error();
    audit::LedgerReader& reader = **opened;
    auto run = reader.run(runTag);
    if (!run)
        return run.error();
    auto workspace = openAsOf(folder, *run);
    if (!workspace)
        return workspace.error();
    const engine::Program& program = *workspace->program;
    auto customers = reader.customers(run->id, {}, INT64_MAX);
    if (!customers)
        return customers.error();
    std::erase_if(*customers, [](const audit::CustomerRow& row) { return row.key.empty(); }); // merged into others
    audit::DecisionFilter everything;
    everything.includeDrawn = true;
    everything.limit = INT64_MAX;
    auto decisions = reader.decisions(run->id, everything);
    if (!decisions)
        return decisions.error();
    auto dispatches = reader.dispatches(run->id, std::nullopt, INT64_MAX);
    if (!dispatches)
        return dispatches.error();
    auto outcomes = reader.outcomes(run->id, std::nullopt);
    if (!outcomes)
        return outcomes.error();
    std::set<governance::ProposalState> states;
    for (int state = 0; state < 20; ++state)
        states.insert(static_cast<governance::ProposalState>(state));
    auto proposals = reader.proposals(run->id, states, INT64_MAX);
    if (!proposals)
        return proposals.error();
    auto reviews = reader.reviews(run->id);
    if (!reviews)
        return reviews.error();
    auto cases = casesOf(reader, *run, program.symbols);
    if (!cases)
        return cases.error();
    auto days = reader.days(run->id);
    if (!days)
        return days.error();

    measurement::MeasurementInput input;
    input.customers = *customers;
    input.decisions = *decisions;
    input.dispatches = *dispatches;
    input.outcomes = *outcomes;
    input.proposals = *proposals;
    input.reviews = *reviews;
    input.cases = *cases;
    for (const documents::Action& action : workspace->workspace->actions->actions)
        if (action.handoff)
            input.handoffActions.push_back(program.symbols.find(action.id));
    input.unsubscribed = program.symbols.find("Unsubscribed");
    input.goal = program.firstGoal();
    input.from = run->start;
    input.to = run->clock;
    const auto identities = Identities::read(reader, *run);
    if (!identities)
        return identities.error();
    Insights insights;
    insights.run = *run;
    if (const documents::Goal* goal = workspace->workspace->goals->find(program.symbols.name(input.goal)))
        insights.goal = goal->name.empty() ? goal->id : goal->name;
    insights.metrics = measurement::measure(input);
    if (isLogged(reader, *run))
        leaveOutWhatALogCannotSay(insights.metrics);
    insights.lift = liftOf(workspace->workspace->settings, *customers, *outcomes, input.goal, *run, *identities);
    for (const audit::CustomerRow& customer : *customers)
        if (customer.isAccount)
            ++insights.accounts;
        else if (customer.mixedArms)
            ++insights.mixedArms;
    insights.curves = measurement::curvesOf(*days);
    return insights;
}

} // namespace wayreeve::session
