#pragma once

#include "base/value.h"

#include <memory>
#include <string>

namespace wayreeve::perception {

/// What an event's `context` says about where it came from: what tells anonymous sessions apart. Texts are one line
/// each, at most `longest` bytes; "" = not said. See docs/formats/identity.md for the fields that they are read from.
struct Surroundings {
    static constexpr std::size_t longest = 512;

    std::string device; ///< context.device.id
    std::string agent;  ///< context.userAgent
    std::string address;
    std::string screen; ///< "1920x1080", in the device's own pixels as sent
    std::string locale;
    std::string referrer; ///< the host of context.page.referrer, else of context.referrer.url
    std::string campaign; ///< context.campaign.name, else .source
    std::string place;    ///< "DE/Berlin", of context.location
    std::string software; ///< who says that it is software: context.agent of type "software", its name or "software"
    bool operator==(const Surroundings&) const = default;
};

/// Surroundings that copies of an event share: never written, compared by content. Small, since most events have none.
class SharedSurroundings {
public:
    SharedSurroundings() = default;
    explicit SharedSurroundings(Surroundings known); ///< nothing said: nothing held
    explicit operator bool() const { return m_known != nullptr; }
    const Surroundings* operator->() const { return m_known.get(); }
    const Surroundings& operator*() const { return *m_known; }
    bool operator==(const SharedSurroundings& other) const {
        return m_known == other.m_known || (m_known && other.m_known && *m_known == *other.m_known);
    }

private:
    std::shared_ptr<const Surroundings> m_known;
};

/// Of an event's `context` object; fields of other types than expected count as not said.
[[nodiscard]] SharedSurroundings surroundingsOf(const Value& context);
/// The members of `context` that surroundingsOf reads back equal.
void appendTo(Context& context, const Surroundings& surroundings);

/// The host of an address: lower case, without scheme, "www.", port and path; "" where there is none.
[[nodiscard]] std::string hostOf(std::string_view url);

} // namespace wayreeve::perception
