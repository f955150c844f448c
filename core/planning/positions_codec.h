#pragma once

#include "base/cbor.h"
#include "planning/journey_flow.h"

namespace wayreeve::planning {

/// Positions = [instances, past]. Instance = [journey, node, entered, nodeEntered, wakeAt, lastDecision, dueAt,
/// leadingIntent, leadingIntentValue, again | inBaseline << 1]; past visit = [journey, left].
void encode(cbor::Writer& writer, const Positions& positions);
/// False (the reader failed) for anything that encode() never writes; `positions` is then unspecified.
bool decode(cbor::Reader& reader, Positions& positions);

/// A list of instances.
void encode(cbor::Writer& writer, const std::vector<Instance>& instances);
bool decode(cbor::Reader& reader, std::vector<Instance>& instances);

} // namespace wayreeve::planning
