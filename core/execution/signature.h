#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What receivers ask for in headers and payloads, from libsodium. Any thread.
namespace wayreeve::execution {

[[nodiscard]] std::string base64(std::string_view bytes);                      ///< RFC 4648, padded
[[nodiscard]] std::optional<std::string> base64Decoded(std::string_view text); ///< nothing else than base64() writes
[[nodiscard]] std::string sha256Hex(std::string_view bytes);                   ///< FIPS 180-4, 64 lower-case digits
[[nodiscard]] std::string hmacSha256(std::string_view key, std::string_view message); ///< RFC 2104, 32 bytes

/// The header webhook-signature of Standard Webhooks 1.0.0: "v1," and the base64 of HMAC-SHA256 over "id.seconds.body",
/// once for each key, blank between (keys in rotation).
[[nodiscard]] std::string webhookSignature(const std::vector<std::string>& keys, std::string_view id,
                                           std::int64_t seconds, std::string_view body);

/// The keys in "whsec_<base64>", several with blanks between; nothing where one is not such a secret of 24 … 64 bytes.
[[nodiscard]] std::optional<std::vector<std::string>> webhookKeys(std::string_view secret);

} // namespace wayreeve::execution
