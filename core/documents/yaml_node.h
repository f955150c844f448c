#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wayreeve::documents {

struct YamlMember;

/// One node of a document file, with its place. The tree is plain data: yaml-cpp stays inside yaml_node.cpp.
/// `quoted` says that a scalar is a text (quoted or a block); a plain scalar may be a number, a boolean or a word.
struct YamlNode {
    enum class Kind : std::uint8_t { Scalar, Null, Sequence, Mapping };
    enum class Style : std::uint8_t { Plain, Single, Double, Block };

    Kind kind = Kind::Null;
    Style style = Style::Plain; ///< how a scalar was written
    bool quoted = false;
    bool flow = false;       ///< a sequence or mapping written (or to be written) in one line
    bool pairs = false;      ///< a mapping whose order means something: canonical JSON keeps it as a list of pairs
    bool length = false;     ///< a text that is a duration: "7 d" and "1 w" are the same
    bool expression = false; ///< a text that is FEEL: 0.5 and true need no quotes there
    bool plain = false;      ///< as its author wrote it: a text without quotes, a collection in one long line
    int line = 0;            ///< 1-based; 0 = not from a file
    int column = 0;          ///< 1-based, in characters
    std::string text;
    std::vector<YamlNode> items;
    std::vector<YamlMember> members;

    [[nodiscard]] const YamlNode* find(std::string_view key) const; ///< a mapping's value, nullptr where absent

    static YamlNode word(std::string text); ///< plain scalar: number, boolean, "none"
    static YamlNode string(std::string text);
    static YamlNode mapping();
    static YamlNode sequence();
    void add(std::string key, YamlNode value);
};

struct YamlMember {
    YamlNode key; ///< always a scalar
    YamlNode value;
};

inline constexpr std::size_t maxYamlBytes = 1'000'000;
inline constexpr int maxYamlDepth = 64;

/// Reads one document strictly. Errors, all with line and column: "yaml.too-large" (limit), "yaml.invalid-utf8",
/// "yaml.control-character", "yaml.too-deep" (limit), "yaml.alias", "yaml.anchor", "yaml.tag", "yaml.directive",
/// "yaml.merge-key", "yaml.multiple-documents", "yaml.duplicate-key" (key, first), "yaml.key-not-scalar",
/// "yaml.empty", "yaml.tab" (indentation), "yaml.syntax" (reason).
[[nodiscard]] Result<YamlNode> parseYaml(std::string_view text, const std::string& file);

/// Would YAML 1.1 or 1.2 take this plain scalar for something other than text (NO, on, ~, 010, 0x10, 1_000, 20:00)?
[[nodiscard]] bool isAmbiguousScalar(std::string_view text);
/// A strict decimal number: "-0.5", "1e-7"; no leading zeros, no '+', no '_'.
[[nodiscard]] bool isStrictNumber(std::string_view text);

/// The node at an element path such as "nodes/pay/when" or "blocks/#2": a segment is a mapping key, the `id` (or
/// `name`) of a sequence's item, or '#' and an index, with '/' and '~' escaped as in JSON pointers (pathSegment).
/// "?key" names the key itself. Where a segment does not exist, the deepest node that does, and `exact` is false.
struct YamlPlace {
    int line = 0;
    int column = 0;
    const YamlNode* node = nullptr;
    bool exact = true;
};
[[nodiscard]] std::string pathSegment(std::string_view key);
[[nodiscard]] YamlPlace locate(const YamlNode& root, std::string_view path);

} // namespace wayreeve::documents
