#pragma once

#include "engine/customer_state.h"
#include "engine/turn.h"
#include "perception/merge_record.h"
#include "planning/positions_merge.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace wayreeve::engine {

/// What undoing the merges of a running run takes, beside its customers: of each merge both customers before it and
/// the events since. In memory, and in the checkpoint that the run is taken up from. Bounded: a merge is forgotten
/// after `period`, with the `mergeLimit`th newer one of the same customer, after `stepLimit` events, and, oldest first,
/// where all of them hold more than `byteLimit`. The run's thread.
class UndoBook {
public:
    static constexpr std::size_t mergeLimit = 8;
    static constexpr std::size_t stepLimit = 1000;
    static constexpr std::size_t byteLimit = std::size_t{256} << 20;

    /// One merge that can be undone.
    struct Merge {
        perception::MergeRecord record;
        CustomerState gone; ///< as it was; without memory, proposals and what was in flight
        interpretation::SignalMemory keptSignals;
        std::uint32_t keptOrigin = 0;
        bool keptConverted = false;
        planning::GaveWay gaveWay; ///< journeys in which both stood
        std::size_t bytes = 0;
    };

    /// No period: nothing is kept. `symbols` must outlive this.
    UndoBook(Duration period, const Symbols& symbols)
        : m_period(period)
        , m_symbols(symbols) {}

    [[nodiscard]] bool keeps() const { return m_period.ms > 0; }
    /// Before the merge changes either. The kept one's earlier merges are told of it.
    void add(Merge merge, const perception::Customer& gone, const perception::Event& link);
    /// The events of an epoch by their customer, after its merges and before its turns.
    void note(const std::map<std::uint32_t, std::vector<EventTrigger>>& events);
    void forgetBefore(Instant now); ///< what `period` is over of
    void clear();                   ///< no merge can be undone any more

    [[nodiscard]] const Merge* find(std::uint32_t kept, std::uint32_t gone) const;
    [[nodiscard]] const Merge* newest(std::uint32_t kept) const;
    /// Takes a merge out that was undone as `apart`, and the later ones of the same customer, in their order, which
    /// cannot be undone any more: they began from both. What the earlier ones and those of the revived one keep of what
    /// came since is put right.
    [[nodiscard]] std::pair<Merge, std::vector<Merge>> take(const perception::Unmerged& apart);
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t count() const { return m_order.size(); }

    /// For a checkpoint: which merges there are, by number; and those of one customer, personal data.
    void encodeOrder(cbor::Writer& writer) const;
    void encodeOf(cbor::Writer& writer, std::uint32_t kept) const;
    /// Both fail the reader. decodeOrder() first, decodeOf() of each customer, then decoded(): what a customer's bytes
    /// hold and the order does not was forgotten since; false where one is missing.
    void decodeOrder(cbor::Reader& reader);
    void decodeOf(cbor::Reader& reader, std::uint32_t kept);
    [[nodiscard]] bool decoded();

private:
    struct Place {
        Instant at;
        std::uint32_t kept = 0;
        std::uint32_t gone = 0;
    };
    void note(std::vector<Merge>& merges, const perception::Event& event);
    void erase(std::uint32_t kept, std::uint32_t gone);
    void keepWithinBytes();

    Duration m_period;
    const Symbols& m_symbols;
    std::map<std::uint32_t, std::vector<Merge>> m_merges; ///< by the kept one, oldest first
    std::deque<Place> m_order;                            ///< all of them, oldest first
    std::size_t m_bytes = 0;
};

} // namespace wayreeve::engine
