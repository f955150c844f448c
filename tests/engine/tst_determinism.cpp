#include "engine/engine_tests.h"
#include "engine/world.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

using namespace wayreeve;

namespace {

/// The first entry at which two runs differ, in words; empty where they are the same, byte by byte.
QString difference(const world::Kept& a, const world::Kept& b) {
    const auto x = a.entries(), y = b.entries();
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        if (x[i].body != y[i].body || x[i].hash != y[i].hash)
            return QStringLiteral("entry %1 of kind %2, customer %3")
                .arg(i + 1)
                .arg(static_cast<int>(x[i].kind))
                .arg(x[i].customer);
    return x.size() == y.size() ? QString() : QStringLiteral("%1 and %2 entries").arg(x.size()).arg(y.size());
}

std::uint64_t count(const world::Kept& kept, const std::string& fate) {
    for (const auto& [name, number] : kept.summary.fates)
        if (name == fate)
            return number;
    return 0;
}

/// Decisions that a shared budget bound: a candidate dropped for it, or a choice that no longer fitted.
std::size_t boundByBudget(const world::Kept& kept, const Symbols& symbols) {
    std::set<std::uint64_t> bound;
    for (const audit::Entry& entry : kept.entries())
        if (entry.kind == audit::EntryKind::Decision) {
            const auto record = audit::decodeDecision(entry);
            for (const planning::Candidate& candidate : record->plan.candidates)
                if (symbols.name(candidate.removedBy).ends_with("-budget"))
                    bound.insert(record->key);
        } else if (entry.kind == audit::EntryKind::DidNotFit) {
            bound.insert(audit::decodeDidNotFit(entry)->decision);
        }
    return bound.size();
}

} // namespace

void DeterminismTests::sameRecordsOnAnyNumberOfThreads() {
    const auto program = world::compile(world::busyDemo());
    const world::Kept one = world::simulate(program, 1000, 8, 1);

    // Everything that could hide a difference really happens.
    std::size_t approved = 0, rejected = 0;
    for (const audit::Entry& entry : one.entries(audit::EntryKind::Verdict))
        (audit::decodePerson(entry)->verdict == "approve" ? approved : rejected) += 1;
    const std::size_t edited = one.entries(audit::EntryKind::Edit).size();
    const std::size_t decisions = one.entries(audit::EntryKind::Decision).size();
    const std::size_t bound = boundByBudget(one, program->symbols);
    const auto updates = audit::decodeModel(one.entries(audit::EntryKind::ModelUpdate).back())->total;
    qInfo("decisions %zu, bound %zu, did not fit %zu, approved %zu, edited %zu, rejected %zu, late %zu, duplicate %zu, "
          "model updates %zu, merges %zu",
          decisions, bound, std::size_t{one.summary.didNotFit}, approved, edited, rejected,
          std::size_t{count(one, "late")}, std::size_t{count(one, "duplicate")}, std::size_t{updates},
          one.entries(audit::EntryKind::Merge).size());
    QCOMPARE(std::uint64_t{decisions}, one.summary.info.decisions);
    QVERIFY(approved > 0 && edited > 0 && rejected > 0);
    QVERIFY(count(one, "late") > 0);
    QVERIFY(count(one, "duplicate") > 0);
    QVERIFY(updates > 0);
    QVERIFY(!one.entries(audit::EntryKind::Merge).empty());
    QVERIFY(bound * 20 >= decisions);
    QVERIFY(one.summary.didNotFit > 0);

    for (const unsigned threads : {1U, 2U, 8U}) { // 1: a second run
        const world::Kept other = world::simulate(program, 1000, 8, threads);
        QCOMPARE(difference(one, other), QString());
        QCOMPARE(other.summary.info.recordsHash, one.summary.info.recordsHash);
        QCOMPARE(other.summary.rulings, one.summary.rulings);
        QCOMPARE(other.summary.approvals, one.summary.approvals);
    }
}

