#pragma once

#include <QDialog>

class QLineEdit;

namespace wayreeve::ui {

class Button;

/// One question before something that cannot simply be taken back: what it means, yes in the question's own words, or
/// Cancel. Esc and Enter cancel unless yes has the focus. Objects: confirmDialog, confirmYes, confirmCancel,
/// confirmReason.
class ConfirmDialog : public QDialog {
    Q_OBJECT
public:
    ConfirmDialog(const QString& question, const QString& meaning, const QString& yes, QWidget* parent);
    /// Yes then takes a reason of one line, and Enter after it means yes.
    void askReason();
    [[nodiscard]] QString reason() const; ///< trimmed; empty where none was asked for

private:
    Button* m_yes;
    QLineEdit* m_reason;
};

} // namespace wayreeve::ui
