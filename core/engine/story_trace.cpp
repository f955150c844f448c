#include "engine/story_trace.h"

#include "base/json.h"
#include "engine/handoff_packet.h"
#include "engine/memory_ledger.h"

#include <algorithm>

namespace wayreeve::engine {

using documents::Expectation;

OpenLedger StoryTrace::ledger() {
    return [this]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
        return std::unique_ptr<audit::LedgerWriter>(std::make_unique<MemoryLedger>(m_batches));
    };
}

void StoryTrace::gather() {
    for (const audit::Batch& batch : m_batches)
        for (const audit::Entry& entry : batch.entries)
            gatherEntry(entry);
    // A packet goes out with the handoff; one that waits for a person stands in the proposal alone.
    for (const audit::Batch& batch : m_batches)
        for (const governance::Proposal& proposal : batch.proposals)
            if (const auto packet = packetIn(proposal.body);
                packet && proposal.state == governance::ProposalState::Proposed)
                m_doings.push_back({proposal.created,
                                    proposal.customer,
                                    m_program.symbols.name(proposal.candidate.action),
                                    {},
                                    proposal.candidate.channel,
                                    {},
                                    {},
                                    false,
                                    {},
                                    false,
                                    writeCanonicalJson(*packet)});
}

bool StoryTrace::isOf(const Expectation& e, std::uint32_t customer) const {
    const std::uint32_t others = static_cast<std::uint32_t>(m_story.others.size());
    if (e.customer.empty())
        return customer == 0 || customer > others;
    return customer != 0 && customer <= others && m_story.others[customer - 1].id == e.customer;
}

const governance::Proposal* StoryTrace::proposalOf(std::uint64_t number) const {
    for (const audit::Batch& batch : m_batches)
        for (const governance::Proposal& proposal : batch.proposals)
            if (proposal.number == number)
                return &proposal;
    return nullptr;
}

void StoryTrace::gatherEntry(const audit::Entry& entry) {
    const Symbols& symbols = m_program.symbols;
    const auto doing = [&](const planning::Candidate& candidate, const governance::Ruling& ruling) {
        m_doings.push_back({entry.time,
                            entry.customer,
                            candidate.action == 0 ? "wait" : symbols.name(candidate.action),
                            symbols.name(candidate.content),
                            candidate.channel,
                            std::string(governance::nameOf(ruling.kind)),
                            ruling.rule.approval == documents::Approval::FourEyes ? "four-eyes" : "one-person",
                            false,
                            candidate.action == 0 ? std::string() : std::string(documents::nameOf(ruling.rule.level)),
                            false,
                            {}});
    };
    const auto removal = [&](const planning::Candidate& candidate) {
        if (candidate.gate < planning::Gate::Stayed)
            m_removals.push_back(
                {entry.time, entry.customer, symbols.name(candidate.action), symbols.name(candidate.removedBy)});
    };
    if (entry.kind == audit::EntryKind::Decision) {
        if (const auto record = audit::decodeDecision(entry)) {
            for (std::size_t i = 0; i < record->plan.choices.size(); ++i)
                doing(record->plan.candidates[record->plan.choices[i].chosen], record->rulings[i]);
            for (const planning::Candidate& candidate : record->plan.candidates)
                removal(candidate);
        }
    } else if (entry.kind == audit::EntryKind::DrawnAction) {
        if (const auto record = audit::decodeDrawn(entry)) {
            if (record->candidate.gate == planning::Gate::Chosen)
                doing(record->candidate, record->ruling);
            removal(record->candidate);
        }
    } else if (entry.kind == audit::EntryKind::Dispatch) {
        if (const auto record = audit::decodeDispatch(entry)) {
            const execution::Dispatch& d = record->dispatch;
            const auto packet = packetIn(d.body);
            m_doings.push_back({entry.time,
                                entry.customer,
                                symbols.name(d.action),
                                symbols.name(d.content),
                                d.channel,
                                {},
                                {},
                                true,
                                {},
                                false,
                                packet ? writeCanonicalJson(*packet) : std::string()});
        }
    } else if (entry.kind == audit::EntryKind::Void) {
        if (const auto record = audit::decodeProposal(entry))
            if (const governance::Proposal* const proposal = proposalOf(record->proposal))
                m_doings.push_back({entry.time,
                                    entry.customer,
                                    symbols.name(proposal->candidate.action),
                                    symbols.name(proposal->candidate.content),
                                    proposal->candidate.channel,
                                    {},
                                    {},
                                    false,
                                    {},
                                    true,
                                    {}});
    }
}

