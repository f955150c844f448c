#include "execution/http_call.h"

#include "execution/curl_owned.h"

#include <algorithm>

namespace wayreeve::execution {

namespace {

constexpr std::size_t longestBody = 256 * 1024;
constexpr Duration longestWait = Duration::minutes(10);

std::string partOf(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK)
        return {};
    const OwnedCurl<char> owned(text);
    return text;
}

OwnedCurl<CURLU> parsed(const std::string& url) {
    OwnedCurl<CURLU> handle(curl_url());
    if (handle == nullptr || url.find('\0') != std::string::npos ||
        curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return nullptr;
    return handle;
}

/// Keeps what fits and drops the rest: how long an answer is decides nothing.
std::size_t keepBody(char* data, std::size_t size, std::size_t count, void* target) {
    std::string& body = *static_cast<std::string*>(target);
    body.append(data, std::min(size * count, longestBody - body.size()));
    return size * count;
}

Connector::Answer failureOf(CURLcode code) {
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {DispatchState::Unknown, "timeout"};
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {DispatchState::Unknown, "unreachable"};
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_PARTIAL_FILE:
        return {DispatchState::Unknown, "connection-lost"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return {DispatchState::Failed, "tls"}; // nothing was sent, and no retry mends a certificate
    default:
        return {DispatchState::Unknown, "curl-" + std::to_string(static_cast<int>(code))};
    }
}

void prepare(CURL* curl, const HttpRequest& request, curl_slist* headers, std::string& body) {
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeLimit.ms));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    if (request.method == "GET") {
        curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    } else {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.c_str());
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &keepBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    if (!request.caFile.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, request.caFile.c_str());
    if (isLoopbackUrl(request.url)) // a proxy could not reach this machine
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

} // namespace

bool startCurl() {
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return started;
}

HttpAnswer call(const HttpRequest& request) {
    HttpAnswer answer;
    const OwnedCurl<CURL> handle(startCurl() ? curl_easy_init() : nullptr);
    OwnedCurl<curl_slist> headers;
    bool whole = handle != nullptr;
    for (const std::string& header : request.headers)
        append(headers, header, whole);
    append(headers, "Expect:", whole);
    if (!whole) {
        answer.failure = {DispatchState::Unknown, "no-memory"};
        return answer;
    }
    prepare(handle.get(), request, headers.get(), answer.body);
    if (const CURLcode code = curl_easy_perform(handle.get()); code != CURLE_OK) {
        long sent = 0;
        curl_easy_getinfo(handle.get(), CURLINFO_REQUEST_SIZE, &sent);
        answer.failure = failureOf(code);
        answer.failure.repeatable = sent == 0;
        return answer;
    }
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    curl_off_t seconds = 0; // of both forms: a number, or a date from now
    if (curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK && seconds > 0)
        answer.retryAfter = Duration::seconds(std::min<std::int64_t>(seconds, longestWait.ms / 1000));
    return answer;
}

Connector::Answer plainAnswer(const HttpAnswer& answer) {
    if (answer.status == 0) {
        Connector::Answer failure = answer.failure;
        failure.repeatable = true; // the receiver knows the key
        return failure;
    }
    if (answer.status >= 200 && answer.status < 300)
        return {DispatchState::Succeeded, "ok"};
    const long status = answer.status;
    const bool again = status == 408 || status == 409 || status == 425 || status == 429 || status >= 500;
    Connector::Answer said{again ? DispatchState::Unknown : DispatchState::Failed, "http-" + std::to_string(status)};
    if (again)
        said.retryAfter = answer.retryAfter;
    return said;
}

Connector::Answer keylessAnswer(const HttpAnswer& answer) {
    if (answer.status == 0)
        return answer.failure;
    Connector::Answer said = plainAnswer(answer);
    said.repeatable = said.state != DispatchState::Unknown || answer.status == 429; // that was turned away
    return said;
}

Result<void> checkUrl(const std::string& url, const std::string& schemes) {
    const Error bad{"connector.bad-url", {{"url", url}}};
    const OwnedCurl<CURLU> handle = startCurl() ? parsed(url) : nullptr;
    if (handle == nullptr || partOf(handle.get(), CURLUPART_HOST).empty())
        return bad;
    const std::string scheme = "," + partOf(handle.get(), CURLUPART_SCHEME) + ",";
    if (("," + schemes + ",").find(scheme) == std::string::npos)
        return bad;
    return {};
}

bool hasLogin(const std::string& url) {
    const OwnedCurl<CURLU> handle = parsed(url);
    return handle != nullptr &&
           !(partOf(handle.get(), CURLUPART_USER) + partOf(handle.get(), CURLUPART_PASSWORD)).empty();
}

bool isLoopbackUrl(const std::string& url) {
    const OwnedCurl<CURLU> handle = parsed(url);
    const std::string host = handle ? partOf(handle.get(), CURLUPART_HOST) : std::string();
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

std::string joinUrl(const std::string& url, const std::string& path) {
    return url.substr(0, url.find_last_not_of('/') + 1) + path;
}

std::string urlPart(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain)
            encoded += c;
        else
            encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return encoded;
}

bool isHeaderSafe(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

} // namespace wayreeve::execution
