#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{"run.none", QT_TRANSLATE_NOOP("Error", "This workspace has no run yet. Simulate one first.")},
    Sentence{"quarantine.unknown",
             QT_TRANSLATE_NOOP("Error", "Run “{run}” holds back no event with the number {number}.")},
    Sentence{"run.unknown", QT_TRANSLATE_NOOP("Error", "There is no run[ “{run}”] in this workspace.")},
    Sentence{"run.still-running", QT_TRANSLATE_NOOP("Error", "Run {run} has not ended. Wait for it, or resume it.")},
    Sentence{"replay.logged",
             QT_TRANSLATE_NOOP("Error",
                               "Run {run} replays a log[ (“{file}”)], whose outcomes this workspace does not keep. "
                               "Replay the log again: wayreevectl replay WS --events FILE --mapping FILE.")},
    Sentence{"export.into-workspace",
             QT_TRANSLATE_NOOP("Error", "“{file}” belongs to the workspace: writing there would destroy its data or a "
                                        "document. Nothing was changed; name another file.")},
    Sentence{"resume.differs",
             QT_TRANSLATE_NOOP("Error", "What is stored differs from what these documents give, from record {entry} "
                                        "on. Nothing was written; simulate without --resume for a run of its own.")},
    Sentence{"resume.other-request",
             QT_TRANSLATE_NOOP("Error",
                               "Run {run} was started with other numbers or documents. Resume it with the same "
                               "ones, or simulate without --resume.")},
    Sentence{"simulate.no-population",
             QT_TRANSLATE_NOOP("Error", "This workspace has no population to simulate. Add one under populations/.")},
    Sentence{"simulate.unknown-population",
             QT_TRANSLATE_NOOP("Error", "There is no population “{id}”.[ Nearest known: “{nearest}”.]")},
    Sentence{
        "decision.bad-id",
        QT_TRANSLATE_NOOP(
            "Error", "“{id}” is not a decision's id. They look like s1-482-13; `wayreevectl decisions` lists them.")},
    Sentence{"decision.unknown", QT_TRANSLATE_NOOP("Error", "There is no decision “[{id}][{key}]” in this run. "
                                                            "`wayreevectl decisions` lists those that are.")},
    Sentence{"customer.unknown", QT_TRANSLATE_NOOP("Error", "There is no customer “{id}” in this run.")},
    Sentence{"customer.run-at-work", QT_TRANSLATE_NOOP("Error", "Run {run} is at work, and keeps what it knows of "
                                                                "customers once it has come to an end.")},
    Sentence{"customer.not-asked", QT_TRANSLATE_NOOP("Error", "Run {run} is being asked.")},
    Sentence{"customer.run-cut-off",
             QT_TRANSLATE_NOOP("Error", "Run {run} was cut off before it kept what it knows of customers. A live run "
                                        "knows it again once it goes on.")},
    Sentence{"record.unknown", QT_TRANSLATE_NOOP("Error", "There is no record {number} in this run.")},
    Sentence{"proposal.unknown", QT_TRANSLATE_NOOP("Error", "There is no proposal {number} in this run.")},
    Sentence{"record.damaged",
             QT_TRANSLATE_NOOP("Error", "Record {number} cannot be read: its bytes are damaged. Run verify.")},
    Sentence{"outbox.unknown", QT_TRANSLATE_NOOP("Error", "The outbox has no item {number}. Run verify.")},
    Sentence{"inbox.unknown", QT_TRANSLATE_NOOP("Error", "The command {id} is no longer there. Give it again.")},
    Sentence{"command.damaged",
             QT_TRANSLATE_NOOP("Error", "A stored command cannot be read: “{text}”. It was not carried out; run "
                                        "verify.")},
    Sentence{"state.damaged", QT_TRANSLATE_NOOP("Error", "The stored state of this run cannot be read: its bytes are "
                                                         "damaged or of another version. Run verify, or restore a "
                                                         "backup.")},
    Sentence{"state.invalid", QT_TRANSLATE_NOOP("Error", "The stored state of this run ({part:word}) is damaged. Run "
                                                         "verify, or restore a backup.")},
    Sentence{"merge.other-customer",
             QT_TRANSLATE_NOOP("Error", "This customer has since become part of another one. Undo that merge first.")},
    Sentence{"merge.none", QT_TRANSLATE_NOOP("Error", "No merge of “{customer}” can be undone: there was none, or it "
                                                      "is too long ago.")},
    Sentence{"merge.too-old",
             QT_TRANSLATE_NOOP("Error",
                               "What undoing this merge into “{customer}” takes is not kept any more: too much "
                               "time has passed, or too much has happened since.")},
    Sentence{"merge.needs-reason", QT_TRANSLATE_NOOP("Error", "Undoing a merge needs a reason. Write one.")},
    Sentence{"merge.not-live",
             QT_TRANSLATE_NOOP("Error", "Only a live run can undo a merge, and run {run} is none: nobody is reached "
                                        "from it.")},
    Sentence{"model.state-invalid",
             QT_TRANSLATE_NOOP("Error", "The stored state of the value model ({part:word}) does not fit these "
                                        "documents or is damaged. Run verify, or restore a backup.")},

    Sentence{"store.locked",
             QT_TRANSLATE_NOOP(
                 "Error", "Another Wayreeve[ (process {pid})] is running this workspace. Stop it first, or use it.")},
    Sentence{"store.busy", QT_TRANSLATE_NOOP("Error", "Another program is using the data file of this workspace. "
                                                      "Nothing was lost; try again.")},
    Sentence{"store.newer-schema",
             QT_TRANSLATE_NOOP("Error", "The data of this workspace was written by a newer Wayreeve (version {found}; "
                                        "this one knows {known}). Nothing was changed. Use the newer one.")},
    Sentence{"store.head-forged",
             QT_TRANSLATE_NOOP("Error", "The records of run {run} are not as this workspace signed them, so nothing is "
                                        "added to them. Run verify, or restore a backup.")},
    Sentence{"store.gone",
             QT_TRANSLATE_NOOP("Error", "The data file of this workspace (“{file}”) is not there any more, while its "
                                        "keys or published documents are. Nothing was changed. Restore a backup, or "
                                        "remove the folder .wayreeve to begin anew without the earlier runs.")},
    Sentence{"store.damaged",
             QT_TRANSLATE_NOOP("Error", "The data file of this workspace is not as Wayreeve left it: {object:word}[ "
                                        "{number}][ ({detail})]. Nothing was changed. Run verify, or restore a "
                                        "backup.")},
    Sentence{
        "store.full",
        QT_TRANSLATE_NOOP("Error", "The disk is full. What was committed is safe; free some space and try again.")},
    Sentence{"store.io",
             QT_TRANSLATE_NOOP("Error", "The data of this workspace cannot be used[ (“{file}”)][: {detail}]. "
                                        "Nothing that was committed is lost; check space and permissions.")},
    Sentence{"store.key-missing",
             QT_TRANSLATE_NOOP("Error", "The signing key “{file}” is missing, while its public part is there. Restore "
                                        "it from a backup; without it nothing can be added to this chain.")},
    Sentence{"store.key-damaged",
             QT_TRANSLATE_NOOP("Error", "The signing key “{file}” is damaged or does not belong to this workspace. "
                                        "Restore it from a backup.")},
    Sentence{"ingest.address",
             QT_TRANSLATE_NOOP("Error",
                               "Events cannot be received at {address}, port {port}[: {detail}]. Choose another "
                               "address or port.")},
    Sentence{"sources.damaged",
             QT_TRANSLATE_NOOP("Error", "The list of sources (“{file}”) cannot be read. Restore it from a backup, or "
                                        "remove it and add the sources anew; they then get new keys.")},
    Sentence{"sources.id", QT_TRANSLATE_NOOP("Error", "“{id}” cannot be the id of a source: use lower-case letters, "
                                                      "digits, - and _, at most 64.")},
    Sentence{"sources.exists", QT_TRANSLATE_NOOP("Error", "There is a source “{id}” already. Remove it first to give "
                                                          "it a new key.")},
    Sentence{"reweight.nothing",
             QT_TRANSLATE_NOOP("Error", "No weight is proposed for stage “{stage}”, so there is nothing to apply.")},
    Sentence{"reweight.changed",
             QT_TRANSLATE_NOOP("Error", "The weight of “{signal}” in stage “{stage}” is no longer the one of the run. "
                                        "Nothing was written; simulate again and compare anew.")},
    Sentence{"reweight.unknown-event",
             QT_TRANSLATE_NOOP("Error", "“{event}” is not an event of the run's tracking plan. Name one that is.")},
    Sentence{"backtest.reads-otherwise",
             QT_TRANSLATE_NOOP("Error", "The changed workspace has another “{document}”, so customers would have come "
                                        "to other moments than in run {run}. Simulate it instead.")},
    Sentence{"backtest.learns-otherwise",
             QT_TRANSLATE_NOOP("Error", "Goal “{goal}” would have learned from other inputs than in run {run}, so what "
                                        "was learned does not fit. Simulate it instead.")},
    Sentence{"backtest.logged",
             QT_TRANSLATE_NOOP("Error", "Run {run} replays a table of logged decisions, whose rows are not kept. Judge "
                                        "another policy on it with offpolicy.")},
    Sentence{"effects.unknown-goal",
             QT_TRANSLATE_NOOP("Error", "Nothing was sent for a goal “{goal}” in this run.[ Nearest known: "
                                        "“{nearest}”.]")},
    Sentence{"effects.unknown-segment",
             QT_TRANSLATE_NOOP("Error", "Nothing known as “{segment}” tells this run's customers apart.[ Nearest "
                                        "known: “{nearest}”.]")},
    Sentence{"store.wrong-batch",
             QT_TRANSLATE_NOOP("Error", "What was to be written names record {about}, which is not stored. Nothing was "
                                        "written; this is an error in Wayreeve: please report it.")},
    Sentence{"store.wrong-chain",
             QT_TRANSLATE_NOOP("Error", "Record {entry} does not continue the stored chain. Nothing was written; run "
                                        "verify.")},
};

} // namespace

std::span<const Sentence> runSentences() {
    return sentences;
}

} // namespace wayreeve::text
