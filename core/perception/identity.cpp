#include "perception/identity.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace wayreeve::perception {
namespace {

/// Texts that broken SDK calls send in place of an id.
constexpr std::array<std::string_view, 11> placeholders{"null",
                                                        "undefined",
                                                        "none",
                                                        "nil",
                                                        "anonymous",
                                                        "unknown",
                                                        "guest",
                                                        "0",
                                                        "-1",
                                                        "nan",
                                                        "00000000-0000-0000-0000-000000000000"};

bool isPlaceholder(std::string_view id) {
    return std::find(placeholders.begin(), placeholders.end(), asciiLower(id)) != placeholders.end();
}

/// Ids that name a person rather than a device.
bool namesPerson(const std::string& key) {
    return key.front() != 'a';
}

void addOnce(std::vector<std::string>& list, std::string text) {
    if (std::find(list.begin(), list.end(), text) == list.end())
        list.push_back(std::move(text));
}

std::optional<std::string> emailTrait(const Event& event) {
    if (event.type != EventType::Identify)
        return std::nullopt;
    const Value email = event.properties.member("email");
    return email.text() ? normalisedEmail(*email.text()) : std::nullopt;
}

std::optional<std::string> phoneTrait(const Event& event) {
    if (event.type != EventType::Identify)
        return std::nullopt;
    const Value phone = event.properties.member("phone");
    return phone.text() ? normalisedPhone(*phone.text()) : std::nullopt;
}

bool isDomain(std::string_view domain) {
    if (domain.empty() || domain.size() > 253 || domain.find('.') == std::string_view::npos)
        return false;
    for (const std::string& label : split(domain, '.'))
        if (label.empty() || label.front() == '-' || label.back() == '-')
            return false;
    return true;
}

} // namespace

std::optional<std::string> normalisedEmail(std::string_view text) {
    const std::string email = asciiLower(trimmed(text));
    const auto at = email.rfind('@');
    if (at == std::string::npos || at == 0 || at > 64 || !isDomain(std::string_view(email).substr(at + 1)))
        return std::nullopt;
    const std::string_view local = std::string_view(email).substr(0, at);
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos)
        return std::nullopt;
    // Bytes from 0x80 up are letters of internationalised addresses (RFC 6531).
    constexpr std::string_view never = "()<>[]:;,\\\"@ ";
    for (const char c : local)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || never.find(c) != std::string_view::npos)
            return std::nullopt;
    for (const char c : std::string_view(email).substr(at + 1)) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                          static_cast<unsigned char>(c) >= 0x80;
        if (!fits)
            return std::nullopt;
    }
    return email;
}

std::optional<std::string> normalisedPhone(std::string_view text) {
    std::string_view rest = trimmed(text);
    if (rest.starts_with('+'))
        rest.remove_prefix(1);
    else if (rest.starts_with("00"))
        rest.remove_prefix(2);
    else
        return std::nullopt;
    std::string number = "+";
    // "(0)" is the trunk prefix that callers from abroad leave out.
    if (const auto trunk = rest.find("(0)"); trunk != std::string_view::npos && trunk > 0) {
        number += rest.substr(0, trunk);
        number += rest.substr(trunk + 3);
    } else {
        number += rest;
    }
    std::string digits = "+";
    for (const char c : std::string_view(number).substr(1)) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (std::string_view(" -./()").find(c) == std::string_view::npos)
            return std::nullopt;
    }
    // E.164: a country code (never starting with 0) and subscriber number, 15 digits at most; the shortest in use
    // have 7.
    if (digits.size() < 8 || digits.size() > 16 || digits[1] == '0')
        return std::nullopt;
    return digits;
}

bool namesSomebody(const Event& event) {
    return (!event.userId.empty() && !isPlaceholder(event.userId)) || emailTrait(event) || phoneTrait(event);
}

std::string groupOf(const Event& event) {
    if (event.type != EventType::Group)
        return {};
    std::string group(trimmed(event.properties.member("groupId").toText()));
    return isPlaceholder(group) ? std::string() : group;
}

