#include "perception/seen_ids.h"

#include "base/hash.h"

#include <utility>

namespace wayreeve::perception {

void SeenIds::age(Instant receivedAt) {
    if (m_since.ms == INT64_MIN) {
        m_since = receivedAt;
        return;
    }
    const Duration old = receivedAt - m_since;
    if (old < window)
        return;
    m_before = old < window + window ? std::exchange(m_now, {}) : std::unordered_set<std::uint64_t>();
    m_now.clear();
    m_since = receivedAt;
}

bool SeenIds::contains(std::string_view id, Instant receivedAt) {
    age(receivedAt);
    const std::uint64_t hash = stableHash64(id);
    return m_now.contains(hash) || m_before.contains(hash);
}

void SeenIds::add(std::string_view id, Instant receivedAt) {
    age(receivedAt);
    m_now.insert(stableHash64(id));
}

} // namespace wayreeve::perception
