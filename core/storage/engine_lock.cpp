#include "storage/engine_lock.h"

#include "storage/workspace_store.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace wayreeve::storage {

namespace {

long ownerOf(int descriptor) {
    std::array<char, 24> text{};
    const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
    long pid = 0;
    if (length > 0)
        std::from_chars(text.data(), text.data() + length, pid);
    return pid;
}

} // namespace

Result<std::unique_ptr<EngineLock>> EngineLock::acquire(const std::filesystem::path& workspace,
                                                        std::chrono::milliseconds patience) {
    if (auto made = makeDataFolder(workspace); !made)
        return made.error();
    const std::filesystem::path file = dataFolder(workspace) / "engine.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return Error{"store.io", {{"file", file.string()}, {"detail", std::strerror(errno)}}};
    const auto until = std::chrono::steady_clock::now() + patience;
    int reason = 0;
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        reason = errno;
        if (reason == EINTR || (reason == EWOULDBLOCK && std::chrono::steady_clock::now() < until)) {
            std::this_thread::sleep_for(std::chrono::milliseconds(reason == EINTR ? 0 : 20));
            reason = 0;
            continue;
        }
        break;
    }
    if (reason != 0) {
        const long pid = ownerOf(descriptor);
        ::close(descriptor);
        if (reason == EWOULDBLOCK)
            return pid > 0 ? Error{"store.locked", {{"pid", std::to_string(pid)}}} : Error{"store.locked", {}};
        return Error{"store.io", {{"file", file.string()}, {"detail", std::strerror(reason)}}};
    }
    const std::string pid = std::to_string(::getpid()) + "\n";
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, pid.data(), pid.size(), 0) < 0) {
        // The lock holds all the same; only its owner cannot be named.
    }
    return std::unique_ptr<EngineLock>(new EngineLock(descriptor));
}

EngineLock::~EngineLock() {
    ::close(m_descriptor);
}

} // namespace wayreeve::storage
