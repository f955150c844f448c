#pragma once

#include "base/chance.h"
#include "perception/event.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::simulation {

/// Uniforms in their order.
class DrawStream {
public:
    DrawStream(std::uint64_t seed, std::uint64_t subject)
        : m_chance(seed)
        , m_subject(subject) {}
    double uniform() { return m_chance.uniform(m_subject, m_next++, Purpose::PopulationTrait); }
    double normal() { return m_chance.normal(m_subject, m_next++, Purpose::PopulationTrait); }
    bool happens(double probability) { return uniform() < probability; }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(uniform() * static_cast<double>(n)); }
    /// 0 … n−1, low ones oftener (Zipf with exponent about 1).
    std::size_t popular(std::size_t n);
    /// The entry that falls by weight.
    std::size_t by(const std::vector<double>& weights);

private:
    Chance m_chance;
    std::uint64_t m_subject;
    std::uint64_t m_next = 0;
};

struct WorldDevice {
    std::size_t make = 0; ///< which agent and screen it shows
    std::string screen;
    double namesItself = 0.7; ///< how often its sender knows a device id
    std::string id;
    std::string laterId; ///< after it was reset
    double resetDay = 1e9;
    int lag = 0; ///< updates behind
    std::string locale;
};

struct WorldPerson {
    std::size_t household = 0;
    std::size_t office = 0; ///< 0 = none
    bool known = false;
    std::vector<std::size_t> devices; ///< own ones first
    std::vector<double> use;          ///< of each device
    std::size_t workDevice = 0;       ///< index in devices + 1; 0 = none
    std::vector<double> likes;        ///< of each category
    std::vector<std::size_t> kept;    ///< items that are looked at again
    std::vector<double> referrers;
    std::array<double, 2> hours{}; ///< UTC; when sessions begin
    double weekend = 0.3;
    std::size_t mail = 0;
};

struct WorldHousehold {
    std::size_t town = 0;
    std::vector<std::size_t> persons;
    std::vector<std::string> addresses; ///< one for each span of days
    double addressDays = 1e9;
    std::optional<std::size_t> shared; ///< device
    std::vector<double> likes;
};

struct WorldOffice {
    std::size_t town = 0;
    std::string address;
    std::size_t make = 0;
    std::string screen;
    std::vector<std::size_t> persons;
    std::optional<std::size_t> counter; ///< a device that everybody uses
};

/// The hidden truth behind labelled pairs and behind populations with sessions: drawn once, asked for sessions.
/// Immutable; any thread.
class SessionWorld {
public:
    static constexpr double pastDays = 60;
    SessionWorld(std::size_t persons, std::uint64_t seed);

    /// What a session is to be like; left open, it is drawn.
    struct Wish {
        std::optional<std::size_t> device;
        bool atOffice = false;
        bool atHome = false;
    };
    /// The events of one session of a person that begins on about that day.
    [[nodiscard]] std::vector<perception::Event> session(std::size_t person, double day, const Wish& wish,
                                                         DrawStream& draw) const;

    /// Where a person is seen on that day: at one of its devices, at home, at work or on the way.
    [[nodiscard]] perception::SharedSurroundings seen(std::size_t person, double day, DrawStream& draw) const;

    [[nodiscard]] const std::vector<WorldPerson>& persons() const { return m_persons; }
    [[nodiscard]] const std::vector<WorldHousehold>& households() const { return m_households; }
    [[nodiscard]] const std::vector<WorldOffice>& offices() const { return m_offices; }
    [[nodiscard]] const std::vector<WorldDevice>& devices() const { return m_devices; }

private:
    std::size_t addDevice(std::size_t make, const std::string& locale, DrawStream& draw);
    void addHousehold(std::size_t size, DrawStream& draw);
    void addPerson(std::size_t household, DrawStream& draw);
    void addOffices(DrawStream& draw);
    [[nodiscard]] perception::Surroundings surroundings(const WorldPerson& person, std::size_t device, double day,
                                                        const Wish& wish, DrawStream& draw) const;
    std::vector<WorldPerson> m_persons;
    std::vector<WorldHousehold> m_households;
    std::vector<WorldOffice> m_offices; ///< the first is "none"
    std::vector<WorldDevice> m_devices;
};

} // namespace wayreeve::simulation
