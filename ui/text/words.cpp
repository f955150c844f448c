#include "ui/text/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace wayreeve::text {

namespace {

/// Core's word, and how it is said; the same text in both needs no row unless it is to be translated.
struct Word {
    const char* word;
    const char* text;
};

constexpr std::array words = {
    // Kinds of YAML and types of FEEL.
    Word{"nothing", QT_TRANSLATE_NOOP("Word", "nothing")},
    Word{"list", QT_TRANSLATE_NOOP("Word", "a list")},
    Word{"mapping", QT_TRANSLATE_NOOP("Word", "a mapping (key: value)")},
    Word{"text", QT_TRANSLATE_NOOP("Word", "text")},
    Word{"word", QT_TRANSLATE_NOOP("Word", "a word")},
    Word{"boolean", QT_TRANSLATE_NOOP("Word", "true or false")},
    Word{"number", QT_TRANSLATE_NOOP("Word", "a number")},
    Word{"whole number", QT_TRANSLATE_NOOP("Word", "a whole number")},
    Word{"value", QT_TRANSLATE_NOOP("Word", "a value")},
    Word{"any", QT_TRANSLATE_NOOP("Word", "anything")},
    Word{"null", QT_TRANSLATE_NOOP("Word", "nothing (null)")},
    Word{"string", QT_TRANSLATE_NOOP("Word", "text")},
    Word{"date", QT_TRANSLATE_NOOP("Word", "a date")},
    Word{"time", QT_TRANSLATE_NOOP("Word", "a time of day")},
    Word{"date and time", QT_TRANSLATE_NOOP("Word", "a date with time")},
    Word{"duration", QT_TRANSLATE_NOOP("Word", "a length of time")},
    Word{"days and time duration", QT_TRANSLATE_NOOP("Word", "a length of time")},
    Word{"years and months duration", QT_TRANSLATE_NOOP("Word", "a length in months")},
    Word{"context", QT_TRANSLATE_NOOP("Word", "a mapping (key: value)")},
    Word{"expression", QT_TRANSLATE_NOOP("Word", "a value or name")},
    Word{"name", QT_TRANSLATE_NOOP("Word", "a name")},
    Word{"operator", QT_TRANSLATE_NOOP("Word", "an operator or the end")},
    // What references name.
    Word{"event", QT_TRANSLATE_NOOP("Word", "event")},
    Word{"trait", QT_TRANSLATE_NOOP("Word", "trait")},
    Word{"action", QT_TRANSLATE_NOOP("Word", "action")},
    Word{"content", QT_TRANSLATE_NOOP("Word", "content")},
    Word{"agent", QT_TRANSLATE_NOOP("Word", "agent")},
    Word{"goal", QT_TRANSLATE_NOOP("Word", "goal")},
    Word{"signal", QT_TRANSLATE_NOOP("Word", "signal")},
    Word{"stage", QT_TRANSLATE_NOOP("Word", "stage")},
    Word{"intent", QT_TRANSLATE_NOOP("Word", "intent")},
    Word{"need", QT_TRANSLATE_NOOP("Word", "need")},
    Word{"score", QT_TRANSLATE_NOOP("Word", "score")},
    Word{"journey", QT_TRANSLATE_NOOP("Word", "journey")},
    Word{"person", QT_TRANSLATE_NOOP("Word", "person")},
    Word{"node", QT_TRANSLATE_NOOP("Word", "node")},
    Word{"state", QT_TRANSLATE_NOOP("Word", "state")},
    Word{"zone", QT_TRANSLATE_NOOP("Word", "time zone")},
    Word{"fact", QT_TRANSLATE_NOOP("Word", "fact")},
    Word{"element", QT_TRANSLATE_NOOP("Word", "element")},
    Word{"intervention", QT_TRANSLATE_NOOP("Word", "intervention")},
    Word{"connector", QT_TRANSLATE_NOOP("Word", "connector")},
    Word{"edge event", QT_TRANSLATE_NOOP("Word", "way out of a wait")},
    // Kinds of document.
    Word{"workspace", QT_TRANSLATE_NOOP("Word", "workspace")},
    Word{"journeys", QT_TRANSLATE_NOOP("Word", "journey")},
    Word{"autonomy", QT_TRANSLATE_NOOP("Word", "autonomy matrix")},
    Word{"policies", QT_TRANSLATE_NOOP("Word", "policies")},
    Word{"actions", QT_TRANSLATE_NOOP("Word", "actions")},
    Word{"agents", QT_TRANSLATE_NOOP("Word", "agents")},
    Word{"goals", QT_TRANSLATE_NOOP("Word", "goals")},
    Word{"signals", QT_TRANSLATE_NOOP("Word", "signals")},
    Word{"stages", QT_TRANSLATE_NOOP("Word", "stages")},
    Word{"measures", QT_TRANSLATE_NOOP("Word", "measures")},
    Word{"tracking-plan", QT_TRANSLATE_NOOP("Word", "tracking plan")},
    Word{"people", QT_TRANSLATE_NOOP("Word", "people")},
    Word{"populations", QT_TRANSLATE_NOOP("Word", "population")},
    Word{"stories", QT_TRANSLATE_NOOP("Word", "stories")},
    // Risks and what can be undone.
    Word{"low", QT_TRANSLATE_NOOP("Word", "low")},
    Word{"medium", QT_TRANSLATE_NOOP("Word", "medium")},
    Word{"high", QT_TRANSLATE_NOOP("Word", "high")},
    Word{"reversible", QT_TRANSLATE_NOOP("Word", "reversible")},
    Word{"costly", QT_TRANSLATE_NOOP("Word", "costly to undo")},
    Word{"irreversible", QT_TRANSLATE_NOOP("Word", "irreversible")},
    Word{"emotion", QT_TRANSLATE_NOOP("Word", "emotion")},
    Word{"risk", QT_TRANSLATE_NOOP("Word", "risk")},
    Word{"sample", QT_TRANSLATE_NOOP("Word", "sample")},
    Word{"sla", QT_TRANSLATE_NOOP("Word", "deadline")},
    // Why text cannot be read.
    Word{"unclosed quote", QT_TRANSLATE_NOOP("Word", "a quotation mark is not closed")},
    Word{"end of map not found", QT_TRANSLATE_NOOP("Word", "the indentation does not fit the lines before")},
    Word{"end of sequence not found", QT_TRANSLATE_NOOP("Word", "the indentation does not fit the lines before")},
    Word{"end of map flow not found", QT_TRANSLATE_NOOP("Word", "a } is missing")},
    Word{"end of sequence flow not found", QT_TRANSLATE_NOOP("Word", "a ] is missing")},
    Word{"illegal map value",
         QT_TRANSLATE_NOOP("Word", "a colon where none can stand (text with a colon goes in quotes)")},
    Word{"illegal map key", QT_TRANSLATE_NOOP("Word", "a key where none can stand")},
    Word{"illegal block entry", QT_TRANSLATE_NOOP("Word", "a list's hyphen where none can stand")},
    Word{"illegal flow end", QT_TRANSLATE_NOOP("Word", "a ] or } without its beginning")},
    Word{"illegal EOF in scalar", QT_TRANSLATE_NOOP("Word", "the file ends inside a text")},
    Word{"unknown token", QT_TRANSLATE_NOOP("Word", "a sign that cannot begin a text (put it in quotes)")},
    Word{"fields", QT_TRANSLATE_NOOP("Word", "it has more or fewer fields than the first line")},
    Word{"outside-0-1",
         QT_TRANSLATE_NOOP("Word", "a probability lies between 0 and 1, and what was chosen had one above 0")},
    Word{"not-a-number", QT_TRANSLATE_NOOP("Word", "a number is expected")},
    Word{"quote", QT_TRANSLATE_NOOP("Word", "a quotation mark is not closed")},
    Word{"unexpected-character", QT_TRANSLATE_NOOP("Word", "a character that cannot stand here")},
    Word{"unexpected-end", QT_TRANSLATE_NOOP("Word", "it ends too early")},
    Word{"key-expected", QT_TRANSLATE_NOOP("Word", "a key in quotation marks is missing")},
    Word{"comma-expected", QT_TRANSLATE_NOOP("Word", "a comma or the closing bracket is missing")},
    Word{"colon-expected", QT_TRANSLATE_NOOP("Word", "a colon is missing")},
    Word{"control-character", QT_TRANSLATE_NOOP("Word", "an invisible control character")},
    Word{"digit-expected", QT_TRANSLATE_NOOP("Word", "a digit is missing")},
    Word{"half-surrogate", QT_TRANSLATE_NOOP("Word", "half of a \\u pair")},
    Word{"number-too-large", QT_TRANSLATE_NOOP("Word", "a number that is too large")},
    Word{"text-after-value", QT_TRANSLATE_NOOP("Word", "something follows the value")},
    Word{"unknown-escape", QT_TRANSLATE_NOOP("Word", "an unknown \\ escape")},
    // Approvals.
    Word{"proposed", QT_TRANSLATE_NOOP("Word", "proposed")},
    Word{"claimed", QT_TRANSLATE_NOOP("Word", "claimed")},
    Word{"approved", QT_TRANSLATE_NOOP("Word", "approved")},
    Word{"rejected", QT_TRANSLATE_NOOP("Word", "rejected")},
    Word{"second-needed", QT_TRANSLATE_NOOP("Word", "waiting for a second person")},
    Word{"undo-window", QT_TRANSLATE_NOOP("Word", "approved, and can still be undone")},
    Word{"held", QT_TRANSLATE_NOOP("Word", "held until later")},
    Word{"dispatching", QT_TRANSLATE_NOOP("Word", "going out")},
    Word{"dispatched", QT_TRANSLATE_NOOP("Word", "sent")},
    Word{"failed", QT_TRANSLATE_NOOP("Word", "failed")},
    Word{"expired", QT_TRANSLATE_NOOP("Word", "expired")},
    Word{"voided", QT_TRANSLATE_NOOP("Word", "voided")},
    Word{"suggested", QT_TRANSLATE_NOOP("Word", "suggested")},
    Word{"superseded", QT_TRANSLATE_NOOP("Word", "replaced by a newer one")},
    Word{"discarded", QT_TRANSLATE_NOOP("Word", "discarded")},
    Word{"dismissed", QT_TRANSLATE_NOOP("Word", "dismissed")},
    Word{"unknown", QT_TRANSLATE_NOOP("Word", "sent, and nobody knows whether it arrived")},
    Word{"changed-after-approval", QT_TRANSLATE_NOOP("Word", "it was changed after the first approval")},
    Word{"content/placeholders", QT_TRANSLATE_NOOP("Word", "the rule that no placeholder may stay in the text")},
    Word{"content/line-break",
         QT_TRANSLATE_NOOP("Word", "the rule that a subject is one line without control characters")},
    Word{"content/too-long",
         QT_TRANSLATE_NOOP("Word", "the limit of 200 characters in a subject and 20,000 in a text")},
    Word{"content/empty", QT_TRANSLATE_NOOP("Word", "the rule that subject and text may not be emptied")},
    Word{"content/brand/forbidden-words", QT_TRANSLATE_NOOP("Word", "the brand rules (a forbidden word)")},
    Word{"content/brand/max-subject-length", QT_TRANSLATE_NOOP("Word", "the brand rules (the subject is too long)")},
    Word{"content/promised-discount", QT_TRANSLATE_NOOP("Word", "the rule that the text promises no other discount")},
    // Parts of the store.
    Word{"features", QT_TRANSLATE_NOOP("Word", "features")},
    Word{"value-model", QT_TRANSLATE_NOOP("Word", "value model")},
    Word{"customer", QT_TRANSLATE_NOOP("Word", "customer")},
    Word{"merge", QT_TRANSLATE_NOOP("Word", "merge")},
};

const Word* find(const QString& word) {
    for (const Word& known : words)
        if (word == QLatin1String(known.word))
            return &known;
    return nullptr;
}

} // namespace

QString wordText(const QString& word) {
    if (const Word* known = find(word))
        return QCoreApplication::translate("Word", known->text);
    QStringList parts = word.split(QStringLiteral(", "));
    if (parts.size() > 1)
        for (QString& part : parts)
            part = wordText(part);
    return parts.join(QStringLiteral(", "));
}

} // namespace wayreeve::text
