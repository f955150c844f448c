#pragma once

#include "base/cbor.h"
#include "learning/outcome.h"

namespace wayreeve::learning {

/// Outcome = [kind, decision, customer, goal, event, at, money, reward, harmed, learned].
void encode(cbor::Writer& writer, const Outcome& outcome);
/// OpenReward = [decision, goal, action, from, until, credited | harmed << 1 | learns << 2, context].
void encode(cbor::Writer& writer, const OpenReward& reward);
/// ModelUpdate = [context, reward, harm].
void encode(cbor::Writer& writer, const ModelUpdate& update);
/// LearningContext = [goal, arm, kind of each field (bytes), categories (uint32 array), numbers (float64 array)].
void encodeContext(cbor::Writer& writer, const planning::LearningContext& context);

/// Each false (the reader failed) for anything that the encoder never writes; the target is then unspecified.
bool decode(cbor::Reader& reader, Outcome& outcome);
bool decode(cbor::Reader& reader, OpenReward& reward);
bool decode(cbor::Reader& reader, ModelUpdate& update);
bool decodeContext(cbor::Reader& reader, planning::LearningContext& context);

} // namespace wayreeve::learning
