#include "session/identity_tests.h"
#include "session/live_server.h"

#include "audit/decision_record.h"
#include "session/erase.h"
#include "session/identities.h"
#include "session/import.h"
#include "session/insights.h"
#include "session/merges.h"
#include "session/past.h"
#include "session/purchases.h"
#include "session/reweight.h"
#include "session/stage_audits.h"
#include "session/stage_moments.h"
#include "session/store_access.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace wayreeve;

namespace {

constexpr Instant now{1'793'606'400'000};     // 2026-11-02T08:00:00Z
constexpr Instant october{1'790'812'800'000}; // 2026-10-01T00:00:00Z

/// Lines of an import, at minutes of October.
class Lines {
public:
    /// Either id may be empty.
    void add(int minute, const QString& user, const QString& session, const char* name, QJsonObject properties = {},
             const QJsonObject& context = {}) {
        QJsonObject event = liveEvent(QStringLiteral("m%1").arg(++m_count), user, QString::fromUtf8(name), properties);
        event[QStringLiteral("timestamp")] = QString::fromStdString(formatInstant(october + Duration::minutes(minute)));
        if (user.isEmpty())
            event.remove(QStringLiteral("userId"));
        if (!session.isEmpty())
            event[QStringLiteral("anonymousId")] = session;
        if (!context.isEmpty())
            event[QStringLiteral("context")] = context;
        m_text += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    }
    /// A customer who left a cart, with consent.
    void addCart(int minute, const QString& user) {
        for (const QJsonValue& value : cartOf(1)) {
            const QJsonObject event = value.toObject();
            const bool identify = event[QStringLiteral("type")] == QLatin1String("identify");
            QJsonObject said = event[identify ? QStringLiteral("traits") : QStringLiteral("properties")].toObject();
            said.remove(QStringLiteral("email"));
            add(minute++, user, {},
                identify ? "identify" : event[QStringLiteral("event")].toString().toUtf8().constData(), said);
        }
    }
    void import(const Place& place) const {
        QFile file(place.beside("events.jsonl"));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_text) != m_text.size())
            qFatal("no file");
        file.close();
        const auto outcome = session::importEvents(place.open(), file.fileName().toStdString(), now, 1);
        if (!outcome)
            qFatal("%s", outcome.error().code.c_str());
    }

private:
    QByteArray m_text;
    int m_count = 0;
};

Instant minute(int n) {
    return october + Duration::minutes(n);
}

/// A store that a test reads.
struct Read {
    explicit Read(const Place& place)
        : reader(session::openReader(place.folder()).value())
        , run(*reader->run({}))
        , symbols(*reader->symbolsOf(run.id))
        , identities(*session::Identities::read(*reader, run)) {}

    [[nodiscard]] std::uint32_t number(const std::string& key) const {
        const auto rows = reader->customers(run.id, {}, 1000);
        for (const audit::CustomerRow& row : *rows)
            if (row.key == key)
                return row.number;
        return audit::noCustomer;
    }
    /// "Page Viewed, Guide Viewed"
    [[nodiscard]] QString events(std::uint32_t customer, Instant at = Instant::never()) const {
        QStringList names;
        const auto rows = session::eventsOf(*reader, run, symbols, identities, customer, at, INT64_MAX);
        for (const audit::EventRow& row : *rows)
            names << QString::fromStdString(row.name);
        return names.join(QStringLiteral(", "));
    }

    std::unique_ptr<audit::LedgerReader> reader;
    audit::RunInfo run;
    Symbols symbols;
    session::Identities identities;
};

} // namespace

