#include "execution/execution_tests.h"
#include "execution/memory_outbox.h"

#include <QtTest>

#include <atomic>
#include <map>
#include <set>
#include <stdexcept>
#include <thread>

using namespace wayreeve;
using namespace wayreeve::execution;
using governance::StopSwitch;

namespace {

/// Answers what was scripted for a key, in turn, then "ok"; keeps every call.
class ScriptedConnector final : public Connector {
public:
    std::map<std::string, std::vector<Answer>> script;
    std::vector<std::string> calls; ///< "key customer action"
    std::function<void(const Dispatch&)> onSend;
    bool keys = true;

    bool honoursKeys() const override { return keys; }
    Answer send(const Dispatch& dispatch, const std::string& customerKey, const std::string& actionId) override {
        calls.push_back(dispatch.key + " " + customerKey + " " + actionId);
        if (onSend)
            onSend(dispatch);
        auto& answers = script[dispatch.key];
        if (answers.empty())
            return {DispatchState::Succeeded, "ok"};
        const Answer answer = answers.front();
        answers.erase(answers.begin());
        return answer;
    }
};

const Connector::Answer lost{DispatchState::Unknown, "timeout"};
const Connector::Answer broken{DispatchState::Failed, "http-404"};

struct Post {
    std::function<Leave(const Dispatch&)> leave;
    std::vector<std::string> settled; ///< "key state", and "?" where it may have been done all the same
    MemoryOutbox outbox;
    StopSwitch stop{Duration::hours(1)};
    ScriptedConnector connector;
    std::vector<std::int64_t> pauses; ///< seconds
    std::function<void()> duringPause;
    Dispatcher dispatcher{outbox,
                          stop,
                          [this](const std::string& name) { return name == "http" ? &connector : nullptr; },
                          [](Sym symbol) { return std::string(1, static_cast<char>('a' + symbol)); },
                          {6,
                           [this](Duration length) {
                               pauses.push_back(length.ms / 1000);
                               if (duringPause)
                                   duringPause();
                           },
                           {},
                           [this](const Dispatch& item) { return leave ? leave(item) : Leave{}; },
                           [this](const Dispatch& item, bool sure) {
                               settled.push_back(item.key + " " + std::string(nameOf(item.state)) + (sure ? "" : "?"));
                           }}};
    const Dispatch& item(std::size_t i) { return outbox.items[i]; }
};

} // namespace

void DispatcherTest::deliversInOrder() {
    Post post;
    for (std::uint64_t n = 1; n <= 3; ++n)
        post.outbox.add(n);
    QCOMPARE(*post.dispatcher.drainOnce(2), 2);
    QCOMPARE(post.outbox.states(), std::string("succeeded succeeded pending"));
    QCOMPARE(*post.dispatcher.drainOnce(2), 1);
    QCOMPARE(*post.dispatcher.drainOnce(2), 0);
    QCOMPARE(post.connector.calls,
             (std::vector<std::string>{"key-1 customer-101 c", "key-2 customer-102 c", "key-3 customer-103 c"}));
    QCOMPARE(post.item(0).result, std::string("ok"));
    QCOMPARE(post.item(0).attempts, 1);
    QVERIFY(post.pauses.empty());
}

void DispatcherTest::retriesUnknownWithBackOff() {
    Post post;
    post.outbox.add(1);
    post.connector.script["key-1"] = {lost, lost, {DispatchState::Unknown, "http-503"}};
    QCOMPARE(*post.dispatcher.drainOnce(), 1);
    QCOMPARE(post.outbox.states(), std::string("succeeded"));
    QCOMPARE(post.item(0).attempts, 4);
    QCOMPARE(post.pauses, (std::vector<std::int64_t>{1, 2, 4}));
    QCOMPARE(post.connector.calls, std::vector<std::string>(4, "key-1 customer-101 c")); // always the same key
}

void DispatcherTest::deadLetterAfterTheLastAttempt() {
    Post post;
    post.outbox.add(1);
    post.connector.script["key-1"].assign(9, lost);
    QCOMPARE(*post.dispatcher.drainOnce(), 1);
    QCOMPARE(post.outbox.states(), std::string("failed"));
    QCOMPARE(post.item(0).attempts, 6);
    QCOMPARE(post.item(0).result, std::string("timeout"));
    QCOMPARE(post.pauses, (std::vector<std::int64_t>{1, 2, 4, 8, 16}));
    QCOMPARE(*post.dispatcher.drainOnce(), 0); // and is left alone
    QCOMPARE(post.connector.calls.size(), std::size_t{6});
}

