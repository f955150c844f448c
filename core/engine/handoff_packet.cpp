#include "engine/handoff_packet.h"

#include "base/json.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::engine {

namespace {

constexpr std::size_t mostSaid = 10;
constexpr std::size_t mostNext = 5;
constexpr Duration triedWithin = Duration::days(30);

Value real(double number) {
    return Value::fromDouble(number);
}

bool caseIsOpen(const interpretation::SignalMemory& signals) {
    return signals.caseOpened.ms != INT64_MIN && signals.caseOpened > signals.caseClosed;
}

/// The newest come last. Outside a case, messages alone.
List saidBy(const Program& program, const CustomerState& state) {
    List said;
    for (auto item = state.memory.history.rbegin(); item != state.memory.history.rend() && said.size() < mostSaid;
         ++item) {
        const std::string& name = program.symbols.name(item->event);
        const bool inCase = caseIsOpen(state.signals) && item->time >= state.signals.caseOpened;
        if (!inCase && name != "Message Received")
            continue;
        said.push_back(Context{{"at", formatInstant(item->time)}, {"event", name}, {"properties", item->properties}});
    }
    std::reverse(said.begin(), said.end());
    return said;
}

std::string resultOf(const CustomerState& state, const perception::Contact& contact) {
    for (const InFlight& flight : state.inFlight)
        if (flight.action == contact.action && !flight.failed)
            return "waiting";
    for (const learning::OpenReward& reward : state.rewards)
        if (reward.action == contact.action && reward.from == contact.at)
            return reward.harmed ? "harm" : reward.credited ? "goal" : "open";
    return "none";
}

List triedWith(const Program& program, const CustomerState& state, Instant now) {
    List tried;
    for (const perception::Contact& contact : state.memory.contacts)
        if (contact.sent && now - contact.at <= triedWithin)
            tried.push_back(Context{{"at", formatInstant(contact.at)},
                                    {"action", program.symbols.name(contact.action)},
                                    {"channel", std::string(documents::nameOf(contact.channel))},
                                    {"result", resultOf(state, contact)}});
    return tried;
}

/// One for each action, its best variant.
List nextOf(const Program& program, const planning::Plan& plan) {
    std::vector<const planning::Candidate*> best;
    for (const planning::Candidate& candidate : plan.candidates) {
        const Program::ActionInfo* const info = program.action(candidate.action);
        if (!info || info->action->handoff || !candidate.scored || candidate.gate < planning::Gate::Arbitration)
            continue;
        const auto same = std::find_if(best.begin(), best.end(),
                                       [&](const auto* other) { return other->action == candidate.action; });
        if (same == best.end())
            best.push_back(&candidate);
        else if ((*same)->score.priority < candidate.score.priority)
            *same = &candidate;
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const auto* a, const auto* b) { return a->score.priority > b->score.priority; });
    List next;
    for (const planning::Candidate* candidate : best) {
        if (next.size() == mostNext)
            break;
        next.push_back(
            Context{{"action", program.symbols.name(candidate->action)},
                    {"channel", std::string(documents::nameOf(candidate->channel))},
                    {"content", candidate->content == 0 ? Value() : Value(program.symbols.name(candidate->content))},
                    {"priority", real(candidate->score.priority)},
                    {"probability", real(candidate->score.outcome)}});
    }
    return next;
}

/// Two digits are enough to read; the packet has all of them.
std::string shown(const Value& value) {
    return value.number() ? real(std::round(value.toDouble() * 100) / 100).toText() : value.toText();
}

std::string listed(const Value& list, const char* name, const char* beside) {
    std::string text;
    for (const Value& one : *list.list())
        text += (text.empty() ? "" : ", ") + one.member(name).toText() + " (" + shown(one.member(beside)) + ")";
    return text.empty() ? "-" : text;
}

/// Words of the record alone, in one fixed order.
std::string summaryOf(const Value& packet) {
    const Value opened = packet.member("case").member("opened");
    return "stage: " + packet.member("stage").toText() + "; sentiment: " + shown(packet.member("sentiment")) +
           "; intent: " + packet.member("intent").member("id").toText() +
           "; case: " + (opened.isNull() ? "-" : "since " + opened.toText()) +
           "; said: " + std::to_string(packet.member("said").list()->size()) +
           "; tried: " + listed(packet.member("tried"), "action", "result") +
           "; next: " + listed(packet.member("next"), "action", "priority");
}

/// Where the packet's own line begins; npos without one.
std::size_t lastLine(std::string_view body) {
    const std::size_t end = body.rfind('\n');
    const std::size_t from = end == std::string_view::npos ? 0 : end + 1;
    return from < body.size() && body[from] == '{' ? from : std::string_view::npos;
}

} // namespace

Value handoffPacket(const Program& program, const CustomerState& state, const interpretation::Reading& reading,
                    Instant now, const planning::Plan* plan) {
    const auto name = [&](Sym symbol) { return symbol == 0 ? Value() : Value(program.symbols.name(symbol)); };
    Context packet{
        {"handoff", Value(Decimal(1))},
        {"at", formatInstant(now)},
        {"customer", state.memory.key},
        {"stage", name(reading.stage)},
        {"previousStage", name(reading.previousStage)},
        {"sentiment", real(reading.sentiment.value)},
        {"intent", Context{{"id", name(reading.leadingIntent)}, {"value", real(reading.leadingIntentValue)}}}};
    packet.emplace_back("case", caseIsOpen(state.signals)
                                    ? Value(Context{{"opened", formatInstant(state.signals.caseOpened)},
                                                    {"frustrated", Value(Decimal(state.signals.frustratedInCase))}})
                                    : Value());
    packet.emplace_back("said", saidBy(program, state));
    packet.emplace_back("tried", triedWith(program, state, now));
    packet.emplace_back("next", plan ? nextOf(program, *plan) : List());
    packet.emplace_back("summary", summaryOf(Value(packet)));
    return Value(std::move(packet));
}

std::string withPacket(const std::string& text, const Value& packet) {
    return text + (text.empty() ? "" : "\n\n") + packet.member("summary").toText() + "\n" + writeCanonicalJson(packet);
}

std::optional<Value> packetIn(std::string_view body) {
    const std::size_t from = lastLine(body);
    if (from == std::string_view::npos)
        return std::nullopt;
    const auto json = parseJson(body.substr(from));
    if (!json || json->member("handoff").isNull() || !json->member("summary").text())
        return std::nullopt;
    return *json;
}

std::string textBeforePacket(const std::string& body) {
    const auto packet = packetIn(body);
    if (!packet)
        return body;
    const std::string after = packet->member("summary").toText() + "\n" + body.substr(lastLine(body));
    if (!body.ends_with(after))
        return body;
    std::string text = body.substr(0, body.size() - after.size());
    if (text.ends_with("\n\n"))
        text.resize(text.size() - 2);
    return text;
}

} // namespace wayreeve::engine
