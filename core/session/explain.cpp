#include "session/explain.h"

#include "audit/queue_id.h"
#include "storage/engine_lock.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <algorithm>

namespace wayreeve::session {

namespace {

FollowUp followUpOf(audit::Entry entry) {
    FollowUp follow;
    using audit::EntryKind;
    switch (entry.kind) {
    case EntryKind::Claim:
    case EntryKind::Release:
    case EntryKind::Edit:
    case EntryKind::Verdict:
        if (auto record = audit::decodePerson(entry))
            follow.person = std::move(record).value();
        break;
    case EntryKind::Expiry:
    case EntryKind::Void:
    case EntryKind::Supersede:
    case EntryKind::Discard:
        if (auto record = audit::decodeProposal(entry))
            follow.proposal = std::move(record).value();
        break;
    case EntryKind::Dispatch:
    case EntryKind::DispatchResult:
        if (auto record = audit::decodeDispatch(entry))
            follow.dispatch = std::move(record).value();
        break;
    case EntryKind::Outcome:
    case EntryKind::RewardClosed:
        if (auto record = audit::decodeOutcome(entry))
            follow.outcome = std::move(record).value();
        break;
    case EntryKind::DidNotFit:
        if (auto record = audit::decodeDidNotFit(entry))
            follow.didNotFit = std::move(record).value();
        break;
    default:
        break;
    }
    follow.entry = std::move(entry);
    return follow;
}

/// None where the run is older than the record of them.
std::vector<audit::ModelConfiguration> modelsOf(audit::LedgerReader& ledger, const Explanation& explanation) {
    std::vector<audit::ModelConfiguration> due;
    const auto first = ledger.entry(explanation.run.id, 1);
    const auto started = first ? audit::decodeRunStarted(*first) : Result<audit::RunStartedRecord>(first.error());
    if (!started)
        return due;
    for (const audit::ModelConfiguration& model : started->models)
        for (const audit::DueAgent& agent : explanation.decision->due)
            if (explanation.symbols.name(agent.goal) == model.goal &&
                std::find(due.begin(), due.end(), model) == due.end())
                due.push_back(model);
    return due;
}

/// The rows of those whom an account's candidates address.
void addContacts(audit::LedgerReader& ledger, Explanation& explanation) {
    std::vector<std::uint32_t> numbers;
    const auto add = [&](const planning::Candidate& candidate) {
        if (candidate.contact != 0)
            numbers.push_back(candidate.contact - 1);
    };
    if (explanation.decision)
        for (const planning::Candidate& candidate : explanation.decision->plan.candidates)
            add(candidate);
    if (explanation.drawn)
        add(explanation.drawn->candidate);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const std::uint32_t number : numbers)
        if (auto row = ledger.customer(explanation.run.id, number); row && *row)
            explanation.contacts.push_back(std::move(**row));
}

} // namespace

