#pragma once

#include "documents/autonomy.h"

#include <string>
#include <vector>

namespace wayreeve::documents {

/// One cell of the autonomy matrix: of a row of its own, or (row empty) of the default grid. Of a row's cells the
/// reversibility says nothing.
struct MatrixPlace {
    std::string row;
    Reversibility reversibility = Reversibility::Reversible;
    Risk risk = Risk::Low;
    bool operator==(const MatrixPlace&) const = default;
};

/// Cells that do not exist, so that they mean assisted, one person: the grid's by reversibility and risk, then those of
/// the rows, in document order. Pure; any thread.
[[nodiscard]] std::vector<MatrixPlace> openCells(const AutonomyMatrix& matrix);

} // namespace wayreeve::documents
