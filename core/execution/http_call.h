#pragma once

#include "execution/connector.h"

#include <string>
#include <vector>

namespace wayreeve::execution {

/// One HTTP request. Header lines must be checked by whoever builds them: isHeaderSafe().
struct HttpRequest {
    std::string method = "POST";
    std::string url;
    std::vector<std::string> headers; ///< "Name: value"
    std::string body;
    Duration timeLimit = Duration::seconds(10);
    std::string caFile = {}; ///< certificates to trust in place of the system's; empty = the system's
};

/// What came back. `status` 0: there was no whole answer, `failure` says why ("timeout", "unreachable",
/// "connection-lost", "tls", "no-memory", "curl-<n>") and is repeatable, whoever the receiver, where nothing was sent.
struct HttpAnswer {
    long status = 0;
    std::string body; ///< the first 256 KB
    std::optional<Duration> retryAfter;
    Connector::Answer failure;
};

/// Calls and waits. Follows no redirects; http and https only; this machine is reached without a proxy. Any thread.
[[nodiscard]] HttpAnswer call(const HttpRequest& request);

/// What a status means where the receiver says no more: 2xx succeeded, "ok"; 408, 409, 425, 429 and 5xx Unknown,
/// anything else Failed, "http-<status>". An answer that never came is its `failure`.
[[nodiscard]] Connector::Answer plainAnswer(const HttpAnswer& answer);

/// The same for a receiver without idempotency keys: what may have been done (5xx, 408, 409, 425, a lost connection) is
/// not repeatable.
[[nodiscard]] Connector::Answer keylessAnswer(const HttpAnswer& answer);

/// Whether `url` can be called: one of `schemes` ("http,https") and a host. "connector.bad-url" (url).
[[nodiscard]] Result<void> checkUrl(const std::string& url, const std::string& schemes);
/// Whether it carries a user or a password: these have no place in a document.
[[nodiscard]] bool hasLogin(const std::string& url);
[[nodiscard]] bool isLoopbackUrl(const std::string& url);

/// `url` without slashes at its end, then `path`.
[[nodiscard]] std::string joinUrl(const std::string& url, const std::string& path);
/// Percent-encodes everything but unreserved characters (RFC 3986).
[[nodiscard]] std::string urlPart(std::string_view text);

/// Printable ASCII, not empty: nothing that could end a header or begin another.
[[nodiscard]] bool isHeaderSafe(std::string_view text);

/// Starts libcurl once in this process; false where it cannot.
[[nodiscard]] bool startCurl();

} // namespace wayreeve::execution
