#include "base/cbor.h"

#include "base/text.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace wayreeve::cbor {

namespace {

enum Major : std::uint8_t { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };

constexpr std::uint8_t falseByte = 0xF4, trueByte = 0xF5, nullByte = 0xF6, doubleByte = 0xFB;
constexpr std::uint64_t tagBigNumber = 2, tagNegativeBigNumber = 3, tagDecimal = 4; // RFC 8949
constexpr std::uint64_t tagDate = 100;                                              // RFC 8943: days since 1970
constexpr std::uint64_t tagTime = 60'001, tagInstant = 60'002, tagDuration = 60'003, tagMonths = 60'004;
constexpr std::uint64_t tagUint32s = 70, tagDoubles = 86; // RFC 8746
constexpr int deepest = 64;

__extension__ typedef unsigned __int128 UInt128;

bool fits64(Int128 n) {
    return n >= std::numeric_limits<std::int64_t>::min() && n <= std::numeric_limits<std::int64_t>::max();
}

template <class Word>
void appendLittleEndian(std::vector<std::uint8_t>& out, Word word) {
    for (std::size_t i = 0; i < sizeof word; ++i)
        out.push_back(static_cast<std::uint8_t>(word >> (8 * i)));
}

template <class Word>
Word littleEndian(const std::uint8_t* bytes) {
    Word word = 0;
    for (std::size_t i = sizeof word; i-- > 0;)
        word = static_cast<Word>(word << 8) | bytes[i];
    return word;
}

std::uint64_t bitsOf(double x) {
    assert(std::isfinite(x));
    return std::isfinite(x) && x != 0.0 ? std::bit_cast<std::uint64_t>(x) : 0; // one zero, and never a NaN
}

/// The only doubles that a Writer writes.
bool isRecordable(double x) {
    return std::isfinite(x) && (x != 0.0 || !std::signbit(x));
}

void writeNumber(Writer& writer, const Decimal& number) {
    if (const auto integer = number.toInteger()) {
        writer.integer(*integer);
        return;
    }
    writer.tag(tagDecimal);
    writer.array(2);
    writer.integer(number.exponent());
    const Int128 coefficient = number.coefficient();
    if (fits64(coefficient)) {
        writer.integer(static_cast<std::int64_t>(coefficient));
        return;
    }
    // A bignum of tag 3 stands for −1 − n.
    auto n = static_cast<UInt128>(coefficient < 0 ? -1 - coefficient : coefficient);
    std::vector<std::uint8_t> bytes;
    for (; n != 0; n >>= 8)
        bytes.push_back(static_cast<std::uint8_t>(n));
    std::reverse(bytes.begin(), bytes.end());
    writer.tag(coefficient < 0 ? tagNegativeBigNumber : tagBigNumber);
    writer.bytes(bytes);
}

void writeContext(Writer& writer, const Context& context) {
    std::vector<const Context::value_type*> members;
    members.reserve(context.size());
    for (const auto& member : context)
        members.push_back(&member);
    // The encoding begins with the length, so the bytewise order of encodings is by length, then by bytes.
    std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) {
        return a->first.size() != b->first.size() ? a->first.size() < b->first.size() : a->first < b->first;
    });
    writer.map(members.size());
    for (const auto* member : members) {
        writer.text(member->first);
        writer.value(member->second);
    }
}

} // namespace

void Writer::head(std::uint8_t major, std::uint64_t n) {
    const auto first = static_cast<std::uint8_t>(major << 5);
    if (n < 24) {
        m_bytes.push_back(static_cast<std::uint8_t>(first | n));
        return;
    }
    const int size = n <= 0xFF ? 0 : n <= 0xFFFF ? 1 : n <= 0xFFFF'FFFF ? 2 : 3;
    m_bytes.push_back(static_cast<std::uint8_t>(first | (24 + size)));
    for (int shift = 8 * (1 << size); shift > 0;) {
        shift -= 8;
        m_bytes.push_back(static_cast<std::uint8_t>(n >> shift));
    }
}

