#include "audit/body.h"
#include "audit/decision_record.h"
#include "audit/events.h"
#include "audit/key.h"
#include "documents/enum_names.h"
#include "perception/stitching_model.h"

#include <algorithm>

namespace wayreeve::audit {

namespace {

using documents::enumName;

/// Turns stored values into JSON with names. A symbol that the table does not have makes the whole record damaged.
class Opener {
public:
    explicit Opener(const Symbols& symbols)
        : m_symbols(symbols) {}

    [[nodiscard]] bool failed() const { return m_failed; }

    Value name(Sym symbol) {
        if (symbol >= m_symbols.size()) {
            m_failed = true;
            return {};
        }
        return symbol == 0 ? Value() : Value(m_symbols.name(symbol));
    }
    Value names(const std::vector<Sym>& symbols) {
        List list;
        for (const Sym symbol : symbols)
            list.push_back(name(symbol));
        return list;
    }
    static Value text(std::string_view text) { return Value(std::string(text)); }
    static Value number(std::uint64_t n) { return Value(std::to_string(n)); } ///< 64 bits: as text
    static Value count(std::uint32_t n) { return Value(static_cast<std::int64_t>(n)); }
    static Value real(double x) { return Value::fromDouble(x); }
    static Value reals(const std::vector<double>& column) {
        List list;
        for (const double x : column)
            list.push_back(real(x));
        return list;
    }
    static Value instant(Instant t) { return t.isNever() ? Value() : Value(t); }
    static Value key(Key key) {
        return key == 0 ? Value() : Value(std::to_string(customerOf(key)) + "-" + std::to_string(countOf(key)));
    }
    static Value customer(std::uint32_t number) { return number == noCustomer ? Value() : count(number); }

