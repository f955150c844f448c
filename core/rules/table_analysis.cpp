#include "rules/table_analysis.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <set>

namespace wayreeve::rules {

namespace {

using Rows = std::vector<std::uint64_t>;

bool has(const std::uint64_t* rows, std::size_t row) {
    return (rows[row / 64] >> (row % 64) & 1) != 0;
}

/// Neighbouring pieces of an input that make no difference to any row, as one; the first stands for all.
struct Class {
    Rows rows;
    int piece;
};

class Analyst {
public:
    explicit Analyst(const DecisionTable& table)
        : m_table(table)
        , m_rows(table.definition().rows.size())
        , m_words((m_rows + 63) / 64) {
        for (const TableColumn& column : table.columns())
            m_classes.push_back(classesOf(column));
        for (const std::vector<Class>& classes : m_classes) {
            std::vector<Rows>& taken = m_taken.emplace_back(m_rows, Rows((classes.size() + 63) / 64, 0));
            for (std::size_t i = 0; i < classes.size(); ++i)
                for (std::size_t row = 0; row < m_rows; ++row)
                    if (has(classes[i].rows.data(), row))
                        taken[row][i / 64] |= std::uint64_t{1} << (i % 64);
        }
        m_exact.assign(m_words, 0);
        for (std::size_t row = 0; row < m_rows; ++row)
            if (!table.isOpen(row))
                m_exact[row / 64] |= std::uint64_t{1} << (row % 64);
    }

    TableAnalysis run() {
        findWhole();
        overlaps();
        gaps();
        unreachable();
        return std::move(m_result);
    }

private:
    using Example = std::vector<Value>;
    enum class Search : std::uint8_t { Found, None, Unknown };

    std::vector<Class> classesOf(const TableColumn& column) const {
        std::vector<Class> classes;
        for (int n = 1; n <= column.pieces(); ++n) {
            const int piece = n % column.pieces(); // null last: an example with data says more
            if (!column.isPossible(piece) || !column.example(piece))
                continue;
            const Rows rows(column.rows(piece), column.rows(piece) + m_words);
            // Where an open cell reads the input, a piece may hold what its neighbour does not.
            if (classes.empty() || piece == 0 || column.isOpen() || classes.back().rows != rows)
                classes.push_back({rows, piece});
        }
        return classes;
    }

    bool counts(std::size_t input, const Class& each, bool withNull) const {
        return withNull || each.piece != 0 || m_table.columns()[input].namesNull();
    }

    void findWhole() {
        for (const bool withNull : {false, true}) {
            std::vector<Rows>& whole = m_whole[withNull ? 1 : 0];
            whole.assign(m_classes.size() + 1, Rows(m_words, ~std::uint64_t{0}));
            for (std::size_t input = m_classes.size(); input-- > 0;) {
                whole[input] = whole[input + 1];
                for (const Class& each : m_classes[input])
                    for (std::size_t w = 0; counts(input, each, withNull) && w < m_words; ++w)
                        whole[input][w] &= each.rows[w];
            }
        }
    }

    Value exampleOf(std::size_t input, const Class& of) const { return *m_table.columns()[input].example(of.piece); }

    /// A point that all of `wanted` take and none of `unwanted` does, unless `accept` refuses it. Rows of neither list
    /// do not matter. `withNull` lets null stand for inputs whose column does not name it.
    Search search(const Rows& wanted, const Rows& unwanted, bool withNull,
                  const std::function<bool(const Example&)>& accept, Example& found) {
        begin();
        Example example;
        const bool hit = descend(0, unwanted, wanted, withNull, accept, example);
        if (hit) {
            found = std::move(example);
            return Search::Found;
        }
        return m_refused || m_steps > maxAnalysisSteps || m_left <= 0 ? Search::Unknown : Search::None;
    }

