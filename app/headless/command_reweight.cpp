#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "session/reweight.h"

#include <algorithm>
#include <set>

namespace wayreeve::headless {

namespace {

using measurement::Proportion;
using measurement::SignalEvidence;
using measurement::StageProposal;

Value count(std::uint64_t n) {
    return Value(static_cast<std::int64_t>(n));
}

Value optional(const std::optional<double>& value) {
    return value ? Value::fromDouble(*value) : Value();
}

Value jsonOf(const Proportion& p) {
    Context json;
    json.emplace_back("moments", count(p.count));
    json.emplace_back("hits", count(p.hits));
    json.emplace_back("share", p.count > 0 ? Value::fromDouble(p.share()) : Value());
    return Value(std::move(json));
}

Value jsonOf(const SignalEvidence& one) {
    Context json;
    json.emplace_back("signal", Value(one.signal));
    json.emplace_back("weight", Value::fromDouble(one.weight));
    json.emplace_back("with", jsonOf(one.with));
    json.emplace_back("without", jsonOf(one.without));
    json.emplace_back("log_odds", Value::fromDouble(one.logOdds));
    json.emplace_back("coefficient", Value::fromDouble(one.coefficient));
    json.emplace_back("error", Value::fromDouble(one.error));
    json.emplace_back("fitting", optional(one.fitting));
    json.emplace_back("low", one.interval ? Value::fromDouble(one.interval->low) : Value());
    json.emplace_back("high", one.interval ? Value::fromDouble(one.interval->high) : Value());
    json.emplace_back("disagreement", Value::fromDouble(one.disagreement));
    return Value(std::move(json));
}

Value jsonOf(const StageProposal& stage, bool applied) {
    Context json;
    json.emplace_back("stage", Value(stage.stage));
    json.emplace_back("benchmark", Value::fromDouble(stage.benchmark));
    json.emplace_back("converted", jsonOf(stage.converted));
    json.emplace_back("low", Value::fromDouble(stage.interval.low));
    json.emplace_back("high", Value::fromDouble(stage.interval.high));
    json.emplace_back("far", Value(stage.far));
    List signals;
    for (const SignalEvidence& one : stage.signals)
        signals.push_back(jsonOf(one));
    json.emplace_back("signals", Value(std::move(signals)));
    json.emplace_back("signal", stage.worst ? Value(stage.signals[*stage.worst].signal) : Value());
    json.emplace_back("weight", stage.worst ? Value::fromDouble(stage.weight) : Value());
    Value accuracy;
    if (stage.accuracy) {
        Context held;
        held.emplace_back("before", Value::fromDouble(stage.accuracy->before));
        held.emplace_back("after", Value::fromDouble(stage.accuracy->after));
        held.emplace_back("low", Value::fromDouble(stage.accuracy->difference.low));
        held.emplace_back("high", Value::fromDouble(stage.accuracy->difference.high));
        held.emplace_back("converted_before", jsonOf(stage.accuracy->convertedBefore));
        held.emplace_back("converted_after", jsonOf(stage.accuracy->convertedAfter));
        accuracy = Value(std::move(held));
    }
    json.emplace_back("accuracy", accuracy);
    json.emplace_back("applied", Value(applied));
    return Value(std::move(json));
}

Value jsonOf(const session::NewSignal& one) {
    Context json;
    json.emplace_back("first", Value(one.first));
    json.emplace_back("then", one.then.empty() ? Value() : Value(one.then));
    json.emplace_back("with", jsonOf(one.pattern.with));
    json.emplace_back("without", jsonOf(one.pattern.without));
    json.emplace_back("lift", Value::fromDouble(one.pattern.lift));
    json.emplace_back("low", Value::fromDouble(one.pattern.difference.low));
    json.emplace_back("high", Value::fromDouble(one.pattern.difference.high));
    json.emplace_back("p", Value::fromDouble(one.pattern.p));
    json.emplace_back("adjusted_p", Value::fromDouble(one.pattern.adjusted));
    return Value(std::move(json));
}

QString percent(double share) {
    return QStringLiteral("%1 %").arg(share * 100, 0, 'f', 1);
}

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

void printSignals(const StageProposal& stage) {
    const auto figure = [](const std::optional<double>& value, int digits) {
        return Value(value ? QString::number(*value, 'f', digits).toStdString() : std::string("–"));
    };
    List rows;
    for (const SignalEvidence& one : stage.signals) {
        Context row;
        row.emplace_back("signal", Value(one.signal));
        row.emplace_back("with", Value(QStringLiteral("%1 / %2").arg(one.with.hits).arg(one.with.count).toStdString()));
        row.emplace_back("without",
                         Value(QStringLiteral("%1 / %2").arg(one.without.hits).arg(one.without.count).toStdString()));
        row.emplace_back("odds", figure(one.logOdds, 2));
        row.emplace_back("weight", figure(one.weight, 2));
        row.emplace_back("fitting", figure(one.fitting, 2));
        row.emplace_back("interval", Value(one.interval ? QStringLiteral("%1 … %2")
                                                              .arg(one.interval->low, 0, 'f', 2)
                                                              .arg(one.interval->high, 0, 'f', 2)
                                                              .toStdString()
                                                        : std::string("–")));
        rows.push_back(Value(std::move(row)));
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Signal")), "signal"},
                {say(QT_TRANSLATE_NOOP("Headless", "Moved on with it")), "with", true},
                {say(QT_TRANSLATE_NOOP("Headless", "without")), "without", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Log odds ratio")), "odds", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Weight")), "weight", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Fitting")), "fitting", true},
                {say(QT_TRANSLATE_NOOP("Headless", "95 %")), "interval"}},
               rows);
}

