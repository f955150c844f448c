#include "ingest/http_door.h"

#include "ingest/desk.h"
#include "ingest/request_reader.h"
#include "ingest/response.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <mutex>
#include <optional>
#include <thread>

namespace wayreeve::ingest {

namespace asio = boost::asio;
using asio::ip::tcp;
using Code = boost::system::error_code;

namespace {

constexpr Duration farewell = Duration::seconds(1); // for replies at closing, and for a refused client to hear why
constexpr std::size_t extraFarewells = 64;          // connections beyond the limit that are told so at a time

class Session;

} // namespace

/// What all connections share. Everything but the sources, the counts and `post` belongs to the door's thread.
class DoorHall : public std::enable_shared_from_this<DoorHall> {
public:
    DoorHall(DoorSettings chosen, Sources who, Sink where)
        : settings(std::move(chosen))
        , sink(std::move(where))
        , m_sources(std::make_shared<const Sources>(std::move(who))) {}

    Result<void> listen();
    void run();
    void leave(); ///< any thread: stop listening, finish open replies
    void accept();
    void forget(std::uint64_t id);
    void count(int status);
    void settle(std::uint64_t id, std::uint64_t request, bool kept); ///< any thread

    std::shared_ptr<const Sources> sources() const {
        const std::lock_guard lock(m_mutex);
        return m_sources;
    }
    void setSources(Sources who) {
        const std::lock_guard lock(m_mutex);
        m_sources = std::make_shared<const Sources>(std::move(who));
    }
    DoorCounts counts() const {
        const std::lock_guard lock(m_mutex);
        return m_counts;
    }
    template <class Change>
    void change(const Change& change) {
        const std::lock_guard lock(m_mutex);
        change(m_counts);
    }

    const DoorSettings settings;
    const Sink sink;
    std::uint16_t port = 0;
    bool closing = false;
    std::size_t held = 0;            ///< bytes of requests that are being read
    std::array<char, 65536> block{}; ///< all connections read through it: an idle one holds no buffer
    std::thread thread;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Sources> m_sources;
    DoorCounts m_counts;
    std::uint64_t m_nextId = 0;
    // After all that is above, so that handlers that go down with it find that in place.
    asio::io_context m_io{1};
    tcp::acceptor m_acceptor{m_io};
    asio::steady_timer m_timer{m_io};
    std::map<std::uint64_t, std::shared_ptr<Session>> m_sessions; ///< go first: their sockets need m_io
};

namespace {

/// One connection: reads a request, hands it on, waits for its fate, answers, begins anew. Never reads while an answer
/// is due, so a client that does not listen cannot fill memory.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(DoorHall& hall, tcp::socket socket, std::uint64_t id)
        : m_hall(hall)
        , m_socket(std::move(socket))
        , m_timer(m_socket.get_executor())
        , m_id(id)
        , m_reader(hall.settings.maxBody) {}
    ~Session() { hold(0); }

    void start();
    void turnAway();
    void settle(std::uint64_t request, bool kept);
    void leave();

private:
    enum class Phase { Reading, Awaiting, Writing, Draining, Closed };

    void arm(Duration limit);
    void hold(std::size_t bytes);
    void expired();
    void read();
    void readable();
    void advance();
    bool judgeHead();
    void deliver();
    void answer(int status, std::string_view body, bool close);
    void refuse(const Refusal& refusal, bool close);
    void busy(bool close);
    void answered(bool close);
    void drain();
    void close();

