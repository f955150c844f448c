#include "ui/text/error_text.h"

#include <QCoreApplication>

#include <array>

namespace wayreeve::text {

namespace {

struct Sentence {
    const char* code;
    const char* text; ///< {name} stands for a parameter
};

constexpr std::array sentences = {
    Sentence{
        "workspace.missing",
        QT_TRANSLATE_NOOP(
            "Error", "There is no workspace in “{folder}”: workspace.yaml is missing. Name a folder that has one.")},
    Sentence{"yaml.unknown-key", QT_TRANSLATE_NOOP("Error", "“{key}” is not a key here. Nearest known: “{nearest}”.")},
    Sentence{"yaml.duplicate-key", QT_TRANSLATE_NOOP("Error", "“{key}” is written twice. Keep one of them.")},
    Sentence{"yaml.wrong-type", QT_TRANSLATE_NOOP("Error", "Expected {expected}, found {found}.")},
    Sentence{"yaml.missing-key", QT_TRANSLATE_NOOP("Error", "“{key}” is missing and must be given.")},
    Sentence{"yaml.ambiguous-scalar",
             QT_TRANSLATE_NOOP("Error", "“{found}” could be read as text or as something else. Put it in quotes.")},
    Sentence{"yaml.alias", QT_TRANSLATE_NOOP("Error", "Aliases and anchors are not allowed. Write the value out.")},
    Sentence{
        "document.newer-format",
        QT_TRANSLATE_NOOP(
            "Error", "This file has format {format}; this program reads up to {supported}. Use a newer Wayreeve.")},
    Sentence{"document.unknown-reference",
             QT_TRANSLATE_NOOP("Error", "There is no {kind} named “{id}”. Nearest known: “{nearest}”.")},
    Sentence{"document.duplicate-id", QT_TRANSLATE_NOOP("Error", "The id “{id}” is used twice. Ids must be unique.")},
    Sentence{"document.changed-outside",
             QT_TRANSLATE_NOOP("Error", "The file was changed by another program. Nothing was overwritten; load it "
                                        "again or save under another name.")},
    Sentence{"io.read-failed",
             QT_TRANSLATE_NOOP("Error", "“{file}” cannot be read. Check that it exists and that you may read it.")},
    Sentence{
        "io.write-failed",
        QT_TRANSLATE_NOOP("Error", "“{file}” cannot be written. Nothing was changed; check space and permissions.")},
    Sentence{"store.locked",
             QT_TRANSLATE_NOOP(
                 "Error", "Another Wayreeve (process {pid}) is running this workspace. Stop it first, or use it.")},
    Sentence{"store.newer-schema",
             QT_TRANSLATE_NOOP("Error", "The data of this workspace was written by a newer Wayreeve (version {found}; "
                                        "this one knows {known}). Nothing was changed.")},
    Sentence{"store.damaged",
             QT_TRANSLATE_NOOP("Error", "The data file of this workspace is not as Wayreeve left it: {object}. Nothing "
                                        "was changed. Run verify, or restore a backup.")},
    Sentence{
        "store.full",
        QT_TRANSLATE_NOOP("Error", "The disk is full. What was committed is safe; free some space and try again.")},
    Sentence{"store.io",
             QT_TRANSLATE_NOOP("Error", "The data file cannot be used: {detail}. Nothing that was committed is lost.")},
    Sentence{"run.none", QT_TRANSLATE_NOOP("Error", "This workspace has no run yet. Simulate one first.")},
    Sentence{"run.unknown", QT_TRANSLATE_NOOP("Error", "There is no run “{run}” in this workspace.")},
    Sentence{"run.still-running", QT_TRANSLATE_NOOP("Error", "Run {run} has not ended. Wait for it, or resume it.")},
    Sentence{
        "resume.differs",
        QT_TRANSLATE_NOOP(
            "Error",
            "What is stored differs from what these documents give, from record {entry} on. Nothing was written.")},
    Sentence{"resume.other-request",
             QT_TRANSLATE_NOOP("Error", "Run {run} was started with other numbers. Resume it with the same ones.")},
    Sentence{"simulate.no-population",
             QT_TRANSLATE_NOOP("Error", "This workspace has no population to simulate. Add one under populations/.")},
    Sentence{"simulate.unknown-population",
             QT_TRANSLATE_NOOP("Error", "There is no population “{id}”. Nearest known: “{nearest}”.")},
    Sentence{
        "decision.bad-id",
        QT_TRANSLATE_NOOP(
            "Error", "“{id}” is not a decision's id. They look like s1-482-13; `wayreevectl decisions` lists them.")},
    Sentence{"decision.unknown", QT_TRANSLATE_NOOP("Error", "There is no decision “{id}”.")},
    Sentence{"record.damaged",
             QT_TRANSLATE_NOOP("Error", "Record {number} cannot be read: its bytes are damaged. Run verify.")},
    Sentence{"approval.unknown-proposal", QT_TRANSLATE_NOOP("Error", "There is no such open proposal.")},
    Sentence{"approval.unknown-person", QT_TRANSLATE_NOOP("Error", "“{person}” is not in people.yaml.")},
    Sentence{"approval.not-an-approver",
             QT_TRANSLATE_NOOP("Error", "{person} is not an approver. Ask somebody who is.")},
    Sentence{"approval.beyond-grant",
             QT_TRANSLATE_NOOP("Error", "This is beyond what {person} may decide. Ask somebody with a wider grant.")},
    Sentence{"approval.claimed", QT_TRANSLATE_NOOP("Error", "{by} has claimed this until {until}.")},
    Sentence{"approval.not-claimed",
             QT_TRANSLATE_NOOP("Error", "Claim it first: only who has claimed an item can decide it.")},
    Sentence{"approval.same-person",
             QT_TRANSLATE_NOOP("Error",
                               "This needs two different people, and you are the first one (or wrote the change).")},
    Sentence{"approval.needs-reason", QT_TRANSLATE_NOOP("Error", "A rejection needs a reason.")},
    Sentence{"approval.already", QT_TRANSLATE_NOOP("Error", "This was decided already: it is {state}.")},
    Sentence{"approval.expired", QT_TRANSLATE_NOOP("Error", "The time to decide this has run out.")},
    Sentence{"approval.voided", QT_TRANSLATE_NOOP("Error", "This no longer stands: {reason}.")},
    Sentence{"approval.edit-refused", QT_TRANSLATE_NOOP("Error", "The change was refused by {policy}.")},
    Sentence{"connector.not-connected",
             QT_TRANSLATE_NOOP("Error", "No receiver is connected: set connector-url in workspace.yaml.")},
    Sentence{"connector.bad-url",
             QT_TRANSLATE_NOOP("Error", "“{url}” is not an address that can be called (http:// or https://).")},
    Sentence{"story.no-assertion",
             QT_TRANSLATE_NOOP("Error", "The story expects nothing, so it can prove nothing. Add an expectation.")},
    Sentence{"story.unknown-element", QT_TRANSLATE_NOOP("Error", "The story guards “{guards}”, which does not exist.")},
    Sentence{"story.guards-nothing",
             QT_TRANSLATE_NOOP("Error", "With “{guards}” switched off the story still passes: it does not guard it.")},
    Sentence{"story.fails-unmutated",
             QT_TRANSLATE_NOOP("Error", "The story fails as it is: expected {expected}; seen: {seen}.")},
    Sentence{"story.not-met",
             QT_TRANSLATE_NOOP("Error", "Expectation {expectation} was not met: expected {expected}; seen: {seen}.")},
    Sentence{"story.forbidden",
             QT_TRANSLATE_NOOP("Error", "Expectation {expectation} forbids this: {expected}; seen: {seen}.")},
    Sentence{"csv.no-column", QT_TRANSLATE_NOOP("Error", "The file has no column “{column}”. Nearest: “{nearest}”.")},
    Sentence{"csv.bad-row", QT_TRANSLATE_NOOP("Error", "This row cannot be read ({why}).")},
    Sentence{"csv.unknown-arm",
             QT_TRANSLATE_NOOP("Error", "The mapping does not know the arm “{value}”. Nearest: “{nearest}”.")},
    Sentence{"mapping.missing",
             QT_TRANSLATE_NOOP("Error", "This workspace has no mapping.yaml. Name one with --mapping.")},
    Sentence{"feel.unknown-name", QT_TRANSLATE_NOOP("Error", "“{name}” is not a known name. Nearest: “{nearest}”.")},
    Sentence{"version.missing",
             QT_TRANSLATE_NOOP("Error", "A published version is missing ({hash}): the run cannot be read as it was.")},
    Sentence{"version.damaged", QT_TRANSLATE_NOOP("Error", "A published version is damaged ({hash}).")},
    Sentence{"zone.unknown", QT_TRANSLATE_NOOP("Error", "“{name}” is not a time zone. Use a name like Europe/Berlin.")},
};

} // namespace

QString placeText(const Error& error) {
    if (error.file.empty() && error.line == 0)
        return {};
    QString text = QString::fromStdString(error.file);
    if (error.line > 0)
        text += QStringLiteral(":%1").arg(error.line);
    if (error.column > 0)
        text += QStringLiteral(":%1").arg(error.column);
    return text + QStringLiteral(": ");
}

QString errorText(const Error& error) {
    for (const Sentence& sentence : sentences) {
        if (error.code != sentence.code)
            continue;
        QString text = QCoreApplication::translate("Error", sentence.text);
        for (const auto& [name, value] : error.parameters)
            text.replace(QLatin1Char('{') + QString::fromStdString(name) + QLatin1Char('}'),
                         QString::fromStdString(value));
        // Some errors name their file as the place only.
        return text.replace(QStringLiteral("{file}"), QString::fromStdString(error.file));
    }
    QString text = QString::fromStdString(error.code);
    for (const auto& [name, value] : error.parameters)
        text += QStringLiteral(" · %1: %2").arg(QString::fromStdString(name), QString::fromStdString(value));
    return text;
}

} // namespace wayreeve::text