void Writer::array(std::size_t count) {
    head(Array, count);
}
void Writer::map(std::size_t pairs) {
    head(Map, pairs);
}
void Writer::uint(std::uint64_t n) {
    head(Unsigned, n);
}
void Writer::integer(std::int64_t n) {
    if (n >= 0)
        head(Unsigned, static_cast<std::uint64_t>(n));
    else
        head(Negative, ~static_cast<std::uint64_t>(n)); // −1 − n
}
void Writer::boolean(bool b) {
    m_bytes.push_back(b ? trueByte : falseByte);
}
void Writer::null() {
    m_bytes.push_back(nullByte);
}
void Writer::tag(std::uint64_t number) {
    head(Tag, number);
}

void Writer::real(double x) {
    const std::uint64_t bits = bitsOf(x);
    m_bytes.push_back(doubleByte);
    for (int shift = 56; shift >= 0; shift -= 8)
        m_bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
}

void Writer::text(std::string_view s) {
    head(Text, s.size());
    m_bytes.insert(m_bytes.end(), s.begin(), s.end());
}

void Writer::bytes(std::span<const std::uint8_t> b) {
    head(Bytes, b.size());
    m_bytes.insert(m_bytes.end(), b.begin(), b.end());
}

void Writer::reals(std::span<const double> column) {
    tag(tagDoubles);
    head(Bytes, column.size() * sizeof(double));
    for (const double x : column)
        appendLittleEndian(m_bytes, bitsOf(x));
}

void Writer::uints(std::span<const std::uint32_t> column) {
    tag(tagUint32s);
    head(Bytes, column.size() * sizeof(std::uint32_t));
    for (const std::uint32_t n : column)
        appendLittleEndian(m_bytes, n);
}

void Writer::value(const Value& v) {
    const auto tagged = [&](std::uint64_t number, std::int64_t n) {
        tag(number);
        integer(n);
    };
    switch (v.type()) {
    case Value::Type::Null:
        return null();
    case Value::Type::Boolean:
        return boolean(v.isTrue());
    case Value::Type::Number:
        return writeNumber(*this, *v.number());
    case Value::Type::Text:
        return text(*v.text());
    case Value::Type::Date:
        return tagged(tagDate, v.date()->dayNumber);
    case Value::Type::Time:
        return tagged(tagTime, v.time()->msOfDay);
    case Value::Type::DateTime:
        return tagged(tagInstant, v.dateTime()->ms);
    case Value::Type::Duration:
        return tagged(tagDuration, v.duration()->ms);
    case Value::Type::Months:
        return tagged(tagMonths, v.months()->count);
    case Value::Type::List:
        array(v.list()->size());
        for (const Value& element : *v.list())
            value(element);
        return;
    case Value::Type::Context:
        return writeContext(*this, *v.context());
    }
}

/// The argument of a head of that major type, in its shortest form only.
bool Reader::head(std::uint8_t major, std::uint64_t& n) {
    n = 0;
    if (m_failed || atEnd() || m_bytes[m_position] >> 5 != major)
        return m_failed = true, false;
    const unsigned argument = m_bytes[m_position] & 31U;
    if (argument < 24) {
        n = argument;
        ++m_position;
        return true;
    }
    const std::size_t length = argument <= 27 ? std::size_t{1} << (argument - 24) : 0;
    if (length == 0 || m_bytes.size() - m_position - 1 < length)
        return m_failed = true, false;
    for (std::size_t i = 1; i <= length; ++i)
        n = (n << 8) | m_bytes[m_position + i];
    const std::uint64_t smallest = length == 1 ? 24 : std::uint64_t{1} << (4 * length);
    if (n < smallest) {
        n = 0;
        return m_failed = true, false;
    }
    m_position += 1 + length;
    return true;
}

