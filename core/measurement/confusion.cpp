#include "measurement/confusion.h"

#include <algorithm>
#include <numeric>

namespace wayreeve::measurement {

void Confusion::add(std::size_t truth, std::size_t read, std::uint64_t times) {
    m_counts[truth * (m_classes + 1) + std::min(read, m_classes)] += times;
}

std::uint64_t Confusion::count(std::size_t truth, std::size_t read) const {
    return m_counts[truth * (m_classes + 1) + std::min(read, m_classes)];
}

std::uint64_t Confusion::total() const {
    return std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t{0});
}

Proportion Confusion::accuracy() const {
    Proportion right{0, total()};
    for (std::size_t i = 0; i < m_classes; ++i)
        right.hits += count(i, i);
    return right;
}

Proportion Confusion::recall(std::size_t truth) const {
    return {count(truth, truth), share(truth).hits};
}

Proportion Confusion::precision(std::size_t read) const {
    Proportion right{count(read, read), 0};
    for (std::size_t truth = 0; truth < m_classes; ++truth)
        right.count += count(truth, read);
    return right;
}

Proportion Confusion::share(std::size_t truth) const {
    Proportion part{0, total()};
    for (std::size_t read = 0; read <= m_classes; ++read)
        part.hits += count(truth, read);
    return part;
}

} // namespace wayreeve::measurement
