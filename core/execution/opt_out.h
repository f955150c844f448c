#pragma once

#include "documents/connectors.h"
#include "execution/dispatch.h"

#include <optional>
#include <string>

namespace wayreeve::execution {

/// What a customer took back, on its way to whoever else may write to them. An outbox item whose action is the event
/// that said so ("Suppressed", "Unsubscribed", "Consent Changed": no action has such an id), with this as its body.
struct OptOut {
    std::string event;
    std::string purpose; ///< empty = every purpose
    std::string channel; ///< empty = every channel
    bool operator==(const OptOut&) const = default;
};

/// What a connector is told where a person is erased: an opt-out of everything, and what it keeps may go too.
inline constexpr const char* erasedEvent = "Erased";

[[nodiscard]] bool isOptOut(const std::string& actionId);
[[nodiscard]] std::string optOutBody(const OptOut& optOut); ///< canonical JSON
/// Nothing where the body is none of ours.
[[nodiscard]] std::optional<OptOut> optOutOf(const Dispatch& dispatch);

/// Results of items that were refused just before their call: the customer took consent back, is suppressed, or turned
/// out to be no person (audiences). Surely not done.
inline constexpr const char* consentWithdrawn = "consent-withdrawn";
inline constexpr const char* customerSuppressed = "suppressed";
inline constexpr const char* noPerson = "no-person";
[[nodiscard]] bool isUnwelcome(const std::string& result); ///< one of these

/// Whether a connection of this kind can be told of it: webhooks of every one; HubSpot and Meta's audiences, which know
/// people by e-mail address, of those that count for e-mail, ads or every channel. An address that mail is sent to, a
/// chat and a help desk have nothing to take it.
[[nodiscard]] bool takesOptOut(documents::ConnectorKind kind, const OptOut& optOut);

} // namespace wayreeve::execution
