#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "base/text.h"
#include "session/content_effects.h"

namespace wayreeve::headless {

namespace {

using measurement::Effect;
using session::EffectAnswer;

Value count(std::uint64_t n) {
    return Value(static_cast<std::int64_t>(n));
}

Value jsonOf(const std::string& tag, const Value& segment, const Effect& effect) {
    const auto told = [&](double value) { return effect.isTold() ? Value::fromDouble(value) : Value(); };
    Context json;
    json.emplace_back("tag", Value(tag));
    json.emplace_back("segment", segment);
    json.emplace_back("estimate", told(effect.estimate));
    json.emplace_back("low", told(effect.interval.low));
    json.emplace_back("high", told(effect.interval.high));
    json.emplace_back("raw", told(effect.raw));
    json.emplace_back("error", told(effect.error));
    json.emplace_back("rate_with", told(effect.rateWith));
    json.emplace_back("rate_without", told(effect.rateWithout));
    json.emplace_back("n_with", count(effect.with));
    json.emplace_back("n_without", count(effect.without));
    json.emplace_back("n_effective", told(effect.effective));
    json.emplace_back("unknown", count(effect.unknown));
    json.emplace_back("trimmed", count(effect.trimmed));
    json.emplace_back("why", effect.isTold() ? Value() : Value(std::string(effect.why)));
    return Value(std::move(json));
}

std::vector<Value> linesOf(const EffectAnswer& answer) {
    std::vector<Value> lines;
    for (std::size_t tag = 0; tag < answer.tags.size(); ++tag) {
        lines.push_back(jsonOf(answer.tags[tag], Value(), answer.table.overall[tag]));
        for (std::size_t segment = 0; answer.segments.size() > 1 && segment < answer.segments.size(); ++segment)
            lines.push_back(jsonOf(answer.tags[tag], Value(answer.segments[segment]),
                                   answer.table.cells[tag * answer.segments.size() + segment]));
    }
    return lines;
}

void answerJson(const session::EffectLog& log, const session::EffectQuestion& question, const EffectAnswer& answer) {
    Context json;
    json.emplace_back("run", Value(log.run.tag));
    json.emplace_back("of", Value(std::string(nameOf(question.what))));
    json.emplace_back("goal", answer.goal.empty() ? Value() : Value(answer.goal));
    json.emplace_back("by", question.segment.empty() ? Value() : Value(question.segment));
    json.emplace_back("moments", count(answer.moments));
    json.emplace_back("known", count(answer.known));
    json.emplace_back("control", count(answer.control));
    json.emplace_back("between_tags", Value::fromDouble(answer.table.betweenTags));
    json.emplace_back("between_segments", Value::fromDouble(answer.table.betweenSegments));
    List segmentKinds;
    for (const std::string& kind : log.segmentKinds)
        segmentKinds.push_back(Value(kind));
    json.emplace_back("segment_kinds", Value(std::move(segmentKinds)));
    json.emplace_back("effects", Value(List(linesOf(answer))));
    printJson(Value(std::move(json)));
}

void printEffects(const session::EffectLog& log, const EffectAnswer& answer) {
    print(say(QT_TRANSLATE_NOOP("Headless", "Run %1, goal %2: %L3 moments at which something was sent, the reward of "
                                            "%L4 is known (%L5 in the random control arm)."))
              .arg(QString::fromStdString(log.run.tag), QString::fromStdString(answer.goal))
              .arg(answer.moments)
              .arg(answer.known)
              .arg(answer.control));
    const auto points = [](double share) { return QString::number(share * 100, 'f', 1); };
    List rows;
    const auto add = [&](const std::string& tag, const std::string& segment, const Effect& effect) {
        Context row;
        row.emplace_back("tag", Value(tag));
        row.emplace_back("segment", Value(segment));
        row.emplace_back("effect", Value(effect.isTold() ? points(effect.estimate).toStdString() : std::string("–")));
        row.emplace_back("interval",
                         Value(effect.isTold() ? QStringLiteral("%1 … %2")
                                                     .arg(points(effect.interval.low), points(effect.interval.high))
                                                     .toStdString()
                                               : std::string(effect.why)));
        row.emplace_back("n", Value(QStringLiteral("%1 / %2").arg(effect.with).arg(effect.without).toStdString()));
        row.emplace_back("unknown", count(effect.unknown));
        rows.push_back(Value(std::move(row)));
    };
    for (std::size_t tag = 0; tag < answer.tags.size(); ++tag) {
        add(answer.tags[tag], "*", answer.table.overall[tag]);
        for (std::size_t segment = 0; answer.segments.size() > 1 && segment < answer.segments.size(); ++segment)
            add(answer.tags[tag], answer.segments[segment], answer.table.cells[tag * answer.segments.size() + segment]);
    }
    printTable({{say(QT_TRANSLATE_NOOP("Headless", "Tag")), "tag"},
                {say(QT_TRANSLATE_NOOP("Headless", "Segment")), "segment"},
                {say(QT_TRANSLATE_NOOP("Headless", "Effect (points)")), "effect", true},
                {say(QT_TRANSLATE_NOOP("Headless", "95 %, or why there is none")), "interval"},
                {say(QT_TRANSLATE_NOOP("Headless", "n with / without")), "n", true},
                {say(QT_TRANSLATE_NOOP("Headless", "Unknown yet")), "unknown", true}},
               rows);
}

} // namespace

int runEffects(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run", "of", "by", "goal"}, {"control"}, 1, 1});
    if (!arguments)
        return Misused;
    if (const auto missing = missingWorkspace(arguments->words.front()))
        return fail(*missing);
    session::EffectQuestion question;
    const std::string what = arguments->option("of", "need");
    const auto known = session::effectOf(what);
    if (!known) {
        std::vector<std::string> names;
        for (const session::EffectOf one : session::allEffectsOf)
            names.emplace_back(nameOf(one));
        refuse(unknownName(say(QT_TRANSLATE_NOOP("Headless", "There are no effects of “%1”.")), what, names));
        return Misused;
    }
    question.what = *known;
    question.segment = arguments->option("by");
    question.goal = arguments->option("goal");
    question.controlOnly = arguments->has("control");
    const auto log = session::effectLogOf(arguments->words.front(), arguments->option("run"));
    if (!log)
        return fail(log.error());
    const auto answer = session::effectsOf(*log, question);
    if (!answer)
        return fail(answer.error());
    if (arguments->has("json"))
        answerJson(*log, question, *answer);
    else
        printEffects(*log, *answer);
    return Done;
}

} // namespace wayreeve::headless
