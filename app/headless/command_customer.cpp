#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/ledger.h"
#include "app/headless/output.h"
#include "documents/enum_names.h"
#include "engine/customer_state.h"
#include "engine/program.h"
#include "session/customer_memory.h"
#include "session/merges.h"
#include "session/open_workspace.h"
#include "session/states_now.h"
#include "ui/text/error_text.h"

#include <algorithm>
#include <optional>

namespace wayreeve::headless {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

Value mergeJson(const session::MergeShown& merge) {
    List evidence;
    for (const auto& [name, part] : merge.evidence)
        evidence.push_back(Value(Context{{"evidence", Value(std::string(name))}, {"part", Value::fromDouble(part)}}));
    Context json;
    json.emplace_back("customer", Value("#" + std::to_string(merge.gone)));
    json.emplace_back("key", Value(merge.goneKey));
    json.emplace_back("time", Value(formatInstant(merge.at)));
    json.emplace_back("cause", Value(std::string(merge.probable ? "probable" : "shared-id")));
    json.emplace_back("probability", Value::fromDouble(merge.probability));
    json.emplace_back("evidence", Value(std::move(evidence)));
    json.emplace_back("undone", Value(merge.undone));
    json.emplace_back("undone_by", Value(merge.undoneBy));
    json.emplace_back("undone_why", Value(merge.undoneWhy));
    json.emplace_back("undoable", Value(merge.undoable));
    return Value(std::move(json));
}

void printMerge(const session::MergeShown& merge) {
    const QString who = QStringLiteral("#%1 %2").arg(merge.gone).arg(text(merge.goneKey));
    print(merge.probable ? say(QT_TRANSLATE_NOOP("Headless", "%1: %2 joined, with a probability of %3."))
                               .arg(text(formatInstant(merge.at)), who, QString::number(merge.probability, 'f', 3))
                         : say(QT_TRANSLATE_NOOP("Headless", "%1: %2 joined, by an id that both had used."))
                               .arg(text(formatInstant(merge.at)), who));
    const std::size_t most = std::min<std::size_t>(merge.evidence.size(), 6);
    for (std::size_t i = 0; i < most; ++i)
        print(QStringLiteral("    %1 %2")
                  .arg(text(merge.evidence[i].first), -16)
                  .arg(merge.evidence[i].second, 7, 'f', 2));
    if (merge.undone)
        print(say(QT_TRANSLATE_NOOP("Headless", "    Undone by %1: %2"))
                  .arg(text(merge.undoneBy), text(merge.undoneWhy)));
    else if (merge.undoable)
        print(say(QT_TRANSLATE_NOOP("Headless", "    “wayreevectl unmerge” undoes it.")));
}

std::string stateOf(const perception::Promise& promise, Instant now) {
    if (promise.isOpen(now))
        return promise.isOverdue(now) ? "overdue" : "open";
    return promise.kept && promise.settled <= promise.due ? "kept" : promise.kept ? "kept-late" : "broken";
}

/// "" where nothing came back; a goal has no event of its own on the channel.
std::string kindOf(const perception::ChannelRecord& record) {
    if (record.lastResponse.isNever())
        return {};
    return record.lastKind == documents::Response::None ? "goal" : std::string(documents::nameOf(record.lastKind));
}

Value memoryJson(const session::CustomerMemory& memory, Instant now) {
    const auto real = [](double value) { return Value::fromDouble(value); };
    const auto time = [](Instant at) { return at.isNever() ? Value() : Value(formatInstant(at)); };
    Value worth;
    if (memory.worth)
        worth = Value(Context{{"value", real(memory.worth->value)},
                              {"low", real(memory.worth->low)},
                              {"high", real(memory.worth->high)},
                              {"alive", real(memory.worth->alive)},
                              {"days", real(memory.horizon.inDays())}});
    List promises, affinities, progress;
    for (const perception::Promise& promise : memory.promises)
        promises.push_back(Value(Context{{"promise", Value(promise.id)},
                                         {"by", Value(promise.by)},
                                         {"made", time(promise.made)},
                                         {"due", time(promise.due)},
                                         {"settled", time(promise.settled)},
                                         {"state", Value(stateOf(promise, now))}}));
    for (const auto& affinity : memory.affinities) {
        List categories;
        for (const auto& one : affinity.categories)
            categories.push_back(Value(Context{{"category", Value(one.value)},
                                               {"share", real(one.share)},
                                               {"low", real(one.low)},
                                               {"high", real(one.high)}}));
        affinities.push_back(Value(Context{{"id", Value(affinity.id)},
                                           {"leading", Value(affinity.leading)},
                                           {"categories", Value(std::move(categories))}}));
    }
    for (const auto& way : memory.ways)
        progress.push_back(
            Value(Context{{"goal", Value(way.goal)}, {"state", Value(way.state)}, {"share", real(way.share)}}));
    List channels, cases, parts;
    const auto count = [](std::size_t number) { return Value(static_cast<std::int64_t>(number)); };
    for (const auto& [record, action] : memory.channels)
        channels.push_back(Value(Context{{"channel", Value(std::string(documents::nameOf(record.channel)))},
                                         {"contacts", count(record.contacts)},
                                         {"contacts_90d", count(record.recent)},
                                         {"last_contact", record.contacts > 0 ? time(record.lastContact) : Value()},
                                         {"last_action", Value(action)},
                                         {"responses_90d", count(record.responses)},
                                         {"answered_90d", count(record.answered)},
                                         {"last_response", time(record.lastResponse)},
                                         {"last_kind", Value(kindOf(record))}}));
    for (const perception::OpenCase& one : memory.cases)
        cases.push_back(Value(Context{{"case", Value(one.id)}, {"since", time(one.since)}}));
    for (const perception::Quality::Part& part : memory.quality.parts)
        parts.push_back(Value(
            Context{{"reason", Value(std::string(perception::nameOf(part.reason)))}, {"taken", Value(part.taken)}}));
    return Value(Context{{"channels", Value(std::move(channels))},
                         {"open_cases", Value(std::move(cases))},
                         {"quality", Value(memory.quality.score)},
                         {"quality_parts", Value(std::move(parts))},
                         {"lifetime_value", std::move(worth)},
                         {"promises", Value(std::move(promises))},
                         {"affinities", Value(std::move(affinities))},
                         {"progress", Value(std::move(progress))}});
}

void printMemory(const session::CustomerMemory& memory, Instant now) {
    if (memory.worth)
        print(say(QT_TRANSLATE_NOOP("Headless", "Worth %1 within %2 days (90 %: %3 to %4); still a customer with a "
                                                "probability of %5."))
                  .arg(memory.worth->value, 0, 'f', 2)
                  .arg(memory.horizon.inDays(), 0, 'f', 0)
                  .arg(memory.worth->low, 0, 'f', 2)
                  .arg(memory.worth->high, 0, 'f', 2)
                  .arg(memory.worth->alive, 0, 'f', 3));
    for (const perception::Promise& promise : memory.promises)
        print(say(QT_TRANSLATE_NOOP("Headless", "Promise %1 (by %2, due %3): %4"))
                  .arg(text(promise.id), text(promise.by),
                       promise.due.isNever() ? QStringLiteral("–") : text(formatInstant(promise.due)),
                       text(stateOf(promise, now))));
    for (const auto& affinity : memory.affinities)
        for (const auto& one : affinity.categories)
            print(say(QT_TRANSLATE_NOOP("Headless", "Drawn to %1 (%2): %3 (90 %: %4 to %5)"))
                      .arg(text(one.value), text(affinity.id))
                      .arg(one.share, 0, 'f', 3)
                      .arg(one.low, 0, 'f', 3)
                      .arg(one.high, 0, 'f', 3));
    for (const auto& way : memory.ways)
        print(say(QT_TRANSLATE_NOOP("Headless", "On the way to %1: %2, %3 % of its milestones."))
                  .arg(text(way.goal), text(way.state))
                  .arg(way.share * 100, 0, 'f', 0));
}

void printContacts(const session::CustomerMemory& memory) {
    for (const auto& [record, action] : memory.channels) {
        const QString channel = text(documents::nameOf(record.channel));
        if (record.contacts > 0)
            print(say(QT_TRANSLATE_NOOP("Headless", "By %1: %2 contacts, the last one %3, %4."))
                      .arg(channel)
                      .arg(record.contacts)
                      .arg(text(formatInstant(record.lastContact)), text(action)));
        if (!record.lastResponse.isNever())
            print(say(QT_TRANSLATE_NOOP("Headless", "Last response by %1: %2, %3."))
                      .arg(channel, text(formatInstant(record.lastResponse)), text(kindOf(record))));
        if (record.recent > 0)
            print(say(QT_TRANSLATE_NOOP("Headless", "Answered by %1 within 90 days: %2 of %3."))
                      .arg(channel)
                      .arg(record.answered)
                      .arg(record.recent));
    }
    for (const perception::OpenCase& one : memory.cases)
        print(one.id.empty()
                  ? say(QT_TRANSLATE_NOOP("Headless", "Open case since %1.")).arg(text(formatInstant(one.since)))
                  : say(QT_TRANSLATE_NOOP("Headless", "Open case %1 since %2."))
                        .arg(text(one.id), text(formatInstant(one.since))));
    print(say(QT_TRANSLATE_NOOP("Headless", "Quality of the traffic (0 to 1): %1"))
              .arg(memory.quality.score.toDouble(), 0, 'f', 3));
    for (const perception::Quality::Part& part : memory.quality.parts)
        print(QStringLiteral("    %1 -%2")
                  .arg(text(perception::nameOf(part.reason)), -16)
                  .arg(part.taken.toDouble(), 0, 'f', 3));
}

std::string softwareOf(const perception::Customer& customer) {
    if (customer.machine != perception::MachineSign::None)
        return std::string(perception::nameOf(customer.machine));
    return customer.lowQuality ? "burst" : "";
}

std::string channelOf(const perception::Consent& consent) {
    return consent.channel == documents::Channel::None ? std::string()
                                                       : std::string(documents::nameOf(consent.channel));
}

/// Traits by the plan's names, those that are known.
Context traitsOf(const engine::Program& program, const perception::Customer& customer) {
    const documents::TrackingPlan& plan = *program.workspace->trackingPlan;
    const auto& traits = customer.isAccount ? plan.accounts.traits : plan.traits;
    Context known;
    for (std::size_t i = 0; i < traits.size() && i < customer.traits.size(); ++i)
        if (!customer.traits[i].isNull())
            known.emplace_back(traits[i].id, customer.traits[i]);
    return known;
}

void addProfile(Context& json, const engine::Program& program, const perception::Customer& customer) {
    List consents, ids;
    for (const perception::Consent& consent : customer.consents)
        consents.push_back(Value(Context{{"purpose", Value(program.symbols.name(consent.purpose))},
                                         {"channel", Value(channelOf(consent))},
                                         {"granted", Value(consent.granted)},
                                         {"since", Value(formatInstant(consent.since))}}));
    for (const std::string& id : customer.ids)
        ids.push_back(Value(id));
    json.emplace_back("consents", Value(std::move(consents)));
    json.emplace_back("suppressed", Value(customer.suppressed));
    json.emplace_back("ids", Value(std::move(ids)));
    json.emplace_back("zone", Value(customer.zoneName));
    json.emplace_back("software", Value(softwareOf(customer)));
    json.emplace_back("traits", Value(traitsOf(program, customer)));
}

void printProfile(const engine::Program& program, const perception::Customer& customer) {
    for (const perception::Consent& consent : customer.consents) {
        const QString what = consent.channel == documents::Channel::None
                                 ? say(QT_TRANSLATE_NOOP("Headless", "%1, every channel"))
                                       .arg(text(program.symbols.name(consent.purpose)))
                                 : say(QT_TRANSLATE_NOOP("Headless", "%1, %2"))
                                       .arg(text(program.symbols.name(consent.purpose)), text(channelOf(consent)));
        print((consent.granted ? say(QT_TRANSLATE_NOOP("Headless", "Consent given: %1, since %2."))
                               : say(QT_TRANSLATE_NOOP("Headless", "Consent refused: %1, since %2.")))
                  .arg(what, text(formatInstant(consent.since))));
    }
    if (customer.consents.empty() && !customer.isAccount)
        print(say(QT_TRANSLATE_NOOP("Headless", "No consent was stated.")));
    if (customer.suppressed)
        print(say(QT_TRANSLATE_NOOP("Headless", "Suppressed: nothing is sent at all.")));
    for (const std::string& id : customer.ids)
        print(say(QT_TRANSLATE_NOOP("Headless", "Id: %1")).arg(text(id)));
    if (!customer.zoneName.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "Time zone: %1")).arg(text(customer.zoneName)));
    if (const std::string software = softwareOf(customer); !software.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "Software, not a person: %1")).arg(text(software)));
    for (const auto& [name, value] : traitsOf(program, customer))
        print(say(QT_TRANSLATE_NOOP("Headless", "Trait %1: %2")).arg(text(name), text(value.toText())));
}

