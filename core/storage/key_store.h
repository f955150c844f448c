#pragma once

#include "audit/verify.h"
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace wayreeve::storage {

/// The workspace's Ed25519 key: `WS/.wayreeve/keys/signing.key` (128 hex digits, mode 0600, in a folder of mode 0700)
/// and beside it `signing.pub` (64 hex digits, mode 0600), which is all that verifying needs. Unwrapped: whoever reads
/// the file can sign; `verify` says so.

/// Makes the key where there is none yet. Errors "store.key-missing" (only the public half is there: a new key would
/// make the signed heads worthless), "store.key-damaged" file, "store.io".
[[nodiscard]] Result<audit::SigningKey> signingKey(const std::filesystem::path& workspace);

/// Empty where there is none.
[[nodiscard]] std::vector<std::uint8_t> publicKey(const std::filesystem::path& workspace);
[[nodiscard]] bool hasUnwrappedKey(const std::filesystem::path& workspace);
/// Whether anybody but the owner may touch the secret key's file (a copy that lost its mode). The next command that
/// signs puts the mode right.
[[nodiscard]] bool isKeyExposed(const std::filesystem::path& workspace);

} // namespace wayreeve::storage
