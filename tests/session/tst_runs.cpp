#include "session/place.h"
#include "session/session_tests.h"

#include "audit/decision_record.h"
#include "audit/events.h"
#include "perception/intake.h"
#include "session/insights.h"
#include "session/logged.h"
#include "session/queue_item.h"
#include "session/recorded_run.h"
#include "session/runs.h"
#include "simulation/recorded_source.h"
#include "storage/engine_lock.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

using namespace wayreeve;
using governance::CommandKind;

namespace {

session::SimulateRequest request(std::uint32_t customers, std::uint32_t days, unsigned threads = 1) {
    session::SimulateRequest made;
    made.customers = customers;
    made.days = days;
    made.seed = 11;
    made.threads = threads;
    return made;
}

std::vector<governance::Proposal> waiting(const Place& place, const audit::RunInfo& run) {
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    auto proposals = (*reader)->proposals(run.id,
                                          {governance::ProposalState::Proposed, governance::ProposalState::Claimed,
                                           governance::ProposalState::SecondNeeded},
                                          1000);
    return *proposals;
}

Result<governance::Proposal> give(const Place& place, const std::string& run, CommandKind kind, std::uint64_t proposal,
                                  const std::string& person, const std::string& reason = {}) {
    governance::Command command;
    command.kind = kind;
    command.proposal = proposal;
    command.person = person;
    command.reason = reason;
    return session::giveCommand(place.folder(), run, command);
}

/// What a stored run really saw.
struct Happened {
    std::size_t decisions = 0, bound = 0, approved = 0, edited = 0, rejected = 0, late = 0, twice = 0, updates = 0;
    std::size_t comparable = 0; ///< choices of a trained model over candidates that the untrained one had weighed, too
    std::size_t moved = 0;      ///< of these: with a probability that the untrained model never gave
    std::size_t predicted = 0;  ///< candidates that both weighed
    std::size_t predictedAnew = 0; ///< of these: with an outcome that the untrained model never predicted
};

Happened whatHappened(const Place& place, const std::string& tag) {
    Happened happened;
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    const audit::RunInfo run = place.run(tag);
    const auto symbols = (*reader)->symbolsOf(run.id);
    using Choice = std::vector<std::tuple<Sym, Sym, Sym, Sym>>; // the scored candidates, and then the chosen one
    std::map<Choice, std::set<double>> untrained, outcomes;
    std::set<std::uint64_t> bound;
    const auto read = (*reader)->forEachEntry(run.id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind == audit::EntryKind::Decision) {
            const auto record = *audit::decodeDecision(entry);
            ++happened.decisions;
            Choice choice;
            for (const planning::Candidate& one : record.plan.candidates) {
                if (symbols->name(one.removedBy).ends_with("-budget"))
                    bound.insert(record.key);
                if (!one.scored || one.action == 0)
                    continue;
                choice.emplace_back(one.agent, one.action, one.content, one.tone);
                const Choice alone{choice.back()};
                if (record.modelUpdates == 0) {
                    outcomes[alone].insert(one.score.outcome);
                } else if (const auto before = outcomes.find(alone); before != outcomes.end()) {
                    ++happened.predicted;
                    happened.predictedAnew += before->second.contains(one.score.outcome) ? 0 : 1;
                }
            }
            for (const planning::SlotChoice& slot : record.plan.choices) {
                if (slot.probability <= 0 || slot.probability >= 1)
                    continue; // nothing to choose between
                const planning::Candidate& one = record.plan.candidates[slot.chosen];
                choice.emplace_back(one.agent, one.action, one.content, one.tone);
                if (record.modelUpdates == 0) {
                    untrained[choice].insert(slot.probability);
                } else if (const auto before = untrained.find(choice); before != untrained.end()) {
                    ++happened.comparable;
                    happened.moved += before->second.contains(slot.probability) ? 0 : 1;
                }
                choice.pop_back();
            }
        } else if (entry.kind == audit::EntryKind::DidNotFit) {
            bound.insert(audit::decodeDidNotFit(entry)->decision);
        } else if (entry.kind == audit::EntryKind::Edit) {
            ++happened.edited;
        } else if (entry.kind == audit::EntryKind::Verdict) {
            ++(audit::decodePerson(entry)->verdict == "approve" ? happened.approved : happened.rejected);
        } else if (entry.kind == audit::EntryKind::ModelUpdate) {
            happened.updates = audit::decodeModel(entry)->total;
        }
        return true;
    });
    if (!read)
        qFatal("the records cannot be read");
    happened.bound = bound.size();
    const auto fates = (*reader)->fates(run.id);
    for (const auto& [fate, count] : *fates) {
        if (static_cast<perception::Fate>(fate) == perception::Fate::Late)
            happened.late = count;
        else if (static_cast<perception::Fate>(fate) == perception::Fate::Duplicate)
            happened.twice = count;
    }
    return happened;
}

