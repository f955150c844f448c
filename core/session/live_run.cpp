#include "session/live_run.h"

#include "session/live_dispatcher.h"
#include "session/live_facts.h"
#include "session/live_intake.h"
#include "session/runs.h"
#include "session/stored_live_run.h"
#include "simulation/recorded_source.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <set>

namespace wayreeve::session {

namespace {

constexpr Duration liveEpoch = Duration::milliseconds(50);

engine::OpenLedger ledgerOf(const std::filesystem::path& folder) {
    return [folder]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
        auto writer = storage::SqliteLedgerWriter::open(folder);
        if (!writer)
            return writer.error();
        return std::unique_ptr<audit::LedgerWriter>(std::move(writer).value());
    };
}

std::uint64_t drawnSeed() {
    std::uint64_t seed = 0;
    randombytes_buf(&seed, sizeof seed);
    return seed >> 1; // fits the store's signed integers
}

/// The workspace's newest live run, where there is one.
Result<std::optional<StoredLiveRun>> storedRun(const OpenWorkspace& workspace, const Hash256& documents) {
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    const auto runs = (*reader)->runs();
    if (!runs)
        return runs.error();
    const auto last = std::find_if(runs->rbegin(), runs->rend(), takesEvents);
    if (last == runs->rend() || last->entries == 0)
        return std::optional<StoredLiveRun>();
    if (last->documentSet != documents)
        return Error{"live.documents-changed", {{"run", last->tag}}, {}, 0, 0};
    auto stored = loadLiveRun(**reader, *last, workspace.program->symbols);
    if (!stored)
        return stored.error();
    return std::optional(std::move(*stored));
}

Result<std::string> latestLive(const std::filesystem::path& folder) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    const auto runs = (*reader)->runs();
    if (!runs)
        return runs.error();
    for (auto run = runs->rbegin(); run != runs->rend(); ++run)
        if (takesEvents(*run))
            return run->tag;
    return Error{"run.none", {}, {}, 0, 0};
}

/// Sources as stored, and one more where there is none: without a key nobody could send.
Result<ingest::Sources> sourcesOf(const OpenWorkspace& workspace, const LiveRequest& request, LiveStatus& status) {
    auto sources = ingest::Sources::load(sourcesFile(workspace.folder));
    if (!sources)
        return sources.error();
    if (sources->all().empty() && request.writeKey.empty()) {
        auto key = sources->add("default");
        if (!key)
            return key.error();
        if (auto saved = sources->save(sourcesFile(workspace.folder)); !saved)
            return saved.error();
        status.newKey = std::move(*key);
    }
    if (!request.writeKey.empty())
        sources->addKey("command-line", request.writeKey);
    return sources;
}

/// Whether both hold the same keys.
bool same(const ingest::Sources& a, const ingest::Sources& b) {
    return std::equal(
        a.all().begin(), a.all().end(), b.all().begin(), b.all().end(),
        [](const ingest::Source& x, const ingest::Source& y) { return x.id == y.id && x.keyHash == y.keyHash; });
}

/// Lets the stored sources count while the door is open. The run's thread.
class SourcesWatch {
public:
    SourcesWatch(std::filesystem::path folder, const std::string& writeKey)
        : m_file(sourcesFile(folder))
        , m_writeKey(writeKey) {}

    void begin(const ingest::Sources& sources) { m_known = sources; }
    void look(ingest::HttpDoor& door) {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_looked < std::chrono::milliseconds(500))
            return;
        m_looked = now;
        auto sources = ingest::Sources::load(m_file);
        if (!sources) // who may send then is who could before
            return;
        if (!m_writeKey.empty())
            sources->addKey("command-line", m_writeKey);
        if (same(*sources, m_known))
            return;
        m_known = *sources;
        door.setSources(std::move(*sources));
    }

private:
    std::filesystem::path m_file;
    std::string m_writeKey;
    ingest::Sources m_known;
    std::chrono::steady_clock::time_point m_looked{};
};

engine::RunSettings settingsOf(const OpenWorkspace& workspace, const LiveRequest& request, const Hash256& documents) {
    engine::RunSettings settings;
    audit::RunInfo& info = settings.info;
    info.kind = audit::RunKind::Live;
    info.documentSet = documents;
    info.files = workspace.files;
    for (documents::DocumentFile& file : info.files)
        file.canonicalJson.clear();
    info.seed = request.seed.value_or(drawnSeed());
    info.salt = "live-" + std::to_string(info.seed);
    info.reviewers = false;
    info.epoch = liveEpoch;
    info.sendsReally = isConnected(workspace.workspace->settings);
    settings.threads = request.threads;
    settings.cancelled = request.cancelled;
    return settings;
}

} // namespace