void IdentityTests::eventsFollowMerges() {
    const Place place;
    Lines lines;
    lines.add(0, "ana", {}, "identify");
    lines.add(5, {}, "v-1", "Size Chart Viewed");
    lines.add(6, {}, "v-2", "Guide Viewed");
    lines.add(30, {}, "v-1", "Page Viewed");
    lines.add(60, "ana", "v-1", "Page Viewed"); // one person
    lines.add(90, {}, "v-1", "Guide Viewed");
    lines.add(120, "bob", {}, "Page Viewed");
    lines.import(place);
    const Read store(place);
    QCOMPARE(store.identities.until(Instant::never()).size(), std::size_t{1});
    QCOMPARE(store.identities.personOf(1), std::uint32_t{0});
    QCOMPARE(store.identities.personOf(1, minute(30)), std::uint32_t{1});
    QCOMPARE(store.events(0), QStringLiteral("Identified, Size Chart Viewed, Page Viewed, Page Viewed, Guide Viewed"));
    QCOMPARE(store.events(0, minute(60)), QStringLiteral("Identified, Size Chart Viewed, Page Viewed, Page Viewed"));
    QCOMPARE(store.events(0, minute(31)), QStringLiteral("Identified")); // as it stood then
    QCOMPARE(store.events(1, minute(31)), QStringLiteral("Size Chart Viewed, Page Viewed"));
    QCOMPARE(store.events(1), QStringLiteral("Size Chart Viewed, Page Viewed")); // what it had
    QCOMPARE(store.events(2), QStringLiteral("Guide Viewed"));
    const auto owners = session::EventOwners::read(*store.reader, store.run, store.symbols, store.identities);
    QVERIFY(owners.ok());
    QString whose;
    const auto rows = store.reader->events(store.run.id, std::nullopt, 0, 100);
    for (const audit::EventRow& row : *rows)
        whose += QString::number(owners->of(row));
    QCOMPARE(whose, QStringLiteral("0020003"));
}

/// Who was parted again has what its ids claim, also of the time in between.
void IdentityTests::eventsComeApart() {
    const Place place;
    const auto seen = [](const QString& id, const QString& user, const QString& session, const char* name) {
        QJsonObject event = liveEvent(id, user, QString::fromUtf8(name));
        event.insert(QStringLiteral("anonymousId"), session);
        if (user.isEmpty())
            event.remove(QStringLiteral("userId"));
        return event;
    };
    LiveServer server(place, QStringLiteral("2026-03-05T10:00:00Z"));
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post({seen("m1", "ana", "a-1", "Page Viewed")}), 200);
    QCOMPARE(server.post({seen("m2", "", "v-1", "Guide Viewed")}), 200);
    QCOMPARE(server.post({seen("m3", "ana", "v-1", "Cart Viewed")}), 200);
    QCOMPARE(server.post({seen("m4", "", "v-1", "Size Chart Viewed")}), 200);
    QCOMPARE(server.post({seen("m5", "ana", "", "Return Policy Viewed")}), 200);
    QCOMPARE(Read(place).events(0),
             QStringLiteral("Page Viewed, Guide Viewed, Cart Viewed, Size Chart Viewed, Return Policy Viewed"));
    const auto done = session::undoMerge(place.folder(), {"", "v-1", "mei", "two sisters"});
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().code.c_str());
    QCOMPARE(server.post({seen("m6", "", "v-1", "Product Viewed")}), 200);
    const Read store(place);
    QCOMPARE(store.events(0), QStringLiteral("Page Viewed, Cart Viewed, Return Policy Viewed"));
    QCOMPARE(store.events(1), QStringLiteral("Guide Viewed, Size Chart Viewed, Product Viewed"));
    const auto owners = session::EventOwners::read(*store.reader, store.run, store.symbols, store.identities);
    QString whose;
    const auto rows = store.reader->events(store.run.id, std::nullopt, 0, 100);
    for (const audit::EventRow& row : *rows)
        whose += QString::number(owners->of(row));
    QCOMPARE(whose, QStringLiteral("010101"));
}

