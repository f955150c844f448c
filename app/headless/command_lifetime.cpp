#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "session/purchases.h"

namespace wayreeve::headless {

namespace {

QString figure(double value) {
    return QString::number(value, 'g', 5);
}

/// As tracking-plan.yaml takes it.
QString blockOf(const perception::LifetimeFit& fit) {
    const auto& [r, alpha, a, b] = fit.purchases;
    const auto& [p, q, gamma] = fit.spend;
    return QStringLiteral("  purchases: {r: %1, alpha: %2, a: %3, b: %4}\n  spend: {p: %5, q: %6, gamma: %7}")
        .arg(figure(r), figure(alpha), figure(a), figure(b))
        .arg(figure(p), figure(q), figure(gamma));
}

Value jsonOf(const session::LifetimeTrial& trial) {
    const auto real = [](double value) { return Value::fromDouble(value); };
    const auto& [r, alpha, a, b] = trial.fit.purchases;
    const auto& [p, q, gamma] = trial.fit.spend;
    Context json;
    json.emplace_back("purchases", Context{{"r", real(r)}, {"alpha", real(alpha)}, {"a", real(a)}, {"b", real(b)}});
    json.emplace_back("spend", Context{{"p", real(p)}, {"q", real(q)}, {"gamma", real(gamma)}});
    Context judged;
    judged.emplace_back("customers", Value(static_cast<std::int64_t>(trial.customers)));
    judged.emplace_back("days", real(trial.days));
    judged.emplace_back("expected", real(trial.expected));
    judged.emplace_back("made", real(trial.made));
    judged.emplace_back("error", real(trial.error));
    judged.emplace_back("naive_error", real(trial.naive));
    judged.emplace_back("money_expected", real(trial.moneyExpected));
    judged.emplace_back("money_made", real(trial.moneyMade));
    judged.emplace_back("held_purchases", real(trial.heldPurchases));
    judged.emplace_back("held_money", real(trial.heldMoney));
    json.emplace_back("later_half", Value(std::move(judged)));
    return Value(std::move(json));
}

} // namespace

int runLifetime(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"purchases", "run"}, {}, 0, 1});
    if (!arguments)
        return Misused;
    const std::string file = arguments->option("purchases");
    if (file.empty() == arguments->words.empty()) {
        refuse(say(QT_TRANSLATE_NOOP("Headless",
                                     "Name a file of purchases with --purchases FILE.csv, or a workspace with runs.")));
        return Misused;
    }
    const auto customers = file.empty() ? session::purchasesOf(arguments->words.front(), arguments->option("run"))
                                        : session::purchasesOf(std::filesystem::path(file));
    if (!customers)
        return fail(customers.error());
    const auto trial = session::tryLifetime(*customers);
    if (!trial)
        return fail(trial.error());
    if (arguments->has("json")) {
        printJson(jsonOf(*trial));
        return Done;
    }
    print(blockOf(trial->fit));
    const auto percent = [](double share) { return QString::number(share * 100, 'f', 1); };
    print(
        say(QT_TRANSLATE_NOOP("Headless", "Fitted on the earlier half, the later %1 days: %L2 customers, %3 purchases "
                                          "expected, %4 made; money %5 expected, %6 came."))
            .arg(trial->days, 0, 'f', 0)
            .arg(trial->customers)
            .arg(trial->expected, 0, 'f', 0)
            .arg(trial->made, 0, 'f', 0)
            .arg(trial->moneyExpected, 0, 'f', 0)
            .arg(trial->moneyMade, 0, 'f', 0));
    print(
        say(QT_TRANSLATE_NOOP("Headless", "Mean absolute error %1 purchases a customer, %2 by each one's own rate; the "
                                          "90 % intervals held purchases of %3 % and money of %4 % of them."))
            .arg(trial->error, 0, 'f', 3)
            .arg(trial->naive, 0, 'f', 3)
            .arg(percent(trial->heldPurchases), percent(trial->heldMoney)));
    return Done;
}

} // namespace wayreeve::headless