std::vector<std::string> idsOf(const Event& event) {
    std::vector<std::string> ids;
    for (const std::string* id : {&event.userId, &event.anonymousId, &event.previousId})
        if (!id->empty())
            addOnce(ids, *id);
    if (event.userId.find('@') != std::string::npos)
        if (auto email = normalisedEmail(event.userId))
            addOnce(ids, std::move(*email));
    if (auto email = emailTrait(event))
        addOnce(ids, std::move(*email));
    if (auto phone = phoneTrait(event))
        addOnce(ids, std::move(*phone));
    return ids;
}

std::vector<std::string> idsByWeight(const Event& event) {
    std::vector<std::string> ids = idsOf(event);
    std::stable_partition(ids.begin(), ids.end(), [&](const std::string& id) {
        return id == event.userId || (id != event.anonymousId && id != event.previousId);
    });
    return ids;
}

std::vector<std::string> IdentityMap::keysOf(const Event& event) const {
    std::vector<std::string> keys;
    if (!event.userId.empty())
        addOnce(keys, 'u' + event.userId);
    if (event.userId.find('@') != std::string::npos)
        if (const auto email = normalisedEmail(event.userId))
            addOnce(keys, 'e' + *email);
    if (const auto email = emailTrait(event))
        addOnce(keys, 'e' + *email);
    if (const auto phone = phoneTrait(event))
        addOnce(keys, 'p' + *phone);
    if (!event.anonymousId.empty())
        addOnce(keys, 'a' + event.anonymousId);
    // An alias may name a session or an earlier user id: the one that is known, else a session.
    if (!event.previousId.empty()) {
        const bool isUser = m_owner.contains('u' + event.previousId) && !m_owner.contains('a' + event.previousId);
        addOnce(keys, (isUser ? 'u' : 'a') + event.previousId);
    }
    return keys;
}

CustomerNo IdentityMap::root(CustomerNo number) const {
    while (m_parent[number] != number)
        number = m_parent[number];
    return number;
}

std::optional<CustomerNo> IdentityMap::ownerOf(const std::string& key) const {
    const auto found = m_owner.find(key);
    return found == m_owner.end() ? std::nullopt : std::optional(root(found->second));
}

bool IdentityMap::isHub(const std::string& id) const {
    for (const char kind : {'u', 'e', 'p', 'a'}) {
        const auto found = m_joins.find(kind + id);
        if (found != m_joins.end() && found->second >= hubLimit)
            return true;
    }
    return isPlaceholder(id);
}

/// How many persons this event would join to the key beyond those it has joined already.
std::size_t IdentityMap::strangersTo(const std::string& key, const std::vector<std::string>& keys) const {
    const auto owner = ownerOf(key);
    if (!owner)
        return 0;
    std::vector<CustomerNo> known;
    bool unknown = false;
    for (const std::string& other : keys) {
        if (other == key || !namesPerson(other))
            continue;
        const auto theirs = ownerOf(other);
        if (!theirs)
            unknown = true;
        else if (*theirs != *owner && std::find(known.begin(), known.end(), *theirs) == known.end())
            known.push_back(*theirs);
    }
    // New ids beside known ones belong to those persons; alone they are one new person.
    return known.empty() && unknown ? 1 : known.size();
}

/// The keys that are no hubs, after this event has been counted against each of them.
std::vector<std::string> IdentityMap::joiningKeys(const std::vector<std::string>& keys) {
    std::vector<std::string> joining;
    for (const std::string& key : keys) {
        const auto joins = m_joins.find(key);
        const std::size_t before = joins == m_joins.end() ? 0 : joins->second;
        if (isPlaceholder(std::string_view(key).substr(1)) || before >= hubLimit)
            continue;
        if (1 + before + strangersTo(key, keys) > hubLimit)
            m_joins[key] = hubLimit;
        else
            joining.push_back(key);
    }
    for (const std::string& key : joining)
        if (const std::size_t strangers = strangersTo(key, joining); strangers > 0)
            m_joins[key] += strangers;
    return joining;
}

