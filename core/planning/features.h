#pragma once

#include "base/cbor.h"
#include "base/result.h"
#include "base/symbols.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace wayreeve::planning {

/// One field of a context row. A non-finite number is missing; |numbers| are cut at 1e15.
struct FieldValue {
    enum class Kind : std::uint8_t { Missing, Number, Category };

    Kind kind = Kind::Missing;
    std::uint32_t category = 0;
    double number = 0.0;

    static FieldValue missing() { return {}; }
    static FieldValue ofNumber(double number);
    static FieldValue ofCategory(std::uint32_t category) { return {Kind::Category, category, 0.0}; }
};

/// A declared field. Booleans are numbers 0 and 1. A row's value of another kind than declared counts as missing.
struct FieldSpec {
    enum class Kind : std::uint8_t { Numeric, Category };

    Sym id = 0;
    Kind kind = Kind::Numeric;
    bool operator==(const FieldSpec&) const = default;
};

/// Where things stand in a feature vector: x = [1 | numeric z | Fourier | category slots, in blocks of 8].
/// The order differs from value-model.md's [1 | linear z | Fourier] in that categories come last, so that a new
/// category appends and never moves a feature. 1 + numeric + fourier is a multiple of 8, fourier ≥ 32.
struct FeatureLayout {
    std::uint32_t numeric = 0;
    std::uint32_t fourier = 39;

    [[nodiscard]] std::uint32_t firstFourier() const { return 1 + numeric; }
    [[nodiscard]] std::uint32_t firstCategory() const { return 1 + numeric + fourier; }
    bool operator==(const FeatureLayout&) const = default;
};

/// Turns context rows into feature vectors (value-model.md, "Features"): running z-scores squashed by z/√(1+z²/4), a
/// logarithm where the field is skewed, one slot per category, and cosines of random projections of all of these
/// (Rahimi & Recht 2007). Frequencies and phases are pure functions of (seed, slot, i).
///
/// Its statistics are shared state: `encode` only reads and may run on many threads; `observe` changes them and belongs
/// to the serial merge. Feature vectors are floats whose length is a multiple of 8; it grows as categories appear, and
/// a vector made earlier stays valid: a ValueModel reads missing features as 0.
class FeatureMap {
public:
    static constexpr std::uint32_t maxSlots = 150; ///< numeric fields and categories together
    static constexpr std::uint32_t leastFourier =
        32; ///< cosines; more, so that 1 + numeric + cosines is a multiple of 8
    static constexpr std::uint32_t overflowSlots = 16; ///< the last of them, shared by hash once the others are taken

    FeatureMap(std::vector<FieldSpec> fields, std::uint64_t seed);

    [[nodiscard]] const std::vector<FieldSpec>& fields() const { return m_fields; }
    [[nodiscard]] const FeatureLayout& layout() const { return m_layout; }
    [[nodiscard]] std::size_t width() const; ///< D, a multiple of 8

    /// `row` has one value per declared field, in order; missing trailing values are missing.
    void encode(std::span<const FieldValue> row, std::vector<float>& out) const;
    /// Takes the row into the statistics and gives new categories their slots.
    void observe(std::span<const FieldValue> row);

    /// The linear feature that a field's value occupies: `index` into the vector and what it adds there. Weight 0 where
    /// the value is missing, unseen or without spread. Fields may share an overflow slot; their weights add up there.
    struct LinearTerm {
        std::uint32_t index = 0;
        float weight = 0.0F;
    };
    [[nodiscard]] LinearTerm linearTerm(std::size_t field, const FieldValue& value) const;

    void encode(cbor::Writer& writer) const;
    /// Error "model.state-invalid" with `part` = "features".
    [[nodiscard]] static Result<FeatureMap> decode(cbor::Reader& reader);

private:
    /// Count, mean and the sums of squared and cubed deviations (Welford; Pébay 2008 for the third).
    struct Moments {
        double count = 0.0, mean = 0.0, m2 = 0.0, m3 = 0.0;
        void add(double v);
        [[nodiscard]] double deviation() const;
        [[nodiscard]] double skewness() const;
    };
    struct Numeric {
        Moments plain, logged;
        double absoluteSum = 0.0;
        bool useLogged = false;
        [[nodiscard]] double loggedValue(double v) const;
    };
    struct Column {
        std::uint32_t numeric = 0;                                  ///< index into m_numeric (numeric fields)
        std::vector<std::pair<std::uint32_t, std::uint32_t>> slots; ///< category → category slot, sorted
    };

    void addFrequencies(std::uint32_t slot);
    void observeNumber(Numeric& field, double v);
    void observeCategory(std::size_t field, std::uint32_t category);
    [[nodiscard]] std::uint32_t capacityOfOwnSlots() const;
    [[nodiscard]] std::uint32_t overflowSlot(std::size_t field, std::uint32_t category) const;

    std::vector<FieldSpec> m_fields;
    std::uint64_t m_seed;
    FeatureLayout m_layout;
    std::vector<Column> m_columns;
    std::vector<Numeric> m_numeric;
    std::uint32_t m_ownSlots = 0;     ///< category slots with one category each
    bool m_overflowing = false;       ///< the overflow slots exist
    std::vector<float> m_phases;      ///< padded to a multiple of 4
    std::vector<float> m_frequencies; ///< one row per slot, padded likewise
};

} // namespace wayreeve::planning
