// A large live run on the demo with a real store: a history of five events a customer, standing still, being taken up,
// and a day on which some of the customers send three events each, in order of receipt at the day's own clock.
//   bench_live [--customers 1000000] [--history 30] [--active 300000] [--threads 2] [--step 10] [--store DIR]
// History arrives in steps of 2,000 events, the day in steps of --step seconds of its clock, as they reach an engine
// that is busy; each step is one epoch, durable before the next. Each part runs in a process of its own, so that what
// it keeps in memory is its own. DIR is emptied first and kept; without it, a temporary folder is used and removed.
#include "documents/workspace_io.h"
#include "engine/run.h"
#include "session/stored_live_run.h"
#include "simulation/recorded_source.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <numeric>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace wayreeve;
using Clock = std::chrono::steady_clock;

namespace {

constexpr Instant start{1'767'225'600'000}; // 2026-01-01T00:00:00Z
constexpr std::uint64_t eventsEach = 5, eventsOfTheDay = 3, eventsAStep = 2000;

double seconds(Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

std::uint64_t residentBytes() {
    std::ifstream in("/proc/self/statm");
    std::uint64_t size = 0, resident = 0;
    in >> size >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

double peakGigabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1e6;
}

double gigabytesIn(const std::filesystem::path& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            bytes += entry.file_size();
    return static_cast<double>(bytes) / 1e9;
}

struct Wishes {
    std::uint64_t customers = 1'000'000;
    std::uint64_t history = 30; ///< days
    std::uint64_t active = 300'000;
    unsigned threads = 2;
    std::int64_t step = 10; ///< seconds
    std::string store;
};

/// 0 … n − 1 once each, in an order without rhyme.
struct Shuffle {
    explicit Shuffle(std::uint64_t n)
        : size(n) {
        while (std::gcd(factor, size) != 1)
            ++factor;
    }
    [[nodiscard]] std::uint64_t at(std::uint64_t i, std::uint64_t round) const {
        return (i % size * factor + round * 7919) % size;
    }
    std::uint64_t size, factor = 1'000'003;
};

Value number(double n) {
    return Value(*Decimal::parse(std::to_string(n)));
}

const char* const categories[] = {"shoes", "coats", "knitwear", "trousers", "dresses"};

/// What a shop's customers do: who they are and what they allow, browsing, carts, orders.
perception::Event eventOf(std::uint64_t customer, std::uint64_t round, Instant at, const char* phase) {
    perception::Event event;
    event.messageId = phase + std::to_string(round) + "-" + std::to_string(customer);
    event.userId = "shopper-" + std::to_string(customer);
    event.time = event.receivedAt = at;
    event.zone = "Europe/Berlin";
    if (customer % 2 == 0) {
        perception::Surroundings seen;
        seen.device = "device-" + std::to_string(customer);
        seen.agent = "Firefox/" + std::to_string(110 + customer % 9) + ".0";
        seen.address = std::to_string(11 + customer % 80) + "." + std::to_string(customer / 80 % 250) + "." +
                       std::to_string(customer / 20'000 % 250) + ".7";
        seen.screen = customer % 3 ? "1920x1080" : "1280x800";
        event.seenAt = perception::SharedSurroundings(std::move(seen));
    }
    const std::uint64_t draw = (customer * 2654435761U + round * 40503U) >> 7 & 1023U;
    const Value category(categories[customer % 5]);
    if (*phase == 'h' && round == 0) {
        event.type = perception::EventType::Identify;
        event.name = "Identified";
        event.properties = Value(Context{{"first_name", Value("Ana")},
                                         {"email", Value("shopper-" + std::to_string(customer) + "@example.com")},
                                         {"tier", Value(draw < 800 ? "basic" : "silver")},
                                         {"favourite", category}});
    } else if (*phase == 'h' && round == 1 && draw < 700) {
        event.name = "Consent Changed";
        event.properties =
            Value(Context{{"purpose", Value("marketing")}, {"channel", Value("email")}, {"granted", Value(true)}});
    } else if (draw < 500) {
        event.name = "Product Viewed";
        event.properties = Value(Context{{"product", Value("sku-" + std::to_string(draw))},
                                         {"category", category},
                                         {"price", number(20 + static_cast<double>(draw) / 5)}});
    } else if (draw < 700) {
        event.name = "Page Viewed";
        event.properties = Value(Context{{"page", Value("start")}});
    } else if (draw < 850) {
        event.name = "Cart Abandoned";
        event.properties = Value(Context{{"value", number(30 + static_cast<double>(draw) / 8)},
                                         {"margin", number(0.4)},
                                         {"stock", number(5)},
                                         {"items", number(2)},
                                         {"on_sale", Value(false)},
                                         {"product", Value("the Ida dress")},
                                         {"category", category}});
    } else if (draw < 980) {
        event.name = "Order Completed";
        event.properties = Value(Context{{"value", number(30 + static_cast<double>(draw) / 8)},
                                         {"margin", number(0.4)},
                                         {"items", number(2)},
                                         {"category", category}});
    } else {
        event.name = "Case Opened";
        event.properties = Value(Context{{"topic", Value("delivery")}, {"value", number(60)}});
    }
    return event;
}

/// Evenly spaced events, so many a step; timers run in the first step that they fall due before.
class Feed final : public engine::LiveFeed {
public:
    Feed(std::uint64_t events, std::uint64_t aStep, Instant from, Duration over,
         std::function<perception::Event(std::uint64_t, Instant)> make)
        : m_events(events)
        , m_aStep(std::max<std::uint64_t>(1, aStep))
        , m_from(from)
        , m_over(over)
        , m_make(std::move(make)) {}

    std::function<void()> usable;     ///< called once, before the first step
    std::vector<double> epochs;       ///< how long each took, ms
    Clock::time_point begun{}, ended; ///< of the first and last step

    Step next(Instant earliest, Instant) override {
        const auto now = Clock::now();
        if (usable)
            std::exchange(usable, {})();
        if (begun == Clock::time_point())
            begun = now;
        Step step;
        if (m_at == m_events) {
            ended = now;
            step.end = true;
            return step;
        }
        const std::uint64_t last = std::min(m_events, m_at + m_aStep);
        step.now = std::max(earliest, timeOf(last - 1));
        for (; m_at < last; ++m_at) {
            perception::Event event = m_make(m_at, timeOf(m_at));
            event.receivedAt = step.now;
            step.arrivals.push_back({step.now, 0, static_cast<std::uint32_t>(step.arrivals.size()), std::move(event)});
        }
        m_given = Clock::now();
        return step;
    }
    void answered(const governance::Command&, const Result<governance::Proposal>&) override {}
    void committed(bool) override { epochs.push_back(seconds(Clock::now() - m_given) * 1000); }

private:
    [[nodiscard]] Instant timeOf(std::uint64_t i) const {
        return m_from + Duration{static_cast<std::int64_t>(static_cast<double>(i) / static_cast<double>(m_events) *
                                                           static_cast<double>(m_over.ms))};
    }
    std::uint64_t m_events, m_aStep, m_at = 0;
    Instant m_from;
    Duration m_over;
    std::function<perception::Event(std::uint64_t, Instant)> m_make;
    Clock::time_point m_given;
};

void report(const char* what, Feed& feed, std::uint64_t events, std::uint64_t decisions) {
    const double took = seconds(feed.ended - feed.begun);
    std::sort(feed.epochs.begin(), feed.epochs.end());
    const auto at = [&](double share) {
        return feed.epochs.empty()
                   ? 0.0
                   : feed.epochs[static_cast<std::size_t>(share * static_cast<double>(feed.epochs.size() - 1))];
    };
    std::printf("%s: %llu events in %.1f s: %.0f events/s, %.0f decisions/s; %zu epochs, p50 %.1f, p99 %.1f, longest "
                "%.1f ms\n",
                what, static_cast<unsigned long long>(events), took, static_cast<double>(events) / took,
                static_cast<double>(decisions) / took, feed.epochs.size(), at(0.5), at(0.99), at(1));
}

std::shared_ptr<const engine::Program> demo() {
    const auto loaded = documents::loadWorkspace(WAYREEVE_SOURCE_DIR "/resources/demo");
    if (!loaded.workspace)
        std::exit(1);
    auto program = engine::Program::compile(std::make_shared<documents::Workspace>(*loaded.workspace));
    if (!program)
        std::exit(1);
    return *program;
}

engine::RunSummary run(const Wishes& wishes, const std::shared_ptr<const engine::Program>& program,
                       engine::RunSettings settings, std::vector<simulation::Arrival> arrivals) {
    settings.threads = wishes.threads;
    simulation::RecordedSource source(std::move(arrivals));
    const auto summary =
        engine::executeRun(program, std::move(settings), source, [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
            auto writer = storage::SqliteLedgerWriter::open(wishes.store);
            if (!writer)
                return writer.error();
            return std::unique_ptr<audit::LedgerWriter>(std::move(*writer));
        });
    if (!summary) {
        std::fprintf(stderr, "%s\n", summary.error().code.c_str());
        std::exit(1);
    }
    return *summary;
}

void printEnd(const Wishes& wishes, const Feed& feed) {
    std::printf("  stood still after %.1f s; %.2f GB on disk; %.2f GB in memory at most\n",
                seconds(Clock::now() - feed.ended), gigabytesIn(wishes.store), peakGigabytes());
    std::fflush(stdout);
}

void history(const Wishes& wishes) {
    const auto program = demo();
    const Shuffle order(wishes.customers);
    const std::uint64_t events = wishes.customers * eventsEach;
    Feed feed(events, eventsAStep, start, Duration::days(static_cast<int>(wishes.history)),
              [&](std::uint64_t i, Instant at) {
                  const std::uint64_t round = i / wishes.customers;
                  return eventOf(order.at(i, round), round, at, "h");
              });
    engine::RunSettings settings;
    settings.info.kind = audit::RunKind::Live;
    settings.info.salt = "bench";
    settings.info.start = settings.info.clock = start;
    settings.info.reviewers = false;
    settings.info.epoch = Duration::milliseconds(50);
    settings.live = &feed;
    const auto summary = run(wishes, program, std::move(settings), {});
    report("history", feed, events, summary.info.decisions);
    printEnd(wishes, feed);
}

void day(const Wishes& wishes) {
    const auto program = demo();
    const std::uint64_t before = residentBytes();
    const auto begun = Clock::now();
    engine::RunSettings settings;
    std::vector<simulation::Arrival> arrivals;
    {
        auto reader = storage::SqliteLedgerReader::open(wishes.store);
        const auto info = reader ? (*reader)->run("") : Result<audit::RunInfo>(reader.error());
        auto stored = info ? session::loadLiveRun(**reader, *info, program->symbols)
                           : Result<session::StoredLiveRun>(info.error());
        if (!stored) {
            std::fprintf(stderr, "%s\n", stored.error().code.c_str());
            std::exit(1);
        }
        settings.info = stored->info;
        settings.resume = stored->info;
        settings.recorded = stored->orders;
        settings.checkpoint = stored->checkpoint;
        arrivals = std::move(stored->arrivals);
    }
    const double loaded = seconds(Clock::now() - begun);
    const std::uint64_t decisions = settings.info.decisions;
    const Shuffle order(wishes.active);
    const std::uint64_t events = wishes.active * eventsOfTheDay;
    const Shuffle who(wishes.customers);
    Feed feed(events, events * static_cast<std::uint64_t>(wishes.step) / 86'400, settings.info.clock, Duration::days(1),
              [&](std::uint64_t i, Instant at) {
                  const std::uint64_t round = i / wishes.active;
                  return eventOf(who.at(order.at(i, round), 0), round, at, "d");
              });
    feed.usable = [&] {
        std::printf("taken up: %.1f s until it accepts events, %.1f of it reading the store; %.0f bytes in memory a "
                    "customer, %.2f GB at most\n",
                    seconds(Clock::now() - begun), loaded,
                    static_cast<double>(residentBytes() - before) / static_cast<double>(wishes.customers),
                    peakGigabytes());
        std::fflush(stdout);
    };
    settings.live = &feed;
    const auto summary = run(wishes, program, std::move(settings), std::move(arrivals));
    report("day", feed, events, summary.info.decisions - decisions);
    printEnd(wishes, feed);
}

/// In a process of its own; false where it failed.
bool apart(const Wishes& wishes, void (*part)(const Wishes&)) {
    const pid_t child = fork();
    if (child == 0) {
        part(wishes);
        std::exit(0);
    }
    int status = 1;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

} // namespace

int main(int argc, char** argv) {
    Wishes wishes;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::uint64_t n = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--customers")
            wishes.customers = n;
        else if (name == "--history")
            wishes.history = n;
        else if (name == "--active")
            wishes.active = n;
        else if (name == "--threads")
            wishes.threads = static_cast<unsigned>(n);
        else if (name == "--step")
            wishes.step = static_cast<std::int64_t>(n);
        else if (name == "--store")
            wishes.store = argv[i + 1];
    }
    wishes.active = std::min(wishes.active, wishes.customers);
    const bool keep = !wishes.store.empty();
    if (!keep) {
        wishes.store = (std::filesystem::temp_directory_path() / "wayreeve-live-XXXXXX").string();
        if (!mkdtemp(wishes.store.data()))
            return 1;
    } else {
        std::filesystem::remove_all(std::filesystem::path(wishes.store) / ".wayreeve");
        std::filesystem::create_directories(wishes.store);
    }
    const bool done = apart(wishes, history) && apart(wishes, day);
    if (!keep)
        std::filesystem::remove_all(wishes.store);
    return done ? 0 : 1;
}
