#include "base/cbor.h"
#include "engine/run_loop.h"
#include "engine/shared_state_codec.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace wayreeve::engine {

namespace {

// 1 was made at erasures alone: a customer's part was its state, and undo book, stitching and figures began anew.
constexpr std::uint64_t version = 2, oldVersion = 1;
constexpr std::size_t headFields = 18, oldHeadFields = 10, customerFields = 5, dayFields = 15;
constexpr int costShare = 32; ///< a checkpoint's time, in what must have passed before the next

const Error damaged{"state.damaged", {}, {}, 0, 0};

CheckpointHead readHead(cbor::Reader& reader, Instant& clock, bool& isOld) {
    CheckpointHead head;
    const std::size_t fields = reader.array();
    const std::uint64_t found = reader.uint();
    isOld = found == oldVersion;
    if (!(isOld && fields == oldHeadFields) && !(found == version && fields == headFields))
        reader.fail();
    head.epochs = reader.uint();
    clock = reader.instant();
    head.entries = reader.uint();
    head.receipts = reader.uint();
    return head;
}

void encode(cbor::Writer& writer, const audit::DayRow& row) {
    writer.array(dayFields);
    writer.integer(row.day);
    writer.uint(static_cast<std::uint64_t>(row.arm));
    writer.integer(row.customers);
    writer.uint(row.decisions);
    writer.uint(row.dispatches);
    writer.integer(row.converted);
    writer.uint(row.goals);
    writer.real(row.money);
    writer.real(row.cost);
    for (const std::uint64_t n :
         {row.complaints, row.unsubscribes, row.queued, row.queuedHigh, row.decidedByPeople, row.expired})
        writer.uint(n);
}

audit::DayRow decodeDay(cbor::Reader& reader) {
    audit::DayRow row;
    if (reader.array() != dayFields)
        reader.fail();
    row.day = static_cast<std::int32_t>(reader.integer());
    const std::uint64_t arm = reader.uint();
    if (arm > static_cast<std::uint64_t>(documents::Arm::Baseline))
        reader.fail();
    row.arm = static_cast<documents::Arm>(arm);
    row.customers = reader.integer();
    row.decisions = reader.uint();
    row.dispatches = reader.uint();
    row.converted = reader.integer();
    row.goals = reader.uint();
    row.money = reader.real();
    row.cost = reader.real();
    for (std::uint64_t* const n :
         {&row.complaints, &row.unsubscribes, &row.queued, &row.queuedHigh, &row.decidedByPeople, &row.expired})
        *n = reader.uint();
    return row;
}

} // namespace

Result<CheckpointHead> headOf(const std::vector<audit::CheckpointPart>& parts) {
    if (parts.empty() || parts.front().first != 0)
        return damaged;
    cbor::Reader reader(parts.front().second);
    Instant clock;
    bool isOld = false;
    CheckpointHead head = readHead(reader, clock, isOld);
    head.needsHashes = isOld || !audit::Chain().restore(reader.bytes());
    return reader.failed() ? Result<CheckpointHead>(damaged) : head;
}

/// What orders changed beyond the epoch's own customers.
void RunLoop::touchOrdered(std::span<const Order> orders) {
    for (const Order& order : orders)
        if (order.kind == Order::Kind::Result && audit::customerOf(order.dispatch) < m_customers.size())
            touch(audit::customerOf(order.dispatch));
}

bool RunLoop::checkpointIsDue() const {
    return m_settings.live && !m_behindStore && m_chain.count() - m_checkpointAt >= m_settings.checkpointEntries &&
           m_settings.ticks() - m_checkpointDone >= m_checkpointTook * costShare;
}

/// At an epoch's end, and where the run stands still.
void RunLoop::keepCheckpoint() {
    m_erased = false;
    if (!m_settings.live || m_behindStore || !m_lane.keeps())
        return;
    const bool whole = !m_checkpointHolds || m_settings.plant == RunSettings::Plant::WholeCheckpoints;
    std::vector<std::uint32_t> changed;
    for (std::uint32_t number = 0; number < m_customers.size(); ++number)
        if (whole || (m_changed[number] & changedSinceCheckpoint) != 0)
            changed.push_back(number);
    const auto ids = m_intake.identities().idsOf(changed);
    m_batch.wholeCheckpoint = whole;
    m_batch.checkpoint.assign(changed.size() + 1, {});
    m_batch.checkpoint.front() = {0, encodeRun()};
    m_pool.parallelFor(changed.size(), [&](std::size_t i, unsigned) {
        m_batch.checkpoint[i + 1] = {changed[i] + std::uint64_t{1}, encodeCustomer(changed[i], ids[i])};
    });
    for (const std::uint32_t number : changed)
        m_changed[number] &= static_cast<std::uint8_t>(~changedSinceCheckpoint);
    m_checkpointHolds = m_checkpointKept = true;
    m_checkpointAt = m_chain.count();
}

