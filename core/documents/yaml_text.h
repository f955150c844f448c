#pragma once

#include "documents/yaml_node.h"

#include <string>

namespace wayreeve::documents {

/// A tree as YAML text: two-space indentation, one-line form where `flow` says so and the line stays within 110
/// characters, quotes only where YAML or a person could take the text for something else, texts of several lines as
/// literal blocks. parseYaml() of the result gives the same tree but for places.
[[nodiscard]] std::string yamlText(const YamlNode& tree);

/// Gives `tree` the habits of `previous` (the file as its author wrote it): keys in that order, new ones after the key
/// they follow in the binding; one-line or block form; quotes around unchanged texts. Items of lists are matched by
/// their id or name, else by position. Comments are not kept.
void adoptHabits(YamlNode& tree, const YamlNode& previous);

} // namespace wayreeve::documents
