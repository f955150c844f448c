#include "audit/events.h"

#include "audit/body.h"
#include "execution/dispatch_codec.h"
#include "governance/proposal_codec.h"
#include "governance/ruling_codec.h"
#include "learning/outcome_codec.h"
#include "planning/codec_parts.h"
#include "planning/plan_codec.h"

namespace wayreeve::audit {

namespace {

/// The numbers of ProposalState that are in use.
governance::ProposalState readState(cbor::Reader& reader) {
    const std::uint64_t n = reader.uint();
    const auto state = static_cast<governance::ProposalState>(n);
    if (n > UINT8_MAX || governance::nameOf(state).empty())
        return reader.fail(), governance::ProposalState::Proposed;
    return state;
}

} // namespace

std::vector<std::uint8_t> encode(const Entry& header, const DrawnRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 7);
    writer.uint(record.key);
    writer.uint(record.journey);
    writer.uint(record.node);
    codec::writeEnum(writer, record.arm);
    planning::encode(writer, record.candidate);
    governance::encode(writer, record.ruling);
    writer.uint(record.proposal);
    return writer.take();
}

Result<DrawnRecord> decodeDrawn(const Entry& entry) {
    return body::decode<DrawnRecord>(entry, {EntryKind::DrawnAction}, 7, [](cbor::Reader& reader, DrawnRecord& record) {
        record.key = reader.uint();
        record.journey = codec::readWord(reader);
        record.node = codec::readWord(reader);
        record.arm = codec::readEnum(reader, documents::Arm::Baseline);
        planning::decode(reader, record.candidate);
        governance::decode(reader, record.ruling);
        record.proposal = reader.uint();
    });
}

std::vector<std::uint8_t> encode(const Entry& header, const PersonRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 9);
    writer.uint(record.proposal);
    writer.uint(record.decision);
    writer.text(record.person);
    writer.text(record.verdict);
    writer.text(record.reason);
    writer.text(record.before);
    writer.text(record.after);
    codec::writeEnum(writer, record.state);
    codec::writeHash(writer, record.bound);
    return writer.take();
}

Result<PersonRecord> decodePerson(const Entry& entry) {
    return body::decode<PersonRecord>(entry,
                                      {EntryKind::Claim, EntryKind::Release, EntryKind::Edit, EntryKind::Verdict}, 9,
                                      [](cbor::Reader& reader, PersonRecord& record) {
                                          record.proposal = reader.uint();
                                          record.decision = reader.uint();
                                          record.person = reader.text();
                                          record.verdict = reader.text();
                                          record.reason = reader.text();
                                          record.before = reader.text();
                                          record.after = reader.text();
                                          record.state = readState(reader);
                                          record.bound = codec::readHash(reader);
                                      });
}

std::vector<std::uint8_t> encode(const Entry& header, const ProposalRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 4);
    writer.uint(record.proposal);
    writer.uint(record.decision);
    codec::writeEnum(writer, record.state);
    codec::writeSymbols(writer, record.reasons);
    return writer.take();
}

Result<ProposalRecord> decodeProposal(const Entry& entry) {
    return body::decode<ProposalRecord>(entry,
                                        {EntryKind::Expiry, EntryKind::Void, EntryKind::Supersede, EntryKind::Discard},
                                        4, [](cbor::Reader& reader, ProposalRecord& record) {
                                            record.proposal = reader.uint();
                                            record.decision = reader.uint();
                                            record.state = readState(reader);
                                            record.reasons = codec::readSymbols(reader);
                                        });
}

std::vector<std::uint8_t> encode(const Entry& header, const DidNotFitRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 3);
    writer.uint(record.decision);
    writer.uint(record.choice);
    writer.uint(record.budget);
    return writer.take();
}

Result<DidNotFitRecord> decodeDidNotFit(const Entry& entry) {
    return body::decode<DidNotFitRecord>(entry, {EntryKind::DidNotFit}, 3,
                                         [](cbor::Reader& reader, DidNotFitRecord& record) {
                                             record.decision = reader.uint();
                                             record.choice = codec::readWord(reader);
                                             record.budget = codec::readWord(reader);
                                         });
}

