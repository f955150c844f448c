#include "base/symbols.h"

#include <cassert>

namespace wayreeve {

Symbols::Symbols() {
    intern({});
}

Sym Symbols::intern(std::string_view name) {
    if (const auto found = m_index.find(name); found != m_index.end())
        return found->second;
    const Sym symbol = static_cast<Sym>(m_names.size());
    m_names.emplace_back(name);
    m_index.emplace(m_names.back(), symbol);
    return symbol;
}

Sym Symbols::find(std::string_view name) const {
    const auto found = m_index.find(name);
    return found == m_index.end() ? 0 : found->second;
}

const std::string& Symbols::name(Sym symbol) const {
    assert(symbol < m_names.size());
    return m_names[symbol < m_names.size() ? symbol : 0];
}

} // namespace wayreeve
