#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wayreeve {

/// An interned name: an index into the Symbols of the document set that a run uses. 0 is the empty name ("none").
using Sym = std::uint32_t;

/// The string table of one document set. Filled while documents are compiled, then read-only; records store indexes
/// and name the set, so the order of interning is part of the set and must be deterministic.
/// Thread-safe for reading once filling has ended.
class Symbols {
public:
    Symbols();
    Sym intern(std::string_view name);
    [[nodiscard]] Sym find(std::string_view name) const; ///< 0 where unknown
    [[nodiscard]] const std::string& name(Sym symbol) const;
    [[nodiscard]] std::size_t size() const { return m_names.size(); }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

private:
    struct TransparentHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> m_names;
    std::unordered_map<std::string, Sym, TransparentHash, std::equal_to<>> m_index;
};

} // namespace wayreeve