std::vector<std::uint8_t> encode(const Entry& header, const DispatchRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 1);
    execution::encode(writer, record.dispatch);
    return writer.take();
}

Result<DispatchRecord> decodeDispatch(const Entry& entry) {
    return body::decode<DispatchRecord>(
        entry, {EntryKind::Dispatch, EntryKind::DispatchResult}, 1,
        [](cbor::Reader& reader, DispatchRecord& record) { execution::decode(reader, record.dispatch); });
}

std::vector<std::uint8_t> encode(const Entry& header, const OutcomeRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 1);
    learning::encode(writer, record.outcome);
    return writer.take();
}

Result<OutcomeRecord> decodeOutcome(const Entry& entry) {
    return body::decode<OutcomeRecord>(
        entry, {EntryKind::Outcome, EntryKind::RewardClosed}, 1,
        [](cbor::Reader& reader, OutcomeRecord& record) { learning::decode(reader, record.outcome); });
}

std::vector<std::uint8_t> encode(const Entry& header, const ModelRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 3);
    writer.uint(record.updates);
    writer.uint(record.total);
    codec::writeHash(writer, record.hash);
    return writer.take();
}

Result<ModelRecord> decodeModel(const Entry& entry) {
    return body::decode<ModelRecord>(entry, {EntryKind::ModelUpdate}, 3, [](cbor::Reader& reader, ModelRecord& record) {
        record.updates = reader.uint();
        record.total = reader.uint();
        record.hash = codec::readHash(reader);
    });
}

std::vector<std::uint8_t> encode(const Entry& header, const ReviewRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 5);
    writer.uint(record.review);
    writer.uint(record.decision);
    writer.uint(static_cast<std::uint64_t>(record.state));
    writer.text(record.person);
    writer.text(record.reason);
    return writer.take();
}

Result<ReviewRecord> decodeReview(const Entry& entry) {
    return body::decode<ReviewRecord>(entry, {EntryKind::Review}, 5, [](cbor::Reader& reader, ReviewRecord& record) {
        record.review = reader.uint();
        record.decision = reader.uint();
        const std::uint64_t state = reader.uint();
        if (state > 2)
            reader.fail();
        record.state = static_cast<int>(state);
        record.person = reader.text();
        record.reason = reader.text();
    });
}

std::vector<std::uint8_t> encode(const Entry& header, const ConsentRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 5);
    writer.text(record.event);
    writer.text(record.messageId);
    writer.text(record.purpose);
    writer.text(record.channel);
    writer.boolean(record.granted);
    return writer.take();
}

Result<ConsentRecord> decodeConsent(const Entry& entry) {
    return body::decode<ConsentRecord>(entry, {EntryKind::Consent}, 5, [](cbor::Reader& reader, ConsentRecord& record) {
        record.event = reader.text();
        record.messageId = reader.text();
        record.purpose = reader.text();
        record.channel = reader.text();
        record.granted = reader.boolean();
    });
}

std::vector<std::uint8_t> encode(const Entry& header, const StopRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 2);
    writer.text(record.scope);
    writer.text(record.person);
    return writer.take();
}

Result<StopRecord> decodeStop(const Entry& entry) {
    return body::decode<StopRecord>(entry, {EntryKind::Stop, EntryKind::Lift}, 2,
                                    [](cbor::Reader& reader, StopRecord& record) {
                                        record.scope = reader.text();
                                        record.person = reader.text();
                                    });
}

std::vector<std::uint8_t> encode(const Entry& header, const MergeRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, record.probable ? 4 : 2);
    writer.uint(record.older);
    writer.uint(record.younger);
    if (record.probable) {
        writer.real(record.probability);
        writer.reals(record.evidence);
    }
    return writer.take();
}

Result<MergeRecord> decodeMerge(const Entry& entry) {
    cbor::Reader frame(entry.body);
    Entry header;
    const bool probable = body::readHeader(frame, header) == 4;
    return body::decode<MergeRecord>(entry, {EntryKind::Merge}, probable ? 4 : 2,
                                     [probable](cbor::Reader& reader, MergeRecord& record) {
                                         record.older = codec::readWord(reader);
                                         record.younger = codec::readWord(reader);
                                         record.probable = probable;
                                         if (!probable)
                                             return;
                                         record.probability = reader.real();
                                         record.evidence = reader.reals();
                                         if (!(record.probability >= 0) || record.probability > 1)
                                             reader.fail();
                                     });
}

