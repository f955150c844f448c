#pragma once

#include <cstdint>
#include <span>

namespace wayreeve::measurement {

/// Treated against untreated in logged data: difference of means with the 95 % Welch interval (measurement/estimate.h).
struct LoggedLift {
    double treated = 0; ///< means; 0 where there are no rows
    double untreated = 0;
    double difference = 0;
    double low = 0; ///< equal to the difference where a side has fewer than two rows
    double high = 0;
    double relative = 0; ///< difference / untreated mean; 0 where that mean is 0
    std::uint64_t treatedRows = 0;
    std::uint64_t untreatedRows = 0;
};

[[nodiscard]] LoggedLift loggedLift(std::span<const double> treated, std::span<const double> untreated);

} // namespace wayreeve::measurement
