#pragma once

#include "base/cbor.h"
#include "perception/event.h"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace wayreeve::perception {

/// What of an event is compared between sessions. Values are kept as 64-bit hashes, never as texts.
enum class SightedField : std::uint8_t {
    Device,
    Agent,
    Family, ///< the agent without its version numbers
    Screen,
    Address,
    Network, ///< of the address: /24, of IPv6 /48
    Locale,
    Zone,
    Place,
    Referrer,
    Campaign,
    Mail,     ///< property "email_domain", in clear or hashed by the sender
    Category, ///< property "category"
    Item,     ///< property "product_id", "sku", "path" or a page's "name"
    Count
};
inline constexpr std::size_t sightedFields = static_cast<std::size_t>(SightedField::Count);

/// How often each value and hour was seen over everybody: what makes an agreement telling is that few others share it.
/// Holds at most `largest` values a field; further ones count as seen once. Looked up by value, never walked.
class Crowd {
public:
    static constexpr std::size_t largest = 65'536;
    void count(SightedField field, std::uint64_t value);
    void countTime(unsigned hour, unsigned weekday);
    [[nodiscard]] double share(SightedField field, std::uint64_t value) const; ///< in (0, 1), smoothed
    [[nodiscard]] double hourShare(unsigned hour) const;                       ///< smoothed over ±2 h
    [[nodiscard]] double weekdayShare(unsigned weekday) const;
    void encode(cbor::Writer& writer) const; ///< deterministic
    void decode(cbor::Reader& reader);       ///< fails the reader

private:
    std::array<std::unordered_map<std::uint64_t, std::uint32_t>, sightedFields> m_counts;
    std::array<std::uint64_t, sightedFields> m_totals{};
    std::array<std::uint32_t, 24> m_hours{};
    std::array<std::uint32_t, 7> m_weekdays{};
};

struct Sighted {
    std::uint64_t value = 0;
    std::uint32_t count = 0;
    bool operator==(const Sighted&) const = default;
};

/// What was observed of one customer, by session (events less than 30 min apart): surroundings count once a session,
/// categories and items with every event. Bounded: a field that is full gives up its rarest, oldest value.
class Sightings {
public:
    static constexpr Duration sessionGap = Duration::minutes(30);
    static constexpr std::size_t mostValues = 48; ///< a field

    /// Folds one event in; what it adds is counted in the crowd too (nullptr: not).
    void add(const Event& event, Crowd* crowd);
    void add(const Sightings& other);
    /// Takes off what was added, as far as it is still here; the times stay.
    void remove(const Sightings& other);

    [[nodiscard]] const std::vector<Sighted>& of(SightedField field) const {
        return m_values[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] std::uint32_t total(SightedField field) const { return m_totals[static_cast<std::size_t>(field)]; }
    [[nodiscard]] std::uint32_t count(SightedField field, std::uint64_t value) const; ///< 0: not seen
    [[nodiscard]] std::uint64_t latest(SightedField field) const { return m_latest[static_cast<std::size_t>(field)]; }
    [[nodiscard]] const std::array<std::uint32_t, 24>& hours() const { return m_hours; }      ///< UTC, of sessions
    [[nodiscard]] const std::array<std::uint32_t, 7>& weekdays() const { return m_weekdays; } ///< 0 = Monday, UTC
    [[nodiscard]] std::uint32_t sessions() const { return m_sessions; }
    [[nodiscard]] std::uint32_t events() const { return m_events; }
    [[nodiscard]] Instant first() const { return m_first; }
    [[nodiscard]] Instant last() const { return m_last; }
    bool operator==(const Sightings&) const = default;
    void encode(cbor::Writer& writer) const;
    void decode(cbor::Reader& reader); ///< fails the reader

private:
    void note(SightedField field, std::string_view text, bool once, Crowd* crowd);
    std::array<std::vector<Sighted>, sightedFields> m_values;
    std::array<std::uint32_t, sightedFields> m_totals{};
    std::array<std::uint64_t, sightedFields> m_latest{}; ///< counted in the session in progress
    std::array<std::uint32_t, 24> m_hours{};
    std::array<std::uint32_t, 7> m_weekdays{};
    std::uint32_t m_sessions = 0;
    std::uint32_t m_events = 0;
    Instant m_first;
    Instant m_last;
};

/// The key under which a text of a field is kept; 0 for an empty one.
[[nodiscard]] std::uint64_t sightedValue(SightedField field, std::string_view text);
/// "198.51.100.7" → "198.51.100.", "2001:db8:1:2::3" → "2001:db8:1:"; "" where it is no address.
[[nodiscard]] std::string networkOf(std::string_view address);
/// An agent's name without its numbers: "Firefox/124.0" → "Firefox/.".
[[nodiscard]] std::string familyOf(std::string_view agent);

} // namespace wayreeve::perception
