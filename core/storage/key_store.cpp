#include "storage/key_store.h"

#include "storage/workspace_store.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace wayreeve::storage {

namespace fs = std::filesystem;

namespace {

fs::path keyFolder(const fs::path& workspace) {
    return dataFolder(workspace) / "keys";
}
fs::path secretFile(const fs::path& workspace) {
    return keyFolder(workspace) / "signing.key";
}
fs::path publicFile(const fs::path& workspace) {
    return keyFolder(workspace) / "signing.pub";
}

template <std::size_t N>
std::string hexOf(const std::array<std::uint8_t, N>& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t b : bytes) {
        text += digits[b >> 4];
        text += digits[b & 15];
    }
    return text;
}

/// Exactly N bytes of hex and a newline.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> readHex(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text;
    std::getline(in, text);
    if (text.size() != 2 * N)
        return std::nullopt;
    std::array<std::uint8_t, N> bytes{};
    for (std::size_t i = 0; i < 2 * N; ++i) {
        const char c = text[i];
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0)
            return std::nullopt;
        bytes[i / 2] = static_cast<std::uint8_t>(bytes[i / 2] << 4 | digit);
    }
    return bytes;
}

Error failed(const fs::path& file) {
    return Error{"store.io", {{"file", file.string()}, {"detail", std::strerror(errno)}}};
}

/// Written beside the target, made durable, then linked under its name: two processes cannot both make a key, and
/// nobody ever sees half of one. False where the name is taken.
Result<bool> writeNew(const fs::path& file, const std::string& text, mode_t mode) {
    const fs::path draft = file.string() + "." + std::to_string(::getpid());
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (descriptor < 0)
        return failed(draft);
    const bool written =
        ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    const Error problem = failed(draft);
    ::close(descriptor);
    const bool linked = written && ::link(draft.c_str(), file.c_str()) == 0;
    const bool taken = written && !linked && errno == EEXIST;
    const Error linkProblem = failed(file);
    ::unlink(draft.c_str());
    if (!written)
        return problem;
    if (!linked && !taken)
        return linkProblem;
    return linked;
}

} // namespace

Result<audit::SigningKey> signingKey(const fs::path& workspace) {
    if (auto made = makeDataFolder(workspace); !made)
        return made.error();
    const fs::path folder = keyFolder(workspace);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return failed(folder);
    const fs::path secret = secretFile(workspace), open = publicFile(workspace);
    if (!fs::exists(secret)) {
        if (fs::exists(open))
            return Error{"store.key-missing", {{"file", secret.string()}}};
        const audit::SigningKey key = audit::SigningKey::generate();
        if (auto written = writeNew(secret, hexOf(key.secretKey) + "\n", 0600); !written)
            return written.error();
    }
    ::chmod(secret.c_str(), 0600); // a copied workspace may have lost it
    const auto bytes = readHex<64>(secret);
    if (!bytes)
        return Error{"store.key-damaged", {{"file", secret.string()}}};
    audit::SigningKey key;
    key.secretKey = *bytes;
    std::copy(bytes->begin() + 32, bytes->end(), key.publicKey.begin()); // libsodium keeps it in the second half
    if (auto written = writeNew(open, hexOf(key.publicKey) + "\n", 0600); !written)
        return written.error();
    ::chmod(open.c_str(), 0600);
    if (readHex<32>(open) != key.publicKey)
        return Error{"store.key-damaged", {{"file", open.string()}}};
    return key;
}

std::vector<std::uint8_t> publicKey(const fs::path& workspace) {
    if (const auto open = readHex<32>(publicFile(workspace)))
        return {open->begin(), open->end()};
    if (const auto secret = readHex<64>(secretFile(workspace)))
        return {secret->begin() + 32, secret->end()};
    return {};
}

bool hasUnwrappedKey(const fs::path& workspace) {
    return readHex<64>(secretFile(workspace)).has_value();
}

bool isKeyExposed(const fs::path& workspace) {
    struct stat info {};
    return ::stat(secretFile(workspace).c_str(), &info) == 0 && (info.st_mode & 077U) != 0;
}

} // namespace wayreeve::storage