/// The explanation of a decision, and what an auditor sees before labelling it, tell of the visitor's events as well.
void IdentityTests::explanationsKnowBothPasts() {
    const Place place;
    Lines lines;
    for (int i = 0; i < 6; ++i) { // some of them are in no arm that decides
        const QString user = QStringLiteral("user-%1").arg(i), visitor = QStringLiteral("visitor-%1").arg(i);
        lines.add(100 * i, user, {}, "identify");
        lines.add(100 * i + 1, {}, visitor, "Size Chart Viewed", {{"category", "coats"}});
        lines.add(100 * i + 20, user, visitor, "Page Viewed");
        lines.addCart(100 * i + 40, user);
    }
    lines.import(place);
    const Read store(place);
    audit::DecisionFilter filter;
    const auto rows = store.reader->decisions(store.run.id, filter);
    QVERIFY(rows.ok() && !rows->empty());
    const audit::DecisionRow row = rows->front();
    const auto entry = store.reader->decisionEntry(store.run.id, row.key);
    const auto record = audit::decodeDecision(*entry);
    const auto past = session::pastOf(*store.reader, place.folder(), store.run, store.symbols, *entry, *record, 50);
    QVERIFY(past.ok());
    QCOMPARE(std::count_if(past->begin(), past->end(), [](const auto& one) { return one.what == "Size Chart Viewed"; }),
             2); // the visitor's, and one of the cart's own
    measurement::StageAudit audit;
    audit.run = store.run.tag;
    audit.moments.push_back({"x", row.customer, row.time, {}, {}, {}});
    const auto before = session::eventsBefore(place.folder(), audit, "x");
    QVERIFY(before.ok());
    QVERIFY(std::any_of(before->begin(), before->end(), [](const session::SeenEvent& event) {
        return event.name == "Size Chart Viewed" && event.properties.member("category").toText() == "coats";
    }));
}

void IdentityTests::purchasesAreOnePersons() {
    const Place place("templates/travel-disruption");
    Lines lines;
    lines.add(0, "ana", {}, "Booking Made", {{"value", 100}});
    lines.add(5, {}, "v-1", "Booking Made", {{"value", 20}});
    lines.add(9, "bob", {}, "Booking Made", {{"value", 7}});
    lines.add(60, "ana", "v-1", "Booking Made", {{"value", 3}});
    lines.import(place);
    const auto lists = session::purchasesOf(place.folder(), "");
    QVERIFY2(lists.ok(), lists.ok() ? "" : lists.error().code.c_str());
    QCOMPARE(lists->size(), std::size_t{2});
    double spent = 0;
    for (const perception::Purchase& purchase : lists->front())
        spent += purchase.amount;
    QCOMPARE(lists->front().size(), std::size_t{3});
    QCOMPARE(spent, 123.0);
}

/// Nor is anybody asked in which stage it was; whom software turned out to be is no person either.
void IdentityTests::softwareTeachesNothing() {
    const QJsonObject software{{"agent", QJsonObject{{"type", "software"}, {"name", "buyer-bot"}}}};
    const auto write = [&](Lines& lines, bool withSoftware) {
        for (int i = 0; i < 4; ++i)
            lines.addCart(100 * i, QStringLiteral("user-%1").arg(i));
        lines.add(600, "ana", {}, "Order Completed", {{"value", 40}, {"margin", 10}, {"order_id", "o1"}});
        if (!withSoftware)
            return;
        lines.addCart(700, "bot");
        lines.add(720, "bot", {}, "Order Completed", {{"value", 40}, {"margin", 10}, {"order_id", "o2"}}, software);
        lines.add(730, {}, "crawl", "Product Viewed", {}, software);
        lines.add(740, "eve", {}, "Page Viewed");
        lines.add(750, "eve", "crawl", "Page Viewed"); // was that software all along
    };
    const Place place, without;
    Lines all, people;
    write(all, true);
    write(people, false);
    all.import(place);
    people.import(without);
    const Read store(place);
    const auto found = session::notPeople(*store.reader, store.run, store.identities);
    QVERIFY(found.ok());
    const std::uint32_t bot = store.number("bot");
    QVERIFY(bot != audit::noCustomer && found->contains(bot));
    QVERIFY(found->size() >= 2); // and who was taken for one with the crawler
    QVERIFY(!found->contains(store.number("user-1")));
    const auto audit = session::drawStageAudit(place.folder(), "", 1, 1000);
    QVERIFY(audit.ok() && audit->moments.size() >= 20);
    for (const measurement::AuditMoment& moment : audit->moments)
        QVERIFY(!found->contains(moment.customer));
    const auto a = session::reweighting(place.folder(), {}), b = session::reweighting(without.folder(), {});
    QVERIFY(a.ok() && b.ok());
    QCOMPARE(a->stages.size(), b->stages.size());
    for (std::size_t i = 0; i < a->stages.size(); ++i)
        QCOMPARE(a->stages[i].converted.count, b->stages[i].converted.count);

    const Place travel("templates/travel-disruption");
    Lines bookings;
    bookings.add(0, "ana", {}, "Booking Made", {{"value", 100}});
    bookings.add(5, "bot", {}, "Booking Made", {{"value", 20}}, software);
    bookings.import(travel);
    QCOMPARE(session::purchasesOf(travel.folder(), "")->size(), std::size_t{1});
}

