#pragma once

#include "base/clock.h"
#include "execution/open_connector.h"

#include <map>
#include <string>

/// A connector's surroundings in tests: secrets, what is known of customer 7, and one item for them.
struct ConnectorBench {
    using Settings = wayreeve::documents::ConnectorSettings;
    using Kind = wayreeve::documents::ConnectorKind;
    using Answer = wayreeve::execution::Connector::Answer;

    std::map<std::string, std::string> variables{{"SECRET", "secret"}};
    std::map<std::string, std::string> traits{{"email", "Ida.B@customers.example"}, {"ticket", "35436"}};
    wayreeve::Context parameters{{"crm_stage", "customer"}};
    wayreeve::Instant now{1'772'438'405'000}; // 2026-03-02T08:00:05Z
    wayreeve::Duration timeLimit = wayreeve::Duration::seconds(10);
    std::string caFile;
    wayreeve::execution::Dispatch item = sample();

    static wayreeve::execution::Dispatch sample() {
        wayreeve::execution::Dispatch d;
        d.number = 1;
        d.customer = 7;
        d.key = "9f86d081884c7d65-s1-a1b2";
        d.channel = wayreeve::documents::Channel::Email;
        d.slot = wayreeve::documents::Slot::Marketing;
        d.subject = "Your parcel";
        d.body = "It is on its way.";
        d.at = {1'772'438'400'000};
        return d;
    }
    wayreeve::execution::ConnectorEnvironment environment() {
        wayreeve::execution::ConnectorEnvironment e;
        const auto find = [](const std::map<std::string, std::string>& map,
                             const std::string& name) -> std::optional<std::string> {
            const auto at = map.find(name);
            return at == map.end() ? std::nullopt : std::optional(at->second);
        };
        e.variable = [this, find](const std::string& name) { return find(variables, name); };
        e.trait = [this, find](std::uint32_t customer, const std::string& trait) {
            return customer == 7 ? find(traits, trait) : std::nullopt;
        };
        e.parameters = [this](const std::string&) { return parameters; };
        e.now = [this] { return now; };
        e.timeLimit = timeLimit;
        e.caFile = caFile;
        return e;
    }
    /// What sending the item once comes to; an error of opening as its code.
    Answer send(const Settings& settings, const std::string& action = "send-mail") {
        const auto connector = wayreeve::execution::openConnector(settings, environment());
        if (!connector)
            return {wayreeve::execution::DispatchState::Failed, connector.error().code};
        return (*connector)->send(item, "customer-7", action);
    }
    /// "failed http-404", "unknown timeout once" (not to be repeated), "unknown http-429 after 7", "succeeded ok =
    /// 512".
    static std::string text(const Answer& answer) {
        std::string text = std::string(nameOf(answer.state)) + " " + answer.code;
        if (answer.retryAfter)
            text += " after " + std::to_string(answer.retryAfter->ms / 1000);
        if (!answer.repeatable)
            text += " once";
        return answer.reference.empty() ? text : text + " = " + answer.reference;
    }
};
