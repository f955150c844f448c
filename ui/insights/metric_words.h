#pragma once

#include <QString>

#include <string_view>

namespace wayreeve::ui {

/// Translated names and formula sentences of measurement::metricDefinitions(), by id; an id without words of its own
/// is shown as it is.
[[nodiscard]] QString metricName(std::string_view id);
[[nodiscard]] QString metricFormula(std::string_view id);
/// Why a metric has no value ("no-orders"); codes without a sentence are shown as they are.
[[nodiscard]] QString whyMissing(std::string_view code);

} // namespace wayreeve::ui
