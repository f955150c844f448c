#pragma once

#include "base/result.h"
#include "documents/people.h"

#include <string_view>
#include <vector>

namespace wayreeve::governance {

/// What a role allows besides deciding about proposals (ApprovalDesk). Stopping needs no right: everybody may.
enum class Right : std::uint8_t {
    EditDocuments, ///< maps, autonomy and what else is written to disk: designer, policy owner, administrator
    LiftStop,      ///< those and approvers: whoever answers for what is sent
    UndoMerge,     ///< the same: it changes whom everything is sent to
    Replay,        ///< the same: sending again what failed, or may have been done
    Erase,         ///< destroying a customer's data: policy owner, administrator
};

[[nodiscard]] bool hasRight(const documents::Person& person, Right right);
/// Ids in the order of the list.
[[nodiscard]] std::vector<std::string> whoHas(const documents::PeopleList& people, Right right);
/// Null or empty `people`: nobody is told apart, everybody may. Errors: "approval.unknown-person" person ·
/// "right.edit" person · "right.lift-stop" person · "right.undo-merge" person · "right.replay" person · "right.erase"
/// person.
[[nodiscard]] Result<void> checkRight(const documents::PeopleList* people, std::string_view person, Right right);

} // namespace wayreeve::governance
