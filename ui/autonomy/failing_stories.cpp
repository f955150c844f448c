// Before Qt: its macro `signals` is a name in core.
#include "engine/stories.h"

#include "ui/autonomy/failing_stories.h"

namespace wayreeve::ui {

QStringList failingStories(const std::shared_ptr<const documents::Workspace>& workspace) {
    QStringList names;
    const auto program = engine::Program::compile(workspace);
    if (!program)
        return names;
    for (const engine::StoryResult& story : engine::runStories(program.value()))
        if (!story.passed)
            names.append(QString::fromStdString(story.name.empty() ? story.id : story.name).simplified());
    return names;
}

} // namespace wayreeve::ui
