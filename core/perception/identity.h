#pragma once

#include "perception/customer.h"
#include "perception/event.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace wayreeve::perception {

/// What the identity map says about one event.
struct Resolution {
    CustomerNo customer = 0;
    bool isNew = false;
    std::optional<CustomerNo> absorbed; ///< a younger customer that turned out to be the same person
};

/// Deterministic identity (P2): user ids, anonymous ids, normalised e-mail (trimmed, lower case), E.164 phone numbers.
/// Two identities that one event names together are the same person; the older customer absorbs the younger. An id that
/// would join more than `hubLimit` customers is a hub (shared mailbox, kiosk) and no longer joins anything.
/// Used by one thread, in receipt order: it is shared by all customers.
class IdentityMap {
public:
    static constexpr std::size_t hubLimit = 5;

    [[nodiscard]] Resolution resolve(const Event& event);
    [[nodiscard]] std::optional<CustomerNo> find(const std::string& id) const;
    [[nodiscard]] std::size_t customers() const { return m_count; }

private:
    std::vector<std::string> keysOf(const Event& event) const;
    CustomerNo root(CustomerNo number) const;
    std::unordered_map<std::string, CustomerNo> m_owner;
    std::vector<CustomerNo> m_parent;
    std::unordered_map<std::string, std::size_t> m_joins;
    std::size_t m_count = 0;
};

/// "Ana@Example.com " → "ana@example.com"; nullopt where it is no address.
[[nodiscard]] std::optional<std::string> normalisedEmail(std::string_view text);
/// "+49 (0)30 1234-567" → "+49301234567"; nullopt without a country code or with impossible length.
[[nodiscard]] std::optional<std::string> normalisedPhone(std::string_view text);

/// Moves what `younger` knows into `older`: history and contacts merged by time, traits by the later write, consent never
/// widened (a refusal on either side stays a refusal). Different arms: the older one's arm, `mixedArms` set.
void mergeInto(Customer& older, const Customer& younger);

} // namespace wayreeve::perception
