#include "ingest/request_reader.h"

#include "base/text.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>

namespace wayreeve::ingest {

namespace http = boost::beast::http;

namespace {

/// Keeps a body as it comes; Beast's own would set aside what Content-Length claims.
struct GrowingBody {
    using value_type = std::string;
    class reader {
    public:
        template <bool isRequest, class Fields>
        reader(http::header<isRequest, Fields>&, value_type& body)
            : m_body(body) {}
        void init(const boost::optional<std::uint64_t>&, boost::beast::error_code& error) { error = {}; }
        template <class Buffers>
        std::size_t put(const Buffers& buffers, boost::beast::error_code& error) {
            error = {};
            std::size_t taken = 0;
            for (auto at = boost::asio::buffer_sequence_begin(buffers), end = boost::asio::buffer_sequence_end(buffers);
                 at != end; ++at) {
                const boost::asio::const_buffer part(*at);
                m_body.append(static_cast<const char*>(part.data()), part.size());
                taken += part.size();
            }
            return taken;
        }
        void finish(boost::beast::error_code& error) { error = {}; }

    private:
        value_type& m_body;
    };
};

bool isDigits(std::string_view text) {
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The path of a target in origin form ("/v1/batch?x=1") or absolute form ("http://host/v1/batch").
std::string pathOf(std::string_view target) {
    if (const auto scheme = target.find("://"); !target.starts_with('/') && scheme != target.npos) {
        const auto slash = target.find('/', scheme + 3);
        target = slash == target.npos ? std::string_view("/") : target.substr(slash);
    }
    return std::string(target.substr(0, target.find_first_of("?#")));
}

/// Why nobody should guess where this request's body ends or whom it is for; empty where it is clear.
std::string_view ambiguity(const Head& head, int version) {
    const auto count = [&](std::string_view name) {
        return std::count_if(head.fields.begin(), head.fields.end(),
                             [&](const auto& field) { return field.first == name; });
    };
    const auto lengths = count("content-length"), codings = count("transfer-encoding"), hosts = count("host");
    if (lengths > 0 && codings > 0)
        return "two-lengths";
    if (lengths > 1 || (lengths == 1 && !isDigits(head.field("content-length"))))
        return "content-length";
    if (codings > 1 || (codings == 1 && (version < 11 || asciiLower(head.field("transfer-encoding")) != "chunked")))
        return "transfer-encoding";
    if (hosts > 1 || (hosts == 0 && version >= 11))
        return "host";
    return {};
}

} // namespace

std::string_view Head::field(std::string_view name) const {
    for (const auto& [key, value] : fields)
        if (key == name)
            return value;
    return {};
}

bool Head::has(std::string_view name) const {
    return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
}

struct RequestReader::Parser {
    http::request_parser<GrowingBody> http;
};

RequestReader::RequestReader(std::size_t maxBody)
    : m_maxBody(maxBody)
    , m_parser(std::make_unique<Parser>()) {
    m_parser->http.header_limit(static_cast<std::uint32_t>(longestHead));
    m_parser->http.body_limit(maxBody);
}

RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;

void RequestReader::refuse(int status, std::string code) {
    m_state = State::Refused;
    m_refusal = {status, std::move(code)};
}

void RequestReader::feed(std::string& bytes) {
    if (m_state == State::Head)
        feedHead(bytes);
    else if (m_state == State::Body)
        feedBody(bytes);
}

void RequestReader::feedHead(std::string& bytes) {
    // Our own look at the raw bytes comes first: what the parser forgives is forgiven differently by others.
    if (m_scanned == 0 && !m_blankSkipped && bytes.starts_with('\r')) {
        if (bytes.size() == 1)
            return;
        if (bytes[1] == '\n') { // RFC 9112 §2.2: one empty line before a request is forgiven
            bytes.erase(0, 2);
            m_blankSkipped = true;
        }
    }
    std::size_t end = 0;
    for (; m_scanned < bytes.size() && end == 0; ++m_scanned) {
        const auto c = static_cast<unsigned char>(bytes[m_scanned]);
        const char before = m_scanned > 0 ? bytes[m_scanned - 1] : '\0';
        if (m_scanned >= longestHead) {
            const auto line = bytes.find('\n');
            return line == bytes.npos ? refuse(414, "target-too-long") : refuse(431, "head-too-large");
        }
        if ((c < 0x20 && c != '\r' && c != '\n' && c != '\t') || c == 0x7F || (c == '\n') != (before == '\r'))
            return refuse(400, "control-character"); // a bare CR or LF is one, too
        if (before == '\n' && (c == ' ' || c == '\t'))
            return refuse(400, "folded-line");
        if (c == '\n' && m_scanned >= 3 && bytes[m_scanned - 2] == '\n')
            end = m_scanned + 1;
    }
    if (end == 0)
        return;

    const auto line = std::string_view(bytes).substr(0, bytes.find('\r'));
    if (line.size() > longestTarget + 32)
        return refuse(414, "target-too-long");
    auto& parser = m_parser->http;
    boost::beast::error_code error;
    parser.put(boost::asio::const_buffer(bytes.data(), end), error);
    bytes.erase(0, end);
    if (error == http::error::body_limit)
        return refuse(413, "body-too-large");
    if (error == http::error::bad_version)
        return refuse(505, "http-version");
    if (error || !parser.is_header_done())
        return refuse(400, "bad-head");

    const auto& message = parser.get();
    const int version = static_cast<int>(message.version());
    m_head.method = std::string(message.method_string());
    m_head.path = pathOf(std::string_view(message.target().data(), message.target().size()));
    for (const auto& field : message) {
        const std::string name(field.name_string()), value(field.value());
        m_head.fields.emplace_back(asciiLower(name), std::string(trimmed(value)));
    }
    m_head.keepAlive = version >= 11 && message.keep_alive();
    m_head.hasBody = parser.chunked() || (parser.content_length() && *parser.content_length() > 0);
    m_headDone = true;
    if (version != 11 && version != 10)
        return refuse(505, "http-version");
    if (const auto unclear = ambiguity(m_head, version); !unclear.empty())
        return refuse(400, std::string(unclear));
    // Beast announces this one with the body's first bytes only.
    if (parser.content_length() && *parser.content_length() > m_maxBody)
        return refuse(413, "body-too-large");
    if (m_head.has("expect")) {
        if (asciiLower(m_head.field("expect")) != "100-continue")
            return refuse(417, "expectation");
        m_head.expectsContinue = version >= 11 && m_head.hasBody;
    }
    m_state = m_head.hasBody ? State::Body : State::Complete;
    parser.eager(true);
}

void RequestReader::feedBody(std::string& bytes) {
    auto& parser = m_parser->http;
    while (!bytes.empty() && !parser.is_done()) {
        boost::beast::error_code error;
        const std::size_t taken = parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
        bytes.erase(0, taken);
        if (error == http::error::body_limit)
            return refuse(413, "body-too-large");
        if (error && error != http::error::need_more)
            return refuse(400, "bad-chunk");
        if (error == http::error::need_more && taken == 0 && bytes.size() > longestChunkLine)
            return refuse(400, "bad-chunk");
        if (taken == 0)
            break;
    }
    if (!parser.is_done())
        return;
    m_body = std::move(parser.get().body());
    m_state = State::Complete;
}

} // namespace wayreeve::ingest
