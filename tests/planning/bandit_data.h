#pragma once

#include "planning/choice_policy.h"
#include "planning/features.h"
#include "planning/value_model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Data sets and learning loops that the value model's tests and its benchmark share.
namespace wayreeve::planning::trial {

/// $WAYREEVE_TEST_DATA, otherwise ../shared/data beside the source tree.
std::string dataDirectory();

struct Classification {
    std::vector<FieldSpec> fields;
    std::vector<std::vector<FieldValue>> rows;
    std::vector<std::uint32_t> labels;
    std::uint32_t classes = 0;
};
/// An ARFF file whose last attribute is the class; '?' is missing. nullopt where the file is absent.
std::optional<Classification> readArff(const std::string& path);

/// Classification as a bandit: reward 1 for the right class. Mean 0/1 loss of the choices over one shuffle.
double progressiveLoss(const Classification& data, std::uint64_t seed);

struct Mailing {
    std::vector<FieldSpec> fields;
    std::vector<std::vector<FieldValue>> rows;
    std::vector<std::uint32_t> arms; ///< 0 none, 1 mens, 2 womens
    std::vector<std::uint8_t> visits;
};
std::optional<Mailing> readHillstrom(const std::string& path);

struct MailingResult {
    double visitRate = 0.0, secondHalf = 0.0;
    std::size_t matched = 0;
    std::vector<double> share, lastQuarterShare; ///< of all decisions, per arm
    double chosenLow = 0.0, chosenHigh = 0.0;    ///< mean interval of the chosen arm over the last quarter
};
/// Rejection replay (semantics.md, "Logged data") in epochs of 60 rows; `secondHalf` counts matched rows there.
/// `keys` are the numbers that name the three arms.
/// From half time on `later` names them, where it is not empty; `halfLife` is the model's, in updates.
MailingResult replay(const Mailing& mailing, std::uint64_t order, const std::vector<std::uint32_t>& keys = {0, 1, 2},
                     const std::vector<std::uint32_t>& later = {}, double halfLife = 0.0);

} // namespace wayreeve::planning::trial
