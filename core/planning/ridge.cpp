#include "planning/ridge.h"

#include "planning/ridge_blocks.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace wayreeve::planning {

using namespace blocks;

namespace {

// Eight rows of a block row against x[0 … columns): the sums stay in registers.
struct EightSums {
    Floats r0{}, r1{}, r2{}, r3{}, r4{}, r5{}, r6{}, r7{};

    [[gnu::always_inline]] void add(const float* row, std::size_t stride, const float* x, std::size_t from,
                                    std::size_t to) {
        for (std::size_t j = from; j < to; j += 4) {
            const Floats v = load(x + j);
            r0 += load(row + j) * v;
            r1 += load(row + stride + j) * v;
            r2 += load(row + 2 * stride + j) * v;
            r3 += load(row + 3 * stride + j) * v;
            r4 += load(row + 4 * stride + j) * v;
            r5 += load(row + 5 * stride + j) * v;
            r6 += load(row + 6 * stride + j) * v;
            r7 += load(row + 7 * stride + j) * v;
        }
    }
    [[gnu::always_inline]] void twice() {
        r0 += r0, r1 += r1, r2 += r2, r3 += r3, r4 += r4, r5 += r5, r6 += r6, r7 += r7;
    }
    [[gnu::always_inline]] Floats weighted(const float* w) const {
        return ((r0 * w[0] + r1 * w[1]) + (r2 * w[2] + r3 * w[3])) +
               ((r4 * w[4] + r5 * w[5]) + (r6 * w[6] + r7 * w[7]));
    }
    [[gnu::always_inline]] void addTo(float* out) const {
        out[0] += sum(r0), out[1] += sum(r1), out[2] += sum(r2), out[3] += sum(r3);
        out[4] += sum(r4), out[5] += sum(r5), out[6] += sum(r6), out[7] += sum(r7);
    }
};

bool allZero(const float* x) {
    return x[0] == 0 && x[1] == 0 && x[2] == 0 && x[3] == 0 && x[4] == 0 && x[5] == 0 && x[6] == 0 && x[7] == 0;
}

double priorVariance(std::span<const float> x, std::size_t from, double lambda) {
    double sum = 0.0;
    for (std::size_t j = from; j < x.size(); ++j)
        sum += static_cast<double>(x[j]) * static_cast<double>(x[j]);
    return sum / lambda;
}

// Σ c_j·x_j with two partial sums, coefficients in double.
double dot(const double* c, const float* x, std::size_t n) {
    double even = 0.0;
    double odd = 0.0;
    for (std::size_t j = 0; j < n; j += 2) {
        even += c[j] * static_cast<double>(x[j]);
        odd += c[j + 1] * static_cast<double>(x[j + 1]);
    }
    return even + odd;
}

// In-place Cholesky factor L (lower, row-major dense) of a symmetric matrix; false where it is not positive definite.
bool factorise(std::vector<double>& a, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double s = a[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                s -= a[i * n + k] * a[j * n + k];
            if (i != j)
                a[i * n + j] = s / a[j * n + j];
            else if (!(s > 0.0) || !std::isfinite(s))
                return false;
            else
                a[i * n + i] = std::sqrt(s);
        }
    }
    return true;
}

// The rows of L⁻¹, transposed: out[c·n + r] = (L⁻¹)_rc, so that P_ij = Σ_r out[i][r]·out[j][r].
std::vector<double> invertedTransposed(const std::vector<double>& l, std::size_t n) {
    std::vector<double> out(n * n, 0.0);
    for (std::size_t c = 0; c < n; ++c) {
        double* column = out.data() + c * n;
        column[c] = 1.0 / l[c * n + c];
        for (std::size_t r = c + 1; r < n; ++r) {
            double s = 0.0;
            for (std::size_t k = c; k < r; ++k)
                s -= l[r * n + k] * column[k];
            column[r] = s / l[r * n + r];
        }
    }
    return out;
}

} // namespace

