#include "execution/email_connector.h"

#include "execution/curl_owned.h"
#include "execution/http_call.h"
#include "execution/open_connector.h"

#include <algorithm>
#include <cstring>

namespace wayreeve::execution {

namespace {

struct Upload {
    const std::string& text;
    std::size_t at = 0;
};

std::size_t give(char* target, std::size_t size, std::size_t count, void* source) {
    Upload& upload = *static_cast<Upload*>(source);
    const std::size_t length = std::min(size * count, upload.text.size() - upload.at);
    std::memcpy(target, upload.text.data() + upload.at, length);
    upload.at += length;
    return length;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

/// `said` is the server's last answer, 0 where that was none. Once the text is on its way it may have been taken.
Connector::Answer answerOf(CURLcode code, long said, bool underWay) {
    if (code == CURLE_OK)
        return {DispatchState::Succeeded, "ok"};
    const std::string status = "smtp-" + std::to_string(said);
    Connector::Answer answer{DispatchState::Unknown, "curl-" + std::to_string(static_cast<int>(code))};
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return {DispatchState::Failed, "tls"};
    case CURLE_USE_SSL_FAILED:
        return {DispatchState::Failed, "tls-not-offered"};
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
        return {DispatchState::Unknown, "unreachable"};
    case CURLE_OPERATION_TIMEDOUT:
        answer.code = "timeout";
        break;
    default:
        if (said >= 500 && said < 600)
            return {DispatchState::Failed, status};
        if (said >= 400 && said < 500)
            return {DispatchState::Unknown, status};
        if (code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING ||
            code == CURLE_PARTIAL_FILE)
            answer.code = "connection-lost";
    }
    answer.repeatable = !underWay;
    return answer;
}

} // namespace

EmailConnector::EmailConnector(documents::ConnectorSettings settings, ConnectorEnvironment environment,
                               std::string secret, Mailbox from)
    : m_settings(std::move(settings))
    , m_environment(std::move(environment))
    , m_secret(std::move(secret))
    , m_from(std::move(from)) {}

Result<std::unique_ptr<Connector>> EmailConnector::open(const documents::ConnectorSettings& settings,
                                                        const ConnectorEnvironment& environment,
                                                        const std::string& secret) {
    auto from = parseMailbox(settings.from);
    if (!from)
        return Error{"connector.bad-address", {{"address", settings.from}}};
    if (!settings.unsubscribe.empty() && !isHeaderSafe(settings.unsubscribe))
        return Error{"connector.bad-header", {{"id", settings.id}, {"key", "unsubscribe"}}};
    return std::unique_ptr<Connector>(new EmailConnector(settings, environment, secret, std::move(*from)));
}

Connector::Answer EmailConnector::send(const Dispatch& dispatch, const std::string& customerKey, const std::string&) {
    const auto isIdLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (dispatch.key.empty() || !std::all_of(dispatch.key.begin(), dispatch.key.end(), isIdLetter))
        return {DispatchState::Failed, "bad-key"};
    const auto to = addressOf(m_environment, dispatch, customerKey);
    if (!to)
        return {DispatchState::Failed, "no-address"};
    MailMessage message{m_from, *to, dispatch.subject, dispatch.body, {}, {}, m_environment.now()};
    message.messageId = dispatch.key + m_from.address.substr(m_from.address.rfind('@'));
    if (dispatch.slot == documents::Slot::Marketing) {
        message.unsubscribe = m_settings.unsubscribe;
        constexpr std::string_view place = "{customer}";
        if (const auto at = message.unsubscribe.find(place); at != std::string::npos)
            message.unsubscribe.replace(at, place.size(), urlPart(customerKey));
    }
    const auto text = writeMail(message);
    if (!text)
        return {DispatchState::Failed, "bad-header"};
    Answer answer = deliver(*to, *text);
    if (answer.state == DispatchState::Succeeded)
        answer.reference = message.messageId;
    return answer;
}

Connector::Answer EmailConnector::deliver(const std::string& to, const std::string& text) const {
    const OwnedCurl<CURL> handle(startCurl() ? curl_easy_init() : nullptr);
    OwnedCurl<curl_slist> recipients;
    bool whole = handle != nullptr;
    append(recipients, "<" + to + ">", whole);
    if (!whole)
        return {DispatchState::Unknown, "no-memory"};
    CURL* const curl = handle.get();
    Upload upload{text};
    const bool mayBePlain = m_settings.allowPlain || isLoopbackUrl(m_settings.url);
    const std::string from = "<" + m_from.address + ">";
    curl_easy_setopt(curl, CURLOPT_URL, m_settings.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // web proxies do not speak SMTP
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(mayBePlain ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(m_environment.timeLimit.ms));
    // A server that has fallen silent is told QUIT even so, and libcurl would wait two minutes for its answer.
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                     static_cast<long>((m_environment.timeLimit.ms + 999) / 1000));
    if (!m_environment.caFile.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, m_environment.caFile.c_str());
    if (!m_settings.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, m_settings.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, m_secret.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(text.size()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &ignore);
    const CURLcode code = curl_easy_perform(curl);
    long said = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &said);
    return answerOf(code, said, upload.at > 0);
}

} // namespace wayreeve::execution