/// Evaluates what it is given once: most of these do something.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& verified = result;                                                                                 \
        QVERIFY2(verified.ok(), verified.ok() ? "" : verified.error().code.c_str());                                   \
    } while (false)

} // namespace

/// Everything that could make two runs differ must really have happened in the run that is compared.
void RunTests::oneRunHasItAll() {
    Place place;
    place.makeBusy();
    const auto workspace = place.open();
    std::string first;
    for (const unsigned threads : {1U, 2U, 8U, 1U}) { // the last is a second run
        const auto summary = session::simulate(workspace, request(450, 7, threads));
        VERIFY_OK(summary);
        const std::string records = place.records(summary->info.tag);
        if (first.empty())
            first = records;
        QVERIFY(records.size() > 100'000);
        QVERIFY2(records == first, qPrintable(QStringLiteral("%1 threads").arg(threads)));
    }
    const auto replayed = session::replayRun(place.folder(), "s1", 2);
    VERIFY_OK(replayed);
    QVERIFY(replayed->identical);
    QVERIFY(place.records(replayed->summary.info.tag) == first);
    QVERIFY(place.verified());

    const Happened happened = whatHappened(place, "s1");
    qInfo(
        "%zu decisions, %zu bound by a budget; %zu approved, %zu edited, %zu rejected; %zu late, %zu twice; %zu model "
        "updates, after which %zu of %zu predictions and the probabilities of %zu of %zu choices are new",
        happened.decisions, happened.bound, happened.approved, happened.edited, happened.rejected, happened.late,
        happened.twice, happened.updates, happened.predictedAnew, happened.predicted, happened.moved,
        happened.comparable);
    QVERIFY(happened.bound * 20 >= happened.decisions && happened.bound > 0);
    QVERIFY(happened.approved > 0);
    QVERIFY(happened.edited > 0);
    QVERIFY(happened.rejected > 0);
    QVERIFY(happened.late > 0);
    QVERIFY(happened.twice > 0);
    QVERIFY(happened.updates > 0);
    QVERIFY(happened.predictedAnew * 2 > happened.predicted && happened.predicted > 100);
    QVERIFY(happened.moved > 20); // exploration is capped: many an exact probability is the cap itself

    // The same run with a fault planted in the merge: 8 workers' results in another order than the customers'.
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    const audit::RunInfo original = place.run("s1");
    for (const unsigned threads : {1U, 8U}) {
        auto recorded = session::recordedRun(**reader, original, workspace);
        VERIFY_OK(recorded);
        recorded->settings.threads = threads;
        recorded->settings.plant = engine::RunSettings::Plant::MergeUnordered;
        simulation::RecordedSource source(std::move(recorded->arrivals));
        const auto planted = engine::executeRun(workspace.program, std::move(recorded->settings), source,
                                                [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                                                    auto writer = storage::SqliteLedgerWriter::open(place.folder());
                                                    if (!writer)
                                                        return writer.error();
                                                    return std::unique_ptr<audit::LedgerWriter>(std::move(*writer));
                                                });
        VERIFY_OK(planted);
        QCOMPARE(place.records(planted->info.tag) == first, threads == 1);
    }
}

void RunTests::replayAfterPeopleWentOn() {
    Place place;
    const auto summary = session::simulate(place.open(), request(400, 8));
    VERIFY_OK(summary);
    const std::string run = summary->info.tag;
    const auto before = waiting(place, place.run(run));
    QVERIFY(before.size() >= 3);
    QVERIFY(!give(place, run, CommandKind::Claim, before[0].number, "omar").ok());
    int dispatched = 0, decided = 0;
    for (const governance::Proposal& proposal : before) {
        if (proposal.ruling.rule.approval == documents::Approval::FourEyes || decided >= 6)
            continue;
        VERIFY_OK(give(place, run, CommandKind::Claim, proposal.number, "mei"));
        const auto answer = decided % 3 == 2 ? give(place, run, CommandKind::Reject, proposal.number, "mei", "not-now")
                                             : give(place, run, CommandKind::Approve, proposal.number, "mei");
        VERIFY_OK(answer);
        ++decided;
        dispatched += answer->state == governance::ProposalState::Dispatched ? 1 : 0;
    }
    QVERIFY(decided >= 3);
    qInfo("%d decided afterwards, %d went out at once", decided, dispatched);
    QVERIFY(place.verified());
    const auto replayed = session::replayRun(place.folder(), run, 2);
    VERIFY_OK(replayed);
    QVERIFY(replayed->identical);
    QVERIFY(place.records(replayed->summary.info.tag) == place.records(run));

    // The repetition is a whole run: what followed the end is stored with it, and repeats in its turn.
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    const auto said = (*reader)->commands(place.run(run).id);
    const auto saidAgain = (*reader)->commands(place.run(replayed->summary.info.tag).id);
    QCOMPARE(saidAgain->size(), said->size());
    for (std::size_t i = 0; i < said->size(); ++i)
        QVERIFY((*saidAgain)[i].body == (*said)[i].body && (*saidAgain)[i].epoch == (*said)[i].epoch);
    const auto third = session::replayRun(place.folder(), replayed->summary.info.tag, 1);
    VERIFY_OK(third);
    QVERIFY(third->identical);
    QVERIFY(place.records(third->summary.info.tag) == place.records(run));
    QVERIFY(place.verified());
}

/// A log's outcomes are not kept: recomputing it as an ordinary run would be another run.
void RunTests::replayedLogIsNoRunToRepeat() {
    Place place("hillstrom");
    // A file may be called like a run that is there, even like its own.
    for (const char* name : {"log.csv", "r1", "r3"}) {
        const QString file = place.beside(name);
        std::ofstream(file.toStdString())
            << "recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,conversion,spend\n"
               "10,2) $100 - $200,142.44,1,0,Surburban,0,Phone,Womens E-Mail,0,0,0\n"
               "6,3) $200 - $350,329.08,1,1,Rural,1,Web,No E-Mail,1,0,0\n"
               "7,2) $100 - $200,180.65,0,1,Surburban,1,Web,Mens E-Mail,1,1,29.99\n";
        const auto workspace = place.open();
        VERIFY_OK(session::replayLogged(workspace, *workspace.workspace->mapping, file.toStdString(), 1, 1));
    }
    QCOMPARE(place.run().tag, std::string("r3"));
    for (const char* tag : {"r1", "r2", "r3"}) {
        const auto refused = session::replayRun(place.folder(), tag, 1);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, std::string("replay.logged"));
    }
    QCOMPARE(place.run().tag, std::string("r3")); // nothing was stored
    const Ctl told = Ctl::run({"replay", place.path(), "--run", "r1"});
    QCOMPARE(told.code, 2);
    QCOMPARE(QString::fromUtf8(told.err),
             QStringLiteral("Run r1 replays a log (“log.csv”), whose outcomes this workspace does not keep. Replay the "
                            "log again: wayreevectl replay WS --events FILE --mapping FILE.\n"));
}

