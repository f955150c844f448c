#include "documents/open_cells.h"

#include <array>

namespace wayreeve::documents {

std::vector<MatrixPlace> openCells(const AutonomyMatrix& matrix) {
    constexpr std::array risks{Risk::Low, Risk::Medium, Risk::High};
    constexpr std::array kinds{Reversibility::Reversible, Reversibility::Costly, Reversibility::Irreversible};
    std::vector<MatrixPlace> open;
    for (const Reversibility kind : kinds)
        for (const Risk risk : risks)
            if (!matrix.grid[static_cast<std::size_t>(risk)][static_cast<std::size_t>(kind)])
                open.push_back({{}, kind, risk});
    for (const AutonomyRow& row : matrix.rows)
        for (const Risk risk : risks)
            if (!row.cells[static_cast<std::size_t>(risk)])
                open.push_back({row.id, Reversibility::Reversible, risk});
    return open;
}

} // namespace wayreeve::documents
