#pragma once

#include "perception/cases.h"
#include "perception/contact_memory.h"
#include "perception/promises.h"
#include "perception/quality.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::audit {
struct CustomerRow;
}
namespace wayreeve::engine {
class Program;
}
namespace wayreeve::perception {
struct Customer;
}

namespace wayreeve::session {

/// What is remembered of a customer beyond single events, for people to read: the same figures as the facts
/// (docs/formats/facts.md).
struct CustomerMemory {
    struct Worth {
        double value = 0, low = 0, high = 0; ///< money within the horizon, 90 %
        double alive = 0;
    };
    std::optional<Worth> worth; ///< nothing before the first purchase
    Duration horizon;
    std::vector<perception::Promise> promises; ///< in the order in which they were made
    struct Category {
        std::string value;
        double share = 0, low = 0, high = 0;
    };
    struct Affinity {
        std::string id;
        std::string leading; ///< empty = nothing is known of this customer
        std::vector<Category> categories;
    };
    std::vector<Affinity> affinities;
    struct Way {
        std::string goal;
        std::string state; ///< ahead, on-plan, stuck
        double share = 0;
    };
    std::vector<Way> ways; ///< that have begun
    struct OnChannel {
        perception::ChannelRecord record;
        std::string lastAction; ///< id of what was sent last; empty = nothing was
    };
    std::vector<OnChannel> channels;         ///< on which anything was sent or came in
    std::vector<perception::OpenCase> cases; ///< open ones, the oldest first
    perception::Quality quality;
};

[[nodiscard]] CustomerMemory memoryOf(const engine::Program& program, const perception::Customer& customer,
                                      Instant now);

/// Of a stored customer, by the run's own documents; nothing where the run keeps no state, or of an account.
[[nodiscard]] std::optional<CustomerMemory> memoryOf(const engine::Program& program, const audit::CustomerRow& row,
                                                     Instant now);

} // namespace wayreeve::session
