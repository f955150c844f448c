#include "perception/stitching_model.h"

#include "base/portable_math.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

using Field = SightedField;

constexpr std::array<std::string_view, evidenceCount> names{
    "base",         "device-same",   "device-other",   "device-theirs", "device-shared", "device-share",
    "address-same", "address-other", "address-shared", "address-share", "network-same",  "agent",
    "family",       "screen",        "locale",         "zone",          "place",         "referrer",
    "campaign",     "mail",          "categories",     "items",         "hours",         "weekdays",
    "gap",          "gap-away",      "rival",          "device-habit",  "address-habit", "device-make"};

constexpr double furthest = 8; ///< no single field says more than e^8
/// How many sightings the crowd's shares count for beside a customer's own.
constexpr double categoryPrior = 4, itemPrior = 10;

double ratio(double customer, double total, double share, double prior) {
    return portable::log((customer + prior * share) / ((total + prior) * share));
}

/// The log likelihood ratios of a session's values, as a mean or as a sum.
double fieldRatio(Field field, const Sightings& session, const Sightings& customer, const Crowd& crowd, double prior,
                  bool sum) {
    if (session.total(field) == 0 || customer.total(field) == 0)
        return 0;
    double total = 0, count = 0;
    for (const Sighted& seen : session.of(field)) {
        const double one =
            ratio(customer.count(field, seen.value), customer.total(field), crowd.share(field, seen.value), prior);
        total += one * seen.count;
        count += seen.count;
    }
    return std::clamp(sum || count == 0 ? total : total / count, -furthest, furthest);
}

double hourRatio(const Sightings& session, const Sightings& customer, const Crowd& crowd) {
    double total = 0;
    for (unsigned hour = 0; hour < 24; ++hour) {
        if (session.hours()[hour] == 0)
            continue;
        double near = 0;
        for (unsigned h = 0; h < 24; ++h) {
            const unsigned away = std::min((h + 24 - hour) % 24, (hour + 24 - h) % 24);
            near += away <= 2 ? (3.0 - away) / 9 * customer.hours()[h] : 0;
        }
        total += session.hours()[hour] * ratio(near, customer.sessions(), crowd.hourShare(hour), 2);
    }
    return std::clamp(total, -furthest, furthest);
}

double weekdayRatio(const Sightings& session, const Sightings& customer, const Crowd& crowd) {
    double total = 0;
    for (unsigned day = 0; day < 7; ++day)
        if (session.weekdays()[day] > 0)
            total += session.weekdays()[day] *
                     ratio(customer.weekdays()[day], customer.sessions(), crowd.weekdayShare(day), 4);
    return std::clamp(total, -furthest, furthest);
}

/// The session's share of the customer's sightings in a field; 0 where they have nothing in common.
double common(Field field, const Sightings& session, const Sightings& customer) {
    double share = 0;
    for (const Sighted& seen : session.of(field))
        share = std::max(share, customer.count(field, seen.value) / std::max(1.0, 1.0 * customer.total(field)));
    return share;
}

bool bothSay(Field field, const Sightings& a, const Sightings& b) {
    return a.total(field) > 0 && b.total(field) > 0;
}

double log2Of(std::size_t n) {
    return n < 2 ? 0 : portable::log(static_cast<double>(n)) / 0.69314718055994530942;
}

double daysBetween(const Sightings& session, const Sightings& customer) {
    const std::int64_t gap = (session.first() - customer.last()).ms;
    return static_cast<double>(std::max<std::int64_t>(gap, 0)) / 86'400'000;
}

} // namespace

std::string_view nameOf(Evidence evidence) {
    return names[static_cast<std::size_t>(evidence)];
}

