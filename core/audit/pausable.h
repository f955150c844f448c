#pragma once

#include <functional>

namespace wayreeve::audit {

/// A ledger writer whose thread has other work, too: commit() calls the pause between rows, every millisecond or so,
/// and goes on when it returns. The pause must not touch the writer. Same thread as the writer.
class Pausable {
public:
    virtual ~Pausable() = default;
    virtual void setPause(std::function<void()> pause) = 0;
};

} // namespace wayreeve::audit
