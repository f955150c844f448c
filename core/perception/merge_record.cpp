#include "perception/merge_record.h"

#include "perception/customer_codec.h"
#include "perception/event_codec.h"
#include "perception/long_memory.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t fields = 10, firstReserve = 64;

Error invalid() {
    return Error{"state.invalid", {{"part", "merge"}}, {}, 0, 0};
}

std::vector<std::uint8_t> bytesOf(const Customer& customer, const Symbols& symbols) {
    cbor::Writer writer;
    encode(writer, customer, symbols);
    return writer.take();
}

Result<Customer> customerOf(const std::vector<std::uint8_t>& bytes, const Symbols& symbols) {
    cbor::Reader reader(bytes);
    auto customer = decodeCustomer(reader, symbols);
    if (!customer.ok() || !reader.atEnd())
        return invalid();
    return customer;
}

bool has(const Customer& customer, const std::string& id) {
    return std::find(customer.ids.begin(), customer.ids.end(), id) != customer.ids.end() || customer.key == id;
}

/// Makes what an event refuses, and nothing of what it grants, count for a customer whose event it is not.
void refuseToo(Customer& customer, const Event& event, const Perceiver& perceiver) {
    Customer stated;
    perceiver.absorb(stated, event);
    for (const Consent& consent : stated.consents)
        if (!consent.granted)
            stateConsent(customer.consents, consent);
    if (stated.suppressed) {
        // Lifted later than this was said: then it is no suppression any more, for either.
        if (!customer.suppressed && customer.suppressionSince > stated.suppressionSince)
            return;
        customer.suppressed = true;
        customer.suppressionSince = std::max(customer.suppressionSince, stated.suppressionSince);
    }
}

/// What a goal was credited to meanwhile is still the same contact.
bool sameContact(const Contact& a, const Contact& b) {
    if (a.proposal != 0 && a.proposal == b.proposal && a.action == b.action)
        return true;
    Contact credited = a;
    credited.reached = b.reached;
    return credited == b;
}

/// A side's contacts from before the merge as they have become, and what is new since.
void carryContacts(Customer& side, const std::vector<Contact>& otherBefore, const std::vector<Contact>& now) {
    const std::vector<Contact> before = side.contacts;
    side.contacts.clear();
    for (const Contact& contact : before) {
        const auto become =
            std::find_if(now.begin(), now.end(), [&](const Contact& c) { return sameContact(c, contact); });
        if (become != now.end())
            side.contacts.push_back(*become);
        else if (contact.sent)
            side.contacts.push_back(contact); // gone from `now` by its age alone
    }
    const auto knownBefore = [&](const Contact& contact) {
        for (const auto* list : {&before, &otherBefore})
            for (const Contact& c : *list)
                if (sameContact(c, contact))
                    return true;
        return false;
    };
    for (const Contact& contact : now)
        if (!knownBefore(contact))
            side.contacts.push_back(contact);
    std::stable_sort(side.contacts.begin(), side.contacts.end(),
                     [](const Contact& a, const Contact& b) { return a.at < b.at; });
}

} // namespace

MergeRecord::MergeRecord(const Customer& kept, const Customer& gone, Instant at, const Symbols& symbols)
    : m_kept(kept.number)
    , m_gone(gone.number)
    , m_at(at)
    , m_keptBytes(bytesOf(kept, symbols))
    , m_goneBytes(bytesOf(gone, symbols)) {}

MergeRecord::MergeRecord(const Customer& kept, const Customer& gone, Instant at, const Symbols& symbols,
                         double probability, const EvidenceRow& evidence)
    : MergeRecord(kept, gone, at, symbols) {
    m_cause = MergeCause::Probable;
    m_probability = probability;
    m_evidence = evidence;
}

void MergeRecord::note(const Event& event) {
    m_steps.push_back({event, {}});
}

void MergeRecord::noteAbsorbed(const Customer& third, const Event& link, const Symbols& symbols) {
    m_steps.push_back({link, bytesOf(third, symbols)});
}

bool MergeRecord::withdraw(CustomerNo third, const std::vector<Event>& since, const Symbols& symbols) {
    for (auto step = m_steps.begin(); step != m_steps.end(); ++step) {
        if (step->absorbed.empty())
            continue;
        const auto customer = customerOf(step->absorbed, symbols);
        if (!customer.ok())
            return false;
        if (customer->number != third)
            continue;
        if (std::any_of(step + 1, m_steps.end(), [](const Step& later) { return !later.absorbed.empty(); }))
            return false;
        m_steps.erase(step, m_steps.end());
        for (const Event& event : since)
            note(event);
        return true;
    }
    return false;
}

Result<Customer> MergeRecord::keptBefore(const Symbols& symbols) const {
    return customerOf(m_keptBytes, symbols);
}

Result<Customer> MergeRecord::goneBefore(const Symbols& symbols) const {
    return customerOf(m_goneBytes, symbols);
}

std::size_t MergeRecord::eventsSince() const {
    return static_cast<std::size_t>(
        std::count_if(m_steps.begin(), m_steps.end(), [](const Step& step) { return step.absorbed.empty(); }));
}

/// The two sides while the steps are folded again.
class MergeUndo {
public:
    MergeUndo(const Perceiver& perceiver, const Symbols& symbols)
        : m_perceiver(perceiver)
        , m_symbols(symbols) {}

