#pragma once

#include "base/cbor.h"
#include "perception/customer.h"
#include "perception/event.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wayreeve::perception {

/// What the identity map says about one event.
struct Resolution {
    CustomerNo customer = 0;
    bool isNew = false;
    std::optional<CustomerNo> absorbed; ///< a younger customer that turned out to be the same person
};

/// Deterministic identity (P2): user ids, anonymous ids, normalised e-mail (trimmed, lower case), E.164 phone numbers.
/// Two identities that one event names together are the same person; the older customer absorbs the younger. E-mail and
/// phone come from the traits of identify; a user id that is an e-mail address is one too. An id that
/// would join more than `hubLimit` customers is a hub (shared mailbox, kiosk) and no longer joins anything; what names
/// only hubs belongs to the first one's customer. Joined are customers with a user id, address or number of their own:
/// anonymous sessions do not count, one person has many. Placeholders that SDKs send ("null", "undefined") are hubs.
/// One event absorbs one customer at most; where it names a third, the next event of either joins them.
/// Used by one thread, in receipt order: it is shared by all customers.
class IdentityMap {
public:
    static constexpr std::size_t hubLimit = 5;

    [[nodiscard]] Resolution resolve(const Event& event);
    [[nodiscard]] std::optional<CustomerNo> find(const std::string& id) const;
    [[nodiscard]] std::size_t customers() const { return m_count; } ///< with accounts

    /// The account of a group: a subject of its own that nothing else ever leads to or joins.
    [[nodiscard]] Resolution account(const std::string& group);
    [[nodiscard]] std::optional<CustomerNo> findAccount(const std::string& group) const;

    /// Joins two customers for another reason than an id (a probable match); nothing where they are one already, were
    /// parted, or wait to be joined with somebody else first.
    [[nodiscard]] std::optional<Resolution> join(CustomerNo a, CustomerNo b);

    /// Undoes a merge: `gone` is a customer of its own again, with the ids it had, those that only its events named
    /// since (`goneSince`; `keptIds` stay where they are), and the customers absorbed since that go with it. The two
    /// are parted for good: an event that names ids of both is the one's whose id it names first. False where `gone`
    /// was not absorbed by `kept`.
    bool part(CustomerNo kept, CustomerNo gone, const std::vector<Event>& goneSince,
              const std::vector<std::string>& keptIds, const std::vector<CustomerNo>& goneAbsorbed = {});
    [[nodiscard]] bool areParted(CustomerNo a, CustomerNo b) const;
    [[nodiscard]] CustomerNo customerOf(CustomerNo number) const { return root(number); } ///< who it is by now

    /// No id leads to this customer, or to one that it absorbed, any more: who comes with one again is new.
    void forget(CustomerNo number);

    /// Numbers and hashes; the ids themselves are their owners', by whom each is given back with own().
    void encode(cbor::Writer& writer) const;
    void decode(cbor::Reader& reader);    ///< fails the reader
    void decodeOld(cbor::Reader& reader); ///< the same of what held the ids too
    /// The ids that came in under these numbers (ascending), by place, sorted; valid until the next event.
    [[nodiscard]] std::vector<std::vector<const std::string*>> idsOf(std::span<const CustomerNo> owners) const;
    [[nodiscard]] bool own(CustomerNo number, std::string id); ///< after decode(); false for a number not known

    /// Whether this id joins nothing any more.
    [[nodiscard]] bool isHub(const std::string& id) const;

private:
    std::vector<std::string> keysOf(const Event& event) const;
    std::vector<std::string> joiningKeys(const std::vector<std::string>& keys);
    std::size_t strangersTo(const std::string& key, const std::vector<std::string>& keys) const;
    std::optional<CustomerNo> ownerOf(const std::string& key) const;
    CustomerNo root(CustomerNo number) const;
    void decodeRest(cbor::Reader& reader);
    std::unordered_map<std::string, CustomerNo> m_owner; ///< by kind ('u', 'e', 'p', 'a', 'g' of accounts) and id
    std::vector<CustomerNo> m_parent;
    std::unordered_map<std::string, std::size_t> m_joins;
    std::unordered_map<CustomerNo, std::vector<CustomerNo>> m_pending; ///< the same person, not absorbed yet
    std::vector<std::pair<CustomerNo, CustomerNo>> m_parted; ///< numbers that are not one person, whatever names both
    std::size_t m_count = 0;
    std::unordered_map<std::uint64_t, std::size_t> m_joinsOf; ///< of m_joins by hash, until the ids are back
};

/// "Ana@Example.com " → "ana@example.com"; nullopt where it is no address.
[[nodiscard]] std::optional<std::string> normalisedEmail(std::string_view text);
/// "+49 (0)30 1234-567" → "+49301234567"; nullopt without a country code or with impossible length.
[[nodiscard]] std::optional<std::string> normalisedPhone(std::string_view text);

/// Whether an event names a person: a user id, or an identify's e-mail or phone, that is no placeholder.
[[nodiscard]] bool namesSomebody(const Event& event);

/// Every id of an event as Customer::ids lists it: user id, anonymous id, previous id, normalised e-mail and phone.
[[nodiscard]] std::vector<std::string> idsOf(const Event& event);

/// The same ids in the order in which they decide whose an event is where they disagree: user id, e-mail, phone,
/// anonymous id, previous id.
[[nodiscard]] std::vector<std::string> idsByWeight(const Event& event);

/// Moves what `younger` knows into `older`: history and contacts merged by time, traits by the later write, consent
/// never widened (a refusal on either side stays a refusal). Different arms: the older one's arm, `mixedArms` set.
void mergeInto(Customer& older, const Customer& younger, const HistoryNeeds& needs = {});

/// The group that a group event names ("" for any other event, and for placeholders such as "null").
[[nodiscard]] std::string groupOf(const Event& event);

} // namespace wayreeve::perception
