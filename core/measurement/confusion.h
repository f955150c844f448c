#pragma once

#include "measurement/estimate.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wayreeve::measurement {

/// How often each class was read as which: rows are the truth, columns the reading, one more column for "none of them".
/// Pure; counts only.
class Confusion {
public:
    explicit Confusion(std::size_t classes = 0)
        : m_classes(classes)
        , m_counts(classes * (classes + 1)) {}

    /// `truth` < classes(); a reading beyond the classes counts as none of them.
    void add(std::size_t truth, std::size_t read, std::uint64_t times = 1);

    [[nodiscard]] std::size_t classes() const { return m_classes; }
    [[nodiscard]] std::uint64_t count(std::size_t truth, std::size_t read) const;
    [[nodiscard]] std::uint64_t total() const;
    [[nodiscard]] Proportion accuracy() const;                  ///< read right, of all
    [[nodiscard]] Proportion recall(std::size_t truth) const;   ///< read right, of those that are it
    [[nodiscard]] Proportion precision(std::size_t read) const; ///< right, of those read as it
    [[nodiscard]] Proportion share(std::size_t truth) const;    ///< those that are it, of all
    bool operator==(const Confusion&) const = default;

private:
    std::size_t m_classes;
    std::vector<std::uint64_t> m_counts;
};

} // namespace wayreeve::measurement