void RunTests::commandsOfTheLastEpochReplay() {
    // The run ends in the middle of the reviewers' day, so that its last epoch has commands, too.
    Place place;
    place.makeBusy();
    place.edit("populations/shoppers.yaml", "capacity-per-day: 400", "capacity-per-day: 40"); // never done
    place.edit("populations/shoppers.yaml", "start: 2026-03-02T07:30:00Z", "start: 2026-03-02T11:00:00Z");
    const auto summary = session::simulate(place.open(), request(1200, 4));
    VERIFY_OK(summary);
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    const auto commands = (*reader)->commands(place.run().id);
    const Instant end = summary->info.start + Duration::days(4);
    QVERIFY2(std::any_of(commands->begin(), commands->end(), [&](const auto& row) { return row.time == end; }),
             "the last epoch is meant to have commands");
    const auto replayed = session::replayRun(place.folder(), "s1", 1);
    VERIFY_OK(replayed);
    QVERIFY(replayed->identical);
}

void RunTests::secondEngineIsRefused() {
    Place place;
    const auto workspace = place.open();
    const auto lock = storage::EngineLock::acquire(place.folder());
    VERIFY_OK(lock);
    const auto refused = session::simulate(workspace, request(10, 1));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, std::string("store.locked"));
    const Ctl other = Ctl::run({"simulate", place.path(), "--customers", "10", "--days", "1", "--json"});
    QCOMPARE(other.code, 3);
    QVERIFY(other.out.contains("\"store.locked\"")); // one JSON value, whatever happens
}

