#include "planning/send_time.h"

#include "base/portable_math.h"
#include "planning/codec_parts.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

namespace {

constexpr double startPeak = 0.3, startFar = 0.1, startWidth = 2.0; // a guess that a few visits outweigh
constexpr double curveStrength = 2.0;                               // contacts a bin that the guess counts as
constexpr double priorShare = 0.1;                                  // of the prior of θ stays uniform
constexpr double leastAnswer = 0.001;
constexpr double leastGain = 1e-12, leastRegret = 1e-6;
constexpr double mostExponent = 0.5, learningContacts = 8.0;
constexpr int sharpness = 5;         // shares go with the 2⁵-th power of the score
constexpr double stepExponent = 0.7; // γ = (visits + 2)^−0.7, not below leastStep: habits of a population drift
constexpr double leastStep = 0.0005;

int apart(int hour, int position) {
    const int distance = std::abs(2 * hour - position);
    return std::min(distance, SendTimeModel::positions - distance);
}

std::array<double, SendTimeModel::distances> startCurve() {
    std::array<double, SendTimeModel::distances> curve{};
    for (int d = 0; d < SendTimeModel::distances; ++d) {
        const double hours = d / 2.0;
        curve[static_cast<std::size_t>(d)] =
            startFar + (startPeak - startFar) * portable::exp(-hours * hours / (2.0 * startWidth * startWidth));
    }
    return curve;
}

// Pool adjacent violators: the non-rising sequence nearest to yes/all, weighted by all.
std::array<double, SendTimeModel::distances> nonRising(const std::array<double, SendTimeModel::distances>& yes,
                                                       const std::array<double, SendTimeModel::distances>& all) {
    struct Block {
        double yes = 0.0, all = 0.0;
        std::size_t length = 0;
    };
    std::vector<Block> blocks;
    for (std::size_t d = 0; d < yes.size(); ++d) {
        blocks.push_back({yes[d], all[d], 1});
        while (blocks.size() > 1) {
            const Block& last = blocks.back();
            Block& before = blocks[blocks.size() - 2];
            if (last.yes * before.all <= before.yes * last.all)
                break;
            before = {before.yes + last.yes, before.all + last.all, before.length + last.length};
            blocks.pop_back();
        }
    }
    std::array<double, SendTimeModel::distances> curve{};
    std::size_t d = 0;
    for (const Block& block : blocks)
        for (std::size_t i = 0; i < block.length; ++i)
            curve[d++] = std::clamp(block.yes / block.all, leastAnswer, 1.0 - leastAnswer);
    return curve;
}

double entropyOf(double p) {
    return -p * portable::log(p) - (1.0 - p) * portable::log(1.0 - p);
}

bool isOpen(HourMask open, int hour) {
    return ((open >> hour) & 1U) != 0;
}

} // namespace

void ContactHours::halve() {
    for (Count& count : m_counts) {
        count.sent /= 2;
        count.answered = std::min<std::uint8_t>(count.answered / 2, count.sent);
    }
}

void ContactHours::add(int hour, bool answered) {
    if (hour < 0 || hour >= hours)
        return;
    Count& count = m_counts[static_cast<std::size_t>(hour)];
    if (count.sent == UINT8_MAX)
        halve();
    ++count.sent;
    if (answered)
        ++count.answered;
}

void ContactHours::absorb(const ContactHours& other) {
    for (int hour = 0; hour < hours; ++hour)
        for (int i = 0; i < other.at(hour).sent; ++i)
            add(hour, i < other.at(hour).answered);
}

int ContactHours::sent() const {
    int sent = 0;
    for (const Count& count : m_counts)
        sent += count.sent;
    return sent;
}

bool ContactHours::empty() const {
    return std::all_of(m_counts.begin(), m_counts.end(), [](const Count& count) { return count.sent == 0; });
}

void ContactHours::encode(cbor::Writer& writer) const {
    const auto used =
        std::count_if(m_counts.begin(), m_counts.end(), [](const Count& count) { return count.sent != 0; });
    writer.array(static_cast<std::size_t>(used));
    for (std::size_t hour = 0; hour < m_counts.size(); ++hour) {
        if (m_counts[hour].sent == 0)
            continue;
        writer.array(3);
        writer.uint(hour);
        writer.uint(m_counts[hour].sent);
        writer.uint(m_counts[hour].answered);
    }
}

bool ContactHours::decode(cbor::Reader& reader) {
    m_counts = {};
    std::uint64_t next = 0;
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (!codec::expectArray(reader, 3))
            return false;
        const std::uint64_t hour = reader.uint(), sent = reader.uint(), answered = reader.uint();
        if (reader.failed() || hour < next || hour >= hours || sent == 0 || sent > UINT8_MAX || answered > sent) {
            reader.fail();
            return false;
        }
        m_counts[hour] = {static_cast<std::uint8_t>(sent), static_cast<std::uint8_t>(answered)};
        next = hour + 1;
    }
    return !reader.failed();
}

