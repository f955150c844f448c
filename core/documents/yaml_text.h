#pragma once

#include "documents/yaml_comments.h"

#include <functional>
#include <string>

namespace wayreeve::documents {

/// A tree as YAML text: two-space indentation, one-line form where `flow` says so and the line stays within 110
/// characters, quotes only where YAML or a person could take the text for something else, texts of several lines as
/// literal blocks. parseYaml() of the result gives the same tree but for places.
/// `comments` are put where adoptHabits() left the lines that they belong to.
[[nodiscard]] std::string yamlText(const YamlNode& tree, const YamlComments& comments = {});

/// Gives `tree` the habits of `previous` (the file as its author wrote it): keys in that order, new ones after the key
/// they follow in the binding; one-line or block form; quotes around unchanged texts. Items of lists are matched by
/// their id or name, else by position. Keys and list items that were there before get their former line (`line`).
void adoptHabits(YamlNode& tree, const YamlNode& previous);

/// Members that `previous` has and `tree` has not, because what they say is the default anyway: puts those back whose
/// number, counted from 0 in the order of the tree, `wanted` accepts. Answers how many there are. After adoptHabits().
int putBack(YamlNode& tree, const YamlNode& previous, const std::function<bool(int)>& wanted);

} // namespace wayreeve::documents
