#include "ui/shell/documents.h"

#include "ui/shell/rights.h"

#include "ui/shell/app_context.h"

#include <QCoreApplication>

namespace wayreeve::ui {

namespace {

struct Rights {
    Q_DECLARE_TR_FUNCTIONS(Rights)
};

void actAs(AppContext& context, const Person& other) {
    context.setPerson(other.id);
    context.showMessage({QStringLiteral("rights"),
                         Severity::Info,
                         Rights::tr("You act as %1 now.").arg(other.name),
                         Rights::tr("The demo lets you; in real work everybody signs in as themselves."),
                         {},
                         {},
                         {},
                         0});
}

} // namespace

bool mayOrSay(AppContext& context, governance::Right right) {
    const auto workspace = context.workspace();
    const Person me = context.person();
    if (!workspace || me.id.isEmpty() ||
        governance::checkRight(workspace->people.get(), me.id.toStdString(), right).ok())
        return true;
    QStringList names;
    Person other;
    for (const std::string& id : governance::whoHas(*workspace->people, right))
        for (const Person& person : context.people())
            if (person.id.toStdString() == id && names.size() < 3) {
                if (names.isEmpty())
                    other = person;
                names.append(person.name);
            }
    const QString who = me.role.isEmpty() ? me.name : Rights::tr("%1 (%2)").arg(me.name, me.role);
    Message message;
    message.id = QStringLiteral("rights");
    // Not behind the message of the stop itself.
    message.severity = right == governance::Right::LiftStop ? Severity::Error : Severity::Warning;
    message.lead = (right == governance::Right::LiftStop ? Rights::tr("%1 may not let actions run again.")
                    : right == governance::Right::Replay ? Rights::tr("%1 may not send anything again.")
                                                         : Rights::tr("%1 may not change anything here."))
                       .arg(who);
    message.text = names.isEmpty() ? Rights::tr("Nobody in this workspace may; see its people list.")
                                   : Rights::tr("Who may: %1").arg(names.join(QStringLiteral(", ")));
    if (context.demo() && !names.isEmpty()) {
        message.actionText = Rights::tr("Act as %1").arg(other.name);
        message.action = [&context, other] { actAs(context, other); };
    }
    context.showMessage(message);
    return false;
}

} // namespace wayreeve::ui