void DispatcherTest::failureIsNotRetried() {
    Post post;
    post.outbox.add(1);
    post.connector.script["key-1"] = {broken};
    QCOMPARE(*post.dispatcher.drainOnce(), 1);
    QCOMPARE(post.outbox.states(), std::string("failed"));
    QCOMPARE(post.item(0).result, std::string("http-404"));
    QCOMPARE(post.item(0).attempts, 1);
}

void DispatcherTest::waitsAsLongAsAsked_data() {
    QTest::addColumn<int>("asked"); // seconds
    QTest::addColumn<int>("waited");
    QTest::newRow("longer than our own") << 7 << 7;
    QTest::newRow("shorter") << 1 << 1;
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("ten minutes at most") << 3600 << 600;
}

void DispatcherTest::waitsAsLongAsAsked() {
    QFETCH(int, asked);
    QFETCH(int, waited);
    Post post;
    post.outbox.add(1);
    post.outbox.add(2);
    post.connector.script["key-1"] = {{DispatchState::Unknown, "http-429", Duration::seconds(asked)}, lost};
    QCOMPARE(*post.dispatcher.drainOnce(), 2);
    QCOMPARE(post.pauses, (std::vector<std::int64_t>{waited, 2})); // only the round after the one that was asked
    QCOMPARE(post.outbox.states(), std::string("succeeded succeeded"));
}

void DispatcherTest::unrepeatableStaysUnclear() {
    Post post;
    post.outbox.add(1);
    post.outbox.add(2);
    post.outbox.items[1].after = 1;
    post.connector.script["key-1"] = {{DispatchState::Unknown, "timeout", {}, {}, false}};
    QCOMPARE(*post.dispatcher.drainOnce(), 1);
    QCOMPARE(post.outbox.states(), std::string("unknown stopped")); // what follows it waits for a person, too
    QCOMPARE(post.item(0).result, std::string("timeout"));
    QCOMPARE(post.item(0).attempts, 1);
    QVERIFY(post.pauses.empty());
    QCOMPARE(*post.dispatcher.drainOnce(), 0);
    QCOMPARE(post.connector.calls.size(), std::size_t{1});
}

void DispatcherTest::anotherItemNeverWaitsForABrokenReceiver() {
    Post post;
    for (std::uint64_t n = 1; n <= 3; ++n)
        post.outbox.add(n);
    post.connector.script["key-1"] = {lost, lost};
    post.connector.script["key-2"] = {lost};
    QCOMPARE(*post.dispatcher.drainOnce(), 3);
    QCOMPARE(post.pauses, (std::vector<std::int64_t>{1, 2})); // a round each, not an item each
    QStringList keys;
    for (const std::string& call : post.connector.calls)
        keys << QString::fromStdString(call).section(' ', 0, 0);
    QCOMPARE(keys, (QStringList{"key-1", "key-2", "key-3", "key-1", "key-2", "key-1"}));
}

void DispatcherTest::missingConnectorAndExceptions() {
    Post post;
    post.outbox.add(1, 1, 2, "carrier-pigeon");
    post.outbox.add(2);
    post.outbox.add(3);
    post.connector.onSend = [](const Dispatch& dispatch) {
        if (dispatch.number == 2 && dispatch.attempts == 1)
            throw std::runtime_error("x");
        if (dispatch.number == 3 && dispatch.attempts == 1)
            throw 3;
    };
    QCOMPARE(*post.dispatcher.drainOnce(), 3);
    QCOMPARE(post.outbox.states(), std::string("failed succeeded succeeded"));
    QCOMPARE(post.item(0).result, std::string("no-connector"));
    QCOMPARE(post.item(1).attempts, 2);
    QCOMPARE(post.item(2).attempts, 2);
}

void DispatcherTest::stopScopes_data() {
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("states");
    // Items: agent b action c, agent b action d, agent e action c.
    QTest::newRow("everything") << ""
                                << "stopped stopped stopped";
    QTest::newRow("agent") << "agent/b"
                           << "stopped stopped succeeded";
    QTest::newRow("action") << "action/c"
                            << "stopped succeeded stopped";
    QTest::newRow("somebody else") << "agent/z"
                                   << "succeeded succeeded succeeded";
}

