#pragma once

#include "execution/outbox.h"

#include <algorithm>
#include <string>
#include <vector>

/// An outbox in memory that keeps what a durable one would keep.
class MemoryOutbox final : public wayreeve::execution::OutboxPort {
public:
    using Dispatch = wayreeve::execution::Dispatch;
    using State = wayreeve::execution::DispatchState;

    std::vector<Dispatch> items;
    int failingSettles = 0; ///< this many settles fail from now on
    bool failingTake = false;
    bool failingResume = false;

    void add(std::uint64_t number, wayreeve::Sym agent = 1, wayreeve::Sym action = 2,
             const std::string& connector = "http") {
        Dispatch item;
        item.number = number;
        item.agent = agent;
        item.action = action;
        item.customer = static_cast<std::uint32_t>(number) + 100;
        item.connector = connector;
        item.key = "key-" + std::to_string(number);
        items.push_back(item);
    }
    [[nodiscard]] std::string states() const {
        std::string text;
        for (const Dispatch& item : items)
            text += (text.empty() ? "" : " ") + std::string(nameOf(item.state));
        return text;
    }

    wayreeve::Result<std::vector<Dispatch>> take(int limit) override {
        if (failingTake)
            return wayreeve::Error{"store.locked", {}};
        std::vector<Dispatch> taken;
        for (Dispatch& item : items)
            if (item.state == State::Pending && static_cast<int>(taken.size()) < limit) {
                item.state = State::Taken;
                ++item.attempts;
                taken.push_back(item);
            }
        return taken;
    }
    wayreeve::Result<void> settle(const Dispatch& dispatch) override {
        if (failingSettles > 0) {
            --failingSettles;
            return wayreeve::Error{"store.full", {}};
        }
        *std::find_if(items.begin(), items.end(), [&](const Dispatch& i) { return i.number == dispatch.number; }) =
            dispatch;
        return {};
    }
    wayreeve::Result<int> recover() override {
        int cutOff = 0;
        for (Dispatch& item : items)
            if (item.state == State::Taken && item.result == wayreeve::execution::callBegun) {
                item.state = State::Unknown;
                item.result = wayreeve::execution::callInterrupted;
                ++cutOff;
            }
        return cutOff + turn(State::Taken);
    }
    wayreeve::Result<int> resume() override {
        if (failingResume)
            return wayreeve::Error{"store.busy", {}};
        return turn(State::Stopped);
    }
    State stateOf(std::uint64_t number) override {
        const auto at = std::find_if(items.begin(), items.end(), [&](const Dispatch& i) { return i.number == number; });
        return at == items.end() ? State::Failed : at->state;
    }
    std::string customerKey(std::uint32_t customer) override { return "customer-" + std::to_string(customer); }

private:
    int turn(State from) {
        int count = 0;
        for (Dispatch& item : items)
            if (item.state == from) {
                item.state = State::Pending;
                ++count;
            }
        return count;
    }
};