void Ridge::grow(std::size_t newWidth) {
    const std::size_t old = width();
    if (newWidth <= old)
        return;
    const std::size_t packed = rowBegin(newWidth / blocks::width);
    m_a.resize(packed, 0.0);
    m_p.resize(packed, 0.0F);
    m_b.resize(newWidth, 0.0);
    m_mean.resize(newWidth, 0.0);
    m_first.resize(newWidth, 0.0F);
    for (std::size_t i = old; i < newWidth; ++i) {
        m_a[position(i, i)] = m_lambda;
        m_p[position(i, i)] = static_cast<float>(1.0 / m_lambda);
    }
    if (old == 0)
        m_first[0] = m_p[0];
}

double Ridge::predict(std::span<const float> x) const {
    return dot(m_mean.data(), x.data(), std::min(width(), x.size()));
}

double Ridge::variance(std::span<const float> x) const {
    const std::size_t known = std::min(width(), x.size());
    Floats total{};
    for (std::size_t k = 0; k < known / blocks::width; ++k) {
        const float* xs = x.data() + k * blocks::width;
        if (allZero(xs))
            continue;
        const std::size_t stride = blocks::width * (k + 1);
        EightSums sums;
        sums.add(m_p.data() + rowBegin(k), stride, x.data(), 0, stride - blocks::width);
        sums.twice(); // the upper triangle
        sums.add(m_p.data() + rowBegin(k), stride, x.data(), stride - blocks::width, stride);
        total += sums.weighted(xs);
    }
    return std::max(1e-9, static_cast<double>(sum(total)) + priorVariance(x, known, m_lambda));
}

double Ridge::interceptReach(std::span<const float> x) const {
    const std::size_t known = std::min(width(), x.size());
    if (known == 0)
        return x.empty() ? 0.0 : static_cast<double>(x[0]) / m_lambda;
    double even = 0.0;
    double odd = 0.0;
    for (std::size_t j = 0; j < known; j += 2) {
        even += static_cast<double>(m_first[j]) * static_cast<double>(x[j]);
        odd += static_cast<double>(m_first[j + 1]) * static_cast<double>(x[j + 1]);
    }
    return even + odd;
}

double Ridge::reachOf(std::size_t i) const {
    if (width() == 0)
        return i == 0 ? 1.0 / m_lambda : 0.0;
    return i < width() ? static_cast<double>(m_first[i]) : 0.0;
}

double Ridge::inverseAt(std::size_t i, std::size_t j) const {
    return static_cast<double>(m_p[i >= j ? position(i, j) : position(j, i)]);
}

void Ridge::multiply(std::span<const float> x, std::vector<float>& out) const {
    out.assign(width(), 0.0F);
    for (std::size_t k = 0; k < width() / blocks::width; ++k) {
        const std::size_t stride = blocks::width * (k + 1);
        const float* row = m_p.data() + rowBegin(k);
        const float* xs = x.data() + k * blocks::width;
        EightSums sums;
        sums.add(row, stride, x.data(), 0, stride);
        sums.addTo(out.data() + k * blocks::width);
        if (allZero(xs))
            continue;
        for (std::size_t j = 0; j + blocks::width < stride; j += 4) {
            Floats column = load(out.data() + j);
            for (std::size_t r = 0; r < blocks::width; ++r)
                column += load(row + r * stride + j) * xs[r];
            store(out.data() + j, column);
        }
    }
}