std::vector<std::uint8_t> encode(const Entry& header, const UnmergeRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 4);
    writer.uint(record.older);
    writer.uint(record.younger);
    writer.text(record.person);
    writer.text(record.reason);
    return writer.take();
}

Result<UnmergeRecord> decodeUnmerge(const Entry& entry) {
    return body::decode<UnmergeRecord>(entry, {EntryKind::Unmerge}, 4, [](cbor::Reader& reader, UnmergeRecord& record) {
        record.older = codec::readWord(reader);
        record.younger = codec::readWord(reader);
        record.person = reader.text();
        record.reason = reader.text();
    });
}

std::vector<std::uint8_t> encode(const Entry& header, const ErasureRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 3);
    writer.array(record.customers.size());
    for (const std::uint32_t customer : record.customers)
        writer.uint(customer);
    writer.text(record.person);
    writer.text(record.reason);
    return writer.take();
}

Result<ErasureRecord> decodeErasure(const Entry& entry) {
    return body::decode<ErasureRecord>(entry, {EntryKind::Erasure}, 3, [](cbor::Reader& reader, ErasureRecord& record) {
        for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
            record.customers.push_back(codec::readWord(reader));
        record.person = reader.text();
        record.reason = reader.text();
    });
}

std::vector<std::uint8_t> encode(const Entry& header, const RunStartedRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 11);
    codec::writeHash(writer, record.documentSet);
    codec::writeHash(writer, record.names);
    writer.text(record.seed);
    writer.text(record.salt);
    writer.text(record.zoneData);
    writer.uint(record.customers);
    writer.uint(record.days);
    writer.integer(record.epoch.ms);
    writer.text(record.reviewers);
    writer.text(record.population);
    writer.array(record.models.size());
    for (const ModelConfiguration& model : record.models) {
        writer.array(2);
        writer.text(model.goal);
        codec::writeHash(writer, model.hash);
    }
    return writer.take();
}

namespace {

void readModels(cbor::Reader& reader, std::size_t count, RunStartedRecord& record) {
    for (; count > 0 && !reader.failed(); --count) {
        codec::expectArray(reader, 2);
        ModelConfiguration model;
        model.goal = reader.text();
        model.hash = codec::readHash(reader);
        record.models.push_back(std::move(model));
    }
}

} // namespace

Result<RunStartedRecord> decodeRunStarted(const Entry& entry) {
    const auto decodeAs = [&entry](std::size_t elements) {
        return body::decode<RunStartedRecord>(entry, {EntryKind::RunStarted}, elements,
                                              [elements](cbor::Reader& reader, RunStartedRecord& record) {
                                                  record.documentSet = codec::readHash(reader);
                                                  record.names = codec::readHash(reader);
                                                  record.seed = reader.text();
                                                  record.salt = reader.text();
                                                  record.zoneData = reader.text();
                                                  record.customers = reader.uint();
                                                  record.days = codec::readWord(reader);
                                                  record.epoch = {reader.integer()};
                                                  record.reviewers = reader.text();
                                                  record.population = reader.text();
                                                  readModels(reader, elements == 11 ? reader.array() : 0, record);
                                              });
    };
    auto record = decodeAs(11);
    return record ? record : decodeAs(10); // 10: before the models' configurations were kept
}

std::vector<std::uint8_t> encode(const Entry& header, const RunEndedRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, 2);
    writer.uint(record.decisions);
    writer.instant(record.at);
    return writer.take();
}

Result<RunEndedRecord> decodeRunEnded(const Entry& entry) {
    return body::decode<RunEndedRecord>(entry, {EntryKind::RunEnded}, 2,
                                        [](cbor::Reader& reader, RunEndedRecord& record) {
                                            record.decisions = reader.uint();
                                            record.at = reader.instant();
                                        });
}

} // namespace wayreeve::audit
