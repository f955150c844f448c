#include "execution/connector.h"

#include "base/json.h"

#include <curl/curl.h>

#include <memory>

namespace wayreeve::execution {

namespace {

struct Free {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(char* text) const { curl_free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

constexpr long timeLimitMs = 10'000;

bool startCurl() {
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return started;
}

std::string partOf(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK)
        return {};
    const Owned<char> owned(text);
    return text;
}

bool isLoopback(const std::string& host) {
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

std::size_t ignoreBody(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

std::string payload(const Dispatch& dispatch, const std::string& customerKey, const std::string& actionId) {
    return writeJson(Context{{"key", dispatch.key},
                             {"customer", customerKey},
                             {"action", actionId},
                             {"channel", std::string(nameOf(dispatch.channel))},
                             {"slot", std::string(nameOf(dispatch.slot))},
                             {"subject", dispatch.subject},
                             {"body", dispatch.body},
                             {"at", formatInstant(dispatch.at)}});
}

Connector::Answer answerOf(long status) {
    if (status >= 200 && status < 300)
        return {DispatchState::Succeeded, "ok"};
    const bool again = status == 408 || status == 409 || status == 425 || status == 429 || status >= 500;
    return {again ? DispatchState::Unknown : DispatchState::Failed, "http-" + std::to_string(status)};
}

Connector::Answer answerOf(CURLcode code) {
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
        return {DispatchState::Failed, "tls"}; // nothing was sent, and no retry mends a certificate
    default:
        return {DispatchState::Unknown, "curl-" + std::to_string(static_cast<int>(code))};
    }
}

} // namespace

Result<std::unique_ptr<HttpConnector>> HttpConnector::open(const std::string& url) {
    const Owned<CURLU> parsed(curl_url());
    const Error bad{"connector.bad-url", {{"url", url}}};
    if (!startCurl() || parsed == nullptr || url.find('\0') != std::string::npos ||
        curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return bad;
    const std::string scheme = partOf(parsed.get(), CURLUPART_SCHEME);
    const std::string host = partOf(parsed.get(), CURLUPART_HOST);
    if ((scheme != "http" && scheme != "https") || host.empty())
        return bad;
    return std::unique_ptr<HttpConnector>(new HttpConnector(url, isLoopback(host)));
}

Connector::Answer HttpConnector::send(const Dispatch& dispatch, const std::string& customerKey,
                                      const std::string& actionId) {
    // A header must not be able to carry a second one.
    if (dispatch.key.empty() || dispatch.key.find_first_of("\r\n") != std::string::npos)
        return {DispatchState::Failed, "bad-key"};
    const Owned<CURL> handle(curl_easy_init());
    const std::string body = payload(dispatch, customerKey, actionId);
    Owned<curl_slist> headers(curl_slist_append(nullptr, "Content-Type: application/json"));
    for (const std::string& header : {"Idempotency-Key: " + dispatch.key, std::string("Expect:")})
        if (curl_slist* longer = headers ? curl_slist_append(headers.get(), header.c_str()) : nullptr) {
            (void)headers.release(); // the longer list owns it now
            headers.reset(longer);
        } else {
            headers.reset();
        }
    if (handle == nullptr || headers == nullptr)
        return {DispatchState::Unknown, "no-memory"};
    CURL* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, m_url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, timeLimitMs);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &ignoreBody);
    if (m_loopback) // a proxy could not reach this machine
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
    if (const CURLcode code = curl_easy_perform(curl); code != CURLE_OK)
        return answerOf(code);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return answerOf(status);
}

} // namespace wayreeve::execution
