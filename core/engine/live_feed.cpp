#include "engine/live_feed.h"

#include "base/json.h"
#include "engine/desk.h"

#include <charconv>

namespace wayreeve::engine {

namespace {

using execution::DispatchState;

std::optional<std::uint64_t> numberFrom(const Value& value) {
    const std::string text = value.toText();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<Order> resultFrom(const Value& json) {
    Order order;
    const auto dispatch = numberFrom(json.member("result"));
    const auto attempts = numberFrom(json.member("attempts"));
    const std::string state = json.member("state").toText();
    bool known = false;
    for (const DispatchState candidate : {DispatchState::Succeeded, DispatchState::Failed, DispatchState::Unknown})
        if (execution::nameOf(candidate) == state) {
            order.state = candidate;
            known = true;
        }
    if (!dispatch || !attempts || !known)
        return std::nullopt;
    order.dispatch = *dispatch;
    order.attempts = static_cast<int>(*attempts);
    order.code = json.member("code").toText();
    return order;
}

std::optional<Order> factFrom(const Value& json) {
    Order order;
    order.kind = Order::Kind::Fact;
    const std::string kind = json.member("fact").toText();
    bool known = false;
    for (auto one = documents::FactKind::Order; !known && one <= documents::FactKind::Identity;
         one = static_cast<documents::FactKind>(static_cast<int>(one) + 1))
        if (documents::nameOf(one) == kind) {
            order.fact.name.kind = one;
            known = true;
        }
    const auto customer = numberFrom(json.member("customer"));
    const auto asOf = numberFrom(json.member("asOf"));
    const auto asked = numberFrom(json.member("asked"));
    if (!known || !customer || *customer > UINT32_MAX || !asOf || !asked)
        return std::nullopt;
    order.customer = static_cast<std::uint32_t>(*customer);
    order.fact.name.id = json.member("id").toText();
    order.fact.value = json.member("value");
    order.fact.asOf.ms = static_cast<std::int64_t>(*asOf);
    order.fact.asked.ms = static_cast<std::int64_t>(*asked);
    order.fact.problem = json.member("problem").toText();
    return order;
}

} // namespace

std::string orderJson(const Order& order) {
    if (order.kind == Order::Kind::Unmerge)
        return writeJson(
            Context{{"unmerge", std::to_string(order.customer)}, {"person", order.person}, {"reason", order.reason}});
    if (order.kind == Order::Kind::Fact)
        return writeJson(Context{{"fact", std::string(documents::nameOf(order.fact.name.kind))},
                                 {"id", order.fact.name.id},
                                 {"customer", std::to_string(order.customer)},
                                 {"value", order.fact.value},
                                 {"asOf", std::to_string(order.fact.asOf.ms)},
                                 {"asked", std::to_string(order.fact.asked.ms)},
                                 {"problem", order.fact.problem}});
    if (order.kind == Order::Kind::Result)
        return writeJson(Context{{"result", std::to_string(order.dispatch)},
                                 {"state", std::string(execution::nameOf(order.state))},
                                 {"attempts", std::to_string(order.attempts)},
                                 {"code", order.code}});
    if (order.kind == Order::Kind::Erase)
        return writeJson(
            Context{{"erase", std::to_string(order.customer)}, {"person", order.person}, {"reason", order.reason}});
    return writeJson(
        Context{{"stop", order.scope}, {"lift", order.kind == Order::Kind::Lift}, {"person", order.person}});
}

std::string lateJson(std::uint64_t from) {
    return writeJson(Context{{"late", std::to_string(from)}});
}

Result<void> addRecorded(EpochOrders& to, const std::string& body) {
    const Error damaged{"command.damaged", {{"text", body.substr(0, 80)}}, {}, 0, 0};
    const auto json = parseJson(body);
    if (!json || !json->context())
        return damaged;
    if (!json->member("late").isNull()) {
        to.lateFrom = numberFrom(json->member("late"));
        return to.lateFrom ? Result<void>() : damaged;
    }
    if (!json->member("result").isNull()) {
        auto order = resultFrom(*json);
        if (!order)
            return damaged;
        to.orders.push_back(std::move(*order));
        return {};
    }
    for (const auto& [name, kind] : {std::pair{"unmerge", Order::Kind::Unmerge}, {"erase", Order::Kind::Erase}}) {
        if (json->member(name).isNull())
            continue;
        const auto customer = numberFrom(json->member(name));
        if (!customer || *customer >= UINT32_MAX)
            return damaged;
        Order order;
        order.kind = kind;
        order.customer = static_cast<std::uint32_t>(*customer);
        order.person = json->member("person").toText();
        order.reason = json->member("reason").toText();
        to.orders.push_back(std::move(order));
        return {};
    }
    if (!json->member("fact").isNull()) {
        auto order = factFrom(*json);
        if (!order)
            return damaged;
        to.orders.push_back(std::move(*order));
        return {};
    }
    if (json->member("stop").text()) {
        Order order;
        order.kind = json->member("lift") == Value(true) ? Order::Kind::Lift : Order::Kind::Stop;
        order.scope = json->member("stop").toText();
        order.person = json->member("person").toText();
        to.orders.push_back(std::move(order));
        return {};
    }
    auto command = commandFromJson(body);
    if (!command)
        return command.error();
    (isAfterEnd(body) ? to.whileStopped : to.commands).push_back(std::move(*command));
    return {};
}

} // namespace wayreeve::engine