/// What the run knows now, in both forms; nothing that may be old.
void tellState(Context* json, const engine::Program& program, const audit::CustomerRow& row,
               const session::StatesNow& states) {
    if (json != nullptr) {
        json->emplace_back("known", Value(!states.unknown && !row.state.empty()));
        json->emplace_back("as_of", states.unknown ? Value() : Value(formatInstant(states.asOf)));
        if (states.unknown)
            json->emplace_back("unknown", Value(states.unknown->code));
    } else if (states.unknown) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Consents, ids and memory cannot be known now. %1"))
                  .arg(text::errorText(*states.unknown)));
    } else if (states.asked) {
        print(
            say(QT_TRANSLATE_NOOP("Headless", "As the live run knew it at %1.")).arg(text(formatInstant(states.asOf))));
    }
    if (states.unknown || row.state.empty())
        return;
    const auto state = engine::decodeState(row.state, program.symbols);
    if (!state)
        return;
    const auto memory = session::memoryOf(program, row, states.asOf);
    if (json == nullptr) {
        printProfile(program, state->memory);
        if (memory) {
            printContacts(*memory);
            printMemory(*memory, states.asOf);
        }
        return;
    }
    addProfile(*json, program, state->memory);
    if (memory)
        json->emplace_back("memory", memoryJson(*memory, states.asOf));
}

} // namespace

