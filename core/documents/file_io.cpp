#include "documents/file_io.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace wayreeve::documents {

namespace {

Error failed(const char* code, const std::filesystem::path& path, int number) {
    return {code, {{"reason", std::strerror(number)}}, path.string(), 0, 0};
}

bool writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

void flushFolder(const std::filesystem::path& folder) {
    if (const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); descriptor >= 0) {
        (void)::fsync(descriptor);
        ::close(descriptor);
    }
}

} // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
    std::error_code unreadable;
    if (!std::filesystem::is_regular_file(path, unreadable))
        return unreadable ? failed("io.read-failed", path, unreadable.value())
                          : Error{"io.read-failed", {{"reason", "not a file"}}, path.string(), 0, 0};
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return failed("io.read-failed", path, errno);
    // One byte more than allowed tells "too large" from "just fits" without trusting the size on disk.
    std::string text(limit + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad())
        return failed("io.read-failed", path, EIO);
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > limit)
        return Error{"io.too-large", {{"limit", std::to_string(limit)}}, path.string(), 0, 0};
    return text;
}

Result<void> replaceFile(const std::filesystem::path& path, std::string_view text) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error)
        return Error{"io.write-failed", {{"reason", error.message()}}, path.string(), 0, 0};
    static std::atomic<unsigned> counter{0};
    const std::filesystem::path temporary =
        path.string() + ".new-" + std::to_string(::getpid()) + "-" + std::to_string(counter++);
    struct stat existing {};
    const mode_t mode = ::stat(path.c_str(), &existing) == 0 ? existing.st_mode & 0777 : 0644;
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0)
        return failed("io.write-failed", path, errno);
    const bool written = writeAll(descriptor, text) && ::fsync(descriptor) == 0;
    const int number = errno;
    if (::close(descriptor) != 0 || !written || ::rename(temporary.c_str(), path.c_str()) != 0) {
        const int reason = written ? errno : number;
        ::unlink(temporary.c_str());
        return failed("io.write-failed", path, reason);
    }
    flushFolder(path.parent_path());
    return {};
}

} // namespace wayreeve::documents
