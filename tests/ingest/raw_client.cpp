#include "ingest/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

namespace {

constexpr int patience = 15'000;

bool ready(int socket, short what, int milliseconds) {
    pollfd watched{socket, what, 0};
    return ::poll(&watched, 1, milliseconds) > 0;
}

} // namespace

RawClient::RawClient(std::uint16_t port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (m_socket >= 0 && ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

RawClient::~RawClient() {
    if (m_socket >= 0)
        ::close(m_socket);
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_in(std::move(other.m_in)) {}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN || !ready(m_socket, POLLOUT, patience))
            return false;
    }
    return true;
}

void RawClient::finishSending() {
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::fill() {
    std::array<char, 65536> block{};
    if (!ready(m_socket, POLLIN, patience))
        return false;
    const auto n = ::recv(m_socket, block.data(), block.size(), 0);
    if (n > 0)
        m_in.append(block.data(), static_cast<std::size_t>(n));
    return n > 0;
}

RawClient::Response RawClient::read() {
    Response response;
    std::size_t end = 0;
    while ((end = m_in.find("\r\n\r\n")) == m_in.npos)
        if (!fill())
            return response;
    response.head = m_in.substr(0, end + 4);
    m_in.erase(0, end + 4);
    std::size_t length = 0;
    if (const auto at = response.head.find("Content-Length: "); at != response.head.npos)
        length = std::strtoul(response.head.c_str() + at + 16, nullptr, 10);
    while (m_in.size() < length)
        if (!fill())
            return response;
    response.body = m_in.substr(0, length);
    m_in.erase(0, length);
    response.status = std::atoi(response.head.c_str() + 9);
    return response;
}

bool RawClient::closedByPeer() {
    std::array<char, 65536> block{};
    for (;;) {
        if (!ready(m_socket, POLLIN, patience))
            return false;
        if (::recv(m_socket, block.data(), block.size(), 0) <= 0)
            return true;
    }
}

bool RawClient::quietFor(int milliseconds) {
    return m_in.empty() && !ready(m_socket, POLLIN, milliseconds);
}

std::string post(std::string_view path, std::string_view body, std::string_view fields) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic a2V5Og==\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string(fields) + "\r\n" + std::string(body);
}