Result<Explanation> explain(const std::filesystem::path& folder, const std::string& id, const std::string& run) {
    const auto asked = audit::parseQueueId(id);
    auto parsed = asked ? asked : audit::parseId(id);
    if (!parsed)
        return Error{"decision.bad-id", {{"id", id}}, {}, 0, 0};
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    audit::LedgerReader& ledger = **reader;
    auto info = ledger.run(parsed->tag.empty() ? run : parsed->tag);
    if (!info)
        return info.error();
    auto symbols = ledger.symbolsOf(info->id);
    if (!symbols)
        return symbols.error();
    if (asked) {
        const auto item = ledger.proposal(info->id, asked->key);
        if (!item)
            return Error{"approval.unknown-proposal", {}, {}, 0, 0};
        parsed->key = item->decision;
    }
    auto entry = ledger.decisionEntry(info->id, parsed->key);
    if (!entry)
        return entry.error().code == "decision.unknown" ? Error{"decision.unknown", {{"id", id}}, {}, 0, 0}
                                                        : entry.error();
    if (entry->kind == audit::EntryKind::Erased)
        return Error{"decision.erased",
                     {{"id", audit::idText(info->tag, parsed->key)},
                      {"time", formatInstant(entry->time)},
                      {"customer", "erased-" + std::to_string(entry->customer)}},
                     {},
                     0,
                     0};
    Explanation explanation;
    explanation.run = *info;
    explanation.symbols = std::move(symbols).value();
    explanation.key = parsed->key;
    explanation.id = audit::idText(info->tag, parsed->key);
    if (asked)
        explanation.askedItem = audit::queueIdText(info->tag, asked->key);
    explanation.entry = std::move(entry).value();
    explanation.hashVerified = hashOf(explanation.entry.body) == explanation.entry.hash;
    if (explanation.entry.kind == audit::EntryKind::Decision) {
        auto record = audit::decodeDecision(explanation.entry);
        if (!record)
            return record.error();
        explanation.decision = std::move(record).value();
        explanation.models = modelsOf(ledger, explanation);
        auto past = pastOf(ledger, folder, *info, explanation.symbols, explanation.entry, *explanation.decision);
        if (!past)
            return past.error();
        explanation.past = std::move(past).value();
    } else {
        auto record = audit::decodeDrawn(explanation.entry);
        if (!record)
            return record.error();
        explanation.drawn = std::move(record).value();
    }
    auto about = ledger.entriesAbout(info->id, parsed->key);
    if (!about)
        return about.error();
    for (audit::Entry& follow : *about)
        if (follow.number != explanation.entry.number)
            explanation.after.push_back(followUpOf(std::move(follow)));
    if (auto customer = ledger.customer(info->id, audit::customerOf(parsed->key)))
        explanation.customer = std::move(customer).value();
    addContacts(ledger, explanation);
    const auto addProposal = [&](audit::Key key) {
        if (key == 0)
            return;
        if (auto proposal = ledger.proposal(info->id, key))
            explanation.proposals.push_back(std::move(proposal).value());
    };
    if (explanation.decision)
        for (const audit::Key key : explanation.decision->proposals)
            addProposal(key);
    if (explanation.drawn)
        addProposal(explanation.drawn->proposal);
    return explanation;
}

Value explanationJson(const Explanation& explanation) {
    Context json;
    json.emplace_back("id", Value(explanation.id));
    json.emplace_back("run", Value(explanation.run.tag));
    json.emplace_back("customer", explanation.customer ? Value(explanation.customer->key) : Value());
    json.emplace_back("account", Value(explanation.customer && explanation.customer->isAccount));
    if (!explanation.contacts.empty()) {
        List contacts;
        for (const audit::CustomerRow& contact : explanation.contacts)
            contacts.push_back(Context{{"number", Value(static_cast<std::int64_t>(contact.number))},
                                       {"customer", Value(contact.key)},
                                       {"name", Value(contact.name)}});
        json.emplace_back("contacts", Value(std::move(contacts)));
    }
    json.emplace_back("hash", Value(explanation.entry.hash.hex()));
    json.emplace_back("hash_verified", Value(explanation.hashVerified));
    if (auto record = audit::openedJson(explanation.entry, explanation.symbols))
        json.emplace_back("record", *record);
    List after;
    for (const FollowUp& follow : explanation.after)
        if (auto record = audit::openedJson(follow.entry, explanation.symbols))
            after.push_back(*record);
    json.emplace_back("after", Value(std::move(after)));
    List items;
    for (const governance::Proposal& proposal : explanation.proposals)
        items.push_back(Value(audit::queueIdText(explanation.run.tag, proposal.number)));
    json.emplace_back("queue_items", Value(std::move(items)));
    json.emplace_back("past", pastJson(explanation.past));
    Context config;
    for (const audit::ModelConfiguration& model : explanation.models)
        config.emplace_back(model.goal, Value(model.hash.hex()));
    json.emplace_back("config", Value(std::move(config)));
    return Value(std::move(json));
}

} // namespace wayreeve::session