void DispatcherTest::stopScopes() {
    QFETCH(QString, scope);
    QFETCH(QString, states);
    Post post;
    post.outbox.add(1, 1, 2);
    post.outbox.add(2, 1, 3);
    post.outbox.add(3, 4, 2);
    post.stop.set(scope.toStdString());
    const int calls = static_cast<int>(states.count("succeeded"));
    QCOMPARE(*post.dispatcher.drainOnce(), calls);
    QCOMPARE(QString::fromStdString(post.outbox.states()), states);
    QCOMPARE(post.connector.calls.size(), static_cast<std::size_t>(calls));
    QCOMPARE(*post.dispatcher.drainOnce(), 0); // stopped items are not taken again and again
    for (const Dispatch& item : post.outbox.items)
        QCOMPARE(item.attempts, item.state == DispatchState::Stopped ? 0 : 1);
    post.stop.lift(scope.toStdString());
    QCOMPARE(*post.dispatcher.drainOnce(), 3 - calls);
    QCOMPARE(post.outbox.states(), std::string("succeeded succeeded succeeded"));
    QCOMPARE(post.connector.calls.size(), std::size_t{3});
}

void DispatcherTest::stopBetweenTries() {
    Post post;
    post.outbox.add(1);
    post.connector.script["key-1"] = {lost};
    post.duringPause = [&] { post.stop.set("action/c"); };
    QCOMPARE(*post.dispatcher.drainOnce(), 0);
    QCOMPARE(post.outbox.states(), std::string("stopped"));
    QCOMPARE(post.item(0).attempts, 1);
    QCOMPARE(post.item(0).result, std::string("timeout")); // it may have been done: the record says so
    QCOMPARE(post.connector.calls.size(), std::size_t{1});
    post.duringPause = {};
    post.stop.lift("action/c");
    QCOMPARE(*post.dispatcher.drainOnce(), 1);
    QCOMPARE(post.outbox.states(), std::string("succeeded"));
    QCOMPARE(post.item(0).attempts, 2);
}

void DispatcherTest::stopWhileDispatching() {
    Post post;
    for (std::uint64_t n = 1; n <= 2000; ++n)
        post.outbox.add(n, n % 2 == 0 ? 1 : 4);
    std::atomic<bool> stopped = false, done = false;
    std::atomic<int> calls = 0, late = 0;
    post.connector.onSend = [&](const Dispatch& dispatch) {
        ++calls;
        std::this_thread::yield();
        if (dispatch.agent == 1 && stopped)
            ++late;
        while (dispatch.agent == 4 && calls > 600 && !stopped) // however late the other thread comes to run
            std::this_thread::yield();
    };
    std::thread worker([&] {
        while (*post.dispatcher.drainOnce(50) > 0)
            ;
        done = true;
    });
    while (calls < 300)
        std::this_thread::yield();
    post.stop.set("agent/b");
    stopped = true;
    worker.join();
    QVERIFY(done);
    QCOMPARE(late.load(), 0);
    std::map<Sym, std::map<DispatchState, int>> counts;
    for (const Dispatch& item : post.outbox.items)
        ++counts[item.agent][item.state];
    QVERIFY(counts[1][DispatchState::Stopped] > 0);
    QCOMPARE(counts[1][DispatchState::Stopped] + counts[1][DispatchState::Succeeded], 1000);
    QCOMPARE(counts[4][DispatchState::Succeeded], 1000); // the others went on
}

