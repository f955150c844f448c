#pragma once

#include "base/decimal.h"
#include "perception/customer.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wayreeve::perception {

/// Why a customer's traffic is not as good as a person's, in the order in which the parts are taken.
enum class QualityReason : std::uint8_t {
    Declared,  ///< it says that it is software
    UserAgent, ///< its user agent is software's
    Regular,   ///< it opened pages by the clock
    Burst,     ///< 100 events in 60 s
    Pace,      ///< many events in 60 s, not yet a burst
    Evenness   ///< its pages come nearly by the clock
};
/// "declared", "user-agent", "regular", "burst", "pace", "evenness": stable, not for people.
[[nodiscard]] std::string_view nameOf(QualityReason reason);

/// How much a customer's traffic is like a person's: 1 less its parts, exactly; 0 … 1, in thousandths. Below
/// `personFrom` are those, and only those, who are marked as no people (Customer::isPerson).
struct Quality {
    struct Part {
        QualityReason reason = QualityReason::Declared;
        Decimal taken;
        bool operator==(const Part&) const = default;
    };
    Decimal score = 1;
    std::vector<Part> parts{}; ///< none: 1
};
inline constexpr double personFrom = 0.5;

/// Marks stay, so their parts do; pace and evenness are those of the events that are remembered. `pages`: the events
/// that open one.
[[nodiscard]] Quality qualityOf(const Customer& customer, const std::array<Sym, 2>& pages);

} // namespace wayreeve::perception
