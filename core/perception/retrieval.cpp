#include "perception/retrieval.h"

#include "base/portable_math.h"
#include "documents/workspace.h"
#include "rules/letter_case.h"
#include "rules/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace wayreeve::perception {
namespace {

enum class Character : std::uint8_t { Separator, Lower, Upper, Digit };

Character kindOf(std::string_view character, char32_t point) {
    if (point < 128) {
        if (point >= 'a' && point <= 'z')
            return Character::Lower;
        if (point >= 'A' && point <= 'Z')
            return Character::Upper;
        return point >= '0' && point <= '9' ? Character::Digit : Character::Separator;
    }
    // Latin-1 signs, general punctuation and symbols (dashes, quotes, arrows, currency) and the ideographic space.
    if (point < 0xC0 || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point < 0x2C00) || point == 0x3000)
        return Character::Separator;
    return rules::lowerCase(character) == character ? Character::Lower : Character::Upper;
}

/// Latin letters with marks, in lower case, as they are typed without them.
std::string_view plain(char32_t point) {
    switch (point) {
    case U'ä':
    case U'æ':
        return "ae";
    case U'ö':
    case U'œ':
        return "oe";
    case U'ü':
        return "ue";
    case U'ß':
        return "ss";
    case U'à':
    case U'á':
    case U'â':
    case U'ã':
    case U'å':
    case U'ą':
        return "a";
    case U'ç':
    case U'ć':
    case U'č':
        return "c";
    case U'è':
    case U'é':
    case U'ê':
    case U'ë':
    case U'ę':
    case U'ě':
        return "e";
    case U'ì':
    case U'í':
    case U'î':
    case U'ï':
        return "i";
    case U'ł':
        return "l";
    case U'ñ':
    case U'ń':
        return "n";
    case U'ò':
    case U'ó':
    case U'ô':
    case U'õ':
    case U'ø':
        return "o";
    case U'ś':
    case U'š':
        return "s";
    case U'ù':
    case U'ú':
    case U'û':
        return "u";
    case U'ź':
    case U'ż':
    case U'ž':
        return "z";
    default:
        return {};
    }
}

constexpr std::array<std::string_view, 118> stopWords{
    "a",     "about", "aber",  "all",   "als",   "am",   "an",   "and",   "are",   "as",   "at",    "auch",
    "auf",   "aus",   "be",    "been",  "bei",   "bin",  "but",  "by",    "can",   "das",  "dass",  "dem",
    "den",   "der",   "des",   "die",   "dies",  "do",   "does", "du",    "ein",   "eine", "einem", "einen",
    "einer", "er",    "es",    "for",   "from",  "fuer", "had",  "has",   "hat",   "have", "he",    "i",
    "ich",   "if",    "ihr",   "im",    "in",    "is",   "ist",  "it",    "its",   "kein", "keine", "man",
    "me",    "mein",  "meine", "mich",  "mir",   "mit",  "my",   "nach",  "nicht", "no",   "noch",  "not",
    "nur",   "oder",  "of",    "on",    "one",   "or",   "our",  "schon", "she",   "sich", "sie",   "sind",
    "so",    "than",  "that",  "the",   "their", "them", "then", "there", "they",  "this", "to",    "und",
    "uns",   "up",    "us",    "vom",   "von",   "war",  "was",  "we",    "were",  "when", "which", "will",
    "wir",   "with",  "would", "wurde", "you",   "your", "zu",   "zum",   "zur",   "true"};

bool endsWith(std::string_view word, std::string_view ending, std::size_t leastLeft) {
    return word.size() >= ending.size() + leastLeft && word.substr(word.size() - ending.size()) == ending;
}

/// Plurals first, as Harman's S-stemmer does, then the two endings of verbs.
std::string folded(std::string word) {
    if (endsWith(word, "ies", 2) && !endsWith(word, "eies", 0) && !endsWith(word, "aies", 0))
        word.replace(word.size() - 3, 3, "y");
    else if (endsWith(word, "s", 3) && !endsWith(word, "ss", 0) && !endsWith(word, "us", 0))
        word.pop_back();
    for (const std::string_view ending : {std::string_view("ing"), std::string_view("ed")})
        if (endsWith(word, ending, 3)) {
            word.resize(word.size() - ending.size());
            // "shipped", "booking" → "ship", "book"; "called" keeps its own double letter, as "call" does.
            const std::size_t n = word.size();
            if (n >= 4 && word[n - 1] == word[n - 2] &&
                std::string_view("bdgmnprt").find(word[n - 1]) != std::string_view::npos)
                word.pop_back();
            break;
        }
    // "change", "changed" and "changing" meet without the e.
    if (endsWith(word, "e", 3))
        word.pop_back();
    return word;
}