Resolution IdentityMap::resolve(const Event& event) {
    const auto keys = keysOf(event);
    auto joining = joiningKeys(keys);
    if (joining.empty() && !keys.empty())
        joining.push_back(keys.front());
    std::vector<CustomerNo> same;
    const auto addRoot = [&](CustomerNo number) {
        const auto barred = [&](CustomerNo other) { return other == number || areParted(other, number); };
        if (std::none_of(same.begin(), same.end(), barred))
            same.push_back(number);
    };
    for (const std::string& key : joining)
        if (const auto owner = ownerOf(key))
            addRoot(*owner);
    for (std::size_t i = 0; i < same.size(); ++i)
        if (const auto waiting = m_pending.find(same[i]); waiting != m_pending.end())
            for (const CustomerNo other : waiting->second)
                addRoot(root(other));
    std::sort(same.begin(), same.end());

    Resolution resolution;
    if (same.empty()) {
        resolution = {static_cast<CustomerNo>(m_parent.size()), true, std::nullopt};
        m_parent.push_back(resolution.customer);
        ++m_count;
    } else {
        resolution.customer = same.front();
    }
    if (same.size() > 1) {
        resolution.absorbed = same[1];
        m_parent[same[1]] = same[0];
        --m_count;
        for (const CustomerNo number : same)
            m_pending.erase(number);
        for (std::size_t i = 2; i < same.size(); ++i) {
            m_pending[same[0]].push_back(same[i]);
            m_pending[same[i]].push_back(same[0]);
        }
    }
    for (std::string& key : joining)
        m_owner.emplace(std::move(key), resolution.customer);
    return resolution;
}

std::optional<Resolution> IdentityMap::join(CustomerNo a, CustomerNo b) {
    const CustomerNo kept = std::min(root(a), root(b)), gone = std::max(root(a), root(b));
    if (kept == gone || areParted(kept, gone) || m_pending.contains(kept) || m_pending.contains(gone))
        return std::nullopt;
    m_parent[gone] = kept;
    --m_count;
    return Resolution{kept, false, gone};
}

Resolution IdentityMap::account(const std::string& group) {
    const auto [known, isNew] = m_owner.emplace('g' + group, static_cast<CustomerNo>(m_parent.size()));
    if (isNew) {
        m_parent.push_back(known->second);
        ++m_count;
    }
    return {known->second, isNew, std::nullopt};
}

std::optional<CustomerNo> IdentityMap::findAccount(const std::string& group) const {
    return ownerOf('g' + group);
}

bool IdentityMap::areParted(CustomerNo a, CustomerNo b) const {
    return std::any_of(m_parted.begin(), m_parted.end(), [&](const auto& pair) {
        const CustomerNo first = root(pair.first), second = root(pair.second);
        return (first == a && second == b) || (first == b && second == a);
    });
}

bool IdentityMap::part(CustomerNo kept, CustomerNo gone, const std::vector<Event>& goneSince,
                       const std::vector<std::string>& keptIds, const std::vector<CustomerNo>& goneAbsorbed) {
    if (kept >= m_parent.size() || gone >= m_parent.size() || kept == gone || m_parent[gone] != kept)
        return false;
    m_parent[gone] = gone;
    ++m_count;
    for (const CustomerNo third : goneAbsorbed)
        if (third < m_parent.size() && m_parent[third] == kept)
            m_parent[third] = gone;
    for (const Event& event : goneSince)
        for (const std::string& key : keysOf(event)) {
            const bool stays = std::find(keptIds.begin(), keptIds.end(), key.substr(1)) != keptIds.end();
            if (const auto owner = m_owner.find(key); owner != m_owner.end() && owner->second == kept && !stays)
                owner->second = gone;
        }
    m_parted.emplace_back(kept, gone);
    return true;
}

std::optional<CustomerNo> IdentityMap::find(const std::string& id) const {
    for (const char kind : {'u', 'a', 'e', 'p'})
        if (const auto owner = ownerOf(kind + id))
            return owner;
    if (const auto email = normalisedEmail(id))
        return ownerOf('e' + *email);
    if (const auto phone = normalisedPhone(id))
        return ownerOf('p' + *phone);
    return std::nullopt;
}

} // namespace wayreeve::perception
