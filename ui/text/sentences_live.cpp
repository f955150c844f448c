#include "ui/text/sentences.h"

#include <array>

namespace wayreeve::text {

namespace {

constexpr std::array sentences = {
    Sentence{"live.now-with-connectors",
             QT_TRANSLATE_NOOP("Error", "This workspace sends to real receivers, so its clock cannot be set. Leave out "
                                        "--now, or take the receivers out of workspace.yaml.")},
    Sentence{"live.documents-changed",
             QT_TRANSLATE_NOOP("Error", "The live run {run} was made with other documents and cannot go on with these. "
                                        "Bring those back, or begin a new run with --fresh: it starts without what "
                                        "{run} remembers of its customers.")},
    Sentence{"live.clock-behind",
             QT_TRANSLATE_NOOP("Error", "The live run {run} stands at {clock}. Its clock cannot go back: name a later "
                                        "--now, or begin a new run with --fresh.")},
    Sentence{"live.not-running",
             QT_TRANSLATE_NOOP("Error", "No live run is at work in this workspace. Start one with “wayreevectl serve”, "
                                        "or in Live.")},
    Sentence{"live.no-answer",
             QT_TRANSLATE_NOOP("Error", "The live run did not answer in time. Nothing was changed; try again.")},
    Sentence{"live.answer-lost",
             QT_TRANSLATE_NOOP("Error", "The live run took this, but did not say what became of it. Look before you "
                                        "try again.")},
    Sentence{"live.not-stored",
             QT_TRANSLATE_NOOP("Error", "The live run could not store this and has ended. Nothing was changed; look at "
                                        "its message.")},
    Sentence{"live.restarted",
             QT_TRANSLATE_NOOP("Error", "The live run was started anew before it came to this. Nothing was changed; "
                                        "try again.")},
    Sentence{"live.other-run", QT_TRANSLATE_NOOP("Error", "Run {live} is live; this belongs to {run}, which can be "
                                                          "decided on once the live run stands still.")},
};

} // namespace

std::span<const Sentence> liveSentences() {
    return sentences;
}

} // namespace wayreeve::text
