#include "simulation/session_world.h"

#include "base/portable_math.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::simulation {
namespace {

constexpr Instant firstDay{1'767'225'600'000}; // 2026-01-01T00:00:00Z
constexpr std::size_t towns = 24, categories = 30, itemsPerCategory = 60;

struct Make {
    const char* before;
    const char* after;
    int version;
    double share; ///< among own devices
    std::vector<const char*> screens;
    double namesItself;
};

const std::vector<Make>& makes() {
    static const std::vector<Make> all{
        {"Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) Version/",
         " Mobile Safari",
         17,
         0.22,
         {"390x844", "393x852", "430x932", "375x667"},
         0.85},
        {"Mozilla/5.0 (Linux; Android 14; SM-S) Chrome/",
         " Mobile Safari",
         120,
         0.2,
         {"360x800", "412x915", "384x854"},
         0.85},
        {"Mozilla/5.0 (Linux; Android 13; Pixel) Chrome/", " Mobile Safari", 120, 0.1, {"412x915", "411x891"}, 0.85},
        {"Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/",
         " Safari",
         120,
         0.22,
         {"1920x1080", "1536x864", "1366x768", "2560x1440"},
         0.65},
        {"Mozilla/5.0 (Windows NT 10.0; Win64) Firefox/", "", 121, 0.06, {"1920x1080", "1536x864"}, 0.6},
        {"Mozilla/5.0 (Windows NT 10.0; Win64) Edg/", "", 120, 0.07, {"1920x1080", "1536x864", "1366x768"}, 0.65},
        {"Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/", " Safari", 17, 0.1, {"1440x900", "1512x982"}, 0.6},
        {"Mozilla/5.0 (iPad; CPU OS 17 like Mac OS X) Version/", " Safari", 17, 0.03, {"820x1180", "810x1080"}, 0.8}};
    return all;
}

std::string addressOf(std::size_t town, DrawStream& draw) {
    // A provider has two networks a town, so that neighbours share one.
    return "10." + std::to_string(town) + "." + std::to_string(draw.popular(3)) + "." + std::to_string(draw.below(250));
}

std::string hexId(DrawStream& draw) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string id;
    for (int i = 0; i < 16; ++i)
        id += digits[draw.below(16)];
    return id;
}

std::vector<double> taste(DrawStream& draw) {
    std::vector<double> likes(categories, 0.008);
    for (const double weight : {0.45, 0.25, 0.12})
        likes[draw.popular(categories)] += weight;
    return likes;
}

} // namespace

std::size_t DrawStream::popular(std::size_t n) {
    const double top = portable::log(static_cast<double>(n) + 1);
    const auto index = static_cast<std::size_t>(portable::exp(uniform() * top) - 1);
    return std::min(index, n - 1);
}

std::size_t DrawStream::by(const std::vector<double>& weights) {
    double total = 0;
    for (const double weight : weights)
        total += weight;
    double left = uniform() * total;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if ((left -= weights[i]) < 0)
            return i;
    return weights.size() - 1;
}

SessionWorld::SessionWorld(std::size_t persons, std::uint64_t seed) {
    DrawStream draw(seed, 1);
    m_offices.emplace_back();
    while (m_persons.size() < persons)
        addHousehold(1 + draw.by({0.3, 0.32, 0.16, 0.16, 0.06}), draw);
    addOffices(draw);
}

std::size_t SessionWorld::addDevice(std::size_t make, const std::string& locale, DrawStream& draw) {
    WorldDevice device;
    device.make = make;
    device.screen = makes()[make].screens[draw.popular(makes()[make].screens.size())];
    device.namesItself = makes()[make].namesItself;
    device.id = hexId(draw);
    device.laterId = hexId(draw);
    if (draw.happens(0.25))
        device.resetDay = draw.uniform() * 90;
    device.lag = static_cast<int>(draw.popular(4));
    device.locale = locale;
    m_devices.push_back(std::move(device));
    return m_devices.size() - 1;
}

