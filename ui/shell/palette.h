#pragma once

#include "ui/shell/command_registry.h"
#include "ui/shell/fuzzy.h"

#include <QFrame>

class QListView;

namespace wayreeve::ui {

class SearchField;
class PaletteModel;

/// Ctrl+K: a field over a list of every command that can be used now and every line of the providers. Enter runs, Esc
/// closes and gives focus back. A child of the window, not a dialog: nothing is blocked.
class Palette : public QFrame {
    Q_OBJECT
public:
    Palette(CommandRegistry& commands, QWidget* window);

    /// `commandsOnly`: the searchable list of shortcuts ("?").
    void open(bool commandsOnly = false);
    [[nodiscard]] int count() const;
    [[nodiscard]] QString lineText(int row) const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void collect();
    void takeChanges();
    void search(const QString& text);
    void run(int row);
    void close();

    CommandRegistry& m_commands;
    SearchField* m_field;
    QListView* m_list;
    PaletteModel* m_model;
    Fuzzy m_fuzzy;
    QList<PaletteItem> m_items;
    QPointer<QWidget> m_before;
    qsizetype m_lasting = 0; ///< items before those that only the typed text gives
    bool m_commandsOnly = false;
};

} // namespace wayreeve::ui