void printStage(const StageProposal& stage) {
    print(say(QT_TRANSLATE_NOOP("Headless", "Stage %1: %2 of %L3 moments moved on (%4 to %5); %6 is expected."))
              .arg(textOf(stage.stage), percent(stage.converted.share()))
              .arg(stage.converted.count)
              .arg(percent(stage.interval.low), percent(stage.interval.high), percent(stage.benchmark)));
    if (!stage.far) {
        print(say(QT_TRANSLATE_NOOP("Headless", "That is as expected, so nothing is proposed.")));
        return;
    }
    printSignals(stage);
    if (!stage.worst) {
        print(stage.scale
                  ? say(QT_TRANSLATE_NOOP("Headless", "Its weights fit what is seen: the cause lies elsewhere."))
                  : say(QT_TRANSLATE_NOOP("Headless", "Too few of its signals tell anything to propose a "
                                                      "weight.")));
        return;
    }
    const SignalEvidence& worst = stage.signals[*stage.worst];
    print(say(QT_TRANSLATE_NOOP("Headless", "Proposed: %1 from %2 to %3."))
              .arg(textOf(worst.signal))
              .arg(worst.weight, 0, 'f', 2)
              .arg(stage.weight, 0, 'f', 2));
    if (!stage.accuracy)
        return;
    print(say(QT_TRANSLATE_NOOP("Headless", "On the customers held out the score puts one who moves on above one who "
                                            "does not in %1 of pairs, was %2 (difference %3 to %4 points); of %L5 "
                                            "moments in the stage %6 would have moved on, was %7 of %L8."))
              .arg(percent(stage.accuracy->after), percent(stage.accuracy->before))
              .arg(stage.accuracy->difference.low * 100, 0, 'f', 1)
              .arg(stage.accuracy->difference.high * 100, 0, 'f', 1)
              .arg(stage.accuracy->convertedAfter.count)
              .arg(percent(stage.accuracy->convertedAfter.share()), percent(stage.accuracy->convertedBefore.share()))
              .arg(stage.accuracy->convertedBefore.count));
}

