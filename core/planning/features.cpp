#include "planning/features.h"

#include "base/chance.h"
#include "base/portable_math.h"
#include "planning/ridge_blocks.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace wayreeve::planning {

using namespace blocks;

namespace {

constexpr double numberLimit = 1e15; // keeps the third moment of any run finite
constexpr std::uint32_t mostFourier = 40;

// cos(2π·turns) to 1e-6: reduced to a quarter turn about the nearest half, then the sine's series.
Floats cosineOfTurns(Floats turns) {
    const Floats magic = {12582912.0F, 12582912.0F, 12582912.0F, 12582912.0F}; // 1.5·2²³: adding it rounds to integers
    const Floats t = turns - ((turns + magic) - magic);
    const Floats distance = t < 0.0F ? -t : t;
    const Floats a = (0.25F - distance) * 6.28318530717958648F;
    const Floats s = a * a;
    Floats p = s * 2.7557319e-6F - 1.9841270e-4F;
    p = p * s + 8.3333333e-3F;
    p = p * s - 1.6666667e-1F;
    return a + a * s * p;
}

std::uint64_t mixed(std::uint64_t z) { // SplitMix64's finaliser
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace

FieldValue FieldValue::ofNumber(double number) {
    if (!std::isfinite(number))
        return missing();
    return {Kind::Number, 0, std::clamp(number, -numberLimit, numberLimit)};
}

void FeatureMap::Moments::add(double v) {
    const double before = count;
    count += 1.0;
    const double delta = v - mean;
    const double step = delta / count;
    const double term = delta * step * before;
    mean += step;
    m3 += term * step * (count - 2.0) - 3.0 * step * m2;
    m2 += term;
}

double FeatureMap::Moments::deviation() const {
    return count < 2.0 ? 0.0 : std::sqrt(m2 / count);
}

double FeatureMap::Moments::skewness() const {
    return m2 > 0.0 ? std::sqrt(count) * m3 / (m2 * std::sqrt(m2)) : 0.0;
}

double FeatureMap::Numeric::loggedValue(double v) const {
    const double typical = plain.count > 0.0 ? absoluteSum / plain.count : 0.0;
    if (!(typical > 0.0))
        return 0.0;
    const double size = portable::log(1.0 + std::fabs(v) / typical);
    return v < 0.0 ? -size : size;
}

FeatureMap::FeatureMap(std::vector<FieldSpec> fields, std::uint64_t seed)
    : m_fields(std::move(fields))
    , m_seed(seed) {
    for (const FieldSpec& field : m_fields) {
        Column column;
        if (field.kind == FieldSpec::Kind::Numeric) {
            column.numeric = static_cast<std::uint32_t>(m_numeric.size());
            m_numeric.emplace_back();
        }
        m_columns.push_back(std::move(column));
    }
    m_layout.numeric = static_cast<std::uint32_t>(m_numeric.size());
    m_layout.fourier =
        static_cast<std::uint32_t>(roundedUp(1 + m_layout.numeric + leastFourier)) - 1 - m_layout.numeric;
    const Chance chance(m_seed);
    m_phases.resize(mostFourier, 0.0F);
    for (std::uint32_t i = 0; i < m_layout.fourier; ++i)
        m_phases[i] = static_cast<float>(chance.uniform(0, i, Purpose::FourierPhase));
    for (std::uint32_t slot = 0; slot < m_layout.numeric; ++slot)
        addFrequencies(slot);
}

// Frequencies are kept in turns (ω/2π), as the cosine wants them.
void FeatureMap::addFrequencies(std::uint32_t slot) {
    const Chance chance(m_seed);
    const double spread = 1.0 / std::sqrt(static_cast<double>(std::max<std::size_t>(1, m_fields.size())));
    m_frequencies.resize((slot + std::size_t{1}) * mostFourier, 0.0F);
    for (std::uint32_t i = 0; i < m_layout.fourier; ++i)
        m_frequencies[slot * std::size_t{mostFourier} + i] =
            static_cast<float>(chance.normal(slot, i, Purpose::FourierFrequency) * spread / 6.28318530717958648);
}

std::size_t FeatureMap::width() const {
    return m_layout.firstCategory() + roundedUp(m_ownSlots + (m_overflowing ? overflowSlots : 0));
}

std::uint32_t FeatureMap::capacityOfOwnSlots() const {
    const std::uint32_t taken = overflowSlots + m_layout.numeric;
    return taken + overflowSlots > maxSlots ? overflowSlots : maxSlots - taken;
}

std::uint32_t FeatureMap::overflowSlot(std::size_t field, std::uint32_t category) const {
    return m_ownSlots + static_cast<std::uint32_t>(mixed((std::uint64_t{field} << 32) | category) % overflowSlots);
}

FeatureMap::LinearTerm FeatureMap::linearTerm(std::size_t field, const FieldValue& value) const {
    const Column& column = m_columns[field];
    if (m_fields[field].kind == FieldSpec::Kind::Category) {
        if (value.kind != FieldValue::Kind::Category)
            return {};
        const auto found = std::lower_bound(column.slots.begin(), column.slots.end(), value.category,
                                            [](const auto& entry, std::uint32_t c) { return entry.first < c; });
        if (found != column.slots.end() && found->first == value.category)
            return {m_layout.firstCategory() + found->second, 1.0F};
        return m_overflowing ? LinearTerm{m_layout.firstCategory() + overflowSlot(field, value.category), 1.0F}
                             : LinearTerm{};
    }
    if (value.kind != FieldValue::Kind::Number)
        return {};
    const Numeric& numeric = m_numeric[column.numeric];
    const Moments& moments = numeric.useLogged ? numeric.logged : numeric.plain;
    const double deviation = moments.deviation();
    if (!(deviation > 0.0))
        return {};
    const double z =
        ((numeric.useLogged ? numeric.loggedValue(value.number) : value.number) - moments.mean) / deviation;
    return {1 + column.numeric, static_cast<float>(z / std::sqrt(1.0 + 0.25 * z * z))};
}

void FeatureMap::encode(std::span<const FieldValue> row, std::vector<float>& out) const {
    out.assign(width(), 0.0F);
    out[0] = 1.0F;
    alignas(16) std::array<float, mostFourier> turns;
    std::copy(m_phases.begin(), m_phases.end(), turns.begin());
    for (std::size_t f = 0; f < std::min(row.size(), m_fields.size()); ++f) {
        const LinearTerm term = linearTerm(f, row[f]);
        if (term.weight == 0.0F)
            continue;
        out[term.index] += term.weight;
        const std::uint32_t slot = m_fields[f].kind == FieldSpec::Kind::Numeric
                                       ? term.index - 1
                                       : term.index - m_layout.firstCategory() + m_layout.numeric;
        const float* frequency = m_frequencies.data() + slot * std::size_t{mostFourier};
        for (std::size_t i = 0; i < mostFourier; i += 4)
            store(turns.data() + i, load(turns.data() + i) + load(frequency + i) * term.weight);
    }
    for (std::size_t i = 0; i < mostFourier; i += 4)
        store(turns.data() + i, cosineOfTurns(load(turns.data() + i)));
    std::copy_n(turns.begin(), m_layout.fourier, out.begin() + m_layout.firstFourier());
}

void FeatureMap::observe(std::span<const FieldValue> row) {
    for (std::size_t f = 0; f < std::min(row.size(), m_fields.size()); ++f) {
        if (m_fields[f].kind == FieldSpec::Kind::Numeric && row[f].kind == FieldValue::Kind::Number)
            observeNumber(m_numeric[m_columns[f].numeric], row[f].number);
        else if (m_fields[f].kind == FieldSpec::Kind::Category && row[f].kind == FieldValue::Kind::Category)
            observeCategory(f, row[f].category);
    }
}

void FeatureMap::observeNumber(Numeric& field, double v) {
    field.absoluteSum += std::fabs(v);
    field.plain.add(v);
    field.logged.add(field.loggedValue(v));
    const auto count = static_cast<std::uint64_t>(field.plain.count);
    if (count < 32 || !std::has_single_bit(count))
        return;
    const double skew = std::fabs(field.plain.skewness());
    field.useLogged = skew > 2.0 && std::fabs(field.logged.skewness()) < skew;
}

void FeatureMap::observeCategory(std::size_t field, std::uint32_t category) {
    auto& slots = m_columns[field].slots;
    const auto at = std::lower_bound(slots.begin(), slots.end(), category,
                                     [](const auto& entry, std::uint32_t c) { return entry.first < c; });
    if (m_overflowing || (at != slots.end() && at->first == category))
        return;
    if (m_ownSlots < capacityOfOwnSlots()) {
        slots.insert(at, {category, m_ownSlots});
        addFrequencies(m_layout.numeric + m_ownSlots++);
        return;
    }
    m_overflowing = true;
    for (std::uint32_t i = 0; i < overflowSlots; ++i)
        addFrequencies(m_layout.numeric + m_ownSlots + i);
}

void FeatureMap::encode(cbor::Writer& writer) const {
    writer.array(4);
    writer.uint(m_seed);
    writer.boolean(m_overflowing);
    writer.uint(m_ownSlots);
    writer.array(m_fields.size());
    for (std::size_t f = 0; f < m_fields.size(); ++f) {
        writer.array(3);
        writer.uint(m_fields[f].id);
        writer.uint(static_cast<std::uint64_t>(m_fields[f].kind));
        if (m_fields[f].kind == FieldSpec::Kind::Numeric) {
            const Numeric& n = m_numeric[m_columns[f].numeric];
            const std::array<double, 10> state = {n.plain.count,  n.plain.mean,           n.plain.m2,  n.plain.m3,
                                                  n.logged.count, n.logged.mean,          n.logged.m2, n.logged.m3,
                                                  n.absoluteSum,  n.useLogged ? 1.0 : 0.0};
            writer.reals(state);
            continue;
        }
        std::vector<std::uint32_t> flat;
        for (const auto& [category, slot] : m_columns[f].slots) {
            flat.push_back(category);
            flat.push_back(slot);
        }
        writer.uints(flat);
    }
}

Result<FeatureMap> FeatureMap::decode(cbor::Reader& reader) {
    const auto invalid = [&reader] {
        reader.fail();
        return Error{"model.state-invalid", {{"part", "features"}}, {}, 0, 0};
    };
    if (reader.array() != 4)
        return invalid();
    const std::uint64_t seed = reader.uint();
    const bool overflowing = reader.boolean();
    const std::uint64_t ownSlots = reader.uint();
    const std::size_t count = reader.array();
    if (reader.failed() || ownSlots > maxSlots || count > 100'000)
        return invalid();
    std::vector<FieldSpec> fields;
    std::vector<std::vector<double>> numbers;
    std::vector<std::vector<std::uint32_t>> categories;
    for (std::size_t f = 0; f < count && !reader.failed(); ++f) {
        if (reader.array() != 3)
            return invalid();
        const std::uint64_t id = reader.uint();
        const bool numeric = reader.uint() == 0;
        fields.push_back({static_cast<Sym>(id), numeric ? FieldSpec::Kind::Numeric : FieldSpec::Kind::Category});
        numbers.push_back(numeric ? reader.reals() : std::vector<double>{});
        categories.push_back(numeric ? std::vector<std::uint32_t>{} : reader.uints());
        if (numeric ? numbers.back().size() != 10 : categories.back().size() % 2 != 0)
            return invalid();
    }
    if (reader.failed())
        return invalid();
    FeatureMap map(std::move(fields), seed);
    map.m_ownSlots = static_cast<std::uint32_t>(ownSlots);
    map.m_overflowing = overflowing;
    for (std::size_t f = 0; f < count; ++f) {
        if (map.m_fields[f].kind == FieldSpec::Kind::Numeric) {
            const std::vector<double>& s = numbers[f];
            map.m_numeric[map.m_columns[f].numeric] = {
                {s[0], s[1], s[2], s[3]}, {s[4], s[5], s[6], s[7]}, s[8], s[9] != 0.0};
            continue;
        }
        for (std::size_t i = 0; i < categories[f].size(); i += 2) {
            if (categories[f][i + 1] >= ownSlots)
                return invalid();
            map.m_columns[f].slots.emplace_back(categories[f][i], categories[f][i + 1]);
        }
        if (!std::is_sorted(map.m_columns[f].slots.begin(), map.m_columns[f].slots.end()))
            return invalid();
    }
    const std::uint32_t slots = map.m_ownSlots + (overflowing ? overflowSlots : 0);
    for (std::uint32_t slot = 0; slot < slots; ++slot)
        map.addFrequencies(map.m_layout.numeric + slot);
    return map;
}

} // namespace wayreeve::planning