    DoorHall& m_hall;
    tcp::socket m_socket;
    asio::steady_timer m_timer;
    const std::uint64_t m_id;
    std::uint64_t m_request = 0; ///< number of the one that is in work: a late reply to an earlier one is none to this
    std::uint64_t m_armed = 0;
    Phase m_phase = Phase::Reading;
    bool m_begun = false; ///< a byte of the request is here
    bool m_judged = false;
    std::size_t m_held = 0, m_drained = 0, m_events = 0;
    std::string m_in, m_out;
    RequestReader m_reader;
    Route m_route;
    Access m_access;
    std::shared_ptr<const Sources> m_sources;
};

void Session::start() {
    arm(m_hall.settings.requestLimit);
    read();
}

void Session::turnAway() {
    busy(true);
}

/// One limit of time holds at a time; a new one takes the old one's place.
void Session::arm(Duration limit) {
    m_timer.expires_after(std::chrono::milliseconds(limit.ms));
    m_timer.async_wait([self = shared_from_this(), armed = ++m_armed](const Code& error) {
        if (!error && armed == self->m_armed && self->m_phase != Phase::Closed)
            self->expired();
    });
}

/// Tells the hall how much of its memory this request takes.
void Session::hold(std::size_t bytes) {
    m_hall.held = m_hall.held - m_held + bytes;
    m_held = bytes;
}

void Session::expired() {
    if (m_phase == Phase::Awaiting) {
        ++m_request;
        return busy(true);
    }
    if (m_phase == Phase::Reading && m_begun && m_out.empty()) {
        // A courtesy: what the socket does not take at once is not sent.
        Code ignored;
        m_socket.write_some(asio::buffer(responseText(408, R"({"error":"too-slow"})", true, false)), ignored);
        m_hall.count(408);
    }
    if (m_phase != Phase::Draining)
        m_hall.change([](DoorCounts& counts) { ++counts.timeouts; });
    close();
}

void Session::read() {
    m_socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const Code& error) {
        if (self->m_phase == Phase::Closed)
            return;
        if (error)
            return self->close();
        self->readable();
    });
}

void Session::readable() {
    Code error;
    const std::size_t n = m_socket.read_some(asio::buffer(m_hall.block), error);
    if (error == asio::error::would_block || error == asio::error::try_again)
        return read();
    if (error)
        return close(); // also a client that only closed its sending side: without a whole request there is no answer
    m_hall.change([n](DoorCounts& counts) { counts.bytes += n; });
    if (m_phase == Phase::Draining) {
        m_drained += n;
        return m_drained > m_hall.settings.maxBody ? close() : read();
    }
    m_in.append(m_hall.block.data(), n);
    hold(m_held + n);
    advance();
}

void Session::advance() {
    if (!m_in.empty() && !m_begun) {
        m_begun = true;
        if (m_request > 0) // the first one's time runs since the connection was made
            arm(m_hall.settings.requestLimit);
    }
    m_reader.feed(m_in);
    if (m_reader.headDone() && !m_judged && m_reader.state() != RequestReader::State::Refused && !judgeHead())
        return;
    if (m_reader.state() == RequestReader::State::Body && !m_in.empty())
        m_reader.feed(m_in);
    if (m_reader.state() == RequestReader::State::Refused)
        return refuse(m_reader.refusal(), true);
    if (m_reader.state() == RequestReader::State::Complete)
        return deliver();
    if (m_hall.held > m_hall.settings.maxHeld)
        return busy(true);
    if (!m_out.empty()) {
        asio::async_write(m_socket, asio::buffer(m_out), [self = shared_from_this()](const Code& error, std::size_t) {
            self->m_out.clear();
            if (self->m_phase != Phase::Closed)
                error ? self->close() : self->read();
        });
        return;
    }
    read();
}

/// What can be refused before the body is read. Leaves "100 Continue" in m_out where it is waited for.
bool Session::judgeHead() {
    m_judged = true;
    const Head& head = m_reader.head();
    m_sources = m_hall.sources();
    auto route = routeOf(head);
    if (const auto* refusal = std::get_if<Refusal>(&route)) {
        refuse(*refusal, head.hasBody);
        return false;
    }
    m_route = std::get<Route>(route);
    if (m_route.kind == Route::Kind::Segment || m_route.kind == Route::Kind::CloudEvents) {
        auto access = accessOf(head, *m_sources);
        if (const auto* refusal = std::get_if<Refusal>(&access)) {
            refuse(*refusal, head.hasBody);
            return false;
        }
        m_access = std::get<Access>(std::move(access));
    }
    if (head.expectsContinue && m_in.empty())
        m_out = "HTTP/1.1 100 Continue\r\n\r\n";
    return true;
}