int runCustomer(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"run"}, {}, 2, 2});
    if (!arguments)
        return Misused;
    const std::string& folder = arguments->words.front();
    auto reader = readerOf(folder);
    if (!reader)
        return fail(reader.error());
    auto run = (*reader)->run(arguments->option("run"));
    if (!run)
        return fail(run.error());
    auto customer = session::customerNamed(**reader, run->id, arguments->words.back());
    if (!customer)
        return fail(customer.error());
    // How long a merge can be undone is as the run's own documents say.
    const auto workspace = session::openAsOf(folder, *run);
    if (!workspace)
        return fail(workspace.error());
    const session::StatesNow states = session::statesNow(folder, *run, {customer->number});
    if (states.asked) {
        auto now = (*reader)->customer(run->id, customer->number);
        if (!now)
            return fail(now.error());
        if (*now)
            *customer = std::move(**now);
        run->clock = states.asOf;
    }
    const auto merges = session::mergesOf(**reader, *run, customer->number, workspace->workspace->settings.undoMerges);
    if (!merges)
        return fail(merges.error());
    const bool inJson = arguments->has("json");
    Context json;
    json.emplace_back("run", Value(run->tag));
    json.emplace_back("customer", Value("#" + std::to_string(customer->number)));
    json.emplace_back("key", Value(customer->key));
    json.emplace_back("name", Value(customer->name));
    json.emplace_back("account", Value(customer->isAccount));
    json.emplace_back("arm", Value(std::string(documents::nameOf(customer->arm))));
    json.emplace_back("mixed_arms", Value(customer->mixedArms));
    json.emplace_back("first_seen", Value(formatInstant(customer->firstSeen)));
    if (!states.unknown) { // the row of a run at work is as old as its customer
        json.emplace_back("last_seen", Value(formatInstant(customer->lastSeen)));
        json.emplace_back("decisions", Value(static_cast<std::int64_t>(customer->decisions)));
    }
    if (!inJson)
        for (const auto& [name, value] : json)
            print(QStringLiteral("%1 %2").arg(text(name), -12).arg(text(value.toText())));
    tellState(inJson ? &json : nullptr, *workspace->program, *customer, states);
    List list;
    for (const session::MergeShown& merge : *merges)
        if (inJson)
            list.push_back(mergeJson(merge));
        else
            printMerge(merge);
    if (inJson) {
        json.emplace_back("merges", Value(std::move(list)));
        printJson(Value(std::move(json)));
    } else if (merges->empty()) {
        print(say(QT_TRANSLATE_NOOP("Headless", "Nobody was merged into this customer.")));
    }
    return Done;
}

} // namespace wayreeve::headless