void printNewSignals(const session::Reweighting& found) {
    if (found.newSignals.empty()) {
        print(say(QT_TRANSLATE_NOOP("Headless", "No event foretells a loss on both halves of the customers.")));
        return;
    }
    print(say(QT_TRANSLATE_NOOP("Headless", "Events that foretell a loss, found on one half of the customers and "
                                            "confirmed on the other:")));
    List rows;
    for (const session::NewSignal& one : found.newSignals) {
        Context row;
        row.emplace_back("what", Value(one.then.empty() ? one.first : one.first + " → " + one.then));
        row.emplace_back("with", Value(percent(one.pattern.with.share()).toStdString()));
        row.emplace_back("moments", count(one.pattern.with.count));
        row.emplace_back("without", Value(percent(one.pattern.without.share()).toStdString()));
        row.emplace_back("interval", Value(QStringLiteral("%1 … %2")
                                               .arg(one.pattern.difference.low * 100, 0, 'f', 1)
                                               .arg(one.pattern.difference.high * 100, 0, 'f', 1)
                                               .toStdString()));
        rows.push_back(Value(std::move(row)));
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Events")), "what"},
                {say(QT_TRANSLATE_NOOP("Headless", "Loss after it")), "with", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Moments")), "moments", true},
                {say(QT_TRANSLATE_NOOP("Headless", "otherwise")), "without", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Difference, points (95 %)")), "interval"}},
               rows);
}

std::optional<Duration> lengthOf(const Arguments& arguments, const std::string& name, Duration otherwise) {
    const std::string text = arguments.option(name);
    if (text.empty())
        return otherwise;
    const auto length = parseDuration(text);
    if (length && *length > Duration{} && *length <= Duration::days(3660))
        return *length;
    refuse(say(QT_TRANSLATE_NOOP("Headless", "--%1 takes a length of time above 0, such as “3 d”.")).arg(textOf(name)));
    return std::nullopt;
}

} // namespace

int runReweight(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "stage", "before", "within", "ahead", "as"}, {"apply"}, 1, 1});
    if (!arguments)
        return Misused;
    const std::string& folder = arguments->words.front();
    if (const auto missing = missingWorkspace(folder))
        return fail(*missing);
    if (arguments->has("apply") && arguments->option("as").empty())
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Say who applies it: --as PERSON.")));
    session::ReweightRequest request;
    request.run = arguments->option("run");
    if (const std::string before = arguments->option("before"); !before.empty())
        request.losses = {before};
    const auto within = lengthOf(*arguments, "within", request.patterns.within);
    const auto ahead = within ? lengthOf(*arguments, "ahead", request.patterns.ahead) : std::nullopt;
    if (!within || !ahead)
        return Usage;
    request.patterns.within = *within;
    request.patterns.ahead = *ahead;
    auto found = session::reweighting(folder, request);
    if (!found)
        return fail(found.error());
    if (const std::string only = arguments->option("stage"); !only.empty()) {
        std::vector<std::string> known;
        for (const StageProposal& stage : found->stages)
            known.push_back(stage.stage);
        if (std::find(known.begin(), known.end(), only) == known.end())
            return refuse(
                unknownName(say(QT_TRANSLATE_NOOP("Headless", "No stage “%1” has a benchmark.")), only, known));
        std::erase_if(found->stages, [&](const StageProposal& stage) { return stage.stage != only; });
    }
    std::set<std::string> applied;
    if (arguments->has("apply")) {
        bool any = false;
        for (const StageProposal& stage : found->stages) {
            // Also without a proposal where one stage was asked for: the person learns why not.
            if (!stage.worst && !arguments->options.contains("stage"))
                continue;
            any = true;
            const auto done = session::applyWeight(folder, stage, arguments->option("as"));
            if (!done)
                return fail(done.error());
            applied.insert(stage.stage);
        }
        if (!any)
            return refuse(say(QT_TRANSLATE_NOOP("Headless", "There is nothing to apply: no weight is proposed.")));
    }
    if (arguments->has("json")) {
        List stages, newSignals, losses;
        for (const StageProposal& stage : found->stages)
            stages.push_back(jsonOf(stage, applied.contains(stage.stage)));
        for (const session::NewSignal& one : found->newSignals)
            newSignals.push_back(jsonOf(one));
        for (const std::string& loss : found->losses)
            losses.push_back(Value(loss));
        Context json;
        json.emplace_back("run", Value(found->run.tag));
        json.emplace_back("stages", Value(std::move(stages)));
        json.emplace_back("losses", Value(std::move(losses)));
        json.emplace_back("new_signals", Value(std::move(newSignals)));
        printJson(Value(std::move(json)));
        return Done;
    }
    if (found->stages.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "No stage has a benchmark: write one into stages.yaml to compare it "
                                                "with.")));
    for (const StageProposal& stage : found->stages) {
        printStage(stage);
        if (applied.contains(stage.stage))
            print(say(QT_TRANSLATE_NOOP("Headless", "Written into stages.yaml. Runs from now on go by it.")));
    }
    printNewSignals(*found);
    return Done;
}

} // namespace wayreeve::headless
