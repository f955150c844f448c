#pragma once

#include "base/symbols.h"
#include "interpretation/reading.h"
#include "measurement/reweighting.h"

#include <map>
#include <tuple>

namespace wayreeve::documents {
struct Workspace;
struct Stage;
} // namespace wayreeve::documents

namespace wayreeve::measurement {

[[nodiscard]] StageWeights weightsOf(const documents::Stage& stage);

/// Reads the levels of signals back out of a reading: what each gave to a score, over its weight there. A signal that
/// no score weighs cannot be seen. Refers to the string table; otherwise immutable.
class SignalLevels {
public:
    /// The documents and the string table that the readings were made with.
    SignalLevels(const documents::Workspace& workspace, const Symbols& symbols);

    /// How one of the workspace's stages stood at a reading; `movedOn` and `customer` are the caller's to fill.
    [[nodiscard]] StageCase caseOf(const documents::Stage& stage, const interpretation::Reading& reading) const;

private:
    const Symbols& m_symbols;
    std::map<std::tuple<int, Sym, Sym>, double> m_weights; ///< of (kind of score, score, signal)
};

} // namespace wayreeve::measurement