/// What came up in the day and is decided in the night goes out in the morning: 09:00 in Berlin is half
/// an hour after the run's clock of 07:30 UTC.
void RunTests::earliestDispatch() {
    Place place;
    VERIFY_OK(session::simulate(place.open(), request(500, 3)));
    const audit::RunInfo run = place.run();
    QCOMPARE(QString::fromStdString(formatInstant(run.clock)), QString("2026-03-05T07:30:00Z"));
    int contacts = 0, operations = 0;
    QString first;
    for (const governance::Proposal& proposal : waiting(place, run)) {
        const auto at = session::earliestDispatch(place.folder(), run.tag, proposal.number);
        VERIFY_OK(at);
        const QString text = QString::fromStdString(formatInstant(*at));
        if (proposal.candidate.slot == documents::Slot::Operation) {
            QCOMPARE(text, QString("2026-03-05T07:30:00Z"));
            ++operations;
        } else if (place.open().program->symbols.name(proposal.candidate.action) == "size-guide") {
            first = contacts == 0 ? text : std::min(first, text); // some have an hour of their own
            ++contacts;
        }
    }
    QVERIFY(contacts > 0 && operations > 0);
    QCOMPARE(first, QString("2026-03-05T08:00:00Z"));
    QCOMPARE(session::earliestDispatch(place.folder(), run.tag, audit::keyOf(1, 900)).error().code,
             std::string("approval.unknown-proposal"));
}

/// Who decides too late is told what became of it, not that there is no such thing.
void RunTests::overIsSaid() {
    using governance::ProposalState;
    Place place;
    place.makeBusy();
    VERIFY_OK(session::simulate(place.open(), request(300, 6)));
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    const auto codeAfter = [&](ProposalState state) {
        const auto found = (*reader)->proposals(place.run().id, {state}, 1).value();
        if (found.empty())
            return std::string("none");
        const auto answer = session::giveCommand(
            place.folder(), "", {governance::CommandKind::Approve, found.front().number, "mei", {}, {}, {}});
        return answer ? std::string("taken")
                      : answer.error().code + (answer.error().parameters.empty()
                                                   ? std::string()
                                                   : " " + answer.error().parameters.front().first);
    };
    QCOMPARE(codeAfter(ProposalState::Voided), std::string("approval.voided reason"));
    QCOMPARE(codeAfter(ProposalState::Expired), std::string("approval.expired"));
    QCOMPARE(codeAfter(ProposalState::Dispatched), std::string("approval.already state"));
    QCOMPARE(codeAfter(ProposalState::Superseded), std::string("approval.already state"));
    const auto unknown = session::giveCommand(
        place.folder(), "", {governance::CommandKind::Approve, audit::keyOf(1, 900), "mei", {}, {}, {}});
    QCOMPARE(unknown.error().code, std::string("approval.unknown-proposal"));
}

