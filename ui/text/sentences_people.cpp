#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{"approval.unknown-proposal",
             QT_TRANSLATE_NOOP("Error", "There is no such open item in the queue. List the queue again.")},
    Sentence{"handoff.none", QT_TRANSLATE_NOOP("Error", "{id} hands nothing over to a person.")},
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
    Sentence{"right.undo-merge",
             QT_TRANSLATE_NOOP("Error", "{person} may not undo a merge. Ask a designer, an approver, a policy owner or "
                                        "an administrator.")},
    Sentence{"right.replay",
             QT_TRANSLATE_NOOP("Error", "{person} may not send anything again. Ask a designer, an approver, a policy "
                                        "owner or an administrator.")},
    Sentence{"right.erase", QT_TRANSLATE_NOOP("Error", "{person} may not erase customers. Ask a policy owner or an "
                                                       "administrator.")},
    Sentence{"erase.no-reason", QT_TRANSLATE_NOOP("Error", "Say why: the reason stays in the records.")},
    Sentence{"erase.reason-names-customer",
             QT_TRANSLATE_NOOP("Error", "The reason names the customer. It stays in the records: say it without.")},
    Sentence{"erase.unknown-customer", QT_TRANSLATE_NOOP("Error", "No run knows a customer “{customer}”.")},
    Sentence{"decision.erased",
             QT_TRANSLATE_NOOP("Error",
                               "Decision {id} of {time} was about {customer}, whose data has been erased: what "
                               "was known, considered and sent cannot be read any more.")},
    Sentence{"record.erased", QT_TRANSLATE_NOOP("Error", "Record {number} was erased with its customer's data.")},
    Sentence{"replay.erased",
             QT_TRANSLATE_NOOP("Error",
                               "{run} cannot be computed again: {customers} of its customers have been erased, "
                               "and with them what they did. Its records still stand; “verify” checks them.")},
    Sentence{"live.erased",
             QT_TRANSLATE_NOOP("Error", "{run} cannot be taken up again: a customer was erased from it and "
                                        "no checkpoint is there. Begin a new run with --fresh.")},
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
    Sentence{"connector.bad-mail-url",
             QT_TRANSLATE_NOOP("Error", "“{url}” is not the address of a mail server (smtp:// or smtps://).")},
    Sentence{"connector.missing-key",
             QT_TRANSLATE_NOOP("Error", "A connector of kind “{type}” needs “{key}”. Add it.")},
    Sentence{"connector.bad-secret-name",
             QT_TRANSLATE_NOOP("Error", "“{name}” cannot name an environment variable. Write the variable's name "
                                        "(capital letters, digits, “_”), never the secret itself.")},
    Sentence{"connector.no-secret",
             QT_TRANSLATE_NOOP("Error", "The connector “{id}” has no secret: set the environment variable {name}.")},
    Sentence{"connector.bad-secret",
             QT_TRANSLATE_NOOP("Error", "What the environment variable {name} holds is no secret that the connector "
                                        "“{id}” can use.")},
    Sentence{"connector.bad-address",
             QT_TRANSLATE_NOOP("Error", "“{address}” is not an e-mail address that a message can be sent from.")},
    Sentence{"connector.bad-header",
             QT_TRANSLATE_NOOP("Error", "“{key}” of the connector “{id}” cannot stand in a message's header.")},
    Sentence{"fact.bad-path",
             QT_TRANSLATE_NOOP("Error", "“{path}” is no path that a fact can be asked for by: it begins "
                                        "with “/” and says in curly brackets where the id goes.")},
    Sentence{"fact.bad-pointer",
             QT_TRANSLATE_NOOP("Error", "“{at}” says no place in an answer. Write a JSON Pointer, as "
                                        "in “/order/status”.")},
    Sentence{"fact.bad-header", QT_TRANSLATE_NOOP("Error", "“{name}” is no name of a header.")},
    Sentence{"fact.unmapped", QT_TRANSLATE_NOOP("Error", "A fact of kind “{kind}” needs “{key}”. Say where the answer "
                                                         "has it.")},
    Sentence{"fact.two-systems",
             QT_TRANSLATE_NOOP("Error", "Two systems are named for facts of kind “{kind}”. Keep one.")},
    Sentence{"outbox.not-failed",
             QT_TRANSLATE_NOOP("Error", "Item {number} is {state:word}. Only what failed or is unclear can be sent "
                                        "again.")},
    Sentence{"fact.unreachable", QT_TRANSLATE_NOOP("Error", "The {kind} of {id} could not be asked for: {reason}.")},
    Sentence{"fact.missing", QT_TRANSLATE_NOOP("Error", "Nothing is known of the {kind} of {id}.")},
    Sentence{"fact.malformed",
             QT_TRANSLATE_NOOP("Error", "The answer about the {kind} of {id} cannot be read (“{key}”).")},
    Sentence{"fact.stale",
             QT_TRANSLATE_NOOP("Error", "What is known of the {kind} of {id} is {age} old; it may be {limit} old.")},
    Sentence{"fact.from-future", QT_TRANSLATE_NOOP("Error", "What is said of the {kind} of {id} lies in the future.")},
    Sentence{"content.missing-fact",
             QT_TRANSLATE_NOOP("Error", "The text cannot be written: “{fact}” is not known of this customer.")},
    Sentence{"content.unknown", QT_TRANSLATE_NOOP("Error", "The content of this action is no longer there.")},
};

} // namespace

std::span<const Sentence> peopleSentences() {
    return sentences;
}

} // namespace wayreeve::text