void DeterminismTests::plantedDisorderShows() {
    using Plant = engine::RunSettings::Plant;
    const auto program = world::compile(world::busyDemo());
    const world::Kept right = world::simulate(program, 300, 5, 8);
    const world::Kept one = world::simulate(program, 300, 5, 1, Plant::MergeUnordered);
    const world::Kept eight = world::simulate(program, 300, 5, 8, Plant::MergeUnordered);
    QCOMPARE(difference(right, one), QString()); // one worker has nothing to disorder
    QVERIFY(difference(one, eight) != QString());
    QVERIFY(eight.summary.info.recordsHash != one.summary.info.recordsHash);
}

void DeterminismTests::customersOwnEffectsToo() {
    const auto program = world::compile(world::personalDemo());
    const world::Kept one = world::simulate(program, 300, 6, 1);
    const world::Kept two = world::simulate(program, 300, 6, 2);
    QCOMPARE(difference(one, two), QString());
    // What the customer adds is a term of its own, and the terms are the predictor.
    const Sym own = program->planner->customerSymbol();
    QVERIFY(own != 0);
    std::size_t shown = 0, apart = 0;
    for (const audit::Entry& entry : one.entries(audit::EntryKind::Decision)) {
        const auto record = audit::decodeDecision(entry);
        for (const planning::Candidate& candidate : record->plan.candidates) {
            double sum = 0.0;
            for (const planning::Term& term : candidate.score.terms) {
                sum += term.amount;
                shown += term.field == own && term.amount != 0.0 ? 1 : 0;
            }
            if (!candidate.score.terms.empty())
                apart += std::abs(std::clamp(sum, 0.0, 1.0) - candidate.score.outcome) > 1e-9 ? 1 : 0;
        }
    }
    QVERIFY(shown > 0);
    QCOMPARE(apart, std::size_t{0});
    QCOMPARE(world::compile(world::busyDemo())->planner->customerSymbol(), Sym{0});
}

void DeterminismTests::twoWorkersShareTheTurns() {
    // At the shipped length of an epoch, whatever else the machine does.
    const world::Kept kept = world::simulate(world::compile(world::load("demo")), 1500, 4, 2);
    const auto& turns = kept.summary.turnsByWorker;
    QCOMPARE(turns.size(), std::size_t{2});
    QCOMPARE(turns[0] + turns[1], kept.summary.turns);
    QVERIFY(kept.summary.turns > 1000);
    const double least = static_cast<double>(std::min(turns[0], turns[1])) / static_cast<double>(kept.summary.turns);
    qInfo("the idler of two handled %.3f of %llu turns", least, static_cast<unsigned long long>(kept.summary.turns));
    QVERIFY2(least >= 0.3, qPrintable(QString::number(least)));
}

void DeterminismTests::entriesStandInOrder() {
    const world::Kept kept = world::simulate(world::compile(world::busyDemo()), 200, 5, 2);
    const auto entries = kept.entries();
    QCOMPARE(std::uint64_t{entries.size()}, kept.summary.info.entries);
    QCOMPARE(entries.front().kind, audit::EntryKind::RunStarted);
    QCOMPARE(entries.back().kind, audit::EntryKind::RunEnded);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        QCOMPARE(entries[i].number, std::uint64_t{i + 1});
        if (i == 0)
            continue;
        const audit::Entry &before = entries[i - 1], &after = entries[i];
        QVERIFY(std::tie(before.epoch, before.time, before.customer, before.sequence) <
                std::tie(after.epoch, after.time, after.customer, after.sequence));
    }
    // Every row names the entry that holds its record.
    for (const audit::Batch& batch : kept.batches)
        for (const audit::DecisionRow& row : batch.decisions) {
            const audit::Entry& entry = entries.at(row.entry - 1);
            QCOMPARE(entry.kind, row.drawn ? audit::EntryKind::DrawnAction : audit::EntryKind::Decision);
            QCOMPARE(row.drawn ? audit::decodeDrawn(entry)->key : audit::decodeDecision(entry)->key, row.key);
        }
}

