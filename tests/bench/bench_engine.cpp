// Whole decisions: turn, reading, 24 candidates through all gates, value model and exact choice, ruling, full record,
// hash and chain, in memory. Always-on agents of a copy of the logged-mail workspace that knows 23 mails; every
// customer enters at once and is thought about daily, so nearly every turn is a decision over all 24.
//   bench_engine                      one thread and two
#include "audit/decision_record.h"
#include "documents/workspace_io.h"
#include "engine/run.h"
#include "simulation/recorded_source.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>

using namespace wayreeve;

namespace {

constexpr int mails = 23; // and wait

template <class T>
std::shared_ptr<T> copyOf(const std::shared_ptr<const T>& document) {
    return std::make_shared<T>(*document);
}

std::shared_ptr<const engine::Program> programOf24() {
    const auto loaded = documents::loadWorkspace(WAYREEVE_SOURCE_DIR "/resources/hillstrom");
    if (!loaded.workspace)
        std::exit(1);
    auto workspace = std::make_shared<documents::Workspace>(*loaded.workspace);
    auto actions = copyOf<documents::ActionCatalogue>(workspace->actions);
    auto content = copyOf<documents::ContentLibrary>(workspace->content);
    auto agents = copyOf<documents::AgentRoster>(workspace->agents);
    const documents::Action mail = actions->actions.front();
    const documents::ContentBlock block = content->blocks.front();
    agents->agents.front().actions.clear();
    agents->agents.front().interval = Duration::hours(24);
    for (int i = 0; i < mails; ++i) {
        documents::Action action = mail;
        action.id = "mail-" + std::to_string(i);
        documents::ContentBlock words = block;
        words.id = "words-" + std::to_string(i);
        words.action = action.id;
        agents->agents.front().actions.push_back(action.id);
        actions->actions.push_back(std::move(action));
        content->blocks.push_back(std::move(words));
    }
    auto matrix = copyOf<documents::AutonomyMatrix>(workspace->autonomy);
    matrix->exceptions.clear(); // 23 mails alike are never a confident choice, and nobody is here to approve
    workspace->autonomy = matrix;
    workspace->actions = actions;
    workspace->content = content;
    workspace->agents = agents;
    workspace->settings.epoch = Duration::minutes(15);
    auto program = engine::Program::compile(workspace);
    if (!program) {
        std::fprintf(stderr, "%s\n", program.error().code.c_str());
        std::exit(1);
    }
    return *program;
}

/// Everybody enters within the first day, 10 s apart.
std::vector<simulation::Arrival> arrivalsOf(std::uint32_t customers, Instant start) {
    std::vector<simulation::Arrival> arrivals;
    for (std::uint32_t i = 0; i < customers; ++i) {
        perception::Event event;
        event.type = perception::EventType::Track;
        event.name = "Campaign Started";
        event.messageId = "m" + std::to_string(i);
        event.userId = "c" + std::to_string(i);
        event.time = event.receivedAt = start + Duration::seconds(10 * std::int64_t{i});
        arrivals.push_back({event.receivedAt, i, 0, std::move(event)});
    }
    return arrivals;
}

/// Counts what is written and drops it.
class CountingLedger final : public audit::LedgerWriter {
public:
    CountingLedger(std::uint64_t& bytes, std::uint64_t& records, std::uint64_t& candidates)
        : m_bytes(bytes)
        , m_records(records)
        , m_candidates(candidates) {}
    [[nodiscard]] Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols&) override {
        info.id = 1;
        info.tag = "b1";
        return info;
    }
    [[nodiscard]] Result<void> commit(const audit::Batch& batch) override {
        for (const audit::Entry& entry : batch.entries)
            if (entry.kind == audit::EntryKind::Decision) {
                m_bytes += entry.body.size();
                if (m_records++ % 1000 == 0)
                    m_candidates += audit::decodeDecision(entry)->plan.candidates.size();
            }
        return {};
    }
    [[nodiscard]] Result<std::vector<Hash256>> entryHashes(std::int64_t) override { return std::vector<Hash256>{}; }
    [[nodiscard]] Result<audit::RunInfo> runInfo(std::int64_t) override { return Error{"run.unknown", {}, {}, 0, 0}; }

private:
    std::uint64_t& m_bytes;
    std::uint64_t& m_records;
    std::uint64_t& m_candidates;
};

void decisions(benchmark::State& state) {
    static const auto program = programOf24();
    const Instant start{1'772'438'400'000}; // 2026-03-02T08:00Z
    constexpr std::uint32_t customers = 10'000, days = 14;
    std::uint64_t made = 0, turns = 0, bytes = 0, records = 0, candidates = 0;
    for (auto _ : state) {
        engine::RunSettings settings;
        settings.info.start = settings.info.clock = start;
        settings.info.days = days;
        settings.info.customers = customers;
        settings.info.salt = "bench";
        settings.info.epoch = program->workspace->settings.epoch;
        settings.threads = static_cast<unsigned>(state.range(0));
        settings.keepState = false;
        simulation::RecordedSource source(arrivalsOf(customers, start));
        const auto summary = engine::executeRun(program, std::move(settings), source,
                                                [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                                                    return std::unique_ptr<audit::LedgerWriter>(
                                                        std::make_unique<CountingLedger>(bytes, records, candidates));
                                                });
        if (!summary) {
            state.SkipWithError(summary.error().code.c_str());
            break;
        }
        made += summary->info.decisions;
        turns += summary->turns;
    }
    state.counters["decisions/s"] = benchmark::Counter(static_cast<double>(made), benchmark::Counter::kIsRate);
    state.counters["turns/decision"] = static_cast<double>(turns) / static_cast<double>(made);
    state.counters["bytes/record"] = static_cast<double>(bytes) / static_cast<double>(records);
    state.counters["candidates"] =
        static_cast<double>(candidates) / static_cast<double>((records + 999) / 1000); // of every thousandth record
}

} // namespace

BENCHMARK(decisions)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_MAIN();
