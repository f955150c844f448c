#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>

namespace wayreeve::ui {

/// Something that a person can do by key, by palette or by a control. The id is stable ("approvals.approve") and is
/// what a remapped key refers to; text is translated.
struct CommandSpec {
    QString id;
    QString text;
    QString keys; ///< portable text ("Ctrl+K", "A", "G, J"); empty: palette only
    QString icon;
    QString group; ///< translated heading in the list of shortcuts ("Approvals")
};

/// A line of the palette that is no command: a document, a customer, a decision.
struct PaletteItem {
    QString text;
    QString hint; ///< quiet, on the right ("Customer", "Decision, 3 Nov")
    QString icon;
    std::function<void()> run;
};

/// Where such lines come from. `items` is called when the palette opens, on the window thread, and must be quick (a
/// snapshot kept at hand, at most some 100,000 lines): the palette scores them itself.
class PaletteProvider {
public:
    virtual ~PaletteProvider() = default;
    [[nodiscard]] virtual QList<PaletteItem> items() const = 0;
    /// Lines that only this text gives (an id typed in full); asked at every change of it.
    [[nodiscard]] virtual QList<PaletteItem> typed(const QString& text) const {
        Q_UNUSED(text)
        return {};
    }
};

/// Every command of the window. Window thread.
class CommandRegistry : public QObject {
    Q_OBJECT
public:
    explicit CommandRegistry(QObject* parent = nullptr);

    /// Adds an action to `scope`, active while focus is in it or its children (a window scope: everywhere in it).
    /// Single letters never fire inside text fields, because those take them first. Two commands whose keys would be
    /// ambiguous in one scope: the second is added without keys and `conflicts()` names it.
    QAction* add(QWidget* scope, const CommandSpec& spec, std::function<void()> run);
    /// Null when there is none.
    [[nodiscard]] QAction* find(const QString& id) const;
    /// All that live, in order of adding.
    [[nodiscard]] QList<QAction*> actions() const;
    [[nodiscard]] QString groupOf(const QAction* action) const;
    /// Name of its icon, empty where it has none.
    [[nodiscard]] QString iconOf(const QAction* action) const;
    /// Gives a command other keys; false and unchanged when another command of the same scope has them.
    bool remap(const QString& id, const QKeySequence& keys);
    [[nodiscard]] QStringList conflicts() const { return m_conflicts; }

    void addProvider(std::shared_ptr<const PaletteProvider> provider) { m_providers.append(std::move(provider)); }
    [[nodiscard]] const QList<std::shared_ptr<const PaletteProvider>>& providers() const { return m_providers; }

Q_SIGNALS:
    /// A provider has other lines than before; sent by whoever feeds it.
    void providersChanged();

private:
    [[nodiscard]] bool taken(const QWidget* scope, const QKeySequence& keys, const QAction* except) const;
    QList<QPointer<QAction>> m_actions;
    QList<std::shared_ptr<const PaletteProvider>> m_providers;
    QStringList m_conflicts;
};

} // namespace wayreeve::ui
