#include "execution/receiver_process.h"
#include "session/live_sends.h"
#include "session/live_tests.h"

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