SendTimeModel::SendTimeModel()
    : m_curve(startCurve()) {
    m_prior.fill(1.0 / positions);
    prepare();
}

SendTimeModel::SendTimeModel(const std::array<double, distances>& curve, const Posterior& prior)
    : m_curve(curve)
    , m_prior(prior)
    , m_fixed(true) {
    prepare();
}

void SendTimeModel::prepare() {
    for (std::size_t d = 0; d < m_curve.size(); ++d) {
        m_logYes[d] = portable::log(m_curve[d]);
        m_logNo[d] = portable::log(1.0 - m_curve[d]);
        m_entropy[d] = entropyOf(m_curve[d]);
    }
}

SendTimeModel::Posterior SendTimeModel::posterior(const ContactHours& customer) const {
    Posterior result = m_prior;
    if (customer.empty())
        return result;
    Posterior logs{};
    for (int hour = 0; hour < ContactHours::hours; ++hour) {
        const ContactHours::Count& count = customer.at(hour);
        if (count.sent == 0)
            continue;
        const int missed = count.sent - count.answered;
        for (int p = 0; p < positions; ++p) {
            const auto d = static_cast<std::size_t>(apart(hour, p));
            logs[static_cast<std::size_t>(p)] += count.answered * m_logYes[d] + missed * m_logNo[d];
        }
    }
    const double top = *std::max_element(logs.begin(), logs.end());
    double total = 0.0;
    for (std::size_t p = 0; p < logs.size(); ++p) {
        result[p] *= portable::exp(logs[p] - top);
        total += result[p];
    }
    for (double& share : result)
        share /= total;
    return result;
}

SendTimeModel::Hourly SendTimeModel::expected(const ContactHours& customer) const {
    const Posterior where = posterior(customer);
    Hourly result{};
    for (int hour = 0; hour < ContactHours::hours; ++hour)
        for (int p = 0; p < positions; ++p)
            result[static_cast<std::size_t>(hour)] +=
                where[static_cast<std::size_t>(p)] * m_curve[static_cast<std::size_t>(apart(hour, p))];
    return result;
}

/// What one who knew θ would earn of this customer: an answer at the open hour nearest to it.
double SendTimeModel::knownAnswer(const Posterior& where, HourMask open) const {
    double known = 0.0;
    for (int p = 0; p < positions; ++p) {
        int nearest = distances - 1;
        for (int hour = 0; hour < ContactHours::hours; ++hour)
            if (isOpen(open, hour))
                nearest = std::min(nearest, apart(hour, p));
        known += where[static_cast<std::size_t>(p)] * m_curve[static_cast<std::size_t>(nearest)];
    }
    return known;
}

SendTimeModel::Hourly SendTimeModel::probabilities(const ContactHours& customer, HourMask open) const {
    Hourly scores{};
    if ((open & allHours) == 0)
        return scores;
    const Posterior where = posterior(customer);
    const double known = knownAnswer(where, open);
    const double sent = customer.sent();
    const double exponent = mostExponent * sent / (sent + learningContacts);
    double top = 0.0;
    for (int hour = 0; hour < ContactHours::hours; ++hour) {
        if (!isOpen(open, hour))
            continue;
        double answer = 0.0, entropy = 0.0;
        for (int p = 0; p < positions; ++p) {
            const auto d = static_cast<std::size_t>(apart(hour, p));
            answer += where[static_cast<std::size_t>(p)] * m_curve[d];
            entropy += where[static_cast<std::size_t>(p)] * m_entropy[d];
        }
        const double gain = std::max(0.0, entropyOf(answer) - entropy) + leastGain;
        const double regret = std::max(leastRegret, known - answer);
        double& score = scores[static_cast<std::size_t>(hour)];
        score = gain * portable::exp(-exponent * portable::log(regret));
        top = std::max(top, score);
    }
    double total = 0.0;
    for (double& score : scores) {
        score /= top;
        for (int square = 0; square < sharpness; ++square)
            score *= score;
        total += score;
    }
    for (double& score : scores)
        score /= total;
    return scores;
}

double SendTimeModel::estimate(const ContactHours& customer) const {
    constexpr double turn = 6.283185307179586;
    const Posterior where = posterior(customer);
    double x = 0.0, y = 0.0;
    for (int p = 0; p < positions; ++p) {
        x += where[static_cast<std::size_t>(p)] * portable::cos(turn * p / positions);
        y += where[static_cast<std::size_t>(p)] * portable::sin(turn * p / positions);
    }
    // The half hour at which the mean direction's projection is largest, refined between its neighbours.
    const auto along = [&](double hour) {
        return x * portable::cos(turn * hour / ContactHours::hours) +
               y * portable::sin(turn * hour / ContactHours::hours);
    };
    double best = 0.0;
    for (int p = 1; p < 10 * positions; ++p)
        if (const double hour = p / 20.0; along(hour) > along(best))
            best = hour;
    return best;
}