    Result<Unmerged> run(const MergeRecord& record, const Customer& now) {
        if (now.number != record.m_kept)
            return Error{"merge.other-customer", {}, {}, 0, 0};
        auto kept = customerOf(record.m_keptBytes, m_symbols), gone = customerOf(record.m_goneBytes, m_symbols);
        if (!kept.ok() || !gone.ok())
            return invalid();
        std::vector<Contact> keptContacts = kept->contacts, goneContacts = gone->contacts;
        m_result.kept = std::move(*kept);
        m_result.gone = std::move(*gone);
        for (const MergeRecord::Step& step : record.m_steps) {
            const bool toGone = isGones(step.event);
            if (step.absorbed.empty())
                fold(step.event, toGone);
            else if (const auto absorbed = absorb(step, toGone, toGone ? goneContacts : keptContacts); !absorbed.ok())
                return absorbed.error();
        }
        // A suppression that came by no event spares nobody.
        if (now.suppressed && !m_result.kept.suppressed && !m_result.gone.suppressed)
            for (Customer* side : {&m_result.kept, &m_result.gone}) {
                side->suppressed = true;
                side->suppressionSince = std::max(side->suppressionSince, now.suppressionSince);
            }
        carryContacts(m_result.kept, goneContacts, now.contacts);
        carryContacts(m_result.gone, keptContacts, now.contacts);
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isGones(const Event& event) const {
        for (const std::string& id : idsByWeight(event)) {
            if (has(m_result.kept, id))
                return false;
            if (has(m_result.gone, id))
                return true;
        }
        return false;
    }

    void fold(const Event& event, bool toGone) {
        Customer& mine = toGone ? m_result.gone : m_result.kept;
        Customer& other = toGone ? m_result.kept : m_result.gone;
        const std::vector<std::string> others = other.ids;
        const std::vector<std::string> before = mine.ids;
        m_perceiver.absorb(mine, event);
        // An event that names both sides does not make one's id the other's.
        std::erase_if(mine.ids, [&](const std::string& id) {
            return std::find(others.begin(), others.end(), id) != others.end() &&
                   std::find(before.begin(), before.end(), id) == before.end();
        });
        refuseToo(other, event, m_perceiver);
        (toGone ? m_result.goneSince : m_result.keptSince).push_back(event);
    }

    Result<void> absorb(const MergeRecord::Step& step, bool toGone, std::vector<Contact>& contacts) {
        const auto third = customerOf(step.absorbed, m_symbols);
        if (!third.ok())
            return third.error();
        Customer& mine = toGone ? m_result.gone : m_result.kept;
        mergeInto(mine, *third, m_perceiver.historyNeeds());
        contacts = mine.contacts;
        if (toGone)
            m_result.goneAbsorbed.push_back(third->number);
        // What the third had refused was in force for all three.
        Customer& other = toGone ? m_result.kept : m_result.gone;
        for (const Consent& consent : third->consents)
            if (!consent.granted)
                stateConsent(other.consents, consent);
        if (third->suppressed) {
            other.suppressed = true;
            other.suppressionSince = std::max(other.suppressionSince, third->suppressionSince);
        }
        return {};
    }

    const Perceiver& m_perceiver;
    const Symbols& m_symbols;
    Unmerged m_result;
};

Result<Unmerged> undo(const MergeRecord& record, const Customer& now, const Perceiver& perceiver,
                      const Symbols& symbols) {
    return MergeUndo(perceiver, symbols).run(record, now);
}

void encode(cbor::Writer& writer, const MergeRecord& record, const Symbols& symbols) {
    writer.array(fields);
    writer.uint(version);
    writer.uint(record.m_kept);
    writer.uint(record.m_gone);
    writer.instant(record.m_at);
    writer.uint(static_cast<std::uint64_t>(record.m_cause));
    writer.real(record.m_probability);
    writer.array(record.m_evidence.size());
    for (const double part : record.m_evidence)
        writer.real(part);
    writer.bytes(record.m_keptBytes);
    writer.bytes(record.m_goneBytes);
    writer.array(record.m_steps.size());
    for (const MergeRecord::Step& step : record.m_steps) {
        writer.array(2);
        encode(writer, step.event, symbols);
        writer.bytes(step.absorbed);
    }
}

Result<MergeRecord> decodeMergeRecord(cbor::Reader& reader, const Symbols& symbols) {
    MergeRecord record;
    if (reader.array() != fields || reader.uint() != version)
        reader.fail();
    record.m_kept = static_cast<CustomerNo>(reader.uint());
    record.m_gone = static_cast<CustomerNo>(reader.uint());
    record.m_at = reader.instant();
    const std::uint64_t cause = reader.uint();
    record.m_probability = reader.real();
    if (cause > static_cast<std::uint64_t>(MergeCause::Probable) || !(record.m_probability >= 0) ||
        record.m_probability > 1 || reader.array() != record.m_evidence.size())
        reader.fail();
    record.m_cause = cause == 0 ? MergeCause::SharedId : MergeCause::Probable;
    for (double& part : record.m_evidence)
        part = reader.real();
    record.m_keptBytes = reader.bytes();
    record.m_goneBytes = reader.bytes();
    const std::size_t steps = reader.array();
    record.m_steps.reserve(std::min(steps, firstReserve));
    for (std::size_t i = 0; i < steps && !reader.failed(); ++i) {
        if (reader.array() != 2)
            reader.fail();
        auto event = decodeEvent(reader, symbols);
        if (!event.ok())
            return invalid();
        record.m_steps.push_back({std::move(*event), reader.bytes()});
    }
    if (reader.failed())
        return invalid();
    return record;
}

} // namespace wayreeve::perception
