// The HTTP door over the loopback: eight kept connections, one request each at a time, from one thread of this process;
// the sink keeps everything at once. Argument: events in a request, each about 350 bytes as Segment's Node client
// sends.
#include "ingest/http_door.h"
#include "ingest/raw_client.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace {

using namespace wayreeve::ingest;

std::string batchOf(std::int64_t events) {
    std::string batch = R"({"batch":[)";
    for (std::int64_t i = 0; i < events; ++i)
        batch += (i ? "," : "") +
                 std::string(R"({"timestamp":"2026-11-20T19:59:15.313Z","integrations":{},"event":"Checkout Started",)"
                             R"("type":"track","properties":{"plan":"pro","value":129.5,"currency":"EUR"},"context":)"
                             R"({"library":{"name":"@segment/analytics-node","version":"3.1.0"}},"userId":"cust-42",)"
                             R"("messageId":"node-next-1795204755313-313b6940-8e47-446a-bb7a-)") +
                 std::to_string(100'000 + i) + R"(","_metadata":{"nodeVersion":"v20.20.2","jsRuntime":"node"}})";
    return batch + R"(],"writeKey":"key","sentAt":"2026-11-20T19:59:15.313Z"})";
}

void door(benchmark::State& state) {
    Sources sources;
    sources.addKey("shop", "key");
    std::uint64_t taken = 0;
    const auto opened = HttpDoor::open({}, sources, [&taken](Parcel&& parcel) {
        taken += parcel.events.size();
        parcel.reply(true);
        return true;
    });
    if (!opened)
        return state.SkipWithError("no door");
    const std::string request = post("/v1/batch", batchOf(state.range(0)));
    std::vector<RawClient> clients;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back((*opened)->port());
    for ([[maybe_unused]] auto _ : state) {
        for (RawClient& client : clients)
            client.send(request);
        for (RawClient& client : clients)
            if (client.read().status != 200)
                state.SkipWithError("not kept");
    }
    state.counters["requests/s"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * 8, benchmark::Counter::kIsRate);
    state.counters["events/s"] =
        benchmark::Counter(static_cast<double>(state.iterations() * 8 * state.range(0)), benchmark::Counter::kIsRate);
    state.counters["bytes"] = static_cast<double>(request.size());
}

BENCHMARK(door)->Arg(1)->Arg(20)->Arg(100)->UseRealTime()->MinTime(2.0);

} // namespace

BENCHMARK_MAIN();
