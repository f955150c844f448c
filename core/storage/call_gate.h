#pragma once

#include "base/result.h"

#include <filesystem>
#include <memory>

namespace wayreeve::storage {

/// Makes `stop` hold across processes: connector calls pass this gate, and a stop, once written, waits until every call
/// that passed before has ended. Whoever passes later reads the stop. Advisory locks on `WS/.wayreeve/calls.lock`,
/// which end with their process however it dies. One thread an object.
class CallGate {
public:
    /// "store.io".
    [[nodiscard]] static Result<std::unique_ptr<CallGate>> open(const std::filesystem::path& workspace);
    ~CallGate();
    CallGate(const CallGate&) = delete;
    CallGate& operator=(const CallGate&) = delete;

    /// A call under way; ends with the object, which must not outlive its gate.
    class Pass {
    public:
        explicit Pass(CallGate& gate)
            : m_gate(&gate) {}
        Pass(Pass&& other) noexcept
            : m_gate(other.m_gate) {
            other.m_gate = nullptr;
        }
        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;
        Pass& operator=(Pass&&) = delete;
        ~Pass();

    private:
        CallGate* m_gate;
    };
    /// To be held from before the stops are read until the call has ended. Waits while a stop waits. "store.io".
    [[nodiscard]] Result<Pass> pass();
    /// Returns once no call is under way that passed before; to be called after the stop was written, and not while
    /// holding a pass of the same thread. As long as the longest call at most. "store.io".
    [[nodiscard]] Result<void> waitForCalls();

private:
    explicit CallGate(int descriptor)
        : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace wayreeve::storage
