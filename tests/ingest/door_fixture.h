#pragma once

#include "ingest/collector.h"
#include "ingest/raw_client.h"

#include <QTest>

/// A door with the key "key" of source "shop" (and "other" of "web") before a collector.
struct DoorFixture {
    explicit DoorFixture(wayreeve::ingest::DoorSettings settings = {}) {
        wayreeve::ingest::Sources sources;
        sources.addKey("shop", "key");
        sources.addKey("web", "other");
        sources.addKey("captured", "WK_TEST");
        auto opened = wayreeve::ingest::HttpDoor::open(settings, sources, collector.sink());
        if (opened)
            door = std::move(*opened);
        else
            qFatal("%s", wayreeve::debugText(opened.error()).c_str());
    }
    [[nodiscard]] RawClient client() const { return RawClient(door->port()); }
    /// Sends the bytes on a connection of their own and reads one response.
    [[nodiscard]] RawClient::Response ask(std::string_view bytes) const {
        RawClient one = client();
        one.send(bytes);
        return one.read();
    }

    Collector collector;
    std::unique_ptr<wayreeve::ingest::HttpDoor> door;
};

/// "track" of user 1 with an event of this name.
inline std::string track(const std::string& name) {
    return R"({"type":"track","userId":"1","event":")" + name + "\"}";
}