std::vector<std::uint8_t> RunLoop::encodeRun() const {
    cbor::Writer writer;
    writer.array(headFields);
    writer.uint(version);
    writer.uint(m_batch.epochs);
    writer.instant(m_batch.clock);
    writer.uint(m_chain.count());
    writer.uint(m_receipts);
    writer.bytes(m_chain.state());
    writer.bytes(hashOf(startEntry().body).bytes);
    writer.uint(m_customers.size());
    writer.uint(m_commandCount);
    writer.uint(m_decisions);
    writer.bytes(encodeSharedState(m_shared, m_merge.modelUpdates()));
    cbor::Writer intake;
    m_intake.encode(intake);
    writer.bytes(intake.data());
    writer.boolean(m_everErased);
    m_undo.encodeOrder(writer);
    const auto days = daysSoFar();
    writer.array(days.size());
    for (const auto& [key, row] : days)
        encode(writer, row);
    writer.array(2 * m_summary.rulings.size());
    for (const auto& [ruling, count] : m_summary.rulings) {
        writer.text(ruling);
        writer.uint(count);
    }
    writer.uint(m_merge.didNotFit());
    writer.uint(m_summary.turns);
    return writer.take();
}

/// The state, whose it is by now, when it wakes, whether its stored row is behind, and what other parts of the run know
/// of it.
std::vector<std::uint8_t> RunLoop::encodeCustomer(std::uint32_t number, std::span<const std::string* const> ids) const {
    const CustomerState& state = m_customers[number];
    cbor::Writer rest;
    m_intake.encodeOf(rest, number, ids);
    m_undo.encodeOf(rest, number);
    m_approvals.encode(rest, audit::keyOf(number, 0), audit::keyOf(number, 0xFFFFFFU));
    cbor::Writer writer;
    writer.array(customerFields);
    writer.bytes(encodeState(state, m_program->symbols));
    writer.uint(state.absorbedBy);
    writer.uint(m_wakeEpoch[number]);
    writer.boolean((m_changed[number] & changedSinceRow) != 0);
    writer.bytes(rest.data());
    return writer.take();
}

/// Instead of the run's first entry: everything as it was at the checkpoint.
Result<void> RunLoop::restore(Checkpoint& from) {
    if (from.parts.empty() || from.parts.front().first != 0)
        return damaged;
    std::vector<audit::CheckpointPart> parts = std::move(from.parts);
    const std::vector<Hash256> hashes = std::move(from.hashes);
    cbor::Reader reader(parts.front().second);
    bool isOld = false;
    const CheckpointHead head = readHead(reader, m_batch.clock, isOld);
    m_batch.epochs = head.epochs;
    m_receipts = head.receipts;
    if (isOld) {
        if (!restoreOld(reader, parts))
            return damaged;
    } else {
        const std::vector<std::uint8_t> chain = reader.bytes();
        const bool chained = m_chain.restore(chain);
        const std::vector<std::uint8_t> start = reader.bytes();
        if (reader.failed() || (chained && m_chain.count() != head.entries))
            return damaged;
        // Another numbering of names or another model: what is stored is not what this program computes.
        const Hash256 mine = hashOf(startEntry().body);
        if (!std::equal(start.begin(), start.end(), mine.bytes.begin(), mine.bytes.end()))
            return Error{"resume.differs", {{"entry", "1"}}, {}, 0, 0};
        if (reader.uint() + 1 != parts.size() || !restoreRun(reader) || !reader.atEnd() || !restoreCustomers(parts))
            return damaged;
    }
    if (m_chain.count() != head.entries) {
        if (hashes.size() < head.entries)
            return damaged;
        m_chain.resume({hashes.begin(), hashes.begin() + static_cast<std::ptrdiff_t>(head.entries)});
    }
    for (std::uint32_t number = 0; number < m_customers.size(); ++number) {
        for (const OpenProposal& open : m_customers[number].proposals)
            m_merge.noteWaiting(open.proposal);
        relinkObjects(number);
    }
    m_checkpointAt = head.entries;
    return {};
}

