#pragma once

#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <memory>

namespace wayreeve::storage {

/// One engine a workspace: an advisory lock on `WS/.wayreeve/engine.lock`, which holds the owner's process id. It ends
/// with the object or with the process, however that dies. Exclusive within a process too.
class EngineLock {
public:
    /// "store.locked" pid (none where it is not known); "store.io". Where another holds the lock it is asked for again
    /// every 20 ms for as long as `patience`: short commands take turns.
    [[nodiscard]] static Result<std::unique_ptr<EngineLock>>
    acquire(const std::filesystem::path& workspace, std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    ~EngineLock();
    EngineLock(const EngineLock&) = delete;
    EngineLock& operator=(const EngineLock&) = delete;

private:
    explicit EngineLock(int descriptor)
        : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace wayreeve::storage
