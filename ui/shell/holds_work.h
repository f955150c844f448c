#pragma once

#include <QString>

#include <functional>

namespace wayreeve::ui {

/// A screen that does something which ends with the window or the workspace. Before either goes, the window asks with
/// these words and has it ended in good order. Window thread.
class HoldsWork {
public:
    virtual ~HoldsWork() = default;
    struct Question {
        QString title; ///< "End the live run?"; empty: nothing is at work
        QString text;  ///< what that means
        QString yes;   ///< "Stand still"
    };
    [[nodiscard]] virtual Question workQuestion() const = 0;
    /// Ends it; `ended` is called once, when nothing of it is left, at once where nothing was at work.
    virtual void endWork(std::function<void()> ended) = 0;
};

} // namespace wayreeve::ui