double Ridge::update(std::span<const float> x, double r) {
    grow(x.size());
    std::vector<float> padded(x.begin(), x.end());
    padded.resize(width(), 0.0F);
    multiply(padded, m_step);
    double q = 0.0;
    for (std::size_t j = 0; j < width(); ++j)
        q += static_cast<double>(padded[j]) * static_cast<double>(m_step[j]);
    q = std::max(q, 1e-9);

    const double gain = (r - predict(padded)) / (1.0 + q);
    const float shrink = static_cast<float>(1.0 / std::sqrt(1.0 + q));
    std::vector<double> wide(padded.begin(), padded.end());
    for (std::size_t j = 0; j < width(); ++j) {
        m_mean[j] += static_cast<double>(m_step[j]) * gain;
        m_b[j] += r * wide[j];
        m_step[j] *= shrink;
        m_first[j] -= m_step[j] * m_step[0];
    }
    for (std::size_t i = 0; i < width(); ++i) {
        const std::size_t length = roundedUp(i + 1);
        float* p = m_p.data() + position(i, 0);
        for (std::size_t j = 0; j < length; j += 4)
            store(p + j, load(p + j) - load(m_step.data() + j) * m_step[i]);
        if (wide[i] == 0.0)
            continue;
        double* a = m_a.data() + position(i, 0);
        for (std::size_t j = 0; j < length; j += 2)
            store(a + j, load(a + j) + load(wide.data() + j) * wide[i]);
    }
    m_first[0] = m_p.empty() ? 0.0F : m_p[0];
    return q;
}

bool Ridge::refresh() {
    const std::size_t n = width();
    std::vector<double> dense(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            dense[i * n + j] = m_a[position(i, j)];
    if (!factorise(dense, n))
        return false;
    const std::vector<double> inverse = invertedTransposed(dense, n);
    std::vector<double> mean(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double s = 0.0;
            for (std::size_t k = i; k < n; ++k)
                s += inverse[i * n + k] * inverse[j * n + k];
            m_p[position(i, j)] = static_cast<float>(s);
            if (i / blocks::width == j / blocks::width)
                m_p[position(j, i)] = static_cast<float>(s);
            mean[i] += s * m_b[j];
            if (i != j)
                mean[j] += s * m_b[i];
        }
        m_first[i] = m_p[position(i, 0)];
    }
    m_mean = std::move(mean);
    return true;
}

bool Ridge::refreshWith(double lambda) {
    for (std::size_t i = 0; i < width(); ++i)
        m_a[position(i, i)] += lambda - m_lambda;
    m_lambda = lambda;
    return refresh();
}

Ridge::Evidence Ridge::evidence(std::size_t first, double offset) const {
    Evidence evidence;
    for (std::size_t i = first; i < width(); ++i) {
        const double coefficient = m_mean[i] + offset * static_cast<double>(m_first[i]);
        evidence.determined += std::clamp(1.0 - m_lambda * static_cast<double>(m_p[position(i, i)]), 0.0, 1.0);
        evidence.squares += coefficient * coefficient;
    }
    return evidence;
}

bool Ridge::forget(double g) {
    for (std::size_t i = 0; i < width(); ++i) {
        for (std::size_t j = 0; j < roundedUp(i + 1); ++j)
            m_a[position(i, j)] *= g;
        m_a[position(i, i)] += (1.0 - g) * m_lambda;
        m_b[i] *= g;
    }
    return refresh();
}

void Ridge::encode(cbor::Writer& writer) const {
    writer.array(5);
    writer.real(m_lambda);
    writer.reals(m_a);
    writer.reals(m_b);
    writer.reals(m_mean);
    std::vector<std::uint32_t> bits(m_p.size());
    std::transform(m_p.begin(), m_p.end(), bits.begin(), [](float f) { return std::bit_cast<std::uint32_t>(f); });
    writer.uints(bits);
}

bool Ridge::decode(cbor::Reader& reader) {
    if (reader.array() != 5)
        reader.fail();
    m_lambda = reader.real();
    m_a = reader.reals();
    m_b = reader.reals();
    m_mean = reader.reals();
    const std::vector<std::uint32_t> bits = reader.uints();
    const std::size_t n = m_mean.size();
    const bool fits = m_lambda > 0.0 && std::isfinite(m_lambda) && n % blocks::width == 0 && m_b.size() == n &&
                      m_a.size() == rowBegin(n / blocks::width) && bits.size() == m_a.size();
    if (reader.failed() || !fits) {
        reader.fail();
        return false;
    }
    m_p.resize(bits.size());
    std::transform(bits.begin(), bits.end(), m_p.begin(), [](std::uint32_t b) { return std::bit_cast<float>(b); });
    m_first.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        m_first[i] = m_p[position(i, 0)];
    return true;
}

} // namespace wayreeve::planning
