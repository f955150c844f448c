#include "storage/call_gate.h"

#include "storage/workspace_store.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace wayreeve::storage {

namespace {

// Two bytes, each a lock of readers (calls) and writers (stops). Whoever wants to pass goes through the door first; a
// stop keeps the door shut while it waits for the room to empty, or calls after calls could keep it waiting for ever.
enum Place : off_t { door = 0, room = 1 };

/// Waits. The lock belongs to the open file, not to the process: two gates of one process exclude each other too.
Result<void> lock(int descriptor, short kind, Place place) {
    struct flock range {};
    range.l_type = kind;
    range.l_whence = SEEK_SET;
    range.l_start = place;
    range.l_len = 1;
    while (::fcntl(descriptor, F_OFD_SETLKW, &range) != 0)
        if (errno != EINTR)
            return Error{"store.io", {{"file", "calls.lock"}, {"detail", std::strerror(errno)}}};
    return {};
}

} // namespace

Result<std::unique_ptr<CallGate>> CallGate::open(const std::filesystem::path& workspace) {
    if (auto made = makeDataFolder(workspace); !made)
        return made.error();
    const std::filesystem::path file = dataFolder(workspace) / "calls.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return Error{"store.io", {{"file", file.string()}, {"detail", std::strerror(errno)}}};
    return std::unique_ptr<CallGate>(new CallGate(descriptor));
}

CallGate::~CallGate() {
    ::close(m_descriptor);
}

CallGate::Pass::~Pass() {
    if (m_gate != nullptr)
        (void)lock(m_gate->m_descriptor, F_UNLCK, room);
}

Result<CallGate::Pass> CallGate::pass() {
    if (auto entered = lock(m_descriptor, F_RDLCK, door); !entered)
        return entered.error();
    const auto inside = lock(m_descriptor, F_RDLCK, room);
    const auto left = lock(m_descriptor, F_UNLCK, door);
    if (!inside || !left)
        return inside ? left.error() : inside.error();
    return Pass(*this);
}

Result<void> CallGate::waitForCalls() {
    if (auto shut = lock(m_descriptor, F_WRLCK, door); !shut)
        return shut;
    const auto empty = lock(m_descriptor, F_WRLCK, room);
    const auto opened = lock(m_descriptor, F_UNLCK, room);
    const auto released = lock(m_descriptor, F_UNLCK, door);
    return !empty ? empty : !opened ? opened : released;
}

} // namespace wayreeve::storage
