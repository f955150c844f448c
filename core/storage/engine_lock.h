#pragma once

#include "base/result.h"

#include <filesystem>
#include <memory>

namespace wayreeve::storage {

/// One engine a workspace: an advisory lock on `WS/.wayreeve/engine.lock`, which holds the owner's process id. It ends
/// with the object or with the process, however that dies. Exclusive within a process too.
class EngineLock {
public:
    /// "store.locked" pid (0 = not known); "store.io".
    [[nodiscard]] static Result<std::unique_ptr<EngineLock>> acquire(const std::filesystem::path& workspace);
    ~EngineLock();
    EngineLock(const EngineLock&) = delete;
    EngineLock& operator=(const EngineLock&) = delete;

private:
    explicit EngineLock(int descriptor)
        : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace wayreeve::storage
