#pragma once

#include "documents/yaml_node.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::documents {

/// What stands in a file beside its data: comments and empty lines, by the line of the key or list item they belong to.
/// A line of its own belongs to what follows it, one behind a value to that value's line. Comments inside a collection
/// that is written in one form over several lines go to the next key.
struct YamlComments {
    std::map<int, std::vector<std::string>> above; ///< line → lines before it, without indentation; "" is an empty line
    std::map<int, std::string> beside;             ///< line → "# …" behind its value
    std::vector<std::string> after;                ///< behind the last key

    /// `tree` as parseYaml() read it from `text`.
    static YamlComments of(std::string_view text, const YamlNode& tree);
};

} // namespace wayreeve::documents
