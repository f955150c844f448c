#pragma once

#include "base/error.h"

#include <QString>

#include <string>

namespace wayreeve::text {

/// The translated sentence for an error: what happened, where, what to do. Codes without a sentence of their own are
/// shown with their parameters, so nothing is ever hidden. Any thread.
[[nodiscard]] QString errorText(const Error& error);

/// Whether a code has a sentence of its own; tests/text holds every code of core to it.
[[nodiscard]] bool hasSentence(const std::string& code);

/// "file:12:5: " where the error has a place, else empty.
[[nodiscard]] QString placeText(const Error& error);

} // namespace wayreeve::text
