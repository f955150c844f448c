#pragma once

#include "base/error.h"

#include <QString>

namespace wayreeve::text {

/// The translated sentence for an error: what happened, where, what to do. Codes without a sentence of their own are
/// shown with their parameters, so nothing is ever hidden. Any thread.
[[nodiscard]] QString errorText(const Error& error);

/// "file:12:5: " where the error has a place, else empty.
[[nodiscard]] QString placeText(const Error& error);

} // namespace wayreeve::text
