#include "ingest/response.h"

#include <array>
#include <ctime>

namespace wayreeve::ingest {

namespace {

struct Reason {
    int status;
    std::string_view text;
};
constexpr std::array<Reason, 14> reasons{{{200, "OK"},
                                          {204, "No Content"},
                                          {400, "Bad Request"},
                                          {401, "Unauthorized"},
                                          {404, "Not Found"},
                                          {405, "Method Not Allowed"},
                                          {408, "Request Timeout"},
                                          {413, "Content Too Large"},
                                          {414, "URI Too Long"},
                                          {415, "Unsupported Media Type"},
                                          {417, "Expectation Failed"},
                                          {431, "Request Header Fields Too Large"},
                                          {503, "Service Unavailable"},
                                          {505, "HTTP Version Not Supported"}}};

std::string_view reasonOf(int status) {
    for (const Reason& reason : reasons)
        if (reason.status == status)
            return reason.text;
    return "Error";
}

std::string httpDate() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 40> text{};
    return std::string(text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc));
}

} // namespace

std::string responseText(int status, std::string_view body, bool close, bool bodyless) {
    std::string text = "HTTP/1.1 " + std::to_string(status) + " " + std::string(reasonOf(status)) +
                       "\r\nDate: " + httpDate() + "\r\nAccess-Control-Allow-Origin: *\r\n";
    if (status == 204)
        text += "Access-Control-Allow-Methods: POST\r\n"
                "Access-Control-Allow-Headers: Authorization, Content-Type, Content-Encoding\r\n"
                "Access-Control-Max-Age: 86400\r\n";
    else
        text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    if (status == 401)
        text += "WWW-Authenticate: Basic realm=\"write key\"\r\n";
    if (status == 405)
        text += "Allow: POST, OPTIONS\r\n";
    if (status == 503)
        text += "Retry-After: 1\r\n";
    if (close)
        text += "Connection: close\r\n";
    text += "\r\n";
    return bodyless ? text : text.append(body);
}

} // namespace wayreeve::ingest
