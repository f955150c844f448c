#pragma once

#include "base/chance.h"
#include "documents/population.h"
#include "simulation/arrivals.h"
#include "simulation/session_world.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wayreeve::simulation {

/// A population prepared for use: names resolved to indexes. Immutable; shared by all customers and workers.
struct PopulationPlan {
    struct Coefficient {
        std::size_t number = 0; ///< index into SyntheticCustomer's numbers
        double value = 0;
    };
    struct Reaction {
        const documents::Reaction* source = nullptr;
        std::vector<Coefficient> coefficients;
        std::vector<double> states; ///< one logit for each state
        int toState = -1;
    };
    struct State {
        const documents::HiddenState* source = nullptr;
        std::vector<std::pair<std::size_t, double>> next; ///< known states of weight above 0
        double perDay = 0;                                ///< of all emissions together
    };

    PopulationPlan(documents::Population described, std::string defaultZone, std::uint32_t customers,
                   std::uint32_t days, const Chance& chance);
    PopulationPlan(const PopulationPlan&) = delete;
    PopulationPlan& operator=(const PopulationPlan&) = delete;

    documents::Population population;
    std::vector<State> states;
    std::vector<Reaction> reactions; ///< in document order
    std::vector<std::pair<std::size_t, double>> startShares;
    int preferredHour = -1; ///< index into the numbers
    std::string defaultZone;
    std::uint32_t customers;
    Instant end;
    Duration arrivalWindow;
    Chance chance;
    std::unique_ptr<const SessionWorld> world; ///< customers are its persons, in their order; null without sessions
    std::vector<double> sessionShares;         ///< of the events of a visit

    /// What is drawn of a customer's devices and visits; `occasion` tells the uses apart.
    [[nodiscard]] DrawStream drawOf(std::uint32_t origin, std::uint32_t occasion) const;
    [[nodiscard]] int stateOf(std::string_view id) const; ///< −1 where there is none
    [[nodiscard]] int numberOf(std::string_view id) const; ///< hidden values first, then traits; −1 where there is none
};

/// One simulated customer: a small discrete-event process. Used by one worker at a time; the plan is passed in so that
/// a hundred thousand of them stay small.
class SyntheticCustomer {
public:
    SyntheticCustomer(const PopulationPlan& plan, std::uint32_t origin);

    [[nodiscard]] Instant next(const PopulationPlan& plan) const;
    void advance(const PopulationPlan& plan, Instant until, std::vector<Arrival>& out);
    void deliver(const PopulationPlan& plan, const Delivered& delivered);
    [[nodiscard]] std::uint32_t state() const {
        return m_state;
    } ///< hidden: for those who judge readings, once arrived

private:
    struct Pending { ///< a reaction on its way
        Instant at;
        std::uint32_t reaction = 0;
        documents::Channel channel = documents::Channel::None;
    };
    enum class Step : std::uint8_t { None, Arrive, SignIn, Link, Leave, React, Emit, Visit };
    struct Due {
        Step step = Step::None;
        Instant at = Instant::never();
    };

    [[nodiscard]] Due due() const;
    void perform(const PopulationPlan& plan, Due due);
    void drawTraits(const PopulationPlan& plan);
    void enter(const PopulationPlan& plan, std::size_t state, Instant at);
    void planEmission(const PopulationPlan& plan, Instant from);
    void introduce(const PopulationPlan& plan, Instant at);
    void react(const PopulationPlan& plan);
    [[nodiscard]] double probability(const PopulationPlan::Reaction& reaction, const Delivered& delivered) const;
    [[nodiscard]] perception::Event newEvent(const PopulationPlan& plan, std::string_view name, Instant at);
    void planVisit(const PopulationPlan& plan, Instant from);
    void visit(const PopulationPlan& plan, Instant at);
    [[nodiscard]] std::string browserId() const;
    [[nodiscard]] Value propertiesOf(const PopulationPlan& plan, const std::vector<documents::Distribution>& drawn,
                                     documents::Channel channel) const;
    void happen(const PopulationPlan& plan, const std::string& name,
                const std::vector<documents::Distribution>& properties, Instant at,
                documents::Channel channel = documents::Channel::None);
    void spoil(const PopulationPlan& plan, perception::Event event);
    /// `refusal`: the code of why it is none; null where it cannot be read.
    void send(const PopulationPlan& plan, Instant receivedAt, std::optional<perception::Event> event,
              const char* refusal = nullptr);

    std::uint32_t m_origin = 0;
    std::uint32_t m_state = 0;
    std::uint32_t m_visit = 0;   ///< entries into states so far
    std::uint32_t m_step = 0;    ///< emissions planned so far
    std::uint32_t m_events = 0;  ///< events made so far: numbers the messageIds
    std::uint32_t m_emitted = 0; ///< arrivals handed out so far: breaks ties in time
    std::uint32_t m_kind = 0;    ///< of the planned emission
    bool m_arrived = false;
    bool m_anonymous = false; ///< signs in later
    bool m_knowsUser = false;
    bool m_linked = false;
    bool m_browsesFirst = false; ///< signs in later, and nothing links the two
    int m_edge = -1;
    double m_preferredHour = 12;
    Instant m_arriveAt;
    Instant m_signInAt = Instant::never();
    Instant m_linkAt = Instant::never();
    Instant m_leaveAt = Instant::never();
    Instant m_emitAt = Instant::never();
    Instant m_visitAt = Instant::never(); ///< without signing in
    std::uint32_t m_visits = 0;           ///< of these
    std::int64_t m_seenDay = -1;          ///< of m_seenAt
    perception::SharedSurroundings m_seenAt;
    Instant m_horizon{INT64_MIN}; ///< everything before it has happened
    const std::string* m_zone = nullptr;
    std::vector<double> m_numbers;
    std::vector<Pending> m_pending;  ///< ascending by time, then as received
    std::vector<Arrival> m_outbox;   ///< ascending by receivedAt, then as made
    std::vector<Instant> m_contacts; ///< of the last 7 days
};

} // namespace wayreeve::simulation
