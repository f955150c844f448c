#include "audit/names.h"

#include "base/cbor.h"

namespace wayreeve::audit {

std::vector<std::uint8_t> encodeNames(const Symbols& symbols) {
    cbor::Writer writer;
    writer.array(symbols.size());
    for (const std::string& name : symbols.names())
        writer.text(name);
    return writer.take();
}

Hash256 hashOfNames(const Symbols& symbols) {
    return hashOf(encodeNames(symbols));
}

Result<Symbols> decodeNames(std::span<const std::uint8_t> bytes) {
    Symbols symbols;
    cbor::Reader reader(bytes);
    const std::size_t count = reader.array();
    for (std::size_t i = 0; i < count && !reader.failed(); ++i)
        if (symbols.intern(reader.text()) != i)
            reader.fail();
    if (reader.failed() || !reader.atEnd())
        return Error{"store.damaged", {{"object", "symbols"}}};
    return symbols;
}

} // namespace wayreeve::audit
