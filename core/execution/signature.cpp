#include "execution/signature.h"

#include "base/text.h"

#include <sodium.h>

#include <array>

namespace wayreeve::execution {

namespace {

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytesOf(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the zero that it ends with
    return text;
}

std::optional<std::string> base64Decoded(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

std::string sha256Hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), bytesOf(bytes), bytes.size());
    std::string text(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();
    return text;
}

std::string hmacSha256(std::string_view key, std::string_view message) {
    std::string code(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytesOf(message), message.size());
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(code.data()));
    return code;
}

std::string webhookSignature(const std::vector<std::string>& keys, std::string_view id, std::int64_t seconds,
                             std::string_view body) {
    const std::string content = std::string(id) + "." + std::to_string(seconds) + "." + std::string(body);
    std::string header;
    for (const std::string& key : keys)
        header += (header.empty() ? "v1," : " v1,") + base64(hmacSha256(key, content));
    return header;
}

std::optional<std::vector<std::string>> webhookKeys(std::string_view secret) {
    constexpr std::string_view prefix = "whsec_";
    std::vector<std::string> keys;
    for (const std::string& word : split(secret, ' ')) {
        if (!word.starts_with(prefix))
            return std::nullopt;
        auto key = base64Decoded(std::string_view(word).substr(prefix.size()));
        if (!key || key->size() < 24 || key->size() > 64)
            return std::nullopt;
        keys.push_back(std::move(*key));
    }
    return keys;
}

} // namespace wayreeve::execution
