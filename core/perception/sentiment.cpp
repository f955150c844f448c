#include "perception/sentiment.h"

#include "perception/sentiment_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace wayreeve::perception {
namespace {

using Kind = LexiconWord::Kind;

constexpr std::size_t reach = 3; ///< words before a feeling that bend it
constexpr double negation = -0.6, intensifier = 1.4, softener = 0.6;
constexpr double beforeTurn = 0.5, afterTurn = 1.5;
constexpr double spread = 0.8;
constexpr std::size_t longestText = 20'000; ///< bytes looked at

/// Words in lower case (ASCII and the German umlauts); "" where a clause ends.
std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < std::min(text.size(), longestText); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 'A' && byte <= 'Z') {
            word += static_cast<char>(byte + ('a' - 'A'));
        } else if ((byte >= 'a' && byte <= 'z') || byte == '\'') {
            word += static_cast<char>(byte);
        } else if (text.substr(i).starts_with("\u2019")) { // the typographic apostrophe
            word += '\'';
            i += 2;
        } else if (byte == 0xC3 && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]); // À … Þ are 0x20 below à … þ
            word += static_cast<char>(byte);
            word += static_cast<char>(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next);
        } else {
            finish();
            if (byte == '.' || byte == ',' || byte == ';' || byte == '!' || byte == '?' || byte == ':' || byte == '\n')
                words.emplace_back();
        }
    }
    finish();
    return words;
}

/// What the words before bend a feeling by.
double bendOf(const std::vector<std::string>& words, std::size_t at) {
    double bend = 1;
    for (std::size_t back = 1; back <= reach && back <= at; ++back) {
        const std::string& before = words[at - back];
        const LexiconWord* known = lexiconWord(before);
        if (before.empty() || (known != nullptr && known->kind == Kind::Turn))
            break;
        if (known == nullptr)
            continue;
        if (known->kind == Kind::Negation)
            bend *= negation;
        else if (known->kind == Kind::Intensifier && back == 1)
            bend *= intensifier;
        else if (known->kind == Kind::Softener && back == 1)
            bend *= softener;
    }
    return bend;
}

} // namespace

std::optional<double> LexiconScorer::score(std::string_view text) const {
    const std::vector<std::string> words = wordsOf(text);
    double before = 0, after = 0;
    bool known = false, turned = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const LexiconWord* word = lexiconWord(words[i]);
        if (word == nullptr)
            continue;
        if (word->kind == Kind::Turn) {
            before += after; // the last turn is the one that counts
            after = 0;
            turned = true;
        } else if (word->kind == Kind::Feeling) {
            known = true;
            after += word->tenths / 10.0 * bendOf(words, i);
        }
    }
    if (!known)
        return std::nullopt;
    const double sum = turned ? beforeTurn * before + afterTurn * after : after;
    return sum / std::sqrt(sum * sum + spread);
}

void completeMessage(Event& event, const SentimentScorer& scorer) {
    if (event.type != EventType::Track || (event.name != "Message Received" && event.name != "Case Opened"))
        return;
    const Value text = event.properties.member("text");
    const Context* properties = event.properties.context();
    if (text.text() == nullptr || properties == nullptr || !event.properties.member("sentiment").isNull())
        return;
    const double score = scorer.score(*text.text()).value_or(0);
    Context completed;
    for (const auto& property : *properties)
        if (property.first != "sentiment")
            completed.push_back(property);
    completed.emplace_back("sentiment", Value(Decimal::fromParts(static_cast<Int128>(std::llround(score * 1000)), -3)));
    event.properties = Value(std::move(completed));
}

} // namespace wayreeve::perception