    Value score(const interpretation::Score& score);
    Value scores(const std::vector<interpretation::Score>& scores);
    Value reading(const interpretation::Reading& reading);
    Value candidate(const planning::Candidate& candidate);
    Value plan(const planning::Plan& plan);
    Value sendHours(const planning::Plan& plan);
    Value gaps(const planning::Plan& plan);
    Value ruling(const governance::Ruling& ruling);
    Value dispatch(const execution::Dispatch& dispatch);
    Value outcome(const learning::Outcome& outcome);

private:
    const Symbols& m_symbols;
    bool m_failed = false;
};

Value Opener::score(const interpretation::Score& score) {
    List parts;
    for (const interpretation::Contribution& part : score.parts)
        parts.push_back(Context{{"signal", name(part.signal)}, {"amount", real(part.amount)}});
    return Context{{"id", name(score.id)}, {"value", real(score.value)}, {"parts", std::move(parts)}};
}

Value Opener::scores(const std::vector<interpretation::Score>& scores) {
    List list;
    for (const interpretation::Score& one : scores)
        list.push_back(score(one));
    return list;
}

Value Opener::reading(const interpretation::Reading& reading) {
    return Context{{"at", instant(reading.at)},
                   {"intents", scores(reading.intents)},
                   {"sentiment", score(reading.sentiment)},
                   {"needs", scores(reading.needs)},
                   {"hesitations", scores(reading.hesitations)},
                   {"stages", scores(reading.stages)},
                   {"stage", name(reading.stage)},
                   {"previousStage", name(reading.previousStage)},
                   {"stageChanged", Value(reading.stageChanged)},
                   {"leadingIntent", name(reading.leadingIntent)},
                   {"leadingIntentValue", real(reading.leadingIntentValue)}};
}

Value Opener::candidate(const planning::Candidate& candidate) {
    Context json{{"agent", name(candidate.agent)},
                 {"action", name(candidate.action)},
                 {"content", name(candidate.content)},
                 {"tone", name(candidate.tone)},
                 {"channel", text(nameOf(candidate.channel))},
                 {"slot", text(nameOf(candidate.slot))},
                 {"risk", text(nameOf(candidate.risk))},
                 {"raisedBy", names(candidate.raisedBy)},
                 {"discount", Value(candidate.discount)},
                 {"amount", Value(candidate.amount)},
                 {"sendAt", instant(candidate.sendAt)},
                 {"gate", text(nameOf(candidate.gate))},
                 {"removedBy", name(candidate.removedBy)}};
    if (candidate.contact != 0)
        json.emplace_back("contact", customer(candidate.contact - 1));
    if (!candidate.scored)
        return json;
    const planning::ScoreParts& score = candidate.score;
    using documents::Factor;
    List terms, penalties, answers, off;
    for (const planning::Term& term : score.terms)
        terms.push_back(Context{{"field", name(term.field)}, {"amount", real(term.amount)}});
    for (const planning::Penalty& penalty : score.penalties)
        penalties.push_back(Context{{"policy", name(penalty.policy)}, {"amount", real(penalty.amount)}});
    Context parts{{"outcome", real(score.counted(Factor::Outcome))},
                  {"outcomeLow", real(score.outcomeLow)},
                  {"outcomeHigh", real(score.outcomeHigh)},
                  {"fatigue", real(score.counted(Factor::Fatigue))},
                  {"context", real(score.counted(Factor::Context))},
                  {"value", real(score.counted(Factor::Value))},
                  {"lever", real(score.counted(Factor::Lever))},
                  {"cost", real(score.counted(Factor::Cost))},
                  {"harm", real(score.counted(Factor::Harm))},
                  {"priority", real(score.priority)},
                  {"scale", real(score.scale)},
                  {"probability", real(score.probability)},
                  {"terms", std::move(terms)},
                  {"penalties", std::move(penalties)}};
    for (const planning::Answer& one : score.answers)
        answers.push_back(Context{{"reading", name(one.reading)}, {"amount", real(one.amount)}});
    for (unsigned i = 0; i <= static_cast<unsigned>(Factor::Harm); ++i)
        if (const auto factor = static_cast<Factor>(i); score.isOff(factor))
            off.push_back(text(documents::nameOf(factor)));
    if (!answers.empty())
        parts.emplace_back("answers", std::move(answers));
    if (!off.empty())
        parts.emplace_back("off", std::move(off));
    json.emplace_back("score", std::move(parts));
    return json;
}

Value Opener::plan(const planning::Plan& plan) {
    List candidates, choices, steps, facts;
    for (const planning::Candidate& one : plan.candidates)
        candidates.push_back(candidate(one));
    for (const planning::SlotChoice& choice : plan.choices)
        choices.push_back(Context{{"slot", text(nameOf(choice.slot))},
                                  {"agent", name(choice.agent)},
                                  {"chosen", count(choice.chosen)},
                                  {"leader", count(choice.leader)},
                                  {"probability", real(choice.probability)},
                                  {"confidence", real(choice.confidence)},
                                  {"explored", Value(choice.explored)},
                                  {"forced", Value(choice.forced)},
                                  {"draw", real(choice.draw)}});
    constexpr std::string_view results[] = {"done", "failed", "skipped"};
    for (const planning::SubStep& step : plan.steps)
        steps.push_back(Context{{"step", name(step.step)},
                                {"result", text(results[static_cast<std::size_t>(step.result)])},
                                {"detail", Value(step.detail)},
                                {"limit", Value(step.limit)},
                                {"by", name(step.by)},
                                {"choice", count(step.choice)}});
    for (const planning::KnownFact& fact : plan.facts)
        facts.push_back(Context{{"fact", text(documents::nameOf(fact.name.kind))},
                                {"id", Value(fact.name.id)},
                                {"value", fact.value},
                                {"asOf", instant(fact.asOf)},
                                {"asked", instant(fact.asked)},
                                {"problem", Value(fact.problem)}});
    Context json{{"candidates", std::move(candidates)},  {"choices", std::move(choices)}, {"steps", std::move(steps)},
                 {"waitUntil", instant(plan.waitUntil)}, {"sendHours", sendHours(plan)},  {"gaps", gaps(plan)}};
    if (!facts.empty())
        json.emplace_back("facts", std::move(facts));
    List arbitrations;
    for (const planning::Arbitration& one : plan.arbitrations)
        arbitrations.push_back(Context{{"first", count(one.first)},
                                       {"second", count(one.second)},
                                       {"by", text(nameOf(one.by))},
                                       {"firstContact", instant(one.firstContact)},
                                       {"secondContact", instant(one.secondContact)}});
    if (!arbitrations.empty())
        json.emplace_back("arbitrations", std::move(arbitrations));
    return json;
}

Value Opener::sendHours(const planning::Plan& plan) {
    List list;
    for (const planning::SendHour& one : plan.sendHours)
        list.push_back(Context{{"candidate", count(one.candidate)},
                               {"hour", Value(one.hour)},
                               {"probability", real(one.probability)},
                               {"expected", real(one.expected)},
                               {"estimate", real(one.estimate)},
                               {"contacts", count(one.contacts)}});
    return list;
}

Value Opener::gaps(const planning::Plan& plan) {
    List list;
    for (const planning::ContactGap& one : plan.gaps)
        list.push_back(Context{{"agent", name(one.agent)}, {"gap", Value(one.gap)}, {"until", instant(one.until)}});
    return list;
}

/// Rows are numbered from 1, as people see them.
List tablesOf(const std::vector<rules::TableFiring>& tables) {
    List list;
    for (const rules::TableFiring& firing : tables) {
        List rows;
        for (const int row : firing.rows)
            rows.push_back(Value(row + 1));
        list.push_back(Context{
            {"table", Value(firing.table)}, {"rows", std::move(rows)}, {"error", Value(std::string(firing.error))}});
    }
    return list;
}

Value Opener::ruling(const governance::Ruling& ruling) {
    return Context{{"kind", text(nameOf(ruling.kind))},
                   {"baseRisk", text(nameOf(ruling.baseRisk))},
                   {"risk", text(nameOf(ruling.risk))},
                   {"reversibility", text(nameOf(ruling.reversibility))},
                   {"raisedBy", names(ruling.raisedBy)},
                   {"cell", name(ruling.cell)},
                   {"level", text(nameOf(ruling.rule.level))},
                   {"approval", text(enumName(ruling.rule.approval))},
                   {"sample", real(ruling.rule.sample)},
                   {"sla", Value(ruling.rule.sla)},
                   {"onExpiry", text(enumName(ruling.rule.onExpiry))},
                   {"exceptions", names(ruling.exceptions)},
                   {"suggestOnly", Value(ruling.suggestOnly)},
                   {"holdUntil", instant(ruling.holdUntil)},
                   {"heldBy", name(ruling.heldBy)},
                   {"reviewSampled", Value(ruling.reviewSampled)}};
}

Value Opener::dispatch(const execution::Dispatch& dispatch) {
    return Context{{"id", key(dispatch.number)},           {"decision", key(dispatch.decision)},
                   {"proposal", key(dispatch.proposal)},   {"customer", customer(dispatch.customer)},
                   {"agent", name(dispatch.agent)},        {"action", name(dispatch.action)},
                   {"content", name(dispatch.content)},    {"channel", text(nameOf(dispatch.channel))},
                   {"slot", text(nameOf(dispatch.slot))},  {"connector", Value(dispatch.connector)},
                   {"key", Value(dispatch.key)},           {"subject", Value(dispatch.subject)},
                   {"body", Value(dispatch.body)},         {"cost", real(dispatch.cost)},
                   {"at", instant(dispatch.at)},           {"state", text(nameOf(dispatch.state))},
                   {"attempts", Value(dispatch.attempts)}, {"result", Value(dispatch.result)},
                   {"after", key(dispatch.after)}};
}

Value Opener::outcome(const learning::Outcome& outcome) {
    return Context{{"kind", text(nameOf(outcome.kind))},     {"decision", key(outcome.decision)},
                   {"customer", customer(outcome.customer)}, {"goal", name(outcome.goal)},
                   {"event", name(outcome.event)},           {"at", instant(outcome.at)},
                   {"money", real(outcome.money)},           {"reward", real(outcome.reward)},
                   {"harmed", real(outcome.harmed)},         {"learned", Value(outcome.learned)}};
}

Context payloadOf(Opener& open, const DecisionRecord& record) {
    List due, evidence, rulings, proposals;
    for (const DueAgent& agent : record.due)
        due.push_back(Context{{"journey", open.name(agent.journey)},
                              {"node", open.name(agent.node)},
                              {"agent", open.name(agent.agent)},
                              {"goal", open.name(agent.goal)}});
    for (const Evidence& fact : record.evidence)
        evidence.push_back(Context{{"fact", open.name(fact.name)}, {"value", fact.value}});
    for (const governance::Ruling& ruling : record.rulings)
        rulings.push_back(open.ruling(ruling));
    for (const std::uint64_t proposal : record.proposals)
        proposals.push_back(Opener::key(proposal));
    Value logged;
    if (record.logged)
        logged = Context{{"action", open.name(record.logged->action)},
                         {"observed", Value(record.logged->observed)},
                         {"outcomes", Opener::reals(record.logged->outcomes)}};
    List ahead;
    for (const auto& [day, left] : record.budgetsAhead)
        ahead.push_back(Context{{"day", Opener::text(formatInstant({day * Duration::days(1).ms}).substr(0, 10))},
                                {"left", Opener::reals(left)}});
    return {{"id", Opener::key(record.key)},
            {"trigger", Opener::text(nameOf(record.trigger))},
            {"triggerName", Value(record.triggerName)},
            {"messageId", Value(record.messageId)},
            {"arm", Opener::text(nameOf(record.arm))},
            {"due", std::move(due)},
            {"evidence", std::move(evidence)},
            {"reading", open.reading(record.reading)},
            {"plan", open.plan(record.plan)},
            {"rulings", std::move(rulings)},
            {"proposals", std::move(proposals)},
            {"modelUpdates", Opener::number(record.modelUpdates)},
            {"budgetLeft", Opener::reals(record.budgetLeft)},
            {"budgetsAhead", std::move(ahead)},
            {"logged", std::move(logged)},
            {"tables", tablesOf(record.tables)}};
}

Context payloadOf(Opener& open, const DrawnRecord& record) {
    return {{"id", Opener::key(record.key)},
            {"journey", open.name(record.journey)},
            {"node", open.name(record.node)},
            {"arm", Opener::text(nameOf(record.arm))},
            {"candidate", open.candidate(record.candidate)},
            {"ruling", open.ruling(record.ruling)},
            {"proposal", Opener::key(record.proposal)}};
}

Context payloadOf(Opener&, const PersonRecord& record) {
    return {{"proposal", Opener::key(record.proposal)},
            {"decision", Opener::key(record.decision)},
            {"person", Value(record.person)},
            {"verdict", Value(record.verdict)},
            {"reason", Value(record.reason)},
            {"before", Value(record.before)},
            {"after", Value(record.after)},
            {"state", Opener::text(nameOf(record.state))},
            {"bound", Value(record.bound.hex())}};
}

Context payloadOf(Opener& open, const ProposalRecord& record) {
    return {{"proposal", Opener::key(record.proposal)},
            {"decision", Opener::key(record.decision)},
            {"state", Opener::text(nameOf(record.state))},
            {"reasons", open.names(record.reasons)}};
}

Context payloadOf(Opener& open, const DidNotFitRecord& record) {
    return {{"decision", Opener::key(record.decision)},
            {"choice", Opener::count(record.choice)},
            {"budget", open.name(record.budget)}};
}

Context payloadOf(Opener& open, const DispatchRecord& record) {
    return {{"dispatch", open.dispatch(record.dispatch)}};
}

Context payloadOf(Opener& open, const OutcomeRecord& record) {
    return {{"outcome", open.outcome(record.outcome)}};
}

Context payloadOf(Opener&, const ModelRecord& record) {
    return {{"updates", Opener::number(record.updates)},
            {"total", Opener::number(record.total)},
            {"hash", Value(record.hash.hex())}};
}

Context payloadOf(Opener&, const ReviewRecord& record) {
    constexpr std::array<std::string_view, 3> states{"open", "confirmed", "overturned"};
    return {{"review", Opener::key(record.review)},
            {"decision", Opener::key(record.decision)},
            {"state", Opener::text(states[static_cast<std::size_t>(record.state)])},
            {"person", Value(record.person)},
            {"reason", Value(record.reason)}};
}

Context payloadOf(Opener&, const ConsentRecord& record) {
    return {{"event", Value(record.event)},
            {"messageId", Value(record.messageId)},
            {"purpose", Value(record.purpose)},
            {"channel", Value(record.channel)},
            {"granted", Value(record.granted)}};
}

Context payloadOf(Opener&, const StopRecord& record) {
    return {{"scope", Value(record.scope)}, {"person", Value(record.person)}};
}

Context payloadOf(Opener&, const MergeRecord& record) {
    Context json{{"older", Opener::count(record.older)},
                 {"younger", Opener::count(record.younger)},
                 {"cause", Opener::text(record.probable ? "probable" : "shared-id")}};
    if (!record.probable)
        return json;
    Context evidence;
    for (std::size_t i = 0; i < record.evidence.size() && i < perception::evidenceCount; ++i)
        if (record.evidence[i] != 0)
            evidence.emplace_back(perception::nameOf(static_cast<perception::Evidence>(i)),
                                  Value::fromDouble(record.evidence[i]));
    json.emplace_back("probability", Value::fromDouble(record.probability));
    json.emplace_back("evidence", Value(std::move(evidence)));
    return json;
}

Context payloadOf(Opener&, const UnmergeRecord& record) {
    return {{"older", Opener::count(record.older)},
            {"younger", Opener::count(record.younger)},
            {"person", Value(record.person)},
            {"reason", Value(record.reason)}};
}

Context payloadOf(Opener&, const ErasureRecord& record) {
    List customers;
    for (const std::uint32_t customer : record.customers)
        customers.push_back(Opener::count(customer));
    return {
        {"customers", Value(std::move(customers))}, {"person", Value(record.person)}, {"reason", Value(record.reason)}};
}

Context payloadOf(Opener&, const RunStartedRecord& record) {
    List models;
    for (const ModelConfiguration& model : record.models)
        models.push_back(Context{{"goal", Value(model.goal)}, {"config", Value(model.hash.hex())}});
    return {{"documentSet", Value(record.documentSet.hex())},
            {"names", Value(record.names.hex())},
            {"seed", Value(record.seed)},
            {"salt", Value(record.salt)},
            {"zoneData", Value(record.zoneData)},
            {"customers", Opener::number(record.customers)},
            {"days", Opener::count(record.days)},
            {"epoch", Value(record.epoch)},
            {"reviewers", Value(record.reviewers)},
            {"population", Value(record.population)},
            {"models", std::move(models)}};
}

Context payloadOf(Opener&, const RunEndedRecord& record) {
    return {{"decisions", Opener::number(record.decisions)}, {"at", Opener::instant(record.at)}};
}

template <class Record>
Result<Context> opened(const Result<Record>& record, Opener& open) {
    if (!record)
        return record.error();
    return payloadOf(open, *record);
}

Result<Context> payload(const Entry& entry, Opener& open) {
    switch (entry.kind) {
    case EntryKind::RunStarted:
        return opened(decodeRunStarted(entry), open);
    case EntryKind::Decision:
        return opened(decodeDecision(entry), open);
    case EntryKind::DrawnAction:
        return opened(decodeDrawn(entry), open);
    case EntryKind::DidNotFit:
        return opened(decodeDidNotFit(entry), open);
    case EntryKind::Claim:
    case EntryKind::Release:
    case EntryKind::Edit:
    case EntryKind::Verdict:
        return opened(decodePerson(entry), open);
    case EntryKind::Expiry:
    case EntryKind::Void:
    case EntryKind::Supersede:
    case EntryKind::Discard:
        return opened(decodeProposal(entry), open);
    case EntryKind::Dispatch:
    case EntryKind::DispatchResult:
        return opened(decodeDispatch(entry), open);
    case EntryKind::Outcome:
    case EntryKind::RewardClosed:
        return opened(decodeOutcome(entry), open);
    case EntryKind::ModelUpdate:
        return opened(decodeModel(entry), open);
    case EntryKind::Stop:
    case EntryKind::Lift:
        return opened(decodeStop(entry), open);
    case EntryKind::Merge:
        return opened(decodeMerge(entry), open);
    case EntryKind::Unmerge:
        return opened(decodeUnmerge(entry), open);
    case EntryKind::Erasure:
        return opened(decodeErasure(entry), open);
    case EntryKind::RunEnded:
        return opened(decodeRunEnded(entry), open);
    case EntryKind::Erased:
        return Context{{"was", Opener::text(nameOf(kindBefore(entry)))}};
    case EntryKind::Review:
        return opened(decodeReview(entry), open);
    case EntryKind::Consent:
        return opened(decodeConsent(entry), open);
    }
    return body::damaged(entry.number);
}

} // namespace

Result<Value> openedJson(const Entry& entry, const Symbols& symbols) {
    Opener open(symbols);
    auto context = payload(entry, open);
    if (!context)
        return context.error();
    if (open.failed())
        return body::damaged(entry.number);
    context->emplace_back("kind", Opener::text(nameOf(entry.kind)));
    context->emplace_back("number", Opener::number(entry.number));
    context->emplace_back("epoch", Opener::number(entry.epoch));
    context->emplace_back("time", Opener::instant(entry.time));
    context->emplace_back("customer", Opener::customer(entry.customer));
    context->emplace_back("sequence", Opener::count(entry.sequence));
    return Value(std::move(*context));
}

} // namespace wayreeve::audit