// Every element takes a byte at least, so a count beyond what is left is a lie, and nobody reserves memory for it.
std::size_t Reader::array() {
    std::uint64_t n = 0;
    if (!head(Array, n) || n > m_bytes.size() - m_position)
        return m_failed = true, 0;
    return n;
}

std::size_t Reader::map() {
    std::uint64_t n = 0;
    if (!head(Map, n) || n > (m_bytes.size() - m_position) / 2)
        return m_failed = true, 0;
    return n;
}

std::uint64_t Reader::uint() {
    std::uint64_t n = 0;
    head(Unsigned, n);
    return n;
}

std::int64_t Reader::integer() {
    std::uint64_t n = 0;
    const bool negative = !m_failed && !atEnd() && m_bytes[m_position] >> 5 == Negative;
    if (!head(negative ? Negative : Unsigned, n) || n > static_cast<std::uint64_t>(INT64_MAX))
        return m_failed = true, 0;
    return negative ? -1 - static_cast<std::int64_t>(n) : static_cast<std::int64_t>(n);
}

bool Reader::boolean() {
    if (m_failed || atEnd() || (m_bytes[m_position] != trueByte && m_bytes[m_position] != falseByte))
        return m_failed = true, false;
    return m_bytes[m_position++] == trueByte;
}

bool Reader::nextIsNull() {
    if (m_failed || atEnd() || m_bytes[m_position] != nullByte)
        return false;
    ++m_position;
    return true;
}

double Reader::real() {
    if (m_failed || m_bytes.size() - m_position < 9 || m_bytes[m_position] != doubleByte)
        return m_failed = true, 0.0;
    std::uint64_t bits = 0;
    for (std::size_t i = 1; i <= 8; ++i)
        bits = (bits << 8) | m_bytes[m_position + i];
    const double x = std::bit_cast<double>(bits);
    if (!isRecordable(x))
        return m_failed = true, 0.0;
    m_position += 9;
    return x;
}

std::string Reader::text() {
    std::uint64_t n = 0;
    if (!head(Text, n) || n > m_bytes.size() - m_position)
        return m_failed = true, std::string();
    const auto from = m_bytes.begin() + static_cast<std::ptrdiff_t>(m_position);
    std::string s(from, from + static_cast<std::ptrdiff_t>(n));
    if (!isValidUtf8(s))
        return m_failed = true, std::string();
    m_position += n;
    return s;
}

std::vector<std::uint8_t> Reader::bytes() {
    std::uint64_t n = 0;
    if (!head(Bytes, n) || n > m_bytes.size() - m_position)
        return m_failed = true, std::vector<std::uint8_t>();
    const auto from = m_bytes.begin() + static_cast<std::ptrdiff_t>(m_position);
    m_position += n;
    return {from, from + static_cast<std::ptrdiff_t>(n)};
}

std::vector<double> Reader::reals() {
    std::uint64_t number = 0;
    if (!head(Tag, number) || number != tagDoubles)
        return m_failed = true, std::vector<double>();
    const auto raw = bytes();
    if (raw.size() % sizeof(double) != 0)
        return m_failed = true, std::vector<double>();
    std::vector<double> column(raw.size() / sizeof(double));
    for (std::size_t i = 0; i < column.size(); ++i) {
        column[i] = std::bit_cast<double>(littleEndian<std::uint64_t>(raw.data() + i * sizeof(double)));
        if (!isRecordable(column[i]))
            return m_failed = true, std::vector<double>();
    }
    return column;
}

std::vector<std::uint32_t> Reader::uints() {
    std::uint64_t number = 0;
    if (!head(Tag, number) || number != tagUint32s)
        return m_failed = true, std::vector<std::uint32_t>();
    const auto raw = bytes();
    if (raw.size() % sizeof(std::uint32_t) != 0)
        return m_failed = true, std::vector<std::uint32_t>();
    std::vector<std::uint32_t> column(raw.size() / sizeof(std::uint32_t));
    for (std::size_t i = 0; i < column.size(); ++i)
        column[i] = littleEndian<std::uint32_t>(raw.data() + i * sizeof(std::uint32_t));
    return column;
}

