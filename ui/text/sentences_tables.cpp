#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{"table.no-inputs", QT_TRANSLATE_NOOP("Error", "The table has no inputs. Add what it decides by.")},
    Sentence{"table.no-outputs", QT_TRANSLATE_NOOP("Error", "The table has no outputs. Add what it answers.")},
    Sentence{"table.cell-count", QT_TRANSLATE_NOOP("Error", "The row has {found} cells where {expected} are needed.")},
    Sentence{"table.too-many", QT_TRANSLATE_NOOP("Error", "A table takes at most {limit} of these. Split it.")},
    Sentence{"table.no-name", QT_TRANSLATE_NOOP("Error", "This has no name. Cells need one to speak of it.")},
    Sentence{"table.same-name", QT_TRANSLATE_NOOP("Error", "“{found}” is named twice. Rename one of them.")},
    Sentence{"table.bad-type", QT_TRANSLATE_NOOP("Error", "A table needs to know the type; “{found}” is none.")},
    Sentence{"table.reserved-name",
             QT_TRANSLATE_NOOP("Error", "No expression could ask a table named “{found}”. Give it another id.")},
    Sentence{"table.unfit-values",
             QT_TRANSLATE_NOOP("Error", "Only texts take a list of values; this is of type {type:word}.")},
    Sentence{"table.unfit-within",
             QT_TRANSLATE_NOOP("Error", "The limits must be constants, as in [0..100]. Take the expression out.")},
    Sentence{"table.unfit-otherwise",
             QT_TRANSLATE_NOOP("Error", "This hit policy has an answer without rows. Take “otherwise” out.")},
    Sentence{"table.one-output", QT_TRANSLATE_NOOP("Error", "This hit policy takes one output. Remove the others.")},
    Sentence{"table.unordered",
             QT_TRANSLATE_NOOP("Error", "This hit policy cannot work with outputs of type {found:word}.")},
    Sentence{"table.no-order",
             QT_TRANSLATE_NOOP("Error", "This hit policy needs an output with values, the best one first.")},
    Sentence{"table.unknown-value",
             QT_TRANSLATE_NOOP("Error", "“{found}” is no value of this output.[ Nearest known: “{nearest}”.][ Its "
                                        "values are: {expected}.]")},
    Sentence{"table.unfit-input",
             QT_TRANSLATE_NOOP("Error", "The table “{table}” cannot be asked here without arguments: the expression of "
                                        "its input “{input}” does not fit.[ Found: “{found}”.]")},
    Sentence{"table.recursion",
             QT_TRANSLATE_NOOP("Error", "The table “{table}” asks itself, directly or over others. Break the circle.")},
    Sentence{"table.too-deep",
             QT_TRANSLATE_NOOP("Error", "Tables ask tables more than {limit} deep. Make it flatter.")},
    Sentence{"table.not-unique",
             QT_TRANSLATE_NOOP("Error", "Several rows match where only one may: there is no answer.")},
    Sentence{"table.not-agreed", QT_TRANSLATE_NOOP("Error", "The rows that match do not agree: there is no answer.")},
    Sentence{"table.not-allowed",
             QT_TRANSLATE_NOOP("Error", "An input is outside what the table allows: there is no answer.")},
    Sentence{"table.wrong-type", QT_TRANSLATE_NOOP("Error", "An input is not of its type: there is no answer.")},
    Sentence{"table.exhausted",
             QT_TRANSLATE_NOOP("Error", "The evaluation was too long and was ended: there is no answer.")},
    Sentence{"check.table-overlap",
             QT_TRANSLATE_NOOP("Error",
                               "Rows {first} and {second} of “{table}” both match {example}, and only one may: "
                               "there would be no answer. Narrow one of them.")},
    Sentence{
        "check.table-gap",
        QT_TRANSLATE_NOOP("Error", "No row of “{table}” matches {example}. Add one, or say what holds otherwise.")},
    Sentence{"check.table-unreachable",
             QT_TRANSLATE_NOOP("Error", "Row {row} of “{table}” never answers.[ Row {by} comes first for {example}.] "
                                        "Move it up, or remove it.")},
    Sentence{"check.table-undecided",
             QT_TRANSLATE_NOOP("Error", "“{table}” has expressions in its cells: {count} questions of overlap, gaps or "
                                        "reach stay open.")},
    Sentence{"check.account-contract-date",
             QT_TRANSLATE_NOOP("Error",
                               "“{trait}” is no date among the traits of accounts, so nobody can tell how long "
                               "a contract still runs. Name one that is.")},
    Sentence{"check.account-health-points",
             QT_TRANSLATE_NOOP("Error", "The parts of an account's health add up to {sum} points. Make them 100.")},
    Sentence{"check.account-health-reads",
             QT_TRANSLATE_NOOP("Error", "“{part}” reads “{fact}”, which is not known yet when an account's health is "
                                        "computed: it would always count 0. Use facts of the account and measures.")},
    Sentence{"check.account-unknown-role",
             QT_TRANSLATE_NOOP("Error", "Nobody can have the role “{role}”: the tracking plan says no trait for roles "
                                        "of contacts, or not this value of it. Correct one of them.")},
    Sentence{"check.account-journey-mixed",
             QT_TRANSLATE_NOOP("Error", "Agents of persons and of accounts decide in “{journey}”, so no account walks "
                                        "it. Make two journeys of it.")},
    Sentence{"check.account-update",
             QT_TRANSLATE_NOOP("Error", "“{node}” updates a customer's trait in a journey of accounts, where no "
                                        "customer is: it does nothing. Take it away.")},
    Sentence{"check.account-not-planned",
             QT_TRANSLATE_NOOP("Error", "“{element}” is about accounts, and the tracking plan knows no traits of "
                                        "accounts: there never is one. Add them under “accounts”.")},
    Sentence{"check.memory-property",
             QT_TRANSLATE_NOOP("Error", "“{element}” reads the property “{property}” of “{event}”, which the tracking "
                                        "plan does not know as {expected}. Correct one of them.")},
    Sentence{"check.lifetime-not-fitted",
             QT_TRANSLATE_NOOP("Error", "The lifetime value has no usable parameters: all must be above 0, and q "
                                        "above 1. “wayreevectl lifetime” fits them to purchases.")},
    Sentence{
        "lifetime.no-column",
        QT_TRANSLATE_NOOP("Error", "“{file}” has no column “{column}”. Purchases have customer, date and amount.")},
    Sentence{"lifetime.bad-row",
             QT_TRANSLATE_NOOP("Error",
                               "Row {row} of “{file}”: “{value}” in {column} cannot be used. Dates are written "
                               "2026-03-02, amounts as plain numbers.")},
    Sentence{"lifetime.not-planned",
             QT_TRANSLATE_NOOP("Error",
                               "The tracking plan of run {run} does not say which event is a purchase. Name it "
                               "under “lifetime-value”.")},
    Sentence{"lifetime.too-few",
             QT_TRANSLATE_NOOP("Error",
                               "Fewer than 20 customers came back in the earlier half of these purchases, which "
                               "is too few to tell what customers are worth. Bring a longer history.")},
    Sentence{"check.promise-never-kept",
             QT_TRANSLATE_NOOP("Error", "No event keeps a promise, so that each one is broken when it falls due. Name "
                                        "it under “kept”.")},
    Sentence{"check.response-channel",
             QT_TRANSLATE_NOOP("Error", "“{event}” is a response, and nothing tells on which channel: it counts on "
                                        "none. Name it under “channel”, or plan a property of that name.")},
    Sentence{"check.affinity-categories",
             QT_TRANSLATE_NOOP("Error", "“{element}” needs two categories or more, and their shares add up to 1 at "
                                        "most.")},
    Sentence{"check.affinity-unknown-category",
             QT_TRANSLATE_NOOP("Error", "“{property}” never has the value “{value}” that “{element}” counts: the "
                                        "tracking plan does not list it.")},
    Sentence{"check.progress-milestones",
             QT_TRANSLATE_NOOP("Error", "The way to “{goal}” has no milestone, or one without a time: nobody can be "
                                        "ahead or stuck. Say each one's “within”.")},
};

} // namespace

std::span<const Sentence> tableSentences() {
    return sentences;
}

} // namespace wayreeve::text
