#pragma once

#include <string_view>

namespace wayreeve::perception {

/// One of the lexicon's words, in lower case: its weight in tenths, or what it does to the words after it.
struct LexiconWord {
    enum class Kind : unsigned char { Feeling, Negation, Intensifier, Softener, Turn };
    Kind kind = Kind::Feeling;
    int tenths = 0;
};

/// nullptr where the lexicon does not know the word.
[[nodiscard]] const LexiconWord* lexiconWord(std::string_view word);

} // namespace wayreeve::perception
