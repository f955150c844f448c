#include "governance/rights.h"

#include <algorithm>

namespace wayreeve::governance {

using documents::Role;

bool hasRight(const documents::Person& person, Right right) {
    return std::any_of(person.roles.begin(), person.roles.end(), [right](Role role) {
        switch (role) {
        case Role::Designer:
            return right != Right::Erase;
        case Role::PolicyOwner:
        case Role::Administrator:
            return true;
        case Role::Approver:
            return right == Right::LiftStop || right == Right::UndoMerge || right == Right::Replay;
        case Role::Viewer:
            break;
        }
        return false;
    });
}

std::vector<std::string> whoHas(const documents::PeopleList& people, Right right) {
    std::vector<std::string> ids;
    for (const documents::Person& person : people.people)
        if (hasRight(person, right))
            ids.push_back(person.id);
    return ids;
}

Result<void> checkRight(const documents::PeopleList* people, std::string_view person, Right right) {
    if (people == nullptr || people->people.empty())
        return {};
    const documents::Person* found = people->find(person);
    if (found == nullptr)
        return Error{"approval.unknown-person", {{"person", std::string(person)}}};
    if (!hasRight(*found, right))
        return Error{right == Right::LiftStop    ? "right.lift-stop"
                     : right == Right::UndoMerge ? "right.undo-merge"
                     : right == Right::Replay    ? "right.replay"
                     : right == Right::Erase     ? "right.erase"
                                                 : "right.edit",
                     {{"person", found->id}}};
    return {};
}

} // namespace wayreeve::governance