Value Reader::value() {
    Value read = valueAt(0);
    return m_failed ? Value() : read;
}

Value Reader::valueAt(int depth) {
    if (m_failed || atEnd() || depth > deepest)
        return m_failed = true, Value();
    switch (m_bytes[m_position] >> 5) {
    case Unsigned:
    case Negative:
        return integer();
    case Text:
        return text();
    case Array:
        return listAt(depth);
    case Map:
        return contextAt(depth);
    case Tag:
        return taggedValue();
    case Simple:
        return nextIsNull() ? Value() : Value(boolean());
    default:
        return m_failed = true, Value();
    }
}

Value Reader::listAt(int depth) {
    List list;
    for (std::size_t count = array(); count > 0 && !m_failed; --count)
        list.push_back(valueAt(depth + 1));
    return m_failed ? Value() : Value(std::move(list));
}

Value Reader::contextAt(int depth) {
    Context context;
    std::span<const std::uint8_t> before;
    for (std::size_t count = map(); count > 0 && !m_failed; --count) {
        const std::size_t start = m_position;
        std::string key = text();
        const auto encoded = m_bytes.subspan(start, m_position - start);
        if (!before.empty() &&
            !std::lexicographical_compare(before.begin(), before.end(), encoded.begin(), encoded.end()))
            m_failed = true; // out of order, or twice
        before = encoded;
        context.emplace_back(std::move(key), valueAt(depth + 1));
    }
    return m_failed ? Value() : Value(std::move(context));
}

Value Reader::taggedValue() {
    std::uint64_t number = 0;
    head(Tag, number);
    if (number == tagDecimal)
        return decimal();
    const std::int64_t n = integer();
    const auto within = [&](std::int64_t low, std::int64_t high) {
        m_failed = m_failed || n < low || n > high;
        return !m_failed;
    };
    switch (number) {
    case tagDate:
        return within(INT32_MIN, INT32_MAX) ? Value(Date{static_cast<std::int32_t>(n)}) : Value();
    case tagTime:
        return within(0, 86'399'999) ? Value(TimeOfDay{static_cast<std::int32_t>(n)}) : Value();
    case tagInstant:
        return m_failed ? Value() : Value(Instant{n});
    case tagDuration:
        return m_failed ? Value() : Value(Duration{n});
    case tagMonths:
        return m_failed ? Value() : Value(Months{n});
    default:
        return m_failed = true, Value();
    }
}

Value Reader::decimal() {
    if (array() != 2)
        m_failed = true;
    const std::int64_t exponent = integer();
    Int128 coefficient = 0;
    if (!m_failed && !atEnd() && m_bytes[m_position] >> 5 == Tag) {
        std::uint64_t number = 0;
        head(Tag, number);
        const auto raw = bytes();
        if (m_failed || (number != tagBigNumber && number != tagNegativeBigNumber) || raw.empty() || raw.front() == 0 ||
            raw.size() > 15)
            return m_failed = true, Value();
        for (const std::uint8_t b : raw)
            coefficient = coefficient * 256 + b;
        if (number == tagNegativeBigNumber)
            coefficient = -1 - coefficient;
        m_failed = m_failed || fits64(coefficient);
    } else {
        coefficient = integer();
    }
    if (m_failed || exponent < INT16_MIN || exponent > INT16_MAX)
        return m_failed = true, Value();
    // Only the form that a Writer gives: normalised, within the range, and not an integer of 64 bits.
    const Decimal decimal = Decimal::fromParts(coefficient, static_cast<int>(exponent));
    if (decimal.coefficient() != coefficient || decimal.exponent() != exponent || decimal.toInteger())
        return m_failed = true, Value();
    return decimal;
}

} // namespace wayreeve::cbor
