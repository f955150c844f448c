#pragma once

#include "base/error.h"
#include "documents/workspace.h"
#include "engine/program.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::engine {

/// How one story came out. `failure` says which expectation was not met and what was seen instead: "story.not-met"
/// (expectation 1-based, expected, seen), "story.forbidden" (expectation, what, at), or why the story could not run:
/// those of documents::provesNothing(), "story.unknown-element" guards.
struct StoryResult {
    std::string id;
    std::string name;
    std::string guards;
    bool passed = false;
    bool asserted = true; ///< false: it failed before any expectation was looked at
    std::optional<Error> failure;
};

/// D10: the story's customers, an epoch after every turn, in the arm the story names, with exploration 0.
[[nodiscard]] StoryResult runStory(const std::shared_ptr<const Program>& program, const documents::Story& story);
[[nodiscard]] std::vector<StoryResult> runStories(const std::shared_ptr<const Program>& program);

/// Mutation test: switches each story's guarded element off in turn, and nothing else. `passed` here means that the
/// story failed by its assertion, as it must; otherwise `failure` is "story.guards-nothing" or the reason it could not
/// run. Stories that fail unmutated are reported as such ("story.fails-unmutated").
[[nodiscard]] std::vector<StoryResult> mutateStories(const std::shared_ptr<const documents::Workspace>& workspace);

} // namespace wayreeve::engine
