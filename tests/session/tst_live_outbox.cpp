#include "execution/receiver_process.h"
#include "session/live_sends.h"
#include "session/live_tests.h"
#include "session/receiver.h"
#include "session/send_leave.h"
#include "session/store_access.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace wayreeve;
using execution::DispatchState;
using governance::ProposalState;

namespace {

/// Every action of the demo goes out by e-mail, to the receiver's server without TLS.
void connectMail(const Place& place, const ReceiverProcess& receiver) {
    place.edit("workspace.yaml", "epoch: 15 min",
               "epoch: 15 min\nconnectors:\n  - id: mail\n    kind: email\n    url: smtp://127.0.0.1:" +
                   std::to_string(receiver.port("plain")) + "\n    from: Shop <news@shop.example>");
    place.edit("actions.yaml", "\n    slot: ", "\n    connector: mail\n    slot: ");
}

/// cartOf() of somebody whose mail is treated as `mode` says (receivers/mail.js).
QJsonArray cartFor(int customer, const QString& mode) {
    QJsonArray events = cartOf(customer);
    QJsonObject identify = events[0].toObject();
    QJsonObject traits = identify[QStringLiteral("traits")].toObject();
    traits[QStringLiteral("email")] = QStringLiteral("%1+%2@example.com").arg(mode).arg(customer);
    identify[QStringLiteral("traits")] = traits;
    events[0] = identify;
    return events;
}

/// The same by somebody who has not said who they are.
QJsonArray visitorsCart(int customer) {
    QJsonArray events = cartOf(customer);
    for (int i = 0; i < events.size(); ++i) {
        QJsonObject event = events[i].toObject();
        event.remove(QStringLiteral("userId"));
        event.insert(QStringLiteral("anonymousId"), QStringLiteral("visitor-%1").arg(customer));
        events[i] = event;
    }
    return events;
}

/// A marketing item in that state; number 0 where there is none.
execution::Dispatch itemIn(const Place& place, DispatchState state) {
    for (const execution::Dispatch& item : outboxOf(place))
        if (item.state == state && item.slot == documents::Slot::Marketing)
            return item;
    return {};
}

execution::Dispatch itemNumbered(const Place& place, std::uint64_t number) {
    for (const execution::Dispatch& item : outboxOf(place))
        if (item.number == number)
            return item;
    return {};
}

int callsFor(Receiver& receiver, const execution::Dispatch& item) {
    for (const auto& [key, times] : receiver.asked())
        if (key.ends_with(item.key))
            return times;
    return 0;
}

std::size_t countOf(const Place& place, DispatchState state) {
    const auto items = outboxOf(place);
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const auto& item) { return item.state == state; }));
}

} // namespace

