#include "samples.h"

using namespace wayreeve;
using namespace wayreeve::audit;

interpretation::Score Samples::score() {
    interpretation::Score score{sym(), real(), {}};
    for (std::uint64_t n = below(4); n > 0; --n)
        score.parts.push_back({sym(), real()});
    return score;
}

planning::Candidate Samples::candidate() {
    planning::Candidate c;
    c.agent = sym();
    c.action = sym();
    c.content = sym();
    c.tone = sym();
    c.channel = static_cast<documents::Channel>(below(8));
    c.slot = static_cast<documents::Slot>(below(3));
    c.risk = static_cast<documents::Risk>(below(3));
    c.raisedBy = {sym(), sym()};
    c.discount = Decimal::fromParts(static_cast<std::int64_t>(below(100)), -2);
    c.amount = Decimal(static_cast<std::int64_t>(below(1000)));
    c.sendAt = instant();
    c.gate = static_cast<planning::Gate>(below(9));
    c.removedBy = sym();
    c.scored = flip();
    if (c.scored) {
        c.score.outcome = 0.25;
        c.score.priority = real();
        c.score.probability = 0.5;
        c.score.terms = {{0, real()}, {sym(), real()}};
        c.score.penalties = {{sym(), 0.125}};
    }
    return c;
}

governance::Ruling Samples::ruling() {
    governance::Ruling ruling;
    ruling.kind = static_cast<governance::RulingKind>(below(5));
    ruling.baseRisk = static_cast<documents::Risk>(below(3));
    ruling.risk = static_cast<documents::Risk>(below(3));
    ruling.reversibility = static_cast<documents::Reversibility>(below(3));
    ruling.raisedBy = {sym()};
    ruling.cell = sym();
    ruling.exceptions = {sym()};
    ruling.suggestOnly = flip();
    ruling.holdUntil = instant();
    ruling.heldBy = sym();
    ruling.reviewSampled = flip();
    return ruling;
}