void DeterminismTests::armsFollowTheShares() {
    documents::Settings settings;
    settings.agentic = 70;
    settings.control = 10;
    settings.baseline = 20;
    std::array<int, 3> seen{};
    int moved = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::string key = "c" + std::to_string(i);
        const documents::Arm arm = engine::armOf(settings, "salt", key);
        QCOMPARE(arm, engine::armOf(settings, "salt", key));
        ++seen[static_cast<std::size_t>(arm)];
        moved += arm != engine::armOf(settings, "other salt", key) ? 1 : 0;
    }
    // Within five standard deviations of 14000, 2000 and 4000.
    QVERIFY(std::abs(seen[static_cast<std::size_t>(documents::Arm::Agentic)] - 14000) < 325);
    QVERIFY(std::abs(seen[static_cast<std::size_t>(documents::Arm::Control)] - 2000) < 213);
    QVERIFY(std::abs(seen[static_cast<std::size_t>(documents::Arm::Baseline)] - 4000) < 283);
    QVERIFY(moved > 5000); // 1 − (0.49 + 0.01 + 0.04) of 20000, less chance
}

void DeterminismTests::brokenOffAndTakenUp() {
    // What is stored stays as it is: the run goes on in the very ledger, from every place where a kill could leave it.
    const auto program = world::compile(world::busyDemo());
    const documents::Population& population = *program->workspace->populations.front();
    const auto run = [&](std::optional<audit::RunInfo> resume, std::vector<audit::Batch>& batches) {
        engine::RunSettings settings;
        settings.info.seed = 7;
        settings.info.salt = "seed-7";
        settings.info.customers = 60;
        settings.info.days = 4;
        settings.info.start = settings.info.clock = population.start;
        settings.info.epoch = Duration::minutes(15);
        settings.resume = std::move(resume);
        const Chance chance(7);
        simulation::SyntheticPopulation source(*program->workspace, population, 60, 4, chance);
        return engine::executeRun(
            program, std::move(settings), source, [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                return std::unique_ptr<audit::LedgerWriter>(std::make_unique<engine::MemoryLedger>(batches));
            });
    };
    std::vector<audit::Batch> whole;
    const auto unbroken = run(std::nullopt, whole);
    QVERIFY(unbroken.ok());
    QVERIFY(whole.size() >= 2); // the start, and at least one batch after it
    const auto events = [](const std::vector<audit::Batch>& batches) {
        std::vector<std::uint64_t> sequences;
        for (const audit::Batch& batch : batches)
            for (const audit::EventRow& row : batch.events)
                sequences.push_back(row.sequence);
        return sequences;
    };
    for (std::size_t kept = 0; kept < whole.size(); ++kept) {
        std::vector<audit::Batch> batches(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(kept));
        audit::RunInfo info = unbroken->info;
        info.id = 1;
        info.status = audit::RunStatus::Running;
        info.entries = info.epochs = 0;
        info.recordsHash = {};
        for (const audit::Batch& batch : batches) {
            info.entries += batch.entries.size();
            info.epochs = batch.epochs;
            info.recordsHash = batch.recordsHash;
        }
        const auto resumed = run(info, batches);
        QVERIFY2(resumed.ok(), resumed.ok() ? "" : resumed.error().code.c_str());
        QCOMPARE(resumed->info.recordsHash, unbroken->info.recordsHash);
        QCOMPARE(events(batches), events(whole));
        std::uint64_t number = 0;
        for (const audit::Batch& batch : batches)
            for (const audit::Entry& entry : batch.entries)
                QCOMPARE(entry.number, ++number);
        QCOMPARE(number, unbroken->info.entries);
        QVERIFY(batches.back().status == audit::RunStatus::Finished);
    }
    // A ledger that another program wrote is left alone.
    std::vector<audit::Batch> batches(whole.begin(), whole.begin() + 1);
    audit::RunInfo foreign = unbroken->info;
    foreign.entries = whole.front().entries.size();
    foreign.epochs = whole.front().epochs;
    foreign.recordsHash.bytes.fill(9);
    const auto refused = run(foreign, batches);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, std::string("resume.differs"));
    QCOMPARE(batches.size(), std::size_t{1});
}
