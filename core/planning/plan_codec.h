#pragma once

#include "base/cbor.h"
#include "planning/plan.h"

#include <span>
#include <vector>

namespace wayreeve::planning {

/// Plans as decision records keep them (docs/formats: columns, engine-facts' measured form).
///
/// Plan = [candidates, choices, steps, waitUntil].
/// Candidates = [count, agents, actions, contents, tones, packed, removedBy, sendAt, discounts, amounts, raises,
/// scores]: agents … removedBy are uint32 typed arrays; packed = channel | slot << 4 | risk << 8 | gate << 12 |
/// scored << 16; sendAt is an array: the first instant, then differences to it; discounts and amounts are arrays of
/// decimals; raises = [end of each candidate's part, ids].
/// scores = [11 float64 columns in the order of ScoreParts, terms, penalties], over the scored candidates only: a
/// candidate that is not scored keeps no numbers (it reads back with default ScoreParts). terms and penalties = [end of
/// each scored candidate's part, ids, amounts].
/// Choice = [slot, agent, chosen, leader, probability, confidence, explored, forced, draw]; step = [step, result,
/// detail].
void encode(cbor::Writer& writer, const Plan& plan);
/// False (the reader failed) for anything that encode() never writes; `plan` is then unspecified.
bool decode(cbor::Reader& reader, Plan& plan);

void encodeCandidates(cbor::Writer& writer, std::span<const Candidate> candidates);
bool decodeCandidates(cbor::Reader& reader, std::vector<Candidate>& candidates);

/// One candidate by itself: the columns with a single row.
void encode(cbor::Writer& writer, const Candidate& candidate);
bool decode(cbor::Reader& reader, Candidate& candidate);

} // namespace wayreeve::planning