void finish(std::string& word, std::vector<std::string>& words) {
    if (word.size() > 1 && std::find(stopWords.begin(), stopWords.end(), word) == stopWords.end())
        words.push_back(std::move(word));
    word.clear();
}

std::vector<std::string> wordsOf(std::string_view text); ///< searchTerms before their endings are folded

void addWords(const Value& value, std::vector<std::string>& terms) {
    const auto add = [&](std::string_view text) {
        for (std::string& term : searchTerms(text))
            terms.push_back(std::move(term));
    };
    if (const std::string* text = value.text())
        add(*text);
    else if (const List* list = value.list())
        for (const Value& one : *list)
            addWords(one, terms);
    else if (const Context* context = value.context())
        for (const auto& [key, member] : *context)
            member.isTrue() ? add(key) : addWords(member, terms);
}

template <class Named>
void addUnder(std::map<std::string, std::vector<std::string>, std::less<>>& of, const std::string& key,
              const Named& text) {
    for (std::string& term : searchTerms(text))
        of[key].push_back(std::move(term));
}

/// A subject's own words: what {{…}} stands for is another's.
std::string withoutPlaceholders(std::string text) {
    for (std::size_t from = text.find("{{"); from != std::string::npos; from = text.find("{{", from)) {
        const std::size_t to = text.find("}}", from);
        text.replace(from, to == std::string::npos ? std::string::npos : to + 2 - from, " ");
    }
    return text;
}

struct Document {
    std::size_t index;
    Instant time;
    std::vector<std::string> terms;
};

/// Without recency.
Retrieval::Ranked scored(const Document& document, const std::set<std::string>& asked, const TermStatistics& statistics,
                         const RetrievalSettings& settings) {
    const auto total = static_cast<double>(statistics.documents);
    const auto length = static_cast<double>(document.terms.size());
    const double relative = statistics.meanLength > 0 ? length / statistics.meanLength : 1;
    Retrieval::Ranked ranked{document.index, 0, {}};
    for (const std::string& term : asked) {
        const auto count = static_cast<double>(std::count(document.terms.begin(), document.terms.end(), term));
        if (count == 0)
            continue;
        const auto known = statistics.containing.find(term);
        const double holding =
            known == statistics.containing.end() ? 0 : std::min(total, static_cast<double>(known->second));
        const double idf = portable::log(1 + (total - holding + 0.5) / (holding + 0.5));
        const double part =
            idf * count * (settings.k1 + 1) / (count + settings.k1 * (1 - settings.b + settings.b * relative));
        ranked.score += part;
        ranked.matches.push_back({term, part});
    }
    for (Retrieval::Match& match : ranked.matches)
        match.share /= ranked.score;
    std::stable_sort(ranked.matches.begin(), ranked.matches.end(),
                     [](const Retrieval::Match& a, const Retrieval::Match& b) { return a.share > b.share; });
    return ranked;
}

} // namespace

std::vector<std::string> searchTerms(std::string_view text) {
    std::vector<std::string> terms = wordsOf(text);
    for (std::string& term : terms)
        term = folded(std::move(term));
    return terms;
}

std::string Retrieval::wordFor(const std::string& term) const {
    for (const std::string& name : m_names)
        for (std::string& word : wordsOf(name))
            if (folded(word) == term)
                return std::move(word);
    return term;
}

namespace {

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    Character before = Character::Separator;
    for (std::size_t at = 0; at < text.size();) {
        char32_t point = 0;
        const std::size_t bytes = rules::utf8::decode(text, at, point);
        const std::string_view character = text.substr(at, std::max<std::size_t>(bytes, 1));
        const Character kind = bytes == 0 ? Character::Separator : kindOf(character, point);
        const bool joins = kind == Character::Digit   ? before == Character::Digit
                           : kind == Character::Upper ? before == Character::Upper
                                                      : before == Character::Lower || before == Character::Upper;
        if (kind == Character::Separator || !joins)
            finish(word, words);
        if (kind != Character::Separator) {
            const std::string lower = rules::lowerCase(character);
            char32_t folding = 0;
            const std::string_view bare = rules::utf8::decode(lower, 0, folding) > 0 ? plain(folding) : "";
            word += bare.empty() ? std::string_view(lower) : bare;
        }
        before = kind;
        at += character.size();
    }
    finish(word, words);
    return words;
}

} // namespace

