#pragma once

#include "base/symbols.h"
#include "base/time.h"
#include "perception/customer.h"
#include "rules/measure.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::documents {
struct Workspace;
}

/// The few past interactions of one customer that matter now.
namespace wayreeve::perception {

/// The words of a text as they are compared: split on what is neither letter nor digit, between letters and digits and
/// before the capital of a camelName; lower case; ä ö ü ß as ae oe ue ss, accents dropped; English and German words
/// without content left out, and single characters; plurals and the endings -ed and -ing folded (after Harman's
/// S-stemmer, JASIS 42, 1991). In the order of the text, repeats kept. Malformed UTF-8 separates.
[[nodiscard]] std::vector<std::string> searchTerms(std::string_view text);

/// How many documents there are, how long they are and how many hold each term.
struct TermStatistics {
    std::uint64_t documents = 0;
    double meanLength = 0; ///< in terms
    std::map<std::string, std::uint64_t, std::less<>> containing;

    void add(std::span<const std::string> terms); ///< one more document
};

struct RetrievalSettings {
    double k1 = 1.2; ///< how soon repeats of a term stop to count
    double b = 0.75; ///< how much long documents are held back, 0 … 1
    Duration halfLife = Duration::days(180);
};

/// Okapi BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (Foundations and Trends
/// in Information Retrieval 3, 2009), score = Σ over the query's terms of idf · f(k1 + 1)/(f + k1(1 − b +
/// b·length/mean)), with idf = ln(1 + (N − n + ½)/(n + ½)): the Robertson–Spärck Jones weight, with 1 added so that a
/// term which most documents hold counts little, never against. The sum is multiplied by 2^(−age/halfLife). A term
/// counts once however often the query has it.
///
/// Knows words, not meanings: where a workspace is given, an event also stands for the needs, hesitations and intents
/// that its signals speak for, and an action for its tags, the needs of its content and its subject lines. Immutable,
/// thread-safe; answers the same on every machine.
class Retrieval {
public:
    /// What a document's score came from.
    struct Match {
        std::string term;
        double share = 0; ///< of the score; they add up to 1
        bool operator==(const Match&) const = default;
    };
    struct Ranked {
        std::size_t index = 0;      ///< into the history; from history.size() on, into the contacts
        double score = 0;           ///< > 0
        std::vector<Match> matches; ///< the largest share first
        bool operator==(const Ranked&) const = default;
    };

    /// `workspace` may be null: then only the words of events, properties and ids count. Neither is kept.
    Retrieval(const documents::Workspace* workspace, const Symbols& symbols, RetrievalSettings settings = {});

    /// Name and properties (texts, and inside lists and contexts; keys of what is true; other numbers and booleans are
    /// no words).
    [[nodiscard]] std::vector<std::string> termsOf(std::string_view event, const Value& properties) const;
    [[nodiscard]] std::vector<std::string> termsOf(const rules::HistoryItem& item) const;
    [[nodiscard]] std::vector<std::string> termsOf(const Contact& contact) const;

    /// What an action is for: its tags and the needs that its content answers.
    [[nodiscard]] std::vector<std::string> purposeOf(Sym action) const;

    /// The best `k` by score; of equals the newer, then the one that comes first. What happened after `now`, what has
    /// no term of the query, and contacts that were not sent are left out. `statistics` of a larger collection; without
    /// it the customer's own interactions up to `now` are the collection.
    [[nodiscard]] std::vector<Ranked> rank(std::span<const rules::HistoryItem> history,
                                           std::span<const Contact> contacts, std::span<const std::string> query,
                                           Instant now, std::size_t k,
                                           const TermStatistics* statistics = nullptr) const;

    /// A word that people know for a term: the first among the workspace's names that is folded into it, else the term.
    [[nodiscard]] std::string wordFor(const std::string& term) const;

private:
    RetrievalSettings m_settings;
    std::vector<std::string> m_names;                                        ///< of the symbols
    std::map<std::string, std::vector<std::string>, std::less<>> m_ofEvents; ///< added to an event's own words
    std::map<std::string, std::vector<std::string>, std::less<>> m_ofActions;
    std::map<std::string, std::vector<std::string>, std::less<>> m_purposes; ///< of actions; part of the former
};

} // namespace wayreeve::perception
