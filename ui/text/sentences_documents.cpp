#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{
        "workspace.missing",
        QT_TRANSLATE_NOOP(
            "Error", "There is no workspace in “{folder}”: workspace.yaml is missing. Name a folder that has one.")},
    Sentence{"workspace.not-a-folder",
             QT_TRANSLATE_NOOP("Error", "“{file}” is not a folder. Name the folder that holds workspace.yaml.")},
    Sentence{"workspace.unreadable",
             QT_TRANSLATE_NOOP("Error", "The workspace in “{folder}” cannot be read. Check it to see what is wrong.")},

    Sentence{"yaml.syntax", QT_TRANSLATE_NOOP("Error", "This is not YAML that can be read: {reason:word}. Mend it "
                                                       "here or on the line before.")},
    Sentence{"yaml.tab", QT_TRANSLATE_NOOP("Error", "A tab indents this line. YAML is indented by spaces: put two "
                                                    "spaces for each level.")},
    Sentence{"yaml.empty", QT_TRANSLATE_NOOP("Error", "The file is empty. Write at least “format: 1”.")},
    Sentence{"yaml.too-large", QT_TRANSLATE_NOOP("Error", "The file is larger than {limit} bytes. Split it.")},
    Sentence{"yaml.too-deep",
             QT_TRANSLATE_NOOP("Error", "Lists and mappings are nested more than {limit} deep. Make it flatter.")},
    Sentence{"yaml.invalid-utf8", QT_TRANSLATE_NOOP("Error", "The file is not UTF-8. Save it as UTF-8.")},
    Sentence{"yaml.control-character",
             QT_TRANSLATE_NOOP("Error", "There is an invisible control character here. Delete it.")},
    Sentence{"yaml.alias", QT_TRANSLATE_NOOP("Error", "Aliases (*name) are not allowed. Write the value out.")},
    Sentence{"yaml.anchor", QT_TRANSLATE_NOOP("Error", "Anchors (&name) are not allowed. Write each value out where "
                                                       "it is used; text that begins with & goes in quotes.")},
    Sentence{"yaml.merge-key", QT_TRANSLATE_NOOP("Error", "Merge keys (<<) are not allowed. Write the keys out.")},
    Sentence{"yaml.tag", QT_TRANSLATE_NOOP("Error", "Tags (!{tag}) are not allowed. Leave the tag out; text that "
                                                    "begins with ! goes in quotes.")},
    Sentence{"yaml.directive", QT_TRANSLATE_NOOP("Error", "Directives (%) are not allowed. Delete this line.")},
    Sentence{"yaml.multiple-documents",
             QT_TRANSLATE_NOOP("Error", "A file holds one document; a second one begins here. Delete the “---”.")},
    Sentence{"yaml.key-not-scalar", QT_TRANSLATE_NOOP("Error", "A key must be a single word or text, not a list.")},
    Sentence{"yaml.duplicate-key",
             QT_TRANSLATE_NOOP("Error", "“{key}” is written twice[, first on line {first}]. Keep one of them.")},
    Sentence{"yaml.unknown-key",
             QT_TRANSLATE_NOOP(
                 "Error", "“{key}” is not a key here.[ Nearest known: “{nearest}”.][ These are known: {expected}.]")},
    Sentence{"yaml.missing-key", QT_TRANSLATE_NOOP("Error", "“{key}” is missing and must be given.")},
    Sentence{"yaml.unknown-value",
             QT_TRANSLATE_NOOP(
                 "Error", "“{found}” is not possible here.[ Nearest known: “{nearest}”.] Choose one of: {expected}.")},
    Sentence{"yaml.wrong-type", QT_TRANSLATE_NOOP("Error", "Expected: {expected:word}. Found: {found:word}.")},
    Sentence{"yaml.null",
             QT_TRANSLATE_NOOP("Error", "Nothing stands here. Expected: {expected:word}; or leave the key out.")},
    Sentence{"yaml.ambiguous-scalar",
             QT_TRANSLATE_NOOP("Error", "“{found}” means different things to different YAML readers. Expected: "
                                        "{expected:word}; if it is meant as text, put it in quotes.")},
    Sentence{"yaml.number-too-large",
             QT_TRANSLATE_NOOP("Error", "{found} is too large to count with. Write a smaller number.")},
    Sentence{"yaml.out-of-range",
             QT_TRANSLATE_NOOP("Error", "{found} is out of range.[ The least is {low}.][ The most is {high}.]")},
    Sentence{"yaml.empty-text", QT_TRANSLATE_NOOP("Error", "The text is empty. Write one, or leave the key out.")},
    Sentence{"yaml.bad-id", QT_TRANSLATE_NOOP("Error", "“{found}” cannot be an id. Ids are up to 64 small letters, "
                                                       "digits, hyphens and underscores.")},
    Sentence{"yaml.not-a-duration",
             QT_TRANSLATE_NOOP("Error", "“{found}” is not a length of time. Write one like 30 min, 4 h or 7 d.")},
    Sentence{"yaml.not-an-instant", QT_TRANSLATE_NOOP("Error", "“{found}” is not a time. Write one like "
                                                               "2026-03-02T09:00:00Z.")},
    Sentence{"yaml.not-a-clock-time",
             QT_TRANSLATE_NOOP("Error", "“{found}” is not a time of day. Write one in quotes, like \"20:00\".")},

    Sentence{"document.missing",
             QT_TRANSLATE_NOOP("Error", "The file is missing, and no workspace can do without it. Write it, or copy it "
                                        "from a template.")},
    Sentence{"document.missing-format",
             QT_TRANSLATE_NOOP("Error", "The file does not say its format. Begin it with “format: 1”.")},
    Sentence{"document.bad-format",
             QT_TRANSLATE_NOOP("Error", "“{found}” is not a format. Begin the file with “format: 1”.")},
    Sentence{
        "document.newer-format",
        QT_TRANSLATE_NOOP(
            "Error", "This file has format {format}; this program reads up to {supported}. Use a newer Wayreeve.")},
    Sentence{"document.wrong-name",
             QT_TRANSLATE_NOOP("Error", "The id is “{id}”, but the file is named for “{expected}”. Make them equal.")},
    Sentence{"document.duplicate-id", QT_TRANSLATE_NOOP("Error", "The id “{id}” is used twice. Ids must be unique.")},
    Sentence{"document.reserved-id",
             QT_TRANSLATE_NOOP("Error", "“{id}” is a word of Wayreeve's own. Choose another id.")},
    Sentence{"document.missing-id", QT_TRANSLATE_NOOP("Error", "This needs an id. Add “id:” with a name of its own.")},
    Sentence{"document.missing-key",
             QT_TRANSLATE_NOOP("Error", "A node of type “{type}” needs “{key}”. Add it, or choose another type.")},
    Sentence{"document.unfit-key",
             QT_TRANSLATE_NOOP("Error", "“{key}” has no meaning for “{type}”. Take it out, or choose another type.")},
    Sentence{"document.one-match",
             QT_TRANSLATE_NOOP("Error", "Exactly one thing to match must be given here; found {found}.")},
    Sentence{"document.arms-not-100",
             QT_TRANSLATE_NOOP("Error", "The three arms add up to {sum} %. Make agentic, control and baseline 100 %.")},
    Sentence{"document.folder-loop",
             QT_TRANSLATE_NOOP("Error",
                               "“{folder}” is a link to the folder that it stands in, or to one above. Make it "
                               "a folder of its own.")},
    Sentence{"document.second-name",
             QT_TRANSLATE_NOOP("Error",
                               "This is another name of “{first}”, which would be read twice. Delete the link, "
                               "or write a file of its own.")},
    Sentence{"document.changed-outside",
             QT_TRANSLATE_NOOP("Error", "The file was changed by another program. Nothing was overwritten; load it "
                                        "again or save under another name.")},
    Sentence{"document.not-representable",
             QT_TRANSLATE_NOOP("Error", "This cannot be written so that it reads the same again ({reason}). Nothing "
                                        "was saved; undo the last change.")},
    Sentence{"reference.unknown",
             QT_TRANSLATE_NOOP("Error",
                               "Unknown {kind:word}: “{found}”.[ Nearest known: “{nearest}”.] Correct the name "
                               "or write what it names.")},
    Sentence{"content.line-break",
             QT_TRANSLATE_NOOP("Error", "The subject has a line break or another control character. Write it as one "
                                        "line, without “|” or “>” before it.")},
    Sentence{"content.too-long",
             QT_TRANSLATE_NOOP("Error", "This has {length} characters; at most {limit} can be sent. Shorten it.")},
    Sentence{"content.unknown-placeholder",
             QT_TRANSLATE_NOOP("Error", "The placeholder “{found}” names no fact.[ Nearest known: “{nearest}”.]")},
    Sentence{"facts.name-taken",
             QT_TRANSLATE_NOOP("Error", "The name “{name}” is taken by another fact. Choose another id.")},
    Sentence{"facts.two-types",
             QT_TRANSLATE_NOOP("Error", "“{name}” has one type in “{first}” and another in “{second}”. Give both the "
                                        "same type, or name one differently.")},
    Sentence{"distribution.form",
             QT_TRANSLATE_NOOP("Error", "“{id}” does not say how it is drawn. Give exactly one of shares, low "
                                        "and high, or median and spread.")},
    Sentence{"version.missing", QT_TRANSLATE_NOOP("Error", "The published version {hash} of {kind:word} “{id}” is "
                                                           "missing: the run cannot be read as it was. Restore it from "
                                                           "a backup of .wayreeve.")},
    Sentence{"version.damaged", QT_TRANSLATE_NOOP("Error", "The published version {hash} of {kind:word} “{id}” is not "
                                                           "as it was written. Restore it from a backup of "
                                                           ".wayreeve.")},

    Sentence{"io.read-failed", QT_TRANSLATE_NOOP("Error", "“{file}” cannot be read[: {reason}]. Check that it exists "
                                                          "and that you may read it.")},
    Sentence{"io.too-large", QT_TRANSLATE_NOOP("Error", "“{file}” is larger than {limit} bytes. Make it smaller.")},
    Sentence{"io.write-failed", QT_TRANSLATE_NOOP("Error", "“{file}” cannot be written[: {reason}]. Check space and "
                                                           "permissions, and try again.")},

    Sentence{"edit.bad-id", QT_TRANSLATE_NOOP("Error", "“{id}” cannot be an id. Ids are up to 64 small letters, "
                                                       "digits, hyphens and underscores.")},
    Sentence{"edit.id-taken", QT_TRANSLATE_NOOP("Error", "The id “{id}” is taken. Choose another one.")},
    Sentence{"edit.no-such-node", QT_TRANSLATE_NOOP("Error", "There is no node “{id}” on this map.")},
    Sentence{"edit.no-such-stage", QT_TRANSLATE_NOOP("Error", "There is no stage “{id}” on this map.")},
    Sentence{"edit.no-such-edge", QT_TRANSLATE_NOOP("Error", "This connection is no longer on the map.")},
    Sentence{"edit.no-such-item", QT_TRANSLATE_NOOP("Error", "There is no “{id}” here any more.")},
    Sentence{"edit.same-edge",
             QT_TRANSLATE_NOOP("Error", "“{from}” leads to “{to}” already. Change that connection instead.")},
    Sentence{"edit.unfit-key",
             QT_TRANSLATE_NOOP("Error", "“{key}” has no meaning for “{type}”. Take it out, or choose another type.")},
    Sentence{"edit.bad-cell",
             QT_TRANSLATE_NOOP("Error", "This cell cannot have that {field:word}. A sample lies between 0 and 100 %, "
                                        "a deadline is longer than nothing.")},
    Sentence{"edit.one-match",
             QT_TRANSLATE_NOOP("Error", "The row “{id}” must match exactly one of action, tag and condition.")},
};

} // namespace

std::span<const Sentence> documentSentences() {
    return sentences;
}

} // namespace wayreeve::text
