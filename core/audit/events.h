#pragma once

#include "audit/entry.h"
#include "base/value.h"
#include "execution/dispatch.h"
#include "governance/proposal.h"
#include "learning/outcome.h"

#include <string>
#include <vector>

namespace wayreeve::audit {

/// The small entries (100–300 B) that follow a decision. Each names its decision by key (audit/key.h).
struct DrawnRecord {
    std::uint64_t key = 0;
    Sym journey = 0;
    Sym node = 0;
    documents::Arm arm = documents::Arm::Baseline;
    planning::Candidate candidate;
    governance::Ruling ruling;
    std::uint64_t proposal = 0;
};
struct PersonRecord { ///< Claim, Release, Edit, Verdict
    std::uint64_t proposal = 0;
    std::uint64_t decision = 0;
    std::string person;
    std::string verdict; ///< "approve", "reject", or empty
    std::string reason;
    std::string before; ///< Edit: subject and body before and after, newline between
    std::string after;
    governance::ProposalState state = governance::ProposalState::Proposed;
    Hash256 bound;
};
struct ProposalRecord { ///< Expiry, Void, Supersede, Discard
    std::uint64_t proposal = 0;
    std::uint64_t decision = 0;
    governance::ProposalState state = governance::ProposalState::Voided;
    std::vector<Sym> reasons;
};
struct DidNotFitRecord {
    std::uint64_t decision = 0;
    std::uint32_t choice = 0; ///< index of the slot choice
    Sym budget = 0;
};
struct DispatchRecord { ///< Dispatch, DispatchResult
    execution::Dispatch dispatch;
};
struct OutcomeRecord { ///< Outcome, RewardClosed
    learning::Outcome outcome;
};
struct ModelRecord {
    std::uint64_t updates = 0; ///< in this epoch
    std::uint64_t total = 0;
    Hash256 hash; ///< of the updates in order
};
struct ReviewRecord { ///< Review: opened, or closed by a person
    std::uint64_t review = 0;
    std::uint64_t decision = 0;
    int state = 0; ///< as in ReviewRow: 0 open, 1 confirmed, 2 overturned
    std::string person;
    std::string reason;
};
struct ConsentRecord { ///< Consent: what the customer stated, as it came in
    std::string event; ///< "Consent Changed", "Unsubscribed", "Suppressed", "Unsuppressed"
    std::string messageId;
    std::string purpose; ///< empty = every purpose
    std::string channel; ///< empty = every channel
    bool granted = false;
};
struct StopRecord {
    std::string scope;
    std::string person;
};
struct MergeRecord {
    std::uint32_t older = 0;
    std::uint32_t younger = 0;
    bool probable = false;        ///< false: an id that both had used
    double probability = 1;       ///< where probable
    std::vector<double> evidence; ///< where probable: of each perception::Evidence, its part of the log-odds
};
struct UnmergeRecord { ///< a person undid a merge
    std::uint32_t older = 0;
    std::uint32_t younger = 0; ///< a customer of its own again
    std::string person;
    std::string reason;
};
struct ErasureRecord {                    ///< Erasure: who of the run's customers were that person, and who had it done
    std::vector<std::uint32_t> customers; ///< ascending
    std::string person;
    std::string reason;
};
/// By which configuration a goal's models learn and choose; two runs with the same one differ in data alone.
struct ModelConfiguration {
    std::string goal;
    Hash256 hash; ///< planning::configHash, as `bandit` prints it
    bool operator==(const ModelConfiguration&) const = default;
};
struct RunStartedRecord {
    Hash256 documentSet;
    Hash256 names; ///< of the string table that every symbol of the run indexes (audit/names.h)
    std::string seed;
    std::string salt;
    std::string zoneData;
    std::uint64_t customers = 0;
    std::uint32_t days = 0;
    Duration epoch;
    std::string reviewers;
    std::string population;
    std::vector<ModelConfiguration> models{}; ///< in the order of goals.yaml; empty in runs before they were kept
};
struct RunEndedRecord {
    std::uint64_t decisions = 0;
    Instant at;
};

// Each encodes header and payload as an entry's body.
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const DrawnRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const PersonRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const ProposalRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const DidNotFitRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const DispatchRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const OutcomeRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const ModelRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const ReviewRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const ConsentRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const StopRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const MergeRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const UnmergeRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const ErasureRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const RunStartedRecord& record);
[[nodiscard]] std::vector<std::uint8_t> encode(const Entry& header, const RunEndedRecord& record);

// Each refuses an entry of another kind or a damaged one with "record.damaged" (number).
[[nodiscard]] Result<DrawnRecord> decodeDrawn(const Entry& entry);
[[nodiscard]] Result<PersonRecord> decodePerson(const Entry& entry);
[[nodiscard]] Result<ProposalRecord> decodeProposal(const Entry& entry);
[[nodiscard]] Result<DidNotFitRecord> decodeDidNotFit(const Entry& entry);
[[nodiscard]] Result<DispatchRecord> decodeDispatch(const Entry& entry);
[[nodiscard]] Result<OutcomeRecord> decodeOutcome(const Entry& entry);
[[nodiscard]] Result<ModelRecord> decodeModel(const Entry& entry);
[[nodiscard]] Result<ReviewRecord> decodeReview(const Entry& entry);
[[nodiscard]] Result<ConsentRecord> decodeConsent(const Entry& entry);
[[nodiscard]] Result<StopRecord> decodeStop(const Entry& entry);
[[nodiscard]] Result<MergeRecord> decodeMerge(const Entry& entry);
[[nodiscard]] Result<UnmergeRecord> decodeUnmerge(const Entry& entry);
[[nodiscard]] Result<ErasureRecord> decodeErasure(const Entry& entry);
[[nodiscard]] Result<RunStartedRecord> decodeRunStarted(const Entry& entry);
[[nodiscard]] Result<RunEndedRecord> decodeRunEnded(const Entry& entry);

/// The header alone (kind, epoch, time, customer, sequence) from stored bytes.
[[nodiscard]] Result<Entry> decodeHeader(std::uint64_t number, std::vector<std::uint8_t> body);

/// The header alone as bytes that decodeHeader reads: all of an entry that stays readable when it is erased.
[[nodiscard]] std::vector<std::uint8_t> headerOf(const Entry& entry);
/// What stands in the place of an erased entry, from its header's bytes: kind Erased, the rest of the header as it was,
/// no hash. Every decoder answers "record.erased" (number) to it.
[[nodiscard]] Result<Entry> erasedEntry(std::uint64_t number, std::vector<std::uint8_t> header);
[[nodiscard]] EntryKind kindBefore(const Entry& erased); ///< what an erased entry had been

/// The opened record as a JSON value with names instead of symbols: what `export --records` writes, one canonical line
/// each. No wall-clock times, links or signatures. Of an erased one, its header and "was", its kind before. Error
/// "record.damaged".
[[nodiscard]] Result<Value> openedJson(const Entry& entry, const Symbols& symbols);

} // namespace wayreeve::audit
