#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{"json.invalid", QT_TRANSLATE_NOOP("Error", "This is not JSON: {reason:word}. Mend the line.")},
    Sentence{"json.duplicate-key",
             QT_TRANSLATE_NOOP("Error", "“{key}” is written twice in one JSON object. Keep one of them.")},
    Sentence{"json.too-deep", QT_TRANSLATE_NOOP("Error", "The JSON is nested more than {limit} deep.")},

    Sentence{"event.not-an-object",
             QT_TRANSLATE_NOOP("Error", "An event must be a JSON object, like {\"type\": \"track\", …}.")},
    Sentence{"event.type", QT_TRANSLATE_NOOP("Error", "[“{type}” is not a type of event. ]Give “type” as track, "
                                                      "identify, page, screen, group or alias.")},
    Sentence{"event.no-name", QT_TRANSLATE_NOOP("Error", "The event has no name. Give it one in “event”.")},
    Sentence{"event.no-id",
             QT_TRANSLATE_NOOP("Error", "The event names nobody. Give it a “userId” or an “anonymousId”.")},
    Sentence{"event.bad-properties",
             QT_TRANSLATE_NOOP("Error", "Properties and traits must be a JSON object, not: {found:word}.")},
    Sentence{"event.number-too-large",
             QT_TRANSLATE_NOOP("Error", "“{property}” is {found}, a number that is too large to count with.")},
    Sentence{"event.bad-time", QT_TRANSLATE_NOOP("Error", "“{field}” is not a time that can be used. Write it like "
                                                          "2026-03-02T09:00:00Z.")},
    Sentence{"event.future", QT_TRANSLATE_NOOP("Error", "The event lies {by} in the future, so it was not counted. "
                                                        "Check the sender's clock.")},
    Sentence{"plan.missing-property",
             QT_TRANSLATE_NOOP("Error", "“{event}” lacks “{property}”, which the tracking plan requires.")},
    Sentence{"plan.wrong-type", QT_TRANSLATE_NOOP("Error", "“{property}” of “{event}” is not of the type that the "
                                                           "tracking plan says: {expected:word}.")},
    Sentence{"plan.value-not-allowed",
             QT_TRANSLATE_NOOP("Error", "“{found}” is not among the values that the tracking plan allows for "
                                        "“{property}” of “{event}”.")},
    Sentence{"import.line-too-long",
             QT_TRANSLATE_NOOP("Error", "The line is longer than {limit} bytes. Write one event a line.")},
    Sentence{"import.no-events", QT_TRANSLATE_NOOP("Error", "There is no event in “{file}” that can be used, so no run "
                                                            "was made. Write one JSON object a line.")},

    Sentence{"csv.no-column",
             QT_TRANSLATE_NOOP("Error", "The file has no column “{column}”, which the mapping names.[ Nearest known: "
                                        "“{nearest}”.] Change the mapping or the file's first line.")},
    Sentence{"csv.bad-row",
             QT_TRANSLATE_NOOP("Error", "This row cannot be read: {why:word}[ (“{value}”)]. Mend the row; nothing was "
                                        "replayed.")},
    Sentence{"csv.no-rows", QT_TRANSLATE_NOOP("Error", "The file has a first line and nothing below it, so there is "
                                                       "nothing to replay.")},
    Sentence{"csv.unknown-arm",
             QT_TRANSLATE_NOOP("Error",
                               "The mapping does not know the arm “{value}”.[ Nearest known: “{nearest}”.] Add "
                               "it to “arms”.")},
    Sentence{"policy-log.no-column",
             QT_TRANSLATE_NOOP("Error",
                               "“{file}” has no column “{column}”. A log has reward, pscore and pi_e_a, and both "
                               "or neither of qhat_a and qhat_pi.")},
    Sentence{"policy-log.no-rows",
             QT_TRANSLATE_NOOP("Error", "“{file}” has a first line and nothing below it, so there "
                                        "is nothing to judge.")},
    Sentence{"policy-log.bad-value",
             QT_TRANSLATE_NOOP("Error", "Row {row} of “{file}”: “{value}” in {column} cannot be used: {why:word}.")},
    Sentence{"stage-world.no-stages",
             QT_TRANSLATE_NOOP("Error", "There is nothing to measure: the workspace needs stages, the world states.")},
    Sentence{"stage-world.no-stage",
             QT_TRANSLATE_NOOP("Error",
                               "The state “{state}” of the world belongs to no stage of the workspace. Name it "
                               "like a stage, or like one with “-” and more after it.")},
    Sentence{"stage-world.unknown-event",
             QT_TRANSLATE_NOOP("Error", "The tracking plan knows no event “{event}”, which the world sends.[ Nearest "
                                        "known: “{nearest}”.]")},
    Sentence{"stage-world.event-refused",
             QT_TRANSLATE_NOOP("Error", "“{event}”, as the world sends it, does not fit the tracking plan ({reason}). "
                                        "Mend its properties.")},
    Sentence{"stage-audit.no-decisions",
             QT_TRANSLATE_NOOP("Error", "Run {run} has no decision whose stage could be labelled.")},
    Sentence{"stage-audit.unknown-moment",
             QT_TRANSLATE_NOOP("Error", "“{id}” is not among the moments of this audit. List them first.")},
    Sentence{"stage-audit.unknown-stage",
             QT_TRANSLATE_NOOP("Error", "There is no stage “{stage}” in this run's documents.[ Nearest known: "
                                        "“{nearest}”.]")},
    Sentence{"stage-audit.labelled",
             QT_TRANSLATE_NOOP("Error", "“{id}” has its label already. It stays, because the core's reading was shown "
                                        "after it.")},
    Sentence{"stage-audit.revealed",
             QT_TRANSLATE_NOOP("Error", "The result of this audit was shown, so its labels stay.")},
    Sentence{"stage-audit.not-labelled", QT_TRANSLATE_NOOP("Error", "“{id}” has no label to take back.")},
    Sentence{"stage-audit.damaged",
             QT_TRANSLATE_NOOP("Error", "This stage audit cannot be read. Remove the file to draw the moments anew; "
                                        "its labels are lost then.")},
    Sentence{"mapping.missing",
             QT_TRANSLATE_NOOP("Error", "This workspace has no mapping.yaml. Name one with --mapping.")},

    Sentence{"story.no-assertion",
             QT_TRANSLATE_NOOP("Error", "The story expects nothing, so it can prove nothing. Add an expectation.")},
    Sentence{"story.no-expectation",
             QT_TRANSLATE_NOOP("Error",
                               "This expectation of “{story}” says nothing that could be seen. Name an action, "
                               "a ruling, a stage or an intent.")},
    Sentence{"story.event-too-late",
             QT_TRANSLATE_NOOP("Error", "The event at {at} never happens: the story is over after {length}. Move it "
                                        "before that, or give the story more time with “length”.")},
    Sentence{"story.expectation-too-late",
             QT_TRANSLATE_NOOP("Error", "What is expected at {time} is never looked at: the story is over after "
                                        "{length}. Expect it before that, or give the story more time with “length”.")},
    Sentence{"story.empty-window",
             QT_TRANSLATE_NOOP("Error", "Nothing can be within {within} and after {after}. Make “within” later than "
                                        "“after”; both count from the story's start.")},
    Sentence{"story.unknown-customer",
             QT_TRANSLATE_NOOP("Error",
                               "Nobody in this story is called “{customer}”. Name one of its “others”, or leave "
                               "“customer” out to speak of the story's own.")},
    Sentence{"story.unknown-element",
             QT_TRANSLATE_NOOP("Error",
                               "What the story guards[ (“{guards}”)] does not exist or cannot be switched off. Name "
                               "an element of the documents, like policies/margin-floor.")},
    Sentence{"story.guards-nothing",
             QT_TRANSLATE_NOOP("Error", "With “{guards}” switched off the story still passes: it does not guard it.")},
    Sentence{"story.fails-unmutated",
             QT_TRANSLATE_NOOP("Error", "The story fails as it is[: expected {expected}][; seen: {seen}].")},
    Sentence{"story.not-met",
             QT_TRANSLATE_NOOP("Error", "Expectation {expectation} was not met: expected {expected}[; seen: {seen}].")},
    Sentence{"story.forbidden",
             QT_TRANSLATE_NOOP("Error", "Expectation {expectation} forbids this: {expected}[; seen: {seen}].")},
};

} // namespace

std::span<const Sentence> inputSentences() {
    return sentences;
}

} // namespace wayreeve::text
