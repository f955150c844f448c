#include "session/stage_moments.h"

#include "audit/key.h"
#include "base/hash.h"
#include "perception/event_codec.h"
#include "perception/intake.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace wayreeve::session {

namespace {

using measurement::AuditMoment;

constexpr std::int64_t page = 20'000;

bool wasRead(const audit::EventRow& row) {
    return row.customer != audit::noCustomer && !row.body.empty() &&
           perception::isRead(static_cast<perception::Fate>(row.fate));
}

/// The moments with the smallest hashes: each is as likely as any other, however they come.
class Draw {
public:
    struct Moment {
        std::uint32_t customer = 0;
        Instant at;
        std::string id;
        std::string stage;
        bool read = false; ///< `stage` is a record's
    };

    explicit Draw(const MomentsAsked& asked)
        : m_asked(asked) {}

    [[nodiscard]] bool isAsked(Instant at) const { return at >= m_asked.since && at < m_asked.until; }

    /// `id` and `stage` are asked for where the moment is drawn; a decision's count more than an event's.
    template <class Told>
    void offer(std::uint32_t customer, Instant at, bool decision, const Told& told) {
        if (m_asked.count == 0)
            return;
        const std::uint64_t hash =
            stableHash64(std::to_string(m_asked.seed) + "/" + std::to_string(customer) + "/" + std::to_string(at.ms));
        const auto key = std::tuple(hash, customer, at.ms);
        const auto known = m_moments.find(key);
        if (known != m_moments.end() && (known->second.read || !decision))
            return;
        if (known == m_moments.end() && m_moments.size() >= m_asked.count && m_moments.rbegin()->first < key)
            return;
        Moment moment{customer, at, {}, {}, decision};
        std::tie(moment.id, moment.stage) = told();
        m_moments.insert_or_assign(key, std::move(moment));
        if (m_moments.size() > m_asked.count)
            m_moments.erase(std::prev(m_moments.end()));
    }

    [[nodiscard]] std::vector<Moment> drawn() const {
        std::vector<Moment> moments;
        for (const auto& [key, moment] : m_moments)
            moments.push_back(moment);
        std::sort(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) {
            return std::tie(a.at, a.customer) < std::tie(b.at, b.customer);
        });
        return moments;
    }

private:
    MomentsAsked m_asked;
    std::map<std::tuple<std::uint64_t, std::uint32_t, std::int64_t>, Moment> m_moments;
};

Result<void> offerEvents(audit::LedgerReader& reader, const audit::RunInfo& run, const Identities& identities,
                         const std::set<std::uint32_t>& software, Draw& draw) {
    for (std::uint64_t after = 0;;) {
        const auto rows = reader.events(run.id, std::nullopt, after, page);
        if (!rows)
            return rows.error();
        for (const audit::EventRow& row : *rows) {
            after = row.sequence;
            if (!wasRead(row) || !draw.isAsked(row.receivedAt))
                continue;
            const std::uint32_t customer = identities.personOf(row.customer, row.receivedAt);
            if (!software.contains(customer))
                draw.offer(customer, row.receivedAt, false, [&] {
                    return std::pair(run.tag + "/event-" + std::to_string(row.sequence), std::string());
                });
        }
        if (static_cast<std::int64_t>(rows->size()) < page)
            return {};
    }
}

Result<void> offerDecisions(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols,
                            const std::set<std::uint32_t>& software, Draw& draw) {
    audit::DecisionFilter filter;
    filter.limit = page;
    for (;; filter.offset += page) {
        const auto rows = reader.decisions(run.id, filter);
        if (!rows)
            return rows.error();
        for (const audit::DecisionRow& row : *rows)
            if (draw.isAsked(row.time) && !software.contains(row.customer))
                draw.offer(row.customer, row.time, true, [&] {
                    return std::pair(audit::idText(run.tag, row.key),
                                     row.stage == 0 ? std::string() : symbols.name(row.stage));
                });
        if (static_cast<std::int64_t>(rows->size()) < page)
            return {};
    }
}

Result<std::vector<Instant>> decisionsOf(audit::LedgerReader& reader, const audit::RunInfo& run,
                                         std::uint32_t customer) {
    audit::DecisionFilter filter;
    filter.customer = customer;
    filter.limit = INT32_MAX;
    const auto rows = reader.decisions(run.id, filter);
    if (!rows)
        return rows.error();
    std::vector<Instant> at;
    for (const audit::DecisionRow& row : *rows)
        at.push_back(row.time);
    std::sort(at.begin(), at.end());
    return at;
}

} // namespace

Result<std::string> stageAt(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols,
                            const engine::Program& program, const Identities& identities, std::uint32_t customer,
                            Instant at, const std::vector<Instant>& readings) {
    const auto rows = eventsOf(reader, run, symbols, identities, customer, at, INT64_MAX);
    const auto known = reader.customer(run.id, customer);
    if (!rows || !known)
        return rows ? known.error() : rows.error();
    perception::Customer memory;
    memory.number = customer;
    if (*known)
        memory.arm = (*known)->arm;
    interpretation::SignalMemory signals;
    perception::Facts facts(program.schema.schema().size());
    Sym stage = 0;
    const auto readAt = [&](const perception::Event* event, Instant now) {
        program.perceiver->fill(memory, event, now, facts);
        if (event)
            program.interpreter->absorb(signals, *event, facts);
        stage = program.interpreter->read(signals, now, facts).stage;
    };
    auto next = readings.begin();
    const auto readBefore = [&](Instant until) {
        for (; next != readings.end() && *next < until; ++next)
            readAt(nullptr, *next);
    };
    for (const audit::EventRow& row : *rows) {
        if (!wasRead(row))
            continue;
        cbor::Reader body(row.body);
        const auto event = perception::decodeEvent(body, symbols);
        if (!event)
            return event.error();
        readBefore(row.receivedAt);
        while (next != readings.end() && *next == row.receivedAt)
            ++next; // the same turn
        program.perceiver->absorb(memory, *event);
        readAt(&*event, row.receivedAt);
    }
    readBefore({at.ms + 1});
    return stage == 0 ? std::string() : program.symbols.name(stage);
}

Result<std::vector<AuditMoment>> drawMoments(audit::LedgerReader& reader, const audit::RunInfo& run,
                                             const OpenWorkspace& opened, const MomentsAsked& asked) {
    const auto symbols = reader.symbolsOf(run.id);
    if (!symbols)
        return symbols.error();
    const auto identities = Identities::read(reader, run);
    if (!identities)
        return identities.error();
    const auto software = notPeople(reader, run, *identities);
    if (!software)
        return software.error();
    Draw draw(asked);
    if (const auto done = offerEvents(reader, run, *identities, *software, draw); !done)
        return done.error();
    if (const auto done = offerDecisions(reader, run, *symbols, *software, draw); !done)
        return done.error();
    std::vector<AuditMoment> moments;
    for (Draw::Moment& drawn : draw.drawn()) {
        AuditMoment moment{std::move(drawn.id), drawn.customer, drawn.at, std::move(drawn.stage), {}, {}};
        if (!drawn.read) {
            const auto readings = decisionsOf(reader, run, drawn.customer);
            if (!readings)
                return readings.error();
            auto stage =
                stageAt(reader, run, *symbols, *opened.program, *identities, drawn.customer, drawn.at, *readings);
            if (!stage)
                return stage.error();
            moment.stage = std::move(*stage);
        }
        moments.push_back(std::move(moment));
    }
    return moments;
}

} // namespace wayreeve::session
