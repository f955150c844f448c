#pragma once

#include "ui/live/live_core.h"
#include "ui/widgets/cells_model.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace wayreeve::ui {

class AppContext;
class Button;
class DataTable;
class KeyBox;
class PlainLabel;

/// Who may send events: list, add with the key shown once, withdraw. While a run takes events a change counts within a
/// second. Reads and writes in the background.
class SourcesPanel : public QWidget {
    Q_OBJECT
public:
    explicit SourcesPanel(AppContext& context, QWidget* parent = nullptr);
    void refresh();
    void setAddress(const QString& address);
    void add();
    /// Asks first.
    void withdraw();
    [[nodiscard]] bool settled() const { return m_busy == 0; }
    [[nodiscard]] DataTable* table() const { return m_table; }
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }

Q_SIGNALS:
    void becameSettled();

private:
    struct Changed;
    void change(const QString& added, const QString& removed);
    void take(const Changed& changed, bool edits);
    void showExample();
    AppContext& m_context;
    int m_busy = 0;
    quint64 m_revision = 0;
    QString m_address;
    QString m_usual; ///< what the words under the list say while nothing happened
    DataTable* m_table;
    CellsModel* m_model;
    Button* m_withdraw;
    QLineEdit* m_name;
    Button* m_add;
    PlainLabel* m_words;
    KeyBox* m_key;
    QPlainTextEdit* m_example;
};

} // namespace wayreeve::ui
