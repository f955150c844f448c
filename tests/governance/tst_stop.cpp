#include "governance/governance_tests.h"

#include "governance/stop.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace wayreeve;
using governance::StopSwitch;

void StopTest::scopes_data() {
    QTest::addColumn<QString>("scope");
    QTest::addColumn<bool>("mailer");    // agent mailer, action send
    QTest::addColumn<bool>("other");     // agent other, action send
    QTest::addColumn<bool>("elsewhere"); // agent other, action note
    QTest::newRow("everything") << "" << true << true << true;
    QTest::newRow("agent") << "agent/mailer" << true << false << false;
    QTest::newRow("action") << "action/send" << true << true << false;
    QTest::newRow("prefix of an id") << "agent/mail" << false << false << false;
    QTest::newRow("an action is no agent") << "agent/send" << false << false << false;
}

void StopTest::scopes() {
    QFETCH(QString, scope);
    StopSwitch stop;
    stop.set("action/unrelated");
    stop.set(scope.toStdString());
    QTEST(stop.stopped("mailer", "send"), "mailer");
    QTEST(stop.stopped("other", "send"), "other");
    QTEST(stop.stopped("other", "note"), "elsewhere");
    QCOMPARE(stop.scopes(), (std::set<std::string>{"action/unrelated", scope.toStdString()}));
    stop.lift(scope.toStdString());
    QVERIFY(!stop.stopped("mailer", "send"));
    QVERIFY(stop.stopped("mailer", "unrelated"));
    QCOMPARE(stop.lifts(), std::uint64_t{1});
    stop.lift(scope.toStdString());
    QCOMPARE(stop.lifts(), std::uint64_t{1});
}

namespace {

/// Three threads try to call as fast as they can; the switch is set and lifted 30 times. A call that sees `stopped`
/// true began after set() had returned.
template <class TryCall>
void hammer(StopSwitch& stop, TryCall tryCall) {
    std::atomic<bool> stopped = false, done = false;
    std::atomic<int> calls = 0, late = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i)
        threads.emplace_back([&] {
            while (!done)
                tryCall(stop, [&] {
                    if (stopped)
                        ++late;
                    ++calls;
                });
        });
    for (int round = 0; round < 30; ++round) {
        for (const int before = calls; calls < before + 10;)
            std::this_thread::yield();
        stop.set(round % 2 == 0 ? "agent/a" : "");
        stopped = true;
        const int at = calls;
        for (int i = 0; i < 20; ++i)
            std::this_thread::yield();
        const int after = calls;
        stopped = false;
        stop.lift(round % 2 == 0 ? "agent/a" : "");
        if (at != after)
            ++late;
    }
    done = true;
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(late.load(), 0);
    QVERIFY(calls >= 300);
}

} // namespace

void StopTest::noCallStartsAfterStop() {
    StopSwitch stop;
    hammer(stop, [](StopSwitch& s, auto call) { s.startUnlessStopped("a", "send", call); });
}

void StopTest::noFlightDepartsAfterStop() {
    StopSwitch stop(Duration::hours(1));
    hammer(stop, [](StopSwitch& s, auto call) {
        if (const auto flight = s.depart("a", "send", "key")) {
            std::this_thread::yield(); // between "allowed" and the call
            call();
        }
    });
}

void StopTest::stopWaitsForFlightsInItsScopeOnly() {
    StopSwitch patient(Duration::hours(1));
    std::optional<StopSwitch::Flight> flight = patient.depart("a", "send", "key-1");
    QVERIFY(flight.has_value());
    patient.set("agent/b"); // returns at once: nothing of b's is in flight
    QCOMPARE(patient.inFlight(), std::vector<std::string>{"key-1"});

    std::atomic<bool> landed = false;
    bool landedFirst = false;
    std::thread stopper([&] {
        patient.set("agent/a");
        landedFirst = landed;
    });
    while (!patient.stopped("a", "send")) // takes effect at once …
        std::this_thread::yield();
    QVERIFY(!patient.depart("a", "send", "key-2").has_value());
    landed = true;
    flight.reset(); // … and returns when the call has ended
    stopper.join();
    QVERIFY(landedFirst);
    QVERIFY(patient.inFlight().empty());

    StopSwitch hasty(Duration::milliseconds(0));
    const auto slow = hasty.depart("a", "send", "slow");
    hasty.set("");
    QCOMPARE(hasty.inFlight(), std::vector<std::string>{"slow"});
}
