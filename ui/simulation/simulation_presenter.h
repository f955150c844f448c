#pragma once

#include "ui/simulation/simulation_core.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/cells_model.h"
#include "ui/widgets/interval_chart.h"

#include <QLocale>
#include <QString>

#include <span>

namespace wayreeve::ui {

/// Curves of a run, whole or growing: share of customers with a goal by arm with 95 % bands (per cent), and what people
/// had to decide each day by risk.
struct RunCurves {
    Trend conversion;
    QList<ColumnSeries> load;
    int columns = 0; ///< days of the whole run
};

/// Words for simulations. Pure; any thread.

/// `days` is the length of the run, `finished` false while it still grows (then the part to come is sunken).
[[nodiscard]] RunCurves runCurves(std::span<const audit::DayRow> rows, int days, bool finished, const QLocale& locale);
/// "Day 3 of 10"; share 0 … 1.
[[nodiscard]] QString dayText(double share, int days);
/// What is left at the speed so far: "4 s left", "3 min left"; empty before 2 % of the run, when nothing can be said.
[[nodiscard]] QString timeLeft(double share, qint64 elapsedMs);
/// Rulings and where proposals came to, in rows of (label, number). `elapsedMs` 0: of a stored run.
[[nodiscard]] CellsModel::Rows summaryRows(const engine::RunSummary& summary, qint64 elapsedMs, const QLocale& locale);
/// Newest first: run, state, customers, days, seed, decisions, records' fingerprint.
[[nodiscard]] CellsModel::Rows runRows(std::span<const audit::RunInfo> runs, const QLocale& locale);
/// "refuse" → "Refused", "waiting" → "Waiting for a person"; unknown ids are shown as they are.
[[nodiscard]] QString rulingWord(const std::string& id);
[[nodiscard]] QString approvalWord(const std::string& id);

} // namespace wayreeve::ui
