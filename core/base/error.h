#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wayreeve {

/// What went wrong, as data. Core never holds a translated sentence: `code` is a stable, dotted identifier
/// ("yaml.unknown-key", "store.locked") and `parameters` are the named parts of the sentence that the window or the
/// command line forms from it ("key" = "chanel", "nearest" = "channel").
/// `file`, `line` and `column` (1-based; 0 = unknown) say where, for errors in something that a person wrote.
struct Error {
    std::string code;
    std::vector<std::pair<std::string, std::string>> parameters{};
    std::string file{};
    int line = 0;
    int column = 0;

    [[nodiscard]] std::string parameter(const std::string& name) const;

    bool operator==(const Error&) const = default;
};

/// "file:line:column: code key=value …", for logs and test output only; people read the translated sentence.
[[nodiscard]] std::string debugText(const Error& error);

} // namespace wayreeve