void Session::deliver() {
    m_out.clear();
    if (m_route.kind == Route::Kind::Preflight)
        return answer(204, "", false);
    if (m_route.kind == Route::Kind::Health)
        return answer(200, R"({"status":"ok"})", false);
    auto opened = openBody(m_route, m_reader.head(), m_reader.body(), std::move(m_access), *m_sources,
                           {m_hall.settings.maxInflated, m_hall.settings.maxEvents});
    if (const auto* refusal = std::get_if<Refusal>(&opened))
        return refuse(*refusal, false);
    auto& delivery = std::get<Delivery>(opened);
    if (delivery.events.empty())
        return answer(200, R"({"success": true})", false);
    m_events = delivery.events.size();
    Parcel parcel{std::move(delivery.source), std::move(delivery.events), std::move(delivery.sentAt),
                  [hall = m_hall.weak_from_this(), id = m_id, request = m_request](bool kept) {
                      if (const auto there = hall.lock())
                          there->settle(id, request, kept);
                  }};
    bool taken = false;
    try {
        taken = m_hall.sink(std::move(parcel));
    } catch (...) { // it is not ours; what it could not take is not taken
    }
    if (!taken)
        return busy(false);
    m_phase = Phase::Awaiting;
    arm(m_hall.settings.replyLimit);
}

void Session::settle(std::uint64_t request, bool kept) {
    if (m_phase != Phase::Awaiting || request != m_request)
        return;
    if (!kept)
        return busy(false);
    m_hall.change([this](DoorCounts& counts) {
        ++counts.kept;
        counts.events += m_events;
    });
    answer(200, R"({"success": true})", false);
}

void Session::refuse(const Refusal& refusal, bool close) {
    answer(refusal.status, R"({"error":")" + refusal.code + "\"}", close);
}

void Session::busy(bool close) {
    answer(503, R"({"error":"busy"})", close);
}

void Session::answer(int status, std::string_view body, bool close) {
    const bool known = m_reader.headDone();
    close = close || m_hall.closing || !known || !m_reader.head().keepAlive;
    m_out = responseText(status, body, close, known && m_reader.head().method == "HEAD");
    m_phase = Phase::Writing;
    m_hall.count(status);
    arm(m_hall.settings.replyLimit);
    asio::async_write(m_socket, asio::buffer(m_out),
                      [self = shared_from_this(), close](const Code& error, std::size_t) {
                          if (self->m_phase == Phase::Closed)
                              return;
                          if (error || self->m_hall.closing)
                              self->close();
                          else
                              self->answered(close);
                      });
}

void Session::answered(bool close) {
    m_out.clear();
    if (close)
        return drain();
    hold(m_in.size()); // pipelined
    ++m_request;
    m_reader = RequestReader(m_hall.settings.maxBody);
    m_begun = m_judged = false;
    m_phase = Phase::Reading;
    if (m_in.empty()) {
        arm(m_hall.settings.idleLimit);
        read();
    } else {
        advance();
    }
}

/// Closing a socket with unread bytes resets the connection, and the client may never see why: so a little is read.
void Session::drain() {
    Code ignored;
    m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    m_phase = Phase::Draining;
    m_in = {};
    m_reader = RequestReader(0);
    hold(0);
    arm(std::min(farewell, m_hall.settings.requestLimit));
    read();
}

void Session::leave() {
    if (m_phase != Phase::Awaiting && m_phase != Phase::Writing)
        close();
}

void Session::close() {
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    Code ignored;
    m_socket.close(ignored);
    m_timer.cancel();
    m_hall.forget(m_id);
}

} // namespace