double behaviour(const Sightings& session, const Sightings& customer, const Crowd& crowd) {
    return fieldRatio(Field::Category, session, customer, crowd, categoryPrior, true) +
           fieldRatio(Field::Item, session, customer, crowd, itemPrior, true) + hourRatio(session, customer, crowd) +
           weekdayRatio(session, customer, crowd) + fieldRatio(Field::Referrer, session, customer, crowd, 2, false) +
           fieldRatio(Field::Locale, session, customer, crowd, 1, false) +
           fieldRatio(Field::Mail, session, customer, crowd, 1, false);
}

EvidenceRow evidenceOf(const Sightings& session, const Sightings& customer, const Crowd& crowd,
                       const Neighbours& neighbours) {
    EvidenceRow row{};
    const auto set = [&](Evidence evidence, double value) { row[static_cast<std::size_t>(evidence)] = value; };
    set(Evidence::Base, 1);
    if (const double share = common(Field::Device, session, customer); share > 0) {
        set(Evidence::DeviceSame, 1);
        set(Evidence::DeviceShared, log2Of(neighbours.onDevice));
        set(Evidence::DeviceShare, portable::log(share));
    } else {
        set(Evidence::DeviceOther, bothSay(Field::Device, session, customer) ? 1 : 0);
        set(Evidence::DeviceTheirs, neighbours.onDevice > 0 ? 1 : 0);
    }
    const double gap = portable::log(1 + daysBetween(session, customer));
    const bool comparable = bothSay(Field::Address, session, customer) && !neighbours.addressIsHub;
    if (const double share = common(Field::Address, session, customer); comparable && share > 0) {
        set(Evidence::AddressSame, 1);
        set(Evidence::AddressShared, log2Of(neighbours.onAddress));
        set(Evidence::AddressShare, portable::log(share));
    } else if (comparable) {
        set(Evidence::AddressOther, 1);
        set(Evidence::GapAway, gap);
        set(Evidence::NetworkSame, common(Field::Network, session, customer) > 0 ? 1 : 0);
    }
    set(Evidence::Gap, gap);
    const auto mean = [&](Evidence evidence, Field field, double prior) {
        set(evidence, fieldRatio(field, session, customer, crowd, prior, false));
    };
    mean(Evidence::Agent, Field::Agent, 2);
    mean(Evidence::Family, Field::Family, 1);
    mean(Evidence::Screen, Field::Screen, 1);
    mean(Evidence::Locale, Field::Locale, 1);
    mean(Evidence::Zone, Field::Zone, 1);
    mean(Evidence::Place, Field::Place, 1);
    mean(Evidence::Referrer, Field::Referrer, 2);
    mean(Evidence::Campaign, Field::Campaign, 4);
    mean(Evidence::Mail, Field::Mail, 1);
    set(Evidence::Categories, fieldRatio(Field::Category, session, customer, crowd, categoryPrior, true));
    set(Evidence::Items, fieldRatio(Field::Item, session, customer, crowd, itemPrior, true));
    set(Evidence::Hours, hourRatio(session, customer, crowd));
    set(Evidence::Weekdays, weekdayRatio(session, customer, crowd));
    const double fit = behaviour(session, customer, crowd);
    const auto at = [&](Evidence evidence) { return row[static_cast<std::size_t>(evidence)]; };
    if (neighbours.hasRival)
        set(Evidence::Rival, std::clamp(fit - neighbours.rival, -furthest, furthest));
    set(Evidence::DeviceHabit, at(Evidence::DeviceSame) * std::clamp(fit, -furthest, furthest));
    set(Evidence::AddressHabit, at(Evidence::AddressSame) * std::clamp(fit, -furthest, furthest));
    set(Evidence::DeviceMake, at(Evidence::DeviceSame) * neighbours.sharedMake);
    return row;
}

double StitchingModel::logOdds(const EvidenceRow& row) const {
    double sum = 0;
    for (std::size_t i = 0; i < evidenceCount; ++i)
        sum += weights[i] * row[i];
    return offset + slope * sum;
}

double StitchingModel::probability(const EvidenceRow& row) const {
    return portable::logistic(logOdds(row));
}

} // namespace wayreeve::perception
