#pragma once

#include "base/error.h"
#include "base/value.h"

#include <QString>

namespace wayreeve::headless {

/// A translated text of the command line.
[[nodiscard]] QString say(const char* text);

void complain(const QString& line); ///< one line on stderr
void print(const QString& line);    ///< one line on stdout
void printJson(const Value& value); ///< the one JSON value of --json

/// The sentence for an error on stderr, with its place; answers the exit code that fits it: 2 for what was asked
/// wrongly, 3 for what the environment refuses, 1 for what was found in the documents.
int fail(const Error& error);

} // namespace wayreeve::headless
