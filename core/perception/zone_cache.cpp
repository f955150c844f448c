#include "perception/zone_cache.h"

#include <unordered_map>

namespace wayreeve::perception {

std::optional<Zone> zoneNamed(const std::string& name) {
    // Names come from outside: what is remembered of them has to end somewhere.
    constexpr std::size_t mostNames = 2048;
    thread_local std::unordered_map<std::string, std::optional<Zone>> known;
    if (const auto found = known.find(name); found != known.end())
        return found->second;
    const auto zone = Zone::find(name);
    if (known.size() >= mostNames)
        known.clear();
    return known.emplace(name, zone.ok() ? std::optional(*zone) : std::nullopt).first->second;
}

} // namespace wayreeve::perception
