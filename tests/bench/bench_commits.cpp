// How far apart the commits of a stored simulation of the demo are, in wall time, and how two workers share its turns.
//   bench_commits [customers [days [threads]]]
// Prints the distances between the instants at which batches became durable (the first from the start of the run), how
// long a commit takes, how far apart epochs end, and each worker's share of the turns.
#include "documents/workspace_io.h"
#include "engine/run.h"
#include "simulation/reviewers.h"
#include "simulation/synthetic_population.h"
#include "storage/sqlite_ledger_writer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>

using namespace wayreeve;
using Clock = std::chrono::steady_clock;

namespace {

double ms(Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// Notes when each batch was begun and when it was durable.
class Timed final : public audit::LedgerWriter, public audit::Pausable {
public:
    struct Commit {
        Clock::time_point begun, durable;
        std::size_t entries = 0;
    };
    Timed(std::unique_ptr<storage::SqliteLedgerWriter> inner, std::vector<Commit>& commits)
        : m_inner(std::move(inner))
        , m_commits(commits) {}
    [[nodiscard]] Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols& symbols) override {
        return m_inner->beginRun(std::move(info), symbols);
    }
    void setPause(std::function<void()> pause) override { m_inner->setPause(std::move(pause)); }
    [[nodiscard]] Result<void> commit(const audit::Batch& batch) override {
        const auto begun = Clock::now();
        auto done = m_inner->commit(batch);
        m_commits.push_back({begun, Clock::now(), batch.entries.size()});
        return done;
    }
    [[nodiscard]] Result<std::vector<Hash256>> entryHashes(std::int64_t run) override {
        return m_inner->entryHashes(run);
    }
    [[nodiscard]] Result<audit::RunInfo> runInfo(std::int64_t run) override { return m_inner->runInfo(run); }

private:
    std::unique_ptr<storage::SqliteLedgerWriter> m_inner;
    std::vector<Commit>& m_commits;
};

void print(const char* what, std::vector<double> values) {
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-22s n %6zu   p50 %7.1f   p99 %7.1f   max %7.1f ms   sum %.2f s\n", what, values.size(), at(0.5),
                at(0.99), values.back(), std::accumulate(values.begin(), values.end(), 0.0) / 1000);
}

int number(int argc, char** argv, int at, int otherwise) {
    return argc > at ? std::atoi(argv[at]) : otherwise;
}

} // namespace

int main(int argc, char** argv) {
    const auto customers = static_cast<std::uint32_t>(number(argc, argv, 1, 3000));
    const auto days = static_cast<std::uint32_t>(number(argc, argv, 2, 14));
    const auto loaded = documents::loadWorkspace(WAYREEVE_SOURCE_DIR "/resources/demo");
    if (!loaded.workspace)
        return 1;
    const auto program = engine::Program::compile(std::make_shared<documents::Workspace>(*loaded.workspace));
    if (!program)
        return 1;
    const documents::Workspace& workspace = *(*program)->workspace;
    const documents::Population& population = *workspace.populations.front();
    std::string folder = (std::filesystem::temp_directory_path() / "wayreeve-commits-XXXXXX").string();
    if (!mkdtemp(folder.data()))
        return 1;

    engine::RunSettings settings;
    settings.info.seed = 1;
    settings.info.salt = "seed-1";
    settings.info.customers = customers;
    settings.info.days = days;
    settings.info.population = population.id;
    settings.info.start = settings.info.clock = population.start;
    settings.info.epoch = workspace.settings.epoch;
    settings.threads = static_cast<unsigned>(number(argc, argv, 3, 1));
    std::vector<Clock::time_point> epochs;
    const Chance chance(1);
    simulation::SyntheticPopulation source(workspace, population, customers, days, chance);
    simulation::SeededReviewers reviewers(population.reviewers, (*program)->zone, chance,
                                          [&](const std::string& person, const governance::Proposal& proposal) {
                                              const documents::Person* who = workspace.people->find(person);
                                              return who && (*program)->desk->mayDecide(*who, proposal);
                                          });
    settings.people = [&](std::span<const governance::Proposal* const> waiting, Instant end, std::uint64_t) {
        epochs.push_back(Clock::now());
        return reviewers.act(waiting, end);
    };
    std::vector<Timed::Commit> commits;
    const auto begun = Clock::now();
    const auto summary = engine::executeRun(
        *program, std::move(settings), source, [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
            auto writer = storage::SqliteLedgerWriter::open(folder);
            if (!writer)
                return writer.error();
            return std::unique_ptr<audit::LedgerWriter>(std::make_unique<Timed>(std::move(*writer), commits));
        });
    const auto ended = Clock::now();
    std::filesystem::remove_all(folder);
    if (!summary) {
        std::fprintf(stderr, "%s\n", summary.error().code.c_str());
        return 1;
    }
    std::vector<double> apart, taken, computed;
    auto before = begun;
    for (const Timed::Commit& commit : commits) {
        apart.push_back(ms(commit.durable - before));
        taken.push_back(ms(commit.durable - commit.begun));
        before = commit.durable;
    }
    for (std::size_t i = 1; i < epochs.size(); ++i)
        computed.push_back(ms(epochs[i] - epochs[i - 1]));
    std::printf("%u customers, %u days: %.2f s, %llu decisions\n", customers, days, ms(ended - begun) / 1000,
                static_cast<unsigned long long>(summary->info.decisions));
    print("between commits", apart);
    print("a commit takes", taken);
    print("between epochs' ends", computed);
    std::printf("the longest before commit %td; beyond 250 ms: %td of %zu; shares of the turns:",
                std::max_element(apart.begin(), apart.end()) - apart.begin() + 1,
                std::count_if(apart.begin(), apart.end(), [](double gap) { return gap > 250; }), apart.size());
    for (const std::uint64_t turns : summary->turnsByWorker)
        std::printf(" %.3f", static_cast<double>(turns) / static_cast<double>(summary->turns));
    std::printf("\n");
    return 0;
}
