#pragma once

#include <QString>

#include <string_view>

namespace wayreeve::ui {

/// What spoke for or against two profiles being one person, by its name in the records (docs/formats/identity.md).
[[nodiscard]] QString evidenceWords(std::string_view evidence);

} // namespace wayreeve::ui
