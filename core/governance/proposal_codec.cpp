#include "governance/proposal_codec.h"

#include "governance/ruling_codec.h"
#include "planning/codec_parts.h"
#include "planning/plan_codec.h"

namespace wayreeve::governance {

namespace {

/// The numbers of ProposalState that are in use; the others are kept free.
bool isState(std::uint64_t n) {
    return n <= static_cast<std::uint64_t>(ProposalState::Dispatching) ||
           (n >= static_cast<std::uint64_t>(ProposalState::Dispatched) &&
            n <= static_cast<std::uint64_t>(ProposalState::Dismissed));
}

} // namespace

void encode(cbor::Writer& writer, const Proposal& proposal) {
    writer.array(25);
    writer.uint(proposal.number);
    writer.uint(proposal.decision);
    writer.uint(proposal.customer);
    writer.uint(proposal.journey);
    writer.uint(proposal.node);
    writer.uint(proposal.goal);
    planning::encode(writer, proposal.candidate);
    encode(writer, proposal.ruling);
    writer.real(proposal.confidence);
    writer.text(proposal.subject);
    writer.text(proposal.body);
    codec::writeEnum(writer, proposal.state);
    writer.instant(proposal.created);
    writer.instant(proposal.deadline);
    writer.instant(proposal.notBefore);
    writer.text(proposal.claimedBy);
    writer.instant(proposal.lockUntil);
    writer.text(proposal.firstApprover);
    writer.text(proposal.secondApprover);
    writer.text(proposal.rejectedBy);
    writer.text(proposal.reason);
    writer.boolean(proposal.edited);
    writer.text(proposal.editedBy);
    codec::writeSymbols(writer, proposal.voidReasons);
    codec::writeHash(writer, proposal.bound);
}

bool decode(cbor::Reader& reader, Proposal& proposal) {
    proposal = Proposal();
    codec::expectArray(reader, 25);
    proposal.number = reader.uint();
    proposal.decision = reader.uint();
    proposal.customer = codec::readWord(reader);
    proposal.journey = codec::readWord(reader);
    proposal.node = codec::readWord(reader);
    proposal.goal = codec::readWord(reader);
    planning::decode(reader, proposal.candidate);
    decode(reader, proposal.ruling);
    proposal.confidence = reader.real();
    proposal.subject = reader.text();
    proposal.body = reader.text();
    const std::uint64_t state = reader.uint();
    if (!isState(state))
        return reader.fail(), false;
    proposal.state = static_cast<ProposalState>(state);
    proposal.created = reader.instant();
    proposal.deadline = reader.instant();
    proposal.notBefore = reader.instant();
    proposal.claimedBy = reader.text();
    proposal.lockUntil = reader.instant();
    proposal.firstApprover = reader.text();
    proposal.secondApprover = reader.text();
    proposal.rejectedBy = reader.text();
    proposal.reason = reader.text();
    proposal.edited = reader.boolean();
    proposal.editedBy = reader.text();
    proposal.voidReasons = codec::readSymbols(reader);
    proposal.bound = codec::readHash(reader);
    return !reader.failed();
}

} // namespace wayreeve::governance
