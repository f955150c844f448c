#pragma once

#include "engine/customer_state.h"
#include "session/open_workspace.h"

#include <cstdint>
#include <map>
#include <optional>

namespace wayreeve::audit {
class LedgerReader;
}

namespace wayreeve::session {

/// A run's customers as the store has them: as of the last epoch for whoever was written to, or said something about
/// consent, in a live run that sends; as of the run's end otherwise. Who was absorbed is found as who absorbed them.
/// One thread; the arguments must outlive it.
class StoredCustomers {
public:
    StoredCustomers(const OpenWorkspace& asOf, audit::LedgerReader& reader, std::int64_t run);

    /// As of now. Null where nothing is stored, it cannot be read, or the person was erased. Valid until the next call.
    [[nodiscard]] const engine::CustomerState* now(std::uint32_t customer);
    /// The same, but what the last call read is still good enough.
    [[nodiscard]] const engine::CustomerState* lately(std::uint32_t customer);

private:
    [[nodiscard]] std::optional<std::uint32_t> absorber(std::uint32_t customer);

    const OpenWorkspace& m_asOf;
    audit::LedgerReader& m_reader;
    std::int64_t m_run;
    std::optional<std::uint32_t> m_customer; ///< asked for last
    std::optional<engine::CustomerState> m_state;
    std::uint64_t m_nextEntry = 1;                     ///< of the chain, for merges
    std::map<std::uint32_t, std::uint32_t> m_absorbed; ///< by whom
};

} // namespace wayreeve::session
