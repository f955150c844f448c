#pragma once

#include "base/result.h"
#include "base/time.h"
#include "ingest/parcel.h"
#include "ingest/sources.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace wayreeve::ingest {

struct DoorSettings {
    std::string address = "127.0.0.1"; ///< an IPv4 or IPv6 address, no name
    std::uint16_t port = 0;            ///< 0 = any free one
    std::size_t maxBody = 1 << 20;     ///< bytes, as sent; Segment's own limit for a batch is 500 kB
    std::size_t maxInflated = 8 << 20; ///< bytes, after Content-Encoding
    std::size_t maxEvents = 5000;      ///< in one request
    std::size_t maxConnections = 1024;
    std::size_t maxHeld = 64 << 20; ///< bytes of all bodies that are being read; beyond: 503
    Duration requestLimit =
        Duration::seconds(10); ///< from a request's first byte (or the connection's start) to its last
    Duration replyLimit = Duration::seconds(10); ///< for the sink's reply, and for a client that does not read
    Duration idleLimit = Duration::seconds(10);  ///< between the requests of a kept connection
};

/// What went through since opening.
struct DoorCounts {
    std::uint64_t requests = 0;    ///< answered or refused
    std::uint64_t kept = 0;        ///< parcels whose reply was true
    std::uint64_t events = 0;      ///< in those
    std::uint64_t busy = 0;        ///< 503: sink full, not kept, no reply in time, too much held, too many connections
    std::uint64_t timeouts = 0;    ///< connections closed by a limit of time
    std::uint64_t bytes = 0;       ///< read
    std::uint64_t connections = 0; ///< accepted
    std::size_t open = 0;          ///< connections now
    std::map<int, std::uint64_t> refused{}; ///< other answers from 400 on, by status
};

class DoorHall;

/// An HTTP/1.1 server for Segment's tracking API and CloudEvents (docs/formats/http-ingest.md; why it is built as it
/// is: docs/adr/0009-http-door.md). One thread of its own reads, checks and answers; it never waits for a client.
/// Speaks plain HTTP: beyond the loopback it belongs behind a proxy that speaks TLS.
class HttpDoor {
public:
    /// Listens. Error "ingest.address" (address, port, detail).
    [[nodiscard]] static Result<std::unique_ptr<HttpDoor>> open(DoorSettings settings, Sources sources, Sink sink);
    /// Stops listening, gives open replies up to 1 s, joins. The sink is not called afterwards; replies may come later
    /// and do nothing.
    ~HttpDoor();
    HttpDoor(const HttpDoor&) = delete;
    HttpDoor& operator=(const HttpDoor&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    void setSources(Sources sources);        ///< any thread; holds for requests that begin afterwards
    [[nodiscard]] DoorCounts counts() const; ///< any thread

private:
    explicit HttpDoor(std::shared_ptr<DoorHall> hall);
    std::shared_ptr<DoorHall> m_hall;
};

} // namespace wayreeve::ingest
