#pragma once

#include "ui/shell/record_words.h"

#include <QString>

namespace wayreeve::ui {

/// Who is decided for and who is written to, in words. A subject is an account only where its row says so: a person
/// may be called "account:x" as well. Any thread.

/// Nobody knows any more who it was: the store keeps the number alone (docs/adr/0013).
[[nodiscard]] bool isErased(const audit::CustomerRow& row);
/// Name, else key; of an account its name, else its group's id; of an erased person that it is one.
[[nodiscard]] QString subjectName(const audit::CustomerRow& row);
/// What people know it by beside the name: the key, of an account its group's id.
[[nodiscard]] QString subjectKey(const audit::CustomerRow& row);
/// What a contact is in the account, in words: the only role that `action` allows, which it then had; else the one that
/// the run left it with; empty where neither says.
[[nodiscard]] QString contactRole(const audit::CustomerRow& contact, const Symbols& symbols, const std::string& action,
                                  const RecordWords& words);
/// "Filip N. (admin)", without brackets where the role is unknown.
[[nodiscard]] QString contactWords(const QString& name, const QString& role);

/// What removed a candidate, beyond the name of the policy: of a cap in a workspace of accounts whose contacts it
/// counts, of a missing contact the roles that were looked for. `contact` is whom it addresses, empty where the subject
/// itself. `ofAccount`: it was decided for an account.
[[nodiscard]] QString removedWords(const std::string& by, const std::string& action, const QString& contact,
                                   bool ofAccount, const RecordWords& words);

} // namespace wayreeve::ui
