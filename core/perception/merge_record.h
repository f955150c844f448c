#pragma once

#include "base/cbor.h"
#include "perception/identity.h"
#include "perception/perceiver.h"
#include "perception/stitching_model.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace wayreeve::perception {

enum class MergeCause : std::uint8_t { SharedId, Probable };

/// Everything that it takes to undo one merge: both customers' bytes as they were before it, and what came since. Made
/// when two customers merge, told of every event of the merged one until it is undone; a value that is stored beside
/// the customer (encode). Used by the customer's own thread.
class MergeRecord {
public:
    MergeRecord() = default;
    /// Before mergeInto. `gone` is the younger one that `kept` takes over.
    MergeRecord(const Customer& kept, const Customer& gone, Instant at, const Symbols& symbols);
    /// The same for a probable one, with what spoke for it.
    MergeRecord(const Customer& kept, const Customer& gone, Instant at, const Symbols& symbols, double probability,
                const EvidenceRow& evidence);

    /// An event that was folded into the merged customer, in the order of folding: after the merge, or in the same
    /// epoch with it, the linking event first.
    void note(const Event& event);
    /// The merged customer has absorbed a third one, whom `link` names together with it. Before mergeInto, and before
    /// `link` itself is noted.
    void noteAbsorbed(const Customer& third, const Event& link, const Symbols& symbols);

    /// The absorption of `third` was undone: what came since is `since` instead, the events that stayed. False, and the
    /// record is of no use any more, where others were absorbed after that one.
    [[nodiscard]] bool withdraw(CustomerNo third, const std::vector<Event>& since, const Symbols& symbols);

    /// Both as they were before the merge. "state.invalid".
    [[nodiscard]] Result<Customer> keptBefore(const Symbols& symbols) const;
    [[nodiscard]] Result<Customer> goneBefore(const Symbols& symbols) const;
    [[nodiscard]] std::size_t byteCount() const { return m_keptBytes.size() + m_goneBytes.size(); } ///< without events
    [[nodiscard]] std::size_t steps() const { return m_steps.size(); } ///< events and absorptions since

    [[nodiscard]] CustomerNo kept() const { return m_kept; }
    [[nodiscard]] CustomerNo gone() const { return m_gone; }
    [[nodiscard]] Instant at() const { return m_at; }
    [[nodiscard]] MergeCause cause() const { return m_cause; }
    [[nodiscard]] double probability() const { return m_probability; } ///< 1 for a shared id
    [[nodiscard]] const EvidenceRow& evidence() const { return m_evidence; }
    [[nodiscard]] std::size_t eventsSince() const;
    bool operator==(const MergeRecord&) const = default;

private:
    friend class MergeUndo;
    friend void encode(cbor::Writer& writer, const MergeRecord& record, const Symbols& symbols);
    friend Result<MergeRecord> decodeMergeRecord(cbor::Reader& reader, const Symbols& symbols);

    struct Step {
        Event event; ///< of an absorption, the event that linked
        std::vector<std::uint8_t> absorbed;
        bool operator==(const Step&) const = default;
    };
    CustomerNo m_kept = 0;
    CustomerNo m_gone = 0;
    Instant m_at;
    MergeCause m_cause = MergeCause::SharedId;
    double m_probability = 1;
    EvidenceRow m_evidence{};
    std::vector<std::uint8_t> m_keptBytes;
    std::vector<std::uint8_t> m_goneBytes;
    std::vector<Step> m_steps;
};

/// Two persons again.
struct Unmerged {
    Customer kept;
    Customer gone;
    std::vector<Event> keptSince; ///< the events since the merge, by whose they are, in their order
    std::vector<Event> goneSince;
    std::vector<CustomerNo> goneAbsorbed; ///< those absorbed since that go with `gone`
};

/// Undoes a merge: each customer as its bytes say, then what came since, folded into the one whose id it names.
/// - An event belongs to the side that has the first of its ids (idsByWeight: person's before session's) that either
///   side has; ids it brings along are that side's from then on. One that names no known id is `kept`'s.
/// - A third customer absorbed since goes with the side whose id linked it.
/// - Consent: each has its own; what was stated while merged is the side's whose id stated it, but a refusal or a
///   suppression is in force for both from its time on. So neither side is ever allowed what it would not be allowed
///   had the two never merged.
/// - Contacts made or reserved while merged are both sides' (caps may bind earlier, never later); one that was reserved
///   before the merge is as `now` has it: sent, or gone where it was given back.
/// - Where nothing was refused and nobody contacted in between, both are byte for byte what they would be had they
///   never merged. No event is lost but what a history gives up anyway (trimHistory).
/// `now`: the merged customer as it is. Error "state.invalid" with `part` = "merge" for bytes that cannot be read,
/// "merge.other-customer" where `now` is not the record's kept one (a later merge took it over: undo that one first).
[[nodiscard]] Result<Unmerged> undo(const MergeRecord& record, const Customer& now, const Perceiver& perceiver,
                                    const Symbols& symbols);

/// CBOR, deterministic; what decodeMergeRecord reads back equal. Safe on hostile bytes: "state.invalid" with `part` =
/// "merge". It holds personal data: seal it as customers are.
void encode(cbor::Writer& writer, const MergeRecord& record, const Symbols& symbols);
[[nodiscard]] Result<MergeRecord> decodeMergeRecord(cbor::Reader& reader, const Symbols& symbols);

} // namespace wayreeve::perception
