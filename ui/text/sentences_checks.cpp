#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

// Each says what is so, why it matters and what to do.
constexpr std::array sentences = {
    Sentence{"check.no-policies",
             QT_TRANSLATE_NOOP("Error", "There is no policies.yaml: nothing limits what goes out, neither consent nor "
                                        "caps nor quiet hours. Write one; “policies: []” in it says that none is "
                                        "meant.")},
    Sentence{"check.unknown-file",
             QT_TRANSLATE_NOOP("Error", "“{file}” is no document that Wayreeve knows: nothing in it has any "
                                        "effect.[ Nearest known: “{nearest}”.] Correct the name, or move the file "
                                        "elsewhere.")},
    Sentence{"check.dead-end", QT_TRANSLATE_NOOP("Error", "“{node}” leads nowhere: customers get stuck there. Connect "
                                                          "it, or make it an exit.")},
    Sentence{"check.unreachable", QT_TRANSLATE_NOOP("Error", "No entry leads to “{node}”, so nobody ever comes there. "
                                                             "Connect it, or take it away.")},
    Sentence{"check.endless-loop", QT_TRANSLATE_NOOP("Error", "From “{node}” no end can be reached: customers go "
                                                              "round for ever. Give the loop a way out.")},
    Sentence{"check.loop-without-time",
             QT_TRANSLATE_NOOP("Error", "The loop at “{node}” takes no time: customers would go round it without end. "
                                        "Put a wait into it.")},
    Sentence{"check.branch-without-default",
             QT_TRANSLATE_NOOP("Error", "Every way out of “{node}” has a condition: who meets none gets stuck. Add a "
                                        "way without one.")},
    Sentence{"check.handoff-without-owner",
             QT_TRANSLATE_NOOP("Error", "Nobody owns the handoff[ “{node}”][ to “{to}” in stage “{stage}”]: what is "
                                        "handed over stays lying. Name a person.")},
    Sentence{"check.no-baseline",
             QT_TRANSLATE_NOOP("Error", "“{node}” has no baseline branch, so its effect cannot be compared with the "
                                        "fixed workflow. Name one.")},
    Sentence{"check.no-objective", QT_TRANSLATE_NOOP("Error", "The journey says no objective: nobody can tell whether "
                                                              "it works. Write one.")},
    Sentence{"check.no-learning-goal",
             QT_TRANSLATE_NOOP("Error", "The journey says no learning goal: its agents act but have nothing to learn "
                                        "from. Name a goal.")},
    Sentence{"check.no-kpi", QT_TRANSLATE_NOOP("Error", "No stage has a measure of success. Give at least one a KPI.")},
    Sentence{"check.only-click-metrics",
             QT_TRANSLATE_NOOP("Error", "Only attention is measured (“{kpis}”): agents would learn to please the "
                                        "measure. Add one of outcome, like orders or resolved cases.")},
    Sentence{"check.many-stages", QT_TRANSLATE_NOOP("Error", "The map has {count} stages. More than seven are hard to "
                                                             "read and to act upon; join some.")},
    Sentence{"check.failure-without-fallback",
             QT_TRANSLATE_NOOP("Error", "“{what}” in stage “{stage}” has no fallback: when it happens, nobody knows "
                                        "what then. Write one.")},
    Sentence{"check.action-without-cell",
             QT_TRANSLATE_NOOP("Error", "The matrix has no cell for “{action}” ({risk:word} risk, "
                                        "{reversibility:word}), so a person decides every time. Fill the cell.")},
    Sentence{"check.policy-binds-nothing",
             QT_TRANSLATE_NOOP("Error", "No action is in the scope of “{policy}”, so it limits nothing. Look for a "
                                        "misspelt tag or action, or delete the policy.")},
    Sentence{"check.open-cell",
             QT_TRANSLATE_NOOP("Error",
                               "Row “{row}” of the matrix has no cell for {risk:word} risk, which is treated as "
                               "Assisted: a person decides there every time.")},
    Sentence{"check.open-grid-cell",
             QT_TRANSLATE_NOOP("Error",
                               "The default grid has no cell for {risk:word} risk, {reversibility:word}, which "
                               "is treated as Assisted: a person decides there every time.")},
    Sentence{"check.over-automation",
             QT_TRANSLATE_NOOP("Error", "“{action}” acts by itself at “{node}”, a touchpoint of high {reason:word}. "
                                        "Let a person decide there, or take a milder action.")},
    Sentence{"check.queues-nearly-everything",
             QT_TRANSLATE_NOOP("Error", "{queued} of {actions} actions in use always wait for a person: the queue will "
                                        "not be kept up with. Loosen what is harmless.")},
    Sentence{"check.four-eyes-alone",
             QT_TRANSLATE_NOOP("Error", "A cell asks for two people, and {approvers} may approve: it can never be "
                                        "approved. Add an approver, or ask for one person.")},
    Sentence{"check.undefined-escalation",
             QT_TRANSLATE_NOOP("Error", "A cell hands over to a person when time runs out, and no action is a handoff. "
                                        "Mark one with “handoff: true”.")},
    Sentence{"check.never-true",
             QT_TRANSLATE_NOOP("Error", "The condition “{condition}” can never be true, so this has no effect. Mend or "
                                        "delete it.")},
    Sentence{"check.cap-starves",
             QT_TRANSLATE_NOOP("Error", "The cap “{policy}” is already used up when “{action}” comes at “{node}”: it "
                                        "never goes out. Raise the cap, or wait longer before.")},
    Sentence{"check.placeholder-without-data",
             QT_TRANSLATE_NOOP("Error", "“{block}” uses “{placeholder}”, which nobody is given: the text could not be "
                                        "written. Map or require the trait, or leave it out.")},
    Sentence{"check.brand-word",
             QT_TRANSLATE_NOOP("Error", "The brand rules forbid “{word}”. Say it with another word.")},
    Sentence{"check.long-subject",
             QT_TRANSLATE_NOOP("Error", "The subject has {length} characters; the brand rules allow {limit}. Shorten "
                                        "it.")},
    Sentence{"check.few-signals",
             QT_TRANSLATE_NOOP("Error", "Stage “{stage}” has {signals} signals; under three it is guesswork. Add "
                                        "some.")},
    Sentence{"check.generic-label", QT_TRANSLATE_NOOP("Error", "The name of stage “{stage}” says nothing about the "
                                                               "customer. Name what is different there.")},
    Sentence{"check.transition-without-response",
             QT_TRANSLATE_NOOP("Error", "Nothing answers when a customer comes to stage “{stage}”. Add a node, an exit "
                                        "rule or content for it.")},
    Sentence{"check.agents-contradict",
             QT_TRANSLATE_NOOP("Error", "“{first}” may choose “{first-action}” while “{second}” chooses "
                                        "“{second-action}”, and the two exclude each other: arbitration will drop one. "
                                        "Give both to one agent if that is not meant.")},
    Sentence{"check.too-many-variants",
             QT_TRANSLATE_NOOP("Error", "“{agent}” has {variants} ways to act; only the first {most} are considered. "
                                        "Offer fewer contents, channels or incentives, or give it fewer actions.")},
};

} // namespace

std::span<const Sentence> checkSentences() {
    return sentences;
}

} // namespace wayreeve::text
