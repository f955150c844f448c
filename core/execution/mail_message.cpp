#include "execution/mail_message.h"

#include "base/one_line.h"
#include "base/text.h"
#include "execution/signature.h"
#include "perception/identity.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace wayreeve::execution {

namespace {

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// RFC 2047: words of at most 75 characters, each of whole characters, folded. 45 bytes make 60 of base64.
std::string encodedWords(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        std::size_t length = std::min<std::size_t>(text.size(), 45);
        while (length > 0 && length < text.size() && isContinuation(text[length]))
            --length;
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, length)) + "?=";
        text.remove_prefix(length);
    }
    return words;
}

/// Free text of a header. Long ASCII is encoded too: encoded words can be folded anywhere.
std::string unstructured(const std::string& text) {
    const bool plain = isAscii(text) && text.size() <= 60 && text.find("=?") == std::string::npos;
    return plain ? text : encodedWords(text);
}

std::string phrase(const std::string& name) {
    if (!isAscii(name) || name.size() > 60 || name.find("=?") != std::string::npos)
        return encodedWords(name);
    std::string quoted = "\"";
    for (const char c : name)
        quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    return quoted + '"';
}

std::string written(const Mailbox& mailbox) {
    return mailbox.name.empty() ? "<" + mailbox.address + ">" : phrase(mailbox.name) + "\r\n <" + mailbox.address + ">";
}

/// RFC 5322 date-time in UTC: "Mon, 02 Mar 2026 08:00:00 +0000".
std::string dateText(Instant at) {
    namespace c = std::chrono;
    constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const c::sys_time<c::milliseconds> time{c::milliseconds(at.ms)};
    const auto day = c::floor<c::days>(time);
    const c::year_month_day date(day);
    const c::hh_mm_ss clock(c::floor<c::seconds>(time - day));
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::string(days[c::weekday(day).c_encoding()]) + ", " + two(static_cast<unsigned>(date.day())) + " " +
           months[static_cast<unsigned>(date.month()) - 1] + " " + std::to_string(static_cast<int>(date.year())) + " " +
           two(clock.hours().count()) + ":" + two(clock.minutes().count()) + ":" + two(clock.seconds().count()) +
           " +0000";
}

/// RFC 2045 §6.7: lines of at most 76 characters, soft breaks inside long ones, blanks at an end encoded.
std::string quotedPrintable(std::string_view line) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        const bool last = i + 1 == line.size();
        const bool plain = (byte > 0x20 && byte < 0x7f && byte != '=') || ((byte == ' ' || byte == '\t') && !last);
        const std::size_t width = plain ? 1 : 3;
        if (column + width > (last ? 76U : 75U)) {
            text += "=\r\n";
            column = 0;
        }
        text += plain ? std::string(1, line[i]) : std::string{'=', digits[byte >> 4U], digits[byte & 15U]};
        column += width;
    }
    return text;
}

} // namespace

std::optional<Mailbox> parseMailbox(std::string_view text) {
    Mailbox mailbox;
    std::string_view address = trimmed(text);
    if (const auto open = address.rfind('<'); open != std::string_view::npos && address.ends_with('>')) {
        mailbox.name = std::string(trimmed(address.substr(0, open)));
        address = address.substr(open + 1, address.size() - open - 2);
    }
    mailbox.address = std::string(address);
    if (hasLineBreakOrControl(text) || mailbox.name.find_first_of("<>") != std::string::npos || !isValidUtf8(text) ||
        !isAscii(mailbox.address) || trimmed(address) != address || !perception::normalisedEmail(mailbox.address))
        return std::nullopt;
    return mailbox;
}

std::optional<std::string> writeMail(const MailMessage& message) {
    for (const std::string* text : {&message.from.name, &message.from.address, &message.to, &message.subject,
                                    &message.messageId, &message.unsubscribe})
        if (hasLineBreakOrControl(*text) || !isValidUtf8(*text))
            return std::nullopt;
    const std::vector<std::string> lines = split(message.body, '\n');
    const bool plain = isAscii(message.body) && std::all_of(lines.begin(), lines.end(), [](const std::string& line) {
                           return line.size() <= 76 && line.find('\r') == std::string::npos;
                       });
    std::string text = "Date: " + dateText(message.date) + "\r\nFrom: " + written(message.from) + "\r\nTo: <" +
                       message.to + ">\r\nMessage-ID: <" + message.messageId +
                       ">\r\nSubject: " + unstructured(message.subject) + "\r\n";
    if (!message.unsubscribe.empty())
        text += "List-Unsubscribe: <" + message.unsubscribe + ">\r\n";
    text += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: " +
            std::string(plain ? "7bit" : "quoted-printable") + "\r\n\r\n";
    for (const std::string& line : lines) {
        const bool carriage = line.ends_with('\r');
        text += (plain ? line : quotedPrintable(std::string_view(line).substr(0, line.size() - (carriage ? 1 : 0)))) +
                "\r\n";
    }
    return text;
}

} // namespace wayreeve::execution
