#pragma once

#include "documents/vocabulary.h"

#include <string>
#include <vector>

namespace wayreeve::documents {

/// What a customer reads. `{{customer.first_name}}` and `{{event.product}}` are placeholders: a fact name, checked
/// against the facts schema; a missing value drops the candidate at *applicability*. Plain text only.
struct ContentBlock {
    std::string id;
    std::string action;
    Channel channel = Channel::None;
    std::string language = "en";
    std::string subject;
    std::string body;
    std::string tone;
    std::vector<std::string> stages; ///< tags: what it fits, for the context weight
    std::vector<std::string> needs;
    std::vector<std::string> intents;
    std::string offer;
    std::vector<std::string> contactRole{}; ///< of an account: whom it addresses, best first; empty = the action's
    std::string proof;
    bool approved = false;
    double prior = 0.5; ///< designer's guess of the outcome probability relative to its siblings, 0 … 1
    bool operator==(const ContentBlock&) const = default;
};

struct BrandRules {
    std::vector<std::string> forbiddenWords;
    int maxSubjectLength = 0; ///< 0 = no limit
    bool operator==(const BrandRules&) const = default;
};

struct ContentLibrary {
    BrandRules brand;
    std::vector<ContentBlock> blocks;
    [[nodiscard]] const ContentBlock* find(std::string_view id) const;
    bool operator==(const ContentLibrary&) const = default;
};

} // namespace wayreeve::documents