void RunTests::resumeAsksForTheSameRun() {
    Place place;
    auto asked = request(60, 3);
    asked.resume = true; // with nothing committed it begins
    const auto begun = session::simulate(place.open(), asked);
    VERIFY_OK(begun);
    QCOMPARE(begun->info.tag, std::string("s1"));
    const auto again = session::simulate(place.open(), asked);
    VERIFY_OK(again);
    QCOMPARE(again->info.tag, std::string("s1"));
    QCOMPARE(again->info.recordsHash, begun->info.recordsHash);
    QCOMPARE(again->rulings, begun->rulings);
    QCOMPARE(again->approvals, begun->approvals);
    QCOMPARE(again->fates, begun->fates);
    QVERIFY(!again->fates.empty());
    QCOMPARE(again->didNotFit, begun->didNotFit);

    // A run that was broken off with other numbers is not gone on with.
    {
        auto writer = storage::SqliteLedgerWriter::open(place.folder());
        VERIFY_OK(writer);
        audit::RunInfo broken = begun->info;
        broken.id = 0;
        broken.tag.clear();
        broken.status = audit::RunStatus::Running;
        broken.customers = 61;
        broken.epochs = broken.decisions = 0;
        broken.recordsHash = {};
        VERIFY_OK((*writer)->beginRun(broken, place.open().program->symbols));
    }
    const auto refused = session::simulate(place.open(), asked);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, std::string("resume.other-request"));
}

void RunTests::cancelledIsTakenUp() {
    Place whole, place;
    const auto unbroken = session::simulate(whole.open(), request(200, 6));
    VERIFY_OK(unbroken);
    auto asked = request(200, 6);
    int polls = 0;
    asked.cancelled = [&] { return ++polls > 150; };
    const auto cancelled = session::simulate(place.open(), asked);
    VERIFY_OK(cancelled);
    QVERIFY(cancelled->cancelled);
    QVERIFY(cancelled->info.entries < unbroken->info.entries);
    QCOMPARE(place.run().status, audit::RunStatus::Cancelled);
    asked.cancelled = nullptr;
    asked.resume = true;
    const auto resumed = session::simulate(place.open(), asked);
    VERIFY_OK(resumed);
    QCOMPARE(resumed->info.recordsHash, unbroken->info.recordsHash);
    QCOMPARE(place.run().status, audit::RunStatus::Finished);
    QVERIFY(place.records() == whole.records());
    QVERIFY(place.verified());
}

void RunTests::cancelledReplays() {
    Place place;
    auto asked = request(300, 8);
    int polls = 0;
    asked.cancelled = [&] { return ++polls > 250; };
    VERIFY_OK(session::simulate(place.open(), asked));
    const audit::RunInfo cancelled = place.run();
    QCOMPARE(cancelled.status, audit::RunStatus::Cancelled);
    QVERIFY(cancelled.decisions > 100);
    const auto plain = session::replayRun(place.folder(), cancelled.tag, 2);
    VERIFY_OK(plain);
    QVERIFY(plain->identical);
    QCOMPARE(plain->summary.info.entries, cancelled.entries);
    QCOMPARE(place.run(plain->summary.info.tag).status, audit::RunStatus::Cancelled);

    // People may go on deciding where it stopped: the same, and in the same place.
    int decided = 0;
    for (const governance::Proposal& proposal : waiting(place, cancelled)) {
        if (!proposal.claimedBy.empty() || proposal.ruling.rule.approval == documents::Approval::FourEyes ||
            !give(place, cancelled.tag, CommandKind::Claim, proposal.number, "mei").ok())
            continue;
        VERIFY_OK(give(place, cancelled.tag, decided % 2 == 0 ? CommandKind::Approve : CommandKind::Reject,
                       proposal.number, "mei", "not-now"));
        if (++decided == 3)
            break;
    }
    QVERIFY(decided >= 1);
    const auto later = session::replayRun(place.folder(), cancelled.tag, 1);
    VERIFY_OK(later);
    QVERIFY(later->identical);
    QVERIFY(later->summary.info.entries > cancelled.entries);
    QVERIFY(place.records(later->summary.info.tag) == place.records(cancelled.tag));
}

