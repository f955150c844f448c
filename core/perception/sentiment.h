#pragma once

#include "perception/event.h"

#include <optional>
#include <string_view>

namespace wayreeve::perception {

/// I3: how a text sounds. Another scorer is another implementation; scorers are shared by all threads.
class SentimentScorer {
public:
    virtual ~SentimentScorer() = default;
    /// −1 (angry) … 1 (delighted); nullopt where the text tells nothing. The same text always scores the same.
    [[nodiscard]] virtual std::optional<double> score(std::string_view text) const = 0;
};

/// The shipped lexicon, English and German, our own selection of words with our own weights. Each known word counts
/// its weight s in −1 … 1. Words before it (at most three, within the clause) turn or bend it: a negation × −0.6,
/// an intensifier × 1.4, a softener × 0.6. What stands before "but" / "aber" counts half, what follows 1.5 times.
/// Result: S / √(S² + 0.8), S the sum; so one strong word gives about ±0.6 and many approach ±1.
/// Languages are not told apart: a word that both know differently is left out.
class LexiconScorer final : public SentimentScorer {
public:
    [[nodiscard]] std::optional<double> score(std::string_view text) const override;
};

/// Gives a "Message Received" or "Case Opened" that has a `text` and no number `sentiment` the scorer's number (0 where
/// the text tells nothing), rounded to three decimals. Other events stay as they are.
void completeMessage(Event& event, const SentimentScorer& scorer);

} // namespace wayreeve::perception
