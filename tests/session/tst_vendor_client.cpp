#include "session/live_server.h"
#include "session/vendor_client_tests.h"

#include "audit/decision_record.h"
#include "audit/events.h"
#include "base/json.h"
#include "perception/intake.h"
#include "session/live_run.h"
#include "session/store_access.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <map>
#include <set>

using namespace wayreeve;

namespace {

constexpr const char* berlin = "Europe/Berlin"; // of every customer

std::unique_ptr<audit::LedgerReader> readerOf(const Place& place) {
    auto reader = session::openReader(place.folder());
    return reader ? std::move(*reader) : nullptr;
}

std::vector<governance::Proposal> itemsOf(const Place& place, std::set<governance::ProposalState> states) {
    const auto items = readerOf(place)->proposals(place.run().id, states, 100'000);
    return items ? *items : std::vector<governance::Proposal>();
}

/// What the vendor's client leaves behind.
void sendAll(LiveServer& server, const QString& folder) {
    QProcess node;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PORT"), QString::number(server.port()));
    environment.insert(QStringLiteral("NODE_PATH"), folder + QStringLiteral("/node_modules"));
    node.setProcessEnvironment(environment);
    node.start(QStringLiteral("node"), {QStringLiteral(WAYREEVE_TEST_DIR "/clients/shop.js")});
    QVERIFY2(node.waitForFinished(120'000) && node.exitCode() == 0, node.readAllStandardError().constData());
}

/// Approves whatever waits; a young model is unsure, so people are asked.
void approveAll(const Place& place) {
    for (const governance::Proposal& proposal : itemsOf(place, {governance::ProposalState::Proposed}))
        for (const auto kind : {governance::CommandKind::Claim, governance::CommandKind::Approve})
            (void)session::giveCommand(place.folder(), "l1", {kind, proposal.number, "mei", {}, {}, {}});
}

struct Made {
    std::map<std::uint32_t, std::set<std::string>> triggers; ///< of a customer's decisions
    std::set<std::uint32_t> acted;                           ///< who had one that was not to wait
};

Made decisionsOf(const Place& place) {
    Made made;
    std::set<std::pair<std::uint32_t, std::string>> turns;
    (void)readerOf(place)->forEachEntry(place.run().id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind != audit::EntryKind::Decision)
            return true;
        const auto record = audit::decodeDecision(entry);
        made.triggers[entry.customer].insert(record->triggerName);
        for (const planning::SlotChoice& choice : record->plan.choices)
            if (record->plan.candidates[choice.chosen].action != 0)
                made.acted.insert(entry.customer);
        return true;
    });
    return made;
}

std::set<std::uint32_t> treated(const Place& place) {
    std::set<std::uint32_t> numbers;
    const auto customers = readerOf(place)->customers(place.run().id, "", 1000);
    for (const audit::CustomerRow& row : *customers)
        if (row.arm != documents::Arm::Baseline)
            numbers.insert(row.number);
    return numbers;
}

struct Sent {
    int marketing = 0;
    int mostADay = 0;       ///< marketing to one customer in one local day
    int earliest = 24 * 60; ///< local minute of what is not an operation
};

Sent sentOf(const Place& place) {
    Sent sent;
    const Zone zone = *Zone::find(berlin);
    std::map<std::pair<std::uint32_t, std::int64_t>, int> days;
    const auto all = readerOf(place)->dispatches(place.run().id, std::nullopt, INT64_MAX);
    for (const execution::Dispatch& dispatch : *all) {
        if (dispatch.slot == documents::Slot::Operation)
            continue;
        const auto local = zone.local(dispatch.at);
        sent.earliest = std::min(sent.earliest, local.minuteOfDay);
        if (dispatch.slot != documents::Slot::Marketing)
            continue;
        ++sent.marketing;
        sent.mostADay = std::max(sent.mostADay, ++days[{dispatch.customer, local.dayNumber}]);
    }
    return sent;
}

bool repeats(const Place& place) {
    const Ctl replay = Ctl::run({"replay", place.path(), "--run", "l1", "--json"});
    const auto json = parseJson(replay.out.toStdString());
    return json && json->member("identical") == Value(true);
}

} // namespace

void VendorClientTests::initTestCase() {
    m_folder = QStringLiteral(WAYREEVE_BIN_DIR "/../tests/session-clients");
    const bool needed = qEnvironmentVariableIsSet("WAYREEVE_NEED_RECEIVERS");
    const auto missing = [&](const char* why) {
        if (needed)
            QFAIL(why);
        QSKIP(why);
    };
    if (QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty())
        missing("node or npm is not installed");
    QDir().mkpath(m_folder);
    if (QFile::exists(m_folder + QStringLiteral("/node_modules/@segment/analytics-node/package.json")))
        return;
    for (const char* name : {"package.json", "package-lock.json"})
        QFile::copy(QStringLiteral(WAYREEVE_SOURCE_DIR "/tests/ingest/clients/") + QLatin1String(name),
                    m_folder + QLatin1Char('/') + QLatin1String(name));
    QProcess npm;
    npm.setWorkingDirectory(m_folder);
    npm.start(QStringLiteral("npm"), {QStringLiteral("ci"), QStringLiteral("--ignore-scripts")});
    if (!npm.waitForFinished(240'000) || npm.exitCode() != 0)
        missing("the vendor's client cannot be had here");
}

/// Stored once; whoever abandons a cart and is not in the baseline arm is decided about in that very turn; people are
/// asked; nobody is written to twice in a day, also not when the next day has come.
void VendorClientTests::byDay() {
    const Place place;
    {
        LiveServer server(place, QStringLiteral("2026-03-05T10:00:00Z"));
        QVERIFY2(server.ready(), server.errors().constData());
        sendAll(server, m_folder);
        QVERIFY(itemsOf(place, {governance::ProposalState::Proposed}).size() >= 10);
        approveAll(place);
        server.end();
    }
    std::map<std::string, std::uint64_t> fates;
    const auto stored = readerOf(place)->fates(place.run().id);
    QVERIFY(stored.ok());
    for (const auto& [fate, count] : *stored)
        fates[std::string(perception::nameOf(static_cast<perception::Fate>(fate)))] = count;
    QCOMPARE(fates, (std::map<std::string, std::uint64_t>{{"accepted", 1000}, {"duplicate", 50}}));
    QCOMPARE(readerOf(place)->customers(place.run().id, "", 1000)->size(), std::size_t{100});
    Made made = decisionsOf(place);
    for (const std::uint32_t customer : treated(place))
        QVERIFY2(made.triggers[customer].contains("Cart Abandoned"), qPrintable(QString::number(customer)));
    QVERIFY2(made.acted.size() >= 50, qPrintable(QString::number(made.acted.size())));
    const int first = sentOf(place).marketing;
    QVERIFY(first > 0);
    {
        LiveServer server(place, QStringLiteral("2026-03-06T10:00:00Z"));
        QVERIFY2(server.ready(), server.errors().constData());
        for (int customer = 0; customer < 100; ++customer)
            QCOMPARE(server.post({liveEvent(QStringLiteral("again-%1").arg(customer),
                                            QStringLiteral("shopper-%1").arg(customer), "Cart Abandoned",
                                            {{"value", 90},
                                             {"margin", 45},
                                             {"stock", 5},
                                             {"items", 2},
                                             {"on_sale", false},
                                             {"product", "q"},
                                             {"category", "shoes"}})}),
                     200);
        approveAll(place);
        server.end();
    }
    const Sent sent = sentOf(place);
    QVERIFY2(sent.marketing > first, "the next day nobody was written to");
    QCOMPARE(sent.mostADay, 1);
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// 03:00 in Berlin: decided and approved as by day, but nothing leaves before 09:00, and then it does.
void VendorClientTests::byNight() {
    const Place place;
    {
        LiveServer server(place, QStringLiteral("2026-03-05T02:00:00Z"));
        QVERIFY2(server.ready(), server.errors().constData());
        sendAll(server, m_folder);
        approveAll(place);
        server.end();
    }
    const auto held = itemsOf(place, {governance::ProposalState::Held});
    QVERIFY2(held.size() >= 10, qPrintable(QString::number(held.size())));
    for (const governance::Proposal& proposal : held)
        QCOMPARE(formatInstant(proposal.notBefore), std::string("2026-03-05T08:00:00Z"));
    QCOMPARE(sentOf(place).earliest, 24 * 60);
    LiveServer server(place, QStringLiteral("2026-03-05T07:59:59Z"));
    QVERIFY2(server.ready(), server.errors().constData());
    QTRY_VERIFY_WITH_TIMEOUT(itemsOf(place, {governance::ProposalState::Held}).empty(), 60'000);
    server.end();
    const Sent sent = sentOf(place);
    QVERIFY(sent.marketing >= 10);
    QCOMPARE(sent.mostADay, 1);
    QCOMPARE(sent.earliest, 9 * 60);
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}
