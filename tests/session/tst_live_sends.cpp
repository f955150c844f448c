#include "session/live_sends.h"
#include "session/live_tests.h"
#include "session/receiver.h"

#include "audit/events.h"
#include "base/json.h"
#include "perception/intake.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTest>

#include <future>
#include <set>

using namespace wayreeve;
using governance::ProposalState;

void LiveSendTests::resultsComeBack() {
    Receiver receiver;
    const Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    LiveServer server(place, {});
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.start().value(QStringLiteral("sends_really")).toBool(), true);
    for (int customer = 0; customer < 12; ++customer)
        QCOMPARE(server.post(cartOf(customer)), 200);
    const std::size_t before = resultsOf(place).size(); // of what needed nobody
    const int approved = approve(place, 4);
    QCOMPARE(approved, 4);
    QTRY_COMPARE_WITH_TIMEOUT(itemsOf(place, {ProposalState::Dispatched}).size(), std::size_t{4}, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(resultsOf(place).size() >= before + 4, 60'000);
    server.end();
    for (const execution::Dispatch& result : resultsOf(place)) {
        QCOMPARE(result.state, execution::DispatchState::Succeeded);
        QCOMPARE(result.result, std::string("ok"));
        QCOMPARE(result.attempts, 1);
    }
    QCOMPARE(receiver.asked().size(), resultsOf(place).size());
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// kill −9 while it sends: the receiver is asked again with the same keys, and the run learns of every answer.
void LiveSendTests::killedItSendsOnce() {
    Receiver receiver;
    const Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    for (int round = 0; round < 3; ++round) {
        LiveServer server(place, {});
        QVERIFY2(server.ready(), server.errors().constData());
        for (int customer = 0; customer < 5; ++customer)
            QCOMPARE(server.post(cartOf(round * 5 + customer)), 200);
        QVERIFY(approve(place, 3) > 0);
        if (round < 2) {
            const std::size_t calls = receiver.calls();
            QTRY_VERIFY_WITH_TIMEOUT(receiver.calls() > calls || receiver.calls() >= 1, 60'000);
            server.kill();
            continue;
        }
        QTRY_VERIFY_WITH_TIMEOUT(itemsOf(place, {ProposalState::Dispatching}).empty(), 120'000);
        // What needed nobody is on its way beside the approved ones: its answers are waited for too.
        QTRY_VERIFY_WITH_TIMEOUT(resultsOf(place).size() ==
                                     readerOf(place)->dispatches(place.run().id, std::nullopt, INT64_MAX)->size(),
                                 60'000);
        server.end();
    }
    const auto dispatches = readerOf(place)->dispatches(place.run().id, std::nullopt, INT64_MAX);
    QVERIFY(dispatches.ok());
    QCOMPARE(receiver.asked().size(), dispatches->size()); // as many keys as actions
    QCOMPARE(resultsOf(place).size(), dispatches->size());
    for (const execution::Dispatch& dispatch : *dispatches)
        QCOMPARE(dispatch.state, execution::DispatchState::Succeeded);
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// Who takes consent back is told of to the receiver as well, once, and the outbox shows it.
void LiveSendTests::optOutsArePassedOn() {
    Receiver receiver;
    const Place place;
    connectAll(place, receiver);
    LiveServer server(place, {});
    QVERIFY2(server.ready(), server.errors().constData());
    const QString user = QStringLiteral("shopper-9");
    QCOMPARE(server.post({liveEvent("said-yes", user, "Consent Changed",
                                    {{"purpose", "marketing"}, {"channel", "email"}, {"granted", true}})}),
             200);
    QCOMPARE(resultsOf(place).size(), std::size_t{0}); // a yes is nobody's business
    const QJsonObject no = liveEvent("said-no", user, "Unsubscribed", {{"channel", "email"}});
    QCOMPARE(server.post({no, liveEvent("no-more", user, "Suppressed")}), 200);
    QCOMPARE(server.post({no}), 200); // a duplicate
    QTRY_COMPARE_WITH_TIMEOUT(resultsOf(place).size(), std::size_t{2}, 60'000);
    server.end();
    QCOMPARE(receiver.calls(), std::size_t{2});
    QCOMPARE(receiver.asked().size(), std::size_t{2}); // a key each
    const Ctl outbox = Ctl::run({"outbox", place.path(), "--run", "l1", "--json"});
    const auto listed = parseJson(outbox.out.toStdString());
    QVERIFY(listed && listed->list() && listed->list()->size() == 2);
    std::set<std::string> actions;
    for (const Value& item : *listed->list()) {
        actions.insert(item.member("action").toText());
        QCOMPARE(item.member("state").toText(), std::string("succeeded"));
    }
    QCOMPARE(actions, (std::set<std::string>{"Suppressed", "Unsubscribed"}));
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// A refusal is a result too: the item failed, and what reached nobody fills no cap.
void LiveSendTests::refusedIsFailed() {
    Receiver receiver;
    receiver.status = 422;
    const Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    LiveServer server(place, {});
    QVERIFY2(server.ready(), server.errors().constData());
    for (int customer = 0; customer < 6; ++customer)
        QCOMPARE(server.post(cartOf(customer)), 200);
    QCOMPARE(approve(place, 2), 2);
    QTRY_COMPARE_WITH_TIMEOUT(itemsOf(place, {ProposalState::Failed}).size(), std::size_t{2}, 60'000);
    server.end();
    QVERIFY(!resultsOf(place).empty());
    for (const execution::Dispatch& result : resultsOf(place)) {
        QCOMPARE(result.state, execution::DispatchState::Failed);
        QCOMPARE(result.result, std::string("http-422"));
    }
    QVERIFY(repeats(place));
}

/// What the engine of a live run has in hand is not sent again by a `dispatch` beside it.
void LiveSendTests::dispatchLeavesItToTheEngine() {
    Receiver receiver;
    std::promise<void> looked; // until then the receiver does not answer: the items are in hand
    receiver.onCall = [answer = looked.get_future().share()] { answer.wait(); };
    const Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    LiveServer server(place, {});
    QVERIFY2(server.ready(), server.errors().constData());
    for (int customer = 0; customer < 6; ++customer)
        QCOMPARE(server.post(cartOf(customer)), 200);
    QCOMPARE(approve(place, 2), 2);
    QTRY_VERIFY_WITH_TIMEOUT(receiver.calls() >= 1, 60'000);
    const Ctl beside = Ctl::run({"dispatch", place.path(), "--run", "l1", "--json"});
    looked.set_value();
    QCOMPARE(beside.code, 0);
    QCOMPARE(parseJson(beside.out.toStdString())->member("settled"), Value(0));
    QTRY_COMPARE_WITH_TIMEOUT(itemsOf(place, {ProposalState::Dispatched}).size(), std::size_t{2}, 60'000);
    server.end();
    QCOMPARE(receiver.calls(), receiver.asked().size()); // each key once
    for (const execution::Dispatch& result : resultsOf(place))
        QCOMPARE(result.attempts, 1);
    QVERIFY(repeats(place));
}

/// The cart reminder needs a stock fact: a live run asks over HTTP, decides on the answer, keeps it, replays it.
void LiveSendTests::factsAreAskedFor() {
    httplib::Server records;
    std::atomic<int> asked = 0;
    records.Get("/facts/stock/sku-1", [&](const httplib::Request&, httplib::Response& response) {
        ++asked;
        const auto now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
        response.set_content(R"({"value": {"available": 7}, "asOf": ")" + now + R"("})", "application/json");
    });
    const int port = records.bind_to_any_port("127.0.0.1");
    std::thread serving([&] { records.listen_after_bind(); });
    const Place place;
    place.edit("workspace.yaml", "facts:", "facts:\n  url: http://127.0.0.1:" + std::to_string(port) + "/facts");
    place.edit("actions.yaml", "    when: carts_30d > 0\n    family: cart\n    cooldown: 2 d\n  - id: size-guide",
               "    when: carts_30d > 0\n    family: cart\n    cooldown: 2 d\n    needs:\n"
               "      - {fact: stock, id: '\"sku-1\"'}\n  - id: size-guide");
    LiveServer server(place, {});
    const bool ready = server.ready();
    for (int customer = 0; ready && customer < 6; ++customer)
        (void)server.post(cartOf(customer));
    const auto factsIn = [&] {
        int found = 0;
        (void)readerOf(place)->forEachEntry(place.run().id, 1, [&](const audit::Entry& entry, const Hash256&) {
            if (entry.kind != audit::EntryKind::Decision)
                return true;
            const auto decision = audit::decodeDecision(entry);
            for (const planning::KnownFact& fact : decision->plan.facts)
                if (fact.problem.empty() && !fact.waiting && fact.value.member("available").toText() == "7")
                    ++found;
            return true;
        });
        return found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(factsIn() > 0, 60'000);
    server.end();
    records.stop();
    serving.join();
    QVERIFY(asked > 0);
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}
