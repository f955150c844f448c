#pragma once

#include "perception/stitching_sightings.h"

#include <array>
#include <string_view>

namespace wayreeve::perception {

/// What speaks for or against a session being a known customer's. Numbers are stored in records: never renumbered.
enum class Evidence : std::uint8_t {
    Base,
    DeviceSame,
    DeviceOther,  ///< both name a device, and not the same
    DeviceTheirs, ///< the device is known of somebody else, not of this customer
    DeviceShared, ///< same, times log₂ of the known customers on it
    DeviceShare,  ///< same, times ln of its share of the customer's sessions
    AddressSame,  ///< and the address is no hub
    AddressOther,
    AddressShared,
    AddressShare,
    NetworkSame, ///< but not the address
    Agent,
    Family,
    Screen,
    Locale,
    Zone,
    Place,
    Referrer,
    Campaign,
    Mail,
    Categories,
    Items,
    Hours,
    Weekdays,
    Gap,         ///< ln(1 + days since the customer was last seen)
    GapAway,     ///< the same where the address is another one
    Rival,       ///< how much better the behaviour fits this customer than the best other one at this device or address
    DeviceHabit, ///< behaviour(), where the device is the same: the question then is which of its users
    AddressHabit, ///< behaviour(), where the address is
    DeviceMake,   ///< ln of how often devices of this agent's family are shared, against all devices; where it is the
                  ///< same
    Count
};
inline constexpr std::size_t evidenceCount = static_cast<std::size_t>(Evidence::Count);
using EvidenceRow = std::array<double, evidenceCount>;
[[nodiscard]] std::string_view nameOf(Evidence evidence); ///< "device-same"

/// Who else was seen where the session is. All of it is observed: nobody says how many persons share a device.
struct Neighbours {
    std::size_t onDevice = 0;  ///< known customers on the session's device, 0 = none
    std::size_t onAddress = 0; ///< on its address; a hub's count as 0
    bool addressIsHub = false;
    bool hasRival = false;
    double sharedMake = 0; ///< ln(share of the family's devices with several known customers / of all devices)
    double rival = 0;      ///< behaviour() of the best fitting other customer among them
};

/// What a session does, against what a customer does: the sum of the log likelihood ratios of categories, items, hour,
/// weekday, referrer, locale and mail domain.
[[nodiscard]] double behaviour(const Sightings& session, const Sightings& customer, const Crowd& crowd);

/// The evidence of one pair. For fields with few values the log likelihood ratio of Fellegi and Sunter ("A theory for
/// record linkage", JASA 64, 1969) with Winkler's value-specific frequencies: ln(m/u), m the customer's own share of
/// the value, smoothed towards the crowd's u by a Dirichlet prior; 0 where either side says nothing.
[[nodiscard]] EvidenceRow evidenceOf(const Sightings& session, const Sightings& customer, const Crowd& crowd,
                                     const Neighbours& neighbours);

/// Logistic regression over the evidence, then Platt's calibration (Platt, "Probabilistic outputs for support vector
/// machines", 1999) fitted on other data. Portable: the same bits on every processor.
struct StitchingModel {
    /// Taken off the shipped log-odds: joining two persons does more harm than leaving a session alone, so a
    /// probability is rather too low than too high. It costs some recall, and less than 0.01 of calibration.
    static constexpr double caution = 0.3;

    /// The generator's seeds, 20,000 pairs each, that the shipped numbers come from.
    static constexpr std::uint64_t fittedFirst = 9001, fittedLast = 9004, calibratedFirst = 9005, calibratedLast = 9006;

    EvidenceRow weights{};
    double slope = 1;
    double offset = 0;

    [[nodiscard]] double logOdds(const EvidenceRow& row) const;
    [[nodiscard]] double probability(const EvidenceRow& row) const;

    /// What ships: fitted and calibrated with stitching_fit.h, less the caution.
    [[nodiscard]] static const StitchingModel& shipped();
};

} // namespace wayreeve::perception