void DispatcherTest::crashRepeatsNothing() {
    // The process dies after the call and before the settle; the next one recovers and calls again with the same key.
    MemoryOutbox outbox;
    outbox.add(1);
    outbox.add(2);
    std::set<std::string> done; // a receiver that honours keys
    ScriptedConnector connector;
    connector.onSend = [&](const Dispatch& dispatch) { done.insert(dispatch.key); };
    StopSwitch stop;
    const auto dispatcher = [&] {
        return Dispatcher(
            outbox, stop, [&](const std::string&) { return &connector; }, [](Sym) { return std::string("x"); },
            {6, [](Duration) {}});
    };
    outbox.failingSettles = 1;
    QCOMPARE(dispatcher().drainOnce().error().code, std::string("store.full"));
    QCOMPARE(outbox.states(), std::string("taken taken"));
    QCOMPARE(*dispatcher().drainOnce(), 0); // nothing is taken twice
    QCOMPARE(*outbox.recover(), 2);
    QCOMPARE(*dispatcher().drainOnce(), 2);
    QCOMPARE(outbox.states(), std::string("succeeded succeeded"));
    QCOMPARE(connector.calls.size(), std::size_t{3});
    QCOMPARE(done, (std::set<std::string>{"key-1", "key-2"}));
    QCOMPARE(outbox.items[0].attempts, 2);
}

/// The same of a receiver that knows no keys: the call under way is a person's to judge, the others are made.
void DispatcherTest::crashLeavesBegunCallsToAPerson() {
    Post post;
    post.connector.keys = false;
    for (std::uint64_t n = 1; n <= 3; ++n)
        post.outbox.add(n);
    std::vector<std::string> held; // as the outbox had it during each call
    post.connector.onSend = [&](const Dispatch&) {
        std::string results;
        for (const Dispatch& item : post.outbox.items)
            results += std::string(nameOf(item.state)) + "/" + item.result + " ";
        held.push_back(results);
        if (post.connector.calls.size() == 2)
            post.outbox.failingSettles = 1; // the process dies here
    };
    QCOMPARE(post.dispatcher.drainOnce().error().code, std::string("store.full"));
    QCOMPARE(held, (std::vector<std::string>{"taken/begun taken/ taken/ ", "succeeded/ok taken/begun taken/ "}));
    QCOMPARE(*post.outbox.recover(), 2);
    QCOMPARE(post.outbox.states(), std::string("succeeded unknown pending"));
    QCOMPARE(post.item(1).result, std::string("interrupted"));
    Dispatcher next{post.outbox,
                    post.stop,
                    [&](const std::string&) { return &post.connector; },
                    [](Sym) { return std::string(); },
                    {}};
    QCOMPARE(*next.drainOnce(), 1);
    QCOMPARE(post.outbox.states(), std::string("succeeded unknown succeeded"));
    QCOMPARE(post.connector.calls.size(), std::size_t{3}); // nobody got anything twice
}

/// Between two tries of what was turned away nothing is under way, and without the mark nobody is called.
void DispatcherTest::marksOnlyWhatIsUnderWay() {
    Post post;
    post.connector.keys = false;
    post.outbox.add(1);
    post.connector.script["key-1"] = {{DispatchState::Unknown, "smtp-451"}};
    post.outbox.failingSettles = 1;
    QCOMPARE(post.dispatcher.step(Instant{0}).error().code, std::string("store.full"));
    QVERIFY(post.connector.calls.empty());
    QCOMPARE(*post.dispatcher.step(Instant{0}), 0);
    QCOMPARE(post.connector.calls.size(), std::size_t{1});
    QCOMPARE(post.outbox.states() + " " + post.item(0).result, std::string("taken smtp-451"));
    post.outbox.failingSettles = 1;
    QVERIFY(!post.dispatcher.step(Instant{1000}).ok());
    QCOMPARE(*post.dispatcher.step(Instant{1000}), 1);
    QCOMPARE(post.outbox.states(), std::string("succeeded"));
    QCOMPARE(post.item(0).attempts, 2);
}

void DispatcherTest::portErrorsComeBack() {
    Post post;
    post.outbox.add(1);
    post.outbox.failingResume = true;
    QCOMPARE(post.dispatcher.drainOnce().error().code, std::string("store.busy"));
    post.outbox.failingResume = false;
    post.outbox.failingTake = true;
    QCOMPARE(post.dispatcher.drainOnce().error().code, std::string("store.locked"));
    QVERIFY(post.connector.calls.empty());
}

