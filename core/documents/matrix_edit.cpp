#include "documents/matrix_edit.h"

#include "base/text.h"

#include <algorithm>

namespace wayreeve::documents {

namespace {

Error about(const char* code, std::string_view id) {
    return {code, {{"id", std::string(id)}}, {}, 0, 0};
}

Result<void> sound(const std::optional<AutonomyCell>& cell) {
    if (cell && !(cell->sample >= 0 && cell->sample <= 1))
        return Error{"edit.bad-cell", {{"field", "sample"}}, {}, 0, 0};
    if (cell && cell->sla.ms <= 0)
        return Error{"edit.bad-cell", {{"field", "sla"}}, {}, 0, 0};
    return {};
}

Result<void> sound(const AutonomyRow& row) {
    if (!isDocumentId(row.id))
        return about("edit.bad-id", row.id);
    if (!row.action.empty() + !row.tag.empty() + !row.when.empty() != 1)
        return about("edit.one-match", row.id);
    for (const std::optional<AutonomyCell>& cell : row.cells)
        if (Result<void> good = sound(cell); !good)
            return good;
    return {};
}

template <class T>
auto position(std::vector<T>& list, std::string_view id) {
    return std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
}

template <class T>
Result<AutonomyMatrix> put(AutonomyMatrix matrix, std::vector<T> AutonomyMatrix::*list, T item) {
    if (!isDocumentId(item.id))
        return about("edit.bad-id", item.id);
    const auto at = position(matrix.*list, item.id);
    if (at == (matrix.*list).end())
        (matrix.*list).push_back(std::move(item));
    else
        *at = std::move(item);
    return matrix;
}

template <class T>
Result<AutonomyMatrix> take(AutonomyMatrix matrix, std::vector<T> AutonomyMatrix::*list, std::string_view id) {
    const auto at = position(matrix.*list, id);
    if (at == (matrix.*list).end())
        return about("edit.no-such-item", id);
    (matrix.*list).erase(at);
    return matrix;
}

} // namespace

Result<AutonomyMatrix> setCell(const AutonomyMatrix& matrix, Risk risk, Reversibility reversibility,
                               std::optional<AutonomyCell> cell) {
    if (const Result<void> good = sound(cell); !good)
        return good.error();
    AutonomyMatrix edited = matrix;
    edited.grid[static_cast<std::size_t>(risk)][static_cast<std::size_t>(reversibility)] = std::move(cell);
    return edited;
}

Result<AutonomyMatrix> setRowCell(const AutonomyMatrix& matrix, std::string_view row, Risk risk,
                                  std::optional<AutonomyCell> cell) {
    if (const Result<void> good = sound(cell); !good)
        return good.error();
    AutonomyMatrix edited = matrix;
    const auto at = position(edited.rows, row);
    if (at == edited.rows.end())
        return about("edit.no-such-item", row);
    at->cells[static_cast<std::size_t>(risk)] = std::move(cell);
    return edited;
}

Result<AutonomyMatrix> addRow(const AutonomyMatrix& matrix, AutonomyRow row) {
    if (const Result<void> good = sound(row); !good)
        return good.error();
    AutonomyMatrix edited = matrix;
    if (position(edited.rows, row.id) != edited.rows.end())
        return about("edit.id-taken", row.id);
    edited.rows.push_back(std::move(row));
    return edited;
}

Result<AutonomyMatrix> setRow(const AutonomyMatrix& matrix, std::string_view id, AutonomyRow row) {
    if (const Result<void> good = sound(row); !good)
        return good.error();
    AutonomyMatrix edited = matrix;
    const auto at = position(edited.rows, id);
    if (at == edited.rows.end())
        return about("edit.no-such-item", id);
    if (row.id != id && position(edited.rows, row.id) != edited.rows.end())
        return about("edit.id-taken", row.id);
    *at = std::move(row);
    return edited;
}

Result<AutonomyMatrix> removeRow(const AutonomyMatrix& matrix, std::string_view id) {
    return take(matrix, &AutonomyMatrix::rows, id);
}
Result<AutonomyMatrix> setRaise(const AutonomyMatrix& matrix, RiskRaise raise) {
    return put(matrix, &AutonomyMatrix::raises, std::move(raise));
}
Result<AutonomyMatrix> removeRaise(const AutonomyMatrix& matrix, std::string_view id) {
    return take(matrix, &AutonomyMatrix::raises, id);
}
Result<AutonomyMatrix> setException(const AutonomyMatrix& matrix, ExceptionCondition exception) {
    return put(matrix, &AutonomyMatrix::exceptions, std::move(exception));
}
Result<AutonomyMatrix> removeException(const AutonomyMatrix& matrix, std::string_view id) {
    return take(matrix, &AutonomyMatrix::exceptions, id);
}

bool isStricter(const std::optional<AutonomyCell>& left, const std::optional<AutonomyCell>& right) {
    const AutonomyCell a = left.value_or(AutonomyCell{});
    const AutonomyCell b = right.value_or(AutonomyCell{});
    if (a.level != b.level)
        return a.level < b.level;
    if (a.approval != b.approval)
        return a.approval == Approval::FourEyes;
    if (a.sample != b.sample)
        return a.sample > b.sample;
    return a.sla < b.sla;
}

} // namespace wayreeve::documents