bool takesEvents(const audit::RunInfo& run) {
    return run.kind == audit::RunKind::Live && run.source.empty();
}

std::filesystem::path sourcesFile(const std::filesystem::path& folder) {
    return folder / ".wayreeve" / "sources.json";
}

Result<engine::RunSummary> runLive(const OpenWorkspace& workspace, const LiveRequest& request) {
    if (auto published = publish(workspace); !published)
        return published.error();
    const Hash256 documents = documents::documentSetHash(workspace.files);
    engine::RunSettings settings = settingsOf(workspace, request, documents);
    if (request.now && settings.info.sendsReally)
        return Error{"live.now-with-connectors", {}, {}, 0, 0};
    std::optional<StoredLiveRun> stored;
    if (!request.fresh) {
        auto found = storedRun(workspace, documents);
        if (!found)
            return found.error();
        stored = std::move(*found);
    }
    if (stored && request.now && *request.now < stored->info.clock)
        return Error{
            "live.clock-behind", {{"run", stored->info.tag}, {"clock", formatInstant(stored->info.clock)}}, {}, 0, 0};
    LiveStatus status;
    LiveClock clock(request.now, stored ? stored->info.clock : Instant{INT64_MIN});
    if (stored) {
        settings.info = stored->info;
        settings.resume = stored->info;
        settings.recorded = stored->orders;
        settings.checkpoint = stored->checkpoint;
        status.takenUp = true;
    } else {
        settings.info.start = {clock.now().ms / 1000 * 1000};
        settings.info.clock = settings.info.start;
    }
    settings.awaitResults = settings.info.sendsReally;
    status.sendsReally = settings.info.sendsReally;

    std::unique_ptr<ingest::HttpDoor> door;
    std::unique_ptr<LiveDispatcher> dispatcher;
    std::unique_ptr<LiveFacts> facts;
    LiveIntake* gate = nullptr;
    SourcesWatch watch(workspace.folder, request.writeKey);
    std::chrono::steady_clock::time_point told{};
    const auto tell = [&] {
        if (door)
            status.door = door->counts();
        status.queued = gate->queued();
        told = std::chrono::steady_clock::now();
        request.progress(status);
    };
    LiveIntake::Settings intakeSettings;
    intakeSettings.folder = workspace.folder;
    // Asked whenever the run waits: what changes without an event is seen to here.
    intakeSettings.cancelled = [&] {
        if (door) {
            watch.look(*door);
            if (request.progress && std::chrono::steady_clock::now() - told >= std::chrono::milliseconds(100))
                tell();
        }
        return request.cancelled && request.cancelled();
    };
    intakeSettings.ask = [&](std::vector<engine::FactQuestion> questions) {
        if (facts)
            facts->ask(std::move(questions));
    };
    intakeSettings.ready = [&]() -> Result<std::string> {
        auto run = latestLive(workspace.folder);
        if (!run)
            return run.error();
        if (status.sendsReally) {
            auto started = LiveDispatcher::start(workspace, *run, stored ? stored->results : KnownResults(),
                                                 [&](engine::Order result) { gate->report(std::move(result)); });
            if (!started)
                return started.error();
            dispatcher = std::move(*started);
        }
        if (const documents::FactSettings& asked = workspace.workspace->settings.facts; !asked.url.empty()) {
            auto started = LiveFacts::start(
                asked, [&clock] { return clock.now(); },
                [&](engine::Order answer) { gate->report(std::move(answer)); });
            if (!started)
                return started.error();
            facts = std::move(*started);
        }
        auto sources = sourcesOf(workspace, request, status);
        if (!sources)
            return sources.error();
        watch.begin(*sources);
        auto opened = ingest::HttpDoor::open(request.door, std::move(*sources),
                                             [&](ingest::Parcel&& parcel) { return gate->offer(std::move(parcel)); });
        if (!opened)
            return opened.error();
        door = std::move(*opened);
        status.run = *run;
        status.address = request.door.address;
        status.port = door->port();
        if (request.started)
            request.started(status);
        return run;
    };
    auto intake = std::make_unique<LiveIntake>(std::move(intakeSettings), clock);
    gate = intake.get();
    settings.live = gate;
    if (request.progress)
        settings.progress = [&](const engine::Progress& progress) {
            status.progress = progress;
            if (std::chrono::steady_clock::now() - told >= std::chrono::milliseconds(100))
                tell();
        };
    simulation::RecordedSource source(stored ? std::move(stored->arrivals) : std::vector<simulation::Arrival>());
    auto summary = engine::executeRun(workspace.program, std::move(settings), source, ledgerOf(workspace.folder));
    door.reset(); // nobody is let in any more before the last parcels are answered
    dispatcher.reset();
    facts.reset();
    if (const auto error = intake->error())
        return *error;
    return summary;
}

} // namespace wayreeve::session
