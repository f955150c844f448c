#include "ui/shell/subject_words.h"

#include "engine/customer_state.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace wayreeve::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Records", text);
}

QString qs(const std::string& text) {
    return QString::fromStdString(text).simplified();
}

const documents::Action* actionOf(const std::string& id, const RecordWords& words) {
    const documents::Workspace* workspace = words.workspace();
    return workspace && workspace->actions ? workspace->actions->find(id) : nullptr;
}

/// The customer trait that says what somebody is in an account; empty = none.
std::string roleTrait(const RecordWords& words) {
    const documents::Workspace* workspace = words.workspace();
    return workspace && workspace->trackingPlan ? workspace->trackingPlan->accounts.role : std::string();
}

QString roleText(const std::string& role, const RecordWords& words) {
    return role.empty() ? QString() : words.value("customer." + roleTrait(words), Value(role));
}

const documents::Policy* capOf(const std::string& by, const RecordWords& words) {
    const documents::Workspace* workspace = words.workspace();
    if (!workspace || !workspace->policies || !by.starts_with("policies/"))
        return nullptr;
    for (const documents::Policy& policy : workspace->policies->policies)
        if ("policies/" + policy.id == by)
            return policy.type == documents::PolicyType::Cap ? &policy : nullptr;
    return nullptr;
}

} // namespace

bool isErased(const audit::CustomerRow& row) {
    return row.key == "erased-" + std::to_string(row.number);
}

QString subjectName(const audit::CustomerRow& row) {
    if (isErased(row))
        return say(QT_TRANSLATE_NOOP("Records", "Erased person"));
    return row.name.empty() || row.name == row.key ? subjectKey(row) : qs(row.name);
}

QString subjectKey(const audit::CustomerRow& row) {
    static constexpr std::string_view mark = "account:"; // perception::accountKey
    return qs(row.isAccount && row.key.starts_with(mark) ? row.key.substr(mark.size()) : row.key);
}

QString contactRole(const audit::CustomerRow& contact, const Symbols& symbols, const std::string& action,
                    const RecordWords& words) {
    if (const documents::Action* known = actionOf(action, words); known && known->contactRole.size() == 1)
        return roleText(known->contactRole.front(), words);
    const std::string trait = roleTrait(words);
    if (trait.empty() || contact.state.empty())
        return {};
    const auto& traits = words.workspace()->trackingPlan->traits;
    const auto at = static_cast<std::size_t>(
        std::find_if(traits.begin(), traits.end(), [&](const auto& one) { return one.id == trait; }) - traits.begin());
    const auto state = engine::decodeState(contact.state, symbols);
    return state && at < state->memory.traits.size() ? roleText(state->memory.traits[at].toText(), words) : QString();
}

QString contactWords(const QString& name, const QString& role) {
    return role.isEmpty() ? name : say(QT_TRANSLATE_NOOP("Records", "%1 (%2)")).arg(name, role);
}

QString removedWords(const std::string& by, const std::string& action, const QString& contact, bool ofAccount,
                     const RecordWords& words) {
    const QString reason = words.reason(by);
    if (by == "no-contact-of-that-role") {
        const documents::Action* known = actionOf(action, words);
        QStringList roles;
        for (const std::string& role : known ? known->contactRole : std::vector<std::string>())
            roles.append(roleText(role, words));
        return roles.isEmpty()
                   ? reason
                   : say(QT_TRANSLATE_NOOP("Records", "%1: %2")).arg(reason, roles.join(QStringLiteral(", ")));
    }
    const documents::Policy* cap = capOf(by, words);
    if (!cap)
        return reason;
    if (cap->per == documents::CapPer::Account)
        return say(QT_TRANSLATE_NOOP("Records", "%1 (counted for the whole account)")).arg(reason);
    return ofAccount && !contact.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Records", "%1 (counted for %2)")).arg(reason, contact)
               : reason;
}

} // namespace wayreeve::ui