void SessionWorld::addHousehold(std::size_t size, DrawStream& draw) {
    WorldHousehold home;
    home.town = draw.popular(towns);
    home.addressDays = draw.happens(0.4) ? 6 + 30 * draw.uniform() : 1e9;
    for (double day = 0; day < 100; day += home.addressDays)
        home.addresses.push_back(addressOf(home.town, draw));
    home.likes = taste(draw);
    const std::string locale = home.town % 6 == 5 ? "fr-FR" : home.town % 6 == 4 ? "en-GB" : "de-DE";
    if (size > 1 && draw.happens(0.65))
        home.shared = addDevice(draw.happens(0.6) ? 7 : 3 + draw.below(3), locale, draw);
    m_households.push_back(std::move(home));
    for (std::size_t i = 0; i < size; ++i)
        addPerson(m_households.size() - 1, draw);
}

void SessionWorld::addPerson(std::size_t household, DrawStream& draw) {
    WorldHousehold& home = m_households[household];
    WorldPerson person;
    person.household = household;
    person.known = draw.happens(0.65);
    const std::string common = home.town % 6 == 5 ? "fr-FR" : home.town % 6 == 4 ? "en-GB" : "de-DE";
    const std::array<const char*, 5> rarer{"en-US", "en-GB", "tr-TR", "pl-PL", "it-IT"};
    const std::string locale = draw.happens(0.85) ? common : rarer[draw.below(rarer.size())];
    std::vector<double> shares;
    for (const Make& make : makes())
        shares.push_back(make.share);
    const std::size_t own = 1 + draw.by({0.4, 0.6});
    for (std::size_t i = 0; i < own; ++i) {
        person.devices.push_back(addDevice(draw.by(shares), locale, draw));
        person.use.push_back(i == 0 ? 1 : 0.6);
    }
    if (home.shared) {
        person.devices.push_back(*home.shared);
        person.use.push_back(0.1 + 0.6 * draw.uniform());
    }
    person.likes = taste(draw);
    for (std::size_t c = 0; c < categories; ++c)
        person.likes[c] = 0.7 * person.likes[c] + 0.3 * home.likes[c];
    for (std::size_t i = 0; i < 5; ++i)
        person.kept.push_back(draw.by(person.likes) * itemsPerCategory + draw.popular(itemsPerCategory));
    for (int i = 0; i < 8; ++i) {
        const double u = draw.uniform();
        person.referrers.push_back(0.05 + u * u * u);
    }
    const double evening = 17 + 5 * draw.uniform(), day = 5 + 12 * draw.uniform();
    person.hours = {evening, day};
    person.weekend = 0.15 + 0.35 * draw.uniform();
    person.mail = draw.popular(12);
    home.persons.push_back(m_persons.size());
    m_persons.push_back(std::move(person));
}

void SessionWorld::addOffices(DrawStream& draw) {
    std::array<std::size_t, towns> open{}; // the office that still hires
    std::array<std::size_t, towns> vacancies{};
    for (std::size_t p = 0; p < m_persons.size(); ++p) {
        if (!draw.happens(0.5))
            continue;
        const std::size_t town = m_households[m_persons[p].household].town;
        if (vacancies[town] == 0) {
            WorldOffice office;
            office.town = town;
            office.address = addressOf(town, draw);
            office.make = 3 + draw.below(3);
            office.screen = makes()[office.make].screens[0];
            if (draw.happens(0.35))
                office.counter = addDevice(office.make, "de-DE", draw);
            open[town] = m_offices.size();
            vacancies[town] = 2 + draw.popular(40);
            m_offices.push_back(std::move(office));
        }
        --vacancies[town];
        WorldOffice& office = m_offices[open[town]];
        WorldPerson& person = m_persons[p];
        person.office = open[town];
        office.persons.push_back(p);
        if (draw.happens(0.6)) { // a machine of the fleet: same agent and screen as the colleagues'
            person.devices.push_back(addDevice(office.make, "de-DE", draw));
            m_devices.back().screen = office.screen;
            m_devices.back().lag = 1;
            person.use.push_back(0.5);
            person.workDevice = person.devices.size();
        }
        if (office.counter && draw.happens(0.5)) {
            person.devices.push_back(*office.counter);
            person.use.push_back(0.15);
        }
    }
}