Entry Samples::header(EntryKind kind) {
    Entry entry;
    entry.kind = kind;
    entry.epoch = below(100'000);
    entry.time = instant();
    entry.customer = flip() ? noCustomer : static_cast<std::uint32_t>(below(5000));
    entry.sequence = static_cast<std::uint32_t>(below(9));
    return entry;
}

DecisionRecord Samples::decision() {
    DecisionRecord r;
    r.trigger = static_cast<TriggerKind>(below(7));
    r.triggerName = text();
    r.messageId = text();
    r.arm = static_cast<documents::Arm>(below(3));
    r.due = {{sym(), sym(), sym(), sym()}};
    r.evidence = {{sym(), Value(Decimal::fromParts(2575, -2))}, {sym(), Value()}, {sym(), Value(text())}};
    r.reading.at = instant();
    r.reading.intents = {score(), score()};
    r.reading.sentiment = score();
    if (flip())
        r.reading.needs = {score()};
    r.reading.hesitations = {score(), score(), score()};
    r.reading.stages = {score()};
    r.reading.stage = sym();
    r.reading.previousStage = sym();
    r.reading.stageChanged = flip();
    r.reading.leadingIntent = sym();
    r.reading.leadingIntentValue = real();
    for (std::uint64_t n = 1 + below(8); n > 0; --n)
        r.plan.candidates.push_back(candidate());
    planning::SlotChoice choice;
    choice.chosen = static_cast<std::uint32_t>(below(r.plan.candidates.size()));
    choice.draw = 0.75;
    r.plan.choices = {choice};
    r.plan.steps = {{sym(), planning::StepResult::Skipped, "12", ">= 3", sym(), 0}};
    r.plan.waitUntil = Instant::never();
    r.rulings = {ruling()};
    r.key = below(std::uint64_t{1} << 50);
    r.proposals = {below(1000)};
    r.modelUpdates = below(1'000'000);
    r.budgetLeft = {real(), 0};
    if (flip())
        r.budgetsAhead = {{20'000, {real(), 1}}, {20'001, {}}};
    if (flip())
        r.logged = Logged{sym(), flip(), {1, 0, real()}};
    if (flip())
        r.tables = {{"discount", {0, 17}, ""}, {"clash", {}, "table.not-unique"}};
    if (flip())
        r.plan.sendHours = {{choice.chosen, 23, 0.25, real(), 18.5, 12}};
    if (flip())
        r.plan.gaps = {{sym(), Duration::days(2), instant()}};
    if (flip())
        for (planning::Candidate& one : r.plan.candidates)
            one.score.fatigue = one.scored ? 0.75 : 1.0;
    return r;
}

execution::Dispatch Samples::dispatch() {
    execution::Dispatch d;
    d.number = below(1'000'000'000);
    d.decision = below(1'000'000'000);
    d.customer = static_cast<std::uint32_t>(below(5000));
    d.agent = sym();
    d.action = sym();
    d.content = sym();
    d.channel = documents::Channel::Email;
    d.connector = "sandbox";
    d.key = text();
    d.subject = text();
    d.body = text();
    d.cost = 0.5;
    d.at = instant();
    return d;
}

learning::Outcome Samples::outcome() {
    learning::Outcome o;
    o.kind = static_cast<learning::OutcomeKind>(below(3));
    o.decision = below(1'000'000'000);
    o.customer = static_cast<std::uint32_t>(below(5000));
    o.goal = sym();
    o.event = sym();
    o.at = instant();
    o.money = real();
    o.learned = flip();
    return o;
}

std::vector<Entry> Samples::entries() {
    std::vector<Entry> all;
    const auto add = [&](EntryKind kind, const auto& record) {
        Entry entry = header(kind);
        if constexpr (std::is_same_v<std::decay_t<decltype(record)>, DecisionRecord>)
            entry.body = encodeDecision(entry, record);
        else
            entry.body = encode(entry, record);
        all.push_back(std::move(entry));
    };
    add(EntryKind::RunStarted, RunStartedRecord{hash(),
                                                hash(),
                                                "18446744073709551615",
                                                "salt",
                                                "2026a",
                                                500,
                                                10,
                                                Duration::hours(1),
                                                "seeded",
                                                "p",
                                                {{"sale", hash()}}});
    add(EntryKind::Decision, decision());
    add(EntryKind::DrawnAction,
        DrawnRecord{below(1000), sym(), sym(), documents::Arm::Baseline, candidate(), ruling(), 7});
    add(EntryKind::DidNotFit, DidNotFitRecord{below(1000), 1, sym()});
    for (const EntryKind kind : {EntryKind::Claim, EntryKind::Release, EntryKind::Edit, EntryKind::Verdict})
        add(kind, PersonRecord{below(1000), below(1000), "ana", "approve", text(), text(), text(),
                               governance::ProposalState::SecondNeeded, hash()});
    for (const EntryKind kind : {EntryKind::Expiry, EntryKind::Void, EntryKind::Supersede, EntryKind::Discard})
        add(kind, ProposalRecord{below(1000), below(1000), governance::ProposalState::Dismissed, {sym(), sym()}});
    for (const EntryKind kind : {EntryKind::Dispatch, EntryKind::DispatchResult})
        add(kind, DispatchRecord{dispatch()});
    for (const EntryKind kind : {EntryKind::Outcome, EntryKind::RewardClosed})
        add(kind, OutcomeRecord{outcome()});
    add(EntryKind::ModelUpdate, ModelRecord{below(100), below(1000), hash()});
    add(EntryKind::Review, ReviewRecord{below(1000), below(1000), 2, "mei", "too-late"});
    add(EntryKind::Consent, ConsentRecord{"Consent Changed", "m1", "marketing", "email", true});
    for (const EntryKind kind : {EntryKind::Stop, EntryKind::Lift})
        add(kind, StopRecord{"agent/cart", "ana"});
    add(EntryKind::Merge, MergeRecord{3, 9, false, 1, {}});
    add(EntryKind::Merge, MergeRecord{3, 9, true, 0.9375, {-2.5, 4.25}});
    add(EntryKind::Unmerge, UnmergeRecord{3, 9, "ana", "two persons"});
    add(EntryKind::RunEnded, RunEndedRecord{below(1000), instant()});
    return all;
}