/// Moments are turns, not decisions: those of customers for whom nothing is decided, too.
void IdentityTests::momentsAreOfEverybody() {
    const Place place;
    Lines lines;
    for (int i = 0; i < 20; ++i)
        lines.addCart(20 * i, QStringLiteral("user-%1").arg(i));
    lines.import(place);
    const Read store(place);
    const auto count = store.reader->countDecisions(store.run.id, {});
    const auto all = session::drawStageAudit(place.folder(), "", 1, 10'000);
    QVERIFY(count.ok() && all.ok());
    QVERIFY(all->moments.size() > *count + 100);
    std::set<documents::Arm> arms;
    std::size_t decided = 0;
    for (const measurement::AuditMoment& moment : all->moments) {
        const auto row = store.reader->customer(store.run.id, moment.customer);
        arms.insert((*row)->arm);
        decided += moment.id.find("/event-") == std::string::npos ? 1U : 0U;
        QVERIFY(!moment.stage.empty());
    }
    QVERIFY(arms.contains(documents::Arm::Baseline));
    QCOMPARE(decided, static_cast<std::size_t>(*count));
    // Each is as likely as any other: over many draws of 20, everybody's turn comes.
    session::MomentsAsked asked;
    asked.count = 20;
    std::map<std::string, int> drawn;
    for (asked.seed = 1; asked.seed <= 60; ++asked.seed) {
        const auto some = session::drawMoments(*store.reader, store.run, place.open(), asked);
        QVERIFY(some.ok());
        QCOMPARE(some->size(), std::size_t{20});
        for (const measurement::AuditMoment& moment : *some)
            ++drawn[moment.id];
    }
    QVERIFY(drawn.size() > all->moments.size() * 9 / 10);
    for (const auto& [id, times] : drawn)
        QVERIFY2(times <= 20, id.c_str()); // 6 are expected
}

/// A month's audit is of that month, whatever was drawn before.
void IdentityTests::monthsStay() {
    const Place place;
    Lines lines;
    for (int day = 0; day < 31; ++day)
        for (int i = 0; i < 3; ++i)
            lines.add(24 * 60 * day + i, QStringLiteral("user-%1").arg(i), {}, "Page Viewed");
    lines.add(24 * 60 * 31 + 5, "user-1", {}, "Page Viewed"); // November
    lines.import(place);
    const auto months = session::auditMonths(place.run());
    QCOMPARE(months.size(), std::size_t{2});
    const auto audit = session::drawMonthlyAudit(place.folder(), "", {2026, 10});
    QVERIFY(audit.ok());
    QCOMPARE(audit->seed, std::uint64_t{202610});
    QCOMPARE(audit->moments.size(), std::size_t{50});
    for (const measurement::AuditMoment& moment : audit->moments)
        QVERIFY(moment.at >= october && moment.at < october + Duration::days(31));
    const auto november = session::drawMonthlyAudit(place.folder(), "", {2026, 11});
    QVERIFY(november.ok() && november->moments.size() == 1);
    QVERIFY(*session::drawMonthlyAudit(place.folder(), "", {2026, 10}) == *audit); // kept
}

/// What is computed again is what the core recorded, where it recorded anything.
void IdentityTests::stagesAreComputedAgain() {
    const Place place;
    session::SimulateRequest request;
    request.customers = 150;
    request.days = 10;
    request.seed = 3;
    QVERIFY(session::simulate(place.open(), request).ok());
    const Read store(place);
    const auto opened = session::openAsOf(place.folder(), store.run);
    audit::DecisionFilter filter;
    filter.limit = 400;
    const auto rows = store.reader->decisions(store.run.id, filter);
    QVERIFY(opened.ok() && rows.ok());
    int same = 0;
    for (const audit::DecisionRow& row : *rows) {
        std::vector<Instant> readings;
        audit::DecisionFilter own;
        own.customer = row.customer;
        own.limit = 10'000;
        const auto all = store.reader->decisions(store.run.id, own);
        for (const audit::DecisionRow& one : *all)
            readings.push_back(one.time);
        std::sort(readings.begin(), readings.end());
        const auto stage = session::stageAt(*store.reader, store.run, store.symbols, *opened->program, store.identities,
                                            row.customer, row.time, readings);
        QVERIFY(stage.ok());
        same += *stage == store.symbols.name(row.stage) ? 1 : 0;
    }
    qInfo("%d of %zu", same, rows->size());
    QVERIFY(rows->size() == 400 && same >= 396);
}

/// Two numbers, two keys: nothing of either can be read, and what is known of all stays.
void IdentityTests::mergedAreErased() {
    const Place place;
    const std::vector<std::string> traces{"zoe-471199", "zoes-phone", "Zoeswholename", "zoes-own-words", "her-visit"};
    Lines lines;
    for (int i = 0; i < 8; ++i)
        lines.addCart(100 * i, QStringLiteral("user-%1").arg(i));
    lines.add(900, "zoe-471199", {}, "identify", {{"first_name", "Zoeswholename"}});
    lines.add(905, {}, "zoes-phone", "Nobody Planned This", {{"text", "her-visit before she signed in"}});
    lines.add(906, {}, "zoes-phone", "Cart Abandoned", {{"value", 80}, {"margin", 30}, {"product", "her-visit"}});
    lines.add(960, "zoe-471199", "zoes-phone", "Nobody Planned This", {{"text", "zoes-own-words"}});
    lines.addCart(1000, "zoe-471199");
    lines.import(place);
    QVERIFY(!place.holding(traces).isEmpty());
    const auto figures = [&] {
        const auto insights = session::insightsOf(place.folder());
        if (!insights)
            qFatal("%s", insights.error().code.c_str());
        QStringList text;
        for (const measurement::MetricValue& metric : insights->metrics)
            for (const auto& value : {metric.agentic, metric.baseline})
                text << (value ? QString::number(*value, 'g', 17) : QStringLiteral("-"));
        text << QString::number(insights->lift.agentic, 'g', 17) << QString::number(insights->lift.baseline, 'g', 17)
             << QString::number(insights->mixedArms);
        return text.join(QLatin1Char(' '));
    };
    const QString before = figures();
    std::uint32_t zoe = 0;
    {
        const Read store(place);
        QCOMPARE(store.identities.until(Instant::never()).size(), std::size_t{1});
        zoe = store.number("zoe-471199");
        QCOMPARE(store.identities.related(zoe).size(), std::size_t{2});
    }
    const auto erased = session::eraseCustomer(place.folder(), {"zoes-phone", {}, "karin", "request 17"});
    QVERIFY2(erased.ok(), erased.ok() ? "" : erased.error().code.c_str());
    QCOMPARE(place.holding(traces), QString());
    QVERIFY(place.verified());
    const Read store(place);
    const auto gone = store.reader->erased(store.run.id);
    QVERIFY(gone.ok());
    QCOMPARE(gone->size(), std::size_t{2}); // both numbers
    for (const std::uint32_t number : *gone) {
        const auto rows = store.reader->events(store.run.id, number, 0, 100);
        QVERIFY(rows.ok() && !rows->empty());
        for (const audit::EventRow& row : *rows)
            QVERIFY(row.body.empty());
    }
    QCOMPARE(figures(), before);
}
