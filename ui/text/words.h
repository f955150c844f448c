#pragma once

#include <QString>

namespace wayreeve::text {

/// A word that core uses for a thing ("mapping", "one-person") in the reader's language; lists ("text, number") are put
/// together from theirs, and what is not known stays as it is.
[[nodiscard]] QString wordText(const QString& word);

} // namespace wayreeve::text
