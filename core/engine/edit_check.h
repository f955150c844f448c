#pragma once

#include "engine/customer_state.h"
#include "engine/program.h"

#include <string>

namespace wayreeve::engine {

/// What refuses an edited proposal, empty where nothing does: the gates as they would close for it now, on the
/// customer's present facts ("policies/ID" or a gate's word). A percentage that the edit brings into the text is judged
/// as the incentive it promises: the constraints of its discount first, then "content/promised-discount" where it is
/// more than the action gives. Run at the epoch's end. `customers`, by number: where given, an account's proposal is
/// judged with its members and a person's with what the account has reserved for them.
[[nodiscard]] std::string editProblem(const Program& program, const planning::SharedState& shared,
                                      const CustomerState& state, const governance::Proposal& before,
                                      const governance::Proposal& edited, Instant now,
                                      const std::vector<CustomerState>* customers = nullptr);

} // namespace wayreeve::engine
