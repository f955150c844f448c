#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wayreeve::ingest {

/// A request's first line and fields, after all checks of form.
struct Head {
    std::string method;
    std::string path; ///< of the target, without query and authority, as sent (not percent-decoded)
    std::vector<std::pair<std::string, std::string>> fields; ///< names in lower case, values trimmed, in order
    bool keepAlive = true;
    bool hasBody = false;         ///< one is announced
    bool expectsContinue = false; ///< waits for "100 Continue" before it sends the body

    /// The first field of that (lower-case) name, empty where there is none.
    [[nodiscard]] std::string_view field(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
};

/// An answer that is not 200: `code` is what the JSON body's "error" says.
struct Refusal {
    int status = 400;
    std::string code;
    bool operator==(const Refusal&) const = default;
};

/// Takes one request out of a stream of bytes (RFC 9112). What two servers could read differently is refused, not
/// guessed: both Content-Length and Transfer-Encoding, either of them twice or as a list, any coding but "chunked",
/// folded lines, bare line feeds, control characters, a missing or second Host. No input or output: bytes are fed.
/// After a refusal the stream has no known boundary any more and must be closed.
class RequestReader {
public:
    static constexpr std::size_t longestHead = 8192;
    static constexpr std::size_t longestTarget = 2048;
    static constexpr std::size_t longestChunkLine = 4096; ///< a chunk's size with extensions, all trailers together

    enum class State { Head, Body, Complete, Refused };

    explicit RequestReader(std::size_t maxBody);
    ~RequestReader();
    RequestReader(RequestReader&&) noexcept;
    RequestReader& operator=(RequestReader&&) noexcept;

    /// Takes what it can off the front of `bytes`; stops behind the head once (so that the caller can judge it before
    /// the body comes) and behind the request. Call again with what was left and more.
    void feed(std::string& bytes);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool headDone() const { return m_headDone; }
    [[nodiscard]] const Head& head() const { return m_head; }          ///< once headDone()
    [[nodiscard]] std::string& body() { return m_body; }               ///< transfer coding taken off
    [[nodiscard]] const Refusal& refusal() const { return m_refusal; } ///< in State::Refused

private:
    struct Parser;
    void refuse(int status, std::string code);
    void feedHead(std::string& bytes);
    void feedBody(std::string& bytes);

    std::size_t m_maxBody;
    std::unique_ptr<Parser> m_parser;
    State m_state = State::Head;
    bool m_headDone = false;
    bool m_blankSkipped = false;
    std::size_t m_scanned = 0; ///< of the head's bytes
    Head m_head;
    std::string m_body;
    Refusal m_refusal;
};

} // namespace wayreeve::ingest