    bool descend(std::size_t input, const Rows& against, const Rows& wanted, bool withNull,
                 const std::function<bool(const Example&)>& accept, Example& example) {
        if (!step())
            return false;
        if (closesAll(input, against, withNull))
            return false;
        const bool free = std::all_of(against.begin(), against.end(), [](std::uint64_t w) { return w == 0; });
        if (input == m_classes.size()) {
            if (!free)
                return false;
            if (accept(example))
                return true;
            m_refused = true;
            return false;
        }
        // What is left of the rows against it decides all that follows, while no example was refused.
        if (!m_refused && !m_seen.insert({input, against}).second)
            return false;
        for (const Class& each : m_classes[input]) {
            if (!counts(input, each, withNull))
                continue;
            Rows left(m_words);
            bool fits = true;
            for (std::size_t w = 0; w < m_words; ++w) {
                fits = fits && (wanted[w] & ~each.rows[w]) == 0;
                left[w] = against[w] & each.rows[w];
            }
            if (!fits)
                continue;
            example.push_back(exampleOf(input, each));
            if (descend(input + 1, left, wanted, withNull, accept, example))
                return true;
            example.pop_back();
        }
        return false;
    }

    /// Whether one of the rows takes whatever the inputs from here on are.
    bool closesAll(std::size_t input, const Rows& rows, bool withNull) const {
        const Rows& whole = m_whole[withNull ? 1 : 0][input];
        for (std::size_t w = 0; w < m_words; ++w)
            if ((rows[w] & whole[w]) != 0)
                return true;
        return false;
    }

    void begin() {
        m_steps = 0;
        m_seen.clear();
        m_refused = false;
    }
    bool step() {
        --m_left;
        return ++m_steps <= maxAnalysisSteps && m_left > 0;
    }

    Rows only(std::initializer_list<std::size_t> rows) const {
        Rows result(m_words, 0);
        for (const std::size_t row : rows)
            result[row / 64] |= std::uint64_t{1} << (row % 64);
        return result;
    }

    bool matches(const Example& example, std::size_t row) const {
        const std::vector<int> rows = m_table.matching(example);
        return std::find(rows.begin(), rows.end(), static_cast<int>(row)) != rows.end();
    }

    bool open(std::size_t row) const { return m_table.isOpen(row); }

    template <class List, class Item>
    void keep(List& list, Item item) {
        if (list.size() < maxFindings)
            list.push_back(std::move(item));
        else
            m_result.isCut = true;
    }

    void undecided(TableAnalysis::Question question, int row, int other) {
        keep(m_result.undecided, TableAnalysis::Undecided{question, row, other});
    }

    /// The first class of the input that both rows take.
    std::optional<std::size_t> commonClass(std::size_t input, std::size_t a, std::size_t b) const {
        const Rows& first = m_taken[input][a];
        const Rows& second = m_taken[input][b];
        for (std::size_t w = 0; w < first.size(); ++w)
            if (const std::uint64_t both = first[w] & second[w])
                return w * 64 + static_cast<std::size_t>(std::countr_zero(both));
        return std::nullopt;
    }

    void overlaps() {
        for (std::size_t a = 0; a < m_rows; ++a)
            for (std::size_t b = a + 1; b < m_rows; ++b) {
                if (m_result.overlaps.size() >= maxFindings && m_result.isCut)
                    return;
                Example example;
                for (std::size_t input = 0; input < m_classes.size(); ++input) {
                    const std::optional<std::size_t> common = commonClass(input, a, b);
                    if (!common)
                        break;
                    example.push_back(exampleOf(input, m_classes[input][*common]));
                }
                if (example.size() < m_classes.size())
                    continue;
                if (open(a) || open(b)) {
                    const Search result = search(
                        only({a, b}), only({}), true, [&](const Example& e) { return matches(e, a) && matches(e, b); },
                        example);
                    if (result == Search::Unknown)
                        undecided(TableAnalysis::Question::Overlap, static_cast<int>(a), static_cast<int>(b));
                    if (result != Search::Found)
                        continue;
                }
                keep(m_result.overlaps,
                     TableAnalysis::Overlap{static_cast<int>(a), static_cast<int>(b), std::move(example)});
            }
    }