perception::Surroundings SessionWorld::surroundings(const WorldPerson& person, std::size_t device, double day,
                                                    const Wish& wish, DrawStream& draw) const {
    const WorldHousehold& home = m_households[person.household];
    const WorldDevice& on = m_devices[device];
    const Make& make = makes()[on.make];
    perception::Surroundings s;
    if (draw.happens(on.namesItself))
        s.device = day < on.resetDay ? on.id : on.laterId;
    const int version = make.version + std::max(0, static_cast<int>(day / 28) + 2 - on.lag);
    s.agent = make.before + std::to_string(version) + ".0" + make.after;
    s.screen = draw.happens(0.93) ? on.screen : std::string();
    s.locale = on.locale;
    const bool work = person.workDevice > 0 && person.devices[person.workDevice - 1] == device;
    const bool mobile = on.make < 3 && draw.happens(0.3);
    if (wish.atOffice || (!wish.atHome && person.office > 0 && (work || draw.happens(0.12))))
        s.address = m_offices[person.office].address;
    else if (mobile && !wish.atHome) // a carrier's gateway: hundreds behind each address
        s.address = "100." + std::to_string(64 + home.town / 6) + ".0." + std::to_string(draw.below(12));
    else
        s.address =
            home.addresses[std::min(home.addresses.size() - 1, static_cast<std::size_t>(day / home.addressDays))];
    const std::size_t seenTown = draw.happens(0.9) ? home.town : draw.below(towns);
    s.place = "DE/town-" + std::to_string(seenTown);
    static constexpr std::array<const char*, 8> referrers{"search-a", "",        "search-b", "photos",
                                                          "prices",   "friends", "search-c", "short-links"};
    s.referrer = referrers[draw.by(person.referrers)];
    if (draw.happens(0.25))
        s.campaign = "campaign-" + std::to_string(static_cast<int>(day / 14) * 4 + static_cast<int>(draw.below(4)));
    return s;
}

perception::SharedSurroundings SessionWorld::seen(std::size_t number, double day, DrawStream& draw) const {
    const WorldPerson& person = m_persons[number];
    const std::size_t device = person.devices[draw.by(person.use)];
    return perception::SharedSurroundings(surroundings(person, device, day, {}, draw));
}

std::vector<perception::Event> SessionWorld::session(std::size_t number, double day, const Wish& wish,
                                                     DrawStream& draw) const {
    const WorldPerson& person = m_persons[number];
    std::size_t device = wish.device ? *wish.device : person.devices[draw.by(person.use)];
    if (wish.atOffice && !wish.device && person.workDevice > 0 && draw.happens(0.7))
        device = person.devices[person.workDevice - 1];
    const perception::SharedSurroundings seenAt(surroundings(person, device, day, wish, draw));
    auto whole = static_cast<std::int64_t>(day);
    const bool weekend = draw.happens(person.weekend) && !wish.atOffice;
    while (((whole + 3) % 7 >= 5) != weekend) // day 0 is a Thursday
        ++whole;
    const double mean = wish.atOffice ? 12 : person.hours[draw.happens(0.6) ? 0 : 1];
    const double hour = std::clamp(mean + 1.8 * draw.normal(), 0.0, 23.9);
    perception::Event event;
    event.time = firstDay + Duration{whole * 86'400'000 + static_cast<std::int64_t>(hour * 3'600'000)};
    event.zone = "Europe/Berlin";
    event.seenAt = seenAt;
    const std::size_t length = 4 + draw.popular(10);
    const bool writesMail = draw.happens(0.1);
    std::vector<perception::Event> events;
    for (std::size_t i = 0; i < length; ++i) {
        event.type = perception::EventType::Track;
        event.name = "Product Viewed";
        std::size_t item = draw.by(person.likes) * itemsPerCategory + draw.popular(itemsPerCategory);
        if (draw.happens(0.18))
            item = person.kept[draw.below(person.kept.size())];
        Context properties{{"category", Value("category-" + std::to_string(item / itemsPerCategory))},
                           {"product_id", Value("item-" + std::to_string(item))}};
        if (writesMail && i == 1)
            properties.emplace_back("email_domain", Value("mail-" + std::to_string(person.mail)));
        event.properties = Value(std::move(properties));
        events.push_back(event);
        event.time = event.time + Duration::seconds(20 + static_cast<std::int64_t>(draw.below(200)));
    }
    return events;
}

} // namespace wayreeve::simulation
