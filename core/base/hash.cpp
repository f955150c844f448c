#include "base/hash.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <sodium.h>

namespace wayreeve {

namespace {

static_assert(sizeof(crypto_generichash_state) <= 384 && alignof(crypto_generichash_state) <= 64);

void ensureSodium() {
    static const bool ready = sodium_init() >= 0; // once, whichever thread comes first
    if (!ready)
        std::abort(); // no source of randomness: nothing that this program promises could be kept
}

crypto_generichash_state* asState(unsigned char* bytes) {
    return static_cast<crypto_generichash_state*>(static_cast<void*>(bytes));
}

const unsigned char* asBytes(std::string_view text) {
    return static_cast<const unsigned char*>(static_cast<const void*>(text.data()));
}

std::span<const std::uint8_t> bytesOf(std::string_view text) {
    return {asBytes(text), text.size()};
}

int digitOf(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

bool Hash256::isZero() const {
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
}

std::string Hash256::hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(64);
    for (const std::uint8_t b : bytes) {
        text += digits[b >> 4];
        text += digits[b & 15];
    }
    return text;
}

std::optional<Hash256> Hash256::fromHex(std::string_view text) {
    Hash256 hash;
    if (text.size() != 2 * hash.bytes.size())
        return std::nullopt;
    for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
        const int upper = digitOf(text[2 * i]);
        const int lower = digitOf(text[2 * i + 1]);
        if (upper < 0 || lower < 0)
            return std::nullopt;
        hash.bytes[i] = static_cast<std::uint8_t>(upper * 16 + lower);
    }
    return hash;
}

Hash256 hashOf(std::span<const std::uint8_t> bytes) {
    ensureSodium();
    Hash256 hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), bytes.data(), bytes.size(), nullptr, 0);
    return hash;
}

Hash256 hashOf(std::string_view text) {
    return hashOf(bytesOf(text));
}

Hasher::Hasher()
    : m_state{} {
    ensureSodium();
    crypto_generichash_init(asState(m_state.data()), nullptr, 0, sizeof(Hash256::bytes));
}

void Hasher::add(std::span<const std::uint8_t> bytes) {
    crypto_generichash_update(asState(m_state.data()), bytes.data(), bytes.size());
}

void Hasher::add(std::string_view text) {
    add(bytesOf(text));
}

void Hasher::add(const Hash256& hash) {
    add(std::span<const std::uint8_t>(hash.bytes));
}

Hash256 Hasher::finish() const {
    Hasher copy = *this; // finishing spends the state
    Hash256 hash;
    crypto_generichash_final(asState(copy.m_state.data()), hash.bytes.data(), hash.bytes.size());
    return hash;
}

std::uint64_t stableHash64(std::string_view text, std::uint64_t salt) {
    Hasher hasher;
    std::array<std::uint8_t, 8> saltBytes{};
    for (std::size_t i = 0; i < saltBytes.size(); ++i)
        saltBytes[i] = static_cast<std::uint8_t>(salt >> (8 * i));
    hasher.add(std::span<const std::uint8_t>(saltBytes));
    hasher.add(text);
    const Hash256 hash = hasher.finish();
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;)
        number = (number << 8) | hash.bytes[i];
    return number;
}

} // namespace wayreeve
