#include "perception/stitching_model.h"

namespace wayreeve::perception {

// Written by `wayreevectl stitching --fit`: change the generator or the evidence, and fit anew.
// docs/formats/identity.md says which seeds are for fitting and calibrating, and which were only ever judged on.
const StitchingModel& StitchingModel::shipped() {
    // clang-format off
    static const StitchingModel model{{
        -0.45867529328159617, // base
        0.98828399700833758, // device-same
        -0.32949718163808095, // device-other
        -0.8340921838800025, // device-theirs
        -1.1713514830089138, // device-shared
        0.11476120804978014, // device-share
        0.055840418878572162, // address-same
        -1.3695393940753067, // address-other
        -0.15165551638733532, // address-shared
        0.065402530271006287, // address-share
        0.53489382085217152, // network-same
        -0.021876973567532092, // agent
        0.32629961254992612, // family
        0.3055349143232069, // screen
        0.21261720638407317, // locale
        -0.0042817663964533044, // zone
        0.11686467664643536, // place
        0.50402708866464785, // referrer
        0.037637845361805318, // campaign
        1.6934680761566268, // mail
        0.39768024378527267, // categories
        0.19806659300978907, // items
        0.64251908750439335, // hours
        0.057964726413517673, // weekdays
        0.051765628755981175, // gap
        0.12185076948391207, // gap-away
        0.2110309949424031, // rival
        -0.012130333752528482, // device-habit
        -0.086617772402313359, // address-habit
        -0.26642088651847862, // device-make
    },
        1.0006631688250218,
        -0.015882580358190304 - caution};
    // clang-format on
    return model;
}

} // namespace wayreeve::perception