SendTimeModel::Choice SendTimeModel::choose(const ContactHours& customer, HourMask open, double u) const {
    const Hourly shares = probabilities(customer, open);
    Choice choice;
    double below = 0.0;
    for (int hour = 0; hour < ContactHours::hours; ++hour) {
        const double share = shares[static_cast<std::size_t>(hour)];
        if (share <= 0.0)
            continue;
        choice = {hour, share}; // the last one takes what rounding leaves
        below += share;
        if (u < below)
            break;
    }
    return choice;
}

SendTimeModel::Choice SendTimeModel::best(const ContactHours& customer, HourMask open) const {
    const Hourly answers = expected(customer);
    Choice choice;
    for (int hour = 0; hour < ContactHours::hours; ++hour)
        if (isOpen(open, hour) && (choice.hour < 0 || answers[static_cast<std::size_t>(hour)] >
                                                          answers[static_cast<std::size_t>(choice.hour)] + 1e-12))
            choice = {hour, 1.0};
    return choice;
}

void SendTimeModel::observe(const ContactHours& customer) {
    if (m_fixed || customer.empty())
        return;
    const Posterior where = posterior(customer);
    std::array<double, distances> sent{}, answered{};
    for (int hour = 0; hour < ContactHours::hours; ++hour) {
        const ContactHours::Count& count = customer.at(hour);
        if (count.sent == 0)
            continue;
        for (int p = 0; p < positions; ++p) {
            const auto d = static_cast<std::size_t>(apart(hour, p));
            sent[d] += where[static_cast<std::size_t>(p)] * count.sent;
            answered[d] += where[static_cast<std::size_t>(p)] * count.answered;
        }
    }
    m_visits += 1.0;
    const double step = std::max(leastStep, portable::exp(-stepExponent * portable::log(m_visits + 2.0)));
    for (std::size_t d = 0; d < sent.size(); ++d) {
        m_sent[d] += step * (sent[d] - m_sent[d]);
        m_answered[d] += step * (answered[d] - m_answered[d]);
    }
    for (std::size_t p = 0; p < where.size(); ++p)
        m_where[p] += step * (where[p] - m_where[p]);
}

void SendTimeModel::endEpoch() {
    if (m_fixed || m_visits == 0.0)
        return;
    // Averages become counts again by the number of visits that they remember.
    const double step = std::max(leastStep, portable::exp(-stepExponent * portable::log(m_visits + 2.0)));
    const double remembered = std::min(m_visits, 1.0 / step);
    const auto guess = startCurve();
    std::array<double, distances> yes{}, all{};
    for (std::size_t d = 0; d < yes.size(); ++d) {
        all[d] = remembered * m_sent[d] + curveStrength;
        yes[d] = remembered * m_answered[d] + curveStrength * guess[d];
    }
    m_curve = nonRising(yes, all);
    double total = 0.0;
    for (const double share : m_where)
        total += share;
    for (std::size_t p = 0; p < m_prior.size(); ++p)
        m_prior[p] = priorShare / positions + (1.0 - priorShare) * m_where[p] / total;
    prepare();
}

void SendTimeModel::encode(cbor::Writer& writer) const {
    writer.array(7);
    writer.reals(m_curve);
    writer.reals(m_prior);
    writer.reals(m_sent);
    writer.reals(m_answered);
    writer.reals(m_where);
    writer.real(m_visits);
    writer.boolean(m_fixed);
}

bool SendTimeModel::decode(cbor::Reader& reader) {
    if (!codec::expectArray(reader, 7))
        return false;
    const auto read = [&reader](auto& into, double least, double most) {
        const std::vector<double> column = reader.reals();
        const bool sound = column.size() == into.size() &&
                           std::all_of(column.begin(), column.end(), [&](double v) { return v >= least && v <= most; });
        if (!sound)
            return reader.fail();
        std::copy(column.begin(), column.end(), into.begin());
    };
    read(m_curve, leastAnswer / 2, 1.0 - leastAnswer / 2);
    read(m_prior, 0.0, 1.0);
    read(m_sent, 0.0, 1e9);
    read(m_answered, 0.0, 1e9);
    read(m_where, 0.0, 1.0);
    m_visits = reader.real();
    m_fixed = reader.boolean();
    if (!(m_visits >= 0.0))
        reader.fail();
    if (!reader.failed())
        prepare();
    return !reader.failed();
}

} // namespace wayreeve::planning
