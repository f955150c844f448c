#pragma once

#include "ui/live/live_core.h"
#include "ui/widgets/cells_model.h"

#include <QWidget>

#include <vector>

class QPlainTextEdit;
class QStackedWidget;

namespace wayreeve::ui {

class AppContext;
class Button;
class DataTable;
class EmptyState;
class PlainLabel;
class SectionHeader;

/// Events that the shown run refused: why and how often, each one open to be mended and sent again to the live run.
/// Reads and sends in the background.
class QuarantinePanel : public QWidget {
    Q_OBJECT
public:
    explicit QuarantinePanel(AppContext& context, QWidget* parent = nullptr);
    /// `count` is how many the run has, `sentAgain` how many of them were sent again, here or elsewhere; nothing is
    /// read again while these are the same.
    void show(const QString& run, std::uint64_t count, std::uint64_t sentAgain);
    /// Whether an engine takes events: only then something can be sent again.
    void setTaking(bool taking);
    void sendAgain();
    [[nodiscard]] bool settled() const { return m_busy == 0; }
    [[nodiscard]] const std::vector<session::QuarantinedEvent>& events() const { return m_found.events; }
    [[nodiscard]] QList<DataTable*> tables() const { return {m_reasons, m_list}; }
    [[nodiscard]] QList<QWidget*> panes();

Q_SIGNALS:
    void becameSettled();
    void sent();

private:
    QWidget* buildLists();
    QWidget* buildDetail();
    void read();
    void take(session::Quarantine found, const QString& error);
    [[nodiscard]] QString reason() const; ///< key of the chosen one; empty = all
    void showAgain(const session::QuarantinedEvent* event);
    void fill();
    void open();
    void showSend();
    void done();
    AppContext& m_context;
    int m_busy = 0;
    quint64 m_revision = 0;
    QString m_run;
    std::uint64_t m_count = 0, m_sentAgain = 0;
    bool m_known = false; ///< what is shown is of m_run and these counts
    bool m_taking = false;
    bool m_filling = false;   ///< a list's current row changes by itself
    bool m_saysStart = false; ///< the words under the text say what is missing
    session::Quarantine m_found;
    std::vector<session::QuarantinedEvent> m_listed; ///< of the chosen reason
    quint64 m_opened = 0;                            ///< number of the event in the text field
    QString m_came;                                  ///< its text before anybody changed it
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    SectionHeader* m_header = nullptr;
    DataTable* m_reasons = nullptr;
    CellsModel* m_reasonsModel = nullptr;
    DataTable* m_list = nullptr;
    CellsModel* m_listModel = nullptr;
    PlainLabel* m_title = nullptr;
    PlainLabel* m_received = nullptr;
    PlainLabel* m_why = nullptr;
    PlainLabel* m_again = nullptr;
    QPlainTextEdit* m_text = nullptr;
    PlainLabel* m_words = nullptr;
    Button* m_send = nullptr;
    Button* m_undo = nullptr;
};

} // namespace wayreeve::ui
