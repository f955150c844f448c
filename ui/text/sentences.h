#pragma once

#include <QCoreApplication>

#include <span>

namespace wayreeve::text {

/// The sentence of one error or finding, English as written here, in the translation context "Error".
/// {name} stands for a parameter, {name:word} for one whose value is a word of core's own ("mapping", "not-claimed")
/// and is put into the reader's words (words.h). What stands in […] is left out where one of its parameters is missing
/// or empty. {file} is the error's file where there is no parameter of that name.
struct Sentence {
    const char* code;
    const char* text;
};

/// By what a person was about to do; every code that core can give stands in exactly one of them.
[[nodiscard]] std::span<const Sentence> documentSentences();  ///< reading, saving and editing documents
[[nodiscard]] std::span<const Sentence> tableSentences();     ///< decision tables
[[nodiscard]] std::span<const Sentence> conditionSentences(); ///< FEEL, measures, times and zones
[[nodiscard]] std::span<const Sentence> checkSentences();     ///< findings of `check`
[[nodiscard]] std::span<const Sentence> inputSentences();     ///< events, tables, JSON, stories
[[nodiscard]] std::span<const Sentence> runSentences();       ///< runs, records, the data file
[[nodiscard]] std::span<const Sentence> liveSentences();      ///< the live run and who may send to it
[[nodiscard]] std::span<const Sentence> peopleSentences();    ///< approvals, connectors, content that goes out

} // namespace wayreeve::text
