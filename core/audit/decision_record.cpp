#include "audit/decision_record.h"

#include "audit/body.h"
#include "audit/reading_codec.h"
#include "governance/ruling_codec.h"
#include "planning/codec_parts.h"
#include "planning/plan_codec.h"

#include <algorithm>

namespace wayreeve::audit {

namespace {

constexpr std::size_t payload = 16;
constexpr std::size_t payloadWithTables = 17; ///< where decision tables were asked
constexpr std::size_t payloadBefore = 15;     ///< without the budgets of later days

void writeDue(cbor::Writer& writer, const std::vector<DueAgent>& due) {
    writer.array(due.size());
    for (const DueAgent& agent : due) {
        writer.array(4);
        writer.uint(agent.journey);
        writer.uint(agent.node);
        writer.uint(agent.agent);
        writer.uint(agent.goal);
    }
}

void readDue(cbor::Reader& reader, std::vector<DueAgent>& due) {
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n) {
        codec::expectArray(reader, 4);
        DueAgent agent;
        agent.journey = codec::readWord(reader);
        agent.node = codec::readWord(reader);
        agent.agent = codec::readWord(reader);
        agent.goal = codec::readWord(reader);
        due.push_back(agent);
    }
}

/// Two columns: names, then values.
void writeEvidence(cbor::Writer& writer, const std::vector<Evidence>& evidence) {
    thread_local std::vector<std::uint32_t> names;
    names.clear();
    for (const Evidence& one : evidence)
        names.push_back(one.name);
    writer.uints(names);
    writer.array(evidence.size());
    for (const Evidence& one : evidence)
        writer.value(one.value);
}

void readEvidence(cbor::Reader& reader, std::vector<Evidence>& evidence) {
    const std::vector<std::uint32_t> names = reader.uints();
    codec::expectArray(reader, names.size());
    for (std::size_t i = 0; i < names.size() && !reader.failed(); ++i)
        evidence.push_back({names[i], reader.value()});
}

void writeLogged(cbor::Writer& writer, const std::optional<Logged>& logged) {
    if (!logged)
        return writer.null();
    writer.array(3);
    writer.uint(logged->action);
    writer.boolean(logged->observed);
    writer.reals(logged->outcomes);
}

void readLogged(cbor::Reader& reader, std::optional<Logged>& logged) {
    if (reader.nextIsNull())
        return;
    codec::expectArray(reader, 3);
    logged.emplace();
    logged->action = codec::readWord(reader);
    logged->observed = reader.boolean();
    logged->outcomes = reader.reals();
}

void writeTables(cbor::Writer& writer, const std::vector<rules::TableFiring>& tables) {
    writer.array(tables.size());
    for (const rules::TableFiring& firing : tables) {
        writer.array(3);
        writer.text(firing.table);
        writer.array(firing.rows.size());
        for (const int row : firing.rows)
            writer.uint(static_cast<std::uint64_t>(row));
        writer.text(firing.error);
    }
}

void readTables(cbor::Reader& reader, std::vector<rules::TableFiring>& tables) {
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n) {
        rules::TableFiring& firing = tables.emplace_back();
        codec::expectArray(reader, 3);
        firing.table = reader.text();
        for (std::size_t row = reader.array(); row > 0 && !reader.failed(); --row)
            firing.rows.push_back(static_cast<int>(std::min<std::uint64_t>(reader.uint(), INT32_MAX)));
        firing.error = reader.text();
    }
    if (tables.empty())
        reader.fail();
}

} // namespace

std::string_view nameOf(TriggerKind kind) {
    switch (kind) {
    case TriggerKind::Event:
        return "event";
    case TriggerKind::Timer:
        return "timer";
    case TriggerKind::Verdict:
        return "verdict";
    case TriggerKind::Result:
        return "result";
    case TriggerKind::DidNotFit:
        return "did-not-fit";
    case TriggerKind::Expiry:
        return "expiry";
    case TriggerKind::Logged:
        return "logged";
    }
    return {};
}

std::vector<std::uint8_t> encodeDecision(const Entry& header, const DecisionRecord& record) {
    cbor::Writer writer;
    body::begin(writer, header, record.tables.empty() ? payload : payloadWithTables);
    codec::writeEnum(writer, record.trigger);
    writer.text(record.triggerName);
    writer.text(record.messageId);
    codec::writeEnum(writer, record.arm);
    writeDue(writer, record.due);
    writeEvidence(writer, record.evidence);
    encode(writer, record.reading);
    planning::encode(writer, record.plan);
    writer.array(record.rulings.size());
    for (const governance::Ruling& ruling : record.rulings)
        governance::encode(writer, ruling);
    writer.uint(record.key);
    writer.array(record.proposals.size());
    for (const std::uint64_t proposal : record.proposals)
        writer.uint(proposal);
    writer.uint(record.modelUpdates);
    writer.reals(record.budgetLeft);
    writer.array(record.budgetsAhead.size());
    for (const auto& [day, left] : record.budgetsAhead) {
        writer.array(2);
        writer.integer(day);
        writer.reals(left);
    }
    writeLogged(writer, record.logged);
    if (!record.tables.empty())
        writeTables(writer, record.tables);
    return writer.take();
}

Result<DecisionRecord> decodeDecision(const Entry& entry) {
    const auto decodeAs = [&entry](std::size_t elements) {
        return body::decode<DecisionRecord>(
            entry, {EntryKind::Decision}, elements, [elements](cbor::Reader& reader, DecisionRecord& record) {
                record.trigger = codec::readEnum(reader, TriggerKind::Logged);
                record.triggerName = reader.text();
                record.messageId = reader.text();
                record.arm = codec::readEnum(reader, documents::Arm::Baseline);
                readDue(reader, record.due);
                readEvidence(reader, record.evidence);
                decode(reader, record.reading);
                planning::decode(reader, record.plan);
                for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
                    governance::decode(reader, record.rulings.emplace_back());
                record.key = reader.uint();
                for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
                    record.proposals.push_back(reader.uint());
                record.modelUpdates = reader.uint();
                record.budgetLeft = reader.reals();
                for (std::size_t n = elements != payloadBefore ? reader.array() : 0; n > 0 && !reader.failed(); --n) {
                    if (reader.array() != 2)
                        return reader.fail();
                    const std::int64_t day = reader.integer();
                    record.budgetsAhead.emplace_back(day, reader.reals());
                }
                readLogged(reader, record.logged);
                if (elements == payloadWithTables)
                    readTables(reader, record.tables);
            });
    };
    for (const std::size_t elements : {payload, payloadWithTables})
        if (auto record = decodeAs(elements))
            return record;
    return decodeAs(payloadBefore);
}

} // namespace wayreeve::audit
