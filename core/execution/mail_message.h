#pragma once

#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace wayreeve::execution {

/// "Name <address>" or an address alone.
struct Mailbox {
    std::string name;
    std::string address;
};
/// Nothing where the address is none, is not ASCII, or anything holds a line break or control character.
[[nodiscard]] std::optional<Mailbox> parseMailbox(std::string_view text);

/// A plain message of one recipient.
struct MailMessage {
    Mailbox from;
    std::string to; ///< address
    std::string subject;
    std::string body;        ///< UTF-8, "\n" between lines
    std::string messageId;   ///< without < >
    std::string unsubscribe; ///< URL or mailto: of List-Unsubscribe (RFC 2369); empty = none
    Instant date;
};

/// The message as it goes over the wire (RFC 5322, CRLF): headers of 7 bits with encoded words (RFC 2047), the body as
/// text/plain in UTF-8, quoted-printable (RFC 2045) unless it is ASCII in lines of at most 76. Nothing where a header
/// would hold a line break or control character.
[[nodiscard]] std::optional<std::string> writeMail(const MailMessage& message);

} // namespace wayreeve::execution
