#pragma once

#include "base/error.h"
#include "base/value.h"

#include <QCoreApplication>
#include <QString>

#include <string>
#include <vector>

namespace wayreeve::headless {

/// A translated text of the command line: say(QT_TRANSLATE_NOOP("Headless", "…")), so that it is collected.
[[nodiscard]] QString say(const char* text);

void complain(const QString& line); ///< one line on stderr
void print(const QString& line);    ///< one line on stdout
void printJson(const Value& value); ///< the one JSON value of --json

/// A column of a table for people: its translated head, and the member of each row that it shows.
struct Column {
    QString head;
    const char* member;
    bool number = false; ///< aligned to the right
};
/// A line of heads, then a line a row, every column as wide as its widest text. Prints nothing without rows.
void printTable(const std::vector<Column>& columns, const List& rows);

/// A scope of stop as --json says it ("everything", "agent/ID", "action/ID"), and in a person's language.
[[nodiscard]] std::string scopeWord(const std::string& scope);
[[nodiscard]] QString scopeText(const std::string& scope);

/// From now on refuse() and fail() also print {"error": {code, message, …}} as the one JSON value on stdout.
void answerInJson(bool wanted);

/// One sentence about what was asked wrongly; answers Usage.
int refuse(const QString& sentence);

/// `sentence` with the name in it, and the nearest known name where one is near.
[[nodiscard]] QString unknownName(const QString& sentence, const std::string& name,
                                  const std::vector<std::string>& known);

/// The sentence for an error on stderr, with its place; answers the exit code that fits it: 2 for what was asked
/// wrongly, 3 for what the environment refuses, 1 for what was found in the documents.
int fail(const Error& error);

/// One finding or error as JSON: code, severity, file, line, column, message, parameters.
[[nodiscard]] Value errorJson(const Error& error, const std::string& severity, const QString& message);

} // namespace wayreeve::headless
