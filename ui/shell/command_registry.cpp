#include "ui/shell/command_registry.h"

#include "ui/widgets/icons.h"

#include <QWidget>

#include <algorithm>

namespace wayreeve::ui {

CommandRegistry::CommandRegistry(QObject* parent)
    : QObject(parent) {}

QAction* CommandRegistry::add(QWidget* scope, const CommandSpec& spec, std::function<void()> run) {
    auto* action = new QAction(spec.text, scope);
    action->setObjectName(spec.id);
    action->setProperty("group", spec.group);
    action->setProperty("iconName", spec.icon);
    if (!spec.icon.isEmpty())
        action->setIcon(wayreeve::ui::icon(spec.icon));
    const bool window = scope->isWindow();
    action->setShortcutContext(window ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    if (const QKeySequence keys(spec.keys, QKeySequence::PortableText); !keys.isEmpty()) {
        if (taken(scope, keys, action))
            m_conflicts.append(spec.id);
        else
            action->setShortcut(keys);
    }
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    scope->addAction(action);
    m_actions.removeIf([](const QPointer<QAction>& other) { return other.isNull(); });
    m_actions.append(action);
    return action;
}

QAction* CommandRegistry::find(const QString& id) const {
    for (const QPointer<QAction>& action : m_actions)
        if (action && action->objectName() == id)
            return action;
    return nullptr;
}

QList<QAction*> CommandRegistry::actions() const {
    QList<QAction*> result;
    for (const QPointer<QAction>& action : m_actions)
        if (action)
            result.append(action);
    return result;
}

QString CommandRegistry::iconOf(const QAction* action) const {
    return action->property("iconName").toString();
}

QString CommandRegistry::groupOf(const QAction* action) const {
    return action->property("group").toString();
}

bool CommandRegistry::remap(const QString& id, const QKeySequence& keys) {
    QAction* action = find(id);
    if (!action || taken(qobject_cast<QWidget*>(action->parent()), keys, action))
        return false;
    action->setShortcut(keys);
    return true;
}

bool CommandRegistry::taken(const QWidget* scope, const QKeySequence& keys, const QAction* except) const {
    if (keys.isEmpty())
        return false;
    // Ambiguous are the same keys in this scope, in one around it and in one inside it; sister scopes are not.
    return std::any_of(m_actions.cbegin(), m_actions.cend(), [&](const QPointer<QAction>& other) {
        if (!other || other == except || other->shortcut().matches(keys) != QKeySequence::ExactMatch)
            return false;
        const auto* place = qobject_cast<const QWidget*>(other->parent());
        return place == scope || (place && scope && (place->isAncestorOf(scope) || scope->isAncestorOf(place)));
    });
}

} // namespace wayreeve::ui
