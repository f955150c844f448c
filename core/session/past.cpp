#include "session/past.h"

#include "documents/workspace_io.h"
#include "perception/event_codec.h"
#include "perception/intake.h"
#include "session/identities.h"

#include <algorithm>
#include <iterator>

namespace wayreeve::session {
namespace {

using perception::Retrieval;

constexpr double worthAsking = 0.3; ///< a need below it is no more than a guess

struct Known {
    std::vector<rules::HistoryItem> history;
    std::vector<std::string> names; ///< of the history's events: also of those that the run's documents do not plan
    std::vector<perception::Contact> contacts;
    Value trigger;
};

/// What the workspace had of the customer when the decision was made.
Result<Known> knownAt(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols,
                      const audit::Entry& entry, const audit::DecisionRecord& decision) {
    Known known;
    using perception::Fate;
    const auto identities = Identities::read(reader, run);
    if (!identities)
        return identities.error();
    const auto rows = eventsOf(reader, run, symbols, *identities, entry.customer, entry.time, INT64_MAX);
    if (!rows)
        return rows.error();
    for (const audit::EventRow& row : *rows) {
        const auto fate = static_cast<Fate>(row.fate);
        if (row.body.empty() || !perception::isRead(fate) || row.time > entry.time)
            continue;
        cbor::Reader body(row.body);
        auto event = perception::decodeEvent(body, symbols);
        if (!event)
            return event.error();
        if (!decision.messageId.empty() && row.messageId == decision.messageId) {
            known.trigger = event->properties;
            continue;
        }
        known.history.push_back({row.time, symbols.find(row.name), event->properties});
        known.names.push_back(row.name);
    }
    for (const std::uint32_t number : identities->related(entry.customer)) {
        if (identities->personOf(number, entry.time) != entry.customer)
            continue;
        const auto sent = reader.dispatches(run.id, number, INT32_MAX);
        if (!sent)
            return sent.error();
        for (const execution::Dispatch& dispatch : *sent) {
            if (dispatch.at > entry.time || dispatch.state == execution::DispatchState::Stopped)
                continue;
            perception::Contact contact;
            contact.at = dispatch.at;
            contact.action = dispatch.action;
            contact.sent = true;
            known.contacts.push_back(contact);
        }
    }
    return known;
}

std::vector<std::string> queryOf(const Retrieval& retrieval, const Symbols& symbols,
                                 const audit::DecisionRecord& decision, const Value& trigger) {
    std::vector<std::string> terms = retrieval.termsOf(decision.triggerName, trigger);
    const auto add = [&](std::vector<std::string> more) { std::ranges::move(more, std::back_inserter(terms)); };
    const auto name = [&](Sym symbol) { add(perception::searchTerms(symbols.name(symbol))); };
    name(decision.reading.leadingIntent);
    for (const auto* scores : {&decision.reading.needs, &decision.reading.hesitations})
        for (const interpretation::Score& score : *scores)
            if (score.value >= worthAsking)
                name(score.id);
    for (const audit::DueAgent& due : decision.due)
        name(due.goal);
    for (const planning::SlotChoice& choice : decision.plan.choices)
        add(retrieval.purposeOf(decision.plan.candidates[choice.chosen].action));
    return terms;
}

} // namespace

Result<std::vector<PastInteraction>> pastOf(audit::LedgerReader& reader, const std::filesystem::path& folder,
                                            const audit::RunInfo& run, const Symbols& symbols,
                                            const audit::Entry& entry, const audit::DecisionRecord& decision,
                                            std::size_t k) {
    auto known = knownAt(reader, run, symbols, entry, decision);
    if (!known)
        return known.error();
    const documents::LoadOutcome documents = documents::loadPublished(folder, run.files);
    const Retrieval retrieval(documents.workspace.get(), symbols);
    std::vector<PastInteraction> past;
    for (Retrieval::Ranked& one : retrieval.rank(
             known->history, known->contacts, queryOf(retrieval, symbols, decision, known->trigger), entry.time, k)) {
        PastInteraction interaction;
        interaction.ours = one.index >= known->history.size();
        if (interaction.ours) {
            const perception::Contact& contact = known->contacts[one.index - known->history.size()];
            interaction.time = contact.at;
            interaction.what = symbols.name(contact.action);
        } else {
            interaction.time = known->history[one.index].time;
            interaction.what = known->names[one.index];
        }
        interaction.score = one.score;
        interaction.terms = std::move(one.matches);
        for (Retrieval::Match& match : interaction.terms)
            match.term = retrieval.wordFor(match.term);
        past.push_back(std::move(interaction));
    }
    return past;
}

Value pastJson(const std::vector<PastInteraction>& past) {
    List list;
    for (const PastInteraction& one : past) {
        List terms;
        for (const Retrieval::Match& match : one.terms) {
            Context term;
            term.emplace_back("term", Value(match.term));
            term.emplace_back("share", Value::fromDouble(match.share));
            terms.push_back(Value(std::move(term)));
        }
        Context json;
        json.emplace_back("time", Value(formatInstant(one.time)));
        json.emplace_back("event", Value(one.what));
        json.emplace_back("ours", Value(one.ours));
        json.emplace_back("score", Value::fromDouble(one.score));
        json.emplace_back("terms", Value(std::move(terms)));
        list.push_back(Value(std::move(json)));
    }
    return Value(std::move(list));
}

} // namespace wayreeve::session
