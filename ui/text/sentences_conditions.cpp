#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{"feel.empty", QT_TRANSLATE_NOOP("Error", "The condition is empty. Write one, or leave it out.")},
    Sentence{"feel.too-long", QT_TRANSLATE_NOOP("Error", "The condition is longer than {limit} bytes. Shorten it.")},
    Sentence{"feel.too-deep",
             QT_TRANSLATE_NOOP("Error", "The condition is nested more than {limit} deep. Make it flatter.")},
    Sentence{"feel.invalid-utf8", QT_TRANSLATE_NOOP("Error", "The condition is not UTF-8 here. Write this anew.")},
    Sentence{"feel.unexpected-character",
             QT_TRANSLATE_NOOP("Error", "“{found}” cannot stand in a condition. Take it out.")},
    Sentence{"feel.unexpected-token",
             QT_TRANSLATE_NOOP("Error", "Expected here: {expected:word}.[ Found: “{found}”.]")},
    Sentence{"feel.unterminated", QT_TRANSLATE_NOOP("Error", "What begins here never ends: {expected} is missing.")},
    Sentence{"feel.bad-escape", QT_TRANSLATE_NOOP("Error", "“{found}” is not an escape. Known are \\n, \\t, \\\", "
                                                           "\\\\ and \\u with four digits.")},
    Sentence{"feel.bad-number", QT_TRANSLATE_NOOP("Error", "“{found}” is not a number that can be held: it is too "
                                                           "large.")},
    Sentence{"feel.bad-literal",
             QT_TRANSLATE_NOOP("Error", "“{found}” is not of the form that is expected: {expected:word}.")},
    Sentence{"feel.duplicate-key", QT_TRANSLATE_NOOP("Error", "“{found}” is written twice. Keep one of them.")},
    Sentence{"feel.unsupported",
             QT_TRANSLATE_NOOP("Error", "“{found}” is FEEL that Wayreeve does not know yet; docs/formats/feel.md lists "
                                        "what it knows. Say it otherwise.")},
    Sentence{"feel.unknown-name",
             QT_TRANSLATE_NOOP("Error", "“{found}” is not a known name.[ Nearest known: “{nearest}”.]")},
    Sentence{"feel.unknown-function",
             QT_TRANSLATE_NOOP("Error", "“{found}” is not a known function.[ Nearest known: “{nearest}”.]")},
    Sentence{"feel.unknown-member",
             QT_TRANSLATE_NOOP("Error", "A value of type {type:word} has no “{found}”.[ Nearest known: “{nearest}”.][ "
                                        "It has: {expected}.]")},
    Sentence{"feel.unknown-value",
             QT_TRANSLATE_NOOP("Error", "“{found}” is never a value of this.[ Nearest known: “{nearest}”.][ Its values "
                                        "are: {expected}.]")},
    Sentence{"feel.argument-count",
             QT_TRANSLATE_NOOP("Error", "The function “{function}” takes {expected} values, not {found}.")},
    Sentence{"feel.operand-types",
             QT_TRANSLATE_NOOP("Error", "“{operator}” does not go with {left:word} and {right:word}.")},
    Sentence{"feel.wrong-type",
             QT_TRANSLATE_NOOP("Error", "Expected[ by “{function}”]: {expected:word}. Found: {found:word}.")},

    Sentence{"measure.window", QT_TRANSLATE_NOOP("Error", "The measure “{measure}” needs a window. Give it rolling or "
                                                          "calendar days.")},
    Sentence{"measure.property",
             QT_TRANSLATE_NOOP("Error", "The measure “{measure}” needs the property whose values it takes. Add one.")},
    Sentence{"measure.then",
             QT_TRANSLATE_NOOP("Error", "The measure “{measure}” asks what followed what. Name the second "
                                        "event with “then” and the time it has with “within”.")},
    Sentence{"measure.half-life",
             QT_TRANSLATE_NOOP("Error", "The measure “{measure}” forgets. Say how fast with “half-life”.")},
    Sentence{"zone.unknown", QT_TRANSLATE_NOOP("Error", "“{name}” is not a time zone. Use a name like Europe/Berlin.")},
    Sentence{"time.not-rfc3339",
             QT_TRANSLATE_NOOP("Error", "“{text}” is not a time. Write one like 2026-03-02T09:00:00Z.")},
    Sentence{"time.not-a-length",
             QT_TRANSLATE_NOOP("Error", "“{text}” is not a length of time. Write one like 30 min, 4 h or 7 d.")},
};

} // namespace

std::span<const Sentence> conditionSentences() {
    return sentences;
}

} // namespace wayreeve::text