void RunTests::goalWindowsReachMeasurement() {
    Place place;
    VERIFY_OK(session::simulate(place.open(), request(500, 10)));
    const audit::RunInfo run = place.run();
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    // By hand over the chain: customers for whom something went out for the first goal, and who reached it in time.
    std::map<std::uint32_t, documents::Arm> arms;
    std::set<std::uint32_t> nobody; // not counted by themselves
    const auto customers = (*reader)->customers(run.id, {}, INT64_MAX);
    std::uint64_t mixed = 0;
    for (const audit::CustomerRow& row : *customers) {
        mixed += row.mixedArms ? 1 : 0;
        if (row.noPerson)
            nobody.insert(row.number);
        if (!row.mixedArms && !row.key.empty())
            arms[row.number] = row.arm;
    }
    const Sym purchase = (*reader)->symbolsOf(run.id)->find("purchase");
    std::array<std::map<std::uint32_t, bool>, 3> aims; // by arm
    VERIFY_OK((*reader)->forEachEntry(run.id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind == audit::EntryKind::Merge)
            nobody.insert(audit::decodeMerge(entry)->younger); // one person with the older
        if (entry.kind != audit::EntryKind::RewardClosed)
            return true;
        const learning::Outcome outcome = audit::decodeOutcome(entry)->outcome;
        const auto row = (*reader)->decisionRow(run.id, outcome.decision);
        const auto arm = arms.find(entry.customer);
        if (arm != arms.end() && outcome.goal == purchase && row && *row && (*row)->action != 0)
            aims[static_cast<std::size_t>(arm->second)][entry.customer] |= outcome.reward > 0.5;
        return true;
    }));
    const auto share = [&aims](documents::Arm arm) {
        const auto& aimed = aims[static_cast<std::size_t>(arm)];
        const auto reached = std::count_if(aimed.begin(), aimed.end(), [](const auto& one) { return one.second; });
        return static_cast<double>(reached) / static_cast<double>(aimed.size());
    };
    const std::size_t closed = aims[static_cast<std::size_t>(documents::Arm::Agentic)].size();
    QVERIFY(closed > 100 && share(documents::Arm::Agentic) > 0);
    const auto insights = session::insightsOf(place.folder());
    VERIFY_OK(insights);
    QCOMPARE(insights->mixedArms, mixed);
    bool found = false;
    for (const measurement::MetricValue& metric : insights->metrics)
        if (metric.id == "goal-completion") {
            found = true;
            QVERIFY2(metric.isAvailable(), std::string(metric.why).c_str());
            QCOMPARE(std::uint64_t{metric.nAgentic}, std::uint64_t{closed});
            QCOMPARE(*metric.agentic, share(documents::Arm::Agentic));
            QVERIFY(metric.baseline); // what was drawn is credited, too
            QCOMPARE(*metric.baseline, share(documents::Arm::Baseline));
        }
    QVERIFY(found);
    // Curves and lift count the same people: those of one arm, once, by the first goal.
    const auto& agentic = insights->curves.arms[0].points.back();
    std::uint64_t people = 0;
    for (const auto& [number, arm] : arms)
        people += arm == documents::Arm::Agentic && !nobody.contains(number) ? 1 : 0;
    QCOMPARE(agentic.customers, people);
    QVERIFY(std::abs(agentic.share - insights->lift.agentic) < 0.02);
}

void RunTests::storedRunsSayTheSame() {
    Place place;
    auto asked = request(200, 6);
    asked.resume = true;
    const auto fresh = session::simulate(place.open(), asked);
    VERIFY_OK(fresh);
    QVERIFY(!fresh->approvals.empty());
    const auto stored = session::simulate(place.open(), asked);
    VERIFY_OK(stored);
    QCOMPARE(stored->info.tag, fresh->info.tag);
    QCOMPARE(stored->approvals, fresh->approvals);
}
