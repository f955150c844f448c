#include "session/live_inbox.h"

#include "engine/desk.h"
#include "storage/command_inbox.h"
#include "storage/engine_lock.h"

#include <thread>

namespace wayreeve::session {

std::string noteText(const InboxNote& note) {
    if (note.undoesMerge())
        return writeJson(Context{{"run", note.run}, {"order", engine::orderJson(*note.order)}});
    if (note.order)
        return engine::orderJson(*note.order);
    if (!note.show.empty()) {
        List numbers;
        for (const std::uint32_t customer : note.show)
            numbers.push_back(Value(static_cast<std::int64_t>(customer)));
        return writeJson(Context{{"run", note.run}, {"show", Value(std::move(numbers))}});
    }
    if (!note.command) {
        Context json{{"event", note.event}};
        if (!note.mended.run.empty()) {
            json.emplace_back("mends", Value(Context{{"run", note.mended.run},
                                                     {"number", Value(static_cast<std::int64_t>(note.mended.number))},
                                                     {"person", note.mended.person}}));
        }
        return writeJson(Value(std::move(json)));
    }
    return writeJson(Context{{"run", note.run}, {"give", engine::commandJson(*note.command)}});
}

Result<InboxNote> noteFrom(const std::string& text) {
    const Error damaged{"command.damaged", {{"text", text.substr(0, 80)}}, {}, 0, 0};
    const auto json = parseJson(text);
    if (!json || !json->context())
        return damaged;
    InboxNote note;
    if (!json->member("event").isNull()) {
        note.event = json->member("event");
        if (const Value mends = json->member("mends"); mends.context()) {
            const Value number = mends.member("number");
            const auto whole = number.number() ? number.number()->toInteger() : std::nullopt;
            if (!whole || *whole < 1)
                return damaged;
            note.mended.run = mends.member("run").toText();
            note.mended.number = static_cast<std::uint64_t>(*whole);
            note.mended.person = mends.member("person").toText();
        }
        return note;
    }
    if (const Value show = json->member("show"); show.list()) {
        for (const Value& customer : *show.list()) {
            const auto number = customer.number() ? customer.number()->toInteger() : std::nullopt;
            if (!number || *number < 0 || *number > UINT32_MAX)
                return damaged;
            note.show.push_back(static_cast<std::uint32_t>(*number));
        }
        note.run = json->member("run").toText();
        return note.show.empty() ? Result<InboxNote>(damaged) : note;
    }
    if (json->member("give").text()) {
        auto command = engine::commandFromJson(json->member("give").toText());
        if (!command)
            return command.error();
        note.run = json->member("run").toText();
        note.command = std::move(*command);
        return note;
    }
    engine::EpochOrders orders;
    const bool ofRun = json->member("order").text() != nullptr;
    if (auto added = engine::addRecorded(orders, ofRun ? json->member("order").toText() : text); !added)
        return added.error();
    if (orders.orders.size() != 1)
        return damaged;
    const auto kind = orders.orders.front().kind;
    if (kind == engine::Order::Kind::Result || kind == engine::Order::Kind::Fact)
        return damaged; // only a dispatcher knows results, only a system of record facts
    if (ofRun != (kind == engine::Order::Kind::Unmerge))
        return damaged; // customers' numbers are a run's own
    note.run = json->member("run").toText();
    note.order = std::move(orders.orders.front());
    return note;
}

std::string answerText(const std::optional<Error>& error) {
    Context json;
    if (error) {
        List parameters;
        for (const auto& [name, value] : error->parameters)
            parameters.push_back(Value(List{Value(name), Value(value)}));
        json = {{"error", Value(error->code)}, {"parameters", Value(std::move(parameters))}};
    }
    return writeJson(Value(std::move(json)));
}

std::string shownText(Instant asOf) {
    return writeJson(Context{{"asOf", Value(formatInstant(asOf))}});
}

Result<void> answerFrom(const std::string& text) {
    const auto json = parseJson(text);
    if (!json || !json->context())
        return Error{"command.damaged", {{"text", text.substr(0, 80)}}, {}, 0, 0};
    if (!json->member("error").text())
        return {};
    Error error{json->member("error").toText(), {}, {}, 0, 0};
    if (const Value parameters = json->member("parameters"); parameters.list())
        for (const Value& pair : *parameters.list())
            if (pair.list() && pair.list()->size() == 2)
                error.parameters.emplace_back((*pair.list())[0].toText(), (*pair.list())[1].toText());
    return error;
}

namespace {

/// The engine's answer as it gave it.
Result<std::string> answerTo(const std::filesystem::path& folder, const InboxNote& note,
                             std::chrono::milliseconds patience) {
    auto inbox = storage::CommandInbox::open(folder);
    if (!inbox)
        return inbox.error();
    const auto id = (*inbox)->put(noteText(note));
    if (!id)
        return id.error();
    const auto until = std::chrono::steady_clock::now() + patience;
    for (bool withdrawn = false;;) {
        const auto item = (*inbox)->find(*id);
        if (!item)
            return item.error();
        if (!*item)
            return Error{"live.no-answer", {}, {}, 0, 0};
        if ((*item)->state == storage::InboxState::Answered)
            return (*item)->answer;
        if (!withdrawn && std::chrono::steady_clock::now() >= until) {
            const auto taken = (*inbox)->withdraw(*id);
            if (!taken)
                return taken.error();
            if (*taken)
                return Error{"live.no-answer", {}, {}, 0, 0};
            // An engine has it in hand: what becomes of it must be known. Its answer follows within an epoch.
            withdrawn = true;
        }
        if (withdrawn && std::chrono::steady_clock::now() >= until + patience)
            return Error{"live.answer-lost", {}, {}, 0, 0};
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

} // namespace

Result<void> askEngine(const std::filesystem::path& folder, const InboxNote& note, std::chrono::milliseconds patience) {
    const auto answer = answerTo(folder, note, patience);
    return answer ? answerFrom(*answer) : answer.error();
}

Result<Instant> showCustomers(const std::filesystem::path& folder, const std::string& run,
                              std::vector<std::uint32_t> customers, std::chrono::milliseconds patience) {
    InboxNote note;
    note.run = run;
    note.show = std::move(customers);
    const auto answer = answerTo(folder, note, patience);
    if (!answer)
        return answer.error();
    if (const auto given = answerFrom(*answer); !given)
        return given.error();
    const auto json = parseJson(*answer);
    const auto asOf = parseInstant(json ? json->member("asOf").toText() : std::string());
    if (!asOf)
        return Error{"command.damaged", {{"text", answer->substr(0, 80)}}, {}, 0, 0};
    return *asOf;
}

bool engineIsBusy(const std::filesystem::path& folder) {
    const auto lock = storage::EngineLock::acquire(folder);
    return !lock && lock.error().code == "store.locked";
}

} // namespace wayreeve::session
