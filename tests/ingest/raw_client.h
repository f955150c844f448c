#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// A plain TCP client that sends exactly the bytes it is told. Blocking; every wait ends after 15 s at the latest.
class RawClient {
public:
    struct Response {
        int status = 0; ///< 0: the connection ended before a whole response came
        std::string head, body;
    };

    explicit RawClient(std::uint16_t port, int receiveBuffer = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;

    [[nodiscard]] bool connected() const { return m_socket >= 0; }
    bool send(std::string_view bytes); ///< false when the other side has closed or does not read
    void finishSending();
    [[nodiscard]] Response read();                 ///< the next response on the connection
    [[nodiscard]] bool closedByPeer();             ///< waits for the end; what comes before is thrown away
    [[nodiscard]] bool quietFor(int milliseconds); ///< nothing to read, not even the end, within this time

private:
    bool fill();
    int m_socket = -1;
    std::string m_in;
};

/// "POST path" with Host, the key "key" as Basic user name, Content-Length and body; `fields` are whole lines.
[[nodiscard]] std::string post(std::string_view path, std::string_view body, std::string_view fields = {});
