#pragma once

#include "base/result.h"
#include "base/time.h"
#include "base/value.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::cbor {

/// Writes deterministic CBOR (RFC 8949 §4.2): shortest heads, definite lengths; doubles always as 64-bit floats, −0
/// written as 0, never NaN or infinity (asserted). Not thread-safe; clear() keeps the memory.
class Writer {
public:
    void array(std::size_t count); ///< the head; the elements follow
    void map(std::size_t pairs);   ///< the caller writes keys in bytewise order of their encoding
    void uint(std::uint64_t n);
    void integer(std::int64_t n);
    void boolean(bool b);
    void null();
    void real(double x);
    void text(std::string_view s);
    void bytes(std::span<const std::uint8_t> b);
    void tag(std::uint64_t number);
    void instant(Instant t) { integer(t.ms); }
    /// Any Value, at most 64 levels deep (deeper ones cannot be read back). Numbers: an integer where 64 bits hold it,
    /// else tag 4 [exponent, coefficient], the coefficient a bignum (tags 2, 3) beyond 64 bits. Date: tag 100 days
    /// since 1970 (RFC 8943). Our own tags: 60001 time of day, 60002 instant, 60003 duration (all ms), 60004 months.
    /// Contexts are maps sorted by encoded key: the order in which keys were written is not kept.
    void value(const Value& v);
    void reals(std::span<const double> column);        ///< RFC 8746 tag 86: little-endian float64 array
    void uints(std::span<const std::uint32_t> column); ///< RFC 8746 tag 70: little-endian uint32 array

    void clear() { m_bytes.clear(); }
    [[nodiscard]] const std::vector<std::uint8_t>& data() const { return m_bytes; }
    [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(m_bytes); }

private:
    void head(std::uint8_t major, std::uint64_t n);
    std::vector<std::uint8_t> m_bytes;
};

/// Reads what Writer writes, and refuses everything else: after the first mismatch `failed()` is true, every later read
/// answers an empty value, and nothing is ever read out of bounds. Safe on hostile input.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes) {}

    std::size_t array();
    std::size_t map();
    std::uint64_t uint();
    std::int64_t integer();
    bool boolean();
    bool nextIsNull(); ///< true: a null was read
    double real();
    std::string text();
    std::vector<std::uint8_t> bytes();
    Instant instant() { return {integer()}; }
    Value value();
    std::vector<double> reals();
    std::vector<std::uint32_t> uints();

    void fail() { m_failed = true; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_position == m_bytes.size(); }

private:
    bool head(std::uint8_t major, std::uint64_t& n);
    Value valueAt(int depth);
    Value listAt(int depth);
    Value contextAt(int depth);
    Value taggedValue();
    Value decimal();
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
};

} // namespace wayreeve::cbor
