#include "storage/person_keys.h"

#include <sodium.h>

#include <algorithm>

namespace wayreeve::storage {

namespace {

constexpr std::size_t headSize = 7;
constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t keysKept = 100'000; // 10 MB; beyond, they are read again
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32 && nonceSize == 24);

Error damaged() {
    return Error{"store.damaged", {{"object", "sealed"}}};
}

std::uint32_t customerOf(std::span<const std::uint8_t> stored) {
    std::uint32_t customer = 0;
    for (std::size_t i = 0; i < 4; ++i)
        customer |= static_cast<std::uint32_t>(stored[1 + i]) << (8 * i);
    return customer;
}

std::size_t readableSize(std::span<const std::uint8_t> stored) {
    return stored[5] | static_cast<std::size_t>(stored[6]) << 8;
}

} // namespace

PersonKeys::PersonKeys(WorkspaceStore& store)
    : m_store(store)
    , m_find(store, "SELECT key FROM person_key WHERE id = ?")
    , m_add(store, "INSERT INTO person_key(id, key) VALUES(?, ?)")
    , m_erased(store, "SELECT 1 FROM erased WHERE id = ?") {}

Result<std::optional<std::int64_t>> PersonKeys::ownerOf(std::int64_t run) {
    if (const auto known = m_owners.find(run); known != m_owners.end())
        return known->second;
    Statement find(m_store, "SELECT r.kind, coalesce((SELECT s.id FROM run s WHERE s.tag = r.source AND s.id < r.id), "
                            "0) FROM run r WHERE r.id = ?");
    std::optional<std::int64_t> owner;
    for (std::int64_t at = run; at != 0;) {
        if (auto done = find.run(at); !done)
            return done.error();
        if (!find.next())
            return std::optional<std::int64_t>(); // not there yet
        const auto kind = find.as<audit::RunKind>(0);
        const std::int64_t source = find.integer(1);
        find.finish();
        if (kind == audit::RunKind::Simulation)
            break;
        owner = at;
        at = kind == audit::RunKind::Replay ? source : 0; // a log of decisions is nobody's replay: its own owner
        if (at != 0)
            owner.reset();
    }
    m_owners[run] = owner;
    return owner;
}

Result<std::optional<PersonKeys::Key>> PersonKeys::find(std::int64_t owner, std::uint32_t customer) {
    const std::int64_t id = rowId(owner, customer);
    if (const auto known = m_known.find(id); known != m_known.end())
        return known->second;
    if (auto done = m_find.run(id); !done)
        return done.error();
    std::optional<Key> key;
    if (m_find.next()) {
        const std::vector<std::uint8_t> bytes = m_find.blob(0);
        if (bytes.size() != 32)
            return Error{"store.damaged", {{"object", "person_key"}}};
        key.emplace();
        std::copy(bytes.begin(), bytes.end(), key->begin());
    }
    m_find.finish();
    return key;
}

Result<std::vector<std::uint8_t>> PersonKeys::seal(std::int64_t run, std::uint32_t customer,
                                                   std::span<const std::uint8_t> readable,
                                                   std::vector<std::uint8_t> plain) {
    const auto owner = ownerOf(run);
    if (!owner)
        return owner.error();
    if (!*owner || customer == audit::noCustomer)
        return plain;
    auto key = find(**owner, customer);
    if (!key)
        return key.error();
    const std::int64_t id = rowId(**owner, customer);
    if (!*key && !m_known.contains(id)) {
        if (auto done = m_erased.run(id); !done)
            return done.error();
        const bool erased = m_erased.next();
        m_erased.finish();
        if (!erased) {
            key->emplace();
            crypto_aead_xchacha20poly1305_ietf_keygen((*key)->data());
            if (auto done = m_add.run(id, std::span<const std::uint8_t>(**key)); !done)
                return done.error();
        }
    }
    if (m_known.size() >= keysKept)
        m_known.clear();
    m_known[id] = *key;
    if (!*key)
        return plain;
    std::vector<std::uint8_t> sealed = stub(customer, readable);
    const std::size_t head = sealed.size();
    sealed.resize(head + nonceSize + plain.size() + tagSize);
    randombytes_buf(sealed.data() + head, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + head + nonceSize, nullptr, plain.data(), plain.size(),
                                               sealed.data(), head, nullptr, sealed.data() + head, (*key)->data());
    return sealed;
}

Result<PersonKeys::Opened> PersonKeys::open(std::int64_t run, std::vector<std::uint8_t> stored) {
    if (!isSealed(stored))
        return Opened{std::move(stored), false};
    if (stored.size() < headSize || stored.size() < headSize + readableSize(stored))
        return damaged();
    const std::size_t head = headSize + readableSize(stored);
    const auto owner = ownerOf(run);
    if (!owner)
        return owner.error();
    std::optional<Key> key;
    if (*owner && stored.size() >= head + nonceSize + tagSize) {
        auto found = find(**owner, customerOf(stored));
        if (!found)
            return found.error();
        key = *found;
    }
    if (!key)
        return Opened{{stored.begin() + headSize, stored.begin() + static_cast<std::ptrdiff_t>(head)}, true};
    std::vector<std::uint8_t> plain(stored.size() - head - nonceSize - tagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, stored.data() + head + nonceSize,
                                                   stored.size() - head - nonceSize, stored.data(), head,
                                                   stored.data() + head, key->data()) != 0)
        return damaged();
    return Opened{std::move(plain), false};
}

std::vector<std::uint8_t> PersonKeys::stub(std::uint32_t customer, std::span<const std::uint8_t> readable) {
    std::vector<std::uint8_t> bytes{1};
    for (int i = 0; i < 4; ++i)
        bytes.push_back(static_cast<std::uint8_t>(customer >> (8 * i)));
    bytes.push_back(static_cast<std::uint8_t>(readable.size()));
    bytes.push_back(static_cast<std::uint8_t>(readable.size() >> 8));
    bytes.insert(bytes.end(), readable.begin(), readable.end());
    return bytes;
}

} // namespace wayreeve::storage
