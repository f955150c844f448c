#pragma once

#include "base/result.h"
#include "base/value.h"
#include "documents/workspace.h"
#include "documents/workspace_io.h"
#include "documents/yaml_node.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wayreeve::documents {

/// Any one document. The alternatives stand in Kind's order.
using AnyDocument = std::variant<Settings, Journey, AutonomyMatrix, PolicyStack, ActionCatalogue, ContentLibrary,
                                 AgentRoster, GoalList, SignalBook, StageList, MeasureBook, TrackingPlan, PeopleList,
                                 Population, StoryList, Mapping, DecisionTable>;

/// The newest format that this program reads and the one it writes.
inline constexpr int currentFormat = 1;

[[nodiscard]] Kind kindOf(const AnyDocument& document);
[[nodiscard]] AnyDocument emptyDocument(Kind kind);

/// Fills a document from a tree whose `format` is current (other formats: migrations.h). All problems are appended,
/// with `file`: "yaml.unknown-key" (key, nearest), "yaml.missing-key" (key), "yaml.wrong-type" (expected, found),
/// "yaml.ambiguous-scalar" (found, expected), "yaml.null" (expected), "yaml.unknown-value" (found, nearest, expected),
/// "yaml.out-of-range" (found, low, high), "yaml.not-a-duration", "yaml.not-an-instant", "yaml.not-a-clock-time",
/// "yaml.bad-id", "yaml.number-too-large" (found). `published` takes lists of pairs, too, and larger numbers.
[[nodiscard]] AnyDocument readTree(Kind kind, const YamlNode& root, const std::string& file, std::vector<Error>& errors,
                                   bool published = false);

/// The tree of a document: `format` first, keys in the binding's order, default values left out.
[[nodiscard]] YamlNode writeTree(const AnyDocument& document);

/// Canonical JSON (RFC 8785) of a tree, and the tree of a parsed canonical JSON.
[[nodiscard]] std::string canonicalJson(const YamlNode& tree);
[[nodiscard]] YamlNode treeOfJson(const Value& json);

/// Parses YAML text to a current tree: strict syntax, `format` first, migrated where older. Errors of parseYaml();
/// "document.missing-format", "document.newer-format" (format, supported), "document.bad-format" (found).
[[nodiscard]] Result<YamlNode> parseDocumentTree(Kind kind, std::string_view text, const std::string& file);

/// One line of a kind's description: what docs/formats tells, taken from the same binding that reads and writes.
struct KeyOutline {
    std::string type; ///< the thing that has the key: "journey", "nodes", …
    std::string key;
    std::string form;     ///< "text", "number", "duration", "one of a, b", "list of nodes", …
    std::string standard; ///< the default as YAML; empty = none
    bool required = false;
};
[[nodiscard]] std::vector<KeyOutline> outline(Kind kind);

} // namespace wayreeve::documents