/// Whoever steps tries what is due by the given time, and never sleeps.
void DispatcherTest::stepsWaitForNothing() {
    Post post;
    post.outbox.add(1);
    post.outbox.add(2);
    post.connector.script["key-1"] = {lost, lost};
    const auto at = [](std::int64_t ms) { return Instant{ms}; };
    QCOMPARE(*post.dispatcher.step(at(0)), 1);
    QCOMPARE(post.outbox.states(), std::string("taken succeeded"));
    QCOMPARE(*post.dispatcher.step(at(999)), 0);
    QCOMPARE(post.connector.calls.size(), std::size_t{2});
    QCOMPARE(*post.dispatcher.step(at(1000)), 0); // again without an answer: two seconds more
    QCOMPARE(post.connector.calls.size(), std::size_t{3});
    QCOMPARE(*post.dispatcher.step(at(2999)), 0);
    QCOMPARE(*post.dispatcher.step(at(3000)), 1);
    QCOMPARE(post.outbox.states(), std::string("succeeded succeeded"));
    QCOMPARE(post.item(0).attempts, 3);
    QCOMPARE(post.dispatcher.waiting(), std::size_t{0});
    QVERIFY(post.pauses.empty());
}

/// A store that is busy for a moment: every item still goes out, once, and its attempts are those that were made.
void DispatcherTest::stepsLoseNothing() {
    Post post;
    for (std::uint64_t n = 1; n <= 3; ++n)
        post.outbox.add(n);
    post.connector.script["key-2"] = {{DispatchState::Unknown, "timeout", {}, {}, false}}; // not to be repeated
    post.outbox.failingSettles = 1;
    QCOMPARE(post.dispatcher.step(Instant{0}).error().code, std::string("store.full"));
    QCOMPARE(post.outbox.states(), std::string("taken taken taken"));
    post.outbox.failingTake = true; // what is known is stored even where nothing new can be had
    QVERIFY(!post.dispatcher.step(Instant{50}).ok());
    QCOMPARE(post.outbox.states(), std::string("succeeded taken taken"));
    post.outbox.failingTake = false;
    post.outbox.failingSettles = 2;
    QVERIFY(!post.dispatcher.step(Instant{100}).ok());
    QVERIFY(!post.dispatcher.step(Instant{150}).ok());
    QCOMPARE(*post.dispatcher.step(Instant{200}), 2);
    QCOMPARE(post.outbox.states(), std::string("succeeded unknown succeeded"));
    QCOMPARE(post.connector.calls.size(), std::size_t{3}); // nobody was asked twice
    for (const Dispatch& item : post.outbox.items)
        QCOMPARE(item.attempts, 1);
}

/// Who took consent back is not called, wherever the item comes from; what an earlier call did is not claimed.
void DispatcherTest::refusedBeforeTheCall_data() {
    QTest::addColumn<QString>("before"); // the call
    QTest::addColumn<bool>("keys");
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("told");
    QTest::newRow("first try") << "" << true << 0 << "key-1 failed";
    QTest::newRow("first try, no keys") << "" << false << 0 << "key-1 failed";
    QTest::newRow("a call was lost") << "timeout" << true << 1 << "key-1 failed?";
    QTest::newRow("it was turned away") << "smtp-451" << false << 1 << "key-1 failed";
}

