#pragma once

#include "base/result.h"
#include "documents/autonomy.h"

#include <optional>
#include <string_view>

/// Pure edits of the autonomy matrix: old → new. Errors: "edit.no-such-item" (id), "edit.id-taken" (id), "edit.bad-id"
/// (id), "edit.one-match" for a row that does not match by exactly one thing, "edit.bad-cell" (field) for a sample
/// outside 0 … 1 or an SLA that is not positive.
namespace wayreeve::documents {

/// nullopt takes the cell away: assisted, one person.
[[nodiscard]] Result<AutonomyMatrix> setCell(const AutonomyMatrix& matrix, Risk risk, Reversibility reversibility,
                                             std::optional<AutonomyCell> cell);
[[nodiscard]] Result<AutonomyMatrix> setRowCell(const AutonomyMatrix& matrix, std::string_view row, Risk risk,
                                                std::optional<AutonomyCell> cell);
[[nodiscard]] Result<AutonomyMatrix> addRow(const AutonomyMatrix& matrix, AutonomyRow row);
[[nodiscard]] Result<AutonomyMatrix> setRow(const AutonomyMatrix& matrix, std::string_view id, AutonomyRow row);
[[nodiscard]] Result<AutonomyMatrix> removeRow(const AutonomyMatrix& matrix, std::string_view id);
[[nodiscard]] Result<AutonomyMatrix> setRaise(const AutonomyMatrix& matrix,
                                              RiskRaise raise); ///< adds or replaces by id
[[nodiscard]] Result<AutonomyMatrix> removeRaise(const AutonomyMatrix& matrix, std::string_view id);
[[nodiscard]] Result<AutonomyMatrix> setException(const AutonomyMatrix& matrix, ExceptionCondition exception);
[[nodiscard]] Result<AutonomyMatrix> removeException(const AutonomyMatrix& matrix, std::string_view id);

/// Is `a` stricter than `b`? By level, then approval, then sample rate, then SLA (autonomy.h). A missing cell is
/// assisted, one person.
[[nodiscard]] bool isStricter(const std::optional<AutonomyCell>& a, const std::optional<AutonomyCell>& b);

} // namespace wayreeve::documents
