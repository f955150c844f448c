#pragma once

#include "base/cbor.h"
#include "base/decimal.h"
#include "base/hash.h"
#include "base/symbols.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

/// Pieces that the codecs of decisions, rulings, proposals, dispatches and outcomes share. Every codec writes one
/// positional array in one possible way; reading anything else fails the Reader and never reads out of bounds.
namespace wayreeve::codec {

/// Opens a positional array of exactly `count` elements.
inline bool expectArray(cbor::Reader& reader, std::size_t count) {
    if (reader.array() != count)
        reader.fail();
    return !reader.failed();
}

template <class Enum>
void writeEnum(cbor::Writer& writer, Enum value) {
    writer.uint(static_cast<std::uint64_t>(value));
}

/// Numbers above `last` are refused.
template <class Enum>
Enum readEnum(cbor::Reader& reader, Enum last) {
    const std::uint64_t n = reader.uint();
    if (n > static_cast<std::uint64_t>(last))
        return reader.fail(), Enum{};
    return static_cast<Enum>(n);
}

/// A symbol or any other 32-bit number.
inline std::uint32_t readWord(cbor::Reader& reader) {
    const std::uint64_t n = reader.uint();
    if (n > UINT32_MAX)
        return reader.fail(), 0;
    return static_cast<std::uint32_t>(n);
}

/// A short list of symbols as an array: one to three bytes each.
inline void writeSymbols(cbor::Writer& writer, std::span<const Sym> symbols) {
    writer.array(symbols.size());
    for (const Sym symbol : symbols)
        writer.uint(symbol);
}

inline std::vector<Sym> readSymbols(cbor::Reader& reader) {
    std::vector<Sym> symbols(reader.array());
    for (Sym& symbol : symbols)
        symbol = readWord(reader);
    return reader.failed() ? std::vector<Sym>() : symbols;
}

inline void writeDecimal(cbor::Writer& writer, const Decimal& number) {
    if (number.isZero())
        writer.uint(0);
    else
        writer.value(Value(number));
}

inline Decimal readDecimal(cbor::Reader& reader) {
    const Value value = reader.value();
    if (value.number() == nullptr)
        return reader.fail(), Decimal();
    return *value.number();
}

inline void writeHash(cbor::Writer& writer, const Hash256& hash) {
    writer.bytes(hash.bytes);
}

inline Hash256 readHash(cbor::Reader& reader) {
    const std::vector<std::uint8_t> bytes = reader.bytes();
    Hash256 hash;
    if (bytes.size() != hash.bytes.size())
        return reader.fail(), hash;
    std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
    return hash;
}

} // namespace wayreeve::codec