namespace {

std::string describe(const Expectation& e) {
    std::string text;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty())
            text += (text.empty() ? "" : ", ") + std::string(key) + " " + value;
    };
    add("action", e.action);
    add("content", e.content);
    if (e.channel != documents::Channel::None)
        add("channel", std::string(documents::nameOf(e.channel)));
    add("ruling", e.ruling);
    add("level", e.level);
    add("approval", e.approval);
    add("stage", e.stage);
    add("intent", e.intent);
    add("removed", e.removed);
    add("by", e.by);
    for (const std::string& word : e.packet)
        add("packet", word);
    add("customer", e.customer);
    if (e.dispatched)
        text += (text.empty() ? "" : ", ") + std::string("dispatched");
    if (e.voided)
        text += (text.empty() ? "" : ", ") + std::string("voided");
    return text;
}

} // namespace

bool StoryTrace::readingMet(const Expectation& e, Instant from, Instant to, std::string& seen) const {
    const interpretation::Reading* last = nullptr;
    for (const Moment& moment : m_readings)
        if (moment.at >= from && moment.at <= to && isOf(e, moment.customer))
            last = &moment.reading;
    if (!last) {
        seen = "no moment in the window";
        return false;
    }
    if (!e.stage.empty()) {
        seen = m_program.symbols.name(last->stage);
        if (seen != e.stage)
            return false;
    }
    if (e.intent.empty())
        return true;
    for (const auto& list : {last->intents, last->needs, last->hesitations, {last->sentiment}})
        for (const interpretation::Score& score : list)
            if (m_program.symbols.name(score.id) == e.intent ||
                (e.intent == "sentiment" && &score == &list.front() && score.id == last->sentiment.id)) {
                seen = e.intent + " " + Value::fromDouble(score.value).toText();
                return (!e.above || score.value > *e.above) && (!e.below || score.value < *e.below);
            }
    seen = "no such score";
    return false;
}

bool StoryTrace::met(const Expectation& e, Instant from, Instant to, std::string& seen) const {
    if (!e.removed.empty()) {
        for (const Removal& removal : m_removals) {
            if (removal.at < from || removal.at > to || removal.action != e.removed || !isOf(e, removal.customer))
                continue;
            seen += (seen.empty() ? "" : "; ") + removal.action + " by " + removal.by;
            if (e.by.empty() || removal.by == e.by)
                return true;
        }
        return false;
    }
    const bool aboutReading = !e.stage.empty() || !e.intent.empty();
    const bool aboutAction = !e.action.empty() || !e.ruling.empty() || e.dispatched || e.voided || !e.content.empty() ||
                             !e.level.empty() || e.channel != documents::Channel::None || !e.approval.empty() ||
                             !e.packet.empty();
    if (aboutReading && !readingMet(e, from, to, seen))
        return false;
    if (!aboutAction)
        return aboutReading;
    for (const Doing& doing : m_doings) {
        if (doing.at < from || doing.at > to || !isOf(e, doing.customer) || (e.packet.empty() && doing.isPacket()))
            continue;
        if (doing.dispatched == e.dispatched && doing.voided == e.voided && seen.size() < 400)
            seen += (seen.empty() ? "" : "; ") + doing.action + (doing.ruling.empty() ? "" : " " + doing.ruling) +
                    " at " + formatInstant(doing.at) + (e.packet.empty() ? "" : " " + doing.packet);
        if (doing.dispatched != e.dispatched || doing.voided != e.voided ||
            (!e.level.empty() && doing.level != e.level) || (!e.action.empty() && doing.action != e.action) ||
            (!e.ruling.empty() && doing.ruling != e.ruling) || (!e.content.empty() && doing.content != e.content) ||
            (e.channel != documents::Channel::None && doing.channel != e.channel) ||
            (!e.approval.empty() && (doing.approval != e.approval || doing.ruling != "queue")) ||
            (!e.packet.empty() && doing.packet.empty()) ||
            std::any_of(e.packet.begin(), e.packet.end(),
                        [&](const std::string& word) { return doing.packet.find(word) == std::string::npos; }))
            continue;
        return true;
    }
    return false;
}

std::optional<Error> StoryTrace::firstFailure() {
    gather();
    const Instant end = m_story.start + m_story.length;
    for (std::size_t i = 0; i < m_story.expect.size(); ++i) {
        const Expectation& e = m_story.expect[i];
        std::string seen;
        const bool happened = met(e, e.after ? m_story.start + *e.after : m_story.start,
                                  e.within ? m_story.start + *e.within : end, seen);
        if (happened == !e.absent)
            continue;
        return Error{e.absent ? "story.forbidden" : "story.not-met",
                     {{"expectation", std::to_string(i + 1)}, {"expected", describe(e)}, {"seen", seen}},
                     {},
                     0,
                     0};
    }
    return std::nullopt;
}

} // namespace wayreeve::engine