bool RunLoop::restoreRun(cbor::Reader& reader) {
    m_commandCount = reader.uint();
    m_decisions = reader.uint();
    auto shared = decodeSharedState(reader.bytes());
    const std::vector<std::uint8_t> intakeBytes = reader.bytes();
    cbor::Reader intake(intakeBytes);
    m_intake.decode(intake);
    if (reader.failed() || !shared || intake.failed() || !intake.atEnd())
        return false;
    m_shared = std::move(shared->first);
    m_merge.setModelUpdates(shared->second);
    m_context.modelUpdates = shared->second;
    m_everErased = reader.boolean();
    m_undo.decodeOrder(reader);
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        const audit::DayRow row = decodeDay(reader);
        m_days[{row.day, static_cast<int>(row.arm)}] = row;
    }
    for (std::size_t count = reader.array() / 2; count > 0 && !reader.failed(); --count) {
        std::string ruling = reader.text();
        m_summary.rulings[std::move(ruling)] = reader.uint();
    }
    m_merge.setDidNotFit(reader.uint());
    m_summary.turns = reader.uint();
    return !reader.failed();
}

/// States are decoded on all threads, and each part is let go at once: a run has many.
bool RunLoop::restoreCustomers(std::vector<audit::CheckpointPart>& parts) {
    const std::size_t count = parts.size() - 1;
    m_customers.resize(count);
    m_wakeEpoch.assign(count, UINT64_MAX);
    m_changed.assign(count, 0);
    std::atomic<bool> whole = true;
    m_pool.parallelFor(count, [&](std::size_t i, unsigned) {
        auto& [number, bytes] = parts[i + 1];
        cbor::Reader reader(bytes);
        if (number != i + 1 || reader.array() != customerFields)
            reader.fail();
        auto state = decodeState(reader.bytes(), m_program->symbols);
        const std::uint64_t absorbedBy = reader.uint();
        m_wakeEpoch[i] = reader.uint();
        m_changed[i] = reader.boolean() ? changedSinceRow : 0;
        std::vector<std::uint8_t> rest = reader.bytes();
        if (reader.failed() || !reader.atEnd() || !state || absorbedBy >= count) {
            whole = false;
            return;
        }
        m_customers[i] = std::move(*state);
        m_customers[i].absorbedBy = static_cast<std::uint32_t>(absorbedBy);
        bytes = std::move(rest);
    });
    for (std::uint32_t number = 0; number < count && whole; ++number) {
        cbor::Reader reader(parts[number + 1].second);
        m_intake.decodeOf(reader, number);
        m_undo.decodeOf(reader, number);
        m_approvals.decode(reader);
        if (reader.failed() || !reader.atEnd())
            return false;
        std::vector<std::uint8_t>().swap(parts[number + 1].second);
        if (m_wakeEpoch[number] != UINT64_MAX)
            m_wakes[m_wakeEpoch[number]].push_back(number);
    }
    m_checkpointHolds = true;
    return whole && m_undo.decoded();
}

bool RunLoop::restoreOld(cbor::Reader& reader, std::vector<audit::CheckpointPart>& parts) {
    m_commandCount = reader.uint();
    m_decisions = reader.uint();
    auto shared = decodeSharedState(reader.bytes());
    std::vector<std::uint32_t> absorbedBy(std::min(reader.array(), parts.size()));
    for (std::uint32_t& one : absorbedBy)
        one = static_cast<std::uint32_t>(reader.uint());
    const std::vector<std::uint8_t> intakeBytes = reader.bytes();
    cbor::Reader intake(intakeBytes);
    m_intake.decode(intake);
    if (reader.failed() || !reader.atEnd() || !shared || intake.failed() || !intake.atEnd() ||
        absorbedBy.size() + 1 != parts.size())
        return false;
    m_everErased = true;
    m_shared = std::move(shared->first);
    m_merge.setModelUpdates(shared->second);
    m_context.modelUpdates = shared->second;
    for (std::uint32_t number = 0; number < absorbedBy.size(); ++number) {
        auto state = decodeState(parts[number + 1].second, m_program->symbols);
        if (!state || parts[number + 1].first != number + 1)
            return false;
        state->absorbedBy = absorbedBy[number];
        m_customers.push_back(std::move(*state));
        m_wakeEpoch.push_back(UINT64_MAX);
        m_changed.push_back(changedSinceRow | changedSinceCheckpoint);
    }
    for (std::uint32_t number = 0; number < absorbedBy.size(); ++number)
        reschedule(number, m_batch.epochs);
    return true;
}

} // namespace wayreeve::engine
