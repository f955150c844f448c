#include "interpretation/signal_codec.h"

namespace wayreeve::interpretation {
namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t fields = 9;

Sym readSymbol(cbor::Reader& reader, const Symbols& symbols) {
    const std::uint64_t symbol = reader.uint();
    if (symbol < symbols.size())
        return static_cast<Sym>(symbol);
    reader.fail();
    return 0;
}

} // namespace

void encode(cbor::Writer& writer, const SignalMemory& memory, const Symbols&) {
    std::vector<double> values;
    values.reserve(memory.levels.size());
    for (const auto& level : memory.levels)
        values.push_back(level.value);
    writer.array(fields);
    writer.uint(version);
    writer.reals(values);
    writer.array(memory.levels.size());
    for (const auto& level : memory.levels)
        writer.instant(level.at);
    writer.uint(memory.stage);
    writer.uint(memory.previousStage);
    writer.instant(memory.caseOpened);
    writer.instant(memory.caseClosed);
    writer.array(memory.frustrations.size());
    for (const Instant at : memory.frustrations)
        writer.instant(at);
    writer.integer(memory.frustratedInCase);
}

Result<SignalMemory> decodeSignalMemory(cbor::Reader& reader, const Symbols& symbols) {
    SignalMemory memory;
    if (reader.array() != fields || reader.uint() != version)
        reader.fail();
    const auto values = reader.reals();
    if (reader.array() != values.size())
        reader.fail();
    for (std::size_t i = 0; i < values.size() && !reader.failed(); ++i)
        memory.levels.push_back({values[i], reader.instant()});
    memory.stage = readSymbol(reader, symbols);
    memory.previousStage = readSymbol(reader, symbols);
    memory.caseOpened = reader.instant();
    memory.caseClosed = reader.instant();
    const std::size_t frustrations = reader.array();
    for (std::size_t i = 0; i < frustrations && !reader.failed(); ++i)
        memory.frustrations.push_back(reader.instant());
    const std::int64_t inCase = reader.integer();
    if (inCase < 0 || inCase > INT32_MAX)
        reader.fail();
    if (reader.failed())
        return Error{"state.invalid", {{"part", "signals"}}, {}, 0, 0};
    memory.frustratedInCase = static_cast<int>(inCase);
    return memory;
}

} // namespace wayreeve::interpretation
