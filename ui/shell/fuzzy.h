#pragma once

#include <QList>
#include <QString>

#include <cstdint>

namespace wayreeve::ui {

/// Fuzzy search over many short texts: the letters of the query must occur in order, words' beginnings and unbroken
/// runs count most, shorter texts win ties. Texts are kept lower-case with a 64-bit mask of their letters, so that most
/// are refused by one AND. Any thread, one at a time.
class Fuzzy {
public:
    void clear();
    /// Texts are numbered in order of adding.
    void add(const QString& text);
    [[nodiscard]] int size() const { return static_cast<int>(m_entries.size()); }
    /// Numbers of the best `limit` texts, best first; an empty query gives the first `limit`. Ties: earlier first.
    [[nodiscard]] QList<int> best(const QString& query, int limit) const;

    /// ≤ 0: no match. Exposed for tests.
    [[nodiscard]] static int score(const QString& lowerText, const QString& lowerQuery);

private:
    struct Entry {
        QString text;
        std::uint64_t mask;
    };
    QList<Entry> m_entries;
};

} // namespace wayreeve::ui
