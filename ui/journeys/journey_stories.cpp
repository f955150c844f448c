// Before Qt: its macro `signals` is a name in core.
#include "engine/stories.h"

#include "ui/journeys/journey_stories.h"

#include "ui/journeys/journey_words.h"
#include "ui/text/error_text.h"

namespace wayreeve::ui {

QList<StoryLine> storyLines(const std::shared_ptr<const documents::Workspace>& workspace) {
    QList<StoryLine> lines;
    const auto program = engine::Program::compile(workspace);
    if (!program)
        return {{text::errorText(program.error()), {}, {}, false}};
    for (const engine::StoryResult& story : engine::runStories(program.value()))
        lines.append({story.name.empty() ? qs(story.id) : qs(story.name), qs(story.guards),
                      story.failure ? text::errorText(*story.failure) : QString(), story.passed});
    return lines;
}

} // namespace wayreeve::ui