Result<void> DoorHall::listen() {
    const auto failed = [this](const Code& error) {
        return Error{
            "ingest.address",
            {{"address", settings.address}, {"port", std::to_string(settings.port)}, {"detail", error.message()}}};
    };
    Code error;
    const auto address = asio::ip::make_address(settings.address, error);
    if (error)
        return failed(error);
    const tcp::endpoint here(address, settings.port);
    m_acceptor.open(here.protocol(), error);
    if (!error)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(here, error);
    if (!error)
        m_acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (!error)
        port = m_acceptor.local_endpoint(error).port();
    if (error)
        return failed(error);
    return {};
}

void DoorHall::run() {
    accept();
    for (bool done = false; !done;) {
        try {
            m_io.run();
            done = true;
        } catch (...) { // memory ran out in one connection's work; its limit of time will close it
        }
    }
}

void DoorHall::accept() {
    m_acceptor.async_accept([this](const Code& error, tcp::socket socket) {
        if (closing || error == asio::error::operation_aborted)
            return;
        if (error) { // no descriptors are left: some will be
            m_timer.expires_after(std::chrono::milliseconds(50));
            m_timer.async_wait([this](const Code& stopped) {
                if (!stopped && !closing)
                    accept();
            });
            return;
        }
        Code ignored;
        socket.non_blocking(true, ignored);
        socket.set_option(tcp::no_delay(true), ignored);
        if (m_sessions.size() < settings.maxConnections + extraFarewells) {
            const bool full = m_sessions.size() >= settings.maxConnections;
            const std::uint64_t id = m_nextId++;
            const auto session = std::make_shared<Session>(*this, std::move(socket), id);
            m_sessions.emplace(id, session);
            change([this](DoorCounts& counts) {
                ++counts.connections;
                counts.open = m_sessions.size();
            });
            full ? session->turnAway() : session->start();
        }
        accept();
    });
}

void DoorHall::forget(std::uint64_t id) {
    m_sessions.erase(id);
    change([this](DoorCounts& counts) { counts.open = m_sessions.size(); });
    if (closing && m_sessions.empty())
        m_timer.cancel();
}

void DoorHall::count(int status) {
    change([status](DoorCounts& counts) {
        ++counts.requests;
        if (status == 503)
            ++counts.busy;
        else if (status >= 400)
            ++counts.refused[status];
    });
}

void DoorHall::settle(std::uint64_t id, std::uint64_t request, bool kept) {
    asio::post(m_io, [this, id, request, kept] {
        if (const auto found = m_sessions.find(id); found != m_sessions.end()) {
            const auto session = found->second;
            session->settle(request, kept);
        }
    });
}

void DoorHall::leave() {
    asio::post(m_io, [this] {
        closing = true;
        Code ignored;
        m_acceptor.close(ignored);
        m_timer.expires_after(std::chrono::milliseconds(farewell.ms));
        m_timer.async_wait([this](const Code&) { m_io.stop(); });
        const auto sessions = m_sessions;
        for (const auto& [id, session] : sessions)
            session->leave();
        if (m_sessions.empty())
            m_timer.cancel();
    });
}

HttpDoor::HttpDoor(std::shared_ptr<DoorHall> hall)
    : m_hall(std::move(hall)) {}

Result<std::unique_ptr<HttpDoor>> HttpDoor::open(DoorSettings settings, Sources sources, Sink sink) {
    auto hall = std::make_shared<DoorHall>(std::move(settings), std::move(sources), std::move(sink));
    if (auto listening = hall->listen(); !listening)
        return listening.error();
    hall->thread = std::thread([&shared = *hall] { shared.run(); });
    return std::unique_ptr<HttpDoor>(new HttpDoor(std::move(hall)));
}

HttpDoor::~HttpDoor() {
    m_hall->leave();
    m_hall->thread.join();
}

std::uint16_t HttpDoor::port() const {
    return m_hall->port;
}

void HttpDoor::setSources(Sources sources) {
    m_hall->setSources(std::move(sources));
}

DoorCounts HttpDoor::counts() const {
    return m_hall->counts();
}

} // namespace wayreeve::ingest