void TermStatistics::add(std::span<const std::string> terms) {
    const double total = meanLength * static_cast<double>(documents) + static_cast<double>(terms.size());
    ++documents;
    meanLength = total / static_cast<double>(documents);
    for (const std::string& term : std::set<std::string>(terms.begin(), terms.end()))
        ++containing[term];
}

Retrieval::Retrieval(const documents::Workspace* workspace, const Symbols& symbols, RetrievalSettings settings)
    : m_settings(settings)
    , m_names(symbols.names()) {
    if (workspace == nullptr)
        return;
    const documents::SignalBook& book = *workspace->signals;
    for (const documents::Signal& signal : book.signals) {
        if (signal.event.empty())
            continue;
        for (const auto* scores : {&book.needs, &book.hesitations, &book.intents})
            for (const documents::ScoreDefinition& score : *scores)
                for (const documents::WeightedSignal& part : score.signals)
                    if (part.signal == signal.id && part.weight > 0)
                        addUnder(m_ofEvents, signal.event, score.id);
    }
    for (const documents::Action& action : workspace->actions->actions) {
        addUnder(m_ofActions, action.id, action.name);
        for (const std::string& tag : action.tags)
            addUnder(m_purposes, action.id, tag);
    }
    for (const documents::ContentBlock& block : workspace->content->blocks) {
        for (const std::string& need : block.needs)
            addUnder(m_purposes, block.action, need);
        addUnder(m_ofActions, block.action, withoutPlaceholders(block.subject));
    }
    for (const auto& [action, terms] : m_purposes)
        m_ofActions[action].insert(m_ofActions[action].end(), terms.begin(), terms.end());
    for (auto* of : {&m_ofEvents, &m_ofActions, &m_purposes})
        for (auto& [key, terms] : *of) {
            // Said once, however many signals or blocks say it.
            std::sort(terms.begin(), terms.end());
            terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
        }
}

std::vector<std::string> Retrieval::termsOf(std::string_view event, const Value& properties) const {
    std::vector<std::string> terms = searchTerms(event);
    addWords(properties, terms);
    if (const auto more = m_ofEvents.find(event); more != m_ofEvents.end())
        terms.insert(terms.end(), more->second.begin(), more->second.end());
    return terms;
}

std::vector<std::string> Retrieval::termsOf(const rules::HistoryItem& item) const {
    return termsOf(item.event < m_names.size() ? std::string_view(m_names[item.event]) : std::string_view(),
                   item.properties);
}

std::vector<std::string> Retrieval::termsOf(const Contact& contact) const {
    const std::string_view action =
        contact.action < m_names.size() ? std::string_view(m_names[contact.action]) : std::string_view();
    std::vector<std::string> terms = searchTerms(action);
    if (const auto more = m_ofActions.find(action); more != m_ofActions.end())
        terms.insert(terms.end(), more->second.begin(), more->second.end());
    return terms;
}

std::vector<std::string> Retrieval::purposeOf(Sym action) const {
    const auto found = action < m_names.size() ? m_purposes.find(m_names[action]) : m_purposes.end();
    return found == m_purposes.end() ? std::vector<std::string>() : found->second;
}

std::vector<Retrieval::Ranked> Retrieval::rank(std::span<const rules::HistoryItem> history,
                                               std::span<const Contact> contacts, std::span<const std::string> query,
                                               Instant now, std::size_t k, const TermStatistics* statistics) const {
    std::vector<Document> documents;
    for (std::size_t i = 0; i < history.size(); ++i)
        if (history[i].time <= now)
            documents.push_back({i, history[i].time, termsOf(history[i])});
    for (std::size_t i = 0; i < contacts.size(); ++i)
        if (contacts[i].sent && contacts[i].at <= now)
            documents.push_back({history.size() + i, contacts[i].at, termsOf(contacts[i])});
    TermStatistics own;
    if (statistics == nullptr) {
        for (const Document& document : documents)
            own.add(document.terms);
        statistics = &own;
    }
    const std::set<std::string> asked(query.begin(), query.end());
    std::vector<std::pair<Ranked, Instant>> found;
    for (const Document& document : documents) {
        Ranked ranked = scored(document, asked, *statistics, m_settings);
        const double age = static_cast<double>((now - document.time).ms) / static_cast<double>(m_settings.halfLife.ms);
        ranked.score *= portable::exp2(-age);
        if (ranked.score > 0)
            found.emplace_back(std::move(ranked), document.time);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first.score != b.first.score ? a.first.score > b.first.score : a.second > b.second;
    });
    found.resize(std::min(found.size(), k));
    std::vector<Ranked> best;
    for (auto& one : found)
        best.push_back(std::move(one.first));
    return best;
}

} // namespace wayreeve::perception