    /// Where no exact row is left, an open one may still take the example: then nobody knows.
    bool keepGap(Example example) {
        while (example.size() < m_classes.size())
            example.push_back(exampleOf(example.size(), *firstClass(example.size())));
        if (!m_table.matching(example).empty())
            return false;
        keep(m_result.gaps, std::move(example));
        return true;
    }

    const Class* firstClass(std::size_t input) const {
        for (const Class& each : m_classes[input])
            if (counts(input, each, false))
                return &each;
        return nullptr;
    }

    void gapsBelow(std::size_t input, const Rows& left, Example& example) {
        if (!step() || (m_result.gaps.size() == maxFindings && m_result.isCut))
            return;
        if (closesAll(input, left, false))
            return;
        const bool closed = std::any_of(left.begin(), left.end(), [](std::uint64_t w) { return w != 0; });
        if (!closed && keepGap(example))
            return;
        if (input == m_classes.size()) {
            m_refused = m_refused || !closed;
            return;
        }
        if (closed && !m_seen.insert({input, left}).second)
            return;
        for (const Class& each : m_classes[input]) {
            if (!counts(input, each, false))
                continue;
            Rows rest(m_words);
            for (std::size_t w = 0; w < m_words; ++w)
                rest[w] = left[w] & each.rows[w];
            example.push_back(exampleOf(input, each));
            gapsBelow(input + 1, rest, example);
            example.pop_back();
        }
    }

    void gaps() {
        for (std::size_t input = 0; input < m_classes.size(); ++input)
            if (!firstClass(input))
                return; // no value is allowed: nothing can be missing
        begin();
        Example example;
        gapsBelow(0, m_exact, example);
        if (m_refused || m_steps > maxAnalysisSteps || m_left <= 0)
            undecided(TableAnalysis::Question::Gap, -1, -1);
    }

    void unreachable() {
        const bool first = m_table.definition().hitPolicy == HitPolicy::First;
        for (std::size_t row = 0; row < m_rows; ++row) {
            Rows above(m_words, 0);
            for (std::size_t r = 0; first && r < row; ++r)
                if (!open(r))
                    above[r / 64] |= std::uint64_t{1} << (r % 64);
            Example example;
            const auto answers = [&](const Example& e) {
                const std::vector<int> rows = m_table.matching(e);
                return !rows.empty() && (first ? rows.front() == static_cast<int>(row) : matches(e, row));
            };
            const Search result = search(only({row}), above, true, answers, example);
            if (result == Search::Unknown)
                undecided(TableAnalysis::Question::Unreachable, static_cast<int>(row), -1);
            if (result != Search::None)
                continue;
            TableAnalysis::Unreachable finding{static_cast<int>(row), -1, {}};
            const auto matched = [&](const Example& e) { return matches(e, row); };
            if (search(only({row}), only({}), true, matched, example) == Search::Found) {
                finding.by = m_table.matching(example).front();
                finding.example = std::move(example);
            }
            keep(m_result.unreachable, std::move(finding));
        }
    }

    const DecisionTable& m_table;
    std::size_t m_rows;
    std::size_t m_words;
    std::vector<std::vector<Class>> m_classes;
    std::vector<std::vector<Rows>> m_taken; ///< by input and row: its classes, 64 to a word
    Rows m_exact;
    std::array<std::vector<Rows>, 2> m_whole; ///< without and with null, by input: the rows that take all from there on
    int m_steps = 0;
    int m_left = 40 * maxAnalysisSteps; ///< for all questions together
    bool m_refused = false;
    std::set<std::pair<std::size_t, Rows>> m_seen;
    TableAnalysis m_result;
};

} // namespace

TableAnalysis analyse(const DecisionTable& table) {
    return Analyst(table).run();
}

} // namespace wayreeve::rules
