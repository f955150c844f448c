#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "session/erase.h"

namespace wayreeve::headless {

int runErase(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"customer", "run", "as", "reason"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    if (!arguments->options.contains("customer"))
        return refuse(
            say(QT_TRANSLATE_NOOP("Headless", "Say whom: --customer and the key or another id that the runs know.")));
    const std::filesystem::path folder = arguments->words.front();
    if (const auto missing = missingWorkspace(folder))
        return fail(*missing);
    session::EraseRequest request;
    request.customer = arguments->option("customer");
    request.run = arguments->option("run");
    request.person = arguments->option("as");
    request.reason = arguments->option("reason");
    const auto outcome = session::eraseCustomer(folder, request);
    if (!outcome)
        return fail(outcome.error());
    List done, busy;
    for (const session::ErasedIn& one : outcome->done) {
        List items;
        for (const std::uint64_t number : one.underWay)
            items.push_back(Value(std::to_string(number)));
        List told;
        for (const session::ErasureNotice& notice : one.told)
            told.push_back(Value(Context{{"connector", Value(notice.connector)},
                                         {"state", Value(std::string(execution::nameOf(notice.state)))},
                                         {"result", Value(notice.result)}}));
        done.push_back(Value(Context{{"run", Value(one.run)},
                                     {"customer", Value(static_cast<std::int64_t>(one.customer))},
                                     {"under_way", Value(std::move(items))},
                                     {"told", Value(std::move(told))}}));
        if (arguments->has("json"))
            continue;
        print(say(QT_TRANSLATE_NOOP("Headless", "Erased from %1: customer %2"))
                  .arg(QString::fromStdString(one.run))
                  .arg(one.customer));
        for (const std::uint64_t number : one.underWay)
            print(say(QT_TRANSLATE_NOOP("Headless", "  Outbox item %1 was under way and may have been done."))
                      .arg(number));
        for (const session::ErasureNotice& notice : one.told)
            print((notice.state == execution::DispatchState::Succeeded
                       ? say(QT_TRANSLATE_NOOP("Headless", "  Connection “%1” was told to forget: %2"))
                       : say(QT_TRANSLATE_NOOP("Headless", "  Connection “%1” was NOT told to forget: %2")))
                      .arg(QString::fromStdString(notice.connector), QString::fromStdString(notice.result)));
    }
    for (const std::string& run : outcome->busy) {
        busy.push_back(Value(run));
        if (!arguments->has("json"))
            print(
                say(QT_TRANSLATE_NOOP(
                        "Headless", "NOT erased from %1: an engine is at work here. Run this again once it has ended."))
                    .arg(QString::fromStdString(run)));
    }
    if (arguments->has("json"))
        printJson(Value(Context{{"erased", Value(std::move(done))}, {"busy", Value(std::move(busy))}}));
    return outcome->busy.empty() ? Done : Findings;
}

} // namespace wayreeve::headless
