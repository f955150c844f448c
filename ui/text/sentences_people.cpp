#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{"approval.unknown-proposal",
             QT_TRANSLATE_NOOP("Error", "There is no such open item in the queue. List the queue again.")},
    Sentence{"approval.unknown-person", QT_TRANSLATE_NOOP("Error", "“{person}” is not in people.yaml.")},
    Sentence{"approval.not-an-approver",
             QT_TRANSLATE_NOOP("Error", "{person} is not an approver. Ask somebody who is.")},
    Sentence{"right.edit",
             QT_TRANSLATE_NOOP("Error", "{person} may not edit here. Ask a designer, a policy owner or an "
                                        "administrator.")},
    Sentence{"right.lift-stop",
             QT_TRANSLATE_NOOP("Error",
                               "{person} may not let stopped actions run again. Ask a designer, an approver, a "
                               "policy owner or an administrator.")},
    Sentence{"approval.beyond-grant",
             QT_TRANSLATE_NOOP("Error", "This is beyond what {person} may decide. Ask somebody with a wider grant.")},
    Sentence{
        "approval.claimed",
        QT_TRANSLATE_NOOP("Error", "{by} has claimed this until {until}. Take another, or ask {by} to release it.")},
    Sentence{"approval.not-claimed",
             QT_TRANSLATE_NOOP("Error", "Claim it first: only who has claimed an item can decide it.")},
    Sentence{"approval.not-taken",
             QT_TRANSLATE_NOOP("Error", "The run did not take this in: it was ending. Try again.")},
    Sentence{"approval.same-person",
             QT_TRANSLATE_NOOP("Error", "This needs two different people, and {person} is the first one (or wrote the "
                                        "change). Ask somebody else.")},
    Sentence{"approval.needs-reason", QT_TRANSLATE_NOOP("Error", "A rejection needs a reason. Write one.")},
    Sentence{"approval.already", QT_TRANSLATE_NOOP("Error", "This was decided already: it is {state:word}.")},
    Sentence{"approval.expired", QT_TRANSLATE_NOOP("Error", "The time to decide this has run out; the safe default was "
                                                            "or will be taken.")},
    Sentence{"approval.voided", QT_TRANSLATE_NOOP("Error", "This no longer stands: {reason:word}. Nothing goes out.")},
    Sentence{"approval.edit-refused",
             QT_TRANSLATE_NOOP("Error", "The change was refused by {policy:word}. Change the text and try again.")},
    Sentence{"connector.not-connected",
             QT_TRANSLATE_NOOP("Error", "No receiver is connected: set connector-url in workspace.yaml.")},
    Sentence{"connector.bad-url",
             QT_TRANSLATE_NOOP("Error", "“{url}” is not an address that can be called (http:// or https://).")},
    Sentence{"content.missing-fact",
             QT_TRANSLATE_NOOP("Error", "The text cannot be written: “{fact}” is not known of this customer.")},
    Sentence{"content.unknown", QT_TRANSLATE_NOOP("Error", "The content of this action is no longer there.")},
};

} // namespace

std::span<const Sentence> peopleSentences() {
    return sentences;
}

} // namespace wayreeve::text