void DispatcherTest::refusedBeforeTheCall() {
    QFETCH(QString, before);
    QFETCH(bool, keys);
    QFETCH(int, calls);
    QFETCH(QString, told);
    for (const bool steps : {false, true}) {
        Post post;
        post.connector.keys = keys;
        post.outbox.add(1);
        post.outbox.add(2);
        bool withdrawn = before.isEmpty();
        if (!withdrawn)
            post.connector.script["key-1"] = {{DispatchState::Unknown, before.toStdString()}};
        post.connector.onSend = [&](const Dispatch& item) { withdrawn = withdrawn || item.number == 1; };
        post.leave = [&](const Dispatch& item) {
            return item.number == 1 && withdrawn ? Leave{Leave::Kind::Refused, "consent-withdrawn"} : Leave{};
        };
        if (steps)
            QVERIFY(post.dispatcher.step(Instant{0}).ok() && post.dispatcher.step(Instant{60'000}).ok());
        else
            QVERIFY(post.dispatcher.drainOnce().ok());
        QCOMPARE(post.outbox.states(), std::string("failed succeeded"));
        QCOMPARE(post.item(0).result, std::string("consent-withdrawn"));
        QCOMPARE(post.item(0).attempts, calls);
        QCOMPARE(static_cast<int>(post.connector.calls.size()), calls + 1);
        QVERIFY(std::find(post.settled.begin(), post.settled.end(), told.toStdString()) != post.settled.end());
        QCOMPARE(post.settled.size(), std::size_t{2});
    }
}

/// What may not go now is kept by who steps, and asked about every minute or when the leave says; who drains leaves it
/// to the next.
void DispatcherTest::heldItemsStay() {
    Post post;
    bool night = true;
    post.leave = [&](const Dispatch& item) {
        return item.number == 1 && night ? Leave{Leave::Kind::Held, "quiet-hours"} : Leave{};
    };
    post.outbox.add(1);
    post.outbox.add(2);
    post.outbox.add(3);
    post.outbox.items[2].after = 1;
    QCOMPARE(*post.dispatcher.step(Instant{0}), 1);
    for (std::int64_t minute = 1; minute < 600; ++minute) // longer than any number of attempts
        QCOMPARE(*post.dispatcher.step(Instant{minute * 60'000}), 0);
    QCOMPARE(post.outbox.states(), std::string("taken succeeded taken"));
    QCOMPARE(post.connector.calls.size(), std::size_t{1});
    night = false;
    QCOMPARE(*post.dispatcher.step(Instant{36'060'000}) + *post.dispatcher.step(Instant{36'120'000}), 2);
    QCOMPARE(post.outbox.states(), std::string("succeeded succeeded succeeded"));
    QVERIFY(post.item(0).attempts == 1 && post.item(2).attempts == 1);

    post.outbox.items.clear();
    post.outbox.add(1);
    int asked = 0; // a leave that says when: not before, and then
    post.leave = [&](const Dispatch&) {
        return ++asked == 1 ? Leave{Leave::Kind::Held, "consent-unknown", Duration::seconds(5)} : Leave{};
    };
    QCOMPARE(*post.dispatcher.step(Instant{40'000'000}), 0);
    QCOMPARE(*post.dispatcher.step(Instant{40'004'999}), 0);
    QCOMPARE(asked, 1);
    QCOMPARE(*post.dispatcher.step(Instant{40'005'000}), 1);
    post.leave = [&](const Dispatch& item) {
        return item.number == 1 && night ? Leave{Leave::Kind::Held, "quiet-hours"} : Leave{};
    };

    night = true;
    post.outbox.items.clear();
    post.outbox.add(1);
    post.outbox.add(2);
    QCOMPARE(*post.dispatcher.drainOnce(), 1);
    QCOMPARE(post.outbox.states() + " " + post.item(0).result, std::string("stopped succeeded quiet-hours"));
    QCOMPARE(post.item(0).attempts, 0);
    QVERIFY(post.pauses.empty());
    night = false;
    QCOMPARE(*post.outbox.resume(), 1);
    QCOMPARE(*post.dispatcher.drainOnce(), 1);
    QCOMPARE(post.outbox.states(), std::string("succeeded succeeded"));
}

void DispatcherTest::followsWhatItWaitsFor_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("states");
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("result");
    QTest::newRow("stands") << ""
                            << "succeeded succeeded" << 2 << "ok";
    QTest::newRow("stands at the third try") << "lost lost"
                                             << "succeeded succeeded" << 4 << "ok";
    QTest::newRow("refused") << "broken"
                             << "failed failed" << 1 << "after-failed";
    QTest::newRow("never answers") << "lost lost lost lost lost lost"
                                   << "failed failed" << 6 << "after-failed";
    QTest::newRow("stopped") << "stop"
                             << "stopped stopped" << 0 << "";
}

void DispatcherTest::followsWhatItWaitsFor() {
    QFETCH(QString, first);
    QFETCH(QString, states);
    QFETCH(int, calls);
    QFETCH(QString, result);
    Post post;
    post.outbox.add(1, 1, 3);
    post.outbox.add(2);
    post.outbox.items[1].after = 1;
    for (const QString& answer : first.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (answer == QLatin1String("stop"))
            post.stop.set("action/d");
        else
            post.connector.script["key-1"].push_back(answer == QLatin1String("lost") ? lost : broken);
    }
    QVERIFY(post.dispatcher.drainOnce().ok());
    QCOMPARE(QString::fromStdString(post.outbox.states()), states);
    QCOMPARE(static_cast<int>(post.connector.calls.size()), calls);
    QCOMPARE(QString::fromStdString(post.item(1).result), result);
}