/// kill −9 after the mail server took a message in and before it said so: nobody gets it twice, nobody calls it done,
/// and a person sends it again. What had been taken, but not begun, goes out by itself.
void LiveOutboxTests::cutOffMailIsLeftToAPerson() {
    NEED_RECEIVERS();
    ReceiverProcess receiver(QStringLiteral("mail.js"));
    const Place place;
    connectMail(place, receiver);
    neverQuiet(place);
    std::map<QString, int> messages; // by Message-ID
    const auto receive = [&] {
        const QString text = receiver.next()[QStringLiteral("message")].toString();
        ++messages[text.section(QStringLiteral("Message-ID: "), 1).section(QStringLiteral("\r\n"), 0, 0)];
    };
    {
        LiveServer server(place, {});
        QVERIFY2(server.ready(), server.errors().constData());
        for (int customer = 0; customer < 8; ++customer)
            QCOMPARE(server.post(cartFor(customer, QStringLiteral("late-once"))), 200);
        QVERIFY(approve(place, 3) > 0);
        receive();
        server.kill();
    }
    LiveServer server(place, {});
    QVERIFY2(server.ready(), server.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(countOf(place, DispatchState::Pending) + countOf(place, DispatchState::Taken),
                              std::size_t{0}, 60'000);
    const std::size_t all = outboxOf(place).size();
    QVERIFY(all >= 3);
    QTRY_COMPARE_WITH_TIMEOUT(resultsOf(place).size(), all, 60'000);
    QCOMPARE(countOf(place, DispatchState::Unknown), std::size_t{1});
    QCOMPARE(countOf(place, DispatchState::Succeeded), all - 1);
    while (messages.size() < all)
        receive();
    QVERIFY(receiver.isSilent());
    for (const auto& [id, times] : messages)
        QVERIFY2(times == 1, qPrintable(id));
    const auto results = resultsOf(place);
    const auto cutOff = std::find_if(results.begin(), results.end(),
                                     [](const auto& result) { return result.state == DispatchState::Unknown; });
    QVERIFY(cutOff != results.end());
    QCOMPARE(cutOff->result, std::string("interrupted"));
    QCOMPARE(itemsOf(place, {ProposalState::Unknown}).size(), cutOff->proposal == 0 ? std::size_t{0} : std::size_t{1});

    const Ctl again =
        Ctl::run({"outbox", place.path(), "--run", "l1", "--replay", QString::number(cutOff->number), "--as", "mei"});
    QVERIFY2(again.code == 0, again.err.constData());
    QTRY_COMPARE_WITH_TIMEOUT(resultsOf(place).size(), all + 1, 60'000);
    receive();
    QVERIFY(resultsOf(place).back().number == cutOff->number && resultsOf(place).back().result == "ok");
    QCOMPARE(countOf(place, DispatchState::Succeeded), all);
    QVERIFY(itemsOf(place, {ProposalState::Unknown, ProposalState::Dispatching}).empty());
    server.end();
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

void LiveOutboxTests::optOutStopsWhatLies_data() {
    QTest::addColumn<QString>("path"); // by which it would go out
    QTest::addColumn<QString>("no");   // the event
    QTest::newRow("after a lift") << "lift"
                                  << "Consent Changed";
    QTest::newRow("retry") << "retry"
                           << "Unsubscribed";
    QTest::newRow("replay") << "replay"
                            << "Suppressed";
    QTest::newRow("recovered after a kill") << "crash"
                                            << "Suppressed";
    QTest::newRow("dispatch after the end") << "dispatch"
                                            << "Consent Changed";
    QTest::newRow("merged meanwhile") << "merge"
                                      << "Suppressed";
}

/// An opt-out holds for what already lies in the outbox, on every way out of it: nothing is called any more.
void LiveOutboxTests::optOutStopsWhatLies() {
    QFETCH(QString, path);
    QFETCH(QString, no);
    const bool stopped = path != QLatin1String("retry") && path != QLatin1String("replay");
    Receiver receiver;
    receiver.status = path == QLatin1String("retry") ? 503 : path == QLatin1String("replay") ? 422 : 200;
    const Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    auto server = std::make_unique<LiveServer>(place, QString());
    QVERIFY2(server->ready(), server->errors().constData());
    const auto ctl = [&](const QStringList& words) {
        const Ctl done = Ctl::run(words + QStringList{place.path()});
        if (done.code != 0)
            qWarning("%s", done.err.constData());
        return done.code == 0;
    };
    if (stopped)
        QVERIFY(ctl({"stop", "--as", "ada"}));
    for (int customer = 0; customer < 8; ++customer) {
        if (path == QLatin1String("merge")) {
            QCOMPARE(server->post({liveEvent(QStringLiteral("first-%1").arg(customer),
                                             QStringLiteral("person-%1").arg(customer), "Page Viewed")}),
                     200);
            QCOMPARE(server->post(visitorsCart(customer)), 200);
        } else {
            QCOMPARE(server->post(cartOf(customer)), 200);
        }
    }
    approve(place, 6);
    const DispatchState lies = stopped                          ? DispatchState::Stopped
                               : path == QLatin1String("retry") ? DispatchState::Taken
                                                                : DispatchState::Failed;
    QTRY_VERIFY_WITH_TIMEOUT(
        itemIn(place, lies).number != 0 && (stopped || callsFor(receiver, itemIn(place, lies)) > 0), 60'000);
    const execution::Dispatch item = itemIn(place, lies);
    QString who = QString::fromStdString((*readerOf(place)->customer(place.run().id, item.customer))->key);
    if (path == QLatin1String("merge")) {
        const QString person = QString(who).replace(QStringLiteral("visitor"), QStringLiteral("person"));
        QJsonObject together = liveEvent("together", person, "Page Viewed");
        together.insert(QStringLiteral("anonymousId"), who);
        QCOMPARE(server->post({together}), 200);
        who = person;
    }
    const QJsonObject said = no == QLatin1String("Unsubscribed") ? QJsonObject{{"channel", "email"}}
                             : no == QLatin1String("Suppressed")
                                 ? QJsonObject{}
                                 : QJsonObject{{"purpose", "marketing"}, {"granted", false}};
    QJsonArray noes{liveEvent("no-more", who, no, said)};
    if (no == QLatin1String("Unsubscribed")) // whatever the item's channel is
        for (const char* channel : {"web", "sms", "in-app", "call"})
            noes.append(liveEvent(QStringLiteral("no-") + channel, who, no, {{"channel", channel}}));
    QCOMPARE(server->post(noes), 200);
    const int calls = callsFor(receiver, item); // the answer has come: from here on none may start
    receiver.status = 200;
    if (path == QLatin1String("replay"))
        QVERIFY(ctl({"outbox", "--run", "l1", "--replay", QString::number(item.number), "--as", "mei"}));
    if (path == QLatin1String("crash")) {
        server->kill();
        server = std::make_unique<LiveServer>(place, QString());
        QVERIFY2(server->ready(), server->errors().constData());
    }
    if (path == QLatin1String("dispatch"))
        server->end();
    if (stopped)
        QVERIFY(ctl({"stop", "--lift", "--as", "ada"}));
    if (path == QLatin1String("dispatch")) {
        QVERIFY(ctl({"dispatch", "--run", "l1"}));
        server = std::make_unique<LiveServer>(place, QString()); // the run learns of it then
        QVERIFY2(server->ready(), server->errors().constData());
    }
    const std::string code = no == QLatin1String("Suppressed") ? "suppressed" : "consent-withdrawn";
    QTRY_COMPARE_WITH_TIMEOUT(itemNumbered(place, item.number).result, code, 60'000);
    QCOMPARE(itemNumbered(place, item.number).state, DispatchState::Failed);
    // Told to the run: surely not done where nobody was called.
    const auto told = [&]() -> std::optional<execution::Dispatch> {
        for (const execution::Dispatch& result : resultsOf(place))
            if (result.number == item.number && result.result == code)
                return result;
        return std::nullopt;
    };
    QTRY_VERIFY_WITH_TIMEOUT(told().has_value(), 60'000);
    const bool lost = path == QLatin1String("retry");
    QCOMPARE(told()->state, lost ? DispatchState::Unknown : DispatchState::Failed);
    QTRY_VERIFY_WITH_TIMEOUT(countOf(place, DispatchState::Taken) + countOf(place, DispatchState::Pending) == 0,
                             60'000);
    server->end();
    QCOMPARE(callsFor(receiver, item), calls);
    if (item.proposal != 0 && stopped) {
        const auto proposal = readerOf(place)->proposal(place.run().id, item.proposal);
        QVERIFY(proposal.ok());
        QCOMPARE(proposal->state, ProposalState::Voided);
    }
    QVERIFY(countOf(place, DispatchState::Succeeded) > 0); // the others, and the receiver's notice of the no
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

void LiveOutboxTests::leaveByWhatTheStoreSays() {
    const Place place;
    session::SimulateRequest request;
    request.customers = 200;
    request.days = 3;
    QVERIFY(session::simulate(place.open(), request).ok());
    const session::OpenWorkspace workspace = place.open();
    auto reader = readerOf(place);
    const audit::RunInfo run = place.run();
    session::StoredCustomers customers(workspace, *reader, run.id);
    const auto symbol = [&](const char* name) { return workspace.program->symbols.find(name); };
    const Instant noon = *parseInstant("2026-03-03T11:00:00Z"), midnight = *parseInstant("2026-03-03T23:30:00Z");
    const auto leave = [&](std::uint32_t customer, const char* action, documents::Channel channel, documents::Slot slot,
                           Instant at) {
        execution::Dispatch item;
        item.customer = customer;
        item.action = symbol(action);
        item.channel = channel;
        item.slot = slot;
        const auto given = session::leaveOf(workspace, customers, item, at);
        return given.kind == execution::Leave::Kind::Go ? std::string("go") : given.code;
    };
    const auto mail = [&](std::uint32_t customer, Instant at) {
        return leave(customer, "cart-reminder", documents::Channel::Email, documents::Slot::Marketing, at);
    };
    std::map<std::string, int> noons;
    int held = 0;
    const auto rows = reader->customers(run.id, "", 1000);
    for (const audit::CustomerRow& row : *rows) {
        const engine::CustomerState* const state = customers.now(row.number);
        QVERIFY(state != nullptr);
        const bool may =
            workspace.program->perceiver->mayContact(state->memory, symbol("marketing"), documents::Channel::Email);
        const std::string code = state->memory.suppressed ? "suppressed" : may ? "go" : "consent-withdrawn";
        const auto zones = workspace.program->perceiver->zones(state->memory);
        const auto quiet = [&](Instant at) { // from 20:00 to 9:00, where the customer may be
            return std::any_of(zones.begin(), zones.end(), [&](const Zone& zone) {
                const int minute = zone.local(at).minuteOfDay;
                return minute < 9 * 60 || minute >= 20 * 60;
            });
        };
        QCOMPARE(mail(row.number, noon), code == "go" && quiet(noon) ? "quiet-hours" : code);
        QCOMPARE(mail(row.number, midnight), code == "go" && quiet(midnight) ? "quiet-hours" : code);
        held += quiet(midnight) ? 1 : 0;
        ++noons[code];
        // Nobody needs a yes for what is done for them, or for passing their no on.
        QCOMPARE(leave(row.number, "Suppressed", documents::Channel::None, documents::Slot::Operation, midnight),
                 std::string("go"));
        for (const documents::Action& action : workspace.workspace->actions->actions)
            if (action.slot == documents::Slot::Operation && action.purpose.empty())
                QCOMPARE(leave(row.number, action.id.c_str(), action.channel, action.slot, midnight),
                         std::string("go"));
    }
    QVERIFY(held > 10);
    QVERIFY2(noons["go"] > 10 && noons["consent-withdrawn"] > 10, qPrintable(QString::number(noons["go"])));
    // Not knowing is no leave.
    QCOMPARE(mail(123'456, noon), std::string("consent-unknown"));
    QCOMPARE(leave(0, "no-such-action", documents::Channel::Email, documents::Slot::Marketing, noon),
             std::string("consent-unknown"));
}

/// What the receiver refused, and a person sent again once it was mended: while the run is at work, and while it stands
/// still.
void LiveOutboxTests::replaysStandInTheChain() {
    Receiver receiver;
    receiver.status = 422;
    const Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    auto server = std::make_unique<LiveServer>(place, QString());
    QVERIFY2(server->ready(), server->errors().constData());
    for (int customer = 0; customer < 8; ++customer)
        QCOMPARE(server->post(cartOf(customer)), 200);
    QVERIFY(approve(place, 3) >= 2);
    QTRY_VERIFY_WITH_TIMEOUT(itemsOf(place, {ProposalState::Failed}).size() >= 2, 60'000);
    const auto failed = itemsOf(place, {ProposalState::Failed});
    const auto itemOf = [&](std::uint64_t proposal) {
        for (const execution::Dispatch& item : outboxOf(place))
            if (item.proposal == proposal)
                return item;
        return execution::Dispatch();
    };
    const execution::Dispatch first = itemOf(failed[0].number), second = itemOf(failed[1].number);
    const auto answersTo = [&](const execution::Dispatch& item) {
        std::string all;
        for (const execution::Dispatch& result : resultsOf(place))
            if (result.number == item.number)
                all += (all.empty() ? "" : " ") + result.result;
        return all;
    };
    const auto replay = [&](const execution::Dispatch& item, const char* who) {
        return Ctl::run({"outbox", place.path(), "--run", "l1", "--replay", QString::number(item.number), "--as", who})
            .code;
    };
    receiver.status = 200;
    QVERIFY(replay(first, "omar") != 0); // a viewer
    QCOMPARE(replay(first, "mei"), 0);
    QTRY_COMPARE_WITH_TIMEOUT(answersTo(first), std::string("http-422 ok"), 60'000);
    QCOMPARE(callsFor(receiver, first), 2); // with one key
    QCOMPARE(readerOf(place)->proposal(place.run().id, first.proposal)->state, ProposalState::Dispatched);
    server->end();
    QCOMPARE(replay(second, "mei"), 0);
    QCOMPARE(Ctl::run({"dispatch", place.path(), "--run", "l1"}).code, 0);
    QCOMPARE(itemNumbered(place, second.number).state, DispatchState::Succeeded);
    QCOMPARE(answersTo(second), std::string("http-422"));
    for (int again = 0; again < 2; ++again) { // told once
        server = std::make_unique<LiveServer>(place, QString());
        QVERIFY2(server->ready(), server->errors().constData());
        QTRY_COMPARE_WITH_TIMEOUT(answersTo(second), std::string("http-422 ok"), 60'000);
        server->end();
    }
    QCOMPARE(answersTo(first), std::string("http-422 ok"));
    QCOMPARE(readerOf(place)->proposal(place.run().id, second.proposal)->state, ProposalState::Dispatched);
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}
