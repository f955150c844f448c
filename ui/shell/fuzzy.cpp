#include "ui/shell/fuzzy.h"

#include <algorithm>

namespace wayreeve::ui {

namespace {

std::uint64_t maskOf(const QString& text) {
    std::uint64_t mask = 0;
    for (QChar c : text)
        if (!c.isSpace())
            mask |= std::uint64_t{1} << (c.unicode() % 64);
    return mask;
}

bool wordStart(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

} // namespace

void Fuzzy::clear() {
    m_entries.clear();
}

void Fuzzy::add(const QString& text) {
    QString lower = text.toLower();
    const auto mask = maskOf(lower);
    m_entries.append({std::move(lower), mask});
}

int Fuzzy::score(const QString& text, const QString& query) {
    if (const auto at = text.indexOf(query); at >= 0) {
        const int start = wordStart(text, at) ? 400 : 200;
        return 1000 + start + (at == 0 ? 200 : 0) - static_cast<int>(std::min<qsizetype>(text.size(), 150));
    }
    int total = 100;
    qsizetype from = 0;
    qsizetype last = -2;
    for (QChar c : query) {
        if (c.isSpace())
            continue;
        qsizetype at = text.indexOf(c, from);
        if (at < 0)
            return 0;
        // A later word that begins with this letter is what people mean by initials ("gj": Go to Journeys).
        if (at != last + 1 && !wordStart(text, at))
            for (auto next = at; next >= 0; next = text.indexOf(c, next + 1))
                if (wordStart(text, next)) {
                    at = next;
                    break;
                }
        total += at == last + 1 ? 25 : wordStart(text, at) ? 40 : 5;
        last = at;
        from = at + 1;
    }
    return std::max(1, total - static_cast<int>(std::min<qsizetype>(text.size(), 80)));
}

QList<int> Fuzzy::best(const QString& query, int limit) const {
    const QString lower = query.trimmed().toLower();
    QList<int> result;
    if (lower.isEmpty()) {
        for (int i = 0; i < std::min(limit, size()); ++i)
            result.append(i);
        return result;
    }
    const auto mask = maskOf(lower);
    QList<std::pair<int, int>> scored; // (−score, number): sorts best first, earlier first
    for (int i = 0; i < size(); ++i) {
        const Entry& entry = m_entries[i];
        if ((entry.mask & mask) != mask)
            continue;
        if (const int points = score(entry.text, lower); points > 0)
            scored.append({-points, i});
    }
    const auto kept = std::min<qsizetype>(limit, scored.size());
    std::partial_sort(scored.begin(), scored.begin() + kept, scored.end());
    for (qsizetype i = 0; i < kept; ++i)
        result.append(scored[i].second);
    return result;
}

} // namespace wayreeve::ui
