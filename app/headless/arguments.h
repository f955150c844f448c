#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wayreeve::headless {

/// Exit codes: 0 done, 1 findings, 2 usage, 3 environment. Misused never leaves the program: the synopsis is shown, and
/// Usage is what it ends with.
enum Exit { Done = 0, Findings = 1, Usage = 2, Environment = 3, Misused = 64 };

/// The words after the command: positional ones, options with a value ("--seed 7") and flags ("--json").
struct Arguments {
    std::vector<std::string> words;
    std::map<std::string, std::string> options;
    std::set<std::string> flags;

    [[nodiscard]] bool has(const std::string& flag) const { return flags.contains(flag); }
    [[nodiscard]] std::string option(const std::string& name, const std::string& otherwise = {}) const;
};

/// What a command understands; parse() refuses the rest with the nearest known name (refuse()). From there on it is
/// known whether --json was asked for.
struct Grammar {
    std::vector<std::string> options;
    std::vector<std::string> flags;
    std::size_t leastWords = 1;
    std::size_t mostWords = 1;
};
[[nodiscard]] std::optional<Arguments> parse(const std::vector<std::string>& words, const Grammar& grammar);

/// A whole number in [low, high]; refuses what is none.
[[nodiscard]] std::optional<long long> number(const Arguments& arguments, const std::string& option,
                                              long long otherwise, long long low, long long high);

} // namespace wayreeve::headless
